"""A plan for the week, and what was done of it: a suggestion that nobody has to keep.

Pure: the day is given, and what was done comes from the notes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from posture.care.diary import local_day
from posture.care.routines import ROUTINES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posture.care.entries import ExerciseNote

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENOUGH = 0.5
"""A routine counts as done with this share of its exercises."""


@dataclass(frozen=True, slots=True)
class WeekSettings:
    """Which routine on which days of the week, Monday first: one letter a day.

    Raises:
        ValueError: A text has not seven signs, or others than `x` and `-`.
    """

    desk: str = "xxxxx--"
    """Days with the routine at the desk: an x for each, Monday first."""
    upper_back: str = "x-x-x--"
    """Days with the routine for the upper back, likewise."""

    def __post_init__(self) -> None:
        for routine in ROUTINES:
            days = getattr(self, routine.name)
            if len(days) != len(DAYS) or set(days) - {"x", "-"}:
                raise ValueError(f"{routine.name} must be seven of x and -, not {days!r}")

    def on(self, day: date) -> tuple[str, ...]:
        """Names of the routines of a day, the shortest first."""
        return tuple(r.name for r in ROUTINES if getattr(self, r.name)[day.weekday()] == "x")


@dataclass(frozen=True, slots=True)
class Planned:
    """A routine on a day.

    Attributes:
        day: The user's local day.
        routine: Its name.
        planned: Whether the plan says so; else it was done besides.
        done: How many of its exercises were done that day ...
        steps: ... of how many.
    """

    day: date
    routine: str
    planned: bool
    done: int
    steps: int

    @property
    def is_done(self) -> bool:
        """Whether enough of it was done."""
        return self.done >= ENOUGH * self.steps


def today(plan: WeekSettings, notes: Iterable[ExerciseNote], day: date) -> tuple[Planned, ...]:
    """What is for a day, and what was done of it.

    Args:
        plan: Which routine on which days.
        notes: Exercises of any days.
        day: The user's local day.
    """
    done: dict[str, set[str]] = {}
    for note in notes:
        if note.routine and local_day(note) == day:
            done.setdefault(note.routine, set()).add(note.name)
    planned = plan.on(day)
    return tuple(
        Planned(
            day,
            routine.name,
            routine.name in planned,
            len(done.get(routine.name, set()) & {name for name, _ in routine.steps}),
            len(routine.steps),
        )
        for routine in ROUTINES
        if routine.name in planned or routine.name in done
    )


def week(plan: WeekSettings, notes: Iterable[ExerciseNote], day: date) -> tuple[Planned, ...]:
    """The same for the days of a week, Monday to Sunday.

    Args:
        plan: Which routine on which days.
        notes: Exercises of any days.
        day: Any day of the week.
    """
    notes = tuple(notes)
    monday = day - timedelta(days=day.weekday())
    days = (monday + timedelta(days=number) for number in range(len(DAYS)))
    return tuple(planned for each in days for planned in today(plan, notes, each))
