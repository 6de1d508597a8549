"""The composition root: settings to a session. The only module that knows every adapter."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture import profile as profiles
from posture.alerts import Alerts
from posture.detector import Detector
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.ports import BaselineError, SourceError
from posture.profile import UPRIGHT, AcceptedPosture, Profile
from posture.session import BaselineSearch, Session
from posture.sources import open_source
from posture.sources.ahead import Ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from posture.ports import FrameSource, PoseEstimator
    from posture.records import Baseline, FloatArray, Frame
    from posture.settings import Settings


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the recording in which the user sits in one posture, seconds."""

    start_s: float
    end_s: float
    name: str = UPRIGHT

    def __str__(self) -> str:
        return f"{self.start_s:g}-{self.end_s:g} s"


BaselineChoice = tuple[Stretch, ...] | str | None
"""A stretch for each accepted posture, the path of a stored profile, or None to look for the first
steady stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """An opened recording, ready to be replayed.

    Attributes:
        session: Its `ticks()` are the result.
        observed_count: Ticks at the beginning that come without a picture, because those frames
            were read while the baseline was sought.
        profile: The postures that the user accepts, or None.
        problem: Why there is none, when one was asked for or sought; or no slump.
    """

    source: FrameSource
    estimator: PoseEstimator
    session: Session
    observed_count: int
    profile: Profile | None
    problem: str | None

    @property
    def baseline(self) -> Baseline | None:
        """The user's upright posture: the first that is accepted."""
        return self.profile.upright if self.profile else None


@contextmanager
def open_recording(
    clip: Path,
    settings: Settings,
    *,
    baseline: BaselineChoice = None,
    slump: Stretch | None = None,
    fps: float | None = None,
    on_frame: Callable[[FrameSource], None] = lambda _: None,
) -> Iterator[Recording]:
    """Open a recording and find its baseline.

    Args:
        clip: A video, a picture, or a folder of pictures.
        settings: Everything that can be set.
        baseline: Where the accepted postures come from.
        slump: Where the user slumps as when tired.
        fps: Pictures per second of a folder.
        on_frame: Called after each frame that was read.

    Raises:
        SourceError: The recording cannot be read.
        BaselineError: A stored baseline cannot be read, or belongs to another pose model.
        EstimatorError: The pose model cannot be loaded.
    """
    from posture.estimators.mediapipe import MediaPipeEstimator

    with Ahead(open_source(clip, fps=fps)) as source, MediaPipeEstimator() as estimator:
        frames = _expected(_counted(source, on_frame), estimator.expect)
        search = BaselineSearch(
            frames,
            estimator,
            PersonCheck(settings=settings.person),
            limits=settings.features,
            settings=settings.baseline,
        )
        profile, problem = _find_profile(search, baseline, slump, settings, estimator.model_sha256)
        monitor = monitor_of(profile, settings)
        session = Session(frames, estimator, monitor, observed=search.observed)
        yield Recording(source, estimator, session, len(search.observed), profile, problem)


def monitor_of(profile: Profile | None, settings: Settings) -> Monitor:
    """What judges a recording by accepted postures."""
    return Monitor(
        profile,
        person=PersonCheck(profile.baselines if profile else (), settings.person),
        limits=settings.features,
        detector=Detector(settings.detector),
        alerts=Alerts(settings.alerts),
        staleness=settings.staleness,
    )


def _counted(source: FrameSource, on_frame: Callable[[FrameSource], None]) -> Iterator[Frame]:
    for frame in source:
        yield frame
        on_frame(source)


def _expected(frames: Iterator[Frame], expect: Callable[[Frame], None]) -> Iterator[Frame]:
    """The same frames, each told of when the one before is given: work on it begins then."""
    before = None
    try:
        for frame in frames:
            expect(frame)
            if before is not None:
                yield before
            before = frame
    except SourceError:  # those that could be read are judged all the same
        if before is not None:
            yield before
        raise
    if before is not None:
        yield before


def _find_profile(
    search: BaselineSearch,
    choice: BaselineChoice,
    slump: Stretch | None,
    settings: Settings,
    model_sha256: str,
) -> tuple[Profile | None, str | None]:
    """The accepted postures, or the reason why there are none."""
    stored = _stored(choice, model_sha256) if isinstance(choice, str) else None
    try:
        profile = stored or _taken(search, None if isinstance(choice, str) else choice)
        profiles.refuse_slouches(profile, settings.detector)
        if slump is not None:
            profile = profile.with_slump(_slump(search, profile.upright, slump))
    except BaselineError as error:
        return None, str(error)
    return profile, None


def _taken(search: BaselineSearch, stretches: tuple[Stretch, ...] | None) -> Profile:
    if stretches is None:
        steady = search.steady()
        if steady is None:
            raise BaselineError("no steady stretch of an upright posture was found")
        return Profile.of(steady)
    accepted = []
    for stretch in stretches:
        try:
            baseline = search.stretch(stretch.start_s, stretch.end_s)
        except BaselineError as error:
            named = f"{stretch.name!r} " if len(stretches) > 1 else ""
            raise BaselineError(f"the baseline {named}{stretch} was refused: {error}") from error
        accepted.append(AcceptedPosture(stretch.name, baseline))
    return Profile(tuple(accepted))


def _slump(search: BaselineSearch, upright: Baseline, stretch: Stretch) -> FloatArray:
    try:
        return search.slump(upright, stretch.start_s, stretch.end_s)
    except BaselineError as error:
        raise BaselineError(f"the slump {stretch} was refused: {error}") from error


def _stored(path: str, model_sha256: str) -> Profile:
    from pathlib import Path

    profile = profiles.read(Path(path))
    if profile.model_sha256 != model_sha256:
        raise BaselineError(f"{path}: was taken with another pose model; take a new one")
    return profile
