"""One person's posture, frame by frame: measure, estimate, compare, detect, alert.

Pure: no camera, no model, no clock. What comes in decides what goes out, so a recording gives
the same ticks as the live run did.
"""

from __future__ import annotations

from math import isnan

from posture.alerts import Alerts
from posture.comparison import Comparer, Comparison
from posture.detector import Detector
from posture.features import DEFAULT_LIMITS, FeatureLimits, extract
from posture.person import PersonCheck
from posture.profile import Profile
from posture.records import ABSENT, Angles, Baseline, Features, Observation, Reason, Tick
from posture.staleness import DEFAULT_SETTINGS as STALENESS
from posture.staleness import StalenessSettings, StalenessWatch


class Monitor:
    """Turns observations into ticks.

    Args:
        accepted: The user's accepted postures, or the only one; None where none is known.
        person: Tells the user from others.
        limits: When landmarks are trusted.
        detector: Turns changes into states.
        alerts: Decides when to speak.
        staleness: When the baseline is no longer true.
    """

    def __init__(
        self,
        accepted: Profile | Baseline | None = None,
        *,
        person: PersonCheck | None = None,
        limits: FeatureLimits = DEFAULT_LIMITS,
        detector: Detector | None = None,
        alerts: Alerts | None = None,
        staleness: StalenessSettings = STALENESS,
    ) -> None:
        profile = Profile.of(accepted) if isinstance(accepted, Baseline) else accepted
        self.baseline = profile.upright if profile else None
        self.features: Features | None = None
        """Of the user in the last frame; None where there was nobody to measure."""
        self.curious = False
        """Whether somebody else wants an independent look."""
        self._person = person or PersonCheck(profile.baselines if profile else ())
        self._limits = limits
        self._detector = detector or Detector()
        self._alerts = alerts or Alerts()
        self._comparer = Comparer(profile, self._detector.settings)
        self._staleness = StalenessWatch(profile.baselines if profile else (), staleness)

    @property
    def wants_fresh_look(self) -> bool:
        """Whether the next frame should also be looked at independently of the tracker."""
        wanted = self._person.wants_fresh_look or self._staleness.wants_look
        return wanted or self.curious

    @property
    def wants_restart(self) -> bool:
        """Whether the tracker follows something that is not the user."""
        return self._person.wants_restart

    def update(self, observation: Observation) -> Tick:
        """Judge one frame."""
        now_s = observation.timestamp_s
        sighting = self._person.update(observation)
        features = extract(sighting.pose, limits=self._limits) if sighting.pose else None
        self.features = features
        if features is None:
            compared = Comparison(Angles(reason=sighting.reason or Reason.NO_PERSON))
        else:
            compared = self._comparer.update(now_s, features)
        reason = compared.angles.reason
        certain = None if reason in ABSENT else not isnan(compared.deviation.worst_deg)
        staleness = self._staleness.update(observation, features, certain=certain)
        if staleness is not None and not staleness.judged and reason not in ABSENT:
            reason = staleness.reason
            compared = Comparison(Angles(view=compared.angles.view, reason=reason))
        if self.baseline is None and reason is None:
            reason = Reason.NO_BASELINE
        change = compared.deviation
        judgement = self._detector.update(now_s, change, reason)
        return Tick(
            timestamp_s=now_s,
            index=observation.index,
            angles=compared.angles,
            deviation=change,
            state=judgement.state,
            reason=reason,
            held_s=judgement.held_s,
            remaining_s=judgement.remaining_s,
            transition=judgement.transition,
            alert=self._alerts.update(now_s, judgement.state, change, judgement.held_s),
            pose=sighting.pose,
            staleness=staleness,
            accepted=compared.accepted,
            slump_share=compared.slump_share,
        )
