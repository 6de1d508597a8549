"""What the pipeline costs on top of MediaPipe, measured in turns within one run.

A bare loop (decode and `detect_for_video`, nothing else) and the whole of `posture replay` take
turns over the same clip; ratios are of medians over the rounds, so a noisy machine hurts both.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import cv2
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision

from posture.app import Stretch, open_recording
from posture.estimators.mediapipe import MediaPipeEstimator
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.replay import ReplayOptions, replay_clip
from posture.session import observe
from posture.settings import Settings
from posture.sources import open_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.records import Observation

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "posture" / "data" / "pose_landmarker_lite.task"


def bare_loop(clip: Path) -> int:
    """Decode and detect as MediaPipe's own example does; return the number of frames."""
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(MODEL)),
        running_mode=vision.RunningMode.VIDEO,
    )
    capture, frames = cv2.VideoCapture(str(clip)), 0
    with vision.PoseLandmarker.create_from_options(options) as landmarker:
        while True:
            read, image = capture.read()
            if not read:
                break
            rgb = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
            landmarker.detect_for_video(mp.Image(mp.ImageFormat.SRGB, rgb), frames * 100)
            frames += 1
    capture.release()
    return frames


def whole(clip: Path) -> int:
    """All that `posture replay` does, files included."""
    with tempfile.TemporaryDirectory() as folder:
        options = ReplayOptions(out=Path(folder), baseline=(Stretch(1, 8),))
        result = replay_clip(clip, "clip", options)
    assert result.summary is not None, result.message
    return int(result.summary["frames"])


def timed(work: Callable[[Path], int], clip: Path) -> tuple[float, float]:
    """Wall and processor milliseconds per frame."""
    wall_s, processor_s = time.perf_counter(), time.process_time()
    frames = work(clip)
    wall_s, processor_s = time.perf_counter() - wall_s, time.process_time() - processor_s
    return 1e3 * wall_s / frames, 1e3 * processor_s / frames


def observations(clip: Path) -> list[Observation]:
    """What the estimator sees in a clip, with the looks that the person check asks for."""
    person = PersonCheck()
    seen = []
    with open_source(clip) as source, MediaPipeEstimator() as estimator:
        for frame in source:
            seen.append(observe(frame, estimator, person))
            person.update(seen[-1])
    return seen


def pose_to_tick_ms(clip: Path) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Milliseconds of each `Monitor.update`, without the model."""
    seen = observations(clip)
    with open_recording(clip, Settings(), baseline=(Stretch(1, 8),)) as recording:
        baseline = recording.baseline
    times = []
    for _ in range(5):
        monitor = Monitor(baseline)
        for observation in seen:
            start = time.perf_counter()
            monitor.update(observation)
            times.append(1e3 * (time.perf_counter() - start))
    return np.array(times)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", nargs="?", type=Path, default=ROOT / "samples" / "slow_slump.mp4")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    timed(bare_loop, arguments.clip)  # the first run warms the caches for both
    bare, full = [], []
    for _ in range(arguments.rounds):
        bare.append(timed(bare_loop, arguments.clip))
        full.append(timed(whole, arguments.clip))
    print(f"{arguments.clip.name}, median of {arguments.rounds} rounds, milliseconds per frame")
    for place, name in enumerate(("wall", "processor")):
        one, other = (median(run[place] for run in runs) for runs in (bare, full))
        ratios = [b[place] / a[place] for a, b in zip(bare, full, strict=True)]
        print(
            f"  {name:<9} bare {one:6.2f}   whole {other:6.2f}   ratio {median(ratios):.3f} "
            f"(from {min(ratios):.3f} to {max(ratios):.3f}; goal 1.10)"
        )
    times = pose_to_tick_ms(arguments.clip)
    middle, high = np.percentile(times, (50, 99))
    print(f"  pose to tick: median {middle:.3f} (goal 0.1), 99th percentile {high:.3f}")


if __name__ == "__main__":
    main()
