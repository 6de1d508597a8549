"""Clips with a known answer to "is this one person sitting in front of the camera?".

People come from recordings; empty rooms are made from the same recordings by painting the person
away, or drawn (round tables, chairs with coats, lamps, posters with human shapes). Everything is
deterministic. A scene yields (picture, truth) with a truth of `USER`, `NOBODY`, `SEVERAL`,
`BEHIND`, or `EITHER` where no answer is wrong.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    Image = NDArray[np.uint8]
    Scene = Iterator[tuple[Image, str]]

USER, NOBODY, SEVERAL, BEHIND, EITHER = "user", "nobody", "several", "behind", "either"


def frames_of(path: Path, step: int = 1) -> Iterator[Image]:
    """Every `step`-th picture of a video."""
    capture = cv2.VideoCapture(str(path))
    index = 0
    while True:
        found, image = capture.read()
        if not found:
            break
        if index % step == 0:
            yield image.astype(np.uint8)
        index += 1
    capture.release()


def labelled(images: Iterable[Image], truth: str) -> Scene:
    """The same truth for all pictures."""
    for image in images:
        yield image, truth


def still(image: Image, count: int, seed: int) -> Iterator[Image]:
    """A motionless scene as a webcam gives it: noise, and light that wavers by one per cent."""
    random = np.random.default_rng(seed)
    bank = random.normal(0.0, 3.0, (4, *image.shape)).astype(np.float32)
    for index in range(count):
        light = 1.0 + 0.01 * np.sin(index * 0.9)
        noise = np.roll(bank[index % 4], int(random.integers(image.shape[1])), axis=1)
        yield np.clip(image * light + noise, 0, 255).astype(np.uint8)


def person_mask(points: NDArray[np.float64], height: int, width: int) -> Image:
    """Where the person is (255), generously, from (33, 2) landmarks in pixels."""
    mask: Image = np.zeros((height, width), np.uint8)
    p = np.clip(points, -4 * width, 4 * width).astype(int)
    shoulders = float(np.linalg.norm(points[11] - points[12]))
    neck = float(np.linalg.norm((points[11] + points[12]) / 2 - points[0]))
    torso_length = float(
        np.linalg.norm(points[[11, 12]].mean(axis=0) - points[[23, 24]].mean(axis=0))
    )
    unit = int(max(shoulders, neck, 0.6 * torso_length, 20.0))
    cv2.circle(mask, [int(v) for v in p[[0, 7, 8]].mean(axis=0)], int(0.75 * unit), 255, -1)
    torso = np.array([p[11], p[12], p[24], p[23], p[11]], np.int32)
    cv2.fillPoly(mask, [torso], 255)
    chains = ([11, 13, 15, 19], [12, 14, 16, 20], [11, 12], [11, 23], [12, 24], [0, 11], [0, 12])
    for chain in (*chains, [23, 24], [23, 25, 27], [24, 26, 28]):
        cv2.polylines(mask, [p[chain].astype(np.int32)], False, 255, int(0.5 * unit))
    return np.asarray(mask)


def without_person(image: Image, mask: Image, how: str) -> Image:
    """The room behind the person: painted over smoothly, or columns beside the person mirrored.

    Mirrored columns keep the texture of shelves, chairs and desks and leave no human outline.
    """
    if how == "smooth":
        small = cv2.resize(image, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
        hole = cv2.resize(mask, small.shape[1::-1], interpolation=cv2.INTER_NEAREST)
        filled = cv2.inpaint(small, hole, 5, cv2.INPAINT_TELEA)
        filled = cv2.resize(filled, image.shape[1::-1], interpolation=cv2.INTER_CUBIC)
        return np.where(mask[..., None] > 0, filled, image).astype(np.uint8)
    count = (mask > 0).sum(axis=0)
    free = np.flatnonzero(count <= max(4, np.sort(count)[image.shape[1] // 8]))
    taken = np.setdiff1d(np.arange(image.shape[1]), free)
    there_and_back = np.concatenate([free[::-1], free])
    result = image.copy()
    result[:, taken] = image[:, there_and_back[np.arange(len(taken)) % len(there_and_back)]]
    return result


def sliding_out(
    image: Image, mask: Image, room: Image, steps: int
) -> Iterator[tuple[Image, float]]:
    """The person glides out to the right; yields picture and share of the person still inside."""
    soft = cv2.GaussianBlur(mask, (0, 0), 3).astype(np.float32)[..., None] / 255.0
    columns = np.flatnonzero(mask.any(axis=0))
    way = image.shape[1] - int(columns[0]) if len(columns) else image.shape[1]
    total = float((mask > 0).sum()) or 1.0
    for index in range(steps):
        shift = int(way * (index + 1) / steps)
        move = np.array([[1, 0, shift], [0, 1, 0]], np.float32)
        moved = cv2.warpAffine(image, move, image.shape[1::-1])
        alpha = cv2.warpAffine(soft, move, image.shape[1::-1])[..., None]
        picture = (moved * alpha + room * (1 - alpha)).astype(np.uint8)
        inside = float((mask[:, : image.shape[1] - shift] > 0).sum()) / total
        yield picture, inside


def from_behind(image: Image, points: NDArray[np.float64], seed: int) -> Image:
    """Paint hair over the whole head: a rough picture of somebody who looks the other way."""
    random = np.random.default_rng(seed)
    colour = random.choice(np.array([[20, 24, 30], [30, 50, 80], [60, 110, 150], [90, 90, 95]]))
    ears = points[[7, 8]]
    centre = ears.mean(axis=0)
    neck = float(np.linalg.norm((points[11] + points[12]) / 2 - points[0]))
    radius = max(float(np.linalg.norm(ears[0] - ears[1])) * 0.62, neck * 0.45, 8.0)
    head = np.zeros(image.shape[:2], np.uint8)
    middle = [int(centre[0]), int(centre[1] - 0.1 * radius)]
    cv2.ellipse(head, middle, [int(radius), int(1.35 * radius)], 0, 0, 360, 255, -1)
    strands = cv2.GaussianBlur(random.normal(0, 60, image.shape[:2]).astype(np.float32), (0, 0), 1)
    strands = cv2.blur(strands, (1, 15))
    hair = np.clip(colour[None, None] * (1 + strands[..., None] / 40.0) + 8, 0, 255)
    alpha = cv2.GaussianBlur(head, (0, 0), 2).astype(np.float32)[..., None] / 255.0
    return np.asarray(hair * alpha + image * (1 - alpha), np.uint8)


def drawn_room(seed: int) -> Image:
    """A room with things that resemble people: round tables, coats on chairs, posters, lamps."""
    random = np.random.default_rng(seed)

    def shade(low: int = 30, high: int = 230) -> tuple[int, int, int]:
        blue, green, red = random.integers(low, high, 3)
        return int(blue), int(green), int(red)

    room: Image = np.empty((480, 640, 3), np.uint8)
    room[:] = shade(110, 230)
    cv2.rectangle(room, (0, 360), (640, 480), shade(60, 170), -1)
    for _ in range(3):
        x, y = (int(v) for v in random.integers((0, 10), (520, 150)))
        w, h = (int(v) for v in random.integers(50, 150, 2))
        cv2.rectangle(room, (x, y), (x + w, y + h), shade(), -1)
    things = (_table, _coat_on_chair, _poster, _lamp, _table, _chair)
    for thing in random.permutation(len(things))[:4]:
        draw = things[int(thing)]
        x, y = int(random.integers(90, 550)), int(random.integers(250, 420))
        draw(room, x, y, float(random.uniform(0.6, 1.9)), shade(), shade())
    return cv2.GaussianBlur(room, (0, 0), 1.2).astype(np.uint8)


Colour = tuple[int, int, int]


def _table(room: Image, x: int, y: int, s: float, one: Colour, two: Colour) -> None:
    cv2.rectangle(room, (x - int(8 * s), y), (x + int(8 * s), y + int(140 * s)), two, -1)
    cv2.ellipse(room, (x, y), (int(95 * s), int(38 * s)), 0, 0, 360, one, -1)
    cv2.ellipse(room, (x, y), (int(95 * s), int(38 * s)), 0, 0, 180, two, 4)
    cv2.circle(room, (x + int(20 * s), y - int(12 * s)), int(14 * s), two, -1)


def _chair(room: Image, x: int, y: int, s: float, one: Colour, two: Colour) -> None:
    cv2.ellipse(room, (x, y - int(60 * s)), (int(55 * s), int(75 * s)), 0, 0, 360, one, -1)
    cv2.ellipse(room, (x, y - int(150 * s)), (int(30 * s), int(20 * s)), 0, 0, 360, two, -1)
    cv2.rectangle(room, (x - int(60 * s), y), (x + int(60 * s), y + int(22 * s)), two, -1)
    cv2.line(room, (x, y), (x, y + int(90 * s)), two, int(9 * s))


def _coat_on_chair(room: Image, x: int, y: int, s: float, one: Colour, two: Colour) -> None:
    _chair(room, x, y, s, two, one)
    outline = [(-75, 60), (-70, -75), (-28, -112), (28, -112), (70, -75), (75, 60)]
    coat = np.array([(x + int(a * s), y + int(b * s)) for a, b in outline], np.int32)
    cv2.fillPoly(room, [coat], one)
    cv2.line(room, (x, y - int(110 * s)), (x, y + int(55 * s)), two, int(4 * s))


def _poster(room: Image, x: int, y: int, s: float, one: Colour, two: Colour) -> None:
    top = y - int(150 * s)
    cv2.rectangle(room, (x - int(60 * s), top - int(80 * s)), (x + int(60 * s), y), two, -1)
    cv2.circle(room, (x, top - int(30 * s)), int(26 * s), (150, 180, 220), -1)
    cv2.ellipse(room, (x, y), (int(52 * s), int(145 * s)), 0, 180, 360, one, -1)
    for side in (-9, 9):
        cv2.circle(room, (x + int(side * s), top - int(34 * s)), int(3 * s), (30, 30, 30), -1)


def _lamp(room: Image, x: int, y: int, s: float, one: Colour, two: Colour) -> None:
    cv2.line(room, (x, y - int(150 * s)), (x, y + int(60 * s)), two, int(8 * s))
    shade = np.array([(-60, -100), (-28, -175), (28, -175), (60, -100)]) * s + (x, y)
    cv2.fillPoly(room, [shade.astype(np.int32)], one)


def first(images: Iterable[Image], count: int) -> list[Image]:
    """At most the first `count` pictures."""
    return list(islice(images, count))
