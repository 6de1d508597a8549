"""What several windows have: texts over several lines, bold ones, and areas that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def wrapped(scale: float = 1.0) -> QLabel:
    """A label whose plain text is wrapped, in letters larger by `scale`."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setPointSizeF(scale * font.pointSizeF())
    label.setFont(font)
    place = label.sizePolicy()  # a new one would not know that the height follows the width
    place.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(place)
    return label


def bold(text: str) -> QLabel:
    """A wrapped label in bold letters."""
    label = wrapped()
    embolden(label)
    label.setText(text)
    return label


def embolden(widget: QWidget) -> None:
    """Write its text in bold letters."""
    font = widget.font()
    font.setBold(True)
    widget.setFont(font)


def scrolled(inside: QWidget) -> QScrollArea:
    """What has no room at large type, in an area that scrolls."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
