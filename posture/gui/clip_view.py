"""A recording's picture with the skeleton, as large as there is room. It is kept nowhere."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posture.gui.translations import translated
from posture.overlay import Layout, Overlay

if TYPE_CHECKING:
    from posture.gui.clip_frames import Image
    from posture.palette import Palette
    from posture.records import Tick

_UNIT_SHARE = 1.0 / 30.0
_LEAST_UNIT_PX = 8.0


class ClipView(QWidget):
    """Shows one frame with what was seen in it.

    Args:
        colours: Of the window.
        parent: As of any widget.
    """

    def __init__(self, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self._image: QImage | None = None
        self._note = ""
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translated("The recording's picture with what was seen in it"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """A small video."""
        return QSize(560, 420)

    @property
    def image(self) -> QImage | None:
        """What is shown; None before the first picture."""
        return self._image

    def show_picture(self, image: Image, tick: Tick | None) -> None:
        """Show a frame, with its skeleton if there is a tick of it; the frame is left alone."""
        height, width = image.shape[:2]
        drawn = image if tick is None else _overlay(width, height).draw(image, tick)
        data = drawn.tobytes()
        self._image = QImage(data, width, height, 3 * width, QImage.Format.Format_BGR888).copy()
        self.update()

    def show_note(self, text: str) -> None:
        """Say something over the picture, such as that it is not the one that is wanted yet."""
        if text != self._note:
            self._note = text
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the picture in the middle, and the note in its corner."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(*self.colours.surface))
        if self._image is not None:
            painter.drawImage(fitted(self._image.size(), self.rect().size()), self._image)
        if self._note:
            self._paint_note(painter)
        painter.end()

    def _paint_note(self, painter: QPainter) -> None:
        room = self.rect().adjusted(8, 8, -8, -8)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        box = painter.boundingRect(room, flags | Qt.TextFlag.TextWordWrap, self._note)
        painter.fillRect(box.adjusted(-6, -3, 6, 3), QColor(*self.colours.background))
        painter.setPen(QColor(*self.colours.text))
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, self._note)


def fitted(picture: QSize, room: QSize) -> QRectF:
    """Where a picture goes: in the middle, as large as fits, its proportions kept."""
    size = QSizeF(picture).scaled(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())


@lru_cache(maxsize=4)
def _overlay(width_px: int, height_px: int) -> Overlay:
    """Draws skeletons only: the words stand beside the picture, in the user's language."""
    unit_px = max(min(width_px, height_px) * _UNIT_SHARE, _LEAST_UNIT_PX)
    return Overlay(Layout(width_px, height_px, (0, width_px, height_px), unit_px))
