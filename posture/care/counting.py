"""Counts repetitions of a movement that goes from rest to where it counts, and back.

Driven by shares: 0 at rest, 1 where a repetition begins to count, below 0 the other way. Nothing
here knows what moves. Times are seconds that never decrease.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isnan

from posture.care.exercise import Phase


@dataclass(frozen=True, slots=True)
class CountSettings:
    """When a movement is a repetition.

    Attributes:
        leave: Share under which it is rest.
        keep: Share over which a hold that has begun goes on.
        hold_s: Shortest hold.
        rise_s: Longest way from rest to where it counts: what drifts is no repetition.
        longest_s: From leaving rest to being back.
        gap_s: Longest time without a measurement; after more a repetition begins anew.
        company_s: Longest rest between two repetitions, where one alone is not counted: the first
            is counted with the second. Infinite where each counts for itself.
    """

    leave: float = 0.5
    keep: float = 0.8
    hold_s: float = 0.3
    rise_s: float = 4.0
    longest_s: float = 45.0
    gap_s: float = 1.5
    company_s: float = inf

    def __post_init__(self) -> None:
        if not 0 < self.leave < self.keep <= 1:
            raise ValueError("leave must be above 0, keep above leave and at most 1")
        for name in ("hold_s", "rise_s", "longest_s", "gap_s"):
            if not 0 <= getattr(self, name) < inf:
                raise ValueError(f"{name} must not be below 0, not {getattr(self, name)}")
        if not self.company_s > 0:
            raise ValueError(f"company_s must be above 0, not {self.company_s}")


class Counter:
    """Counts the repetitions of one exercise; a repetition counts when rest is reached again.

    Args:
        sides: 2 where both ways are counted, each for itself: left is above 0, right below. 1 where
            below 0 is rest.
        settings: When a movement is a repetition.
    """

    def __init__(self, sides: int = 1, settings: CountSettings | None = None) -> None:
        self.repetitions = [0] * sides
        """By side (left, right) where there are two."""
        self.phase = Phase.REST
        self.held_s = 0.0
        """Of the hold that goes on, or of the last one."""
        self.longest_s = 0.0
        """Longest hold of what was counted, or goes on."""
        self.stuck = False
        """Whether the movement has lasted too long to be one: rest is somewhere else now."""
        self._settings = settings or CountSettings()
        self._last_s = -inf
        self._missed = False
        self._ended_s = -inf
        self._alone: list[int] = []
        self._side = 0
        self._rest()

    def update(self, timestamp_s: float, share: float) -> None:
        """Take in one share; NaN where nothing was measured."""
        if isnan(share):
            self._missed = True
            return
        self._bridge(timestamp_s)
        size = abs(share) if len(self.repetitions) > 1 else max(share, 0.0)
        if size < self._settings.leave:
            self._finish(timestamp_s)
            return
        side = 0 if share > 0 else 1
        if side != self._side:
            self._finish(timestamp_s)  # from one side to the other between two pictures
        self._side = side
        self._moving(timestamp_s, size)

    def _rest(self) -> None:
        """Forget the movement."""
        self._left_s = inf
        self._held_from_s = inf
        self._side = 0
        self._reached = False
        self._void = self.stuck = False
        self.phase = Phase.REST

    def _bridge(self, timestamp_s: float) -> None:
        """Take the time in which nothing was measured out of the movement; too much voids it."""
        lost_s = timestamp_s - self._last_s
        self._last_s = timestamp_s
        if not self._missed and lost_s <= self._settings.gap_s:
            return
        self._missed = False
        if lost_s > self._settings.gap_s:
            self._void = self.phase is not Phase.REST
            self._reached = False
            lost_s = 0.0 if lost_s == inf else lost_s
        self._left_s += lost_s
        self._held_from_s += lost_s

    def _moving(self, timestamp_s: float, size: float) -> None:
        settings = self._settings
        self._left_s = min(self._left_s, timestamp_s)
        if timestamp_s - self._left_s > settings.longest_s:
            self._void = self.stuck = True
        holding = self.phase is Phase.HOLD and size >= settings.keep
        if not (size >= 1.0 or holding):
            self.phase, self._held_from_s = Phase.MOVING, inf
            return
        if not self._reached and timestamp_s - self._left_s > settings.rise_s and not holding:
            self._void = True
        self.phase = Phase.HOLD
        self._held_from_s = min(self._held_from_s, timestamp_s)
        self.held_s = timestamp_s - self._held_from_s
        if self.held_s >= settings.hold_s and not self._void:
            self._reached = True
            self.longest_s = max(self.longest_s, self.held_s)

    def _finish(self, timestamp_s: float) -> None:
        """Back at rest: count what was done."""
        if self._reached and not self._void:
            if self._left_s - self._ended_s > self._settings.company_s:
                self._alone = [self._side]
            else:
                for side in (*self._alone, self._side):
                    self.repetitions[side] += 1
                self._alone = []
            self._ended_s = timestamp_s
        self._rest()
