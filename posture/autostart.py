"""Starting with the desktop: off until the user asks for it, and removable.

Each system has one place for it. That of Linux is tried; those of Windows and macOS are not yet.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from posture import folders
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "posture"
LABEL = "org.posture-monitor.posture"
"""What macOS calls it."""
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
COMMENT = "Watches how you sit, through the webcam; nothing leaves this computer"


class AutostartError(PostureError):
    """Starting with the desktop could not be switched, or not be looked up."""


class Autostart(Protocol):
    """One system's place for what starts with the desktop."""

    place: str
    """For the user."""
    untried: str
    """The system's name, where nobody has tried this yet; else empty."""

    def found(self) -> bytes | None:
        """What is there now; None when it is off.

        Raises:
            AutostartError: It cannot be read.
        """

    def turn_on(self) -> None:
        """Start with the desktop from now on; replaces what is there.

        Raises:
            AutostartError: It cannot be written.
        """

    def turn_off(self) -> None:
        """Start no more; nothing if it is off already.

        Raises:
            AutostartError: It cannot be removed.
        """


def own_command() -> list[str]:
    """The command that starts this posture, wherever it is called."""
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")  # opens no console
    # -P: a file of that name in the folder of the login must not take posture's place.
    return [str(windowed if windowed.exists() else python), "-P", "-m", "posture"]


def find(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    command: Sequence[str] | None = None,
) -> Autostart:
    """The place of this system.

    Args:
        platform: `sys.platform`.
        environment: Of the process.
        command: What is to be started; None for this posture.
    """
    command = own_command() if command is None else command
    home = Path(environment.get("HOME") or Path.home())
    if platform == "win32":
        return RunKey(run_value(command))
    if platform == "darwin":
        path = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        return EntryFile(path, launch_agent(command), untried="macOS")
    config = Path(environment.get("XDG_CONFIG_HOME", ""))
    config = config if config.is_absolute() else home / ".config"  # as the standard has it
    return EntryFile(config / "autostart" / f"{NAME}.desktop", desktop_entry(command))


def desktop_entry(command: Sequence[str]) -> bytes:
    """The file of freedesktop.org's autostart."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Posture",
        f"Comment={COMMENT}",
        f"Exec={' '.join(_in_entry(word) for word in command)}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return ("\n".join(lines) + "\n").encode(errors="surrogateescape")


def _in_entry(word: str) -> str:
    """A word of `Exec`: quoted, then escaped as a value; % begins a field code."""
    if any(character < " " for character in word):
        raise AutostartError(f"{word!r}: a path with a line break cannot be started by the desktop")
    quoted = word
    for character in '\\"`$':
        quoted = quoted.replace(character, "\\" + character)
    return f'"{quoted}"'.replace("\\", "\\\\").replace("%", "%%")


def launch_agent(command: Sequence[str]) -> bytes:
    """The property list of macOS's launchd."""
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(agent)


def run_value(command: Sequence[str]) -> str:
    """The value of Windows's Run key."""
    return subprocess.list2cmdline(command)


class EntryFile(Autostart):
    """A file in a folder that the desktop reads when the user logs in.

    Args:
        path: Of the file; its folder is made when missing.
        content: What is written.
        untried: The system, where nobody has tried it.
    """

    def __init__(self, path: Path, content: bytes, *, untried: str = "") -> None:
        self.place = str(path)
        self.untried = untried
        self._path = path
        self._content = content

    def found(self) -> bytes | None:
        """The file's content."""
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._failure("read", error) from error

    def turn_on(self) -> None:
        """Write the file."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            folders.write(self._path, self._content, mode=folders.SHARED_FILE)
        except OSError as error:
            raise self._failure("written", error) from error

    def turn_off(self) -> None:
        """Remove the file."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise self._failure("removed", error) from error

    def _failure(self, done: str, error: OSError) -> AutostartError:
        return AutostartError(
            f"{self._path}: cannot be {done} ({error.strerror}); see whose the file and its "
            "folder are"
        )


class RunKey(Autostart):
    """A value in the user's registry.

    Args:
        value: The command line.
    """

    def __init__(self, value: str) -> None:
        self.place = rf"HKEY_CURRENT_USER\{RUN_KEY}\{NAME}"
        self.untried = "Windows"
        self._value = value

    def found(self) -> bytes | None:
        """The value."""
        import winreg

        registry: Any = winreg
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
                return str(registry.QueryValueEx(key, NAME)[0]).encode()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._failure("read", error) from error

    def turn_on(self) -> None:
        """Set the value."""
        import winreg

        registry: Any = winreg
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
                registry.SetValueEx(key, NAME, 0, registry.REG_SZ, self._value)
        except OSError as error:
            raise self._failure("written", error) from error

    def turn_off(self) -> None:
        """Delete the value."""
        import winreg

        registry: Any = winreg
        access = registry.KEY_SET_VALUE
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN_KEY, 0, access) as key:
                registry.DeleteValue(key, NAME)
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._failure("removed", error) from error

    def _failure(self, done: str, error: OSError) -> AutostartError:
        return AutostartError(f"{self.place}: cannot be {done} ({error})")


def is_on(place: Autostart) -> bool:
    """Whether something is there that the desktop will start.

    Raises:
        AutostartError: It cannot be looked up.
    """
    content = place.found()
    if content is None:
        return False
    # Desktops switch an entry off by a line of it, and leave the file.
    lines = {b"".join(line.split()).lower() for line in content.splitlines()}
    return not lines & {b"hidden=true", b"x-gnome-autostart-enabled=false"}
