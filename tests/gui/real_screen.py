"""A desktop of its own: an X server without a monitor, a window manager, a panel, and a D-Bus."""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, run
from typing import TYPE_CHECKING, Any

from posture.checks import WINDOW_LIBRARIES
from posture.doctor import load_library
from posture.gui.first_start import remember
from tests.desktop.fake import private_bus
from tests.running import WITHIN_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROGRAMS = ("Xvfb", "openbox", "tint2", "dbus-daemon", "xdotool")
SIZE_PX = (1280, 800)
PANEL = """
rounded = 0
background_color = #e9ecef 100
panel_items = TSC
panel_position = bottom center horizontal
panel_size = 100% 36
panel_background_id = 1
taskbar_name = 0
task_font_color = #212529 100
task_maximum_size = 180 30
systray_padding = 6 4 6
systray_icon_size = 24
time1_format = 10:00
clock_font_color = #212529 100
clock_padding = 10 0
wm_menu = 1
"""
ROOT = Path(__file__).parents[2]


def missing() -> str:
    """What keeps from having such a desktop; empty when nothing does."""
    if sys.platform != "linux":
        return "there is no X server here"
    programs = [name for name in PROGRAMS if shutil.which(name) is None]
    if programs:
        return f"not installed: {' '.join(programs)} (see scripts/setup.sh)"
    for name, package in WINDOW_LIBRARIES.items():
        try:
            load_library(name)
        except OSError:
            return f"{name} is not installed (Debian: {package})"
    return ""


def wait_for(happened: Callable[[], bool], what: str) -> None:
    """Look again and again, as what is awaited happens in other processes."""
    end_s = time.monotonic() + 3 * WITHIN_S
    while not happened():
        if time.monotonic() > end_s:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.05)


class Screen:
    """The desktop, and what is asked of it.

    Args:
        environment: Of every program on it.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.started: list[Popen[str]] = []

    def posture(self, *arguments: str) -> Popen[str]:
        """Start a command of posture."""
        command = [sys.executable, "-W", "error", "-m", "posture", *arguments]
        self.started.append(
            Popen(command, env=self.environment, cwd=ROOT, stdout=PIPE, stderr=PIPE, text=True)
        )
        return self.started[-1]

    def end(self) -> None:
        """End what was started and has not ended."""
        for process in self.started:
            _end(process)

    def ask(self, *command: str) -> str:
        """What a program prints; `posture` is this one."""
        if command[0] == "posture":
            command = (sys.executable, "-m", *command)
        done = run(
            command,
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=3 * WITHIN_S,
            check=False,
        )
        return done.stdout + done.stderr

    def windows(self, title: str) -> list[str]:
        """The shown windows with this title."""
        return self.ask("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()

    def picture(self, path: Path) -> None:
        """Save what the screen shows."""
        program = (
            "import sys; from PySide6.QtGui import QGuiApplication as A; a = A(['s']);"
            "sys.exit(not a.primaryScreen().grabWindow(0).save(sys.argv[1]))"
        )
        said = self.ask(sys.executable, "-c", program, str(path))
        if not path.is_file():
            raise OSError(f"{path}: no picture of the screen ({said})")


@contextmanager
def real_screen(folder: Path, *, first: bool = False) -> Iterator[Screen]:
    """Have a desktop.

    Args:
        folder: For everything that is written; short, as a socket's path must be.
        first: Whether posture was never started there before.
    """
    panel = folder / "tint2rc"
    panel.write_text(PANEL, encoding="utf-8")
    if not first:
        remember(folder / "data" / "state")
    with ExitStack() as stack:
        reading, writing = os.pipe()
        stack.callback(os.close, reading)
        size = f"{SIZE_PX[0]}x{SIZE_PX[1]}x24"
        options = ["-wr", "-screen", "0", size, "-nolisten", "tcp", "-displayfd", str(writing)]
        server = Popen(["Xvfb", *options], pass_fds=[writing], stdout=DEVNULL, stderr=DEVNULL)
        os.close(writing)
        stack.callback(_end, server)
        display = f":{os.read(reading, 16).decode().strip()}"
        unwanted = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XAUTHORITY")
        environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        environment |= {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": stack.enter_context(private_bus(folder)),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "POSTURE_CONFIG_DIR": str(folder / "config"),
            "POSTURE_DATA_DIR": str(folder / "data"),
        }
        screen = Screen(environment)
        stack.callback(screen.end)
        for command in (["openbox"], ["tint2", "-c", str(panel)]):
            program = Popen(command, env=environment, stdout=DEVNULL, stderr=DEVNULL)
            stack.callback(_end, program)
        wait_for(
            lambda: "tint2" in screen.ask("xdotool", "search", "--class", "tint2", "getwindowname"),
            "the panel",
        )
        yield screen


def _end(program: Popen[Any]) -> None:
    with program:
        program.kill()
