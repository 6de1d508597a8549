"""How far somebody is in a movement that no single number shows: weights on the whole shape.

Weighted sums of what changes, for each exercise, found by the laboratory (`python -m calibration
exercise-fit`) on rendered bodies and read as data. Of somebody who keeps still at a desk they are
independent of each other. The first is what all bodies have in common; for it and the next few, in
which bodies differ most, that noise is 1, and less for the others, which tell less. Where all go
the same way, the first is all there is.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from math import degrees
from typing import TYPE_CHECKING

import numpy as np

from posture import shape
from posture.angle_model import TARGETS, shipped
from posture.landmarks import Landmark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.signals import Signals
    from posture.records import FloatArray

HEAD = 5 * len(shape.HEAD_AND_SHOULDERS)
"""Numbers of head and shoulders in a shape."""
LENGTH = HEAD + 3 + len(TARGETS)
"""Numbers of a picture: head and shoulders as of `posture.shape`, place of the shoulders (right and
down, metres), log of the scale, and the change of each angle in hundreds of degrees."""
PER_DEGREE = 0.01
NOSE_TO_EAR_M = 0.12
_NOSE_Y, _EAR_Y = (
    5 * shape.LANDMARKS.index(landmark) + 1 for landmark in (Landmark.NOSE, Landmark.LEFT_EAR)
)


def features(seen: Sequence[Signals], start: Signals) -> FloatArray:
    """(n, LENGTH) numbers of n pictures, as if everybody turned their left to the camera.

    Args:
        seen: Of the same person, one at least.
        start: The start position: gives the side and the scale.
    """
    shapes = np.array([signals.shape for signals in seen])
    upright = np.broadcast_to(start.shape, shapes.shape)
    places = np.array([(s.centre_x_px, s.centre_y_px) for s in seen]) / start.metre_px
    angles_deg, _ = shipped("angle_change").change(shapes, upright)
    if start.trunk_yaw_deg < 0:
        shapes, places = shape.mirrored(shapes), places * (-1, 1)
    scales = np.log([[signals.metre_px] for signals in seen])
    return np.concatenate((shapes[:, :HEAD], places, scales, angles_deg * PER_DEGREE), axis=1)


def tip_deg(change: FloatArray) -> float:
    """How far the head tips forward, by nose and near ear; from the side only, and about.

    Args:
        change: (LENGTH,) of one stay against another.
    """
    return degrees(float(change[_EAR_Y] - change[_NOSE_Y]) / NOSE_TO_EAR_M)


def angle_deg(change: FloatArray, name: str) -> float:
    """Change of one angle of `posture.angle_model.TARGETS`, forward positive.

    Args:
        change: (LENGTH,) of one stay against another.
        name: Of the angle.
    """
    return float(change[LENGTH - len(TARGETS) + TARGETS.index(name)]) / PER_DEGREE


@cache
def weights(name: str) -> FloatArray:
    """(k, LENGTH) shipped weights of an exercise: of what changes, to k numbers."""
    file = resources.files("posture.data").joinpath("exercise_weights.npz")
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        return np.asarray(arrays[name], dtype=np.float64)
