"""What the user wants of the live session: paused, in a call, snoozed. No clock, no thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from posture.commands import InCall, Pause, PauseUntilTomorrow, Resume, Snooze
from posture.quiet import camera_off_reason, quiet_reason

if TYPE_CHECKING:
    from posture.commands import Command
    from posture.quiet import QuietSettings, Surroundings


@dataclass(frozen=True, slots=True)
class Off:
    """Why the camera is closed: one word for programs, a line for the user."""

    state: str
    text: str


SAVING = Off("saving_battery", "camera off: saving the battery until the next look")
SNOOZED = "snoozed"
"""Why an alert was not shown, beside the `QuietReason`s."""


class Wishes:
    """Keeps what the user asked for until it ends. Times are aware, in the user's own zone."""

    def __init__(self) -> None:
        self.paused = False
        self.paused_until: datetime | None = None
        """None: until resumed, if paused at all."""
        self.snoozed_until: datetime | None = None
        self.in_call: bool | None = None
        """None: the user has not said."""

    def take(self, command: Command, now: datetime) -> str | None:
        """Take note of a command.

        Returns:
            What is done, for the user; None when the command is not about this.
        """
        match command:
            case Pause(minutes):
                until = None if minutes is None else now + timedelta(minutes=minutes)
                return self._pause(until)
            case PauseUntilTomorrow():
                tomorrow = now.date() + timedelta(days=1)
                return self._pause(datetime.combine(tomorrow, time(), now.tzinfo))
            case Resume():
                self.paused, self.paused_until, self.snoozed_until = False, None, None
                return "watching again"
            case Snooze(minutes):
                self.snoozed_until = now + timedelta(minutes=minutes)
                return f"no alerts until {self.snoozed_until:%H:%M}"
            case InCall(on):
                self.in_call = on
                return "taken for in a call" if on else "no longer taken for in a call"
            case _:
                return None

    def _pause(self, until: datetime | None) -> str:
        self.paused, self.paused_until = True, until
        return self._paused_text()

    def _paused_text(self) -> str:
        until = self.paused_until
        return "paused until you resume" if until is None else f"paused until {until:%H:%M}"

    def forget_past(self, now: datetime) -> None:
        """End what has come to its end."""
        if self.paused_until is not None and now >= self.paused_until:
            self.paused, self.paused_until = False, None
        if self.snoozed_until is not None and now >= self.snoozed_until:
            self.snoozed_until = None

    def off(self, surroundings: Surroundings, settings: QuietSettings) -> Off | None:
        """Why the camera must be closed; None when it may be open."""
        if self.in_call is False and surroundings.microphone_used is False:
            self.in_call = None  # what was denied is over; the next recording may be a call
        if self.paused:
            return Off("paused", self._paused_text())
        reason = camera_off_reason(self._with_call(surroundings), settings)
        return None if reason is None else Off(reason.value, reason.camera_text)

    def quiet(self, surroundings: Surroundings, settings: QuietSettings) -> str | None:
        """Why not to tell the user anything, in one word; None when nothing speaks against it."""
        if self.snoozed_until is not None:
            return SNOOZED
        reason = quiet_reason(self._with_call(surroundings), settings)
        return None if reason is None else reason.value

    def _with_call(self, surroundings: Surroundings) -> Surroundings:
        if self.in_call is None:
            return surroundings
        return replace(surroundings, in_call=self.in_call)


def in_utc(moment: datetime | None) -> str | None:
    """A moment for programs, ISO 8601 in UTC."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds")
