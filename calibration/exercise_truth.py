"""What is true of a body that exercises, beside the angles of `calibration.truth`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calibration.truth import landmark_points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.body_model import BodyModel
    from calibration.stage import Placed

    Floats = NDArray[np.float64]

_EARS, _SHOULDERS, _ELBOWS, _WRISTS = [7, 8], [11, 12], [13, 14], [15, 16]


def measure(model: BodyModel, placed: Placed) -> dict[str, Floats]:
    """Measure a posed person, world frame (z up, the sitter faces -y).

    - ``head_roll_deg`` (): tilt of the line of the ears, to the sitter's left positive.
    - ``elbow_deg`` (2,): angle at the left and right elbow; 180 is straight.
    - ``elbow_up``, ``wrist_up`` (2,): height over the shoulder of that side, shoulder widths.
    - ``head_back_m`` (): how far the middle of the ears is behind that of the shoulders.
    - ``shoulder_width_m`` (): distance of the shoulder joints.
    """
    points = landmark_points(model, placed.vertices, placed.skeleton)
    ears, shoulders = points[_EARS], points[_SHOULDERS]
    elbows, wrists = points[_ELBOWS], points[_WRISTS]
    width_m = float(np.linalg.norm(shoulders[0] - shoulders[1]))
    across = ears[0] - ears[1]
    return {
        "head_roll_deg": np.degrees(np.arctan2(-across[2], np.hypot(across[0], across[1]))),
        "elbow_deg": angles_deg(shoulders - elbows, wrists - elbows),
        "elbow_up": (elbows[:, 2] - shoulders[:, 2]) / width_m,
        "wrist_up": (wrists[:, 2] - shoulders[:, 2]) / width_m,
        "head_back_m": np.asarray(ears[:, 1].mean() - shoulders[:, 1].mean()),
        "shoulder_width_m": np.asarray(width_m),
    }


def angles_deg(first: Floats, second: Floats) -> Floats:
    """Angle between each two of (..., 3) vectors, 0 to 180."""
    product = (first * second).sum(axis=-1)
    lengths = np.linalg.norm(first, axis=-1) * np.linalg.norm(second, axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(product / lengths, -1.0, 1.0))))
