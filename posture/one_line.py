"""A line of a terminal that stays, and is written anew as things change."""

from __future__ import annotations

import time
from contextlib import suppress
from math import ceil, inf
from typing import TYPE_CHECKING, ClassVar, Self

from rich.live import Live
from rich.text import Text

from posture.clock_time import minutes_text
from posture.ports import Closing

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from posture.sources.pace import Clock


class OneLine(Closing):
    """Without a terminal there is no such line, and `is_due` is never true.

    Args:
        console: Where to; closed by the caller.
        clock: Monotonic seconds.
    """

    EVERY_S: ClassVar = 0.25
    """At least so long between two updates of the line."""

    def __init__(self, console: Console, clock: Clock = time.monotonic) -> None:
        self.console = console
        self._clock = clock
        self._shown_s = -inf
        self._live: Live | None = None

    def begin(self) -> Self:
        """Begin; the line stays until `close`."""
        if self.console.is_terminal:
            self._live = Live(console=self.console, auto_refresh=False, transient=True)
            self._live.start()
        return self

    def close(self) -> None:
        """Take the line away; calling it again does nothing."""
        live, self._live = self._live, None
        if live is not None:
            with suppress(OSError):  # the terminal may be gone, and the line with it
                live.stop()

    @property
    def stays(self) -> bool:
        """Whether there is a line."""
        return self._live is not None

    @property
    def is_due(self) -> bool:
        """Whether there is a line, and it is time to renew it."""
        return self.stays and self._clock() - self._shown_s >= self.EVERY_S

    def renew(self, text: str, style: str, *, whole: bool = False) -> None:
        """Write the line anew, cut to the terminal's width, or `whole` in as many lines."""
        if self._live is None:
            return
        self._shown_s = self._clock()
        line = Text(text, style)
        if whole:  # wrapped here: a console that wraps nothing would cut it
            line = Text("\n").join(line.wrap(self.console, self.console.width))
        else:
            line.truncate(self.console.width, overflow="ellipsis")
        self._live.update(line, refresh=True)


def count_down(
    title: str, left: Callable[[], float], wait: Callable[[float], object], console: Console
) -> None:
    """Wait until nothing is left; a terminal shows how much is.

    Args:
        title: Of what.
        left: Says how many seconds are left.
        wait: Waits so many seconds.
        console: Where it is shown.
    """
    with OneLine(console).begin() as line:
        while (left_s := left()) > 0:
            line.renew(f"{title}: {minutes_text(ceil(left_s))} left", "")
            wait(min(left_s, 1.0))
