"""Pose to feature vector: corrected for aspect, free of scale, gated by visibility.

A person who faces the image's left edge is mirrored first, so that "forward" is always to the
right and one set of formulas serves both sides. `extract` takes one pose; `compute` does the
arithmetic on arrays of poses of any leading shape, which is how the laboratory uses it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from posture.geometry import angle_difference_deg, direction_deg, similarity_scale
from posture.landmarks import LANDMARK_COUNT, Landmark
from posture.records import Features, Pose, Reason, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from posture.records import FloatArray


class Feature(IntEnum):
    """Places in `Features.values`. "Forward" is where the person faces; up is positive.

    Heights and sizes ending in `_ratio` are in shoulder widths as seen in the image; those in
    `_m` are metres at the person's depth, by the scale between the image and MediaPipe's world.
    """

    TRUNK_YAW_DEG = 0
    """Turn of the shoulders away from the camera, 0 to 180 (mirrored: never negative)."""
    HEAD_YAW_DEG = 1
    """Turn of the head against the shoulders."""
    HEAD_PITCH_DEG = 2
    """How far the line from ears to nose points down: grows when looking down."""
    HEAD_ROLL_DEG = 3
    SHOULDER_ROLL_DEG = 4
    EAR_OVER_SHOULDER_DEG = 5
    """Inclination of the line from mid-shoulders to mid-ears, forward positive."""
    SHOULDER_OVER_HIP_DEG = 6
    """Inclination of the line from mid-hips to mid-shoulders; NaN when the hips are hidden."""
    NOSE_HEIGHT_RATIO = 7
    EAR_HEIGHT_RATIO = 8
    FACE_SIZE_RATIO = 9
    """Eyes to mouth."""
    EAR_WIDTH_RATIO = 10
    EAR_UP_M = 11
    EAR_FORWARD_M = 12
    CENTRE_X = 13
    """Mid-shoulders across the frame, 0 to 1 (not mirrored)."""
    CENTRE_Y = 14
    """Mid-shoulders down the frame, 0 to 1."""
    SIZE = 15
    """A metre at the person's depth, in frame heights."""


@dataclass(frozen=True, slots=True)
class FeatureLimits:
    """When landmarks are not to be trusted."""

    visibility: float = 0.5
    """MediaPipe's own threshold after its sigmoid."""
    margin: float = 0.02
    """How far outside the picture a landmark may lie, in frame sizes: guessed landmarks go on."""
    neck_px: float = 24.0
    """Shorter from shoulders to ears, two pixels of noise are worth 7 degrees."""
    head_yaw_deg: float = 50.0
    """Beyond this the far ear and eye are guessed."""
    front_deg: float = 25.0
    """Up to here the view is from the front."""
    side_deg: float = 65.0
    """From here on the view is from the side."""
    behind_deg: float = 120.0
    """From here on the person is seen from behind."""

    def __post_init__(self) -> None:
        if not 0 <= self.visibility <= 1:
            raise ValueError(f"visibility must be between 0 and 1, not {self.visibility}")
        if not 0 < self.front_deg < self.side_deg < self.behind_deg <= 180:
            raise ValueError("view limits must grow: front < side < behind <= 180 degrees")


DEFAULT_LIMITS = FeatureLimits()

_EARS = [Landmark.LEFT_EAR, Landmark.RIGHT_EAR]
_SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
_HIPS = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]
_UPPER_BODY = [0, 2, 5, 7, 8, 9, 10, 11, 12]
"""Nose, eyes, ears, mouth, shoulders: what a webcam sees of somebody at a desk."""


def _segments() -> FloatArray:
    """(17, 33): turns landmarks into vectors between (mid)points, and into centred points.

    The first rows are the vectors named below; the last nine are the upper body's landmarks
    with their mean taken off. One product makes them all.
    """
    table: list[tuple[Sequence[int], Sequence[int]]] = [
        ([Landmark.LEFT_SHOULDER], [Landmark.RIGHT_SHOULDER]),
        ([Landmark.LEFT_EAR], [Landmark.RIGHT_EAR]),
        (_SHOULDERS, _EARS),
        (_HIPS, _SHOULDERS),
        (_SHOULDERS, [Landmark.NOSE]),
        ([Landmark.MOUTH_LEFT, Landmark.MOUTH_RIGHT], [Landmark.LEFT_EYE, Landmark.RIGHT_EYE]),
        (_EARS, [Landmark.NOSE]),
        ([], _SHOULDERS),
        *((_UPPER_BODY, [landmark]) for landmark in _UPPER_BODY),
    ]
    matrix = np.zeros((len(table), LANDMARK_COUNT))
    for row, (start, end) in zip(matrix, table, strict=True):
        for landmark in start:
            row[landmark] -= 1 / len(start)
        for landmark in end:
            row[landmark] += 1 / len(end)
    return matrix


_SEGMENTS = _segments()
_SHOULDER, _EAR, _NECK, _TRUNK, _NOSE, _FACE, _GAZE, _CENTRE = range(8)
_CENTRED = slice(8, None)
_IMAGE_X, _IMAGE_Y, _WORLD_X, _WORLD_Y, _WORLD_Z = range(5)

EAR_TO_NOSE_M = 0.115
"""Middle of the ears to nose tip, seen from the side. On eight rendered clips with known head
pitch this lever fits best, and better than the z of MediaPipe's world (correlation with true
pitch 0.5 to 0.9 against 0.2 to 0.8)."""


def _places(*places: tuple[int, int]) -> NDArray[np.intp]:
    """Where (segment, axis) stands in the flattened product of `_SEGMENTS`."""
    return np.array([5 * segment + axis for segment, axis in places])


# Angles: yaw of trunk and head, roll of head and shoulders, ears over shoulders, shoulders over
# hips.
_SINE = _places(
    (_SHOULDER, _WORLD_Z), (_EAR, _WORLD_Z), (_EAR, _IMAGE_Y), (_SHOULDER, _IMAGE_Y),
    (_NECK, _IMAGE_X), (_TRUNK, _IMAGE_X),
)  # fmt: skip
_COSINE = _places(
    (_SHOULDER, _WORLD_X), (_EAR, _WORLD_X), (_EAR, _IMAGE_X), (_SHOULDER, _IMAGE_X),
    (_NECK, _IMAGE_Y), (_TRUNK, _IMAGE_Y),
)  # fmt: skip
_SINE_SIGN = np.array([-1.0, -1.0, -1.0, -1.0, 1.0, 1.0])
_LENGTHS = _places((_SHOULDER, 0), (_FACE, 0), (_EAR, 0))

# Ratios: what is divided (heights, sizes, ear offsets, place) and by what.
_HEIGHTS = _places((_NOSE, _IMAGE_Y), (_NECK, _IMAGE_Y))
_OFFSETS = _places((_NECK, _IMAGE_Y), (_NECK, _IMAGE_X))
_PLACE = _places((_CENTRE, _IMAGE_X), (_CENTRE, _IMAGE_Y))


def compute(points_px: FloatArray, world_m: FloatArray, frame_px: FloatArray) -> FloatArray:
    """Compute every feature, trusting every landmark.

    Args:
        points_px: (..., 33, 2) pixels.
        world_m: (..., 33, 3) metres.
        frame_px: (2,) or (..., 2) width and height of the frame, pixels.

    Returns:
        (..., len(Feature)); NaN where a landmark is NaN or a length is zero.
    """
    with np.errstate(invalid="ignore"):  # a landmark at infinity is as good as none
        vectors = _SEGMENTS @ np.concatenate((points_px, world_m), axis=-1)
    flat = vectors.reshape(*vectors.shape[:-2], -1)
    angles = direction_deg(flat[..., _SINE] * _SINE_SIGN, -flat[..., _COSINE])
    forward = np.copysign(1.0, angles[..., :1])
    angles[..., 1] = angle_difference_deg(angles[..., 1], angles[..., 0])
    lengths = np.hypot(flat[..., _LENGTHS], flat[..., _LENGTHS + 1])
    lengths[lengths == 0] = np.nan
    metre_px = similarity_scale(vectors[..., _CENTRED, :2], vectors[..., _CENTRED, 2:4])[..., None]
    sine_of_pitch = vectors[..., _GAZE, _IMAGE_Y, None] / (EAR_TO_NOSE_M * metre_px)
    return np.concatenate(
        (
            angles[..., :2] * forward,
            np.degrees(np.arcsin(np.minimum(np.maximum(sine_of_pitch, -1.0), 1.0))),
            angles[..., 2:] * forward,
            -flat[..., _HEIGHTS] / lengths[..., :1],
            lengths[..., 1:] / lengths[..., :1],
            flat[..., _OFFSETS]
            / (metre_px * np.concatenate((-np.ones_like(forward), forward), -1)),
            flat[..., _PLACE] / frame_px,
            metre_px / frame_px[..., 1:],
        ),
        axis=-1,
    )


def view_of(trunk_yaw_deg: float, side: str, *, limits: FeatureLimits = DEFAULT_LIMITS) -> View:
    """Name the side from which the camera sees a person.

    Args:
        trunk_yaw_deg: Turn of the shoulders away from the camera, 0 to 180.
        side: "left" or "right": the person's shoulder that is nearer to the camera.
        limits: Where the views meet.
    """
    if not trunk_yaw_deg <= limits.behind_deg:
        return View.UNKNOWN
    if trunk_yaw_deg < limits.front_deg:
        return View.FRONT
    return View(f"{'three_quarter' if trunk_yaw_deg < limits.side_deg else 'side'}_{side}")


def extract(pose: Pose, *, limits: FeatureLimits = DEFAULT_LIMITS) -> Features:
    """Describe one pose.

    Returns:
        Features with a `reason` and all values NaN when head or shoulders cannot be trusted;
        with only `SHOULDER_OVER_HIP_DEG` NaN when the hips cannot.
    """
    points = pose.points_px.tolist()
    seen = pose.visibility.tolist()
    reason = _distrust(points, seen, pose, limits)
    if reason is not None:
        return _unmeasured(reason)
    frame_px = np.array([pose.width_px, pose.height_px], dtype=float)
    values = compute(pose.points_px, pose.world_m, frame_px)
    left, right = pose.world_m[_SHOULDERS, 2].tolist()
    view = view_of(
        float(values[Feature.TRUNK_YAW_DEG]), "left" if left < right else "right", limits=limits
    )
    reason = _doubt(values, view, pose, limits)
    if reason is not None:
        return _unmeasured(reason, view)
    if not all(
        seen[hip] >= limits.visibility
        and 0 <= points[hip][0] <= pose.width_px
        and points[hip][1] < pose.height_px
        for hip in _HIPS
    ):
        values[Feature.SHOULDER_OVER_HIP_DEG] = np.nan
    return Features(values, view, None)


def _unmeasured(reason: Reason, view: View = View.UNKNOWN) -> Features:
    return Features(np.full(len(Feature), np.nan), view, reason)


def _distrust(
    points: list[list[float]], seen: list[float], pose: Pose, limits: FeatureLimits
) -> Reason | None:
    """Say why head or shoulders cannot be trusted, or None."""
    margin_x, margin_y = limits.margin * pose.width_px, limits.margin * pose.height_px
    for landmark in _UPPER_BODY:
        x, y = points[landmark]
        inside = (
            -margin_x <= x <= pose.width_px + margin_x
            and -margin_y <= y <= pose.height_px + margin_y
        )
        if not inside:  # also when a coordinate is NaN
            return Reason.OUTSIDE_FRAME
    near_ear = max(seen[Landmark.LEFT_EAR], seen[Landmark.RIGHT_EAR])
    near_shoulder = max(seen[Landmark.LEFT_SHOULDER], seen[Landmark.RIGHT_SHOULDER])
    if not min(seen[Landmark.NOSE], near_ear, near_shoulder) >= limits.visibility:
        return Reason.LOW_VISIBILITY
    return None


def _doubt(values: FloatArray, view: View, pose: Pose, limits: FeatureLimits) -> Reason | None:
    """Say why the computed features mean nothing, or None."""
    if view is View.UNKNOWN:
        return Reason.FROM_BEHIND
    if not abs(values[Feature.HEAD_YAW_DEG]) <= limits.head_yaw_deg:
        return Reason.HEAD_TURNED
    # about 0.2 m from shoulders to ears: the neck's length whatever the posture
    if not 0.2 * values[Feature.SIZE] * pose.height_px >= limits.neck_px:
        return Reason.TOO_SMALL
    return None
