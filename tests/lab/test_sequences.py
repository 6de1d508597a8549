"""Slouches found and false alarms on made-up recordings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.extract import pose_array
from calibration.sequences import Watched, alarms, observations, slouches, stretches
from posture.records import State
from tests.lab.made_up import set_up, stills
from tests.poses import make_pose

if TYPE_CHECKING:
    from numpy.typing import NDArray


def test_observations_are_put_together_again() -> None:
    found = stills([35.0])
    found.poses[1] = np.nan
    found.looked[[2, 3]] = True
    look = np.concatenate((pose_array(make_pose()), np.full((1, 7), 3, np.float32)))
    seen = observations(replace(found, looks=look[None]))
    assert seen[1].tracked is None
    assert (seen[0].detected, seen[2].detected) == (None, ())
    assert len(seen[3].detected or ()) == 1
    assert [o.index for o in seen] == list(range(7))


@pytest.mark.parametrize(
    ("mask", "expected"),
    [
        ("0000", []),
        ("0110", [(1, 2)]),
        ("1101", [(0, 3)]),
        ("1100011", [(0, 1), (5, 6)]),
        ("1111", [(0, 3)]),
    ],
)
def test_stretches_bridge_short_gaps(mask: str, expected: list[tuple[int, int]]) -> None:
    times = np.arange(len(mask), dtype=float)
    assert stretches(np.array([c == "1" for c in mask]), times, bridge_s=2.0) == expected


def watched(change_deg: NDArray[np.float64], alarm: slice, column: int = 0) -> Watched:
    many = len(change_deg)
    change = np.zeros((many, 3))
    change[:, column] = change_deg
    found = set_up([None] * many, np.zeros(many), kind="sequence", view="front")
    found.truth["timestamp_s"] = np.arange(many, dtype=float)
    states = [State.UPRIGHT] * many
    states[alarm] = [State.SLOUCHED] * len(states[alarm])
    return Watched(found, states, change)


def held(degrees: float, start: int, end: int, many: int = 100) -> NDArray[np.float64]:
    values = np.zeros(many)
    values[start:end] = degrees
    return values


@pytest.mark.parametrize(
    ("alarm", "delay_s"), [(slice(41, 60), 21.0), (slice(50, 60), 30.0), (slice(51, 60), np.nan)]
)
def test_a_slouch_is_found_in_time_or_missed(alarm: slice, delay_s: float) -> None:
    found, cut = slouches(watched(held(20, 20, 60), alarm))
    assert cut == 0
    assert [s.delay_s for s in found] == pytest.approx([delay_s], nan_ok=True)


def test_a_short_slouch_and_one_cut_off_do_not_count() -> None:
    assert slouches(watched(held(20, 20, 39), slice(0, 0))) == ([], 0)
    assert slouches(watched(held(20, 75, 100), slice(0, 0))) == ([], 1)


def test_rounding_alone_is_told_apart() -> None:
    found, _ = slouches(watched(held(20, 20, 60), slice(45, 60), column=2))
    assert [s.angle for s in found] == ["rounding alone"]


@pytest.mark.parametrize(
    ("degrees", "start", "truth"),
    [(20, 10, "slouch"), (10, 10, "slight"), (10, 26, "early"), (10, 36, "false"), (5, 0, "false")],
)
def test_alarms_by_what_was_true(degrees: float, start: int, truth: str) -> None:
    found = alarms(watched(held(degrees, start, 60), slice(40, 50)))
    assert [alarm.truth for alarm in found] == [truth]
