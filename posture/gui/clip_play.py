"""Where a recording stands while it is played, and how it moves on. Pure: no window, no picture.

Frames need not be evenly spaced: each is shown from its own time until that of the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf, isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.sources.pace import Clock

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds of the recording per second."""

GRACE_S = 1.0
"""Who goes back while it plays means the mark before the one that was just passed."""


class Playback:
    """A place among frames of which more may still come.

    Args:
        times_s: When each frame is due, never decreasing; its owner adds to it.
        clock: Monotonic seconds.
    """

    def __init__(self, times_s: Sequence[float], clock: Clock) -> None:
        self._times_s = times_s
        self._clock = clock
        self._place_s = 0.0
        self._then_s = clock()
        self._speed = 1.0
        self.playing = False
        """Whether it moves, or would as soon as there are more frames."""
        self.complete = False
        """Whether no more frames come; the owner says so."""

    @property
    def place_s(self) -> float:
        """Where it stands, seconds of the recording."""
        return self._place_s

    @property
    def index(self) -> int | None:
        """The frame that is shown there; None while there is none."""
        if not self._times_s:
            return None
        return max(bisect_right(self._times_s, self._place_s) - 1, 0)

    @property
    def speed(self) -> float:
        """Seconds of the recording per second."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not (isfinite(speed) and speed > 0):
            raise ValueError(f"speed is {speed}; it must be finite and above 0")
        self.advance()
        self._speed = speed

    def play(self) -> None:
        """Move on from here; from the beginning where it has ended."""
        if self.complete and self._times_s and self._place_s >= self._times_s[-1]:
            self._place_s = self._times_s[0]
        self._then_s = self._clock()
        self.playing = True

    def pause(self) -> None:
        """Stay here."""
        self.advance()
        self.playing = False

    def advance(self) -> None:
        """Move to where it is by now: no further than the last frame, where it waits or ends."""
        now_s = self._clock()
        passed_s, self._then_s = now_s - self._then_s, now_s
        if not self.playing or not self._times_s:
            return
        last_s = self._times_s[-1]
        self._place_s = min(self._place_s + passed_s * self._speed, max(last_s, self._place_s))
        if self.complete and self._place_s >= last_s:
            self.playing = False

    def seek(self, time_s: float) -> None:
        """Go to a time, or to the nearest one for which there is a frame."""
        self.advance()
        if self._times_s:
            self._place_s = min(max(time_s, self._times_s[0]), self._times_s[-1])

    def step(self, frames: int) -> None:
        """Stay, so many frames further on or, below 0, back."""
        self.pause()
        if (index := self.index) is not None:
            wanted = min(max(index + frames, 0), len(self._times_s) - 1)
            self._place_s = self._times_s[wanted]

    def jump(self, marks_s: Sequence[float], *, ahead: bool) -> bool:
        """Go to the next mark, or to the one before; whether there is one.

        Args:
            marks_s: Times in ascending order.
            ahead: Whether the next one is wanted.
        """
        self.advance()
        if ahead:
            found = bisect_right(marks_s, self._place_s)
        else:
            found = bisect_left(marks_s, self._place_s - GRACE_S * self.playing) - 1
        if not 0 <= found < len(marks_s):
            return False
        self.seek(marks_s[found])
        return True


def nearest(marks_s: Sequence[float], time_s: float, within_s: float) -> int | None:
    """The mark nearest to a time; None when none is within `within_s`."""
    after = bisect_left(marks_s, time_s)
    near = [index for index in (after - 1, after) if 0 <= index < len(marks_s)]
    best = min(near, key=lambda index: abs(marks_s[index] - time_s), default=None)
    far_s = inf if best is None else abs(marks_s[best] - time_s)
    return best if far_s <= within_s else None
