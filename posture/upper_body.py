"""What the person check needs of a pose: place, size and a few signs, in plain floats.

Plain floats because on nine points they are several times quicker than arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, isfinite
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from posture.records import Pose

_UPPER_BODY = (0, 2, 5, 7, 8, 9, 10, 11, 12)
"""Nose, eyes, ears, mouth, shoulders: what a webcam sees of somebody at a desk."""
_FACE, _READ = slice(6), slice(13)
"""Landmarks up to the second eye, and up to the second shoulder: no others are read."""


class Place(Protocol):
    """Where the user usually is: a `posture.records.Baseline`."""

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the shoulders, in frame widths and heights."""

    @property
    def size(self) -> float:
        """A metre at the user's depth, in frame heights."""


@dataclass(frozen=True, slots=True)
class UpperBody:
    """Signs of one pose; "m" are metres at the person's depth. All numbers are finite.

    Attributes:
        nose: Pixels.
        centre: Middle of the shoulders, pixels.
        metre_px: Pixels per metre, by the similarity of the image and MediaPipe's world.
        nose_up_m: Height of the nose over the middle of the shoulders.
        span_m: Distance of the shoulders as seen.
        crossed_m: How far the shoulders stand the wrong way round for somebody seen from the
            front: positive from behind, about 0 from the side.
        face_presence: Least presence of nose and eyes, 0 to 1.
        inside: Whether the nose and at least one shoulder are inside the picture.
        pose: Where all this comes from.
    """

    nose: tuple[float, float]
    centre: tuple[float, float]
    metre_px: float
    nose_up_m: float
    span_m: float
    crossed_m: float
    face_presence: float
    inside: bool
    pose: Pose


def read_upper_body(pose: Pose, margin: float) -> UpperBody | None:
    """Read a pose.

    Args:
        pose: Landmarks; those of the upper body must be finite.
        margin: How far outside the picture, in frame sizes, counts as inside.

    Returns:
        None when a number is missing or the image contradicts MediaPipe's world.
    """
    points, presence = pose.points_px[_READ].tolist(), pose.presence[_FACE].tolist()
    metre_px = _metre_px(points, pose.world_m[_READ].tolist())
    face_presence = min(presence[0], presence[2], presence[5])
    if not (isfinite(metre_px) and metre_px > 0 and isfinite(face_presence)):
        return None
    nose, left, right = points[0], points[11], points[12]
    centre = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
    return UpperBody(
        nose=(nose[0], nose[1]),
        centre=centre,
        metre_px=metre_px,
        nose_up_m=(centre[1] - nose[1]) / metre_px,
        span_m=hypot(left[0] - right[0], left[1] - right[1]) / metre_px,
        crossed_m=(right[0] - left[0]) / metre_px,
        face_presence=face_presence,
        inside=_inside(nose, pose, margin)
        and (_inside(left, pose, margin) or _inside(right, pose, margin)),
        pose=pose,
    )


def _metre_px(points: list[list[float]], world: list[list[float]]) -> float:
    """Least squares of a weak-perspective camera, as `posture.geometry.similarity_scale`."""
    sum_x = sum_y = sum_u = sum_v = shared = spread = 0.0
    for index in _UPPER_BODY:
        (x, y), (u, v, _) = points[index], world[index]
        sum_x += x
        sum_y += y
        sum_u += u
        sum_v += v
        shared += x * u + y * v
        spread += u * u + v * v
    count = len(_UPPER_BODY)
    shared -= (sum_x * sum_u + sum_y * sum_v) / count
    spread -= (sum_u * sum_u + sum_v * sum_v) / count
    return shared / spread if spread > 1e-9 else 0.0


def _inside(point: list[float], pose: Pose, margin: float) -> bool:
    x, y = point[0] / pose.width_px, point[1] / pose.height_px
    return -margin <= x <= 1 + margin and -margin <= y <= 1 + margin


def apart_m(one: UpperBody, other: UpperBody) -> float:
    """Farther of the distances between noses and between shoulders, in metres of the larger."""
    nose = hypot(one.nose[0] - other.nose[0], one.nose[1] - other.nose[1])
    centre = hypot(one.centre[0] - other.centre[0], one.centre[1] - other.centre[1])
    return max(nose, centre) / max(one.metre_px, other.metre_px)


def is_near(body: UpperBody, reference: Place, away_m: float, scale: float) -> bool:
    """Whether a body has about the place and size of the reference.

    Args:
        body: Who is asked about.
        reference: Where the user usually is.
        away_m: Farthest that the middle of the shoulders may be from its place, metres.
        scale: Largest factor between the apparent sizes.
    """
    pose = body.pose
    usual_px = reference.size * pose.height_px
    if not body.metre_px / scale <= usual_px <= body.metre_px * scale:
        return False
    x = body.centre[0] - reference.centre[0] * pose.width_px
    y = body.centre[1] - reference.centre[1] * pose.height_px
    return hypot(x, y) <= away_m * body.metre_px
