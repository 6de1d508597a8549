"""When the frames of a live source are wanted, and what time it is for them. No waiting here."""

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Condition

    Clock = Callable[[], float]
    Wait = Callable[[Condition, float], object]
    """Waits, with the condition held, until it is notified or so many seconds have passed."""

EARLY_PERIODS = 0.25
"""A frame that comes this much before its time is taken: cameras are not punctual."""

LATE_PERIODS = 0.5
"""A frame that comes later than this sets the beat anew; the next would follow too closely."""

SLEEP_AT_LEAST_S = 2.0
"""A smaller jump between the two clocks is taken for a correction, not for sleep."""


class Pace:
    """Takes moments at most `rate_hz` times a second on average, never two close together.

    Args:
        rate_hz: Above 0; infinity takes all.

    Raises:
        ValueError: The rate is not above 0.
    """

    def __init__(self, rate_hz: float) -> None:
        self._beat_s = -inf
        self.set_rate(rate_hz)

    def set_rate(self, rate_hz: float) -> None:
        """Take so many from now on; raises ValueError when the rate is not above 0."""
        if not rate_hz > 0:
            raise ValueError(f"a rate of {rate_hz} per second; it must be above 0")
        self._period_s = 1 / rate_hz

    @property
    def next_s(self) -> float:
        """The earliest moment that will be taken; minus infinity before the first."""
        return self._beat_s + self._period_s * (1 - EARLY_PERIODS)

    def takes(self, moment_s: float) -> bool:
        """Whether this moment is wanted; moments must not decrease."""
        if moment_s < self.next_s:
            return False
        expected_s = self._beat_s + self._period_s
        late = moment_s > expected_s + LATE_PERIODS * self._period_s
        self._beat_s = moment_s if late else expected_s
        return True


class SessionClock:
    """Seconds since it was made. Time asleep counts, so that it shows as a gap between frames.

    Args:
        clock: Monotonic seconds; may stand still while the computer sleeps.
        wall_clock: Seconds that go on while the computer sleeps.
    """

    def __init__(self, clock: Clock, wall_clock: Clock) -> None:
        self._clock = clock
        self._wall_clock = wall_clock
        self._began_s = clock()
        self._ahead_s = wall_clock() - self._began_s
        self._asleep_s = 0.0
        self.sleeps = 0
        """How often the computer slept, as noticed by `read`."""

    def read(self) -> float:
        """The seconds; never decreases."""
        now_s = self._clock()
        ahead_s = self._wall_clock() - now_s
        jump_s = ahead_s - self._ahead_s
        self._ahead_s = ahead_s
        if jump_s > SLEEP_AT_LEAST_S:
            self._asleep_s += jump_s
            self.sleeps += 1
        return now_s - self._began_s + self._asleep_s


def wall_clock_s() -> float:
    """Seconds that go on while the computer sleeps, from any beginning."""
    # Linux has a clock that nobody sets; elsewhere setting the time looks like sleep.
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if boot_time is None else time.clock_gettime(boot_time)
