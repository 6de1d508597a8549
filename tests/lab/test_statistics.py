"""Statistics against values that are known from tables or by hand."""

from __future__ import annotations

import numpy as np
import pytest

from calibration.statistics import (
    NOTHING,
    Interval,
    agreement,
    auc,
    auc_interval,
    clustered_mean,
    correlation,
    coverage_curve,
    number,
    poisson_cdf,
    poisson_interval,
    proportion,
    ranks,
    rate,
    table,
    within,
)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (10, 4.7954, 18.3904)],
)
def test_poisson_interval_is_garwoods(count: int, low: float, high: float) -> None:
    assert poisson_interval(count) == pytest.approx((low, high), abs=2e-4)


def test_poisson_interval_of_many_events() -> None:
    assert poisson_interval(100) == pytest.approx((81.36, 121.63), abs=0.01)


def test_poisson_cdf() -> None:
    assert poisson_cdf(2, 1.0) == pytest.approx(2.5 * np.exp(-1.0))
    assert poisson_cdf(0, 0.0) == 1.0


def test_rate_is_per_exposure() -> None:
    found = rate(0, 30.0)
    assert (found.value, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(3.6889 / 30, abs=1e-4)
    assert rate(1, 0.0).text() == NOTHING


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 10, 0.0, 0.3085), (5, 10, 0.1871, 0.8129), (19, 20, 0.7513, 0.9987), (10, 10, 0.6915, 1)],
)
def test_proportion_is_clopper_pearson(count: int, total: int, low: float, high: float) -> None:
    found = proportion(count, total)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("scores", "positive", "expected"),
    [
        ([1, 2, 3, 4], [0, 0, 1, 1], 1.0),
        ([1, 2, 3, 4], [1, 1, 0, 0], 0.0),
        ([1, 3, 2, 4], [0, 0, 1, 1], 0.75),
        ([1, 1, 1, 1], [0, 1, 0, 1], 0.5),
        ([1, 2, 2, 3], [0, 0, 1, 1], 0.875),
    ],
)
def test_auc(scores: list[float], positive: list[int], expected: float) -> None:
    assert auc(np.array(scores, float), np.array(positive, bool)) == pytest.approx(expected)


def test_auc_needs_both_classes() -> None:
    assert np.isnan(auc(np.arange(3.0), np.ones(3, bool)))
    assert auc_interval(np.arange(3.0), np.ones(3, bool)).text() == NOTHING


def test_auc_interval_is_that_of_hanley_and_mcneil() -> None:
    # 58 negatives and 51 positives, area 0.893: their table I has a standard error of 0.032.
    rng = np.random.default_rng(0)
    scores = np.concatenate((rng.normal(0, 1, 58), rng.normal(1.76, 1, 51)))
    found = auc_interval(scores, np.arange(109) >= 58)
    assert (found.high - found.low) / 3.92 == pytest.approx(0.032, abs=0.006)


def test_ranks_share_ties() -> None:
    assert ranks(np.array([3.0, 1.0, 3.0, 2.0])).tolist() == [3.5, 1.0, 3.5, 2.0]


def test_agreement_by_hand() -> None:
    truth = np.array([0.0, 10.0, 20.0, 30.0, np.nan])
    estimate = np.array([1.0, 9.0, 23.0, 31.0, 5.0])
    found = agreement(estimate, truth, np.arange(5))
    assert found.count == found.clusters == 4
    assert found.mae.value == pytest.approx(1.5)
    assert found.bias.value == pytest.approx(1.0)
    spread = 1.959964 * np.std([1, -1, 3, 1], ddof=1)
    assert (found.lower, found.upper) == pytest.approx((1 - spread, 1 + spread), abs=1e-4)
    assert found.r == pytest.approx(np.corrcoef(estimate[:4], truth[:4])[0, 1])


def test_agreement_of_nothing() -> None:
    found = agreement(np.array([np.nan]), np.array([1.0]), np.array([0]))
    assert found.count == 0
    assert found.mae.text() == NOTHING


def test_correlation_needs_variation() -> None:
    assert np.isnan(correlation(np.zeros(5), np.arange(5.0)))


def test_interval_by_body_is_wider_than_by_frame() -> None:
    rng = np.random.default_rng(3)
    bodies = np.repeat(np.arange(12), 50)
    values = rng.normal(0, 1, 12)[bodies] + rng.normal(0, 0.3, 600)
    by_body = clustered_mean(values, bodies)
    by_frame = clustered_mean(values, np.arange(600))
    assert by_body.value == by_frame.value == pytest.approx(values.mean())
    assert by_body.high - by_body.low > 3 * (by_frame.high - by_frame.low)
    assert by_body.low < by_body.value < by_body.high


def test_interval_has_the_width_of_theory() -> None:
    values = np.random.default_rng(1).normal(0, 1, 400)
    found = clustered_mean(values, np.arange(400))
    assert found.high - found.low == pytest.approx(2 * 1.96 * values.std() / 20, rel=0.1)


def test_interval_is_deterministic() -> None:
    values, bodies = np.arange(20.0), np.repeat(np.arange(5), 4)
    assert clustered_mean(values, bodies) == clustered_mean(values, bodies)


def test_two_bodies_have_no_interval() -> None:
    assert clustered_mean(np.arange(4.0), np.array([0, 0, 1, 1])).text() == "1.5"


def test_coverage_of_a_normal_law() -> None:
    errors = np.random.default_rng(0).normal(0, 1, 20000)
    assert coverage_curve(errors, [0.5, 0.6827, 0.9545]) == pytest.approx(
        [0.5, 0.6827, 0.9545], abs=0.01
    )
    assert within(np.array([0.9, 1.1]), 0.6827).tolist() == [True, False]


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.04, "0.0"), (-1.26, "\N{MINUS SIGN}1.3"), (2.0, "2.0"), (float("nan"), NOTHING)],
)
def test_number(value: float, text: str) -> None:
    assert number(value) == text


def test_interval_text() -> None:
    assert Interval(0.5, 0.25, 0.75).text(0, percent=True) == "50 % [25, 75]"


def test_table() -> None:
    assert table(["a", "b"], [["x", 1]]) == ["| a | b |", "| --- | ---: |", "| x | 1 |", ""]
