"""What the user and posture note about care, in the history's file: short visits of any process."""

from __future__ import annotations

from contextlib import closing, contextmanager
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any, overload

from posture import folders
from posture.history import note_coding
from posture.history.coding import understood
from posture.history.keeper import FILE
from posture.history.reader import Reader
from posture.history.schema import (
    DamagedError,
    check,
    connect,
    make_file,
    migrate,
    told,
    transaction,
)
from posture.outside import Outside

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from posture.care.entries import Note, Notes
    from posture.history.coding import Values
    from posture.history.note_coding import NoteKind
    from posture.history.rows import Span
    from posture.settings import Settings


class Notebook:
    """Writes and reads notes; the file is opened for each call, and closed after it.

    So posture may run and write meanwhile, and nothing is lost where a window stays open for days.

    Args:
        path: The history's file, which need not be there.
        now: The user's local time, aware.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self._now = now

    def moment(self) -> tuple[float, int]:
        """Now, as notes have it: seconds of UTC since 1970, and local time minus UTC."""
        now = self._now()
        offset = now.utcoffset()
        return now.timestamp(), 0 if offset is None else round(offset.total_seconds())

    def add(self, *notes: Note) -> None:
        """Write notes, all of them or none.

        One of the same moment, kind and name takes the place of the one before, but an entry of
        pain stands beside it. Where another process writes, such as a purge, it waits for some
        seconds: not for a thread of windows.

        Raises:
            ForeignError: The file is a newer posture's, or another program's: it is left alone.
            DamagedError: It is damaged.
            HistoryError: It cannot be written now.
            FolderError: Its folder cannot be made.
        """
        with self._writing() as connection:
            for note in notes:
                kind = note_coding.kind_of(note)
                row = kind.values(note)
                if kind.beside:
                    row = (row[0] + len(_of_moment(connection, kind, row)), *row[1:])
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT OR REPLACE INTO {kind.table} VALUES ({marks})", row)  # noqa: S608 - our own names

    def remove(self, note: Note) -> bool:
        """Erase a note that was wrong, added or read; whether it was there. Raises as `add`."""
        if not self.path.exists():
            return False
        kind = note_coding.kind_of(note)
        keys = kind.key.split(", ")
        query = f"DELETE FROM {kind.table} WHERE {' AND '.join(f'{key} = ?' for key in keys)}"  # noqa: S608
        with self._writing() as connection:
            rows = [kind.values(note)]
            if kind.beside:
                (wanted,) = rows
                rows = [
                    row
                    for row in _of_moment(connection, kind, wanted)
                    for known in understood([row], kind.of)
                    if kind.values(known)[1:] == wanted[1:]
                ][:1]
            found = any(connection.execute(query, row[: len(keys)]).rowcount for row in rows)
        with told(self.path), closing(connect(self.path, write=True)) as connection:
            # What is erased is not to stay in the log beside the file either.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return found

    def notes(self, span: Span) -> Notes:
        """Those of some local days; none where there is no file.

        Raises:
            HistoryError: It cannot be read, or is damaged, or is not a history of this posture.
        """
        with Reader(self.path) as reader:
            return reader.notes(span)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The file within a transaction; made, or brought to the newest schema, if need be."""
        try:
            with told(self.path):
                make_file(self.path)
                with closing(connect(self.path, write=False)) as connection:
                    check(connection, self.path)  # a file of somebody else's is not even touched
                with closing(connect(self.path, write=True)) as connection:
                    migrate(connection)
                    with transaction(connection):
                        yield connection
        except DamagedError as error:
            text = "posture sets a damaged history aside when it watches; then note it once more"
            raise DamagedError(f"{error}; {text}") from error


def _of_moment(connection: sqlite3.Connection, kind: NoteKind[Any], row: Values) -> list[Values]:
    """The rows of a row's moment, and those that were put beside: of each moment that follows."""
    query = f"SELECT * FROM {kind.table} WHERE utc_cs = ?"  # noqa: S608 - our own names
    each = (connection.execute(query, (utc_cs,)).fetchone() for utc_cs in count(row[0]))
    return list(takewhile(bool, each))


@overload
def own() -> Notebook: ...


@overload
def own(settings: Settings) -> Notebook | None: ...


def own(settings: Settings | None = None) -> Notebook | None:
    """The user's own notebook.

    Args:
        settings: Given for what posture notes by itself (breaks, exercises): then None where the
            user wants no history. Pain and packs are entered by the user, and always kept.
    """
    if settings is not None and not settings.history.keep:
        return None
    return Notebook(folders.find().data / FILE, Outside().now)
