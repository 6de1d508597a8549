"""Frames without a camera: for tests, benchmarks and demonstrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from posture.ports import Closing
from posture.records import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class ScriptedSource(Closing):
    """Grey pictures at given times.

    Args:
        times_s: When each frame is due; must not decrease.
        size_px: Width and height of the pictures.
    """

    def __init__(self, times_s: Sequence[float], *, size_px: tuple[int, int] = (640, 480)) -> None:
        self.name = "script"
        self.rate_hz = float("nan")
        self.frame_count: int | None = len(times_s)
        self.warnings: tuple[str, ...] = ()
        width_px, height_px = size_px
        self._image = np.full((height_px, width_px, 3), 128, np.uint8)
        self._rest = iter(list(enumerate(times_s)))
        self._grabbed: Frame | None = None
        self._closed = False

    def __iter__(self) -> Iterator[Frame]:
        while self.grab() is not None and self._grabbed is not None:
            yield self._grabbed

    def grab(self) -> float | None:
        """Go on to the next frame; its time in seconds, None at the end."""
        index, time_s = (0, None) if self._closed else next(self._rest, (0, None))
        self._grabbed = None if time_s is None else Frame(self._image, time_s, index)
        return time_s

    def frame(self) -> Frame | None:
        """The frame that was grabbed."""
        return self._grabbed

    def close(self) -> None:
        """End the iteration."""
        self._closed = True
