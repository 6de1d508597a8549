"""What the two kinds of recording, video file and folder of pictures, have in common."""

from __future__ import annotations

import os
import stat
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Self

import cv2

from posture.ports import Closing, SourceError
from posture.records import Frame

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Image = NDArray[np.uint8]

LONGEST_SIDE_PX = 1920
"""Larger pictures are reduced to this: the pose model looks at far fewer pixels anyway, and an
8K frame takes 100 MB."""


class Recording(Closing, ABC):
    """Frames read from start to end, none dropped; a `FrameSource`.

    Like an open file it is read once: a second loop goes on where the first stopped. After
    `close`, or at the end, there are no more frames. The first frame is decoded on opening.
    Who does not want every frame calls `grab`, and `frame` where it is wanted.

    Raises:
        SourceError: On opening, when there is no frame to be had.
    """

    def __init__(self, path: Path, *, rate_hz: float, frame_count: int | None) -> None:
        self.name = shown(path)
        self.rate_hz = rate_hz
        self.frame_count = frame_count
        self.warnings: tuple[str, ...] = ()
        self._times = self._grabbed()
        self._time_s = 0.0
        self._read = 0
        self._first: Frame | None = None
        self._held: Frame | None = None
        self._first = next(self, None)

    @abstractmethod
    def _grabbed(self) -> Generator[float, None, None]:
        """The time of frame after frame; releases what it holds when it is closed."""

    @abstractmethod
    def _picture(self) -> Image | None:
        """The picture of the frame whose time was given last; None when it is damaged."""

    def _warn(self, text: str) -> None:
        self.warnings += (f"{self.name}: {text}",)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Frame:
        while self.grab() is not None:
            if (frame := self.frame()) is not None:
                return frame
        raise StopIteration

    def grab(self) -> float | None:
        """Go on to the next frame; its time in seconds, None at the end. Leaves out what it can."""
        self._held, self._first = self._first, None
        if self._held is not None:
            return self._held.timestamp_s
        time_s = next(self._times, None)
        self._time_s = self._time_s if time_s is None else time_s
        return time_s

    def frame(self) -> Frame | None:
        """The frame that was grabbed, its index that among those read; None when it is damaged."""
        if self._held is not None:
            return self._held
        image = self._picture()
        if image is None:
            return None
        self._read += 1
        return Frame(image, self._time_s, self._read - 1)

    def close(self) -> None:
        """Release the file; calling it again does nothing."""
        self._first = self._held = None
        self._times.close()


def shown(path: Path) -> str:
    """The path as it can be printed on one line, whatever bytes its name is made of."""
    text = os.fsencode(path).decode(errors="replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def require_file(path: Path) -> None:
    """Check that `path` is a regular file with something in it that may be read.

    Raises:
        SourceError: It is not.
    """
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):  # opening a pipe would wait for a writer, perhaps for ever
            raise SourceError(f"{shown(path)}: not a file; give a video file or a folder")
        with path.open("rb") as file:
            empty = not file.read(1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if empty:
        raise SourceError(f"{shown(path)}: the file is empty; record or copy it again")


def unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    """The error for a path that the operating system does not let us read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError(f"{shown(path)}: no such file or folder; check the name")
    if isinstance(error, PermissionError):
        return SourceError(f"{shown(path)}: no permission to read it; change its access rights")
    cause = getattr(error, "strerror", None) or error
    return SourceError(f"{shown(path)}: cannot be read ({cause}); check the disk and the name")


def silence_opencv() -> None:
    """Keep OpenCV and FFmpeg from writing to the terminal; what matters becomes a warning.

    Variables that the user has set for that purpose win.
    """
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # read by the first VideoCapture
    if "OPENCV_LOG_LEVEL" in os.environ:
        return
    # The function has moved between the releases of OpenCV.
    for owner in (cv2, getattr(cv2.utils, "logging", None)):
        set_level = getattr(owner, "setLogLevel", None)
        if set_level is not None:
            set_level(0)


def bounded(image: Image) -> Image:
    """Reduce a picture to `LONGEST_SIDE_PX` if it is larger; the proportions stay."""
    height, width = image.shape[:2]
    scale = LONGEST_SIDE_PX / max(height, width)
    return image if scale >= 1 else resized(image, width * scale, height * scale)


def resized(image: Image, width: float, height: float) -> Image:
    """The picture at another size (rounded, at least one pixel)."""
    size = (max(1, round(width)), max(1, round(height)))
    smaller = size[0] * size[1] < image.shape[0] * image.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return cv2.resize(image, size, interpolation=how)  # type: ignore[return-value]
