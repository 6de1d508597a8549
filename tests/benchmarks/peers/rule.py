"""The rule by which all are judged: true slouches that were found, and alarms that were false."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from calibration.sequences import AFTER_S, SLIGHT_DEG, SLOUCH_DEG, stretches
from tests.benchmarks.peers.feeding import BASELINE_S

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.benchmarks.peers.feeding import Judged

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

HELD_S = 5.0
"""A true slouch lasts at least so long."""
RECLINES_S = {
    "front_1": (13.0, 28.0),
    "front_2": (13.0, 28.0),
    "front_3": (13.0, 28.0),
    "side_2": (13.0, 28.0),
    "reclining_slump": (8.0, 32.0),
}
"""Slumps against the backrest: the back rounds, neither angle comes forward by 15 degrees. An alarm
then is neither right nor false."""


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What the person in a clip really does.

    Attributes:
        times_s: (n,) of every picture.
        change_deg: (n, 2) change of neck and upper back from upright; NaN while nobody is there.
        recline_s: From when to when the person slumps against the backrest.
    """

    times_s: Floats
    change_deg: Floats
    recline_s: tuple[float, float] = (nan, nan)

    @classmethod
    def read(cls, path: Path) -> Truth:
        """From the table beside a clip, `NAME.csv` or `NAME.truth.csv`."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = ("timestamp_s", "neck_deg", "thoracic_deg")
        values = np.array([[float(row[name] or nan) for name in names] for row in rows])
        times, angles = values[:, 0], values[:, 1:]
        upright = (times >= BASELINE_S[0]) & (times < BASELINE_S[1])
        name = path.name.partition(".")[0]
        change = angles - np.nanmean(angles[upright], axis=0)
        return cls(times, change, RECLINES_S.get(name, (nan, nan)))

    @property
    def slouches(self) -> list[tuple[float, float]]:
        """From when to when each true slouch lasts, seconds."""
        bent: Mask = np.asarray((self.change_deg >= SLOUCH_DEG).any(axis=1))
        runs = [(self.times_s[i], self.times_s[j]) for i, j in stretches(bent, self.times_s)]
        return [(float(i), float(j)) for i, j in runs if j - i >= HELD_S]

    @property
    def calm(self) -> Mask:
        """(n,) whether an alarm would be false: for a while nothing has changed by much."""
        with np.errstate(invalid="ignore"):
            still = (np.abs(self.change_deg) < SLIGHT_DEG).all(axis=1)
        still &= ~((self.times_s >= self.recline_s[0]) & (self.times_s <= self.recline_s[1]))
        last_s = np.maximum.accumulate(np.where(still, -np.inf, self.times_s))
        return (self.times_s - last_s > AFTER_S) & (self.times_s >= BASELINE_S[1])


@dataclass(frozen=True, slots=True)
class Score:
    """What a program found in one clip or several.

    Attributes:
        slouches: True ones.
        delays_s: From the beginning of each that was found to the alarm.
        false_alarms: Alarms that began in calm.
        calm_s, calm_alarm_s: How long an alarm would have been false, and how long one was.
    """

    slouches: int
    delays_s: tuple[float, ...]
    false_alarms: int
    calm_s: float
    calm_alarm_s: float


def score(truth: Truth, judged: Judged) -> Score:
    """Hold what a program made of a clip against the truth.

    A slouch is found when there is an alarm while it lasts; an alarm from before counts, too.
    """
    times = truth.times_s
    last = np.searchsorted(np.asarray(judged.times_s) - 1e-6, times, side="right") - 1
    alarm = np.asarray((False, *judged.alarms))[last + 1] & (times >= BASELINE_S[1])
    delays = []
    for begin_s, end_s in truth.slouches:
        during = times[alarm & (times >= begin_s) & (times <= end_s)]
        if len(during):
            delays.append(float(during[0] - begin_s))
    begins = alarm & ~np.concatenate(([False], alarm[:-1]))
    step_s = float(np.median(np.diff(times)))
    return Score(
        slouches=len(truth.slouches),
        delays_s=tuple(delays),
        false_alarms=int((begins & truth.calm).sum()),
        calm_s=step_s * int(truth.calm.sum()),
        calm_alarm_s=step_s * int((truth.calm & alarm).sum()),
    )


def total(scores: Iterable[Score]) -> Score:
    """Over all clips."""
    every = list(scores)
    return Score(
        slouches=sum(one.slouches for one in every),
        delays_s=tuple(delay for one in every for delay in one.delays_s),
        false_alarms=sum(one.false_alarms for one in every),
        calm_s=sum(one.calm_s for one in every),
        calm_alarm_s=sum(one.calm_alarm_s for one in every),
    )
