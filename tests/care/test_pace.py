"""A pace says at every moment what to do, over and over, in time."""

from __future__ import annotations

from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.catalogue import find
from posture.care.figure_path import figure_path
from posture.care.pace import KEEP_STILL, PACES, Pace, Stroke
from posture.care.routines import ROUTINES

NAMES = sorted(PACES)
THERE, BACK = Stroke(1, 2.0, 3.0, "go", "stay"), Stroke(0, 1.0, 4.0, "return", "rest")
PACE = Pace(5.0, (THERE, BACK))


@pytest.mark.parametrize(
    ("time_s", "word", "cycle", "share", "place"),
    [
        pytest.param(-1.0, KEEP_STILL, -1, 0.0, 0.0, id="before"),
        pytest.param(2.5, KEEP_STILL, -1, 0.5, 0.0, id="lead-in"),
        pytest.param(5.0, "go", 0, 0.0, 0.0, id="first cue"),
        pytest.param(6.0, "go", 0, 0.5, 0.5, id="half way"),
        pytest.param(7.0, "stay", 0, 0.0, 1.0, id="there"),
        pytest.param(8.5, "stay", 0, 0.5, 1.0, id="half of the hold"),
        pytest.param(10.5, "return", 0, 0.5, 0.5, id="back"),
        pytest.param(13.0, "rest", 0, 0.5, 0.0, id="rest"),
        pytest.param(15.0, "go", 1, 0.0, 0.0, id="again"),
    ],
)
def test_a_cycle(time_s: float, word: str, cycle: int, share: float, place: float) -> None:
    cue = PACE.at(time_s)
    assert (cue.word, cue.cycle) == (word, cycle)
    assert cue.share == pytest.approx(share)
    assert cue.place == pytest.approx(place)
    assert cue.holds is (word == "stay")


@given(st.sampled_from(NAMES), st.floats(0.0, 1000.0))
def test_cues_go_on_without_a_jump(name: str, time_s: float) -> None:
    pace = PACES[name]
    now, soon = pace.at(time_s), pace.at(time_s + 0.01)
    assert 0.0 <= now.share <= 1.0
    assert -1.0 <= now.place <= 1.0
    assert soon.cycle - now.cycle in (0, 1)
    assert abs(soon.place - now.place) < 0.05
    again = pace.at(time_s + pace.cycle_s)
    if now.cycle > 0:
        assert (again.drive, again.moving) == (now.drive, now.moving) or now.share > 0.999
        assert again.cycle in (now.cycle + 1, now.cycle + 2)


@pytest.mark.parametrize("name", NAMES)
def test_a_dose_lasts_as_long_as_it_says(name: str) -> None:
    doses = [find(name).dose]
    doses += [dose for routine in ROUTINES for each, dose in routine.steps if each == name]
    for dose in doses:
        assert dose.timer_s == PACES[name].length_s(dose.repetitions)
        holds = [s.hold_s for s in PACES[name].strokes if s.drive == 1]
        assert dose.hold_s in (0.0, *holds)


@pytest.mark.parametrize("name", NAMES)
def test_the_figure_goes_where_the_pace_leads(name: str) -> None:
    path = figure_path(name)
    assert path is not None
    start, far = path.towards(0.0), path.towards(1.0)
    assert start == pytest.approx(path.points[0], abs=0.01)
    assert abs(far - start).max() > 0.05
    assert path.towards(1.5) == pytest.approx(far)
    sizes = [abs(path.towards(place / 20) - start).sum() for place in range(21)]
    assert all(one <= other + 0.3 for one, other in pairwise(sizes))
    if any(stroke.drive == -1 for stroke in PACES[name].strokes):
        assert abs(path.towards(-1.0) - far).max() > abs(far - start).max()
        assert path.towards(-0.001) == pytest.approx(start, abs=0.01)


@pytest.mark.parametrize(
    ("drive", "move_s", "hold_s"), [(2, 1.0, 1.0), (1, 0.0, 1.0), (1, 1.0, -1.0), (0, inf, 1.0)]
)
def test_strokes_that_cannot_be(drive: int, move_s: float, hold_s: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        Stroke(drive, move_s, hold_s, "", "")


@pytest.mark.parametrize(
    ("lead_in_s", "strokes"),
    [(0.0, (THERE, BACK)), (nan, (THERE, BACK)), (5.0, (THERE,)), (5.0, (BACK, THERE))],
)
def test_paces_that_cannot_be(lead_in_s: float, strokes: tuple[Stroke, ...]) -> None:
    with pytest.raises(ValueError, match=r"must be above 0|leads to 1 first"):
        Pace(lead_in_s, strokes)
