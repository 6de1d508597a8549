"""Pages of the settings dialog: one in plain words, and one for each group of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from posture.gui.setting_drafts import EVERYDAY, about
from posture.gui.setting_fields import Field
from posture.gui.translations import translated
from posture.settings import Settings, kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.settings import Setting


class Page(QScrollArea):
    """A page with sections of settings.

    Args:
        title: In the list of pages.
        intro: Below the title, on the page.
        sections: A heading, which may be empty, and what is below it.
    """

    def __init__(self, title: str, intro: str, sections: list[tuple[str, list[Field]]]) -> None:
        super().__init__()
        self.title = title
        self.fields = [field for _, fields in sections for field in fields]
        self._sections: list[tuple[QLabel, list[Field]]] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 0, 10, 0)
        heading = _label(title, 1.35)
        column.addWidget(heading)
        if intro:
            below = _label(intro)
            below.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(below)
        for name, fields in sections:
            label = _label(name, 1.15)
            label.setVisible(bool(name))
            column.addWidget(label)
            self._sections.append((label, fields))
            for field in fields:
                column.addWidget(field)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_matches(self, words: str) -> bool:
        """Show only the fields that these words are in; whether there are any."""
        for label, fields in self._sections:
            for field in fields:
                field.setVisible(field.matches(words))
            seen = any(not field.isHidden() for field in fields)
            label.setVisible(bool(label.text()) and seen)
        return any(not field.isHidden() for field in self.fields)


def everyday_page(settings: Mapping[str, Setting]) -> Page:
    """What most people want to change, in plain words."""
    sections = [
        (
            translated(heading),
            [Field(settings[e.key], e.title, e.explanation) for e in entries if e.key in settings],
        )
        for heading, entries in EVERYDAY
    ]
    return Page(translated("Everyday"), "", sections)


def all_pages(settings: Mapping[str, Setting]) -> list[Page]:
    """Every setting, a page for each group."""
    pages = []
    for group in kinds(Settings):
        fields = [Field(entry) for key, entry in settings.items() if key.startswith(f"{group}.")]
        title = translated("All: {0}").format(translated(group))
        pages.append(Page(title, translated(about(group)), [("", fields)]))
    return pages


def _label(text: str, scale: float = 1.0) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(scale * font.pointSizeF())
    font.setBold(scale > 1.0)
    label.setFont(font)
    return label
