"""What a person wears: skin and eyes, hair, clothes, collar or hood, glasses.

Everything is made in the template space of the base mesh (x left, y back, z up, metres; eyes near
z = 0.728, hips near z = 0.05) and carried over to a sampled body, so that it fits all bodies and
follows their bones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from calibration.accessories import glasses, neckwear
from calibration.body_model import BodyModel, Floats, load_body_model
from calibration.hair import HairStyle, hair_edge, hair_parts
from calibration.parts import Colour, Material, Part, join, part

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.bodies import Body

_ARM_START, _ARM_END = np.array([0.168, -0.015, 0.525]), np.array([0.431, -0.176, 0.245])
_ARM_BONES = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
_LEG_BONES = ("upperleg", "lowerleg", "foot", "pelvis")
_EYES = np.array([[0.0308, -0.1245, 0.7284], [-0.0308, -0.1245, 0.7284]])


@dataclass(frozen=True)
class Outfit:
    """Clothes, hair and colours of one person; colours are linear albedo, 0 to 1.

    Attributes:
        skin, iris, hair_colour, lips, shirt, shirt_second, trousers: colours.
        hair: the style.
        brow_strength, stubble: 0 to 1.
        pattern: 0 plain, 1 stripes, 2 checks, 3 blotches, 4 two-coloured (front print).
        looseness_m: distance of the shirt from the skin.
        sleeve: end of the sleeve along the arm: 0.2 short, 1 at the wrist.
        neckline: 0 high to 1 deep; v_neck: 0 round to 1 pointed.
        collar, hood, glasses: whether they are worn.
    """

    skin: Colour
    iris: Colour
    hair_colour: Colour
    lips: Colour
    shirt: Colour
    shirt_second: Colour
    trousers: Colour
    hair: HairStyle
    brow_strength: float
    stubble: float
    pattern: int
    looseness_m: float
    sleeve: float
    neckline: float
    v_neck: float
    collar: bool
    hood: bool
    glasses: bool


@dataclass(frozen=True)
class Figure:
    """A dressed body at rest, ready for skinning.

    Attributes:
        mesh: the base mesh (all its vertices first, so that vertex numbers hold) and clothes.
        weights: (V, B) skinning weights of all vertices.
        body: the body inside.
        outfit: what it wears.
    """

    mesh: Part
    weights: Floats
    body: Body
    outfit: Outfit


def dress(model: BodyModel, body: Body, outfit: Outfit) -> Figure:
    """Return the dressed figure of ``body``."""
    layers = [_skin(model, body, outfit), *_clothes(model, body, outfit)]
    weights = [model.weights] + [model.weights[_tights_vertices(model)]] * (len(layers) - 1)
    for made in hair_parts(model, body.vertices, outfit.hair, outfit.hair_colour):
        layers.append(made.mesh)
        weights.append(made.weights)
    for accessory in neckwear(outfit.shirt, outfit.collar, outfit.hood):
        bound, bound_weights = bind(model, body, accessory, rigid_head=False)
        layers.append(bound)
        weights.append(bound_weights)
    if outfit.glasses:
        bound, bound_weights = bind(model, body, glasses(), rigid_head=True)
        layers.append(bound)
        weights.append(bound_weights)
    return Figure(mesh=join(layers), weights=np.concatenate(weights), body=body, outfit=outfit)


def bind(model: BodyModel, body: Body, made: Part, rigid_head: bool) -> tuple[Part, Floats]:
    """Carry a part from template space over to ``body``.

    With ``rigid_head`` it keeps its shape, moves with the eyes and hangs on the head bone;
    otherwise each vertex follows the skin nearest to it.
    """
    skin_count = int(model.body_faces.max()) + 1
    shift = body.vertices[:skin_count] - model.template[:skin_count]
    if rigid_head:
        near = np.linalg.norm(model.template[:skin_count, None] - _EYES[None], axis=2).min(axis=1)
        moved = made.vertices + shift[near < 0.03].mean(axis=0)
        weights = np.zeros((len(moved), len(model.bone_labels)), np.float32)
        weights[:, model.bone("head")] = 1.0
    else:
        nearest = _nearest(model.template[:skin_count], made.vertices)
        moved = made.vertices + shift[nearest].mean(axis=1)
        weights = model.weights[nearest].mean(axis=1)
    return Part(
        moved.astype(np.float32), made.normals, made.pattern, made.colour, made.material, made.faces
    ), weights


def _nearest(points: Floats, wanted: Floats, count: int = 12) -> NDArray[np.int64]:
    squares = ((wanted[:, None] - points[None]) ** 2).sum(axis=2)
    return np.argpartition(squares, count, axis=1)[:, :count]


@lru_cache(maxsize=1)
def _cavity() -> Floats:
    """Cavity (V,) of the template: positive in hollows, from differences to smoothed vertices."""
    model = load_body_model()
    faces = model.body_faces
    normals = part(model.template, faces, Material.SKIN).normals
    smooth = model.template.astype(float)
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges = np.concatenate([edges, edges[:, ::-1]])
    degree = np.maximum(np.bincount(edges[:, 0], minlength=len(smooth)), 1)
    for _ in range(6):
        smooth = (
            np.column_stack(
                [
                    np.bincount(edges[:, 0], smooth[edges[:, 1], axis], len(smooth))
                    for axis in range(3)
                ]
            )
            / degree[:, None]
        )
    hollow = np.einsum("vi,vi->v", smooth - model.template, normals)
    hollow[int(faces.max()) + 1 :] = 0.0
    return np.asarray(np.clip(hollow / 0.004, -1.0, 1.0), np.float32)


def _skin(model: BodyModel, body: Body, outfit: Outfit) -> Part:
    """Skin and eyes with all vertices of the base mesh; skin under clothes has no faces."""
    template = model.template
    covered = _covered(model, outfit, margin=0.03)
    faces = model.body_faces[~covered[model.body_faces].all(axis=1)]
    eyes = np.concatenate([model.left_eye_faces, model.right_eye_faces])
    made = part(
        body.vertices, np.concatenate([faces, eyes]), Material.SKIN, outfit.skin, pattern=template
    )
    made.material[:, 1] = model.lips
    made.material[:, 2] = _cavity()
    made.material[:, 3] = hair_edge(template, outfit.hair)
    for centre, eye_faces in zip(_EYES, (model.left_eye_faces, model.right_eye_faces), strict=True):
        ball = np.unique(eye_faces)
        made.pattern[ball] = template[ball] - template[ball].mean(axis=0)
        made.colour[ball] = outfit.iris
        made.material[ball, 0] = Material.EYE
        made.material[ball, 1] = np.sign(centre[0])
    return made


def _arm_coordinate(model: BodyModel) -> Floats:
    """(V,) share of the way from shoulder to wrist; 0 off the arms, over 1 on the hands."""
    arm = [str(label).startswith(_ARM_BONES) for label in model.bone_labels]
    template = np.abs(model.template * (1.0, 0.0, 0.0)) + model.template * (0.0, 1.0, 1.0)
    way = _ARM_END - _ARM_START
    along = (template - _ARM_START) @ way / (way @ way)
    return np.asarray(
        np.where(model.weights[:, arm].sum(axis=1) > 0.3, np.maximum(along, 0.0), 0.0), np.float32
    )


def _leg_share(model: BodyModel) -> Floats:
    leg = [str(label).startswith(_LEG_BONES) for label in model.bone_labels]
    return np.asarray(model.weights[:, leg].sum(axis=1), np.float32)


def neckline_height(template: Floats, outfit: Outfit) -> Floats:
    """(V,) height over the edge of the neckline, metres; positive is bare."""
    x, y, z = template.T
    front = np.clip((0.01 - y) / 0.06, 0.0, 1.0)
    middle = np.clip(1.0 - np.abs(x) / 0.085, 0.0, 1.0)
    shape = outfit.v_neck * middle + (1.0 - outfit.v_neck) * (1.0 - (1.0 - middle) ** 2.5)
    deep = (0.012 + (0.04 + 0.04 * outfit.v_neck) * outfit.neckline) * front * shape
    return np.asarray(z - 0.5 * (y - 0.03) - 0.594 + deep - 6.5 * x**2, np.float32)


def _covered(model: BodyModel, outfit: Outfit, margin: float) -> NDArray[np.bool_]:
    template = model.template
    arm = _arm_coordinate(model)
    bare = (neckline_height(template, outfit) > -margin) | (arm > outfit.sleeve - 1.5 * margin)
    feet = template[:, 2] < -0.70
    return np.asarray(~bare & ~feet)


def _tights_vertices(model: BodyModel) -> NDArray[np.int64]:
    return np.unique(model.tights_faces)


def _clothes(model: BodyModel, body: Body, outfit: Outfit) -> list[Part]:
    """Shirt and trousers from the helper geometry around the body, pushed out along normals."""
    used = _tights_vertices(model)
    renumber = np.full(len(model.template), -1)
    renumber[used] = np.arange(len(used))
    faces = renumber[model.tights_faces]
    template, arm = model.template[used], _arm_coordinate(model)[used]
    leg_faces = (_leg_share(model)[used] > 0.5)[faces].all(axis=1) & (
        template[faces, 2].max(axis=1) < 0.06
    )
    base = part(body.vertices[used], faces, Material.CLOTH)
    torso = np.clip((template[:, 2] + 0.1) / 0.1, 0.0, 1.0) * (arm < 0.9)
    # Cloth hangs away from the belly more than from the shoulders.
    hang = 0.35 + 0.65 * np.clip((0.50 - template[:, 2]) / 0.25, 0.0, 1.0)
    out = 0.003 + outfit.looseness_m * torso * hang * (1.0 - 0.3 * (arm > 0.3))
    # Sleeves and neckline are cut by the shader; what is wholly cut away throws no shadow.
    cut = (arm > outfit.sleeve) | (neckline_height(template, outfit) > 0.0)
    shirt_faces = faces[~leg_faces & ~cut[faces].all(axis=1)]
    shirt = part(
        base.vertices + base.normals * out[:, None],
        shirt_faces,
        Material.CLOTH,
        outfit.shirt,
        (float(outfit.pattern), 0.0, 0.0),
        pattern=template,
    )
    shirt.material[:, 2] = arm - outfit.sleeve
    shirt.material[:, 3] = neckline_height(template, outfit)
    trousers = part(
        base.vertices + base.normals * 0.004,
        faces[leg_faces],
        Material.CLOTH,
        outfit.trousers,
        (0.0, -1.0, -1.0),
        pattern=template,
    )
    return [shirt, trousers]
