"""Runs a recording through the pipeline on a thread of its own, faster or slower than it plays."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING, Protocol

import numpy as np

from posture.ports import PostureError
from posture.records import Pose, Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from posture.ports import FrameSource
    from posture.records import Baseline

logger = logging.getLogger(__name__)

_NOT_KEPT = np.empty((0, 3))


class Told(Protocol):
    """Says what the user should know about it."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Complete after the last tick."""


class Ticking(Protocol):
    """Gives ticks."""

    def ticks(self) -> Iterator[Tick]:
        """In order."""


class Analysed(Protocol):
    """As much of a `posture.app.Recording` as is needed here."""

    @property
    def session(self) -> Ticking:
        """Its ticks are the result."""

    @property
    def source(self) -> Told:
        """Where it comes from."""

    @property
    def baseline(self) -> Baseline | None:
        """The user's upright posture, where it is of this recording."""

    @property
    def problem(self) -> str | None:
        """Why nothing is judged; None when something is."""


class Opening(Protocol):
    """Opens a recording and finds its baseline, as `open_recording` does."""

    def __call__(
        self, *, on_frame: Callable[[FrameSource], None]
    ) -> AbstractContextManager[Analysed]:
        """What it gives is entered and left on the analysis' thread."""


class _StoppedError(Exception):
    """Nobody wants the rest."""


class ClipAnalysis:
    """Judges every frame; begins at once.

    Another thread may read what it has found so far at any time: nothing is taken back.

    Args:
        opening: Gives the recording.
        baseline_is_here: Whether a baseline is of this recording, and not one stored before.
    """

    def __init__(self, opening: Opening, *, baseline_is_here: bool = True) -> None:
        self.ticks: list[Tick] = []
        """Grows; the first come when the baseline is known."""
        self.read_count = 0
        """Frames that were looked at: more than `ticks` while the baseline is sought."""
        self.expected: tuple[int | None, float] = (None, nan)
        """Frames of the recording and its frames per second, as far as it says."""
        self.baseline_s: tuple[float, float] | None = None
        """Where in it the upright posture was taken; None where it was not."""
        self.problem = ""
        """Why nothing is judged; empty when something is."""
        self.warnings: tuple[str, ...] = ()
        """What the user should know about the recording."""
        self.error = ""
        """What ended it early, for the user; empty when nothing did."""
        self.over = False
        """Whether no more ticks come. It is set last."""
        self._opening = opening
        self._baseline_is_here = baseline_is_here
        self._stop = threading.Event()
        # A model that is being loaded must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="clip analysis", daemon=True)
        self._thread.start()

    @property
    def share(self) -> float:
        """How much is done, 0 to 1; NaN when the recording does not say how long it is."""
        if self.over:
            return 1.0
        count = self.expected[0]
        return min(self.read_count / count, 1.0) if count else nan

    def stop(self) -> None:
        """End after the frame that is being looked at."""
        self._stop.set()

    def ended(self, within_s: float) -> bool:
        """Wait for the end; whether it came in time."""
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._analyse()
        except _StoppedError:
            pass
        except PostureError as error:
            self.error = str(error)
        except Exception as error:
            logger.exception("the analysis has ended")
            self.error = f"posture made a mistake of its own: {error!r}"
        self.over = True

    def _analyse(self) -> None:
        with self._opening(on_frame=self._counted) as recording:
            baseline = recording.baseline
            if baseline is not None and self._baseline_is_here:
                self.baseline_s = baseline.start_s, baseline.end_s
            self.problem = recording.problem or ""
            try:
                for tick in recording.session.ticks():
                    self.ticks.append(slim(tick))
                    self._heed_stop()
            finally:
                self.warnings = recording.source.warnings

    def _counted(self, source: FrameSource) -> None:
        self.expected = source.frame_count, source.rate_hz
        self.read_count += 1
        self._heed_stop()

    def _heed_stop(self) -> None:
        if self._stop.is_set():
            raise _StoppedError


def slim(tick: Tick) -> Tick:
    """The tick with as much of its pose as is drawn: an hour of them has to fit into memory."""
    pose = tick.pose
    if pose is None:
        return tick
    drawn = Pose(
        points_px=pose.points_px.astype(np.float32),
        visibility=pose.visibility.astype(np.float32),
        presence=_NOT_KEPT,
        world_m=_NOT_KEPT,
        width_px=pose.width_px,
        height_px=pose.height_px,
    )
    return replace(tick, pose=drawn)
