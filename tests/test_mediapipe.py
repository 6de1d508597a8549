"""The contract of the port `PoseEstimator`, kept by the real model."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from posture.estimators.mediapipe import MediaPipeEstimator
from posture.estimators.model_file import MODEL_NAME, MODEL_SHA256
from posture.ports import EstimatorError
from posture.records import Frame, Observation, Pose
from posture.scene import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

SITTER = Path(__file__).parents[1] / "samples" / "slow_slump.mp4"


def blank(height: int = 48, width: int = 64) -> NDArray[np.uint8]:
    return np.zeros((height, width, 3), np.uint8)


@pytest.fixture(scope="module")
def pictures() -> list[NDArray[np.uint8]]:
    """Five pictures of one sitter."""
    capture = cv2.VideoCapture(str(SITTER))
    images = [capture.read()[1].astype(np.uint8) for _ in range(5)]
    capture.release()
    return images


@pytest.fixture
def estimator() -> Iterator[MediaPipeEstimator]:
    with MediaPipeEstimator() as started:
        yield started


def see(
    estimator: MediaPipeEstimator, images: list[NDArray[np.uint8]], *, look_afresh: bool = False
) -> list[Observation]:
    return [
        estimator.estimate(Frame(image, index / 10, index), look_afresh=look_afresh)
        for index, image in enumerate(images)
    ]


def same(one: Pose | None, other: Pose | None) -> bool:
    assert one is not None
    assert other is not None
    names = ("points_px", "visibility", "presence", "world_m")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


def alike(one: Pose | None, other: Pose | None) -> bool:
    """The same landmarks; visibility may be smoothed from different beginnings."""
    assert one is not None
    assert other is not None
    near = np.abs(one.world_m - other.world_m).max() < 1e-4
    return bool(np.array_equal(one.points_px, other.points_px) and near)


def test_nobody_in_a_blank_picture(estimator: MediaPipeEstimator) -> None:
    seen = estimator.estimate(Frame(blank(), 1.5, 7), look_afresh=True)
    assert (seen.timestamp_s, seen.index) == (1.5, 7)
    assert seen.tracked is None
    assert seen.detected == ()
    assert seen.brightness == 0.0
    assert seen.scene is None


def test_no_fresh_look_unless_asked_for(estimator: MediaPipeEstimator) -> None:
    assert estimator.estimate(Frame(blank(), 0.0, 0), look_afresh=False).detected is None


def test_brightness_is_luma(estimator: MediaPipeEstimator) -> None:
    image = blank(480, 640)
    image[:] = (0, 255, 0)  # green
    seen = estimator.estimate(Frame(image, 0.0, 0), look_afresh=False)
    assert seen.brightness == pytest.approx(0.587)


def test_a_person_is_found_in_pixels(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    seen = see(estimator, pictures, look_afresh=True)[-1]
    pose = seen.tracked
    assert pose is not None
    height, width = pictures[0].shape[:2]
    assert (pose.width_px, pose.height_px) == (width, height)
    assert pose.points_px.shape == (33, 2)
    assert pose.world_m.shape == (33, 3)
    assert {getattr(pose, name).dtype for name in ("points_px", "visibility", "world_m")} == {
        np.dtype(np.float64)
    }
    nose, left, right = pose.points_px[[0, 11, 12]]
    assert 0 < nose[0] < width
    assert 0 < nose[1] < left[1] < height * 1.2
    assert left[0] - right[0] > 0.1 * width  # from the front, not mirrored
    assert ((pose.visibility >= 0) & (pose.visibility <= 1)).all()
    assert ((pose.presence >= 0) & (pose.presence <= 1)).all()
    assert 0 < seen.brightness < 1
    assert seen.detected is not None
    assert len(seen.detected) == 1
    assert np.abs(seen.detected[0].points_px[0] - nose).max() < 0.1 * width
    assert seen.scene is not None
    assert 0.2 < (seen.scene == UNKNOWN).mean() < 0.9
    assert see(estimator, pictures)[-1].scene is None


def test_the_same_pictures_give_the_same_numbers(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    with MediaPipeEstimator() as other:
        pairs = zip(see(estimator, pictures), see(other, pictures), strict=True)
        assert all(same(one.tracked, two.tracked) for one, two in pairs)


def test_a_fresh_look_does_not_disturb_the_tracking(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    with MediaPipeEstimator() as other:
        looked = see(estimator, pictures, look_afresh=True)
        pairs = zip(looked, see(other, pictures), strict=True)
        assert all(same(one.tracked, two.tracked) for one, two in pairs)


def test_frames_that_were_expected_give_the_same_numbers(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    frames = [Frame(image, index / 10, index) for index, image in enumerate(pictures)]

    def ask(one: MediaPipeEstimator, frame: Frame) -> Observation:
        if frame.index == 3:
            one.restart()
        return one.estimate(frame, look_afresh=frame.index == 1)

    for frame in frames:
        estimator.expect(frame)
    ahead = [ask(estimator, frame) for frame in frames]
    with MediaPipeEstimator() as other:
        asked = [ask(other, frame) for frame in frames]
    pairs = [(one.tracked, two.tracked) for one, two in zip(ahead, asked, strict=True)]
    assert all(same(*pair) for pair in pairs[:3])
    assert all(alike(*pair) for pair in pairs[3:])


def test_another_frame_than_expected_is_refused(estimator: MediaPipeEstimator) -> None:
    estimator.expect(Frame(blank(), 0.0, 4))
    with pytest.raises(ValueError, match="frame 4 was expected, not 5"):
        estimator.estimate(Frame(blank(), 0.1, 5), look_afresh=False)


def test_closing_does_not_wait_for_what_was_expected(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    for index, image in enumerate(pictures):
        estimator.expect(Frame(image, index / 10, index))
    estimator.close()
    with pytest.raises(EstimatorError, match="closed"):
        estimator.estimate(Frame(pictures[0], 0.0, 0), look_afresh=False)


def test_restart_finds_the_person_again_without_smoothing_from_before(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    see(estimator, [np.ascontiguousarray(image[:, ::-1]) for image in pictures])
    estimator.restart()
    later = estimator.estimate(Frame(pictures[0], 2.0, 9), look_afresh=False).tracked
    with MediaPipeEstimator() as other:
        first = other.estimate(Frame(pictures[0], 2.0, 9), look_afresh=False).tracked
    assert alike(later, first)


def test_after_a_restart_time_may_begin_anew(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    estimator.estimate(Frame(pictures[0], 1000.0, 0), look_afresh=False)
    estimator.restart()
    aside = np.roll(pictures[0], 12, axis=1)

    def follow(one: MediaPipeEstimator) -> Pose | None:
        one.estimate(Frame(pictures[0], 1.0, 0), look_afresh=False)
        return one.estimate(Frame(aside, 6.0, 1), look_afresh=False).tracked

    with MediaPipeEstimator() as other:
        assert alike(follow(estimator), follow(other)), "5 s lie between them, not a millisecond"


@pytest.mark.parametrize("times", [(1.0, 1.0, 1.0), (3.0, 2.0, 0.0), (float("nan"), -1.0, 1e300)])
def test_any_timestamps_survive(estimator: MediaPipeEstimator, times: tuple[float, ...]) -> None:
    for index, timestamp_s in enumerate(times):
        estimator.estimate(Frame(blank(), timestamp_s, index), look_afresh=False)
    estimator.estimate(Frame(blank(), float("inf"), 9), look_afresh=False)


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (241, 321), (2, 3)])
def test_any_size_survives(estimator: MediaPipeEstimator, size: tuple[int, int]) -> None:
    for index in range(2):
        seen = estimator.estimate(Frame(blank(*size) + 255, index, index), look_afresh=True)
        assert seen.brightness == pytest.approx(1.0)


def test_sizes_may_change_and_pictures_be_views(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]]
) -> None:
    whole = pictures[0]
    see(estimator, [whole, whole[::2, ::2], whole[:, ::-1], blank()])


def test_no_use_after_close() -> None:
    estimator = MediaPipeEstimator()
    estimator.close()
    estimator.close()
    with pytest.raises(EstimatorError, match="closed"):
        estimator.estimate(Frame(blank(), 0.0, 0), look_afresh=False)
    with pytest.raises(EstimatorError, match="closed"):
        estimator.restart()


def test_a_damaged_model_is_named(tmp_path: Path) -> None:
    model = tmp_path / "other.task"
    model.write_bytes(b"not a model")
    with pytest.raises(EstimatorError, match=r"other\.task.* is damaged"):
        MediaPipeEstimator(model)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(EstimatorError, match=r"gone\.task cannot be read"):
        MediaPipeEstimator(tmp_path / "gone.task")


def test_a_model_may_lie_in_a_folder_of_any_name(
    estimator: MediaPipeEstimator, pictures: list[NDArray[np.uint8]], tmp_path: Path
) -> None:
    model = tmp_path / "Rücken 背" / MODEL_NAME
    model.parent.mkdir()
    shutil.copy(str(resources.files("posture.data").joinpath(MODEL_NAME)), model)
    with MediaPipeEstimator(model) as other:
        assert same(see(estimator, pictures)[-1].tracked, see(other, pictures)[-1].tracked)


def test_looks_that_cannot_begin_are_told_of_and_closing_is_quiet(
    estimator: MediaPipeEstimator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EstimatorError("no more memory")

    monkeypatch.setattr(estimator, "_start", refuse)
    with pytest.raises(EstimatorError, match="no more memory"):
        estimator.estimate(Frame(blank(), 0.0, 0), look_afresh=True)
    estimator.close()


def test_the_model_is_named(estimator: MediaPipeEstimator) -> None:
    assert estimator.model_name == "pose_landmarker_lite.task"
    assert estimator.model_sha256 == MODEL_SHA256


def test_nothing_that_could_record_sound_is_imported() -> None:
    code = "import sys, posture.estimators.mediapipe; print(sys.modules['sounddevice'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["None"]
