"""One exercise after the other, by a clock and by what the camera sees.

    get ready -> exercise -> get ready -> exercise ... -> over

Pure. Where no picture comes, or nothing can be measured, an exercise is a plain timer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from posture.care.entries import ExerciseNote
from posture.care.exercise import Phase, Progress, Seen
from posture.care.outcome import MEASURED, tries, was_done
from posture.care.pace import PACES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posture.care.exercise import Dose, Exercise
    from posture.coaching import Glance, Judge

READY_S = 8.0
"""Before the first exercise: time to find the place from which the camera sees it."""
REST_S = 15.0
"""Between two exercises: a pause, and time to read what comes."""
QUIET_S = 3.0
"""After so long without a picture it is a plain timer."""
GAP_S = 2.0
"""A longer step of the clock counts for so long at most: the computer slept."""
IDLE_S = 300.0
"""After so long without a repetition or a word of the user it is over: the posture is not judged
meanwhile, and whoever sits there works again."""


class Stage(StrEnum):
    """Where a course is."""

    READY = "ready"
    DOING = "doing"
    OVER = "over"


class Cue(StrEnum):
    """What is heard; the names are those of the sounds in `posture.data`."""

    REPETITION = "repetition"
    HOLD = "hold"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Result:
    """What was done of one exercise.

    Attributes:
        length_s: From its beginning to its end, without pauses.
        progress: What was known last.
        measured: Whether the camera saw it.
    """

    exercise: Exercise
    length_s: float
    progress: Progress
    measured: bool

    def note(self, routine: str, ended: tuple[float, int]) -> ExerciseNote:
        """For the history.

        Args:
            routine: Of which it was a part; empty for none.
            ended: Seconds of UTC and the offset, as of `Notebook.moment`.
        """
        utc_s, offset_s = ended
        return ExerciseNote(
            utc_s - self.length_s,
            offset_s,
            self.exercise.name,
            routine,
            self.length_s,
            repetitions=self.progress.count,
            held_s=self.progress.longest_s,
            range_deg=self.progress.range_deg,
            measured=self.measured,
        )


class Course:
    """Leads through exercises.

    Args:
        exercises: In this order; at least one.
        judge_of: Makes the judge of an exercise.
        why: Says why no picture comes.
        pause_s: Between two exercises.
    """

    def __init__(
        self,
        exercises: Sequence[Exercise],
        judge_of: Callable[[Exercise], Judge],
        why: Callable[[], str] = str,
        *,
        pause_s: float = REST_S,
    ) -> None:
        self.exercises = tuple(exercises)
        self.number = 0
        """Of the exercise that is done or comes next, from 0."""
        self.results: list[Result] = []
        self.paused = False
        self.judge: Judge | None = None
        """To be given the pictures; None while none is wanted."""
        self._judge_of, self._why, self._pause_s = judge_of, why, pause_s
        self.elapsed_s = 0.0
        """Since the stage began, without pauses."""
        self.progress = Progress(0.0, Phase.LOOKING)
        """Of the exercise that is done."""
        self._now_s: float | None = None
        self._quiet_s = self._idle_s = 0.0
        self._glance: Glance | None = None
        self._enter(Stage.READY)

    @property
    def exercise(self) -> Exercise:
        """That is done or comes next; of the last one at the end."""
        return self.exercises[self.number]

    @property
    def ready_s(self) -> float:
        """How long the time to get ready is."""
        return self._pause_s if self.number else READY_S

    @property
    def left_s(self) -> float:
        """Until the exercise begins, or a plain timer ends; 0 where nothing is timed."""
        if self.stage is Stage.READY:
            return max(0.0, self.ready_s - self.elapsed_s)
        timed = self.stage is Stage.DOING and self.progress.phase is Phase.TIMER
        return max(0.0, self.exercise.dose.timer_s - self.elapsed_s) if timed else 0.0

    def update(self, now_s: float, glance: Glance | None) -> Cue | None:
        """Take in the time and the newest picture; gives what is to be heard.

        Args:
            now_s: Of a monotonic clock.
            glance: Of the coach; None without one.
        """
        step_s = 0.0 if self._now_s is None else min(max(0.0, now_s - self._now_s), GAP_S)
        self._now_s = now_s
        if glance is not self._glance:
            self._glance, self._quiet_s = glance, 0.0
        self._idle_s += step_s
        if self._idle_s >= IDLE_S:
            self.stop()
        if self.paused or self.stage is Stage.OVER:
            return None
        self.elapsed_s += step_s
        self._quiet_s += step_s
        if self.stage is Stage.READY:
            if not self.left_s:
                self._enter(Stage.DOING)
            return None
        before, self.progress = self.progress, self._looked()
        self._tried |= tries(self.progress)
        if self.progress.count != before.count:
            self._idle_s = 0.0
        cue = cue_of(before, self.progress, self.exercise.dose)
        if self.progress.done:
            self._finish()
        return cue

    def pause(self, paused: bool) -> None:
        """Stop the time, or let it go on."""
        self.paused, self._idle_s = paused, 0.0

    def go_on(self) -> None:
        """Begin what comes next, or leave what is being done."""
        self.paused = False
        if self.stage is Stage.READY:
            self._enter(Stage.DOING)
        elif self.stage is Stage.DOING:
            self._finish()

    def stop(self) -> None:
        """End; what has been done so far counts."""
        if self.stage is Stage.DOING:
            self._finish()
        self._enter(Stage.OVER)

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self.elapsed_s = self._quiet_s = self._idle_s = 0.0
        self.progress = Progress(0.0, Phase.LOOKING)
        self._judged = self.progress
        self._measured = self._tried = False
        asked = stage is Stage.DOING and self.exercise.seen is not Seen.NOT
        self.judge = self._judge_of(self.exercise) if asked else None

    def _looked(self) -> Progress:
        """What is known of the exercise now."""
        glance = self._glance
        fresh = glance is not None and glance.judge is self.judge and self._quiet_s < QUIET_S
        if self.judge is None:
            hint = ""
        elif fresh and glance is not None and glance.progress is not None:
            self._judged = glance.progress
            self._measured |= glance.progress.phase in MEASURED or glance.progress.count > 0
            if glance.progress.phase is not Phase.TIMER:
                return glance.progress
            hint = glance.progress.hint
        elif self._quiet_s < QUIET_S:
            return self.progress
        else:
            hint = self._why()
        done = self.elapsed_s >= self.exercise.dose.timer_s
        pace = PACES.get(self.exercise.name)
        cue = None if pace is None else pace.at(self.elapsed_s)
        return replace(self._judged, phase=Phase.TIMER, held_s=0.0, hint=hint, done=done, cue=cue)

    def _finish(self) -> None:
        result = Result(self.exercise, self.elapsed_s, self.progress, self._measured)
        if was_done(result.progress, result.length_s, tried=self._tried):
            self.results.append(result)
        if self.number + 1 < len(self.exercises):
            self.number += 1
            self._enter(Stage.READY)
        else:
            self._enter(Stage.OVER)


def cue_of(before: Progress, after: Progress, dose: Dose) -> Cue | None:
    """What has just happened that is to be heard; the weightiest of it."""
    if after.done and not before.done:
        return Cue.DONE
    led, told = before.cue, after.cue
    if told is None:
        holds = before.held_s < dose.hold_s <= after.held_s
    else:  # where a hold begins, and where it ends and a rest follows
        held = led is not None and led.holds
        holds = told.holds != held and (told.holds or told.drive == 0)
    if holds:
        return Cue.HOLD
    return Cue.REPETITION if after.count > before.count else None
