"""The state as an icon of any size: who looks at it in a panel sees the bend of a head and spine.

Every kind has a shape of its own, so that none needs its colour. Nothing here needs a window, a
font or a running application.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import floor, isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from posture.palette import palette
from posture.ports import CameraStateKind
from posture.records import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.palette import RGB, Palette
    from posture.ports import CameraState
    from posture.records import Tick

LEVEL_STEPS = 4
"""Steps in which the bend grows: an icon that changes all the time is looked at all the time."""


class IconKind(Enum):
    """What an icon says."""

    UPRIGHT = "upright"
    SLOUCHED = "slouched"
    AWAY = "away"
    CANNOT_MEASURE = "cannot measure"
    PAUSED = "paused"
    CAMERA_OFF = "camera off"


@dataclass(frozen=True, slots=True)
class IconLook:
    """All that an icon shows; equal looks give equal pictures.

    Attributes:
        kind: What it says.
        level: Of a slouch: how much of the time until it counts has passed, 0 to 1; 0 for others.

    Raises:
        ValueError: The level is out of range, or not that of a slouch.
    """

    kind: IconKind
    level: float = 0.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.level <= 1.0:
            raise ValueError(f"level is {self.level}; it must be 0 to 1")
        if self.level and self.kind is not IconKind.SLOUCHED:
            raise ValueError("only a slouch has a level")


_OFF = frozenset(
    {
        CameraStateKind.BUSY,
        CameraStateKind.GONE,
        CameraStateKind.NO_PERMISSION,
        CameraStateKind.HUNG,
        CameraStateKind.CLOSED,
    }
)
_NO_PICTURE = frozenset({CameraStateKind.OPENING, CameraStateKind.BLACK})

_KINDS = {
    State.UPRIGHT: IconKind.UPRIGHT,
    State.SLOUCHED: IconKind.SLOUCHED,
    State.AWAY: IconKind.AWAY,
    State.UNKNOWN: IconKind.CANNOT_MEASURE,
    State.PAUSED: IconKind.PAUSED,
}


def look_of(tick: Tick | None, camera: CameraState | None = None, paused: bool = False) -> IconLook:
    """What the icon says now: a pause first, then the camera, then the person.

    Args:
        tick: The newest, or None before the first.
        camera: What the camera is doing; None for a recording.
        paused: Whether the user has paused.
    """
    if paused:
        return IconLook(IconKind.PAUSED)
    if camera is not None and camera.kind in _OFF:
        return IconLook(IconKind.CAMERA_OFF)
    if tick is None or (camera is not None and camera.kind in _NO_PICTURE):
        return IconLook(IconKind.CANNOT_MEASURE)
    if tick.state is State.SLOUCHED:
        return IconLook(IconKind.SLOUCHED, 1.0)
    level = floor(LEVEL_STEPS * counted_share(tick)) / LEVEL_STEPS
    if tick.state is State.UPRIGHT and level > 0.0:
        return IconLook(IconKind.SLOUCHED, level)
    return IconLook(_KINDS[tick.state])


def counted_share(tick: Tick) -> float:
    """How much of the time until it counts as slouching has passed, 0 to 1; 0 when none counts."""
    if tick.state is State.SLOUCHED:
        return 1.0
    if isnan(tick.remaining_s) or tick.state is not State.UPRIGHT:
        return 0.0
    whole_s = tick.held_s + tick.remaining_s
    return min(max(tick.held_s / whole_s, 0.0), 1.0) if whole_s > 0.0 else 1.0


def draw(look: IconLook, size_px: int, dark: bool) -> QImage:
    """Paint an icon on a transparent ground.

    Args:
        look: What it says.
        size_px: Width and height, at least 1.
        dark: Light lines for a dark panel.
    """
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size_px / _GRID, size_px / _GRID)
        _paint(_Brush(painter, palette(dark=dark)), look)
    finally:
        painter.end()
    return image


_GRID = 32.0
"""Lengths below are of an icon 32 wide and high."""

_HEAD_RADIUS = 5.4
_STROKE = 5.2


class _Brush:
    """Thick round lines and dots on one picture."""

    def __init__(self, painter: QPainter, colours: Palette) -> None:
        self._painter = painter
        self.colours = colours

    def line(self, path: QPainterPath, colour: RGB, width: float = _STROKE) -> None:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._painter.strokePath(
            path, QPen(QColor(*colour), width, Qt.PenStyle.SolidLine, cap, join)
        )

    def cut(self, path: QPainterPath, width: float) -> None:
        """Take away what lies below a line."""
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        self.line(path, (0, 0, 0), width)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def dot(self, centre: tuple[float, float], radius: float, colour: RGB) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(*colour))
        self._painter.drawEllipse(QPointF(*centre), radius, radius)


def _path(*parts: Sequence[tuple[float, float]]) -> QPainterPath:
    """Each part is a line of points; four points are a curve."""
    path = QPainterPath()
    for part in parts:
        points = [QPointF(*point) for point in part]
        path.moveTo(points[0])
        if len(points) == 4:
            path.cubicTo(*points[1:])
        else:
            for point in points[1:]:
                path.lineTo(point)
    return path


def _paint(brush: _Brush, look: IconLook) -> None:
    colours = brush.colours
    if look.kind is IconKind.UPRIGHT:
        _figure(brush, 0.0, colours.text, colours.states[State.UPRIGHT], sits=True)
    elif look.kind is IconKind.SLOUCHED:
        _figure(brush, 0.2 + 0.8 * look.level, colours.text, colours.accent, sits=True)
    elif look.kind is IconKind.AWAY:
        brush.line(_path([(8, 4), (8, 29)], [(8, 19), (24, 19), (24, 29)]), colours.muted, 4.0)
    else:
        aside = 6.0 if look.kind is IconKind.CAMERA_OFF else 0.0
        _figure(brush, 0.0, colours.muted, colours.muted, sits=False, right=aside)
        _badge(brush, look.kind)


def _figure(
    brush: _Brush, bend: float, head: RGB, spine: RGB, *, sits: bool, right: float = 0.0
) -> None:
    """Head and back from the side, from upright (0) to bent (1); the seat stays where it is."""
    hip = (9.0, 28.0)
    back = [
        hip,
        (9.0 - 3.5 * bend, 21.0),
        (9.0 - 3.0 * bend, 17.5 - 3.5 * bend),
        (9.0 + 6.5 * bend, 15.5),
    ]
    brush.line(_path(back).translated(right, 0.0), spine)
    if sits:
        brush.line(_path([hip, (23.0, 28.0)]), spine)
    brush.dot((right + 10.5 + 12.0 * bend, 6.6 + 6.5 * bend), _HEAD_RADIUS, head)


def _badge(brush: _Brush, kind: IconKind) -> None:
    text = brush.colours.text
    if kind is IconKind.PAUSED:
        path, width = _path([(19, 17), (19, 28)], [(27, 17), (27, 28)]), 4.4
    elif kind is IconKind.CAMERA_OFF:
        path, width = _path([(4, 28), (28, 4)]), 4.2
    else:
        bow = [(18.5, 13.5), (18.5, 6.0), (28.5, 6.5), (27.5, 13.0)]
        tail = [(27.5, 13.0), (27.0, 16.5), (23.0, 16.5), (23.0, 21.0)]
        path, width = _path(bow, tail, [(23.0, 28.0), (23.0, 28.1)]), 4.0
    brush.cut(path, width + 4.4)
    brush.line(path, text, width)
