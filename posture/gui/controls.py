"""The row of buttons by which the user says what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from posture.gui.translations import translated
from posture.gui.words import CARE, SNOOZES, UserCommand


class Controls(QWidget):
    """Pause, snooze, in a call, a new baseline, care; asks by `command` with a `UserCommand`."""

    command = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._paused = False
        self.pause = QPushButton(UserCommand.PAUSE.text)
        self.pause.clicked.connect(self._ask_for_pause)
        self.snooze = QPushButton(translated("&Snooze"))
        self.care = QPushButton(translated("C&are"))  # placed elsewhere: the row is full
        for button, entries in ((self.snooze, SNOOZES), (self.care, CARE)):
            menu = QMenu(button)
            for wanted in entries:
                menu.addAction(wanted.text).triggered.connect(partial(self._ask_for, wanted))
            button.setMenu(menu)
        self.call = QPushButton(UserCommand.IN_CALL.text)
        self.call.setCheckable(True)
        self.call.clicked.connect(
            lambda on: self.command.emit(UserCommand.IN_CALL if on else UserCommand.CALL_OVER)
        )
        self.recalibrate = QPushButton(UserCommand.RECALIBRATE.text)
        self.recalibrate.clicked.connect(partial(self._ask_for, UserCommand.RECALIBRATE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order of the keyboard."""
        return self.pause, self.snooze, self.call, self.recalibrate

    def show_paused(self, paused: bool) -> None:
        """Offer the other of pause and resume."""
        self._paused = paused
        text = (UserCommand.RESUME if paused else UserCommand.PAUSE).text
        if self.pause.text() != text:
            self.pause.setText(text)

    def _ask_for(self, command: UserCommand) -> None:
        self.command.emit(command)

    def _ask_for_pause(self) -> None:
        self.command.emit(UserCommand.RESUME if self._paused else UserCommand.PAUSE)
