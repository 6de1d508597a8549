"""A damaged history: set aside, never deleted, and what can be read of it taken into a new one."""

from __future__ import annotations

import glob
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from posture.history import coding, note_coding
from posture.history.schema import DamagedError, beside, connect, told, transaction
from posture.history.store import Store, add_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from posture.history.store import Numbers


def _believable(row: coding.Values) -> coding.Values:
    minute, _, offset_min, *seconds = row[:8]
    if not 0 <= minute < coding.MOST_MINUTE or abs(offset_min) > 24 * 60:
        raise ValueError(minute)
    if min(seconds) < 0 or sum(seconds) > 6000:
        raise ValueError(seconds)
    return row


_KEYS: dict[str, tuple[str, Callable[[coding.Values], object]]] = {
    "sessions": ("number", coding.session_of),
    "minutes": ("minute, session", _believable),
    "episodes": ("utc_cs, session", lambda row: coding.episode_of((row[0], *row[2:]))),
    "alerts": ("number", coding.alert_of),
    "baselines": ("utc_cs, name", coding.baseline_of),
    **{kind.table: (kind.key, kind.of) for kind in note_coding.KINDS},
}
"""What is rescued, by its key, and who must understand a row; hours are added up anew."""


def open_store(
    path: Path, today: date, *, mend: bool, before: Numbers | None = None
) -> tuple[Store, str]:
    """Open the history to write to it; one that is damaged is set aside, and a new one begun.

    Args:
        path: The file.
        today: For the name of a file that is set aside.
        mend: Whether a damaged one may be set aside; not where the user named the file, which
            may be anything.
        before: As for `Store`.

    Returns:
        The store, and a sentence for the user where something was damaged, else nothing.

    Raises:
        HistoryError: As `Store`.
    """
    try:
        return Store(path, before=before), ""
    except DamagedError as error:
        if not mend:
            raise DamagedError(f"{error}; name another file") from error
    aside = set_aside(path, today)
    try:
        with Store(path, before=before) as store:
            count = rescue(aside, store)
        store = Store(path, before=before)  # numbers go on from those that were rescued
    except BaseException:
        _put_back(aside, path)  # to be tried again
        raise
    kept = f"{count} rows of it were rescued" if count else "nothing of it could be rescued"
    return store, f"the history was damaged; {kept}, and the file before is kept as {aside}"


def set_aside(path: Path, day: date) -> Path:
    """Rename a file and those that SQLite keeps beside it; the new name.

    Raises:
        HistoryError: It cannot be renamed.
    """
    number, end = 1, path.suffix
    while True:
        more = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}-damaged-{day}{more}{end}")
        if not any(each.exists() for each in (aside, *beside(aside))):
            break
        number += 1
    with told(path):
        path.rename(aside)
        for old, new in zip(beside(path), beside(aside), strict=True):
            with suppress(FileNotFoundError):
                old.rename(new)
    return aside


def _put_back(aside: Path, path: Path) -> None:
    for old, new in zip((aside, *beside(aside)), (path, *beside(path)), strict=True):
        with told(path):
            new.unlink(missing_ok=True)
            if old.exists():
                old.rename(new)


def set_aside_of(path: Path) -> list[Path]:
    """The files that were set aside before."""
    found = path.parent.glob(f"{glob.escape(path.stem)}-damaged-????-??-??*")
    return sorted(each for each in found if not each.name.endswith(("-wal", "-shm")))


def rescue(damaged: Path, store: Store) -> int:
    """Take what can be read of a damaged file into a new one; how many rows."""
    try:
        connection = connect(damaged, write=False)
        # Else SQLite reads nothing of a file that was cut off.
        connection.execute("PRAGMA writable_schema = ON")
    except sqlite3.Error:
        return 0
    count = 0
    with closing(connection), told(store.path):
        new = store.connection
        with transaction(new):
            for table, (key, of) in _KEYS.items():
                for row in _readable(connection, table, key):
                    if coding.understood([row], of):
                        count += _inserted(store, table, row)
            rows = new.execute("SELECT DISTINCT minute / 60 FROM minutes").fetchall()
            add_up(new, {hour for (hour,) in rows})
    return count


def _inserted(store: Store, table: str, row: coding.Values) -> int:
    try:
        return store.insert(table, [row])
    except (sqlite3.IntegrityError, OverflowError):
        return 0
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # such as a full disk
            raise
        return 0  # a row of the wrong shape


def _readable(connection: sqlite3.Connection, table: str, key: str) -> Iterator[coding.Values]:
    """Rows up to where the damage begins, and from the end back to it; some may come twice."""
    for order in ("ASC", "DESC"):
        keys = ", ".join(f"{name} {order}" for name in key.split(", "))
        try:
            yield from connection.execute(f"SELECT * FROM {table} ORDER BY {keys}")  # noqa: S608
        except (sqlite3.Error, UnicodeDecodeError):
            continue
        return
