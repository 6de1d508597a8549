"""How sure a figure is that was added up over days.

Minutes of one day are alike, so that days, not minutes, are what is drawn anew: the jackknife
leaves out one day at a time (B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans,
1982), and Student's t makes the interval wide where there are few.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, nan, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.records import FloatArray

LEAST_DAYS = 5
"""Fewer days than this, and nothing is said: t at 3 degrees of freedom is above 3."""

_Z = NormalDist().inv_cdf(0.975)
_T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
"""Two-sided 95 % quantiles of Student's t, by degrees of freedom from 1 on."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and its 95 % interval; all NaN where there is too little to say."""

    estimate: float = nan
    low: float = nan
    high: float = nan

    @property
    def known(self) -> bool:
        """Whether there is anything to say."""
        return isfinite(self.low) and isfinite(self.high)

    @property
    def sign(self) -> int:
        """1 or -1 where the whole interval lies above or below 0, else 0."""
        return (self.low > 0) - (self.high < 0)


UNKNOWN = Interval()


def t_quantile(freedom: int) -> float:
    """Two-sided 95 % quantile of Student's t, right to 0.02.

    Args:
        freedom: Degrees of freedom, at least 1.
    """
    return _T[freedom - 1] if freedom <= len(_T) else _Z + 2.5 / freedom


def over_days(
    sums: FloatArray,
    statistic: Callable[[FloatArray], FloatArray],
    *,
    least_days: int = LEAST_DAYS,
) -> Interval:
    """A statistic of what was added up by day.

    Args:
        sums: (days, k); days without anything belong left out.
        statistic: From (..., k) sums over days to (...) values, such as a ratio of two of them.
        least_days: With fewer the answer is not known.

    Returns:
        Estimate and interval; not known where leaving out some day leaves nothing.
    """
    days = len(sums)
    if days < max(least_days, 2):
        return UNKNOWN
    total = sums.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = float(statistic(total))
        without = statistic(total - sums)
    if not (isfinite(estimate) and np.isfinite(without).all()):
        return UNKNOWN
    variance = (days - 1) / days * float(((without - without.mean()) ** 2).sum())
    half = t_quantile(days - 1) * sqrt(variance)
    return Interval(estimate, estimate - half, estimate + half)


def wilson(hits: int, of: int) -> Interval:
    """A share and its interval (E. B. Wilson, 1927); not known of nothing.

    Args:
        hits: From 0 to `of`.
        of: How many there were.
    """
    if of == 0:
        return UNKNOWN
    share, square = hits / of, _Z * _Z
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half))
