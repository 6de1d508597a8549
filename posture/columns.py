"""Ticks as columns of numbers: what a chart, a table or a report needs, without frames or poses.

A tick costs about 50 bytes here, so an hour at 30 ticks a second is some 5 MB.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from posture.records import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.records import Alert, FloatArray, Tick, Transition

STATES: tuple[State, ...] = tuple(State)
"""What the numbers in `TickColumns.state` stand for."""

MAX_GAP_S = 2.0
"""Ticks further apart than this are not joined: nobody knows what happened in between."""


class Thresholds(NamedTuple):
    """Change from the baseline at which slouching begins and ends, degrees."""

    enter_deg: float
    leave_deg: float


@dataclass(frozen=True, slots=True, eq=False)
class TickColumns:
    """Ticks in order of time, one array per quantity; all arrays are (n,).

    Attributes:
        timestamp_s: float64, seconds since the session began; never decreases.
        neck_deg, neck_sd_deg, thoracic_deg, thoracic_sd_deg: float32, degrees from the vertical
            and the standard deviation of the estimate; NaN when unmeasured.
        neck_change_deg, neck_change_sd_deg, thoracic_change_deg, thoracic_change_sd_deg: float32,
            the same against the baseline; NaN when unmeasured or without a baseline.
        neck_judged_deg, thoracic_judged_deg: float32, the smoothed change that the judgement
            compares with its thresholds.
        state: uint8, index into `STATES`.
        alerts: In order of time.
        transitions: In order of time.
    """

    timestamp_s: FloatArray
    neck_deg: NDArray[np.float32]
    neck_sd_deg: NDArray[np.float32]
    thoracic_deg: NDArray[np.float32]
    thoracic_sd_deg: NDArray[np.float32]
    neck_change_deg: NDArray[np.float32]
    neck_change_sd_deg: NDArray[np.float32]
    thoracic_change_deg: NDArray[np.float32]
    thoracic_change_sd_deg: NDArray[np.float32]
    neck_judged_deg: NDArray[np.float32]
    thoracic_judged_deg: NDArray[np.float32]
    state: NDArray[np.uint8]
    alerts: tuple[Alert, ...] = ()
    transitions: tuple[Transition, ...] = ()

    def __len__(self) -> int:
        return self.timestamp_s.size

    @property
    def has_baseline(self) -> bool:
        """Whether any tick could be compared with a baseline."""
        changes = (self.neck_change_deg, self.thoracic_change_deg)
        return any(bool(np.isfinite(change).any()) for change in changes)

    @property
    def measured(self) -> bool:
        """Whether any tick has an angle."""
        angles = (self.neck_deg, self.thoracic_deg)
        return self.has_baseline or any(bool(np.isfinite(angle).any()) for angle in angles)


_ANGLE_COLUMNS = (
    "neck_deg",
    "neck_sd_deg",
    "thoracic_deg",
    "thoracic_sd_deg",
    "neck_change_deg",
    "neck_change_sd_deg",
    "thoracic_change_deg",
    "thoracic_change_sd_deg",
)


class ColumnBuilder:
    """A sink that keeps the numbers of each tick and forgets the rest."""

    def __init__(self) -> None:
        self._timestamp_s = array("d")
        self._angles = {name: array("f") for name in _ANGLE_COLUMNS}
        self._neck_judged_deg = array("f")
        self._thoracic_judged_deg = array("f")
        self._state = array("B")
        self._alerts: list[Alert] = []
        self._transitions: list[Transition] = []

    def __call__(self, tick: Tick) -> None:
        """Take note of one tick."""
        self._timestamp_s.append(tick.timestamp_s)
        for name, column in self._angles.items():
            column.append(getattr(tick.angles, name))
        self._neck_judged_deg.append(tick.deviation.neck_deg)
        self._thoracic_judged_deg.append(tick.deviation.thoracic_deg)
        self._state.append(STATES.index(tick.state))
        if tick.alert is not None:
            self._alerts.append(tick.alert)
        if tick.transition is not None:
            self._transitions.append(tick.transition)

    def columns(self) -> TickColumns:
        """A copy of what was gathered so far; more ticks may follow."""
        return TickColumns(
            timestamp_s=np.array(self._timestamp_s, dtype=np.float64),
            **{name: np.array(values, np.float32) for name, values in self._angles.items()},
            neck_judged_deg=np.array(self._neck_judged_deg, dtype=np.float32),
            thoracic_judged_deg=np.array(self._thoracic_judged_deg, dtype=np.float32),
            state=np.array(self._state, dtype=np.uint8),
            alerts=tuple(self._alerts),
            transitions=tuple(self._transitions),
        )


def thin(
    timestamp_s: FloatArray, lower: FloatArray, upper: FloatArray, most: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Reduce a range over time to at most `most` points, keeping every extreme.

    Each stretch of equal duration becomes one point with its smallest `lower` and its largest
    `upper`. Stretches without a tick give no point; those without a measurement give NaN.

    Args:
        timestamp_s: (n,) seconds, never decreasing.
        lower: (n,) lower end of the range, NaN when unmeasured; equal to `upper` for a curve.
        upper: (n,) upper end of the range.
        most: Points to keep, at least 1.

    Returns:
        Times, lower and upper ends: (m,) each, m <= `most`. Unchanged when n <= `most`.
    """
    if timestamp_s.size <= most:
        return timestamp_s, lower, upper
    span_s = max(float(timestamp_s[-1] - timestamp_s[0]), 1e-9)
    bins = ((timestamp_s - timestamp_s[0]) * (most / span_s)).astype(np.intp)
    bins = np.minimum(bins, most - 1)
    starts = np.flatnonzero(np.diff(bins, prepend=-1))
    middle_s = timestamp_s[0] + (bins[starts] + 0.5) * (span_s / most)
    return middle_s, np.fmin.reduceat(lower, starts), np.fmax.reduceat(upper, starts)


def split_at_gaps(timestamp_s: FloatArray, *values: FloatArray) -> tuple[FloatArray, ...]:
    """Put a NaN wherever neighbouring times are too far apart to be joined by a line.

    Args:
        timestamp_s: (n,) seconds, never decreasing.
        values: (n,) arrays over it.

    Returns:
        Times and values, (n + gaps,) each. Too far is more than `MAX_GAP_S`, and more than twice
        the usual distance of the points, which is larger after `thin`.
    """
    if timestamp_s.size < 3:
        limit_s = MAX_GAP_S
    else:
        limit_s = max(MAX_GAP_S, 2.0 * float(np.median(np.diff(timestamp_s))))
    gaps = np.flatnonzero(np.diff(timestamp_s) > limit_s) + 1
    times = np.insert(timestamp_s, gaps, timestamp_s[gaps])
    return times, *(np.insert(column.astype(np.float64), gaps, np.nan) for column in values)


def spans(columns: TickColumns, state: State, shortest_s: float) -> tuple[FloatArray, FloatArray]:
    """When a state lasted, ready to be drawn as bars.

    A tick's state holds until the next tick, but not for longer than `MAX_GAP_S`. Bars closer
    than `shortest_s` are joined and shorter ones are widened to it, so that nothing vanishes.

    Args:
        columns: Ticks.
        state: The state to look for.
        shortest_s: Smallest duration that can be seen.

    Returns:
        Start and end of each bar, (k,) seconds each.
    """
    begins = columns.timestamp_s
    if begins.size == 0:
        return begins, begins
    lengths = np.diff(begins, append=begins[-1])
    ends = begins + np.where(lengths > MAX_GAP_S, 0.0, lengths)
    held = columns.state == STATES.index(state)
    begins, ends = begins[held], ends[held]
    if begins.size == 0:
        return begins, begins
    apart = np.flatnonzero(begins[1:] - ends[:-1] > shortest_s) + 1
    begins = begins[np.concatenate(([0], apart))]
    ends = ends[np.concatenate((apart - 1, [-1]))]
    return begins, np.maximum(ends, begins + shortest_s)
