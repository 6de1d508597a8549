"""What all commands share: numbers that are finite, and ends without a traceback."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from posture.cli import main
from posture.ports import PostureError


@pytest.mark.parametrize("value", ["nan", "-nan", "inf", "1e999"])
@pytest.mark.parametrize("option", ["--persist", "--enter-deg", "--leave-deg", "--fps"])
def test_what_is_not_finite_is_refused_by_its_option(option: str, value: str) -> None:
    result = CliRunner().invoke(main, ["replay", "none.mp4", option, value])
    assert result.exit_code == 2
    assert f"Invalid value for '{option}': " in result.stderr
    assert "is not a finite number" in result.stderr


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
