"""Seated postures: a frozen record of joint angles and the skeleton that carries them out.

Body frame: origin at the hips, x to the sitter's left, y backwards, z up; metres. Positive
flexion leans forward, positive yaw turns to the sitter's left, positive lean goes to the left.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from calibration.arms import ArmTargets, FreeArm, pose_arm

if TYPE_CHECKING:
    from calibration.bodies import Body
    from calibration.body_model import BodyModel, Floats

Matrix = NDArray[np.float64]

# Shares of the slump from the lowest to the highest of the five spine bones.
SPINE_BONES = ("spine05", "spine04", "spine03", "spine02", "spine01")
SPINE_SHARES = (0.10, 0.15, 0.25, 0.30, 0.20)
_EVEN_SHARES = (0.20, 0.20, 0.20, 0.20, 0.20)
_NECK_BONES = ("neck01", "neck02", "neck03")
_NECK_FLEXION_SHARES = (0.45, 0.35, 0.20)
_NECK_YAW_SHARES = (0.10, 0.15, 0.20)
# A part of looking down is bending the neck: 25 degrees of pitch give about 6 of neck angle.
_NECK_PART_OF_PITCH = 0.26


@dataclass(frozen=True)
class Posture:
    """Joint angles of a seated person; every number is zero when sitting upright.

    Attributes:
        slump_deg: flexion spread over the five spine bones.
        pelvis_roll_share: backward roll of the pelvis as a share of the slump.
        recline_deg: backward inclination of pelvis and trunk together.
        hinge_deg: forward inclination of pelvis and trunk together (leaning to the screen).
        neck_flexion_deg: forward flexion of the neck while the head stays level.
        head_pitch_deg: look down (positive) or up.
        head_yaw_deg, head_roll_deg: turn and tilt of the head against the trunk.
        gaze_hold: share of the trunk's inclination that the head makes good to see the screen.
        trunk_yaw_deg, lateral_lean_deg: twist and sideways lean of the spine.
        shoulder_protraction_deg, shoulder_elevation_deg: forward and upward, both sides.
        chair_yaw_deg: heading of the whole body.
        lap_left, lap_right: share of the hand's way from the keyboard to the lap.
        reach_left, reach_right: share of the way to something far on the desk.
        face_left, face_right: share of the way to the chin or cheek.
        neck_lean_deg: sideways bend of the neck, which carries the head along.
        shoulder_tilt_deg: left shoulder up, right shoulder down.
        free_left, free_right: share of the way from there to where the angles below bring the arm.
        raise_left_deg, raise_right_deg: of the upper arm, from hanging (0) to straight up (180).
        arm_forward_deg, elbow_bend_deg, arm_turn_deg: of both free arms, see ``arms.FreeArm``.
    """

    slump_deg: float = 0.0
    pelvis_roll_share: float = 0.35
    recline_deg: float = 0.0
    hinge_deg: float = 0.0
    neck_flexion_deg: float = 0.0
    head_pitch_deg: float = 0.0
    head_yaw_deg: float = 0.0
    head_roll_deg: float = 0.0
    gaze_hold: float = 0.9
    trunk_yaw_deg: float = 0.0
    lateral_lean_deg: float = 0.0
    shoulder_protraction_deg: float = 0.0
    shoulder_elevation_deg: float = 0.0
    chair_yaw_deg: float = 0.0
    lap_left: float = 0.0
    lap_right: float = 0.0
    reach_left: float = 0.0
    reach_right: float = 0.0
    face_left: float = 0.0
    face_right: float = 0.0
    neck_lean_deg: float = 0.0
    shoulder_tilt_deg: float = 0.0
    free_left: float = 0.0
    free_right: float = 0.0
    raise_left_deg: float = 0.0
    raise_right_deg: float = 0.0
    arm_forward_deg: float = 0.0
    elbow_bend_deg: float = 0.0
    arm_turn_deg: float = 0.0

    def blend(self, other: Posture, share: float) -> Posture:
        """Return the posture ``share`` (0 to 1) of the way to ``other``."""
        return Posture(
            **{
                field.name: (1.0 - share) * getattr(self, field.name)
                + share * getattr(other, field.name)
                for field in fields(self)
            }
        )

    def plus(self, **changes: float) -> Posture:
        """Return the posture with ``changes`` added to its angles."""
        return replace(
            self, **{name: getattr(self, name) + amount for name, amount in changes.items()}
        )


@dataclass(frozen=True)
class Skeleton:
    """A posed skeleton.

    Attributes:
        rotations: (B, 3, 3) global rotation of every bone against its rest orientation.
        joints: (B, 3) position of the bone heads, metres.
    """

    rotations: Matrix
    joints: Matrix

    def moved(self, rotation: Matrix, translation: NDArray[np.float64]) -> Skeleton:
        """Return the skeleton after a rigid motion: rotate about the origin, then translate."""
        return Skeleton(
            rotations=rotation @ self.rotations, joints=self.joints @ rotation.T + translation
        )


def rotation(axis: str, angle_deg: float) -> Matrix:
    """Return the (3, 3) rotation about a coordinate axis, right-handed, degrees."""
    cosine, sine = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    first, second = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    result = np.eye(3)
    result[first, first] = result[second, second] = cosine
    result[first, second], result[second, first] = -sine, sine
    return result


def pose_skeleton(
    model: BodyModel,
    body: Body,
    posture: Posture,
    seat_shift_m: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> Skeleton:
    """Pose the skeleton of ``body``; hips at the origin, heading by ``chair_yaw_deg``.

    ``seat_shift_m`` is where the seat stands; the hands partly stay on the desk while it moves.
    """
    local = _spine_and_neck(body, posture)
    local |= _legs(local["root"])
    local |= _shoulders(posture)
    rotations, joints = _forward(model, body, local)
    head = model.bone("head")
    level = (
        rotation("z", posture.trunk_yaw_deg + posture.head_yaw_deg)
        @ rotation("x", _head_pitch(body, posture))
        @ rotation("y", posture.head_roll_deg + posture.neck_lean_deg)
    )
    rotations[head:] = level
    joints[head + 1 :] = joints[head] + (body.heads[head + 1 :] - body.heads[head]) @ level.T
    for side, arms in _arms(posture, seat_shift_m).items():
        pose_arm(model, body, rotations, joints, side, arms)
    return Skeleton(rotations, joints).moved(rotation("z", posture.chair_yaw_deg), np.zeros(3))


def _arms(posture: Posture, seat_shift_m: tuple[float, float, float]) -> dict[str, ArmTargets]:
    angles = (posture.arm_forward_deg, posture.elbow_bend_deg, posture.arm_turn_deg)
    left = FreeArm(posture.free_left, posture.raise_left_deg, *angles)
    right = FreeArm(posture.free_right, posture.raise_right_deg, *angles)
    return {
        "L": ArmTargets(
            posture.lap_left, posture.reach_left, posture.face_left, seat_shift_m, left
        ),
        "R": ArmTargets(
            posture.lap_right, posture.reach_right, posture.face_right, seat_shift_m, right
        ),
    }


def _trunk_flexion(body: Body, posture: Posture) -> tuple[float, float]:
    """Return the forward inclinations (pelvis, uppermost spine bone) in degrees."""
    pelvis = (
        body.traits.thoracic_offset_deg
        + posture.hinge_deg
        - posture.recline_deg
        - posture.pelvis_roll_share * posture.slump_deg
    )
    return pelvis, pelvis + posture.slump_deg


def _head_pitch(body: Body, posture: Posture) -> float:
    _, top = _trunk_flexion(body, posture)
    carried = (top - body.traits.thoracic_offset_deg) * (1.0 - posture.gaze_hold)
    return body.traits.head_pitch_offset_deg + posture.head_pitch_deg + carried


def _spine_and_neck(body: Body, posture: Posture) -> dict[str, Matrix]:
    pelvis, _ = _trunk_flexion(body, posture)
    local = {"root": rotation("x", pelvis)}
    for bone, share, even in zip(SPINE_BONES, SPINE_SHARES, _EVEN_SHARES, strict=True):
        local[bone] = (
            rotation("z", even * posture.trunk_yaw_deg)
            @ rotation("y", even * posture.lateral_lean_deg)
            @ rotation("x", share * posture.slump_deg)
        )
    flexion = (
        body.traits.neck_offset_deg
        + posture.neck_flexion_deg
        + _NECK_PART_OF_PITCH * posture.head_pitch_deg
    )
    for bone, share, yaw in zip(_NECK_BONES, _NECK_FLEXION_SHARES, _NECK_YAW_SHARES, strict=True):
        # People keep their head upright when they lean sideways: the neck takes half of it back.
        local[bone] = (
            rotation("z", yaw * posture.head_yaw_deg)
            @ rotation("y", -0.17 * posture.lateral_lean_deg + posture.neck_lean_deg / 3.0)
            @ rotation("x", share * flexion)
        )
    return local


def _legs(root: Matrix) -> dict[str, Matrix]:
    """Thighs forward and shanks down whatever the pelvis does."""
    local: dict[str, Matrix] = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        thigh = rotation("z", 8.0 * sign) @ rotation("x", -86.0)
        shank = rotation("x", 4.0)
        local[f"upperleg01.{side}"] = root.T @ thigh
        local[f"lowerleg01.{side}"] = thigh.T @ shank
        local[f"foot.{side}"] = shank.T
    return local


def _shoulders(posture: Posture) -> dict[str, Matrix]:
    local: dict[str, Matrix] = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        local[f"clavicle.{side}"] = rotation(
            "z", -sign * posture.shoulder_protraction_deg
        ) @ rotation("y", -sign * posture.shoulder_elevation_deg - posture.shoulder_tilt_deg)
    return local


def _forward(model: BodyModel, body: Body, local: dict[str, Matrix]) -> tuple[Matrix, Matrix]:
    """Forward kinematics from local rotations about the joints; the hips stay at the origin."""
    count = len(model.bone_labels)
    rotations, joints = np.empty((count, 3, 3)), np.empty((count, 3))
    for bone, (label, parent) in enumerate(zip(model.bone_labels, model.bone_parents, strict=True)):
        own = local.get(str(label), np.eye(3))
        if parent < 0:
            rotations[bone], joints[bone] = own, own @ body.heads[bone]
        else:
            rotations[bone] = rotations[parent] @ own
            offset = body.heads[bone] - body.heads[parent]
            joints[bone] = joints[parent] + rotations[parent] @ offset
    return rotations, joints


def skin(
    vertices: Floats, normals: Floats, weights: Floats, heads: Floats, skeleton: Skeleton
) -> tuple[Floats, Floats]:
    """Linear blend skinning: (V, 3) posed vertices and (V, 3) normals (not normalised)."""
    offsets = skeleton.joints - np.einsum("bij,bj->bi", skeleton.rotations, heads)
    bones = np.concatenate([skeleton.rotations, offsets[:, :, None]], axis=2)
    blended = (weights @ bones.reshape(len(bones), 12).astype(np.float32)).reshape(-1, 3, 4)
    turned = blended[:, :, :3]
    posed = np.einsum("vij,vj->vi", turned, vertices) + blended[:, :, 3]
    return posed, np.einsum("vij,vj->vi", turned, normals)
