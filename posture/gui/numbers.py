"""The numbers of now: three changes from the baseline, and how far slouching has counted."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from posture.gui.icon import counted_share
from posture.gui.translations import translated
from posture.gui.words import change_text, counting_text

if TYPE_CHECKING:
    from posture.records import Tick

_BAR_STEPS = 100


class Numbers(QWidget):
    """A row of three changes and the bar of the time that counts."""

    def __init__(self, persist_s: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.persist_s = persist_s
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.neck = self._add(translated("Neck"))
        self.upper_back = self._add(translated("Upper back"))
        self.rounding = self._add(translated("Rounding"))
        self.bar = QProgressBar()
        self.bar.setRange(0, _BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setMinimumWidth(120)
        self.bar.setAccessibleName(translated("How far slouching has counted"))
        self.counted = QLabel()
        self._column(translated("Counting"), self.counted, self.bar)
        self.show_tick(None)

    def show_tick(self, tick: Tick | None) -> None:
        """Show the numbers of this tick; dashes for what is not known."""
        for label, name in (
            (self.neck, "neck"),
            (self.upper_back, "thoracic"),
            (self.rounding, "rounding"),
        ):
            _set(label, change_text(nan, nan) if tick is None else _change(tick, name))
        self.bar.setValue(round(_BAR_STEPS * (0.0 if tick is None else counted_share(tick))))
        _set(self.counted, counting_text(tick, self.persist_s))

    def _add(self, name: str) -> QLabel:
        value = QLabel()
        font = value.font()
        font.setPointSizeF(1.35 * font.pointSizeF())
        font.setWeight(QFont.Weight.DemiBold)
        value.setFont(font)
        value.setAccessibleName(name)
        self._column(name, value)
        return value

    def _column(self, name: str, *below: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(QLabel(name))
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        self._row.addLayout(column, 1)


def _change(tick: Tick, name: str) -> str:
    """The smoothed change, as the sentence tells it; that of the frame where none is judged."""
    change_deg: float = getattr(tick.deviation, f"{name}_deg")
    if isnan(change_deg):
        change_deg = getattr(tick.angles, f"{name}_change_deg")
    return change_text(change_deg, getattr(tick.angles, f"{name}_change_sd_deg"))


def _set(label: QLabel, text: str) -> None:
    """Only what is new is painted, and read out."""
    if label.text() != text:
        label.setText(text)
