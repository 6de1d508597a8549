"""Where the hands are, and the two-bone inverse kinematics that brings them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from calibration.bodies import Body
    from calibration.body_model import BodyModel

Matrix = NDArray[np.float64]

# Metres in the body frame (x outwards, y backwards, z up from the hips).
_KEYBOARD = (0.13, -0.40, 0.20)
_LAP = (0.11, -0.27, 0.10)
_REACH = (0.25, -0.62, 0.30)
# From the head joint, in the frame of the head, scaled with the body.
_CHIN = (0.045, -0.115, -0.085)
_ELBOW_POLE = (0.55, 0.35, -1.0)
_MAX_STRETCH = 0.985
_MAX_FREE_STRETCH = 0.999
# Of a movement of the seat, the hands on the desk take this share back.
_DESK_HOLD = 0.6
_PRONATION_DEG = 62.0
# A straight arm has no plane in which its elbow bends.
_LEAST_BEND_DEG = 6.0


@dataclass(frozen=True)
class FreeArm:
    """An arm in the air, by its angles against the uppermost spine bone.

    Attributes:
        share: 0 to 1, of the way from the hand's place at the desk to what the angles say.
        raise_deg: of the upper arm, from hanging (0) to straight up (180).
        forward_deg: where it is raised to: 0 sideways, 90 to the front, negative behind.
        bend_deg: of the elbow; 0 is straight.
        turn_deg: where the bent forearm points: 0 to the front, 90 up when the upper arm is level.
    """

    share: float = 0.0
    raise_deg: float = 0.0
    forward_deg: float = 0.0
    bend_deg: float = 0.0
    turn_deg: float = 0.0

    def directions(self, sign: float) -> Matrix:
        """(2, 3) unit vectors of upper arm and forearm in the trunk's frame; ``sign`` -1: right."""
        up, ahead = np.radians(self.raise_deg), np.radians(self.forward_deg)
        bend, turn = np.radians(max(self.bend_deg, _LEAST_BEND_DEG)), np.radians(self.turn_deg)
        upper = np.array(
            [sign * np.sin(up) * np.cos(ahead), -np.sin(up) * np.sin(ahead), -np.cos(up)]
        )
        # What is at right angles to the upper arm, in the plane in which it is raised, and across.
        along = np.array(
            [sign * np.cos(up) * np.cos(ahead), -np.cos(up) * np.sin(ahead), np.sin(up)]
        )
        across = np.array([-sign * np.sin(ahead), -np.cos(ahead), 0.0])
        aside = np.cos(turn) * across + np.sin(turn) * along
        return np.stack([upper, np.cos(bend) * upper + np.sin(bend) * aside])


@dataclass(frozen=True)
class ArmTargets:
    """Shares (0 to 1) of the way from the keyboard to the lap, to a far thing, to the face."""

    lap: float
    reach: float
    face: float
    seat_shift_m: tuple[float, float, float]
    free: FreeArm = FreeArm()


def pose_arm(
    model: BodyModel, body: Body, rotations: Matrix, joints: Matrix, side: str, targets: ArmTargets
) -> None:
    """Turn the bones of one arm in place so that the wrist comes near its target.

    ``rotations`` (B, 3, 3) and ``joints`` (B, 3) are global, body frame, and are changed from
    the upper arm downwards.
    """
    sign = 1.0 if side == "L" else -1.0
    chain = [model.bone(f"{name}.{side}") for name in ("upperarm01", "lowerarm01", "wrist")]
    shoulder, elbow, wrist = chain
    target = _wrist_target(model, body, rotations, joints, sign, targets)
    rest = body.heads[chain].astype(float)
    upper_rest, fore_rest = rest[1] - rest[0], rest[2] - rest[1]
    lengths_m = float(np.linalg.norm(upper_rest)), float(np.linalg.norm(fore_rest))
    pole = np.array(_ELBOW_POLE) * (sign, 1.0, 1.0)
    stretch = _MAX_STRETCH
    if targets.free.share > 0.0:
        stretch += targets.free.share * (_MAX_FREE_STRETCH - _MAX_STRETCH)
        directions = targets.free.directions(sign) @ rotations[model.bone("spine01")].T
        target, pole = _freed(joints[shoulder], target, pole, directions, lengths_m, targets.free)
    bend = _solve(joints[shoulder], target, *lengths_m, pole, stretch)
    normal_rest = np.cross(upper_rest, fore_rest)
    normal = np.cross(bend[0], bend[1])
    upper = _frame(bend[0], normal) @ _frame(upper_rest, normal_rest).T
    fore = _frame(bend[1], normal) @ _frame(fore_rest, normal_rest).T
    _place(model, body, rotations, joints, shoulder, upper)
    _place(model, body, rotations, joints, elbow, fore)
    # Palms turn down to the keys, half of it in the forearm.
    turn = sign * _PRONATION_DEG * (1.0 - 0.6 * targets.face)
    _place(
        model,
        body,
        rotations,
        joints,
        model.bone(f"lowerarm02.{side}"),
        _about(bend[1], 0.5 * turn) @ fore,
    )
    _place(model, body, rotations, joints, wrist, _about(bend[1], turn) @ fore)


def _wrist_target(
    model: BodyModel,
    body: Body,
    rotations: Matrix,
    joints: Matrix,
    sign: float,
    targets: ArmTargets,
) -> NDArray[np.float64]:
    outwards = np.array([sign, 1.0, 1.0])
    scale = body.stature_m / 1.70
    desk_shift = -_DESK_HOLD * np.array([0.0, targets.seat_shift_m[1], 0.0])
    target = np.array(_KEYBOARD) * outwards * scale + desk_shift
    target = target + targets.lap * (np.array(_LAP) * outwards * scale - target)
    target = target + targets.reach * (np.array(_REACH) * outwards * scale + desk_shift - target)
    head = model.bone("head")
    chin = joints[head] + rotations[head] @ (np.array(_CHIN) * outwards * scale)
    # The palm, not the wrist, touches the face.
    chin = chin + np.array([0.05 * sign, -0.03, -0.09]) * scale
    return np.asarray(target + targets.face * (chin - target))


def _freed(
    shoulder: NDArray[np.float64],
    target: NDArray[np.float64],
    pole: NDArray[np.float64],
    directions: Matrix,
    lengths_m: tuple[float, float],
    free: FreeArm,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the wrist's target and the elbow's pole on their way to a free arm's."""
    upper, fore = directions[0] * lengths_m[0], directions[1] * lengths_m[1]
    wrist = shoulder + upper + fore
    way = (upper + fore) / np.linalg.norm(upper + fore)
    outwards = upper - way * float(upper @ way)
    outwards = outwards / np.linalg.norm(outwards)
    unit = pole / np.linalg.norm(pole)
    return target + free.share * (wrist - target), unit + free.share * (outwards - unit)


def _solve(
    shoulder: NDArray[np.float64],
    target: NDArray[np.float64],
    upper_m: float,
    fore_m: float,
    pole: NDArray[np.float64],
    stretch: float,
) -> tuple[Matrix, Matrix]:
    """Return the vectors shoulder → elbow and elbow → wrist; 1 is a fully stretched arm."""
    way = target - shoulder
    reach = float(
        np.clip(np.linalg.norm(way), abs(upper_m - fore_m) + 0.06, stretch * (upper_m + fore_m))
    )
    direction = way / np.linalg.norm(way)
    along = (upper_m**2 - fore_m**2 + reach**2) / (2.0 * reach)
    across = np.sqrt(max(upper_m**2 - along**2, 1e-8))
    side = pole - direction * float(pole @ direction)
    upper = along * direction + across * side / np.linalg.norm(side)
    return upper, reach * direction - upper


def _frame(direction: NDArray[np.float64], normal: NDArray[np.float64]) -> Matrix:
    """Return the orthonormal frame whose first axis is ``direction``, whose second ``normal``."""
    first = direction / np.linalg.norm(direction)
    second = normal / np.linalg.norm(normal)
    return np.column_stack([first, second, np.cross(first, second)])


def _about(axis: NDArray[np.float64], angle_deg: float) -> Matrix:
    """Rotation about any axis (Rodrigues' formula)."""
    unit = axis / np.linalg.norm(axis)
    cross = np.array([[0.0, -unit[2], unit[1]], [unit[2], 0.0, -unit[0]], [-unit[1], unit[0], 0.0]])
    angle = np.radians(angle_deg)
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1.0 - np.cos(angle)) * cross @ cross)


def _place(
    model: BodyModel, body: Body, rotations: Matrix, joints: Matrix, bone: int, turn: Matrix
) -> None:
    """Give ``bone`` and everything below it the global rotation ``turn``."""
    below = {bone}
    rotations[bone] = turn
    for child in range(bone + 1, len(model.bone_parents)):
        if int(model.bone_parents[child]) in below:
            below.add(child)
            rotations[child] = turn
            joints[child] = joints[bone] + turn @ (body.heads[child] - body.heads[bone])
