"""Notes added up by day, and beside the rest by day, week or month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.entries import BreakEnd, Notes
from posture.history.rows import Span
from posture.noted import (
    MOST_DAY_COLUMNS,
    MOST_WEEK_COLUMNS,
    Noted,
    NotedDay,
    beside,
    noted,
)
from posture.totals import Totals
from tests.history.notes import BREAK, EXERCISE, HINT, PACK, PAIN, pain

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def watched(of: date, hours: float, deg_min: float) -> Totals:
    span = Span(of, of + timedelta(days=1))
    return Totals(span, (hours * 3600, 0.0, 0.0, 0.0, 0.0), deg_min, 0, 0)


def test_each_kind_is_counted_on_its_day() -> None:
    ends = [replace(BREAK, utc_s=BREAK.utc_s + 60 * n, end=end) for n, end in enumerate(BreakEnd)]
    other = replace(PAIN, utc_s=PAIN.utc_s + 3600, level=6)
    late = pain(day(1), 2)
    notes = Notes((*ends, BREAK), (EXERCISE,), (PACK, PACK), (PAIN, other, late), (HINT,))
    found = noted(notes)
    assert found.days == (
        NotedDay(MONDAY, pain=6, entries=2, taken=2, skipped=1, exercises=1, packs=2),
        NotedDay(day(1), pain=2, entries=1),
    )
    assert [entry.highest for entry in found.diary] == [6, 2]
    assert noted(Notes()) == Noted()


def test_no_entry_is_not_no_pain() -> None:
    (first, second) = noted(Notes((BREAK,), pains=(pain(day(1), 0),))).days
    assert (first.pain, second.pain) == (None, 0)


class TestBeside:
    def test_every_day_is_there(self) -> None:
        span = Span(MONDAY, day(3))
        rows = beside(
            span,
            [watched(MONDAY, 2, 300), watched(day(2), 0, 0)],
            [NotedDay(day(1), pain=3, entries=1, taken=2, exercises=1, packs=1)],
        )
        assert [row.span.begin for row in rows] == [MONDAY, day(1), day(2)]
        assert rows[0].exposure_per_hour == pytest.approx(150)
        assert isnan(rows[2].exposure_per_hour)
        assert (rows[1].lowest, rows[1].pain, rows[1].highest) == (3, 3, 3)
        assert (rows[1].taken, rows[1].exercises, rows[1].packs) == (2, 1, 1)
        assert all(isnan(value) for value in (rows[0].lowest, rows[0].pain, rows[0].highest))

    def test_a_long_span_by_week(self) -> None:
        span = Span(day(3), day(3 + MOST_DAY_COLUMNS + 1))
        levels = [(3, 1), (5, 4), (6, 9), (7, 2)]
        rows = beside(
            span,
            [watched(day(3), 1, 60), watched(day(4), 3, 0)],
            [NotedDay(day(number), pain=level, taken=1) for number, level in levels],
        )
        assert rows[0].span == Span(MONDAY, day(7))
        assert (rows[0].lowest, rows[0].pain, rows[0].highest) == (1, 4, 9)
        assert rows[0].taken == 3
        assert rows[0].exposure_per_hour == pytest.approx(15)
        assert rows[1].pain == 2
        assert rows[-1].span.end >= span.end

    def test_years_by_month(self) -> None:
        rows = beside(Span(MONDAY, day(7 * MOST_WEEK_COLUMNS + 1)), [], [])
        assert [f"{row.span.begin}" for row in rows[:2]] == ["2026-03-01", "2026-04-01"]
        assert len(rows) == 30

    @given(
        st.integers(1, 3000),
        st.dictionaries(st.integers(0, 2999), st.none() | st.integers(0, 10), max_size=40),
    )
    def test_nothing_is_lost_or_there_twice(self, days: int, levels: dict[int, int | None]) -> None:
        span = Span(MONDAY, day(days))
        noted_days = [
            NotedDay(day(number), pain=level, taken=1, exercises=2)
            for number, level in sorted(levels.items())
            if number < days
        ]
        rows = beside(span, [], noted_days)
        assert len(rows) <= MOST_WEEK_COLUMNS + 1
        assert all(a.span.end == b.span.begin for a, b in pairwise(rows))
        assert rows[0].span.begin <= span.begin < rows[0].span.end
        assert rows[-1].span.begin < span.end <= rows[-1].span.end
        assert sum(row.taken for row in rows) == len(noted_days)
        assert sum(row.exercises for row in rows) == 2 * len(noted_days)
        known = [entry.pain for entry in noted_days if entry.pain is not None]
        highest = [row.highest for row in rows if not isnan(row.highest)]
        assert max(highest, default=nan) == pytest.approx(max(known, default=nan), nan_ok=True)
        assert all(row.lowest <= row.pain <= row.highest or isnan(row.pain) for row in rows)
