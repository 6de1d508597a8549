"""A paper figure that exercises: arms, tilted and turned heads, and movements over time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from posture.care.catalogue import find
from posture.care.exercise import Dose, Exercise
from posture.care.judging import judge
from tests.poses import make_pose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posture.care.exercise import Progress
    from posture.records import FloatArray, Pose

UPPER_ARM_M, FOREARM_M = 0.28, 0.25
HANGING = (10.0, 60.0)
FPS = 10.0
_HEAD = tuple(range(11))

Path = list[tuple[float, float]]
"""Moments and how far somebody is: 0 at the start, 1 at the end of the movement."""


def figure(
    *,
    arms: tuple[tuple[float, float], tuple[float, float]] = (HANGING, HANGING),
    tilt_deg: float = 0.0,
    hidden: Sequence[int] = (),
    hip_px: tuple[float, float] = (320.0, 470.0),
    metre_px: float = 240.0,
    **pose: float,
) -> Pose:
    """A figure as `tests.poses.make_pose`, with arms, and a head that tilts to the left.

    Args:
        arms: Left and right: how far the upper arm is raised sideways (0 hangs, 90 level), and how
            far the forearm is bent up from it, degrees.
        tilt_deg: Of the head, to the person's left.
        hidden: Landmarks that are not seen.
        hip_px: As for `make_pose`.
        metre_px: Likewise.
        **pose: Likewise.
    """
    made = make_pose(metre_px=metre_px, hip_px=hip_px, **pose)  # type: ignore[arg-type]
    points, world = made.points_px.copy(), made.world_m.copy()
    for (raised_deg, bend_deg), (shoulder, elbow, wrist), out in zip(
        arms, ((11, 13, 15), (12, 14, 16)), (1, -1), strict=True
    ):
        for places, unit in ((points, metre_px), (world, 1.0)):
            at = places[shoulder, :2] + _along(raised_deg, out) * UPPER_ARM_M * unit
            places[elbow, :2] = at
            places[wrist, :2] = at + _along(raised_deg + bend_deg, out) * FOREARM_M * unit
    tilt = np.radians(tilt_deg)
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
    for places in (points, world):
        middle = places[[11, 12], :2].mean(axis=0)
        places[_HEAD, :2] = (places[_HEAD, :2] - middle) @ turn.T + middle
    visibility = made.visibility.copy()
    visibility[list(hidden)] = 0.1
    return replace(made, points_px=points, world_m=world, visibility=visibility)


def _along(angle_deg: float, out: int) -> FloatArray:
    """From hanging (0) over sideways (90) to up (180), in the picture."""
    angle = np.radians(angle_deg)
    return np.array([out * np.sin(angle), np.cos(angle)])


def resized(pose: Pose, scale: float, across_px: float, down_px: float) -> Pose:
    """The same picture in another size, with the person elsewhere in it."""
    return replace(
        pose,
        points_px=pose.points_px * scale + [across_px, down_px],
        width_px=round(pose.width_px * scale + abs(across_px) + 1),
        height_px=round(pose.height_px * scale + abs(down_px) + 1),
    )


def doing(name: str) -> Callable[[float], Pose]:
    """The figure that does an exercise; 1 is clearly enough, -1 the same to the right."""
    return {
        "wall_angel": lambda far: figure(arms=((90.0 + 60.0 * far, 90.0 - 60.0 * far),) * 2),
        "overhead_reach": lambda far: figure(arms=((10.0 + 160.0 * far, 60.0 - 50.0 * far),) * 2),
        "side_bend": lambda far: figure(tilt_deg=24.0 * far),
        "neck_rotation": lambda far: figure(head_yaw_deg=45.0 * far),
        "thoracic_extension": lambda far: figure(yaw_deg=90.0, trunk_deg=-24.0 * far),
    }[name]


def repeated(
    *sizes: float,
    still_s: float = 3.0,
    move_s: float = 1.0,
    hold_s: float = 1.0,
    rest_s: float = 1.0,
) -> Path:
    """Sits still, and then goes so far and back, one after the other."""
    path = [(0.0, 0.0), (still_s, 0.0)]
    for size in sizes:
        begin_s = path[-1][0]
        path += [
            (begin_s + move_s, size),
            (begin_s + move_s + hold_s, size),
            (begin_s + 2 * move_s + hold_s, 0.0),
            (begin_s + 2 * move_s + hold_s + rest_s, 0.0),
        ]
    return path


def poses(make: Callable[[float], Pose], path: Path, fps: float = FPS) -> list[tuple[float, Pose]]:
    """Pictures of a movement."""
    moments, sizes = zip(*path, strict=True)
    times = np.arange(round(moments[-1] * fps) + 1) / fps
    return [(float(t), make(float(np.interp(t, moments, sizes)))) for t in times]


def judged(name: str, seen: Sequence[tuple[float, Pose | None]]) -> list[Progress]:
    """What the judge of an exercise says of each picture."""
    judging = judge(many(name))
    return [judging.update(timestamp_s, pose) for timestamp_s, pose in seen]


def many(name: str) -> Exercise:
    """An exercise whose dose nobody reaches."""
    exercise = find(name)
    return replace(exercise, dose=Dose(99, 1.0, sides=exercise.dose.sides, timer_s=999.0))
