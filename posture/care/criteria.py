"""What counts as a repetition of each exercise, measured against the user's own start position.

A measure gives shares: 0 at the start position, 1 where it begins to count.
Limits that differ from their source lie midway between what counts and what does not, on rendered
bodies (docs/EXERCISES.md). Who is not here is not counted: landmarks show too little of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan, degrees, isnan, nan
from typing import TYPE_CHECKING

from posture.care.counting import CountSettings
from posture.care.signals import Signals, change_deg, shoulders_moved_m

if TYPE_CHECKING:
    from collections.abc import Callable

OTHER = 0.9
"""Largest share of what is done in place of the movement."""
BACK_DEG = 7.0
"""The upper back, backwards."""
HEAD_BACK_DEG = -10.0
"""Change of the head's pitch as the model has it: it tells about a quarter of a large one."""
BEND_DEG = 12.5
"""The head, aside."""
TURN = 0.35
"""Of the nose from the middle of the ears, in distances of the ears."""
TURN_SCALE = 2.3
"""Tangent of the true turn to that number: rendered heads at 45 to 65 degrees."""
RAISED = 0.3
"""Height of the elbows over the shoulders, in shoulder widths."""
OVER_NOSE, STRAIGHT_DEG = 0.5, 140.0
"""Height of the hands over the nose, in shoulder widths; elbow angle in the picture."""
HANGING_M = -0.5
"""Height of a hand under the nose that is not seen because it hangs or lies in the lap."""
UNEVEN = 0.25
"""Difference between two arms that is worth a word, in shoulder widths."""

HANDS_HIDDEN = "Move back until your raised hands stay in the picture."
UNEVEN_ARMS = "One arm is lower than the other."
STRAIGHTER = "Straighten your elbows, as far as is comfortable."
LEVEL_CHIN = "Let your chin stay level."
SHOULDERS_STAY = "Let your shoulders face the camera: only the head turns."
HEAD_ALONG = "Let your head go along with your upper back, no farther."


@dataclass(frozen=True, slots=True)
class Reading:
    """One picture against the start position.

    Attributes:
        share: 0 at the start, 1 (or -1, to the right) where it begins to count; NaN where it is
            not measured.
        range_deg: How far the movement goes, where it is measured in degrees; else NaN.
        hint: About the form, or why nothing is measured; empty for none.
    """

    share: float
    range_deg: float = nan
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """How one exercise is measured and counted.

    Attributes:
        measure: What a picture is against the start position.
        sides: 2 where left and right count each for itself.
        counting: When a movement is a repetition.
    """

    measure: Callable[[Signals, Signals], Reading]
    sides: int = 1
    counting: CountSettings = field(default_factory=CountSettings)


def wall_angel(now: Signals, start: Signals) -> Reading:
    """Both elbows go over the shoulders; at their height it is 0."""
    if isnan(sum(now.elbow_up_m)) or _too_close(now, start):
        return Reading(nan, hint=HANDS_HIDDEN)
    hint = UNEVEN_ARMS if _differ(now.elbow_up_m, start) else ""
    return Reading(min(now.elbow_up_m) / (RAISED * start.width_m), hint=hint)


def overhead_reach(now: Signals, start: Signals) -> Reading:
    """Both hands go over the nose, with elbows that are nearly straight."""
    heights = (_over_nose_m(now, 0), _over_nose_m(now, 1))
    if isnan(sum(heights)) or _too_close(now, start):
        return Reading(nan, hint=HANDS_HIDDEN)
    share = (min(heights) - HANGING_M) / (OVER_NOSE * start.width_m - HANGING_M)
    bent = not min(now.elbow_deg) >= STRAIGHT_DEG  # also where an elbow is not seen
    hint = STRAIGHTER if bent and share >= 1.0 else ""
    return Reading(_capped(share, other=bent), hint=hint)


def thoracic_extension(now: Signals, start: Signals) -> Reading:
    """The upper back goes back, and the shoulders with it; the head not much farther."""
    _, trunk_deg, _, pitch_deg = change_deg(now.shape, start.shape)
    turned = abs(now.trunk_yaw_deg - start.trunk_yaw_deg) > 20.0
    other = turned or shoulders_moved_m(now, start) < 0.03  # the head alone tips back
    hint = HEAD_ALONG if pitch_deg < HEAD_BACK_DEG else ""
    return Reading(_capped(-trunk_deg / BACK_DEG, other=other), max(-trunk_deg, 0.0), hint)


def side_bend(now: Signals, start: Signals) -> Reading:
    """The head tilts, with the neck or with the whole trunk."""
    bend_deg = now.head_roll_deg - start.head_roll_deg
    return Reading(bend_deg / BEND_DEG, abs(bend_deg))


def neck_rotation(now: Signals, start: Signals) -> Reading:
    """The nose goes towards one ear, the shoulders stay."""
    turn = now.head_turn - start.head_turn
    yaw_deg = abs(now.trunk_yaw_deg - start.trunk_yaw_deg)
    along = yaw_deg > 32.0 or now.width_m < 0.8 * start.width_m
    tipped = abs(change_deg(now.shape, start.shape)[3]) > 12.0
    hint = SHOULDERS_STAY if along and abs(turn) > TURN else LEVEL_CHIN if tipped else ""
    range_deg = degrees(atan(TURN_SCALE * abs(turn)))
    return Reading(turn / TURN, range_deg, hint)


def _over_nose_m(now: Signals, side: int) -> float:
    """Height of a hand over the nose; NaN where the arm is raised and the hand is not seen."""
    height_m = now.wrist_over_nose_m[side]
    return HANGING_M if isnan(height_m) and not now.elbow_up_m[side] > 0.0 else height_m


def _too_close(now: Signals, start: Signals) -> bool:
    """Whether raised hands would be outside the picture."""
    return now.above_m < OVER_NOSE * start.width_m


def _differ(heights_m: tuple[float, float], start: Signals) -> bool:
    return max(heights_m) > 0.0 and abs(heights_m[0] - heights_m[1]) > UNEVEN * start.width_m


def _capped(share: float, *, other: bool) -> float:
    """A share that does not count where something else is done in place of the movement."""
    return max(-OTHER, min(share, OTHER)) if other else share


# At a desk people turn, tilt and lean back, too, but seldom there and back twice within seconds.
CRITERIA = {
    "wall_angel": Criterion(wall_angel, counting=CountSettings(hold_s=0.1)),
    "thoracic_extension": Criterion(thoracic_extension, counting=CountSettings(company_s=20.0)),
    "side_bend": Criterion(side_bend, 2, CountSettings(longest_s=60.0, company_s=20.0)),
    "neck_rotation": Criterion(neck_rotation, 2, CountSettings(longest_s=60.0, company_s=12.0)),
    "overhead_reach": Criterion(overhead_reach),
}
"""By name of the exercise."""
