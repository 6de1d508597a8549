"""Somebody who is led by cues: late, in an own time, and now and then not as told."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from calibration.exercise_jobs import CAMERAS, plan_exercises, plan_paced, script_of
from calibration.exercise_movements import ENOUGH, HALF, Going
from calibration.exercise_paced import (
    CYCLES,
    HALVES,
    INSTEAD,
    LITTLE,
    MISSED,
    REACTION_S,
    VIEWS,
    sample_paced,
    sample_varied,
    write_paced,
)
from calibration.exercise_postures import start_posture
from posture.care.pace import PACES

NAMES = list(VIEWS)
TIMES = np.arange(0.0, 70.0, 0.05)


def drive_of(name: str, labels: list[str], seed: int = 4) -> np.ndarray:
    """Drive at TIMES."""
    made = write_paced(np.random.default_rng(seed), name, labels)
    return np.array([made.at(float(time_s))[1].drive for time_s in TIMES])


def within(name: str, cycle: int) -> np.ndarray:
    """Which of TIMES are within a cycle, without the reaction at its start."""
    pace = PACES[name]
    start_s = pace.length_s(cycle)
    return (start_s + REACTION_S[1] < TIMES) & (start_s + pace.cycle_s > TIMES)


def test_all_that_are_paced_have_a_view_and_a_camera() -> None:
    assert VIEWS.keys() == PACES.keys()
    assert VIEWS.items() <= set(CAMERAS)


@pytest.mark.parametrize("name", NAMES)
def test_each_stroke_follows_its_cue(name: str) -> None:
    pace = PACES[name]
    made = write_paced(np.random.default_rng(7), name, [ENOUGH] * 3)
    cues_s = [
        pace.length_s(cycle) + before_s
        for cycle in range(3)
        for before_s in (0.0, pace.strokes[0].length_s)
    ]
    told = [stroke.drive for stroke in pace.strokes] * 3
    for stroke, cue_s, drive in zip(made.strokes, cues_s, told, strict=False):
        assert REACTION_S[0] <= stroke.start_s - cue_s <= REACTION_S[1]
        assert stroke.drive == drive
    for one, other in pairwise(made.strokes):
        assert one.start_s + one.move_s < other.start_s
    assert made.at(made.length_s)[1].drive == 0.0
    assert made.counts() == (0, 0, 3)


@pytest.mark.parametrize("name", NAMES)
def test_the_start_is_still_and_every_cycle_is_held(name: str) -> None:
    drive = drive_of(name, [ENOUGH] * 3)
    assert not drive[PACES[name].lead_in_s > TIMES].any()
    for cycle in range(3):
        assert drive[within(name, cycle)].max() == pytest.approx(1.0)
        assert drive[within(name, cycle)].min() == pytest.approx(PACES[name].strokes[1].drive)
    made = write_paced(np.random.default_rng(4), name, [ENOUGH] * 3)
    assert all(movement.held_s > 1.0 for movement in made.movements)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("label", [MISSED, HALF])
def test_what_is_not_done_fully(name: str, label: str) -> None:
    made = write_paced(np.random.default_rng(4), name, [ENOUGH, label, ENOUGH])
    assert [movement.counts for movement in made.movements] == [True, False, True]
    reached = drive_of(name, [ENOUGH, label, ENOUGH])[within(name, 1)]
    reached = reached[len(reached) // 3 :]  # on the way back from the cycle before
    if label == MISSED:
        assert not reached.any()
        assert made.movements[1].held_s == 0.0
    else:
        assert HALVES[0] <= reached.max() <= HALVES[1]
        assert -HALVES[1] <= reached.min() <= 0.0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("label", INSTEAD)
def test_another_movement_comes_in_place_of_a_cycle_and_goes(name: str, label: str) -> None:
    made = write_paced(np.random.default_rng(2), name, [ENOUGH, label, ENOUGH])
    assert made.counts() == (0, 0, 2)
    cue = PACES[name].strokes[0]
    far_s = PACES[name].length_s(1) + cue.length_s
    assert made.at(far_s)[1].movement == 1
    assert made.at(far_s)[1].drive == 1.0
    rng = np.random.default_rng(5)
    start = start_posture(rng, name)
    assert INSTEAD[label](Going(rng, start, 0, 0.5)) != start
    back_s = PACES[name].length_s(2)
    assert made.at(back_s)[1].drive == pytest.approx(0.0)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", range(12))
def test_half_of_them_do_all_and_one_in_six_misses_the_first(name: str, number: int) -> None:
    for seed in range(5):
        made = sample_paced(np.random.default_rng(seed), name, number)
        labels = [movement.label for movement in made.movements]
        wrong = [label for label in labels if label != ENOUGH]
        assert len(labels) == CYCLES
        assert len(wrong) == 0 if number % 2 == 0 else 1 <= len(wrong) <= 2
        assert (labels[0] == MISSED) == (number % 6 == 1)
        assert labels[1] == ENOUGH
        assert 50.0 < made.length_s < 75.0


def test_the_plan() -> None:
    jobs = plan_paced(12)
    assert plan_paced(3) == jobs[:9]
    names = {job.name for job in jobs}
    assert len(names) == len(jobs)
    assert names.isdisjoint(job.name for job in plan_exercises(12))
    assert {(job.exercise, job.key.view) for job in jobs} == VIEWS.items()
    assert {job.fps for job in jobs} == {5.0}
    assert {job.fps for job in plan_exercises(1)} == {6.0}
    for split in ("train", "test"):
        for name in NAMES:
            mine = [job for job in jobs if (job.split, job.exercise) == (split, name)]
            done = [sum(script_of(job).counts()) for job in mine]
            assert done.count(CYCLES) == 3
            assert len(done) == 6


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_has_all_that_may_be_done_instead_after_two(name: str) -> None:
    made = sample_varied(np.random.default_rng(3), name)
    labels = [movement.label for movement in made.movements]
    assert labels[:2] == [ENOUGH, ENOUGH]
    assert labels.count(ENOUGH) == 4
    assert {HALF, LITTLE, *INSTEAD} < set(labels)
    assert made.counts() == (0, 0, 4)
    other = sample_varied(np.random.default_rng(5), name)
    assert [movement.label for movement in other.movements] != labels


@pytest.mark.parametrize("name", NAMES)
def test_little_is_less_than_half(name: str) -> None:
    little, half = (drive_of(name, [ENOUGH, label]) for label in (LITTLE, HALF))
    second = within(name, 1)
    assert 0.0 < little[second].max() < half[second].max() < 0.6


def test_training_bodies_from_sixty_on_have_lessons() -> None:
    cycles = {job.key.body: len(script_of(job).movements) for job in plan_paced(63)}
    assert cycles[58] == cycles[59] == cycles[61] == CYCLES
    assert cycles[60] == cycles[62] == 15
