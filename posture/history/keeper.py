"""The sink that keeps the history: never waits for the disk, and never loses what was not written.

    session's threads: event -> Recorder -> rows
    its own thread:    rows -> Store

What cannot be written now (a full disk, a purge that takes long) is told once, and tried again with
what follows.
"""

from __future__ import annotations

import logging
import threading
from datetime import date, timedelta
from typing import TYPE_CHECKING

from posture import __version__, folders
from posture.history.batch import Batch
from posture.history.recorder import Recorder
from posture.history.rescue import open_store
from posture.history.schema import DamagedError, ForeignError
from posture.live_events import Notice
from posture.outside import Outside
from posture.ports import Closing, PostureError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from posture.alert_styles import StyleSettings
    from posture.history.store import Numbers, Store
    from posture.live_events import LiveEvent, LiveSink
    from posture.settings import Settings

logger = logging.getLogger(__name__)

FILE = "history.sqlite3"
"""In the user's data folder."""
MOST_MINUTES = 10_000
"""Kept in memory while they cannot be written: a week."""
END_WITHIN_S = 1.0
"""At the end a disk that hangs is waited for so long."""

LOST = (
    "the end of the history could not be written and is lost: another program uses its file, or "
    "there is no space"
)


class Keeper(Closing):
    """Takes note of events and writes them down. It begins to write with `start`.

    Args:
        path: The file.
        recorder: Makes rows of events.
        now: The user's local time, aware.
        mend: Whether a damaged file is set aside and a new one begun.
        keep_days: Older local days are erased; 0 for never.
    """

    def __init__(
        self,
        path: Path,
        recorder: Recorder,
        *,
        now: Callable[[], datetime],
        mend: bool = True,
        keep_days: int = 0,
    ) -> None:
        self.path = path
        self._recorder = recorder
        self._now = now
        self._mend = mend
        self._keep_days = keep_days
        self._tell: LiveSink = lambda _: None
        self._store: Store | None = None
        self._before: Numbers | None = None
        self._given_up = self._told = False
        self._erased: date | None = None
        self._changed = threading.Condition()
        self._pending = Batch()
        self._news = self._ended = False
        self._thread: threading.Thread | None = None

    def __call__(self, event: LiveEvent) -> None:
        """Take note of an event."""
        self._recorder.take(event)
        if self._recorder.due:
            self._hand_over()

    def start(self, tell: LiveSink) -> None:
        """Begin to write, on a thread of its own.

        Args:
            tell: Takes `Notice`s for the user, on that thread.
        """
        self._tell = tell
        # A disk that hangs must not keep the program from ending.
        self._thread = threading.Thread(target=self._work, name="history", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Write what is left, or say that it is lost; calling it again does nothing."""
        if self._ended:
            return
        self._hand_over()
        with self._changed:
            self._ended = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(END_WITHIN_S)
            if self._thread.is_alive() or self._pending:
                self._say(LOST)

    def write(self) -> None:
        """Try to write what there is; what goes wrong is told once. On the thread only."""
        with self._changed:
            batch, self._pending = self._pending, Batch()
            self._news = False
        try:
            self._write(batch)
        except ForeignError as error:
            self._given_up = True
            self._say(f"no history is kept: {error}")
        except DamagedError as error:
            self._put_back(batch)
            self._lose_store()
            self._given_up = not self._mend
            if self._given_up:
                self._say(f"no history is kept: {error}")
        except PostureError as error:
            self._put_back(batch)
            if not self._told:
                self._told = True
                self._say(f"the history could not be written and is tried again: {error}")

    def _write(self, batch: Batch) -> None:
        if self._given_up:
            return
        today = self._now().date()
        if self._store is None:
            self._store, note = open_store(self.path, today, mend=self._mend, before=self._before)
            self._before = self._store.before
            if note:
                self._say(note)
        if self._keep_days and self._erased != today:
            self._store.forget_before(today - timedelta(days=self._keep_days))
            self._erased = today
        self._store.write(batch)
        if self._told:
            self._told = False
            self._say("the history is written again; nothing of it was lost")

    def _put_back(self, batch: Batch) -> None:
        with self._changed:
            batch.update(self._pending)
            self._pending = batch
            if self._pending.shorten(MOST_MINUTES):
                logger.warning("the oldest minutes of the history were given up")

    def _hand_over(self) -> None:
        batch = self._recorder.batch()
        if self._given_up:
            return
        with self._changed:
            self._pending.update(batch)
            self._news = True
            self._changed.notify()

    def _work(self) -> None:
        ended = False
        while not ended:
            with self._changed:
                self._changed.wait_for(lambda: self._news or self._ended)
                ended = self._ended
            try:
                self.write()
            except Exception:
                logger.exception("the history has ended")
                self._given_up = True
                self._say("no history is kept: posture made a mistake of its own")
        self._lose_store()

    def _lose_store(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _say(self, text: str) -> None:
        self._tell(Notice(self._recorder.now_s, text))


def keeper_of(
    settings: Settings, style: StyleSettings, camera: str | None, *, name: str, file: Path | None
) -> Keeper | None:
    """What keeps the history of a live session; None where none is kept.

    Args:
        settings: Whether, for how long, and what counts as a slouch.
        style: How alerts are told.
        camera: Its stable id; None for a recording, whose days are others: only a file that is
            named gets them.
        name: Of the recording.
        file: A file that the user named, which may be anything; None for the user's own.
    """
    if file is None and (camera is None or not settings.history.keep):
        return None
    now = Outside().now
    recorder = Recorder(
        camera or name, __version__, style=style, detector=settings.detector, now=now
    )
    path = folders.find().data / FILE if file is None else file
    keep_days = settings.history.keep_days if file is None else 0
    return Keeper(path, recorder, now=now, mend=file is None, keep_days=keep_days)
