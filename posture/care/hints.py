"""One hint at a time, and none that flickers."""

from __future__ import annotations

from math import inf

AFTER_S, FOR_S = 0.7, 2.0
"""A hint must be due for so long without a break, and then stays for so long at least."""


class Hints:
    """Shows a hint that is due long enough, and keeps it long enough to be read."""

    def __init__(self) -> None:
        self._due, self._due_s = "", inf
        self._shown, self._shown_s = "", -inf

    def update(self, timestamp_s: float, due: str) -> str:
        """What to show.

        Args:
            timestamp_s: Seconds that never decrease.
            due: What should be said by this picture; empty for nothing.
        """
        if due != self._due:
            self._due, self._due_s = due, timestamp_s
        if timestamp_s - self._shown_s >= FOR_S and self._due != self._shown:
            if not due:
                self._shown = ""
            elif timestamp_s - self._due_s >= AFTER_S:
                self._shown, self._shown_s = due, timestamp_s
        return self._shown
