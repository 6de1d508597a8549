"""Angles on arrays: a table at the compass points, then properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.geometry import angle_difference_deg, direction_deg, similarity_scale, yaw_deg

finite = st.floats(-1e3, 1e3, allow_nan=False)


@pytest.mark.parametrize(
    ("sine", "cosine", "expected"),
    [
        pytest.param(0, 1, 0, id="along"),
        pytest.param(1, 1, 45, id="between"),
        pytest.param(1, 0, 90, id="across"),
        pytest.param(0, -1, 180, id="against"),
        pytest.param(-1, 0, -90, id="across the other way"),
        pytest.param(0, 0, np.nan, id="no direction"),
        pytest.param(np.nan, 1, np.nan, id="missing"),
    ],
)
def test_direction(sine: float, cosine: float, expected: float) -> None:
    result = direction_deg(np.array([sine], float), np.array([cosine], float))
    np.testing.assert_allclose(result, [expected], equal_nan=True)


def test_direction_keeps_the_leading_shape() -> None:
    assert direction_deg(np.ones((4, 3)), np.ones((4, 3))).shape == (4, 3)


@given(finite, finite)
def test_difference_is_the_short_way_round(first: float, second: float) -> None:
    difference = float(angle_difference_deg(np.array(first), np.array(second)))
    assert -180 <= difference < 180
    assert np.cos(np.radians(difference)) == pytest.approx(np.cos(np.radians(first - second)))


@given(st.floats(1, 5000), st.integers(0, 2**32 - 1))
def test_scale_is_found_whatever_the_place(scale: float, seed: int) -> None:
    metres = np.random.default_rng(seed).normal(size=(9, 2))
    metres -= metres.mean(axis=0)
    assert similarity_scale(metres * scale, metres) == pytest.approx(scale)


def test_scale_of_a_point_is_unknown() -> None:
    assert np.isnan(similarity_scale(np.ones((9, 2)), np.zeros((9, 2))))


@pytest.mark.parametrize(
    ("left_to_right", "expected"),
    [
        pytest.param([-1, 0, 0], 0, id="facing the camera"),
        pytest.param([0, 0, -1], 90, id="facing the right edge, right side near"),
        pytest.param([0, 0, 1], -90, id="facing the left edge"),
        pytest.param([1, 0, 0], 180, id="from behind"),
        pytest.param([-1, 5, -1], 45, id="a sunken shoulder changes nothing"),
        pytest.param([0, 1, 0], np.nan, id="vertical"),
    ],
)
def test_yaw(left_to_right: list[float], expected: float) -> None:
    found = yaw_deg(np.array(left_to_right, float))
    np.testing.assert_allclose(np.abs(found) if expected == 180 else found, expected)
