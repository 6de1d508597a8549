"""The world outside a live session, as far as it needs to know it; tests have one of their own."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from posture.quiet import Surroundings
from posture.sources.pace import wall_clock_s

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.sources.pace import Clock, Wait


@dataclass(frozen=True, slots=True)
class Outside:
    """What is asked, and of whom.

    Attributes:
        surroundings: What the desktop says.
        now: The user's local time, aware.
        clock: Monotonic seconds.
        wall_clock: Seconds that go on while the computer sleeps.
        wait: Waits on a condition for so many seconds.
    """

    surroundings: Callable[[], Surroundings] = Surroundings
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    clock: Clock = time.monotonic
    wall_clock: Clock = wall_clock_s
    wait: Wait = threading.Condition.wait
