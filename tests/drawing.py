"""Frames, a body and ticks for the tests that draw."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

from posture.landmarks import Landmark
from posture.records import Alert, Angles, Deviation, Pose, Reason, State, Tick

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH, HEIGHT = 640, 480
ANGLES = Angles(38.0, 5.0, 12.0, 4.0, 14.0, 4.0, -3.0, 4.0)
BODY = {
    Landmark.LEFT_EAR: (360, 150),
    Landmark.RIGHT_EAR: (280, 150),
    Landmark.LEFT_SHOULDER: (420, 280),
    Landmark.RIGHT_SHOULDER: (220, 280),
    Landmark.LEFT_ELBOW: (450, 400),
    Landmark.RIGHT_ELBOW: (190, 400),
    Landmark.LEFT_WRIST: (400, 440),
    Landmark.RIGHT_WRIST: (240, 440),
    Landmark.LEFT_HIP: (390, 470),
    Landmark.RIGHT_HIP: (250, 470),
}
FACE = (slice(120, 200), slice(295, 345))
"""Between the ears and above the shoulders: rows and columns."""


def a_pose(width: int = WIDTH, height: int = HEIGHT, visibility: float = 1.0) -> Pose:
    points = np.full((33, 2), nan)
    for landmark, (x, y) in BODY.items():
        points[landmark] = x * width / WIDTH, y * height / HEIGHT
    seen = np.full(33, visibility)
    return Pose(points, seen, seen, np.zeros((33, 3)), width, height)


def a_tick(
    timestamp_s: float = 0.0,
    *,
    angles: Angles = ANGLES,
    state: State = State.UPRIGHT,
    reason: Reason | None = None,
    remaining_s: float = nan,
    alert: Alert | None = None,
    pose: Pose | None = None,
) -> Tick:
    deviation = Deviation()
    return Tick(
        timestamp_s, 0, angles, deviation, state, reason, 5.0, remaining_s, None, alert, pose
    )


def grey(width: int = WIDTH, height: int = HEIGHT, tone: int = 128) -> NDArray[np.uint8]:
    return np.full((height, width, 3), tone, dtype=np.uint8)
