"""Movements of the exercises that a camera can follow: from a posture to others and back.

Names, movements and criteria are those of EVIDENCE 6.1. ``enough`` ones clearly do what is counted,
from a little to a lot; ``half`` ones clearly do less; the others are what people do in its place,
and must not count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from calibration.posture import Posture

ENOUGH, HALF = "enough", "half"
# Of raising the arm over level, the share that the collar bone takes.
_COLLAR_SHARE = 0.17


@dataclass(frozen=True)
class Going:
    """How far a movement goes, and from where.

    Attributes:
        rng: For everything that varies.
        start: Where it begins and ends.
        side: 1 to the sitter's left, -1 to the right, 0 for both or neither.
        size: 0 (just clearly enough) to 1 (a lot); half movements and others go their own way.
    """

    rng: np.random.Generator
    start: Posture
    side: int
    size: float

    def between(self, low: float, high: float) -> float:
        """The amount of this size."""
        return low + self.size * (high - low)

    def some(self, low: float, high: float) -> float:
        """Any amount."""
        return float(self.rng.uniform(low, high))


def arms(
    base: Posture,
    raise_deg: float,
    *,
    forward_deg: float,
    bend_deg: float,
    turn_deg: float,
    uneven_deg: float = 0.0,
) -> Posture:
    """Both arms in the air, the collar bones with them; ``uneven_deg`` more on the left."""
    return replace(
        base,
        free_left=1.0,
        free_right=1.0,
        raise_left_deg=raise_deg + 0.5 * uneven_deg,
        raise_right_deg=raise_deg - 0.5 * uneven_deg,
        arm_forward_deg=forward_deg,
        elbow_bend_deg=bend_deg,
        arm_turn_deg=turn_deg,
        shoulder_elevation_deg=base.shoulder_elevation_deg
        + _COLLAR_SHARE * max(raise_deg - 40.0, 0.0),
    )


def _tuck(going: Going) -> tuple[Posture, ...]:
    """The neck goes back, and the head, which stays level, with it: by some 1.5 to 4 cm."""
    back = going.between(14.0, 26.0)
    return (going.start.plus(neck_flexion_deg=-back, head_pitch_deg=going.some(-1.0, 3.0)),)


def _tuck_half(going: Going) -> tuple[Posture, ...]:
    return (going.start.plus(neck_flexion_deg=-going.some(1.0, 2.5)),)


def _nod(going: Going) -> tuple[Posture, ...]:
    """The head tips, and goes nowhere."""
    return (going.start.plus(head_pitch_deg=going.some(12.0, 20.0)),)


def _tip_back(going: Going) -> tuple[Posture, ...]:
    """Looking up in place of the movement."""
    up = going.some(14.0, 22.0)
    return (going.start.plus(head_pitch_deg=-up, neck_flexion_deg=0.26 * up),)


def _squeeze(going: Going) -> tuple[Posture, ...]:
    """Shoulder blades together, elbows bent and drawn back."""
    drawn = arms(
        going.start,
        going.between(22.0, 34.0),
        forward_deg=-going.between(42.0, 60.0),
        bend_deg=going.some(85.0, 105.0),
        turn_deg=-going.some(45.0, 60.0),
        uneven_deg=going.some(-4.0, 4.0),
    )
    back = going.between(12.0, 20.0)
    return (drawn.plus(shoulder_protraction_deg=-back, slump_deg=-going.some(0.0, 3.0)),)


def _squeeze_half(going: Going) -> tuple[Posture, ...]:
    return (going.start.plus(shoulder_protraction_deg=-going.some(0.5, 2.0)),)


def _shrug(going: Going) -> tuple[Posture, ...]:
    """Shoulders to the ears."""
    return (going.start.plus(shoulder_elevation_deg=going.some(12.0, 20.0)),)


def _arms_up(going: Going) -> tuple[Posture, ...]:
    """From elbows level to arms high, as along a wall."""
    up, straighter = going.between(140.0, 162.0), going.between(45.0, 22.0)
    return (_raised(going.start, up, up, straighter),)


def _arms_half(going: Going) -> tuple[Posture, ...]:
    up = going.some(6.0, 12.0)
    start = going.start
    return (
        start.plus(raise_left_deg=up, raise_right_deg=up, elbow_bend_deg=-going.some(0.0, 8.0)),
    )


def _one_arm(going: Going) -> tuple[Posture, ...]:
    """One arm goes up, the other stays."""
    start, up = going.start, going.some(140.0, 158.0)
    left = up if going.rng.random() < 0.5 else start.raise_left_deg
    right = up if left < up else start.raise_right_deg
    straighter = going.some(25.0, 45.0)
    return (replace(start, raise_left_deg=left, raise_right_deg=right, elbow_bend_deg=straighter),)


def _raised(start: Posture, left_deg: float, right_deg: float, bend_deg: float) -> Posture:
    raised = replace(
        start, raise_left_deg=left_deg, raise_right_deg=right_deg, elbow_bend_deg=bend_deg
    )
    more = 0.5 * (left_deg + right_deg - start.raise_left_deg - start.raise_right_deg)
    return raised.plus(shoulder_elevation_deg=_COLLAR_SHARE * more)


def _extend(going: Going) -> tuple[Posture, ...]:
    """The upper back bends backwards over the chair's back; the head goes along a little."""
    back = replace(going.start, pelvis_roll_share=0.0, gaze_hold=going.some(0.4, 0.8))
    return (back.plus(slump_deg=-going.between(14.0, 24.0), recline_deg=going.some(1.0, 4.0)),)


def _extend_half(going: Going) -> tuple[Posture, ...]:
    return (going.start.plus(slump_deg=-going.some(1.0, 2.5)),)


def _round_and_arch(going: Going) -> tuple[Posture, ...]:
    """Round the back, then arch it."""
    rounded = replace(going.start, pelvis_roll_share=going.some(0.55, 0.8)).plus(
        slump_deg=going.between(20.0, 36.0),
        neck_flexion_deg=going.between(4.0, 12.0),
        head_pitch_deg=going.between(8.0, 18.0),
        shoulder_protraction_deg=going.some(2.0, 10.0),
    )
    arched = replace(going.start, pelvis_roll_share=0.0).plus(
        slump_deg=-going.between(8.0, 15.0),
        hinge_deg=going.between(3.0, 7.0),
        head_pitch_deg=-going.between(3.0, 9.0),
        shoulder_protraction_deg=-going.some(2.0, 8.0),
    )
    return rounded, arched


def _round_half(going: Going) -> tuple[Posture, ...]:
    start = going.start
    return (
        start.plus(slump_deg=going.some(2.0, 4.5)),
        start.plus(slump_deg=-going.some(0.5, 1.5)),
    )


def _bend(going: Going) -> tuple[Posture, ...]:
    """The trunk bends and the head goes along, or mostly the neck does."""
    if going.rng.random() < 0.6:
        lean = going.between(19.0, 30.0)
        changes = (lean, 0.5 * lean, 0.4 * lean)
    else:
        changes = (going.some(0.0, 5.0), going.between(20.0, 32.0), going.some(0.0, 6.0))
    lean, neck, roll = (going.side * change for change in changes)
    return (going.start.plus(lateral_lean_deg=lean, neck_lean_deg=neck, head_roll_deg=roll),)


def _bend_half(going: Going) -> tuple[Posture, ...]:
    lean = going.side * going.some(2.0, 5.0)
    return (going.start.plus(lateral_lean_deg=lean, neck_lean_deg=0.5 * lean),)


def _hike(going: Going) -> tuple[Posture, ...]:
    """One shoulder goes up in place of a bend."""
    return (going.start.plus(shoulder_tilt_deg=-going.side * going.some(8.0, 13.0)),)


def _look_aside(going: Going) -> tuple[Posture, ...]:
    """The head turns far, the trunk hardly."""
    turn = going.side * going.between(45.0, 68.0)
    trunk = going.side * going.some(0.0, 5.0)
    pitch = going.some(-3.0, 3.0)
    return (going.start.plus(head_yaw_deg=turn, trunk_yaw_deg=trunk, head_pitch_deg=pitch),)


def _look_half(going: Going) -> tuple[Posture, ...]:
    return (going.start.plus(head_yaw_deg=going.side * going.some(7.0, 12.0)),)


def _ear_to_shoulder(going: Going) -> tuple[Posture, ...]:
    """The head tilts in place of a turn."""
    tilt = going.side * going.some(10.0, 16.0)
    return (going.start.plus(neck_lean_deg=tilt, head_roll_deg=0.4 * tilt),)


def _reach_up(going: Going) -> tuple[Posture, ...]:
    """Both hands to the ceiling."""
    up = arms(
        going.start,
        going.between(158.0, 172.0),
        forward_deg=going.some(15.0, 40.0),
        bend_deg=going.between(16.0, 6.0),
        turn_deg=going.some(40.0, 80.0),
        uneven_deg=going.some(-6.0, 6.0),
    )
    return (up.plus(slump_deg=-going.some(0.0, 4.0), head_pitch_deg=-going.some(0.0, 8.0)),)


def _reach_half(going: Going) -> tuple[Posture, ...]:
    """Hands to the height of the chest or the face."""
    return (
        arms(
            going.start,
            going.some(50.0, 75.0),
            forward_deg=going.some(60.0, 75.0),
            bend_deg=going.some(50.0, 85.0),
            turn_deg=going.some(80.0, 95.0),
        ),
    )


def _reach_bent(going: Going) -> tuple[Posture, ...]:
    """Hands over the head, elbows bent."""
    return (
        arms(
            going.start,
            going.some(115.0, 130.0),
            forward_deg=going.some(0.0, 15.0),
            bend_deg=going.some(80.0, 95.0),
            turn_deg=going.some(80.0, 95.0),
        ),
    )


MOVEMENTS: dict[str, dict[str, Callable[[Going], tuple[Posture, ...]]]] = {
    "chin_tuck": {ENOUGH: _tuck, HALF: _tuck_half, "nod": _nod, "tip_back": _tip_back},
    "shoulder_blade_squeeze": {ENOUGH: _squeeze, HALF: _squeeze_half, "shrug": _shrug},
    "wall_angel": {ENOUGH: _arms_up, HALF: _arms_half, "one_arm": _one_arm},
    "thoracic_extension": {ENOUGH: _extend, HALF: _extend_half, "tip_back": _tip_back},
    "cat_cow": {ENOUGH: _round_and_arch, HALF: _round_half, "nod": _nod},
    "side_bend": {ENOUGH: _bend, HALF: _bend_half, "hike": _hike},
    "neck_rotation": {ENOUGH: _look_aside, HALF: _look_half, "ear_to_shoulder": _ear_to_shoulder},
    "overhead_reach": {ENOUGH: _reach_up, HALF: _reach_half, "bent": _reach_bent},
}
"""By exercise and label: the postures that a movement goes through."""
