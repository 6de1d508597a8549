"""Heat and cold: cautions first, then a ring that runs empty, and a word when the time is over."""

from __future__ import annotations

from functools import partial
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from posture.care.entries import PackNote
from posture.care.packs import PACKS, TITLE, Stage, course, over_text
from posture.gui.errands import END_WITHIN_S, Errands
from posture.gui.exercise_ring import Ring
from posture.gui.labels import scrolled, wrapped
from posture.gui.packs_choice import PacksChoice
from posture.gui.theme import colours_of
from posture.gui.translations import translated
from posture.gui.words import duration
from posture.outside import Outside
from posture.sources.pace import SessionClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.care.packs import Course
    from posture.gui.errands import Answer
    from posture.history.notebook import Notebook
    from posture.palette import Palette

LOOK_EVERY_MS = 500
AGAIN_S, MOST_TIMES = 60.0, 5
"""That the time is over is said again after so long, so often at most, until somebody answers."""


def steady_clock() -> Callable[[], float]:
    """Seconds that go on while the computer sleeps: what is on the skin does not wait for it."""
    outside = Outside()
    return SessionClock(outside.clock, outside.wall_clock).read


def play_sound() -> None:
    """As of a notice; a computer without sound stays silent."""
    from posture.notifiers.sound import SoundNotifier

    SoundNotifier().play("notice")


class PacksPage(QWidget):
    """Asks what to put on, times it, says when it is over, and notes it.

    Time goes on while the page is hidden; `leave` ends it.

    Args:
        notebook: Gets a note of each pack; None for none.
        announce: Shows a title and a text on the desktop, in the user's language; None for none.
        clock: Seconds that go on while the computer sleeps; None for the computer's.
        sound: Plays a sound; None for the package's own.
        dark: Colours; None follows the system.
    """

    running = Signal(bool)
    """Whether something is on, each time that it changes."""

    def __init__(
        self,
        notebook: Notebook | None,
        announce: Callable[[str, str], object] | None = None,
        *,
        clock: Callable[[], float] | None = None,
        sound: Callable[[], object] = play_sound,
        dark: bool | None = None,
    ) -> None:
        super().__init__()
        self._notebook, self._announce, self._sound = notebook, announce, sound
        self._clock = clock or steady_clock()
        self._course: Course | None = None
        self._moment: tuple[float, int] | None = None  # of its beginning, until it is over
        self._told_s, self._times_told = -inf, 0
        self._errands = Errands(self)
        self._unwritten: tuple[PackNote, ...] = ()
        self.choice = PacksChoice(dark=dark)
        self.choice.start.clicked.connect(self._begin)
        self._dark = dark
        self.ring = Ring(self._colours)
        self.ring.setAccessibleName(translated("Time left"))
        self.title, self.told = wrapped(1.2), wrapped()
        self.pause = QPushButton(translated("&Pause"))
        self.change = QPushButton(translated("The cold pack is &on"))
        self.stop = QPushButton(translated("It is off: &stop"))
        self.pause.clicked.connect(self._pause_or_go_on)
        self.change.clicked.connect(self._change)
        self.stop.clicked.connect(self._stop)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.refresh)

    @property
    def is_running(self) -> bool:
        """Whether something is on, or waits for the user."""
        return self._course is not None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.ring.colours = self._colours
            self.ring.update()

    def refresh(self) -> None:
        """Show how much time is left, and say that none is, again while nobody answers."""
        now = self._course
        if now is None:
            return
        now_s = self._clock()
        stage = now.stage(now_s)
        if stage in (Stage.CHANGING, Stage.OVER) and self._is_to_be_told(now_s):
            self._say_over(now, now_s)
        self._show(now, now_s, stage)

    def leave(self) -> None:
        """Stop, and let what is being noted come to its end."""
        self._stop()
        self._write()
        self._errands.wait(END_WITHIN_S)

    @property
    def _colours(self) -> Palette:
        return colours_of(self._dark)

    def _stop(self) -> None:
        """What was on long enough is noted. Without anything on it does nothing."""
        now, self._course = self._course, None
        if now is None:
            return
        self._timer.stop()
        self._note(now, self._clock())
        self.choice.ask_again()
        self._pages.setCurrentIndex(0)
        self.running.emit(False)

    def _begin(self) -> None:
        heat_min, cold_min = self.choice.minutes
        self._start(course(heat_min=heat_min, cold_min=cold_min))
        self._pages.setCurrentIndex(1)
        self.pause.setFocus()
        self._timer.start()
        self.running.emit(True)

    def _start(self, wanted: Course) -> None:
        self._moment = (0.0, 0) if self._notebook is None else self._notebook.moment()
        self._told_s, self._times_told = -inf, 0
        self._course = wanted.resumed(self._clock())
        self.refresh()

    def _change(self) -> None:
        if self._course is not None and self._course.following is not None:
            self._start(self._course.changed(self._clock()))

    def _pause_or_go_on(self) -> None:
        if self._course is None:
            return
        now_s = self._clock()
        on = self._course.since_s is not None
        self._course = self._course.paused(now_s) if on else self._course.resumed(now_s)
        self.refresh()

    def _is_to_be_told(self, now_s: float) -> bool:
        return now_s - self._told_s >= AGAIN_S and self._times_told < MOST_TIMES

    def _say_over(self, now: Course, now_s: float) -> None:
        self._told_s, self._times_told = now_s, self._times_told + 1
        self._note(now, now_s)
        self._sound()
        if self._announce is not None:
            text = translated(over_text(now.step, now.over_by(now_s)))
            self._announce(translated(TITLE), text)

    def _note(self, now: Course, now_s: float) -> None:
        """Once for each step."""
        moment, self._moment = self._moment, None
        length_s = now.noted_s(now_s)
        if moment is not None and length_s:
            self._unwritten += (PackNote(*moment, now.step.kind, length_s),)
            self._write()

    def _write(self) -> None:
        """Note what is not noted yet; what cannot be is told, and tried again with the next."""
        if self._notebook is not None and self._unwritten:
            notes = self._unwritten
            self._errands.ask(partial(self._notebook.add, *notes), partial(self._written, notes))

    def _written(self, notes: tuple[PackNote, ...], answer: Answer[None]) -> None:
        if answer.error:
            text = translated("This was not noted: {0}").format(translated(answer.error))
            self.told.setText(text)
        else:
            self._unwritten = tuple(note for note in self._unwritten if note not in notes)
            self.told.clear()
        self.told.setVisible(bool(self.told.text()))

    def _show(self, now: Course, now_s: float, stage: Stage) -> None:
        left_s = now.left(now_s)
        title = translated(PACKS[now.step.kind].title)
        if stage is Stage.PAUSED:
            title = translated("{0}: paused, so take it off").format(title)
        elif not left_s:
            title = translated(over_text(now.step, now.over_by(now_s)))
        if title != self.title.text():
            self.title.setText(title)
        whole = translated("of {0}").format(duration(now.step.length_s))
        self.ring.show_values(left_s / now.step.length_s, duration(left_s), whole, broad=True)
        self.pause.setEnabled(left_s > 0.0)
        self.pause.setText(translated("&Pause" if now.since_s is not None else "&Go on"))
        self.change.setVisible(stage is Stage.CHANGING)

    def _lay_out(self) -> None:
        timing = QWidget()
        column, row, whole = QVBoxLayout(timing), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.title)
        column.addWidget(self.ring, 1)
        for button in (self.change, self.pause, self.stop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._pages = QStackedLayout()
        self._pages.addWidget(scrolled(self.choice))
        self._pages.addWidget(timing)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self.told)
        self.told.hide()
