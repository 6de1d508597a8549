"""Angles and ratios on arrays of points, in pure numpy.

Frame of reference everywhere: x to the right, y down (image pixels, or MediaPipe's metric world,
where z points away from the camera). Points have shape (..., 2) or (..., 3); results have the
leading shape. Angles are degrees. A NaN in gives a NaN out, and never an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from posture.records import FloatArray


Angle = TypeVar("Angle", float, "FloatArray")


def angle_difference_deg(first: Angle, second: Angle) -> Angle:
    """`first - second` by the short way round, in [-180, 180)."""
    return (first - second + 180.0) % 360.0 - 180.0


def similarity_scale(centred_px: FloatArray, centred_m: FloatArray) -> FloatArray:
    """Pixels per metre at the depth of a body: least squares of a weak-perspective camera.

    Args:
        centred_px: (..., n, 2) in the image, mean taken off.
        centred_m: (..., n, 2) the same points' x and y in metres, mean taken off.

    Returns:
        (...); NaN when all metric points coincide.
    """
    flat = (*centred_m.shape[:-2], -1)
    metres = centred_m.reshape(flat)
    shared: FloatArray = np.vecdot(centred_px.reshape(flat), metres)
    spread: FloatArray = np.vecdot(metres, metres)
    scale: FloatArray = shared / np.where(spread > 0, spread, np.nan)
    return scale
