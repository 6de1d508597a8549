"""Poses in plain numbers, whatever their size and place."""

from __future__ import annotations

from dataclasses import fields, replace
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.signals import (
    Signals,
    change_deg,
    middle,
    moved_towards,
    read,
    shoulders_moved_m,
)
from tests.exercising import figure, resized
from tests.poses import mirrored

PLACES = {"shape", "centre_x_px", "centre_y_px", "metre_px", "above_m"}
"""What depends on where in the picture somebody is."""
UP = (170.0, 5.0)


def seen(**pose: object) -> Signals:
    signals = read(figure(**pose))  # type: ignore[arg-type]
    assert signals is not None
    return signals


def values(signals: Signals) -> dict[str, object]:
    return {f.name: getattr(signals, f.name) for f in fields(Signals) if f.name not in PLACES}


def test_an_upright_figure() -> None:
    signals = seen()
    assert signals.metre_px == pytest.approx(240.0)
    assert signals.width_m == pytest.approx(0.36)
    assert signals.head_turn == pytest.approx(0.0, abs=1e-6)
    assert signals.head_roll_deg == pytest.approx(0.0, abs=1e-6)
    assert signals.trunk_yaw_deg == pytest.approx(0.0, abs=1e-6)
    assert signals.elbow_up_m == pytest.approx((-0.276, -0.276), abs=0.001)
    assert max(signals.wrist_over_nose_m) < -0.2


def test_raised_arms() -> None:
    signals = seen(arms=(UP, (90.0, 90.0)))
    assert signals.elbow_up_m == pytest.approx((0.276, 0.0), abs=0.001)
    assert signals.wrist_over_nose_m[0] > 0.3
    assert signals.elbow_deg == pytest.approx((175.0, 90.0))


@pytest.mark.parametrize("tilt_deg", [-30.0, -5.0, 12.0, 40.0])
def test_a_head_that_tilts_to_the_left_is_positive(tilt_deg: float) -> None:
    assert seen(tilt_deg=tilt_deg).head_roll_deg == pytest.approx(tilt_deg)


def test_a_head_that_turns_to_the_left_is_positive() -> None:
    turned = [seen(head_yaw_deg=deg).head_turn for deg in (-40.0, -20.0, 0.0, 20.0, 40.0)]
    assert turned == sorted(turned)
    assert turned[-1] == pytest.approx(0.643, abs=0.005)  # 0.115 m times the tangent, by 0.15 m


def test_from_the_side() -> None:
    assert seen(yaw_deg=90.0).trunk_yaw_deg == pytest.approx(90.0)


@pytest.mark.parametrize(
    ("hidden", "missing"),
    [
        ([13], {"elbow_up_m": 0, "elbow_deg": 0}),
        ([16], {"wrist_over_nose_m": 1, "elbow_deg": 1}),
    ],
)
def test_what_is_not_seen_is_nan(hidden: list[int], missing: dict[str, int]) -> None:
    signals = seen(hidden=hidden)
    for name in ("elbow_up_m", "wrist_over_nose_m", "elbow_deg"):
        pair = getattr(signals, name)
        assert [isnan(value) for value in pair] == [missing.get(name) == side for side in (0, 1)]


def test_a_hand_outside_the_picture_is_not_seen() -> None:
    assert isnan(seen(arms=(UP, UP), hip_px=(320.0, 200.0)).wrist_over_nose_m[0])


@pytest.mark.parametrize("hidden", [[0], [7, 8], [11, 12]])
def test_without_head_or_shoulders_there_is_nothing(hidden: list[int]) -> None:
    assert read(figure(hidden=hidden)) is None


def test_one_ear_and_one_shoulder_are_enough_from_the_side() -> None:
    assert read(figure(yaw_deg=80.0, hidden=[7, 11])) is not None


def test_numbers_that_are_none() -> None:
    pose = figure()
    assert read(replace(pose, points_px=np.full((33, 2), np.nan))) is None


@given(st.floats(0.3, 3.0), st.floats(0.0, 300.0), st.floats(0.0, 300.0))
def test_size_and_place_change_nothing(scale: float, across_px: float, down_px: float) -> None:
    pose = figure(arms=(UP, (80.0, 80.0)), tilt_deg=7.0, head_yaw_deg=20.0)
    signals, other = read(pose), read(resized(pose, scale, across_px, down_px))
    assert signals is not None
    assert other is not None
    for name, value in values(signals).items():
        assert getattr(other, name) == pytest.approx(value), name


def test_a_mirror_swaps_the_sides() -> None:
    pose = figure(arms=(UP, (80.0, 80.0)), tilt_deg=7.0, head_yaw_deg=20.0)
    signals, other = read(pose), read(mirrored(pose))
    assert signals is not None
    assert other is not None
    for name, value in values(signals).items():
        if isinstance(value, tuple):
            assert getattr(other, name) == pytest.approx(value[::-1]), name
        elif name in ("head_roll_deg", "head_turn", "trunk_yaw_deg"):
            assert getattr(other, name) == pytest.approx(-value, abs=1e-6), name  # type: ignore[operator]
        else:
            assert getattr(other, name) == pytest.approx(value), name


def test_how_far_the_shoulders_have_moved() -> None:
    here, there = seen(), seen(hip_px=(344.0, 470.0))
    assert shoulders_moved_m(there, here) == pytest.approx(0.1)


def test_nothing_has_changed_against_oneself() -> None:
    start = seen(yaw_deg=90.0)
    assert change_deg(start.shape, start.shape) == pytest.approx((0.0,) * 4)
    neck_deg, trunk_deg, _, _ = change_deg(seen(yaw_deg=90.0, trunk_deg=20.0).shape, start.shape)
    assert neck_deg > 3.0
    assert trunk_deg > 3.0


def test_the_middle_of_several_is_the_median() -> None:
    several = [seen(tilt_deg=deg) for deg in (0.0, 1.0, 40.0)]
    assert middle(several).head_roll_deg == pytest.approx(1.0)


def test_a_start_position_follows() -> None:
    moved = moved_towards(seen(tilt_deg=0.0), seen(tilt_deg=10.0), 0.25)
    assert moved.head_roll_deg == pytest.approx(2.5)


def test_what_is_missing_in_one_is_the_others() -> None:
    whole, part = seen(), seen(hidden=[13, 15])
    for moved in (moved_towards(whole, part, 0.5), moved_towards(part, whole, 0.5)):
        assert moved.elbow_up_m == pytest.approx(whole.elbow_up_m)
    # an elbow that is not seen has no place in the shape, so there is no way to it
    assert (moved_towards(whole, part, 0.5).shape == whole.shape).all()
