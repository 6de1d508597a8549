"""Movement breaks: what holds whatever is seen, and whatever the user answers."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from posture.care.break_clock import Breaks
from posture.care.breaks import BreakDue, BreakEvent, BreakOver, BreakSettings, Busy, Presence
from posture.care.entries import BreakEnd, BreakKind

SITTING, STANDING = Presence.SITTING, Presence.STANDING
ABSENT, UNKNOWN = Presence.ABSENT, Presence.UNKNOWN
MICRO = BreakKind.MICRO

news = some.lists(
    some.tuples(
        some.sampled_from([0.5, 1.0, 2.0, 2.5, 10.0, 299.0, 300.0, 900.0]),
        some.sampled_from([SITTING, SITTING, SITTING, STANDING, ABSENT, UNKNOWN]),
        some.sampled_from(Busy),
        some.sampled_from(["", "", "", "", "skip", "later", "done", "begin"]),
    ),
    max_size=300,
)
QUICK = BreakSettings(
    micro_every_min=0.2,
    micro_lasts_s=3,
    long_every_min=0.5,
    long_lasts_min=0.1,
    later_after_min=0.05,
)


class TestAlways:
    @given(news)
    def test_laws(self, script: list[tuple[float, Presence, Busy, str]]) -> None:
        breaks, now_s, clock_s, sat_s = Breaks(QUICK), 0.0, 0.0, 0.0
        before, waiting, told_s = UNKNOWN, False, dict.fromkeys(BreakKind, 0.0)
        for step_s, presence, busy, answer in script:
            now_s += step_s
            if before is SITTING and step_s <= 2:
                sat_s += step_s
            for event in breaks.update(now_s, presence, busy):
                if isinstance(event, BreakDue):
                    assert presence is SITTING, "due while away"
                    assert busy is not Busy.QUIET
                    assert not waiting, "a second reminder before the first was answered"
                    least_s = QUICK.every_s(event.kind)
                    assert sat_s - told_s[event.kind] >= least_s - 1e-6
                    told_s[event.kind] = sat_s
                    waiting = True
                elif isinstance(event, BreakOver):
                    assert event.length_s >= 0
                    assert event.asked is waiting or event.end is BreakEnd.TAKEN
                    waiting = False
            before = presence
            waiting = self._answer(breaks, answer, waiting=waiting, told_s=told_s)
            clock_s = now_s
            assert breaks.status().sat_s <= sat_s + 1e-6 <= clock_s + 1e-6

    @staticmethod
    def _answer(
        breaks: Breaks, answer: str, *, waiting: bool, told_s: dict[BreakKind, float]
    ) -> bool:
        """Whether a reminder still waits; one that was postponed may come again sooner."""
        match answer:
            case "begin":
                breaks.begin(MICRO)
                return waiting
            case "later":
                told_s.update(dict.fromkeys(BreakKind, -inf))
                breaks.later()
            case "skip":
                breaks.skip()
            case "done":
                breaks.done()
            case _:
                return waiting
        return False

    @given(news)
    def test_the_same_news_gives_the_same_events(
        self, script: list[tuple[float, Presence, Busy, str]]
    ) -> None:
        def told() -> list[BreakEvent]:
            breaks, now_s, events = Breaks(QUICK), 0.0, list[BreakEvent]()
            for step_s, presence, busy, _ in script:
                now_s += step_s
                events += breaks.update(now_s, presence, busy)
            return events

        assert told() == told()

    @given(some.floats(0, 1e6))
    def test_what_is_earlier_is_left_out(self, late_s: float) -> None:
        breaks = Breaks(QUICK)
        breaks.update(late_s, SITTING)
        before = breaks.status()
        assert breaks.update(late_s - 1, ABSENT) == ()
        assert breaks.status() == before


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("micro_every_min", -1.0, "0 for none"),
        ("long_every_min", 481.0, "at most 480"),
        ("long_every_min", float("nan"), "0 for none"),
        ("micro_lasts_s", 0.0, "must be positive"),
        ("long_lasts_min", inf, "must be positive"),
        ("micro_lasts_s", 1800.0, "shorter than micro_every_min"),
        ("long_lasts_min", 0.5, "longer than micro_lasts_s"),
        ("long_lasts_min", 60.0, "shorter than long_every_min"),
    ],
)
def test_settings_that_do_not_fit(name: str, value: float, why: str) -> None:
    changed: dict[str, Any] = {name: value}
    with pytest.raises(ValueError, match=why):
        replace(BreakSettings(), **changed)
