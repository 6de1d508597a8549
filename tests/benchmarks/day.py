"""What an hour of watching takes of a processor, beside loops that look at a fixed rate.

Recordings stand for the camera and are played at their own rate: somebody who sits still, somebody
who moves, and an empty chair. Like the pictures of a webcam they are not compressed, so that what
nobody looks at costs nothing. Processor seconds, threads and children included, are read from the
system after the start; another program that is busy counts little. Then, on samples with slouches,
whether those are found as they are when every frame is looked at, and how much later.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import cv2

from tests.benchmarks import delays
from tests.places import environment_in

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
KINDS = {
    "sits still": ("slow_slump", 1.0, 8.0),
    "moves": ("glance", 0.0, 25.0),
    "empty chair": ("leave_and_return", 15.0, 21.0),
}
"""A stretch of a sample, played forth and back, seconds."""
GOALS = {"sits still": 0.10, "moves": 0.25, "empty chair": 0.10}
"""Of the loop of ten a second."""
RATES_HZ = (30, 10, 4)
SETTLE_S, WATCH_S = 20.0, 40.0
LOOP_SETTLE_S, LOOP_S = 8.0, 15.0
LOOP = """
import sys, time
import cv2, mediapipe as mp
from mediapipe.tasks.python import BaseOptions, vision
clip, model, rate = sys.argv[1], sys.argv[2], float(sys.argv[3])
options = vision.PoseLandmarkerOptions(
    base_options=BaseOptions(model_asset_path=model), running_mode=vision.RunningMode.VIDEO)
with vision.PoseLandmarker.create_from_options(options) as landmarker:
    began, index = time.monotonic(), 0
    capture = cv2.VideoCapture(clip)
    while True:
        read, image = capture.read()
        if not read:
            capture = cv2.VideoCapture(clip)
            continue
        rgb = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        landmarker.detect_for_video(mp.Image(mp.ImageFormat.SRGB, rgb), int(index * 1000 / rate))
        index += 1
        time.sleep(max(0.0, began + index / rate - time.monotonic()))
"""
"""As examples do it: every picture is looked at, so many a second."""


def forth_and_back(sample: str, begin_s: float, end_s: float, path: Path) -> Path:
    """A clip in which nothing jumps where it begins again; a quarter of a GB at most."""
    capture = cv2.VideoCapture(str(SAMPLES / f"{sample}.mp4"))
    rate_hz = capture.get(cv2.CAP_PROP_FPS)
    frames = []
    while (read := capture.read())[0]:
        frames.append(read[1])
    part = frames[round(begin_s * rate_hz) : round(end_s * rate_hz)]
    height_px, width_px = part[0].shape[:2]
    code = cv2.VideoWriter.fourcc(*"I420")
    writer = cv2.VideoWriter(str(path), code, rate_hz, (width_px, height_px))
    for frame in (*part, *part[-2:0:-1]):
        writer.write(frame)
    writer.release()
    return path


def taken(pid: int) -> tuple[float, int]:
    """Processor seconds so far, and how often its threads went to sleep."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks_hz = os.sysconf("SC_CLK_TCK")
    sleeps = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        for line in (thread / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                sleeps += int(line.split()[1])
    return sum(map(int, fields[11:15])) / ticks_hz, sleeps


def watched(command: Sequence[str], settle_s: float, watch_s: float) -> tuple[float, float, float]:
    """Processor seconds an hour, wake-ups a second and the most memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            command,
            env=environment_in(Path(folder)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(settle_s)
            began_s, before = time.monotonic(), taken(process.pid)
            time.sleep(watch_s)
            length_s, after = time.monotonic() - began_s, taken(process.pid)
            status = Path(f"/proc/{process.pid}/status").read_text()
        finally:
            process.terminate()
            process.wait(20)
    peak_kb = next(int(li.split()[1]) for li in status.splitlines() if li.startswith("VmHWM"))
    spent_s, slept = after[0] - before[0], after[1] - before[1]
    return 3600 * spent_s / length_s, slept / length_s, peak_kb / 1000


def ours(clip: Path) -> tuple[str, ...]:
    """The command that watches a clip as if it were a camera."""
    options = ("--realtime", "--loop", "--no-notify", "--no-sound", "--quiet")
    return (sys.executable, "-m", "posture", "run", "--source", str(clip), *options)


def fixed(clip: Path, rate_hz: float) -> tuple[str, ...]:
    """The command that looks so many times a second."""
    model = ROOT / "posture" / "data" / "pose_landmarker_lite.task"
    return (sys.executable, "-c", LOOP, str(clip), str(model), str(rate_hz))


def main() -> None:
    """Print the figures."""
    print("an hour of watching, processor seconds, wake-ups a second and memory at most")
    for kind, stretch in KINDS.items():
        with tempfile.TemporaryDirectory() as name:
            clip = forth_and_back(*stretch, Path(name) / f"{stretch[0]}.avi")
            spent_s, wakes, peak_mb = watched(ours(clip), SETTLE_S, WATCH_S)
            print(f"  {kind:12} posture      {spent_s:6.0f} s   {wakes:5.0f} /s {peak_mb:5.0f} MB")
            for rate_hz in RATES_HZ:
                loop = watched(fixed(clip, rate_hz), LOOP_SETTLE_S, LOOP_S)
                goal = f" (goal {GOALS[kind]:.0%})" if rate_hz == 10 else ""
                print(
                    f"  {'':12} {rate_hz:2} a second  {loop[0]:6.0f} s   {loop[1]:5.0f} /s "
                    f"{loop[2]:5.0f} MB   posture takes {spent_s / loop[0]:4.0%} of it{goal}, "
                    f"{peak_mb / loop[2]:.2f} of the memory",
                    flush=True,
                )
    delays.main()


if __name__ == "__main__":
    main()
