"""A session with a camera that does what it is told; seconds pass fifty times as fast."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.estimators.scripted import ScriptedEstimator
from posture.live import LiveSession
from posture.live_events import Notice, ToldAlert
from posture.notifiers.null import NullNotifier
from posture.outside import Outside
from posture.ports import CameraStateKind
from posture.records import Tick
from posture.settings import Settings
from posture.sources.capture import CameraError, OpenCvCapture
from posture.sources.webcam import Webcam
from tests.live import CAMERA, camera_threads, started
from tests.live_script import FORWARD, UPRIGHT, upright_profile

if TYPE_CHECKING:
    import random
    import threading
    from collections.abc import Callable

    from posture.live_events import LiveEvent
    from posture.records import Frame, Observation

    Image = np.ndarray[Any, np.dtype[Any]]

SPEED = 50.0
GUARD_S = 30.0
BEAT_S = 1 / 30
AFTERWARDS = 25
"""So many ticks must follow once the camera is well again."""
PERIOD_S, SLOUCH_S = 40.0, 12.0
"""Somebody slouches now and then, never for long: any alert is wrong."""


def clock() -> float:
    """Seconds that pass too fast."""
    return time.monotonic() * SPEED


def wait(condition: threading.Condition, timeout_s: float) -> None:
    """Wait so many of these seconds."""
    condition.wait(timeout_s / SPEED)


def picture(chance: random.Random, shape: tuple[int, ...] = (48, 64, 3)) -> Image:
    """Something to be seen, never the same."""
    noise = np.random.default_rng(chance.randrange(1 << 30))
    return noise.integers(60, 190, shape, np.uint8)


class Device:
    """Stands in for cv2.VideoCapture; every call asks `trouble`, which may wait, raise or refuse.

    Args:
        trouble: Given the name of the call; whether it works.
        look: What is to be seen.
    """

    def __init__(self, trouble: Callable[[str], bool], look: Callable[[], Image]) -> None:
        self._trouble = trouble
        self._look = look
        self.opened = trouble("open")
        self.released = False

    def set(self, what: int, value: float) -> bool:
        del what, value
        return self._trouble("set")

    def get(self, what: int) -> float:
        del what
        return 4.0 if self._trouble("get") else -1.0

    def grab(self) -> bool:
        time.sleep(BEAT_S / SPEED)
        return self._trouble("grab")

    def retrieve(self) -> tuple[bool, Image | None]:
        return (True, self._look()) if self._trouble("retrieve") else (False, None)

    def release(self) -> None:
        self.released = True
        self._trouble("release")


class Scene:
    """A camera, and a session that watches through it on a thread of its own.

    Args:
        trouble, look: As for `Device`.
    """

    def __init__(self, trouble: Callable[[str], bool], look: Callable[[], Image]) -> None:
        self._trouble, self._look = trouble, look
        self.slept_s = 0.0
        self.devices: list[Device] = []
        self.frames: list[Frame] = []
        self.events: list[LiveEvent] = []
        self.error: BaseException | None = None
        self.camera: Webcam | None = None
        seen = ScriptedEstimator(
            lambda at_s: FORWARD if at_s % PERIOD_S > PERIOD_S - SLOUCH_S else UPRIGHT
        )
        see = seen.estimate

        def estimate(frame: Frame, *, look_afresh: bool) -> Observation:
            self.frames.append(frame)
            return see(frame, look_afresh=look_afresh)

        seen.estimate = estimate  # type: ignore[method-assign]
        self.session = LiveSession(
            self._opened,
            seen,
            Settings(),
            notifier=NullNotifier(),
            sinks=[self.events.append],
            profile=upright_profile(),
            outside=Outside(clock=clock, wall_clock=self._wall_clock, wait=wait),
        )
        self._thread = started(self._run, "session")

    def _opened(self) -> Webcam:
        self.camera = Webcam(
            CAMERA,
            rate_hz=5.0,
            open_capture=self._open,
            clock=clock,
            wall_clock=self._wall_clock,
            wait=wait,
        )
        return self.camera

    def _wall_clock(self) -> float:
        return clock() + self.slept_s

    def _open(self, *_: object, size_px: tuple[int, int], rate_hz: float) -> OpenCvCapture:
        device = Device(self._trouble, self._look)
        if not device.opened:
            raise CameraError(CameraStateKind.GONE, "the camera is not there; plug it in")
        self.devices.append(device)
        return OpenCvCapture(device, size_px=size_px, rate_hz=rate_hz)  # type: ignore[arg-type]

    def _run(self) -> None:
        try:
            self.session.run()
        except BaseException as error:  # noqa: BLE001 - it is what is looked for
            self.error = error

    def ticks(self) -> int:
        return sum(isinstance(event, Tick) for event in list(self.events))

    def until(self, condition: Callable[[], bool]) -> bool:
        """Whether it came while the session runs."""
        end_s = time.monotonic() + GUARD_S
        while not condition():
            if not self._thread.is_alive() or time.monotonic() > end_s:
                return condition()
            time.sleep(0.005)
        return True

    def end(self) -> list[str]:
        """Let it go on for a while and end; what is wrong."""
        wanted = self.ticks() + AFTERWARDS
        goes_on = self.until(lambda: self.ticks() >= wanted)
        self.session.quit()
        self._thread.join(GUARD_S)
        ended = not self._thread.is_alive()
        until_s = time.monotonic() + GUARD_S
        while camera_threads() and time.monotonic() < until_s:
            time.sleep(0.005)
        checks = {
            "the camera was not found again": goes_on,
            f"the session broke: {self.error!r}": self.error is None,
            "the session did not end": ended,
            "a thread of the camera is left": not camera_threads(),
            "a device was not released": all(device.released for device in self.devices),
        }
        return [text for text, fine in checks.items() if not fine] + self.told()

    def told(self) -> list[str]:
        """What is wrong with the frames, and with what the user was told."""
        stamps = [frame.timestamp_s for frame in self.frames]
        forms = {(frame.image.shape, frame.image.dtype.str) for frame in self.frames}
        notices = [event.text for event in self.events if isinstance(event, Notice)]
        return [
            *(f"a wrong alert: {e.alert.text}" for e in self.events if isinstance(e, ToldAlert)),
            *(text for text in notices if "failed" in text),
            *(["times go backwards"] if stamps != sorted(stamps) else []),
            *([f"frames of several forms: {forms}"] if len(forms) > 1 else []),
        ]
