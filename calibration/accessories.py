"""Collar, hood and glasses in the template space of the base mesh: x left, y back, z up; metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calibration.parts import Colour, Material, Part, join, tube

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _neck_ring(
    radius_m: tuple[float, float], raise_m: float, count: int, span_deg: tuple[float, float]
) -> NDArray[np.float64]:
    """Points (N, 3) around the base of the neck; 90 degrees is the nape."""
    angle = np.radians(np.linspace(*span_deg, count))
    x, y = radius_m[0] * np.cos(angle), -0.022 + radius_m[1] * np.sin(angle)
    return np.column_stack([x, y, 0.586 + 0.5 * (y - 0.03) + raise_m])


def neckwear(colour: Colour, collar: bool, hood: bool) -> list[Part]:
    """Return a collar or a hood that lies on the shoulders, in the shirt's colour."""
    made: list[Part] = []
    if collar:
        lower = _neck_ring((0.088, 0.082), -0.014, 40, (-75.0, 255.0))
        upper = _neck_ring((0.074, 0.069), 0.022, 40, (-68.0, 248.0))
        middle, height = 0.5 * (lower + upper), 0.5 * np.linalg.norm(upper - lower, axis=1)
        radii = np.column_stack([np.full(40, 0.008), height])
        made.append(tube(middle, radii, colour, Material.CLOTH, (0.0, -1.0, -1.0)))
    if hood:
        centres = _neck_ring((0.105, 0.095), -0.004, 36, (-35.0, 215.0))
        thick = 0.012 + 0.026 * np.clip(np.sin(np.linspace(-0.5, np.pi + 0.5, 36)), 0.0, 1.0)
        made.append(
            tube(
                centres,
                np.column_stack([thick, 0.85 * thick]),
                colour,
                Material.CLOTH,
                (0.0, -1.0, -1.0),
                sides=12,
            )
        )
    return made


def glasses() -> Part:
    """Return spectacles in front of the eyes of the template."""
    angle = np.linspace(0.0, 2.0 * np.pi, 28, endpoint=False)
    dark, made = (0.03, 0.03, 0.035), []
    for sign in (1.0, -1.0):
        round_x = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.7
        round_z = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 0.7
        rim = np.column_stack(
            [
                sign * 0.032 + 0.025 * round_x,
                -0.153 + 0.25 * (0.025 * round_x * sign + 0.01).clip(0.0),
                0.724 + 0.019 * round_z,
            ]
        )
        made.append(tube(rim, np.full((28, 2), 0.0016), dark, sides=6, closed=True))
        temple = np.array(
            [
                [sign * 0.057, -0.145, 0.730],
                [sign * 0.071, -0.12, 0.731],
                [sign * 0.077, -0.065, 0.731],
            ]
        )
        made.append(tube(temple, np.full((3, 2), 0.0016), dark, sides=6))
    bridge = np.array([[0.008, -0.154, 0.729], [0.0, -0.157, 0.731], [-0.008, -0.154, 0.729]])
    made.append(tube(bridge, np.full((3, 2), 0.0016), dark, sides=6))
    return join(made)
