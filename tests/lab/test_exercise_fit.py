"""Weights of exercises that are led: what bodies have in common, in units of noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.exercise_fit import KEPT, REST, Learned, cuts, fit, mirrored, whitening
from posture.care.movement import LENGTH
from tests.care.test_paced import film

if TYPE_CHECKING:
    from posture.records import FloatArray

SPREAD = np.linspace(0.01, 0.5, LENGTH)
NOTHING = np.empty((0, LENGTH))


def noise(count: int = 4000) -> FloatArray:
    return np.random.default_rng(2).normal(size=(count, LENGTH)) * SPREAD


def test_noise_is_made_independent_and_large_movements_are_none() -> None:
    calm = noise()
    busy = np.concatenate((calm, 50.0 * calm[: len(calm) // 4]))
    for seen in (calm, busy):
        whole = calm @ whitening(seen, NOTHING).T
        covariance = whole.T @ whole / len(whole)
        assert np.diag(covariance) == pytest.approx(np.ones(LENGTH), abs=0.3)
        assert np.abs(covariance - np.diag(np.diag(covariance))).max() < 0.2


def test_what_is_done_instead_counts_less_and_the_rest_as_before() -> None:
    nod, exercise = np.zeros(LENGTH), np.zeros(LENGTH)
    nod[3], exercise[30] = 0.5, 0.5
    before, after = whitening(noise(), NOTHING), whitening(noise(), np.array([nod, -nod]))
    size = np.linalg.norm
    assert size(after @ nod) < 0.2 * size(before @ nod)
    assert size(after @ exercise) == pytest.approx(size(before @ exercise), rel=0.1)


def test_the_first_weights_are_what_all_bodies_have_in_common() -> None:
    random = np.random.default_rng(4)
    common, own = np.zeros(LENGTH), np.zeros(LENGTH)
    common[7], own[20] = 0.5, 0.5
    bodies = [
        np.array([common * size + own * random.normal() * 0.4 for size in (0.8, 1.0, 1.2)])
        for _ in range(8)
    ]
    weights = fit(Learned("side", dict(enumerate(bodies)), NOTHING), noise())
    assert weights.shape == (LENGTH, LENGTH)
    along = weights @ common
    assert along[0] > 0.8 * np.linalg.norm(along)
    still = noise() @ weights.T
    assert still[:, 0].std() == pytest.approx(1.0, abs=0.3)
    assert still[:, KEPT:].std() == pytest.approx(REST, abs=0.2)


def test_from_the_front_both_sides_weigh_alike() -> None:
    change = np.random.default_rng(5).normal(size=(6, LENGTH))
    assert mirrored(mirrored(change)) == pytest.approx(change)
    calm = noise()
    learned = Learned("front", {0: change + 3.0}, 0.1 * change)
    weights = fit(learned, np.concatenate((calm, mirrored(calm))))
    assert mirrored(change) @ weights[0] == pytest.approx(change @ weights[0], abs=1e-6)


def test_each_repetition_is_cut_once() -> None:
    found = [*cuts("cat_cow", film(1, 1, 1))]
    assert [number for number, _ in found] == [0, 1, 2]
    assert all(change.shape == (LENGTH,) for _, change in found)
    assert len([*cuts("cat_cow", [(float(t), None) for t in range(60)])]) == 0
