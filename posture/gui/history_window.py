"""The window of the history: a day, a week or a month in words and figures."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from posture import folders
from posture.gui.dates import title
from posture.gui.day import wall_clock
from posture.gui.history_page import HistoryPage
from posture.gui.history_reading import Found, Period, Reading, span_of
from posture.gui.labels import wrapped
from posture.gui.seen import SeenWindow
from posture.gui.translations import translated
from posture.gui.words import NOTICE
from posture.history.keeper import FILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from posture.gui.history_reading import OpenHistory
    from posture.history.reader import Reader
    from posture.history.rows import Span
    from posture.palette import Palette

REFRESH_MS = 60_000
"""So often the newest is read while the window is seen, and never otherwise."""
_DAY = timedelta(days=1)


def reader_of(file: Path | None = None) -> Reader:
    """Of a file, by default the user's own; one that is not there has nothing in it."""
    from posture.history.reader import Reader

    return Reader(file or folders.find().data / FILE)


class HistoryWindow(SeenWindow):
    """Shows a period of the history, and others on request.

    Args:
        open_history: Gives the history, each time that it is read; on another thread.
        today: The local day.
        dark: Colours; None follows the system.
    """

    def __init__(
        self,
        open_history: OpenHistory = reader_of,
        *,
        today: Callable[[], date] = lambda: wall_clock().date(),
        dark: bool | None = None,
    ) -> None:
        super().__init__(dark=dark)
        self._today = today
        self._period, self._span = Period.WEEK, span_of(Period.WEEK, today())
        self._kept: Span | None = None
        self._follows_today = True
        self.reading = Reading(open_history)
        self.reading.found.connect(self._show)
        self.page = HistoryPage(self._colours)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._make_buttons()
        self._lay_out()
        self._add_keys()
        self._apply_colours()
        self.setWindowTitle(translated("History"))
        self.setMinimumSize(640, 480)
        self.resize(860, 700)

    @property
    def span(self) -> Span:
        """Which days are shown, or will be as soon as they are read."""
        return self._span

    @property
    def running(self) -> bool:
        """Whether it reads each minute: only while it is seen."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Read the period again; at midnight today's goes on to the new day."""
        if self._follows_today:
            self._span = span_of(self._period, self._today())
        self._show_span()
        self.reading.ask(self._span)

    def choose(self, period: Period) -> None:
        """Show a period of another length: today's if that was shown, else by its first day."""
        self._period = period
        self.periods[period].setChecked(True)
        self._go_to(self._today() if self._follows_today else self._span.begin)

    def show_previous(self) -> None:
        """Show the period before, if anything was kept then."""
        if self.previous.isEnabled():
            self._go_to(self._span.begin - _DAY)

    def show_next(self) -> None:
        """Show the period after, unless nothing can have been kept yet."""
        if self.next.isEnabled():
            self._go_to(self._span.end)

    def show_today(self) -> None:
        """Show the period that today is in."""
        self._go_to(self._today())

    def _go_to(self, day: date) -> None:
        self._span = span_of(self._period, day)
        self._follows_today = self._span == span_of(self._period, self._today())
        self.refresh()

    def _show(self, found: Found) -> None:
        """Show what was read, unless the user has gone on since."""
        if found.span != self._span:
            return
        self._kept = found.kept
        self._show_span()
        self.page.show_found(found)

    def _show_span(self) -> None:
        self.dates.setText(title(self._span))
        first = self._kept.begin if self._kept else self._span.begin
        last = max(self._today(), self._kept.end - _DAY if self._kept else self._today())
        self.previous.setEnabled(first < self._span.begin)
        self.next.setEnabled(self._span.end <= last)

    def _make_buttons(self) -> None:
        labels = {
            Period.DAY: translated("&Day"),
            Period.WEEK: translated("&Week"),
            Period.MONTH: translated("&Month"),
        }
        self.periods = {period: QRadioButton(label) for period, label in labels.items()}
        self._group = QButtonGroup(self)
        for period, button in self.periods.items():
            button.clicked.connect(partial(self.choose, period))
            self._group.addButton(button)
        self.periods[self._period].setChecked(True)
        self.previous = QPushButton(translated("&Previous"))
        self.next = QPushButton(translated("&Next"))
        self.today = QPushButton(translated("&Today"))
        self.previous.setAccessibleDescription(translated("Shows the days before; key: left"))
        self.next.setAccessibleDescription(translated("Shows the days after; key: right"))
        self.today.setAccessibleDescription(translated("Shows the days that today is among"))
        self.previous.clicked.connect(self.show_previous)
        self.next.clicked.connect(self.show_next)
        self.today.clicked.connect(self.show_today)

    def _lay_out(self) -> None:
        self.dates = wrapped(1.3)
        self.notice = wrapped()
        self.notice.setText(translated(NOTICE))
        row = QHBoxLayout()
        for choice in self.periods.values():
            row.addWidget(choice)
        row.addStretch(1)
        for button in (self.previous, self.today, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.dates)
        column.addWidget(self.page, 1)
        column.addWidget(self.notice)
        steps = (self.previous, self.today, self.next)
        page = self.page
        order = (*self.periods.values(), *steps, page, page.facts, page.heat, page.days, page.noted)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.periods[self._period].setFocus()

    def _add_keys(self) -> None:
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: self.show_previous,
            Qt.Key.Key_Right: self.show_next,
            Qt.Key.Key_D: partial(self.choose, Period.DAY),
            Qt.Key.Key_W: partial(self.choose, Period.WEEK),
            Qt.Key.Key_M: partial(self.choose, Period.MONTH),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _paint(self, colours: Palette) -> None:
        self.page.set_colours(colours)

    def _see(self, seen: bool) -> None:
        if seen and not self._timer.isActive():
            self.refresh()
            self._timer.start()
        elif not seen:
            self._timer.stop()
