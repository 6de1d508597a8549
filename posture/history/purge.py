"""Really erases: the rows, what was left of them in the file, and the files that were set aside."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from posture.history.rescue import set_aside_of
from posture.history.schema import (
    TABLES,
    DamagedError,
    HistoryError,
    beside,
    check,
    connect,
    migrate,
    told,
    transaction,
)
from posture.history.store import delete_before

if TYPE_CHECKING:
    import sqlite3
    from datetime import date
    from pathlib import Path


def purge(path: Path, before: date | None) -> int:
    """Erase what is of local days before one, or everything; how many rows.

    The file is made anew without them. Posture may run: what is of this moment (the session, its
    minute, a slouch that goes on) it writes again. With everything, damaged files that were set
    aside are deleted too.

    Raises:
        ForeignError: It is a newer posture's, or another program's.
        HistoryError: It cannot be done now, or not all of it; the message says what to do.
    """
    with told(path):
        if before is None:
            for aside in set_aside_of(path):
                for each in (aside, *beside(aside)):
                    each.unlink(missing_ok=True)
        if not path.exists():
            return 0
    try:
        with told(path):
            count, busy = _erase(path, before)
    except DamagedError as error:
        text = "posture sets a damaged history aside when it watches; then purge once more"
        raise DamagedError(f"{error}; {text}") from error
    if busy:
        raise HistoryError(
            f"{path}: {count} rows are deleted, but something reads the file, and traces of them "
            "are left beside it; close reports and windows of posture, and purge once more"
        )
    return count


def _erase(path: Path, before: date | None) -> tuple[int, bool]:
    """How many rows were deleted, and whether what was left of them could not be."""
    with closing(connect(path, write=False)) as connection:
        check(connection, path)
    with closing(connect(path, write=True)) as connection:
        migrate(connection)
        count = _delete_all(connection) if before is None else delete_before(connection, before)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("VACUUM")
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return count, bool(busy)


def _delete_all(connection: sqlite3.Connection) -> int:
    with transaction(connection):
        counts = {
            table: connection.execute(f"DELETE FROM {table}").rowcount  # noqa: S608 - our own
            for table in TABLES
        }
    return sum(counts.values()) - counts["hours"]  # which are sums of minutes
