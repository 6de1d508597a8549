"""Takes down a live session: the last minutes in memory, and all of it in a file on request.

Landmarks and ticks, no pixels. In memory are at most `MOST_BYTES`, packed as in a file; what is not
written yet is at most `CHUNK_S` old.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from posture import folders, landmark_codec
from posture.commands import Reply
from posture.history.rows import Answer
from posture.landmark_entries import Happened, Seen, What
from posture.landmark_file import SUFFIX, Kind, LandmarkWriter, beginning, pack
from posture.landmark_header import Header, MadeBy, of_groups
from posture.landmark_state import UNKNOWN, start_of
from posture.ports import Closing, OutputError, PostureError
from posture.records import State, Transition

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.commands import Keep
    from posture.landmark_entries import Entry
    from posture.landmark_state import Start
    from posture.live_events import LiveEvent
    from posture.live_monitor import LiveMonitor
    from posture.settings import Settings

CHUNK_S = 10.0
"""Of a chunk: so much is lost at most when the process is killed."""
KEEP_S = 300.0
"""In memory, and up to a chunk more."""
MOST_BYTES = 8 << 20
"""In memory: five minutes have about 1 MB while something moves all the time."""
FOLDER = "recordings"
"""In the data folder."""
MOST_ROWS = 1000


class NothingKeptError(PostureError):
    """There is nothing in memory yet."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Packed entries, and from where they can be judged, if they can."""

    begin_s: float
    end_s: float
    start: Start | None
    data: bytes


def now() -> datetime:
    """The local time."""
    return datetime.now().astimezone()


class LandmarkTape(Closing):
    """The tape of a `LiveMonitor`, and a sink of live events.

    Args:
        settings: Everything that can be set.
        model: Name and SHA-256 of the pose model.
        camera: "camera" or "recording".
        file: Where all of it is written, too; a new file.
        wall_clock: The local time.

    Raises:
        OutputError: The file cannot be written, or is there already.
    """

    def __init__(
        self,
        settings: Settings,
        model: tuple[str, str],
        *,
        camera: str,
        file: Path | None = None,
        wall_clock: Callable[[], datetime] = now,
    ) -> None:
        name, sha256 = model
        self._header = Header(MadeBy.LIVE, name, sha256, of_groups(settings), camera=camera)
        self._wall_clock = wall_clock
        self._entries: list[Entry] = []
        self._rows = 0
        self._start: Start | None = None
        self._begin_s = self._now_s = 0.0
        self.error: OutputError | None = None
        """Why something is missing in the file."""
        self._untold: OutputError | None = None
        self._chunks: deque[_Chunk] = deque()
        self._lock = threading.Lock()
        self._begun = False
        self._writer = None if file is None else LandmarkWriter(file)

    # On the session's thread.

    def __call__(self, live: LiveMonitor, entry: Entry) -> None:
        """Take down one entry.

        Raises:
            OutputError: The file could not be written and is closed; what is in memory goes on.
        """
        with self._lock:
            begins = isinstance(entry, Happened) and entry.what is What.BEGIN
            if begins:
                self._cut()
                self._start = start_of(live, begun=True)
                self._begin_file(live)
            self._take(entry)
            if self._rows and (self._is_long() or self._rows >= MOST_ROWS):
                self._cut()
                self._start = start_of(live, begun=False)
            self._raise_what_failed()

    def note(self, event: LiveEvent) -> None:
        """Take down when the camera was closed; from any thread."""
        if isinstance(event, Transition) and event.after is State.PAUSED:
            with self._lock:
                self._take(Happened(What.PAUSED, event.timestamp_s))

    def _take(self, entry: Entry) -> None:
        self._entries.append(entry)
        if isinstance(entry, Seen):
            self._now_s = entry.observation.timestamp_s
            self._begin_s = self._begin_s if self._rows else self._now_s
            self._rows += 1

    def _is_long(self) -> bool:
        return self._now_s - self._begin_s >= CHUNK_S

    def _cut(self) -> None:
        """Pack what is there; begin a new chunk."""
        if not self._entries:
            return
        data = pack(Kind.ENTRIES, landmark_codec.encode(self._entries))
        begin_s = self._begin_s if self._rows else self._now_s
        self._chunks.append(_Chunk(begin_s, self._now_s, self._start, data))
        self._entries, self._rows, self._start = [], 0, None
        self._forget_old()
        self._write(data)

    def _forget_old(self) -> None:
        """Leave `KEEP_S`, from where it can be judged; else as much as there is room for."""
        starts = [n for n, chunk in enumerate(self._chunks) if chunk.start is not None]
        old = [n for n in starts if self._chunks[n].begin_s <= self._now_s - KEEP_S]
        for _ in range(old[-1] if old else 0):
            self._chunks.popleft()
        while sum(len(chunk.data) for chunk in self._chunks) > MOST_BYTES:
            self._chunks.popleft()

    def _begin_file(self, live: LiveMonitor) -> None:
        if self._begun or self._writer is None:
            return
        self._begun = True
        start = start_of(live, begun=True)
        at = self._wall_clock().isoformat(timespec="seconds")
        self._write(beginning(_with(self._header, start, at)))

    def _write(self, data: bytes) -> None:
        if self._writer is None:
            return
        try:
            self._writer.write(data)
        except OutputError as error:
            self._writer, self.error, self._untold = None, error, error

    def _raise_what_failed(self) -> None:
        untold, self._untold = self._untold, None
        if untold is not None:
            raise untold

    # From any thread.

    def keep(self, path: Path | None = None, answer: Answer = Answer.NONE) -> Path:
        """Write what is in memory to a new file, for the user alone.

        Args:
            path: The file; None for one in the data folder, named by the time.
            answer: What the user said to the last alert.

        Raises:
            NothingKeptError: There is nothing yet.
            OutputError: It cannot be written, or is there already.
            FolderError: Its folder cannot be made.
        """
        with self._lock:
            self._pack_so_far()
            chunks = list(self._chunks)
            ended_s = self._now_s
        if not any(chunk.end_s > chunk.begin_s for chunk in chunks):
            raise NothingKeptError("there is nothing to keep yet; try again in a few seconds")
        first = chunks[0]
        at = self._wall_clock() - timedelta(seconds=ended_s - first.begin_s)
        header = _with(self._header, first.start, at.isoformat(timespec="seconds"))
        header = replace(header, answer=answer)
        state = None if first.start is None else first.start.state
        path = path or _own_path(self._wall_clock(), answer)
        parts = [beginning(header, state or UNKNOWN), *(chunk.data for chunk in chunks)]
        with LandmarkWriter(path) as writer:
            writer.write(b"".join((*parts, pack(Kind.END))))
        return path

    def obey(self, command: Keep, answer: Answer = Answer.NONE) -> Reply:
        """Keep what is in memory, and say where, or why not; `answer` as for `keep`."""
        try:
            path = self.keep(None if command.path is None else Path(command.path), answer)
        except PostureError as error:
            return Reply(ok=False, text=str(error))
        return Reply(ok=True, text=f"the last minutes are kept, without pictures: {path}")

    def _pack_so_far(self) -> None:
        """Make a chunk of what is there; the next one begins where this would have."""
        if self._entries:
            data = pack(Kind.ENTRIES, landmark_codec.encode(self._entries))
            self._chunks.append(_Chunk(self._begin_s, self._now_s, self._start, data))
            self._entries, self._rows, self._start = [], 0, None
            self._write(data)

    def close(self) -> None:
        """End the file; calling it again does nothing.

        Raises:
            OutputError: The end of the file could not be written.
        """
        with self._lock:
            if self._writer is not None:
                self._cut()
                self._write(pack(Kind.END))
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._raise_what_failed()


def _with(header: Header, start: Start | None, started_at: str) -> Header:
    kept = () if start is None else start.kept
    used = None if start is None or start.profile is None else start.profile.name
    return replace(header, kept=kept, used=used, started_at=started_at)


def _own_path(at: datetime, answer: Answer) -> Path:
    folder = folders.ensure(folders.find().data / FOLDER)
    word = f" {answer}" if answer else ""
    return folder / f"{at:%Y-%m-%d %H.%M.%S}{word}{SUFFIX}"
