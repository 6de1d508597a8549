"""What all commands share: numbers that are finite, and ends without a traceback."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import click
import pytest
from click.testing import CliRunner

from posture.cli import main
from posture.cli_shared import Commands, on_ctrl_c, press_any_key
from posture.ports import OutputError, PostureError


@pytest.mark.parametrize("value", ["nan", "-nan", "inf", "1e999"])
@pytest.mark.parametrize("option", ["--persist", "--enter-deg", "--leave-deg", "--fps"])
def test_what_is_not_finite_is_refused_by_its_option(option: str, value: str) -> None:
    result = CliRunner().invoke(main, ["replay", "none.mp4", option, value])
    assert result.exit_code == 2
    assert f"Invalid value for '{option}': " in result.stderr
    assert "is not a finite number" in result.stderr


def test_what_is_no_number_is_told_in_plain_words() -> None:
    result = CliRunner().invoke(main, ["heat", "much"])
    assert result.exit_code == 2
    assert "'much' is not a valid number." in result.stderr


def test_every_command_stands_below_a_heading_with_a_whole_sentence() -> None:
    told = CliRunner().invoke(main, ["--help"]).stdout
    named = [name for _, names in main.sections for name in names]
    assert sorted(named) == sorted(main.commands)
    assert "Commands:" not in told
    assert "..." not in told.partition("All day:")[2]


@pytest.mark.parametrize(("raised", "exit_code"), [(KeyboardInterrupt, 130), (EOFError, 1)])
def test_a_question_that_is_not_answered(
    monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], exit_code: int
) -> None:
    def ask(*_: object, **__: object) -> None:
        try:
            raise raised
        except (KeyboardInterrupt, EOFError):
            raise click.Abort from None  # as click does

    monkeypatch.setattr("click.confirm", ask)
    result = CliRunner().invoke(main, ["history", "purge", "--all"])
    assert result.exit_code == exit_code


def test_ctrl_c_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = iter(["x", "\x03"])
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("click.echo", lambda *_: None)
    monkeypatch.setattr("click.getchar", lambda: interrupt_or(next(keys)))
    press_any_key("Press any key")
    with pytest.raises(KeyboardInterrupt):
        press_any_key("Press any key")


def test_a_stream_that_is_closed_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}", None)
    press_any_key("Press any key")


def interrupt_or(key: str) -> str:
    """As `click.getchar` does."""
    if key == "\x03":
        raise KeyboardInterrupt
    return key


@pytest.mark.parametrize(
    ("raised", "exit_code", "said"),
    [
        pytest.param(
            PostureError("the disk: is full"), 1, "Error: the disk: is full\n", id="error"
        ),
        pytest.param(KeyboardInterrupt(), 130, "\ninterrupted\n", id="Ctrl-C"),
    ],
)
@pytest.mark.parametrize("arguments", [["settings", "path"], ["status"], ["autostart", "status"]])
def test_no_command_ends_with_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    raised: BaseException,
    exit_code: int,
    said: str,
) -> None:
    def fail(*_: object) -> None:
        raise raised

    for place in ("settings_file.own_path", "control.send", "autostart.find"):
        monkeypatch.setattr(f"posture.{place}", fail)
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (exit_code, "", said)


class TestCtrlC:
    def test_it_is_as_before_afterwards(self) -> None:
        before = signal.getsignal(signal.SIGINT)
        with suppress(ValueError), on_ctrl_c(signal.SIG_DFL):
            assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
            raise ValueError
        assert signal.getsignal(signal.SIGINT) is before

    def test_what_is_ignored_stays_so(self) -> None:
        with on_ctrl_c(signal.SIG_IGN), on_ctrl_c(signal.SIG_DFL):
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

    def test_another_thread_changes_nothing(self) -> None:
        found: list[object] = []

        def look() -> None:
            with on_ctrl_c(signal.SIG_DFL):
                found.append(signal.getsignal(signal.SIGINT))

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        assert found == [signal.getsignal(signal.SIGINT)]

    def test_a_command_hears_of_it_as_an_exception(self) -> None:
        found: list[object] = []

        def look() -> None:
            found.append(signal.getsignal(signal.SIGINT))

        group = Commands("any", commands=[click.Command("look", callback=look)])
        with on_ctrl_c(signal.SIG_DFL):
            CliRunner().invoke(group, ["look"], catch_exceptions=False)
            assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        assert found == [signal.default_int_handler]

    @pytest.mark.parametrize(
        ("arguments", "loads"),
        [
            pytest.param(["run"], "posture.cli_run.claimed", id="run"),
            pytest.param([], "posture.cli_gui.need_screen", id="the window"),
            pytest.param(["view", "any.mp4"], "posture.cli_view.need_screen", id="view"),
            pytest.param(["resume"], "posture.control.send", id="a command to it"),
        ],
    )
    def test_it_ends_the_process_while_qt_is_being_loaded(
        self, arguments: list[str], loads: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found: list[object] = []

        def load(*_: object, **__: object) -> NoReturn:
            found.append(signal.getsignal(signal.SIGINT))
            raise SystemExit(0)

        monkeypatch.setattr(loads, load)
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        assert found == [signal.SIG_DFL]


@pytest.mark.parametrize(("raised", "exit_code"), [(OutputError, 5), (PostureError, 1)])
def test_what_cannot_be_written_has_its_own_exit_code(
    raised: type[PostureError], exit_code: int
) -> None:
    def fail() -> NoReturn:
        raise raised("disk: cannot be written")

    group = Commands("any", commands=[click.Command("fail", callback=fail)])
    result = CliRunner().invoke(group, ["fail"])
    assert result.exit_code == exit_code
    assert "Error: disk: cannot be written" in result.stderr


class TestStandardOutput:
    """Where it leads cannot be written, or has not all letters."""

    @staticmethod
    def ends(arguments: list[str]) -> object:
        with pytest.raises(SystemExit) as end:
            main(arguments, prog_name="posture")
        return end.value.code

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk")
    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param(["--help"], id="help"),
            pytest.param(["settings"], id="by rich"),
            pytest.param(["learn", "loads"], id="by click"),
            pytest.param(["exercise", "--json"], id="JSON"),
        ],
    )
    def test_a_full_disk_is_told(
        self,
        arguments: list[str],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        with Path("/dev/full").open("w") as full:
            monkeypatch.setattr("sys.stdout", full)
            assert self.ends(arguments) == 5
        said = capsys.readouterr().err
        assert said.startswith("Error: standard output: cannot be written (No space left")
        assert len(said.splitlines()) == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk")
    @pytest.mark.parametrize("letters", [3, 30_000], ids=["few", "many"])
    def test_so_it_is_where_it_shows_at_the_end(
        self, letters: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        say = click.Command("say", callback=lambda: print("x" * letters))
        with Path("/dev/full").open("w") as full, monkeypatch.context() as context:
            context.setattr("sys.stdout", full)
            with pytest.raises(SystemExit) as end:
                Commands("any", commands=[say]).main(["say"])
        assert end.value.code == 5
        assert "cannot be written" in capsys.readouterr().err

    @pytest.mark.skipif(sys.platform == "win32", reason="its pipes end otherwise")
    @pytest.mark.parametrize("flush", [True, False])
    def test_a_reader_who_has_left_is_told_nothing(
        self, flush: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        say = click.Command("say", callback=lambda: print("x", flush=flush))
        with monkeypatch.context() as context:
            pipe = os.fdopen(writing, "w")
            context.setattr("sys.stdout", pipe)
            with pytest.raises(SystemExit) as end:
                Commands("any", commands=[say]).main(["say"])
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, pipe.fileno())  # where click has not done so
            os.close(nowhere)
            pipe.close()
        assert (end.value.code, capsys.readouterr().err) == (1, "")

    def test_an_error_of_another_file_is_a_mistake_of_ours(self) -> None:
        look = click.Command("look", callback=lambda: open("/nowhere/at/all"))  # noqa: SIM115, PTH123
        with pytest.raises(FileNotFoundError):
            Commands("any", commands=[look]).main(["look"])

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
    @pytest.mark.parametrize(
        "arguments", [["settings"], ["learn", "loads", "--language", "de"]], ids=["rich", "click"]
    )
    def test_a_letter_that_is_missing_is_a_question_mark(
        self, arguments: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written := io.BytesIO(), encoding))
        assert self.ends(arguments) == 0
        assert len(written.getvalue()) > 1000
