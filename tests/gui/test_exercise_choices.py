"""What is offered on a day, after what was done before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from posture.care.catalogue import EXERCISES
from posture.care.entries import ExerciseNote
from posture.care.figure_path import figure_path
from posture.care.routines import DESK, ROUTINES
from posture.care.week import WeekSettings
from posture.gui.exercise_choices import LONGER, SINGLE, TODAY, Offer, offer
from posture.gui.exercise_page import ExercisePage
from posture.history.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

MONDAY = date(2026, 3, 2)
PLAN = WeekSettings()


def titles(offered: Offer, group: str) -> list[str]:
    return [choice.title for choice in offered.choices if choice.group == group]


def a_note(day: date, name: str) -> ExerciseNote:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return ExerciseNote(noon.timestamp(), 0, name, DESK.name, 30.0)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "history.sqlite3", lambda: datetime(2026, 3, 2, 15, tzinfo=UTC))


def test_all_routines_and_exercises_are_offered_every_day() -> None:
    for number in range(7):
        offered = offer(None, PLAN, MONDAY + timedelta(days=number))
        routines = titles(offered, TODAY) + titles(offered, LONGER)
        assert sorted(routines) == sorted(routine.title for routine in ROUTINES)
        assert titles(offered, SINGLE) == [exercise.title for exercise in EXERCISES]


def test_the_plan_says_what_is_for_today() -> None:
    tuesday, sunday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=6)
    assert titles(offer(None, PLAN, MONDAY), TODAY) == [routine.title for routine in ROUTINES]
    assert titles(offer(None, PLAN, tuesday), TODAY) == [DESK.title]
    assert titles(offer(None, PLAN, sunday), TODAY) == []
    assert offer(None, PLAN, sunday).week == "Routines this week: 0 done, 8 suggested"


def test_what_was_done_is_told_without_a_verdict(notebook: Notebook) -> None:
    for name, _ in DESK.steps[:3]:
        notebook.add(a_note(MONDAY, name))
    offered = offer(notebook, PLAN, MONDAY)
    assert [choice.said for choice in offered.choices if choice.group == TODAY] == [
        "3 of 4 exercises were done today",
        "",
    ]
    assert offered.week == "Routines this week: 1 done, 8 suggested"
    following = offer(notebook, PLAN, MONDAY + timedelta(days=7))
    assert following.week.startswith("Routines this week: 0")


def test_a_history_that_cannot_be_read_hides_nothing(notebook: Notebook) -> None:
    notebook.path.write_text("mine")
    assert offer(notebook, PLAN, MONDAY) == offer(None, PLAN, MONDAY)


def test_the_page_has_them_and_each_exercise_is_drawn(
    application: QApplication, notebook: Notebook
) -> None:
    del application
    page = ExercisePage(notebook, None, player=lambda _: None)
    for exercise in EXERCISES:
        (row,) = [
            row
            for row, choice in page._choices.items()
            if not choice.routine and choice.exercises == (exercise,)
        ]
        page.list.setCurrentRow(row)
        assert page.details.title.text() == exercise.title
        assert page.details.figure.path is figure_path(exercise.name) is not None
