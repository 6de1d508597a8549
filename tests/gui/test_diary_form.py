"""Days and moments that an entry of the diary may have."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime

from posture.care.entries import LIFETIME_YEARS
from posture.clock_time import local
from posture.gui.diary_form import EARLIEST, DiaryForm
from posture.history.rows import Span
from tests.gui.diaries import NOW, Clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.gui.diary_page import DiaryPage
    from posture.history.notebook import Notebook

pytest_plugins = ["tests.gui.diary_fixtures"]
TODAY = QDate(NOW.year, NOW.month, NOW.day)


@pytest.fixture
def form(application: QApplication, clock: Clock) -> DiaryForm:
    del application
    return DiaryForm(lambda: (clock.now.timestamp(), 3600), dark=False)


def felt_at(form: DiaryForm, day: QDate) -> None:
    form.earlier.setChecked(True)
    form.at.setDateTime(QDateTime(day, QTime(8, 0)))


def test_the_earliest_entry_is_found_again(page: DiaryPage, notebook: Notebook) -> None:
    form = page.form
    form.levels.buttons[3].click()
    felt_at(form, QDate(1969, 12, 31))
    assert form.at.date() == EARLIEST
    note = form.note
    assert note is not None
    assert note.utc_s > 0
    notebook.add(note)
    day = local(note.utc_s, note.offset_s).date()
    assert notebook.notes(Span(day, day + timedelta(days=1))).pains == (note,)


def test_nothing_begins_longer_ago_than_a_life(form: DiaryForm) -> None:
    form.since_known.setChecked(True)
    form.since.setDate(TODAY.addYears(-500))
    assert form.since.date() == TODAY.addYears(-LIFETIME_YEARS)


def test_nothing_begins_after_it_was_felt(form: DiaryForm) -> None:
    form.levels.buttons[3].click()
    form.since_known.setChecked(True)
    assert form.since.date() == TODAY
    felt_at(form, TODAY.addDays(-7))
    form.since.setDate(TODAY)
    note = form.note
    assert note is not None
    assert note.since == date(2026, 2, 23)
    form.earlier.setChecked(False)
    form.since.setDate(TODAY)
    assert form.since.date() == TODAY


@pytest.mark.parametrize("first", ["level", "box"])
def test_a_window_left_open_overnight_knows_the_new_day(
    form: DiaryForm, clock: Clock, first: str
) -> None:
    clock.now = NOW + timedelta(days=1)
    (form.levels.buttons[3] if first == "level" else form.since_known).click()
    form.since.setDate(TODAY.addDays(5))
    felt_at(form, TODAY.addDays(5))
    assert form.since.date() == form.at.date() == TODAY.addDays(1)
