"""Landmarks of bodies that exercise, beside what is true: one npz for each recording.

Arrays over n frames, 6 a second (5 where cues lead), found by the product's own adapter as in a
live session:

- ``poses`` (n, 33, 7) float32: x and y in pixels, visibility, presence, and x, y, z in the world in
  metres (`calibration.extract`); NaN where nobody was found. ``size_px`` (2,): width and height.
- ``timestamp_s``; ``drive``: 0 in the start position, 1 at the far end of a movement, -1 at the
  second one (arched, of cat-cow); ``movement``: which one goes on, -1 for none; ``kind``: rest,
  moving or hold.
- the angles of `calibration.truth` in degrees, the measures of `calibration.exercise_truth`, and
  ``oracle_px`` (n, 33, 2), the true image points.
- ``about``: json text: exercise, view, split, ``counts`` (left, right, all), ``movements`` (label,
  side, start_s, end_s, held_s, counts), body, camera, clothes, seeds. ``left`` is the person's own.

Everybody sits still for the first 3.5 s or longer. A movement with the label ``enough`` counts, one
with ``half`` goes clearly less far, the others are something else and must not count.

Who is led by cues (`calibration.exercise_paced`) has one movement for each cycle, ``missed`` where
nothing is done, and ``cycle_done`` (cycles,): whether it was done fully.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.dataset import find_recordings, read_recording
from calibration.extract import array_pose, extract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.ports import PoseEstimator
    from posture.records import Pose

_NOT_KEPT = ("jpeg_start", "seat_x_m", "seat_y_m", "seat_z_m")


@dataclass(frozen=True, slots=True, eq=False)
class Exercised:
    """One recording: see the module.

    Attributes:
        name: Of the recording.
        about: What is known about it.
        poses: (n, 33, 7), as in the module.
        size_px: Width and height of the pictures.
        truth: The other arrays, each over n frames but ``cycle_done``.
    """

    name: str
    about: dict[str, Any]
    poses: NDArray[np.float32]
    size_px: tuple[int, int]
    truth: dict[str, NDArray[Any]]

    @property
    def counts(self) -> tuple[int, ...]:
        """True repetitions: (left, right) where the exercise has sides, else (all,)."""
        counts = self.about["counts"]
        sided = any(movement["side"] for movement in self.about["movements"])
        return (counts["left"], counts["right"]) if sided else (counts["all"],)

    def frames(self) -> Iterator[tuple[float, Pose | None]]:
        """Time of each frame and the user's pose in it; None where nobody was found."""
        for timestamp_s, values in zip(self.truth["timestamp_s"], self.poses, strict=True):
            found = bool(np.isfinite(values).all())
            yield float(timestamp_s), array_pose(values, *self.size_px) if found else None


def read_exercised(path: Path) -> Exercised:
    """Read one recording's npz."""
    with np.load(path) as arrays:
        truth = {name: arrays[name] for name in arrays.files}
    about, poses, size_px = truth.pop("about"), truth.pop("poses"), truth.pop("size_px")
    size = int(size_px[0]), int(size_px[1])
    return Exercised(path.stem, json.loads(str(about)), poses, size, truth)


def find_exercised(directory: Path) -> list[Path]:
    """All recordings in `directory`, sorted by name."""
    return sorted(directory.glob("exercise_*_body*.npz"))


def find_landmarks(dataset: Path, directory: Path, estimator: PoseEstimator) -> int:
    """Find the landmarks of every rendered recording that has none; return how many there were."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = [path for path in find_recordings(dataset) if path.stem.startswith("exercise_")]
    left = [path for path in paths if not (directory / f"{path.stem}.npz").exists()]
    for path in left:
        recording = read_recording(path)
        found = extract(recording, estimator)
        truth = {k: v for k, v in recording.truth.items() if k not in _NOT_KEPT}
        arrays: dict[str, Any] = {
            "poses": found["poses"],
            "size_px": found["size_px"],
            "about": np.array(json.dumps(recording.about)),
            **truth,
        }
        part = directory / f".{path.stem}.part.npz"
        np.savez_compressed(part, **arrays)
        part.replace(directory / f"{path.stem}.npz")
    return len(left)
