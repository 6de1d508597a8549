"""A figure that shows how an exercise is done, drawn from the path of its joints.

From the front it is mirrored, as the user's own outline is. With less motion it stands still, once
as it begins and once at the far end.
"""

from __future__ import annotations

import time
from itertools import pairwise
from math import atan2, degrees
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posture.care.exercise import Seen
from posture.care.figure_path import BONES, JOINTS, figure_path
from posture.gui.translations import translated

if TYPE_CHECKING:
    from posture.care.figure_path import FigurePath
    from posture.care.pace import Cue
    from posture.palette import RGB, Palette
    from posture.records import FloatArray
    from posture.sources.pace import Clock

    Points = dict[str, QPointF]

FRAME_MS = 40
CUE_S = 0.1
"""How often a cue comes."""
_MARGIN = 0.2
"""Around all points, in shoulder widths: lines are broad."""
_LIMB, _BACK, _NOSE = 0.13, 0.16, 0.09
"""Widths of lines and of the nose, in shoulder widths."""
_HEAD_SHARE = 0.78
"""Width of a head, as a share of its height."""
_FAR = ("right_",)
"""From the side the person looks to the left: these are on the far side."""
_TRUNK = ("left_shoulder", "right_shoulder", "right_hip", "left_hip")
_SPINE = ("c7", "t6", "t12")


class Figure(QWidget):
    """Shows one exercise again and again.

    Args:
        colours: Of the window.
        less_motion: Whether it stands still.
        clock: Monotonic seconds.
    """

    def __init__(
        self, colours: Palette, *, less_motion: bool = False, clock: Clock = time.monotonic
    ) -> None:
        super().__init__()
        self.colours = colours
        self.path: FigurePath | None = None
        self._less_motion, self._clock = less_motion, clock
        self._began_s = clock()
        self._led = False
        self._from = self._to = 0.0
        self._led_s = self._began_s
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.setMinimumSize(150, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translated("A drawn figure that does the exercise"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As the ring beside it."""
        return QSize(220, 220)

    def show_exercise(self, name: str) -> None:
        """Show this one from its beginning; nothing where nobody drew it."""
        path = figure_path(name)
        if path is not self.path:
            self.path, self._began_s, self._led = path, self._clock(), False
        self.update()

    def follow(self, cue: Cue | None) -> None:
        """Do what the user is led to do; None for the own rhythm again.

        With less motion it changes between positions, without the way there.
        """
        if cue is not None:
            to = float(cue.drive) if self._less_motion else cue.place
            self._from, self._to = self._place() if self._led else to, to
            self._led_s = self._clock()
        self._led = cue is not None
        self.update()

    def _place(self) -> float:
        """Where it is between two cues: they come less often than it is drawn."""
        share = 1.0 if self._less_motion else (self._clock() - self._led_s) / CUE_S
        return self._from + min(share, 1.0) * (self._to - self._from)

    def frames(self) -> list[FloatArray]:
        """The points that are drawn now, side by side; empty for nothing."""
        if self.path is None:
            return []
        if self._led:
            return [self.path.towards(self._place())]
        if not self._less_motion:
            return [self.path.at(self._clock() - self._began_s)]
        points = self.path.points
        far = np.abs(points - points[0]).sum(axis=(1, 2)).argmax()
        return [points[0], points[far]]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Move."""
        super().showEvent(event)
        if not self._less_motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stand still while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint as large as there is room."""
        frames = self.frames()
        if self.path is None or not frames:
            return
        left, top, right, bottom = self.path.box()
        box = QRectF(left, top, right - left, bottom - top)
        box.adjust(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        room = self.width() / len(frames)
        scale = min(room / box.width(), self.height() / box.height())
        mirror = -1 if self.path.view is Seen.FRONT else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, points in enumerate(frames):
            painter.save()
            painter.translate((place + 0.5) * room, self.height() / 2)
            painter.scale(mirror * scale, scale)
            painter.translate(-box.center())
            named = {n: QPointF(*p) for n, p in zip(JOINTS, points.tolist(), strict=True)}
            self._draw(painter, named, front=self.path.view is Seen.FRONT)
            painter.restore()
        painter.end()

    def _draw(self, painter: QPainter, points: Points, *, front: bool) -> None:
        """One person: what is far away first."""
        near, far, body = self.colours.text, self.colours.muted, self.colours.line
        bones = [bone for bone in BONES if front or bone[0].split("_")[0] == bone[1].split("_")[0]]
        back = [] if front else [bone for bone in bones if bone[0].startswith(_FAR)]
        _draw_bones(painter, points, back, far)
        painter.setPen(_pen(body, _LIMB))
        painter.setBrush(QColor(*body))
        painter.drawPath(_chest(points) if front else _trunk(points))
        neck = _between(points["left_ear"], points["right_ear"])
        painter.setPen(_pen(near, _BACK))
        shoulders = _between(points["left_shoulder"], points["right_shoulder"])
        painter.drawLine(shoulders if front else points["c7"], neck)
        if not front:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_smooth([*(points[name] for name in _SPINE), _hips(points)]))
        _draw_head(painter, points, near, self.colours.background, front=front)
        _draw_bones(painter, points, [bone for bone in bones if bone not in back], near)


def _draw_bones(
    painter: QPainter, points: Points, bones: list[tuple[str, str]], colour: RGB
) -> None:
    painter.setPen(_pen(colour, _LIMB))
    for start, end in bones:
        painter.drawLine(points[start], points[end])


def _draw_head(painter: QPainter, points: Points, colour: RGB, hole: RGB, *, front: bool) -> None:
    """An oval from crown to chin; the nose tells where it looks."""
    crown, chin, nose = points["crown"], points["chin"], points["nose"]
    along = crown - chin
    height = (along.x() ** 2 + along.y() ** 2) ** 0.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(*colour))
    painter.save()
    painter.translate(_between(crown, chin))
    painter.rotate(degrees(atan2(along.y(), along.x())) + 90)
    painter.drawEllipse(QPointF(0, 0), _HEAD_SHARE * height / 2, height / 2)
    painter.restore()
    if front:
        painter.setPen(_pen(hole, _NOSE))
        painter.drawLine(points["eyes"], nose)
    else:
        painter.drawEllipse(nose, _NOSE, _NOSE)


def _chest(points: Points) -> QPainterPath:
    path = QPainterPath(points[_TRUNK[0]])
    for name in _TRUNK[1:]:
        path.lineTo(points[name])
    path.closeSubpath()
    return path


def _trunk(points: Points) -> QPainterPath:
    """From the side: between the back and its mirror image in front of shoulder and hip."""
    shoulder = _between(points["left_shoulder"], points["right_shoulder"])
    hip = _hips(points)
    back = [points[name] for name in _SPINE]
    path = _smooth([*back, hip])
    front = _smooth([*(_mirrored(point, shoulder, hip) for point in back), hip])
    path.connectPath(front.toReversed())
    path.closeSubpath()
    return path


def _smooth(points: list[QPointF]) -> QPainterPath:
    """A curve through the first and last point, and near the others."""
    path = QPainterPath(points[0])
    for middle, following in pairwise(points[1:]):
        last = following is points[-1]
        path.quadTo(middle, following if last else _between(middle, following))
    return path


def _mirrored(point: QPointF, start: QPointF, end: QPointF) -> QPointF:
    """The point on the other side of a line, as far away."""
    line, way = end - start, point - start
    share = QPointF.dotProduct(way, line) / max(QPointF.dotProduct(line, line), 1e-9)
    foot = start + line * share
    return foot + foot - point


def _hips(points: Points) -> QPointF:
    return _between(points["left_hip"], points["right_hip"])


def _between(one: QPointF, other: QPointF) -> QPointF:
    return (one + other) / 2


def _pen(colour: RGB, width: float) -> QPen:
    pen = QPen(QColor(*colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
