"""What `posture doctor` looks at: each check is given what it judges, or a probe that finds it out.

A check that cannot know says so and never fails.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from enum import StrEnum
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING

from posture import settings_file
from posture.ports import PostureError
from posture.settings import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path


class Verdict(StrEnum):
    """How serious it is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"
    UNKNOWN = "not known"


OK, WARNING, PROBLEM, UNKNOWN = Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it is, and what to do about it."""

    name: str
    verdict: Verdict
    found: str
    advice: str = ""


DISTRIBUTION = "posture-monitor"
AGAIN = f"install {DISTRIBUTION} again"
PYTHONS = ((3, 11), (3, 14))
"""The first one that will do, and the first one that will not."""
LIBRARIES = {
    "libEGL.so.1": ("libegl1", "MediaPipe"),
    "libGLESv2.so.2": ("libgles2", "MediaPipe"),
    "libGL.so.1": ("libgl1", "OpenCV and Qt"),
    "libxkbcommon.so.0": ("libxkbcommon0", "Qt"),
    "libdbus-1.so.3": ("libdbus-1-3", "Qt"),
    "libfontconfig.so.1": ("libfontconfig1", "Qt"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "Qt"),
    "libbrotlidec.so.1": ("libbrotli1", "Qt"),
}
"""Of the system on Linux: Debian's package, and who needs it."""
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs besides to show windows on X11, and Debian's package; most desktops bring them."""
TRAY = "org.kde.StatusNotifierWatcher"
NOTIFICATIONS = "org.freedesktop.Notifications"


def check_python(version: tuple[int, ...], system: str, platform: str) -> Check:
    """Python's version and the operating system.

    Args:
        version: Major, minor and so on.
        system: Linux, Windows or Darwin.
        platform: The same with its version, to be shown.
    """
    found = f"Python {'.'.join(map(str, version))} on {platform}"
    least, below = PYTHONS
    if not least <= version[:2] < below:
        return Check("Python", PROBLEM, found, "use Python 3.11, 3.12 or 3.13")
    if system != "Linux":
        return Check("Python", WARNING, found, f"{system} is untried: tell us how it goes")
    return Check("Python", OK, found)


def check_package(name: str, wanted: str, version: Callable[[str], str | None]) -> Check:
    """A Python package and its version.

    Args:
        name: As it is installed.
        wanted: Its limits, `>=2.0,!=2.1.0`; empty when not known.
        version: Gives the installed version, or None.
    """
    found = version(name)
    if found is None:
        return Check(name, PROBLEM, "not installed", AGAIN)
    if not wanted:
        return Check(name, UNKNOWN, found, f"{DISTRIBUTION} is not installed: limits not known")
    if not fits(found, wanted):
        return Check(name, PROBLEM, f"{found}, not {wanted}", f'pip install "{name}{wanted}"')
    return Check(name, OK, found)


COMPARE = {">=": ge, "<=": le, "==": eq, "!=": ne, "<": lt, ">": gt}


def fits(version: str, wanted: str) -> bool:
    """Whether a version keeps limits such as `>=2.0,<3`; only its numbers count."""
    limits = re.findall(r"([<>=!]=|[<>])\s*([\w.]+)", wanted)
    return all(COMPARE[sign](_numbers(version), _numbers(limit)) for sign, limit in limits)


def _numbers(version: str) -> tuple[int, ...]:
    match = re.match(r"[\d.]*", version)
    numbers = [int(part) for part in (match[0] if match else "").split(".") if part]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def check_libraries(load: Callable[[str], None]) -> Check:
    """The system's libraries that the wheels do not bring.

    Args:
        load: Loads one by its name, or raises OSError.
    """
    missing = _missing(LIBRARIES, load)
    if not missing:
        return Check("system libraries", OK, f"all {len(LIBRARIES)} are there")
    found = ", ".join(f"{name} is missing ({LIBRARIES[name][1]})" for name in missing)
    packages = " ".join(LIBRARIES[name][0] for name in missing)
    return Check("system libraries", PROBLEM, found, f"on Debian: apt install {packages}")


def check_window_libraries(load: Callable[[str], None]) -> Check:
    """What only windows on X11 need; recordings and `posture run` do not.

    Args:
        load: Loads one by its name, or raises OSError.
    """
    missing = _missing(WINDOW_LIBRARIES, load)
    if not missing:
        return Check("windows on X11", OK, f"all {len(WINDOW_LIBRARIES)} libraries are there")
    packages = " ".join(WINDOW_LIBRARIES[name] for name in missing)
    found = f"{', '.join(missing)} missing: no window can be shown on X11"
    return Check("windows on X11", WARNING, found, f"on Debian: apt install {packages}")


def _missing(names: Iterable[str], load: Callable[[str], None]) -> list[str]:
    missing = []
    for name in names:
        try:
            load(name)
        except OSError:
            missing.append(name)
    return missing


def check_pose_model(start: Callable[[], str]) -> Check:
    """The pose model: undamaged, and MediaPipe starts with it.

    Args:
        start: Starts the estimator and names its model; raises EstimatorError.
    """
    try:
        return Check("pose model", OK, start())
    except PostureError as error:
        return Check("pose model", PROBLEM, str(error))  # the message says what to do
    except (ImportError, OSError) as error:
        return Check("pose model", PROBLEM, f"MediaPipe does not start: {error}", AGAIN)


def check_angle_models(load: Callable[[str], object]) -> Check:
    """The models from pose to angles can be read.

    Args:
        load: Reads one by its name.
    """
    for name in ("angle_change", "angle_absolute"):
        try:
            load(name)
        except (ImportError, OSError, ValueError, KeyError, EOFError) as error:
            return Check("angle models", PROBLEM, f"{name} cannot be read: {error}", AGAIN)
    return Check("angle models", OK, "both can be read")


def check_settings(path: Path) -> Check:
    """The settings file: nothing wrong in it, or not there."""
    settings, problems = settings_file.read(path)
    if problems:
        found = "; ".join(map(str, problems))
        advice = f"mend {path}, or `posture settings reset`: what is wrong counts as default"
        return Check("settings", PROBLEM, found, advice)
    if not path.exists():
        return Check("settings", OK, f"{path} is not there: all defaults")
    count = sum(s.value != s.default for s in catalogue(settings))
    return Check("settings", OK, f"{path}: {count} changed")


def check_folder(name: str, folder: Path) -> Check:
    """A folder: writable and the user's alone, or able to be made."""
    there = next((p for p in (folder, *folder.parents) if os.access(p, os.F_OK)), folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        advice = "make it writable, or name another in POSTURE_CONFIG_DIR or POSTURE_DATA_DIR"
        return Check(name, PROBLEM, f"{folder}: {there} is not a writable folder", advice)
    if there != folder:
        return Check(name, OK, f"{folder} will be made when first needed")
    mode = stat.S_IMODE(folder.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        found = f"{folder} can be entered by others (mode {mode:03o})"
        return Check(name, WARNING, found, f"chmod 700 {folder}")
    return Check(name, OK, str(folder))


def check_cameras(cameras: Callable[[], Collection[str] | None]) -> Check:
    """Whether there is a camera.

    Args:
        cameras: Lists them; None when that cannot be known.
    """
    try:
        found = cameras()
    except (PostureError, OSError) as error:
        return Check("cameras", WARNING, str(error), "plug it in, and close what else uses it")
    if found is None:
        return Check("cameras", UNKNOWN, "cannot be listed")
    if not found:
        return Check("cameras", WARNING, "none found", "plug one in; recordings need none")
    return Check("cameras", OK, ", ".join(found))


def check_display(platform: str, environment: Mapping[str, str]) -> Check:
    """Whether windows can be shown.

    Args:
        platform: `sys.platform`.
        environment: Of the process.
    """
    if platform != "linux":
        return Check("display", OK, "that of the system")
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if environment.get(name):
            return Check("display", OK, f"{name}={environment[name]}")
    advice = "start it from your desktop to see windows; recordings need none"
    return Check("display", WARNING, "no DISPLAY and no WAYLAND_DISPLAY", advice)


def check_calls(find: Callable[[str], str | None]) -> Check:
    """Whether a call can be noticed by the microphone.

    Args:
        find: Gives the path of a program, or None.
    """
    program = find("pactl")
    if program is not None:
        return Check("calls", OK, f"noticed by the microphone: {program}")
    advice = "say `posture call on`, or install it (on Debian: apt install pulseaudio-utils)"
    return Check("calls", WARNING, "not noticed: there is no program pactl", advice)


def check_service(name: str, service: str, services: Collection[str] | None) -> Check:
    """Whether the desktop offers a service.

    Args:
        name: What the user calls it.
        service: Its name on the session bus.
        services: All that are there; None without a bus.
    """
    if services is None:
        return Check(name, UNKNOWN, "no session bus to ask")
    if service in services:
        return Check(name, OK, f"{service} is there")
    advice = "GNOME needs the extension AppIndicator" if service == TRAY else "start a desktop"
    return Check(name, WARNING, f"nothing offers {service}", advice)
