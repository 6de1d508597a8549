"""Asks the history, beside the one who writes it; what is not there yet is an empty one."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from posture.care.entries import Notes
from posture.history import coding, note_coding
from posture.history.rows import Span, no_stretches
from posture.history.schema import (
    AROUND_S,
    DAY_S,
    EPOCH,
    LOOK_S,
    NOTE_TABLES,
    TABLES,
    check,
    connect,
    schema_of,
    told,
)
from posture.history.store import STRETCH_COLUMNS, minutes_between
from posture.ports import Closing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from posture.history.note_coding import Kept, NoteKind
    from posture.history.rows import (
        Episode,
        KeptAlert,
        Session,
        Stretches,
        UsedBaseline,
    )


class Reader(Closing):
    """Reads a file without ever changing it; a file that is missing or empty has no rows.

    Args:
        path: The file.

    Raises:
        ForeignError: It is a newer posture's, or another program's.
        HistoryError: It cannot be read, or is damaged. So do all that ask.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        with told(path):
            if not path.exists():
                return
            if path.is_dir():
                raise IsADirectoryError(21, "it is a folder")
            connection = connect(path, write=False, wait_s=LOOK_S)
            try:
                check(connection, path)
                empty = schema_of(connection) == 0
            except BaseException:
                connection.close()
                raise
            if empty:
                connection.close()
            else:
                self._connection = connection

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def days(self) -> Span | None:
        """From the first local day of which there is anything to the last; None for nothing."""
        found = [
            day
            for table, key, length_s in (
                ("minutes", "minute", 60.0),
                ("episodes", "utc_cs", 0.01),
                ("alerts", "utc_cs", 0.01),
                ("sessions", "utc_cs", 0.01),
                *((table, "utc_cs", 0.01) for table in NOTE_TABLES),
            )
            if self._has(table)
            for order in ("ASC", "DESC")
            for day in self._days_of(table, key, order, length_s)
        ]
        return Span(min(found), max(found) + timedelta(days=1)) if found else None

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        counts = dict.fromkeys(TABLES, 0)
        for table in filter(self._has, TABLES):
            ((counts[table],),) = self._all(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own
        return counts

    def minutes(self, span: Span) -> Stretches:
        """Those of some local days, in order of time, as are all others."""
        return self._stretches(span, 60)

    def hours(self, span: Span) -> Stretches:
        """The same by hours of UTC."""
        return self._stretches(span, 3600)

    def episodes(self, span: Span) -> tuple[Episode, ...]:
        """Slouches that began then."""
        columns = "utc_cs, end_utc_cs, offset_min, part, peak_ddeg, mean_ddeg, over"
        return self._rows("episodes", columns, span, coding.episode_of)

    def alerts(self, span: Span) -> tuple[KeptAlert, ...]:
        """Alerts, shown or not."""
        return self._rows("alerts", "*", span, coding.alert_of)

    def sessions(self, span: Span) -> tuple[Session, ...]:
        """Sessions that began then."""
        return self._rows("sessions", "*", span, coding.session_of)

    def baselines(self, span: Span) -> tuple[UsedBaseline, ...]:
        """What was judged by from then on."""
        return self._rows("baselines", "*", span, coding.baseline_of)

    def notes(self, span: Span) -> Notes:
        """What was noted about care; nothing in a file of a schema without notes."""
        return Notes(
            self._noted(note_coding.BREAKS, span),
            self._noted(note_coding.EXERCISES, span),
            self._noted(note_coding.PACKS, span),
            self._noted(note_coding.PAINS, span),
            self._noted(note_coding.HINTS, span),
        )

    def _noted(self, kind: NoteKind[Kept], span: Span) -> tuple[Kept, ...]:
        return self._rows(kind.table, "*", span, kind.of) if self._has(kind.table) else ()

    def _has(self, table: str) -> bool:
        """Whether there is such a table: an older file is brought up to date by who writes."""
        query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
        return self._connection is not None and bool(self._all(query, table))

    def _days_of(self, table: str, key: str, order: str, scale_s: float) -> list[date]:
        query = f"SELECT {key}, offset_min FROM {table} ORDER BY {key} {order} LIMIT 1"  # noqa: S608
        days = []
        for at, offset_min in self._all(query):
            with suppress(OverflowError, TypeError):  # of a damaged file
                days.append(EPOCH + timedelta(seconds=at * scale_s + offset_min * 60))
        return days

    def _stretches(self, span: Span, length_s: int) -> Stretches:
        begin_s, end_s = bounds_s(span)
        first, last = (begin_s - AROUND_S) // length_s, (end_s + AROUND_S) // length_s
        if self._connection is None:
            return no_stretches(length_s)
        with told(self.path):
            if length_s == 60:
                found = minutes_between(self._connection, first, last)
            else:
                query = f"SELECT hour, {STRETCH_COLUMNS} FROM hours WHERE hour >= ? AND hour < ? ORDER BY hour"  # noqa: S608, E501
                found = coding.stretches(self._all(query, first, last), length_s)
        return found[(found.local_s >= begin_s) & (found.local_s < end_s)]

    def _rows(
        self, table: str, columns: str, span: Span, of: Callable[[coding.Values], coding.Row]
    ) -> tuple[coding.Row, ...]:
        begin_s, end_s = bounds_s(span)
        query = (
            f"SELECT {columns} FROM {table} WHERE utc_cs >= ? AND utc_cs < ? "  # noqa: S608
            "AND utc_cs + offset_min * 6000 >= ? AND utc_cs + offset_min * 6000 < ? ORDER BY utc_cs"
        )
        around = (begin_s - AROUND_S, end_s + AROUND_S, begin_s, end_s)
        found = self._all(query, *(moment * 100 for moment in around))
        return tuple(coding.understood(found, of))

    def _all(self, query: str, *values: int | str) -> list[coding.Values]:
        if self._connection is None:
            return []
        with told(self.path):
            return self._connection.execute(query, values).fetchall()


def bounds_s(span: Span) -> tuple[int, int]:
    """Begin and end of a span, in local seconds."""
    begin, end = ((day - EPOCH).days * DAY_S for day in (span.begin, span.end))
    return begin, end
