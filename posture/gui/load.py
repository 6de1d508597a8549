"""How much of a core this process takes."""

from __future__ import annotations

import os
import time
from collections import deque
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.sources.pace import Clock

WINDOW_S = 30.0
LEAST_S = 2.0
"""A share of less would jump about."""


def used_s() -> float:
    """Processor seconds of this process with all its threads."""
    user_s, system_s, *_ = os.times()
    return user_s + system_s


class Load:
    """The share of one core over the last half minute.

    Args:
        clock: Monotonic seconds.
        used: Processor seconds so far.
    """

    def __init__(
        self, *, clock: Clock = time.monotonic, used: Callable[[], float] = used_s
    ) -> None:
        self._clock, self._used = clock, used
        self._samples: deque[tuple[float, float]] = deque()

    def share(self) -> float:
        """To be called about once a second; 1 is a whole core, NaN while too little is known."""
        now_s, spent_s = self._clock(), self._used()
        self._samples.append((now_s, spent_s))
        while self._samples[0][0] < now_s - WINDOW_S:
            self._samples.popleft()
        since_s, before_s = self._samples[0]
        if now_s - since_s < LEAST_S:
            return nan
        return (spent_s - before_s) / (now_s - since_s)
