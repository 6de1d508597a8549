"""Plays scripts of who is there, who is tracked and who is seen afresh to a person check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from posture.person import PersonCheck
from posture.records import Observation, Pose, Reason
from tests.poses import make_pose

SITTER = make_pose()
Scene = tuple[float, Pose | None, tuple[Pose, ...]]
"""Seconds, who is tracked, who is seen by a fresh look."""


def here(seconds: float, pose: Pose = SITTER) -> Scene:
    return seconds, pose, (pose,)


def gone(seconds: float) -> Scene:
    return seconds, None, ()


def ghost(seconds: float, pose: Pose = SITTER) -> Scene:
    """The tracker goes on, nobody is there."""
    return seconds, pose, ()


class Play:
    """Plays scenes to a check that is asked and obeyed as by a session."""

    def __init__(
        self, *scenes: Scene, rate_hz: float = 10.0, reference: Usual | None = None
    ) -> None:
        self.check = PersonCheck(() if reference is None else (reference,))
        self.reasons: list[Reason | None] = []
        self.poses: list[Pose | None] = []
        self.looks = self.restarts = 0
        self.rate_hz = rate_hz
        for seconds, tracked, people in scenes:
            self._play(round(seconds * rate_hz), tracked, people)

    def _play(self, frames: int, tracked: Pose | None, people: tuple[Pose, ...]) -> None:
        for _ in range(frames):
            if self.check.wants_restart:
                self.restarts += 1
                tracked = people[0] if people else None
            afresh = self.check.wants_fresh_look
            self.looks += afresh
            sighting = self.check.update(
                observe(len(self.reasons) / self.rate_hz, tracked, people if afresh else None)
            )
            assert (sighting.pose is None) != (sighting.reason is None)
            self.reasons.append(sighting.reason)
            self.poses.append(sighting.pose)

    @property
    def story(self) -> list[Reason | None]:
        """What was said, without repetitions."""
        return [reason for reason, _ in groupby(self.reasons)]

    def first(self, reason: Reason | None, after_s: float = 0.0) -> float:
        """Seconds from `after_s` until something is said."""
        start = round(after_s * self.rate_hz)
        return self.reasons.index(reason, start) / self.rate_hz - after_s


def observe(
    timestamp_s: float,
    tracked: Pose | None,
    people: tuple[Pose, ...] | None = None,
    brightness: float = 0.5,
) -> Observation:
    return Observation(timestamp_s, 0, tracked, people, brightness)


def moved(pose: Pose, x_px: float, y_px: float = 0.0) -> Pose:
    return replace(pose, points_px=pose.points_px + np.array([x_px, y_px]))


def scaled(pose: Pose, factor: float) -> Pose:
    """Larger in the picture, about the middle of the frame."""
    middle = np.array([pose.width_px, pose.height_px]) / 2
    return replace(pose, points_px=middle + (pose.points_px - middle) * factor)


@dataclass(frozen=True)
class Usual:
    """Where the user usually is; in the application this is the baseline."""

    centre: tuple[float, float] = (0.5, (440 - 0.5 * 480) / 480)
    size: float = 1.0
