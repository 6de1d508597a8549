"""Which of the accepted postures is a frame judged against, and how far is it from it?"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, hypot, inf, isnan, nan
from typing import TYPE_CHECKING

from posture import shape
from posture.angles import AngleEstimator
from posture.detector import ROUNDING_SHARE, DetectorSettings, deviation, judged_changes
from posture.filtering import RunningMedian
from posture.records import Angles, Deviation

if TYPE_CHECKING:
    from posture.profile import AcceptedPosture, Profile
    from posture.records import Features

CHANGE_S = 2.0
"""Another accepted posture must have been nearer for this long, seconds ..."""
CLEAR_DEG = 6.0
"""... or be nearer by this much, about the error of an angle."""
OTHER_HEIGHT_M = 0.15
"""A posture whose shoulders were this much further from where they are now, up or down, than those
of another is not the one. Standing up raises them by 0.3 m and more, a slump lowers them by 0.1 m
at most; and seen so much higher, a slouch looks half as large against the posture below."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One frame beside an accepted posture.

    Attributes:
        angles: Of the frame, with their changes from that posture.
        deviation: Smoothed change that is judged.
        accepted: Name of the posture; empty when the frame could not be compared.
        slump_share: From the posture (0) to the user's own slump from it (1), as it is judged;
            NaN when either is not known.
    """

    angles: Angles
    deviation: Deviation = field(default_factory=Deviation)
    accepted: str = ""
    slump_share: float = nan


class Comparer:
    """Compares each frame with the accepted posture that it is nearest to.

    Near is a posture whose shoulders were about as high, and of these the one that has changed
    least in any direction, not what looks least like a slouch: beside a slump forward, many a
    posture looks harmless in one angle. The choice changes when another posture has been nearer
    for `CHANGE_S`, or by `CLEAR_DEG`, or when only another can be compared: so it does not
    flicker. Every posture is smoothed all the time, so nothing jumps when it changes.

    Args:
        profile: The accepted postures; without them there are angles and no changes.
        settings: How changes are smoothed and when an angle is too uncertain to be judged.
    """

    def __init__(self, profile: Profile | None, settings: DetectorSettings) -> None:
        accepted = profile.accepted if profile else (None,)
        self._references = [_Reference(posture, settings) for posture in accepted]
        self._current = 0
        self._started = False
        self._nearer_since_s = nan

    def update(self, now_s: float, features: Features) -> Comparison:
        """Compare one frame; frames come in order of time."""
        found = [reference.update(now_s, features) for reference in self._references]
        if len(found) > 1 and features.reason is None:
            self._choose(now_s, features)
        return found[self._current]

    def _choose(self, now_s: float, features: Features) -> None:
        scale, _, now_y = features.shape[shape.PLACE :].tolist()
        raised_m = [abs(now_y - r.usual_y) / exp(scale) for r in self._references]
        highest_m = min(raised_m) + OTHER_HEIGHT_M
        distances = [
            reference.distance_deg() if height_m <= highest_m else inf
            for reference, height_m in zip(self._references, raised_m, strict=True)
        ]
        least_deg = min(distances)
        gain_deg = distances[self._current] - least_deg
        if least_deg == inf or gain_deg <= 0:
            self._nearer_since_s = nan
            self._started |= least_deg < inf
            return
        if isnan(self._nearer_since_s):
            self._nearer_since_s = now_s
        lasted = now_s - self._nearer_since_s >= CHANGE_S
        if lasted or gain_deg >= CLEAR_DEG or not self._started:
            self._current = distances.index(least_deg)
            self._nearer_since_s = nan
            self._started = True


class _Reference:
    """One accepted posture, with the smoothed changes from it."""

    def __init__(self, posture: AcceptedPosture | None, settings: DetectorSettings) -> None:
        self._posture = posture
        self._settings = settings
        self._medians = [RunningMedian(settings.window_s) for _ in range(3)]
        self._estimator = AngleEstimator(posture.baseline if posture else None)
        self._change = Deviation()
        self.usual_y = float(posture.baseline.shape[shape.PLACE + 2]) if posture else nan
        self._slump_deg = nan
        if posture is not None and posture.slump is not None:
            neck, thoracic, rounding, _ = self._estimator.change_deg(posture.slump)[0]
            self._slump_deg = deviation(neck, thoracic, rounding).worst_deg

    def update(self, now_s: float, features: Features) -> Comparison:
        """Smooth what is certain enough; a frame without a measurement has no deviation."""
        angles = self._estimator.estimate(features)
        smooth = [
            nan if isnan(value) else median.update(now_s, value)
            for value, median in zip(
                judged_changes(angles, self._settings), self._medians, strict=True
            )
        ]
        self._change = change = deviation(*smooth)
        if self._posture is None or isnan(change.worst_deg):
            return Comparison(angles, change)
        return Comparison(angles, change, self._posture.name, self._slump_share(change))

    def _slump_share(self, change: Deviation) -> float:
        if not self._slump_deg > 0:
            return nan
        return min(1.0, max(0.0, change.worst_deg / self._slump_deg))

    def distance_deg(self) -> float:
        """How far the last frame is, in any direction; inf when it cannot be judged.

        A change too uncertain to be judged counts as far as what is just certain enough.
        """
        change = self._change
        if isnan(change.worst_deg):
            return inf
        parts = (change.neck_deg, change.thoracic_deg, ROUNDING_SHARE * change.rounding_deg)
        return hypot(*(self._settings.max_sd_deg if isnan(part) else part for part in parts))
