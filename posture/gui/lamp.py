"""One condition of a guided calibration as a light: shape and colour, a word, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from posture.conditions import Condition, Level
from posture.gui.translations import translated
from posture.records import State

if TYPE_CHECKING:
    from posture.conditions import Aspect
    from posture.palette import Palette


class Lamp(QWidget):
    """A disc for good, a triangle for fair, a crossed square for bad, a ring for unknown."""

    def __init__(self, colours: Palette) -> None:
        super().__init__()
        self.colours = colours
        self.level = Level.UNKNOWN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as a capital letter is wide, and a bit more."""
        side = round(1.1 * self.fontMetrics().height())
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the shape of the level."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 2.0
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side / 2, side / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        _PAINT[self.level](painter, self.colours)
        painter.end()


def _disc(painter: QPainter, colours: Palette) -> None:
    painter.setBrush(QColor(*colours.states[State.UPRIGHT]))
    painter.drawEllipse(QPointF(0, 0), 0.9, 0.9)
    painter.setPen(_pen(colours.background, 0.24))
    painter.drawPolyline(
        QPolygonF([QPointF(-0.42, 0.02), QPointF(-0.1, 0.36), QPointF(0.42, -0.32)])
    )


def _triangle(painter: QPainter, colours: Palette) -> None:
    painter.setBrush(QColor(*colours.states[State.SLOUCHED]))
    painter.drawPolygon(QPolygonF([QPointF(0, -0.88), QPointF(0.98, 0.82), QPointF(-0.98, 0.82)]))
    painter.setPen(_pen(colours.background, 0.22))
    painter.drawLine(QPointF(0, -0.3), QPointF(0, 0.22))
    painter.drawPoint(QPointF(0, 0.56))


def _square(painter: QPainter, colours: Palette) -> None:
    painter.setBrush(QColor(*colours.accent))
    painter.drawRoundedRect(QRectF(-0.85, -0.85, 1.7, 1.7), 0.2, 0.2)
    painter.setPen(_pen(colours.on_accent, 0.26))
    painter.drawLine(QPointF(-0.38, -0.38), QPointF(0.38, 0.38))
    painter.drawLine(QPointF(-0.38, 0.38), QPointF(0.38, -0.38))


def _ring(painter: QPainter, colours: Palette) -> None:
    painter.setPen(_pen(colours.states[State.UNKNOWN], 0.16))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 0.75, 0.75)


def _pen(colour: tuple[int, int, int], width: float) -> QPen:
    pen = QPen(QColor(*colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


_PAINT = {
    Level.GOOD: _disc,
    Level.FAIR: _triangle,
    Level.BAD: _square,
    Level.UNKNOWN: _ring,
}


class Light(QWidget):
    """A lamp with its words."""

    def __init__(self, aspect: Aspect, colours: Palette) -> None:
        super().__init__()
        self.lamp = Lamp(colours)
        self.word = QLabel()
        self.word.setWordWrap(True)
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        self.advice.setForegroundRole(self.advice.palette().ColorRole.PlaceholderText)
        self._shown: Condition | None = None
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.lamp, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        column.setSpacing(0)
        column.addWidget(self.word)
        column.addWidget(self.advice)
        self.show_condition(Condition(aspect, Level.UNKNOWN, "unknown"))

    def show_condition(self, condition: Condition) -> None:
        """Show this; what is shown already is not painted again."""
        if condition == self._shown:
            return
        self._shown = condition
        self.lamp.level = condition.level
        self.lamp.update()
        what = translated(condition.aspect.value)
        word = translated(condition.word)
        self.word.setText(f"{what[:1].upper()}{what[1:]}: {word}")
        self.advice.setText(translated(condition.advice) if condition.advice else "")
        self.advice.setVisible(bool(condition.advice))
        self.lamp.setAccessibleName(f"{what}: {translated(condition.level.value)}")
