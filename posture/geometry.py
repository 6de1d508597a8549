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


def direction_deg(sine: FloatArray, cosine: FloatArray) -> FloatArray:
    """Angle whose sine and cosine are in proportion to the two arguments.

    Args:
        sine: (...) component that grows with the angle.
        cosine: (...) component along the direction of 0 degrees, in the same unit.

    Returns:
        (...) in (-180, 180]. Where both are zero there is no direction: NaN.
    """
    angle = np.degrees(np.arctan2(sine, cosine))
    return np.where((sine == 0) & (cosine == 0), np.nan, angle)


def yaw_deg(left_to_right: FloatArray) -> FloatArray:
    """How far a left-right pair of points is turned about the vertical axis.

    Args:
        left_to_right: (..., 3) from the person's left point to the right one, metres.

    Returns:
        (...) in (-180, 180]: 0 faces the camera, 90 the image's right edge, -90 its left edge,
        180 turns the back. A vertical vector gives NaN.
    """
    return direction_deg(-left_to_right[..., 2], -left_to_right[..., 0])


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
    shared: FloatArray = (centred_px * centred_m).sum(axis=(-2, -1))
    spread: FloatArray = (centred_m * centred_m).sum(axis=(-2, -1))
    scale: FloatArray = shared / np.where(spread > 0, spread, np.nan)
    return scale
