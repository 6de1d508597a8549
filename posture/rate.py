"""How often to look: seldom while nothing happens, often while something does, hardly while away.

Pure, and driven by the time of the pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from math import inf, isfinite
from typing import TYPE_CHECKING

from posture.records import State

if TYPE_CHECKING:
    from posture.records import Reason, Tick

LEAST_HZ = 1.0
"""Slower, the detector would take the time between two looks (`max_gap_s`, 2 s) for a gap."""


@dataclass(frozen=True, slots=True)
class RateSettings:
    """How often pictures are looked at. A look costs about 12 ms of one core."""

    calm_hz: float = 1.25
    """While nothing changes. A change is seen 0.8 s late at most, well inside the running median of
    3 s, and a picture that is lost makes no gap (`max_gap_s`)."""
    busy_hz: float = 5.0
    """While the baseline is sought: 15 looks in its 3 s, of which 8 must be measured."""
    moving_hz: float = 2.5
    """While something changes or a slouch is pending: seven looks in the running median of 3 s.
    At least `calm_hz` and at most `busy_hz`, whatever is set."""
    settle_s: float = 3.0
    """For so long after a change: the length of the running median."""
    still: float = 0.2
    """Pictures that differ by less are not looked at again: grey levels of 255 beyond the noise, on
    average. In the samples no angle changes by 2.5 degrees without changing the picture by more;
    who sits still and sways a little stays below for a second or two."""
    moved: float = 1.0
    """From this difference on it is a change: nine of ten half seconds of rendered people at a desk
    stay below."""
    repeat_s: float = 3.0
    """What was seen in an unmoved picture counts for so long at most: nobody sits as a ghost."""
    away_s: float = 5.0
    """After nobody was there for so long, and nothing moved, pictures are only compared ..."""
    away_hz: float = 1.0
    """... so often, and looked at when something moves ..."""
    away_look_s: float = 30.0
    """... and once in so many seconds: somebody may have come unnoticed."""
    battery_every_s: float | None = None
    """On battery, look only once in so many seconds, with the camera closed in between."""
    battery_look_s: float = 10.0
    """For how long it then looks, and longer while a slouch is pending or goes on."""

    def __post_init__(self) -> None:
        if not LEAST_HZ <= self.calm_hz <= self.busy_hz < inf:
            raise ValueError(f"calm_hz must be at least {LEAST_HZ:g} and at most busy_hz")
        if not 0 < self.away_hz <= self.calm_hz:
            raise ValueError("away_hz must be above 0 and at most calm_hz")
        positive = ("moving_hz", "settle_s", "repeat_s", "away_s", "away_look_s", "battery_look_s")
        for name in positive:
            if not 0 < getattr(self, name) < inf:
                raise ValueError(f"{name} must be positive, not {getattr(self, name)}")
        if not 0 <= self.still <= self.moved < inf:
            raise ValueError("still must be at least 0 and at most moved")
        if self.battery_every_s is not None and not self.battery_look_s < self.battery_every_s:
            raise ValueError("battery_every_s must be longer than battery_look_s")


class Activity(Enum):
    """What one picture was about."""

    BUSY = auto()
    """The baseline is sought."""
    MOVING = auto()
    """A slouch is pending, or something has changed."""
    CALM = auto()
    NOBODY = auto()
    """Nobody is there, and nothing moves."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Pictures per second to take, and whether to look at them or only for what moves."""

    hz: float
    looks: bool


def is_pending(tick: Tick) -> bool:
    """Whether a slouch is being counted that has not lasted long enough yet."""
    return isfinite(tick.remaining_s)


def activity_of(tick: Tick, before: Reason | None, *, moved: bool, seeking: bool) -> Activity:
    """What a tick is about.

    Args:
        tick: The newest.
        before: Why the one before could not be measured, or None.
        moved: Whether the picture has changed much.
        seeking: Whether the baseline is sought or taken.
    """
    away = tick.state is State.AWAY
    if seeking and not away:
        return Activity.BUSY
    changed = tick.transition is not None or (tick.reason is not before and not away)
    if moved or changed or is_pending(tick):
        return Activity.MOVING
    return Activity.NOBODY if away else Activity.CALM


class AdaptiveRate:
    """From what the pictures were about to how often to take one."""

    def __init__(self, settings: RateSettings | None = None) -> None:
        self.settings = settings or RateSettings()
        self._busy_s = self._moving_s = -inf
        self._nobody_since_s = inf

    def update(self, now_s: float, activity: Activity) -> Rate:
        """Take in one picture; times must not decrease."""
        settings = self.settings
        if activity is Activity.BUSY:
            self._busy_s = now_s
        if activity is Activity.MOVING:
            self._moving_s = now_s
        if activity is not Activity.NOBODY:
            self._nobody_since_s = inf
        self._nobody_since_s = min(self._nobody_since_s, now_s)
        nobody_s = now_s - self._nobody_since_s if activity is Activity.NOBODY else 0.0
        if nobody_s >= settings.away_s:
            return Rate(settings.away_hz, looks=False)
        if now_s - self._busy_s < settings.settle_s:
            return Rate(settings.busy_hz, looks=True)
        if now_s - self._moving_s < settings.settle_s:
            moving_hz = max(settings.calm_hz, min(settings.moving_hz, settings.busy_hz))
            return Rate(moving_hz, looks=True)
        return Rate(settings.calm_hz, looks=True)


class DutyCycle:
    """On battery, whether to rest until the next look, if the user wants that.

    Args:
        settings: How long to look, and how often.
    """

    def __init__(self, settings: RateSettings) -> None:
        self._settings = settings
        self._began_s = -inf
        self._rests = False

    def rests(self, now_s: float, *, on_battery: bool, busy: bool) -> bool:
        """Whether the camera is to be closed now.

        Args:
            now_s: Seconds since the session began.
            on_battery: Whether the computer runs on battery.
            busy: Whether a slouch is pending or goes on: then it looks further.
        """
        every_s = self._settings.battery_every_s
        if every_s is None or not on_battery or now_s - self._began_s >= every_s:
            self._began_s = now_s
            self._rests = False
            return False
        looked = now_s - self._began_s >= self._settings.battery_look_s
        self._rests = self._rests or (looked and not busy)
        return self._rests
