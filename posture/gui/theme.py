"""Light or dark as the system has it, and the colours of `posture.palette` as Qt wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from posture.palette import palette

if TYPE_CHECKING:
    from posture.palette import RGB, Palette


def system_is_dark() -> bool:
    """Whether the system asks for dark windows; where it does not say, by its own colours."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is not Qt.ColorScheme.Unknown:
        return scheme is Qt.ColorScheme.Dark
    colours = QGuiApplication.palette()
    text, window = (
        colours.color(QPalette.ColorRole.WindowText),
        colours.color(QPalette.ColorRole.Window),
    )
    return text.lightness() > window.lightness()


def colours_of(dark: bool | None) -> Palette:
    """The colours of dark or light windows; None follows the system."""
    return palette(dark=system_is_dark() if dark is None else dark)


def qt_palette(colours: Palette) -> QPalette:
    """Colours of windows, buttons, menus and text that is not available now."""
    role = QPalette.ColorRole
    made = QPalette()
    # Styles draw the edge of a box darker than its window: on a dark one only its filling is seen.
    dark = luminance(colours.background) < luminance(colours.text)
    for roles, colour in (
        ((role.Window, role.ToolTipBase), colours.background),
        ((role.Base, role.Button), colours.line if dark else colours.background),
        ((role.AlternateBase,), colours.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Highlight,), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.Mid, role.Midlight, role.Dark), colours.line),
    ):
        for each in roles:
            made.setColor(each, QColor(*colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(*colours.muted))
    return made


def luminance(colour: RGB) -> float:
    """Relative luminance by WCAG 2, 0 (black) to 1 (white)."""
    shares = [value / 255.0 for value in colour]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Contrast ratio by WCAG 2, 1 (the same) to 21; text needs 4.5, symbols 3."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
