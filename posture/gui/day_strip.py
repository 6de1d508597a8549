"""Today as one thin bar, a piece a minute; what a piece was is told where the mouse is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from posture.gui.icon import IconKind
from posture.gui.minutes import MINUTE, Minute, stretches, totals
from posture.gui.translations import translated
from posture.gui.words import duration
from posture.records import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from posture.palette import RGB, Palette

BAR_PX = 16
_GAP_PX = 8
_BRUSH = Qt.BrushStyle
_LOOKS: dict[IconKind, tuple[State, Qt.BrushStyle, float]] = {
    IconKind.UPRIGHT: (State.UPRIGHT, _BRUSH.SolidPattern, 0.5),
    IconKind.SLOUCHED: (State.SLOUCHED, _BRUSH.SolidPattern, 1.0),
    IconKind.CANNOT_MEASURE: (State.UNKNOWN, _BRUSH.BDiagPattern, 1.0),
    IconKind.AWAY: (State.UNKNOWN, _BRUSH.Dense6Pattern, 1.0),
    IconKind.PAUSED: (State.UNKNOWN, _BRUSH.VerPattern, 1.0),
    IconKind.CAMERA_OFF: (State.UNKNOWN, _BRUSH.HorPattern, 0.5),
}
"""Colour, pattern and height of each kind: none needs its colour. As in the plot, what was not
measured is hatched, and dotted where nobody was there."""


class DayStrip(QWidget):
    """Shows minutes.

    Args:
        colours: Of the window.
        parent: As of any widget.
    """

    def __init__(self, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._minutes: Sequence[Minute] = ()
        self._shown = stretches(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(100)
        self.setAccessibleName(translated("Today by minute"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The bar and a line of text."""
        return QSize(300, BAR_PX + 3 + self.fontMetrics().height())

    def show_minutes(self, minutes: Sequence[Minute]) -> None:
        """Show these, in order of time; what looks as before is not painted again."""
        self._minutes = minutes
        shown = stretches(minutes)
        self.setAccessibleDescription(_spent(totals(minutes)))
        if shown != self._shown:
            self._shown = shown
            self.update()

    def told_at(self, x_px: float) -> str:
        """What is said about the minute at a place; empty where nothing is known."""
        if not self._shown:
            return ""
        start, end = self._shown[0].start, self._shown[-1].end
        at = start + (end - start) * (x_px / max(self.width(), 1))
        for minute in self._minutes:
            if minute.start <= at < minute.start + MINUTE:
                return f"{minute.start:%H:%M}: {_spent(totals([minute]))}"
        return ""

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the bar, from when until when, and as much of the key as there is room for."""
        painter = QPainter(self)
        bar = QRectF(0.0, 0.0, self.width(), BAR_PX)
        painter.fillRect(bar, QColor(*self.colours.surface))
        if self._shown:
            start, end = self._shown[0].start, self._shown[-1].end
            per_s = self.width() / (end - start).total_seconds()
            for stretch in self._shown:
                left = (stretch.start - start).total_seconds() * per_s
                width = max((stretch.end - stretch.start).total_seconds() * per_s, 1.0)
                self._paint_kind(painter, stretch.kind, QRectF(left, 0.0, width, BAR_PX))
            self._paint_words(painter, start, end)
        painter.setPen(QColor(*self.colours.line))
        painter.drawLine(bar.bottomLeft(), bar.bottomRight())
        painter.end()

    def _paint_kind(self, painter: QPainter, kind: IconKind, place: QRectF) -> None:
        state, pattern, height = _LOOKS[kind]
        colour: RGB = self.colours.states[state]
        place = place.adjusted(0.0, (1.0 - height) * place.height(), 0.0, 0.0)
        painter.fillRect(place, QBrush(QColor(*colour), pattern))

    def _paint_words(self, painter: QPainter, start: datetime, end: datetime) -> None:
        metrics, ends = self.fontMetrics(), (f"{start:%H:%M}", f"{end:%H:%M}")
        base = BAR_PX + 3 + metrics.ascent()
        painter.setPen(QColor(*self.colours.muted))
        painter.drawText(0, base, ends[0])
        right = self.width() - metrics.horizontalAdvance(ends[1])
        painter.drawText(right, base, ends[1])
        x, side = metrics.horizontalAdvance(ends[0]) + 2 * _GAP_PX, metrics.ascent()
        for kind in totals(self._minutes):
            text = translated(kind.value)
            width = side + _GAP_PX // 2 + metrics.horizontalAdvance(text)
            if x + width + _GAP_PX > right:
                return
            place = QRectF(x, base - side + 1.0, side, side)
            self._paint_kind(painter, kind, place)
            painter.drawRect(place)
            painter.drawText(x + side + _GAP_PX // 2, base, text)
            x += width + 2 * _GAP_PX


def _spent(seconds: Mapping[IconKind, float]) -> str:
    """Each kind and how long it lasted, the longest first."""
    longest: Iterable[IconKind] = sorted(seconds, key=lambda kind: -seconds[kind])
    return ", ".join(f"{translated(kind.value)} {duration(seconds[kind])}" for kind in longest)
