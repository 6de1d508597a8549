"""A plan for the week, and what was done of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.entries import ExerciseNote
from posture.care.routines import DESK, ROUTINES
from posture.care.week import WeekSettings, today, week

MONDAY = date(2026, 3, 2)
PLAN = WeekSettings()


def note(name: str, day: date = MONDAY, routine: str = "desk", offset_s: int = 0) -> ExerciseNote:
    utc_s = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    return ExerciseNote(utc_s, offset_s, name, routine, 60.0)


def desk(count: int, day: date = MONDAY) -> list[ExerciseNote]:
    return [note(name, day) for name, _ in DESK.steps[:count]]


def test_the_plan_without_settings() -> None:
    planned = [PLAN.on(MONDAY + timedelta(days=number)) for number in range(7)]
    both, one = ("desk", "upper_back"), ("desk",)
    assert planned == [both, one, both, one, both, (), ()]


@pytest.mark.parametrize("text", ["", "xxxxx-", "xxxxx--x", "mtwtf--"])
def test_a_plan_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="seven of x and -"):
        WeekSettings(desk=text)


@pytest.mark.parametrize(("count", "is_done"), [(0, False), (1, False), (2, True), (4, True)])
def test_half_of_a_routine_is_enough(count: int, is_done: bool) -> None:
    (first, second) = today(PLAN, desk(count), MONDAY)
    assert (first.routine, first.done, first.steps, first.is_done) == ("desk", count, 4, is_done)
    assert (second.routine, second.done) == ("upper_back", 0)


def test_the_same_exercise_twice_is_one() -> None:
    assert today(PLAN, desk(1) * 3, MONDAY)[0].done == 1


def test_what_was_done_besides_the_plan_is_told() -> None:
    saturday = MONDAY + timedelta(days=5)
    (planned,) = today(PLAN, desk(3, saturday), saturday)
    assert (planned.routine, planned.planned, planned.is_done) == ("desk", False, True)


def test_other_days_single_exercises_and_strange_routines_do_not_count() -> None:
    notes = [
        *desk(4, MONDAY - timedelta(days=1)),
        note("chin_tuck", routine=""),
        note("chin_tuck", routine="of_yore"),
    ]
    assert [planned.done for planned in today(PLAN, notes, MONDAY)] == [0, 0]


def test_the_day_is_the_users_own() -> None:
    late = replace(note("side_bend"), offset_s=13 * 3600)
    tomorrow = MONDAY + timedelta(days=1)
    assert [planned.done for planned in today(PLAN, [late], tomorrow) if planned.done] == [1]
    assert not any(planned.done for planned in today(PLAN, [late], MONDAY))


@given(st.integers(0, 6), st.sets(st.integers(0, 6)))
def test_a_week_is_its_days(weekday: int, days: set[int]) -> None:
    notes = [each for day in days for each in desk(4, MONDAY + timedelta(days=day))]
    planned = week(PLAN, notes, MONDAY + timedelta(days=weekday))
    assert [p.day for p in planned] == sorted(p.day for p in planned)
    done = {(p.day - MONDAY).days for p in planned if p.is_done}
    assert done == days
    assert sum(p.planned for p in planned) == sum(
        len(PLAN.on(MONDAY + timedelta(days=number))) for number in range(7)
    )
    assert {p.routine for p in planned} <= {routine.name for routine in ROUTINES}
