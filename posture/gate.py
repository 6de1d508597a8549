"""Looks at a picture where that may tell something new; else repeats what was seen before."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan
from typing import TYPE_CHECKING

from posture.motion import Motion
from posture.records import Observation
from posture.session import observe

if TYPE_CHECKING:
    from posture.monitor import Monitor
    from posture.ports import PoseEstimator
    from posture.rate import RateSettings
    from posture.records import Frame


class Gate:
    """Saves looks at pictures in which nothing has moved.

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
        new = amount >= settings.still or age_s >= settings.repeat_s
        if last is None or new or asked or not repeat:
            return self._look(observe(frame, self._estimator, monitor))
        # The same picture is no second independent look.
        return replace(
            last, timestamp_s=frame.timestamp_s, index=frame.index, detected=None, scene=None
        )

    def _look(self, seen: Observation) -> Observation:
        self.looks += 1
        self._motion.keep()
        self._last = seen
        return seen


def _nobody(frame: Frame, last: Observation | None) -> Observation:
    brightness = nan if last is None else last.brightness
    return Observation(frame.timestamp_s, frame.index, None, None, brightness)
