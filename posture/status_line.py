"""The live session in a terminal: one line that stays, and above it what has happened."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Self

from rich.text import Text

from posture.break_words import sentence
from posture.care.breaks import BreakBegun, BreakDue, BreakOver
from posture.live_events import Notice, ProfileUsed, Resting, ToldAlert
from posture.one_line import OneLine
from posture.ports import CameraState, FalseAlarm, Helped, Snooze
from posture.records import State, Tick, Transition

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.care.breaks import BreakEvent
    from posture.commands import RunningStatus
    from posture.live_events import LiveEvent

_STYLES = {State.UPRIGHT: "green", State.SLOUCHED: "yellow", State.AWAY: "dim"}


class StatusLine(OneLine):
    """A sink of live events. Without a terminal it writes a line for each event but ticks."""

    _status: Callable[[], RunningStatus] | None = None

    def show(self, status: Callable[[], RunningStatus]) -> Self:
        """Begin; until `close` the line shows what `status` says."""
        self._status = status
        return self.begin()

    def __call__(self, event: LiveEvent) -> None:
        """Show an event."""
        if isinstance(event, Tick):
            if self._status is not None and self.is_due:
                text = f"{self._status().text}{figures(event)}"
                self.renew(text, _STYLES.get(event.state, ""))
        elif not isinstance(event, Resting | ProfileUsed | Snooze):  # a snooze has its reply
            self.console.print(Text(*told(event)), soft_wrap=True)


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
