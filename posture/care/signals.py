"""What exercises are measured by: a pose in a few plain numbers, whatever its size and place.

Lengths are metres at the person's depth ("m"), heights grow upwards, left and right are the
person's own, and turns and tilts to the left are positive. What a camera does not see is NaN.
Sources of the criteria stand with each exercise in `posture.care.catalogue`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import acos, atan2, degrees, hypot, nan
from typing import TYPE_CHECKING, Any

import numpy as np

from posture import shape
from posture.angle_model import shipped
from posture.landmarks import VISIBLE
from posture.upper_body import read_upper_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.records import FloatArray, Pose

    Both = tuple[float, float]
    Points = list[list[float]]

_EYES, _EARS, _SHOULDERS = (2, 5), (7, 8), (11, 12)
_ARMS = ((11, 13, 15), (12, 14, 16))
MARGIN = 0.02
"""How far outside the picture, in frame sizes, a landmark may lie: guessed ones go on."""


@dataclass(frozen=True, slots=True, eq=False)
class Signals:
    """One pose as numbers; pairs are (left, right).

    Attributes:
        shape: (`posture.shape.LENGTH`,) what the angle model is given.
        centre_x_px, centre_y_px, metre_px: Place of the middle of the shoulders, and the scale
            there: only for how far the shoulders have moved since.
        above_m: What the picture shows above the nose.
        trunk_yaw_deg: Turn of the shoulders, 0 facing the camera, 90 the image's right edge.
        head_roll_deg: Tilt of the line of the eyes.
        head_turn: Nose off the middle of the ears, in distances of the ears.
        width_m: Distance of the shoulders as seen.
        elbow_up_m: Height over the shoulder of that side.
        wrist_over_nose_m: Height over the nose.
        elbow_deg: Angle at the elbow in the picture, 180 straight.
    """

    shape: FloatArray
    centre_x_px: float
    centre_y_px: float
    metre_px: float
    above_m: float
    trunk_yaw_deg: float
    head_roll_deg: float
    head_turn: float
    width_m: float
    elbow_up_m: Both
    wrist_over_nose_m: Both
    elbow_deg: Both


def read(pose: Pose) -> Signals | None:
    """Measure one pose.

    Returns:
        None where head and shoulders are not both seen.
    """
    body = read_upper_body(pose, MARGIN)
    seen = pose.visibility.tolist()
    if body is None or not body.inside or not _is_seen(seen, _SHOULDERS, _EARS, (0,)):
        return None
    points, metre_px = pose.points_px.tolist(), body.metre_px
    frame_px = np.array([pose.width_px, pose.height_px], dtype=float)
    values = shape.compute(pose.points_px, pose.world_m, pose.visibility, frame_px)
    aside_px = body.nose[0] - (points[_EARS[0]][0] + points[_EARS[1]][0]) / 2
    arms = [_arm(pose, points, seen, metre_px, joints) for joints in _ARMS]
    elbow_up, over_nose, bend = zip(*arms, strict=True)
    return Signals(
        shape=values,
        centre_x_px=body.centre[0],
        centre_y_px=body.centre[1],
        metre_px=metre_px,
        above_m=body.nose[1] / metre_px,
        trunk_yaw_deg=shape.yaws_deg(values)[0],
        head_roll_deg=_tilt_deg(points, _EYES),
        head_turn=aside_px / max(_apart(points, *_EARS), 1e-6),
        width_m=body.span_m,
        elbow_up_m=elbow_up,
        wrist_over_nose_m=over_nose,
        elbow_deg=bend,
    )


def change_deg(now: FloatArray, start: FloatArray) -> tuple[float, float, float, float]:
    """Change of neck, thoracic, rounding and head angle from a start position, degrees.

    Args:
        now: (shape.LENGTH,).
        start: (shape.LENGTH,) of the same person.
    """
    change, _ = shipped("angle_change").change(now[None], start[None])
    neck, thoracic, rounding, pitch = change[0].tolist()
    return neck, thoracic, rounding, pitch


def shoulders_moved_m(now: Signals, start: Signals) -> float:
    """How far the middle of the shoulders has moved in the picture."""
    across_px, down_px = now.centre_x_px - start.centre_x_px, now.centre_y_px - start.centre_y_px
    return hypot(across_px, down_px) / start.metre_px


def _is_seen(seen: Sequence[float], *groups: tuple[int, ...]) -> bool:
    """Whether of each group at least one landmark is seen; the far side's are hidden often."""
    return all(max(seen[index] for index in group) >= VISIBLE for group in groups)


def _arm(
    pose: Pose, points: Points, seen: Sequence[float], metre_px: float, joints: tuple[int, int, int]
) -> tuple[float, float, float]:
    """Height of elbow and wrist and the angle of one arm; NaN of what is not seen."""
    shoulder, elbow, wrist = (points[index] for index in joints)
    elbow_seen = _is_there(pose, elbow, seen[joints[1]])
    wrist_seen = _is_there(pose, wrist, seen[joints[2]])
    return (
        (shoulder[1] - elbow[1]) / metre_px if elbow_seen else nan,
        (points[0][1] - wrist[1]) / metre_px if wrist_seen else nan,
        _bend_deg(shoulder, elbow, wrist) if elbow_seen and wrist_seen else nan,
    )


def _is_there(pose: Pose, point: list[float], visibility: float) -> bool:
    x, y = point[0] / pose.width_px, point[1] / pose.height_px
    inside = -MARGIN <= x <= 1 + MARGIN and -MARGIN <= y <= 1 + MARGIN
    return inside and visibility >= VISIBLE


def _bend_deg(first: list[float], at: list[float], last: list[float]) -> float:
    """Angle at the middle one of three points; NaN where two coincide."""
    a, b = (first[0] - at[0], first[1] - at[1]), (last[0] - at[0], last[1] - at[1])
    lengths = hypot(*a) * hypot(*b)
    if lengths <= 0.0:
        return nan
    return degrees(acos(min(max((a[0] * b[0] + a[1] * b[1]) / lengths, -1.0), 1.0)))


def _tilt_deg(points: Points, pair: tuple[int, int]) -> float:
    """Tilt of a (left, right) pair in -90 to 90, whichever of the two is at which side."""
    left, right = points[pair[0]], points[pair[1]]
    across, down = left[0] - right[0], left[1] - right[1]
    return degrees(atan2(down, abs(across))) if across or down else nan


def _apart(points: Points, one: int, other: int) -> float:
    return hypot(points[one][0] - points[other][0], points[one][1] - points[other][1])


def middle(seen: Sequence[Signals]) -> Signals:
    """The median of each number; NaN where it is missing in any."""
    return _from_row(np.median([_row(signals) for signals in seen], axis=0))


def moved_towards(start: Signals, now: Signals, share: float) -> Signals:
    """A start position that follows by a share of the way; what is missing in one is the other's.

    Args:
        start: From where.
        now: To where.
        share: 0 (stays) to 1.
    """
    old, new = _row(start), _row(now)
    row = np.where(np.isnan(new), old, np.where(np.isnan(old), new, old + share * (new - old)))
    flags = slice(shape.SEEN, shape.PLACE)
    if (old[flags] != new[flags]).any():  # an elbow that was not seen is no place to go to or from
        row[: shape.LENGTH] = old[: shape.LENGTH]
    return _from_row(row)


_NUMBERS = [field.name for field in fields(Signals) if field.type == "float"]
_PAIRS = [field.name for field in fields(Signals) if field.type == "Both"]


def _row(signals: Signals) -> FloatArray:
    numbers = [getattr(signals, name) for name in _NUMBERS]
    for name in _PAIRS:
        numbers += getattr(signals, name)
    return np.concatenate((signals.shape, numbers))


def _from_row(row: FloatArray) -> Signals:
    values = row[shape.LENGTH :].tolist()
    pairs = values[len(_NUMBERS) :]
    named: dict[str, Any] = dict(zip(_NUMBERS, values, strict=False))
    for number, name in enumerate(_PAIRS):
        named[name] = (pairs[2 * number], pairs[2 * number + 1])
    return Signals(shape=row[: shape.LENGTH], **named)
