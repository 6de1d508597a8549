"""`posture break` as a user types it, with and without a running posture."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from posture.care.entries import BreakKind
from posture.cli import main
from posture.cli_break import count_down
from posture.commands import Break
from tests.running import BY_SOCKET, running

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
    kind: str, length_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[tuple[BreakKind, float]] = []
    monkeypatch.setattr("posture.cli_break.count_down", lambda *given: counted.append(given))
    result = command(kind)
    assert result.exit_code == 0
    assert counted == [(BreakKind(kind), length_s)]
    first, last = result.stdout.splitlines()
    assert "break of" in first
    assert last == "that was it"


def test_counting_takes_as_long_as_the_break() -> None:
    now_s = 100.0

    def sleep(seconds: float) -> None:
        nonlocal now_s
        assert 0 < seconds <= 1
        now_s += seconds

    count_down(BreakKind.MICRO, 30.0, clock=lambda: now_s, sleep=sleep)
    assert now_s == pytest.approx(130)
