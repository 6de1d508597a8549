"""Heat and cold in a terminal: cautions, a countdown, and a note."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner, Result

from posture import cli_packs
from posture.care.entries import PackKind
from posture.care.packs import CAUTIONS, PACKS
from posture.cli import main
from posture.cli_packs import COLD, HEAT
from posture.history import notebook
from posture.history.notebook import Notebook
from posture.history.rows import Span
from posture.ports import Announcement, DesktopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = date(2026, 3, 2)
TOLD = "\a"


class World:
    """A clock that goes on by waiting, a desktop, and what the user has noted."""

    def __init__(self, path: Path) -> None:
        self.now_s = 100.0
        self.waits = 0
        self.sleeps: dict[int, float] = {}
        """By the number of the wait, how long the computer sleeps in it."""
        self.interrupted_at: int | None = None
        self.announced: list[Announcement] = []
        self.notebook = Notebook(path / "history.db", lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))

    def read(self) -> float:
        return self.now_s

    def wait(self, seconds: float) -> None:
        if self.waits == self.interrupted_at:
            raise KeyboardInterrupt
        self.now_s += seconds + self.sleeps.get(self.waits, 0.0)
        self.waits += 1

    def noted(self) -> list[tuple[PackKind, float]]:
        notes = self.notebook.notes(Span(DAY, DAY + timedelta(days=1)))
        return [(note.kind, note.length_s) for note in notes.packs]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = World(tmp_path)
    play = cli_packs._play
    monkeypatch.setattr(notebook, "own", lambda: world.notebook)
    monkeypatch.setattr(cli_packs, "_play", lambda now, *_: play(now, world.read, world.wait))
    monkeypatch.setattr(cli_packs, "_show_on_desktop", world.announced.append)
    return world


def command(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=typed, catch_exceptions=False)


def test_the_limits_are_those_of_the_packs() -> None:
    for kind, typed in ((PackKind.HEAT, HEAT), (PackKind.COLD, COLD)):
        assert (typed.min, typed.max) == (PACKS[kind].least_min, PACKS[kind].most_min)


@pytest.mark.parametrize(
    ("arguments", "noted"),
    [
        (["heat", "--yes"], [(PackKind.HEAT, 1200.0)]),
        (["heat", "12.5", "--yes"], [(PackKind.HEAT, 750.0)]),
        (["cold", "--yes"], [(PackKind.COLD, 600.0)]),
        (["cold", "15", "--yes"], [(PackKind.COLD, 900.0)]),
    ],
    ids=str,
)
def test_it_counts_down_and_is_noted(
    world: World, arguments: list[str], noted: list[tuple[PackKind, float]]
) -> None:
    result = command(*arguments)
    assert result.exit_code == 0
    assert world.noted() == noted
    assert [each.text for each in world.announced] == [PACKS[noted[0][0]].take_off]
    assert result.stdout.endswith(f"{TOLD}{PACKS[noted[0][0]].take_off}\n")


def test_cold_after_heat(world: World) -> None:
    world.notebook = Notebook(
        world.notebook.path, lambda: datetime.fromtimestamp(1772442000.0 + world.now_s, UTC)
    )
    result = command("heat", "--then-cold", "--yes")
    assert world.noted() == [(PackKind.HEAT, 1200.0), (PackKind.COLD, 600.0)]
    assert result.stdout.index("Take the heat off now") < result.stdout.index("A cold pack: 10 min")


@pytest.mark.parametrize(("typed", "starts"), [("y\n", True), ("n\n", False), ("", False)])
def test_the_cautions_come_first_and_are_to_be_confirmed(
    world: World, typed: str, starts: bool
) -> None:
    result = command("cold", typed=typed)
    assert result.exit_code == 0
    asked = result.stdout.index("none of it applies to me")
    for caution in CAUTIONS:
        assert 0 <= result.stdout.find(caution) < asked
    assert bool(world.noted()) is starts
    assert ("nothing was started" in result.stdout) is not starts


@pytest.mark.parametrize("yes", [[], ["--yes"]], ids=["asked", "yes"])
def test_the_cautions_are_always_shown(world: World, yes: list[str]) -> None:
    del world
    assert CAUTIONS[0] in command("heat", *yes).stdout


@pytest.mark.parametrize(
    ("arguments", "range_"),
    [(["heat", "21"], "10<=x<=20"), (["heat", "nan"], "finite"), (["cold", "16"], "10<=x<=15")],
    ids=str,
)
def test_longer_is_wrong_usage(arguments: list[str], range_: str) -> None:
    result = command(*arguments, "--yes")
    assert (result.exit_code, range_ in result.stderr) == (2, True)


def test_time_goes_on_while_the_computer_sleeps(world: World) -> None:
    world.sleeps[300] = 3600.0
    result = command("heat", "--yes")
    assert world.waits == 301
    text = "Take the heat off now: its time was over 45 min ago. Look at your skin."
    assert result.stdout.endswith(f"{TOLD}{text}\n")
    assert world.noted() == [(PackKind.HEAT, 1200.0)]


@pytest.mark.parametrize(("at", "noted"), [(30, []), (90, [(PackKind.HEAT, 90.0)])])
def test_what_was_on_is_noted_when_it_is_interrupted(
    world: World, at: int, noted: list[tuple[PackKind, float]]
) -> None:
    world.interrupted_at = at
    result = command("heat", "--yes")
    assert (result.exit_code, result.stderr.strip()) == (130, "interrupted")
    assert world.noted() == noted
    assert not world.announced


def test_ctrl_c_at_the_question_is_no_answer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> bool:
        abort = click.Abort()
        abort.__context__ = KeyboardInterrupt()
        raise abort

    monkeypatch.setattr("click.confirm", interrupted)
    result = command("heat")
    assert (result.exit_code, result.stderr.strip()) == (130, "interrupted")
    assert "nothing was started" not in result.stdout
    assert world.noted() == []


def test_a_history_that_cannot_be_written_is_told(world: World) -> None:
    world.notebook.path.mkdir()
    result = command("cold", "--yes")
    assert result.exit_code == 0
    assert result.stderr.startswith("this was not noted: ")


class TestDesktop:
    def test_it_is_shown_and_stays(self, monkeypatch: pytest.MonkeyPatch) -> None:
        shown: list[str] = []

        class Bus:
            def __enter__(self) -> Bus:
                shown.append("open")
                return self

            def __exit__(self, *_: object) -> None:
                shown.append("bus closed")

        class Notifier:
            def __init__(self, *_: object) -> None: ...

            def announce(self, told: Announcement) -> None:
                shown.append(told.text)

        monkeypatch.setattr("posture.desktop.session_bus.Bus", Bus)
        monkeypatch.setattr("posture.notifiers.desktop.DesktopNotifier", Notifier)
        cli_packs._show_on_desktop(Announcement("pack", "title", "text"))
        assert shown == ["open", "text", "bus closed"]

    def test_without_one_nothing_happens(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def no_bus() -> Callable[[], object]:
            raise DesktopError("there is no desktop")

        monkeypatch.setattr("posture.desktop.session_bus.Bus", no_bus)
        cli_packs._show_on_desktop(Announcement("pack", "title", "text"))
