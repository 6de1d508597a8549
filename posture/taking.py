"""How the live session comes by the user's upright posture: kept, found, or taken on request.

Pure, and driven by ticks that were made without a baseline.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from posture import scene
from posture.angles import AngleEstimator
from posture.baseline import Sample, SteadySearch, fit
from posture.detector import deviation
from posture.features import extract
from posture.ports import BaselineError
from posture.profile import DESK, UPRIGHT, AcceptedPosture, Profile, refuse_slouches
from posture.reasons import REASON_TEXT, Reason
from posture.staleness import with_surroundings
from posture.switching import camera_alike, fitting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posture.baseline import BaselineSettings
    from posture.features import FeatureLimits
    from posture.records import Features, Observation, Tick, View
    from posture.settings import Settings

COUNTDOWN_S = 3.0
"""From the wish to the first picture that counts: time to sit up."""
TAKE_S = 5.0
"""Length of the stretch that is taken on request."""
LEAST_SLUMP_DEG = 6.0
"""A slump from before must differ by this much from a new upright posture, as a new one must."""
PLACES = (DESK, "standing", "laptop")
"""Names of profiles that are offered."""

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


def place_of(kept: Mapping[str, Profile], used: Profile | None, view: View) -> str:
    """The name of the profile that is taken, where the user gives none.

    That of the same view is taken anew, the one that is used before others; else it is a new one.

    Args:
        kept: By name.
        used: What is judged by, or None.
        view: That the camera has now.
    """
    known = (*((used,) if used else ()), *kept.values())
    same = next((profile.name for profile in known if profile.upright.view is view), None)
    return same or unused(kept)


def unused(kept: Mapping[str, Profile]) -> str:
    """The first name that no profile has."""
    names = (*PLACES, *(f"place {number}" for number in range(len(PLACES) + 1, len(kept) + 5)))
    return next(name for name in names if name not in kept)


def joined(
    kept: Profile | None, taken: AcceptedPosture, settings: Settings, *, name: str = DESK
) -> tuple[Profile, str]:
    """The accepted postures with one that was just taken, in place of that of its name.

    The user's slump from the first one stays, if it is still one and the camera has not moved.

    Args:
        kept: Those before; None where there are none.
        taken: When it is the first, others that cannot be accepted beside it are left out.
        settings: What is a slouch, and when the camera has moved.
        name: Of the profile, where there is none before.

    Returns:
        All of them, and what to tell the user of those left out; empty for nothing.

    Raises:
        BaselineError: It is not the first, and cannot be accepted beside that.
    """
    if kept is None:
        if taken.name != UPRIGHT:
            raise BaselineError(f"take {UPRIGHT!r} first: other postures are held against it")
        return Profile((taken,), name), ""
    if taken.name == kept.accepted[0].name:
        taken = _with_slump_of(kept.accepted[0], taken, settings)
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
    said = f"take anew what no longer fits it: {names}" if left_out else ""
    return replace(profile, accepted=accepted), said


def _with_slump_of(
    before: AcceptedPosture, taken: AcceptedPosture, settings: Settings
) -> AcceptedPosture:
    """The posture with the slump that was known before, if that is still one."""
    if taken.slump is not None or before.slump is None or _has_moved(before, taken, settings):
        return taken
    estimator = AngleEstimator(taken.baseline)
    neck_deg, thoracic_deg, rounding_deg, _ = estimator.change_deg(before.slump)[0]
    is_slump = deviation(neck_deg, thoracic_deg, rounding_deg).worst_deg >= LEAST_SLUMP_DEG
    return replace(taken, slump=before.slump) if is_slump else taken


def _has_moved(first: AcceptedPosture, other: AcceptedPosture, settings: Settings) -> bool:
    """Whether the camera stood elsewhere when the other was taken; False where nobody knows."""
    before, after = first.baseline, other.baseline
    if before.scene is None or after.scene is None:
        return before.view is not after.view
    return scene.compare(before.scene, after.scene).correlation < settings.staleness.camera[0]


def _refuse(first: AcceptedPosture, other: AcceptedPosture, settings: Settings) -> None:
    """Refuse a posture that is a slouch, or was seen by the camera in another place."""
    before, after = first.baseline.scene, other.baseline.scene
    if before is not None and after is not None and _has_moved(first, other, settings):
        raise BaselineError(f"the camera has moved since {first.name!r} was taken: take that")
    refuse_slouches(Profile((first, other)), settings.detector)


class Seeking:
    """Takes the kept profile that fits what the camera sees, else the first steady stretch.

    Args:
        kept: By name.
        model_sha256: Of the pose model.
        settings: What a steady stretch must offer.
    """

    name = "seeking_baseline"

    def __init__(
        self, kept: Mapping[str, Profile], *, model_sha256: str, settings: Settings
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
        same = [profile for profile in self._kept.values() if profile.upright.view is view]
        if same:
            kept = self._chosen(same, sample.features, observed)
            return Taken(kept, f"your stored baseline {kept.name!r} is used", is_new=False)
        if steady is None:
            return None
        text = "your baseline is taken; you may take another at any time"
        posture = AcceptedPosture(UPRIGHT, with_surroundings(steady, observed))
        return Taken(Profile((posture,), unused(self._kept)), text, is_new=True)

    def _chosen(
        self, same: list[Profile], features: Features | None, observed: Sequence[Observation]
    ) -> Profile:
        """The one of several that fits; the first where none does, which is soon told."""
        if len(same) == 1 or features is None or features.reason is not None:
            return same[0]
        seen = next((o.scene for o in reversed(observed) if o.scene is not None), None)
        alike = {profile: camera_alike(profile, seen) for profile in same}
        return next(iter(fitting(alike, features, self._settings)), same[0])

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
        kept: The profiles before, by name.
        used: What is judged by, or None.
        name: Of the profile that is taken; None for that of `place_of`.
        model_sha256: Of the pose model.
        settings: What the stretch must offer.
    """

    name = "calibrating"

    def __init__(
        self,
        now_s: float,
        kept: Mapping[str, Profile],
        used: Profile | None = None,
        *,
        name: str | None = None,
        model_sha256: str,
        settings: Settings,
    ) -> None:
        self._start_s = now_s + COUNTDOWN_S
        self._kept, self._used, self._name = kept, used, name
        self._model_sha256 = model_sha256
        self._settings = settings
        self._samples: list[Sample] = []
        self._reasons: list[Reason | None] = []

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick; raises BaselineError at the end of a stretch that will not do."""
        if tick.timestamp_s < self._start_s:
            return None
        self._samples.append(sample_of(tick, self._settings.features))
        self._reasons.append(tick.reason)
        if tick.timestamp_s < self._start_s + TAKE_S:
            return None
        settings = self._settings.baseline
        try:
            taken = fit(self._samples, model_sha256=self._model_sha256, settings=settings)
        except BaselineError as error:
            raise BaselineError(explained(error, self._reasons, settings)) from error
        name = self._name or place_of(self._kept, self._used, taken.view)
        posture = AcceptedPosture(UPRIGHT, with_surroundings(taken, observed))
        profile, left_out = joined(self._kept.get(name), posture, self._settings, name=name)
        told = (f"your new baseline {name!r} is taken", left_out, taken.advice)
        return Taken(profile, "; ".join(filter(None, told)), is_new=True)

    def text(self, now_s: float) -> str:
        """Ask to sit upright, with the seconds that are left."""
        left_s = self._start_s - now_s
        if left_s > 0:
            return f"{ASK}: in {left_s:.0f} s"
        return f"Stay like this for {max(0.0, left_s + TAKE_S):.0f} s"


def explained(
    error: BaselineError, reasons: Sequence[Reason | None], settings: BaselineSettings
) -> str:
    """Why a stretch was refused, and where too little was measured what kept from that.

    Args:
        error: What `fit` says.
        reasons: Of each frame, measured without a baseline.
        settings: How much had to be measured.
    """
    why = Counter(r for r in reasons if r is not None and r is not Reason.NO_BASELINE)
    measured = len(reasons) - why.total()
    if measured >= max(settings.min_count, settings.min_measured * len(reasons)) or not why:
        return str(error)
    return f"{error}, because {REASON_TEXT[max(why, key=why.__getitem__)]}"
