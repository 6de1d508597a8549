"""Time and cameras that do what a test tells them, and no sooner."""

from __future__ import annotations

import queue
import threading
from math import inf, nextafter
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.sources.camera_thread import CameraThread
from posture.sources.cameras import Camera
from posture.sources.webcam import Webcam

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.ports import CameraStateKind, LiveSource
    from posture.records import Frame
    from posture.sources.capture import Capture

GUARD_S = 10.0
"""A test that would wait for ever fails after this."""

CAMERA = Camera(stable_id="usb-046d_C920-index0", name="C920", index=0)

Image = np.ndarray[Any, np.dtype[np.uint8]]
Step = Image | threading.Event | bool | None


def grey(level: int = 128, width: int = 64, height: int = 48) -> Image:
    return np.full((height, width, 3), level, np.uint8)


class FakeClock:
    """Seconds that pass when a test says so. `wait` is that of the sources."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self._waits: dict[threading.Thread, tuple[threading.Condition, float]] = {}
        self._changed = threading.Condition()

    def __call__(self) -> float:
        return self.now_s

    def wait(self, condition: threading.Condition, timeout_s: float) -> None:
        with self._changed:
            self._waits[threading.current_thread()] = condition, timeout_s
            self._changed.notify_all()
        assert condition.wait(GUARD_S), "nobody woke the thread that waits"
        with self._changed:
            self._waits.pop(threading.current_thread(), None)

    def advance(self, seconds: float) -> None:
        self.now_s += seconds
        with self._changed:
            conditions = {condition for condition, _ in self._waits.values()}
            self._waits.clear()
        for condition in conditions:
            with condition:
                condition.notify_all()

    def until_waiting(self, name: str) -> float:
        """Seconds for which the thread of this name waits, as soon as it does."""

        def waiting() -> list[float]:
            waits = self._waits.items()
            return [seconds for thread, (_, seconds) in waits if thread.name.startswith(name)]

        with self._changed:
            assert self._changed.wait_for(waiting, GUARD_S), f"{name} does not wait"
            return waiting()[0]


class ImpatientClock:
    """Time in which every wait is over at once, for one thread."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s

    def wait(self, _: threading.Condition, timeout_s: float) -> None:
        self.now_s = max(self.now_s + timeout_s, nextafter(self.now_s, inf))


class ScriptedCamera:
    """A camera whose every grab waits for its next step.

    A step is a picture, None for a damaged one, False for a failed grab, or an event: a call that
    hangs until it is set, and then fails.
    """

    def __init__(self) -> None:
        self.trouble: Exception | None = None
        self.stale = 0
        self.wishes: list[tuple[tuple[int, int], float]] = []
        self.opened = self.released = self.asked = self.decoded = 0
        self._steps: queue.SimpleQueue[Step] = queue.SimpleQueue()
        self._changed = threading.Condition()

    def open(self, camera: Camera, /, *, size_px: tuple[int, int], rate_hz: float) -> Capture:
        assert camera == CAMERA
        if self.trouble is not None:
            raise self.trouble
        self.wishes.append((size_px, rate_hz))
        self.opened += 1
        return ScriptedCapture(self)

    def show(self, *steps: Step) -> None:
        for step in steps:
            self._steps.put(step)

    def end(self) -> None:
        """From now on every grab fails."""
        self._steps.put(True)

    def next_step(self) -> Step:
        with self._changed:
            self.asked += 1
            self._changed.notify_all()
        return self._steps.get(timeout=GUARD_S)

    def until_asked(self, count: int) -> None:
        """Until so many grabs have begun: what the grabs before them gave has been dealt with."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.asked >= count, GUARD_S), self.asked


class ScriptedCapture:
    def __init__(self, camera: ScriptedCamera) -> None:
        self._camera = camera
        self._image: Image | None = None
        self.stale = camera.stale

    def grab(self) -> bool:
        step = self._camera.next_step()
        if step is True:
            self._camera.end()
        elif isinstance(step, threading.Event):
            assert step.wait(GUARD_S)
        if isinstance(step, bool | threading.Event):
            return False
        self._image = step
        return True

    def picture(self) -> Image | None:
        self._camera.decoded += 1
        return self._image

    def release(self) -> None:
        self._camera.released += 1


class ScriptedWebcam(Webcam):
    """A webcam on a scripted camera; a grab that waits for its step is let go on closing."""

    def __init__(
        self,
        camera: ScriptedCamera,
        clock: FakeClock,
        *,
        rate_hz: float = inf,
        wall_clock: FakeClock | None = None,
    ) -> None:
        self._scripted = camera
        super().__init__(
            CAMERA,
            rate_hz=rate_hz,
            open_capture=camera.open,
            clock=clock,
            wall_clock=wall_clock or clock,
            wait=clock.wait,
        )

    def close(self) -> None:
        self._scripted.end()
        super().close()

    def close_at_once(self) -> None:
        super().close()


class GivingWebcam(ScriptedWebcam):
    """A webcam that has one new picture whenever a frame is asked for."""

    def __init__(self) -> None:
        super().__init__(ScriptedCamera(), FakeClock())

    def __next__(self) -> Frame:
        self._scripted.show(grey())
        return super().__next__()


READER = f"camera {CAMERA.stable_id}"
"""Name of the webcam's thread."""


def camera_threads() -> list[CameraThread]:
    return [thread for thread in threading.enumerate() if isinstance(thread, CameraThread)]


def started(work: Callable[[], object], name: str) -> threading.Thread:
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread


def kind(source: LiveSource) -> CameraStateKind:
    return source.state.kind
