"""Follows somebody who is led by cues: measures each repetition, and counts it.

The cues come by the clock, whatever is seen.
"""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from posture.care.criteria import LEVEL_CHIN, Reading
from posture.care.exercise import Phase
from posture.care.movement import angle_deg, tip_deg
from posture.care.paced_count import PacedCounter
from posture.care.paced_cut import Cutter
from posture.care.signals import read
from posture.care.start import FORGET_S, LOST_S, NOBODY, View

if TYPE_CHECKING:
    from posture.care.exercise import Seen
    from posture.care.pace import Cue, Pace
    from posture.care.paced_count import PacedSettings
    from posture.care.paced_cut import Cut
    from posture.care.signals import Signals
    from posture.records import FloatArray, Pose

HALF_WAY = 0.5
"""Share of the learned way: a hold is what lasts beyond it, without what the ways add ..."""
WAYS = 0.85
"""... which take this share of the time that is told: that of the laboratory's bodies."""

TEACHING = "Your first two repetitions show how far you go."
NOT_SEEN = "The camera does not see this movement well enough from here."
NOT_COUNTED = "Not counted: smaller than your first ones, or something else moved."


class PacedFollower:
    """Measures and counts one exercise that is led.

    Args:
        pace: The cues.
        weights: (k, LENGTH) of `posture.care.movement`.
        seen: From where.
        settings: When a repetition counts.
    """

    def __init__(
        self, pace: Pace, weights: FloatArray, seen: Seen, settings: PacedSettings
    ) -> None:
        self.counter = PacedCounter(settings)
        self.held_s = self.longest_s = 0.0
        self.range_deg = nan
        """Largest change of the angle of the settings; NaN without one."""
        self._pace, self._weights = pace, weights
        self._cutter, self._view = Cutter(pace), View(seen, settings.side_deg)
        self._seen_s = nan
        self._hint = TEACHING

    @property
    def repetitions(self) -> tuple[int, ...]:
        """Counted so far."""
        return (self.counter.repetitions,)

    def update(self, timestamp_s: float, pose: Pose | None, past_s: float) -> tuple[Phase, Reading]:
        """The phase, and what is measured: its share is NaN where nothing is."""
        self._seen_s = timestamp_s if isnan(self._seen_s) else self._seen_s
        lost_s = timestamp_s - self._seen_s
        cue = self._pace.at(self._cutter.past_s + past_s)
        now, problem = self._looked(pose, past_s, cue)
        if lost_s > FORGET_S:
            self._cutter.forget()
            self.counter.forget()
        cut = self._cutter.update(now, past_s)
        if cut is not None:
            self._count(cut)
        if now is not None:
            self._seen_s = timestamp_s
        elif lost_s > LOST_S:
            return Phase.TIMER, Reading(nan, hint=problem)
        if self.counter.unseen:
            return Phase.TIMER, Reading(nan, hint=NOT_SEEN)
        if not self.counter.known:
            return Phase.LOOKING, Reading(nan, hint=problem or self._hint)
        return _phase(cue), Reading(self._share(now), self.range_deg, problem or self._hint)

    def _looked(self, pose: Pose | None, past_s: float, cue: Cue) -> tuple[Signals | None, str]:
        """What is seen, or what the user is told of it."""
        now = None if pose is None else read(pose)
        if now is None:
            return None, NOBODY
        if cue.drive == 1 or cue.moving:  # who exercises may turn
            return now, ""
        problem = self._view.problem(now, past_s)
        return (None, problem) if problem else (now, "")

    def _count(self, cut: Cut) -> None:
        sway = None if cut.sway is None else self._weights @ cut.sway
        if abs(tip_deg(cut.change)) > self.counter.settings.level_deg:
            self._hint = LEVEL_CHIN
            return
        counted = self.counter.update(self._weights @ cut.change, sway)
        if not self.counter.known:
            self._hint = TEACHING
            return
        self._hint = "" if counted else NOT_COUNTED
        if not counted:
            return
        shares = self.counter.shares(cut.pictures @ self._weights.T)
        beyond_s = float(np.mean(shares >= HALF_WAY)) * cut.length_s
        ways_s = WAYS * sum(stroke.move_s for stroke in self._pace.strokes) / 2
        self.held_s = max(beyond_s - ways_s, 0.0)
        self.longest_s = max(self.longest_s, self.held_s)
        if self.counter.settings.told:
            told_deg = abs(angle_deg(cut.change, self.counter.settings.told))
            self.range_deg = told_deg if isnan(self.range_deg) else max(self.range_deg, told_deg)

    def _share(self, now: Signals | None) -> float:
        """How far it is now, on the way to what counts."""
        away = None if now is None else self._cutter.away(now)
        if away is None:
            return nan
        share = float(self.counter.shares(away @ self._weights.T)[0])
        return max(share / self.counter.settings.enough, 0.0)


def _phase(cue: Cue) -> Phase:
    if cue.moving:
        return Phase.MOVING
    return Phase.HOLD if cue.drive else Phase.REST
