"""The drawing of a back as shapes of Qt, and which place lies beside which."""

from __future__ import annotations

from functools import cache
from itertools import chain
from math import hypot, inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from posture.care.back import CORNERS, HEAD, OUTLINE, SHOULDER_BLADE, SPINE_X
from posture.care.entries import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.back import Curve

START = Place.BETWEEN_SHOULDER_BLADES
"""Where the keyboard comes in."""
LEAST_STEP = 4.0
"""What lies less far on in a direction does not lie in it."""
_MIRRORED = QTransform(-1, 0, 0, 1, 2 * SPINE_X, 0)


@cache
def outline() -> QPainterPath:
    """Neck, shoulders, upper arms and trunk."""
    half = _path(OUTLINE)
    half.closeSubpath()
    return half.united(_MIRRORED.map(half)).simplified()


@cache
def head() -> QPainterPath:
    """Seen from behind: no face."""
    x, y, across, down = HEAD
    made = QPainterPath()
    made.addEllipse(QPointF(x, y), across, down)
    return made


@cache
def shoulder_blade(*, right: bool) -> QPainterPath:
    """One line of it, so that the back is known for a back."""
    line = _path(SHOULDER_BLADE)
    return _MIRRORED.map(line) if right else line


@cache
def area(place: Place) -> QPainterPath:
    """Where a place is: within the outline, below the head."""
    rough = QPainterPath()
    rough.addPolygon(QPolygonF([QPointF(x, y) for x, y in CORNERS[place]]))
    rough.closeSubpath()
    return rough.intersected(outline()).subtracted(head())


@cache
def middle(place: Place) -> QPointF:
    """A point well within a place."""
    return area(place).boundingRect().center()


def neighbour(place: Place, way: tuple[int, int]) -> Place:
    """The nearest place in a direction, (-1, 0) for left; the same where there is none."""
    across, down = way

    def distance(other: Place) -> float:
        step = middle(other) - middle(place)
        along = across * step.x() + down * step.y()
        aside = hypot(step.x(), step.y()) ** 2 - along**2
        return along**2 + 4 * aside if along > LEAST_STEP else inf

    best = min(Place, key=distance)
    return place if distance(best) == inf else best


def _path(curves: Sequence[Curve]) -> QPainterPath:
    ((start,), *others) = curves
    path = QPainterPath(QPointF(*start))
    for curve in others:
        if len(curve) == 1:
            path.lineTo(*curve[0])
        else:
            path.cubicTo(*chain.from_iterable(curve))
    return path
