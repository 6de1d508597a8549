"""Follows somebody through one exercise: pictures in, what is known of it out.

Everything is measured against the user's own start position, so that is learned first. Where
nothing can be measured a plain timer runs, until it can again.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from math import isnan, nan
from typing import TYPE_CHECKING, Protocol

import numpy as np

from posture.care.counting import Counter
from posture.care.criteria import CRITERIA, Reading
from posture.care.exercise import Phase, Progress
from posture.care.hints import Hints
from posture.care.movement import weights
from posture.care.pace import PACES
from posture.care.paced import PacedFollower
from posture.care.paced_count import PACED
from posture.care.signals import read
from posture.care.start import FORGET_S, LOST_S, NOBODY, Start, View

if TYPE_CHECKING:
    from posture.care.criteria import Criterion
    from posture.care.exercise import Exercise, Seen
    from posture.records import Pose

LONGEST_STEP_S = 5.0
"""More between two pictures is no time that the plain timer ran: the computer slept."""


def judge(exercise: Exercise) -> Judge:
    """Who follows one exercise."""
    criterion, paced = CRITERIA.get(exercise.name), PACED.get(exercise.name)
    if paced is not None:
        pace, basis = PACES[exercise.name], weights(exercise.name)
        return Judge(exercise, PacedFollower(pace, basis, exercise.seen, paced))
    return Judge(exercise, None if criterion is None else FreeFollower(criterion, exercise.seen))


class Follower(Protocol):
    """Measures and counts one exercise; its numbers are those of `Progress`."""

    @property
    def repetitions(self) -> tuple[int, ...]:
        """By side where there are two."""

    @property
    def held_s(self) -> float:
        """Of the hold that goes on, or of the last one."""

    @property
    def longest_s(self) -> float:
        """Of all holds."""

    @property
    def range_deg(self) -> float:
        """Largest so far; NaN where it is not measured."""

    def update(self, timestamp_s: float, pose: Pose | None, past_s: float) -> tuple[Phase, Reading]:
        """The phase, and what is measured: its share is NaN where nothing is."""


class Judge:
    """Follows one exercise from its beginning on.

    Args:
        exercise: Which.
        follower: Measures it; None for a plain timer.
    """

    def __init__(self, exercise: Exercise, follower: Follower | None = None) -> None:
        self.exercise = exercise
        self._follower = follower
        self._pace = PACES.get(exercise.name)
        self._hints = Hints()
        self._last_s = nan
        self._elapsed_s = self._timer_s = 0.0

    def update(self, timestamp_s: float, pose: Pose | None, /) -> Progress:
        """Take in one picture.

        Args:
            timestamp_s: Seconds that never decrease; the first is the exercise's beginning.
            pose: The user's landmarks, or None.
        """
        past_s = 0.0 if isnan(self._last_s) else timestamp_s - self._last_s
        past_s = min(past_s, LONGEST_STEP_S)
        self._last_s = timestamp_s
        self._elapsed_s += past_s
        phase, reading = Phase.TIMER, Reading(nan)
        if self._follower is not None:
            phase, reading = self._follower.update(timestamp_s, pose, past_s)
        if phase is Phase.TIMER:
            # Who is led is led through all of it, whatever of it was seen.
            self._timer_s = self._timer_s + past_s if self._pace is None else self._elapsed_s
        hint = self._hints.update(timestamp_s, reading.hint)
        return self._progress(timestamp_s, phase, reading.share, hint)

    def go_on(self) -> None:
        """The time since the last picture is no part of the exercise: there was a pause.

        The pictures may be another session's: their seconds begin anew.
        """
        self._last_s = nan

    def _progress(self, timestamp_s: float, phase: Phase, share: float, hint: str) -> Progress:
        dose, follower = self.exercise.dose, self._follower
        counted = (0,) * dose.sides if follower is None else follower.repetitions
        done = self._timer_s >= dose.timer_s or min(counted) >= dose.repetitions
        if done and (self._pace or phase in (Phase.LOOKING, Phase.REST, Phase.TIMER)):
            phase = Phase.DONE
        return Progress(
            timestamp_s=timestamp_s,
            phase=phase,
            repetitions=counted,
            held_s=0.0 if follower is None else follower.held_s,
            longest_s=0.0 if follower is None else follower.longest_s,
            share=share,
            range_deg=nan if follower is None else follower.range_deg,
            hint=hint,
            done=done,
            cue=None if self._pace is None else self._pace.at(self._elapsed_s),
        )


class FreeFollower:
    """Measures and counts a movement that the user does in any rhythm.

    Args:
        criterion: How it is measured.
        seen: From where.
    """

    def __init__(self, criterion: Criterion, seen: Seen) -> None:
        self.counter = Counter(criterion.sides, criterion.counting)
        self.range_deg = nan
        self._criterion = criterion
        self._start = Start(criterion)
        self._view = View(seen)
        self._seen_s = nan
        self._shares: deque[float] = deque(maxlen=3)

    @property
    def repetitions(self) -> tuple[int, ...]:
        """By side (left, right) where there are two."""
        return tuple(self.counter.repetitions)

    @property
    def held_s(self) -> float:
        """Of the hold that goes on, or of the last one."""
        return self.counter.held_s

    @property
    def longest_s(self) -> float:
        """Longest hold of what was counted, or goes on."""
        return self.counter.longest_s

    def update(self, timestamp_s: float, pose: Pose | None, past_s: float) -> tuple[Phase, Reading]:
        """The phase, and what is measured: its share is NaN where nothing is."""
        if isnan(self._seen_s):
            self._seen_s = timestamp_s
        if timestamp_s - self._seen_s > FORGET_S:
            self._start.forget()
        reading = self._read(timestamp_s, pose, past_s)
        if isnan(reading.share) and timestamp_s - self._seen_s > LOST_S:
            return Phase.TIMER, reading
        if self._start.position is None:
            return Phase.LOOKING, reading
        return self.counter.phase, reading

    def _read(self, timestamp_s: float, pose: Pose | None, past_s: float) -> Reading:
        now = None if pose is None else read(pose)
        problem = NOBODY if now is None else ""
        if now is not None and self.counter.phase is Phase.REST:  # who exercises may turn
            problem = self._view.problem(now, past_s)
        if now is None or problem:
            self.counter.update(timestamp_s, nan)
            return Reading(nan, hint=problem)
        start = self._start.position
        if start is None:
            alone = self._criterion.measure(now, now)
            if isnan(alone.share):
                return alone
            self._seen_s = timestamp_s
            return Reading(nan, hint=self._start.learn(timestamp_s, now, past_s))
        reading = self._criterion.measure(now, start)
        reading = replace(reading, share=self._steady(reading.share))
        self.counter.update(timestamp_s, reading.share)
        if isnan(reading.share):
            return reading
        self._seen_s = timestamp_s
        self._keep(reading)
        if self.counter.stuck:
            self._start.forget()
        elif self.counter.phase is Phase.REST:
            self._start.follow(now, reading, past_s)
        return Reading(self._shown(reading.share), reading.range_deg, reading.hint)

    def _steady(self, share: float) -> float:
        """The middle one of the last three: one odd picture is no movement."""
        self._shares.append(share)
        return share if isnan(share) else float(np.median([s for s in self._shares if s == s]))

    def _keep(self, reading: Reading) -> None:
        if self.counter.phase is Phase.HOLD and not isnan(reading.range_deg):
            least = reading.range_deg if isnan(self.range_deg) else self.range_deg
            self.range_deg = max(least, reading.range_deg)

    def _shown(self, share: float) -> float:
        """The share as it is told: how far, whichever way."""
        return abs(share) if self._criterion.sides > 1 else max(share, 0.0)
