"""A small window that suggests a break, and counts it. It takes no focus from what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posture.gui.break_panel import BreakPanel
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from posture.care.breaks import BreakStatus
    from posture.palette import Palette

WIDTH_PX, HEIGHT_PX = 440, 210
MARGIN_PX, FRAME_PX = 16, 32
"""From the corner of the screen, and what its frame may take; Wayland puts it where it likes."""


class BreakWindow(QWidget):
    """Is shown while a break is due or goes on.

    Escape and the close button only put it away; the reminder stays as it is.

    Args:
        less_motion: Whether the ring stands still most of the time.
        dark: Colours; None follows the system.
    """

    def __init__(self, *, less_motion: bool = False, dark: bool | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._dark = dark
        self._put_away = False
        self.panel = BreakPanel(self._colours(), less_motion=less_motion)
        self.wished = self.panel.wished
        column = QVBoxLayout(self)
        column.addWidget(self.panel)
        self.setWindowTitle(translated("Breaks"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._width_px = max(WIDTH_PX, self.minimumSizeHint().width())
        self.setMinimumSize(self._width_px, HEIGHT_PX)
        self._apply_colours()

    def announce(self) -> None:
        """Something new is to be shown, though the window may have been put away before."""
        self._put_away = False

    def show_status(self, status: BreakStatus | None) -> None:
        """Show the break that is due or goes on; without one, and with None, it is not shown."""
        if status is None or status.kind is None:
            self.hide()
            return
        self.panel.show_status(status)
        if not self.isVisible() and not self._put_away:
            self._place()
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Put it away by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Notice that the user puts it away, and changes of the system's colours."""
        if event.type() is QEvent.Type.Close:
            self._put_away = True
        elif event.type() is QEvent.Type.ApplicationPaletteChange:
            self._apply_colours()
        return super().event(event)

    def _place(self) -> None:
        """Into the lower right corner."""
        self.resize(self._width_px, max(HEIGHT_PX, self.heightForWidth(self._width_px)))
        corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
        self.move(
            corner.x() - self.width() - MARGIN_PX,
            corner.y() - self.height() - MARGIN_PX - FRAME_PX,
        )

    def _colours(self) -> Palette:
        return colours_of(self._dark)

    def _apply_colours(self) -> None:
        colours = self._colours()
        self.panel.ring.colours = colours
        self.setPalette(qt_palette(colours))
        self.setAutoFillBackground(True)
