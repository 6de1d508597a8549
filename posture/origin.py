"""What the user wants to be watched through: a recording, or a camera and which."""

from __future__ import annotations

import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from posture.ports import SourceError
from posture.sources import open_realtime

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.ports import LiveSource
    from posture.settings import Settings
    from posture.sources.cameras import Camera


class NoCameraError(SourceError):
    """There is no camera, or not the one that was named."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where pictures come from: its name, how it is opened, and the camera if it is one."""

    name: str
    open: Callable[[], LiveSource]
    camera: Camera | None = None


def origin(wanted: str | None, settings: Settings, *, loop: bool = False) -> Origin:
    """Find the recording or the camera.

    Args:
        wanted: A recording, or a camera's id, name or number; None for that of the settings.
        settings: Which camera, and how often it is to give a picture.
        loop: Whether a recording begins again at its end.

    Raises:
        SourceError: The recording cannot be read.
        NoCameraError: There is no such camera.
    """
    if wanted is not None and _is_recording(wanted):
        with open_realtime(wanted):  # what cannot be read is said now
            pass
        return Origin(wanted, lambda: open_realtime(wanted, loop=loop))
    from posture.sources.cameras import find, list_cameras
    from posture.sources.webcam import Webcam

    try:
        camera = find(list_cameras(), wanted or settings.camera.device or None)
    except SourceError as error:
        raise NoCameraError(str(error)) from error
    return Origin(camera.name, lambda: Webcam(camera, rate_hz=settings.rate.busy_hz), camera)


def _is_recording(wanted: str) -> bool:
    """Whether a file is meant, there or not, and no camera."""
    path = Path(wanted)
    with suppress(OSError, ValueError):
        return not stat.S_ISCHR(path.stat().st_mode)
    return path.suffix != "" and not wanted.startswith("/dev/")
