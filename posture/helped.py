"""Did it help? What the exposure was before and after the alerts, and how sure that is.

An alert comes when the exposure is high, and what is high falls by itself: the fall after an alert
says nothing alone. What says something is the fall after alerts that were shown beside the fall
after those that were due at the same moment and kept quiet, in a call or while snoozed. Even that
is no experiment: in a call one sits differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import EXPOSURES
from posture.intervals import UNKNOWN, Interval, over_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from posture.history.rows import KeptAlert, Moments, Stretches
    from posture.records import FloatArray

    Which = NDArray[np.bool_]

WINDOW_S = 600
"""Before and after: an alert every ten minutes at most, so that windows hardly overlap."""
LEAST_WATCHED = 0.5
"""Share of each window in which the posture must be known."""
LEAST_ALERTS = 20
"""With fewer alerts of a kind nothing is said of it."""
DAY_S = 86_400
WEEK_S = 7 * DAY_S
_MONDAY_S = 4 * DAY_S
"""1970 began on a Thursday; its first Monday was the fifth of January."""

_WORST = EXPOSURES.index("worst")


@dataclass(frozen=True, slots=True)
class Around:
    """Exposure around the alerts of one kind, degree-minutes per watched hour.

    Attributes:
        alerts, days: With enough watched time before and after, and on how many days.
        before, after, change: Rates, and the rate after less that before.
    """

    alerts: int
    days: int
    before: Interval = UNKNOWN
    after: Interval = UNKNOWN
    change: Interval = UNKNOWN


@dataclass(frozen=True, slots=True)
class Week:
    """One week: the first second of its Monday on the user's clock, and its exposure."""

    local_s: int
    days: int
    watched_s: float
    exposure: Interval


@dataclass(frozen=True, slots=True)
class Helped:
    """The answer, as far as there is one.

    Attributes:
        shown, quiet: Alerts that were shown, and those that were due but kept quiet.
        by_means: The shown ones by how they were shown.
        effect: The change after shown ones less that after quiet ones; below 0 where showing
            them went with less exposure.
        weeks: In order of time; weeks in which nothing was watched are left out.
    """

    shown: Around
    quiet: Around
    by_means: dict[str, Around]
    effect: Interval
    weeks: tuple[Week, ...]


def helped(minutes: Stretches, alerts: Sequence[KeptAlert]) -> Helped:
    """Compare the exposure before and after alerts.

    Args:
        minutes: In order of time.
        alerts: Any.
    """
    windows = _Windows(minutes, alerts)
    quiet = np.array([bool(alert.quiet) for alert in alerts], dtype=bool)
    means = np.array([alert.means for alert in alerts], dtype=object)
    names = sorted({alert.means for alert in alerts if not alert.quiet})
    return Helped(
        shown=windows.around(~quiet),
        quiet=windows.around(quiet),
        by_means={name: windows.around(~quiet & (means == name)) for name in names},
        effect=windows.effect(quiet),
        weeks=weekly(minutes),
    )


class _Windows:
    """Exposure and watched hours before and after each alert."""

    def __init__(self, minutes: Stretches, alerts: Sequence[KeptAlert]) -> None:
        utc_s = np.array([alert.utc_s for alert in alerts], dtype=np.float64)
        local_s = utc_s + np.array([alert.offset_s for alert in alerts], dtype=np.float64)
        self._day = (local_s // DAY_S).astype(np.int64)
        begin_s = utc_s // minutes.length_s * minutes.length_s  # the alert's own minute is neither
        before = _between(minutes, begin_s - WINDOW_S, begin_s)
        after_s = begin_s + minutes.length_s
        after = _between(minutes, after_s, after_s + WINDOW_S)
        self._sums = np.concatenate([before, after], axis=1)
        least_h = LEAST_WATCHED * WINDOW_S / 3600
        self._enough = (before[:, 1] >= least_h) & (after[:, 1] >= least_h)

    def around(self, which: Which) -> Around:
        """Of some of the alerts."""
        which = which & self._enough
        _, sums = _by_day(self._day[which], self._sums[which])
        count = int(which.sum())
        if count < LEAST_ALERTS:
            return Around(count, len(sums))
        return Around(
            count,
            len(sums),
            before=over_days(sums, lambda of: of[..., 0] / of[..., 1]),
            after=over_days(sums, lambda of: of[..., 2] / of[..., 3]),
            change=over_days(sums, _change),
        )

    def effect(self, quiet: Which) -> Interval:
        """The change after shown ones less that after quiet ones, days together."""
        shown, quiet = ~quiet & self._enough, quiet & self._enough
        if min(shown.sum(), quiet.sum()) < LEAST_ALERTS:
            return UNKNOWN
        both = np.concatenate(
            [self._sums * shown[:, np.newaxis], self._sums * quiet[:, np.newaxis]], axis=1
        )
        _, sums = _by_day(self._day[self._enough], both[self._enough])
        return over_days(sums, lambda of: _change(of[..., :4]) - _change(of[..., 4:]))


def _change(of: FloatArray) -> FloatArray:
    rate: FloatArray = of[..., 2] / of[..., 3] - of[..., 0] / of[..., 1]
    return rate


def _amounts(stretches: Stretches) -> FloatArray:
    """Exposure and watched hours, (n, 2)."""
    exposure = stretches.exposure_deg_min[:, _WORST]
    return np.stack([exposure, stretches.watched_s / 3600], axis=1)


def _between(minutes: Stretches, begin_s: FloatArray, end_s: FloatArray) -> FloatArray:
    """Exposure and watched hours from each beginning to its end, (n, 2)."""
    running = np.concatenate([np.zeros((1, 2)), np.cumsum(_amounts(minutes), axis=0)])
    first, last = (np.searchsorted(minutes.utc_s, at_s) for at_s in (begin_s, end_s))
    between: FloatArray = running[last] - running[first]
    return between


def _by_day(day: Moments, amounts: FloatArray) -> tuple[Moments, FloatArray]:
    """The days, and what belongs to each added up, (days, k)."""
    days, place = np.unique(day, return_inverse=True)
    sums = np.zeros((len(days), amounts.shape[1]))
    np.add.at(sums, place, amounts)
    return days, sums


def weekly(stretches: Stretches) -> tuple[Week, ...]:
    """Exposure by week.

    Args:
        stretches: Minutes or hours.
    """
    days, sums = _by_day(stretches.local_s // DAY_S, _amounts(stretches))
    watched = sums[:, 1] > 0
    days, sums = days[watched], sums[watched]
    begins_s = (days * DAY_S - _MONDAY_S) // WEEK_S * WEEK_S + _MONDAY_S
    weeks = []
    for begin_s in np.unique(begins_s):
        within = sums[begins_s == begin_s]
        exposure = over_days(within, lambda of: of[..., 0] / of[..., 1], least_days=3)
        weeks.append(Week(int(begin_s), len(within), 3600 * float(within[:, 1].sum()), exposure))
    return tuple(weeks)
