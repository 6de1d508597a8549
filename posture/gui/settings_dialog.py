"""The settings dialog: the most used ones in plain words, and all others, from the catalogue.

What is wrong in the file is told with its line, and nothing is written over it unasked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posture import settings_file
from posture.gui.setting_drafts import assembled, values_of
from posture.gui.setting_pages import Page, all_pages, everyday_page
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import translated
from posture.ports import PostureError
from posture.settings import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posture.gui.setting_fields import Field
    from posture.settings import Settings
    from posture.settings_file import Problem


class SettingsDialog(QDialog):
    """Edits the user's settings file.

    Args:
        path: The file; it need not exist.
        apply: Lets the settings take effect, after they were written. A `PostureError` is told.
        dark: Colours; None follows the system.

    Signals: `saved` with the settings, after each time that they were written and applied.
    """

    saved = Signal(object)

    def __init__(
        self, path: Path, apply: Callable[[Settings], None], *, dark: bool | None = None
    ) -> None:
        super().__init__()
        self._path, self._apply_to, self._dark = path, apply, dark
        self._settings, self._problems = settings_file.read(path)
        self._values = values_of(self._settings)
        self._edited: dict[str, object] = {}
        self._unreadable: dict[str, str] = {}
        self._make_controls()
        self._make_pages()
        self._lay_out()
        self._apply_colours()
        self.setWindowTitle(translated("Settings"))
        self.setMinimumSize(640, 480)
        self.resize(860, 640)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_colours)
        self._show_problems()
        self._check()

    @property
    def values(self) -> dict[str, object]:
        """What would be written, by key."""
        return self._values | self._edited

    def _make_pages(self) -> None:
        entries = {entry.key: entry for entry in catalogue(self._settings)}
        self.pages: list[Page] = [everyday_page(entries), *all_pages(entries)]
        self.stack, self.list = QStackedWidget(), QListWidget()
        self.list.setAccessibleName(translated("Groups of settings"))
        for page in self.pages:
            self.stack.addWidget(page)
            self.list.addItem(page.title)
            for field in page.fields:
                field.edited.connect(self._take)
                field.asked_default.connect(lambda field: self._reset([field]))
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(lambda _: self._check())

    def _make_controls(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(translated("Search"))
        self.search.setAccessibleName(translated("Search in all settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.problems, self.failure = QLabel(), QLabel()
        for label in (self.problems, self.failure):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        text = translated("&Keep this file as {0} and write a new one")
        self.keep_copy = QCheckBox(text.format(f"{self._path.name}.bak"))
        self.keep_copy.toggled.connect(self._check)
        self.reset_page = _button("Reset this &page", lambda: self._reset(self._page.fields))
        self.reset_all = _button("&Reset all", lambda: self._reset(self._fields()))
        self.cancel = _button("&Cancel", self.reject)
        self.apply = _button("&Apply", self.write)
        self.save = _button("&Save", self._save)
        self.save.setDefault(True)

    def _lay_out(self) -> None:
        left, holder, page = QVBoxLayout(), QWidget(), QVBoxLayout(self)
        middle, buttons = QHBoxLayout(), QHBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        holder.setLayout(left)
        middle.addWidget(holder)
        middle.addWidget(self.stack, 1)
        room = self.list.fontMetrics().horizontalAdvance(" (!)")
        room += self.list.verticalScrollBar().sizeHint().width()
        holder.setFixedWidth(self.list.sizeHintForColumn(0) + room)
        for button in (self.reset_page, self.reset_all):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.cancel, self.apply, self.save):
            buttons.addWidget(button)
        page.setContentsMargins(16, 12, 16, 12)
        for widget in (self.problems, self.keep_copy):
            page.addWidget(widget)
        page.addLayout(middle, 1)
        page.addWidget(self.failure)
        page.addLayout(buttons)

    @property
    def _page(self) -> Page:
        return self.pages[max(0, self.list.currentRow())]

    def _fields(self) -> list[Field]:
        return [field for page in self.pages for field in page.fields]

    def _take(self, field: Field) -> None:
        """Take over what the user has just edited."""
        key = field.setting.key
        try:
            self._edited[key] = field.editor.get()
        except ValueError as error:
            self._unreadable[key] = str(error)
        else:
            self._unreadable.pop(key, None)
            self._show_value(key, but=field)
        self._check()

    def _reset(self, fields: list[Field]) -> None:
        for setting in {field.setting.key: field.setting for field in fields}.values():
            self._edited[setting.key] = setting.default
            self._unreadable.pop(setting.key, None)
            self._show_value(setting.key)
        self._check()

    def _show_value(self, key: str, but: Field | None = None) -> None:
        """Show a value wherever its setting is, but not where it is being typed."""
        value = self.values[key]
        for field in self._fields():
            if field.setting.key == key:
                if field is not but:
                    field.show_value(value)
                field.show_change(value != field.setting.default)

    def _check(self) -> None:
        """Tell what does not fit, and allow what can be done."""
        unfit = assembled(self.values)[1] | self._unreadable
        for field in self._fields():
            text = unfit.get(field.setting.key, "")
            field.show_problem(translated(text) if text else "")
        for row, page in enumerate(self.pages):
            wrong = any(field.setting.key in unfit for field in page.fields)
            self.list.item(row).setText(f"{page.title} (!)" if wrong else page.title)
        news = any(self._values[key] != value for key, value in self._edited.items())
        agreed = not self._problems or self.keep_copy.isChecked()
        can = not unfit and agreed and (news or bool(self._problems))
        for button in (self.apply, self.save):
            button.setEnabled(can)
        values = self.values
        self.reset_all.setEnabled(any(not _is_default(f, values) for f in self._fields()))
        self.reset_page.setEnabled(any(not _is_default(f, values) for f in self._page.fields))

    def write(self) -> bool:
        """Write and apply; whether that was possible. Why not is told in the dialog."""
        now, problems = settings_file.read(self._path)
        if problems and not self._problems:
            self._problems = problems  # the file was damaged meanwhile
            self._show_problems()
            self._check()
            return False
        # What others have changed in the file meanwhile is kept.
        settings, unfit = assembled(values_of(now) | self._edited)
        if unfit:
            self._fail("; ".join(f"{key}: {translated(text)}" for key, text in unfit.items()))
            return False
        try:
            settings_file.write(self._path, settings, keep_copy=self.keep_copy.isChecked())
            self._written(settings)
            self._apply_to(settings)
        except PostureError as error:
            self._fail(translated(str(error)))
            return False
        self._fail("")
        self.saved.emit(settings)
        return True

    def _written(self, settings: Settings) -> None:
        self._settings, self._values, self._problems = settings, values_of(settings), ()
        self._edited = {}
        for key in self._values:
            self._show_value(key)
        self.keep_copy.setChecked(False)
        self._show_problems()
        self._check()

    def _save(self) -> None:
        if self.write():
            self.accept()

    def _find(self, words: str) -> None:
        """Show only what matches; pages without a match are left out."""
        found = [page.show_matches(words) for page in self.pages]
        for row, any_found in enumerate(found):
            self.list.item(row).setHidden(not any_found)
        if any(found) and not found[self.list.currentRow()]:
            self.list.setCurrentRow(found.index(True))

    def _show_problems(self) -> None:
        lines = [translated("Something in {0} is wrong and not used:").format(self._path)]
        lines += [f"\N{BULLET} {_in_words(problem)}" for problem in self._problems]
        self.problems.setText("\n".join(lines))
        for widget in (self.problems, self.keep_copy):
            widget.setVisible(bool(self._problems))

    def _fail(self, text: str) -> None:
        self.failure.setText(text)
        self.failure.setVisible(bool(text))

    def _apply_colours(self) -> None:
        colours = colours_of(self._dark)
        self.setPalette(qt_palette(colours))
        for field in self._fields():
            field.set_colours(colours)
        for label in (self.problems, self.failure):
            made = QPalette(self.palette())
            made.setColor(QPalette.ColorRole.WindowText, QColor(*colours.accent))
            label.setPalette(made)
        self._fail(self.failure.text())


def _is_default(field: Field, values: dict[str, object]) -> bool:
    return values[field.setting.key] == field.setting.default


def _in_words(problem: Problem) -> str:
    """As `str(problem)`, in the user's language."""
    where = translated("line {0}").format(problem.line) if problem.line else ""
    return ": ".join(filter(None, (where, problem.key, translated(problem.message))))


def _button(text: str, clicked: Callable[[], object]) -> QPushButton:
    button = QPushButton(translated(text))
    button.setAutoDefault(False)
    button.clicked.connect(lambda _: clicked())
    return button
