"""`posture` alone, as far as it needs no screen; tests/gui/test_window_manager.py has one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from posture import cli_gui
from posture.checks import OK, WARNING, WINDOW_LIBRARIES, check_window_libraries
from posture.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.live_app import LiveOptions

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")


@on_linux
def test_without_a_screen_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    result = CliRunner().invoke(main, [], catch_exceptions=False)
    assert result.exit_code == 1
    assert "posture run" in result.output


@on_linux
def test_a_library_of_windows_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("posture.doctor.load_library", load_all_but("libxcb-cursor.so.0"))
    result = CliRunner().invoke(main, ["--window"], catch_exceptions=False)
    assert result.exit_code == 1
    assert "apt install libxcb-cursor0" in result.output


def load_all_but(missing: str) -> Callable[[str], None]:
    def load(name: str) -> None:
        if name == missing:
            raise OSError(name)

    return load


def test_the_check_of_the_libraries_of_windows() -> None:
    assert check_window_libraries(load_all_but("none")).verdict is OK
    for name, package in WINDOW_LIBRARIES.items():
        check = check_window_libraries(load_all_but(name))
        assert check.verdict is WARNING
        assert check.advice == f"on Debian: apt install {package}"


@pytest.mark.parametrize("option", [["--window"], ["--source", "a.mp4"], ["--loop"]])
def test_options_of_a_command_stand_behind_it(option: list[str]) -> None:
    result = CliRunner().invoke(main, [*option, "status"])
    assert result.exit_code == 2
    assert "posture status ..." in result.output


@pytest.mark.parametrize("ended", [True, False], ids=["in time", "hung"])
def test_it_ends_whatever_hangs(monkeypatch: pytest.MonkeyPatch, ended: bool) -> None:
    shown: list[tuple[str | None, bool, bool]] = []

    def show(options: LiveOptions, *, window: bool) -> bool:
        shown.append((options.source, options.loop, window))
        return ended

    codes: list[int] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(cli_gui, "show", show)
    monkeypatch.setattr("os._exit", codes.append)
    arguments = ["--source", "a.mp4", "--realtime", "--loop", "--window"]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    assert shown == [("a.mp4", True, True)]
    assert codes == ([] if ended else [0])
