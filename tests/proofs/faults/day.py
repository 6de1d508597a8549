"""`python -m tests.proofs.faults.day FILE SEED`: days that fly, and a history of them.

It ends only when it is killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from posture.estimators.scripted import ScriptedEstimator
from posture.history.keeper import Keeper
from posture.history.recorder import Recorder
from posture.live import LiveSession
from posture.notifiers.null import NullNotifier
from posture.settings import Settings
from tests.benchmarks.soak import Day, interruptions
from tests.live_script import ScriptedLive, upright_profile

HOURS = 24


def main(path: Path, seed: int) -> None:
    """Watch a day, and write down what happens."""
    settings = Settings()
    day = Day(seed, HOURS * 3600.0)
    now = day.outside().now
    recorder = Recorder("day", "0", style=settings.style, detector=settings.detector, now=now)
    with Keeper(path, recorder, now=now) as keeper:
        session = LiveSession(
            lambda: ScriptedLive(day),
            ScriptedEstimator(day.pose),
            settings,
            notifier=NullNotifier(),
            sinks=[keeper],
            profile=upright_profile(),
            outside=day.outside(),
        )
        interruptions(day, session, HOURS)
        keeper.start(session.tell)
        session.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
