"""A scene knows when the camera has moved, not who sits there, nor how bright it is."""

from __future__ import annotations

from dataclasses import replace
from math import isnan, nan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from posture import scene
from posture.estimators.mediapipe import MediaPipeEstimator
from posture.records import Frame
from posture.scene import COLUMNS, HEIGHT, LENGTH, UNKNOWN, WIDTH, compare, describe
from tests.poses import make_pose

if TYPE_CHECKING:
    from posture.records import FloatArray

SAMPLE = Path(__file__).parents[1] / "samples" / "slow_slump.mp4"

Image = np.ndarray[Any, np.dtype[np.uint8]]


def room(seed: int = 0) -> Image:
    """A wall with pictures, shelves and books: levels from 60 to 180, a little larger than seen."""
    rng = np.random.default_rng(seed)
    image = np.full((HEIGHT + 20, WIDTH + 20), 120, np.uint8)
    for _ in range(120):
        top, left = rng.integers(0, HEIGHT + 10), rng.integers(0, WIDTH + 10)
        high, wide = rng.integers(4, 30, 2)
        image[top : top + high, left : left + wide] = rng.integers(60, 180)
    return image


def seen(image: Image, right: int = 0, down: int = 0) -> Image:
    """What the camera sees of a room, turned by some pixels."""
    return image[10 + down : 10 + down + HEIGHT, 10 + right : 10 + right + WIDTH]


def alike(one: Image, other: Image) -> float:
    return compare(describe(one, ()), describe(other, ())).correlation


seeds = st.integers(0, 10_000)


@given(seeds)
def test_the_same_picture_is_alike(seed: int) -> None:
    found = describe(seen(room(seed)), ())
    assert found.shape == (LENGTH,)
    assert found.dtype == np.uint8
    assert (found != UNKNOWN).all()
    assert compare(found, found).correlation == pytest.approx(1.0)


@given(seeds, st.floats(0.4, 1.3), st.floats(-20, 20))
def test_light_and_contrast_change_nothing(seed: int, contrast: float, brighter: float) -> None:
    image = seen(room(seed))
    other = np.rint(image * contrast + brighter).clip(0, 255).astype(np.uint8)
    assert alike(image, other) > 0.9


@given(seeds, st.integers(0, 100))
def test_noise_changes_little(seed: int, other: int) -> None:
    image = seen(room(seed))
    noise = np.random.default_rng(other).normal(0, 4, image.shape)
    assert alike(image, (image + noise).clip(0, 255).astype(np.uint8)) > 0.85


@given(seeds)
def test_parts_in_another_order_are_another_scene(seed: int) -> None:
    image = seen(room(seed))
    assert alike(image, np.roll(image, WIDTH // COLUMNS, axis=1)) < 0.5
    assert alike(image, np.roll(image, HEIGHT // 4, axis=0)) < 0.5


@pytest.mark.parametrize(
    ("right", "down", "moved"),
    [
        pytest.param(0, 0, False, id="unmoved"),
        pytest.param(1, 0, False, id="shaken aside"),
        pytest.param(0, -1, False, id="shaken up"),
        pytest.param(5, 0, True, id="panned by 2 degrees"),
        pytest.param(0, 5, True, id="tilted by 2 degrees"),
        pytest.param(0, -8, True, id="tilted by 3 degrees"),
        pytest.param(-7, 7, True, id="both"),
    ],
)
@given(seed=seeds)
def test_a_turned_camera(right: int, down: int, *, moved: bool, seed: int) -> None:
    image = room(seed)
    correlation = alike(seen(image), seen(image, right, down))
    assert correlation < 0.5 if moved else correlation > 0.7


@given(seeds)
def test_an_opened_door_is_no_turned_camera(seed: int) -> None:
    image, other = seen(room(seed)).copy(), seen(room(seed + 1))
    before = image.copy()
    image[:, : WIDTH // 4] = other[:, : WIDTH // 4]
    assert alike(before, image) > 0.7


def test_an_empty_wall_says_nothing() -> None:
    noise = np.random.default_rng(0).normal(120, 6, (HEIGHT, WIDTH)).astype(np.uint8)
    found = compare(describe(noise, ()), describe(seen(room()), ()))
    assert isnan(found.correlation)
    assert found.share == 0.0


def test_nobody_is_in_a_scene() -> None:
    pose, image = make_pose(), seen(room()).copy()
    without = describe(image, (pose,))
    x_px, y_px = (pose.points_px[:25] * [WIDTH / 640, HEIGHT / 480]).astype(int).T
    for x, y in zip(x_px, y_px, strict=True):
        image[y : y + 3, x : x + 3] = 255
    image[100:, 60:100] = 0
    np.testing.assert_array_equal(describe(image, (pose,)), without)
    assert 0.1 < (without == UNKNOWN).mean() < 0.8


@given(st.floats(100, 1000), st.floats(-900, 1500), st.floats(-900, 1500))
def test_wherever_somebody_is(metre_px: float, x: float, y: float) -> None:
    image = seen(room())
    whole = describe(image, ())
    found = describe(image, (make_pose(metre_px=metre_px, hip_px=(x, y)),))
    known = found != UNKNOWN
    np.testing.assert_array_equal(found[known], whole[known])


def test_two_people_hide_more_than_one() -> None:
    image, pose = seen(room()), make_pose()
    other = make_pose(hip_px=(80, 440), metre_px=200)
    one, both = (describe(image, people) == UNKNOWN for people in ((pose,), (pose, other)))
    assert both[one].all()
    assert both.sum() > one.sum()


def test_an_unknown_person_hides_everything() -> None:
    pose = replace(make_pose(), points_px=np.full((33, 2), np.nan))
    found = describe(seen(room()), (pose,))
    assert (found == UNKNOWN).all()
    assert isnan(compare(found, found).correlation)


def test_typical_is_the_median_of_what_is_known() -> None:
    looks = np.full((5, LENGTH), UNKNOWN, np.uint8)
    looks[:, 0] = [10, 20, 30, 40, 50]
    looks[:, 1] = [10, 11, 200, UNKNOWN, UNKNOWN]
    looks[:, 2] = [10, 11, UNKNOWN, UNKNOWN, UNKNOWN]
    found = scene.typical(list(looks))
    assert found is not None
    assert found[:4].tolist() == [30, 11, UNKNOWN, UNKNOWN]
    assert scene.typical([]) is None


@given(arrays(np.uint8, LENGTH))
def test_stored_and_read_again(values: Image) -> None:
    text = scene.to_text(values)
    assert text.isascii()
    np.testing.assert_array_equal(scene.from_text(text), values)


@given(arrays(np.uint8, LENGTH), arrays(np.uint8, LENGTH))
def test_any_two_can_be_compared(one: Image, other: Image) -> None:
    found = compare(one, other)
    assert isnan(found.correlation) or -1.0001 <= found.correlation <= 1.0001
    assert 0 <= found.share <= 1


def slow_comparison(one: Image, other: Image) -> tuple[float, float]:
    """What `compare` promises, piece by piece with numpy's own correlation."""
    before, after = (np.where(s == UNKNOWN, np.nan, s).reshape(-1, 40) for s in (one, other))
    best = np.full(len(before), np.nan)
    for piece, row in enumerate(before):
        found = [_correlation(row[1:39], after[piece, move : move + 38]) for move in range(3)]
        if not isnan(found[1]):
            best[piece] = np.nanmax(found)
    parts = [part[np.isfinite(part)] for part in (best[:24], best[24:])]
    medians = [float(np.median(part)) for part in parts if len(part) >= 3]
    return min(medians, default=nan), float(np.isfinite(best).mean())


def _correlation(one: FloatArray, other: FloatArray) -> float:
    known = np.isfinite(one) & np.isfinite(other)
    if known.sum() < 0.6 * 38 or one[known].std() < 8.0:
        return nan
    even = other[known].std() == 0
    return 0.0 if even else float(np.corrcoef(one[known], other[known])[0, 1])


@given(seeds, st.sampled_from([0.0, 0.1, 0.4]), st.sampled_from([2, 10, 255]))
def test_it_is_the_usual_correlation(seed: int, unknown: float, levels: int) -> None:
    rng = np.random.default_rng(seed)
    one, other = rng.integers(0, levels, (2, LENGTH)) * (250 // levels)
    other = np.where(rng.random(LENGTH) < 0.5, one, other)
    other[: LENGTH // 4] = 7
    hidden = rng.random((2, LENGTH)) < unknown
    scenes = [
        np.where(h, UNKNOWN, s).astype(np.uint8) for h, s in zip(hidden, (one, other), strict=True)
    ]
    found, slow = compare(*scenes), slow_comparison(*scenes)
    assert found == pytest.approx(slow, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("text", ["", "AAAA", "no scene", "=", "\u00e9"])
def test_a_text_that_is_no_scene(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        scene.from_text(text)


def tilted(image: Image, degrees: float) -> Image:
    """What a camera with a field of view of 60 degrees sees when it is tilted."""
    height, width = image.shape[:2]
    focal = width / 2 / np.tan(np.radians(30))
    lens = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
    turn, _ = cv2.Rodrigues(np.radians([degrees, 0.0, 0.0]))
    move = lens @ turn @ np.linalg.inv(lens)
    border = cv2.BORDER_REFLECT_101
    return cv2.warpPerspective(image, move, (width, height), borderMode=border).astype(np.uint8)


@pytest.mark.parametrize(
    ("degrees", "factor", "moved"),
    [
        pytest.param(0.0, 1.0, False, id="unmoved"),
        pytest.param(0.0, 0.5, False, id="half the light"),
        pytest.param(2.0, 1.0, True, id="tilted by 2 degrees"),
        pytest.param(-2.0, 1.0, True, id="and the other way"),
        pytest.param(5.0, 0.5, True, id="tilted and darker"),
    ],
)
def test_a_sitter_who_slumps(degrees: float, factor: float, *, moved: bool) -> None:
    """Looks with the real model at a sample: the slump begins at 9 s, then the camera moves too."""
    capture, seen = cv2.VideoCapture(str(SAMPLE)), []
    with MediaPipeEstimator() as estimator:
        for index in range(250):
            image = capture.read()[1].astype(np.uint8)
            if index % 40 == 10:
                image = (tilted(image, degrees) * factor).astype(np.uint8) if index > 90 else image
                look = estimator.estimate(Frame(image, index / 10, index), look_afresh=True)
                seen.append(look.scene)
    capture.release()
    known = [found for found in seen if found is not None]
    reference = scene.typical(known[:3])
    assert len(known) == 6
    assert reference is not None
    for found in known[3:]:
        correlation = compare(reference, found).correlation
        assert correlation < 0.5 if moved else correlation > 0.9
