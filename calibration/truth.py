"""True angles of the upper trunk and true image points, from the body's own vertices.

Vertex numbers are those of the MakeHuman base mesh (CC0) and hold for all bodies. C7 and T12 were
chosen by height (0.86 and 0.63 of stature), not from a radiograph.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from calibration.body_model import BodyModel, Floats, load_body_model

if TYPE_CHECKING:
    from calibration.posture import Skeleton

Points = NDArray[np.float64]

C7, T12, TRAGUS_LEFT, TRAGUS_RIGHT, NOSE_TIP = 1496, 4060, 12169, 5572, 5054
LANDMARKS = 33
FORWARD = np.array([0.0, -1.0, 0.0])


@dataclass(frozen=True)
class TrueAngles:
    """Angles in degrees, forward and down positive; see the fields.

    Attributes:
        neck_deg: inclination of C7 → mid-tragus from the vertical, in the sagittal plane.
        thoracic_deg: inclination of T12 → C7 from the vertical, in the sagittal plane.
        rounding_deg: inclination of the bones spine01 → neck01 minus that of spine04 → spine02.
        head_pitch_deg: inclination of the head's forward axis under the horizon.
        trunk_yaw_deg: heading of the uppermost spine bone, to the sitter's left.
        head_yaw_deg: heading of the head minus that of the uppermost spine bone.
        lean_deg: sideways inclination of T12 → C7, to the sitter's left.
    """

    neck_deg: float
    thoracic_deg: float
    rounding_deg: float
    head_pitch_deg: float
    trunk_yaw_deg: float
    head_yaw_deg: float
    lean_deg: float


def true_angles(model: BodyModel, vertices: Floats, skeleton: Skeleton) -> TrueAngles:
    """Measure a posed body.

    Args:
        model: the body model (for bone names).
        vertices: (V, 3) posed vertices, metres, z up; V at least the base mesh.
        skeleton: the posed skeleton of the same frame.
    """
    bone, joints = model.bone, skeleton.joints
    top = skeleton.rotations[bone("spine01")] @ FORWARD
    face = skeleton.rotations[bone("head")] @ FORWARD
    heading = np.array([top[0], top[1], 0.0]) / np.hypot(top[0], top[1])
    tragus = vertices[[TRAGUS_LEFT, TRAGUS_RIGHT]].astype(float).mean(axis=0)
    back, waist = vertices[C7].astype(float), vertices[T12].astype(float)
    upper = inclination_deg(joints[bone("neck01")] - joints[bone("spine01")], heading)
    lower = inclination_deg(joints[bone("spine02")] - joints[bone("spine04")], heading)
    leftwards = np.cross([0.0, 0.0, 1.0], heading)
    yaw = _heading_deg(top)
    return TrueAngles(
        neck_deg=inclination_deg(tragus - back, heading),
        thoracic_deg=inclination_deg(back - waist, heading),
        rounding_deg=upper - lower,
        head_pitch_deg=float(np.degrees(np.arcsin(np.clip(-face[2], -1.0, 1.0)))),
        trunk_yaw_deg=yaw,
        head_yaw_deg=float((_heading_deg(face) - yaw + 180.0) % 360.0 - 180.0),
        lean_deg=inclination_deg(back - waist, leftwards),
    )


def inclination_deg(line: Points, heading: Points) -> float:
    """Angle of ``line`` (3,) from the vertical z in the plane of ``heading`` (3,) and z."""
    return float(np.degrees(np.arctan2(line @ heading, line[2])))


def _heading_deg(forward: Points) -> float:
    return float(np.degrees(np.arctan2(forward[0], -forward[1])))


def landmark_vertices(model: BodyModel) -> dict[int, int]:
    """Return which vertex stands for which of the 33 pose landmarks (face only).

    The corners of eyes and mouth are the vertices of the base mesh nearest to where they are in
    its rest shape; the left side of the body has positive x.
    """
    skin = model.template[: int(model.body_faces.max()) + 1]
    lips = np.flatnonzero(model.lips[: len(skin)] > 0.5)
    mouth_left, mouth_right = (int(lips[np.argmax(sign * skin[lips, 0])]) for sign in (1, -1))
    result = {0: NOSE_TIP, 7: TRAGUS_LEFT, 8: TRAGUS_RIGHT, 9: mouth_left, 10: mouth_right}
    for first, bone, sign in ((1, "eye.L", 1.0), (4, "eye.R", -1.0)):
        eye = model.heads[model.bone(bone)]
        for offset, shift in enumerate((-0.0155, 0.0, 0.0165)):
            wanted = eye + np.array([sign * shift, -0.004 if shift == 0.0 else 0.002, 0.0])
            result[first + offset] = int(np.argmin(np.linalg.norm(skin - wanted, axis=1)))
    return result


def landmark_points(model: BodyModel, vertices: Floats, skeleton: Skeleton) -> Points:
    """Return the (33, 3) positions of pose landmarks, metres; NaN where not modelled.

    Face points are vertices; shoulders, elbows, wrists and hips are the heads of bones.
    """
    points = np.full((LANDMARKS, 3), np.nan)
    for landmark, vertex in _landmarks():
        points[landmark] = vertices[vertex]
    for first, name in ((11, "upperarm01"), (13, "lowerarm01"), (15, "wrist"), (23, "upperleg01")):
        for offset, side in enumerate("LR"):
            points[first + offset] = skeleton.joints[model.bone(f"{name}.{side}")]
    return points


@lru_cache(maxsize=1)
def _landmarks() -> tuple[tuple[int, int], ...]:
    return tuple(landmark_vertices(load_body_model()).items())
