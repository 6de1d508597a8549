"""`posture break` as a user types it, with and without a running posture."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture.care.entries import BreakEnd, BreakKind
from posture.cli import main
from posture.commands import Break, Reply
from posture.history.notebook import Notebook
from posture.history.rows import Span
from tests.running import BY_SOCKET, running

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = BY_SOCKET


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["break", *arguments], catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], "micro"),
        (["micro"], "micro"),
        (["long"], "long"),
        (["--done"], "done"),
        (["--skip"], "skip"),
        (["--later"], "later"),
        (["--status"], "status"),
    ],
    ids=str,
)
def test_what_is_typed_is_heard(arguments: list[str], wish: str) -> None:
    with running() as heard:
        result = command(*arguments)
        assert heard == [Break(wish)]
    assert (result.exit_code, result.stdout) == (0, "Break done\n")


def test_what_is_refused_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = Reply(ok=False, text="no break is due")
    monkeypatch.setattr("posture.control.send", lambda _: refused)
    result = command("--skip")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no break is due" in result.stderr


@pytest.mark.parametrize("arguments", [["long", "--skip"], ["short"]], ids=str)
def test_what_does_not_fit(arguments: list[str]) -> None:
    assert command(*arguments).exit_code == 2


@pytest.mark.parametrize("wish", ["done", "skip", "later", "status"])
def test_nothing_runs(wish: str) -> None:
    result = command(f"--{wish}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "posture is not running" in result.stderr


@pytest.mark.parametrize(("kind", "length_s"), [("micro", 30), ("long", 300)])
def test_without_a_running_posture_it_is_counted_here(
    kind: str, length_s: float, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    book = Notebook(tmp_path / "history.sqlite3", lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))
    monkeypatch.setattr("posture.history.notebook.own", lambda _: book)
    waits: list[float] = []
    clock = SimpleNamespace(monotonic=lambda: 100.0 + sum(waits), sleep=waits.append)
    monkeypatch.setattr("posture.cli_break.time", clock)
    result = command(kind)
    assert result.exit_code == 0
    assert sum(waits) == pytest.approx(length_s)
    first, last = result.stdout.splitlines()
    assert "break of" in first
    assert last == "that was it"
    (note,) = book.notes(Span(date(2026, 3, 2), date(2026, 3, 3))).breaks
    assert (note.kind, note.end, note.length_s) == (BreakKind(kind), BreakEnd.TAKEN, length_s)
    assert not note.asked
