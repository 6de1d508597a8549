"""When to speak: gentle first, seldom, and never twice for the same thing in a short while."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import inf

from posture.detector import explain
from posture.records import Alert, AlertLevel, Deviation, State


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """How often and how loudly the user is told. Nothing here is a medical threshold.

    The first alert of a slouch is a cue, given when the slouch has persisted. Should it go on, a
    notice follows: alarm fatigue makes people switch such tools off, so both are kept rare.
    """

    notice_after_s: float = 120.0
    """Seconds of slouching until the notice: well under the holding times of ISO 11226."""
    large_deg: float = 20.0
    """From this change on, `large_notice_after_s` counts instead."""
    large_notice_after_s: float = 60.0
    cool_down_s: float = 600.0
    """At least this long between an alert and the next slouch's first alert."""
    per_hour: int = 4

    def __post_init__(self) -> None:
        if self.per_hour < 0 or self.cool_down_s < 0:
            raise ValueError("per_hour and cool_down_s must not be negative")
        if not 0 < self.large_notice_after_s <= self.notice_after_s:
            raise ValueError("large_notice_after_s must be positive and at most notice_after_s")


class Alerts:
    """Decides on each frame whether to say something."""

    def __init__(self, settings: AlertSettings | None = None) -> None:
        self.settings = settings or AlertSettings()
        self._given_s: deque[float] = deque()
        self._last_s = -inf
        self._level: AlertLevel | None = None

    def update(
        self, timestamp_s: float, state: State, change: Deviation, held_s: float
    ) -> Alert | None:
        """Take in one judged frame and return what to say now, if anything."""
        if state is not State.SLOUCHED:
            self._level = None
            return None
        if change.part is None:
            return None
        level = self._due(timestamp_s, change.worst_deg, held_s)
        if level is None or not self._allowed(timestamp_s):
            return None
        self._level = level
        self._last_s = timestamp_s
        self._given_s.append(timestamp_s)
        return Alert(
            timestamp_s=timestamp_s,
            level=level,
            part=change.part,
            change_deg=change.worst_deg,
            held_s=held_s,
            text=explain(change, held_s),
        )

    def withdraw(self) -> None:
        """The last alert was not shown: it does not count towards `per_hour`."""
        if self._given_s:
            self._given_s.pop()

    def _due(self, now_s: float, change_deg: float, held_s: float) -> AlertLevel | None:
        """What this slouch calls for: a cue, then a notice, then a notice each cool-down."""
        limits = self.settings
        rested = now_s - self._last_s >= limits.cool_down_s
        if self._level is None:
            return AlertLevel.CUE if rested else None
        large = change_deg > limits.large_deg
        long = held_s >= (limits.large_notice_after_s if large else limits.notice_after_s)
        escalates = self._level is AlertLevel.CUE
        return AlertLevel.NOTICE if long and (escalates or rested) else None

    def _allowed(self, now_s: float) -> bool:
        while self._given_s and self._given_s[0] <= now_s - 3600.0:
            self._given_s.popleft()
        return len(self._given_s) < self.settings.per_hour
