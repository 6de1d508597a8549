"""What the exercise page offers: what the week has for today, routines, and single exercises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from posture.care import week
from posture.care.catalogue import EXERCISES
from posture.care.routines import ROUTINES
from posture.gui.exercise_course import REST_S
from posture.gui.translations import translated
from posture.history.rows import Span
from posture.ports import PostureError

if TYPE_CHECKING:
    from posture.care.entries import ExerciseNote
    from posture.care.exercise import Exercise
    from posture.care.routines import Routine
    from posture.care.week import Planned, WeekSettings
    from posture.history.notebook import Notebook

TODAY, LONGER, SINGLE = "For today", "Routines", "Exercises"
"""Headings of the list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One exercise, or several in a row.

    Attributes:
        group: Under which heading it is listed.
        title: Of the exercise or routine.
        exercises: In this order.
        routine: Its name; empty for a single exercise.
        length_s: About how long a routine takes with its pauses.
        pause_s: Between two exercises.
        said: What of it was done today; empty for nothing.
    """

    group: str
    title: str
    exercises: tuple[Exercise, ...]
    routine: str = ""
    length_s: float = 0.0
    pause_s: float = REST_S
    said: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that can be chosen, and what was done this week, in a sentence."""

    choices: tuple[Choice, ...]
    week: str = ""


def offer(notebook: Notebook | None, plan: WeekSettings, day: date) -> Offer:
    """What there is on a day.

    Args:
        notebook: Knows what was done; where it cannot be read, or is None, nothing was.
        plan: Which routine on which days.
        day: The user's local day.
    """
    notes = _notes(notebook, day)
    found = {each.routine: each for each in week.today(plan, notes, day)}
    routines = [_routine(routine, found.get(routine.name)) for routine in ROUTINES]
    routines.sort(key=lambda choice: choice.group != TODAY)
    single = [Choice(SINGLE, exercise.title, (exercise,)) for exercise in EXERCISES]
    return Offer((*routines, *single), _week_text(week.week(plan, notes, day)))


def _notes(notebook: Notebook | None, day: date) -> tuple[ExerciseNote, ...]:
    """Of the week of a day."""
    if notebook is None:
        return ()
    monday = day - timedelta(days=day.weekday())
    try:
        return notebook.notes(Span(monday, monday + timedelta(days=7))).exercises
    except PostureError:
        return ()  # whoever writes the next note is told


def _routine(routine: Routine, found: Planned | None) -> Choice:
    """A routine, and what is planned or was done of it that day."""
    done = translated("{0} of {1} exercises were done today")
    return Choice(
        TODAY if found is not None and found.planned else LONGER,
        routine.title,
        routine.exercises,
        routine.name,
        routine.length_s,
        routine.pause_s,
        done.format(found.done, found.steps) if found is not None and found.done else "",
    )


def _week_text(planned: tuple[Planned, ...]) -> str:
    done = sum(each.is_done for each in planned)
    wanted = sum(each.planned for each in planned)
    return translated("Routines this week: {0} done, {1} suggested").format(done, wanted)
