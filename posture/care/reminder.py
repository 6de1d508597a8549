"""When to remind of the diary: once a day, and only if the user wants it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

WITHIN = timedelta(hours=1)
"""Who comes back later than that is not reminded of a moment that is over."""


@dataclass(frozen=True, slots=True)
class DiarySettings:
    """Whether you are reminded of your diary; the reminder says nothing of what is in it."""

    remind: bool = False
    """Remind of the diary once a day."""
    remind_at: str = "17:00"
    """When, on your clock."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", self.remind_at):
            raise ValueError("remind_at must be a time of day such as 17:00")

    @property
    def at(self) -> time:
        """The same as a time."""
        hour, minute = map(int, self.remind_at.split(":"))
        return time(hour, minute)


def due(settings: DiarySettings, now: datetime, reminded: date | None) -> bool:
    """Whether to remind now.

    Args:
        settings: Whether at all, and when.
        now: The user's local time.
        reminded: The day of the last reminder; None before the first.
    """
    if not settings.remind or reminded == now.date():
        return False
    wanted = now.replace(hour=settings.at.hour, minute=settings.at.minute, second=0, microsecond=0)
    return timedelta(0) <= now - wanted < WITHIN
