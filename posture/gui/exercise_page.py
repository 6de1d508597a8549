"""The page of the exercises: what there is, what is to be known before, and the exercise itself."""

from __future__ import annotations

import time
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posture.care.judging import judge
from posture.care.week import WeekSettings
from posture.gui.errands import END_WITHIN_S, Errands
from posture.gui.exercise_choices import offer
from posture.gui.exercise_course import Course
from posture.gui.exercise_details import Details
from posture.gui.exercise_run import ExerciseRun
from posture.gui.exercise_words import own
from posture.gui.labels import wrapped
from posture.gui.theme import colours_of
from posture.gui.translations import translated
from posture.notifiers.sound import SoundNotifier
from posture.outside import Outside

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.care.exercise import Exercise
    from posture.coaching import Judge
    from posture.gui.errands import Answer
    from posture.gui.exercise_choices import Choice, Offer
    from posture.gui.exercise_course import Result
    from posture.gui.exercise_host import Coaching
    from posture.history.notebook import Notebook
    from posture.palette import Palette
    from posture.sources.pace import Clock


class ExercisePage(QWidget):
    """Lets the user choose, read, and exercise.

    Args:
        notebook: Where what was done is noted; None where no history is kept.
        coaching: The camera of the session that runs; None without one: a plain timer then.
        sounds: Whether sounds are on at first.
        less_motion: Whether figures stand still.
        dark: Colours; None follows the system.
        plan: Which routine on which days of the week.
        offered: What there is; None for all that `posture.care` has, on the day of today.
        judges: Makes the judge of an exercise.
        player: Plays sounds by name; None for the computer's own.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        notebook: Notebook | None,
        coaching: Coaching | None,
        *,
        sounds: bool = True,
        less_motion: bool = False,
        dark: bool | None = None,
        plan: WeekSettings | None = None,
        offered: Callable[[], Offer] | None = None,
        judges: Callable[[Exercise], Judge] = judge,
        player: Callable[[str], object] | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__()
        self._notebook, self._coaching = notebook, coaching
        self._errands = Errands(self)
        self._sounds, self._dark, self._clock = sounds, dark, clock
        self.less_motion = less_motion
        self._plan = WeekSettings() if plan is None else plan
        self._offered = self._offer if offered is None else offered
        self._judges = judges
        self._own = SoundNotifier()
        self._play = self._own.play if player is None else player
        self.run: ExerciseRun | None = None
        """What is being done, or was done last."""
        self._choices: dict[int, Choice] = {}
        """By their rows."""
        self.start = QPushButton(translated("&Start"))
        self.start.clicked.connect(self.begin)
        self.list = QListWidget()
        self.list.setAccessibleName(translated("Exercises and routines"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _: self.start.setFocus())
        self.details = Details(self._colours(), dark=dark, less_motion=less_motion)
        self.problem, self.week = wrapped(), wrapped(0.9)
        self._lay_out()
        self.fill()

    @property
    def chosen(self) -> Choice | None:
        """What is selected."""
        return self._choices.get(self.list.currentRow())

    def fill(self) -> None:
        """List what there is now; what was selected stays so."""
        before = self.chosen
        self._choices = {}
        with QSignalBlocker(self.list):
            self.list.clear()
            group = ""
            offered = self._offered()
            for choice in offered.choices:
                if choice.group != group:
                    group = choice.group
                    self.list.addItem(_heading(own(group)))
                self._choices[self.list.count()] = choice
                self.list.addItem(own(choice.title))
        self.week.setText(offered.week)
        rows = [row for row, choice in self._choices.items() if _same(choice, before)]
        self.list.setCurrentRow(next(iter((*rows, *self._choices)), -1))

    def begin(self) -> None:
        """Do what is selected."""
        if (choice := self.chosen) is None:
            return
        why = _no_camera if self._coaching is None else self._coaching.why
        run = ExerciseRun(
            Course(choice.exercises, self._judges, why, pause_s=choice.pause_s),
            self._coaching,
            self._colours(),
            play=self._play,
            noted=lambda result: self._note(result, choice.routine),
            less_motion=self.less_motion,
            clock=self._clock,
        )
        run.views.sounds.setChecked(self._sounds)
        run.left.connect(self._back)
        self.problem.hide()
        self._forget_run()
        self.run = run
        self.pages.addWidget(run)
        self.pages.setCurrentWidget(run)

    def leave(self) -> None:
        """End what goes on; what was done so far is noted."""
        if self.run is not None:
            self.run.course.stop()
            self.run.refresh()
        self._errands.wait(END_WITHIN_S)
        self._own.close()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "pages"):
            self.details.set_colours(self._colours())
            if self.run is not None:
                self.run.set_colours(self._colours())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for list and text side by side."""
        return QSize(860, 640)

    def _offer(self) -> Offer:
        return offer(self._notebook, self._plan, Outside().now().date())

    def _choose(self) -> None:
        choice = self.chosen
        self.start.setEnabled(choice is not None)
        if choice is not None:
            self.details.show_choice(choice)

    def _back(self) -> None:
        if self.run is not None:
            self._sounds = self.run.views.sounds.isChecked()
        self.pages.setCurrentIndex(0)
        self.fill()
        self.list.setFocus()

    def _forget_run(self) -> None:
        run, self.run = self.run, None
        if run is not None:
            self.pages.removeWidget(run)
            run.deleteLater()

    def _note(self, result: Result, routine: str) -> None:
        if self._notebook is not None:
            note = result.note(routine, self._notebook.moment())
            self._errands.ask(partial(self._notebook.add, note), self._written)

    def _written(self, answer: Answer[None]) -> None:
        if answer.error:
            self.problem.setText(translated(answer.error))
            self.problem.show()
        elif self.pages.currentIndex() == 0:
            self.fill()

    def _colours(self) -> Palette:
        return colours_of(self._dark)

    def _lay_out(self) -> None:
        chooser, right, both = QWidget(), QVBoxLayout(), QHBoxLayout()
        self.problem.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addStretch(1)
        right.addWidget(self.details, 1)
        right.addLayout(buttons)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.week)
        both.addLayout(left, 2)
        both.addSpacing(8)
        both.addLayout(right, 5)
        chooser.setLayout(both)
        self.pages = QStackedWidget()
        self.pages.addWidget(chooser)
        page = QVBoxLayout(self)
        page.addWidget(self.problem)
        page.addWidget(self.pages, 1)
        openers = [view.button for view in self.details.flags.levels.values() if view.button]
        for before, after in pairwise((self.list, self.details, *openers, self.start)):
            self.setTabOrder(before, after)


def _same(one: Choice, other: Choice | None) -> bool:
    """Whether it is the same, though more of it may have been done."""
    return other is not None and (one.group, one.title) == (other.group, other.title)


def _no_camera() -> str:
    return translated("The camera is not in use")


def _heading(text: str) -> QListWidgetItem:
    """A line of the list that cannot be chosen."""
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
