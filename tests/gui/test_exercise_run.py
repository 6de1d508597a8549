"""Exercises while they are done: real widgets, no display, a clock and a camera that tests move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posture.care.exercise import STOP
from posture.coaching import Coach
from posture.gui.exercise_course import QUIET_S, Stage
from posture.history.notebook import Notebook
from tests.gui.diaries import settle
from tests.gui.exercising import BEND, NOW, OFFERED, Shown, noted
from tests.guiding import tick_of
from tests.live_script import UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "history.sqlite3", lambda: NOW)


@pytest.fixture
def shown(application: QApplication, notebook: Notebook) -> Iterator[Shown]:
    del application
    made = Shown(notebook, camera=True)
    yield made
    made.page.close()


def test_a_routine_from_its_beginning_to_its_record(shown: Shown, notebook: Notebook) -> None:
    shown.begin(OFFERED[0])
    views = shown.run.views
    assert (views.phase.text(), views.place.text()) == ("Get ready", "1 of 2")
    assert views.cautions.text().splitlines() == [f"• {said}" for said in (*BEND.cautions, STOP)]
    assert "from the front" in views.hint.text()
    shown.press(views.next)
    shown.let_pass(2.5)
    assert views.phase.text() == "Start position"
    assert views.ring.accessibleDescription() == "3 of 5"
    assert views.cautions.text() == STOP
    shown.let_pass(3)
    assert views.title.text() == "The stretch"
    assert views.hint.text().startswith("Just done: The bend: counted 5, in 4 s")
    shown.press(views.next)
    shown.let_pass(10)
    assert views.phase.text() == "Plain timer: nothing is counted"
    assert views.ring.accessibleDescription() == "20 seconds left"
    shown.let_pass(21)
    assert shown.run.course.stage is Stage.OVER
    assert views.results.isVisible()
    assert "The stretch: 30 s, by the timer" in views.results.text()
    settle(shown.page)
    notes = noted(notebook)
    assert {(n.name, n.routine, n.repetitions, n.measured) for n in notes} == {
        ("bend", "both", 5, True),
        ("stretch", "both", 0, False),
    }
    shown.press(views.stop)
    assert shown.page.list.isVisible()


def test_sounds_lead_and_can_be_switched_off_for_all_that_follow(shown: Shown) -> None:
    shown.begin(OFFERED[1])
    shown.press(shown.run.views.next)
    shown.let_pass(2.5)
    assert shown.played == ["repetition"] * 3
    shown.press(shown.run.views.sounds)
    shown.let_pass(5)
    assert shown.played == ["repetition"] * 3
    shown.press(shown.run.views.stop)
    shown.begin(OFFERED[1])
    assert not shown.run.views.sounds.isChecked()


def test_a_pause_stops_time_and_judge(shown: Shown) -> None:
    shown.begin(OFFERED[1])
    views = shown.run.views
    shown.press(views.next)
    shown.let_pass(1.5)
    shown.press(views.pause)
    before = views.ring.text
    shown.let_pass(20)
    assert (views.phase.text(), views.ring.text) == ("Paused", before)
    assert views.pause.text() == "&Continue"
    shown.press(views.pause)
    shown.let_pass(1.5)
    assert int(views.ring.text) > int(before)


def test_by_keyboard_alone(shown: Shown) -> None:
    page = shown.page
    page.window().activateWindow()
    assert QTest.qWaitForWindowActive(page.window())
    page.list.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(page.focusWidget(), key)
    views = shown.run.views
    assert shown.run.focusWidget() is views.pause
    QTest.keyClick(views.pause, Qt.Key.Key_Space)
    assert shown.run.course.paused
    QTest.keyClick(views.pause, Qt.Key.Key_Tab)
    assert page.focusWidget() is views.next
    QTest.keyClick(views.next, Qt.Key.Key_Space)
    assert shown.run.course.stage is Stage.DOING
    QTest.keyClick(views.next, Qt.Key.Key_Escape)
    assert page.list.isVisible(), "nothing was done, so there is nothing to be shown"


def test_the_posture_is_judged_again_after_it(shown: Shown) -> None:
    shown.begin(OFFERED[1])
    shown.press(shown.run.views.next)
    shown.let_pass(1)
    (coach,) = shown.coaching.coaches
    before = coach.over
    shown.let_pass(6)
    coach.update(tick_of(99.0, UPRIGHT), ())
    assert (before, coach.over) == (False, True)
    assert len(shown.coaching.coaches) == 1


@pytest.mark.parametrize("how", ["the page is left", "the window is closed", "for good"])
def test_and_after_the_window_was_left(shown: Shown, notebook: Notebook, how: str) -> None:
    shown.begin(OFFERED[1])
    shown.press(shown.run.views.next)
    shown.let_pass(2)
    acts = {"the page is left": shown.page.hide, "for good": shown.page.leave}
    acts.get(how, shown.page.close)()
    assert shown.coaching.ended
    assert not shown.run._timer.isActive()
    settle(shown.page)
    assert len(noted(notebook)) == 1


def test_another_session_goes_on_where_one_ended(shown: Shown) -> None:
    shown.begin(OFFERED[1])
    shown.press(shown.run.views.next)
    shown.let_pass(1)
    shown.coaching.runs = False
    shown.let_pass(QUIET_S + 1, pictures=False)
    views = shown.run.views
    assert views.phase.text() == "Plain timer: nothing is counted"
    assert views.hint.text() == "The camera is closed"
    assert not views.body.isVisible()
    shown.coaching.runs = True
    shown.coaching.coaches.append(Coach())
    shown.let_pass(1)
    assert views.phase.text() == "Start position"
    assert views.body.isVisible()


def test_an_unmeasured_one_is_not_recorded_as_counted(shown: Shown, notebook: Notebook) -> None:
    shown.pose = None
    shown.begin(OFFERED[1])
    shown.press(shown.run.views.next)
    shown.let_pass(61)
    settle(shown.page)
    (note,) = noted(notebook)
    assert not note.measured


def test_a_history_that_cannot_be_written_is_told(shown: Shown, notebook: Notebook) -> None:
    notebook.path.write_text("mine")
    shown.begin(OFFERED[1])
    shown.press(shown.run.views.next)
    shown.let_pass(8)
    settle(shown.page)
    assert shown.page.problem.isVisible()
    assert str(notebook.path) in shown.page.problem.text()
