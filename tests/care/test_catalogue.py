"""The exercises as data: complete, and in words for everybody."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from posture.care.catalogue import BONES, EXERCISES, SHOULDER, NoExerciseError, find
from posture.care.criteria import CRITERIA
from posture.care.exercise import Exercise, Seen
from posture.care.paced_count import PACED
from posture.care.routines import DESK, ROUTINES, UPPER_BACK, Routine, find_routine

NAMES = (
    "chin_tuck",
    "shoulder_blade_squeeze",
    "wall_angel",
    "thoracic_extension",
    "cat_cow",
    "side_bend",
    "neck_rotation",
    "overhead_reach",
    "doorway_stretch",
)


def test_the_nine_in_order() -> None:
    assert tuple(exercise.name for exercise in EXERCISES) == NAMES


@pytest.mark.parametrize("exercise", EXERCISES, ids=NAMES)
def test_each_is_complete(exercise: Exercise) -> None:
    assert find(exercise.name) is exercise
    assert exercise.title
    assert exercise.source.startswith("dose: ")
    assert len(exercise.how_to) >= 3
    assert exercise.cautions
    for text in (exercise.purpose, *exercise.how_to, *exercise.cautions):
        assert text[0].isupper()
        assert text.endswith(".")


@pytest.mark.parametrize("exercise", EXERCISES, ids=NAMES)
def test_who_is_counted_has_a_criterion_and_a_view(exercise: Exercise) -> None:
    is_counted = exercise.name in CRITERIA or exercise.name in PACED
    assert (exercise.seen is not Seen.NOT) is is_counted
    assert bool(exercise.criterion) is is_counted
    if exercise.name in CRITERIA:
        assert CRITERIA[exercise.name].sides == exercise.dose.sides


@pytest.mark.parametrize("exercise", EXERCISES, ids=NAMES)
def test_doses_are_possible(exercise: Exercise) -> None:
    dose = exercise.dose
    assert dose.repetitions >= 1
    assert 0 <= dose.hold_s <= 60
    assert dose.repetitions * dose.sides * dose.hold_s <= dose.timer_s <= 120


def test_bending_and_twisting_name_brittle_bones() -> None:
    named = {exercise.name for exercise in EXERCISES if BONES in exercise.cautions}
    assert named == {"thoracic_extension", "cat_cow", "side_bend", "neck_rotation"}


def test_raised_arms_name_the_shoulder() -> None:
    named = {exercise.name for exercise in EXERCISES if SHOULDER in exercise.cautions}
    assert named == {"wall_angel", "overhead_reach", "doorway_stretch"}


def test_purposes_promise_nothing() -> None:
    promises = re.compile(r"pain|better|stronger|improve|reduce|help|posture", re.IGNORECASE)
    assert not [e.name for e in EXERCISES if promises.search(e.purpose)]


@pytest.mark.parametrize("name", ["chin-tuck", " Chin Tuck ", "CHIN_TUCK"])
def test_names_as_people_type_them(name: str) -> None:
    assert find(name).name == "chin_tuck"


def test_a_name_that_there_is_not() -> None:
    with pytest.raises(NoExerciseError, match="did you mean chin_tuck"):
        find("chin_tucks")
    with pytest.raises(NoExerciseError, match="there are chin_tuck, shoulder_blade_squeeze"):
        find("zzz")
    with pytest.raises(NoExerciseError, match="there is no routine 'dask'; did you mean desk"):
        find_routine("dask")


@pytest.mark.parametrize(("routine", "minutes"), [(DESK, 3), (UPPER_BACK, 10)])
def test_routines_last_as_long_as_they_say(routine: Routine, minutes: int) -> None:
    assert find_routine(routine.name) is routine
    assert f"{minutes} minutes" in routine.title
    assert routine.length_s == pytest.approx(60 * minutes, rel=0.05)


@pytest.mark.parametrize("routine", ROUTINES)
def test_routines_turn_the_chair_once_there_and_once_back(routine: Routine) -> None:
    views = [e.seen for e in routine.exercises if e.seen is not Seen.NOT]
    turns = sum(one is not other for one, other in pairwise(views))
    assert turns <= 1
    assert len({e.name for e in routine.exercises}) == len(routine.steps)
    for exercise, (name, dose) in zip(routine.exercises, routine.steps, strict=True):
        assert (exercise.name, exercise.dose) == (name, dose)
        assert dose.repetitions * dose.sides * dose.hold_s <= dose.timer_s


def test_a_routine_without_steps() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Routine("empty", "Empty", (), 1.0)
