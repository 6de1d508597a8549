"""Exercises in the live session: meanwhile every picture is an exercise's, and nothing is judged.

Pure, and driven by ticks that were made without a baseline. A window shows `Coach.glance` and says
from another thread which exercise is next, and when all are over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from posture.landmark_entries import Happened, What

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.exercise import Progress
    from posture.records import Observation, Pose, Tick


class Judge(Protocol):
    """Follows one exercise; `posture.care.judging` makes them."""

    def update(self, timestamp_s: float, pose: Pose | None, /) -> Progress:
        """Take in one picture: seconds that never decrease, and the user's landmarks or None."""

    def go_on(self) -> None:
        """Before the first picture, and before the next one after a pause."""


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """All that a window shows of one picture.

    Attributes:
        timestamp_s: Of the picture, seconds since the session began.
        pose: Of the user, or None.
        judge: Who has followed the exercise; None between two.
        progress: What it says; None between two.
    """

    timestamp_s: float
    pose: Pose | None
    judge: Judge | None
    progress: Progress | None


class Coach:
    """Hands the pictures of a live session to the judge of the exercise that is done.

    A `Taking` that takes no posture. What it says changes no tick: of a recording it is enough to
    know when the exercises began and ended, and who has replayed it gets the same ticks.
    """

    name = "exercising"
    begins = What.EXERCISE

    def __init__(self) -> None:
        self.glance: Glance | None = None
        """The newest; from any thread."""
        self.heard: tuple[Happened, ...] = ()
        """What the last picture's update was told."""
        self.over = False
        """Whether the session judges the posture again."""
        self._judge: Judge | None = None
        self._led: Judge | None = None  # by the last picture
        self._stopped = False

    # From any thread.

    def follow(self, judge: Judge | None) -> None:
        """Let this one judge from the next picture on; None between two exercises."""
        self._judge = judge

    def stop(self) -> None:
        """End the exercises with the next picture."""
        self._stopped = True

    # On the thread of the ticks.

    def text(self, now_s: float) -> str:  # noqa: ARG002 - the same at all times
        """That nothing is judged."""
        return "you are exercising; your posture is not judged meanwhile"

    def update(self, tick: Tick, _: Sequence[Observation], /) -> None:
        """Take in one tick; raises nothing."""
        judge = self._judge  # another thread may change it
        self.over = self._stopped
        if self.over:
            self.heard = (Happened(What.EXERCISED),)
            judge = None
        if judge is not None and judge is not self._led:
            judge.go_on()
        self._led = judge
        progress = None if judge is None else judge.update(tick.timestamp_s, tick.pose)
        self.glance = Glance(tick.timestamp_s, tick.pose, judge, progress)
