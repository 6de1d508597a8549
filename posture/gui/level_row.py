"""The numbers 0 to 10 in a row, of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from posture.care.entries import MOST_PAIN
from posture.gui.diary_words import level_name
from posture.gui.theme import colours_of
from posture.gui.translations import translated

_WITH_DIGITS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""French keyboards have digits with the shift key."""


class LevelRow(QWidget):
    """The numbers, with words at both ends; arrows, the keys 0 to 9 and the mouse choose one.

    Args:
        dark: Colours; None follows the system.
    """

    chosen = Signal()

    def __init__(self, *, dark: bool | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row, ends, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(3)
        self.buttons: list[QAbstractButton] = []
        for level in range(MOST_PAIN + 1):
            self.buttons.append(_Level(level, dark=dark))
            self._group.addButton(self.buttons[level], level)
            row.addWidget(self.buttons[level])
        self._group.idClicked.connect(lambda _: self.chosen.emit())
        ends.addWidget(QLabel(translated("0: none")))
        ends.addStretch(1)
        ends.addWidget(QLabel(translated("10: worst imaginable")))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(ends)
        self.setAccessibleName(translated("How much it hurts"))
        self.setAccessibleDescription(translated("The keys 0 to 9 choose, and so do the arrows"))
        self.setFocusProxy(self.buttons[0])

    @property
    def level(self) -> int | None:
        """Which is chosen; None for none yet."""
        found = self._group.checkedId()
        return None if found < 0 else found

    def clear(self) -> None:
        """Let none be chosen."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose by a digit; ten is an arrow further than nine."""
        level = event.key() - Qt.Key.Key_0
        held = event.modifiers() & ~_WITH_DIGITS
        if 0 <= level <= 9 and not held:
            self.buttons[level].setFocus()
            self.buttons[level].click()
        else:
            super().keyPressEvent(event)


class _Level(QRadioButton):
    """One number in a box: the chosen one is filled, bold and has a thick edge."""

    def __init__(self, level: int, *, dark: bool | None) -> None:
        super().__init__(str(level))
        self._dark = dark
        self.setAccessibleName(level_name(level))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Two digits, and room to be met."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("10") + 16, 2 * metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Anywhere in the box."""
        return self.rect().contains(pos)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint box and number."""
        colours = colours_of(self._dark)
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge_px = 2.5 if on or self.hasFocus() else 1.0
        edge = colours.text if on or self.hasFocus() or self.underMouse() else colours.muted
        painter.setPen(QPen(QColor(*edge), edge_px))
        painter.setBrush(QColor(*(colours.accent if on else colours.surface)))
        inside = edge_px / 2 + 0.5
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inside, inside, -inside, -inside), 4, 4
        )
        if on and self.hasFocus():
            painter.setPen(QPen(QColor(*colours.on_accent), 1.0, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 2, 2)
        font = self.font()
        font.setBold(on)
        painter.setFont(font)
        painter.setPen(QColor(*(colours.on_accent if on else colours.text)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
