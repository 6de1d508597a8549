"""What days and months add up to: pure, from the rows of the history.

Shares and rates are of the watched time, in which the posture was known: who is away sits neither
well nor badly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import EXPOSURES, STATES, Episode, KeptAlert, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from posture.history.rows import Stretches
    from posture.records import FloatArray

DAY_S = 86_400
_EPOCH = date(1970, 1, 1)
_WORST = EXPOSURES.index("worst")


@dataclass(frozen=True, slots=True)
class Totals:
    """What some days add up to.

    Attributes:
        seconds: By `STATES`.
        exposure_deg_min: Degrees forward of the baseline times minutes, of the worst part.
        episodes, alerts: How many began, and how many were shown.
    """

    span: Span
    seconds: tuple[float, ...]
    exposure_deg_min: float
    episodes: int
    alerts: int

    def __post_init__(self) -> None:
        if len(self.seconds) != len(STATES):
            raise ValueError(f"{len(self.seconds)} seconds for {len(STATES)} states")

    @property
    def watched_s(self) -> float:
        """Seconds in which the posture was known."""
        return self.seconds[0] + self.seconds[1]

    @property
    def slouched_share(self) -> float:
        """Of the watched time; NaN of none."""
        return self.seconds[1] / self.watched_s if self.watched_s else nan

    @property
    def exposure_per_hour(self) -> float:
        """Degree-minutes per watched hour; NaN of none."""
        return 3600 * self.exposure_deg_min / self.watched_s if self.watched_s else nan


def days_since_epoch(day: date) -> int:
    """Days since 1970 began: what `local_s // DAY_S` of its moments is."""
    return (day - _EPOCH).days


def by_day(
    span: Span, stretches: Stretches, episodes: Sequence[Episode], alerts: Sequence[KeptAlert]
) -> tuple[Totals, ...]:
    """Every local day of the span with anything in it, in order; other rows are left out."""
    first, n = days_since_epoch(span.begin), span.days

    def counts(rows: Iterable[Episode | KeptAlert]) -> NDArray[np.intp]:
        places = np.array([row.utc_s + row.offset_s for row in rows]) // DAY_S - first
        inside = places[(places >= 0) & (places < n)].astype(np.intp)
        return np.bincount(inside, minlength=n)

    place = stretches.local_s // DAY_S - first
    inside = (place >= 0) & (place < n)
    amounts = np.column_stack([stretches.seconds, stretches.exposure_deg_min[:, _WORST]])
    sums = sums_at(place[inside], amounts[inside], n)
    began = counts(episodes)
    shown = counts(alert for alert in alerts if not alert.quiet)
    return tuple(
        Totals(
            _one_day(span.begin + timedelta(days=int(i))),
            tuple(sums[i, :-1].tolist()),
            float(sums[i, -1]),
            int(began[i]),
            int(shown[i]),
        )
        for i in np.flatnonzero(sums.any(axis=1) | (began > 0) | (shown > 0))
    )


def sums_at(place: NDArray[np.integer], amounts: FloatArray, n: int) -> FloatArray:
    """What belongs to each place added up: (n, k) from (rows,) places below n and (rows, k)."""
    columns = [np.bincount(place, weights=column, minlength=n) for column in amounts.T]
    return np.stack(columns, axis=1)


def added(span: Span, rows: Sequence[Totals]) -> Totals:
    """All of them together, for a span that holds them."""
    return Totals(
        span,
        tuple(sum(row.seconds[i] for row in rows) for i in range(len(STATES))),
        sum(row.exposure_deg_min for row in rows),
        sum(row.episodes for row in rows),
        sum(row.alerts for row in rows),
    )


def by_month(days: Sequence[Totals]) -> tuple[Totals, ...]:
    """Days in order of time, added up by calendar month."""
    months = groupby(days, lambda row: row.span.begin.replace(day=1))
    return tuple(added(month_of(begin), tuple(rows)) for begin, rows in months)


def month_of(day: date) -> Span:
    """The calendar month."""
    begin = day.replace(day=1)
    return Span(begin, (begin + timedelta(days=31)).replace(day=1))


def _one_day(day: date) -> Span:
    return Span(day, day + timedelta(days=1))
