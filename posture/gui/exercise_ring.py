"""A ring that closes while a hold, a movement or a timer goes on, with the count inside."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posture.gui.translations import translated

if TYPE_CHECKING:
    from posture.palette import Palette

_BROAD, _NARROW = 0.09, 0.035
"""Widths of the line, as shares of the ring's side: a hold or a timer, and a movement."""


class Ring(QWidget):
    """Shows a share and two texts.

    Args:
        colours: Of the window.
    """

    def __init__(self, colours: Palette) -> None:
        super().__init__()
        self.colours = colours
        self.share = 0.0
        """0 (open) to 1 (closed)."""
        self.text = self.below = ""
        self._broad = True
        self.setMinimumSize(150, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translated("Count"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the count in letters that are read from two metres."""
        return QSize(220, 220)

    def show_values(self, share: float, text: str, below: str, *, broad: bool) -> None:
        """Show these.

        Args:
            share: Of the ring that is closed; NaN for nothing, more than 1 for all of it.
            text: Large, inside.
            below: Small, under it.
            broad: Whether time closes it, of a hold or a timer; else a movement does.
        """
        share = min(max(0.0, share), 1.0) if isfinite(share) else 0.0
        if (share, text, below, broad) == (self.share, self.text, self.below, self._broad):
            return
        self.share, self.text, self.below, self._broad = share, text, below, broad
        self.setAccessibleDescription(f"{text} {below}".strip())
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint as large as there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        edge = side * _BROAD / 2 + 2
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        circle.adjust(edge, edge, -edge, -edge)
        painter.setPen(QPen(QColor(*self.colours.line), side * _NARROW))
        painter.drawEllipse(circle)
        if self.share:
            width = side * (_BROAD if self._broad else _NARROW)
            pen = QPen(QColor(*self.colours.baseline), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * self.share))
        self._write(painter, circle, side)
        painter.end()

    def _write(self, painter: QPainter, circle: QRectF, side: float) -> None:
        """The texts, as large as they fit into the ring."""
        inside = circle.adjusted(0.12 * side, 0.26 * side, -0.12 * side, -0.26 * side)
        upper = QRectF(inside.left(), inside.top(), inside.width(), 0.62 * inside.height())
        lower = QRectF(upper.bottomLeft(), inside.bottomRight())
        for text, room, colour, most in (
            (self.text, upper, self.colours.text, 1.0),
            (self.below, lower, self.colours.muted, 0.075),
        ):
            font = self.font()
            font.setPixelSize(max(9, round(min(0.9 * room.height(), most * side))))
            painter.setFont(font)
            wide = painter.fontMetrics().horizontalAdvance(text)
            if wide > room.width():
                font.setPixelSize(max(9, int(font.pixelSize() * room.width() / wide)))
                painter.setFont(font)
            painter.setPen(QColor(*colour))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
