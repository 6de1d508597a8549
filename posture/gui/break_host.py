"""Breaks of the running session for the windows: shows the small one, and asks for what is wished.

session's threads: event -> signal
event loop:        status -> window, page; wish -> inbox of the session

While nothing watches, a break that the user begins is counted here, by the clock, and noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from posture.break_watch import BreakWatch
from posture.care.break_clock import Breaks
from posture.care.breaks import BreakBegun, BreakDue, BreakOver, BreakSettings
from posture.care.entries import BreakEnd, BreakKind
from posture.commands import Break, Request
from posture.gui.break_window import BreakWindow
from posture.gui.day import wall_clock
from posture.live_events import Notice, Resting
from posture.outside import Outside
from posture.sources.pace import SessionClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posture.care.breaks import BreakStatus
    from posture.live_app import App
    from posture.live_events import LiveEvent

REFRESH_MS = 500
"""How often the window is brought up to date; while it has nothing to show nothing runs."""


class BreakHost(QObject):
    """Owns the window of breaks.

    Args:
        app: What runs; None while nothing does.
        less_motion: Whether the ring stands still most of the time.
        settings: How long breaks are.
        history: The file for what becomes of breaks while nothing runs; None for nowhere.
        outside: What time it is.
    """

    changed = Signal()
    """A break was suggested, begun, or is over."""
    failed = Signal(str)
    """Why a break of the time in which nothing watches could not be noted."""
    _told = Signal(object)

    def __init__(
        self,
        app: Callable[[], App | None],
        *,
        less_motion: bool = False,
        settings: Callable[[], BreakSettings] = BreakSettings,
        history: Callable[[], Path | None] = lambda: None,
        outside: Outside | None = None,
    ) -> None:
        super().__init__()
        self.window: BreakWindow | None = None
        self.counts = Breaks(BreakSettings(), first=wall_clock().toordinal())
        """For each session in its turn; a camera that was gone for a moment changes nothing."""
        self._app = app
        self._less_motion = less_motion
        self._settings, self._history = settings, history
        self._outside = Outside() if outside is None else outside
        self._clock = SessionClock(self._outside.clock, self._outside.wall_clock)
        self._own: BreakWatch | None = None
        self._own_by: tuple[BreakSettings, Path | None] | None = None
        self.alone = False
        """Whether a break goes on that no session knows of."""
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._told.connect(self._take)

    def __call__(self, event: LiveEvent) -> None:
        """The sink, on the session's threads."""
        if isinstance(event, BreakDue | BreakBegun | BreakOver):
            self._told.emit(event)

    @property
    def noting(self) -> bool:
        """Whether what became of a break is still being written."""
        app = self._app()
        return any(watch.noting for watch in (self._own, app and app.breaks) if watch)

    def status(self) -> BreakStatus | None:
        """How it stands; None while nothing is watched and no break goes on."""
        if self.alone and self._own is not None:
            return self._own.status()
        app = self._app()
        return None if app is None or app.breaks is None else app.breaks.status()

    def wish(self, wish: str) -> None:
        """Do what a `Break` wishes: in the session, or here while none runs."""
        app = self._app()
        if app is not None and not self.alone:
            app.inbox.put(Request(Break(wish)))
        elif self.alone or wish in set(BreakKind):
            self._do(Break(wish))

    def follow(self, *, less_motion: bool) -> None:
        """Go by this setting, and by others that are asked for, from now on."""
        self._less_motion = less_motion
        if self.window is not None:
            self.window.panel.less_motion = less_motion
        if self._own_by != (self._settings(), self._history()):  # not those of anything else
            self._leave_alone()

    def refresh(self) -> None:
        """Show how it stands, unless the user is to be told nothing now."""
        self._let_pass()
        app, status = self._app(), self.status()
        hushed = app is not None and app.breaks is not None and app.breaks.hushed
        hushed = hushed and not self.alone
        if self.window is not None:
            self.window.show_status(None if hushed else status)
        if status is None or status.kind is None:
            self._timer.stop()

    def close(self) -> None:
        """Take the window away; calling it again does nothing."""
        self._timer.stop()
        if self.window is not None:
            self.window.hide()
        self._leave_alone()

    def _leave_alone(self) -> None:
        """End what no session knows of; what is being noted comes to its end."""
        own, self._own, self.alone = self._own, None, False
        if own is not None:
            own.close()

    def _do(self, command: Break) -> None:
        """What a session would do."""
        if self._own is None:
            self._own_by = lengths, history = self._settings(), self._history()
            self._own = BreakWatch(lengths, self._outside, history=history)
            self._own.start(self._hear, str)
        self.alone = True
        self._let_pass()
        self._own.obey(command)

    def _let_pass(self) -> None:
        if self.alone and self._own is not None:
            self._own(Resting(self._clock.read()))

    def _hear(self, event: LiveEvent) -> None:
        """What becomes of the break that no session knows of."""
        if isinstance(event, Notice):  # on the thread that writes
            self.failed.emit(event.text)
        elif isinstance(event, BreakOver):
            self.alone = False
            if event.end is BreakEnd.TAKEN and self._app() is None:
                self.counts.begin(event.kind)  # the next session counts from this one on
                self.counts.done()
        self(event)

    def _take(self, event: BreakDue | BreakBegun | BreakOver) -> None:
        if not isinstance(event, BreakOver):
            if self.window is None:
                self.window = BreakWindow(less_motion=self._less_motion)
                self.window.wished.connect(self.wish)
            self.window.announce()
            self._timer.start()
        self.refresh()
        self.changed.emit()
