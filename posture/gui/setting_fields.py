"""One setting in the settings dialog: name, widget, what it does, and whether it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posture.gui.labels import wrapped
from posture.gui.setting_editors import editor_of
from posture.gui.translations import translated
from posture.setting_values import literal
from posture.settings import UNITS

if TYPE_CHECKING:
    from posture.palette import Palette
    from posture.settings import Setting


class Field(QWidget):
    """Edits one setting.

    Args:
        setting: What is edited.
        title, explanation: In plain words; by default those of its name and source.
    """

    edited = Signal(object)
    """The field itself, after the user changed something."""
    asked_default = Signal(object)
    """The field itself, when the user wants the default back."""

    def __init__(self, setting: Setting, title: str = "", explanation: str = "") -> None:
        super().__init__()
        self.setting = setting
        about = explanation or setting.explanation
        self.title = QLabel(translated(title) if title else title_of(setting))
        self.title.setWordWrap(True)
        self.editor = editor_of(setting, lambda: self.edited.emit(self))
        self.editor.widget.setAccessibleName(self.title.text())
        self.title.setBuddy(self.editor.widget)
        self.reset = QPushButton(translated("Reset"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(lambda: self.asked_default.emit(self))
        self.reset.setAccessibleName(translated("Reset {0}").format(self.title.text()))
        self.about, self.mark, self.problem = wrapped(), wrapped(), wrapped()
        self.about.setText(translated(about).replace("`", '"') if about else "")
        self.editor.widget.setAccessibleDescription(self.about.text())
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        words = (self.title.text(), setting.key, about, self.about.text())
        self._words = " ".join(words).lower()
        self._lay_out()
        self.show_value(setting.value)

    def matches(self, search: str) -> bool:
        """Whether each of these words is in its name, key or explanation."""
        return all(word in self._words for word in search.lower().split())

    def show_value(self, value: object) -> None:
        """Show a value, and whether it is another than the default."""
        self.editor.put(value)
        self.show_change(value != self.setting.default)
        self.show_problem("")

    def show_change(self, changed: bool) -> None:
        """Mark a value that is not the default."""
        font = self.title.font()
        font.setWeight(QFont.Weight.Bold if changed else QFont.Weight.Normal)
        self.title.setFont(font)
        default = literal(self.setting.default).removesuffix(".0")
        unit = self.setting.unit if self.setting.default is not None else ""
        space = " " if unit not in ("", "°") else ""
        text = translated("Changed; the default is {0}").format(f"{default}{space}{unit}")
        self.mark.setText(text if changed else "")
        self.mark.setVisible(changed)
        self.reset.setVisible(changed)

    def show_problem(self, text: str) -> None:
        """Say why the value cannot be used; nothing for an empty text."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def set_colours(self, colours: Palette) -> None:
        """Colours of what stands out."""
        for label in (self.mark, self.problem):
            made = QPalette(label.palette())
            made.setColor(QPalette.ColorRole.WindowText, QColor(*colours.accent))
            label.setPalette(made)

    def _lay_out(self) -> None:
        row, changed, page = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        page.setContentsMargins(0, 4, 0, 6)
        page.setSpacing(1)
        row.addWidget(self.title, 1)
        row.addWidget(self.editor.widget)
        changed.addWidget(self.mark, 1)
        changed.addWidget(self.reset)
        page.addLayout(row)
        page.addWidget(self.about)
        page.addLayout(changed)
        page.addWidget(self.problem)
        self.about.setVisible(bool(self.about.text()))


def title_of(setting: Setting) -> str:
    """The name in words and the unit, in the user's language: `persist_s` is `Persist (s)`."""
    unit = f" ({translated(setting.unit)})" if _unit_end(setting) else ""
    return f"{translated(name_of(setting))}{unit}"


def name_of(setting: Setting) -> str:
    """The name in words, without the unit: `persist_s` is `Persist`."""
    name = setting.key.partition(".")[2].removesuffix(_unit_end(setting))
    return name[:1].upper() + name[1:].replace("_", " ")


def _unit_end(setting: Setting) -> str:
    """The end of the name that stands for the unit; empty where there is none."""
    ends = (f"_{end}" for end, unit in UNITS.items() if unit == setting.unit)
    return next((end for end in ends if setting.key.partition(".")[2].endswith(end)), "")
