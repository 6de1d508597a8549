"""Landmarks of rendered bodies for tests: exercises with true counts, and ordinary desk work.

The laboratory made them (`calibration/exercise_pack.py` says how they are stored). Each body's own
landmarks as MediaPipe found them in pictures, to an eighth of a pixel and to 2 mm. The legs are not
kept: all of them are at 0, and not visible.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.landmarks import LANDMARK_COUNT
from posture.records import Pose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """One movement there and back.

    Attributes:
        label: `enough` for a repetition, `half` for one that goes clearly less far; else what was
            done in its place.
        side: 1 to the person's left, -1 to the right, 0 without sides.
        start_s, end_s: From leaving the start position to being back in it.
        held_s: Rest at the far end.
        counts: Whether it is a repetition.
        ranges: True change at the far end against the first seconds, degrees, of head_yaw_deg,
            head_roll_deg, lean_deg (to the left positive), neck_deg, thoracic_deg (forward).
    """

    label: str
    side: int
    start_s: float
    end_s: float
    held_s: float
    counts: bool
    ranges: dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Recorded:
    """Somebody in front of a camera.

    Attributes:
        name, exercise, view: `exercise` is empty for desk work; views: front, side, threequarter.
        test: Whether the body is for testing thresholds; with the others they are found.
        counts: True repetitions, (left, right) where the exercise has sides, else (all,).
        movements: Of an exercise, in order.
        kinds: Of desk work: from when on what is done.
        poses: (n,) one for each frame, None where nobody was found.
        fps: Frames a second; the first is at 0.
    """

    name: str
    exercise: str
    view: str
    test: bool
    counts: tuple[int, ...]
    movements: tuple[Done, ...]
    kinds: tuple[tuple[float, str], ...]
    poses: tuple[Pose | None, ...]
    fps: float

    def frames(self) -> Iterator[tuple[float, Pose | None]]:
        """(timestamp_s, pose) of each frame."""
        for index, pose in enumerate(self.poses):
            yield index / self.fps, pose


@cache
def exercises() -> tuple[Recorded, ...]:
    """Bodies that exercise; everybody sits still for the first 3.5 s or longer."""
    return read(DATA / "exercises.npz")


@cache
def paced() -> tuple[Recorded, ...]:
    """Bodies that follow cues, for 6 repetitions; some of them are left out, or done by half."""
    return read(DATA / "exercises_paced.npz")


@cache
def desk_work() -> tuple[Recorded, ...]:
    """Bodies at work: they type, read, turn, look down, slump, leave; nobody exercises."""
    return read(DATA / "desk_work.npz")


def read(path: Path) -> tuple[Recorded, ...]:
    """All recordings of a file."""
    with np.load(path) as arrays:
        points = np.cumsum(arrays["steps"], axis=0, dtype=np.int16) / 8.0
        world_m = np.cumsum(arrays["world_steps"], axis=0, dtype=np.int16) / 500.0
        seen, found = arrays["seen"] / 255.0, arrays["found"]
        about: list[dict[str, Any]] = json.loads(str(arrays["about"]))
    ends = np.cumsum([entry["frames"] for entry in about])
    made = []
    for entry, end in zip(about, ends.tolist(), strict=True):
        here = slice(end - entry["frames"], end)
        columns = np.concatenate((points[here], seen[here], world_m[here]), axis=2)
        made.append(_recorded(entry, columns, found[here]))
    return tuple(made)


def _recorded(
    about: dict[str, Any], columns: NDArray[np.float64], found: NDArray[np.bool_]
) -> Recorded:
    poses = tuple(
        _pose(values, *about["size_px"]) if here else None
        for values, here in zip(columns, found.tolist(), strict=True)
    )
    return Recorded(
        name=about["name"],
        exercise=about.get("exercise", ""),
        view=about["view"],
        test=about["test"],
        counts=_counts(about),
        movements=tuple(Done(**movement) for movement in about.get("movements", ())),
        kinds=tuple((start_s, kind) for start_s, kind in about.get("kinds", ())),
        poses=poses,
        fps=about["fps"],
    )


def _counts(about: dict[str, Any]) -> tuple[int, ...]:
    left, right, together = about.get("counts", (0, 0, 0))
    sided = any(movement["side"] for movement in about.get("movements", ()))
    return (left, right) if sided else (together,)


def _pose(columns: NDArray[np.float64], width_px: int, height_px: int) -> Pose:
    """(25, 7): points, visibility, presence, place in the world."""
    whole = np.zeros((LANDMARK_COUNT, 7))
    whole[: len(columns)] = columns
    return Pose(
        points_px=whole[:, :2],
        visibility=whole[:, 2],
        presence=whole[:, 3],
        world_m=whole[:, 4:],
        width_px=width_px,
        height_px=height_px,
    )
