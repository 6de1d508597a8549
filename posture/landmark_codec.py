"""Entries of a landmark recording as bytes and back, bit for bit.

MediaPipe's numbers are of 32 bits, divided by the size of the picture; where that is so for all of
a stretch they are stored as such, else as the 64 bits that they are. Each number is stored as the
difference from the one before it, of the bits in an order in which neighbours are near, and the
bytes of equal weight lie together: then a compressor finds what repeats. A picture that was not
looked at again costs no landmarks. In order: the length of a text (uint32), the text (JSON), the
columns of the rows, sizes and values of the poses, scenes.
"""

from __future__ import annotations

import json
from itertools import pairwise
from math import isfinite, isnan, nan
from typing import TYPE_CHECKING, Any

import numpy as np

from posture import scene
from posture.landmark_entries import Happened, Seen, What
from posture.landmarks import LANDMARK_COUNT
from posture.records import Observation, Pose, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from posture.landmark_entries import Entry
    from posture.records import FloatArray

    Array = NDArray[Any]

MOST_ROWS = 5000
"""Pictures in one stretch."""
MOST_PEOPLE = 16
"""Found by one look."""
MOST_PX = 1 << 15
"""Longest side of a picture."""
MOST = 1e9
"""No landmark is further away, in pixels or metres."""

_VALUES = LANDMARK_COUNT * 7
_POINTS = LANDMARK_COUNT * 2
_STATES = tuple(State)
_NOBODY, _ANEW, _SAME = 0, 1, 2
_ROW = (
    ("timestamp_s", "<f8"),
    ("index", "<i8"),
    ("brightness", "<f8"),
    ("digest", "<u8"),
    ("tracked", "<i1"),
    ("detected", "<i1"),
    ("scene", "<i1"),
    ("state", "<i1"),
)


def encode(entries: Sequence[Entry]) -> bytes:
    """One stretch of entries, at most `MOST_ROWS` pictures; complete by itself."""
    rows: list[tuple[float | int, ...]] = []
    poses: list[Pose] = []
    others: list[Pose] = []
    scenes: list[Array] = []
    happened: list[list[object]] = []
    last: Pose | None = None
    for entry in entries:
        if isinstance(entry, Happened):
            at_s = None if isnan(entry.at_s) else entry.at_s
            happened.append([len(rows), entry.what, at_s, entry.name])
            continue
        seen = entry.observation
        tracked = _NOBODY if seen.tracked is None else _SAME if seen.tracked is last else _ANEW
        if seen.tracked is not None and tracked == _ANEW:
            poses.append(seen.tracked)
        last = seen.tracked or last
        others += seen.detected or ()
        scenes += [] if seen.scene is None else [seen.scene]
        found = -1 if seen.detected is None else len(seen.detected)
        numbers = (seen.timestamp_s, seen.index, seen.brightness, entry.digest)
        rows.append((*numbers, tracked, found, seen.scene is not None, _STATES.index(entry.state)))
    poses += others  # those that were followed are nearer to each other than to these
    width, values = _values_of(poses)
    text = json.dumps(
        {"rows": len(rows), "poses": len(poses), "scenes": len(scenes), "bytes": width}
        | {"happened": happened}
    ).encode()
    table = list(zip(*rows, strict=True)) or [()] * len(_ROW)
    columns = [_split(np.array(c, kind)) for c, (_, kind) in zip(table, _ROW, strict=True)]
    sizes = np.array([(p.width_px, p.height_px) for p in poses], "<u4")
    strips = np.array(scenes, np.uint8).reshape(-1, scene.LENGTH)
    strips[1:] -= strips[:-1].copy()
    parts = (len(text).to_bytes(4, "little"), text, *columns, _split(sizes), values)
    return b"".join((*parts, strips.tobytes()))


def _values_of(poses: Sequence[Pose]) -> tuple[int, bytes]:
    """Bytes of one number, and all numbers."""
    exact = np.array([_numbers(pose) for pose in poses], "<f8").reshape(-1, _VALUES)
    narrow = exact.copy()
    scale = np.array([(pose.width_px, pose.height_px) for pose in poses], "<f8").reshape(-1, 2)
    scale = np.tile(scale, LANDMARK_COUNT)
    with np.errstate(all="ignore"):
        narrow[:, :_POINTS] /= scale
        halves = narrow.astype("<f4")
        back = halves.astype("<f8")
        back[:, :_POINTS] *= scale
    if np.array_equal(back.view("<u8"), exact.view("<u8")):
        return 4, _split(_differences(halves.view("<u4")))
    return 8, _split(_differences(exact.view("<u8")))


def _numbers(pose: Pose) -> FloatArray:
    arrays = (pose.points_px, pose.visibility, pose.presence, pose.world_m)
    return np.concatenate([array.ravel() for array in arrays])


def _differences(bits: Array) -> Array:
    """(n, m) bits of floats -> (m, n) small whole numbers of the same size."""
    top = bits.dtype.type(1 << (bits.itemsize * 8 - 1))
    ordered = np.where(bits & top, ~bits, bits | top).T
    steps = ordered.copy()
    steps[:, 1:] -= ordered[:, :-1]
    signed = steps.view(f"<i{bits.itemsize}")
    found: Array = ((signed << 1) ^ (signed >> (bits.itemsize * 8 - 1))).view(bits.dtype)
    return found


def _floats(steps: Array) -> Array:
    """The reverse of `_differences`: (m, n) -> (n, m) bits of floats."""
    one = steps.dtype.type(1)
    top = one << steps.dtype.type(steps.itemsize * 8 - 1)
    folded = (steps >> one) ^ (~(steps & one) + one)
    ordered = np.cumsum(folded, axis=1, dtype=steps.dtype)
    found: Array = np.ascontiguousarray(np.where(ordered & top, ordered & ~top, ~ordered).T)
    return found


def _split(array: Array) -> bytes:
    """Bytes of equal weight together."""
    array = np.ascontiguousarray(array)
    return array.reshape(-1).view(np.uint8).reshape(-1, array.itemsize).T.tobytes()


def decode(data: bytes) -> list[Entry]:
    """The entries of one stretch.

    Raises:
        ValueError: It is none, or holds what no camera gives.
    """
    try:
        return list(_decoded(data))
    except (KeyError, TypeError, RecursionError, OverflowError) as error:
        raise ValueError("it holds something else") from error


def _decoded(data: bytes) -> Iterator[Entry]:
    cursor = _Cursor(data)
    about = json.loads(cursor.take(int.from_bytes(cursor.take(4), "little")))
    counts = [about[name] for name in ("rows", "poses", "scenes")]
    most = (MOST_ROWS, MOST_ROWS * (MOST_PEOPLE + 1), MOST_ROWS)
    if not all(type(n) is int and 0 <= n <= limit for n, limit in zip(counts, most, strict=True)):
        raise ValueError("a count is none")
    rows, poses, scenes = counts
    columns = {name: cursor.array(kind, (rows,)) for name, kind in _ROW}
    found = _poses(cursor, poses, about["bytes"])
    followed = int(np.count_nonzero(columns["tracked"] == _ANEW))
    people = iter(found[:followed]), iter(found[followed:])
    strips = np.cumsum(cursor.array("u1", (scenes, scene.LENGTH)), axis=0, dtype=np.uint8)
    cursor.end()
    happened = [_happened(entry, rows) for entry in about["happened"]]
    if any(before > after for (before, _), (after, _) in pairwise(happened)):
        raise ValueError("events are out of order")
    pending = iter([*happened, (rows + 1, Happened(What.BEGIN))])
    place, event = next(pending)
    for number, seen in enumerate(_rows(columns, people, iter(strips))):
        while place <= number:
            yield event
            place, event = next(pending)
        yield seen
    while place <= rows:
        yield event
        place, event = next(pending)


def _rows(
    columns: dict[str, Array], people: tuple[Iterator[Pose], ...], strips: Iterator[Array]
) -> Iterator[Seen]:
    followed, others = people
    table = zip(*(columns[name].tolist() for name, _ in _ROW), strict=True)
    last: Pose | None = None
    for timestamp_s, index, brightness, digest, tracked, found, has_scene, state in table:
        if not (isfinite(timestamp_s) and 0 <= timestamp_s <= MOST and tracked in (0, 1, 2)):
            raise ValueError("a picture has no time")
        if not (-1 <= found <= MOST_PEOPLE and has_scene in (0, 1) and 0 <= state < len(_STATES)):
            raise ValueError("a picture has something else")
        if tracked == _ANEW:
            last = _next(followed)
        seen = Observation(
            timestamp_s=timestamp_s,
            index=index,
            tracked=last if tracked else None,
            detected=None if found < 0 else tuple(_next(others) for _ in range(found)),
            brightness=brightness,
            scene=_next(strips) if has_scene else None,
        )
        yield Seen(seen, _STATES[state], digest)
    if any(next(left, None) is not None for left in (*people, strips)):
        raise ValueError("there are more landmarks than pictures")


def _next(values: Iterator[Any]) -> Any:  # noqa: ANN401
    for value in values:
        return value
    raise ValueError("there are fewer landmarks than pictures")


def _happened(entry: Any, rows: int) -> tuple[int, Happened]:  # noqa: ANN401
    place, what, at_s, name = entry
    right = type(place) is int and 0 <= place <= rows and isinstance(name, str | None)
    if not right or not (at_s is None or 0 <= float(at_s) <= MOST):
        raise ValueError("an event is none")
    return place, Happened(What(what), nan if at_s is None else float(at_s), name)


def _poses(cursor: _Cursor, count: int, width: object) -> list[Pose]:
    sizes = cursor.array("<u4", (count, 2))
    if width not in (4, 8):
        raise ValueError("numbers have another size")
    bits = _floats(cursor.array(f"<u{width}", (_VALUES, count)))
    with np.errstate(all="ignore"):  # what is no number is looked for below
        values = bits.view(f"<f{width}").astype(np.float64)
        if width == 4:
            values[:, :_POINTS] *= np.tile(sizes.astype("<f8"), LANDMARK_COUNT)
    if np.any(np.abs(values) > MOST) or np.any((sizes < 1) | (sizes > MOST_PX)):
        raise ValueError("landmarks are nowhere")
    ends = (_POINTS, _POINTS + LANDMARK_COUNT, _POINTS + 2 * LANDMARK_COUNT)
    return [
        Pose(points.reshape(-1, 2), visibility, presence, world.reshape(-1, 3), *size)
        for (points, visibility, presence, world), size in zip(
            (np.split(row, ends) for row in values), sizes.tolist(), strict=True
        )
    ]


class _Cursor:
    """Takes bytes one after the other; ValueError where there are fewer or more."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, length: int) -> bytes:
        part = self._data[self._at : self._at + length]
        if len(part) != length:
            raise ValueError("it ends early")
        self._at += length
        return part

    def array(self, kind: str, shape: tuple[int, ...]) -> Array:
        dtype = np.dtype(kind)
        count = int(np.prod(shape))
        planes = np.frombuffer(self.take(count * dtype.itemsize), np.uint8)
        together = np.ascontiguousarray(planes.reshape(dtype.itemsize, count).T)
        return together.reshape(-1).view(dtype).reshape(shape)

    def end(self) -> None:
        if self._at != len(self._data):
            raise ValueError("it goes on after its end")
