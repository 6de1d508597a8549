"""What to put on and for how long, after the cautions: nothing starts before they are confirmed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from posture.care.entries import PackKind
from posture.care.packs import ALWAYS, CAUTIONS, CONFIRM, HEADING, INTRODUCTION, PACKS, SKIP
from posture.gui.labels import wrapped
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class PacksChoice(QWidget):
    """Cautions, a choice, and the button `start`.

    Args:
        dark: Colours; None follows the system.
    """

    def __init__(self, *, dark: bool | None = None) -> None:
        super().__init__()
        self._dark = dark
        self.introduction = wrapped()
        self.introduction.setText(translated(INTRODUCTION))
        self.cautions = _cautions()
        self.confirmed = QCheckBox(translated(CONFIRM))
        self.heat = QRadioButton(translated("Gentle &heat"))
        self.cold = QRadioButton(translated("A &cold pack"))
        self.both = QRadioButton(translated("Heat, &then a cold pack"))
        self.both.setChecked(True)
        self.heat_min, self.cold_min = _minutes(PackKind.HEAT), _minutes(PackKind.COLD)
        self.start = QPushButton(translated("&Start"))
        self._kinds = QButtonGroup(self)
        for button in (self.both, self.heat, self.cold):
            self._kinds.addButton(button)
        self._kinds.buttonToggled.connect(self._follow)
        self.confirmed.toggled.connect(self._follow)
        self._lay_out()
        self._paint()
        self._follow()

    @property
    def minutes(self) -> tuple[float | None, float | None]:
        """Of heat and of cold; None for none of it."""
        heat = None if self.cold.isChecked() else float(self.heat_min.value())
        cold = None if self.heat.isChecked() else float(self.cold_min.value())
        return heat, cold

    def ask_again(self) -> None:
        """The cautions are to be confirmed each time."""
        self.confirmed.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._dark is None:
            self._paint()

    def _follow(self) -> None:
        heat, cold = self.minutes
        self.heat_min.setEnabled(heat is not None)
        self.cold_min.setEnabled(cold is not None)
        self.start.setEnabled(self.confirmed.isChecked())

    def _paint(self) -> None:
        colours = colours_of(self._dark)
        sheet = (
            f"#cautions {{ background: rgb{colours.surface}; border: 2px solid "
            f"rgb{colours.accent}; border-radius: 8px; }}"
        )
        if sheet != self._framed.styleSheet():
            self._framed.setStyleSheet(sheet)
            for inside in (self.cautions, self.confirmed):  # a sheet keeps the window's from them
                inside.setPalette(qt_palette(colours))

    def _lay_out(self) -> None:
        self._framed = QFrame()
        self._framed.setObjectName("cautions")
        inside = QVBoxLayout(self._framed)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.addWidget(self.cautions)
        inside.addWidget(self.confirmed)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(translated("Heat"), self.heat_min)
        form.addRow(translated("Cold"), self.cold_min)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self.introduction, self._framed, self.both, self.heat, self.cold):
            column.addWidget(widget)
        column.addLayout(form)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def _cautions() -> QLabel:
    """All of them, to be read by eye, mouse and keyboard."""
    lines = "".join(f"<li>{escape(translated(caution))}</li>" for caution in CAUTIONS)
    rules = " ".join(escape(translated(rule)) for rule in ALWAYS)
    label = wrapped()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(
        f"<b>{escape(translated(HEADING))}</b><p>{rules}</p><p>{escape(translated(SKIP))}</p>"
        f"<ul style='margin:2px 0 0 -18px'>{lines}</ul>"
    )
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a screen reader comes by it
    return label


def _minutes(kind: PackKind) -> QSpinBox:
    pack = PACKS[kind]
    box = QSpinBox()
    box.setRange(round(pack.least_min), round(pack.most_min))
    box.setValue(round(pack.usual_min))
    box.setSuffix(translated(" min"))
    return box
