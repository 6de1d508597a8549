"""Differences of angles, and scale: properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.geometry import angle_difference_deg, similarity_scale

finite = st.floats(-1e3, 1e3, allow_nan=False)


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
