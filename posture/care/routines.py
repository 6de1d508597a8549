"""Exercises one after the other, with pauses: a short routine at the desk, and a longer one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from posture.care.catalogue import find, plain, unknown
from posture.care.exercise import Dose

if TYPE_CHECKING:
    from posture.care.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Routine:
    """Some exercises in order.

    Attributes:
        name: For commands and the history, `desk`.
        title: In the user's words.
        steps: Names of exercises, and how much of each.
        pause_s: Between two, to get ready for the next.

    Raises:
        ValueError: There are no steps, or the pause is negative.
    """

    name: str
    title: str
    steps: tuple[tuple[str, Dose], ...]
    pause_s: float

    def __post_init__(self) -> None:
        if not self.steps or not self.pause_s >= 0:
            raise ValueError("a routine has at least one step, and no negative pause")

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises, with the routine's own doses."""
        return tuple(replace(find(name), dose=dose) for name, dose in self.steps)

    @property
    def length_s(self) -> float:
        """About how long it takes: what the plain timers take, and the pauses."""
        return sum(dose.timer_s for _, dose in self.steps) + self.pause_s * (len(self.steps) - 1)


# All of these are seen from the front, so that nobody has to turn the chair.
DESK = Routine(
    name="desk",
    title="At the desk, 3 minutes",
    steps=(
        ("shoulder_blade_squeeze", Dose(3, 5.0, timer_s=38.0)),
        ("neck_rotation", Dose(1, 15.0, sides=2, timer_s=40.0)),
        ("side_bend", Dose(1, 15.0, sides=2, timer_s=40.0)),
        ("overhead_reach", Dose(3, 10.0, timer_s=40.0)),
    ),
    pause_s=10.0,
)

# What is seen from the side stands together: the chair turns once there and once back.
UPPER_BACK = Routine(
    name="upper_back",
    title="Upper back, 10 minutes",
    steps=(
        ("chin_tuck", Dose(6, 4.0, timer_s=65.0)),
        ("thoracic_extension", Dose(8, 2.0, timer_s=60.0)),
        ("cat_cow", Dose(8, 0.0, timer_s=69.0)),
        ("shoulder_blade_squeeze", Dose(6, 5.0, timer_s=71.0)),
        ("wall_angel", Dose(8, 0.0, timer_s=60.0)),
        ("side_bend", Dose(2, 15.0, sides=2, timer_s=80.0)),
        ("overhead_reach", Dose(3, 10.0, timer_s=60.0)),
        ("doorway_stretch", Dose(1, 30.0, timer_s=30.0)),
    ),
    pause_s=14.0,
)

ROUTINES = (DESK, UPPER_BACK)
"""The shortest first."""


def find_routine(name: str) -> Routine:
    """The routine of a name.

    Raises:
        NoExerciseError: There is none.
    """
    routines = {routine.name: routine for routine in ROUTINES}
    found = routines.get(plain(name))
    if found is None:
        raise unknown("routine", name, routines)
    return found
