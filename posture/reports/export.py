"""Everything that the history keeps as tables for other programs: CSV, JSON lines or Parquet.

Minutes are many: each year has a file of its own. docs/REPORTS.md says what each column is.
"""

from __future__ import annotations

import json
import os
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from posture import folders
from posture.care.entries import BreakNote, ExerciseNote, HintNote, PackNote, PainNote
from posture.history.rows import (
    EXPOSURES,
    QUANTILES,
    STATES,
    Episode,
    KeptAlert,
    Session,
    Span,
    Stretches,
    UsedBaseline,
)
from posture.ports import PostureError
from posture.reports.tables import not_written, save, table_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from posture.care.entries import Note
    from posture.history.rows import Moments
    from posture.records import FloatArray
    from posture.reports.gather import History

    Row = Episode | KeptAlert | Session | UsedBaseline | Note

NO_PARQUET = (
    "Parquet needs the package pyarrow, which is not installed: pip install pyarrow, or choose "
    "--format csv or jsonl"
)


class Format(StrEnum):
    """What the files are, and how their names end."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


class ExportError(PostureError):
    """The export could not be made as asked."""


def _names(of: Iterable[str]) -> list[str]:
    return [name.replace(" ", "_") for name in of]


STRETCH_COLUMNS = (
    "utc",
    "local",
    *(f"{state}_s" for state in STATES),
    *(
        f"{part}_change_q{round(100 * quantile)}_deg"
        for part in _names(EXPOSURES[:2])
        for quantile in QUANTILES
    ),
    *(f"{name}_exposure_deg_min" for name in _names(EXPOSURES)),
)
"""Of minutes and hours."""


class Table:
    """Named columns: a list of values each, None where nothing is known.

    Args:
        name: Of the file, without its ending.
        columns: All of one length.
    """

    def __init__(self, name: str, columns: dict[str, list[object]]) -> None:
        self.name = name
        self.columns = columns

    def rows(self) -> Iterator[tuple[object, ...]]:
        """One after the other."""
        return zip(*self.columns.values(), strict=True)


def export(history: History, folder: Path, form: Format) -> tuple[Path, ...]:
    """Write all rows, replacing files of the same names; returns the files.

    Args:
        history: All its days.
        folder: Made when missing.
        form: What kind of files.

    Raises:
        ExportError: Parquet without its package.
        FolderError: The folder cannot be made.
        OutputError: A file cannot be written.
    """
    if form is Format.PARQUET:
        _arrow()
    folders.ensure(folder)
    written = []
    for table in tables(history):
        path = folder / f"{table.name}.{form}"
        _write(path, table, form)
        written.append(path)
    return tuple(written)


def tables(history: History) -> Iterator[Table]:
    """Everything, a table at a time: no more than a year of minutes is in memory."""
    span = history.days()
    if span is None:
        return
    for year in range(span.begin.year, (span.end - timedelta(days=1)).year + 1):
        minutes = history.minutes(Span(date(year, 1, 1), date(year + 1, 1, 1)))
        if len(minutes):
            yield stretch_table(f"minutes-{year}", minutes)
    yield stretch_table("hours", history.hours(span))
    yield row_table("episodes", Episode, history.episodes(span))
    yield row_table("alerts", KeptAlert, history.alerts(span))
    yield row_table("sessions", Session, history.sessions(span))
    yield row_table("baselines", UsedBaseline, history.baselines(span))
    notes = history.notes(span)
    yield row_table("breaks", BreakNote, notes.breaks)
    yield row_table("exercises", ExerciseNote, notes.exercises)
    yield row_table("packs", PackNote, notes.packs)
    yield row_table("pains", PainNote, notes.pains)
    yield row_table("hints", HintNote, notes.hints)


def stretch_table(name: str, stretches: Stretches) -> Table:
    """Minutes or hours, `STRETCH_COLUMNS`."""
    n = len(stretches)
    numbers = np.concatenate(
        [
            stretches.seconds,
            stretches.change_deg.reshape(n, 2 * len(QUANTILES)),
            stretches.exposure_deg_min,
        ],
        axis=1,
    )
    columns = [_moments(stretches.utc_s), _moments(stretches.local_s, zone=""), *_lists(numbers)]
    return Table(name, dict(zip(STRETCH_COLUMNS, columns, strict=True)))


def row_table(name: str, kind: type[Row], rows: Sequence[Row]) -> Table:
    """Rows, by the names of their fields; those of moments lose the `_s` and are text."""
    columns: dict[str, list[object]] = {}
    for field in fields(kind):
        values = [getattr(row, field.name) for row in rows]
        if field.name.endswith("utc_s"):
            columns[field.name.removesuffix("_s")] = [_moment(value) for value in values]
        elif field.name == "offset_s":
            local_s = [row.utc_s + row.offset_s for row in rows]
            columns["local"] = [_moment(value, zone="") for value in local_s]
        else:
            columns[field.name] = [_plain(value) for value in values]
    return Table(name, columns)


def _moment(utc_s: float, zone: str = "Z") -> str | None:
    if isnan(utc_s):
        return None
    at = datetime.fromtimestamp(round(utc_s), UTC).replace(tzinfo=None)
    return at.isoformat() + zone


def _moments(seconds: Moments, zone: str = "Z") -> list[object]:
    texts = np.datetime_as_string(seconds.astype("datetime64[s]"))
    return [f"{text}{zone}" for text in texts]


def _lists(numbers: FloatArray) -> list[list[object]]:
    return [
        [None if isnan(value) else round(value, 2) for value in column.tolist()]
        for column in numbers.T
    ]


def _plain(value: object) -> object:
    if isinstance(value, float):
        return None if isnan(value) else round(value, 2)
    if isinstance(value, frozenset):
        return "+".join(sorted(str(word) for word in value))
    return str(value) if isinstance(value, StrEnum | date) else value


def _write(path: Path, table: Table, form: Format) -> None:
    if form is Format.CSV:
        save(path, table_csv(list(table.columns), table.rows()))
    elif form is Format.JSONL:
        names = list(table.columns)
        lines = (json.dumps(dict(zip(names, row, strict=True))) for row in table.rows())
        save(path, "".join(f"{line}\n" for line in lines))
    else:
        _write_parquet(path, table)


def _write_parquet(path: Path, table: Table) -> None:
    arrow_table, write_table = _arrow()
    try:
        with folders.replacing(path) as part:
            flags = os.O_CREAT | os.O_WRONLY | os.O_TRUNC
            os.close(os.open(part, flags, folders.PRIVATE_FILE))
            write_table(arrow_table(table.columns), part)
    except OSError as error:
        raise not_written(path, error) from error


def _arrow() -> tuple[Any, Any]:
    """What makes a table of pyarrow, and what writes it."""
    try:
        from pyarrow import parquet, table
    except ImportError as error:
        raise ExportError(NO_PARQUET) from error
    return table, parquet.write_table
