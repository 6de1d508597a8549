"""Dorso-linux: its detector and its engine, joined as in its application; in its own environment.

A stand-in for its camera hub hands out the pictures of a clip. Its pose model is put where it keeps
it: it would download it otherwise.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.peers.feeding import BASELINE_S, Judged, Meter, is_upright, pictures, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MODEL = Path(__file__).parents[3] / "posture" / "data" / "pose_landmarker_lite.task"
CALIBRATION_HZ = 10.0
"""How often its hub hands out a picture while it calibrates, in real time."""
LONGEST_S = 60.0


class Hub:
    """Takes down who wants pictures."""

    def __init__(self) -> None:
        self.wanted: dict[str, Callable[[Any], None]] = {}

    def subscribe(self, name: str, callback: Callable[[Any], None], fps: float = 10.0) -> None:
        """Somebody wants pictures."""
        del fps
        self.wanted[name] = callback

    def unsubscribe(self, name: str) -> None:
        """Somebody wants no more."""
        self.wanted.pop(name, None)


def calibrate(detector: Any, hub: Hub, upright: Sequence[Any]) -> None:  # noqa: ANN401 - a peer's
    """Let it take its samples from these pictures, at its own rate.

    Where it cannot be calibrated, it warns of nothing, as for its user.
    """
    done = threading.Event()
    results: list[Any] = []

    def complete(data: object) -> None:
        results.append(data)
        done.set()

    detector.calibrate(complete)
    until_s, index = time.monotonic() + LONGEST_S, 0
    while not done.wait(1 / CALIBRATION_HZ) and time.monotonic() < until_s:
        if "calibration" in hub.wanted:
            hub.wanted["calibration"](upright[index % len(upright)])
            index += 1
    detector.calibration = results[0] if results else None


def watch(clip: Path) -> Iterator[Judged]:
    detection = import_module("dorso.camera_detector")
    engine = import_module("dorso.posture_engine")
    config = import_module("dorso.models").PostureConfig()
    hub = Hub()
    detector = detection.CameraDetector(hub, sensitivity=config.slouch_sensitivity)
    clip_pictures = pictures(clip)
    calibrate(detector, hub, [image for at_s, image in clip_pictures if is_upright(at_s)])
    readings: list[Any] = []
    detector.on_reading = readings.append
    detector.start()
    state, meter, times_s, alarms = engine.MonitoringState(), Meter(), [], []
    for at_s, image in clip_pictures:
        hub.wanted["detector"](image)
        if at_s >= BASELINE_S[1]:
            state, _ = engine.process_reading(state, config, readings[-1])
        times_s.append(at_s)
        alarms.append(state.is_slouching)
        meter.count()
    spent_s = meter.spent_s()
    detector.stop()
    told = "calibrated while sitting upright"
    yield Judged(clip.stem, told, tuple(times_s), tuple(alarms), meter.frames, spent_s)


if __name__ == "__main__":
    import_module("dorso.camera_detector")
    place = Path(os.environ["XDG_DATA_HOME"]) / "dorso" / "models"
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(MODEL, place / MODEL.name)
    run(("dorso-linux", "mediapipe", "opencv-python", "numpy"), watch)
