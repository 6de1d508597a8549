"""Angles and ratios of points.

Frame of reference everywhere: x to the right, y down (image pixels, or MediaPipe's metric world,
where z points away from the camera). Angles are degrees. A NaN in gives a NaN out, and never an
exception.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from posture.records import FloatArray


Angle = TypeVar("Angle", float, "FloatArray")


def angle_difference_deg(first: Angle, second: Angle) -> Angle:
    """`first - second` by the short way round, in [-180, 180)."""
    return (first - second + 180.0) % 360.0 - 180.0


def similarity_scale(centred_px: FloatArray, centred_m: FloatArray) -> float:
    """Pixels per metre at the depth of a body: least squares of a weak-perspective camera.

    Args:
        centred_px: (n, 2) in the image, mean taken off.
        centred_m: (n, 2) the same points' x and y in metres, mean taken off.

    Returns:
        NaN when all metric points coincide.
    """
    metres = centred_m.ravel()
    spread = float(metres.dot(metres))
    return float(centred_px.ravel().dot(metres)) / spread if spread > 0 else nan
