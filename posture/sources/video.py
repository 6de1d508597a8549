"""Video files, through OpenCV and its FFmpeg."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import cv2

from posture.ports import SourceError
from posture.sources.recording import (
    Recording,
    bounded,
    require_file,
    resized,
    shown,
    silence_opencv,
)
from posture.sources.timeline import Timeline, advanced, started

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from posture.sources.recording import Image

FASTEST_HZ = 999.0
"""Containers with no rate of their own report their time base instead: 1000 or 90000."""

MOST_FRAMES = 10**8
"""Years of video: a larger count is a lie."""

FAILURES_AT_END = 32
"""Failed reads in a row that mean the end. A damaged frame fails too, and others follow it."""


class VideoSource(Recording):
    """Every frame of a video file at its presentation time, the first frame at 0.

    Turned upright as the file asks, stretched to square pixels, and no larger than
    `LONGEST_SIDE_PX`. Grey, 16-bit and transparent video comes as (h, w, 3) uint8 like any
    other. When the picture's size changes on the way, OpenCV brings it to the size of the first.

    Args:
        path: The file.

    Raises:
        SourceError: There is no video in it.
    """

    def __init__(self, path: Path) -> None:
        require_file(path)
        self._capture = _opened(path)
        rate_hz = self._capture.get(cv2.CAP_PROP_FPS)
        rate_hz = rate_hz if 0 < rate_hz <= FASTEST_HZ else nan
        count = self._capture.get(cv2.CAP_PROP_FRAME_COUNT)
        credible = rate_hz > 0 and 1 <= count <= MOST_FRAMES
        self._stretch = _stretch(self._capture)
        self._failures = 0
        self._damaged = False
        super().__init__(path, rate_hz=rate_hz, frame_count=int(count) if credible else None)
        if self._first is None:
            raise SourceError(f"{self.name}: no frame can be decoded; record or convert it again")

    def _grabbed(self) -> Generator[float, None, None]:
        line = started(self.rate_hz)
        frames = 0
        try:
            while self._failures < FAILURES_AT_END:
                if not self._grab():
                    self._failures += 1
                    continue
                line = advanced(line, self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000)
                frames += 1
                yield line.time_s
            self._warn_if_cut_off(frames, line)
        finally:
            self._capture.release()
            self._warn_of_repairs(frames, line.repaired)

    def _grab(self) -> bool:
        try:
            return self._capture.grab()
        except cv2.error:
            return False

    def _picture(self) -> Image | None:
        try:
            read, image = self._capture.retrieve()
        except cv2.error:  # a picture too large for the memory
            read = False
        if not read:
            self._failures += 1
            return None
        self._damaged = self._damaged or self._failures > 0
        self._failures = 0
        return self._square(image)  # type: ignore[arg-type]

    def _square(self, image: Image) -> Image:
        across, down = self._stretch
        if (across, down) != (1.0, 1.0):
            image = resized(image, image.shape[1] * across, image.shape[0] * down)
        return bounded(image)

    def _warn_if_cut_off(self, frames: int, line: Timeline) -> None:
        if self.frame_count is None:
            return
        # Counts are often a frame or two out, and a count made up from a duration is far out
        # when the rate varies: only a file that is short in both ways is cut off.
        missing = self.frame_count - frames
        missing_s = self.frame_count * line.step_s - line.time_s
        if missing > 2 and missing_s > 3 * line.step_s:
            self._warn(
                f"ends early, at {line.time_s:.1f} s: {frames} of {self.frame_count} frames are "
                "there; the file is cut off or damaged, copy it again"
            )

    def _warn_of_repairs(self, frames: int, repaired: int) -> None:
        if self._damaged:
            self._warn("damaged: some frames could not be decoded and are missing")
        if repaired:
            self._warn(
                f"the times of {repaired} of {frames} frames were missing or out of order and were "
                "filled in; durations may be a little off"
            )


def _opened(path: Path) -> cv2.VideoCapture:
    silence_opencv()
    name = str(path.absolute())  # FFmpeg would take "http:clip.mp4" for an address
    try:
        name.encode()
    except UnicodeEncodeError as error:  # OpenCV 5.0 crashes on such a name
        raise SourceError(f"{shown(path)}: OpenCV cannot open this name; rename it") from error
    capture = cv2.VideoCapture(name, cv2.CAP_FFMPEG)
    if not capture.isOpened():
        raise SourceError(
            f"{shown(path)}: no video in it that can be read (is it complete, and a video?); "
            "record or convert it again"
        )
    capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 1)
    return capture


def _stretch(capture: cv2.VideoCapture) -> tuple[float, float]:
    """How much to widen and to heighten the frames: angles need square pixels."""
    across = capture.get(cv2.CAP_PROP_SAR_NUM)
    down = capture.get(cv2.CAP_PROP_SAR_DEN)
    if not (across > 0 and down > 0 and 0.2 <= across / down <= 5):
        return 1.0, 1.0
    # The ratio is that of the stored frame, before it is turned upright.
    sideways = round(capture.get(cv2.CAP_PROP_ORIENTATION_META)) % 180 != 0
    return (1.0, across / down) if sideways else (across / down, 1.0)
