"""From the start of the process to the first tick, beside a bare loop's first frame, in turns."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
ROUNDS = 5
GOAL = 1.5
BARE = """
import cv2, mediapipe as mp
from mediapipe.tasks.python import BaseOptions, vision
options = vision.PoseLandmarkerOptions(
    base_options=BaseOptions(model_asset_path={model!r}), running_mode=vision.RunningMode.VIDEO)
with vision.PoseLandmarker.create_from_options(options) as landmarker:
    image = cv2.cvtColor(cv2.VideoCapture({clip!r}).read()[1], cv2.COLOR_BGR2RGB)
    landmarker.detect_for_video(mp.Image(mp.ImageFormat.SRGB, image), 1)
    print("first", flush=True)
"""


def first_s(command: list[str], word: bytes) -> float:
    """Wall seconds until a process prints a line with a word in it; then it is ended."""
    began_s = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if word in line:
                took_s = time.perf_counter() - began_s
                process.kill()
                return took_s
    raise AssertionError(f"{command} never printed {word!r}")


def main() -> None:
    """Print the figures."""
    clip = str(ROOT / "samples" / "slow_slump.mp4")
    model = str(ROOT / "posture" / "data" / "pose_landmarker_lite.task")
    bare = [sys.executable, "-c", BARE.format(model=model, clip=clip)]
    run = [sys.executable, "-m", "posture", "run", "--source", clip, "--no-notify", "--no-sound"]
    posture = [*run, "--quiet", "--jsonl", "-"]
    pairs = [(first_s(bare, b"first"), first_s(posture, b"tick")) for _ in range(ROUNDS + 1)][1:]
    ratio = median(ours / bare for bare, ours in pairs)
    bare_s, our_s = (median(pair[place] for pair in pairs) for place in (0, 1))
    print(
        f"first tick of `posture run`: {our_s:.2f} s, a bare loop's first frame: {bare_s:.2f} s, "
        f"ratio {ratio:.2f} (goal {GOAL})"
    )


if __name__ == "__main__":
    main()
