"""A back seen from behind as lines and places, in units of its own: x right, y down.

Drawn by hand for this: no likeness of anybody. Right is the person's right too; the spine is at
`SPINE_X`.
"""

from __future__ import annotations

from posture.care.entries import Place

SIZE = (100.0, 126.0)
SPINE_X = 50.0

Point = tuple[float, float]
Curve = tuple[Point, ...]
"""One point: a straight line to it; three: a cubic curve with two handles."""

HEAD = (50.0, 13.5, 10.5, 12.5)
"""Middle and radii of an ellipse."""
OUTLINE: tuple[Curve, ...] = (
    ((50, 20),),
    ((43.5, 20),),
    ((43.5, 29), (43.5, 31), (39, 34)),
    ((33, 38), (20, 37), (15, 44)),
    ((9, 53), (9, 68), (6, 98)),
    ((13, 99),),
    ((15, 88), (19, 76), (21.5, 64)),
    ((23, 76), (26, 82), (26, 92)),
    ((26, 103), (21, 110), (20, 122)),
    ((50, 122),),
)
"""The left half, from the nape down to the waist; the right one is its mirror image."""
SHOULDER_BLADE: tuple[Curve, ...] = (
    ((39.5, 49),),
    ((39.5, 58), (38, 65), (34.5, 70)),
    ((31, 66), (28.5, 60), (27.5, 55)),
)
"""A line of the left one."""

_LEFT: dict[Place, tuple[Point, ...]] = {
    Place.NECK_LEFT: ((50, 25.5), (36, 25.5), (36, 33), (42.5, 38), (50, 38)),
    Place.SHOULDER_LEFT: ((42.5, 38), (36, 33), (4, 33), (4, 60), (22, 60), (27, 50), (42, 46)),
    Place.UPPER_BACK_LEFT: ((42, 46), (27, 50), (22, 60), (20, 76), (42, 76)),
    Place.MIDDLE_BACK_LEFT: ((50, 76), (18, 76), (18, 97), (50, 97)),
    Place.LOWER_BACK_LEFT: ((50, 97), (16, 97), (16, 120), (50, 120)),
}
_BETWEEN: tuple[Point, ...] = ((42.5, 38), (57.5, 38), (58, 46), (58, 76), (42, 76), (42, 46))


def mirrored(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same on the other side of the spine."""
    return tuple((2 * SPINE_X - x, y) for x, y in points)


CORNERS: dict[Place, tuple[Point, ...]] = {
    **_LEFT,
    **{
        Place(place.replace("left", "right")): mirrored(corners) for place, corners in _LEFT.items()
    },
    Place.BETWEEN_SHOULDER_BLADES: _BETWEEN,
}
"""Of each place: what of it is outside of the outline does not belong to it."""
