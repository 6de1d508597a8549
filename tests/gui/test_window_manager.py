"""The application on a real X server, with a window manager and a panel: as a user starts it."""

from __future__ import annotations

import json
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.gui.real_screen import ROOT, Screen, missing, real_screen, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from subprocess import Popen

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

SAMPLE = str(ROOT / "samples" / "slow_slump.mp4")
ARGUMENTS = ("--source", SAMPLE, "--realtime", "--window")


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with tempfile.TemporaryDirectory() as folder, real_screen(Path(folder)) as one:
        yield one


def status(screen: Screen) -> dict[str, Any]:
    said = screen.ask("posture", "status", "--json")
    found: dict[str, Any] = json.loads(said) if said.startswith("{") else {}
    return found


def ended(process: Popen[str]) -> tuple[int, str]:
    """The exit code, and all that was said."""
    said = "".join(process.communicate(timeout=60))
    return process.returncode, said


def test_start_look_ask_and_quit(screen: Screen, tmp_path: Path) -> None:
    process = screen.posture(*ARGUMENTS)
    wait_for(lambda: len(screen.windows("Posture")) == 1, "the window")
    wait_for(lambda: status(screen).get("camera", "").startswith("playing"), "the recording")
    screen.picture(tmp_path / "desktop.png")
    assert (tmp_path / "desktop.png").stat().st_size > 10_000
    assert "running already" in screen.ask("posture", "--window")
    assert screen.ask("posture", "pause") == "paused until you resume\n"
    assert status(screen)["state"] == "paused"
    assert screen.ask("posture", "quit") == "posture ends\n"
    assert ended(process) == (0, "")


def test_with_a_panel_the_window_can_be_closed_and_comes_back(screen: Screen) -> None:
    process = screen.posture(*ARGUMENTS)
    wait_for(lambda: bool(screen.windows("Posture")), "the window")
    (window,) = screen.windows("Posture")

    def is_closed() -> bool:
        # A key that came before the window had the focus is lost: on a busy machine it is.
        if screen.windows("Posture"):
            screen.ask("xdotool", "windowactivate", "--sync", window, "key", "alt+F4")
        return not screen.windows("Posture")

    wait_for(is_closed, "the window to close")
    assert process.poll() is None
    screen.ask("posture", "--window")
    wait_for(lambda: bool(screen.windows("Posture")), "the window once more")
    screen.ask("posture", "quit")
    assert ended(process) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "kill"])
def test_a_signal_ends_it_soon(screen: Screen, number: signal.Signals) -> None:
    process = screen.posture("--source", SAMPLE, "--loop")
    wait_for(lambda: status(screen).get("camera", "").startswith("playing"), "the recording")
    process.send_signal(number)
    assert ended(process) == (0, "")


def test_without_a_camera_it_says_so_and_goes_on(screen: Screen) -> None:
    process = screen.posture("--source", "/dev/video99", "--window")
    wait_for(lambda: status(screen).get("state") == "failed", "the error")
    assert "camera" in status(screen)["text"]
    screen.ask("posture", "quit")
    assert ended(process) == (0, "")


def test_the_first_time_the_pages_come_before_the_camera() -> None:
    with tempfile.TemporaryDirectory() as folder, real_screen(Path(folder), first=True) as screen:
        process = screen.posture("--source", SAMPLE, "--loop")
        title = "Posture: before you begin"
        wait_for(lambda: len(screen.windows(f"{title}.*")) == 1, "the pages")
        assert status(screen)["state"] == "waiting"
        (window,) = screen.windows(f"{title}.*")
        for _ in range(3):
            screen.ask("xdotool", "windowfocus", "--sync", window, "key", "Return")
        wait_for(lambda: status(screen).get("camera", "").startswith("playing"), "the recording")
        screen.ask("posture", "quit")
        assert ended(process) == (0, "")


def test_without_a_screen_it_says_so(screen: Screen) -> None:
    nowhere = Screen({**screen.environment, "DISPLAY": ""})
    code, said = ended(nowhere.posture("--window"))
    assert code == 1
    assert "posture run" in said
