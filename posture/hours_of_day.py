"""How a posture changes with the hour of the day, and of which weekday."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import QUANTILES
from posture.totals import DAY_S, sums_at

if TYPE_CHECKING:
    from posture.history.rows import Stretches
    from posture.records import FloatArray

HOURS, WEEKDAYS = 24, 7
LEAST_CELL_S = 600.0
"""Watched for less, an hour of the day, or of a weekday, says nothing."""
LEAST_NAMED_S = 1800.0
"""Watched for less, an hour of the day is not named as the one with the most or least slouching."""

_EPOCH_WEEKDAY = 3
"""1970 began on a Thursday."""
_WEIGHTS = np.array([0.3, 0.4, 0.3])
"""What share of a stretch its 10, 50 and 90 % quantile stand for: up to halfway to the next."""


@dataclass(frozen=True, slots=True, eq=False)
class HoursOfDay:
    """By the hour on the user's clock; NaN where watched for less than `LEAST_CELL_S`.

    Attributes:
        watched_s, slouched_share: (24,), the share of the watched time.
        week_watched_s, week_slouched_share: (7, 24), the same by weekday, Monday first.
        change_deg: (24, 2, 3), neck and upper back by `QUANTILES`: of all stretches of the hour,
            each of them standing for its watched time.
        least, most: Hours with the smallest and the largest share; None without two that differ.
    """

    watched_s: FloatArray
    slouched_share: FloatArray
    week_watched_s: FloatArray
    week_slouched_share: FloatArray
    change_deg: FloatArray
    least: int | None
    most: int | None


def hours_of_day(stretches: Stretches) -> HoursOfDay:
    """Sum up minutes or hours by the hour in which each begins."""
    hour = stretches.local_s % DAY_S // 3600
    weekday = (stretches.local_s // DAY_S + _EPOCH_WEEKDAY) % WEEKDAYS
    amounts = np.stack([stretches.watched_s, stretches.seconds[:, 1]], axis=1)
    sums = sums_at(weekday * HOURS + hour, amounts, WEEKDAYS * HOURS)
    week = sums.reshape(WEEKDAYS, HOURS, 2)
    day = week.sum(axis=0)
    share = _share(day)
    named = np.flatnonzero(day[:, 0] >= LEAST_NAMED_S)
    least, most = (
        (int(named[np.argmin(share[named])]), int(named[np.argmax(share[named])]))
        if len(named) > 1 and np.ptp(share[named]) > 0
        else (None, None)
    )
    changes = [_quantiles(stretches[hour == of]) for of in range(HOURS)]
    return HoursOfDay(day[:, 0], share, week[..., 0], _share(week), np.stack(changes), least, most)


def _share(amounts: FloatArray) -> FloatArray:
    """(..., 2) watched and slouched seconds to the share, NaN where watched for too little."""
    watched_s = amounts[..., 0]
    known = watched_s >= LEAST_CELL_S
    return np.where(known, amounts[..., 1] / np.where(known, watched_s, 1.0), np.nan)


def _quantiles(stretches: Stretches) -> FloatArray:
    """(2, 3) neck and upper back by `QUANTILES`."""
    found = np.full((2, len(QUANTILES)), np.nan)
    for part in range(2):
        values = stretches.change_deg[:, part]
        weights = stretches.watched_s[:, np.newaxis] * _WEIGHTS * np.isfinite(values)
        if weights.sum() >= LEAST_CELL_S:
            found[part] = weighted_quantiles(values[weights > 0], weights[weights > 0])
    return found


def weighted_quantiles(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Quantiles by `QUANTILES` of (n,) finite values, each standing for its weight above 0."""
    order = np.argsort(values)
    weights = weights[order]
    middle = (np.cumsum(weights) - weights / 2) / weights.sum()
    return np.interp(QUANTILES, middle, values[order])
