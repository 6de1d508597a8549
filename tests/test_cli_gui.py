"""`posture` alone, as far as it needs no screen; tests/gui/test_window_manager.py has one."""

from __future__ import annotations

import socket
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from posture import cli_gui
from posture.checks import OK, WARNING, WINDOW_LIBRARIES, check_window_libraries
from posture.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_where_the_screen_that_is_named_is_gone_too(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, ":4711" if name == "DISPLAY" else str(tmp_path / "gone"))
    monkeypatch.setattr("posture.doctor.load_library", load_all_but("none"))
    monkeypatch.setattr(cli_gui, "show", lambda *_, **__: pytest.fail("Qt would abort"))
    result = CliRunner().invoke(main, ["--window"], catch_exceptions=False)
    assert result.exit_code == 1
    assert "posture run" in result.output


@on_linux
def test_one_of_two_screens_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as screen:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        screen.bind(f"{folder}/wayland-0")
        screen.listen()
        cli_gui.need_screen()


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
