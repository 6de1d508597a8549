"""Features and baseline to neck and thoracic angle, each with a standard deviation.

The angles come from models fitted on rendered bodies with a known spine; what they are worth is
published in `calibration/ACCURACY.md`.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from posture import shape
from posture.angle_model import PersonalModel, shipped
from posture.geometry import angle_difference_deg
from posture.records import Angles, Features, Reason

if TYPE_CHECKING:
    from posture.records import Baseline, FloatArray

MAX_TURN_DEG = 35.0
"""Turned further than this from the baseline, nothing is known of the change."""


def nobody_known() -> FloatArray:
    """The shape that stands in for a baseline in the model of absolute angles."""
    values = np.zeros(shape.LENGTH)
    values[shape.SEEN : shape.PLACE] = 1.0
    return values


class AngleEstimator:
    """Estimates one person's angles.

    Args:
        baseline: The user's upright posture. Without one there is no change, and the angles are
            uncertain by what people differ.
    """

    def __init__(self, baseline: Baseline | None = None) -> None:
        self._baseline = baseline
        self._absolute = PersonalModel(shipped("angle_absolute"), nobody_known())
        if baseline is not None:
            self._change = PersonalModel(shipped("angle_change"), baseline.shape)
            self._at_rest, _ = self._change.predict(baseline.shape)
            self._upright, self._upright_sd = self._absolute.predict(baseline.shape)

    def estimate(self, features: Features) -> Angles:
        """Estimate both angles of one frame.

        Returns:
            Angles; with a `reason` and every number NaN when nothing can be measured: what the
            features say, a person turned away from the baseline, or a picture unlike any that
            the model was fitted on.
        """
        reason = features.reason or self._not_comparable(features)
        if reason is not None:
            return Angles(view=features.view, reason=reason)
        if self._baseline is None:
            return self._without_baseline(features)
        change, sd = self.change_deg(features.shape)
        upright, upright_sd = self._upright, self._upright_sd
        return Angles(
            neck_deg=upright[0] + change[0],
            neck_sd_deg=hypot(upright_sd[0], sd[0]),
            thoracic_deg=upright[1] + change[1],
            thoracic_sd_deg=hypot(upright_sd[1], sd[1]),
            neck_change_deg=change[0],
            neck_change_sd_deg=sd[0],
            thoracic_change_deg=change[1],
            thoracic_change_sd_deg=sd[1],
            rounding_change_deg=change[2],
            rounding_change_sd_deg=sd[2],
            head_pitch_deg=upright[3] + change[3],
            view=features.view,
        )

    def change_deg(self, values: FloatArray) -> tuple[list[float], list[float]]:
        """Change of `angle_model.TARGETS` from the baseline and its standard deviation, degrees.

        Args:
            values: (shape.LENGTH,) a shape that can be compared with the baseline.

        Returns:
            Four and four. Only with a baseline is there an answer.
        """
        estimate, sd = self._change.predict(values)
        return [now - rest for now, rest in zip(estimate, self._at_rest, strict=True)], sd

    def _without_baseline(self, features: Features) -> Angles:
        angles, sd = self._absolute.predict(features.shape)
        return Angles(
            neck_deg=angles[0],
            neck_sd_deg=sd[0],
            thoracic_deg=angles[1],
            thoracic_sd_deg=sd[1],
            head_pitch_deg=angles[3],
            view=features.view,
        )

    def _not_comparable(self, features: Features) -> Reason | None:
        if self._baseline is not None:
            turn_deg = angle_difference_deg(features.trunk_yaw_deg, self._baseline.trunk_yaw_deg)
            if abs(turn_deg) > MAX_TURN_DEG:
                return Reason.VIEW_CHANGED
        return None if self._absolute.knows(features.shape) else Reason.UNFAMILIAR
