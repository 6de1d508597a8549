"""The diary: an entry in three clicks, and what was entered before beside how you sat."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posture.care.attention import LOOK_BACK_DAYS
from posture.care.entries import Notes
from posture.clock_time import local
from posture.gui import diary_take_along
from posture.gui.dates import moment_name
from posture.gui.diary_after import AfterEntry
from posture.gui.diary_form import DiaryForm
from posture.gui.diary_plot import DiaryPlot
from posture.gui.diary_recent import RecentEntries
from posture.gui.diary_words import entry_text
from posture.gui.errands import END_WITHIN_S, Errands
from posture.gui.labels import bold, scrolled, wrapped
from posture.gui.theme import colours_of
from posture.gui.translations import translated
from posture.history import hints
from posture.history.reader import Reader
from posture.history.rows import Span
from posture.ports import PostureError
from posture.totals import Totals, by_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from posture.care.attention import Reason
    from posture.care.entries import PainNote
    from posture.gui.errands import Answer
    from posture.gui.history_reading import OpenHistory
    from posture.history.notebook import Notebook
    from posture.palette import Palette

SHOWN_DAYS = 28
SAY_AFTER_MS = 300
"""A disk takes less; what takes longer is said to go on."""


Kept = TypeVar("Kept")


class DiaryPage(QWidget):
    """Asks how it is, keeps what is said, and shows what was said before.

    Args:
        notebook: Where entries are kept.
        open_history: Gives the exposure of days; None for that beside the entries.
        dark: Colours; None follows the system.
    """

    def __init__(
        self,
        notebook: Notebook,
        *,
        open_history: OpenHistory | None = None,
        dark: bool | None = None,
    ) -> None:
        super().__init__()
        self._open = partial(Reader, notebook.path) if open_history is None else open_history
        self._notebook, self._dark = notebook, dark
        self._last: PainNote | None = None
        self._errands, self._busy = Errands(self), False
        self._late = QTimer(self, interval=SAY_AFTER_MS, singleShot=True)
        self._late.timeout.connect(self._say_it_takes_long)
        self.form = DiaryForm(notebook.moment, dark=dark)
        self.after = AfterEntry(dark=dark)
        self.recent = RecentEntries()
        self.plot = DiaryPlot(self._colours)
        self.status = wrapped()
        self.save = QPushButton(translated("&Save the entry"))
        self.save.setDefault(True)
        self.restore = QPushButton(translated("&Put it back"))
        self.page = QPushButton(translated("One page to &take along…"))
        self.page.setAccessibleDescription(
            translated("Writes dates, entries and exposure for a doctor or physiotherapist")
        )
        self.save.clicked.connect(self._save)
        self.restore.clicked.connect(self._put_back)
        self.page.clicked.connect(lambda: diary_take_along.ask_where(self, self.write_page))
        self.form.changed.connect(self._show_whether_it_can_be_saved)
        self.recent.unwanted.connect(self._remove)
        self.after.closed.connect(self._show_form)
        self.after.undone.connect(self._undo)
        self._lay_out()
        self._show_form()

    def refresh(self) -> None:
        """Read what was entered; where that cannot be, say why."""
        notes, days = Notes(), tuple[Totals, ...]()
        span = self._span(SHOWN_DAYS)
        try:
            notes = self._notebook.notes(self._span(LOOK_BACK_DAYS))
            with self._open() as history:
                days = by_day(span, history.hours(span), (), ())
        except PostureError as error:
            self._say(translated(str(error)))
        self.recent.show_notes(notes.pains)
        shown = [n for n in notes.pains if local(n.utc_s, n.offset_s).date() >= span.begin]
        self.plot.show_days(span, shown, days)

    def write_page(self, path: str) -> None:
        """Write the page to take along; where that cannot be, say why."""

        def written(answer: Answer[None]) -> None:
            text = translated("Written: {0}. A browser shows and prints it.").format(path)
            self._say(translated(answer.error) if answer.error else text)

        span = self._span(diary_take_along.DAYS)
        self._do(partial(diary_take_along.write, self._open, span, Path(path)), written)

    def leave(self) -> None:
        """Let what is being written come to its end."""
        self._errands.wait(END_WITHIN_S)

    def _span(self, days: int) -> Span:
        """So many days to the end of today."""
        end = local(*self._notebook.moment()).date() + timedelta(days=1)
        return Span(end - timedelta(days=days), end)

    def _do(self, work: Callable[[], Kept], then: Callable[[Answer[Kept]], object]) -> None:
        """Write beside the window; what is wished meanwhile is not heeded."""

        def done(answer: Answer[Kept]) -> None:
            self._busy = False
            self._late.stop()
            self._let_enter(True)
            self._say("")
            then(answer)

        if not self._busy:
            self._busy = True
            self._late.start()
            self._errands.ask(work, done)

    def _say_it_takes_long(self) -> None:
        self._say(translated("Saving…"))
        self._let_enter(False)

    def _let_enter(self, on: bool) -> None:
        for widget in (self.form, self.after, self._below, self.page):
            widget.setEnabled(on)
        self.save.setEnabled(on and self.form.note is not None)

    def _save(self) -> None:
        note = self.form.note
        if note is not None:
            self._do(partial(self._keep, note), partial(self._kept, note))

    def _keep(self, note: PainNote) -> tuple[Reason, ...]:
        """Write an entry; what is worth asking about, told once a week at most."""
        self._notebook.add(note)
        with suppress(PostureError):  # the entry is written
            return hints.due(self._notebook)
        return ()

    def _kept(self, note: PainNote, answer: Answer[tuple[Reason, ...]]) -> None:
        if answer.found is None:
            self.after.show_failure(translated(answer.error))
        else:
            self._last = note
            self.form.clear()
            self.after.show_entry(entry_text(note), answer.found)
            self.refresh()
        self._show(self.after)

    def _undo(self) -> None:
        self._show_form()
        if self._last is not None:
            self._remove(self._last)

    def _remove(self, note: PainNote) -> None:
        self._do(partial(self._notebook.remove, note), partial(self._removed, note))

    def _removed(self, note: PainNote, answer: Answer[bool]) -> None:
        if answer.error:
            self._say(translated(answer.error))
            return
        self._last = note
        when = moment_name(note.utc_s, note.offset_s)
        self._say(translated("The entry of {0} was removed.").format(when), back=True)
        self.restore.setFocus()
        self.refresh()

    def _put_back(self) -> None:
        if self._last is not None:
            self._do(partial(self._notebook.add, self._last), self._is_back)

    def _is_back(self, answer: Answer[None]) -> None:
        self._say(translated(answer.error), back=bool(answer.error))
        self.refresh()

    def _say(self, text: str, *, back: bool = False) -> None:
        """Tell what happened; `back` offers to put an entry back."""
        self.status.setText(text)
        self.restore.setVisible(back)

    def _show_whether_it_can_be_saved(self) -> None:
        self.save.setEnabled(self.form.note is not None)

    def _show_form(self) -> None:
        self._show(self.form)
        self.form.levels.buttons[0].setFocus()

    def _show(self, view: QWidget) -> None:
        """The questions, or what is said after them."""
        self.form.setVisible(view is self.form)
        self._below.setVisible(view is self.form)
        self.after.setVisible(view is self.after)
        self.save.setVisible(view is self.form)
        self._show_whether_it_can_be_saved()
        self._area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        inside, self._below = QWidget(), QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 12, 0, 0)
        below.addWidget(bold(translated("The last four weeks")))
        below.addWidget(self.plot)
        caption = wrapped()
        caption.setText(
            translated(
                "Above: entries, 0 to 10. Below: degree-minutes an hour forward of your baseline, "
                "by day. Together in time is not cause."
            )
        )
        below.addWidget(caption)
        below.addWidget(bold(translated("Last entries")))
        below.addWidget(self.recent)
        content = QVBoxLayout(inside)
        for view in (self.form, self.after, self._below):
            content.addWidget(view)
        content.addStretch(1)
        self._area = scrolled(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what has the keyboard
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.restore)
        row.addWidget(self.status, 1)
        row.addWidget(self.page)
        column = QVBoxLayout(self)
        column.addWidget(self._area, 1)
        column.addLayout(row)
        self._say("")

    @property
    def _colours(self) -> Palette:
        return colours_of(self._dark)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's change between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.plot.colours = self._colours
            self.plot.paint()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read what others may have entered meanwhile."""
        super().showEvent(event)
        self.refresh()
