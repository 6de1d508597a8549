"""What was entered in the diary: the last entries, each of which can be removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posture.gui.dates import moment_name
from posture.gui.diary_words import details, entry_text
from posture.gui.labels import wrapped
from posture.gui.translations import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.entries import PainNote

MOST = 8
"""Reports have all."""


class RecentEntries(QWidget):
    """Lists the newest entries first."""

    unwanted = Signal(object)
    """A `PainNote` that the user wants to be removed."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: tuple[PainNote, ...] = ()
        self.buttons: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.nothing = wrapped()
        self.nothing.setText(translated("Nothing was entered yet."))
        self._column.addWidget(self.nothing)
        self.setAccessibleName(translated("Last entries"))

    def show_notes(self, pains: Sequence[PainNote]) -> None:
        """Show the newest of entries in order of time."""
        notes = tuple(reversed(pains[-MOST:]))
        if notes == self.notes:
            return
        self.notes = notes
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(note) for note in notes]
        for row in self._rows:
            self._column.addWidget(row)
        self.nothing.setVisible(not notes)

    def _row(self, note: PainNote) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        when, said = moment_name(note.utc_s, note.offset_s), details(note)
        text = wrapped()
        text.setText(f"{when}\n{entry_text(note)}" + (f"\n{said}" if said else ""))
        row.addWidget(text, 1)
        button = QPushButton(translated("Remove"))
        button.setAutoDefault(False)
        button.setAccessibleName(translated("Remove the entry of {0}").format(when))
        button.clicked.connect(partial(self.unwanted.emit, note))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons.append(button)
        return holder
