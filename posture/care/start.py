"""From where an exercise is measured: the user's start position, and the side that is seen."""

from __future__ import annotations

from collections import deque
from math import exp, isnan, nan
from typing import TYPE_CHECKING

from posture.care.exercise import Seen
from posture.care.signals import middle, moved_towards

if TYPE_CHECKING:
    from posture.care.criteria import Criterion, Reading
    from posture.care.signals import Signals

STILL_S = 1.5
"""So long somebody keeps still for the start position to be known ..."""
STILL_SHARE = 0.35
"""... in which the share may move by so much ..."""
STILL_MORE, MOST_STILL = 0.1, 0.8
"""... and by more for each second that it is waited for: some pictures are noisy ..."""
LEAST_STILL = 4
"""... in so many pictures at least."""
ASK_AFTER_S = 4.0
"""Without it for so long, the user is asked to keep still."""
DRIFT_S = 10.0
"""Time constant at which the start position follows somebody at rest ..."""
DRIFT_SHARE = 0.3
"""... who is no farther from it."""
VIEW_S = 0.5
"""Time constant of the turn by which the view is told: one odd picture is no turn."""
FRONT_DEG, SIDE_DEG = 25.0, 45.0
"""Turn of the trunk up to which it is the front, and from which on it is the side."""

LOST_S = 3.0
"""Without a measurement for so long, the plain timer runs."""
FORGET_S = 10.0
"""Without one for so long, the start position is learned anew: the chair may have moved."""

NOBODY = "The camera does not see your head and shoulders."
KEEP_STILL = "Keep still for a moment, in the position in which you begin."
TURN_ASIDE = "Turn your chair so that the camera sees you from the side."
FACE_CAMERA = "Turn towards the camera."


class Start:
    """Learns the start position while the user keeps still, and follows it slowly.

    Args:
        criterion: Tells what counts as still.
    """

    def __init__(self, criterion: Criterion) -> None:
        self.position: Signals | None = None
        """Where the user starts; None until it is known."""
        self._criterion = criterion
        self._seen: deque[tuple[float, Signals]] = deque()
        self._waited_s = 0.0

    def forget(self) -> None:
        """Learn it anew."""
        self.position = None
        self._seen.clear()
        self._waited_s = 0.0

    def learn(self, timestamp_s: float, now: Signals, past_s: float) -> str:
        """Take in one picture while the position is not known; what to tell the user, or empty."""
        self._waited_s += past_s
        self._seen.append((timestamp_s, now))
        while timestamp_s - self._seen[0][0] > STILL_S:
            self._seen.popleft()
        lasted_s = timestamp_s - self._seen[0][0] + past_s
        if lasted_s >= STILL_S and len(self._seen) >= LEAST_STILL:
            candidate = middle([signals for _, signals in self._seen])
            measure = self._criterion.measure
            rest = measure(candidate, candidate)
            shares = [measure(signals, candidate).share for _, signals in self._seen]
            late_s = max(self._waited_s - ASK_AFTER_S, 0.0)
            allowed = min(STILL_SHARE + late_s * STILL_MORE, MOST_STILL)
            if all(abs(share - rest.share) <= allowed for share in shares):
                self.position = candidate
                return ""
        return KEEP_STILL if self._waited_s > ASK_AFTER_S else ""

    def follow(self, now: Signals, reading: Reading, past_s: float) -> None:
        """Move with somebody at rest, who does not always come back to the same place."""
        away = abs(reading.share) if self._criterion.sides > 1 else reading.share
        if self.position is not None and away <= DRIFT_SHARE:
            share = 1.0 - exp(-past_s / DRIFT_S)
            self.position = moved_towards(self.position, now, share)


class View:
    """Tells whether the camera sees the user from where the exercise needs it.

    Args:
        needed: From where.
        side_deg: From which turn of the trunk on it is the side.
    """

    def __init__(self, needed: Seen, side_deg: float = SIDE_DEG) -> None:
        self._needed, self._side_deg = needed, side_deg
        self._turn_deg = nan

    def problem(self, now: Signals, past_s: float) -> str:
        """What to tell the user; empty where the view will do."""
        turn_deg = abs(now.trunk_yaw_deg)
        if isnan(self._turn_deg):
            self._turn_deg = turn_deg
        self._turn_deg += (turn_deg - self._turn_deg) * (1.0 - exp(-past_s / VIEW_S))
        if self._needed is Seen.SIDE and self._turn_deg < self._side_deg:
            return TURN_ASIDE
        if self._needed is Seen.FRONT and self._turn_deg > FRONT_DEG:
            return FACE_CAMERA
        return ""
