"""Statistics of agreement, in numpy alone: errors with intervals, ranks, rates, calibration.

Frames of one body resemble each other, so intervals come from drawing bodies, not frames.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, nan, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MIN_CLUSTERS = 3
"""Fewer bodies than this say nothing about other bodies: no interval."""
LEVEL = 0.95
"""Of every interval."""
NOTHING = "\N{EN DASH}"
"""Stands where there is no figure."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its confidence interval; NaN where there is none."""

    value: float
    low: float = nan
    high: float = nan

    def text(self, digits: int = 1, *, percent: bool = False) -> str:
        """`2.7 [2.4, 3.1]`, with a real minus; a dash for no figure."""
        if self.value != self.value:
            return NOTHING
        factor, unit = (100.0, " %") if percent else (1.0, "")
        text = number(factor * self.value, digits) + unit
        if self.low == self.low:
            low, high = number(factor * self.low, digits), number(factor * self.high, digits)
            text += f" [{low}, {high}]"
        return text


@dataclass(frozen=True, slots=True)
class Agreement:
    """How estimates agree with the truth, in the unit of both.

    Attributes:
        count: Pairs.
        clusters: Bodies behind them.
        mae: Mean absolute error.
        bias: Mean of estimate - truth.
        lower, upper: 95 % limits of agreement: bias -+ 1.96 standard deviations of a difference.
        r: Pearson's correlation; NaN when either side is constant.
    """

    count: int
    clusters: int
    mae: Interval
    bias: Interval
    lower: float
    upper: float
    r: float


def number(value: float, digits: int = 1) -> str:
    """A rounded number with a real minus, never `-0.0`; a dash for NaN."""
    if value != value:
        return NOTHING
    rounded = round(value, digits) + 0.0
    return f"{rounded:.{digits}f}".replace("-", "\N{MINUS SIGN}")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Lines of a Markdown table, the first column to the left, and an empty line after it."""
    lines = [f"| {' | '.join(header)} |", f"| --- |{' ---: |' * (len(header) - 1)}"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return [*lines, ""]


def clustered_mean(
    values: NDArray[Any], clusters: NDArray[Any], *, draws: int = 2000, seed: int = 0
) -> Interval:
    """Mean over all values, with a percentile bootstrap interval that draws whole clusters.

    Args:
        values: (n,) numbers or truth values.
        clusters: (n,) which cluster each belongs to.
        draws: Of the bootstrap.
        seed: The same seed gives the same interval.
    """
    if not len(values):
        return Interval(nan)
    mean = float(np.mean(values))
    _, places = np.unique(clusters, return_inverse=True)
    counts = np.bincount(places)
    if len(counts) < MIN_CLUSTERS:
        return Interval(mean)
    sums = np.bincount(places, weights=values.astype(np.float64))
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=draws)
    low, high = np.percentile((drawn @ sums) / (drawn @ counts), _tails())
    return Interval(mean, float(low), float(high))


def _tails() -> tuple[float, float]:
    return 50 * (1 - LEVEL), 50 * (1 + LEVEL)


def agreement(estimate: Floats, truth: Floats, clusters: NDArray[Any]) -> Agreement:
    """Compare (n,) estimates with (n,) true values; pairs with a NaN do not count."""
    known = np.isfinite(estimate) & np.isfinite(truth)
    estimate, truth, clusters = estimate[known], truth[known], clusters[known]
    error = estimate - truth
    many = len(error)
    if not many:
        return Agreement(0, 0, Interval(nan), Interval(nan), nan, nan, nan)
    spread = NormalDist().inv_cdf((1 + LEVEL) / 2) * float(error.std(ddof=1)) if many > 1 else nan
    bias = clustered_mean(error, clusters)
    return Agreement(
        count=many,
        clusters=len(np.unique(clusters)),
        mae=clustered_mean(np.abs(error), clusters),
        bias=bias,
        lower=bias.value - spread,
        upper=bias.value + spread,
        r=correlation(estimate, truth),
    )


def correlation(first: Floats, second: Floats) -> float:
    """Pearson's r of two (n,) arrays; NaN when either hardly varies."""
    if len(first) < 3 or min(first.std(), second.std()) < 1e-9:
        return nan
    return float(np.corrcoef(first, second)[0, 1])


def ranks(values: Floats) -> Floats:
    """(n,) ranks from 1; equal values share the mean of theirs."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    mean_ranks: Floats = np.cumsum(counts) - (counts - 1) / 2
    return mean_ranks[places]


def auc(scores: Floats, positive: NDArray[np.bool_]) -> float:
    """Chance that a positive scores higher than a negative, ties counting half; NaN without both.

    Args:
        scores: (n,).
        positive: (n,).
    """
    many, others = int(positive.sum()), int((~positive).sum())
    if not many or not others:
        return nan
    total = float(ranks(scores)[positive].sum())
    return (total - many * (many + 1) / 2) / (many * others)


def auc_interval(scores: Floats, positive: NDArray[np.bool_]) -> Interval:
    """`auc` with the interval of Hanley and McNeil (1982), which takes frames as independent."""
    value = auc(scores, positive)
    many, others = int(positive.sum()), int((~positive).sum())
    if value != value:
        return Interval(nan)
    one, two = value / (2 - value), 2 * value**2 / (1 + value)
    variance = value * (1 - value) + (many - 1) * (one - value**2) + (others - 1) * (two - value**2)
    reach = NormalDist().inv_cdf((1 + LEVEL) / 2) * sqrt(variance / (many * others))
    return Interval(value, max(0.0, value - reach), min(1.0, value + reach))


def poisson_cdf(count: int, mean: float) -> float:
    """Probability of at most `count` events where `mean` are expected."""
    if mean <= 0:
        return 1.0
    return min(1.0, sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(count + 1)))


def poisson_interval(count: int) -> tuple[float, float]:
    """Exact (Garwood) interval of the expected number when `count` events were seen."""
    tail = (1 - LEVEL) / 2
    top = 10.0 + 2.0 * count + 10.0 * sqrt(count)
    low = _root(lambda mean: 1 - poisson_cdf(count - 1, mean) - tail, top) if count else 0.0
    return low, _root(lambda mean: tail - poisson_cdf(count, mean), top)


def rate(count: int, exposure: float) -> Interval:
    """Events per unit of exposure, with its exact Poisson interval."""
    if exposure <= 0:
        return Interval(nan)
    low, high = poisson_interval(count)
    return Interval(count / exposure, low / exposure, high / exposure)


def proportion(count: int, total: int) -> Interval:
    """Share of a total, with its exact (Clopper-Pearson) interval."""
    if not total:
        return Interval(nan)
    tail = (1 - LEVEL) / 2
    low = _root(lambda p: 1 - _binomial_cdf(count - 1, total, p) - tail, 1.0) if count else 0.0
    high = _root(lambda p: tail - _binomial_cdf(count, total, p), 1.0) if count < total else 1.0
    return Interval(count / total, low, high)


def _binomial_cdf(count: int, total: int, share: float) -> float:
    if not 0 < share < 1:
        return 1.0 if share <= 0 else float(count >= total)
    terms = (
        lgamma(total + 1)
        - lgamma(k + 1)
        - lgamma(total - k + 1)
        + k * log(share)
        + (total - k) * log(1 - share)
        for k in range(count + 1)
    )
    return min(1.0, sum(map(exp, terms)))


def _root(growing: Callable[[float], float], top: float) -> float:
    """Where a growing function passes zero between 0 and `top`, by halving."""
    low, high = 0.0, top
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if growing(middle) < 0 else (low, middle)
    return (low + high) / 2


def within(standardised: Floats, level: float) -> NDArray[np.bool_]:
    """(n,) whether each standardised error lies in the normal law's central interval of a level."""
    limit = NormalDist().inv_cdf((1 + level) / 2)
    inside: NDArray[np.bool_] = np.abs(standardised) <= limit
    return inside


def coverage_curve(standardised: Floats, levels: Iterable[float]) -> Floats:
    """(k,) share of (n,) standardised errors inside the central interval of each of k levels."""
    return np.array([float(within(standardised, level).mean()) for level in levels])
