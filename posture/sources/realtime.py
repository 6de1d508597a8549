"""A recording that plays at its own rate, as if it were a camera."""

from __future__ import annotations

import time
from dataclasses import replace
from math import inf
from threading import Condition
from typing import TYPE_CHECKING, Protocol, Self

from posture.ports import CameraState, CameraStateKind, Closing, FrameSource
from posture.sources.pace import Pace
from posture.sources.timeline import started

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.records import Frame
    from posture.sources.pace import Clock, Wait


class Skimmed(FrameSource, Protocol):
    """A recording of which one need not read every frame."""

    def grab(self) -> float | None:
        """Go on to the next frame; its time in seconds, None at the end."""

    def frame(self) -> Frame | None:
        """The frame that was grabbed; None when it is damaged."""


class Realtime(Closing):
    """Frames of a recording when their time has come; a `LiveSource`.

    Time begins when the first frame is asked for. A reader who is early waits; one who is late is
    given the newest frame that is due. The others are skipped as cheaply as the recording can: a
    compressed video decodes them, but spares the conversion, as a webcam spares the decoding.
    `timestamp_s` stays the presentation time. At the end there are no more frames.

    Args:
        source: The recording; closed with this.
        reopen: Opens the recording once more at its end, to go round and round with timestamps
            that go on; None to end.
        clock: Monotonic seconds.
        wait: Waits on a condition for so many seconds.
    """

    def __init__(
        self,
        source: Skimmed,
        *,
        reopen: Callable[[], Skimmed] | None = None,
        clock: Clock = time.monotonic,
        wait: Wait = Condition.wait,
    ) -> None:
        self.name = source.name
        self.rate_hz = source.rate_hz
        self.frame_count: int | None = None  # how many will be dropped nobody knows
        self.warnings = source.warnings
        self._source = source
        self._reopen = reopen
        self._clock = clock
        self._wait = wait
        self._pace = Pace(inf)
        self._changed = Condition()
        self._closed = False
        self._began_s: float | None = None
        self._upcoming_s: float | None = None
        self._shift_s = 0.0
        self._last_s = 0.0
        self._given = 0
        self._state = CameraState(CameraStateKind.RUNNING, f"playing {self.name}", 0.0)

    @property
    def state(self) -> CameraState:
        """RUNNING, or CLOSED after the end or `close`."""
        return self._state

    def set_rate(self, rate_hz: float) -> None:
        """Give at most so many frames per second; raises ValueError when not above 0."""
        with self._changed:
            self._pace.set_rate(rate_hz)
            self.rate_hz = rate_hz

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Frame:
        with self._changed:
            frame = self._newest_due()
            if frame is None or self._closed:
                self._end()
                raise StopIteration
            self._given += 1
            return replace(frame, index=self._given - 1)

    def close(self) -> None:
        """End the iteration and release the recording; calling it again does nothing."""
        self._closed = True  # before the lock: a reader who is dropping frames stops at once
        with self._changed:
            self._end()

    def _end(self) -> None:
        if self._state.kind != CameraStateKind.CLOSED:
            text = f"{self.name} has ended"
            self._state = CameraState(CameraStateKind.CLOSED, text, self._position_s())
        self._closed = True
        self._upcoming_s = None
        self._source.close()
        self.warnings = self._source.warnings
        self._changed.notify_all()

    def _newest_due(self) -> Frame | None:
        """The newest wanted frame whose time has come, after a wait if need be; None at the end."""
        # Read once: a decoder slower than the recording would never catch up with the clock.
        asked_s = self._position_s()
        newest = None
        while not self._closed and (due_s := self._peek()) is not None:
            if due_s > asked_s:
                if newest is not None:
                    break
                self._wait_until(due_s)
                asked_s = due_s
                continue  # it may have been closed in the meantime
            self._upcoming_s = None
            if self._pace.takes(due_s) and (frame := self._source.frame()) is not None:
                newest = replace(frame, timestamp_s=due_s)
        return newest

    def _peek(self) -> float | None:
        """When the next frame is due, which is left where it is; None at the end."""
        if self._upcoming_s is None:
            time_s = self._source.grab()
            if time_s is None and self._reopen is not None:
                time_s = self._first_again(self._reopen)
            self.warnings = self._source.warnings
            if time_s is not None:
                self._upcoming_s = self._last_s = time_s + self._shift_s
        return self._upcoming_s

    def _first_again(self, reopen: Callable[[], Skimmed]) -> float | None:
        self._source.close()
        self._source = reopen()
        self._shift_s = self._last_s + started(self._source.rate_hz).step_s
        return self._source.grab()

    def _position_s(self) -> float:
        now_s = self._clock()
        if self._began_s is None:
            self._began_s = now_s
        return now_s - self._began_s

    def _wait_until(self, position_s: float) -> None:
        while not self._closed and (left_s := position_s - self._position_s()) > 0:
            self._wait(self._changed, left_s)
