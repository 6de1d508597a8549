"""The tables of a batch: a row a recording, a row a subject, and all ticks.

Read from the folders of the recordings, in their order: the same results give the same bytes.
"""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from posture import folders
from posture.batch import STEM, BatchError, Outcome, Recorded, place
from posture.ports import OutputError
from posture.records import State
from posture.tick_tables import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

WHO = ("file", "subject", "camera")
SECONDS = tuple(f"{state.value}_s" for state in State if state is not State.PAUSED)
RECORDING_COLUMNS = (
    *WHO,
    "exit_code",
    "message",
    "duration_s",
    "frames",
    "measured_frames",
    *SECONDS,
    "slouches",
    "alerts",
    "view",
    "quality",
)
SUBJECT_COLUMNS = (
    "subject",
    "recordings",
    "without_result",
    "duration_s",
    "frames",
    "measured_frames",
    *SECONDS,
    "slouched_share",
    "slouches",
    "alerts",
    "alerts_per_hour",
)
"""`slouched_share` is of the time in which the posture was known, `alerts_per_hour` of all."""
NO_PARQUET = 'Parquet needs the package pyarrow: pip install "posture-monitor[parquet]"'


def write_all(
    asked: Sequence[Recorded], outcomes: Mapping[str, Outcome], out: Path, *, parquet: bool
) -> list[Path]:
    """Write `recordings.csv`, `subjects.csv` and `ticks.csv` or `ticks.parquet`.

    Args:
        asked: The recordings, in order.
        outcomes: How each ended, by its name.
        out: The folder.
        parquet: Whether the ticks become a Parquet file; see `need_parquet`.

    Raises:
        OutputError: A table cannot be written.
    """
    rows = [_row(each, outcomes[each.name], out) for each in asked]
    done = [each for each in asked if outcomes[each.name].finished]
    of_recordings, of_subjects, *ticks_of = tables_of(out)
    ticks = ticks_of[parquet]
    with _told(out):
        _write(of_recordings, RECORDING_COLUMNS, rows)
        _write(of_subjects, SUBJECT_COLUMNS, subjects(rows))
        with folders.replacing(ticks) as part:
            (_ticks_parquet if parquet else _ticks_csv)(done, out, part)
    return [of_recordings, of_subjects, ticks]


def tables_of(out: Path) -> tuple[Path, ...]:
    """Where they are: of recordings, subjects, ticks, and ticks as Parquet."""
    names = ("recordings.csv", "subjects.csv", "ticks.csv", "ticks.parquet")
    return tuple(out / name for name in names)


def subjects(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Sums of the recordings of each subject, in the order in which they first come."""
    by_subject: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_subject.setdefault(row["subject"], []).append(row)
    return [_subject(name, of) for name, of in by_subject.items()]


def _subject(name: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    with_result = [row for row in rows if row["duration_s"] != ""]
    summed = ("duration_s", "frames", "measured_frames", *SECONDS, "slouches", "alerts")
    total = {key: round(sum(row[key] for row in with_result), 3) for key in summed}
    known_s = total["upright_s"] + total["slouched_s"]
    return {
        "subject": name,
        "recordings": len(rows),
        "without_result": len(rows) - len(with_result),
        **total,
        "slouched_share": round(total["slouched_s"] / known_s, 4) if known_s else "",
        "alerts_per_hour": (
            round(total["alerts"] / total["duration_s"] * 3600, 3) if total["duration_s"] else ""
        ),
    }


def _row(recorded: Recorded, outcome: Outcome, out: Path) -> dict[str, Any]:
    row = dict.fromkeys(RECORDING_COLUMNS, "") | {
        "file": recorded.name,
        "subject": recorded.subject,
        "camera": recorded.camera,
        "exit_code": int(outcome.code),
        "message": outcome.message,
    }
    path = place(out, recorded) / f"{STEM}.summary.json"
    if not outcome.finished or not path.is_file():
        return row
    summary = json.loads(path.read_text(encoding="utf-8"))
    keys = ("duration_s", "frames", "measured_frames", "slouches", "alerts")
    baseline = summary["baseline"] or {}
    return {
        **row,
        **{key: summary[key] for key in keys},
        **{f"{state}_s": seconds for state, seconds in summary["seconds"].items()},
        "view": baseline.get("view", ""),
        "quality": next((each["quality"] for each in summary["accepted"]), ""),
    }


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    with folders.replacing(path) as part, _open(part) as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _open(part: Path) -> TextIO:
    """Also for names that are no text, which a disk may have."""
    return part.open("w", encoding="utf-8", errors="backslashreplace", newline="")


def _tick_files(asked: Iterable[Recorded], out: Path) -> Iterator[tuple[Recorded, Path]]:
    for each in asked:
        path = place(out, each) / f"{STEM}.ticks.csv"
        if path.is_file():
            yield each, path


def _ticks_csv(asked: Iterable[Recorded], out: Path, part: Path) -> None:
    with _open(part) as whole:
        writer = csv.writer(whole, lineterminator="\n")
        writer.writerow((*WHO, *COLUMNS))
        for each, path in _tick_files(asked, out):
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                next(rows)
                writer.writerows((each.name, each.subject, each.camera, *row) for row in rows)


def need_parquet() -> None:
    """Say so, before hours of work, where Parquet cannot be written.

    Raises:
        BatchError: The package for it is missing.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise BatchError(NO_PARQUET) from error


_TEXTS = ("status", "reason", "view", "state", "accepted", "stale")
"""Columns of ticks that hold words; the others are numbers."""


def _ticks_parquet(asked: Iterable[Recorded], out: Path, part: Path) -> None:
    import pyarrow as pa
    from pyarrow import csv as arrow_csv
    from pyarrow import parquet

    number, text = pa.float64(), pa.string()
    kinds = {name: text if name in _TEXTS else number for name in COLUMNS} | {"index": pa.int64()}
    schema = pa.schema([*((name, text) for name in WHO), *kinds.items()])
    convert = arrow_csv.ConvertOptions(column_types=kinds, strings_can_be_null=False)
    with parquet.ParquetWriter(part, schema) as writer:
        for each, path in _tick_files(asked, out):
            table = arrow_csv.read_csv(path, convert_options=convert)
            who = [
                pa.array([value.encode(errors="backslashreplace")] * len(table), text)
                for value in (each.name, each.subject, each.camera)
            ]
            writer.write_table(pa.table([*who, *table.columns], schema=schema))


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = error.strerror or error
        raise OutputError(
            f"{out}: the tables cannot be written ({what}); free some space"
        ) from error
