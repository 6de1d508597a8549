"""Exercises over time: what is true of each moment, and what counts."""

from __future__ import annotations

import numpy as np
import pytest

from calibration.exercise_jobs import CAMERAS, plan_exercises, script_of
from calibration.exercise_movements import ENOUGH, HALF
from calibration.exercise_postures import FORMS
from calibration.exercise_scripts import (
    HOLD,
    LONGEST_S,
    MOVING,
    REST,
    STILL_S,
    sample_exercise,
    write_script,
)


@pytest.mark.parametrize("name", list(FORMS))
def test_a_script(name: str) -> None:
    made = sample_exercise(np.random.default_rng(3), name)
    assert 10.0 < made.length_s <= LONGEST_S + 3.0
    assert made.movements[0].start_s >= STILL_S[0]
    assert sum(made.counts()) >= 2
    starts = [movement.start_s for movement in made.movements]
    assert starts == sorted(starts)
    for movement in made.movements:
        assert movement.end_s - movement.start_s > movement.held_s > 0.0
        middle_s = 0.5 * (movement.start_s + movement.end_s)
        assert made.at(middle_s)[1].movement == made.movements.index(movement)
        assert made.at(movement.end_s + 0.2)[1].phase == REST


def test_drive_goes_there_and_back() -> None:
    made = write_script(np.random.default_rng(1), "side_bend", [(ENOUGH, 1), (HALF, -1)], 2.0)
    assert made.counts() == (1, 0, 0)
    first = made.movements[0]
    truths = [made.at(time_s)[1] for time_s in np.arange(first.start_s, first.end_s, 0.05)]
    drive = np.array([truth.drive for truth in truths])
    assert drive.min() >= 0.0
    assert drive.max() == pytest.approx(1.0)
    top = int(np.argmax(drive))
    assert (np.diff(drive[: top + 1]) >= 0.0).all()
    held_s = 0.05 * sum(truth.phase == HOLD for truth in truths)
    assert held_s == pytest.approx(first.held_s, abs=0.11)
    assert {truth.phase for truth in truths} == {MOVING, HOLD}


def test_the_arms_of_a_wall_angel_come_from_the_lap() -> None:
    made = sample_exercise(np.random.default_rng(2), "wall_angel")
    assert made.at(0.0)[0].posture.free_left == 0.0
    assert made.at(made.movements[0].start_s)[0].posture.free_left == pytest.approx(1.0)


def test_nothing_counts_where_it_must_not() -> None:
    for name in FORMS:
        made = sample_exercise(np.random.default_rng(5), name, none=True)
        assert sum(made.counts()) == 0
        assert made.movements


def test_the_plan() -> None:
    jobs = plan_exercises(16)
    assert len({job.name for job in jobs}) == len(jobs) == 16 * len(CAMERAS)
    assert plan_exercises(3) == jobs[: 3 * len(CAMERAS)]
    train = {job.key.body for job in jobs if job.split == "train"}
    assert train.isdisjoint(job.key.body for job in jobs if job.split == "test")
    for exercise, view in CAMERAS:
        here = [job for job in jobs if (job.exercise, job.key.view) == (exercise, view)]
        assert sum(job.none for job in here) == 2
    one, other = script_of(jobs[0]), script_of(jobs[0])
    assert one.strokes == other.strokes
    assert one.at(7.0) == other.at(7.0)
