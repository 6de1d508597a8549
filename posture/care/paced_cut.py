"""Cuts what is seen of somebody who is led by cues into repetitions, each against its rests.

When the user should hold is known, so the pictures of seconds make one number, and what moves
stands out of what landmarks sway by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from posture.care.movement import features
from posture.care.signals import middle

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.care.pace import Pace, Stroke
    from posture.care.signals import Signals
    from posture.records import FloatArray

    Chosen = NDArray[np.bool_]

LEAST_SEEN = 3
"""Pictures that a stay needs to be measured."""
LATE_S, AFTER_S = 0.9, 0.15
"""People follow a cue so much later, and stay so much longer than told."""
SWAY = 0.75**0.5
"""Of one stay minus the mean of two, against one minus another, where all sway alike."""
STILL_S = 3.0
"""Of the lead-in: before it the user may still find the place."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One repetition that was led.

    Attributes:
        change: (LENGTH,) far end minus rest, as of `posture.care.movement`. The rest is the mean of
            those before and after; where the last stroke leads to a far end too, it is that one:
            what the repetition before did is none of this one's.
        sway: (LENGTH,) the rest after minus the rest before, as large as what sways in `change`;
            None where only one was seen, or none is told.
        pictures: (n, LENGTH) each picture minus rest.
        length_s: From cue to cue.
    """

    change: FloatArray
    sway: FloatArray | None
    pictures: FloatArray
    length_s: float


class Cutter:
    """Collects pictures, and gives a repetition when it is over.

    Args:
        pace: The cues.
    """

    def __init__(self, pace: Pace) -> None:
        self.past_s = 0.0
        """Since the first picture."""
        self._pace = pace
        self.cycle = 0
        """Repetitions that are over."""
        self.forget()

    def forget(self) -> None:
        """Learn the start position anew: the chair may stand elsewhere."""
        self._start: Signals | None = None
        self._rest: FloatArray | None = None
        self._seen: list[tuple[float, Signals]] = []

    def update(self, now: Signals | None, past_s: float) -> Cut | None:
        """Take in one picture; the repetition that is over now, where enough of it was seen."""
        self.past_s += past_s
        if now is not None:
            self._seen.append((self.past_s, now))
        if self.past_s < self._pace.length_s(self.cycle + 1) + AFTER_S:
            return None
        begin_s = self._pace.length_s(self.cycle)
        while self.past_s >= self._pace.length_s(self.cycle + 1) + AFTER_S:
            self.cycle += 1  # more than one where the computer slept
        seen, self._seen = self._seen, []
        return self._cut(seen, begin_s, self._pace.length_s(self.cycle))

    def away(self, now: Signals) -> FloatArray | None:
        """(1, LENGTH) one picture minus the last rest; None where there was none."""
        if self._start is None or self._rest is None:
            return None
        return features([now], self._start) - self._rest

    def _cut(self, seen: list[tuple[float, Signals]], begin_s: float, end_s: float) -> Cut | None:
        times_s = np.array([t for t, _ in seen])
        first, last = self._pace.strokes[0], self._pace.strokes[-1]
        lead_in = (times_s >= begin_s - STILL_S) & (times_s < begin_s)
        back = _stay(times_s, end_s, last)
        still = lead_in if lead_in.sum() >= LEAST_SEEN else back
        if self._start is None and still.sum() >= LEAST_SEEN:
            self._start = middle([seen[index][1] for index in np.flatnonzero(still)])
        if self._start is None or not seen:
            self._rest = None
            return None
        values = features([signals for _, signals in seen], self._start)
        before = self._rest if last.drive or self.cycle > 1 else _middle(values, lead_in)
        self._rest = _middle(values, back)
        far = _middle(values, _stay(times_s, begin_s + first.length_s, first))
        rests = [rest for rest in (before, self._rest) if rest is not None]
        if far is None or not rests or (last.drive and self._rest is None):
            return None
        rest = rests[-1] if last.drive else np.mean(rests, axis=0)
        rested = len(rests) > 1 and not last.drive
        sway = SWAY * (rests[-1] - rests[0]) if rested else None
        return Cut(far - rest, sway, values[times_s >= begin_s] - rest, end_s - begin_s)


def _stay(times_s: FloatArray, end_s: float, stroke: Stroke) -> Chosen:
    """(n,) which pictures show the stay of a stroke that ends then."""
    return (times_s >= end_s - stroke.hold_s + LATE_S) & (times_s < end_s + AFTER_S)


def _middle(values: FloatArray, chosen: Chosen) -> FloatArray | None:
    """(LENGTH,) of a stay; None where too little of it was seen."""
    return np.median(values[chosen], axis=0) if chosen.sum() >= LEAST_SEEN else None
