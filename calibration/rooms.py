"""Rooms, desks and chairs from boxes with procedural textures, sampled by seed.

World frame: x to the sitter's left when facing the desk, y backwards, z up; metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.colours import muted, sample_colour, wood_colour
from calibration.furniture import wall_things
from calibration.parts import PLASTER, TILES, WOOD, Material, Part, box, join, tube, vector

if TYPE_CHECKING:
    from calibration.scenes import Camera

_CEILING_M = 2.6
_DESK_EDGE_Y, _DESK_OVER_HIPS_M = -0.24, 0.15


@dataclass(frozen=True)
class Room:
    """Meshes that stand still and those that move with the seat.

    Attributes:
        shell: walls, floor and ceiling; they cast no shadow.
        furniture: desk and things; fixed in the world.
        chair: in the body frame (origin at the hips, heading 0): moves with the sitter.
        backrest: the same, tilts about the hips with a reclining sitter.
    """

    shell: Part
    furniture: Part
    chair: Part
    backrest: Part


def sample_room(rng: np.random.Generator, camera: Camera, hip_height_m: float) -> Room:
    """Draw a room that holds the camera, with a desk at the height of the sitter."""
    x, y = abs(camera.position_m[0]), camera.position_m[1]
    # No cupboard may hold the camera.
    half_width = max(float(rng.uniform(1.3, 3.0)), x + 0.8)
    back = float(rng.uniform(0.75, 2.8))
    front = min(float(rng.uniform(-2.4, -1.3)), y - 0.3)
    chair, backrest = _chair(rng)
    return Room(
        shell=_shell(rng, half_width, front, back),
        furniture=join(
            [*_desk(rng, camera, hip_height_m), *wall_things(rng, half_width, front, back)]
        ),
        chair=chair,
        backrest=backrest,
    )


def _shell(rng: np.random.Generator, half_width: float, front: float, back: float) -> Part:
    wall = muted(rng, 0.06, 0.7)
    accent = muted(rng, 0.08, 0.7) if rng.random() < 0.3 else wall
    floor = wood_colour(rng)
    depth, middle = back - front, 0.5 * (front + back)
    plaster, thick = (PLASTER, float(rng.uniform(1.0, 5.0)), 0.0), 0.05
    floor_look = (WOOD, 1.0, 0.0) if rng.random() < 0.6 else (TILES, 1.5, 0.0)
    width = 2.0 * half_width
    half = 0.5 * _CEILING_M
    return join(
        [
            box((0.0, back, half), (width, thick, _CEILING_M), accent, Material.TEXTURED, plaster),
            box((0.0, front, half), (width, thick, _CEILING_M), wall, Material.TEXTURED, plaster),
            box(
                (half_width, middle, half),
                (thick, depth, _CEILING_M),
                wall,
                Material.TEXTURED,
                plaster,
            ),
            box(
                (-half_width, middle, half),
                (thick, depth, _CEILING_M),
                wall,
                Material.TEXTURED,
                plaster,
            ),
            box((0.0, middle, 0.0), (width, depth, thick), floor, Material.TEXTURED, floor_look),
            box(
                (0.0, middle, _CEILING_M),
                (width, depth, thick),
                (0.7, 0.7, 0.7),
                Material.TEXTURED,
                plaster,
            ),
        ]
    )


def _desk(rng: np.random.Generator, camera: Camera, hip_height_m: float) -> list[Part]:
    top = hip_height_m + _DESK_OVER_HIPS_M
    width, depth = float(rng.uniform(1.1, 1.7)), 0.75
    wood = wood_colour(rng)
    made = [
        box(
            (0.0, _DESK_EDGE_Y - 0.5 * depth, top - 0.015),
            (width, depth, 0.03),
            wood,
            Material.TEXTURED,
            (WOOD, 0.9, 0.0),
        ),
        box((0.0, _DESK_EDGE_Y - 0.26, top + 0.008), (0.40, 0.13, 0.016), muted(rng, 0.02, 0.6)),
    ]
    foot, leg = 0.5 * width - 0.06, (0.05, depth - 0.1, top - 0.04)
    made += [box((x, _DESK_EDGE_Y - 0.5 * depth, 0.5 * top), leg, wood) for x in (-foot, foot)]
    # A camera in front stands on the screen: the screen itself is out of its sight.
    if abs(camera.azimuth_deg) > 20.0:
        made += _screen(rng, top)
    for _ in range(int(rng.integers(0, 4))):
        size = float(rng.uniform(0.05, 0.14))
        at = (
            float(rng.uniform(0.28, 0.5) * width * rng.choice((-1.0, 1.0)) / 0.8),
            _DESK_EDGE_Y - float(rng.uniform(0.12, 0.55)),
            top + 0.5 * size,
        )
        made.append(box(at, (size, size, size), sample_colour(rng)))
    return made


def _screen(rng: np.random.Generator, top: float) -> list[Part]:
    high = float(rng.uniform(0.22, 0.40))
    wide, middle = 1.6 * high, top + 0.06 + 0.5 * high
    black, glow = (0.02, 0.02, 0.022), (0.35, 0.45, 0.6)
    lit = (wide - 0.03, 0.004, high - 0.03)
    return [
        box((0.0, _DESK_EDGE_Y - 0.47, middle), (wide, 0.025, high), black),
        box((0.0, _DESK_EDGE_Y - 0.50, top + 0.05), (0.14, 0.12, 0.1), (0.03, 0.03, 0.03)),
        box((0.0, _DESK_EDGE_Y - 0.455, middle), lit, glow, Material.GLOWING),
    ]


def _chair(rng: np.random.Generator) -> tuple[Part, Part]:
    """Seat and armrests, and the backrest; hips at the origin, facing -y."""
    colour = vector(np.array(sample_colour(rng)) * 0.5)
    cushion = (2.0, 12.0, 0.0)
    seat = [
        box((0.0, -0.10, -0.14), (0.50, 0.52, 0.08), colour, Material.TEXTURED, cushion),
        box((0.0, 0.0, -0.32), (0.07, 0.07, 0.3), (0.03, 0.03, 0.03)),
    ]
    if rng.random() < 0.5:
        for side in (-1.0, 1.0):
            seat.append(box((side * 0.29, -0.05, 0.12), (0.06, 0.28, 0.03), (0.03, 0.03, 0.03)))
            seat.append(box((side * 0.29, -0.05, -0.02), (0.03, 0.05, 0.26), (0.03, 0.03, 0.03)))
    kind = str(rng.choice(("none", "low", "middle", "high"), p=(0.2, 0.3, 0.35, 0.15)))
    top = {"none": 0.08, "low": 0.34, "middle": 0.54, "high": 0.78}[kind]
    width = float(rng.uniform(0.36, 0.50))
    share = np.linspace(0.0, 1.0, 14)
    # Bent back a little, rounded and narrower at the top.
    line = np.column_stack([np.zeros(14), 0.185 + 0.10 * share, -0.06 + share * (top + 0.06)])
    across = 0.5 * width * (1.0 - 0.2 * share**3) * np.minimum(1.0, 4.0 * (1.02 - share)) ** 0.4
    rest = tube(
        line,
        np.column_stack([across, np.full(14, 0.028)]),
        colour,
        Material.TEXTURED,
        cushion,
        sides=20,
    )
    return join(seat), rest
