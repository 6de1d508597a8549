"""Shapes: what must not change them, and what must."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture import shape
from posture.landmarks import Landmark
from tests.poses import make_pose, mirrored

if TYPE_CHECKING:
    from posture.records import FloatArray, Pose


def of(pose: Pose) -> FloatArray:
    size_px = pose.width_px, pose.height_px
    return shape.compute(pose.points_px, pose.world_m, pose.visibility, size_px)


@given(st.floats(-100, 100), st.floats(-20, 50), st.floats(-20, 30), st.floats(-30, 30))
def test_a_mirror_is_what_it_says(yaw: float, neck: float, trunk: float, head: float) -> None:
    pose = make_pose(yaw_deg=yaw, neck_deg=neck, trunk_deg=trunk, head_yaw_deg=head)
    np.testing.assert_allclose(shape.mirrored(of(pose)), of(mirrored(pose)), atol=1e-9)


def test_a_mirror_of_a_mirror() -> None:
    values = of(make_pose(yaw_deg=33, neck_deg=30))
    np.testing.assert_array_equal(shape.mirrored(shape.mirrored(values)), values)


@given(st.floats(0.3, 2.0), st.floats(-50, 50), st.floats(-30, 0))
def test_distance_and_place_change_only_scale_and_place(
    scale: float, right_px: float, down_px: float
) -> None:
    near = make_pose(neck_deg=25, yaw_deg=10)
    far = replace(near, points_px=near.points_px * scale + [right_px, down_px - 200 * scale])
    if (far.points_px[:, 1].max() < 480) != (near.points_px[:, 1].max() < 480):
        return  # hips or elbows went out of the picture
    difference = of(far) - of(near)
    np.testing.assert_allclose(difference[: shape.PLACE], 0, atol=1e-9)
    assert difference[shape.PLACE] == pytest.approx(np.log(scale))


def test_wide_frames_do_not_flatten_shapes() -> None:
    narrow = make_pose(neck_deg=30, yaw_deg=90)
    wide = make_pose(neck_deg=30, yaw_deg=90, width_px=1920, height_px=1080)
    np.testing.assert_allclose(of(wide)[: shape.PLACE], of(narrow)[: shape.PLACE], atol=1e-9)


@pytest.mark.parametrize("unseen", ["visibility", "below"])
def test_an_unseen_hip_is_zero_and_flagged(unseen: str) -> None:
    pose = make_pose()
    points, seen = pose.points_px.copy(), pose.visibility.copy()
    if unseen == "visibility":
        seen[Landmark.LEFT_HIP] = 0.2
    else:
        points[Landmark.LEFT_HIP, 1] = 481
    values = of(replace(pose, points_px=points, visibility=seen))
    hip = shape.LANDMARKS.index(Landmark.LEFT_HIP)
    assert not values[5 * hip : 5 * hip + 5].any()
    flags = values[shape.SEEN : shape.PLACE]
    np.testing.assert_array_equal(flags, [1, 1, 0, 1])
