"""The row of buttons below a recording, and the keys that do the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from posture.gui.clip_play import SPEEDS
from posture.gui.clip_words import clock_text
from posture.gui.translations import translated

if TYPE_CHECKING:
    from collections.abc import Callable

_NORMAL = 1.0


class ClipControls(QWidget):
    """Says what the user wants, and shows where the recording stands.

    Keys work anywhere in the window: the left and right arrow go a frame back and on, and P and N,
    or the arrows with Ctrl, to the warning before and the next one. The space bar is the window's,
    for a button that has the focus needs it.
    """

    toggled = Signal()
    """Play, or pause."""
    stepped = Signal(int)
    """So many frames on."""
    jumped = Signal(bool)
    """To the next warning, or else to the one before."""
    speed_chosen = Signal(float)
    """Seconds of the recording per second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.play = self._button(translated("Play"), self.toggled.emit, translated("Space"))
        # As wide as the longer of its two texts: nothing beside it may move.
        other = QPushButton(translated("Pause"))
        self.play.setMinimumWidth(max(self.play.sizeHint().width(), other.sizeHint().width()))
        self.back = self._button(
            translated("Frame back"), partial(self.stepped.emit, -1), translated("Left arrow")
        )
        self.on = self._button(
            translated("Frame on"), partial(self.stepped.emit, 1), translated("Right arrow")
        )
        self.before = self._button(
            translated("Previous warning"), partial(self.jumped.emit, False), "P"
        )
        self.next = self._button(translated("Next warning"), partial(self.jumped.emit, True), "N")
        self._add_keys()
        row.addSpacing(8)
        row.addWidget(QLabel(translated("Speed")))
        self.speed = QComboBox()
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}\N{MULTIPLICATION SIGN}", speed)
        self.speed.setCurrentIndex(SPEEDS.index(_NORMAL))
        self.speed.setAccessibleName(translated("Speed"))
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.speed.currentIndexChanged.connect(lambda at: self.speed_chosen.emit(SPEEDS[at]))
        row.addWidget(self.speed)
        row.addStretch(1)
        self.time = QLabel()
        self.time.setAccessibleName(translated("Place in the recording"))
        row.addWidget(self.time)

    def show_state(self, *, playing: bool, place_s: float, length_s: float) -> None:
        """Show whether it plays, and where it stands."""
        text = translated("Pause") if playing else translated("Play")
        if self.play.text() != text:
            self.play.setText(text)
        when = f"{clock_text(place_s)} / {clock_text(length_s)}"
        if self.time.text() != when:
            self.time.setText(when)

    def show_marks(self, *, any_alerts: bool) -> None:
        """Whether there are warnings to jump to."""
        self.before.setEnabled(any_alerts)
        self.next.setEnabled(any_alerts)

    def _button(self, text: str, do: Callable[[], object], key: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _: do())
        button.setToolTip(key)
        # A click leaves the focus where it is: the space bar goes on to play and pause.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set by the constructor
        layout.addWidget(button)
        return button

    def _add_keys(self) -> None:
        for button, keys in (
            (self.back, ("Left",)),
            (self.on, ("Right",)),
            (self.before, ("P", "Ctrl+Left")),
            (self.next, ("N", "Ctrl+Right")),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(button.click)
