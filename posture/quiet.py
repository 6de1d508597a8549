"""When not to speak, and when not to look: pure rules on what the desktop says.

What is unknown never silences. Idle keyboard and mouse silence nothing on purpose: somebody who
reads or watches is still there, and the camera sees it. That they are used is something else: what
can wait, waits for a pause.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time  # noqa: TC003 - `posture.settings` asks for the types of the fields
from enum import StrEnum


class QuietReason(StrEnum):
    """Why the user is not told, or not even watched, now."""

    SUSPENDED = "suspended"
    SCREEN_LOCKED = "screen_locked"
    OUTSIDE_WORKING_HOURS = "outside_working_hours"
    IN_CALL = "in_call"
    MICROPHONE = "microphone"
    PRESENTATION = "presentation"
    FULL_SCREEN = "full_screen"
    DO_NOT_DISTURB = "do_not_disturb"
    BATTERY_SAVER = "battery_saver"
    ON_BATTERY = "on_battery"

    @property
    def camera_text(self) -> str:
        """For the user, of `camera_off_reason`: `camera off: the screen is locked`."""
        return f"camera off: {_WORDS[self]}"


_WORDS: dict[QuietReason, str] = {
    QuietReason.SUSPENDED: "the computer is going to sleep",
    QuietReason.SCREEN_LOCKED: "the screen is locked",
    QuietReason.OUTSIDE_WORKING_HOURS: "outside your working hours",
    QuietReason.IN_CALL: "you are in a call",
    QuietReason.MICROPHONE: "another program uses the microphone",
    QuietReason.PRESENTATION: "a presentation or a film is running",
    QuietReason.FULL_SCREEN: "a window fills the screen",
    QuietReason.DO_NOT_DISTURB: "do not disturb is on",
    QuietReason.BATTERY_SAVER: "the battery saver is on",
    QuietReason.ON_BATTERY: "running on battery",
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the desktop says at one moment; None where it does not say.

    Attributes:
        suspended: Going to sleep, or just waking up.
        in_call: What the user says; it counts for more than the microphone.
        microphone_used: Another program records from a microphone, as in a call.
        presentation: A program keeps the screen on: slides, a film.
        typing: Keyboard or mouse were used within the last seconds; silences no alert.
        now, weekday: The user's local time of day, and the day (0 Monday to 6 Sunday).
    """

    screen_locked: bool | None = None
    suspended: bool | None = None
    in_call: bool | None = None
    microphone_used: bool | None = None
    full_screen: bool | None = None
    do_not_disturb: bool | None = None
    presentation: bool | None = None
    on_battery: bool | None = None
    battery_saver: bool | None = None
    typing: bool | None = None
    now: time | None = None
    weekday: int | None = None

    def __post_init__(self) -> None:
        if (self.now is None) != (self.weekday is None):
            raise ValueError("now and weekday must be given together")
        if self.weekday is not None and not 0 <= self.weekday <= 6:
            raise ValueError("weekday must be 0 (Monday) to 6 (Sunday)")


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """One day's working hours; an end before the start is on the next day."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise ValueError("working hours must not end when they start")

    @property
    def past_midnight(self) -> bool:
        """Whether they end on the next day."""
        return self.end < self.start


@dataclass(frozen=True, slots=True)
class QuietSettings:
    """What silences the alerts, and what frees the camera; a locked or sleeping computer does."""

    when_in_call: bool = True
    """Say nothing in a call, or while another program uses the microphone."""
    when_presentation: bool = True
    """Say nothing while a program keeps the screen on: slides, a film."""
    when_full_screen: bool = True
    """Say nothing while a window fills the screen."""
    when_do_not_disturb: bool = True
    """Say nothing while the desktop is not to disturb."""
    when_battery_saver: bool = False
    """Say nothing while the battery saver is on."""
    when_on_battery: bool = False
    """Say nothing on battery."""
    working_hours: tuple[WorkingHours | None, ...] | None = None
    """Seven of them, Monday first, each none on a day off; say nothing outside them."""
    camera_off_in_call: bool = True
    """Free the camera in a call, or while another program uses the microphone."""
    camera_off_outside_working_hours: bool = False
    """Free the camera outside the working hours."""

    def __post_init__(self) -> None:
        if self.working_hours is not None and len(self.working_hours) != 7:
            raise ValueError(f"working_hours must name 7 days, not {len(self.working_hours)}")


def quiet_reason(surroundings: Surroundings, settings: QuietSettings) -> QuietReason | None:
    """Why not to tell the user anything now; None when nothing speaks against it.

    Of several reasons the one comes first that says most about where the user is.
    """
    reasons = (
        (surroundings.suspended, QuietReason.SUSPENDED),
        (surroundings.screen_locked, QuietReason.SCREEN_LOCKED),
        (_outside_hours(surroundings, settings), QuietReason.OUTSIDE_WORKING_HOURS),
        (surroundings.in_call and settings.when_in_call, QuietReason.IN_CALL),
        (_seems_call(surroundings) and settings.when_in_call, QuietReason.MICROPHONE),
        (surroundings.presentation and settings.when_presentation, QuietReason.PRESENTATION),
        (surroundings.full_screen and settings.when_full_screen, QuietReason.FULL_SCREEN),
        (surroundings.do_not_disturb and settings.when_do_not_disturb, QuietReason.DO_NOT_DISTURB),
        (surroundings.battery_saver and settings.when_battery_saver, QuietReason.BATTERY_SAVER),
        (surroundings.on_battery and settings.when_on_battery, QuietReason.ON_BATTERY),
    )
    return next((reason for holds, reason in reasons if holds), None)


def camera_off_reason(surroundings: Surroundings, settings: QuietSettings) -> QuietReason | None:
    """Why the camera must be free now, its light out; None when it may be used."""
    outside = settings.camera_off_outside_working_hours and _outside_hours(surroundings, settings)
    reasons = (
        (surroundings.suspended, QuietReason.SUSPENDED),
        (surroundings.screen_locked, QuietReason.SCREEN_LOCKED),
        (outside, QuietReason.OUTSIDE_WORKING_HOURS),
        (surroundings.in_call and settings.camera_off_in_call, QuietReason.IN_CALL),
        (_seems_call(surroundings) and settings.camera_off_in_call, QuietReason.MICROPHONE),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _seems_call(surroundings: Surroundings) -> bool:
    """Whether it looks like a call, and the user has not said otherwise."""
    return surroundings.in_call is None and bool(surroundings.microphone_used)


def _outside_hours(surroundings: Surroundings, settings: QuietSettings) -> bool:
    """Whether now is known to be outside the working hours; the end itself is outside."""
    week, now, weekday = settings.working_hours, surroundings.now, surroundings.weekday
    if week is None or now is None or weekday is None:
        return False
    today, yesterday = week[weekday], week[weekday - 1]
    if yesterday is not None and yesterday.past_midnight and now < yesterday.end:
        return False
    if today is None or now < today.start:
        return True
    return not today.past_midnight and now >= today.end
