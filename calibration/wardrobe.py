"""Clothes, hair and colours of people, sampled by seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calibration.colours import sample_colour
from calibration.hair import HairStyle
from calibration.outfit import Outfit
from calibration.parts import vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SKIN = np.array(
    [
        [0.62, 0.43, 0.34],
        [0.56, 0.37, 0.27],
        [0.47, 0.29, 0.19],
        [0.34, 0.19, 0.115],
        [0.20, 0.105, 0.062],
        [0.105, 0.055, 0.034],
    ]
)
_HAIR = np.array(
    [
        [0.012, 0.010, 0.009],
        [0.022, 0.014, 0.010],
        [0.06, 0.034, 0.019],
        [0.13, 0.07, 0.035],
        [0.30, 0.19, 0.09],
        [0.20, 0.07, 0.025],
        [0.36, 0.35, 0.34],
    ]
)
_IRIS = np.array(
    [
        [0.06, 0.03, 0.015],
        [0.10, 0.055, 0.02],
        [0.10, 0.11, 0.05],
        [0.13, 0.19, 0.26],
        [0.16, 0.18, 0.19],
    ]
)


def sample_outfit(
    rng: np.random.Generator, sex: float, age: float, ancestry: tuple[float, float, float]
) -> Outfit:
    """Draw clothes, hair and colours that suit sex, age and ancestry (shares, see bodies)."""
    african, asian, _ = ancestry
    tone = np.clip(rng.normal(0.9 + 3.4 * african + 0.7 * asian, 0.6), 0.0, 4.999)
    skin = _between(_SKIN, tone) * np.exp(rng.normal(0.0, 0.05, 3))
    dark_hair = african + asian > 0.55
    hair = _HAIR[int(rng.integers(0, 2 if dark_hair else 6))]
    if rng.random() < max(0.0, (age - 0.78) * 3.5):
        hair = _HAIR[6] * rng.uniform(0.6, 1.2)
    shirt, second = sample_colour(rng), sample_colour(rng)
    lips = (
        skin
        * np.array([0.92, 0.56, 0.56])
        * (1.0 if rng.random() > 0.3 * sex else np.array([1.15, 0.55, 0.6]))
    )
    male = rng.random() > sex
    return Outfit(
        skin=vector(skin),
        iris=vector(_IRIS[int(rng.integers(0, 2 if dark_hair else 5))]),
        hair_colour=vector(hair * np.exp(rng.normal(0.0, 0.12))),
        lips=vector(lips),
        shirt=shirt,
        shirt_second=second,
        trousers=vector(np.array(sample_colour(rng)) * 0.4),
        hair=_sample_hair(rng, bool(male), age),
        brow_strength=float(rng.uniform(0.55, 1.0)),
        stubble=float(max(0.0, rng.normal(0.25, 0.45))) if male else 0.0,
        pattern=int(rng.choice(5, p=(0.52, 0.14, 0.14, 0.08, 0.12))),
        looseness_m=float(rng.choice((0.004, 0.012, 0.022)) + rng.uniform(0.0, 0.008)),
        sleeve=float(rng.choice((0.26, 0.42, 1.03), p=(0.34, 0.08, 0.58))),
        neckline=float(rng.uniform(0.0, 1.0)),
        v_neck=float(rng.random() < 0.25),
        collar=bool(rng.random() < 0.28),
        hood=bool(rng.random() < 0.22),
        glasses=bool(rng.random() < 0.28),
    )


def _between(table: NDArray[np.float64], position: float) -> NDArray[np.float64]:
    row = int(position)
    return np.asarray(table[row] + (position - row) * (table[row + 1] - table[row]))


def _sample_hair(rng: np.random.Generator, male: bool, age: float) -> HairStyle:
    receding = float(max(0.0, rng.normal(0.0 if not male else 0.004 + 0.05 * (age - 0.75), 0.006)))
    kind = str(
        rng.choice(("short", "crop", "bald", "long"), p=(0.52, 0.26, 0.12, 0.10))
        if male
        else rng.choice(("long", "bun", "short"), p=(0.56, 0.26, 0.18))
    )
    if kind == "bald":
        return HairStyle(length_m=0.0, receding_m=receding)
    if kind == "crop":
        return HairStyle(length_m=float(rng.uniform(0.003, 0.008)), receding_m=receding)
    if kind == "long":
        return HairStyle(
            length_m=float(rng.uniform(0.008, 0.02)),
            long=True,
            end_z=float(rng.uniform(0.40, 0.62)),
        )
    return HairStyle(
        length_m=float(rng.uniform(0.010, 0.032 if kind == "short" else 0.014)),
        bun=kind == "bun",
        receding_m=receding,
    )
