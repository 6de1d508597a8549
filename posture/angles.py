"""Feature vector and baseline to neck and thoracic angle, each with a standard deviation.

This is the seam for a model fitted on ground truth. The present one is linear: per view, two cues'
changes from the user's own baseline, weighted by least squares on eight rendered clips with a
known spine (`samples/README.md`). Errors below are from leaving out one clip at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, isnan, nan
from typing import TYPE_CHECKING

from posture.features import Feature
from posture.records import Angles, Features, Reason, View

if TYPE_CHECKING:
    from posture.records import Baseline

UPRIGHT_NECK_DEG = 33.0
"""Neck angle of an upright person: 90 degrees less a craniovertebral angle near 57."""
UPRIGHT_THORACIC_DEG = 2.0
BETWEEN_PEOPLE_SD_DEG = 5.0
"""By how much upright people differ from the two numbers above."""
MAX_TURN_DEG = 35.0
"""Turned further than this from the baseline, its formula no longer holds."""


@dataclass(frozen=True, slots=True)
class LinearAngle:
    """change = weights * change of the cues; its error grows with the change.

    Attributes:
        weights: Degrees per unit of each of the view's cues.
        sd_deg: Standard deviation of the error near the baseline.
        sd_ratio: How it grows, in degrees per degree of change.
        usual_sd_deg: Standard deviation when the cues' usual values stand in for a baseline.
    """

    weights: tuple[float, float]
    sd_deg: float
    sd_ratio: float
    usual_sd_deg: float

    def change(self, first: float, second: float) -> tuple[float, float]:
        """Change in degrees, and its standard deviation, for two changes of cues."""
        near, far = self.weights
        degrees = near * first + (far * second if far else 0.0)
        return degrees, hypot(self.sd_deg, self.sd_ratio * degrees)


@dataclass(frozen=True, slots=True)
class ViewModel:
    """Two cues and what they say about each angle, in one kind of view."""

    cues: tuple[Feature, Feature]
    usual: tuple[float, float]
    """The cues' median over upright people: stands in for a missing baseline."""
    neck: LinearAngle
    thoracic: LinearAngle


FRONT = ViewModel(
    (Feature.EAR_HEIGHT_RATIO, Feature.FACE_SIZE_RATIO),
    (0.595, 0.21),
    LinearAngle((-116.0, 266.0), 2.0, 0.4, 10.0),  # error 3.0 on average, 5.6 while slouched
    LinearAngle((-22.0, 172.0), 3.0, 0.6, 8.0),  # 3.0, 7.9
)
THREE_QUARTER = ViewModel(
    (Feature.EAR_FORWARD_M, Feature.EAR_UP_M),
    (0.033, 0.196),
    LinearAngle((181.0, -571.0), 3.0, 0.4, 10.0),  # 4.2, 6.2
    LinearAngle((172.0, 100.0), 2.0, 0.8, 8.0),  # 2.0, 3.7
)
SIDE = ViewModel(
    (Feature.EAR_OVER_SHOULDER_DEG, Feature.SHOULDER_OVER_HIP_DEG),
    (22.0, 1.3),
    LinearAngle((1.18, 0.0), 2.0, 0.15, 10.0),  # 0.9, 1.0
    LinearAngle((0.41, 0.45), 2.0, 0.2, 6.0),  # 0.7, 0.6
)

MODELS: dict[View, ViewModel] = {
    View.FRONT: FRONT,
    View.THREE_QUARTER_LEFT: THREE_QUARTER,
    View.THREE_QUARTER_RIGHT: THREE_QUARTER,
    View.SIDE_LEFT: SIDE,
    View.SIDE_RIGHT: SIDE,
}


def estimate_angles(features: Features, baseline: Baseline | None = None) -> Angles:
    """Estimate both angles of one frame.

    Args:
        features: Of this frame.
        baseline: The user's upright posture; without one there is no change, and the angles
            themselves are uncertain by what people differ.

    Returns:
        Angles. With a `reason` and NaN when nothing can be measured; with `HIPS_HIDDEN` and only
        the thoracic angle NaN when that needs the hips (side view).
    """
    reason = features.reason or _not_comparable(features, baseline)
    if reason is not None:
        return Angles(view=features.view, reason=reason)
    values = features.values
    model = MODELS[baseline.view if baseline else features.view]
    usual = model.usual if baseline is None else baseline.features[list(model.cues)].tolist()
    first, second = (float(values[cue]) - at for cue, at in zip(model.cues, usual, strict=True))
    neck, neck_sd = model.neck.change(first, second)
    thoracic, thoracic_sd = model.thoracic.change(first, second)
    personal = baseline is not None
    return Angles(
        neck_deg=UPRIGHT_NECK_DEG + neck,
        neck_sd_deg=hypot(neck_sd, BETWEEN_PEOPLE_SD_DEG if personal else model.neck.usual_sd_deg),
        thoracic_deg=UPRIGHT_THORACIC_DEG + thoracic,
        thoracic_sd_deg=hypot(
            thoracic_sd, BETWEEN_PEOPLE_SD_DEG if personal else model.thoracic.usual_sd_deg
        ),
        neck_change_deg=neck if personal else nan,
        neck_change_sd_deg=neck_sd if personal else nan,
        thoracic_change_deg=thoracic if personal else nan,
        thoracic_change_sd_deg=thoracic_sd if personal else nan,
        head_pitch_deg=float(values[Feature.HEAD_PITCH_DEG]),
        view=features.view,
        reason=Reason.HIPS_HIDDEN if isnan(thoracic) else None,
    )


def _not_comparable(features: Features, baseline: Baseline | None) -> Reason | None:
    """Whether the person has turned too far for the baseline to serve."""
    if baseline is None:
        return None
    turn = features.values[Feature.TRUNK_YAW_DEG]
    usual = baseline.features[Feature.TRUNK_YAW_DEG]
    side, usual_side = features.view.side, baseline.view.side
    if side and usual_side and side != usual_side:
        turn = -turn
    return None if abs(turn - usual) <= MAX_TURN_DEG else Reason.VIEW_CHANGED
