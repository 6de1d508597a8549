"""Running medians, driven by timestamps."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from math import isnan


class RunningMedian:
    """Median of the values of the last `window_s` seconds; NaN is passed over.

    A median, not a mean: one wild frame does not move it, and a step comes out half a window
    late but as high as it was. MediaPipe smooths its landmarks already, so nothing more is
    needed in front of the judgement.
    """

    def __init__(self, window_s: float) -> None:
        if not window_s > 0:
            raise ValueError(f"window_s must be positive, not {window_s}")
        self._window_s = window_s
        self._times: deque[tuple[float, float]] = deque()
        self._sorted: list[float] = []

    def update(self, timestamp_s: float, value: float) -> float:
        """Take in one value (or NaN) and return the median of the window; NaN when it is empty."""
        while self._times and self._times[0][0] <= timestamp_s - self._window_s:
            _, old = self._times.popleft()
            del self._sorted[bisect_left(self._sorted, old)]
        if not isnan(value):
            self._times.append((timestamp_s, value))
            insort(self._sorted, value)
        count = len(self._sorted)
        if not count:
            return float("nan")
        return (self._sorted[(count - 1) // 2] + self._sorted[count // 2]) / 2

    def clear(self) -> None:
        """Forget everything: after a gap, old values say nothing about new ones."""
        self._times.clear()
        self._sorted.clear()
