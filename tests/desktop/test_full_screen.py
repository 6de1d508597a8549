"""Whether a window fills the screen: asked of a real X server with a window manager."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING

import pytest

from posture.desktop.full_screen import fills_screen
from tests.gui.real_screen import Screen, missing, real_screen, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

needs_screen = pytest.mark.skipif(bool(missing()), reason=missing())

FILM = """
import signal
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["film"])
window = QWidget()
window.setWindowTitle("Film")
signal.signal(signal.SIGUSR1, lambda *_: window.showFullScreen())
signal.signal(signal.SIGUSR2, lambda *_: window.showNormal())
signal.signal(signal.SIGTERM, lambda *_: application.quit())
timer = QTimer(interval=20)
timer.timeout.connect(lambda: None)  # lets Python notice the signals
timer.start()
window.show()
print("shown", flush=True)
application.exec()
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with tempfile.TemporaryDirectory() as folder, real_screen(Path(folder)) as one:
        yield one


@pytest.fixture
def film(screen: Screen) -> Iterator[Popen[str]]:
    """Another program with a window, which a signal makes fill the screen, or not."""
    command = [sys.executable, "-c", FILM]
    with Popen(command, env=screen.environment, stdout=PIPE, text=True) as program:
        assert program.stdout is not None
        program.stdout.readline()
        yield program
        program.terminate()


@needs_screen
def test_a_window_fills_the_screen_and_leaves_it(screen: Screen, film: Popen[str]) -> None:
    here = screen.environment
    wait_for(lambda: fills_screen(here) is False, "the window")
    film.send_signal(signal.SIGUSR1)
    wait_for(lambda: fills_screen(here) is True, "the window to fill the screen")
    assert fills_screen(here, own_pid=film.pid) is False
    assert fills_screen({**here, "WAYLAND_DISPLAY": "wayland-0"}) is None
    film.send_signal(signal.SIGUSR2)
    wait_for(lambda: fills_screen(here) is False, "the window to be one of many again")


@needs_screen
def test_where_no_window_is_active_nothing_fills_the_screen(screen: Screen) -> None:
    wait_for(lambda: not fills_screen(screen.environment), "the window to close")


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({}, id="no screen"),
        pytest.param({"DISPLAY": ""}, id="empty"),
        pytest.param({"DISPLAY": ":64999"}, id="no such screen"),
        pytest.param({"DISPLAY": "nonsense"}, id="nonsense"),
        pytest.param({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, id="Wayland"),
    ],
)
def test_elsewhere_it_is_unknown(environment: dict[str, str]) -> None:
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0  # noqa: PTH208
    assert fills_screen(environment) is None
    after = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0  # noqa: PTH208
    assert after == before


def test_without_the_library_it_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing_library() -> None:
        raise OSError("libxcb.so.1: cannot open shared object file")

    monkeypatch.setattr("posture.desktop.full_screen._library", missing_library)
    assert fills_screen({"DISPLAY": ":0"}) is None
