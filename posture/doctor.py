"""`posture doctor`: what posture needs of this computer, checked, with what to do."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
from importlib import metadata
from typing import TYPE_CHECKING

from posture import checks, folders, settings_file
from posture.checks import DISTRIBUTION, Check, Verdict
from posture.offline_look import check_silence
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ("mediapipe", "opencv-python", "numpy", "PySide6-Essentials")
"""What is heavy or has versions that do harm; the reasons are beside them in pyproject.toml."""


def examine(*, offline: bool = False) -> list[Check]:
    """Check this computer: start the pose model once, take no picture.

    Args:
        offline: Also let the pose model work for a while where there is no network, and see whether
            it looks for one.
    """
    own = folders.find()
    services = session_services() if sys.platform == "linux" else None
    required = _requirements()
    return [
        checks.check_python(sys.version_info[:3], platform.system(), platform.platform()),
        *(
            checks.check_package(name, required.get(name.lower(), ""), _version)
            for name in PACKAGES
        ),
        *(
            [checks.check_libraries(load_library), checks.check_window_libraries(load_library)]
            if sys.platform == "linux"
            else []
        ),
        checks.check_pose_model(_start_estimator),
        checks.check_angle_models(_load_angle_model),
        checks.check_settings(settings_file.own_path()),
        checks.check_folder("settings folder", own.config),
        checks.check_folder("data folder", own.data),
        checks.check_folder("state folder", own.state),
        checks.check_folder("log folder", own.log),
        checks.check_cameras(_cameras),
        checks.check_display(sys.platform, os.environ),
        *([checks.check_calls(shutil.which)] if sys.platform == "linux" else []),
        checks.check_service("tray", checks.TRAY, services),
        checks.check_service("notifications", checks.NOTIFICATIONS, services),
        *([check_silence()] if offline else []),
    ]


def show(results: Sequence[Check]) -> None:
    """Print the checks as a table."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    colours = dict(zip(Verdict, ("green", "yellow", "bold red", "dim"), strict=True))
    table = Table("check", "result", "found", "what to do", box=SIMPLE_HEAD)
    for column in table.columns[2:]:
        column.overflow = "fold"
    for check in results:
        verdict = Text(check.verdict, style=colours[check.verdict])
        table.add_row(check.name, verdict, Text(check.found), Text(check.advice))
    Console(highlight=False).print(table)


def session_services() -> frozenset[str] | None:
    """Names on the desktop's session bus, also of services that start when asked; or None."""
    try:
        from posture.desktop.session_bus import Address, Bus, Call

        itself = Address("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        with Bus() as bus:
            questions = (Call(itself, "ListNames"), Call(itself, "ListActivatableNames"))
            return frozenset(name for question in questions for name in bus.call(question)[0])
    except (ImportError, PostureError):
        return None


def _requirements() -> dict[str, str]:
    """Limits of each package that this one needs, by its name in lower case."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return {}
    matches = (re.match(r"([\w.-]+)\s*([^;]*)", line) for line in lines if "extra ==" not in line)
    return {match[1].lower(): match[2].strip() for match in matches if match}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def load_library(name: str) -> None:
    """Load one of the system's libraries; raises OSError."""
    import ctypes

    ctypes.CDLL(name)


def _start_estimator() -> str:
    from posture.native_noise import held_back

    with held_back():
        from posture.estimators.mediapipe import MediaPipeEstimator

        with MediaPipeEstimator() as estimator:
            return f"{estimator.model_name} starts, sha256 {estimator.model_sha256[:12]}..."


def _load_angle_model(name: str) -> object:
    from posture.angle_model import shipped

    return shipped(name)


def _cameras() -> list[str] | None:
    try:
        from posture.sources.cameras import list_cameras
    except ImportError:
        return None
    return [f"{camera.index} = {camera.name}" for camera in list_cameras()]
