"""The live session in a terminal: one line that stays, and above it what has happened."""

from __future__ import annotations

import time
from contextlib import suppress
from math import inf, isfinite
from typing import TYPE_CHECKING, Self

from rich.live import Live
from rich.text import Text

from posture.break_words import sentence
from posture.care.breaks import BreakBegun, BreakDue, BreakOver
from posture.live_events import Notice, ProfileUsed, Resting, ToldAlert
from posture.ports import CameraState, Closing, FalseAlarm, Helped, Snooze
from posture.records import State, Tick, Transition

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from posture.care.breaks import BreakEvent
    from posture.commands import RunningStatus
    from posture.live_events import LiveEvent
    from posture.sources.pace import Clock

EVERY_S = 0.25
"""At least so long between two updates of the line."""

_STYLES = {State.UPRIGHT: "green", State.SLOUCHED: "yellow", State.AWAY: "dim"}


class StatusLine(Closing):
    """A sink of live events. Where there is no terminal it writes a line for each event but ticks.

    Args:
        console: Where to; closed by the caller.
        clock: Monotonic seconds.
    """

    def __init__(self, console: Console, clock: Clock = time.monotonic) -> None:
        self._console = console
        self._clock = clock
        self._status: Callable[[], RunningStatus] | None = None
        self._shown_s = -inf
        self._live: Live | None = None

    def show(self, status: Callable[[], RunningStatus]) -> Self:
        """Begin; until `close` the line shows what `status` says."""
        self._status = status
        if self._console.is_terminal:
            self._live = Live(console=self._console, auto_refresh=False, transient=True)
            self._live.start()
        return self

    def close(self) -> None:
        """Take the line away; calling it again does nothing."""
        live, self._live = self._live, None
        if live is not None:
            with suppress(OSError):  # the terminal may be gone, and the line with it
                live.stop()

    def __call__(self, event: LiveEvent) -> None:
        """Show an event."""
        if isinstance(event, Tick):
            self._update(event)
            return
        if not isinstance(event, Resting | ProfileUsed | Snooze):  # a snooze has its reply
            self._tell(*told(event))

    def _tell(self, text: str, style: str) -> None:
        self._console.print(Text(text, style=style), soft_wrap=True)

    def _update(self, tick: Tick) -> None:
        now_s = self._clock()
        if self._live is None or self._status is None or now_s - self._shown_s < EVERY_S:
            return
        self._shown_s = now_s
        line = Text(f"{self._status().text}{figures(tick)}", _STYLES.get(tick.state, ""))
        line.truncate(self._console.width, overflow="ellipsis")
        self._live.update(line, refresh=True)


def figures(tick: Tick) -> str:
    """Both changes as they are judged: `  (neck +3°, upper back -1°)`; empty when unmeasurable."""
    change = tick.deviation
    parts = (("neck", change.neck_deg), ("upper back", change.thoracic_deg))
    known = [f"{name} {value:+.0f}°" for name, value in parts if isfinite(value)]
    return f"  ({', '.join(known)})" if known else ""


def told(
    event: Transition | ToldAlert | CameraState | Notice | FalseAlarm | Helped | BreakEvent,
) -> tuple[str, str]:
    """An event as a line, and its style."""
    match event:
        case Transition(after=after, text=text):
            return f"{clock_text(event.timestamp_s)} {after}: {text}", _STYLES.get(after, "")
        case ToldAlert(alert, quiet):
            shown = f" (not shown: {quiet.replace('_', ' ')})" if quiet else ""
            return f"{clock_text(alert.timestamp_s)} {alert.level}: {alert.text}{shown}", "bold"
        case FalseAlarm(alert):
            return f"noted: the alert at {clock_text(alert.timestamp_s)} was wrong", ""
        case Helped(alert):
            return f"noted: the alert at {clock_text(alert.timestamp_s)} helped", ""
        case CameraState(text=text, since_s=since_s):
            return f"{clock_text(since_s)} camera: {text}", "dim"
        case Notice(timestamp_s, text):
            return f"{clock_text(timestamp_s)} {text}", "cyan"
        case BreakDue() | BreakBegun() | BreakOver():
            return f"{clock_text(event.timestamp_s)} {sentence(event)}", "cyan"


def clock_text(seconds: float) -> str:
    """Seconds as hours, minutes and seconds: `0:01:05`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
