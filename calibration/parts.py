"""Triangle meshes that the renderer draws, and simple solids in any frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.body_model import Floats, Ints

Colour = tuple[float, float, float]
Vector = tuple[float, float, float]
# Second parameter of TEXTURED materials: what the surface is made of (see ``scene.frag``).
WOOD, PLASTER, PAINTING, TILES = 1.0, 2.0, 3.0, 4.0


class Material(IntEnum):
    """How the fragment shader treats a vertex; the number is shared with ``scene.frag``."""

    SKIN = 0
    EYE = 1
    HAIR_SHELL = 2
    CLOTH = 3
    SOLID = 4
    HAIR_STRAND = 5
    TEXTURED = 6
    GLOWING = 7


@dataclass(frozen=True)
class Part:
    """A mesh with everything but its pose.

    Attributes:
        vertices, normals: (V, 3) metres.
        pattern: (V, 3) coordinates that procedural textures are computed from.
        colour: (V, 3) linear albedo, 0 to 1.
        material: (V, 4) kind of material and its three parameters.
        faces: (F, 3) vertex numbers.
    """

    vertices: Floats
    normals: Floats
    pattern: Floats
    colour: Floats
    material: Floats
    faces: Ints

    def moved(self, rotation: NDArray[np.float64], translation: NDArray[np.float64]) -> Part:
        """Return the part after a rigid motion: rotate about the origin, then translate."""
        return replace(
            self,
            vertices=(self.vertices @ rotation.T + translation).astype(np.float32),
            normals=(self.normals @ rotation.T).astype(np.float32),
        )


def vector(values: NDArray[np.floating]) -> Vector:
    """Return three plain numbers."""
    return float(values[0]), float(values[1]), float(values[2])


def join(parts: list[Part]) -> Part:
    """Concatenate meshes into one."""
    starts = np.cumsum([0] + [len(part.vertices) for part in parts[:-1]])
    return Part(
        vertices=np.concatenate([part.vertices for part in parts]),
        normals=np.concatenate([part.normals for part in parts]),
        pattern=np.concatenate([part.pattern for part in parts]),
        colour=np.concatenate([part.colour for part in parts]),
        material=np.concatenate([part.material for part in parts]),
        faces=np.concatenate(
            [part.faces + start for part, start in zip(parts, starts, strict=True)]
        ).astype(np.int32),
    )


def part(
    vertices: NDArray[np.floating],
    faces: NDArray[np.integer],
    kind: Material,
    colour: Colour | NDArray[np.floating] = (1.0, 1.0, 1.0),
    parameters: tuple[float, float, float] = (0.0, 0.0, 0.0),
    pattern: NDArray[np.floating] | None = None,
) -> Part:
    """Make a part with smooth normals; the pattern coordinates default to the positions."""
    count = len(vertices)
    vertices = vertices.astype(np.float32)
    return Part(
        vertices=vertices,
        normals=smooth_normals(vertices, faces),
        pattern=vertices.copy() if pattern is None else pattern.astype(np.float32),
        colour=np.broadcast_to(np.asarray(colour, np.float32), (count, 3)).copy(),
        material=np.broadcast_to(np.array([kind, *parameters], np.float32), (count, 4)).copy(),
        faces=faces.astype(np.int32),
    )


def smooth_normals(vertices: Floats, faces: NDArray[np.integer]) -> Floats:
    """Area-weighted unit vertex normals (V, 3); zero at vertices without a face."""
    corners = vertices[faces]
    face_normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    result = np.zeros((len(vertices), 3))
    for axis in range(3):
        for corner in range(3):
            result[:, axis] += np.bincount(faces[:, corner], face_normals[:, axis], len(vertices))
    length = np.linalg.norm(result, axis=1, keepdims=True)
    return np.asarray(result / np.maximum(length, 1e-12), np.float32)


_BOX_QUADS = (
    ((-1, -1, -1), (-1, 1, -1), (1, 1, -1), (1, -1, -1)),
    ((-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)),
    ((-1, -1, -1), (1, -1, -1), (1, -1, 1), (-1, -1, 1)),
    ((1, 1, -1), (-1, 1, -1), (-1, 1, 1), (1, 1, 1)),
    ((-1, 1, -1), (-1, -1, -1), (-1, -1, 1), (-1, 1, 1)),
    ((1, -1, -1), (1, 1, -1), (1, 1, 1), (1, -1, 1)),
)


def box(
    centre: tuple[float, float, float],
    size: tuple[float, float, float],
    colour: Colour,
    kind: Material = Material.SOLID,
    parameters: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> Part:
    """Return an axis-parallel box with flat faces; ``size`` is the full edge lengths."""
    corners = 0.5 * np.array(_BOX_QUADS, float).reshape(24, 3) * size + centre
    quads = np.arange(24).reshape(6, 4)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return part(corners, faces, kind, colour, parameters)


def tube(
    centres: NDArray[np.floating],
    radii: NDArray[np.floating],
    colour: Colour,
    kind: Material = Material.SOLID,
    parameters: tuple[float, float, float] = (0.0, 0.0, 0.0),
    sides: int = 10,
    closed: bool = False,
) -> Part:
    """Return a tube along the polyline ``centres`` (N, 3) with ``radii`` (N, 2).

    The two radii are across the line: horizontally and in the remaining direction. A closed tube
    joins its last ring to the first one; open ends are closed by shrinking radii.
    """
    along = np.gradient(centres, axis=0)
    if closed:
        along = np.roll(centres, -1, axis=0) - np.roll(centres, 1, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    helper = np.where(np.abs(along[:, 2:]) > 0.9, [[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]])
    across = np.cross(helper, along)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    third = np.cross(along, across)
    angles = np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False)
    rings = (
        centres[:, None]
        + np.cos(angles)[None, :, None] * (across * radii[:, :1])[:, None]
        + np.sin(angles)[None, :, None] * (third * radii[:, 1:])[:, None]
    )
    return part(
        rings.reshape(-1, 3), grid_faces(len(centres), sides, closed), kind, colour, parameters
    )


def grid_faces(rows: int, columns: int, closed: bool = False) -> Ints:
    """Triangles of a grid whose columns wrap around; with ``closed`` the rows do so too."""
    row, column = np.meshgrid(
        np.arange(rows if closed else rows - 1), np.arange(columns), indexing="ij"
    )
    below, right = (row + 1) % rows, (column + 1) % columns
    first, second = row * columns + column, row * columns + right
    third, fourth = below * columns + right, below * columns + column
    triangles = np.stack([first, second, third, first, third, fourth], axis=-1)
    return triangles.reshape(-1, 3).astype(np.int32)


def ellipsoid(
    centre: tuple[float, float, float],
    radii: tuple[float, float, float],
    colour: Colour,
    kind: Material = Material.SOLID,
    parameters: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> Part:
    """Return an ellipsoid."""
    heights = np.linspace(-0.999, 0.999, 12)
    line = np.column_stack([np.zeros(12), np.zeros(12), heights])
    width = np.sqrt(1.0 - heights**2)
    unit = tube(line, np.column_stack([width, width]), colour, kind, parameters, sides=16)
    vertices = unit.vertices * np.array(radii) + np.array(centre)
    return part(vertices, unit.faces, kind, colour, parameters)
