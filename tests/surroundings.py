"""Where a sitter, a camera and a light may be, and a watch that sees them by a script."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from posture.baseline import Sample, fit
from posture.features import extract
from posture.records import Baseline, Observation, Pose, Reason
from posture.scene import LENGTH
from posture.staleness import StalenessWatch
from tests.poses import make_pose

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

RATE_HZ = 10
HERE = np.random.default_rng(1).integers(0, 253, LENGTH).astype(np.uint8)
ELSEWHERE = np.roll(HERE, 7)
SITTING = make_pose()


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen for a while; `measured` None when nobody is there."""

    pose: Pose | None = SITTING
    scene: Bytes | None = None
    brightness: float = 0.5
    measured: bool | None = True


USUAL = Seen(scene=HERE)
TURNED = Seen(scene=ELSEWHERE)
NOBODY = Seen(pose=None, measured=None)
FAR = replace(USUAL, pose=make_pose(metre_px=285))
FARTHER = replace(USUAL, pose=make_pose(metre_px=318))
NEAR = replace(USUAL, pose=make_pose(metre_px=790, hip_px=(320, 640)))
ASIDE = replace(USUAL, pose=make_pose(hip_px=(500, 440)))
SLUMPED = replace(USUAL, pose=make_pose(neck_deg=50, trunk_deg=20, metre_px=560))
HUNCHED = replace(USUAL, pose=make_pose(neck_deg=50, trunk_deg=25, metre_px=700, hip_px=(320, 620)))
FACING_AWAY = replace(USUAL, pose=make_pose(yaw_deg=50))
DIM = replace(USUAL, brightness=0.2, measured=False)

Script = list[tuple[float, Seen]]
"""What is seen, each until a second."""


def taken(pose: Pose = SITTING, *, scene: Bytes | None = HERE, brightness: float = 0.5) -> Baseline:
    features = extract(pose)
    samples = [Sample(t / 10, features, (640, 480)) for t in range(30)]
    baseline = fit(samples, model_sha256="0" * 64)
    return replace(baseline, scene=scene, brightness=brightness)


BASELINE = taken()


def story(script: Script, *baselines: Baseline) -> list[tuple[float, Reason | None]]:
    """When what was reported changed. A look is taken every 5 s, and when it is wanted."""
    watch = StalenessWatch(baselines or (BASELINE,))
    looked, told = -50, []
    for index in range(round(script[-1][0] * RATE_HZ)):
        now_s = index / RATE_HZ
        seen = next(what for until_s, what in script if now_s < until_s)
        looking = index - looked >= 50 or watch.wants_look
        looked = index if looking else looked
        people = () if seen.pose is None else (seen.pose,)
        observation = Observation(
            timestamp_s=now_s,
            index=index,
            tracked=seen.pose,
            detected=people if looking else None,
            brightness=seen.brightness,
            scene=seen.scene if looking else None,
        )
        features = None if seen.pose is None else extract(seen.pose)
        found = watch.update(observation, features, certain=seen.measured)
        told.append((now_s, found.reason if found else None))
    first = [(0.0, None)] if told[0][1] is None else []
    return first + [after for before, after in pairwise(told) if after[1] != before[1]]
