"""Landmarks in a form small enough for the application's tests.

`tests/exercise_data.py` reads it. One npz, arrays over all frames of all recordings, one recording
after the other:

- ``steps`` (F, 25, 2) int16: landmarks 0 to 24, x and y in eighths of a pixel, each frame against
  the one before it in the whole file, the first against 0.
- ``world_steps`` (F, 25, 3) int16: the same of their places in the world, in units of 2 mm.
- ``seen`` (F, 25, 2) uint8: visibility and presence, 255 for 1; ``found`` (F,): whether there was
  anybody.
- ``about``: json text, a list with an entry a recording: name, frames, fps, size_px, test (of the
  bodies that thresholds are tested on), and what is true of it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.exercise_data import Exercised, find_exercised, read_exercised
from calibration.extract import read_extracted

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from calibration.extract import Extracted

KEPT = 25
"""Landmarks: all but the legs."""
PER_PIXEL, PER_METRE = 8, 500
_LEVELS = 51
"""Steps of visibility and presence: more would only make the file larger."""
_MEASURES = ("head_yaw_deg", "head_roll_deg", "lean_deg", "neck_deg", "thoracic_deg")


def _frames(poses: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
    """Points, places in the world, seen and found of the (n, 33, 7) poses of one recording."""
    found = np.asarray(np.isfinite(poses).all(axis=(1, 2)))
    kept = np.where(found[:, None, None], poses[:, :KEPT], 0.0)
    seen = np.round(np.clip(kept[:, :, 2:4], 0.0, 1.0) * _LEVELS) * (255 / _LEVELS)
    return {
        "points": _whole(kept[:, :, :2] * PER_PIXEL),
        "world": _whole(kept[:, :, 4:] * PER_METRE),
        "seen": np.round(seen).astype(np.uint8),
        "found": found,
    }


def _whole(values: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.clip(np.round(values), -16000, 16000).astype(np.int16)


def _steps(values: NDArray[np.int16]) -> NDArray[np.int16]:
    return np.diff(values, axis=0, prepend=np.zeros_like(values[:1]))


def _write(path: Path, recordings: list[tuple[NDArray[np.float32], dict[str, Any]]]) -> None:
    parts = [_frames(poses) for poses, _ in recordings]
    whole = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    about = [entry | {"frames": len(poses)} for poses, entry in recordings]
    np.savez_compressed(
        path,
        steps=_steps(whole["points"]),
        world_steps=_steps(whole["world"]),
        seen=whole["seen"],
        found=whole["found"],
        about=np.array(json.dumps(about, separators=(",", ":"))),
    )


def pack_exercises(landmarks: Path, path: Path, bodies: int) -> int:
    """Pack the exercises of the first ``bodies`` bodies; return how many recordings there are."""
    found = [read_exercised(file) for file in find_exercised(landmarks)]
    found = [one for one in found if one.about["body"] < bodies]
    _write(path, [(one.poses, _about(one)) for one in found])
    return len(found)


def _about(one: Exercised) -> dict[str, Any]:
    about, counts = one.about, one.about["counts"]
    return {
        "name": one.name,
        "exercise": about["exercise"],
        "view": about["view"],
        "body": about["body"],
        "test": about["split"] == "test",
        "fps": about["fps"],
        "size_px": one.size_px,
        "counts": [counts["left"], counts["right"], counts["all"]],
        "movements": [
            _rounded(movement) | {"ranges": _ranges(one, index)}
            for index, movement in enumerate(about["movements"])
        ],
    }


def _rounded(movement: dict[str, Any]) -> dict[str, Any]:
    return {k: round(v, 2) if isinstance(v, float) else v for k, v in movement.items()}


def _ranges(one: Exercised, index: int) -> dict[str, float]:
    """True change at the far end of a movement against the first seconds, degrees."""
    truth = one.truth
    far = (truth["movement"] == index) & (truth["drive"] > 0.95)
    first = truth["timestamp_s"] < 3.0
    if not far.any():
        return {}
    return {
        name: round(float(np.median(truth[name][far]) - np.median(truth[name][first])), 1)
        for name in _MEASURES
    }


def pack_desk_work(
    dataset: Path, landmarks: Path, path: Path, views: dict[str, float]
) -> dict[str, float]:
    """Pack desk work of the data set of the angle models, ``views``: least seconds of each view.

    Returns:
        Seconds by view. Each recording is of another body, in the order of their names.
    """
    recordings: list[tuple[NDArray[np.float32], dict[str, Any]]] = []
    packed = dict.fromkeys(views, 0.0)
    for view, least_s in views.items():
        bodies: set[int] = set()
        for file in sorted(dataset.glob(f"test/sequence_{view}_*_body*_1??.json")) + sorted(
            dataset.glob(f"train/sequence_{view}_*_body*_1??.json")
        ):
            if packed[view] >= least_s:
                break
            found = read_extracted(file, landmarks)
            if found.about["body"] not in bodies:
                bodies.add(found.about["body"])
                recordings.append((found.poses, _about_desk(found)))
                packed[view] += len(found.poses) / found.about["fps"]
    _write(path, recordings)
    return packed


def _about_desk(found: Extracted) -> dict[str, Any]:
    kinds = found.truth["kind"].tolist()
    changes = [k for k in range(len(kinds)) if k == 0 or kinds[k] != kinds[k - 1]]
    return {
        "name": found.name,
        "view": found.about["view"],
        "body": found.about["body"],
        "test": found.about["split"] == "test",
        "fps": found.about["fps"],
        "size_px": found.size_px.tolist(),
        "kinds": [[round(k / found.about["fps"], 1), kinds[k]] for k in changes],
    }
