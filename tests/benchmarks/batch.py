"""`posture batch` on one core and on two, over the same files, and how its cost grows.

One process can use a second core as well (it decodes there, and looks afresh), so a process on one
core is the measure; what one process does with both cores is printed beside it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from posture import batch, batch_workers
from posture.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parents[2] / "samples"
COPIES = (1, 2, 3)
"""Sets of the samples; a set is three and a half minutes of video."""
GOAL = 1.8


@contextmanager
def only_cores(count: int) -> Iterator[None]:
    """Keep to so many cores, processes that begin meanwhile too."""
    all_cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(all_cores)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_cores)


def seconds(folder: Path, jobs: int, cores: int) -> float:
    """Wall seconds of a whole batch into a fresh folder, the start of its processes included."""
    asked = batch.recordings(folder)
    with tempfile.TemporaryDirectory() as out:
        began_s = time.perf_counter()
        with only_cores(cores), batch_workers.local(jobs) as pool:
            for _, outcome in batch_workers.work_all(asked, Path(out), Settings(), pool):
                assert outcome.finished, outcome
        return time.perf_counter() - began_s


def main() -> None:
    """Print the figures."""
    clips = sorted(SAMPLES.glob("*.mp4"))
    print(f"posture batch over {len(clips)} samples, three and a half minutes of video, and copies")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for copies in COPIES:
            for clip in clips:
                shutil.copy(clip, folder / f"{clip.stem}-{copies}.mp4")
            one, two = seconds(folder, jobs=1, cores=1), seconds(folder, jobs=2, cores=2)
            print(
                f"  {copies} of each: {one:6.1f} s on one core ({one / copies:.1f} a copy), "
                f"{two:6.1f} s on two ({two / copies:.1f} a copy), {one / two:.2f} times as fast "
                f"(goal {GOAL})",
                flush=True,
            )
        alone = seconds(folder, jobs=1, cores=2)
        print(f"  {copies} of each: {alone:6.1f} s by one process that may use both cores")


if __name__ == "__main__":
    main()
