"""A window that works only while it is seen, and is light or dark as the system is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from posture.gui.theme import qt_palette, system_is_dark
from posture.palette import palette

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from posture.palette import Palette


class SeenWindow(QWidget):
    """What windows that look for news have in common; each says what it does.

    Args:
        dark: Colours; None follows the system.
    """

    def __init__(self, *, dark: bool | None) -> None:
        super().__init__()
        self._dark = dark
        self._is_dark = system_is_dark() if dark is None else dark
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _see(self, seen: bool) -> None:
        """Begin to look for news, or look no more; it may be so already."""

    def _paint(self, colours: Palette) -> None:
        """Let what paints itself take these colours."""

    @property
    def _colours(self) -> Palette:
        return palette(dark=self._is_dark)

    def _apply_colours(self) -> None:
        self.setPalette(qt_palette(self._colours))
        self.setAutoFillBackground(True)
        self._paint(self._colours)

    def _follow_system(self) -> None:
        if self._dark is None and self._is_dark is not system_is_dark():
            self._is_dark = system_is_dark()
            self._apply_colours()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to look."""
        super().showEvent(event)
        self._see(not self.isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look no more."""
        super().hideEvent(event)
        self._see(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rest while minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._see(self.isVisible() and not self.isMinimized())
