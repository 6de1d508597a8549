"""Intervals of what was added up over days."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.intervals import UNKNOWN, Interval, over_days, t_quantile, wilson


def mean(sums: np.ndarray) -> np.ndarray:
    """Of the first column, with how many there were in the second."""
    return np.asarray(sums[..., 0] / sums[..., 1])


def test_a_mean_over_days_has_the_textbook_interval() -> None:
    values = np.array([3.0, 5.0, 4.0, 8.0, 5.0, 6.0])
    sums = np.stack([values, np.ones(6)], axis=1)
    found = over_days(sums, mean)
    half = 2.571 * values.std(ddof=1) / sqrt(6)
    assert found.estimate == pytest.approx(values.mean())
    assert found.high - found.estimate == pytest.approx(half)
    assert found.estimate - found.low == pytest.approx(half)


@pytest.mark.parametrize(
    ("freedom", "expected"),
    [(1, 12.706), (4, 2.776), (10, 2.228), (11, 2.201), (20, 2.086), (60, 2.000), (10_000, 1.960)],
)
def test_t_is_that_of_the_tables(freedom: int, expected: float) -> None:
    assert t_quantile(freedom) == pytest.approx(expected, abs=0.02)


def test_few_days_say_nothing() -> None:
    assert over_days(np.ones((4, 2)), mean) == UNKNOWN
    assert not over_days(np.ones((4, 2)), mean).known
    assert over_days(np.ones((0, 2)), mean, least_days=0) == UNKNOWN


def test_a_ratio_that_hangs_on_one_day_is_not_known() -> None:
    sums = np.zeros((6, 2))
    sums[0] = 1.0
    assert over_days(sums, mean) == UNKNOWN


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    generator = np.random.default_rng(7)
    found = []
    for _ in range(400):
        hours = generator.uniform(2, 8, 8)
        exposure = hours * generator.normal(20, 6, 8)
        found.append(over_days(np.stack([exposure, hours], axis=1), mean))
    share = np.mean([interval.low <= 20 <= interval.high for interval in found])
    assert 0.92 <= share <= 0.98


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (30, 32, 0.799, 0.983), (1, 2, 0.0945, 0.9055)],
)
def test_shares_have_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    found = wilson(hits, of)
    assert found.estimate == hits / of
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-3)


def test_a_share_of_nothing_is_not_known() -> None:
    assert wilson(0, 0) == UNKNOWN


@given(st.integers(0, 200), st.integers(1, 200))
def test_a_share_lies_in_its_interval(hits: int, of: int) -> None:
    found = wilson(min(hits, of), of)
    assert 0 <= found.low <= found.estimate + 1e-12
    assert found.estimate - 1e-12 <= found.high <= 1


@pytest.mark.parametrize(("low", "high", "sign"), [(1.0, 2.0, 1), (-2.0, -1.0, -1), (-1.0, 1.0, 0)])
def test_only_a_whole_interval_has_a_sign(low: float, high: float, sign: int) -> None:
    assert Interval((low + high) / 2, low, high).sign == sign
    assert UNKNOWN.sign == 0
