"""The fitted model at run time: one frame is the same as many, and left the same as right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture import shape
from posture.angle_model import TARGETS, AngleModel, PersonalModel, from_layers, inputs, shipped
from posture.angles import nobody_known

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

COUNT = 40


@pytest.fixture(scope="module")
def model() -> AngleModel:
    """Random weights: the promises hold whatever was learned."""
    rng = np.random.default_rng(7)
    sizes = [(5, 16, 2 * shape.LENGTH), (5, 16), (5, 8, 16), (5, 8), (5, 8, 8), (5, 8)]
    layers = [rng.normal(0, 0.2, size).astype(np.float32) for size in sizes]
    middle, scale = rng.normal(size=2 * shape.LENGTH), rng.uniform(0.5, 2, 2 * shape.LENGTH)
    bounds = np.full(shape.LENGTH, -3.0), np.full(shape.LENGTH, 3.0)
    return from_layers(middle, scale, layers, bounds)


def shapes(seed: int, count: int = COUNT) -> NDArray[np.float64]:
    """Random shapes, with some elbows and hips unseen."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(count, shape.LENGTH))
    flags = (rng.uniform(size=(count, 4)) < 0.6).astype(float)
    values[:, shape.SEEN : shape.PLACE] = flags
    first = 5 * len(shape.HEAD_AND_SHOULDERS)
    values[:, first : shape.SEEN] *= np.repeat(flags, 5, axis=1)
    return values


def test_one_frame_is_the_same_as_many(model: AngleModel) -> None:
    now, upright = shapes(1), shapes(2)
    change, sd = model.predict(now, upright)
    for number in range(COUNT):
        one, spread = PersonalModel(model, upright[number]).predict(now[number])
        np.testing.assert_allclose(one, change[number], atol=1e-3)
        np.testing.assert_allclose(spread, sd[number], rtol=1e-4)


def test_one_frame_is_put_together_as_many_are(model: AngleModel) -> None:
    rng = np.random.default_rng(3)
    model = replace(model, sd_factor=rng.uniform(0.5, 2, len(TARGETS)).astype(np.float32))
    personal = PersonalModel(model, shapes(2)[0])
    for out in rng.normal(0, 5, (COUNT, 10, 8)).astype(np.float32):
        np.testing.assert_array_equal(personal._combined(out), model.combine(out))


def test_left_is_the_same_as_right(model: AngleModel) -> None:
    now, upright = shapes(1), shapes(2)
    here = model.predict(now, upright)
    there = model.predict(shape.mirrored(now), shape.mirrored(upright))
    for one, other in zip(here, there, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-4)


def test_no_change_at_the_baseline(model: AngleModel) -> None:
    upright = shapes(2)
    change, sd = model.change(upright, upright)
    np.testing.assert_array_equal(change, 0)
    assert (sd > 0).all()


def test_what_was_not_seen_in_both_has_not_moved() -> None:
    given = inputs(shapes(1), shapes(2))
    first = 5 * len(shape.HEAD_AND_SHOULDERS)
    both = (shapes(1) * shapes(2))[:, shape.SEEN : shape.PLACE] > 0
    moved = given[:, first : shape.SEEN].reshape(COUNT, 4, 5).any(axis=2)
    np.testing.assert_array_equal(moved, both)


def test_saved_and_loaded(model: AngleModel, tmp_path: Path) -> None:
    model.save(tmp_path / "model.npz")
    again = AngleModel.load(tmp_path / "model.npz")
    np.testing.assert_array_equal(
        again.predict(shapes(1), shapes(2)), model.predict(shapes(1), shapes(2))
    )


def test_what_lies_far_from_everything_is_not_known(model: AngleModel) -> None:
    personal = PersonalModel(model, shapes(1)[0])
    near = np.zeros(shape.LENGTH)
    assert personal.knows(near)
    near[3] = 3.5
    assert not personal.knows(near)


@pytest.mark.parametrize("name", ["angle_change", "angle_absolute"])
def test_the_shipped_models_are_sound(name: str) -> None:
    shipped_model = shipped(name)
    change, sd = shipped_model.predict(nobody_known()[None], nobody_known()[None])
    assert change.shape == sd.shape == (1, len(TARGETS))
    assert np.isfinite(change).all()
    assert (shipped_model.least < shipped_model.most).all()
    assert (shipped_model.sd_factor > 0).all()
