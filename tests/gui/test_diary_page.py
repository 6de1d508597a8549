"""The diary: three clicks to an entry, what follows it, and what was entered before."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

from posture.care.attention import ADVICE
from posture.care.entries import Deed, HintNote, PainKind, PainNote, Place
from posture.care.flags import LEVELS
from posture.gui.diary_form import DiaryForm
from posture.gui.diary_page import DiaryPage
from posture.gui.diary_words import deed_name, details, entry_text, kind_name
from tests.gui.diaries import ALL, NOW, BusyNotebook, Clock, click, enter, settle
from tests.gui.hosting import until
from tests.gui.test_dashboard_texts import cut_off

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posture.history.notebook import Notebook

pytest_plugins = ["tests.gui.diary_fixtures"]


class TestEntry:
    def test_in_three_clicks(self, page: DiaryPage, notebook: Notebook) -> None:
        assert not page.save.isEnabled()
        click(page.form.levels.buttons[4])
        box = page.form.back.areas[Place.BETWEEN_SHOULDER_BLADES]
        QTest.mouseClick(
            box,
            Qt.MouseButton.LeftButton,
            pos=box.mapFrom(page.form.back, page.form.back.centre(box.place)),
        )
        click(page.save)
        settle(page)
        (note,) = notebook.notes(ALL).pains
        assert note == PainNote(
            NOW.timestamp(), 3600, 4, places=frozenset({Place.BETWEEN_SHOULDER_BLADES})
        )

    def test_the_place_may_be_left_out(self, page: DiaryPage, notebook: Notebook) -> None:
        click(page.form.levels.buttons[0])
        click(page.save)
        settle(page)
        assert [(n.level, n.places) for n in notebook.notes(ALL).pains] == [(0, frozenset())]

    def test_all_that_can_be_said(self, page: DiaryPage, notebook: Notebook) -> None:
        form = page.form
        click(form.levels.buttons[7])
        form.kinds[PainKind.STIFF].setChecked(True)
        form.deeds[Deed.HEAT].setChecked(True)
        form.deeds[Deed.MOVED].setChecked(True)
        form.woke.setCurrentIndex(2)
        form.since_known.setChecked(True)
        form.since.setDate(QDate(2026, 2, 20))
        click(page.save)
        settle(page)
        (note,) = notebook.notes(ALL).pains
        assert note.kinds == frozenset({PainKind.STIFF})
        assert note.deeds == frozenset({Deed.HEAT, Deed.MOVED})
        assert (note.since, note.woke) == (date(2026, 2, 20), True)
        assert details(note) == (
            "Stiff; since Friday 20 February 2026; woke you at night; done: moved about, heat"
        )

    def test_of_an_earlier_time(self, page: DiaryPage, notebook: Notebook) -> None:
        click(page.form.levels.buttons[3])
        page.form.earlier.setChecked(True)
        earlier = QDateTime(2026, 3, 1, 21, 30, 0)
        page.form.at.setDateTime(earlier)
        click(page.save)
        settle(page)
        (note,) = notebook.notes(ALL).pains
        assert note.utc_s == earlier.toSecsSinceEpoch()
        assert note.offset_s == earlier.offsetFromUtc()

    def test_none_of_what_is_to_come(self, page: DiaryPage, clock: Clock) -> None:
        click(page.form.levels.buttons[3])
        page.form.earlier.setChecked(True)
        page.form.at.setMaximumDateTime(QDateTime(2030, 1, 1, 0, 0, 0))
        page.form.at.setDateTime(QDateTime(2029, 1, 1, 0, 0, 0))
        assert page.form.note is not None
        assert page.form.note.utc_s == clock.now.timestamp()

    def test_afterwards_it_is_asked_anew(self, page: DiaryPage) -> None:
        form = page.form
        click(form.levels.buttons[7])
        form.back.show_places(Place)
        form.woke.setCurrentIndex(1)
        for box in form.findChildren(QCheckBox):
            box.setChecked(True)
        click(page.save)
        settle(page)
        assert form.note is None
        assert not page.save.isEnabled()
        assert [box.text() for box in form.findChildren(QCheckBox) if box.isChecked()] == []
        assert form.woke.currentData() is None

    def test_one_that_cannot_be_kept_stays_in_the_form(
        self, page: DiaryPage, notebook: Notebook
    ) -> None:
        notebook.path.write_bytes(b"something else" * 100)
        click(page.form.levels.buttons[7])
        click(page.save)
        settle(page)
        assert str(notebook.path) in page.after.sentence.text()
        assert page.after.flags.isVisible()
        assert not page.after.undo.isVisible()
        click(page.after.back)
        assert page.form.isVisible()
        assert page.form.levels.level == 7
        assert page.save.isEnabled()


def test_who_writes_for_long_does_not_hold_the_window(
    application: QApplication, tmp_path: Path
) -> None:
    del application
    notebook = BusyNotebook(tmp_path / "history.sqlite3")
    page = DiaryPage(notebook, dark=False)
    page.show()
    click(page.form.levels.buttons[4])
    click(page.save)
    click(page.save)  # once is enough
    until(page.status.text)
    assert page.status.text() == "Saving…"
    assert page.form.levels.level == 4
    assert not page.form.isEnabled()
    assert not page.save.isEnabled()
    notebook.free.set()
    until(page.after.isVisible)
    assert [note.level for note in notebook.notes(ALL).pains] == [4]
    assert page.form.isEnabled()
    assert page.form.levels.level is None


class TestAfterwards:
    def test_the_red_flags_take_the_place_of_the_questions(self, page: DiaryPage) -> None:
        assert not page.after.isVisible()
        click(page.form.levels.buttons[2])
        click(page.save)
        settle(page)
        assert page.after.flags.isVisible()
        assert not page.form.isVisible()
        assert set(page.after.flags.levels) == {level.key for level in LEVELS}
        assert all(view.body.isVisible() for view in page.after.flags.levels.values())
        assert page.after.sentence.text() == "Noted: 2 of 10"
        click(page.after.back)
        assert page.form.isVisible()

    def test_answers_to_it_are_above_the_flags(self, page: DiaryPage) -> None:
        page.resize(640, 480)
        click(page.form.levels.buttons[2])
        click(page.save)
        settle(page)
        for button in (page.after.back, page.after.undo):
            assert not button.visibleRegion().isEmpty()
            assert button.visibleRegion().boundingRect() == button.rect()

    def test_it_can_be_undone_and_that_too(self, page: DiaryPage, notebook: Notebook) -> None:
        click(page.form.levels.buttons[2])
        click(page.save)
        settle(page)
        click(page.after.undo)
        settle(page)
        assert notebook.notes(ALL).pains == ()
        assert page.form.isVisible()
        assert page.status.text() == "The entry of Mon 2 Mar, 11:42 was removed."
        click(page.restore)
        settle(page)
        assert [note.level for note in notebook.notes(ALL).pains] == [2]
        assert not page.restore.isVisible()

    def test_who_can_assess_it_is_said_once_a_week(
        self, page: DiaryPage, notebook: Notebook, clock: Clock
    ) -> None:
        enter(notebook, *[3] * 8, ago=timedelta(days=4))
        shown = []
        for days in (0, 3, 8):
            clock.now = NOW + timedelta(days=days, minutes=1)
            click(page.form.levels.buttons[3])
            click(page.save)
            settle(page)
            shown.append(page.after.hint.isVisible() and ADVICE in page.after.hint.text())
            click(page.after.back)
        assert shown == [True, False, True]
        assert len(notebook.notes(ALL).hints) == 2
        assert all(isinstance(hint, HintNote) for hint in notebook.notes(ALL).hints)

    def test_nothing_is_advised_after_a_first_entry(self, page: DiaryPage) -> None:
        click(page.form.levels.buttons[9])
        click(page.save)
        settle(page)
        assert not page.after.hint.isVisible()


@pytest.mark.parametrize("dark", [False, True])
def test_no_text_is_cut_off(application: QApplication, notebook: Notebook, dark: bool) -> None:
    enter(notebook, *range(11))
    page = DiaryPage(notebook, dark=dark)
    page.resize(640, 480)
    page.show()
    for _ in range(3):  # labels that are wrapped find their height one after the other
        application.processEvents()
    assert (page.width(), page.height()) == (640, 480)
    shown = [w for kind in (QLabel, QAbstractButton) for w in page.findChildren(kind)]
    areas = set(page.form.back.areas.values())
    cut = [cut_off(w) for w in shown if w.isVisible() and w not in areas]
    assert [text for text in cut if text] == []
    assert not page.grab().isNull()
    page.hide()


def test_every_word_has_a_name() -> None:
    kinds, deeds = {kind_name(kind) for kind in PainKind}, {deed_name(deed) for deed in Deed}
    assert (len(kinds), len(deeds)) == (len(PainKind), len(Deed))
    note = PainNote(0.0, 0, 10, places=frozenset(Place))
    assert entry_text(note).startswith(
        "10 of 10; left side of the neck; right side of the neck; left shoulder"
    )


def test_the_levels_can_be_read_out_and_gone_through_by_keys(application: QApplication) -> None:
    form = DiaryForm(lambda: (NOW.astimezone(UTC).timestamp(), 3600), dark=False)
    form.show()
    form.activateWindow()
    application.processEvents()
    assert [b.accessibleName() for b in form.levels.buttons][::10] == ["0 of 10", "10 of 10"]
    form.levels.buttons[0].setFocus()
    QTest.keyClick(form.levels.buttons[0], Qt.Key.Key_Space)
    QTest.keyClick(form.levels.buttons[0], Qt.Key.Key_Right)
    application.processEvents()
    assert form.levels.level == 1
    QCoreApplication.processEvents()
    form.hide()


@pytest.mark.parametrize("modifier", ["NoModifier", "KeypadModifier", "ShiftModifier"])
def test_digits_choose_a_level_while_the_scale_has_the_focus(
    application: QApplication, modifier: str
) -> None:
    form = DiaryForm(lambda: (NOW.astimezone(UTC).timestamp(), 3600), dark=False)
    form.show()
    form.activateWindow()
    until(form.isActiveWindow)
    changes: list[None] = []
    form.changed.connect(lambda: changes.append(None))
    held = Qt.KeyboardModifier[modifier]
    buttons = form.levels.buttons
    buttons[0].setFocus()
    for place, level in enumerate((7, 0, 9)):
        focused = application.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key(Qt.Key.Key_0 + level), held)
        assert form.levels.level == level
        assert application.focusWidget() is buttons[level]
        assert len(changes) == place + 1
    QTest.keyClick(buttons[9], Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert form.levels.level == 9
    QTest.keyClick(buttons[9], Qt.Key.Key_Right)
    assert form.levels.level == 10
    form.since_known.setFocus()
    QTest.keyClick(form.since_known, Qt.Key.Key_3)
    assert form.levels.level == 10
    form.hide()
