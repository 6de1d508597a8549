"""What notes of care add up to, by day and beside the rest: pure, for reports.

What happens on the same days is shown together, and never said to be cause and effect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import nan
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from posture.care.diary import DiaryDay, days_of
from posture.care.entries import BreakEnd, Notes
from posture.history.rows import Span
from posture.totals import DAY_S, added, month_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from posture.care.entries import Note
    from posture.totals import Totals

Row = TypeVar("Row")
_EPOCH = date(1970, 1, 1)

MOST_DAY_COLUMNS = 62
"""A longer span is shown by week ..."""
MOST_WEEK_COLUMNS = 130
"""... and one of more weeks by month."""


@dataclass(frozen=True, slots=True)
class NotedDay:
    """What was noted of a local day.

    Attributes:
        pain: The highest level that was entered; None without an entry, which is not the same as 0.
        entries: Of the diary.
        taken, skipped: Breaks; those that were only put off are in neither.
        exercises, packs: How many.
    """

    day: date
    pain: int | None = None
    entries: int = 0
    taken: int = 0
    skipped: int = 0
    exercises: int = 0
    packs: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """All notes of a span, and every day with any."""

    notes: Notes = field(default_factory=Notes)
    days: tuple[NotedDay, ...] = ()

    @property
    def diary(self) -> tuple[DiaryDay, ...]:
        """The diary's days."""
        return days_of(self.notes.pains)


@dataclass(frozen=True, slots=True)
class Beside:
    """Some days, and what belongs to them.

    Attributes:
        span: A day, a week from Monday, or a month.
        lowest, pain, highest: Of the highest levels of the days with an entry, and their median;
            NaN without any.
        exposure_per_hour: Degree-minutes per watched hour; NaN of none.
        taken, exercises, packs: How many.
    """

    span: Span
    lowest: float
    pain: float
    highest: float
    exposure_per_hour: float
    taken: int
    exercises: int
    packs: int


def noted(notes: Notes) -> Noted:
    """Add up by day."""
    counts: defaultdict[date, Counter[str]] = defaultdict(Counter)
    kinds: tuple[tuple[str, Iterable[Note]], ...] = (
        ("taken", (note for note in notes.breaks if note.end is BreakEnd.TAKEN)),
        ("skipped", (note for note in notes.breaks if note.end is BreakEnd.SKIPPED)),
        ("exercises", notes.exercises),
        ("packs", notes.packs),
    )
    for name, some in kinds:
        numbers = Counter(int((note.utc_s + note.offset_s) // DAY_S) for note in some)
        for number, count in numbers.items():
            counts[_EPOCH + timedelta(days=number)][name] = count
    days = {day: NotedDay(day, **counted) for day, counted in counts.items()}
    for entry in days_of(notes.pains):
        day = days.get(entry.day, NotedDay(entry.day))
        days[entry.day] = replace(day, pain=entry.highest, entries=entry.entries)
    return Noted(notes, tuple(days[day] for day in sorted(days)))


def beside(span: Span, totals: Sequence[Totals], days: Sequence[NotedDay]) -> tuple[Beside, ...]:
    """Days of both kinds together, by day, week or month as the span is long, without gaps.

    Args:
        span: Local days.
        totals: Its days with anything watched, in order.
        days: Those with anything noted, in order.
    """
    of = _bucket(span)
    watched, noted_days = _by_bucket(totals, of, _begin), _by_bucket(days, of, lambda row: row.day)
    found, day = [], span.begin
    while day < span.end:
        bucket = of(day)
        found.append(_beside(bucket, watched.get(bucket, []), noted_days.get(bucket, [])))
        day = bucket.end
    return tuple(found)


def _beside(bucket: Span, totals: Sequence[Totals], days: Sequence[NotedDay]) -> Beside:
    levels = [day.pain for day in days if day.pain is not None]
    return Beside(
        bucket,
        min(levels, default=nan),
        median(levels) if levels else nan,
        max(levels, default=nan),
        added(bucket, totals).exposure_per_hour,
        sum(day.taken for day in days),
        sum(day.exercises for day in days),
        sum(day.packs for day in days),
    )


def _bucket(span: Span) -> Callable[[date], Span]:
    """From a day to the day, week or month that it is shown in."""
    if span.days <= MOST_DAY_COLUMNS:
        return lambda day: Span(day, day + timedelta(days=1))
    if span.days <= 7 * MOST_WEEK_COLUMNS:
        return _week_of
    return month_of


def _week_of(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=7))


def _begin(row: Totals) -> date:
    return row.span.begin


def _by_bucket(
    rows: Iterable[Row], of: Callable[[date], Span], day: Callable[[Row], date]
) -> dict[Span, list[Row]]:
    found: defaultdict[Span, list[Row]] = defaultdict(list)
    for row in rows:
        found[of(day(row))].append(row)
    return found
