"""Exercises while they are done: a drawn figure, the user's outline, the count, and what to do."""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from posture.care.exercise import STOP, Phase
from posture.gui.exercise_course import Stage
from posture.gui.exercise_views import Views
from posture.gui.exercise_words import (
    ESTIMATE,
    NOTHING,
    aim_text,
    cautions_of,
    count_text,
    hint_text,
    numbered,
    own,
    phase_text,
    result_text,
    seen_text,
)
from posture.gui.translations import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.coaching import Coach, Glance
    from posture.gui.exercise_course import Course, Result
    from posture.gui.exercise_host import Coaching
    from posture.palette import Palette
    from posture.sources.pace import Clock

REFRESH_MS = 100
"""As often as the camera is looked at."""


class ExerciseRun(QWidget):
    """Shows a course from its beginning to what was done.

    Signals: `left`, when the user goes back.

    Args:
        course: What is done.
        coaching: Has the camera; None without one.
        colours: Of the window.
        play: Plays a sound by its name.
        noted: Takes down what was done of an exercise.
        less_motion: Whether the figure stands still.
        clock: Monotonic seconds.
    """

    left = Signal()

    def __init__(
        self,
        course: Course,
        coaching: Coaching | None,
        colours: Palette,
        *,
        play: Callable[[str], object] = lambda _: None,
        noted: Callable[[Result], object] = lambda _: None,
        less_motion: bool = False,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__()
        self.course, self._coaching = course, coaching
        self._play, self._noted, self._clock = play, noted, clock
        self._coach: Coach | None = None
        self._taken_down = 0
        self._shown: tuple[int, Stage] | None = None
        self.views = Views(self, colours, less_motion=less_motion)
        self.views.pause.clicked.connect(self._pause)
        self.views.next.clicked.connect(self._go_on)
        self.views.stop.clicked.connect(self.end)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest picture and the time."""
        course, glance = self.course, self._glance()
        cue = course.update(self._clock(), glance)
        if cue is not None and self.views.sounds.isChecked():
            self._play(cue)
        self._take_down()
        if (course.number, course.stage) != self._shown:
            self._turn()
        if course.stage is not Stage.OVER:
            self.views.body.show_pose(None if glance is None else glance.pose)
            self.views.body.setVisible(glance is not None)
            self.views.figure.follow(course.progress.cue)
            self._show_ring()
            self._show_words()

    def set_colours(self, colours: Palette) -> None:
        """Light or dark."""
        self.views.set_colours(colours)

    def end(self) -> None:
        """End what goes on, and show what was done; go back where that is seen, or nothing was."""
        if self.course.stage is not Stage.OVER:
            self.course.stop()
            self.refresh()
            if self.course.results:
                return
        self.left.emit()

    def _glance(self) -> Glance | None:
        """The newest picture, of whichever session runs now."""
        if self._coaching is None or self.course.stage is Stage.OVER:
            return None
        self._coach = self._coaching.begin()
        if self._coach is None:
            return None
        self._coach.follow(None if self.course.paused else self.course.judge)
        return self._coach.glance

    def _let_go(self) -> None:
        self._coach = None
        if self._coaching is not None:
            self._coaching.end()

    def _take_down(self) -> None:
        for result in self.course.results[self._taken_down :]:
            self._taken_down += 1
            self._noted(result)

    def _turn(self) -> None:
        """What changes with the exercise and its stage only."""
        course, exercise = self.course, self.course.exercise
        self._shown = course.number, course.stage
        over, ready = course.stage is Stage.OVER, course.stage is Stage.READY
        self.views.pages.setCurrentIndex(int(over))
        self.views.title.setText(translated("What was done") if over else own(exercise.title))
        many = len(course.exercises) > 1 and not over
        place = translated("{0} of {1}").format(course.number + 1, len(course.exercises))
        self.views.place.setText(place if many else "")
        self.views.steps.setText(numbered(exercise.how_to))
        self.views.cautions.setText(cautions_of([exercise]) if ready else own(STOP))
        self.views.figure.show_exercise(exercise.name)
        last = course.number + 1 == len(course.exercises)
        following = translated("&Finish") if last else translated("&Next exercise")
        self.views.next.setText(translated("&Begin now") if ready else following)
        for control in (self.views.pause, self.views.next, self.views.sounds):
            control.setVisible(not over)
        self.views.stop.setText(translated("&Back") if over else translated("&Stop"))
        if over:
            self._let_go()
            self._timer.stop()
            done = "\n".join(map(result_text, course.results)) or translated(NOTHING)
            self.views.results.setText(f"{done}\n\n{translated(ESTIMATE)}")
            self.views.stop.setFocus()

    def _show_ring(self) -> None:
        course, progress = self.course, self.course.progress
        dose, cue = course.exercise.dose, progress.cue
        if course.stage is Stage.READY:
            self.views.ring.show_values(
                course.left_s / course.ready_s if course.ready_s else 0.0,
                str(ceil(course.left_s - 1e-6)),
                translated("seconds until it begins"),
                broad=True,
            )
        elif progress.phase is Phase.TIMER:
            share = course.left_s / dose.timer_s
            left = str(ceil(course.left_s - 1e-6))
            self.views.ring.show_values(share, left, translated("seconds left"), broad=True)
        else:
            holds = progress.phase is Phase.HOLD and dose.hold_s > 0
            share = progress.held_s / dose.hold_s if holds else abs(progress.share)
            if cue is not None and cue.holds:
                holds, share = True, cue.share
            count = count_text(progress, dose)
            self.views.ring.show_values(share, count, aim_text(dose), broad=holds)

    def _show_words(self) -> None:
        course, progress = self.course, self.course.progress
        phase, hint = phase_text(progress, course.exercise.dose), hint_text(progress)
        if course.stage is Stage.READY:
            phase, hint = translated("Get ready"), seen_text(course.exercise.seen)
            if course.results:
                done = translated("Just done: {0}").format(result_text(course.results[-1]))
                hint = f"{done}\n{hint}"
        if course.paused:
            phase = translated("Paused")
        for label, text in ((self.views.phase, phase), (self.views.hint, hint)):
            if label.text() != text:  # only what is new is read out
                label.setText(text)
        self.views.pause.setText(translated("&Continue") if course.paused else translated("&Pause"))

    def _pause(self) -> None:
        self.course.pause(not self.course.paused)
        self.refresh()

    def _go_on(self) -> None:
        self.course.go_on()
        self.refresh()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for figure, ring and outline side by side."""
        return QSize(820, 600)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let the time run."""
        super().showEvent(event)
        if self.course.stage is not Stage.OVER:
            self._timer.start()
            self.views.pause.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody follows a page that was left: what was done counts, and it ends."""
        super().hideEvent(event)
        if not event.spontaneous():  # else it is minimised, and the sounds still lead
            self.course.stop()
            self.refresh()
