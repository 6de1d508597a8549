"""What a running posture says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite


@dataclass(frozen=True, slots=True)
class RunningStatus:
    """What a running posture does at this moment.

    Attributes:
        state: For programs, one word: a `State` or what keeps from having one.
        text: The same for the user, in one line.
        since_s: Seconds for which it has been so.
        camera: What the camera does, for the user.
        paused_until, snoozed_until: When it ends by itself, UTC in ISO 8601; None where it does
            not, or where there is nothing to end.
        version: Of posture.
        pid: Of the process.
        breaks: How long the user has sat and when the next break is due, for the user; empty where
            nobody counts.
        sat_s: Seconds seen sitting since the last break; None where nobody counts.

    Raises:
        ValueError: A time is none or not in UTC, or there is no state or no text.
    """

    state: str
    text: str
    since_s: float
    camera: str
    paused_until: str | None
    snoozed_until: str | None
    version: str
    pid: int
    breaks: str = ""
    sat_s: float | None = None

    def __post_init__(self) -> None:
        if not (self.state and self.text):
            raise ValueError("state and text must not be empty")
        if not (isfinite(self.since_s) and self.since_s >= 0):
            raise ValueError(f"since_s is {self.since_s}; it must be finite and not below 0")
        for until in (self.paused_until, self.snoozed_until):
            if until is not None and datetime.fromisoformat(until).utcoffset() != timedelta(0):
                raise ValueError(f"{until} is not in UTC")
