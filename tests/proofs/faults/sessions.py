"""Sessions whose landmarks, clocks and desktop are wrong; their time flies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import inf, nan
from typing import TYPE_CHECKING, Any

from posture.commands import Pause, Resume
from posture.estimators.scripted import ScriptedEstimator
from posture.event_log import EventLog
from posture.history.keeper import Keeper
from posture.history.recorder import Recorder
from posture.landmark_tape import LandmarkTape
from posture.live import LiveSession
from posture.live_events import ToldAlert
from posture.notifiers.null import NullNotifier
from posture.ports import CameraState, CameraStateKind
from posture.quiet import Surroundings
from posture.settings import Settings
from tests.live_script import FORWARD, UPRIGHT, ScriptedLive, World, scene, upright_profile
from tests.proofs.faults.fault import Fault
from tests.proofs.faults.users import lost_minutes, minutes

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np

    from posture.live_events import LiveEvent
    from posture.outside import Outside
    from posture.records import Frame, Observation, Pose
    from tests.proofs.faults.fault import Attempt

WILD_S = 300.0
"""For so long things go wrong."""
CALM_S = 60.0
"""Then somebody sits upright for so long, and slouches for as long as is told of."""
PERIOD_S, SLOUCH_S = 40.0, 12.0
NIGHT_S = 8 * 3600.0
SAYS = ("screen_locked", "suspended", "in_call", "microphone_used", "full_screen", "on_battery")
ODD = (nan, inf, -inf, 1e308, -1e308, 1e-320)


class Wild(World):
    """Somebody who slouches now and then, never for long, until everything is calm.

    Args:
        chance: What is left to it.
    """

    def __init__(self, chance: random.Random) -> None:
        super().__init__([(inf, UPRIGHT)])
        self.chance = chance
        self.ahead_s = self.back_s = self.slept_s = 0.0
        self.told_s: list[float] = []
        """When there were alerts, by the world's own clock."""
        self.pauses_s: list[float] = []
        self.damages = False
        self.has_baseline = True
        self.calm_s = inf

    def runs(self) -> None:
        """The camera is as it should be."""
        self.camera = CameraState(CameraStateKind.RUNNING, "the camera runs", 0.0)

    def calm(self) -> None:
        """Nothing goes wrong from now on."""
        self.calm_s, self.damages = self.now_s, False
        self.runs()
        self.surroundings = Surroundings()
        self.end_s = self.now_s + 3 * CALM_S

    def pose(self, timestamp_s: float) -> Pose | None:
        del timestamp_s  # clocks may be wrong
        calm_for_s = self.now_s - self.calm_s
        if calm_for_s >= 0:
            return FORWARD if calm_for_s > CALM_S else UPRIGHT
        return FORWARD if self.now_s % PERIOD_S > PERIOD_S - SLOUCH_S else UPRIGHT

    def picture(self, timestamp_s: float) -> np.ndarray[Any, np.dtype[np.uint8]]:
        del timestamp_s
        return scene(int(self.now_s * 2) % 7)

    def outside(self) -> Outside:
        real = super().outside()
        return replace(
            real,
            now=lambda: real.now() + timedelta(seconds=self.ahead_s),
            wall_clock=lambda: self.now_s - self.back_s,
        )

    def note(self, event: LiveEvent) -> None:
        """Take note of alerts."""
        if isinstance(event, ToldAlert):
            self.told_s.append(self.now_s)


class Damaging(ScriptedEstimator):
    """Sees poses in which any number may be anything."""

    def __init__(self, world: Wild) -> None:
        super().__init__(world.pose)
        self._world = world

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        seen = super().estimate(frame, look_afresh=look_afresh)
        if not self._world.damages or self._world.chance.random() < 0.3:
            return seen
        everybody = None if seen.detected is None else tuple(map(self._damaged, seen.detected))
        tracked = None if seen.tracked is None else self._damaged(seen.tracked)
        return replace(seen, tracked=tracked, detected=everybody)

    def _damaged(self, pose: Pose) -> Pose:
        chance = self._world.chance
        changed = {}
        for name in ("points_px", "visibility", "presence", "world_m"):
            values = getattr(pose, name).copy()
            for _ in range(chance.choice((0, 1, 3, values.size))):
                values.flat[chance.randrange(values.size)] = chance.choice(ODD)
            changed[name] = values
        return replace(pose, **changed)


def watched(world: Wild, folder: Path) -> list[str]:
    """Let it happen, with all that is written; what is wrong afterwards."""
    settings, path = Settings(), folder / "history.sqlite3"
    now = world.outside().now
    recorder = Recorder("wild", "0", style=settings.style, detector=settings.detector, now=now)
    with (
        (folder / "log.jsonl").open("w", encoding="utf-8") as file,
        Damaging(world) as estimator,
        LandmarkTape(
            settings, ("script", "0" * 64), camera="camera", file=folder / "all.posture"
        ) as tape,
        Keeper(path, recorder, now=now) as keeper,
    ):
        session = LiveSession(
            lambda: ScriptedLive(world),
            estimator,
            settings,
            notifier=NullNotifier(),
            sinks=[world.events.append, world.note, tape.note, keeper, EventLog(file)],
            profile=upright_profile() if world.has_baseline else None,
            outside=world.outside(),
            tape=tape,
        )
        for at_s in world.pauses_s:
            world.plan(at_s, lambda: session.obey(world.chance.choice((Pause(1), Resume()))))
        keeper.start(session.tell)
        session.run()
    return wrong(world, path)


def wrong(world: Wild, path: Path) -> list[str]:
    """What is wrong with what was told and kept."""
    due_s = world.calm_s + CALM_S
    early = [round(at_s) for at_s in world.told_s if at_s < due_s]
    kept = minutes(path)
    checks = {
        f"wrong alerts at seconds {early}": not early,
        "a real slouch was not told of afterwards": len(world.told_s) > len(early),
        "nothing is in the history": bool(kept),
        "a minute of more than 60 s": max(kept.values(), default=0.0) <= 60.01,
        "more is kept than was watched": sum(kept.values()) <= world.now_s - world.slept_s + 1,
    }
    failed = [text for text in world.notices if "failed" in text or "could not" in text]
    return [
        *(text for text, fine in checks.items() if not fine),
        *failed,
        *lost_minutes({}, path),
    ]


def landmarks(attempt: Attempt) -> Sequence[str]:
    world = Wild(attempt.chance)
    world.damages = True
    world.has_baseline = attempt.number % 2 == 0
    world.plan(WILD_S, world.calm)
    return watched(world, attempt.folder)


def backwards(attempt: Attempt) -> Sequence[str]:
    """The user's clock is set, and the one that goes on in sleep goes back."""
    world, chance = Wild(attempt.chance), attempt.chance

    def set_clocks() -> None:
        world.ahead_s += chance.choice((-86400.0, -3600.0, -90.0, -1.0, 1.0, 90.0, 3600.0))
        world.back_s += chance.choice((0.0, 0.0, 600.0, 1.0))

    for _ in range(10):
        world.plan(chance.uniform(20, WILD_S), set_clocks)
    world.plan(WILD_S, world.calm)
    return watched(world, attempt.folder)


def asleep(attempt: Attempt) -> Sequence[str]:
    world = Wild(attempt.chance)
    at_s = attempt.chance.uniform(30, WILD_S)

    def sleep() -> None:
        world.slept_s += NIGHT_S
        world.now_s += NIGHT_S

    world.plan(at_s, sleep)
    world.plan(at_s + NIGHT_S + WILD_S, world.calm)
    return watched(world, attempt.folder)


def anything(attempt: Attempt) -> Sequence[str]:
    """The camera, the desktop and the user say anything, one after the other."""
    world, chance = Wild(attempt.chance), attempt.chance
    kinds = [kind for kind in CameraStateKind if kind is not CameraStateKind.CLOSED]

    def camera() -> None:
        world.camera = CameraState(chance.choice(kinds), "something is wrong", 0.0)

    def surround() -> None:
        says: dict[str, Any] = {name: chance.choice((True, False, None)) for name in SAYS}
        world.surroundings = Surroundings(**says)

    happens: tuple[Callable[[], None], ...] = (camera, world.runs, world.runs, surround)
    for _ in range(80):
        world.plan(chance.uniform(5, WILD_S), chance.choice(happens))
    world.pauses_s = [chance.uniform(5, WILD_S - 70) for _ in range(5)]
    world.plan(WILD_S, world.calm)
    return watched(world, attempt.folder)


FAULTS = (
    Fault(
        "NaN and infinite landmarks",
        "for five minutes most poses have any number of landmarks, visibilities and metres "
        "replaced by NaN, infinity, 1e308 or 1e-320, while somebody slouches for 12 s now and "
        "then; no alert comes of it, history, log and landmark recording are written, and a real "
        "slouch afterwards is told of",
        landmarks,
        times=20,
        times_quick=1,
    ),
    Fault(
        "time going backwards",
        "the user's clock is set back and forth by up to a day ten times, and the one that counts "
        "sleep goes back; the same must hold",
        backwards,
        times=20,
        times_quick=1,
    ),
    Fault(
        "asleep for 8 hours",
        "at any moment, slouching or not; the night is nobody's time, and the same must hold",
        asleep,
        times=20,
        times_quick=1,
    ),
    Fault(
        "camera, desktop and user say anything",
        "85 times in five minutes the camera is gone, busy, black or back, the screen is locked, "
        "a call begins, the desktop says nothing, or there is a pause; the same must hold",
        anything,
        times=20,
        times_quick=1,
    ),
)
