"""Rendered bodies, found by MediaPipe: what is counted of those who exercise, and who work."""

from __future__ import annotations

from collections import defaultdict

import pytest

from posture.care.catalogue import find
from posture.care.criteria import CRITERIA
from posture.care.judging import judge
from tests.exercise_data import Recorded, desk_work, exercises
from tests.exercising import many

NAMES = sorted(CRITERIA)


def _counted(recorded: Recorded, name: str) -> tuple[int, ...]:
    judging = judge(many(name))
    last = [judging.update(t, p) for t, p in recorded.frames()][-1]
    return last.repetitions


def _measurable(recorded: Recorded) -> bool:
    if recorded.exercise not in CRITERIA:
        return False
    return recorded.view == find(recorded.exercise).seen.value


def test_rendered_bodies_are_counted_right() -> None:
    right: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    for recorded in exercises():
        if _measurable(recorded):
            is_right = _counted(recorded, recorded.exercise) == recorded.counts
            right[recorded.exercise, recorded.test].append(is_right)
    assert {name for name, _ in right} == CRITERIA.keys()
    every = [one for some in right.values() for one in some]
    tested = [one for (_, test), some in right.items() for one in some if test]
    assert sum(every) >= 0.95 * len(every), dict(right)
    assert sum(tested) >= 0.9 * len(tested), dict(right)


@pytest.mark.parametrize("name", NAMES)
def test_desk_work_is_no_exercise(name: str) -> None:
    recorded = desk_work()
    assert sum(len(one.poses) / one.fps for one in recorded) >= 600.0
    assert [sum(_counted(one, name)) for one in recorded] == [0] * len(recorded)
