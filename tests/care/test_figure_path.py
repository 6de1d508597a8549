"""The drawn figure's paths: what is shipped, and what is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.exercise import Seen
from posture.care.figure_path import BONES, JOINTS, FigurePath, figure_path, read_paths

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
POINTS = np.zeros((2, len(JOINTS), 2))


def shipped(name: str) -> FigurePath:
    path = figure_path(name)
    assert path is not None
    return path


def track(name: str, joint: str) -> np.ndarray:
    """(n, 2) of one joint."""
    return np.asarray(shipped(name).points[:, JOINTS.index(joint)])


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_has_a_path_that_closes(name: str) -> None:
    path = shipped(name)
    assert path.name == name
    assert 20 <= len(path.times_s) <= 45
    assert 4.0 < path.length_s < 12.0
    np.testing.assert_allclose(path.points[0], path.points[-1], atol=0.01)
    left, top, right, bottom = path.box()
    assert 0.8 < right - left < 4.0
    assert 1.5 < bottom - top < 4.0


def test_an_exercise_without_a_path() -> None:
    assert figure_path("handstand") is None


def test_bones_join_joints() -> None:
    assert {joint for bone in BONES for joint in bone} <= set(JOINTS)


@pytest.mark.parametrize("name", ["wall_angel", "overhead_reach"])
def test_hands_go_over_the_head(name: str) -> None:
    for side in ("left", "right"):
        assert track(name, f"{side}_wrist")[:, 1].min() < track(name, "crown")[:, 1].max()


def test_both_sides_are_done_left_first() -> None:
    for name in ("side_bend", "neck_rotation"):
        aside = track(name, "nose")[:, 0]
        assert aside.max() > 0.15
        assert aside.min() < -0.15
        assert aside.argmax() < aside.argmin()


def test_the_head_goes_back_in_a_chin_tuck() -> None:
    assert shipped("chin_tuck").view is Seen.SIDE
    ear = track("chin_tuck", "left_ear")
    assert ear[:, 0].max() > ear[0, 0] + 0.05, "the face is at the left"


def test_the_elbows_stay_at_the_door() -> None:
    assert np.ptp(track("doorway_stretch", "left_elbow")[:, 0]) < 0.01
    assert np.ptp(track("doorway_stretch", "c7")[:, 0]) > 0.15


@given(st.sampled_from(NAMES), st.floats(-100.0, 100.0))
def test_at_stays_between_the_key_frames(name: str, time_s: float) -> None:
    path = shipped(name)
    points = path.at(time_s)
    assert points.shape == (len(JOINTS), 2)
    assert (points >= path.points.min(axis=0) - 1e-9).all()
    assert (points <= path.points.max(axis=0) + 1e-9).all()


def test_at_a_key_frame_and_between_two() -> None:
    points = np.stack([POINTS[0], POINTS[0] + 1.0, POINTS[0]])
    path = FigurePath("made_up", Seen.FRONT, np.array([0.0, 2.0, 3.0]), points)
    assert path.at(2.0).max() == 1.0
    assert path.at(1.0).max() == path.at(4.0).max() == pytest.approx(0.5)
    assert path.at(3.0).max() == 0.0


@pytest.mark.parametrize(
    ("view", "times_s", "points", "words"),
    [
        pytest.param(Seen.NOT, [0.0, 1.0], POINTS, "front or side", id="view"),
        pytest.param(Seen.FRONT, [0.0, 0.0], POINTS, "increase from 0", id="times"),
        pytest.param(Seen.FRONT, [1.0, 2.0], POINTS, "increase from 0", id="first time"),
        pytest.param(Seen.FRONT, [0.0], POINTS[:1], "increase from 0", id="one frame"),
        pytest.param(Seen.FRONT, [0.0, 1.0], POINTS[:, :5], "points must be", id="joints"),
        pytest.param(Seen.SIDE, [0.0, 1.0], POINTS + np.nan, "finite", id="not a number"),
    ],
)
def test_what_is_no_path(view: Seen, times_s: list[float], points: np.ndarray, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        FigurePath("made_up", view, np.array(times_s), points)


def test_other_joints_are_refused() -> None:
    with pytest.raises(ValueError, match="joints must be crown"):
        read_paths(json.dumps({"joints": ["tail"], "paths": {}}))
