"""What some days looked like: pure, from the rows of the history, and what every report shows.

Shares and rates are of the watched time, in which the posture was known: who is away sits neither
well nor badly. Where there is too little to say something the answer is NaN or None, never a guess.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from math import hypot, nan
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import STATES, Answer, Span
from posture.hours_of_day import HoursOfDay, hours_of_day
from posture.intervals import UNKNOWN, Interval, over_days, wilson
from posture.noted import Noted
from posture.totals import DAY_S, Totals, added, by_day, days_since_epoch, sums_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.helped import Helped
    from posture.history.rows import Episode, KeptAlert, Stretches
    from posture.records import FloatArray

BEFORE_DAYS = 28
"""What a span is compared with: so many days before it, weekends and all."""
LEAST_DAY_S = 1800.0
"""Watched for less, a day does not count in a comparison."""
LEAST_DAYS = 3
"""With fewer days on either side nothing is compared."""
CELL_S = 600
"""Resolution of the timeline."""
MOST_TIMELINE_DAYS = 31
"""Of a longer span there is no timeline: nobody could read it."""
UPRIGHT_MINUTE_S = 30.0
"""A minute belongs to an upright stretch when upright so long in it, and never slouched."""
FOLLOWED_MIN = (1, 2, 5)
"""How soon after an alert."""

_CELLS = DAY_S // CELL_S


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure of the span and of the days before it, each with its 95 % interval.

    Attributes:
        change: The figure now less that before; not known with fewer than `LEAST_DAYS`.
        days, days_before: With enough watched time to count.
    """

    now: Interval
    before: Interval
    change: Interval
    days: int
    days_before: int


@dataclass(frozen=True, slots=True)
class UprightStretch:
    """The longest time without a slouched second or a gap; `local_s` is its beginning."""

    local_s: int
    length_s: float


@dataclass(frozen=True, slots=True)
class Followed:
    """After how many shown alerts the user sat upright again within some minutes.

    Attributes:
        known: Alerts after which it is known, because the slouch was seen to end or to last.
    """

    minutes: int
    upright: int
    known: int

    @property
    def share(self) -> Interval:
        """With Wilson's interval."""
        return wilson(self.upright, self.known)


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """All that a report shows.

    Attributes:
        days: Every day with anything in it.
        timeline: (days of the span, cells of `CELL_S`, states) seconds; None of a long span.
        longest_upright: None where there is none, or where there are no minutes to look at.
        median_episode_s: NaN without episodes.
        slouched, exposure: Share, and degree-minutes per watched hour, against the days before.
        answers: To the alerts that were shown.
        helped: What followed the alerts of the last weeks; None where nobody looked.
        noted: What was noted of care.
    """

    total: Totals
    days: tuple[Totals, ...]
    hours: HoursOfDay
    timeline: FloatArray | None
    longest_upright: UprightStretch | None
    median_episode_s: float
    slouched: Trend
    exposure: Trend
    answers: dict[Answer, int]
    followed: tuple[Followed, ...]
    episodes: tuple[Episode, ...]
    alerts: tuple[KeptAlert, ...]
    helped: Helped | None = None
    noted: Noted = field(default_factory=Noted)

    @property
    def span(self) -> Span:
        """Which days."""
        return self.total.span

    @property
    def empty(self) -> bool:
        """Whether nothing was kept of these days."""
        return not self.days and not self.noted.days

    @property
    def episodes_per_hour(self) -> float:
        """Per watched hour; NaN of none."""
        watched_s = self.total.watched_s
        return 3600 * self.total.episodes / watched_s if watched_s else nan

    @property
    def quiet(self) -> int:
        """Alerts that were due and not shown."""
        return len(self.alerts) - self.total.alerts


def with_before(span: Span) -> Span:
    """The span and the days that it is compared with: what `summarise` wants the stretches of."""
    return Span(span.begin - timedelta(days=BEFORE_DAYS), span.end)


def summarise(
    span: Span, stretches: Stretches, episodes: Sequence[Episode], alerts: Sequence[KeptAlert]
) -> Summary:
    """Sum up a span.

    Args:
        span: Local days.
        stretches: Minutes, or of a long span hours, of `with_before(span)`.
        episodes: Those of the span, in order of time.
        alerts: Those of the span, in order of time.
    """
    days = by_day(span, stretches, episodes, alerts)
    before = by_day(Span(span.begin - timedelta(days=BEFORE_DAYS), span.begin), stretches, (), ())
    day = stretches.local_s // DAY_S - days_since_epoch(span.begin)
    within = stretches[(day >= 0) & (day < span.days)]
    shown = [alert for alert in alerts if not alert.quiet]
    lengths_s = [episode.end_utc_s - episode.utc_s for episode in episodes]
    return Summary(
        total=added(span, days),
        days=days,
        hours=hours_of_day(within),
        timeline=timeline(span, within),
        longest_upright=longest_upright(within),
        median_episode_s=float(np.median(lengths_s)) if lengths_s else nan,
        slouched=_trend(days, before, "slouched"),
        exposure=_trend(days, before, "exposure"),
        answers=dict(Counter(alert.answer for alert in shown if alert.answer)),
        followed=followed(shown, episodes),
        episodes=tuple(episodes),
        alerts=tuple(alerts),
    )


def _trend(days: Sequence[Totals], before: Sequence[Totals], figure: str) -> Trend:
    now, then = _over(days, figure), _over(before, figure)
    return Trend(now[0], then[0], less(now[0], then[0]), now[1], then[1])


def _over(days: Sequence[Totals], figure: str) -> tuple[Interval, int]:
    """A figure over days, and how many of them count; exposure is per hour, slouching a share."""
    enough = [day for day in days if day.watched_s >= LEAST_DAY_S]
    sums = np.array(
        [
            [
                day.seconds[1] if figure == "slouched" else 3600 * day.exposure_deg_min,
                day.watched_s,
            ]
            for day in enough
        ]
    )
    ratio = over_days(sums, lambda of: of[..., 0] / of[..., 1], least_days=LEAST_DAYS)
    return ratio, len(enough)


def less(one: Interval, other: Interval) -> Interval:
    """A difference of independent figures: the half widths add up as the sides of a right angle.

    Newcombe's way (1998): each end comes from the ends that it depends on. Not known where one of
    the two is not.
    """
    if not (one.known and other.known):
        return UNKNOWN
    change = one.estimate - other.estimate
    return Interval(
        change,
        change - hypot(one.estimate - one.low, other.high - other.estimate),
        change + hypot(one.high - one.estimate, other.estimate - other.low),
    )


def timeline(span: Span, stretches: Stretches) -> FloatArray | None:
    """Seconds of each state in each `CELL_S` of each day, or None where it would be too long."""
    if span.days > MOST_TIMELINE_DAYS or stretches.length_s > CELL_S:
        return None
    cell = stretches.local_s // CELL_S - days_since_epoch(span.begin) * _CELLS
    sums = sums_at(cell, stretches.seconds, span.days * _CELLS)
    return sums.reshape(span.days, _CELLS, len(STATES))


def longest_upright(stretches: Stretches) -> UprightStretch | None:
    """The longest run of neighbouring minutes in which the user was upright and never slouched."""
    upright = (stretches.seconds[:, 0] >= UPRIGHT_MINUTE_S) & (stretches.seconds[:, 1] == 0)
    minutes = stretches[upright]
    if stretches.length_s != 60 or len(minutes) == 0:
        return None
    starts = np.flatnonzero(np.diff(minutes.utc_s, prepend=minutes.utc_s[0]) != 60)
    lengths_s = np.add.reduceat(minutes.seconds[:, 0], starts)
    best = int(np.argmax(lengths_s))
    return UprightStretch(int(minutes.local_s[starts[best]]), float(lengths_s[best]))


def followed(shown: Sequence[KeptAlert], episodes: Sequence[Episode]) -> tuple[Followed, ...]:
    """What followed alerts, by the episode in which each was shown.

    Where the camera was closed before a slouch ended, and too early to say that it lasted, nobody
    knows, and the alert counts on neither side.
    """
    begins_s = np.array([episode.utc_s for episode in episodes])
    waits: list[tuple[float, bool]] = []
    for alert in shown:
        place = int(np.searchsorted(begins_s, alert.utc_s, side="right")) - 1
        if place >= 0 and episodes[place].end_utc_s >= alert.utc_s:
            waits.append((episodes[place].end_utc_s - alert.utc_s, episodes[place].over))
    return tuple(
        Followed(
            minutes,
            upright=sum(over and wait_s <= 60 * minutes for wait_s, over in waits),
            known=sum(over or wait_s > 60 * minutes for wait_s, over in waits),
        )
        for minutes in FOLLOWED_MIN
    )
