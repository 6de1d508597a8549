"""One person's posture, frame by frame: measure, estimate, compare, detect, alert.

Pure: no camera, no model, no clock. What comes in decides what goes out, so a recording gives
the same ticks as the live run did.
"""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

from posture.alerts import Alerts
from posture.angles import AngleEstimator
from posture.detector import Detector, deviation, judged_changes
from posture.features import DEFAULT_LIMITS, FeatureLimits, extract
from posture.filtering import RunningMedian
from posture.person import PersonCheck
from posture.records import Angles, Baseline, Observation, Reason, Tick

if TYPE_CHECKING:
    from posture.records import Deviation


class Monitor:
    """Turns observations into ticks."""

    def __init__(
        self,
        baseline: Baseline | None = None,
        *,
        person: PersonCheck | None = None,
        limits: FeatureLimits = DEFAULT_LIMITS,
        detector: Detector | None = None,
        alerts: Alerts | None = None,
    ) -> None:
        self.baseline = baseline
        self._person = person or PersonCheck(baseline)
        self._limits = limits
        self._detector = detector or Detector()
        self._alerts = alerts or Alerts()
        window_s = self._detector.settings.window_s
        self._medians = [RunningMedian(window_s) for _ in range(3)]
        self._estimator = AngleEstimator(baseline)

    @property
    def wants_fresh_look(self) -> bool:
        """Whether the next frame should also be looked at independently of the tracker."""
        return self._person.wants_fresh_look

    @property
    def wants_restart(self) -> bool:
        """Whether the tracker follows something that is not the user."""
        return self._person.wants_restart

    def update(self, observation: Observation) -> Tick:
        """Judge one frame."""
        now_s = observation.timestamp_s
        sighting = self._person.update(observation)
        if sighting.pose is None:
            angles = Angles(reason=sighting.reason or Reason.NO_PERSON)
        else:
            angles = self._estimator.estimate(extract(sighting.pose, limits=self._limits))
        reason = angles.reason
        if self.baseline is None and reason is None:
            reason = Reason.NO_BASELINE
        change = self._compare(now_s, angles)
        judgement = self._detector.update(now_s, change, reason)
        return Tick(
            timestamp_s=now_s,
            index=observation.index,
            angles=angles,
            deviation=change,
            state=judgement.state,
            reason=reason,
            held_s=judgement.held_s,
            remaining_s=judgement.remaining_s,
            transition=judgement.transition,
            alert=self._alerts.update(now_s, judgement.state, change, judgement.held_s),
            pose=sighting.pose,
        )

    def _compare(self, now_s: float, angles: Angles) -> Deviation:
        """Smooth what is certain enough; a frame without a measurement has no deviation."""
        changes = judged_changes(angles, self._detector.settings)
        smooth = [
            nan if isnan(value) else median.update(now_s, value)
            for value, median in zip(changes, self._medians, strict=True)
        ]
        return deviation(*smooth)
