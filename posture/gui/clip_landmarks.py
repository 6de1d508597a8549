"""A landmark recording in the window of recordings: the skeleton on a plain ground.

It begins at its first picture, however long posture had been running by then.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from posture.landmark_replay import open_landmarks, size_of
from posture.palette import DARK
from posture.ports import Closing
from posture.records import Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from posture.landmark_replay import LandmarkRecording
    from posture.ports import FrameSource
    from posture.records import Baseline, Tick


@dataclass(frozen=True, slots=True)
class ShownLandmarks:
    """A landmark recording as `ClipAnalysis` wants it.

    Attributes:
        source: Its ticks are those of its own settings.
        baseline: Taken before it began, or in it at a moment that is not known before.
    """

    source: LandmarkRecording
    baseline: Baseline | None = None
    problem: str | None = None

    @property
    def session(self) -> ShownLandmarks:
        """Gives the ticks."""
        return self

    def ticks(self) -> Iterator[Tick]:
        """Every tick, seconds from the first one and counted from there."""
        began_s = nan
        for number, tick in enumerate(self.source.ticks()):
            began_s = began_s if number else tick.timestamp_s
            yield replace(earlier(tick, began_s), index=number)


def earlier(tick: Tick, by_s: float) -> Tick:
    """The tick as it would be in a session that had begun so much later."""
    turn, alert, stale = tick.transition, tick.alert, tick.staleness
    if turn is not None:
        at_s, since_s = turn.timestamp_s - by_s, turn.since_s - by_s
        turn = replace(turn, timestamp_s=at_s, since_s=since_s)
    return replace(
        tick,
        timestamp_s=tick.timestamp_s - by_s,
        transition=turn,
        alert=None if alert is None else replace(alert, timestamp_s=alert.timestamp_s - by_s),
        staleness=None if stale is None else replace(stale, since_s=stale.since_s - by_s),
    )


@contextmanager
def open_shown(
    path: Path,
    *,
    on_frame: Callable[[FrameSource], None],  # noqa: ARG001 - it has no frames
) -> Iterator[ShownLandmarks]:
    """Open a landmark recording for `ClipAnalysis`.

    Raises:
        LandmarkError: It cannot be read, or is none.
    """
    with open_landmarks(path) as recording:
        yield ShownLandmarks(recording)


class PlainFrames(Closing):
    """As many pictures as are wanted, all of one colour and of the size that the camera's had.

    Args:
        path: A landmark recording.

    Raises:
        LandmarkError: It cannot be read, or is none.
    """

    def __init__(self, path: Path) -> None:
        width_px, height_px = size_of(path)
        self.name = str(path)
        self.rate_hz = nan
        self.frame_count: int | None = None
        self.warnings: tuple[str, ...] = ()
        self._image = np.full((height_px, width_px, 3), DARK.surface[::-1], np.uint8)
        self._open = True

    def __iter__(self) -> Iterator[Frame]:
        for number in count():
            if not self._open:
                return
            yield Frame(self._image, 0.0, number)

    def close(self) -> None:
        """Give no more pictures; calling it again does nothing."""
        self._open = False
