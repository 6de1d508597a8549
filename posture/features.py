"""Pose to features: what the angles are estimated from, gated by visibility.

Either everything that the angle model needs can be trusted, or there is a reason why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

import numpy as np

from posture import shape
from posture.geometry import angle_difference_deg
from posture.landmarks import Landmark
from posture.records import Features, Pose, Reason, View


@dataclass(frozen=True, slots=True)
class FeatureLimits:
    """When landmarks are not to be trusted."""

    visibility: float = 0.5
    """MediaPipe's own threshold after its sigmoid."""
    margin: float = 0.02
    """How far outside the picture a landmark may lie, in frame sizes: guessed landmarks go on."""
    neck_px: float = 24.0
    """Shorter from shoulders to ears, two pixels of noise are worth 7 degrees."""
    head_yaw_deg: float = 50.0
    """Beyond this the far ear and eye are guessed."""
    front_deg: float = 25.0
    """Up to here the view is from the front."""
    side_deg: float = 65.0
    """From here on the view is from the side."""
    behind_deg: float = 120.0
    """From here on the person is seen from behind."""

    def __post_init__(self) -> None:
        if not 0 <= self.visibility <= 1:
            raise ValueError(f"visibility must be between 0 and 1, not {self.visibility}")
        if not 0 < self.front_deg < self.side_deg < self.behind_deg <= 180:
            raise ValueError("view limits must grow: front < side < behind <= 180 degrees")


DEFAULT_LIMITS = FeatureLimits()
NECK_M = 0.2
"""From shoulders to ears, about, whatever the posture."""
_HEAD_AND_SHOULDERS = np.array(shape.HEAD_AND_SHOULDERS)
_NEEDED = np.array(
    (
        Landmark.NOSE,
        Landmark.LEFT_EAR,
        Landmark.RIGHT_EAR,
        Landmark.LEFT_SHOULDER,
        Landmark.RIGHT_SHOULDER,
    )
)
_RIGHT = View.THREE_QUARTER_RIGHT, View.SIDE_RIGHT
_LEFT = View.THREE_QUARTER_LEFT, View.SIDE_LEFT


def view_of(trunk_yaw_deg: float, *, limits: FeatureLimits = DEFAULT_LIMITS) -> View:
    """Name the side from which the camera sees a person.

    Args:
        trunk_yaw_deg: Turn of the shoulders, -180 to 180: 0 faces the camera, 90 the image's right
            edge, so that the camera sees the person's right side.
        limits: Where the views meet.
    """
    turn = abs(trunk_yaw_deg)
    if not turn <= limits.behind_deg:
        return View.UNKNOWN
    if turn < limits.front_deg:
        return View.FRONT
    three_quarter, side = _RIGHT if trunk_yaw_deg > 0 else _LEFT
    return three_quarter if turn < limits.side_deg else side


@np.errstate(all="ignore")  # landmarks may be any numbers
def extract(pose: Pose, *, limits: FeatureLimits = DEFAULT_LIMITS) -> Features:
    """Describe one pose.

    Returns:
        Features with a `reason` and every number NaN when head or shoulders cannot be trusted.
    """
    reason = _distrust(pose, limits)
    if reason is not None:
        return _unmeasured(reason)
    frame_px = pose.width_px, pose.height_px
    values = shape.compute(pose.points_px, pose.world_m, pose.visibility, frame_px)
    if np.count_nonzero(np.isfinite(values)) < shape.LENGTH:
        return _unmeasured(Reason.LOW_VISIBILITY)
    trunk_yaw, head_yaw = shape.yaws_deg(values)
    view = view_of(trunk_yaw, limits=limits)
    if view is View.UNKNOWN:
        return _unmeasured(Reason.FROM_BEHIND)
    if not abs(angle_difference_deg(head_yaw, trunk_yaw)) <= limits.head_yaw_deg:
        return _unmeasured(Reason.HEAD_TURNED, view)
    if not NECK_M * exp(values[shape.PLACE]) * pose.height_px >= limits.neck_px:
        return _unmeasured(Reason.TOO_SMALL, view)
    return Features(values, trunk_yaw, view, None)


def _unmeasured(reason: Reason, view: View = View.UNKNOWN) -> Features:
    return Features(np.full(shape.LENGTH, np.nan), float("nan"), view, reason)


def _distrust(pose: Pose, limits: FeatureLimits) -> Reason | None:
    """Say why head or shoulders cannot be trusted, or None."""
    margin_x, margin_y = limits.margin * pose.width_px, limits.margin * pose.height_px
    most_x, most_y = pose.width_px + margin_x, pose.height_px + margin_y
    for x, y in pose.points_px.take(_HEAD_AND_SHOULDERS, axis=0).tolist():
        if not (-margin_x <= x <= most_x and -margin_y <= y <= most_y):  # or NaN
            return Reason.OUTSIDE_FRAME
    nose, left_ear, right_ear, left, right = pose.visibility.take(_NEEDED).tolist()
    if not min(nose, max(left_ear, right_ear), max(left, right)) >= limits.visibility:
        return Reason.LOW_VISIBILITY
    return None
