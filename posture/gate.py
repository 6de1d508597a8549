"""Looks at a picture where that may tell something new; else repeats what was seen before."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan
from typing import TYPE_CHECKING

from posture.motion import Motion
from posture.records import Observation
from posture.session import observe
from posture.upper_body import apart_m, read_upper_body

if TYPE_CHECKING:
    from posture.monitor import Monitor
    from posture.ports import PoseEstimator
    from posture.rate import RateSettings
    from posture.records import Frame, Pose

AGREE_M = 0.012
"""Two looks that find nose and shoulders this near each other agree; nine of ten looks at somebody
who sits still do. A tracker that has fallen behind a move needs several looks to catch up."""


class Gate:
    """Saves looks at pictures in which nothing has moved, once two looks agree.

    Args:
        estimator: Looks.
        settings: What counts as unmoved, and for how long.
    """

    def __init__(self, estimator: PoseEstimator, settings: RateSettings) -> None:
        self.looks = 0
        """Pictures that were looked at."""
        self.moved = True
        """Whether the last picture had changed much since the last look."""
        self._estimator = estimator
        self._settings = settings
        self._motion = Motion()
        self._last: Observation | None = None
        self._agreed = True

    def forget(self) -> None:
        """Look at the next picture, whatever it shows, as if it were the first."""
        if self._last is not None:
            self._estimator.restart()
        self._last = None
        self._motion.forget()

    def observe(self, frame: Frame, monitor: Monitor, *, away: bool, repeat: bool) -> Observation:
        """See who is in the picture, or take it for the one before.

        Args:
            frame: Frames come in order of time.
            monitor: Says how to look; while it wants more than a glance nothing is repeated.
            away: Nobody was there for long: it is looked at only when it has changed.
            repeat: Whether what was seen before may be repeated.
        """
        settings, last = self._settings, self._last
        amount = self._motion.amount(frame.image)
        self.moved = amount >= settings.moved
        age_s = inf if last is None else frame.timestamp_s - last.timestamp_s
        if away:
            if not self.moved and age_s < settings.away_look_s:
                return _nobody(frame, last)
            self._estimator.restart()  # what was followed has left long ago
            return self._look(self._estimator.estimate(frame, look_afresh=True))
        asked = monitor.wants_fresh_look or monitor.wants_restart
        new = amount >= settings.still or age_s >= settings.repeat_s or not self._agreed
        if last is None or new or asked or not repeat:
            return self._look(observe(frame, self._estimator, monitor))
        # The same picture is no second independent look.
        return replace(
            last, timestamp_s=frame.timestamp_s, index=frame.index, detected=None, scene=None
        )

    def _look(self, seen: Observation) -> Observation:
        self.looks += 1
        self._motion.keep()
        self._agreed = self._last is None or _agree(self._last.tracked, seen.tracked)
        self._last = seen
        return seen


def _agree(before: Pose | None, after: Pose | None) -> bool:
    """Whether two looks find the same person in the same place, or both find nobody."""
    if before is None or after is None:
        return before is after
    one, other = read_upper_body(before, 0.0), read_upper_body(after, 0.0)
    return one is not None and other is not None and apart_m(one, other) <= AGREE_M


def _nobody(frame: Frame, last: Observation | None) -> Observation:
    brightness = nan if last is None else last.brightness
    return Observation(frame.timestamp_s, frame.index, None, None, brightness)
