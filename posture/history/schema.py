"""The history's file: its tables, how it is opened, and how an older one becomes a newer one.

A moment is a whole number: minutes or hours since 1970 of stretches, hundredths of a second
elsewhere (`_cs`). Seconds within a stretch are hundredths, angles tenths of a degree (`_ddeg`),
exposures hundredths of a degree times minutes (`_cdegmin`). NULL is what was not measured, or not
said. Several words in one text are joined by "+".
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from posture import folders
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

EPOCH = date(1970, 1, 1)
DAY_S = 86_400
AROUND_S = 2 * DAY_S
"""No clock is further from UTC: rows around a span are read, and looked at more closely."""
APPLICATION_ID = 0x706F7374
"""Written in the file's head, so that no other program's database is taken for a history."""
PRIVATE = 0o600
BUSY_S = 5.0
"""How long another process that writes, such as a purge, is waited for."""
LOOK_S = 0.2
"""The same for those who must not wait: what the user looks at."""

_STRETCH = """
    offset_min INTEGER NOT NULL,
    upright_cs INTEGER NOT NULL, slouched_cs INTEGER NOT NULL, unknown_cs INTEGER NOT NULL,
    away_cs INTEGER NOT NULL, paused_cs INTEGER NOT NULL,
    neck_low_ddeg INTEGER, neck_middle_ddeg INTEGER, neck_high_ddeg INTEGER,
    back_low_ddeg INTEGER, back_middle_ddeg INTEGER, back_high_ddeg INTEGER,
    neck_cdegmin INTEGER NOT NULL, back_cdegmin INTEGER NOT NULL, worst_cdegmin INTEGER NOT NULL"""

_SCHEMA_1 = (
    """CREATE TABLE sessions (
    number INTEGER PRIMARY KEY, utc_cs INTEGER NOT NULL, end_utc_cs INTEGER NOT NULL,
    offset_min INTEGER NOT NULL, camera TEXT NOT NULL, version TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE minutes (
    minute INTEGER NOT NULL, session INTEGER NOT NULL,{_STRETCH},
    PRIMARY KEY (minute, session)) STRICT, WITHOUT ROWID""",
    f"CREATE TABLE hours (\n    hour INTEGER PRIMARY KEY,{_STRETCH}) STRICT",
    """CREATE TABLE episodes (
    utc_cs INTEGER NOT NULL, session INTEGER NOT NULL, end_utc_cs INTEGER NOT NULL,
    offset_min INTEGER NOT NULL, part TEXT NOT NULL, peak_ddeg INTEGER NOT NULL,
    mean_ddeg INTEGER NOT NULL, over INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, session)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE alerts (
    number INTEGER PRIMARY KEY, utc_cs INTEGER NOT NULL, offset_min INTEGER NOT NULL,
    level TEXT NOT NULL, part TEXT NOT NULL, change_ddeg INTEGER NOT NULL,
    held_cs INTEGER NOT NULL, quiet TEXT NOT NULL, means TEXT NOT NULL, answer TEXT NOT NULL,
    answer_utc_cs INTEGER) STRICT""",
    "CREATE INDEX alerts_utc ON alerts (utc_cs)",
    """CREATE TABLE baselines (
    utc_cs INTEGER NOT NULL, name TEXT NOT NULL, offset_min INTEGER NOT NULL,
    view TEXT NOT NULL, quality_percent INTEGER, digest TEXT NOT NULL,
    enter_ddeg INTEGER NOT NULL, leave_ddeg INTEGER NOT NULL, persist_cs INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, name)) STRICT, WITHOUT ROWID""",
)

# The columns of a key come first: SQLite 3.40 takes other orders for damage in its quick check.
_SCHEMA_2 = (
    """CREATE TABLE breaks (
    utc_cs INTEGER NOT NULL, kind TEXT NOT NULL, became TEXT NOT NULL,
    offset_min INTEGER NOT NULL, length_cs INTEGER NOT NULL, asked INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, kind, became)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE exercises (
    utc_cs INTEGER NOT NULL, name TEXT NOT NULL, offset_min INTEGER NOT NULL,
    routine TEXT NOT NULL, length_cs INTEGER NOT NULL, repetitions INTEGER NOT NULL,
    held_cs INTEGER NOT NULL, range_ddeg INTEGER, measured INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE packs (
    utc_cs INTEGER NOT NULL, kind TEXT NOT NULL, offset_min INTEGER NOT NULL,
    length_cs INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, kind)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pains (
    utc_cs INTEGER PRIMARY KEY, offset_min INTEGER NOT NULL, level INTEGER NOT NULL,
    places TEXT NOT NULL, kinds TEXT NOT NULL, deeds TEXT NOT NULL,
    since_day INTEGER, woke INTEGER) STRICT""",
    """CREATE TABLE hints (
    utc_cs INTEGER NOT NULL, kind TEXT NOT NULL, offset_min INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, kind)) STRICT, WITHOUT ROWID""",
)

STEPS: tuple[tuple[str, ...], ...] = (_SCHEMA_1, _SCHEMA_2)
"""Statements from each schema to the next one; those that were released never change."""
NOTE_TABLES = ("breaks", "exercises", "packs", "pains", "hints")
"""What is noted about care. The user writes there too, while posture runs or not."""
TABLES = ("sessions", "minutes", "hours", "episodes", "alerts", "baselines", *NOTE_TABLES)


class HistoryError(PostureError):
    """The history cannot be read or written now; it may be possible later."""


class DamagedError(HistoryError):
    """The file holds no history any more, or not all of it."""


class ForeignError(HistoryError):
    """The file is a newer posture's, or another program's: it is left alone."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Let what SQLite or the system says reach the user as a `HistoryError`."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise DamagedError(f"{path}: is damaged, or is no history ({error})") from error
        raise HistoryError(
            f"{path}: the history cannot be read or written ({error}); make sure that the file "
            "and its folder are yours and that there is space, and that nothing else uses them"
        ) from error
    except UnicodeDecodeError as error:  # in the names of tables
        raise DamagedError(f"{path}: is damaged ({error.reason})") from error
    except OSError as error:
        raise HistoryError(
            f"{path}: the history cannot be opened ({error.strerror or error}); see to the file "
            "and its folder"
        ) from error


def connect(path: Path, *, write: bool, wait_s: float = BUSY_S) -> sqlite3.Connection:
    """Open a file that is there.

    Args:
        path: The file.
        write: Whether it may be changed; then erased rows are overwritten.
        wait_s: How long another process that writes is waited for.

    Raises:
        sqlite3.Error: It cannot be opened; a damaged one may be noticed only later.
    """
    uri = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False
    )
    try:
        # What is damaged must not end in an error of decoding.
        connection.text_factory = partial(str, encoding="utf-8", errors="replace")
        if write:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA secure_delete = ON").fetchall()
        else:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def make_file(path: Path) -> None:
    """Make an empty file for the user alone, or one that is there the user's alone.

    SQLite gives the files that it puts beside it the same mode.

    Raises:
        FolderError: Its folder cannot be made.
        OSError: It cannot be made, or is no file.
    """
    folders.ensure(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    for each in (path, *beside(path)):
        with suppress(FileNotFoundError, PermissionError):
            each.chmod(PRIVATE)


def beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside one."""
    return tuple(path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))


def size_bytes(path: Path) -> int:
    """Of the file and those beside it."""
    return sum(each.stat().st_size for each in (path, *beside(path)) if each.exists())


def schema_of(connection: sqlite3.Connection) -> int:
    """Which schema a file has; 0 for an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is not a history of this posture or an older one; an empty file is one.

    Raises:
        ForeignError: It is a newer posture's, or another program's.
        DamagedError: Tables are missing.
    """
    with one_moment(connection):
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        version = schema_of(connection)
    if not tables and not version:
        return
    if owner != APPLICATION_ID:
        raise ForeignError(f"{path}: is no history but another program's; name another file")
    if version > len(STEPS):
        raise ForeignError(
            f"{path}: was written by a newer posture; it is left as it is, and nothing is kept "
            "until you use that version again"
        )
    if version == len(STEPS) and not tables.issuperset(TABLES):
        raise DamagedError(f"{path}: is damaged: tables are missing")


def migrate(connection: sqlite3.Connection, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Bring a file to the newest schema, completely or not at all."""
    if schema_of(connection) == len(steps):
        return
    with transaction(connection):
        for step in steps[schema_of(connection) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """See the file as it is at one moment, while another process may be making it."""
    begun = not connection.in_transaction
    if begun:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if begun and connection.in_transaction:  # SQLite may have ended it by itself
            connection.execute("ROLLBACK")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all that is within, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite may have rolled back by itself
            connection.execute("ROLLBACK")
        raise
