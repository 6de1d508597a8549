"""One opened camera, through OpenCV: what the webcam's thread talks to."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from posture.ports import CameraStateKind, SourceError
from posture.sources.cameras import linux_cameras
from posture.sources.recording import resized, silence_opencv

if TYPE_CHECKING:
    from pathlib import Path

    from posture.sources.cameras import Camera
    from posture.sources.recording import Image

BLACK_AT_MOST = 20
"""A picture with hardly a pixel above this is black: noise behind a shutter stays below, and a
face in the light of a screen does not."""


USUAL_BUFFERS = 4
"""Where OpenCV does not tell."""


class CameraError(SourceError):
    """A camera gives no pictures; `kind` says why."""

    def __init__(self, kind: CameraStateKind, text: str) -> None:
        super().__init__(text)
        self.kind = kind


class Capture(Protocol):
    """An opened camera. Every call may block for as long as the camera likes."""

    @property
    def stale(self) -> int:
        """Pictures at most that `grab` finds in store after a pause, and that are old."""

    def grab(self) -> bool:
        """Wait for the next picture without decoding it; False when there is none."""

    def picture(self) -> Image | None:
        """The grabbed picture, (h, w, 3) uint8; None when it is damaged."""

    def release(self) -> None:
        """Close the camera."""


class OpenCapture(Protocol):
    """What opens cameras."""

    def __call__(self, camera: Camera, /, *, size_px: tuple[int, int], rate_hz: float) -> Capture:
        """Open this one or raise `CameraError`."""


class OpenCvCapture:
    """A camera that OpenCV has opened, asked to give small pictures, rarely and without delay.

    Cameras are free to do otherwise: the pace is kept by whoever reads.

    Args:
        device: The opened camera.
        size_px: Width and height to ask for.
        rate_hz: Pictures per second to ask for.
    """

    def __init__(
        self, device: cv2.VideoCapture, *, size_px: tuple[int, int], rate_hz: float
    ) -> None:
        self._device = device
        wishes = (
            (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),
            (cv2.CAP_PROP_FRAME_WIDTH, size_px[0]),
            (cv2.CAP_PROP_FRAME_HEIGHT, size_px[1]),
            (cv2.CAP_PROP_FPS, rate_hz),
            (cv2.CAP_PROP_BUFFERSIZE, 1),
        )
        for what, value in wishes:
            with suppress(cv2.error):  # a wish
                device.set(what, value)

    @property
    def stale(self) -> int:
        """Old pictures in store after a pause: one buffer is ours until the next grab."""
        buffers = 0.0
        with suppress(cv2.error):
            buffers = self._device.get(cv2.CAP_PROP_BUFFERSIZE)
        return int(buffers) - 1 if buffers >= 1 else USUAL_BUFFERS

    def grab(self) -> bool:
        """Wait for the next picture; False when there is none."""
        try:
            return self._device.grab()
        except cv2.error:
            return False

    def picture(self) -> Image | None:
        """Decode the grabbed picture; None when it is damaged."""
        try:
            read, image = self._device.retrieve()
        except cv2.error:
            return None
        usable = read and image.ndim == 3 and image.shape[2] == 3 and image.dtype == np.uint8
        return image if usable and image.size else None  # type: ignore[return-value]

    def release(self) -> None:
        """Close the camera."""
        with suppress(cv2.error):  # it is gone
            self._device.release()


def open_capture(camera: Camera, *, size_px: tuple[int, int], rate_hz: float) -> Capture:
    """Open a camera, wherever it is plugged in by now.

    Raises:
        CameraError: It cannot be opened; says why as far as the system tells.
    """
    silence_opencv()
    if camera.device is None:
        device = cv2.VideoCapture(camera.index)
    else:
        # Without asking for capabilities: that would wake the other cameras at every attempt.
        there = linux_cameras(camera.device.parents[1], capabilities=lambda _: None)
        now = next((c for c in there if c.stable_id == camera.stable_id), None)
        if now is None or now.device is None:
            raise _gone(camera)
        _require_access(now, now.device)
        device = cv2.VideoCapture(now.index, cv2.CAP_V4L2)
    if not device.isOpened():
        device.release()
        raise _busy(camera)
    return OpenCvCapture(device, size_px=size_px, rate_hz=rate_hz)


def _require_access(camera: Camera, device: Path) -> None:
    try:
        os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK))
    except PermissionError as error:
        raise CameraError(
            CameraStateKind.NO_PERMISSION,
            f"no permission to use {camera.name} ({device}); run `sudo usermod -aG video $USER` "
            "and log in again",
        ) from error
    except OSError as error:
        raise _busy(camera) if error.errno == errno.EBUSY else _gone(camera) from error


def _gone(camera: Camera) -> CameraError:
    text = f"{camera.name} is not there; plug it in, or check that its switch is on"
    return CameraError(CameraStateKind.GONE, text)


def _busy(camera: Camera) -> CameraError:
    text = f"{camera.name} is used by another program, or refuses to start; close that program"
    return CameraError(CameraStateKind.BUSY, text)


def stopped(camera: Camera, *, has_shown: bool) -> CameraError:
    """The error for an opened camera without pictures, or that has shown some and stopped."""
    if has_shown:
        text = f"{camera.name} has stopped giving pictures; check its plug"
        return CameraError(CameraStateKind.GONE, text)
    text = f"{camera.name} gives no pictures; close other programs that use the camera"
    return CameraError(CameraStateKind.BUSY, text)


def is_black(image: Image) -> bool:
    """Whether there is nothing to be seen, as behind a closed shutter."""
    brightest = image[::8, ::8].max(axis=2)
    return float(np.percentile(brightest, 99)) <= BLACK_AT_MOST


def fitted(image: Image, size_px: tuple[int, int]) -> Image:
    """The picture inside one of this width and height; its proportions stay, the rest is black."""
    height_px, width_px = image.shape[:2]
    if (width_px, height_px) == size_px:
        return image
    scale = min(size_px[0] / width_px, size_px[1] / height_px)
    inner = resized(image, width_px * scale, height_px * scale)
    result = np.zeros((size_px[1], size_px[0], 3), np.uint8)
    top, left = (size_px[1] - inner.shape[0]) // 2, (size_px[0] - inner.shape[1]) // 2
    result[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return result
