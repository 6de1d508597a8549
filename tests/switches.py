"""A camera whose place, and a user whose seat, change by a script; and profiles of each place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.baseline import Sample, fit
from posture.estimators.scripted import ScriptedEstimator
from posture.features import extract
from posture.live_monitor import LiveMonitor
from posture.profile import UPRIGHT, AcceptedPosture, Profile
from posture.records import Frame, Pose, Tick
from posture.scene import LENGTH
from posture.settings import Settings
from tests.live_script import scene
from tests.poses import make_pose

if TYPE_CHECKING:
    from collections.abc import Sequence

    Bytes = np.ndarray[Any, np.dtype[np.uint8]]

RATE_HZ = 5
ROOMS = np.random.default_rng(5).integers(0, 253, (4, LENGTH)).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class There:
    """What is seen for a while."""

    pose: Pose | None
    room: Bytes | None


SITS = make_pose(metre_px=360)
STANDS = make_pose(metre_px=360, hip_px=(320, 320))
"""Seen by the same camera, a third of a metre higher."""
ASIDE = make_pose(metre_px=360, hip_px=(500, 440))
SIDE = make_pose(metre_px=360, yaw_deg=90)
SLUMPS = make_pose(neck_deg=50, trunk_deg=20, metre_px=400)

DESK = There(SITS, ROOMS[0])
STANDING = There(STANDS, ROOMS[0])
SECOND_SEAT = There(ASIDE, ROOMS[0])
LAPTOP = There(SIDE, ROOMS[1])
"""The camera elsewhere, which sees another side."""
TURNED = There(SITS, ROOMS[2])
"""Nobody has taken a profile there."""
AWAY = There(None, ROOMS[0])

Script = list[tuple[float, There]]
"""What is seen, each until a second."""


def profile_of(name: str, there: There) -> Profile:
    """What whoever is there calibrates, upright."""
    assert there.pose is not None
    features = extract(there.pose)
    baseline = fit([Sample(t / 10, features, (640, 480)) for t in range(30)], model_sha256="0" * 64)
    posture = AcceptedPosture(UPRIGHT, replace(baseline, scene=there.room, brightness=0.5))
    return Profile((posture,), name)


@dataclass(slots=True, eq=False)
class Day:
    """Plays a script to a live monitor, as often as that wants pictures."""

    monitor: LiveMonitor
    script: Script
    ticks: list[Tick] = field(default_factory=list)
    used: list[tuple[float, str]] = field(default_factory=list)
    """Since when which profile was judged by."""
    now_s: float = 0.0

    def until(self, end_s: float) -> Day:
        while self.now_s < end_s - 1e-9:
            part = next(i for i, (until_s, _) in enumerate(self.script) if self.now_s < until_s)
            frame = Frame(scene(part), self.now_s, len(self.ticks))
            self.ticks.append(self.monitor.step(frame))
            name = self.monitor.profile.name if self.monitor.profile else ""
            if not self.used or self.used[-1][1] != name:
                self.used.append((self.now_s, name))
            self.now_s = round(self.now_s + 1 / RATE_HZ, 6)
        return self


def a_day(
    script: Script,
    kept: Sequence[Profile],
    profile: Profile | None = None,
    said: list[str] | None = None,
    settings: Settings | None = None,
) -> Day:
    def there(timestamp_s: float) -> There:
        return next(what for until_s, what in script if timestamp_s < until_s)

    monitor = LiveMonitor(
        ScriptedEstimator(lambda s: there(s).pose, lambda s: there(s).room),
        settings or Settings(),
        profile=profile,
        kept={each.name: each for each in kept},
        tell=(said if said is not None else []).append,
    )
    return Day(monitor, script)
