"""The exercises that a camera can follow: where each starts, how long it takes, how it is seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calibration.exercise_movements import MOVEMENTS, Going, arms
from calibration.postures import natural

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from calibration.posture import Posture


@dataclass(frozen=True)
class ExerciseForm:
    """One exercise as movements.

    Attributes:
        views: From where it is rendered.
        sided: Whether left and right are done and counted each for itself.
        holds_s: Shortest and longest hold at the far end.
        moves_s: Shortest and longest time from one posture to the next.
        start: The start position, from a natural upright one.
        movements: By label: `ENOUGH`, `HALF`, and what is done in its place.
    """

    views: tuple[str, ...]
    sided: bool
    holds_s: tuple[float, float]
    moves_s: tuple[float, float]
    start: Callable[[np.random.Generator, Posture], Posture]
    movements: dict[str, Callable[[Going], tuple[Posture, ...]]]


def start_posture(rng: np.random.Generator, name: str) -> Posture:
    """Draw how somebody sits before a repetition of the exercise ``name``."""
    return FORMS[name].start(rng, _calm(rng))


def _calm(rng: np.random.Generator) -> Posture:
    """Upright, facing the screen, both hands in the same place."""
    base, lap = natural(rng, 0.7), float(rng.random() < 0.7)
    return replace(base, lap_left=lap, lap_right=lap, head_yaw_deg=0.5 * base.head_yaw_deg)


def _hands_in_lap(rng: np.random.Generator, base: Posture) -> Posture:
    del rng
    return replace(base, lap_left=1.0, lap_right=1.0)


def _as_is(rng: np.random.Generator, base: Posture) -> Posture:
    del rng
    return base


def _elbows_level(rng: np.random.Generator, base: Posture) -> Posture:
    return arms(
        base,
        float(rng.uniform(80.0, 90.0)),
        forward_deg=float(rng.uniform(-6.0, 12.0)),
        bend_deg=float(rng.uniform(88.0, 100.0)),
        turn_deg=float(rng.uniform(82.0, 95.0)),
        uneven_deg=float(rng.normal(0.0, 2.0)),
    )


FORMS: dict[str, ExerciseForm] = {
    "chin_tuck": ExerciseForm(
        ("side", "front"), False, (0.8, 3.5), (0.5, 1.5), _as_is, MOVEMENTS["chin_tuck"]
    ),
    "shoulder_blade_squeeze": ExerciseForm(
        ("front",), False, (0.8, 4.0), (0.5, 1.5), _as_is, MOVEMENTS["shoulder_blade_squeeze"]
    ),
    "wall_angel": ExerciseForm(
        ("front",), False, (0.2, 1.2), (0.9, 2.3), _elbows_level, MOVEMENTS["wall_angel"]
    ),
    "thoracic_extension": ExerciseForm(
        ("side",), False, (0.8, 3.5), (0.7, 1.8), _hands_in_lap, MOVEMENTS["thoracic_extension"]
    ),
    "cat_cow": ExerciseForm(
        ("front", "side"), False, (0.1, 0.6), (0.7, 1.7), _hands_in_lap, MOVEMENTS["cat_cow"]
    ),
    "side_bend": ExerciseForm(
        ("front",), True, (1.5, 5.0), (0.7, 1.8), _hands_in_lap, MOVEMENTS["side_bend"]
    ),
    "neck_rotation": ExerciseForm(
        ("front",), True, (1.5, 5.0), (0.6, 1.7), _as_is, MOVEMENTS["neck_rotation"]
    ),
    "overhead_reach": ExerciseForm(
        ("front",), False, (1.0, 4.0), (0.8, 2.0), _hands_in_lap, MOVEMENTS["overhead_reach"]
    ),
}
