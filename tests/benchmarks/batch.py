"""`posture batch` with one and with two processes over the same files, and how its cost grows."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from posture import batch
from posture.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
COPIES = (1, 2, 4)
"""Sets of the samples; a set is three and a half minutes of video."""
GOAL = 1.8


def seconds(folder: Path, jobs: int) -> float:
    """Wall seconds of a whole batch into a fresh folder, the start of its processes included."""
    asked = batch.recordings(folder)
    with tempfile.TemporaryDirectory() as out:
        began_s = time.perf_counter()
        with batch.local(jobs) as pool:
            for _, outcome in batch.work_all(asked, Path(out), Settings(), pool):
                assert outcome.finished, outcome
        return time.perf_counter() - began_s


def main() -> None:
    """Print the figures."""
    clips = sorted(SAMPLES.glob("*.mp4"))
    print(f"posture batch over {len(clips)} samples, three and a half minutes of video, and copies")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took_s: dict[tuple[int, int], float] = {}
        for copies in COPIES:
            for clip in clips:
                for number in range(copies):
                    shutil.copy(clip, folder / f"{clip.stem}-{number}.mp4")
            for jobs in (1, 2):
                took_s[copies, jobs] = seconds(folder, jobs)
            one, two = took_s[copies, 1], took_s[copies, 2]
            print(
                f"  {copies} of each: {one:6.1f} s by one process ({one / copies:.1f} a copy), "
                f"{two:6.1f} s by two ({two / copies:.1f} a copy), {one / two:.2f} times as fast "
                f"(goal {GOAL})",
                flush=True,
            )


if __name__ == "__main__":
    main()
