"""From the world to the pixels of a camera and to the shadow maps of lights.

World frame: x to the sitter's left, y backwards, z up; metres. Pixel (u, v) has its centre at
(u + 0.5, v + 0.5); v grows downwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from calibration.scenes import Camera

Matrix = NDArray[np.float64]


def camera_matrix(camera: Camera, near_m: float = 0.08, far_m: float = 12.0) -> Matrix:
    """Return the (4, 4) matrix from world to clip coordinates (OpenGL convention)."""
    eye, target = np.array(camera.position_m), np.array(camera.target_m)
    turn = _look_rotation(target - eye, camera.roll_deg)
    return _perspective(camera, near_m, far_m) @ _rigid(turn, eye)


def project(camera: Camera, points: NDArray[np.floating]) -> Matrix:
    """Project (N, 3) world points to (N, 2) pixels; NaN behind the camera or for NaN points."""
    clip = np.column_stack([points, np.ones(len(points))]) @ camera_matrix(camera).T
    depth = np.where(clip[:, 3] > 0.0, clip[:, 3], np.nan)
    u = (clip[:, 0] / depth * 0.5 + 0.5) * camera.width_px
    v = (0.5 - clip[:, 1] / depth * 0.5) * camera.height_px
    return np.column_stack([u, v])


def _look_rotation(forward: Matrix, roll_deg: float) -> Matrix:
    back = -forward / np.linalg.norm(forward)
    right = np.cross([0.0, 0.0, 1.0], back)
    right /= np.linalg.norm(right)
    up = np.cross(back, right)
    cosine, sine = np.cos(np.radians(roll_deg)), np.sin(np.radians(roll_deg))
    return np.stack([cosine * right + sine * up, cosine * up - sine * right, back])


def _rigid(turn: Matrix, eye: Matrix) -> Matrix:
    result = np.eye(4)
    result[:3, :3], result[:3, 3] = turn, -turn @ eye
    return result


def _perspective(camera: Camera, near_m: float, far_m: float) -> Matrix:
    across = 1.0 / np.tan(np.radians(camera.horizontal_fov_deg) / 2.0)
    result = np.zeros((4, 4))
    result[0, 0], result[1, 1] = across, across * camera.width_px / camera.height_px
    result[2, 2] = -(far_m + near_m) / (far_m - near_m)
    result[2, 3] = -2.0 * far_m * near_m / (far_m - near_m)
    result[3, 2] = -1.0
    return result


def light_matrix(direction: Matrix, centre: Matrix, radius_m: float) -> Matrix:
    """Parallel projection of a sphere, seen from where the light comes."""
    turn = _look_rotation(-direction, 0.0)
    result = _rigid(turn, centre)
    result[:2] /= radius_m
    result[2] = -result[2] / 3.0
    return result
