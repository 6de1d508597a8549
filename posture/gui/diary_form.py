"""What is asked for an entry of the diary: how much, where, and whatever else one wants to say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from posture.care.entries import LIFETIME_YEARS, Deed, PainKind, PainNote
from posture.clock_time import local
from posture.gui.back_view import BackView, places_text
from posture.gui.diary_words import deed_name, kind_name
from posture.gui.labels import bold, wrapped
from posture.gui.level_row import LevelRow
from posture.gui.translations import capital, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Moment = Callable[[], tuple[float, int]]

COLUMNS = 2
"""Boxes side by side."""
EARLIEST = QDate(1970, 1, 2)
"""Of an entry, in any zone: the history knows no moment before 1970."""


class DiaryForm(QWidget):
    """Asks for an entry; only the level is needed.

    Args:
        moment: Now, as notes have it.
        dark: Colours; None follows the system.
    """

    changed = Signal()
    """What is asked for was answered differently."""

    def __init__(self, moment: Moment, *, dark: bool | None = None) -> None:
        super().__init__()
        self._moment = moment
        self.levels = LevelRow(dark=dark)
        self.levels.chosen.connect(self.changed)
        self.back = BackView(dark=dark)
        self.places = wrapped()
        self.back.changed.connect(self._show_places)
        self.kinds = {kind: QCheckBox(capital(kind_name(kind))) for kind in PainKind}
        self.deeds = {deed: QCheckBox(capital(deed_name(deed))) for deed in Deed}
        self.woke = QComboBox()
        for text, value in (
            (translated("not said"), None),
            (translated("no"), False),
            (translated("yes"), True),
        ):
            self.woke.addItem(text, value)
        self.since_known = QCheckBox(translated("It bega&n on"))
        self.since, self.at = QDateEdit(), QDateTimeEdit()
        self.earlier = QCheckBox(translated("Not now, but &at"))
        self.earlier.toggled.connect(self._show_now)  # before what it limits
        for box, edit, more in (
            (self.since_known, self.since, ""),
            (self.earlier, self.at, " HH:mm"),
        ):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat(translated("yyyy-MM-dd") + more)
            box.toggled.connect(edit.setEnabled)
            box.toggled.connect(self._limit)
            edit.setAccessibleName(box.text().replace("&", ""))
        self.at.setMinimumDate(EARLIEST)
        self.at.dateTimeChanged.connect(self._limit)
        self.levels.chosen.connect(self._limit)
        self._lay_out()
        self.clear()

    @property
    def note(self) -> PainNote | None:
        """What was answered; None without a level."""
        level = self.levels.level
        if level is None:
            return None
        utc_s, offset_s = self._moment()
        if self.earlier.isChecked():
            at = self.at.dateTime()
            # Nobody can note what is still to come.
            utc_s, offset_s = min(float(at.toSecsSinceEpoch()), utc_s), at.offsetFromUtc()
        began = self.since.date()
        day = date(began.year(), began.month(), began.day())
        return PainNote(
            utc_s,
            offset_s,
            level,
            places=self.back.places,
            kinds=frozenset(kind for kind, box in self.kinds.items() if box.isChecked()),
            deeds=frozenset(deed for deed, box in self.deeds.items() if box.isChecked()),
            since=day if self.since_known.isChecked() else None,
            woke=self.woke.currentData(),
        )

    def clear(self) -> None:
        """Ask anew."""
        self.levels.clear()
        self.back.show_places(())
        self._show_places()
        for box in (*self.kinds.values(), *self.deeds.values(), self.since_known, self.earlier):
            box.setChecked(False)
        self.woke.setCurrentIndex(0)
        self._show_now()
        self._limit()
        self.since.setDate(self.since.maximumDate())
        for edit in (self.since, self.at):
            edit.setEnabled(False)
        self.changed.emit()

    def _show_now(self) -> None:
        """As another moment that of now, from which one goes back."""
        now = local(*self._moment())
        moment = QDateTime(QDate(now.year, now.month, now.day), QTime(now.hour, now.minute))
        self.at.setMaximumDateTime(moment)
        self.at.setDateTime(moment)

    def _limit(self) -> None:
        """Nothing is of a day to come, and nothing began after it was felt."""
        now = local(*self._moment())
        today = QDate(now.year, now.month, now.day)
        self.at.setMaximumDateTime(QDateTime(today, QTime(23, 59)))
        felt = self.at.date() if self.earlier.isChecked() else today
        self.since.setDateRange(felt.addYears(-LIFETIME_YEARS), felt)

    def _show_places(self) -> None:
        text = places_text(self.back.places)
        self.places.setText(
            capital(text) if text else translated("No place chosen; none is needed")
        )

    def _lay_out(self) -> None:
        column, halves = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bold(translated("How much does it hurt now?")))
        column.addWidget(self.levels)
        column.addLayout(halves)
        left, right = QVBoxLayout(), QVBoxLayout()
        halves.addLayout(left, 2)
        halves.addLayout(right, 3)
        left.addWidget(bold(translated("Where?")))
        left.addWidget(self.back, 1)
        left.addWidget(self.places)
        right.addWidget(bold(translated("If you like: how does it feel?")))
        right.addLayout(_grid(self.kinds.values()))
        right.addWidget(bold(translated("What was done?")))
        right.addLayout(_grid(self.deeds.values()))
        more = QGridLayout()
        woke = QLabel(translated("W&oke you at night"))
        woke.setBuddy(self.woke)
        for row, (name, edit) in enumerate(
            ((woke, self.woke), (self.since_known, self.since), (self.earlier, self.at))
        ):
            more.addWidget(name, row, 0)
            more.addWidget(edit, row, 1)
        right.addLayout(more)
        right.addStretch(1)


def _grid(boxes: Iterable[QCheckBox]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(2)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // COLUMNS, place % COLUMNS)
    return grid
