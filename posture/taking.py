"""How the live session comes by the user's upright posture: kept, found, or taken on request.

Pure, and driven by ticks that were made without a baseline.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from posture import scene
from posture.baseline import Sample, SteadySearch, fit
from posture.features import extract
from posture.ports import BaselineError
from posture.profile import UPRIGHT, AcceptedPosture, Profile, refuse_slouches
from posture.staleness import with_surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posture.features import FeatureLimits
    from posture.records import Observation, Tick, View
    from posture.settings import Settings

COUNTDOWN_S = 3.0
"""From the wish to the first picture that counts: time to sit up."""
TAKE_S = 5.0
"""Length of the stretch that is taken on request."""

ASK = "Sit upright, the way you like to sit, and look at your screen for a few seconds"


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """The accepted postures, what to tell the user, and whether they are new."""

    profile: Profile
    text: str
    is_new: bool


class Taking(Protocol):
    """Waits for the accepted postures."""

    name: str
    """One word for programs."""

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick; the postures as soon as they are known.

        Args:
            tick: Made without a baseline.
            observed: What was seen in the last half minute, the tick's own last.

        Raises:
            BaselineError: They cannot be had this way; the message says why.
        """

    def text(self, now_s: float) -> str:
        """What to tell the user meanwhile; empty for nothing."""


def sample_of(tick: Tick, limits: FeatureLimits) -> Sample:
    """A tick as a sample of a baseline."""
    if tick.pose is None:
        return Sample(tick.timestamp_s, None, (0, 0))
    size_px = tick.pose.width_px, tick.pose.height_px
    return Sample(tick.timestamp_s, extract(tick.pose, limits=limits), size_px)


def joined(kept: Profile | None, taken: AcceptedPosture, settings: Settings) -> tuple[Profile, str]:
    """The accepted postures with one that was just taken, in place of that of its name.

    Args:
        kept: Those before; None where there are none.
        taken: When it is the first, others that cannot be accepted beside it are left out.
        settings: What is a slouch, and when the camera has moved.

    Returns:
        All of them, and what to tell the user of those left out; empty for nothing.

    Raises:
        BaselineError: It is not the first, and cannot be accepted beside that.
    """
    if kept is None:
        if taken.name != UPRIGHT:
            raise BaselineError(f"take {UPRIGHT!r} first: other postures are held against it")
        return Profile((taken,)), ""
    profile = kept.with_posture(taken)
    first, *others = profile.accepted
    if first is not taken:
        _refuse(first, taken, settings)
        return profile, ""
    left_out = []
    for other in others:
        try:
            _refuse(first, other, settings)
        except BaselineError:
            left_out.append(other.name)
    accepted = tuple(posture for posture in profile.accepted if posture.name not in left_out)
    names = ", ".join(map(repr, left_out))
    return Profile(accepted), f"take anew what no longer fits it: {names}" if left_out else ""


def _refuse(first: AcceptedPosture, other: AcceptedPosture, settings: Settings) -> None:
    """Refuse a posture that is a slouch, or was seen by the camera in another place."""
    before, after = first.baseline.scene, other.baseline.scene
    if before is not None and after is not None:
        alike = scene.compare(before, after).correlation
        if alike < settings.staleness.camera[0]:
            raise BaselineError(f"the camera has moved since {first.name!r} was taken: take that")
    refuse_slouches(Profile((first, other)), settings.detector)


class Seeking:
    """Takes the kept postures of the view that the camera has, else the first steady stretch.

    Args:
        kept: By view.
        model_sha256: Of the pose model.
        settings: What a steady stretch must offer.
    """

    name = "seeking_baseline"

    def __init__(
        self, kept: Mapping[View, Profile], *, model_sha256: str, settings: Settings
    ) -> None:
        self._kept = kept
        self._settings = settings
        self._search = SteadySearch(model_sha256=model_sha256, settings=settings.baseline)
        self._views: Counter[View] = Counter()

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick; raises nothing."""
        sample = sample_of(tick, self._settings.features)
        if sample.features is not None and sample.features.reason is None:
            self._views[sample.features.view] += 1
        steady = self._search.update(sample)
        view = steady.view if steady else self._seen()
        kept = None if view is None else self._kept.get(view)
        if kept is not None:
            return Taken(kept, "your stored baseline is used", is_new=False)
        if steady is None:
            return None
        text = "your baseline is taken; you may take another at any time"
        return Taken(Profile.of(with_surroundings(steady, observed)), text, is_new=True)

    def text(self, now_s: float) -> str:  # noqa: ARG002 - the same at all times
        """Ask to sit upright, once it is known that nothing is kept for this view."""
        return "" if self._kept and self._seen() is None else ASK

    def _seen(self) -> View | None:
        """The view, as soon as enough pictures agree on it."""
        least = self._settings.baseline.min_count
        return next((view for view, count in self._views.most_common(1) if count >= least), None)


class Calibration:
    """Counts down, then takes the upright posture; other accepted postures are kept.

    Args:
        now_s: When the user asked for it, seconds since the session began.
        kept: The accepted postures before, by view.
        model_sha256: Of the pose model.
        settings: What the stretch must offer.
    """

    name = "calibrating"

    def __init__(
        self, now_s: float, kept: Mapping[View, Profile], *, model_sha256: str, settings: Settings
    ) -> None:
        self._start_s = now_s + COUNTDOWN_S
        self._kept = kept
        self._model_sha256 = model_sha256
        self._settings = settings
        self._samples: list[Sample] = []

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick; raises BaselineError at the end of a stretch that will not do."""
        if tick.timestamp_s < self._start_s:
            return None
        self._samples.append(sample_of(tick, self._settings.features))
        if tick.timestamp_s < self._start_s + TAKE_S:
            return None
        settings = self._settings.baseline
        taken = fit(self._samples, model_sha256=self._model_sha256, settings=settings)
        posture = AcceptedPosture(UPRIGHT, with_surroundings(taken, observed))
        profile, left_out = joined(self._kept.get(taken.view), posture, self._settings)
        said = "; ".join(filter(None, ("your new baseline is taken", left_out, taken.advice)))
        return Taken(profile, said, is_new=True)

    def text(self, now_s: float) -> str:
        """Ask to sit upright, with the seconds that are left."""
        left_s = self._start_s - now_s
        if left_s > 0:
            return f"{ASK}: in {left_s:.0f} s"
        return f"Stay like this for {max(0.0, left_s + TAKE_S):.0f} s"
