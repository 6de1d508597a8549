"""`posture break` as a user types it, with and without a running posture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture.care.breaks import SUGGESTIONS
from posture.care.entries import BreakEnd, BreakKind, BreakNote
from posture.cli import main
from posture.commands import Break, Reply
from posture.history.notebook import Notebook
from posture.history.rows import Span
from posture.outside import Outside
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


class World:
    """A clock that goes on by waiting, a computer that may sleep, and what was noted."""

    def __init__(self, path: Path) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)
        self.waits: list[float] = []
        self.asleep_s = 0.0
        self.book: Notebook | None = Notebook(path / "history.sqlite3", lambda: self.now)

    def clock(self) -> float:
        return 100.0 + sum(self.waits)

    def wall_clock(self) -> float:
        """Goes on while the computer sleeps, which it does in the third wait."""
        return self.clock() + (self.asleep_s if len(self.waits) >= 3 else 0.0)

    def noted(self) -> tuple[BreakNote, ...]:
        assert self.book is not None
        return self.book.notes(Span(date(2026, 3, 2), date(2026, 3, 3))).breaks


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> World:
    made = World(tmp_path)
    monkeypatch.setattr("posture.history.notebook.own", lambda _: made.book)
    monkeypatch.setattr("posture.cli_break.time", SimpleNamespace(sleep=made.waits.append))
    outside = replace(Outside(), clock=made.clock, wall_clock=made.wall_clock)
    monkeypatch.setattr("posture.outside.Outside", lambda: replace(outside, now=lambda: made.now))
    return made


@pytest.mark.parametrize(("kind", "length_s"), [("micro", 30), ("long", 300)])
def test_without_a_running_posture_it_is_counted_here(
    kind: str, length_s: float, world: World
) -> None:
    result = command(kind)
    assert result.exit_code == 0
    assert sum(world.waits) == pytest.approx(length_s)
    first, last = result.stdout.splitlines()
    assert "break of" in first
    assert last == "that was it"
    (note,) = world.noted()
    assert (note.kind, note.end, note.length_s) == (BreakKind(kind), BreakEnd.TAKEN, length_s)
    assert not note.asked


def test_it_is_over_where_the_computer_slept_through_it(world: World) -> None:
    world.asleep_s = 3600.0
    assert command("long").exit_code == 0
    assert sum(world.waits) == pytest.approx(3.0)


@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.parametrize("kind", BreakKind)
def test_suggestions_come_in_turn(kind: BreakKind, keeps: bool, world: World) -> None:
    if not keeps:
        world.book = None
    told = []
    for _ in SUGGESTIONS[kind]:
        result = command(str(kind))
        told.append(result.stdout.partition("\n")[0])
        assert result.exit_code == 0, result.stderr
        world.now += timedelta(hours=1)
    assert len(set(told)) == len(told)


def test_a_damaged_history_hinders_no_break(world: World) -> None:
    assert world.book is not None
    world.book.path.write_text("no history " * 99)
    result = command("micro")
    assert result.exit_code == 0
    assert "this was not noted" in result.stderr
