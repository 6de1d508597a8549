"""A break as window and page show it: what is due or goes on, a ring, and the answers to it."""

from __future__ import annotations

from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posture.care.breaks import BreakPhase
from posture.care.entries import BreakKind
from posture.gui.exercise_ring import Ring
from posture.gui.labels import wrapped
from posture.gui.translations import translated

if TYPE_CHECKING:
    from posture.care.breaks import BreakStatus
    from posture.palette import Palette

RING_PX = 132
STEPS = 4
"""With less motion the ring closes in so many steps."""


class BreakPanel(QWidget):
    """Shows a break and asks what the user wants of it.

    Args:
        colours: Of the window.
        less_motion: Whether the ring stands still most of the time.
        tells_sat: Whether it says how long was sat; not where that stands above it.
    """

    wished = Signal(str)
    """What a `Break` command wishes."""

    def __init__(
        self, colours: Palette, *, less_motion: bool = False, tells_sat: bool = True
    ) -> None:
        super().__init__()
        self._tells_sat = tells_sat
        self.less_motion = less_motion
        self._kind = BreakKind.MICRO
        self.heading, self.suggestion, self.sat = wrapped(1.2), wrapped(1.1), wrapped()
        font = self.heading.font()
        font.setWeight(QFont.Weight.Bold)
        self.heading.setFont(font)
        self.ring = Ring(colours)
        self.ring.setFixedSize(RING_PX, RING_PX)
        self.ring.setAccessibleName(translated("Rest of the break"))
        self.begin = QPushButton(translated("&Begin now"))
        self.done = QPushButton(translated("&Done"))
        self.later = QPushButton(translated("&Later"))
        self.skip = QPushButton(translated("S&kip"))
        self.later.setAccessibleDescription(translated("Suggests it again after some more sitting"))
        self.skip.setAccessibleDescription(translated("Leaves this one out"))
        self.begin.clicked.connect(lambda: self.wished.emit(self._kind.value))
        for button, wish in ((self.done, "done"), (self.later, "later"), (self.skip, "skip")):
            button.clicked.connect(partial(self.wished.emit, wish))
        self._lay_out()

    def show_status(self, status: BreakStatus) -> None:
        """Show the break that is due or goes on; nothing where there is none."""
        if status.kind is None:
            return
        self._kind = status.kind
        begun = status.phase is BreakPhase.BEGUN
        self.heading.setText(heading(status))
        self.suggestion.setText(translated(status.suggestion))
        self.sat.setText(translated("You have sat for {0}.").format(length_text(status.sat_s)))
        self.sat.setVisible(self._tells_sat and not begun and not status.rested_s)
        self.done.setVisible(begun or status.rested_s > 0)  # first: the focus goes on to it
        self.begin.setVisible(not begun)
        self.later.setVisible(not begun)
        share = status.done_s / status.length_s
        if self.less_motion:
            share = floor(STEPS * share) / STEPS
        left_s = ceil(status.length_s - status.done_s)
        below = translated("to go") if left_s else translated("that was it")
        self.ring.show_values(share, f"{left_s // 60}:{left_s % 60:02d}", below, broad=True)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.addStretch(1)
        for label in (self.heading, self.suggestion, self.sat):
            texts.addWidget(label)
        texts.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.ring)
        top.addSpacing(8)
        top.addLayout(texts, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.begin, self.done, self.later, self.skip):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top, 1)
        column.addLayout(buttons)
        # With all buttons, whichever are seen: it does not grow under the pointer.
        self.setMinimumWidth(self.minimumSizeHint().width())


def heading(status: BreakStatus) -> str:
    """What is asked, or what goes on."""
    is_long = status.kind is BreakKind.LONG
    if status.phase is BreakPhase.BEGUN or status.rested_s:
        return translated("A longer break") if is_long else translated("A short break")
    if is_long:
        return translated("Time for a longer break?")
    return translated("Time for a short break?")


def length_text(seconds: float) -> str:
    """So long, in seconds or minutes."""
    if seconds < 60:
        return translated("{0} s").format(floor(seconds))
    return translated("{0} min").format(floor(seconds / 60))
