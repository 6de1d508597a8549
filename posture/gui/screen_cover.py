"""A window over one whole screen that is only seen: it takes no focus, no click and no key."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from posture.palette import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from posture.palette import RGB

LINE_PX = (3.0, 8.0)
"""Width of the border at its weakest and strongest."""

CASING_PX = 2.0
"""A light line inside the border, for grounds of the border's own brightness."""

GLOW_PX = 40.0
"""How far it shines inwards at its strongest."""

DARKEST = 0.3
"""Opacity of the darkening at its strongest: everything stays readable."""

_COLOUR, _CASING = LIGHT.accent, LIGHT.on_accent
_OPACITY = (0.55, 1.0)
_GLOW_OPACITY = 0.16
_RING_PX = 2.0

_FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
    | Qt.WindowType.BypassWindowManagerHint
    | Qt.WindowType.Tool
)


class ScreenCover(QWidget):
    """Covers one screen; shown by `show_strengths`.

    Where the desktop does not blend windows there is a plain border, and no darkening: a window
    meant to be seen through would be black there.
    """

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, _FLAGS)
        self._edge = self._dim = 0.0
        self._glows = True
        self._blends = blends_windows()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        screen.geometryChanged.connect(self.setGeometry)

    def show_strengths(self, edge: float, dim: float, *, glows: bool) -> None:
        """Show a border and a darkening of these strengths, each 0 to 1."""
        dim = dim if self._blends else 0.0
        if (edge, dim, glows) == (self._edge, self._dim, self._glows):
            return
        dim_changed = dim != self._dim
        self._edge, self._dim, self._glows = edge, dim, glows
        if not self._blends:
            self.setMask(_frame(self.rect(), round(line_px(edge) + CASING_PX)))
        self.update(QRegion(self.rect()) if dim_changed else self._border())
        if not self.isVisible():
            self.show()
        self.raise_()  # above menus and panels that have come since

    def remove(self) -> None:
        """Take the window away for good."""
        self.close()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what has changed."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(self.rect(), QColor(0, 0, 0, round(255 * DARKEST * self._dim)))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        opaque, glows = not self._blends, self._glows and self._blends
        paint_border(painter, self.rect(), self._edge, glows=glows, opaque=opaque)
        painter.end()

    def _border(self) -> QRegion:
        return _frame(self.rect(), round(LINE_PX[1] + CASING_PX + GLOW_PX) + 1)


def paint_border(
    painter: QPainter, rect: QRect, strength: float, *, glows: bool, opaque: bool = False
) -> None:
    """Paint a border along the inside of a rectangle.

    Args:
        painter: In logical pixels.
        rect: Whose edge it is.
        strength: 0 (none) to 1.
        glows: Whether it shines inwards.
        opaque: Whether nothing may shine through.
    """
    if strength <= 0.0:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole, width_px = QRectF(rect), line_px(strength)
    opacity = 1.0 if opaque else _between(_OPACITY, strength)
    if glows:
        _paint_glow(painter, whole, width_px, strength)
    _ring(painter, whole, width_px, _CASING, CASING_PX, opacity)
    _ring(painter, whole, 0.0, _COLOUR, width_px, opacity)


def line_px(strength: float) -> float:
    """Width of the border."""
    return _between(LINE_PX, strength)


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _paint_glow(painter: QPainter, whole: QRectF, from_px: float, strength: float) -> None:
    """Rings, each weaker than the one outside it; those that overlap at a corner are one."""
    rings = round(GLOW_PX * strength / _RING_PX)
    for ring in range(rings):
        left = 1.0 - ring / rings
        inset_px = from_px + ring * _RING_PX
        opacity = _GLOW_OPACITY * (1.0 + strength) * left * left
        _ring(painter, whole, inset_px, _COLOUR, _RING_PX, opacity)


def _ring(
    painter: QPainter, whole: QRectF, inset_px: float, colour: RGB, width_px: float, opacity: float
) -> None:
    """A closed line whose outer side is so far inside the rectangle."""
    pen = QPen(QColor(*colour, round(255 * opacity)), width_px)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside_px = inset_px + width_px / 2
    painter.drawRect(whole.adjusted(inside_px, inside_px, -inside_px, -inside_px))


def _frame(rect: QRect, width_px: int) -> QRegion:
    """All of a rectangle that is within so many pixels of its edge."""
    inside = rect.adjusted(width_px, width_px, -width_px, -width_px)
    return QRegion(rect) - QRegion(inside)


def blends_windows() -> bool:
    """Whether what lies below a translucent window shines through; X11 needs a compositor."""
    if QGuiApplication.platformName() != "xcb":
        return True
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    for function, result, arguments in (
        (x11.XOpenDisplay, ctypes.c_void_p, (ctypes.c_char_p,)),
        (x11.XInternAtom, ctypes.c_ulong, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)),
        (x11.XGetSelectionOwner, ctypes.c_ulong, (ctypes.c_void_p, ctypes.c_ulong)),
        (x11.XCloseDisplay, ctypes.c_int, (ctypes.c_void_p,)),
    ):
        function.restype, function.argtypes = result, arguments
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    name = f"_NET_WM_CM_S{x11.XDefaultScreen(ctypes.c_void_p(display))}".encode()
    owner = x11.XGetSelectionOwner(display, x11.XInternAtom(display, name, 0))
    x11.XCloseDisplay(display)
    return bool(owner)
