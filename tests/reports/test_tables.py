from __future__ import annotations

import csv
import io
import json
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from posture.care.entries import (
    BreakNote,
    ExerciseNote,
    HintNote,
    Notes,
    PackNote,
    PainNote,
)
from posture.history.rows import Episode, KeptAlert, Session, Span, UsedBaseline
from posture.ports import OutputError
from posture.reports import export
from posture.reports.export import ExportError, Format
from posture.reports.gather import gather
from posture.reports.tables import CSV_COLUMNS, report_csv, report_json, save
from tests.history.notes import BREAK, EXERCISE, HINT, PACK, PAIN, pain
from tests.years import years

SOME = years(date(2025, 12, 15), 60)
WEEK = Span(date(2026, 1, 12), date(2026, 1, 19))
EMPTY = Span(date(2020, 1, 1), date(2020, 1, 2))
REPORTS = Path(__file__).parents[2] / "docs" / "REPORTS.md"


class TestReport:
    def test_json_holds_the_summary(self) -> None:
        summary = gather(SOME, WEEK)
        data = json.loads(report_json(summary))
        assert (data["from"], data["to"]) == ("2026-01-12", "2026-01-18")
        assert data["total"]["watched_s"] == pytest.approx(summary.total.watched_s, abs=0.01)
        assert len(data["days"]) == len(summary.days)
        assert len(data["hours"]["slouched_share"]) == 24
        assert [len(row) for row in data["weekdays"]["watched_s"]] == [24] * 7
        assert data["compared"]["slouched_share"]["days_before"] == summary.slouched.days_before

    def test_what_is_not_known_is_null(self) -> None:
        data = json.loads(report_json(gather(SOME, EMPTY)))
        assert data["total"]["slouched_share"] is None
        assert data["longest_upright"] is None
        assert data["hours"]["slouched_share"] == [None] * 24

    def test_csv_has_a_row_a_day(self) -> None:
        rows = list(csv.DictReader(io.StringIO(report_csv(gather(SOME, WEEK)))))
        assert tuple(rows[0]) == CSV_COLUMNS
        assert [row["date"] for row in rows] == [
            f"{day.span.begin}" for day in gather(SOME, WEEK).days
        ]

    def test_days_of_notes_alone_are_there(self) -> None:
        day = WEEK.begin + timedelta(days=6)  # a Sunday
        note = pain(day, 3)
        some = replace(SOME, all_notes=Notes(pains=(note,)))
        rows = list(csv.DictReader(io.StringIO(report_csv(gather(some, WEEK)))))
        assert [row["date"] for row in rows][-1] == f"{day}"
        assert [(row["pain_level"], row["pain_entries"]) for row in rows][-2:] == [
            ("", "0"),
            ("3", "1"),
        ]
        assert rows[-1]["watched_s"] == "0.0"
        assert rows[-1]["slouched_share"] == ""
        data = json.loads(report_json(gather(some, WEEK)))
        assert data["days"][-1]["pain_level"] == 3
        assert data["days"][0]["pain_level"] is None
        assert data["noted"]["pain"]["days_with_pain"] == 1

    def test_what_was_noted_is_counted(self) -> None:
        some = replace(SOME, all_notes=Notes((BREAK,), (EXERCISE,), (PACK,), (PAIN,), (HINT,)))
        day = Span(date(2026, 3, 2), date(2026, 3, 3))
        noted = json.loads(report_json(gather(some, day)))["noted"]
        assert noted["breaks"] == {"taken": 1}
        assert noted["exercises"] == {"side_bend": 1}
        assert noted["heat_or_cold"] == {"heat": 1}
        assert noted["pain"]["places"] == {"between_shoulder_blades": 1, "neck_left": 1}

    def test_a_file_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError, match=r"nowhere.*cannot be written"):
            save(tmp_path / "nowhere" / "report.json", "")


class TestExport:
    def test_csv_and_json_lines_say_the_same(self, tmp_path: Path) -> None:
        tables = export.export(SOME, tmp_path / "csv", Format.CSV)
        lines = export.export(SOME, tmp_path / "lines", Format.JSONL)
        assert [path.stem for path in tables] == [path.stem for path in lines]
        for table, line in zip(tables, lines, strict=True):
            rows = list(csv.DictReader(io.StringIO(table.read_text())))
            objects = [json.loads(text) for text in line.read_text().splitlines()]
            assert len(rows) == len(objects) > 0
            for row, obj in zip(rows[:50], objects, strict=False):
                assert row == {
                    key: "" if value is None else str(value) for key, value in obj.items()
                }

    def test_everything_is_there(self, tmp_path: Path) -> None:
        files = {path.stem: path for path in export.export(SOME, tmp_path, Format.CSV)}
        counts = {name: len(path.read_text().splitlines()) - 1 for name, path in files.items()}
        assert counts.pop("minutes-2025") + counts.pop("minutes-2026") == len(SOME.all_minutes)
        assert counts == {
            "hours": len(SOME.all_hours),
            "episodes": len(SOME.all_episodes),
            "alerts": len(SOME.all_alerts),
            "sessions": len(SOME.all_sessions),
            "baselines": len(SOME.all_baselines),
            "breaks": len(SOME.all_notes.breaks),
            "exercises": len(SOME.all_notes.exercises),
            "packs": len(SOME.all_notes.packs),
            "pains": len(SOME.all_notes.pains),
            "hints": len(SOME.all_notes.hints),
        }

    def test_nobody_else_may_read_it(self, tmp_path: Path) -> None:
        files = export.export(SOME, tmp_path / "made", Format.CSV)
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o700

    def test_moments_are_utc_and_local(self) -> None:
        (table,) = (table for table in export.tables(SOME) if table.name == "episodes")
        first = SOME.all_episodes[0]
        utc, local = str(table.columns["utc"][0]), str(table.columns["local"][0])
        assert utc.endswith("Z")
        assert int(local[11:13]) - int(utc[11:13]) == first.offset_s / 3600

    def test_without_pyarrow_it_says_what_to_do(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        with pytest.raises(ExportError, match="pip install pyarrow"):
            export.export(SOME, tmp_path / "never", Format.PARQUET)
        assert not (tmp_path / "never").exists()

    def test_parquet_holds_the_same(self, tmp_path: Path) -> None:
        from pyarrow import parquet

        files = {path.stem: path for path in export.export(SOME, tmp_path, Format.PARQUET)}
        for table in export.tables(SOME):
            assert parquet.read_table(files[table.name]).to_pydict() == table.columns
            assert stat.S_IMODE(files[table.name].stat().st_mode) == 0o600


def test_every_column_is_documented() -> None:
    text = REPORTS.read_text()
    columns = {*CSV_COLUMNS, *export.STRETCH_COLUMNS}
    notes = (BreakNote, ExerciseNote, HintNote, PackNote, PainNote)
    for kind in (Episode, KeptAlert, Session, UsedBaseline, *notes):
        columns |= set(export.row_table("any", kind, ()).columns)
    assert [name for name in sorted(columns) if f"`{name}`" not in text] == []
