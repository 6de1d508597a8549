"""Postured, as its window, worker and application are; runs in its own environment.

Its worker reads a clip in place of the camera, and its application gets the worker's signals. Its
own window calibrates it, which asks the user to look at the top and the bottom of the screen.
"""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from tests.benchmarks.peers.feeding import BASELINE_S, Judged, Meter, pictures, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

LOOK_DOWN_S = (31.0, 34.0)
LOOKING_LENGTH_S = 59.0
"""Clips that are as long have a look down then."""
UNSEEN = 0.5
"""What its calibration window takes the nose to be at while it has not seen one."""
UPRIGHT = "both keys pressed while sitting upright"
LOOKING = "“bottom of the screen” pressed while looking down at the keyboard"
Seen = tuple[float, tuple[float, float] | None]
"""Seconds, and height and place of the nose, or None without a person."""


class Unhurried(threading.Event):
    """The worker's waits between pictures end at once: a clip has its own time."""

    def wait(self, timeout: float | None = None) -> bool:
        del timeout
        return self.is_set()


class Camera:
    """Gives the pictures of a clip, one at each `read`, then calls `ended`."""

    def __init__(self, images: Iterable[tuple[float, Any]], ended: Callable[[], None]) -> None:
        self.now_s = 0.0
        self._images = iter(images)
        self._ended = ended

    def isOpened(self) -> bool:  # noqa: N802 - as OpenCV has it
        return True

    def read(self) -> tuple[bool, Any]:
        self.now_s, image = next(self._images, (self.now_s, None))
        if image is None:
            self._ended()
        return image is not None, image

    def release(self) -> None:
        """There is nothing to let go."""


def seen_by_worker(clip: Path, model: Path) -> tuple[list[Seen], Meter, float]:
    """What the worker tells of each picture, and the processor seconds that it took."""
    detection = import_module("postured.pose_detector")
    worker = detection.PoseWorker(model, 0)
    worker._stop_event = Unhurried()
    camera, meter = Camera(pictures(clip), worker.stop), Meter()
    seen: list[Seen] = []

    def note(*nose: float) -> None:
        seen.append((camera.now_s, (nose[0], nose[1]) if nose else None))
        meter.count()

    worker.pose_detected.connect(note)
    worker.no_detection.connect(note)
    with patch.object(detection.cv2, "VideoCapture", lambda _: camera):
        worker.run()
    return seen, meter, meter.spent_s()


def heights(seen: Sequence[Seen], span_s: tuple[float, float]) -> list[float]:
    """Of the nose, within a stretch."""
    return [nose[0] for at_s, nose in seen if nose and span_s[0] <= at_s < span_s[1]]


def press(window: Any, height: float) -> None:  # noqa: ANN401 - of the peer
    """Press the key that the calibration window asks for, with the nose there."""
    core, gui = import_module("PyQt6.QtCore"), import_module("PyQt6.QtGui")
    window.update_nose_y(height)
    kind, key = core.QEvent.Type.KeyPress, core.Qt.Key.Key_Space
    window.keyPressEvent(gui.QKeyEvent(kind, key, core.Qt.KeyboardModifier.NoModifier))


def alarms(seen: Sequence[Seen], top: float, bottom: float) -> Iterator[bool]:
    """Whether its application takes the person to slouch, after each picture."""
    application = import_module("postured.app").Application()
    if not application.is_calibrating:
        application.start_calibration()
    press(application.calibration, top)
    press(application.calibration, bottom)
    for at_s, nose in seen:
        if at_s >= BASELINE_S[1]:
            if nose is None:
                application.pose_detector.no_detection.emit()
            else:
                application.pose_detector.pose_detected.emit(*nose)
        yield application.is_slouching
    application.shutdown()


def watch(clip: Path) -> Iterator[Judged]:
    detector = import_module("postured.pose_detector").PoseDetector
    detector.start = lambda *_: None  # no camera is opened: the worker runs here
    detector.available_cameras = staticmethod(list)
    seen, meter, spent_s = seen_by_worker(clip, detector().model_path)
    upright = heights(seen, BASELINE_S) or [UNSEEN]
    lows = {UPRIGHT: max(upright)}
    if seen[-1][0] > LOOKING_LENGTH_S and (down := heights(seen, LOOK_DOWN_S)):
        lows[LOOKING] = max(down)
    times_s = tuple(at_s for at_s, _ in seen)
    for variant, low in lows.items():
        told = tuple(alarms(seen, min(upright), low))
        yield Judged(clip.stem, variant, times_s, told, meter.frames, spent_s)


if __name__ == "__main__":
    window_system = import_module("PyQt6.QtWidgets").QApplication([])
    import_module("postured.app")
    run(("postured", "mediapipe", "opencv-python", "numpy"), watch)
