"""The running median: exact against a slow one, and its few promises."""

from math import isnan, nan
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.filtering import RunningMedian


@given(
    st.lists(st.tuples(st.floats(0, 2), st.one_of(st.floats(-90, 90), st.just(nan))), max_size=80)
)
def test_is_the_median_of_the_window(steps: list[tuple[float, float]]) -> None:
    running, now_s, seen = RunningMedian(3.0), 0.0, []
    for step_s, value in steps:
        now_s += step_s
        seen.append((now_s, value))
        window = [v for t, v in seen if t > now_s - 3.0 and not isnan(v)]
        expected = median(window) if window else nan
        assert running.update(now_s, value) == pytest.approx(expected, nan_ok=True)


def test_one_wild_frame_does_not_move_it() -> None:
    running = RunningMedian(3.0)
    results = [running.update(t / 10, 90.0 if t == 20 else 1.0) for t in range(40)]
    assert results == [1.0] * 40


def test_a_step_comes_out_half_a_window_late() -> None:
    running = RunningMedian(3.0)
    out = {t / 10: running.update(t / 10, 20.0 if t >= 50 else 0.0) for t in range(100)}
    first = next(t for t, value in out.items() if value == 20.0)
    assert first == pytest.approx(6.5, abs=0.11)


def test_nothing_gives_nothing() -> None:
    assert isnan(RunningMedian(1.0).update(0.0, nan))


def test_clear_forgets() -> None:
    running = RunningMedian(10.0)
    running.update(0.0, 50.0)
    running.clear()
    assert running.update(0.1, 2.0) == 2.0


def test_window_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        RunningMedian(0.0)
