"""The one writer of the history: rows into the file, completely or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from posture.history import coding, merging
from posture.history.schema import (
    AROUND_S,
    DAY_S,
    EPOCH,
    NOTE_TABLES,
    DamagedError,
    check,
    connect,
    make_file,
    migrate,
    told,
    transaction,
)
from posture.ports import Closing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from posture.history.batch import Batch
    from posture.history.rows import Answer, Stretches

STRETCH_COLUMNS = (
    "offset_min, upright_cs, slouched_cs, unknown_cs, away_cs, paused_cs, neck_low_ddeg, "
    "neck_middle_ddeg, neck_high_ddeg, back_low_ddeg, back_middle_ddeg, back_high_ddeg, "
    "neck_cdegmin, back_cdegmin, worst_cdegmin"
)
"""Of minutes and hours, in the order of `coding.stretches`."""


class Numbers(NamedTuple):
    """The highest numbers of sessions and of alerts that earlier runs have used."""

    sessions: int
    alerts: int


class Store(Closing):
    """Writes to a file that it makes if need be; from one thread at a time.

    Args:
        path: The file, for the user alone.
        before: What the numbers of this run's rows are added to; None for what the file says.

    Raises:
        DamagedError: The file holds no history, or a damaged one.
        ForeignError: It is a newer posture's, or another program's: it is left as it is.
        HistoryError: It cannot be opened now.
        FolderError: Its folder cannot be made.
    """

    def __init__(self, path: Path, *, before: Numbers | None = None) -> None:
        self.path = path
        with told(path):
            make_file(path)
            self.connection = _opened(path)
            try:
                self.before = before or _numbers(self.connection)
            except BaseException:
                self.connection.close()
                raise

    def write(self, batch: Batch) -> None:
        """Write rows, new or grown; the same ones once more change nothing.

        Raises:
            DamagedError: The file was found to be damaged.
            HistoryError: They cannot be written now; nothing of them is.
        """
        with told(self.path), transaction(self.connection):
            self._write_rows(batch)
            self._write_minutes(batch)
            for number, (answer, utc_s) in batch.answers.items():
                self._answer(number + self.before.alerts, answer, utc_s)

    def answer(self, number: int, answer: Answer, utc_s: float) -> None:
        """Note what the user said to an alert, by the number in the file; raises as `write`."""
        with told(self.path):
            self._answer(number, answer, utc_s)

    def forget_before(self, day: date) -> int:
        """Erase what is of local days before this one; how many rows. Raises as `write`."""
        with told(self.path):
            count = delete_before(self.connection, day)
            if count:
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return count

    def insert(self, table: str, rows: Iterable[coding.Values]) -> int:
        """Add rows of SQL as they are, where they are not there yet; how many were added."""
        count = self.connection.total_changes
        for row in rows:
            marks = ", ".join("?" * len(row))
            self.connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608 - our own names
        return self.connection.total_changes - count

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        self.connection.close()

    def _write_rows(self, batch: Batch) -> None:
        sessions, alerts = self.before
        for number, session in batch.sessions.items():
            self._put("sessions", (number + sessions, *coding.session_values(session)))
        for (number, _), episode in batch.episodes.items():
            keys = (coding.whole(episode.utc_s, 100), number + sessions)
            self._put("episodes", (*keys, *coding.episode_values(episode)))
        for baseline in batch.baselines.values():
            self._put("baselines", coding.baseline_values(baseline))
        added = [(number + alerts, *coding.alert_values(a)) for number, a in batch.alerts.items()]
        self.insert("alerts", added)  # an answer that is there already stays

    def _write_minutes(self, batch: Batch) -> None:
        for minute in batch.minutes.values():
            at, *rest = coding.minute_values(minute)
            self._put("minutes", (at, minute.session + self.before.sessions, *rest))
        add_up(self.connection, {minute.utc_s // 3600 for minute in batch.minutes.values()})

    def _put(self, table: str, row: coding.Values) -> None:
        marks = ", ".join("?" * len(row))
        self.connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608 - our own names

    def _answer(self, number: int, answer: Answer, utc_s: float) -> None:
        self.connection.execute(
            "UPDATE alerts SET answer = ?, answer_utc_cs = ? WHERE number = ?",
            (str(answer), coding.whole(utc_s, 100), number),
        )


def _opened(path: Path) -> sqlite3.Connection:
    connection = connect(path, write=False)  # a file of somebody else's is not even touched
    try:
        check(connection, path)
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise DamagedError(f"{path}: is damaged ({found})")
    finally:
        connection.close()
    connection = connect(path, write=True)
    try:
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _numbers(connection: sqlite3.Connection) -> Numbers:
    # A pause without a camera has minutes but no session: they must not share its number.
    session, alert = connection.execute(
        "SELECT max(coalesce((SELECT max(number) FROM sessions), 0), coalesce((SELECT max(session) "
        "FROM minutes WHERE minute >= (SELECT max(minute) FROM minutes) - 2), 0)), "
        "coalesce((SELECT max(number) FROM alerts), 0)"
    ).fetchone()
    return Numbers(session, alert)


def minutes_between(connection: sqlite3.Connection, begin: int, end: int) -> Stretches:
    """Merged minutes, by their numbers since 1970; the end is not included."""
    query = f"SELECT minute, {STRETCH_COLUMNS} FROM minutes WHERE minute >= ? AND minute < ? ORDER BY minute"  # noqa: S608, E501 - our own names
    return merging.merged(coding.stretches(connection.execute(query, (begin, end)).fetchall(), 60))


def add_up(connection: sqlite3.Connection, hours: set[int]) -> None:
    """Bring these hours up to date with their minutes; within a transaction."""
    for hour in hours:
        connection.execute("DELETE FROM hours WHERE hour = ?", (hour,))
        minutes = minutes_between(connection, hour * 60, hour * 60 + 60)
        for row in coding.hour_values(merging.hours_of(minutes)):
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO hours VALUES ({marks})", row)  # noqa: S608


def delete_before(connection: sqlite3.Connection, day: date) -> int:
    """Delete what is of local days before this one; how many rows.

    An episode or a session goes with its beginning. An hour goes with its minutes.
    """
    limit_s = (day - EPOCH).days * DAY_S
    count = 0
    with transaction(connection):
        values = (limit_s // 60,)
        local = "minute + offset_min < ?"
        rows = connection.execute(
            f"SELECT DISTINCT minute / 60 FROM minutes WHERE {local} AND minute >= ?",  # noqa: S608
            (*values, (limit_s - AROUND_S) // 60),
        )
        near = {hour for (hour,) in rows.fetchall()}
        count += connection.execute(f"DELETE FROM minutes WHERE {local}", values).rowcount  # noqa: S608
        connection.execute("DELETE FROM hours WHERE hour < ?", ((limit_s - AROUND_S) // 3600,))
        add_up(connection, near)
        for table in ("sessions", "episodes", "alerts", "baselines", *NOTE_TABLES):
            query = f"DELETE FROM {table} WHERE utc_cs + offset_min * 6000 < ?"  # noqa: S608
            count += connection.execute(query, (limit_s * 100,)).rowcount
    return count
