"""Makes the window of care when it is asked for, and reminds of breaks and of the diary."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posture import folders
from posture.care import reminder
from posture.care.entries import HintKind, HintNote
from posture.clock_time import local
from posture.gui.break_host import BreakHost
from posture.gui.care_window import CareTab, CareWindow
from posture.gui.day import wall_clock
from posture.gui.errands import Errands
from posture.gui.labels import scrolled
from posture.gui.translations import translated
from posture.gui.words import UserCommand
from posture.history.keeper import FILE
from posture.history.notebook import Notebook
from posture.history.rows import Span
from posture.outside import Outside

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from posture.gui.errands import Answer
    from posture.gui.host import Host
    from posture.live_app import LiveOptions

LOOK_MS = 60_000
"""So often it is looked whether it is time for the diary."""

TABS = {
    UserCommand.BREAK: CareTab.BREAKS,
    UserCommand.EXERCISES: CareTab.EXERCISES,
    UserCommand.PACKS: CareTab.PACKS,
    UserCommand.DIARY: CareTab.DIARY,
    UserCommand.LEARN: CareTab.LEARN,
}
"""What the menus ask for."""


class Announce(Protocol):
    """Shows a title and a text on the desktop, and what a click on it opens."""

    def __call__(self, title: str, text: str, behind: UserCommand | None = None) -> None:
        """Show it."""


class CareHost(QObject):
    """Owns the window of care.

    Args:
        live: What is watched, and where is written.
        host: Runs the session, in which exercises are seen.
        why: Says what the camera does, in a sentence.
        announce: Shows a message.
        now: The user's local time, aware.
    """

    def __init__(
        self,
        live: LiveOptions,
        host: Host,
        *,
        why: Callable[[], str],
        announce: Announce,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self.window: CareWindow | None = None
        self._live, self._host, self._why = live, host, why
        self._announce, self._now = announce, now
        self._reminded: date | None = None
        self._errands = Errands(self)
        self.breaks = BreakHost(
            lambda: host.app,
            less_motion=live.style.reduced_motion,
            settings=lambda: self._live.settings.breaks,
            history=lambda: None if self.own_notes is None else self.own_notes.path,
            outside=Outside(now=now),
        )
        """The window of breaks, and a sink of the session."""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def notebook(self) -> Notebook:
        """Where the user's own entries go."""
        return Notebook(self._live.history or folders.find().data / FILE, self._now)

    @property
    def own_notes(self) -> Notebook | None:
        """Where posture notes by itself what it has seen; None where nothing is to be kept.

        A recording is of another day, and has no history but one that was named.
        """
        live = self._live
        kept = live.settings.history.keep and (live.source is None or live.history is not None)
        return self.notebook if kept else None

    def show(self, tab: CareTab) -> None:
        """Show the window with this tab."""
        if self.window is None:
            self.window = CareWindow(self._pages())
        self.window.show_tab(tab)

    def follow(self, live: LiveOptions) -> None:
        """Go by these settings from now on; pages that knew others are made anew."""
        before, self._live = self._known(), live
        self.breaks.follow(less_motion=live.style.reduced_motion)
        if self.window is not None:
            known = self._known()
            self.window.renew([tab for tab in known if known[tab] != before[tab]])

    def look(self) -> None:
        """Remind of the diary if it is time, unless the user asked for silence."""
        now = self._now()
        settings = self._live.settings.diary
        if reminder.due(settings, now, self._reminded) and not self._host.snoozed:
            self._reminded = now.date()
            if (notebook := self.own_notes) is None:
                self._remind()
            else:
                self._errands.ask(partial(_is_first_today, notebook), self._remind_unless_known)

    def close(self) -> None:
        """End what runs on the pages, and take the window away."""
        self._timer.stop()
        self.breaks.close()
        if self.window is not None:
            self.window.leave()

    def _remind(self) -> None:
        # Others may see the screen: nothing of what is in it.
        text = translated("Time for your diary")
        self._announce(translated("Posture"), text, UserCommand.DIARY)

    def _remind_unless_known(self, answer: Answer[bool]) -> None:
        if answer.found is not False:  # what cannot be known is said
            self._remind()

    def _known(self) -> dict[CareTab, tuple[object, ...]]:
        """What pages know of the settings; those that are not named know nothing of them."""
        settings, style, kept = self._live.settings, self._live.style, self.own_notes is not None
        return {
            CareTab.BREAKS: (kept, settings.breaks, style.reduced_motion),
            CareTab.EXERCISES: (kept, settings.week, style.reduced_motion, style.sounds),
        }

    def _pages(self) -> dict[CareTab, Callable[[], QWidget]]:
        return {
            CareTab.BREAKS: self._breaks,
            CareTab.EXERCISES: self._exercises,
            CareTab.PACKS: self._packs,
            CareTab.DIARY: self._diary,
            CareTab.LEARN: _learn,
            CareTab.FLAGS: _flags,
        }

    def _breaks(self) -> QWidget:
        from posture.gui.break_page import BreakPage

        return scrolled(
            BreakPage(
                self.breaks,
                self.own_notes,
                settings=self._live.settings.breaks,
                less_motion=self._live.style.reduced_motion,
            )
        )

    def _exercises(self) -> QWidget:
        from posture.gui.exercise_host import HostCoaching
        from posture.gui.exercise_page import ExercisePage

        style = self._live.style
        coaching = HostCoaching(self._host, self._why)
        return ExercisePage(
            self.own_notes,
            coaching,
            sounds=style.sounds,
            less_motion=style.reduced_motion,
            plan=self._live.settings.week,
        )

    def _packs(self) -> QWidget:
        from posture.gui.packs_page import PacksPage, play_sound

        def sound() -> None:
            if self._live.style.sounds:
                play_sound()

        announce = partial(self._announce, behind=UserCommand.PACKS)
        return PacksPage(self.notebook, announce, sound=sound)

    def _diary(self) -> QWidget:
        from posture.gui.diary_page import DiaryPage

        return DiaryPage(self.notebook)


def _is_first_today(notebook: Notebook) -> bool:
    """Whether nobody was reminded of the diary today, also before a restart; now it is so no more.

    Raises:
        HistoryError: The history cannot be read or written now.
    """
    utc_s, offset_s = notebook.moment()
    today = local(utc_s, offset_s).date()
    said = notebook.notes(Span(today, today + timedelta(days=1))).hints
    first = all(hint.kind is not HintKind.DIARY for hint in said)
    if first:
        notebook.add(HintNote(utc_s, offset_s, HintKind.DIARY))
    return first


def _learn() -> QWidget:
    from posture.gui.learn_page import LearnPage

    return LearnPage()


def _flags() -> QWidget:
    from posture.gui.flags_panel import FlagsPanel

    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(FlagsPanel(compact=False))
    column.addStretch(1)
    return scrolled(inside)
