"""The webcam, all day long: the newest frame wins, and what goes wrong is told and tried again."""

from __future__ import annotations

import threading
import time
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Self

from posture.ports import CameraState, CameraStateKind, Closing
from posture.records import Frame
from posture.sources.camera_thread import CameraThread
from posture.sources.capture import CameraError, fitted, is_black, open_capture, stopped
from posture.sources.pace import Pace, SessionClock, wall_clock_s

if TYPE_CHECKING:
    from posture.sources.cameras import Camera
    from posture.sources.capture import Capture, OpenCapture
    from posture.sources.pace import Clock, Wait
    from posture.sources.recording import Image

FIRST_RETRY_S, LONGEST_RETRY_S = 0.5, 10.0
"""The pause between attempts doubles from one to the other."""

READ_WITHIN_S = 15.0
"""A call into the camera that takes longer hangs. OpenCV itself gives up after 10 s."""

OPEN_WITHIN_S = 40.0
"""Some cameras take half a minute to open."""

CLOSE_WITHIN_S = 3.0
"""How long `close` waits for the camera to be released."""

DAMAGED_AT_MOST = 10
"""Damaged pictures in a row before the camera is opened anew."""

WAKE_EARLY_S = 0.5
"""Pictures that nobody wants are grabbed without decoding, unless there is more time than this:
then the thread rests. A camera that is read too late misses its beat."""

BLACK_AFTER_S = 2.0
"""Black pictures for so long mean a closed shutter; many cameras begin with a few."""


class Webcam(Closing):
    """The newest picture of a camera; a `LiveSource`.

    A thread opens the camera and reads it from the moment this is made, which is also where
    `timestamp_s` begins: it is the time when the picture was taken, time asleep included. While
    there is no picture (unplugged, busy, hung, black) the reader waits and the camera is tried
    again; `state` says what is the matter. Frames have one size throughout.

    Args:
        camera: Which one; found again after it was plugged in elsewhere.
        rate_hz: Frames per second to give at most, until `set_rate`; asked of the camera too.
        size_px: Width and height to ask the camera for.
        open_capture: Opens the camera.
        clock: Monotonic seconds.
        wall_clock: Seconds that go on while the computer sleeps.
        wait: Waits on a condition for so many seconds.

    Raises:
        ValueError: The rate is not above 0.
    """

    def __init__(
        self,
        camera: Camera,
        *,
        rate_hz: float,
        size_px: tuple[int, int] = (640, 480),
        open_capture: OpenCapture = open_capture,
        clock: Clock = time.monotonic,
        wall_clock: Clock = wall_clock_s,
        wait: Wait = threading.Condition.wait,
    ) -> None:
        self.name = camera.name
        self.rate_hz = rate_hz
        self.frame_count: int | None = None
        self.warnings: tuple[str, ...] = ()
        self._camera = camera
        self._open = partial(open_capture, camera, size_px=size_px, rate_hz=rate_hz)
        self._clock = clock
        self._wait = wait
        self._session = SessionClock(clock, wall_clock)
        self._pace = Pace(rate_hz)
        self._changed = threading.Condition()
        self._closed = False
        self._error: Exception | None = None
        self._newest: tuple[Image, float] | None = None
        self._size_px: tuple[int, int] | None = None
        self._black_since_s = inf
        self._given = 0
        self._state = CameraState(CameraStateKind.OPENING, f"{self.name} is being opened", 0.0)
        self._reader: CameraThread | None = None
        with self._changed:
            self._start()

    @property
    def state(self) -> CameraState:
        """What the camera is doing. A hung call is noticed while a frame is waited for."""
        return self._state

    def set_rate(self, rate_hz: float) -> None:
        """Give at most so many frames per second; raises ValueError when not above 0."""
        with self._changed:
            self._pace.set_rate(rate_hz)
            self.rate_hz = rate_hz
            self._changed.notify_all()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Frame:
        with self._changed:
            while not self._closed:
                if self._error is not None:
                    raise self._error
                if self._newest is not None:
                    (image, taken_s), self._newest = self._newest, None
                    self._given += 1
                    return Frame(image, taken_s, self._given - 1)
                self._wait(self._changed, self._watch())
        raise StopIteration

    def close(self) -> None:
        """End the iteration and release the camera; calling it again does nothing.

        A camera that hangs is released when it answers, if ever.
        """
        with self._changed:
            if self._closed:
                return
            self._enter(CameraStateKind.CLOSED, f"{self.name} is closed")
            self._closed = True
            self._newest = None
            self._changed.notify_all()
            until_s = self._clock() + CLOSE_WITHIN_S
            reader = self._reader
            while reader and not reader.done and (left_s := until_s - self._clock()) > 0:
                self._wait(self._changed, left_s)
            if reader is not None and not reader.done:
                reader.given_up = True
                return
        if reader is not None:
            reader.join()

    # With the condition held.

    def _enter(self, kind: CameraStateKind, text: str) -> None:
        if self._closed:
            return
        since_s = self._state.since_s if kind == self._state.kind else self._session.read()
        self._state = CameraState(kind, text, since_s)

    def _start(self) -> None:
        if CameraThread.may_start(self._camera.stable_id):
            self._reader = CameraThread(self._camera.stable_id, self._work, self._clock)
            self._reader.start()
        else:
            self._enter_hung()

    def _watch(self) -> float:
        """Give up on a thread whose camera hangs; returns the seconds until to look again."""
        reader = self._reader
        if reader is None:
            self._start()
            return LONGEST_RETRY_S
        left_s = reader.due_back_s - self._clock()
        if left_s > 0:
            return min(left_s, LONGEST_RETRY_S)
        self._enter_hung()
        if CameraThread.may_give_up(self._camera.stable_id):
            reader.given_up = True
            self._start()
        return LONGEST_RETRY_S

    def _enter_hung(self) -> None:
        text = f"{self.name} does not answer; unplug it and plug it in again"
        self._enter(CameraStateKind.HUNG, text)

    # In the reader's thread.

    def _owns(self, reader: CameraThread) -> bool:
        return not (self._closed or reader.given_up)

    def _work(self, reader: CameraThread) -> None:
        """Open and read the camera, again and again, until it is closed or given up."""
        retry_s = FIRST_RETRY_S
        error: Exception | None = None
        try:
            while self._owns(reader):
                try:
                    self._attend(reader)
                except CameraError as trouble:
                    retry_s = FIRST_RETRY_S if reader.has_shown else retry_s
                    self._pause(reader, trouble, retry_s)
                    retry_s = min(2 * retry_s, LONGEST_RETRY_S)
        except Exception as unexpected:  # noqa: BLE001 - raised again where the frames are read
            error = unexpected
        finally:
            with self._changed:
                self._error = self._error if reader.given_up else error
                reader.done = True
                self._changed.notify_all()

    def _attend(self, reader: CameraThread) -> None:
        """Open the camera and read it; returns when it is to be opened anew at once.

        Raises:
            CameraError: It is to be tried again later.
        """
        reader.has_shown = False
        with self._changed:
            self._session.read()
            sleeps = self._session.sleeps
        with reader.calling(OPEN_WITHIN_S):
            capture = self._open()
        try:
            damaged = 0
            while self._owns(reader) and self._session.sleeps == sleeps:
                sound = self._read(reader, capture, sleeps)
                damaged = 0 if sound else damaged + 1
                if damaged > DAMAGED_AT_MOST:
                    raise stopped(self._camera, has_shown=reader.has_shown)
        finally:
            with reader.calling(READ_WITHIN_S):
                capture.release()
        with self._changed:
            if self._owns(reader):
                text = f"{self.name} is being opened again after the computer slept"
                self._enter(CameraStateKind.OPENING, text)

    def _read(self, reader: CameraThread, capture: Capture, sleeps: int) -> bool:
        """One grab, and the picture of it if it is wanted; False when that is damaged."""
        stale = capture.stale if self._rest(reader) else 0
        for _ in range(stale + 1):
            with reader.calling(READ_WITHIN_S):
                grabbed = capture.grab()
        with self._changed:
            taken_s = self._session.read()
            # What fails after a sleep is no trouble: the camera is opened anew in any case.
            if self._session.sleeps != sleeps or not self._owns(reader):
                return True
            wanted = grabbed and self._pace.takes(taken_s)
        if not grabbed:
            raise stopped(self._camera, has_shown=reader.has_shown)
        if not wanted:
            return True
        with reader.calling(READ_WITHIN_S):
            image = capture.picture()
        if image is not None:
            self._show(reader, image, taken_s)
        return image is not None

    def _show(self, reader: CameraThread, image: Image, taken_s: float) -> None:
        black = is_black(image)
        if self._size_px is None:
            self._size_px = image.shape[1], image.shape[0]
        image = fitted(image, self._size_px)
        with self._changed:
            if not self._owns(reader):
                return
            reader.has_shown = True
            if not black:
                self._black_since_s = inf
                self._enter(CameraStateKind.RUNNING, f"{self.name} is running")
                self._newest = image, taken_s
                self._changed.notify_all()
                return
            self._black_since_s = min(self._black_since_s, taken_s)
            if taken_s - self._black_since_s >= BLACK_AFTER_S:
                text = f"{self.name} shows nothing but black; open its shutter or uncover it"
                self._enter(CameraStateKind.BLACK, text)

    def _pause(self, reader: CameraThread, trouble: CameraError, pause_s: float) -> None:
        with self._changed:
            self._black_since_s = inf
            # While an earlier call hangs, it is our own thread that keeps the camera busy.
            if CameraThread.left_behind(self._camera.stable_id)[0] == 0:
                self._enter(trouble.kind, f"{trouble}; trying again every {pause_s:g} s")
            until_s = self._clock() + pause_s
            while self._owns(reader) and (left_s := until_s - self._clock()) > 0:
                self._wait(self._changed, left_s)

    def _rest(self, reader: CameraThread) -> bool:
        """Wait until shortly before the next picture is wanted; returns whether it waited."""
        waited = False
        with self._changed:
            while self._owns(reader):
                left_s = self._pace.next_s - WAKE_EARLY_S - self._session.read()
                if left_s <= 0:
                    break
                waited = True
                self._wait(self._changed, left_s)
        return waited
