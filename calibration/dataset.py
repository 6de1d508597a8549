"""Data sets of rendered set-ups with true angles: what is in them, and how they are read.

A set-up is three files in DIR/<split>/: NAME.mjpeg (JPEG pictures one after the other, playable),
NAME.npz (truth per frame, and where each picture starts) and NAME.json (camera, body, clothes,
seeds, versions). The json file is written last: a set-up without it is not there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.stage import SetUpKey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

SPLITS = ("train", "validation", "test")
# Of the bodies, and of the sequences.
SPLIT_SHARES = (0.68, 0.14, 0.18)
STILL_SET_UPS = (("front", True), ("front", False), ("threequarter", True), ("side", True))
BASELINE_STILLS, VARIED_STILLS = 6, 14
SEQUENCE_FPS = 5.0
SEQUENCE_LENGTHS_S = (60.0, 80.0)
# For finding slouches, what counts are hours, not frames.
WATCH_FPS, WATCH_LENGTH_S = 2.0, 180.0
WATCH_SHARES = {"validation": 1 / 3, "test": 2 / 3}
# Further bodies to learn from are seen from where the error is largest.
MORE_SET_UPS = (("side", True), ("threequarter", True), ("front", True))
ANGLES = (
    "neck_deg",
    "thoracic_deg",
    "rounding_deg",
    "head_pitch_deg",
    "trunk_yaw_deg",
    "head_yaw_deg",
    "lean_deg",
)
_SPLIT_STREAM, _SEQUENCE_STREAM = 2, 3


@dataclass(frozen=True)
class Amounts:
    """How much to render.

    Attributes:
        bodies: over all splits.
        set_ups: still set-ups per body, taken in the order of STILL_SET_UPS again and again.
        sequences: continuous recordings over all splits, 5 frames a second.
        more_bodies: further bodies for training, with the set-ups of MORE_SET_UPS.
        watches: long continuous recordings of validation and test, 2 frames a second.
    """

    bodies: int
    set_ups: int = 4
    sequences: int = 0
    more_bodies: int = 0
    watches: int = 0


@dataclass(frozen=True)
class Job:
    """One set-up to be rendered.

    Attributes:
        key: names body, room and camera.
        split: train, validation or test; all set-ups of a body are in one split.
        kind: ``stills`` or ``sequence``.
        seat_moves: whether the chair stands elsewhere from frame to frame (or rolls).
        frames: number of pictures.
        fps: pictures a second; stills are one second apart and independent of each other.
    """

    key: SetUpKey
    split: str
    kind: str
    seat_moves: bool
    frames: int
    fps: float

    @property
    def name(self) -> str:
        """File name without suffix."""
        seat = "moving" if self.seat_moves else "fixed"
        camera = "_out" if self.key.out_of_range else ""
        return (
            f"{self.kind}_{self.key.view}_{seat}{camera}"
            f"_body{self.key.body:04d}_{self.key.index:02d}"
        )


@dataclass(frozen=True)
class Recording:
    """A rendered set-up that is read back.

    Attributes:
        path: of the json file.
        about: its contents.
        truth: arrays of equal length n, see README.md.
    """

    path: Path
    about: dict[str, Any]
    truth: dict[str, NDArray[Any]]

    def pictures(self) -> Iterator[NDArray[np.uint8]]:
        """Yield the frames (height, width, 3) uint8 BGR in order."""
        import cv2

        data = np.fromfile(self.path.with_suffix(".mjpeg"), np.uint8)
        starts = self.truth["jpeg_start"]
        for start, end in zip(starts, np.append(starts[1:], len(data)), strict=True):
            image = cv2.imdecode(data[start:end], cv2.IMREAD_COLOR)
            if image is None:
                raise ValueError(f"{self.path}: the picture at byte {start} cannot be decoded")
            yield np.asarray(image, np.uint8)


def read_recording(path: Path) -> Recording:
    """Read the set-up whose json file is ``path``; pictures are decoded when asked for."""
    with np.load(path.with_suffix(".npz")) as arrays:
        truth = {name: arrays[name] for name in arrays.files}
    return Recording(path, json.loads(path.read_text(encoding="utf-8")), truth)


def find_recordings(directory: Path, split: str | None = None) -> list[Path]:
    """Return the json files of all finished set-ups, sorted by name."""
    return sorted((directory / (split or "")).rglob("*_body*.json"))


def split_bodies(seed: int, bodies: int) -> dict[str, list[int]]:
    """Share the bodies out among the splits by seed; the shares are SPLIT_SHARES."""
    rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(_SPLIT_STREAM,)))
    order = rng.permutation(bodies).tolist()
    ends = np.round(np.cumsum(SPLIT_SHARES) * bodies).astype(int)
    groups = np.split(np.array(order, int), ends[:-1])
    return {split: sorted(group.tolist()) for split, group in zip(SPLITS, groups, strict=True)}


def plan(seed: int, amounts: Amounts) -> list[Job]:
    """List what to render; the same arguments give the same list.

    Cameras are in the trained range for training; half of the bodies of the other splits are
    seen by cameras outside of it. The order mixes the splits, so that a part of it is useful.
    More sequences, bodies or watches leave the other jobs as they are.
    """
    groups = split_bodies(seed, amounts.bodies)
    jobs: list[tuple[float, Job]] = []
    for split, members in groups.items():
        for place, body in enumerate(members):
            outside = split != "train" and place % 2 == 1
            jobs += [
                ((place + index / amounts.set_ups) / len(members), job)
                for index, job in enumerate(_still_jobs(seed, split, body, outside, amounts))
            ]
        numbers = _shared_out(amounts.sequences, len(members) / max(amounts.bodies, 1), members)
        jobs += [(place, _sequence_job(seed, split, members, n)) for place, n in numbers]
        numbers = _shared_out(amounts.watches, WATCH_SHARES.get(split, 0.0), members)
        jobs += [(place, _watch_job(seed, split, members, n)) for place, n in numbers]
    for extra in range(amounts.more_bodies):
        jobs += [
            (
                extra / amounts.more_bodies,
                _stills(seed, "train", amounts.bodies + extra, index, which),
            )
            for index, which in enumerate(MORE_SET_UPS)
        ]
    return [job for _, job in sorted(jobs, key=lambda pair: (pair[0], pair[1].name))]


def _still_jobs(seed: int, split: str, body: int, outside: bool, amounts: Amounts) -> Iterator[Job]:
    for index in range(amounts.set_ups):
        which = STILL_SET_UPS[index % len(STILL_SET_UPS)]
        yield _stills(seed, split, body, index, which, outside)


def _stills(
    seed: int, split: str, body: int, index: int, which: tuple[str, bool], outside: bool = False
) -> Job:
    view, moves = which
    key = SetUpKey(seed, body, index, view, outside)
    return Job(key, split, "stills", moves, BASELINE_STILLS + VARIED_STILLS, 1.0)


def _shared_out(total: int, share: float, members: list[int]) -> list[tuple[float, int]]:
    """The numbers of a split's part of `total`, each with its place in the order, 0 to 1."""
    count = round(total * share) if members else 0
    return [((number + 0.5) / count, number) for number in range(count)]


def _sequence_job(seed: int, split: str, members: list[int], number: int) -> Job:
    body = members[(number * 7) % len(members)]
    index = 100 + number
    rng = np.random.default_rng(
        np.random.SeedSequence(seed, spawn_key=(_SEQUENCE_STREAM, body, index))
    )
    # Half of the sequences are seen from the front, which is the hardest and the commonest.
    view = ("front", "threequarter", "front", "side")[number % 4]
    length_s = float(rng.uniform(*SEQUENCE_LENGTHS_S))
    key = SetUpKey(seed, body, index, view, split != "train" and number % 3 == 2)
    return Job(
        key, split, "sequence", bool(number % 5), round(length_s * SEQUENCE_FPS), SEQUENCE_FPS
    )


def _watch_job(seed: int, split: str, members: list[int], number: int) -> Job:
    view = ("front", "threequarter", "front", "side")[number % 4]
    key = SetUpKey(seed, members[number % len(members)], 200 + number, view, number % 3 == 2)
    frames = round(WATCH_LENGTH_S * WATCH_FPS)
    return Job(key, split, "sequence", bool(number % 5), frames, WATCH_FPS)
