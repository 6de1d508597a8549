"""The clock of breaks where answers, absence and sessions follow closely on each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posture.care.break_clock import Breaks
from posture.care.breaks import BreakDue, BreakOver
from posture.care.entries import BreakEnd
from tests.test_breaks import (
    ABSENT,
    LONG,
    SITTING,
    STANDING,
    USUAL,
    For,
    played,
    short,
    sitting,
)


@pytest.fixture
def due() -> Breaks:
    breaks = Breaks(USUAL)
    assert short(played(breaks, sitting(30))) == [(1800, "micro due")]
    return breaks


def test_a_reminder_and_the_window_say_the_same(due: Breaks) -> None:
    assert due.done() is not None
    for minute in range(1, 31):
        events = played(due, For(60, SITTING), from_s=1740 + 60 * minute)
    (told,) = (event for event in events if isinstance(event, BreakDue))
    assert told.kind is LONG
    assert told.sat_s == due.status().sat_s == 1800


def test_done_after_a_long_absence_is_a_long_break(due: Breaks) -> None:
    played(due, For(5, SITTING), For(400, ABSENT), from_s=1800)
    assert due.done() == BreakOver(2205, LONG, BreakEnd.TAKEN, 1805, 400, asked=True)
    assert due.status().long_in_s == 3600


def test_who_stays_away_after_a_short_break_has_a_long_one(due: Breaks) -> None:
    played(due, For(5, SITTING), For(50, STANDING), from_s=1800)
    due.done()
    events = played(due, For(400, STANDING), sitting(1), from_s=1855)
    assert short(events) == [(2255, "long taken 400")]
    assert played(due, For(400, ABSENT), sitting(1), from_s=2315)[0].kind is LONG


def test_no_sitting_between_two_long_absences_makes_one_break() -> None:
    breaks = Breaks(USUAL)
    played(breaks, sitting(5), For(400, ABSENT))
    assert short([*breaks.update(700, SITTING)]) == [(700, "long taken 400")]
    breaks.update(700, ABSENT)
    assert breaks.update(1100, SITTING) == ()


def test_one_begun_without_any_sitting_lasts_as_long_as_the_absence() -> None:
    breaks = Breaks(USUAL)
    breaks.update(0, SITTING)
    breaks.begin(LONG)
    (over,) = played(breaks, For(400, ABSENT), For(1, SITTING))
    assert short([over]) == [(400, "long taken 400")]


def test_later_holds_back_the_other_kind_too() -> None:
    breaks = Breaks(replace(USUAL, long_every_min=37, later_after_min=10))
    played(breaks, sitting(30))
    breaks.later()
    assert short(played(breaks, sitting(11), from_s=1800)) == [(2400, "long due")]


def test_an_absence_does_not_go_on_in_another_session() -> None:
    breaks = Breaks(USUAL)
    played(breaks, sitting(10), For(100, ABSENT))
    breaks.go_on(USUAL)
    assert breaks.status().rested_s == 0.0
    assert played(breaks, For(5, ABSENT), sitting(1)) == []
