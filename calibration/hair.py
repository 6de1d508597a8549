"""Hair: shells of strands over the scalp, a bun, and long hair from the helper geometry.

Template space of the base mesh: x left, y back, z up, metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.parts import Colour, Material, Part, ellipsoid, part

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.body_model import BodyModel, Floats

_LAYERS = 7
# Edge of the hair: height over y from the forehead over temple, sideburn and ear to the nape.
_EDGE_Y = (-0.20, -0.135, -0.112, -0.097, -0.080, -0.066, -0.050, -0.030, 0.00, 0.04)
_EDGE_Z = (0.806, 0.802, 0.783, 0.762, 0.722, 0.735, 0.752, 0.715, 0.675, 0.655)
_EAR = np.array([0.078, -0.047, 0.715])
_EAR_RADII = np.array([0.016, 0.024, 0.038])


@dataclass(frozen=True)
class HairStyle:
    """Shape of the hair.

    Attributes:
        length_m: how far the strands stand off the scalp (0 is shaved or bald).
        long: hair falls over the ears.
        end_z: template height at which long hair ends.
        bun: a knot at the back of the head.
        receding_m: by how much the hairline is higher than the usual one.
    """

    length_m: float
    long: bool = False
    end_z: float = 0.45
    bun: bool = False
    receding_m: float = 0.0


@dataclass(frozen=True)
class HairPart:
    """A mesh bound to a body, with its (V, B) skinning weights."""

    mesh: Part
    weights: Floats


def hair_edge(template: Floats, style: HairStyle) -> Floats:
    """(V,) distance inside the hairline, metres; negative is bare skin."""
    x, y, z = template.T
    inside = z - np.interp(y, _EDGE_Y, _EDGE_Z)
    # Temples recede more than the middle of the forehead.
    inside = (
        inside
        - style.receding_m * (y < -0.07)
        - 0.010 * np.clip((np.abs(x) - 0.035) / 0.02, 0.0, 1.0) * (y < -0.115)
    )
    mirrored = np.column_stack([np.abs(x), y, z])
    ear = np.linalg.norm((mirrored - _EAR) / _EAR_RADII, axis=1) - 1.0
    return np.asarray(np.minimum(inside, 0.02 * ear), np.float32)


def hair_parts(
    model: BodyModel, vertices: Floats, style: HairStyle, colour: Colour
) -> list[HairPart]:
    """Return the hair for a body with rest ``vertices`` (V, 3)."""
    made = []
    if style.length_m > 0.0:
        made.append(_shells(model, vertices, style, colour))
    if style.long:
        made.append(_curtain(model, vertices, style, colour))
    if style.bun:
        made.append(_bun(model, vertices, colour))
    return made


def _shells(model: BodyModel, vertices: Floats, style: HairStyle, colour: Colour) -> HairPart:
    """Layers of the scalp pushed outwards; the shader cuts strands out of the upper ones."""
    edge = hair_edge(model.template, style)
    faces = model.body_faces[(edge[model.body_faces] > -0.012).any(axis=1)]
    used, scalp = _compact(faces)
    smooth = part(vertices[used], scalp, Material.HAIR_SHELL, colour, pattern=model.template[used])
    # Thin at the edge, full on the crown.
    thickness = style.length_m * np.clip(edge[used] / 0.035, 0.12, 1.0)
    layers, every = [], len(used)
    for layer in range(_LAYERS):
        share = (layer + 1) / _LAYERS
        droop = np.column_stack([0.0 * thickness, 0.0 * thickness, -0.25 * share * thickness])
        layers.append(smooth.vertices + smooth.normals * (share * thickness)[:, None] + droop)
    stacked = np.concatenate(layers)
    mesh = part(
        stacked,
        np.concatenate([scalp + layer * every for layer in range(_LAYERS)]),
        Material.HAIR_SHELL,
        colour,
        pattern=np.tile(smooth.pattern, (_LAYERS, 1)),
    )
    mesh.normals[:] = np.tile(smooth.normals, (_LAYERS, 1))
    mesh.material[:, 1] = np.repeat((np.arange(_LAYERS) + 1.0) / _LAYERS, every)
    mesh.material[:, 2] = np.tile(edge[used], _LAYERS)
    return HairPart(mesh, np.tile(model.weights[used], (_LAYERS, 1)))


def _curtain(model: BodyModel, vertices: Floats, style: HairStyle, colour: Colour) -> HairPart:
    """Long hair from the helper geometry; the shader cuts its ends at ``end_z`` into strands."""
    x, y, z = model.template.T
    # What the shader leaves out must not throw a shadow on the face either.
    face = (z < 0.803) & ((y < -0.070) | ((y < -0.050) & (np.abs(x) < 0.070)))
    gone = face | (z < style.end_z - 0.06)
    used, faces = _compact(model.hair_faces[~gone[model.hair_faces].all(axis=1)])
    template = model.template[used]
    mesh = part(vertices[used], faces, Material.HAIR_STRAND, colour, pattern=template)
    mesh.material[:, 2] = template[:, 2] - style.end_z
    return HairPart(mesh, model.weights[used])


def _bun(model: BodyModel, vertices: Floats, colour: Colour) -> HairPart:
    knot = ellipsoid(
        (0.0, 0.075, 0.790), (0.036, 0.034, 0.032), colour, Material.HAIR_STRAND, (0.0, 1.0, 0.0)
    )
    skin = slice(0, int(model.body_faces.max()) + 1)
    near = np.linalg.norm(model.template[skin] - np.array([0.0, 0.05, 0.785]), axis=1) < 0.03
    shift = (vertices[skin] - model.template[skin])[near].mean(axis=0)
    mesh = part(
        knot.vertices + shift,
        knot.faces,
        Material.HAIR_STRAND,
        colour,
        (0.0, 1.0, 0.0),
        pattern=knot.vertices,
    )
    weights = np.zeros((len(mesh.vertices), len(model.bone_labels)), np.float32)
    weights[:, model.bone("head")] = 1.0
    return HairPart(mesh, weights)


def _compact(faces: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the vertices used by ``faces`` and the faces renumbered to them."""
    used, renumbered = np.unique(faces, return_inverse=True)
    return used, renumbered.reshape(faces.shape)
