"""The page of breaks: how long was sat, when the next break comes, and today's breaks."""

from __future__ import annotations

from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from posture.care.breaks import BreakSettings
from posture.care.entries import BreakEnd, BreakKind
from posture.clock_time import local
from posture.gui.break_panel import BreakPanel, length_text
from posture.gui.day import wall_clock
from posture.gui.labels import wrapped
from posture.gui.theme import colours_of
from posture.gui.translations import capital, translated
from posture.history.rows import Span
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QShowEvent

    from posture.care.breaks import BreakStatus
    from posture.care.entries import BreakNote
    from posture.gui.break_host import BreakHost
    from posture.history.notebook import Notebook

REFRESH_MS = 1_000
"""How often it is brought up to date while it is seen."""
ABOUT = (
    "Standing up and being away count as breaks. Only the time in which the camera saw you sit is "
    "counted. How often and how long breaks are is a matter of taste: the settings change it."
)


class BreakPage(QWidget):
    """Says how it stands, begins breaks, and lists those of today.

    Args:
        host: Breaks of the session that runs.
        notebook: Where breaks are noted; None where no history is kept.
        settings: How long breaks are.
        less_motion: Whether the ring stands still most of the time.
        dark: Colours; None follows the system.
        now: The user's local time, aware.
    """

    def __init__(
        self,
        host: BreakHost,
        notebook: Notebook | None,
        *,
        settings: BreakSettings | None = None,
        less_motion: bool = False,
        dark: bool | None = None,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self._host, self._notebook, self._now = host, notebook, now
        lengths = settings or BreakSettings()
        colours = colours_of(dark)
        self.sat, self.next = wrapped(1.3), wrapped()
        self.problem, self.failure = wrapped(), wrapped()
        self.panel = BreakPanel(colours, less_motion=less_motion, tells_sat=False)
        self.panel.wished.connect(host.wish)
        micro, long = translated("&Short break now, {0}"), translated("L&ong break now, {0}")
        self.micro = QPushButton(micro.format(length_text(lengths.length_s(BreakKind.MICRO))))
        self.long = QPushButton(long.format(length_text(lengths.length_s(BreakKind.LONG))))
        self.micro.clicked.connect(lambda: host.wish(BreakKind.MICRO.value))
        self.long.clicked.connect(lambda: host.wish(BreakKind.LONG.value))
        self.table = _table()
        self._is_old = False
        self._lay_out()
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        host.changed.connect(self._take_news)
        host.failed.connect(self._say_failure)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to look for news."""
        super().showEvent(event)
        self.refresh()
        self.fill()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def refresh(self) -> None:
        """Say how it stands."""
        status = self._host.status()
        self.sat.setText(sat_text(None if self._host.alone else status))
        self.next.setText(next_text(status))
        self.next.setVisible(bool(self.next.text()))
        goes_on = status is not None and status.kind is not None
        answered = not goes_on and self.panel.isAncestorOf(self.focusWidget())
        self.panel.setVisible(goes_on)
        if status is not None and goes_on:
            self.panel.show_status(status)
        for button in (self.micro, self.long):
            button.setEnabled(not goes_on)
        if answered:
            self.micro.setFocus()
        if self._is_old and not self._host.noting:
            self.fill()

    def fill(self) -> None:
        """List the breaks of today; what is being written now comes with a later look."""
        self._is_old = self._host.noting
        if self._notebook is None:
            self.problem.setText(translated("Breaks are noted nowhere: no history is kept."))
            return
        today = self._now().date()
        try:
            notes = self._notebook.notes(Span(today, today + timedelta(days=1))).breaks
        except PostureError as error:
            self.problem.setText(translated(str(error)))
            return
        self.problem.setText("" if notes else translated("No break today so far."))
        self.table.setRowCount(len(notes))
        for row, note in enumerate(reversed(notes)):
            for column, text in enumerate(row_of(note)):
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _take_news(self) -> None:
        if self.isVisible():
            self._say_failure("")
            self.fill()
            self.refresh()

    def _say_failure(self, text: str) -> None:
        self.failure.setText(capital(translated(text)))
        self.failure.setVisible(bool(text))

    def _lay_out(self) -> None:
        about = wrapped()
        about.setText(translated(ABOUT))
        begin = QHBoxLayout()
        for button in (self.micro, self.long):
            button.setAutoDefault(False)
            begin.addWidget(button)
        begin.addStretch(1)
        column = QVBoxLayout(self)
        for widget in (self.sat, self.next, about):
            column.addWidget(widget)
        column.addLayout(begin)
        column.addWidget(self.panel)
        column.addWidget(self.table, 1)
        for widget in (self.problem, self.failure):
            column.addWidget(widget)
        self.failure.hide()


def sat_text(status: BreakStatus | None) -> str:
    """How long the user has sat, or been away, in a sentence."""
    if status is None:
        return translated("Nobody counts: posture does not watch now.")
    if status.rested_s:
        return translated("Away or standing for {0}").format(length_text(status.rested_s))
    return translated("You have sat for {0}.").format(length_text(status.sat_s))


def next_text(status: BreakStatus | None) -> str:
    """When the next breaks come; empty where none do."""
    if status is None or status.kind is not None:
        return ""
    micro, long = translated("Next short break in {0}"), translated("Next long break in {0}")
    parts = ((micro, status.micro_in_s), (long, status.long_in_s))
    said = [text.format(length_text(in_s)) for text, in_s in parts if isfinite(in_s)]
    return " \N{MIDDLE DOT} ".join(said)


def row_of(note: BreakNote) -> tuple[str, str, str]:
    """When it was, what, and what became of it."""
    kinds = {BreakKind.MICRO: translated("Short break"), BreakKind.LONG: translated("Long break")}
    ends = {
        BreakEnd.TAKEN: length_text(note.length_s),
        BreakEnd.SKIPPED: translated("skipped"),
        BreakEnd.POSTPONED: translated("postponed"),
    }
    return f"{local(note.utc_s, note.offset_s):%H:%M}", kinds[note.kind], ends[note.end]


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setHorizontalHeaderLabels(
        [translated("When"), translated("What"), translated("How long")]
    )
    table.setAccessibleName(translated("Breaks today"))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
    return table
