"""The user's outline, drawn from landmarks alone; on request over the camera's picture.

Mirrored, as people know themselves. A picture is asked for when it is painted and kept nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posture.gui.translations import translated
from posture.landmarks import OUTLINE, VISIBLE, Landmark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from posture.palette import RGB, Palette
    from posture.records import Pose, State, Tick

    Picture = Callable[[], NDArray[np.uint8] | None]

_HEAD = (
    Landmark.NOSE,
    Landmark.LEFT_EYE,
    Landmark.RIGHT_EYE,
    Landmark.LEFT_EAR,
    Landmark.RIGHT_EAR,
)


class BodyView(QWidget):
    """Shows one tick's landmarks.

    Args:
        colours: Of the window.
        picture: Gives the newest picture, (height, width, 3) uint8 blue-green-red, or None.
        parent: As of any widget.
    """

    def __init__(
        self, colours: Palette, picture: Picture | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.colours = colours
        self.with_picture = False
        """Whether the camera's picture is shown below the outline."""
        self.lines: Sequence[tuple[Landmark, Landmark]] = OUTLINE
        """Pairs of landmarks that are joined."""
        self._picture = picture
        self._pose: Pose | None = None
        self._state: State | None = None
        self.setMinimumSize(150, 112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translated("Your outline as the camera sees it"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """A camera's picture, small."""
        return QSize(240, 180)

    def show_tick(self, tick: Tick | None) -> None:
        """Show this tick's landmarks, or nothing."""
        self.show_pose(None if tick is None else tick.pose, None if tick is None else tick.state)

    def show_pose(self, pose: Pose | None, state: State | None = None) -> None:
        """Show these landmarks, or nothing; in the colour of a state, or of text."""
        self._pose, self._state = pose, state
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint picture and outline as large as there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(*self.colours.surface))
        image = self._image()
        if self._pose is None and image is None:
            painter.setPen(QColor(*self.colours.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, translated("nobody found"))
        else:
            self._paint_fitted(painter, image)
        painter.end()

    def _image(self) -> QImage | None:
        """The newest picture; None when it is not wanted or there is none."""
        pixels = self._picture() if self.with_picture and self._picture is not None else None
        if pixels is None:
            return None
        height, width = pixels.shape[:2]
        data = np.ascontiguousarray(pixels).tobytes()
        return QImage(data, width, height, 3 * width, QImage.Format.Format_BGR888).copy()

    def _paint_fitted(self, painter: QPainter, image: QImage | None) -> None:
        if self._pose is not None:
            width, height = float(self._pose.width_px), float(self._pose.height_px)
        else:
            assert image is not None  # noqa: S101 - told apart by the caller
            width, height = float(image.width()), float(image.height())
        scale = min(self.width() / width, self.height() / height)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(-scale, scale)
        painter.translate(-width / 2, -height / 2)
        frame = QRectF(0.0, 0.0, width, height)
        painter.setClipRect(frame)
        painter.setPen(Qt.PenStyle.NoPen)
        if image is not None:
            painter.drawImage(frame, image)
        if self._pose is not None:
            self._paint_outline(painter, self._pose, 1.0 / scale)

    def _paint_outline(self, painter: QPainter, pose: Pose, pixel: float) -> None:
        """Lines over darker or lighter casings, so that they stand out from any picture."""
        seen = (pose.visibility >= VISIBLE) & np.isfinite(pose.points_px).all(axis=1)
        points = [QPointF(*point) for point in np.nan_to_num(pose.points_px).clip(-1e4, 1e4)]
        state = self.colours.text if self._state is None else self.colours.states[self._state]
        for width, colour in ((7.0 * pixel, self.colours.background), (4.0 * pixel, state)):
            painter.setPen(_round_pen(colour, width))
            for start, end in self.lines:
                if seen[start] and seen[end]:
                    painter.drawLine(points[start], points[end])
        for landmark in _HEAD:
            if seen[landmark]:
                painter.setPen(_round_pen(self.colours.background, 9.0 * pixel))
                painter.drawPoint(points[landmark])
                painter.setPen(_round_pen(self.colours.text, 6.0 * pixel))
                painter.drawPoint(points[landmark])


def _round_pen(colour: RGB, width: float) -> QPen:
    pen = QPen(QColor(*colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
