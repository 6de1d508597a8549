"""A back drawn from behind, on which places are chosen by mouse or keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from posture.care.back import SIZE
from posture.care.entries import Place
from posture.gui.back_shape import (
    START,
    area,
    head,
    middle,
    neighbour,
    outline,
    shoulder_blade,
)
from posture.gui.theme import colours_of
from posture.gui.translations import capital, translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posture.palette import Palette

HATCH_PX = 6.0
"""Between the lines of a chosen place: it can be told without its colour."""
LEAST_PX = (150, 190)

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def place_name(place: Place) -> str:
    """A place in words; left and right are the person's own."""
    return {
        Place.NECK_LEFT: translated("left side of the neck"),
        Place.NECK_RIGHT: translated("right side of the neck"),
        Place.SHOULDER_LEFT: translated("left shoulder"),
        Place.SHOULDER_RIGHT: translated("right shoulder"),
        Place.UPPER_BACK_LEFT: translated("left upper back"),
        Place.UPPER_BACK_RIGHT: translated("right upper back"),
        Place.BETWEEN_SHOULDER_BLADES: translated("between the shoulder blades"),
        Place.MIDDLE_BACK_LEFT: translated("left middle back"),
        Place.MIDDLE_BACK_RIGHT: translated("right middle back"),
        Place.LOWER_BACK_LEFT: translated("left lower back"),
        Place.LOWER_BACK_RIGHT: translated("right lower back"),
    }[place]


def places_text(places: Iterable[Place]) -> str:
    """Several places in words, from the top down; empty for none."""
    chosen = set(places)
    return "; ".join(place_name(place) for place in Place if place in chosen)


class BackView(QWidget):
    """Shows a back, and which of its places are chosen.

    A click chooses a place or takes it back. By keyboard the arrows go from place to place, the
    space bar does what a click does, and Tab leaves.

    Args:
        dark: Colours; None follows the system.
    """

    changed = Signal()
    """The user has chosen a place, or taken one back."""

    def __init__(self, *, dark: bool | None = None) -> None:
        super().__init__()
        self._dark = dark
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translated("Where on the back"))
        self.setAccessibleDescription(
            translated(
                "A back from behind: left is your left. The arrow keys go from place to place, "
                "the space bar chooses one or takes it back."
            )
        )
        # Boxes that paint nothing: they bring focus, keys and what screen readers ask for.
        self.areas = {place: _Area(place, self) for place in Place}
        for place, box in self.areas.items():
            box.toggled.connect(self.update)
            box.clicked.connect(self.changed)
            box.went.connect(partial(self._go, place))
        self._reach(START)

    @property
    def places(self) -> frozenset[Place]:
        """Which are chosen."""
        return frozenset(place for place, box in self.areas.items() if box.isChecked())

    def show_places(self, places: Iterable[Place]) -> None:
        """Let these be chosen and no others; `changed` is silent."""
        chosen = frozenset(places)
        for place, box in self.areas.items():
            box.setChecked(place in chosen)

    def centre(self, place: Place) -> QPoint:
        """A point within a place, in pixels of this view."""
        return self._scale().map(middle(place)).toPoint()

    def _go(self, place: Place, way: tuple[int, int]) -> None:
        found = neighbour(place, way)
        self._reach(found)
        self.areas[found].setFocus(Qt.FocusReason.OtherFocusReason)

    def _reach(self, reached: Place) -> None:
        """Tab comes to one place only, the last that had the focus."""
        for place, box in self.areas.items():
            strong = place is reached
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.areas[reached])

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large enough for every place to be met."""
        return QSize(210, 260)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Where a place is just as wide as a finger of a mouse's arrow."""
        return QSize(*LEAST_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let each box follow its place."""
        super().resizeEvent(event)
        for place, box in self.areas.items():
            shape = self._scale().map(area(place))
            frame = shape.boundingRect().toAlignedRect()
            box.setGeometry(frame)
            # The frames of neighbours overlap: each is only as large as its shape.
            box.setMask(QRegion(shape.toFillPolygon().toPolygon().translated(-frame.topLeft())))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the body, its places, and on which of them the keyboard is."""
        colours = colours_of(self._dark)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        self._paint_body(painter, scale, colours)
        for place, box in self.areas.items():
            shape = scale.map(area(place))
            painter.setPen(QPen(QColor(*colours.muted), 1.0, Qt.PenStyle.DotLine))
            painter.drawPath(shape)
            if box.isChecked():
                _hatch(painter, shape, colours)
            elif box.underMouse():
                painter.fillPath(shape, QColor(*colours.accent, 40))
        for box in self.areas.values():
            if box.hasFocus():
                shape = scale.map(area(box.place))
                painter.setPen(QPen(QColor(*colours.background), 5.0))
                painter.drawPath(shape)
                painter.setPen(QPen(QColor(*colours.text), 2.5))
                painter.drawPath(shape)
        self._paint_sides(painter, colours)
        painter.end()

    def _paint_body(self, painter: QPainter, scale: QTransform, colours: Palette) -> None:
        pen = QPen(QColor(*colours.muted), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(QColor(*colours.surface))
        painter.drawPath(scale.map(outline()))
        painter.drawPath(scale.map(head()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(*colours.line), 1.5))
        for side in (False, True):
            painter.drawPath(scale.map(shoulder_blade(right=side)))

    def _paint_sides(self, painter: QPainter, colours: Palette) -> None:
        painter.setPen(QColor(*colours.muted))
        high = self.fontMetrics().height()
        words = QRectF(2, 2, self.width() - 4, high)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, capital(translated("left")))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, capital(translated("right")))

    def _scale(self) -> QTransform:
        """From the drawing's units to pixels: as large as there is room, and in the middle."""
        wide, high = SIZE
        factor = min((self.width() - 8) / wide, (self.height() - 8) / high)
        left, top = (self.width() - factor * wide) / 2, (self.height() - factor * high) / 2
        return QTransform(factor, 0, 0, factor, left, top)


class _Area(QCheckBox):
    """One place, as a box without a picture of its own."""

    went = Signal(object)
    """The way that an arrow key goes: across and down."""

    def __init__(self, place: Place, view: BackView) -> None:
        super().__init__(view)
        self.place = place
        self._view = view
        self.setAccessibleName(place_name(place))
        self.setToolTip(capital(place_name(place)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hitButton(self, _: QPoint) -> bool:  # noqa: N802
        """Wherever it is clicked: the mask leaves no room for anything else."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to another place by the arrows."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.went.emit(way)

    def event(self, event: QEvent) -> bool:
        """Let the view show what the mouse or the keyboard is on."""
        if event.type() in _SHOWN:
            self._view.update()
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint nothing: the view paints all places."""


_SHOWN = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave)


def _hatch(painter: QPainter, shape: QPainterPath, colours: Palette) -> None:
    """Fill a shape with lines, by logical pixels: Qt's own patterns vanish on fine screens."""
    painter.save()
    painter.fillPath(shape, QColor(*colours.accent, 70))
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(*colours.accent), 1.8))
    frame = shape.boundingRect()
    x = frame.left() - frame.height()
    while x < frame.right():
        painter.drawLine(QPointF(x, frame.bottom()), QPointF(x + frame.height(), frame.top()))
        x += HATCH_PX
    painter.restore()
    painter.setPen(QPen(QColor(*colours.accent), 2.0))
    painter.drawPath(shape)
