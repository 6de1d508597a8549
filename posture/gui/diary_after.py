"""What is said after an entry of the diary: that it is noted, and when to ask somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posture.care.attention import ADVICE, LIMIT
from posture.gui.flags_panel import FlagsPanel
from posture.gui.labels import wrapped
from posture.gui.translations import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.attention import Reason


class AfterEntry(QWidget):
    """Takes the place of the questions once they are answered.

    Args:
        dark: Colours; None follows the system.
    """

    closed = Signal()
    """The user goes back to the diary."""
    undone = Signal()
    """The user takes the entry back."""

    def __init__(self, *, dark: bool | None = None) -> None:
        super().__init__()
        self.sentence, self.hint = wrapped(1.2), wrapped(1.1)
        self.back = QPushButton(translated("&Back to the diary"))
        self.back.clicked.connect(self.closed)
        self.undo = QPushButton(translated("&Undo"))
        self.undo.setAccessibleDescription(translated("Removes the entry that was just made"))
        self.undo.clicked.connect(self.undone)
        self.flags = FlagsPanel(compact=False, dark=dark)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.undo)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addWidget(self.flags)
        column.addStretch(1)

    def show_entry(self, text: str, reasons: Sequence[Reason]) -> None:
        """Say what was noted, and what in all entries is worth asking about, if anything."""
        self.sentence.setText(translated("Noted: {0}").format(text))
        said = [*(reason.text for reason in reasons), ADVICE, LIMIT] if reasons else []
        self.hint.setText(" ".join(map(translated, said)))
        self.hint.setVisible(bool(said))
        self.undo.show()
        self.back.setFocus()

    def show_failure(self, text: str) -> None:
        """Say why the entry could not be kept; whom to ask is said all the same."""
        self.sentence.setText(text)
        self.hint.hide()
        self.undo.hide()
        self.back.setFocus()
