"""What adds up while somebody is watched: a minute, and a slouch. Pure, and no clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from math import isfinite, nan
from typing import TYPE_CHECKING

import numpy as np

from posture.history.batch import Minute
from posture.history.rows import EXPOSURES, QUANTILES, STATES, Episode
from posture.records import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posture.records import Deviation, Part

WATCHED = frozenset({State.UPRIGHT, State.SLOUCHED})
RECENT_S = 600.0
"""So far back a slouch is looked up that persisted: it began before anybody knew."""


@dataclass(slots=True)
class MinuteSum:
    """One minute of one session, as far as it has come."""

    session: int
    utc_s: int
    offset_s: int
    seconds: list[float] = field(default_factory=lambda: [0.0] * len(STATES))
    exposure_deg_min: list[float] = field(default_factory=lambda: [0.0] * len(EXPOSURES))
    steps: list[tuple[float, float, float]] = field(default_factory=list)
    """Neck and upper back, degrees, and for how many seconds."""

    def add(self, state: State, change: Deviation, step_s: float) -> None:
        """Take in some seconds of a state; only a known posture has angles."""
        self.seconds[STATES.index(state)] += step_s
        if state not in WATCHED:
            return
        self.steps.append((change.neck_deg, change.thoracic_deg, step_s))
        for place, value in enumerate((change.neck_deg, change.thoracic_deg, change.worst_deg)):
            if isfinite(value):
                self.exposure_deg_min[place] += max(0.0, value) * step_s / 60

    def minute(self) -> Minute:
        """The row."""
        neck, back, step_s = zip(*self.steps, strict=True) if self.steps else ((), (), ())
        change_deg = (*quantiles(neck, step_s), *quantiles(back, step_s))
        return Minute(
            self.session,
            self.utc_s,
            self.offset_s,
            tuple(self.seconds),
            change_deg,
            tuple(self.exposure_deg_min),
        )


def quantiles(values: Sequence[float], weights: Sequence[float]) -> tuple[float, ...]:
    """`QUANTILES` of what is measured, each value by its weight; NaN for nothing."""
    value, weight = np.array(values), np.array(weights)
    known = np.isfinite(value) & (weight > 0)
    if not known.any():
        return (nan,) * len(QUANTILES)
    value, weight = value[known], weight[known]
    order = np.argsort(value, kind="stable")
    value, weight = value[order], weight[order]
    middle = np.cumsum(weight) - weight / 2
    return tuple(np.interp(QUANTILES, middle / weight.sum(), value).tolist())


@dataclass(frozen=True, slots=True)
class Step:
    """Some seconds in which the change was known.

    Attributes:
        begin_s, step_s: When, in session time, and for how long.
        change_deg, part: The worst change, and of what.
    """

    begin_s: float
    step_s: float
    change_deg: float
    part: Part


class Recent:
    """The last minutes of what was judged."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque()

    def add(self, step: Step) -> None:
        """Take in the newest step."""
        self._steps.append(step)
        while self._steps[0].begin_s < step.begin_s - RECENT_S:
            self._steps.popleft()

    def since(self, moment_s: float) -> list[Step]:
        """Steps that began then or later."""
        return [step for step in self._steps if step.begin_s >= moment_s - 1e-6]


class Slouch:
    """One slouch that has persisted, as far as it has come.

    Args:
        session: Number of the session in which it is kept.
        since_s: When it began, in session time.
        utc_s, offset_s: The same moment on the user's clock; so it lasts as long as it lasts.
        steps: What is known of it so far.
    """

    def __init__(
        self, session: int, since_s: float, utc_s: float, offset_s: int, steps: Iterable[Step]
    ) -> None:
        self.session = session
        self.since_s = since_s
        self.going_on = True
        self._row: Episode | None = None
        self._utc_s, self._offset_s = utc_s, offset_s
        self._sum_deg_s = self._weight_s = 0.0
        self._over = False
        self._end_s = since_s
        for step in steps:
            self.add(step)

    def add(self, step: Step) -> None:
        """Take in what follows."""
        self._sum_deg_s += step.change_deg * step.step_s
        self._weight_s += step.step_s
        self._end_s = step.begin_s + step.step_s
        row = self._row
        if row is None or step.change_deg > row.peak_deg:
            self._row = Episode(
                self._utc_s, 0.0, self._offset_s, step.part, step.change_deg, 0.0, over=False
            )

    def end(self, end_s: float, after: Iterable[Step], *, seen: bool) -> None:
        """It is over.

        Args:
            end_s: When, at the latest.
            after: What was taken in, and came after the end.
            seen: Whether the end was seen.
        """
        for step in after:
            self._sum_deg_s -= step.change_deg * step.step_s
            self._weight_s -= step.step_s
        self._end_s = max(self.since_s, min(end_s, self._end_s))
        self._over = seen
        self.going_on = False

    def goes_on(self) -> None:
        """It was not over after all."""
        self.going_on, self._over = True, False

    @property
    def row(self) -> Episode | None:
        """The row; None while no angle of it is known."""
        if self._row is None:
            return None
        mean_deg = self._row.peak_deg
        if self._weight_s > 0:
            mean_deg = min(mean_deg, self._sum_deg_s / self._weight_s)
        end_utc_s = self._utc_s + self._end_s - self.since_s
        return replace(self._row, end_utc_s=end_utc_s, mean_deg=mean_deg, over=self._over)
