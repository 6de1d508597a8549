"""Which of the kept profiles fits what the camera sees, and when to go over to another.

Only where the user is, how the camera stands and which side it sees decide: never how upright
somebody sits, or a slump would choose the posture that it is compared with. Pure, and driven by
the observations' time.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from math import exp, inf, isnan, log, nan
from typing import TYPE_CHECKING

from posture import scene, shape
from posture.comparison import OTHER_HEIGHT_M
from posture.geometry import angle_difference_deg
from posture.ports import BaselineError
from posture.profile import Profile, refuse_slouches
from posture.records import Reason
from posture.staleness import Lasting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from posture.detector import DetectorSettings
    from posture.records import Baseline, Features, Observation, Tick
    from posture.settings import Settings
    from posture.staleness import StalenessSettings

FIT_S = 5.0
"""Another profile must have fitted for this long, once the one that is used does not."""
STAY_S = 30.0
"""A profile that was gone over to is used for at least this long."""
RAISED_M = 0.25
"""Shoulders that are this much higher or lower than in every accepted posture: whoever sits has
stood up (0.3 m and more), or the other way round. A slump lowers them by 0.1 m at most."""

_ELSEWHERE = frozenset({Reason.CAMERA_MOVED, Reason.SEAT_MOVED, Reason.VIEW_CHANGED})


def fitting(
    alike: Mapping[Profile, float], features: Features, settings: Settings
) -> list[Profile]:
    """The profiles that fit what is seen, the one with the most alike background first.

    Of several, those are left out that are themselves a slouch from another.

    Args:
        alike: What `camera_alike` says of each; NaN speaks neither for nor against it.
        features: The user's, measured.
        settings: How far apart is another place.
    """
    stale = settings.staleness
    found = [
        profile
        for profile, value in alike.items()
        if not value < stale.camera[1] and _is_at(profile, features, stale)
    ]
    found = [p for p in found if not any(is_slouch(other, p, settings) for other in found)]
    return sorted(found, key=lambda profile: inf if isnan(alike[profile]) else -alike[profile])


def camera_alike(profile: Profile, background: NDArray[np.uint8] | None) -> float:
    """Correlation of a background with the most alike one of a profile; NaN if not known."""
    known = [b.scene for b in profile.baselines if b.scene is not None]
    if background is None:
        return nan
    alike = [scene.compare(before, background).correlation for before in known]
    return max((value for value in alike if not isnan(value)), default=nan)


def is_slouch(first: Profile, other: Profile, settings: Settings) -> bool:
    """Whether the upright posture of another profile is a slouch from that of the first.

    Said only where the same unmoved camera saw both: a camera that moved feigns one.
    """
    if (
        other is first
        or not camera_alike(first, other.upright.scene) >= settings.staleness.camera[0]
    ):
        return False
    return _refused(first, other, settings.detector)


def _refused(first: Profile, other: Profile, detector: DetectorSettings) -> bool:
    taken = replace(other.accepted[0], name=f"{first.accepted[0].name} elsewhere")
    try:
        refuse_slouches(Profile((first.accepted[0], taken)), detector)
    except BaselineError:
        return True
    return False


def _is_at(profile: Profile, features: Features, settings: StalenessSettings) -> bool:
    """Whether place, size, height and turn are as at one of the accepted postures."""
    scale, x, _ = features.shape[shape.PLACE :].tolist()
    return any(
        abs(scale - log(baseline.size)) <= log(settings.scale[1])
        and abs(x + 0.5 - baseline.centre[0]) <= settings.aside[1]
        and raised_m(baseline, features) <= OTHER_HEIGHT_M
        and abs(angle_difference_deg(features.trunk_yaw_deg, baseline.trunk_yaw_deg))
        <= settings.turn_deg[1]
        for baseline in profile.baselines
    )


def raised_m(baseline: Baseline, features: Features) -> float:
    """How much higher or lower the shoulders are than at a baseline, metres at their depth."""
    scale, _, y = features.shape[shape.PLACE :].tolist()
    return float(abs(y - baseline.centre[1]) / exp(scale))


class Switch:
    """Says when to go over to another profile, one observation at a time.

    While the profile that is used is true, this costs a comparison of two heights.

    Args:
        used: What is judged by.
        others: What is kept besides, of the same camera.
        settings: How far apart is another place, and for how long before it counts.
        not_before_s: The profile that is used is to be kept until then.
    """

    def __init__(
        self, used: Profile, others: Sequence[Profile], settings: Settings, not_before_s: float
    ) -> None:
        self.observed: deque[Observation] = deque()
        """The last seconds of what was seen since the profile is not true."""
        self._used = used
        self._settings = settings
        self._not_before_s = not_before_s
        stale = settings.staleness
        self._raised = Lasting(stale.seat_s, stale.clear_s, stale.gap_s)
        self._others = [other for other in others if not is_slouch(used, other, settings)]
        self._forget()

    def _forget(self) -> None:
        self.observed.clear()
        self._alike: dict[Profile, float] = {}
        self._look_s = -inf
        gap_s = self._settings.staleness.gap_s
        self._fits = {other: Lasting(FIT_S, FIT_S / 2, gap_s) for other in self._others}

    @property
    def wants_look(self) -> bool:
        """Whether an independent look is to say how the camera stands."""
        if not self.observed:
            return False
        waited_s = self.observed[-1].timestamp_s - self._look_s
        return waited_s >= self._settings.staleness.doubt_s

    def update(
        self, tick: Tick, features: Features | None, observation: Observation
    ) -> Profile | None:
        """Take in one observation; the profile to go over to, or None.

        Args:
            tick: Judged by the profile that is used.
            features: The user's, or None where there is nobody to measure.
            observation: What both were made from.
        """
        if not self._others:
            return None
        if features is not None and features.reason is not None:
            features = None
        if not self._is_elsewhere(tick, features):
            if self.observed:
                self._forget()
            return None
        self._note(observation)
        if features is None or not self._alike:
            return None
        found = fitting(self._comparable(tick), features, self._settings)
        for other, lasting in self._fits.items():
            lasting.update(tick.timestamp_s, other in found)
        if tick.timestamp_s < self._not_before_s:
            return None
        return next((other for other in found if self._fits[other].on), None)

    def _is_elsewhere(self, tick: Tick, features: Features | None) -> bool:
        if features is not None:
            raised = (raised_m(baseline, features) for baseline in self._used.baselines)
            self._raised.update(tick.timestamp_s, min(raised) > RAISED_M)
        stale = tick.staleness is not None and tick.staleness.reason in _ELSEWHERE
        return stale or self._raised.on

    def _note(self, observation: Observation) -> None:
        self.observed.append(observation)
        while self.observed[0].timestamp_s < observation.timestamp_s - 2 * FIT_S:
            self.observed.popleft()
        if observation.detected is not None:
            self._look_s = observation.timestamp_s
            seen = observation.scene
            self._alike = {other: camera_alike(other, seen) for other in self._others}

    def _comparable(self, tick: Tick) -> dict[Profile, float]:
        """The others; after the camera has moved, only those that know how it stood."""
        moved = tick.staleness is not None and tick.staleness.reason is Reason.CAMERA_MOVED
        return {p: value for p, value in self._alike.items() if not (moved and isnan(value))}
