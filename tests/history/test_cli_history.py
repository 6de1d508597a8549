"""`posture history` as a user calls it, and `posture run --history`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture.cli import main
from posture.history.reader import Reader
from tests.history.script import batch_of, minute
from tests.history.test_store import ALL, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The history of a user who has none yet."""
    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data" / "history.sqlite3"


def command(*arguments: object, answer: str | None = None) -> Result:
    return CliRunner().invoke(
        main, ["history", *map(str, arguments)], input=answer, catch_exceptions=False
    )


def test_where_it_is(own: Path) -> None:
    assert command("path").output == f"{own}\n"
    assert command().output == f"{own}\nnothing is kept yet\n"
    assert not own.parent.exists()


def test_how_much_there_is(own: Path) -> None:
    written(own, ALL, batch_of(minute(3000)))
    aside = own.with_name("history-damaged-2026-01-02.sqlite3")
    aside.touch()
    for arguments in ((), ("status",), ("status", "--history", own)):
        text = command(*arguments).output
        assert "from 2026-03-02 to 2026-03-04" in text
        assert "1 sessions, 2 minutes, 2 hours, 1 episodes, 1 alerts, 1 baselines" in text
        assert "MB" in text
        assert str(aside) in text


class TestPurge:
    def test_asks_first(self, own: Path) -> None:
        written(own, ALL)
        result = command("purge", "--all", answer="n\n")
        assert result.exit_code == 1
        assert "cannot be undone" in result.output
        with Reader(own) as reader:
            assert reader.counts()["minutes"] == 1
        result = command("purge", "--all", answer="y\n")
        assert result.exit_code == 0
        assert "5 rows are erased" in result.output
        with Reader(own) as reader:
            assert reader.days() is None

    def test_days_before_one(self, own: Path) -> None:
        written(own, batch_of(*(minute(1440 * day) for day in range(5))))
        own.with_name("history-damaged-2026-01-02.sqlite3").touch()
        result = command("purge", "--before", "2026-03-05", "--yes")
        assert "still there" in result.output
        with Reader(own) as reader:
            days = reader.days()
        assert days is not None
        assert days.begin == date(2026, 3, 5)

    @pytest.mark.parametrize(
        "arguments", [[], ["--all", "--before", "2026-03-05"], ["--before", "soon"]]
    )
    def test_wrong_usage(self, own: Path, arguments: list[str]) -> None:
        written(own, ALL)
        assert command("purge", "--yes", *arguments).exit_code == 2

    def test_another_program_is_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "mail.sqlite3"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE letters (text)")
        before = path.read_bytes()
        result = command("purge", "--all", "--yes", "--history", path)
        assert result.exit_code == 1
        assert "another program" in result.output
        assert path.read_bytes() == before
        assert command("status", "--history", path).exit_code == 1
