"""The window of the history: periods, keys, words, damaged files, and looking seldom."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from posture.gui.history_reading import Period, span_of
from posture.gui.history_window import HistoryWindow, reader_of
from posture.gui.history_words import SPEECH
from posture.gui.words import NOTICE, UserCommand
from posture.history.reader import Reader
from posture.history.rows import Span
from posture.history.schema import make_file
from posture.reports.gather import gather
from posture.reports.wording import facts
from tests.gui.hosting import HeldCamera
from tests.gui.test_dashboard_texts import cut_off
from tests.years import years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posture.gui.application import Application
    from posture.reports.gather import History
    from tests.kept import Years

    Start = Callable[..., Application]
    Show = Callable[..., HistoryWindow]

TODAY = date(2026, 2, 11)
"""A Wednesday."""
FIRST = date(2026, 1, 1)


class Clock:
    """The day that it is."""

    day = TODAY


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def kept() -> Years:
    return years(FIRST, 42)


@pytest.fixture
def show(application: QApplication, kept: Years, clock: Clock) -> Iterator[Show]:
    del application
    made: list[HistoryWindow] = []

    def one(
        open_history: Callable[[], AbstractContextManager[History]] = lambda: nullcontext(kept),
        *,
        dark: bool | None = None,
    ) -> HistoryWindow:
        window = HistoryWindow(open_history, today=lambda: clock.day, dark=dark)
        made.append(window)
        window.show()
        settle(window)
        return window

    yield one
    for window in made:
        window.hide()
        settle(window)


def settle(window: HistoryWindow) -> None:
    """Until nothing more is read."""
    QCoreApplication.processEvents()
    while window.reading.busy:
        window.reading.wait()
        QCoreApplication.processEvents()


def test_begins_with_this_week(show: Show, kept: Years) -> None:
    window = show()
    assert window.span == Span(date(2026, 2, 9), date(2026, 2, 16))
    assert window.dates.text() == "Monday 9 to Sunday 15 February 2026"
    for label, text in facts(gather(kept, window.span), SPEECH):
        assert text in window.page.facts.accessibleDescription()
        assert label in window.page.facts.text()
    assert window.notice.text() == NOTICE
    assert window.page.sentence.isHidden()
    assert not window.page.days.isHidden()
    assert window.page.heat.isHidden()


def test_facts_can_be_selected(show: Show) -> None:
    flags = show().page.facts.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_periods(show: Show) -> None:
    window = show()
    window.periods[Period.DAY].click()
    settle(window)
    assert window.span == Span(TODAY, date(2026, 2, 12))
    assert window.page.days.isHidden()
    window.periods[Period.MONTH].click()
    settle(window)
    assert window.dates.text() == "February 2026"
    assert not window.page.heat.isHidden()
    assert not window.page.days.isHidden()


def test_steps_stay_where_something_was_kept(show: Show) -> None:
    window = show()
    window.choose(Period.MONTH)
    settle(window)
    assert not window.next.isEnabled()
    window.previous.click()
    settle(window)
    assert window.span == span_of(Period.MONTH, FIRST)
    assert not window.previous.isEnabled()
    window.show_previous()
    assert window.span == span_of(Period.MONTH, FIRST)
    window.next.click()
    settle(window)
    assert window.span == span_of(Period.MONTH, TODAY)


def test_today_comes_back(show: Show) -> None:
    window = show()
    for _ in range(3):
        window.previous.click()
        settle(window)
    window.choose(Period.DAY)
    assert window.span.begin == date(2026, 1, 19)
    window.today.click()
    assert window.span.begin == TODAY


@pytest.mark.parametrize(
    ("key", "begin", "days"),
    [("Left", date(2026, 2, 2), 7), ("D", TODAY, 1), ("M", date(2026, 2, 1), 28)],
)
def test_keys(show: Show, key: str, begin: date, days: int) -> None:
    window = show()
    keys = {s.key().toString(): s for s in window.findChildren(QShortcut)}
    assert set(keys) == {QKeySequence(k).toString() for k in ("Left", "Right", "D", "W", "M")}
    keys[key].activated.emit()
    settle(window)
    assert (window.span.begin, window.span.days) == (begin, days)
    keys["W"].activated.emit()
    settle(window)
    keys["Right"].activated.emit()
    assert window.span.days == 7


def test_the_arrows_stay_with_a_table(show: Show) -> None:
    window = show()
    window.activateWindow()
    window.page.days.setFocus()
    window.page.days.setCurrentCell(0, 0)
    QTest.keyClick(window.page.days, Qt.Key.Key_Right)
    settle(window)
    assert window.page.days.currentColumn() == 1
    assert window.span.begin == date(2026, 2, 9)


def test_what_can_be_reached_has_a_name(show: Show) -> None:
    page = show().page
    for view in (page, page.facts, page.timeline, page.angles, page.heat, page.days):
        assert view.accessibleName()
    assert "upright" in page.timeline.accessibleDescription()
    assert "neck" in page.angles.accessibleDescription()


def test_an_empty_history(show: Show, tmp_path: Path) -> None:
    window = show(lambda: Reader(tmp_path / "history.sqlite3"))
    assert "still empty" in window.page.sentence.text()
    assert window.page.facts.isHidden()
    assert window.page.timeline.isHidden()
    assert not window.previous.isEnabled()
    assert not window.next.isEnabled()


def test_a_day_of_which_nothing_was_kept(show: Show) -> None:
    window = show()
    window.choose(Period.DAY)
    for _ in range(3):
        settle(window)
        window.previous.click()
    settle(window)
    assert window.page.sentence.text().startswith("Nothing was kept of Sunday 8 February 2026.")


def test_a_damaged_file_is_said_in_words(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    make_file(path)
    path.write_bytes(b"no history at all" * 100)
    window = show(lambda: Reader(path))
    assert str(path) in window.page.sentence.text()
    assert "Traceback" not in window.page.sentence.text()
    assert window.page.facts.isHidden()


def test_looks_only_while_it_is_seen(show: Show) -> None:
    window = show()
    seen = [window.running]
    for see in (window.hide, window.show):
        see()
        settle(window)
        seen.append(window.running)
    assert seen == [True, False, True]


def test_follows_today_over_midnight(show: Show, clock: Clock) -> None:
    window = show()
    window.choose(Period.DAY)
    settle(window)
    clock.day = date(2026, 2, 12)
    window.refresh()
    settle(window)
    assert window.span.begin == clock.day
    window.previous.click()
    settle(window)
    clock.day = date(2026, 2, 13)
    window.refresh()
    assert window.span.begin == TODAY


def test_what_the_user_has_left_is_not_shown(show: Show) -> None:
    window = show()
    window.choose(Period.DAY)
    window.choose(Period.MONTH)
    window.choose(Period.DAY)
    window.choose(Period.MONTH)
    settle(window)
    assert window.dates.text() == "February 2026"
    assert not window.page.heat.isHidden()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("period", Period)
def test_no_text_is_cut_off(show: Show, period: Period, dark: bool) -> None:
    window = show(dark=dark)
    window.resize(640, 480)
    window.choose(period)
    settle(window)
    assert (window.width(), window.height()) == (640, 480)
    page = window.page
    assert not page.grab().isNull()
    for _ in range(3):  # labels that are wrapped find their height one after the other
        QCoreApplication.processEvents()
    buttons = (*window.periods.values(), window.previous, window.today, window.next)
    for widget in (*buttons, window.dates, window.notice):
        assert cut_off(widget) == ""
    assert page.facts.heightForWidth(page.facts.width()) <= page.facts.height()


def test_the_users_own_is_where_reports_look(application: QApplication) -> None:
    del application
    with reader_of() as history:
        assert history.path.name == "history.sqlite3"
        assert history.days() is None


def test_the_menu_opens_one_that_stays(start: Start) -> None:
    running = start(HeldCamera())
    opened: list[HistoryWindow] = []
    for _ in range(2):
        running.tray.command.emit(UserCommand.HISTORY)
        if running.history is not None and running.history.running:
            opened.append(running.history)
            settle(opened[-1])
            opened[-1].hide()
    assert len(opened) == 2
    assert opened[0] is opened[1]
    opened[0].show()
    settle(opened[0])
    assert running.close()
    assert not opened[0].isVisible()
