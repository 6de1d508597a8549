"""The renderer: points land on their pixels, and the same seed gives the same pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.parts import Material, box, join
from calibration.postures import sample_posture
from calibration.projection import project
from calibration.render import View
from calibration.scenes import OUT_OF_RANGE, TRAINED, VIEWS, sample_camera
from calibration.stage import Moment, SetUpKey, Stage, make_set_up
from calibration.truth import NOSE_TIP
from calibration.webcam import expose

if TYPE_CHECKING:
    from calibration.body_model import BodyModel
    from calibration.render import Renderer

KEY = SetUpKey(seed=3, body=2, index=0, view="threequarter", size_px=(640, 480))


def take(model: BodyModel, renderer: Renderer, key: SetUpKey) -> np.ndarray:
    set_up = make_set_up(model, key)
    stage = Stage(model, renderer)
    stage.enter(set_up)
    image, _ = stage.take(Moment(sample_posture(np.random.default_rng(4), "slump")))
    return expose(image, set_up.webcam, np.random.default_rng(5))


def test_same_seed_same_pixels(model: BodyModel, renderer: Renderer) -> None:
    first = take(model, renderer, KEY)
    take(model, renderer, SetUpKey(seed=3, body=4, index=1, view="side", size_px=(640, 480)))
    again = take(model, renderer, KEY)
    assert first.shape == (480, 640, 3)
    assert first.std() > 10.0, "there is something to be seen"
    np.testing.assert_array_equal(first, again)


def test_another_seed_other_pixels(model: BodyModel, renderer: Renderer) -> None:
    other = SetUpKey(seed=4, body=2, index=0, view="threequarter", size_px=(640, 480))
    assert np.abs(take(model, renderer, KEY) - take(model, renderer, other)).mean() > 5.0


@pytest.mark.parametrize("view", VIEWS)
def test_projected_points_land_on_their_pixels(
    model: BodyModel, renderer: Renderer, view: str
) -> None:
    """Small glowing boxes around known points, alone in the dark, against their projections."""
    set_up = make_set_up(model, SetUpKey(9, 1, 0, view, size_px=(640, 480)))
    camera = set_up.view.camera
    target = np.array(camera.target_m)
    rng = np.random.default_rng(8)
    wall = box((0.0, 0.0, -9.0), (0.1, 0.1, 0.1), (0.0, 0.0, 0.0))
    errors = []
    for _ in range(12):
        point = target + rng.uniform(-0.25, 0.25, 3)
        place = (float(point[0]), float(point[1]), float(point[2]))
        marker = box(place, (0.012, 0.012, 0.012), (9.0, 9.0, 9.0), Material.GLOWING)
        mesh = join([wall, wall, wall, marker])
        ends = (12, 24, 36)
        renderer.load(mesh, ends, View(camera, set_up.view.light, set_up.view.look), target)
        image = renderer.draw(mesh.vertices, mesh.normals, target).astype(float).sum(axis=2)
        image -= np.median(image)
        rows, columns = np.indices(image.shape)
        seen = np.array([(columns * image).sum(), (rows * image).sum()]) / image.sum() + 0.5
        errors.append(np.linalg.norm(seen - project(camera, point[None])[0]))
    assert np.median(errors) <= 0.5
    assert max(errors) < 1.0


def test_the_face_is_where_the_projection_says(model: BodyModel, renderer: Renderer) -> None:
    """With and without the person, the picture differs at the nose."""
    set_up = make_set_up(model, SetUpKey(9, 1, 0, "front", size_px=(640, 480)))
    stage = Stage(model, renderer)
    stage.enter(set_up)
    with_person, placed = stage.take(Moment(sample_posture(np.random.default_rng(1), "upright")))
    empty, _ = stage.take(
        Moment(sample_posture(np.random.default_rng(1), "upright"), present=False)
    )
    column, row = project(set_up.view.camera, placed.vertices[NOSE_TIP][None])[0].astype(int)
    changed = np.abs(with_person.astype(int) - empty.astype(int)).sum(axis=2) > 12
    assert changed[row - 4 : row + 5, column - 4 : column + 5].mean() > 0.8
    assert 0.05 < changed.mean() < 0.9


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("outside", [False, True], ids=["trained", "out of range"])
def test_cameras_stay_within_their_ranges(view: str, outside: bool) -> None:
    limits = (OUT_OF_RANGE if outside else TRAINED)[view]
    rng = np.random.default_rng(12)
    for _ in range(50):
        camera = sample_camera(rng, limits, np.array([0.0, 0.0, 1.2]), (640, 480))
        for value, intervals in (
            (abs(camera.azimuth_deg), limits.azimuth_deg),
            (camera.distance_m, limits.distance_m),
            (camera.height_over_eyes_m, limits.height_m),
            (camera.horizontal_fov_deg, limits.horizontal_fov_deg),
            (abs(camera.roll_deg), limits.roll_deg),
        ):
            assert any(low <= value <= high for low, high in intervals)


def test_out_of_range_distances_are_never_trained() -> None:
    for view in VIEWS:
        for low, high in OUT_OF_RANGE[view].distance_m:
            for trained_low, trained_high in TRAINED[view].distance_m:
                assert high <= trained_low or low >= trained_high
