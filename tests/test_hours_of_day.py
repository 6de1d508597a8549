from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.history.rows import Span, Stretches, no_stretches
from posture.hours_of_day import hours_of_day, weighted_quantiles
from posture.totals import DAY_S, days_since_epoch
from tests.years import years

MONDAY = days_since_epoch(date(2026, 3, 2)) * DAY_S
SPAN = Span(date(2026, 3, 1), date(2026, 3, 29))
SOME = years(SPAN.begin, SPAN.days)


def minutes_at(local_s: int, n: int, slouched_s: float, change_deg: float = 5.0) -> Stretches:
    """So many minutes from a moment on, an hour east of Greenwich."""
    seconds = np.zeros((n, 5))
    seconds[:, 0], seconds[:, 1] = 60 - slouched_s, slouched_s
    return Stretches(
        local_s - 3600 + 60 * np.arange(n),
        np.full(n, 3600),
        seconds,
        np.full((n, 2, 3), change_deg),
        np.zeros((n, 3)),
    )


def together(*some: Stretches) -> Stretches:
    """One after the other."""
    return Stretches(
        np.concatenate([part.utc_s for part in some]),
        np.concatenate([part.offset_s for part in some]),
        np.concatenate([part.seconds for part in some]),
        np.concatenate([part.change_deg for part in some]),
        np.concatenate([part.exposure_deg_min for part in some]),
    )


class TestShares:
    def test_the_hour_and_weekday_are_the_users(self) -> None:
        found = hours_of_day(minutes_at(MONDAY + 9 * 3600, 30, 15.0))
        assert np.flatnonzero(found.week_watched_s).tolist() == [9]
        assert found.week_slouched_share[0, 9] == found.slouched_share[9] == 0.25
        assert found.watched_s[9] == 1800

    @pytest.mark.parametrize(("minutes", "said"), [(9, False), (10, True)])
    def test_a_cell_of_under_ten_watched_minutes_says_nothing(
        self, minutes: int, said: bool
    ) -> None:
        found = hours_of_day(minutes_at(MONDAY, minutes, 30.0))
        assert np.isfinite(found.week_slouched_share[0, 0]) == said
        assert np.isfinite(found.change_deg[0]).all() == said
        assert found.week_watched_s[0, 0] == 60 * minutes

    def test_time_away_is_no_watched_time(self) -> None:
        away = minutes_at(MONDAY, 60, 0.0)
        away.seconds[:] = (0, 0, 0, 60, 0)
        assert np.isnan(hours_of_day(away).slouched_share).all()

    def test_all_weekdays_together_are_the_day(self) -> None:
        found = hours_of_day(SOME.all_minutes)
        assert found.week_watched_s.sum(axis=0) == pytest.approx(found.watched_s)
        assert found.watched_s.sum() == pytest.approx(SOME.all_minutes.watched_s.sum())

    def test_nothing_gives_nothing(self) -> None:
        found = hours_of_day(no_stretches())
        assert np.isnan(found.slouched_share).all()
        assert found.least is found.most is None


class TestNamedHours:
    def test_least_and_most(self) -> None:
        found = hours_of_day(
            together(
                minutes_at(MONDAY + 9 * 3600, 40, 5.0),
                minutes_at(MONDAY + 14 * 3600, 40, 30.0),
                minutes_at(MONDAY + 16 * 3600, 20, 60.0),
            )
        )
        assert (found.least, found.most) == (9, 14)

    def test_an_hour_alone_is_neither(self) -> None:
        found = hours_of_day(minutes_at(MONDAY, 40, 5.0))
        assert found.least is found.most is None

    def test_hours_that_are_alike_are_neither(self) -> None:
        found = hours_of_day(minutes_at(MONDAY, 100, 5.0))
        assert found.least is found.most is None


class TestQuantiles:
    def test_a_constant_change_is_itself(self) -> None:
        found = hours_of_day(minutes_at(MONDAY, 60, 0.0, change_deg=7.0))
        assert found.change_deg[0] == pytest.approx(np.full((2, 3), 7.0))

    def test_the_afternoon_is_further_forward(self) -> None:
        found = hours_of_day(SOME.all_minutes)
        assert found.change_deg[16, 0, 1] > found.change_deg[9, 0, 1] + 2

    def test_hours_say_nearly_the_same_as_minutes(self) -> None:
        fine, coarse = (hours_of_day(rows) for rows in (SOME.all_minutes, SOME.all_hours))
        difference = np.abs(fine.change_deg - coarse.change_deg)[..., 1]
        assert np.nanmax(difference[9:17]) < 1.5

    @given(st.lists(st.tuples(st.floats(-90, 90), st.floats(0.1, 60)), min_size=1, max_size=40))
    def test_they_are_ordered_and_within_the_values(self, rows: list[tuple[float, float]]) -> None:
        values, weights = np.array(rows).T
        low, middle, high = weighted_quantiles(values, weights)
        assert values.min() <= low <= middle <= high <= values.max()

    def test_twice_the_weight_is_twice_the_value(self) -> None:
        values = np.array([1.0, 5.0, 9.0, 2.0])
        twice = weighted_quantiles(np.append(values, 9.0), np.ones(5))
        heavy = weighted_quantiles(values, np.array([1.0, 1.0, 2.0, 1.0]))
        assert heavy[1] == pytest.approx(twice[1], abs=1.5)
