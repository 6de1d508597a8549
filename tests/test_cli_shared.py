"""What all commands share: numbers that are finite, and ends without a traceback."""

from __future__ import annotations

from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

from posture.cli import main
from posture.cli_shared import press_any_key
from posture.ports import PostureError


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
