"""Looks once a second at what is going on, window or not, for the strip of today."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from posture.gui.minutes import Minute, MinuteTally, joined, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posture.gui.mailbox import Mailbox
    from posture.sources.pace import Clock

LOOK_MS = 1_000


def wall_clock() -> datetime:
    """Now, in the user's zone."""
    return datetime.now().astimezone()


class Day(QObject):
    """Today's minutes.

    Args:
        mailbox: Where the session's ticks are.
        earlier: Gives the minutes of today before this start, such as those of a database.
        clock: Monotonic seconds.
        wall_clock: Now, aware.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        *,
        earlier: Callable[[], Sequence[Minute]] = tuple,
        clock: Clock = time.monotonic,
        wall_clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self._mailbox = mailbox
        self._earlier = earlier
        self._clock, self._wall_clock = clock, wall_clock
        self._tally = MinuteTally()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Count the time since the last look."""
        self._tally.add(kind_of(self._mailbox.situation), self._clock(), self._wall_clock())

    def minutes(self) -> list[Minute]:
        """All of today that is known."""
        return joined(self._earlier(), self._tally.minutes())
