"""How a drawn figure moves in an exercise: key frames of a body's own joints.

They come from the laboratory (`python -m calibration exercise-paths`), from one body of even build,
and are read as data. A path is one repetition from the start position and back, first to the left
and then to the right where the exercise has sides, so it can be played again and again.

Points are as in a picture from that view, parallel and not mirrored: x right, y down, the unit is
the distance of the shoulders when upright, the origin midway between the hips. From the front the
person's left is at the right of the picture; from the side the person looks to the left.

The file: ``{"joints": [names], "paths": {exercise: {"view": "front" or "side", "times_s": [n
numbers], "points": [n frames of a list of (x, y) for each joint]}}}``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.care.exercise import Seen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.records import FloatArray

JOINTS = (
    "crown",
    "eyes",
    "nose",
    "chin",
    "left_ear",
    "right_ear",
    "c7",
    "t6",
    "t12",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
    "right_elbow",
    "left_wrist",
    "right_wrist",
    "left_hip",
    "right_hip",
    "left_knee",
    "right_knee",
)
"""Names of the points, in their order; c7, t6 and t12 are on the skin of the back."""

BONES = (
    ("left_shoulder", "right_shoulder"),
    ("left_shoulder", "left_elbow"),
    ("left_elbow", "left_wrist"),
    ("right_shoulder", "right_elbow"),
    ("right_elbow", "right_wrist"),
    ("left_hip", "right_hip"),
    ("left_hip", "left_knee"),
    ("right_hip", "right_knee"),
)
"""Lines between points that a drawing may use; the back is the curve c7, t6, t12, hips."""

STAY_S, STILL = 0.5, 0.005
"""A path stays where its points move by less than that for so long."""


@dataclass(frozen=True, slots=True, eq=False)
class FigurePath:
    """One repetition of an exercise, n key frames.

    Attributes:
        name: Of the exercise.
        view: From where the points are seen: front or side.
        times_s: (n,) increasing from 0.
        points: (n, len(JOINTS), 2), see the module; the last frame is like the first.

    Raises:
        ValueError: If the numbers contradict this.
    """

    name: str
    view: Seen
    times_s: FloatArray
    points: FloatArray

    def __post_init__(self) -> None:
        count = len(self.times_s)
        if self.view not in (Seen.FRONT, Seen.SIDE):
            raise ValueError(f"{self.name}: the view must be front or side, not {self.view}")
        if count < 2 or self.times_s[0] != 0 or not (np.diff(self.times_s) > 0).all():
            raise ValueError(f"{self.name}: times_s must increase from 0")
        if self.points.shape != (count, len(JOINTS), 2):
            wanted = (count, len(JOINTS), 2)
            raise ValueError(f"{self.name}: points must be {wanted}, not {self.points.shape}")
        if not np.isfinite(self.points).all():
            raise ValueError(f"{self.name}: points must be finite")

    @property
    def length_s(self) -> float:
        """From one beginning to the next."""
        return float(self.times_s[-1])

    def at(self, time_s: float) -> FloatArray:
        """(len(JOINTS), 2) points at a time, over and over; straight ways between key frames."""
        now_s = time_s % self.length_s
        # Rounding can make the rest of a division as large as the divisor.
        after = min(int(np.searchsorted(self.times_s, now_s, side="right")), len(self.times_s) - 1)
        before_s, after_s = self.times_s[after - 1], self.times_s[after]
        share = (now_s - before_s) / (after_s - before_s)
        step = self.points[after] - self.points[after - 1]
        return np.asarray(self.points[after - 1] + share * step)

    def towards(self, place: float) -> FloatArray:
        """(len(JOINTS), 2) points on the way from the start position to the far end.

        Args:
            place: 0 at the start, 1 at the far end, -1 at a second one, where there is one.
        """
        moved = np.abs(np.diff(self.points, axis=0)).max(axis=(1, 2))
        stays = np.flatnonzero((moved < STILL) & (np.diff(self.times_s) >= STAY_S))
        begin, end = (stays[0], stays[1]) if place >= 0 else (stays[-2], stays[-1])
        way = self.points[begin + 1 : end + 1]
        way = way if place >= 0 else way[::-1]
        steps = np.abs(np.diff(way, axis=0)).sum(axis=(1, 2))
        lengths = np.concatenate(([0.0], np.cumsum(steps)))
        at = min(abs(place), 1.0) * lengths[-1]
        after = min(max(int(np.searchsorted(lengths, at)), 1), len(way) - 1)
        share = (at - lengths[after - 1]) / max(steps[after - 1], 1e-9)
        return np.asarray(way[after - 1] + share * (way[after] - way[after - 1]))

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all points of all frames."""
        (left, top), (right, bottom) = self.points.min((0, 1)), self.points.max((0, 1))
        return float(left), float(top), float(right), float(bottom)


def read_paths(text: str) -> dict[str, FigurePath]:
    """Read the file's text.

    Raises:
        ValueError: If it is not such a file.
    """
    data = json.loads(text)
    if tuple(data["joints"]) != JOINTS:
        raise ValueError(f"exercise paths: the joints must be {', '.join(JOINTS)}")
    return {name: _path(name, entry) for name, entry in data["paths"].items()}


def _path(name: str, entry: Mapping[str, Any]) -> FigurePath:
    times_s, points = np.array(entry["times_s"], float), np.array(entry["points"], float)
    return FigurePath(name, Seen(entry["view"]), times_s, points)


@cache
def _shipped() -> dict[str, FigurePath]:
    file = resources.files("posture.data").joinpath("exercise_paths.json")
    return read_paths(file.read_text(encoding="utf-8"))


def figure_path(name: str) -> FigurePath | None:
    """The path of an exercise; None where nobody drew one."""
    return _shipped().get(name)
