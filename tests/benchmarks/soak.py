"""Days of watching in minutes, to see what grows: `python -m tests.benchmarks.soak [HOURS]`.

The live session, its history in a real file and the tape of its last minutes, with a clock that
jumps from picture to picture. Whoever is watched sways, slouches, looks down, leaves, locks the
screen and pauses, a little differently every hour, by a seed. MediaPipe is not in it: what it takes
over half an hour is measured by scripts/watch_process.py.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posture.commands import Pause
from posture.estimators.scripted import ScriptedEstimator
from posture.history.keeper import Keeper
from posture.history.recorder import Recorder
from posture.history.schema import size_bytes
from posture.landmark_tape import LandmarkTape
from posture.live import LiveSession
from posture.notifiers.null import NullNotifier
from posture.records import Tick
from posture.settings import Settings
from tests.live_script import BEGAN, ScriptedLive, World, scene, upright_profile
from tests.poses import make_pose

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    from posture.live_events import LiveEvent
    from posture.records import Pose

HOURS = 24
HOUR_S = 3600.0
WARM_HOURS = 2
"""The first hours fill what is bounded: the tape, the history's pages, Python's own pools."""
GROWTH_MB = 2.0
"""So much more memory after the last hour than after the warm ones is no leak that matters."""
BLOCK_S = 120.0
"""For so long somebody does the same."""
KINDS = ("still", "still", "sways", "sways", "slouches", "looks down", "away")


class Day(World):
    """Somebody at a desk, by a seed; what was before is not kept."""

    def __init__(self, seed: int, end_s: float) -> None:
        super().__init__([(0.0, None)], end_s=end_s)
        self._seed = seed
        self._numbers = random.Random(seed)  # noqa: S311 - a script, no secret

    def kind(self, timestamp_s: float) -> str:
        """What is done at a moment."""
        block = int(timestamp_s // BLOCK_S)
        return random.Random(self._seed * 1_000_003 + block).choice(KINDS)  # noqa: S311

    def pose(self, timestamp_s: float) -> Pose | None:
        kind = self.kind(timestamp_s)
        if kind == "away":
            return None
        sway = self._numbers.gauss(0.0, 1.5) if kind == "sways" else 0.0
        neck_deg = {"slouches": 45.0, "looks down": 38.0}.get(kind, 20.0)
        if kind == "looks down" and timestamp_s % BLOCK_S > 5:
            neck_deg = 20.0
        return make_pose(yaw_deg=90, neck_deg=neck_deg + sway)

    def picture(self, timestamp_s: float) -> np.ndarray[Any, np.dtype[np.uint8]]:
        kind = self.kind(timestamp_s)
        step = int(timestamp_s * 2) % 7 if kind != "still" else 0
        return scene(KINDS.index(kind) * 10 + step)


class Measured:
    """Counts events, and keeps none."""

    def __init__(self) -> None:
        self.ticks = self.alerts = 0

    def __call__(self, event: LiveEvent) -> None:
        if isinstance(event, Tick):
            self.ticks += 1
            self.alerts += event.alert is not None


def taken() -> tuple[float, int, int]:
    """Resident MB, open files and threads of this process."""
    folder = Path("/proc/self")
    pages = int((folder / "statm").read_text(encoding="ascii").split()[1])
    resident_mb = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return resident_mb, len(list((folder / "fd").iterdir())), threading.active_count()


def interruptions(day: Day, session: LiveSession, hours: int) -> None:
    """Pauses, a locked screen, and a camera that is unplugged, once an hour each."""
    for hour in range(hours):
        at_s = hour * HOUR_S
        day.plan(at_s + 600, lambda: session.obey(Pause(3)))
        day.plan(at_s + 1500, lambda: _surround(day, locked=True))
        day.plan(at_s + 1680, lambda: _surround(day, locked=False))


def _surround(day: Day, *, locked: bool) -> None:
    day.surroundings = replace(day.surroundings, screen_locked=locked)


def watched(hours: int, folder: Path) -> Iterator[tuple[int, float, int, int, float, int, int]]:
    """A row after each hour: MB, files, threads, history MB, ticks, alerts."""
    settings = Settings()
    day = Day(1, hours * HOUR_S)
    count = Measured()
    path = folder / "history.sqlite3"
    estimator = ScriptedEstimator(day.pose)
    recorder = Recorder(
        "soak", "0", style=settings.style, detector=settings.detector, now=day.outside().now
    )
    rows: list[tuple[int, float, int, int, float, int, int]] = []
    with (
        LandmarkTape(settings, ("script", estimator.model_sha256), camera="camera") as tape,
        Keeper(path, recorder, now=day.outside().now) as keeper,
    ):
        session = LiveSession(
            lambda: ScriptedLive(day),
            estimator,
            settings,
            notifier=NullNotifier(),
            sinks=[count, tape.note, keeper],
            profile=upright_profile(),
            outside=day.outside(),
            tape=tape,
        )
        interruptions(day, session, hours)
        keeper.start(session.tell)

        def measure() -> None:
            hour = len(rows) + 1
            size_mb = size_bytes(path) / 1e6
            rows.append((hour, *taken(), size_mb, count.ticks, count.alerts))
            day.rates.clear()  # the script's own notes
            day.opened.clear()
            day.closed.clear()

        for hour in range(1, hours + 1):
            day.plan(hour * HOUR_S - 1, measure)
        session.run()
    yield from rows


def main(hours: int = HOURS) -> int:
    """Print an hour a row; 1 where something grows."""
    began_s, cpu_s = time.monotonic(), time.process_time()
    print(f"{hours} simulated hours from {BEGAN:%H:%M}")
    print("   hour   memory MB   files   threads   history MB     ticks   alerts")
    with tempfile.TemporaryDirectory(prefix="posture-soak-") as folder:
        rows = list(watched(hours, Path(folder)))
    for hour, memory_mb, files, threads, size_mb, ticks, alerts in rows:
        print(
            f"{hour:7}{memory_mb:12.1f}{files:8}{threads:10}{size_mb:13.2f}{ticks:10}{alerts:9}",
            flush=True,
        )
    warm, last = rows[min(WARM_HOURS, len(rows)) - 1], rows[-1]
    grown_mb = last[1] - warm[1]
    print(f"memory since hour {warm[0]}: {grown_mb:+.2f} MB; files {last[2] - warm[2]:+}, ", end="")
    print(f"threads {last[3] - warm[3]:+}; history {(last[4] - warm[4]) / hours:.3f} MB an hour")
    spent_s = time.process_time() - cpu_s
    print(f"{1e3 * spent_s / last[5]:.3f} ms of processor a tick, of all threads; ", end="")
    print(f"{time.monotonic() - began_s:.0f} s in all")
    flat = grown_mb <= GROWTH_MB and last[2:4] == warm[2:4]
    print("nothing grows" if flat else "SOMETHING GROWS")
    return 0 if flat else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
