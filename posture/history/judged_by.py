"""What was judged by: accepted postures as rows of the history. Pure."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import UsedBaseline

if TYPE_CHECKING:
    from posture.detector import DetectorSettings
    from posture.profile import Profile


def used_baselines(
    profile: Profile, detector: DetectorSettings, utc_s: float, offset_s: int
) -> list[UsedBaseline]:
    """A row for each accepted posture, named by place and posture: `desk, upright`."""
    return [
        UsedBaseline(
            utc_s=utc_s,
            offset_s=offset_s,
            name=f"{profile.name}, {posture.name}",
            view=posture.baseline.view.value,
            quality=posture.baseline.quality,
            digest=hashlib.sha256(
                np.ascontiguousarray(posture.baseline.shape, "<f8").tobytes()
            ).hexdigest()[:16],
            enter_deg=detector.enter_deg,
            leave_deg=detector.leave_deg,
            persist_s=detector.persist_s,
        )
        for posture in profile.accepted
    ]
