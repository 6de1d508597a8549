"""Movement breaks: scripts of who was seen when, and what must follow."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any, NamedTuple

import pytest

from posture.break_words import in_words
from posture.care.break_clock import ASLEEP_S, TYPING_S, Breaks
from posture.care.breaks import (
    SUGGESTIONS,
    BreakBegun,
    BreakDue,
    BreakEvent,
    BreakOver,
    BreakPhase,
    BreakSettings,
    BreakStatus,
    Busy,
    Presence,
)
from posture.care.entries import BreakEnd, BreakKind

SITTING, STANDING = Presence.SITTING, Presence.STANDING
ABSENT, UNKNOWN = Presence.ABSENT, Presence.UNKNOWN
MICRO, LONG = BreakKind.MICRO, BreakKind.LONG
MINUTE = 60
USUAL = BreakSettings()


class For(NamedTuple):
    """What is so for a while; `gap` where no news comes meanwhile."""

    seconds: float
    presence: Presence
    busy: Busy = Busy.NO
    gap: bool = False


def played(
    breaks: Breaks, *script: For, from_s: float = 0.0, step_s: float = 1.0
) -> list[BreakEvent]:
    """What happens; news comes each second."""
    events: list[BreakEvent] = []
    now_s = from_s
    for seconds, presence, busy, gap in script:
        end_s = now_s + seconds
        while now_s < end_s:
            events += breaks.update(now_s, presence, busy)
            now_s = end_s if gap else min(now_s + step_s, end_s)
    events += breaks.update(now_s, script[-1].presence, script[-1].busy)
    return events


def short(events: list[BreakEvent]) -> list[tuple[float, str]]:
    """Events as second and words."""
    return [(event.timestamp_s, _words(event)) for event in events]


def _words(event: BreakEvent) -> str:
    match event:
        case BreakDue(kind=kind):
            return f"{kind} due"
        case BreakBegun(kind=kind):
            return f"{kind} begun"
        case BreakOver(kind=kind, end=end, length_s=length_s, asked=asked):
            return f"{kind} {end} {length_s:.0f}{' asked' if asked else ''}"


def sitting(minutes: float, busy: Busy = Busy.NO) -> For:
    return For(minutes * MINUTE, SITTING, busy)


HALF_HOUR = [(1800, "micro due"), (2100, "micro skipped 0 asked")]
"""Of somebody who does not look up."""

SCRIPTS = [
    pytest.param([sitting(30)], [(1800, "micro due")], id="after half an hour"),
    pytest.param([sitting(29.9)], [], id="not before"),
    pytest.param(
        [sitting(31), For(40, ABSENT), sitting(1)],
        [(1800, "micro due"), (1900, "micro taken 40 asked")],
        id="a reminder that is heeded",
    ),
    pytest.param(
        [sitting(31), For(20, ABSENT), sitting(1)],
        [(1800, "micro due")],
        id="too short a break is none",
    ),
    pytest.param(
        [sitting(20), For(45, STANDING), sitting(29)],
        [(1245, "micro taken 45")],
        id="standing is a break nobody asked for",
    ),
    pytest.param(
        [sitting(50), For(301, ABSENT), sitting(31)],
        [*HALF_HOUR, (3301, "long taken 301"), (5101, "micro due")],
        id="both clocks begin anew after a long one",
    ),
    pytest.param(
        [sitting(31), For(40, ABSENT), sitting(30)],
        [(1800, "micro due"), (1900, "micro taken 40 asked"), (3640, "long due")],
        id="a long one swallows the short one of the same time",
    ),
    pytest.param(
        [sitting(26), For(40, ABSENT), sitting(34)],
        [(1600, "micro taken 40"), (3640, "long due")],
        id="a short one waits for a long one that comes soon",
    ),
    pytest.param(
        [For(7200, UNKNOWN), sitting(1)], [], id="what the camera does not know is no sitting"
    ),
    pytest.param(
        [sitting(20), For(3600, UNKNOWN), sitting(10)],
        [(5400, "micro due")],
        id="nor is it a break",
    ),
    pytest.param(
        [sitting(20), For(20, ABSENT), For(60, UNKNOWN), For(15, ABSENT), sitting(1)],
        [(1295, "micro taken 35")],
        id="what was seen before and after counts",
    ),
    pytest.param(
        [For(7200, ABSENT), sitting(1)], [], id="who comes in the morning has had no break"
    ),
    pytest.param(
        [sitting(20), For(ASLEEP_S, SITTING, gap=True), sitting(1)],
        [(1500, "long taken 300")],
        id="asleep",
    ),
    pytest.param(
        [sitting(20), For(60, SITTING, gap=True), sitting(10)],
        [(1860, "micro due")],
        id="a gap that may be anything",
    ),
    pytest.param(
        [sitting(20), For(1, UNKNOWN), For(3600, UNKNOWN, gap=True), sitting(10)],
        [(5401, "micro due")],
        id="a camera that failed is no sleep",
    ),
    pytest.param(
        [sitting(40, Busy.QUIET), sitting(1)], [(2400, "micro due")], id="a call is waited for"
    ),
    pytest.param(
        [sitting(35, Busy.QUIET), For(20, ABSENT), sitting(1)],
        [(2120, "micro due")],
        id="who is away after a call is asked on coming back",
    ),
    pytest.param(
        [sitting(31, Busy.TYPING), sitting(1)], [(1860, "micro due")], id="typing is waited for"
    ),
    pytest.param(
        [sitting(34, Busy.TYPING)], [(1800 + TYPING_S, "micro due")], id="but not for ever"
    ),
    pytest.param(
        [sitting(35, Busy.QUIET), sitting(2, Busy.TYPING), sitting(1)],
        [(2220, "micro due")],
        id="typing that follows a call is a burst of its own",
    ),
    pytest.param(
        [sitting(35), sitting(29)],
        [(1800, "micro due"), (2100, "micro skipped 0 asked"), (3600, "long due")],
        id="who does not heed it is not asked again at once",
    ),
    pytest.param(
        [sitting(61), For(40, ABSENT), sitting(29)],
        [*HALF_HOUR, (3600, "long due"), (3700, "micro taken 40 asked")],
        id="a short break for a long one will do",
    ),
]


@pytest.mark.parametrize(("script", "expected"), SCRIPTS)
def test_scripts(script: list[For], expected: list[tuple[float, str]]) -> None:
    assert short(played(Breaks(USUAL), *script)) == expected


class TestAnswers:
    @pytest.fixture
    def due(self) -> Breaks:
        breaks = Breaks(USUAL)
        assert short(played(breaks, sitting(30))) == [(1800, "micro due")]
        return breaks

    def test_a_skip_is_the_end_of_it(self, due: Breaks) -> None:
        over = due.skip()
        assert over == BreakOver(1800, MICRO, BreakEnd.SKIPPED, 1800, 0.0, asked=True)
        assert due.skip() is None
        # The long break is still counted from the beginning, and comes with the next.
        assert short(played(due, sitting(30), from_s=1800)) == [(3600, "long due")]

    def test_later_comes_again(self, due: Breaks) -> None:
        over = due.later()
        assert over is not None
        assert over.end is BreakEnd.POSTPONED
        events = played(due, sitting(2), For(3600, UNKNOWN), sitting(4), from_s=1800)
        assert short(events) == [(1800 + 300 + 3600, "micro due")]

    def test_later_and_then_away_is_a_break(self, due: Breaks) -> None:
        due.later()
        events = played(due, sitting(2), For(60, ABSENT), sitting(27), from_s=1800)
        assert short(events) == [(1980, "micro taken 60")]

    def test_done_is_believed(self, due: Breaks) -> None:
        played(due, For(20, SITTING), from_s=1800)
        assert due.done() == BreakOver(1820, MICRO, BreakEnd.TAKEN, 1800, 20.0, asked=True)
        assert due.status().sat_s == 0

    def test_done_while_standing(self, due: Breaks) -> None:
        played(due, For(5, SITTING), For(50, STANDING), from_s=1800)
        over = due.done()
        assert over is not None
        assert (over.began_s, over.length_s) == (1805, 50)
        assert played(due, For(100, STANDING), sitting(1), from_s=1855) == []

    def test_beginning_what_was_due(self, due: Breaks) -> None:
        suggestion = due.status().suggestion
        assert due.begin(MICRO) == BreakBegun(1800, MICRO, suggestion, 30.0)
        assert short(played(due, sitting(1), from_s=1800)) == [(1830, "micro taken 30 asked")]

    def test_nothing_to_answer(self) -> None:
        breaks = Breaks(USUAL)
        assert (breaks.skip(), breaks.later(), breaks.done()) == (None, None, None)


class TestBegunByTheUser:
    def test_it_is_over_by_itself_whatever_the_camera_knows(self) -> None:
        breaks = Breaks(USUAL)
        played(breaks, sitting(1))
        breaks.begin(LONG)
        events = played(breaks, For(400, UNKNOWN), from_s=60)
        assert short(events) == [(360, "long taken 300")]

    def test_who_stays_away_ends_it_by_coming_back(self) -> None:
        breaks = Breaks(USUAL)
        played(breaks, sitting(1))
        breaks.begin(MICRO)
        events = played(breaks, For(5, SITTING), For(400, ABSENT), sitting(1), from_s=60)
        assert short(events) == [(465, "long taken 400")]

    def test_before_any_news(self) -> None:
        breaks = Breaks(USUAL)
        assert breaks.begin(MICRO).timestamp_s == 0
        assert short(played(breaks, For(40, UNKNOWN))) == [(30, "micro taken 30")]


def test_suggestions_take_turns() -> None:
    breaks, told = Breaks(USUAL, first=17), []
    for _ in range(2 * len(SUGGESTIONS[MICRO])):
        told.append(breaks.begin(MICRO).suggestion)
        breaks.skip()
    half = len(told) // 2
    assert set(told[:half]) == set(SUGGESTIONS[MICRO])
    assert told[:half] == told[half:]
    assert Breaks(USUAL, first=18).begin(MICRO).suggestion == told[1]


def test_without_reminders_breaks_are_noted_all_the_same() -> None:
    breaks = Breaks(replace(USUAL, remind=False))
    assert short(played(breaks, sitting(200), For(60, ABSENT), sitting(1))) == [
        (12060, "micro taken 60")
    ]
    assert breaks.status().micro_in_s == inf


@pytest.mark.parametrize(
    ("off", "kinds"),
    [("micro_every_min", {LONG}), ("long_every_min", {MICRO})],
)
def test_one_kind_may_be_off(off: str, kinds: set[BreakKind]) -> None:
    none: dict[str, Any] = {off: 0.0}
    breaks = Breaks(replace(USUAL, **none))
    events = played(breaks, sitting(200))
    assert {event.kind for event in events if isinstance(event, BreakDue)} == kinds


def test_how_it_stands() -> None:
    breaks = Breaks(USUAL)
    played(breaks, sitting(23))
    status = breaks.status()
    assert status == BreakStatus(BreakPhase.SITTING, 1380, 420, 2220)
    assert in_words(status) == "sat for 23 min, next short break in 7 min"
    played(breaks, sitting(7), from_s=1380)
    assert in_words(breaks.status()) == (
        "sat for 30 min, a short break is due: " + breaks.status().suggestion
    )
    played(breaks, For(12, ABSENT), from_s=1800)
    status = breaks.status()
    assert (status.phase, status.done_s, status.length_s) == (BreakPhase.DUE, 12, 30)
    assert in_words(status) == "away or standing for 12 s"
    breaks.begin(LONG)
    assert in_words(breaks.status()).startswith("a long break, 12 s of 5 min: ")
