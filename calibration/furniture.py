"""Furniture along the walls of a room, from boxes with procedural textures, sampled by seed.

Each thing is made at a wall y = 0 (the room at negative y) and then turned to its wall; z is up;
metres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calibration.colours import muted, sample_colour, wood_colour
from calibration.parts import PAINTING, WOOD, Material, Part, box, tube, vector

if TYPE_CHECKING:
    from collections.abc import Callable


def wall_things(
    rng: np.random.Generator, half_width: float, front: float, back: float
) -> list[Part]:
    """Furniture along the three walls that cameras see, made at a wall y = 0 and turned there."""
    made: list[Part] = []
    for turn, distance, length in (
        (0.0, back, half_width),
        (-90.0, half_width, 0.5 * (back - front)),
        (90.0, half_width, 0.5 * (back - front)),
    ):
        cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        rotation = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])
        middle = np.array([0.0, 0.0 if turn == 0.0 else 0.5 * (front + back), 0.0])
        shift = rotation @ np.array([0.0, distance - 0.03, 0.0]) + middle
        for at in np.arange(-length + 0.5, length - 0.4, float(rng.uniform(0.8, 1.5))):
            things = _thing(rng, float(at + rng.uniform(-0.15, 0.15)))
            made.extend(thing.moved(rotation, shift) for thing in things)
    return made


def _thing(rng: np.random.Generator, x: float) -> list[Part]:
    kind = str(
        rng.choice(
            ("nothing", "picture", "shelf", "window", "cupboard", "door", "plant", "board"),
            p=(0.16, 0.22, 0.15, 0.16, 0.10, 0.07, 0.10, 0.04),
        )
    )
    made = _THINGS.get(kind)
    return made(rng, x) if made else []


def _cupboard(rng: np.random.Generator, x: float) -> list[Part]:
    height = float(rng.uniform(0.7, 2.0))
    size, look = (0.8, 0.45, height), (WOOD, 0.8, 0.0)
    return [
        box((x, -0.25, 0.5 * height), size, wood_colour(rng), Material.TEXTURED, look),
        box((x, -0.48, 0.5 * height), (0.012, 0.02, height), (0.05, 0.05, 0.05)),
    ]


def _door(rng: np.random.Generator, x: float) -> list[Part]:
    colour = wood_colour(rng)
    return [
        box((x, -0.02, 1.0), (0.86, 0.05, 2.0), colour, Material.TEXTURED, (WOOD, 0.5, 0.0)),
        box((x + 0.35, -0.07, 1.02), (0.12, 0.03, 0.02), (0.5, 0.48, 0.45)),
    ]


def _board(rng: np.random.Generator, x: float) -> list[Part]:
    del rng
    size, look = (1.1, 0.03, 0.75), (PAINTING, 0.9, 0.0)
    return [box((x, -0.02, 1.45), size, (0.8, 0.8, 0.8), Material.TEXTURED, look)]


def _picture(rng: np.random.Generator, x: float) -> list[Part]:
    width, height = float(rng.uniform(0.3, 0.9)), float(rng.uniform(0.3, 0.8))
    z, scale = float(rng.uniform(1.25, 1.75)), float(rng.uniform(0.6, 2.5))
    return [
        box((x, -0.01, z), (width + 0.05, 0.02, height + 0.05), muted(rng, 0.02, 0.5)),
        box(
            (x, -0.02, z),
            (width, 0.02, height),
            sample_colour(rng),
            Material.TEXTURED,
            (PAINTING, scale, 0.0),
        ),
    ]


def _window(rng: np.random.Generator, x: float) -> list[Part]:
    width, height = float(rng.uniform(0.6, 1.3)), float(rng.uniform(0.8, 1.3))
    bright, z = float(np.exp(rng.uniform(-1.8, 0.9))), 1.55
    glow = vector(bright * np.array([0.9, 1.0, 1.1]))
    frame = muted(rng, 0.3, 0.8)
    made = [box((x, 0.0, z), (width, 0.02, height), glow, Material.GLOWING)]
    for across in (-0.5, 0.0, 0.5):
        made.append(box((x + across * width, -0.02, z), (0.05, 0.05, height + 0.05), frame))
        made.append(box((x, -0.02, z + across * height), (width + 0.05, 0.05, 0.05), frame))
    if rng.random() < 0.5:
        curtain = sample_colour(rng)
        at = [x + side * (0.5 * width + 0.12) for side in (-1.0, 1.0)]
        look, size = (WOOD, 2.0, 0.0), (0.28, 0.06, 2.3)
        made += [box((side, -0.07, 1.3), size, curtain, Material.TEXTURED, look) for side in at]
    return made


def _shelf(rng: np.random.Generator, x: float) -> list[Part]:
    wood = wood_colour(rng)
    width, top = float(rng.uniform(0.6, 1.1)), float(rng.uniform(1.3, 2.1))
    made = [
        box(
            (x + side * 0.5 * width, -0.16, 0.5 * top),
            (0.03, 0.3, top),
            wood,
            Material.TEXTURED,
            (WOOD, 0.8, 0.0),
        )
        for side in (-1.0, 1.0)
    ]
    for z in np.arange(0.05, top, 0.36):
        made.append(box((x, -0.16, float(z)), (width, 0.3, 0.03), wood))
        at = x - 0.5 * width + 0.04
        while at < x + 0.5 * width - 0.08:
            thick, tall = float(rng.uniform(0.02, 0.06)), float(rng.uniform(0.16, 0.3))
            if rng.random() < 0.8:
                made.append(
                    box(
                        (at + 0.5 * thick, -0.15, float(z) + 0.5 * tall),
                        (thick, 0.2, tall),
                        sample_colour(rng),
                    )
                )
            at += thick + 0.004
    return made


def _plant(rng: np.random.Generator, x: float) -> list[Part]:
    green = vector(np.array([0.04, 0.12, 0.03]) * rng.uniform(0.6, 2.0))
    made = [box((x, -0.3, 0.2), (0.28, 0.28, 0.4), muted(rng, 0.1, 0.6))]
    for _ in range(16):
        lean, turn = float(rng.uniform(0.1, 0.9)), float(rng.uniform(0.0, 6.28))
        height = float(rng.uniform(0.4, 1.2))
        share = np.linspace(0.0, 1.0, 6)
        away = 0.4 * lean * share**2
        line = np.column_stack(
            [x + np.cos(turn) * away, -0.32 + 0.6 * np.sin(turn) * away, 0.35 + height * share]
        )
        width = 0.03 * np.sin(np.pi * np.clip(share, 0.05, 0.98))
        made.append(tube(line, np.column_stack([width, 0.3 * width]), green, sides=6))
    return made


_THINGS: dict[str, Callable[[np.random.Generator, float], list[Part]]] = {
    "picture": _picture,
    "shelf": _shelf,
    "window": _window,
    "cupboard": _cupboard,
    "door": _door,
    "plant": _plant,
    "board": _board,
}
