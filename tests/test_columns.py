"""Columns: what is kept of a tick, honest thinning, gaps and bars."""

from __future__ import annotations

from math import nan

import numpy as np
import pytest

from posture.columns import (
    STATES,
    ColumnBuilder,
    TickColumns,
    spans,
    split_at_gaps,
    thin,
)
from posture.records import (
    Alert,
    AlertLevel,
    Angles,
    Deviation,
    Part,
    Reason,
    State,
    Tick,
    Transition,
)

MEASURED = Angles(
    neck_deg=40.0,
    neck_sd_deg=5.0,
    thoracic_deg=12.0,
    thoracic_sd_deg=4.0,
    neck_change_deg=9.0,
    neck_change_sd_deg=3.0,
    thoracic_change_deg=2.0,
    thoracic_change_sd_deg=2.5,
)


def a_tick(timestamp_s: float, state: State = State.UPRIGHT, angles: Angles = MEASURED) -> Tick:
    return Tick(
        timestamp_s=timestamp_s,
        index=0,
        angles=angles,
        deviation=Deviation(neck_deg=8.0, thoracic_deg=1.5, worst_deg=8.0, part=Part.NECK),
        state=state,
        reason=None if angles is MEASURED else Reason.LOW_VISIBILITY,
        held_s=0.0,
        remaining_s=nan,
    )


def columns_of(*ticks: Tick) -> TickColumns:
    builder = ColumnBuilder()
    for tick in ticks:
        builder(tick)
    return builder.columns()


def test_keeps_the_numbers_of_each_tick() -> None:
    columns = columns_of(a_tick(0.0), a_tick(0.1, State.SLOUCHED))
    assert len(columns) == 2
    assert columns.timestamp_s.tolist() == [0.0, 0.1]
    assert columns.neck_deg.tolist() == [40.0, 40.0]
    assert columns.thoracic_change_sd_deg.tolist() == [2.5, 2.5]
    assert columns.neck_judged_deg.tolist() == [8.0, 8.0]
    assert [STATES[number] for number in columns.state] == [State.UPRIGHT, State.SLOUCHED]


def test_keeps_alerts_and_transitions() -> None:
    alert = Alert(1.0, AlertLevel.NOTICE, Part.NECK, 12.0, 30.0, "neck 12° beyond")
    change = Transition(1.0, State.UPRIGHT, State.SLOUCHED, 0.5, "slouching")
    tick = a_tick(1.0)
    told = Tick(
        tick.timestamp_s, 1, tick.angles, tick.deviation, tick.state, None, 0.0, nan, change, alert
    )
    columns = columns_of(tick, told)
    assert columns.alerts == (alert,)
    assert columns.transitions == (change,)


def test_unmeasured_is_nan_and_no_baseline_is_known() -> None:
    nothing = columns_of(a_tick(0.0, State.UNKNOWN, Angles()))
    assert np.isnan(nothing.neck_deg).all()
    assert not nothing.measured
    without = columns_of(a_tick(0.0, angles=Angles(neck_deg=40.0)))
    assert without.measured
    assert not without.has_baseline
    assert columns_of(a_tick(0.0)).has_baseline


def test_columns_are_a_copy() -> None:
    builder = ColumnBuilder()
    builder(a_tick(0.0))
    first = builder.columns()
    builder(a_tick(0.1))
    assert len(first) == 1
    assert len(builder.columns()) == 2


def test_an_hour_at_thirty_ticks_a_second_is_small() -> None:
    builder = ColumnBuilder()
    for index in range(1000):
        builder(a_tick(index / 30.0))
    columns = builder.columns()
    arrays = [getattr(columns, name) for name in columns.__slots__]
    per_tick = sum(array.nbytes for array in arrays if isinstance(array, np.ndarray)) / 1000
    assert per_tick * 30 * 3600 < 20e6


def test_thinning_keeps_every_extreme() -> None:
    times = np.arange(10000) / 10.0
    values = np.zeros(10000)
    values[4321], values[7777] = 50.0, -40.0
    middle, low, high = thin(times, values, values, 100)
    assert middle.size <= 100
    assert high.max() == 50.0
    assert low.min() == -40.0
    assert np.all(np.diff(middle) > 0)


def test_thinning_ignores_missing_frames_but_not_missing_stretches() -> None:
    times = np.arange(1000) / 10.0
    values = np.ones(1000)
    values[::2] = nan
    values[500:600] = nan
    _, low, _ = thin(times, values, values, 10)
    assert np.flatnonzero(np.isnan(low)).tolist() == [5]


def test_few_points_stay_as_they_are() -> None:
    times, values = np.arange(5.0), np.arange(5.0)
    assert thin(times, values, values, 5)[1] is values


def test_a_long_gap_breaks_the_line() -> None:
    times, values = split_at_gaps(np.array([0.0, 0.1, 0.2, 9.0, 9.1]), np.arange(5.0))
    assert times.size == 6
    assert np.flatnonzero(np.isnan(values)).tolist() == [3]


def test_slow_pictures_are_still_joined() -> None:
    times, _ = split_at_gaps(np.arange(0.0, 50.0, 5.0), np.zeros(10))
    assert times.size == 10


@pytest.mark.parametrize("count", [0, 1, 2])
def test_short_series_do_not_fail(count: int) -> None:
    times = np.linspace(0.0, 0.1, count)
    assert split_at_gaps(times, times)[0].size == count
    assert thin(times, times, times, 1)[0].size <= max(1, count)


def test_spans_are_the_stretches_of_a_state() -> None:
    states = [State.UPRIGHT, State.UPRIGHT, State.SLOUCHED, State.SLOUCHED, State.UPRIGHT]
    columns = columns_of(*(a_tick(float(second), state) for second, state in enumerate(states)))
    begins, ends = spans(columns, State.UPRIGHT, 0.01)
    assert begins.tolist() == [0.0, 4.0]
    assert ends.tolist() == pytest.approx([2.0, 4.01])
    begins, ends = spans(columns, State.SLOUCHED, 0.01)
    assert (begins.tolist(), ends.tolist()) == ([2.0], [4.0])
    assert spans(columns, State.AWAY, 0.01)[0].size == 0


def test_a_span_does_not_bridge_a_gap() -> None:
    columns = columns_of(a_tick(0.0), a_tick(1.0), a_tick(60.0), a_tick(61.0))
    begins, ends = spans(columns, State.UPRIGHT, 0.1)
    assert begins.tolist() == [0.0, 60.0]
    assert ends.tolist() == pytest.approx([1.1, 61.0], abs=0.11)


def test_short_spans_are_joined_or_widened_until_they_show() -> None:
    flicker = (State.UPRIGHT, State.SLOUCHED)
    columns = columns_of(*(a_tick(index / 10.0, flicker[index % 2]) for index in range(1000)))
    begins, ends = spans(columns, State.SLOUCHED, 1.0)
    assert begins.size == 1
    assert ends[0] - begins[0] == pytest.approx(99.8, abs=0.3)
