"""When to ask a professional: three levels, each with a sign of its own, as static text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from posture.care.flags import EMERGENCY, HEADING, INTRODUCTION, LEVELS, URGENT
from posture.gui.labels import embolden, wrapped
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import translated
from posture.palette import palette

if TYPE_CHECKING:
    from posture.care.flags import Level
    from posture.palette import RGB, Palette

_CORNERS = {
    EMERGENCY.key: ((-0.4, -0.95), (0.4, -0.95), (0.95, -0.4), (0.95, 0.4)),
    URGENT.key: ((0.0, -0.9), (0.95, 0.8), (-0.95, 0.8)),
}
"""Of the shapes of signs: half an octagon and a triangle; a disc for all others."""


class FlagsPanel(QFrame):
    """What should be read before any exercise, and after something hurt.

    Args:
        compact: Shows all of the emergency, and of the others the titles; each opens and closes by
            mouse or keyboard.
        dark: Colours; None follows the system.
    """

    def __init__(self, *, compact: bool = False, dark: bool | None = None) -> None:
        super().__init__()
        self._dark = dark
        self.setObjectName("flags")
        self.setAccessibleName(translated(HEADING))
        self.heading, self.introduction = wrapped(1.15), wrapped()
        self.heading.setText(translated(HEADING))
        self.introduction.setText(translated(INTRODUCTION))
        self.levels = {level.key: _LevelView(level, compact=compact) for level in LEVELS}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6 if compact else 10)
        for widget in (self.heading, self.introduction, *self.levels.values()):
            column.addWidget(widget)
        embolden(self.heading)
        # The height follows the width: no line of it may ever be cut off.
        place = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        place.setHeightForWidth(True)
        self.setSizePolicy(place)
        self._paint()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as text is easily read, and as high as it is then."""
        width = 60 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._dark is None:
            self._paint()

    def _paint(self) -> None:
        colours = colours_of(self._dark)
        text, surface, edge = map(_css, (colours.text, colours.surface, colours.accent))
        sheet = (
            f"#flags {{ background: {surface}; border: 2px solid {edge}; border-radius: 8px; }}"
            f"#flags QLabel, #flags QToolButton {{ color: {text}; background: transparent; }}"
        )
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        for view in self.levels.values():
            view.sign.show_colours(colours)
            if view.button is not None:  # a sheet keeps the window's focus ring from it
                view.button.setPalette(qt_palette(colours))


class _LevelView(QWidget):
    """One level: sign and title, and below them what it is for."""

    def __init__(self, level: Level, *, compact: bool) -> None:
        super().__init__()
        title = translated(level.title)
        self.sign = _Sign(level.key)
        self.body = _body(level)
        self.body.setAccessibleName(title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign)
        self.button: QToolButton | None = None
        if compact:
            self.button = _opener(title)
            self.button.toggled.connect(self._open)
            row.addWidget(self.button)
            self._open(False)
            self.button.setChecked(level is EMERGENCY)
        else:
            heading = wrapped(1.05)
            heading.setText(title)
            embolden(heading)
            row.addWidget(heading, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.body)

    def _open(self, wanted: bool) -> None:
        self.body.setVisible(wanted)
        if self.button is not None:
            arrow = Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.RightArrow
            self.button.setArrowType(arrow)


class _Sign(QWidget):
    """An octagon with an exclamation mark, a triangle with one, or a disc with a question mark."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._colours = palette(dark=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colours(self, colours: Palette) -> None:
        """Light or dark."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A little larger than a line of text."""
        side = round(1.3 * self.fontMetrics().height())
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the shape of the level."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        half = min(self.width(), self.height()) / 2 - 1
        painter.scale(half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*self._colours.accent))
        corners = _CORNERS.get(self._key)
        if corners is None:
            self._paint_ring(painter)
        else:
            # The other half of the octagon is the first one seen upside down.
            turned = [(-x, -y) for x, y in corners] if self._key == EMERGENCY.key else []
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in (*corners, *turned)]))
            painter.setPen(_pen(self._colours.on_accent, 0.22))
            painter.drawLine(QPointF(0, -0.45), QPointF(0, 0.15))
            painter.drawPoint(QPointF(0, 0.52))
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(self._colours.muted, 0.18))
        painter.drawEllipse(QPointF(0, 0), 0.85, 0.85)
        painter.drawPoint(QPointF(0, -0.4))
        painter.drawLine(QPointF(0, -0.02), QPointF(0, 0.45))


def _body(level: Level) -> QLabel:
    """Whom to ask and for what, as text that can be selected."""
    lines = "".join(f"<li>{escape(translated(text))}</li>" for text in level.texts)
    body = wrapped()
    body.setTextFormat(Qt.TextFormat.RichText)
    body.setText(f"{escape(translated(level.advice))}<ul style='margin:2px 0 0 -18px'>{lines}</ul>")
    body.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return body


def _opener(title: str) -> QToolButton:
    button = QToolButton()
    button.setText(title)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    embolden(button)
    return button


def _css(colour: RGB) -> str:
    return f"rgb{colour}"


def _pen(colour: RGB, width: float) -> QPen:
    pen = QPen(QColor(*colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
