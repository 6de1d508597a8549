"""The composition root: settings to a session. The only module that knows every adapter."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture import baseline as baselines
from posture.alerts import Alerts
from posture.detector import Detector
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.ports import BaselineError
from posture.session import BaselineSearch, Session
from posture.sources import open_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from posture.ports import FrameSource, PoseEstimator
    from posture.records import Baseline, Frame
    from posture.settings import Settings


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the recording in which the user sits upright, seconds."""

    start_s: float
    end_s: float


BaselineChoice = Stretch | str | None
"""A stretch, the path of a stored baseline, or None to look for the first steady stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """An opened recording, ready to be replayed.

    Attributes:
        session: Its `ticks()` are the result.
        observed_count: Ticks at the beginning that come without a picture, because those frames
            were read while the baseline was sought.
        baseline: The user's upright posture, or None.
        problem: Why there is no baseline, when one was asked for or sought.
    """

    source: FrameSource
    estimator: PoseEstimator
    session: Session
    observed_count: int
    baseline: Baseline | None
    problem: str | None


@contextmanager
def open_recording(
    clip: Path,
    settings: Settings,
    *,
    baseline: BaselineChoice = None,
    fps: float | None = None,
    on_frame: Callable[[FrameSource], None] = lambda _: None,
) -> Iterator[Recording]:
    """Open a recording and find its baseline.

    Args:
        clip: A video, a picture, or a folder of pictures.
        settings: Everything that can be set.
        baseline: Where the upright posture comes from.
        fps: Pictures per second of a folder.
        on_frame: Called after each frame that was read.

    Raises:
        SourceError: The recording cannot be read.
        BaselineError: A stored baseline cannot be read, or belongs to another pose model.
        EstimatorError: The pose model cannot be loaded.
    """
    from posture.estimators.mediapipe import MediaPipeEstimator

    with open_source(clip, fps=fps) as source, MediaPipeEstimator() as estimator:
        frames = _counted(source, on_frame)
        search = BaselineSearch(
            frames,
            estimator,
            PersonCheck(settings=settings.person),
            limits=settings.features,
            settings=settings.baseline,
        )
        upright, problem = _find_baseline(search, baseline, estimator)
        monitor = Monitor(
            upright,
            person=PersonCheck(upright, settings.person),
            limits=settings.features,
            detector=Detector(settings.detector),
            alerts=Alerts(settings.alerts),
        )
        session = Session(frames, estimator, monitor, observed=search.observed)
        yield Recording(source, estimator, session, len(search.observed), upright, problem)


def _counted(source: FrameSource, on_frame: Callable[[FrameSource], None]) -> Iterator[Frame]:
    for frame in source:
        yield frame
        on_frame(source)


def _find_baseline(
    search: BaselineSearch, choice: BaselineChoice, estimator: PoseEstimator
) -> tuple[Baseline | None, str | None]:
    if isinstance(choice, str):
        from pathlib import Path

        stored = baselines.read(Path(choice))
        if stored.model_sha256 != estimator.model_sha256:
            raise BaselineError(f"{choice}: was taken with another pose model; take a new one")
        return stored, None
    if choice is None:
        steady = search.steady()
        return steady, None if steady else "no steady stretch of an upright posture was found"
    try:
        return search.stretch(choice.start_s, choice.end_s), None
    except BaselineError as error:
        return None, f"the baseline {choice.start_s:g}-{choice.end_s:g} s was refused: {error}"
