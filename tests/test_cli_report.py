"""`posture report` and `posture export` as a user calls them."""

from __future__ import annotations

import csv
import io
import json
import sys
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture import cli_report
from posture.cli import main
from posture.cli_report import put
from tests.years import years

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.kept import Years

TODAY = date(2026, 3, 4)


@pytest.fixture(autouse=True)
def history(monkeypatch: pytest.MonkeyPatch) -> Years:
    """Two months of somebody for whom it is Wednesday, 4 March 2026."""
    made_up = years(date(2026, 1, 15), 48)

    @contextmanager
    def reader(_: Path | None) -> Iterator[Years]:
        yield made_up

    monkeypatch.setattr(cli_report, "reader_of", reader)
    monkeypatch.setattr(cli_report, "_today", lambda: TODAY)
    return made_up


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


class TestDays:
    @pytest.mark.parametrize(
        ("arguments", "first", "last"),
        [
            pytest.param([], "2026-03-02", "2026-03-08", id="this week"),
            pytest.param(["--week"], "2026-03-02", "2026-03-08", id="the same, asked for"),
            pytest.param(["--week", "2026-02-15"], "2026-02-09", "2026-02-15", id="a week"),
            pytest.param(["--day"], "2026-03-04", "2026-03-04", id="today"),
            pytest.param(["--day", "yesterday"], "2026-03-03", "2026-03-03", id="yesterday"),
            pytest.param(["--month"], "2026-03-01", "2026-03-31", id="this month"),
            pytest.param(["--month", "2026-02-28"], "2026-02-01", "2026-02-28", id="a month"),
            pytest.param(["--from", "2026-02-01"], "2026-02-01", "2026-03-04", id="until today"),
            pytest.param(
                ["--from", "2026-02-01", "--to", "2026-02-01"],
                "2026-02-01",
                "2026-02-01",
                id="from and to",
            ),
        ],
    )
    def test_which(self, arguments: list[str], first: str, last: str) -> None:
        data = json.loads(command("report", *arguments, "--json", "-").output)
        assert (data["from"], data["to"]) == (first, last)

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--day", "--week"], "give one of"),
            (["--to", "2026-03-01"], "--to needs --from"),
            (["--week", "--from", "2026-03-01"], "give one of"),
            (["--from", "2026-03-03", "--to", "2026-03-01"], "is before --from"),
            (["--day", "soon"], "soon is no date such as 2026-03-04"),
            (["--day", "9999-12-31"], "outside of any history"),
            (["--week", "0001-01-01"], "outside of any history"),
        ],
    )
    def test_wrong_ones_are_told(self, arguments: list[str], told: str) -> None:
        result = command("report", *arguments)
        assert result.exit_code == 2
        assert told in result.output


class TestReport:
    def test_in_the_terminal(self) -> None:
        result = command("report", "--week", "2026-02-20")
        assert result.exit_code == 0
        assert "Monday 16 to Sunday 22 February 2026" in result.output
        assert "Not a medical device." in result.output

    def test_of_nothing_is_no_error(self) -> None:
        result = command("report", "--day", "2020-01-01")
        assert result.exit_code == 0
        assert "Nothing was kept of Wednesday 1 January 2020." in result.output

    def test_csv_on_standard_output(self) -> None:
        rows = list(csv.DictReader(io.StringIO(command("report", "--csv", "-").output)))
        assert [row["date"] for row in rows] == ["2026-03-02", "2026-03-03"]

    def test_standard_output_has_the_bytes_of_a_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        out = io.TextIOWrapper(written := io.BytesIO(), "latin-1", errors="replace")
        monkeypatch.setattr("sys.stdout", out)
        put("-", "7\N{EN DASH}9")
        assert written.getvalue() == "7\N{EN DASH}9".encode()

    def test_several_files_at_once(self, tmp_path: Path) -> None:
        names = {kind: str(tmp_path / f"week.{kind}") for kind in ("json", "csv", "html")}
        arguments = [part for kind, name in names.items() for part in (f"--{kind}", name)]
        result = command("report", *arguments)
        assert result.stdout == ""
        assert all(f"written: {name}" in result.stderr for name in names.values())
        assert (tmp_path / "week.html").read_text().startswith("<!DOCTYPE html>")

    def test_a_file_that_cannot_be_written(self, tmp_path: Path) -> None:
        result = command("report", "--html", str(tmp_path / "nowhere" / "page.html"))
        assert result.exit_code == 5
        assert "cannot be written" in result.output


class TestExport:
    def test_everything(self, tmp_path: Path, history: Years) -> None:
        result = command("export", str(tmp_path / "all"), "--format", "jsonl")
        assert result.exit_code == 0
        assert len(result.output.splitlines()) == len(list((tmp_path / "all").iterdir())) == 11
        assert len((tmp_path / "all" / "minutes-2026.jsonl").read_text().splitlines()) == len(
            history.all_minutes
        )

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        result = command("export", str(tmp_path / "file" / "all"))
        assert result.exit_code == 5
        assert "all: cannot be made a folder" in result.stderr

    def test_parquet_without_its_package(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        result = command("export", str(tmp_path), "--format", "parquet")
        assert result.exit_code == 1
        assert "pip install" in result.output
