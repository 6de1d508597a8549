"""Everything that can be set, assembled from the parts that it tunes."""

from __future__ import annotations

from dataclasses import dataclass, field

from posture.alerts import AlertSettings
from posture.baseline import BaselineSettings
from posture.detector import DetectorSettings
from posture.features import FeatureLimits
from posture.person import PersonCheckSettings


@dataclass(frozen=True, slots=True)
class Settings:
    """One frozen record; every default is written beside what it tunes."""

    person: PersonCheckSettings = field(default_factory=PersonCheckSettings)
    features: FeatureLimits = field(default_factory=FeatureLimits)
    baseline: BaselineSettings = field(default_factory=BaselineSettings)
    detector: DetectorSettings = field(default_factory=DetectorSettings)
    alerts: AlertSettings = field(default_factory=AlertSettings)
