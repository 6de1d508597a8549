"""Poses of a paper figure: a trunk, a neck and a head whose angles are known, seen from anywhere.

Body axes, metres: right of the person, up, forward; origin midway between the hips.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from posture.records import Pose

if TYPE_CHECKING:
    from posture.records import FloatArray

NECK_M = 0.20
TRUNK_M = 0.50

_HEAD = {  # from the middle of the ears: to the person's left, up, forward
    0: (0.0, -0.02, 0.115),
    2: (0.03, 0.03, 0.09),
    5: (-0.03, 0.03, 0.09),
    7: (0.075, 0.0, 0.0),
    8: (-0.075, 0.0, 0.0),
    9: (0.025, -0.07, 0.09),
    10: (-0.025, -0.07, 0.09),
}


def _turn(points: FloatArray, yaw_deg: float) -> FloatArray:
    """Turn about the vertical; positive shows the person's right side."""
    angle = np.radians(yaw_deg)
    left, up, forward = points.T
    return np.stack(
        [
            left * np.cos(angle) + forward * np.sin(angle),
            -up,
            left * np.sin(angle) - forward * np.cos(angle),
        ],
        axis=-1,
    )


def make_pose(
    *,
    neck_deg: float = 20.0,
    trunk_deg: float = 0.0,
    yaw_deg: float = 0.0,
    head_yaw_deg: float = 0.0,
    pitch_deg: float = 0.0,
    width_px: int = 640,
    height_px: int = 480,
    metre_px: float = 480.0,
    hip_px: tuple[float, float] = (320.0, 440.0),
    visibility: float = 0.99,
) -> Pose:
    """One figure, seen without perspective.

    Args:
        neck_deg: Inclination of the middle of the ears over that of the shoulders, forward.
        trunk_deg: The same of the shoulders over the hips.
        yaw_deg: Turn of the whole figure; 90 faces the image's right edge.
        head_yaw_deg: Turn of the head against the trunk.
        pitch_deg: The head looks down by this much.
        width_px: Of the frame.
        height_px: Of the frame.
        metre_px: Pixels to a metre.
        hip_px: Where the middle of the hips is seen.
        visibility: Of every landmark.
    """
    trunk, neck, pitch = np.radians([trunk_deg, neck_deg, pitch_deg])
    shoulders = TRUNK_M * np.array([0.0, np.cos(trunk), np.sin(trunk)])
    ears = shoulders + NECK_M * np.array([0.0, np.cos(neck), np.sin(neck)])
    body = np.zeros((33, 3))
    for index, side in ((11, 1), (12, -1)):
        body[index] = np.add(shoulders, [side * 0.18, 0.0, 0.0])
    for index, side in ((23, 1), (24, -1)):
        body[index] = [side * 0.12, 0.0, 0.0]
    for index, side in ((13, 1), (14, -1), (15, 1), (16, -1)):
        body[index] = [side * 0.22, 0.25, 0.1 + 0.2 * (index > 14)]
    turned = np.radians(head_yaw_deg)
    for index, (left, up, forward) in _HEAD.items():
        down = up * np.cos(pitch) - forward * np.sin(pitch)
        ahead = forward * np.cos(pitch) + up * np.sin(pitch)
        across = left * np.cos(turned) + ahead * np.sin(turned)
        along = ahead * np.cos(turned) - left * np.sin(turned)
        body[index] = np.add(ears, [across, down, along])
    body[[1, 3]], body[[4, 6]] = body[2], body[5]
    world = _turn(body, yaw_deg)
    return Pose(
        points_px=world[:, :2] * metre_px + np.array(hip_px),
        visibility=np.full(33, visibility),
        presence=np.full(33, visibility),
        world_m=world,
        width_px=width_px,
        height_px=height_px,
    )


def mirrored(pose: Pose) -> Pose:
    """The same person in a mirror: left becomes right."""
    swap = np.arange(33)
    pairs = [(1, 4), (2, 5), (3, 6), (7, 8), (9, 10), *((i, i + 1) for i in range(11, 33, 2))]
    for left, right in pairs:
        swap[[left, right]] = right, left
    points = pose.points_px[swap] * [-1, 1] + [pose.width_px, 0]
    return Pose(
        points_px=points,
        visibility=pose.visibility[swap],
        presence=pose.presence[swap],
        world_m=pose.world_m[swap] * [-1, 1, 1],
        width_px=pose.width_px,
        height_px=pose.height_px,
    )
