"""Breaks of the running session for the windows: shows the small one, and asks for what is wished.

session's threads: event -> signal
event loop:        status -> window, page; wish -> inbox of the session
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from posture.care.break_clock import Breaks
from posture.care.breaks import BreakBegun, BreakDue, BreakOver, BreakSettings
from posture.commands import Break, Request
from posture.gui.break_window import BreakWindow
from posture.gui.day import wall_clock

if TYPE_CHECKING:
    from collections.abc import Callable

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
    """

    changed = Signal()
    """A break was suggested, begun, or is over."""
    _told = Signal(object)

    def __init__(self, app: Callable[[], App | None], *, less_motion: bool = False) -> None:
        super().__init__()
        self.window: BreakWindow | None = None
        self.counts = Breaks(BreakSettings(), first=wall_clock().toordinal())
        """For each session in its turn; a camera that was gone for a moment changes nothing."""
        self._app = app
        self._less_motion = less_motion
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._told.connect(self._take)

    def __call__(self, event: LiveEvent) -> None:
        """The sink, on the session's threads."""
        if isinstance(event, BreakDue | BreakBegun | BreakOver):
            self._told.emit(event)

    def status(self) -> BreakStatus | None:
        """How it stands; None while nothing is watched."""
        app = self._app()
        return None if app is None or app.breaks is None else app.breaks.status()

    def wish(self, wish: str) -> None:
        """Ask the session for what a `Break` wishes; nothing while none runs."""
        if (app := self._app()) is not None:
            app.inbox.put(Request(Break(wish)))

    def follow(self, *, less_motion: bool) -> None:
        """Go by this setting from now on."""
        self._less_motion = less_motion
        if self.window is not None:
            self.window.panel.less_motion = less_motion

    def refresh(self) -> None:
        """Show how it stands, unless the user is to be told nothing now."""
        app, status = self._app(), self.status()
        hushed = app is not None and app.breaks is not None and app.breaks.hushed
        if self.window is not None:
            self.window.show_status(None if hushed else status)
        if status is None or status.kind is None:
            self._timer.stop()

    def close(self) -> None:
        """Take the window away; calling it again does nothing."""
        self._timer.stop()
        if self.window is not None:
            self.window.hide()

    def _take(self, event: BreakDue | BreakBegun | BreakOver) -> None:
        if not isinstance(event, BreakOver):
            if self.window is None:
                self.window = BreakWindow(less_motion=self._less_motion)
                self.window.wished.connect(self.wish)
            self.window.announce()
            self._timer.start()
        self.refresh()
        self.changed.emit()
