"""Set-ups as if they had been rendered and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.extract import Extracted, pose_array
from posture.angle_model import TARGETS
from tests.poses import make_pose

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.records import Pose

ABOUT: dict[str, object] = {"kind": "stills", "view": "side", "body": 1, "baseline_frames": 6}
ABOUT |= {"out_of_range": False, "seat_moves": True, "light": {"low_light": False}}


def set_up(poses: list[Pose | None], neck_deg: NDArray[np.float64], **about: object) -> Extracted:
    many = len(poses)
    truth: dict[str, NDArray[Any]] = {name: np.zeros(many) for name in TARGETS}
    truth["neck_deg"] = neck_deg
    truth["timestamp_s"] = np.arange(many) * (0.2 if about.get("kind") == "sequence" else 1.0)
    truth["kind"] = np.full(many, "upright")
    truth["oracle_px"] = np.full((many, 33, 2), np.nan)
    return Extracted(
        name="set_up",
        about=ABOUT | about,
        poses=np.stack([pose_array(pose) for pose in poses]),
        size_px=np.array([640, 480]),
        looks=np.zeros((0, 34, 7), np.float32),
        looked=np.zeros(many, bool),
        brightness=np.full(many, 0.5),
        truth=truth,
    )


def stills(neck_deg: list[float], **about: object) -> Extracted:
    yaw_deg = {"side": 90.0, "threequarter": 45.0, "front": 0.0}[str(about.get("view", "side"))]
    angles = np.array([20.0] * 6 + neck_deg)
    return set_up([make_pose(neck_deg=a, yaw_deg=yaw_deg) for a in angles], angles, **about)
