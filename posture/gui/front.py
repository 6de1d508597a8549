"""Brings a window to the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def to_front(window: QWidget) -> None:
    """Show a window before all others, also one that was minimised."""
    window.showNormal()
    window.raise_()
    window.activateWindow()
