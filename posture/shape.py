"""The upper body's shape as one vector of numbers: what the angle model is fitted on.

Landmarks are taken relative to the middle of the shoulders, in metres at the person's depth: once
as the image shows them, once as MediaPipe's world has them. Elbows and hips count only when seen.
"""

from __future__ import annotations

from math import atan2, degrees
from typing import TYPE_CHECKING

import numpy as np

from posture.geometry import similarity_scale
from posture.landmarks import LANDMARK_COUNT, Landmark

if TYPE_CHECKING:
    from posture.records import FloatArray

HEAD_AND_SHOULDERS = (
    Landmark.NOSE,
    Landmark.LEFT_EYE,
    Landmark.RIGHT_EYE,
    Landmark.LEFT_EAR,
    Landmark.RIGHT_EAR,
    Landmark.MOUTH_LEFT,
    Landmark.MOUTH_RIGHT,
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
)
"""What a webcam always sees of somebody at a desk."""
SOMETIMES_SEEN = (
    Landmark.LEFT_ELBOW,
    Landmark.RIGHT_ELBOW,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
)
LANDMARKS = (*HEAD_AND_SHOULDERS, *SOMETIMES_SEEN)
SEEN = len(LANDMARKS) * 5
"""Where the four flags of `SOMETIMES_SEEN` begin in a shape."""
PLACE = SEEN + len(SOMETIMES_SEEN)
"""Where scale (log of a metre in frame heights) and place (of the shoulders, in frame widths from
the middle and in frame heights from the top) begin."""
LENGTH = PLACE + 3
"""Numbers in a shape: 13 landmarks times (image x, y, world x, y, z), 4 flags, scale, place."""


def _to_vectors() -> FloatArray:
    """(23, 33): from landmarks to what a shape is made of.

    First the landmarks from the middle of the shoulders, then head and shoulders from their own
    mean (for the scale), then the middle of the shoulders itself.
    """
    rows = np.zeros((len(LANDMARKS) + len(HEAD_AND_SHOULDERS) + 1, LANDMARK_COUNT))
    shoulders = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
    for row, landmark in zip(rows, (*LANDMARKS, *HEAD_AND_SHOULDERS), strict=False):
        row[landmark] += 1.0
    rows[: len(LANDMARKS), shoulders] -= 0.5
    rows[len(LANDMARKS) : -1, HEAD_AND_SHOULDERS] -= 1 / len(HEAD_AND_SHOULDERS)
    rows[-1, shoulders] = 0.5
    return rows


_VECTORS = _to_vectors()
_RELATIVE, _CENTRED = slice(0, len(LANDMARKS)), slice(len(LANDMARKS), -1)


def compute(
    points_px: FloatArray,
    world_m: FloatArray,
    visibility: FloatArray,
    frame_px: tuple[float, float] | FloatArray,
) -> FloatArray:
    """Describe the shape of a pose.

    Args:
        points_px: (33, 2) pixels.
        world_m: (33, 3) metres.
        visibility: (33,).
        frame_px: (2,) width and height of the frame, pixels.

    Returns:
        (LENGTH,), all finite for finite landmarks that do not coincide.
    """
    width_px, height_px = frame_px
    vectors = _VECTORS.dot(np.concatenate((points_px, world_m), axis=1))
    metre_px = similarity_scale(vectors[_CENTRED, :2], vectors[_CENTRED, 2:4])
    relative = vectors[_RELATIVE]
    seen_px, unsure = relative[:, :2], relative[len(HEAD_AND_SHOULDERS) :]
    seen_px /= metre_px
    seen = [float(visibility[i] >= 0.5 and points_px[i, 1] < height_px) for i in SOMETIMES_SEEN]
    unsure *= np.array(seen)[:, None]
    x_px, y_px = vectors[-1, :2].tolist()
    scale = float(np.log(max(metre_px, 1e-6) / height_px))
    place = (*seen, scale, x_px / width_px - 0.5, y_px / height_px)
    return np.concatenate((relative.ravel(), place))


def _turn(left: Landmark, right: Landmark) -> list[int]:
    """Where world x and z of a left-right pair stand in a shape."""
    return [5 * LANDMARKS.index(landmark) + axis for landmark in (left, right) for axis in (2, 4)]


_TURNS = np.array(
    [
        _turn(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER),
        _turn(Landmark.LEFT_EAR, Landmark.RIGHT_EAR),
    ]
)


def yaws_deg(values: FloatArray) -> tuple[float, float]:
    """Turn of trunk and head about the vertical, by MediaPipe's world.

    Within 10 degrees of the truth on rendered people and photographs, from every side.

    Args:
        values: (LENGTH,) one shape.

    Returns:
        Degrees in -180 to 180: 0 faces the camera, 90 the image's right edge.
    """
    trunk, head = (
        degrees(atan2(left_z - right_z, left_x - right_x))
        for left_x, left_z, right_x, right_z in values[_TURNS].tolist()
    )
    return trunk, head


def _mirror() -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], FloatArray]:
    """Which number of a shape becomes which in a mirror, and its sign."""
    other = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11]
    order = [5 * landmark + axis for landmark in other for axis in range(5)]
    order += [SEEN + i for i in (1, 0, 3, 2)] + [PLACE, PLACE + 1, PLACE + 2]
    sign = np.ones(LENGTH)
    sign[0:SEEN:5] = sign[2:SEEN:5] = -1.0
    sign[PLACE + 1] = -1.0
    return np.array(order), sign


MIRROR_ORDER, MIRROR_SIGN = _mirror()


def mirrored(shapes: FloatArray) -> FloatArray:
    """The shapes (..., LENGTH) of the same people in a mirror."""
    return shapes[..., MIRROR_ORDER] * MIRROR_SIGN
