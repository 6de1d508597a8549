"""Short pages to read, and a checklist whose ticks are remembered."""

from __future__ import annotations

import json
import logging
import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from posture import folders
from posture.care.learn import ENGLISH, LANGUAGES, Page, pages
from posture.gui.labels import embolden, wrapped
from posture.gui.translations import translated, wanted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from posture.care.learn import Item

FILE = "learn_ticked.json"
_LIST_LETTERS = 30


def language_of(names: list[str]) -> str:
    """The first of the user's languages in which there are pages, as windows choose theirs.

    Args:
        names: Such as `de-AT`, the best first.
    """
    known = (re.split("[-_]", name)[0] for name in names)
    return next((name for name in known if name in LANGUAGES), ENGLISH)


def ticked_in(folder: Path) -> dict[str, set[int]]:
    """By page which lines of its checklist are done; none where that is not known.

    Args:
        folder: Of the user's state.
    """
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return {str(name): {int(index) for index in done} for name, done in content.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        _warn("the ticks of the checklist are not known: %s", error)
        return {}


def remember(folder: Path, ticked: Mapping[str, set[int]]) -> None:
    """Keep them; where that cannot be they are forgotten with the window."""
    content = {name: sorted(done) for name, done in ticked.items() if done}
    try:
        folders.write(folders.ensure(folder) / FILE, json.dumps(content) + "\n")
    except (OSError, folders.FolderError) as error:
        _warn("the ticks of the checklist will be forgotten: %s", error)


class LearnPage(QWidget):
    """A list of pages, and the one that is read.

    Args:
        folder: Of the user's state; None for the user's own.
        language: Of the pages; None for that of the windows.
    """

    def __init__(self, folder: Path | None = None, *, language: str | None = None) -> None:
        super().__init__()
        self._folder = folders.find().state if folder is None else folder
        self._ticked = ticked_in(self._folder)
        language = language or language_of(wanted().uiLanguages())
        self.pages = pages(language, translated)
        self.list = QListWidget()
        self.list.addItems([page.title for page in self.pages])
        self.list.setAccessibleName(translated("Pages to read"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setFixedWidth(_LIST_LETTERS * self.fontMetrics().averageCharWidth())
        self.reading = QScrollArea()
        self.reading.setWidgetResizable(True)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll
        self.boxes: list[QCheckBox] = []
        row = QHBoxLayout(self)
        row.addWidget(self.list)
        row.addWidget(self.reading, 1)
        self.list.currentRowChanged.connect(self._read)
        self.list.setCurrentRow(0)

    def _read(self, row: int) -> None:
        page = self.pages[row]
        before, after = page.around
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 12)
        column.addWidget(_text(before))
        self.boxes = []
        for index, item in enumerate(page.items):
            box, about = self._item(page, index, item)
            column.addSpacing(4)
            column.addWidget(box)
            column.addWidget(about)
        if after:
            column.addWidget(_text(after))
        column.addStretch(1)
        self.reading.setAccessibleName(page.title)
        self.reading.setWidget(inside)  # deletes the one before

    def _item(self, page: Page, index: int, item: Item) -> tuple[QCheckBox, QLabel]:
        """A line of the checklist, and below it what it means."""
        box = QCheckBox(item.title)
        box.setAccessibleDescription(item.text)
        box.setChecked(index in self._ticked.get(page.name, set()))
        box.toggled.connect(partial(self._tick, page.name, index))
        embolden(box)
        about = wrapped()
        about.setText(item.text)
        about.setIndent(22)
        self.boxes.append(box)
        return box, about

    def _tick(self, name: str, index: int, done: bool) -> None:
        ticked = self._ticked.setdefault(name, set())
        if done:
            ticked.add(index)
        else:
            ticked.discard(index)
        remember(self._folder, self._ticked)


def _text(markdown: str) -> QLabel:
    label = wrapped()
    label.setTextFormat(Qt.TextFormat.MarkdownText)
    label.setText(markdown)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _warn(text: str, error: Exception) -> None:
    logging.getLogger(__name__).warning(text, error)
