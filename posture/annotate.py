"""The video of `posture replay --annotate`: each frame with what was made of it.

The file is MPEG-4 Part 2 in an mp4: the one codec that every OpenCV writes without a licence or
another library. VLC, mpv, ffmpeg and most desktop players show it; browsers do not.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from math import isfinite
from typing import TYPE_CHECKING, Self

import cv2

from posture import folders
from posture.overlay import Layout, Overlay
from posture.ports import OutputError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    import numpy as np
    from numpy.typing import NDArray

    from posture.records import Tick

BANNER_S = 4.0
"""How long an alert's text stays."""

MAX_HOLD_S = 60.0
"""A frame is shown for at most this long: a suspended machine must not fill the disk."""

_LOWEST_HZ, _HIGHEST_HZ, _USUAL_HZ = 5.0, 60.0, 30.0
_LEAST_FREE_BYTES = 16 * 2**20


class AnnotatedVideo:
    """Writes annotated frames; a context manager.

    The video has a constant rate. Each frame is shown from its timestamp to the next one's,
    repeated or left out as needed, so that the video keeps the recording's time even if that has
    a variable rate; only stretches of more than `MAX_HOLD_S` without a frame are shortened.

    The file appears under its name when it is complete; without a frame there is none. If an
    exception ends the `with` block, what was written is kept under that name if `keep_partial`,
    and removed otherwise.

    Args:
        path: File to write, usually ending in .mp4; replaced if it exists.
        rate_hz: Frames per second of the recording; anything unknown or extreme is brought to
            a rate that players can show.
        width_px: Width of the frames to come.
        height_px: Height of the frames to come.
        keep_partial: Whether a video that was cut short is kept.

    Raises:
        OutputError: The folder is missing, not writable or full.
    """

    def __init__(
        self,
        path: Path,
        rate_hz: float,
        width_px: int,
        height_px: int,
        *,
        keep_partial: bool = False,
    ) -> None:
        self.keep_partial = keep_partial
        self._path = path
        self._rate_hz = _playable_rate(rate_hz)
        self._overlay = Overlay(Layout.of(width_px, height_px))
        self._part = folders.part_name(path.with_suffix(".mp4"))  # the ending says the format
        self._writer: cv2.VideoWriter | None = self._open()
        self._held: NDArray[np.uint8] | None = None
        self._written = 0
        self._last_s = 0.0
        self._step_s = 0.0
        self._shortened_s = 0.0
        self._first_s: float | None = None
        self._banner: tuple[str, float] | None = None

    def write(self, image: NDArray[np.uint8], tick: Tick) -> None:
        """Add one frame; frames come in order of time.

        Args:
            image: (height_px, width_px, 3) uint8, blue-green-red; not changed.
            tick: What was made of it.

        Raises:
            OutputError: The disk is full, or the video was closed.
        """
        if self._writer is None:
            raise OutputError(f"{self._path}: the annotated video is already closed")
        now_s = tick.timestamp_s
        if self._first_s is None:
            self._first_s = self._last_s = now_s
        self._shortened_s += max(0.0, now_s - self._last_s - MAX_HOLD_S)
        self._step_s = min(now_s - self._last_s, 1.0)
        self._last_s = now_s
        if tick.alert is not None:
            self._banner = tick.alert.text, now_s + BANNER_S
        if self._banner is not None and now_s >= self._banner[1]:
            self._banner = None
        due = round((now_s - self._first_s - self._shortened_s) * self._rate_hz)
        self._emit(until=due)
        self._held = self._overlay.draw(image, tick, self._banner and self._banner[0])

    def close(self) -> None:
        """Complete the file and give it its name; calling it again does nothing.

        Raises:
            OutputError: The file turned out incomplete, which is how a full disk shows.
        """
        if self._writer is None:
            return
        try:
            # The last frame is shown for as long as the one before it.
            self._emit(until=self._written + max(1, round(self._step_s * self._rate_hz)))
            self._release()
            if self._written == 0:
                return
            if not self._complete():
                raise self._failure("the disk may be full")
            self._part.replace(self._path)
        except OSError as error:
            raise self._failure(error.strerror or str(error)) from error
        finally:
            self._discard()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None or self.keep_partial:
            try:
                self.close()
            except OutputError:
                # The first error says more than what follows from it.
                if error is None:
                    raise
        else:
            self._discard()

    def _open(self) -> cv2.VideoWriter:
        """Open the temporary file: first by hand, because OpenCV does not say why it cannot."""
        try:
            self._part.open("wb").close()
        except OSError as error:
            raise self._failure(error.strerror or str(error)) from error
        code = cv2.VideoWriter.fourcc(*"mp4v")
        size = self._overlay.layout.width_px, self._overlay.layout.height_px
        writer = cv2.VideoWriter(str(self._part), cv2.CAP_FFMPEG, code, self._rate_hz, size)
        if not writer.isOpened():
            writer.release()
            self._part.unlink(missing_ok=True)
            raise self._failure("this OpenCV cannot write mp4; reinstall opencv-python")
        return writer

    def _emit(self, *, until: int) -> None:
        """Show the held frame until that many frames are written."""
        if self._held is None or self._writer is None:
            return
        for _ in range(self._written, until):
            self._check_space()
            self._writer.write(self._held)
            self._written += 1

    def _check_space(self) -> None:
        # OpenCV reports no failed write: stop before the disk is full, while the end of the
        # file, without which no player opens it, can still be written.
        try:
            free = shutil.disk_usage(self._part.parent).free
        except OSError as error:
            raise self._failure(error.strerror or str(error)) from error
        if free < _LEAST_FREE_BYTES:
            raise self._failure("the disk is full")

    def _complete(self) -> bool:
        """Whether the finished file can be opened and has all its frames."""
        capture = cv2.VideoCapture(str(self._part), cv2.CAP_FFMPEG)
        try:
            return capture.isOpened() and capture.get(cv2.CAP_PROP_FRAME_COUNT) == self._written
        finally:
            capture.release()

    def _release(self) -> None:
        if self._writer is not None:
            self._writer.release()
            self._writer = None

    def _discard(self) -> None:
        self._release()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _failure(self, why: str) -> OutputError:
        return OutputError(
            f"{self._path}: the annotated video could not be written ({why}); "
            "check the folder, its permissions and the free space"
        )


def _playable_rate(rate_hz: float) -> float:
    """A rate that OpenCV stores exactly: two decimals, in a range that players can show."""
    if not isfinite(rate_hz) or rate_hz <= 0.0:
        return _USUAL_HZ
    return round(min(max(rate_hz, _LOWEST_HZ), _HIGHEST_HZ), 2)
