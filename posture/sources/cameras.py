"""Which cameras there are, and which one the user means.

Linux is read from sysfs, without opening a camera where that can be avoided. Other systems are
untried: names come from the package `cv2_enumerate_cameras` if it is installed, else the cameras
are numbered by trying them.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from posture.ports import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

CAPTURES = 0x1 | 0x1000
"""V4L2_CAP_VIDEO_CAPTURE and V4L2_CAP_VIDEO_CAPTURE_MPLANE."""

TRIED_INDICES = 5
"""Cameras that are tried where the system cannot be asked."""

_QUERY_CAPABILITIES = 0x80685600  # VIDIOC_QUERYCAP
_CAPABILITIES = struct.Struct("=16s32s32sIII12x")
_HAS_DEVICE_CAPABILITIES = 0x80000000
_INFRARED = re.compile(r"(?<![a-z])ir(?![a-z])|infra-?red", re.IGNORECASE)
_NAME_LENGTH = 31
"""Longer names are cut off by the kernel: "Integrated Camera: Integrated I" is infrared."""


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera.

    Attributes:
        stable_id: Stays the same when the camera gets another number.
        name: As the maker calls it; two cameras may share one.
        index: Its number for OpenCV; that of /dev/videoN on Linux.
        device: The device file; None where there is none.

    Raises:
        ValueError: The index is negative, or there is no id or name.
    """

    stable_id: str
    name: str
    index: int
    device: Path | None = None

    def __post_init__(self) -> None:
        if self.index < 0:
            raise ValueError(f"index is {self.index}; it must not be negative")
        if not (self.stable_id and self.name):
            raise ValueError("a camera needs an id and a name")


def list_cameras() -> tuple[Camera, ...]:
    """The cameras of this computer, by number; infrared ones are left out."""
    return linux_cameras() if sys.platform == "linux" else other_cameras()


def find(cameras: Sequence[Camera], wanted: str | None) -> Camera:
    """The camera that the user means: by its stable id, else its name, else its number.

    Args:
        cameras: Those there are.
        wanted: What the user typed; None for the first.

    Raises:
        SourceError: There is no such camera, or several; the message lists those there are.
    """
    if not cameras:
        raise SourceError("no camera was found; plug one in, or check that its switch is on")
    if wanted is None:
        return cameras[0]
    typed = wanted.strip()
    keys: tuple[Callable[[Camera], Iterable[str]], ...] = (
        lambda camera: [camera.stable_id],
        lambda camera: [camera.name.casefold()],
        lambda camera: [str(camera.index), str(camera.device)],
    )
    for key in keys:
        found = [c for c in cameras if {typed, typed.casefold()}.intersection(key(c))]
        if len(found) == 1:
            return found[0]
        if found:
            raise SourceError(f"several cameras are called {typed}; give a number: {told(found)}")
    raise SourceError(f"there is no camera {typed}; give one of: {told(cameras)}")


def told(cameras: Iterable[Camera]) -> str:
    """The cameras in one line: number, name and id of each."""
    return ", ".join(f"{c.index} = {c.name} (id {c.stable_id})" for c in cameras)


def linux_cameras(
    root: Path = Path("/"), *, capabilities: Callable[[Path], int | None] | None = None
) -> tuple[Camera, ...]:
    """The cameras that sysfs knows, by number.

    Left out are nodes for metadata and other streams of the same camera, what cannot capture,
    and infrared cameras, which see no colours and often nothing at all.

    Args:
        root: Where `sys` and `dev` are.
        capabilities: Asks a device file for its V4L2 capabilities, None when it does not tell
            (default `device_capabilities`).
    """
    ask = device_capabilities if capabilities is None else capabilities
    links = _links(root / "dev/v4l")
    cameras = []
    for node in (root / "sys/class/video4linux").glob("video*"):
        number = node.name.removeprefix("video")
        if not number.isdecimal() or _text(node / "index") not in ("", "0"):
            continue
        name = _text(node / "name") or f"camera {number}"
        device = root / "dev" / node.name
        if _is_infrared(name) or not (CAPTURES if (c := ask(device)) is None else c) & CAPTURES:
            continue
        stable_id = links.get(node.name) or f"{_place(node)}:{name}"
        cameras.append(Camera(stable_id, name, int(number), device))
    return tuple(sorted(cameras, key=lambda camera: camera.index))


def device_capabilities(device: Path) -> int | None:
    """The V4L2 capabilities of a device file; None when they cannot be asked for."""
    from fcntl import ioctl

    try:
        descriptor = os.open(device, os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        answer = ioctl(descriptor, _QUERY_CAPABILITIES, bytes(_CAPABILITIES.size))
    except OSError:
        return None
    finally:
        os.close(descriptor)
    *_, all_nodes, this_node = _CAPABILITIES.unpack(answer)
    return int(this_node if all_nodes & _HAS_DEVICE_CAPABILITIES else all_nodes)


def _is_infrared(name: str) -> bool:
    cut_off = len(name) >= _NAME_LENGTH and name.endswith(" I")
    return cut_off or _INFRARED.search(name) is not None


def _links(folder: Path) -> dict[str, str]:
    """From "video0" to the name of a link to it: by id if there is one, else by path."""
    links: dict[str, str] = {}
    for kind in ("by-path", "by-id"):
        for link in sorted((folder / kind).glob("*"), reverse=True):
            links[link.resolve().name] = link.name
    return links


def _place(node: Path) -> str:
    """Where the camera is plugged in, such as "1-2:1.0"; its number when sysfs does not say."""
    device = node / "device"
    return device.resolve().name if device.exists() else node.name


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""


def other_cameras() -> tuple[Camera, ...]:
    """The cameras of a system that is not Linux. Untried."""
    try:
        package = import_module("cv2_enumerate_cameras")
    except ImportError:
        return _tried_cameras()
    return tuple(
        Camera(str(found.path or found.name), str(found.name), int(found.index))
        for found in package.enumerate_cameras()
        if not _is_infrared(str(found.name))
    )


def _tried_cameras() -> tuple[Camera, ...]:
    """Open one number after the other; the light of each camera goes on for a moment."""
    import cv2

    cameras = []
    for index in range(TRIED_INDICES):
        capture = cv2.VideoCapture(index)
        if capture.isOpened():
            cameras.append(Camera(f"number {index}", f"camera {index}", index))
        capture.release()
    return tuple(cameras)
