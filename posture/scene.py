"""Where the edges of the background are, with everybody left out: tells whether the camera moved.

The picture is reduced to 160 by 120 grey pixels. The strength of upright edges is averaged over
the height of each of 6 rows, that of level edges over the width of each of 8 columns. Turning the
camera by one degree (field of view 60 degrees) moves both by 2.7 pixels; light moves nothing. What
people cover, down to the bottom, is left out, and the rest are 1,920 means over 20 pixels: where
the edges of furniture run, with no face, text or colour in it.

Measured on 32 recordings whose pictures were turned: an unmoved camera is 1.00 alike (median; worst
0.85), 2 degrees 0.11. Orientations of gradients in 8 by 6 cells, the usual way, were still 0.95
alike in 10 of them, because a cell hardly notices what moves inside it.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from math import isnan, nan
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from posture.records import FloatArray, Pose

    Bytes = NDArray[np.uint8]

WIDTH, HEIGHT = 160, 120
ROWS, COLUMNS = 6, 8
LENGTH = ROWS * WIDTH + COLUMNS * HEIGHT
UNKNOWN = 255
"""In place of what people cover."""

_SCALE = 15.8
"""From the root of an edge's strength (0 to 255) to 0 to 252: the root keeps a few hard edges, a
chair's or a window's, from outweighing the rest."""
_PIECE = 40
"""Pixels that are compared at once: so what changed in one place does no harm in others."""
_SLACK = 1
"""Pixels (0.4 degrees) that a scene may move without being another: desks shake."""
_TEXTURE = 8.0
"""Standard deviation from which on a piece says anything; an empty wall with noise stays below."""
_KNOWN = 0.6
"""Share of a piece that must be known on both sides."""
_FEWEST = 3
"""Pieces with edges of one direction from which on their median is worth something."""

_HEAD = slice(0, 11)
_SHOULDERS = slice(11, 13)
_ARMS_AND_HIPS = slice(13, 25)


class Likeness(NamedTuple):
    """How far two scenes are alike.

    Attributes:
        correlation: 1 when equal, about 0 when nothing is in common; NaN when too little is known.
        share: Of the scene's pieces, those that could be compared, 0 to 1.
    """

    correlation: float
    share: float


def describe(grey: Bytes, people: Sequence[Pose]) -> Bytes:
    """Describe the background of one picture.

    Args:
        grey: (HEIGHT, WIDTH) uint8, the whole picture reduced, its proportions lost.
        people: Everybody in it; poses in pixels of the unreduced picture.

    Returns:
        (LENGTH,) uint8, `UNKNOWN` where somebody is.
    """
    levels = grey.astype(np.float32)
    upright, level = np.zeros_like(levels), np.zeros_like(levels)
    upright[:, 1:-1] = np.abs(levels[:, 2:] - levels[:, :-2])
    level[1:-1] = np.abs(levels[2:] - levels[:-2])
    free = np.ones(grey.shape, bool)
    for pose in people:
        for left, right, top in _covered(pose):
            free[top:, left:right] = False
    rows, columns = (ROWS, HEIGHT // ROWS, WIDTH), (HEIGHT, COLUMNS, WIDTH // COLUMNS)
    strengths = (upright.reshape(rows).mean(axis=1), level.reshape(columns).mean(axis=2).T)
    known = (free.reshape(rows).all(axis=1), free.reshape(columns).all(axis=2).T)
    scene = np.concatenate([np.rint(_SCALE * np.sqrt(part)).ravel() for part in strengths])
    scene[~np.concatenate([part.ravel() for part in known])] = UNKNOWN
    return scene.astype(np.uint8)


def _covered(pose: Pose) -> list[tuple[int, int, int]]:
    """Left, right and top of head and body in the reduced picture; both reach to its bottom.

    Wider than the landmarks by hair and sleeves, in lengths from the shoulders to the head's
    middle. Without finite landmarks nothing is free.
    """
    points = pose.points_px * (WIDTH / pose.width_px, HEIGHT / pose.height_px)
    head, shoulders = points[_HEAD], points[_SHOULDERS]
    seen = pose.visibility[_ARMS_AND_HIPS] > 0.5
    body = np.concatenate((shoulders, points[_ARMS_AND_HIPS][seen]))
    if not np.isfinite(points[: _SHOULDERS.stop]).all() or not np.isfinite(body).all():
        return [(0, WIDTH, 0)]
    neck = float(np.hypot(*(shoulders.mean(axis=0) - head.mean(axis=0))))
    return [
        _box(head[:, 0], 0.6 * neck, head[:, 1].mean() - 1.1 * neck),
        _box(body[:, 0], 0.4 * neck, body[:, 1].min() - 0.4 * neck),
    ]


def _box(across: FloatArray, margin: float, top: float) -> tuple[int, int, int]:
    left, right = across.min() - margin, across.max() + margin + 1.0
    return int(min(max(left, 0), WIDTH)), int(min(max(right, 0), WIDTH)), int(max(top, 0))


def typical(scenes: Sequence[Bytes]) -> Bytes | None:
    """The median of several looks at one scene; None without any.

    What was covered in more than half of them is `UNKNOWN`.
    """
    if not scenes:
        return None
    stack = np.stack(scenes)
    known = (stack != UNKNOWN).mean(axis=0) >= 0.5
    values = np.where(stack == UNKNOWN, np.nan, stack.astype(np.float64))
    values[:, ~known] = UNKNOWN
    middle: FloatArray = np.nanmedian(values, axis=0)
    return np.rint(middle).astype(np.uint8)


def compare(reference: Bytes, scene: Bytes) -> Likeness:
    """Compare a scene with how it was.

    Each piece of the reference that has edges is correlated with the same piece of the other
    scene, moved by at most `_SLACK`. The median over the pieces counts, because chairs, doors and
    lamps change some; of both directions the worse, because a camera may turn in one only.

    Args:
        reference: (LENGTH,) uint8, as it was.
        scene: (LENGTH,) uint8, as it is.
    """
    width = _PIECE - 2 * _SLACK
    before, after = _pieces(reference)[..., _SLACK : _SLACK + width], _pieces(scene)
    moved = [after[..., start : start + width] for start in range(2 * _SLACK + 1)]
    found = _correlations(before, moved)
    best = np.where(np.isnan(found[_SLACK]), np.nan, np.fmax.reduce(found)).tolist()
    upright = ROWS * WIDTH // _PIECE
    known = [[v for v in part if not isnan(v)] for part in (best[:upright], best[upright:])]
    medians = [median(values) for values in known if len(values) >= _FEWEST]
    return Likeness(min(medians, default=nan), sum(map(len, known)) / len(best))


def _pieces(scene: Bytes) -> NDArray[np.float32]:
    """Whether each pixel is known (1 or 0), its value and its square, or 0: (n, 3, _PIECE)."""
    known = scene != UNKNOWN
    values = (scene * known).astype(np.float32)
    together = np.concatenate((known, values, values * values))
    return together.reshape(3, -1, _PIECE).swapaxes(0, 1)


def _correlations(before: NDArray[np.float32], after: Sequence[NDArray[np.float32]]) -> FloatArray:
    """Correlation of each piece, by sums over what is known on both sides.

    The sums are whole numbers below 2 to the power of 24: exact in 32 bits.

    Args:
        before: (n, 3, m) of `_pieces`.
        after: k times the same, moved in k ways.

    Returns:
        (k, n); NaN where too little is known or `before` is even.
    """
    sums = before @ np.concatenate(after, axis=1).swapaxes(1, 2)
    exact = sums.astype(np.float64).reshape(len(before), 3, len(after), 3).transpose(1, 3, 2, 0)
    (count, other, other_square), (one, product, _), (one_square, _, _) = exact
    power, other_power = count * one_square - one * one, count * other_square - other * other
    unsure = (count < _KNOWN * before.shape[-1]) | (power < (_TEXTURE * count) ** 2)
    correlation = (count * product - one * other) / np.sqrt(np.maximum(power * other_power, 1.0))
    return np.where(unsure, np.nan, correlation)


def to_text(scene: Bytes) -> str:
    """A scene as text, ready for a file."""
    return b64encode(scene.tobytes()).decode("ascii")


def from_text(text: str) -> Bytes:
    """Read a scene from its text.

    Raises:
        ValueError: When it is none.
    """
    scene = np.frombuffer(b64decode(text, validate=True), np.uint8)
    if scene.shape != (LENGTH,):
        raise ValueError(f"a scene has {LENGTH} bytes, not {scene.size}")
    return scene
