"""The window and the page of breaks: what they show and ask for, and that nobody is disturbed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from math import inf
from queue import SimpleQueue
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posture.care.breaks import (
    SUGGESTIONS,
    BreakBegun,
    BreakDue,
    BreakOver,
    BreakPhase,
    BreakSettings,
    BreakStatus,
)
from posture.care.entries import BreakEnd, BreakKind, BreakNote
from posture.commands import Break
from posture.gui.break_host import BreakHost
from posture.gui.break_page import BreakPage
from posture.gui.break_window import BreakWindow
from posture.history.notebook import Notebook
from tests.gui.hosting import HeldCamera, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QPushButton

    from tests.gui.conftest import Start

MICRO, LONG = BreakKind.MICRO, BreakKind.LONG
SITTING = BreakStatus(BreakPhase.SITTING, 1380, 420, 2220)
DUE = BreakStatus(BreakPhase.DUE, 1860, 0, 1740, MICRO, SUGGESTIONS[MICRO][0], 30)
AWAY = replace(DUE, done_s=12, rested_s=12)
BEGUN = BreakStatus(BreakPhase.BEGUN, 600, 0, 0, LONG, SUGGESTIONS[LONG][0], 300, done_s=200)
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Session:
    """Stands in for what runs."""

    def __init__(self) -> None:
        self.told = SITTING
        self.hushed = False
        self.inbox: SimpleQueue[Any] = SimpleQueue()
        self.breaks = SimpleNamespace(status=lambda: self.told, hushed=False, noting=False)

    @property
    def wishes(self) -> list[object]:
        return [self.inbox.get_nowait().command for _ in range(self.inbox.qsize())]


@pytest.fixture
def session(application: QApplication) -> Session:
    del application
    return Session()


@pytest.fixture
def host(session: Session) -> Iterator[BreakHost]:
    made = BreakHost(lambda: session)  # type: ignore[arg-type, return-value]
    yield made
    made.close()


@pytest.fixture
def window(application: QApplication) -> BreakWindow:
    del application
    return BreakWindow()


def shown(window: BreakWindow) -> set[str]:
    """The buttons that can be pressed."""
    panel = window.panel
    buttons = {"begin": panel.begin, "done": panel.done, "later": panel.later, "skip": panel.skip}
    return {name for name, button in buttons.items() if button.isVisible()}


class TestWindow:
    @pytest.mark.parametrize(
        ("status", "heading", "buttons", "count"),
        [
            (DUE, "Time for a short break?", {"begin", "later", "skip"}, "0:30"),
            (AWAY, "A short break", {"begin", "done", "later", "skip"}, "0:18"),
            (BEGUN, "A longer break", {"done", "skip"}, "1:40"),
            (replace(BEGUN, done_s=200.4), "A longer break", {"done", "skip"}, "1:40"),
            (replace(BEGUN, done_s=300), "A longer break", {"done", "skip"}, "0:00"),
        ],
    )
    def test_what_it_says(
        self, window: BreakWindow, status: BreakStatus, heading: str, buttons: set[str], count: str
    ) -> None:
        window.show_status(status)
        assert window.isVisible()
        assert window.panel.heading.text() == heading
        assert window.panel.suggestion.text() == status.suggestion
        assert window.panel.ring.text == count
        assert shown(window) == buttons
        assert window.panel.sat.isVisible() is (status is DUE)

    def test_it_is_there_only_for_a_break(self, window: BreakWindow) -> None:
        for status, expected in [(SITTING, False), (DUE, True), (SITTING, False), (None, False)]:
            window.show_status(status)
            assert window.isVisible() is expected

    def test_it_takes_no_focus(self, window: BreakWindow) -> None:
        assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        assert window.windowModality() is Qt.WindowModality.NonModal

    def test_put_away_it_stays_so_until_something_new(self, window: BreakWindow) -> None:
        window.show_status(DUE)
        QTest.keyClick(window.panel.later, Qt.Key.Key_Escape)
        window.show_status(AWAY)
        assert not window.isVisible()
        window.announce()
        window.show_status(DUE)
        assert window.isVisible()

    def test_every_button_by_keyboard(self, window: BreakWindow) -> None:
        wishes: list[str] = []
        window.wished.connect(wishes.append)
        window.show_status(DUE)
        panel = window.panel
        for button in (panel.begin, panel.later, panel.skip):
            _press(button)
        window.show_status(BEGUN)
        _press(panel.done)
        assert wishes == ["micro", "later", "skip", "done"]

    def test_who_has_begun_by_keyboard_is_done_by_keyboard(self, window: BreakWindow) -> None:
        window.show_status(DUE)
        window.activateWindow()
        until(window.isActiveWindow)
        window.panel.begin.setFocus()
        window.show_status(BEGUN)
        assert window.focusWidget() is window.panel.done

    def test_with_less_motion_the_ring_moves_in_steps(self, application: QApplication) -> None:
        del application
        window = BreakWindow(less_motion=True)
        shares = set()
        for done_s in range(301):
            window.show_status(replace(BEGUN, done_s=done_s))
            shares.add(window.panel.ring.share)
        assert shares == {0.0, 0.25, 0.5, 0.75, 1.0}

    @pytest.mark.parametrize("dark", [False, True])
    def test_no_text_is_cut_off(self, application: QApplication, dark: bool) -> None:
        del application
        for kind in BreakKind:
            for suggestion in SUGGESTIONS[kind]:
                window = BreakWindow(dark=dark)
                window.show_status(replace(DUE, kind=kind, suggestion=suggestion))
                for label in (window.panel.heading, window.panel.suggestion, window.panel.sat):
                    assert label.height() >= label.heightForWidth(label.width())
                window.hide()


def _press(button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


class TestHost:
    def test_a_reminder_shows_the_window_and_its_end_hides_it(
        self, host: BreakHost, session: Session
    ) -> None:
        changes: list[None] = []
        host.changed.connect(lambda: changes.append(None))
        session.told = DUE
        host(BreakDue(0.0, MICRO, DUE.suggestion, 1800.0, 30.0))
        assert host.window is not None
        assert host.window.isVisible()
        session.told = SITTING
        host(BreakOver(9.0, MICRO, BreakEnd.TAKEN, 0.0, 9.0, asked=True))
        assert not host.window.isVisible()
        assert len(changes) == 2
        assert not host._timer.isActive()

    def test_quiet_hides_it_for_as_long(self, host: BreakHost, session: Session) -> None:
        session.told = DUE
        host(BreakDue(0.0, MICRO, DUE.suggestion, 1800.0, 30.0))
        assert host.window is not None
        for hushed in (True, False):
            session.breaks.hushed = hushed
            host.refresh()
            assert host.window.isVisible() is not hushed

    def test_what_is_pressed_is_asked_for(self, host: BreakHost, session: Session) -> None:
        session.told = BEGUN
        host(BreakBegun(0.0, LONG, BEGUN.suggestion, 300.0))
        assert host.window is not None
        host.window.panel.done.click()
        host.window.panel.skip.click()
        assert session.wishes == [Break("done"), Break("skip")]

    def test_without_a_session(self, application: QApplication) -> None:
        del application
        host = BreakHost(lambda: None)
        for wish in ("done", "skip", "later"):
            host.wish(wish)
        host.refresh()
        assert host.status() is None


class TestPage:
    @pytest.fixture
    def notebook(self, tmp_path: Path) -> Notebook:
        return Notebook(tmp_path / "history.sqlite3", lambda: NOW)

    def page(self, host: BreakHost, notebook: Notebook | None) -> BreakPage:
        page = BreakPage(host, notebook, settings=BreakSettings(), now=lambda: NOW)
        page.show()
        return page

    def test_how_it_stands(self, host: BreakHost, notebook: Notebook) -> None:
        page = self.page(host, notebook)
        assert page.sat.text() == "You have sat for 23 min."
        assert page.next.text() == "Next short break in 7 min · Next long break in 37 min"
        assert page.problem.text() == "No break today so far."
        assert not page.panel.isVisible()
        assert page.micro.text() == "&Short break now, 30 s"

    @pytest.mark.parametrize(
        ("status", "sat", "coming"),
        [
            (replace(SITTING, micro_in_s=inf), "You have sat for 23 min.", "Next long break in 37"),
            (replace(SITTING, rested_s=50), "Away or standing for 50 s", "Next short"),
            (DUE, "You have sat for 31 min.", ""),
        ],
    )
    def test_words(
        self, host: BreakHost, session: Session, status: BreakStatus, sat: str, coming: str
    ) -> None:
        session.told = status
        page = self.page(host, None)
        assert page.sat.text() == sat
        assert page.next.text().startswith(coming)
        assert page.problem.text() == "Breaks are noted nowhere: no history is kept."

    def test_a_break_that_is_due_can_be_answered_here(
        self, host: BreakHost, session: Session, notebook: Notebook
    ) -> None:
        page = self.page(host, notebook)
        page.micro.click()
        page.long.click()
        session.told = DUE
        page.refresh()
        assert page.panel.isVisible()
        assert not page.micro.isEnabled()
        assert [page.sat.isVisible(), page.panel.sat.isVisible()] == [True, False]
        page.panel.later.click()
        assert session.wishes == [Break("micro"), Break("long"), Break("later")]

    def test_the_breaks_of_today(
        self, host: BreakHost, session: Session, notebook: Notebook
    ) -> None:
        del session
        page = self.page(host, notebook)
        nine_s = NOW.timestamp() - 3 * 3600
        notebook.add(BreakNote(nine_s - 86400, 0, MICRO, BreakEnd.TAKEN, 30.0, asked=True))
        notebook.add(BreakNote(nine_s, 0, MICRO, BreakEnd.TAKEN, 42.0, asked=True))
        notebook.add(BreakNote(nine_s + 600, 3600, LONG, BreakEnd.SKIPPED, 0.0, asked=True))
        host.changed.emit()
        rows = [
            tuple(item.text() for c in range(3) if (item := page.table.item(r, c)) is not None)
            for r in range(page.table.rowCount())
        ]
        assert rows == [("10:10", "Long break", "skipped"), ("09:00", "Short break", "42 s")]

    def test_what_cannot_be_read_is_told(self, host: BreakHost, tmp_path: Path) -> None:
        file = tmp_path / "history.sqlite3"
        file.write_text("no history" * 1000)
        page = self.page(host, Notebook(file, lambda: NOW))
        assert str(file) in page.problem.text()

    def test_nobody_counts(self, application: QApplication) -> None:
        del application
        page = self.page(BreakHost(lambda: None), None)
        assert page.sat.text() == "Nobody counts: posture does not watch now."
        assert page.micro.isEnabled()


def test_the_application_hands_on_what_happens(start: Start) -> None:
    running = start(HeldCamera())
    until(lambda: running.host.app is not None)
    app = running.host.app
    assert app is not None
    app.session.tell(BreakDue(0.0, MICRO, SUGGESTIONS[MICRO][0], 1800.0, 30.0))
    until(lambda: running.care.breaks.window is not None)
