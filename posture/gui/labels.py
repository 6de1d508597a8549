"""Labels that several windows have: texts over several lines, and bold ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

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
