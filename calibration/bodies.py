"""Adult bodies sampled by seed: proportions, face and the natural carriage of head and back.

Rest frame: x to the body's left, y to its back, z up; metres; origin midway between the hip
joints of the standing body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.body_model import BodyModel, Floats

_AGE_YOUNG, _AGE_OLD = 2.0 / 3.0, 1.0
_FACE_SD, _TRUNK_SD = 0.22, 0.18
_TRUNK_PREFIXES = ("torso", "measure", "stomach", "neck", "l-upperarm", "r-upperarm")
# Wide lips, large mouths and extreme heads look like caricatures at one standard deviation.
_CALM_PREFIXES = ("mouth", "head-age", "head-angle", "head-fat", "nose-trans", "mouth-trans")
_CALM_FACTOR = 0.45


@dataclass(frozen=True)
class BodyTraits:
    """What makes one person: shape parameters of the body model and natural carriage.

    Attributes:
        sex: 0 male to 1 female.
        age: 2/3 young adult to 1 old.
        muscle, weight, height, proportions, bust: 0 to 1 as in the body model.
        ancestry: shares (African, Asian, Caucasian), sum 1.
        local: names of local shape changes with their amounts, -1 to 1.
        neck_offset_deg: natural neck flexion beyond that of the base mesh.
        thoracic_offset_deg: natural inclination of the trunk beyond that of the base mesh.
        head_pitch_offset_deg: natural pitch of the head, down positive.
    """

    sex: float
    age: float
    muscle: float
    weight: float
    height: float
    proportions: float
    bust: float
    ancestry: tuple[float, float, float]
    local: tuple[tuple[str, float], ...]
    neck_offset_deg: float
    thoracic_offset_deg: float
    head_pitch_offset_deg: float


@dataclass(frozen=True)
class Body:
    """A body at rest (standing, arms half raised).

    Attributes:
        traits: the parameters it was made from.
        vertices: (V, 3) rest vertices, metres, rest frame.
        heads: (B, 3) joints, metres, rest frame.
        hip_height_m: height of the hip joints over the floor when seated with flat feet.
        stature_m: standing height.
    """

    traits: BodyTraits
    vertices: Floats
    heads: Floats
    hip_height_m: float
    stature_m: float


def sample_traits(model: BodyModel, rng: np.random.Generator) -> BodyTraits:
    """Draw an adult; about as many women as men, all ancestries, thin to heavy."""
    sex = float(rng.beta(6.0, 1.2) if rng.random() < 0.5 else rng.beta(1.2, 6.0))
    ancestry = rng.dirichlet((0.45, 0.45, 0.45))
    return BodyTraits(
        sex=sex,
        age=float(rng.uniform(_AGE_YOUNG, 0.97)),
        muscle=float(np.clip(rng.normal(0.52 - 0.1 * sex, 0.15), 0.1, 0.95)),
        weight=float(np.clip(rng.normal(0.55, 0.17), 0.15, 0.97)),
        height=float(np.clip(rng.normal(0.42, 0.13), 0.1, 0.8)),
        proportions=float(np.clip(rng.normal(0.6, 0.2), 0.0, 1.0)),
        bust=float(np.clip(rng.normal(0.45, 0.18), 0.1, 0.9)),
        ancestry=(float(ancestry[0]), float(ancestry[1]), float(ancestry[2])),
        local=_sample_local(model, rng),
        neck_offset_deg=float(np.clip(rng.normal(0.0, 5.0), -10.0, 12.0)),
        thoracic_offset_deg=float(np.clip(rng.normal(0.0, 2.5), -5.0, 6.0)),
        head_pitch_offset_deg=float(np.clip(rng.normal(1.0, 4.0), -8.0, 10.0)),
    )


def _sample_local(model: BodyModel, rng: np.random.Generator) -> tuple[tuple[str, float], ...]:
    amounts: list[tuple[str, float]] = []
    for positive, _ in _local_pairs(model):
        name = str(model.shape_labels[positive]).split(":")[1]
        deviation = _TRUNK_SD if name.startswith(_TRUNK_PREFIXES) else _FACE_SD
        if name.startswith(_CALM_PREFIXES):
            deviation *= _CALM_FACTOR
        amount = float(np.clip(rng.normal(0.0, deviation), -0.6, 0.6))
        if name.startswith("r-"):
            # Faces are nearly symmetric: the right side follows the left one.
            amount = 0.9 * dict(amounts)[f"l-{name[2:]}"] + 0.1 * amount
        amounts.append((name, amount))
    return tuple(amounts)


def _local_pairs(model: BodyModel) -> list[tuple[int, int]]:
    """Indices (positive, negative) of the local shape targets, which come in adjacent pairs."""
    local = [
        index
        for index, label in enumerate(model.shape_labels)
        if str(label).startswith("local_change:")
    ]
    return list(zip(local[::2], local[1::2], strict=True))


def _thirds(value: float, name: str) -> dict[str, float]:
    """Piecewise linear shares of the targets ``min…``, ``average…`` and ``max…``."""
    low, high = max(0.0, 1.0 - 2.0 * value), max(0.0, 2.0 * value - 1.0)
    return {f"min{name}": low, f"average{name}": 1.0 - low - high, f"max{name}": high}


def _shares(traits: BodyTraits) -> dict[str, float]:
    old = (traits.age - _AGE_YOUNG) / (_AGE_OLD - _AGE_YOUNG)
    african, asian, caucasian = traits.ancestry
    return {
        "male": 1.0 - traits.sex,
        "female": traits.sex,
        "young": 1.0 - old,
        "old": old,
        **_thirds(traits.muscle, "muscle"),
        **_thirds(traits.weight, "weight"),
        **_thirds(traits.bust, "cup"),
        "averagefirmness": 1.0,
        "minheight": 1.0 - traits.height,
        "maxheight": traits.height,
        "idealproportions": traits.proportions,
        "uncommonproportions": 1.0 - traits.proportions,
        "african": african,
        "asian": asian,
        "caucasian": caucasian,
    }


def shape_coefficients(model: BodyModel, traits: BodyTraits) -> NDArray[np.float32]:
    """Return the (K,) weight of every shape target.

    A target named after several traits counts with the product of their shares; a local change
    of -0.3 is 0.3 of its opposite target.
    """
    shares = _shares(traits)
    result = np.zeros(len(model.shape_labels), np.float32)
    for index, label in enumerate(model.shape_labels):
        block, name = str(label).split(":")
        if block != "local_change":
            result[index] = np.prod([shares[part] for part in name.split("-")])
    for (positive, negative), (_, amount) in zip(_local_pairs(model), traits.local, strict=True):
        result[positive], result[negative] = max(amount, 0.0), max(-amount, 0.0)
    return result


def build_body(model: BodyModel, traits: BodyTraits) -> Body:
    """Apply the shape targets of ``traits`` to the base mesh."""
    coefficients = shape_coefficients(model, traits)
    used = np.flatnonzero(np.abs(coefficients) > 1e-4)
    vertices = model.template + np.tensordot(coefficients[used], model.shapes[used], axes=1)
    heads = model.heads + np.tensordot(coefficients[used], model.head_shapes[used], axes=1)
    hips = 0.5 * (heads[model.bone("upperleg01.L")] + heads[model.bone("upperleg01.R")])
    skin = vertices[: model.body_faces.max() + 1]
    knee_height = heads[model.bone("lowerleg01.L"), 2] - skin[:, 2].min()
    return Body(
        traits=traits,
        vertices=(vertices - hips).astype(np.float32),
        heads=(heads - hips).astype(np.float32),
        hip_height_m=float(knee_height),
        stature_m=float(np.ptp(skin[:, 2])),
    )
