"""The window of a proposal: the change in words, a moment that it would have spared, and the rest.

Nothing is changed before the user accepts it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from posture import folders, settings_file
from posture.gui.day import wall_clock
from posture.gui.errands import Answer, Errands
from posture.gui.labels import scrolled, wrapped
from posture.gui.plot_axes import time_text
from posture.gui.proposal_plot import ProposalPlot
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import capital, translated
from posture.gui.words import NOTICE
from posture.ports import PostureError
from posture.proposal_words import change_text, effect_texts, outcome_text
from posture.proposals_search import Found, search
from posture.proposals_store import accept, ready, remember_decided

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posture.proposals import Moment
    from posture.settings import Settings


def open_proposals(apply: Callable[[Settings], object], *, dark: bool | None = None) -> QDialog:
    """Show the window of what is proposed for the user's own recordings; the caller keeps it.

    Args:
        apply: Lets the settings, and baselines that may have changed, take effect.
        dark: Colours; None follows the system.
    """
    data = folders.find().data
    settings = settings_file.read(settings_file.own_path())[0]
    look = partial(search, data, settings, wall_clock().date())
    window = ProposalWindow(data, look, apply, dark=dark)
    window.show()
    return window


class ProposalWindow(QDialog):
    """Looks for a proposal, shows it, and does what the user decides.

    Closed without a decision it may be opened again.

    Args:
        data: The data folder, where the decision is kept.
        look: Searches, on another thread.
        apply: Gets the settings after a change was accepted and written.
        dark: Colours; None follows the system.
    """

    def __init__(
        self,
        data: Path,
        look: Callable[[], Found],
        apply: Callable[[Settings], object],
        *,
        dark: bool | None = None,
    ) -> None:
        super().__init__()
        self._data, self._apply, self._dark = data, apply, dark
        self._found: Found | None = None
        self.plot: ProposalPlot | None = None
        self._make_parts()
        self._lay_out()
        self._apply_colours()
        self.setWindowTitle(translated("Proposal"))
        self.setMinimumSize(520, 420)
        self.resize(760, 680)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_colours)
        self.reading = Errands(self)
        self.reading.ask(look, self._show)

    def accept_it(self) -> None:
        """Change what is proposed; why that is not possible is told in the window."""
        found = self._found
        if found is None or found.proposal is None:
            return
        try:
            accept(found.proposal.change, found.proposal.profile, self._data)
            self._apply(settings_file.read(settings_file.own_path())[0])
        except PostureError as error:
            self._fail(str(error))
            return
        self.accept()

    def decline(self) -> None:
        """Leave everything as it is, and ask no more until as many moments again were wrong."""
        try:
            if ready(self._data):  # else the moments there are go on to count
                remember_decided(self._data)
        except PostureError as error:
            self._fail(str(error))
            return
        self.reject()

    def _make_parts(self) -> None:
        self.sentence, self.effects, self.caption = wrapped(1.3), wrapped(), wrapped()
        self.failure, self.notes, self.notice = wrapped(), wrapped(), wrapped()
        self.sentence.setText(translated("Judging your recordings again: this takes some seconds"))
        self.notice.setText(translated(NOTICE))
        self.room = QWidget()  # while there is nothing to fill the window
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(translated("What would become of each alert"))
        self.table.setHorizontalHeaderLabels(
            [
                translated("Recording"),
                translated("Alert at"),
                translated("Called"),
                translated("With the change"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.yes = QPushButton(translated("&Accept"))
        self.no = QPushButton(translated("&Not now"))
        self.no.setToolTip(translated("Asks again when three more alerts were called wrong"))
        self.yes.clicked.connect(self.accept_it)
        self.no.clicked.connect(self.decline)
        for part in (self.caption, self.yes, self.no, self.table, self.failure, self.notes):
            part.hide()
        self.yes.setAutoDefault(False)  # nothing is changed by the enter key alone

    def _lay_out(self) -> None:
        inside, buttons = QWidget(), QHBoxLayout()
        self.column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        whole.setContentsMargins(16, 12, 16, 12)
        for column in (self.column, whole):
            column.setSpacing(10)
        for widget in (self.sentence, self.effects, self.caption):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 2)
        self.column.addWidget(self.room, 1)
        self.column.addWidget(self.notes)
        buttons.addStretch(1)
        for button in (self.no, self.yes):
            buttons.addWidget(button)
        whole.addWidget(scrolled(inside), 1)
        for widget in (self.failure, self.notice):
            whole.addWidget(widget)
        whole.addLayout(buttons)

    def _show(self, answer: Answer[Found]) -> None:
        found = answer.found
        self._found = found
        if found is None:
            self.sentence.setText(translated("Nothing can be proposed"))
            self._fail(answer.error)
            return
        notes = [translated(note) for note in found.notes]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.no.show()
        if found.proposal is None:
            self.sentence.setText(translated("Nothing is proposed"))
            self.effects.setText(_sentence(found.why))
            self.no.setText(translated("&Close"))
            return
        self._show_proposal(found)

    def _show_proposal(self, found: Found) -> None:
        proposal = found.proposal
        if proposal is None:
            return
        now = found.now.detector
        self.sentence.setText(_sentence(change_text(proposal.change, now)))
        self.effects.setText("\n".join(map(_sentence, effect_texts(proposal.effects))))
        self.plot = ProposalPlot(proposal, now, colours_of(self._dark))
        self.caption.setText(self.plot.caption)
        self.caption.show()
        self.column.insertWidget(3, self.plot, 3)
        self.table.setRowCount(len(proposal.effects.moments))
        for row, moment in enumerate(proposal.effects.moments):
            for column, text in enumerate(_cells(moment)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for part in (self.table, self.yes):
            part.show()
        self.room.hide()
        self.no.setFocus()

    def _fail(self, text: str) -> None:
        self.failure.setText(translated(text))
        self.failure.show()

    def _apply_colours(self) -> None:
        colours = colours_of(self._dark)
        self.setPalette(qt_palette(colours))
        if self.plot is not None:
            self.plot.set_colours(colours)


def _cells(moment: Moment) -> tuple[str, str, str, str]:
    """A row of the table."""
    name = moment.recording.removesuffix(".posture").removesuffix(" wrong")
    called = translated("wrong") if moment.wrong else "\N{EN DASH}"
    at = time_text(moment.at_s, hours=moment.at_s >= 3600)
    outcome = outcome_text(moment)
    return name, at, called, translated(outcome)


def _sentence(text: str) -> str:
    """A sentence of a module below, in the user's language."""
    said = f"{capital(text)}."
    return translated(said)
