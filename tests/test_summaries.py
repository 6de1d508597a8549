from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.history.rows import Answer, Episode, KeptAlert, Span, Stretches, no_stretches
from posture.intervals import UNKNOWN, Interval
from posture.records import AlertLevel, Part
from posture.summaries import (
    Summary,
    followed,
    less,
    longest_upright,
    summarise,
    timeline,
    with_before,
)
from tests.test_hours_of_day import minutes_at, together
from tests.years import years

SOME = years(date(2026, 1, 1), 90)
WEEK = Span(date(2026, 3, 2), date(2026, 3, 9))


def of(span: Span, stretches: Stretches | None = None) -> Summary:
    """The summary of some of the made up days."""
    found = SOME.minutes(with_before(span)) if stretches is None else stretches
    return summarise(span, found, SOME.episodes(span), SOME.alerts(span))


def slouch(utc_s: float, length_s: float, *, over: bool = True) -> Episode:
    return Episode(utc_s, utc_s + length_s, 0, Part.NECK, 15.0, 12.0, over)


def alert(utc_s: float, quiet: str = "") -> KeptAlert:
    return KeptAlert(1, utc_s, 0, AlertLevel.CUE, Part.NECK, 12.0, 30.0, quiet, "message")


class TestSummary:
    def test_a_week(self) -> None:
        week = of(WEEK)
        minutes = SOME.minutes(WEEK)
        assert week.total.seconds == pytest.approx(tuple(minutes.seconds.sum(axis=0)))
        assert week.total.episodes == len(week.episodes) > 0
        assert week.quiet == sum(bool(row.quiet) for row in SOME.alerts(WEEK))
        assert week.total.alerts + week.quiet == len(week.alerts)
        assert [day.span.begin.weekday() for day in week.days] == [0, 1, 2, 3, 4]
        assert week.episodes_per_hour == pytest.approx(
            3600 * len(week.episodes) / minutes.watched_s.sum()
        )

    def test_of_nothing(self) -> None:
        nothing = summarise(WEEK, no_stretches(), (), ())
        assert nothing.empty
        assert set(nothing.total.seconds) == {0}
        assert isnan(nothing.median_episode_s)
        assert isnan(nothing.episodes_per_hour)
        assert nothing.longest_upright is None
        assert nothing.slouched.change == UNKNOWN
        assert [entry.known for entry in nothing.followed] == [0, 0, 0]

    def test_absence_never_counts_as_good(self) -> None:
        stretches = SOME.minutes(with_before(WEEK))
        more = Stretches(
            stretches.utc_s,
            stretches.offset_s,
            stretches.seconds + (stretches.seconds[:, 3:4] > 0) * [0.0, 0, 0, 900, 900],
            stretches.change_deg,
            stretches.exposure_deg_min,
        )
        before, after = of(WEEK), of(WEEK, more)
        assert after.total.seconds[3] > before.total.seconds[3]
        assert after.total.slouched_share == before.total.slouched_share
        assert after.total.exposure_per_hour == before.total.exposure_per_hour
        assert (after.slouched, after.exposure) == (before.slouched, before.exposure)
        assert after.longest_upright == before.longest_upright
        assert np.array_equal(
            after.hours.week_slouched_share, before.hours.week_slouched_share, equal_nan=True
        )

    def test_answers_are_those_to_shown_alerts(self) -> None:
        rows = [
            replace(alert(0.0), answer=Answer.HELPED),
            replace(alert(60.0), answer=Answer.HELPED),
            replace(alert(120.0, quiet="in_call"), answer=Answer.WRONG),
            alert(180.0),
        ]
        found = summarise(Span(date(1970, 1, 1), date(1970, 1, 2)), no_stretches(), (), rows)
        assert found.answers == {Answer.HELPED: 2}
        assert (found.total.alerts, found.quiet) == (3, 1)


class TestTrend:
    def test_a_clear_change_is_told(self) -> None:
        stretches = SOME.minutes(with_before(WEEK))
        now = stretches.local_s >= SOME.minutes(WEEK).local_s[0]
        moved = np.where(now, 0.5 * stretches.seconds[:, 0], 0.0)
        worse = stretches.seconds.copy()
        worse[:, 0] -= moved
        worse[:, 1] += moved
        trend = of(
            WEEK,
            Stretches(
                stretches.utc_s,
                stretches.offset_s,
                worse,
                stretches.change_deg,
                stretches.exposure_deg_min,
            ),
        ).slouched
        assert trend.change.sign == 1
        assert trend.change.estimate == pytest.approx(trend.now.estimate - trend.before.estimate)
        assert (trend.days, trend.days_before) == (5, 20)

    def test_days_drawn_alike_seldom_show_a_change(self) -> None:
        begins = [WEEK.begin + timedelta(days=7 * week) for week in range(-4, 4)]
        changes = [of(Span(day, day + timedelta(days=7))).slouched.change for day in begins]
        assert sum(change.sign != 0 for change in changes) <= 1

    @pytest.mark.parametrize(
        "span",
        [
            pytest.param(Span(date(2026, 3, 3), date(2026, 3, 4)), id="a day"),
            pytest.param(Span(date(2026, 1, 1), date(2026, 1, 12)), id="nothing before"),
        ],
    )
    def test_too_few_days_say_nothing(self, span: Span) -> None:
        assert of(span).slouched.change == UNKNOWN
        assert of(span).exposure.change == UNKNOWN

    @given(st.floats(-5, 5), st.floats(0, 3), st.floats(-5, 5), st.floats(0, 3))
    def test_a_difference_is_as_unsure_as_both(
        self, one: float, half: float, other: float, other_half: float
    ) -> None:
        change = less(
            Interval(one, one - half, one + half),
            Interval(other, other - other_half, other + other_half),
        )
        assert change.high - change.low >= 2 * max(half, other_half) - 1e-9
        assert change.high - change.low <= 2 * (half + other_half) + 1e-9

    def test_of_the_unknown_nothing_is_known(self) -> None:
        assert less(UNKNOWN, Interval(1, 0, 2)) == UNKNOWN


class TestTimeline:
    def test_it_holds_every_second(self) -> None:
        cells = of(WEEK).timeline
        assert cells is not None
        assert cells.shape == (7, 144, 5)
        assert cells.sum(axis=(0, 1)) == pytest.approx(SOME.minutes(WEEK).seconds.sum(axis=0))
        assert cells.sum(axis=2).max() <= 600.001

    def test_a_minute_is_in_its_cell(self) -> None:
        cells = timeline(WEEK, minutes_at(_monday(9, 10), 1, 0.0))
        assert cells is not None
        assert np.argwhere(cells).tolist() == [[0, 55, 0]]

    def test_a_long_span_and_hours_have_none(self) -> None:
        assert timeline(SOME.span, SOME.all_minutes) is None
        assert timeline(WEEK, SOME.hours(WEEK)) is None


def _monday(hour: int, minute: int = 0) -> int:
    return int(SOME.minutes(WEEK).local_s[0]) // 86_400 * 86_400 + hour * 3600 + minute * 60


class TestLongestUpright:
    def test_a_run_of_minutes(self) -> None:
        rows = together(minutes_at(_monday(9), 20, 0.0), minutes_at(_monday(11), 30, 0.0))
        found = longest_upright(rows)
        assert found is not None
        assert (found.local_s, found.length_s) == (_monday(11), 1800)

    @pytest.mark.parametrize(
        "seconds",
        [
            pytest.param((50, 10, 0, 0, 0), id="slouched a little"),
            pytest.param((0, 0, 0, 60, 0), id="away"),
            pytest.param((10, 0, 50, 0, 0), id="hardly measured"),
            pytest.param((0, 0, 0, 0, 60), id="paused"),
        ],
    )
    def test_it_is_interrupted(self, seconds: tuple[float, ...]) -> None:
        rows = minutes_at(_monday(9), 30, 0.0)
        rows.seconds[10] = seconds
        found = longest_upright(rows)
        assert found is not None
        assert (found.local_s, found.length_s) == (_monday(9, 11), 19 * 60)

    def test_a_single_minute_at_the_beginning_of_time(self) -> None:
        found = longest_upright(minutes_at(3600, 1, 0.0))
        assert found is not None
        assert found.length_s == 60

    def test_hours_cannot_say(self) -> None:
        assert longest_upright(SOME.all_hours) is None


class TestFollowed:
    @pytest.mark.parametrize(
        ("episode", "upright", "known"),
        [
            pytest.param(slouch(0, 70), [1, 1, 1], [1, 1, 1], id="after 30 s"),
            pytest.param(slouch(0, 130), [0, 1, 1], [1, 1, 1], id="after a minute and a half"),
            pytest.param(slouch(0, 999), [0, 0, 0], [1, 1, 1], id="late"),
            pytest.param(slouch(0, 70, over=False), [0, 0, 0], [0, 0, 0], id="nobody knows"),
            pytest.param(
                slouch(0, 200, over=False), [0, 0, 0], [1, 1, 0], id="known for two minutes"
            ),
            pytest.param(slouch(500, 70), [0, 0, 0], [0, 0, 0], id="another slouch"),
        ],
    )
    def test_one_alert(self, episode: Episode, upright: list[int], known: list[int]) -> None:
        found = followed([alert(40.0)], [episode])
        assert [entry.upright for entry in found] == upright
        assert [entry.known for entry in found] == known

    def test_the_interval_holds_the_share(self) -> None:
        for entry in of(SOME.span, SOME.all_minutes).followed:
            assert entry.share.low < entry.upright / entry.known < entry.share.high
