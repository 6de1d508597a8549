"""Rendered frames through the product's own adapter: what the angle model will really be given.

Each set-up becomes one npz of landmarks beside its truth. Stills are separate moments, so the
tracker is restarted before each and sees the picture twice, half a second apart: a held posture has
had time to settle.
Sequences run through the person check as a live session does, with the looks that it asks for.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.progress import track

from calibration.dataset import Recording, find_recordings, read_recording
from posture.landmarks import LANDMARK_COUNT
from posture.person import PersonCheck
from posture.records import Frame, Pose
from posture.session import observe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.ports import PoseEstimator


SETTLED_S = 0.5
"""Between the two looks at a still: as far apart as those of a calm live session."""
COLUMNS = 7
"""Of a landmark: x and y in pixels, visibility, presence, and x, y, z in the world in metres."""


def pose_array(pose: Pose | None) -> NDArray[np.float32]:
    """(33, 7) of one pose, NaN for nobody; see `COLUMNS`."""
    if pose is None:
        return np.full((LANDMARK_COUNT, COLUMNS), np.nan, np.float32)
    columns = (pose.points_px, pose.visibility[:, None], pose.presence[:, None], pose.world_m)
    return np.concatenate(columns, axis=1).astype(np.float32)


def array_pose(values: NDArray[np.float32], width_px: int, height_px: int) -> Pose:
    """The pose of a (33, 7) array."""
    columns = values.astype(np.float64)
    return Pose(
        points_px=columns[:, :2],
        visibility=columns[:, 2],
        presence=columns[:, 3],
        world_m=columns[:, 4:],
        width_px=width_px,
        height_px=height_px,
    )


@dataclass(frozen=True, slots=True)
class Extracted:
    """One set-up as the product sees it.

    Attributes:
        name: Of the set-up.
        about: The set-up's json.
        poses: (n, 33, 7) float32, see `COLUMNS`; NaN where nobody was found.
        size_px: (2,) width and height of the frames.
        looks: The fresh looks of a sequence: (k, 34, 7), the last row holds the frame's index.
        looked: (n,) whether a fresh look was made at the frame.
        brightness: (n,) of the pictures.
        truth: Arrays over n frames.
    """

    name: str
    about: dict[str, Any]
    poses: NDArray[np.float32]
    size_px: NDArray[np.int64]
    looks: NDArray[np.float32]
    looked: NDArray[np.bool_]
    brightness: NDArray[np.float64]
    truth: dict[str, NDArray[Any]]


def extract(recording: Recording, estimator: PoseEstimator) -> dict[str, NDArray[Any]]:
    """Find the landmarks of one set-up's frames."""
    if recording.about["kind"] == "stills":
        return _extract_stills(recording, estimator)
    return _extract_sequence(recording, estimator)


def _frames(recording: Recording) -> Iterator[Frame]:
    times = recording.truth["timestamp_s"].tolist()
    for index, (image, timestamp_s) in enumerate(zip(recording.pictures(), times, strict=True)):
        yield Frame(image, timestamp_s, index)


def _extract_stills(recording: Recording, estimator: PoseEstimator) -> dict[str, NDArray[Any]]:
    poses, brightness = [], []
    size_px = (0, 0)
    for frame in _frames(recording):
        estimator.restart()
        estimator.estimate(frame, look_afresh=False)
        later = replace(frame, timestamp_s=frame.timestamp_s + SETTLED_S)
        seen = estimator.estimate(later, look_afresh=False)
        poses.append(pose_array(seen.tracked))
        brightness.append(seen.brightness)
        size_px = frame.image.shape[1::-1]
    return _arrays(poses, size_px, [], [False] * len(poses), brightness)


def _extract_sequence(recording: Recording, estimator: PoseEstimator) -> dict[str, NDArray[Any]]:
    person = PersonCheck()
    poses, looks, looked, brightness = [], [], [], []
    size_px = (0, 0)
    estimator.restart()
    for frame in _frames(recording):
        seen = observe(frame, estimator, person)
        person.update(seen)
        poses.append(pose_array(seen.tracked))
        looked.append(seen.detected is not None)
        for pose in seen.detected or ():
            row = np.full((1, COLUMNS), frame.index, np.float32)
            looks.append(np.concatenate((pose_array(pose), row)))
        brightness.append(seen.brightness)
        size_px = frame.image.shape[1::-1]
    return _arrays(poses, size_px, looks, looked, brightness)


def _arrays(
    poses: Sequence[NDArray[np.float32]],
    size_px: Sequence[int],
    looks: Sequence[NDArray[np.float32]],
    looked: Sequence[bool],
    brightness: Sequence[float],
) -> dict[str, NDArray[Any]]:
    return {
        "poses": np.stack(poses),
        "size_px": np.array(size_px),
        "looks": np.array(looks, np.float32).reshape(-1, LANDMARK_COUNT + 1, COLUMNS),
        "looked": np.array(looked),
        "brightness": np.array(brightness),
    }


def read_extracted(path: Path, landmarks: Path) -> Extracted:
    """Read one set-up: its json at `path`, its landmarks in the folder `landmarks`."""
    recording = read_recording(path)
    with np.load(landmarks / f"{path.stem}.npz") as arrays:
        found = {name: arrays[name] for name in arrays.files}
    return Extracted(path.stem, recording.about, truth=recording.truth, **found)


def extract_all(dataset: Path, landmarks: Path, processes: int) -> int:
    """Extract every finished set-up that has not been; return how many there were to do.

    A file is written under another name and renamed, so that a half-written one never counts.
    """
    landmarks.mkdir(parents=True, exist_ok=True)
    waiting = [p for p in find_recordings(dataset) if not (landmarks / f"{p.stem}.npz").exists()]
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, context) as pool:
        done = pool.map(_work, ((path, landmarks) for path in waiting), chunksize=1)
        for _ in track(done, "finding landmarks", total=len(waiting)):
            pass
    return len(waiting)


_estimator: PoseEstimator | None = None


def _work(task: tuple[Path, Path]) -> None:
    global _estimator  # noqa: PLW0603  # one model for all the tasks of a worker process
    if _estimator is None:
        from posture.estimators.mediapipe import MediaPipeEstimator

        _estimator = MediaPipeEstimator()
    path, landmarks = task
    arrays: dict[str, Any] = extract(read_recording(path), _estimator)
    part = landmarks / f"{path.stem}.part.npz"
    np.savez_compressed(part, **arrays)
    part.replace(landmarks / f"{path.stem}.npz")
