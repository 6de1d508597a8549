"""One live session on threads of its own, from opening what it needs to its end."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from queue import Empty
from typing import TYPE_CHECKING, Protocol

from posture.commands import Request
from posture.live_serve import serve
from posture.origin import NoCameraError
from posture.ports import PostureError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from posture.live_app import App, Inbox
    from posture.live_events import LiveSink
    from posture.sources.pace import Clock

logger = logging.getLogger(__name__)


class OpenApp(Protocol):
    """Puts a live session together, as `open_live` does."""

    def __call__(self, sinks: Sequence[LiveSink], *, inbox: Inbox) -> AbstractContextManager[App]:
        """Called by the windows' thread; what it gives is entered and left on another one."""


@dataclass(frozen=True, slots=True)
class Over:
    """How a session ended.

    Attributes:
        error: What went wrong, for the user; empty when nothing did.
        of_source: Whether it is the camera's or the recording's fault.
        passes: Whether it may pass by itself, as when a camera is plugged in.
    """

    error: str = ""
    of_source: bool = False
    passes: bool = False


class Worker:
    """Serves one session; begins at once.

    Args:
        opening: Gives the session.
        inbox: Its wishes; those that are there before the camera is opened are heeded before.
        clock: Monotonic seconds.
        over: Told of the end, on a thread of this.
    """

    def __init__(
        self,
        opening: AbstractContextManager[App],
        inbox: Inbox,
        *,
        clock: Clock,
        over: Callable[[Over], object],
    ) -> None:
        self.app: App | None = None
        """None before it is open and after its end."""
        self.inbox = inbox
        self._opening = opening
        self._clock = clock
        self._tell_over = over
        # A camera or a driver that hangs must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="host", daemon=True)
        self._thread.start()

    def ended(self, within_s: float) -> bool:
        """Wait for the end; whether it came in time."""
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def _heed(self, app: App) -> None:
        """Do what was asked for meanwhile: after a pause the camera is not even opened."""
        while True:
            try:
                wish = self.inbox.get_nowait()
            except Empty:
                return
            if isinstance(wish, Request):
                wish.reply(app.obey(wish.command))

    def _run(self) -> None:
        has_camera = False
        try:
            with self._opening as app:
                has_camera = app.origin.camera is not None
                self._heed(app)
                self.app = app
                serve(app, for_s=None, clock=self._clock)
            over = Over()
        except PostureError as error:
            of_source = isinstance(error, SourceError)
            passes = isinstance(error, NoCameraError) or (of_source and has_camera)
            over = Over(str(error), of_source=of_source, passes=passes)
        except Exception as error:
            logger.exception("watching has ended")
            over = Over(f"posture made a mistake of its own: {error!r}")
        finally:
            self.app = None
        self._tell_over(over)
