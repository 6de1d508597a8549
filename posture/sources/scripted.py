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
        self._closed = False

    def __iter__(self) -> Iterator[Frame]:
        for index, timestamp_s in self._rest:
            if self._closed:
                return
            yield Frame(self._image, timestamp_s, index)

    def close(self) -> None:
        """End the iteration."""
        self._closed = True
