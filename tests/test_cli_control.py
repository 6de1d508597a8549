"""Commands to a running posture as a user types them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from click.testing import CliRunner, Result

from posture.cli import main
from posture.cli_control import claimed
from posture.commands import (
    Calibrate,
    Command,
    InCall,
    Keep,
    Pause,
    PauseUntilTomorrow,
    Quit,
    Reply,
    Resume,
    ShowWindow,
    Snooze,
)
from tests.running import BY_SOCKET, STATUS, running

pytestmark = BY_SOCKET


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["pause"], Pause(None)),
        (["pause", "7.5"], Pause(7.5)),
        (["pause", "--until-tomorrow"], PauseUntilTomorrow()),
        (["resume"], Resume()),
        (["snooze"], Snooze(15.0)),
        (["snooze", "5"], Snooze(5.0)),
        (["calibrate"], Calibrate()),
        (["calibrate", "--name", " standing "], Calibrate("standing")),
        (["keep"], Keep()),
        (["keep", "/home/me/five.posture"], Keep("/home/me/five.posture")),
        (["call", "on"], InCall(on=True)),
        (["call", "off"], InCall(on=False)),
    ],
    ids=str,
)
def test_what_is_typed_is_heard_and_its_reply_shown(arguments: list[str], meant: Command) -> None:
    with running() as heard:
        result = command(*arguments)
        assert heard == [meant]
    assert (result.exit_code, result.stdout) == (0, f"{type(meant).__name__} done\n")


def test_quit() -> None:
    with running() as heard:
        assert command("quit").stdout == "Quit done\n"
        assert heard == [Quit()]


def test_status() -> None:
    with running():
        said = command("status").stdout.splitlines()
        assert said[:2] == ["paused (for 1:05)", "camera: closed"]
        assert said[2].startswith("paused until 2026-01-01 ")
        assert len(said) == 3
        assert json.loads(command("status", "--json").stdout) == asdict(STATUS)


def test_status_says_how_long_was_sat() -> None:
    status = replace(STATUS, breaks="sat for 23 min, next short break in 7 min", sat_s=1380.0)
    with running(lambda _: Reply(ok=True, text="", status=status)):
        said = command("status").stdout.splitlines()
    assert "breaks: sat for 23 min, next short break in 7 min" in said


@pytest.mark.parametrize("name", ["pause", "resume", "status", "snooze", "calibrate", "quit"])
def test_nothing_runs(name: str) -> None:
    result = command(name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: posture is not running; start it with `posture run`\n"


def test_a_refusal_is_told() -> None:
    with running(lambda _: Reply(ok=False, text="no camera")):
        result = command("calibrate")
    assert (result.exit_code, result.stderr) == (1, "Error: no camera\n")


def test_no_status_in_the_reply() -> None:
    with running(lambda _: Reply(ok=True, text="fine")):
        assert command("status").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["pause", "0"],
        ["pause", "nan"],
        ["pause", "1441"],
        ["pause", "5", "--until-tomorrow"],
        ["snooze", "x"],
        ["call"],
        ["call", "maybe"],
        ["calibrate", "--name", " "],
    ],
    ids=str,
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert command(*arguments).exit_code == 2


def test_a_second_start_leaves_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with running() as heard:
        with pytest.raises(SystemExit) as ended:
            claimed()
        assert ended.value.code == 0
        assert heard == [ShowWindow()]
    assert "running already" in capsys.readouterr().out
    claimed().close()
