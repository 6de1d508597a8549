from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from math import nan
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from posture.helped import Around, Helped
from posture.history.rows import Span
from posture.intervals import UNKNOWN, Interval
from posture.reports.gather import MOST_DAYS_OF_MINUTES, gather
from posture.reports.text import BAR, bar, show
from posture.reports.wording import (
    NOTICE,
    around,
    change,
    duration,
    facts,
    helping,
    percent,
    signed,
    title,
)
from tests.years import years

if TYPE_CHECKING:
    from posture.summaries import Summary

SOME = years(date(2026, 1, 1), 120)
SPANS = {
    "day": Span(date(2026, 3, 2), date(2026, 3, 3)),
    "week": Span(date(2026, 3, 2), date(2026, 3, 9)),
    "month": Span(date(2026, 3, 1), date(2026, 4, 1)),
    "long": Span(date(2026, 1, 1), date(2026, 5, 1)),
    "nothing": Span(date(2020, 1, 1), date(2020, 1, 2)),
}


def of(name: str) -> Summary:
    return gather(SOME, SPANS[name])


def shown(name: str, *, encoding: str = "utf-8", width: int = 80) -> str:
    """What the terminal shows, without colour."""
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    console = Console(file=file, width=width, color_system=None, highlight=False)
    show(of(name), console)
    file.seek(0)
    return file.read()


class TestShow:
    @pytest.mark.parametrize("name", SPANS)
    def test_it_fits_80_columns_and_ends_with_the_notice(self, name: str) -> None:
        text = shown(name)
        assert max(len(line.rstrip()) for line in text.splitlines()) <= 80
        assert (" ".join(text.split()).endswith(NOTICE)) == (name != "nothing")

    def test_of_nothing_it_says_so_kindly(self) -> None:
        assert "Nothing was kept of Wednesday 1 January 2020." in shown("nothing")

    def test_a_row_for_each_day_or_month(self) -> None:
        assert [day in shown("week") for day in ("Mon  2 Mar", "Fri  6 Mar", "Sat")] == [
            True,
            True,
            False,
        ]
        assert "Mar 2026" in shown("long")

    def test_an_old_terminal_gets_plain_bars(self) -> None:
        assert "#" in shown("month", encoding="ascii")

    def test_the_watched_time_is_always_there(self) -> None:
        for name in ("day", "week", "month", "long"):
            assert facts(of(name))[0][0] == "watched"


class TestFacts:
    def test_days_on_which_no_slouch_lasted(self) -> None:
        week = of("week")
        total = replace(week.total, episodes=0)
        text = dict(facts(replace(week, total=total, median_episode_s=nan)))["slouched"]
        assert text.endswith("of the watched time; no slouch lasted")

    def test_a_day_alone_is_not_compared(self) -> None:
        said = dict(facts(of("day")))
        assert said["compared"].startswith("not enough data yet: 1 day against")

    def test_a_week_is_with_its_interval(self) -> None:
        said = dict(facts(of("week")))
        assert "95\u00a0% interval" in said["compared"]
        assert "5 days against" in said["compared"]

    def test_no_word_judges_the_user(self) -> None:
        words = " ".join(text for _, text in facts(of("month"))).lower()
        for word in ("bad", "poor", "wors", "good", "better", "pain", "healthy", "normal"):
            assert word not in words

    def test_a_long_span_is_read_from_hours(self) -> None:
        assert SPANS["long"].days > MOST_DAYS_OF_MINUTES >= SPANS["month"].days
        assert of("long").longest_upright is None
        assert of("month").longest_upright is not None


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (SPANS["day"], "Monday 2 March 2026"),
        (SPANS["week"], "Monday 2 to Sunday 8 March 2026"),
        (SPANS["month"], "March 2026"),
        (Span(date(2026, 3, 30), date(2026, 4, 6)), "Monday 30 March to Sunday 5 April 2026"),
        (
            Span(date(2025, 12, 29), date(2026, 1, 5)),
            "Monday 29 December 2025 to Sunday 4 January 2026",
        ),
    ],
)
def test_title(span: Span, text: str) -> None:
    assert title(span) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (40.4, "40 s"),
        (99.4, "99 s"),
        (100, "2 min"),
        (3599, "1 h"),
        (11520, "3 h 12 min"),
        (400_000, "111 h"),
        (nan, "\u2013"),
    ],
)
def test_duration(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_numbers() -> None:
    assert [signed(value) for value in (3.2, -3.2, 0.2, -0.2)] == ["+3", "\u22123", "0", "0"]
    assert percent(float("nan")) == "\u2013"
    assert Interval().known is False


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999, 1.0])
def test_a_bar_has_one_width(share: float, ascii_only: bool) -> None:
    assert len(bar(share, ascii_only=ascii_only)) == BAR
    assert bar(float("nan"), ascii_only=ascii_only) == ""


def around_of(alerts: int, days: int, *rates: Interval) -> Around:
    return Around(alerts, days, *rates)


RATES = (Interval(400, 380, 420), Interval(300, 270, 330), Interval(-100, -130, -70))


def test_few_alerts_say_what_is_missing() -> None:
    text = around(around_of(7, 3), "7 shown alerts on 3 days")
    assert text == (
        "not enough data yet: 7 shown alerts on 3 days, and at least 20 on 5 days are needed"
    )


def test_enough_alerts_say_what_was_before_and_after() -> None:
    assert around(around_of(24, 8, *RATES), "24 shown alerts on 8 days") == (
        "24 shown alerts on 8 days: 400 degree-minutes an hour in the 10 minutes before, "
        "300 after (\u2212100, 95\u00a0% interval \u2212130 to \u221270)"
    )


def test_a_change_that_may_be_chance_is_said_to_be_none() -> None:
    assert change(Interval(-5, -30, 20)).endswith("to +20, so no clear change")


@pytest.mark.parametrize(
    ("means", "effect", "labels"),
    [
        (("message",), UNKNOWN, 2),
        (("message", "sound"), UNKNOWN, 4),
        (("message",), Interval(-9, -12, -6), 3),
    ],
)
def test_styles_are_told_apart_where_there_are_several(
    means: tuple[str, ...], effect: Interval, labels: int
) -> None:
    shown_ones, quiet = around_of(24, 8, *RATES), around_of(3, 2)
    found = Helped(shown_ones, quiet, dict.fromkeys(means, shown_ones), effect, ())
    told = helping(found)
    assert len(told) == labels
    assert [label for label, _ in told if label] == ["did it help"]


def test_without_alerts_nobody_asks_whether_they_helped() -> None:
    nothing = Around(0, 0)
    assert helping(Helped(nothing, nothing, {}, UNKNOWN, ())) == ()
