"""Has the picture changed since the last one that was estimated? A third of a millisecond each.

Compared are small grey pictures: averaging takes most of the noise away, the median of the
differences takes slow light and the camera's own exposure away, and what is left of the noise stays
below `DEAD_LEVELS`.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH, HEIGHT = 64, 48
DEAD_LEVELS = 4.0
"""Grey levels of 255 that a small pixel may differ by without counting."""


class Motion:
    """Compares pictures with the last one that was kept."""

    def __init__(self) -> None:
        self._kept: NDArray[np.float32] | None = None
        self._seen: NDArray[np.float32] | None = None

    def amount(self, image: NDArray[np.uint8]) -> float:
        """How much a picture differs from the one that was kept.

        Args:
            image: (height, width, 3) uint8, any size.

        Returns:
            Mean difference of the small pictures beyond `DEAD_LEVELS`, grey levels; infinity before
            any was kept.
        """
        import cv2

        small = cv2.resize(image, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        self._seen = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY).astype(np.float32)
        if self._kept is None:
            return inf
        difference = self._seen - self._kept
        difference -= np.median(difference)
        return float(np.maximum(np.abs(difference) - DEAD_LEVELS, 0.0).mean())

    def keep(self) -> None:
        """Hold further pictures against the last one that was compared."""
        self._kept = self._seen

    def forget(self) -> None:
        """Hold them against none: the next one counts as changed."""
        self._kept = None
