"""A row a day, a piece every ten minutes: how much of it was spent in which state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from posture.gui.dates import short_day
from posture.gui.history_marks import Mark, MarkKind, marks_of, paint_mark
from posture.gui.translations import translated
from posture.history.rows import STATES
from posture.records import State
from posture.reports.wording import duration
from posture.summaries import CELL_S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.palette import Palette
    from posture.records import FloatArray
    from posture.summaries import Summary

STACK = (State.SLOUCHED, State.UPRIGHT, State.UNKNOWN, State.AWAY, State.PAUSED)
"""From the bottom up, so that what is compared stands on one line."""
_LONG = date(2026, 9, 30)
"""Its short name is as long as any."""
CELLS_PER_HOUR = 3600 // CELL_S
GAP_PX = 8
_BRUSH = Qt.BrushStyle
_PATTERNS = {
    State.SLOUCHED: _BRUSH.SolidPattern,
    State.UPRIGHT: _BRUSH.Dense4Pattern,
    State.UNKNOWN: _BRUSH.BDiagPattern,
    State.AWAY: _BRUSH.Dense6Pattern,
    State.PAUSED: _BRUSH.VerPattern,
}
"""None needs its colour."""
_ROW_PX = {1: 96, 7: 30}
"""By how many there are; more are as high as their words."""


def state_name(state: State) -> str:
    """For the key and the tool tips."""
    return {
        State.SLOUCHED: translated("slouched"),
        State.UPRIGHT: translated("upright"),
        State.UNKNOWN: translated("not measurable"),
        State.AWAY: translated("away"),
        State.PAUSED: translated("paused"),
    }[state]


def shown_hours(cells: FloatArray, marks: Sequence[Mark] = ()) -> tuple[int, int]:
    """The first hour with anything in it and the one after the last, of (days, cells, states)."""
    used = np.flatnonzero(cells.sum(axis=(0, 2)) > 0) // CELLS_PER_HOUR
    hours = [*used[[0, -1][: used.size]].tolist(), *(int(mark.hour) for mark in marks)]
    return (min(hours), max(hours) + 1) if hours else (0, 24)


def spent(seconds: Sequence[float]) -> str:
    """Seconds by `STATES` in words, in the order of `STACK`; empty of nothing."""
    by_state = dict(zip(STATES, seconds, strict=True))
    told = [(state_name(state), by_state[state]) for state in STACK if by_state[state] >= 1]
    return ", ".join(f"{name} {duration(seconds)}" for name, seconds in told)


class Timeline(QWidget):
    """Shows the timeline of a summary.

    Args:
        colours: Of the window.
    """

    def __init__(self, colours: Palette) -> None:
        super().__init__()
        self.colours = colours
        self._summary: Summary | None = None
        self._cells: FloatArray = np.zeros((1, 24 * CELLS_PER_HOUR, len(STATES)))
        self._hours = (0, 24)
        self.marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translated("Time by state, ten minutes each"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The rows, a line of hours and the key: of marks too, where there are any."""
        lines_px = (2 + bool(self.marks)) * self.fontMetrics().height()
        return QSize(560, self._row_px() * len(self._cells) + lines_px + 2 * GAP_PX)

    def show_summary(self, summary: Summary) -> None:
        """Show its timeline; nothing of one without."""
        if summary.timeline is None:
            return
        self._summary, self._cells = summary, summary.timeline
        self.marks = marks_of(summary.noted.notes, summary.span)
        self._hours = shown_hours(self._cells, self.marks)
        # The others may be hundreds: the facts and the table have their numbers.
        pains = (mark for mark in self.marks if mark.kind is MarkKind.PAIN)
        told = [spent(summary.total.seconds), *map(self._told, pains)]
        self.setAccessibleDescription("; ".join(filter(None, told)))
        self.updateGeometry()
        self.update()

    def told_at(self, x_px: float, y_px: float) -> str:
        """What is said about the ten minutes at a place; empty where nothing is known."""
        row = int(y_px // self._row_px())
        left, per_hour = self._across()
        cell = int(((x_px - left) / per_hour + self._hours[0]) * CELLS_PER_HOUR)
        if x_px < left or row >= len(self._cells) or cell >= self._cells.shape[1]:
            return ""
        at, near_px = QPointF(x_px, y_px), self._mark_px() / 2
        met = [m for m in self.marks if (self._place(m) - at).manhattanLength() <= near_px]
        if met:
            return self._told(met[-1])
        text = spent(self._cells[row, cell].tolist())
        clock = f"{cell // CELLS_PER_HOUR}:{cell % CELLS_PER_HOUR * CELL_S // 60:02d}"
        return f"{self._day_name(row)} {clock}: {text}" if text else ""

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            text = self.told_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows, the hours below them, and the key."""
        painter = QPainter(self)
        row_px, (left, per_hour) = self._row_px(), self._across()
        for row, cells in enumerate(self._cells):
            place = QRectF(left, row * row_px, self.width() - left, row_px - 3.0)
            painter.fillRect(place, QColor(*self.colours.surface))
            self._paint_row(painter, cells, place, per_hour / CELLS_PER_HOUR)
            painter.setPen(QColor(*self.colours.muted))
            words = QRectF(0.0, place.top(), left - GAP_PX, place.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._day_name(row))
        self._paint_hours(painter, row_px * len(self._cells), left, per_hour)
        for mark in self.marks:
            paint_mark(painter, mark, self._place(mark), self._mark_px(), self.colours)
        self._paint_key(painter)
        self._paint_key_of_marks(painter)
        painter.end()

    def _paint_row(
        self, painter: QPainter, cells: FloatArray, place: QRectF, cell_px: float
    ) -> None:
        order = [STATES.index(state) for state in STACK]
        for cell in np.flatnonzero(cells.sum(axis=1) > 0).tolist():
            left = place.left() + (cell - self._hours[0] * CELLS_PER_HOUR) * cell_px
            bottom = place.bottom()
            for state, seconds in zip(STACK, cells[cell, order].tolist(), strict=True):
                high = place.height() * seconds / CELL_S
                self._paint_state(painter, state, QRectF(left, bottom - high, cell_px, high))
                bottom -= high

    def _paint_state(self, painter: QPainter, state: State, place: QRectF) -> None:
        # What was not measured has lines in a colour that stands out, not a grey area.
        colour = self.colours.states[state if state in STACK[:2] else State.UNKNOWN]
        painter.fillRect(place, QBrush(QColor(*colour), _PATTERNS[state]))

    def _paint_hours(self, painter: QPainter, top: float, left: float, per_hour: float) -> None:
        first, last = self._hours
        wide = 2.0 * self.fontMetrics().horizontalAdvance("00:00")
        step = next((step for step in (1, 2, 3, 6) if step * per_hour >= wide), 12)
        for hour in range(first, last + 1):
            x = left + (hour - first) * per_hour
            painter.setPen(QColor(*self.colours.line))
            painter.drawLine(int(x), 0, int(x), int(top))
            if hour % step == 0 and x + wide / 2 <= self.width():
                painter.setPen(QColor(*self.colours.muted))
                painter.drawText(int(x), int(top) + self.fontMetrics().ascent(), f"{hour}:00")

    def _paint_key(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        x, side = 0.0, metrics.ascent()
        base = self.height() - metrics.descent() - bool(self.marks) * metrics.height()
        painter.setPen(QColor(*self.colours.muted))
        for state in STACK:
            place = QRectF(x, base - side + 1.0, side, side)
            self._paint_state(painter, state, place)
            painter.drawRect(place)
            painter.drawText(int(x + side + GAP_PX // 2), base, state_name(state))
            x += side + GAP_PX // 2 + metrics.horizontalAdvance(state_name(state)) + 2 * GAP_PX

    def _paint_key_of_marks(self, painter: QPainter) -> None:
        """A line of its own, of those kinds that there are."""
        metrics = self.fontMetrics()
        x, side = 0.0, float(metrics.ascent())
        base = self.height() - metrics.descent()
        for kind in MarkKind:
            mark = next((mark for mark in self.marks if mark.kind is kind), None)
            if mark is not None:
                unlabelled = replace(mark, label="")
                middle = QPointF(x + side / 2, base - side / 2 + 1.0)
                paint_mark(painter, unlabelled, middle, side, self.colours)
                painter.setPen(QColor(*self.colours.muted))
                painter.drawText(int(x + side + GAP_PX // 2), base, kind.text)
                x += side + metrics.horizontalAdvance(kind.text) + 2.5 * GAP_PX

    def _place(self, mark: Mark) -> QPointF:
        """The middle of a mark: on the row of its day, at its time."""
        left, per_hour = self._across()
        row_px = self._row_px()
        middle = mark.row * row_px + (row_px - 3.0) / 2
        return QPointF(left + (mark.hour - self._hours[0]) * per_hour, middle)

    def _mark_px(self) -> float:
        """As high as a row allows, and as its level needs."""
        return min(1.7 * self.fontMetrics().ascent(), self._row_px() - 5.0)

    def _told(self, mark: Mark) -> str:
        minutes = int(60 * mark.hour + 1e-6)
        at = f"{minutes // 60}:{minutes % 60:02d}"
        return translated("{0} {1}: {2}").format(self._day_name(mark.row), at, mark.text)

    def _row_px(self) -> int:
        return max(_ROW_PX.get(len(self._cells), 0), self.fontMetrics().height())

    def _across(self) -> tuple[float, float]:
        """Where the first hour begins, and how wide one is."""
        left = self.fontMetrics().horizontalAdvance(short_day(_LONG)) + 2.0 * GAP_PX
        return left, max(self.width() - left, 1.0) / (self._hours[1] - self._hours[0])

    def _day_name(self, row: int) -> str:
        if self._summary is None:
            return ""
        return short_day(self._summary.span.begin + timedelta(days=row))
