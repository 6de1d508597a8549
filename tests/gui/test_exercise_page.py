"""The page of the exercises before and around them: real widgets, no display."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from posture.care.exercise import STOP
from posture.gui.exercise_course import QUIET_S
from posture.gui.exercise_words import NOTHING
from posture.palette import palette
from tests.gui.exercising import BEND, OFFERED, STRETCH, Shown
from tests.gui.test_dashboard_texts import cut_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from posture.gui.exercise_choices import Choice


@pytest.fixture
def shown(application: QApplication) -> Iterator[Shown]:
    del application
    made = Shown(None, camera=True)
    yield made
    made.page.close()


@pytest.fixture
def alone(application: QApplication) -> Iterator[Shown]:
    """Without a camera."""
    del application
    made = Shown(None, camera=False)
    yield made
    made.page.close()


class TestBefore:
    def test_cautions_the_stop_rule_and_the_flags_come_first(self, shown: Shown) -> None:
        details = shown.page.details
        cautions = details.cautions.text().splitlines()
        assert cautions == [f"• {said}" for said in (*BEND.cautions, *STRETCH.cautions, STOP)]
        above = [details.flags, details.cautions, details.dose]
        tops = [view.mapTo(details, view.rect().topLeft()).y() for view in above]
        assert tops == sorted(tops)
        assert all(view.isVisible() for view in above)
        assert details.flags.visibleRegion().boundingRect().height() > 60

    def test_what_was_selected_stays_so(self, shown: Shown) -> None:
        shown.page.list.setCurrentRow(5)
        shown.page.fill()
        assert shown.page.list.currentRow() == 5
        assert shown.page.details.title.text() == "The hold"

    def test_what_an_exercise_is(self, shown: Shown) -> None:
        shown.page.list.setCurrentRow(5)
        details = shown.page.details
        assert details.title.text() == "The hold"
        assert details.dose.text().splitlines() == [
            "Suggested: 5 times on each side, held for 5 s",
            "Counted when the camera sees you from the side",
            "A repetition: the hold there and back",
        ]
        assert details.steps.text().startswith("1. Sit upright.\n2. ")

    def test_headings_cannot_be_chosen(self, shown: Shown) -> None:
        page = shown.page
        titles = []
        page.list.setFocus()
        for _ in range(len(OFFERED)):
            assert page.chosen is not None
            titles.append(page.chosen.title)
            QTest.keyClick(page.list, Qt.Key.Key_Down)
        assert titles == [choice.title for choice in OFFERED]

    def test_the_flags_are_reached_on_the_way_to_the_start(self, shown: Shown) -> None:
        page, passed = shown.page, []
        page.list.setFocus()
        while page.focusWidget() is not page.start:
            passed.append(page.focusWidget())
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
            assert len(passed) < 10
        assert passed[2:] == [view.button for view in page.details.flags.levels.values()]

    def test_return_leads_to_what_is_to_be_read_not_into_the_exercise(self, shown: Shown) -> None:
        QTest.keyClick(shown.page.list, Qt.Key.Key_Return)
        assert shown.page.run is None
        assert shown.page.focusWidget() is shown.page.start


class TestAlone:
    def test_it_is_a_plain_timer(self, alone: Shown) -> None:
        alone.begin(OFFERED[1])
        views = alone.run.views
        alone.press(views.next)
        alone.let_pass(QUIET_S + 1)
        assert views.phase.text() == "Plain timer: nothing is counted"
        assert views.hint.text() == "The camera is not in use"
        assert not views.body.isVisible()
        alone.let_pass(60)
        assert "The bend: 1 min 0 s, by the timer" in views.results.text()

    def test_what_was_stopped_at_once_is_no_exercise(self, alone: Shown) -> None:
        alone.begin(OFFERED[1])
        alone.press(alone.run.views.stop)
        assert alone.page.list.isVisible()
        assert alone.run.views.results.text().startswith(NOTHING)


def go_on(made: Shown) -> None:
    made.run.course.go_on()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("choice", OFFERED, ids=lambda choice: choice.title)
def test_no_text_is_cut_off(application: QApplication, percent: int, choice: Choice) -> None:
    usual, larger = application.font(), application.font()
    larger.setPointSizeF(usual.pointSizeF() * percent / 100)
    application.setFont(larger)
    try:
        made = Shown(None, camera=True)
        made.page.resize(720, 520)
        for act in (lambda: None, lambda: made.begin(choice), lambda: go_on(made)):
            act()
            if made.page.run is not None:
                made.let_pass(1)
            application.processEvents()
            kinds = (QLabel, QAbstractButton)
            found = [w for kind in kinds for w in made.page.findChildren(kind) if w.isVisible()]
            assert len(found) > 5
            assert [text for widget in found if (text := cut_off(widget))] == []
            assert (made.page.width(), made.page.height()) == (720, 520)
        made.page.close()
    finally:
        application.setFont(usual)


def test_what_a_screen_reader_says(shown: Shown) -> None:
    shown.begin(OFFERED[1])
    views = shown.run.views
    named = (views.phase, views.hint, views.ring, views.figure, views.body, shown.page.list)
    names = [view.accessibleName() for view in named]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_the_window_reach_what_is_painted(shown: Shown, dark: bool) -> None:
    colours = palette(dark=dark)
    shown.begin(OFFERED[1])
    shown.run.set_colours(colours)
    views = shown.run.views
    assert {id(view.colours) for view in (views.ring, views.body, views.figure)} == {id(colours)}
