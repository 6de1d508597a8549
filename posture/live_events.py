"""What happens in a live session, and who is told."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture.care.breaks import BreakEvent
from posture.ports import CameraState, FalseAlarm, Helped, PostureError, Snooze
from posture.records import Alert, Tick, Transition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.profile import Profile

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ToldAlert:
    """An alert, and in one word why it was not shown; empty when it was."""

    alert: Alert
    quiet: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the user."""

    timestamp_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Resting:
    """The camera is closed on purpose, still; comes about once a second instead of ticks."""

    timestamp_s: float


@dataclass(frozen=True, slots=True)
class ProfileUsed:
    """From now on these accepted postures are judged by."""

    timestamp_s: float
    profile: Profile


Answered = FalseAlarm | Helped | Snooze
"""What the user said; a snooze need not be about an alert."""
LiveEvent = (
    Tick
    | Transition
    | ToldAlert
    | CameraState
    | Notice
    | Answered
    | Resting
    | ProfileUsed
    | BreakEvent
)
"""Changes of state come as events of their own, before the tick that has them; those into and out
of a pause have no tick."""

LiveSink = Callable[[LiveEvent], None]
"""Takes note of an event; called on whichever thread it happens, by one at a time."""


class Teller:
    """Lets every sink take note of every event, in the same order.

    Args:
        sinks: A failing one is told of once, and stops nothing.
    """

    def __init__(self, sinks: Sequence[LiveSink]) -> None:
        self._sinks = tuple(sinks)
        self._failed: set[int] = set()
        self._lock = threading.RLock()  # a sink may give a command, of which others are told

    def tell(self, timestamp_s: float, event: LiveEvent) -> None:
        """Tell one event.

        Args:
            timestamp_s: Now, seconds since the session began.
            event: What happened.
        """
        failures = []
        with self._lock:
            for place, sink in enumerate(self._sinks):
                try:
                    sink(event)
                except Exception as error:
                    if place not in self._failed:
                        self._failed.add(place)
                        failures.append(str(error) or type(error).__name__)
                        if not isinstance(error, PostureError):  # nothing that a user can cause
                            logger.warning("an output failed", exc_info=True)
            for failure in failures:
                text = f"an output failed; further failures of it are not told: {failure}"
                self.tell(timestamp_s, Notice(timestamp_s, text))
