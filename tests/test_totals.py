from __future__ import annotations

from datetime import date, timedelta
from math import isnan

import numpy as np
import pytest

from posture.history.rows import STATES, Span, Stretches
from posture.totals import DAY_S, Totals, added, by_day, by_month, days_since_epoch, month_of
from tests.years import years

MARCH = Span(date(2026, 3, 1), date(2026, 4, 1))
SOME = years(date(2026, 2, 1), 60)


def one_minute(local: int, offset_s: int, *seconds: float) -> Stretches:
    """A stretch with so many seconds of each state."""
    return Stretches(
        np.array([local - offset_s]),
        np.array([offset_s]),
        np.array([seconds]),
        np.full((1, 2, 3), 4.0),
        np.array([[1.0, 2.0, 3.0]]),
    )


class TestByDay:
    def test_it_adds_up_what_a_loop_adds_up(self) -> None:
        rows = by_day(MARCH, SOME.minutes(MARCH), SOME.episodes(MARCH), SOME.alerts(MARCH))
        assert len(rows) >= 15
        for row in rows:
            minutes = SOME.minutes(row.span)
            assert row.seconds == pytest.approx(tuple(minutes.seconds.sum(axis=0)))
            assert row.exposure_deg_min == pytest.approx(minutes.exposure_deg_min[:, 2].sum())
            assert row.episodes == len(SOME.episodes(row.span))
            assert row.alerts == sum(not alert.quiet for alert in SOME.alerts(row.span))

    def test_hours_add_up_to_the_same(self) -> None:
        from_minutes, from_hours = (
            by_day(MARCH, stretches, (), ())
            for stretches in (SOME.minutes(MARCH), SOME.hours(MARCH))
        )
        assert [row.span for row in from_minutes] == [row.span for row in from_hours]
        assert [row.seconds for row in from_minutes] == [
            pytest.approx(row.seconds) for row in from_hours
        ]

    def test_other_days_are_left_out(self) -> None:
        everything = by_day(MARCH, SOME.all_minutes, SOME.all_episodes, SOME.all_alerts)
        only = by_day(MARCH, SOME.minutes(MARCH), SOME.episodes(MARCH), SOME.alerts(MARCH))
        assert everything == only

    @pytest.mark.parametrize(
        ("local_time_s", "offset_s"),
        [
            pytest.param(30 * 60, 7200, id="half past midnight, still the day before in UTC"),
            pytest.param(23 * 3600, -5 * 3600, id="late in the evening, the next day in UTC"),
        ],
    )
    def test_a_minute_belongs_to_the_users_day(self, local_time_s: int, offset_s: int) -> None:
        day = date(2026, 3, 5)
        minute = one_minute(days_since_epoch(day) * DAY_S + local_time_s, offset_s, 60, 0, 0, 0, 0)
        (row,) = by_day(MARCH, minute, (), ())
        assert row.span.begin == day


class TestTotals:
    def test_nobody_there_is_no_share(self) -> None:
        row = Totals(MARCH, (0.0, 0.0, 5.0, 3600.0, 60.0), 0.0, 0, 0)
        assert row.watched_s == 0
        assert isnan(row.slouched_share)
        assert isnan(row.exposure_per_hour)

    def test_absence_changes_no_share(self) -> None:
        there = Totals(MARCH, (3000.0, 600.0, 0.0, 0.0, 0.0), 100.0, 0, 0)
        besides = Totals(MARCH, (3000.0, 600.0, 500.0, 9000.0, 700.0), 100.0, 0, 0)
        assert there.slouched_share == besides.slouched_share == pytest.approx(1 / 6)
        assert there.exposure_per_hour == besides.exposure_per_hour == 100

    def test_seconds_of_another_number_of_states_are_refused(self) -> None:
        with pytest.raises(ValueError, match=f"for {len(STATES)} states"):
            Totals(MARCH, (1.0,), 0.0, 0, 0)


def test_months_hold_all_days() -> None:
    span = Span(date(2026, 2, 1), date(2026, 4, 2))
    days = by_day(span, SOME.all_minutes, SOME.all_episodes, SOME.all_alerts)
    months = by_month(days)
    assert [month.span.begin.month for month in months] == [2, 3, 4]
    assert added(span, months).seconds == pytest.approx(added(span, days).seconds)
    assert sum(month.episodes for month in months) == sum(day.episodes for day in days)


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2024, 2, 29), date(2026, 1, 1)])
def test_a_month_holds_its_day_and_begins_with_the_first(day: date) -> None:
    month = month_of(day)
    assert month.begin <= day < month.end
    assert month.begin.day == month.end.day == 1
    assert (month.end - timedelta(days=1)).month == day.month
