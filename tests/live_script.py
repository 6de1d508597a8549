"""A live session's world: a camera, a user, a desktop and time, all as a test says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np

from posture.estimators.scripted import ScriptedEstimator
from posture.live import LiveSession
from posture.live_events import Notice, ToldAlert
from posture.notifiers.null import NullNotifier
from posture.outside import Outside
from posture.ports import CameraState, CameraStateKind, Closing
from posture.quiet import Surroundings
from posture.records import Frame, Tick, Transition
from posture.settings import Settings
from tests.poses import make_pose

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence

    from posture.live_events import LiveEvent, LiveSink
    from posture.profile import Profile
    from posture.records import Alert, Pose

UPRIGHT = make_pose(yaw_deg=90)
FORWARD = make_pose(yaw_deg=90, neck_deg=45)

Script = list[tuple[float, "Pose | None"]]
"""Poses, each until a second."""

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday."""


def at(script: Script, timestamp_s: float) -> Pose | None:
    return next((pose for until_s, pose in script if timestamp_s < until_s), script[-1][1])


@cache
def scene(part: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """A picture; those of different numbers differ as much as those of two people."""
    image = np.random.default_rng(part).integers(60, 190, (6, 8, 3), np.uint8)
    return np.kron(image, np.ones((8, 8, 1), np.uint8))


class World:
    """What happens when, in seconds since the session began.

    Args:
        script: Who is seen. The picture changes when the pose does.
        end_s: When the source ends by itself.
    """

    def __init__(self, script: Script, *, end_s: float = inf) -> None:
        self.script = script
        self.end_s = end_s
        self.now_s = 0.0
        self.surroundings = Surroundings()
        self.camera = CameraState(CameraStateKind.RUNNING, "the camera runs", 0.0)
        self.opened: list[float] = []
        self.closed: list[float] = []
        self.events: list[LiveEvent] = []
        self.shown: list[Alert] = []
        self.rates: list[tuple[float, float]] = []
        self._plans: list[tuple[float, Callable[[], object]]] = []

    def plan(self, second: float, action: Callable[[], object]) -> None:
        self._plans.append((second, action))
        self._plans.sort(key=lambda plan: plan[0])

    def advance(self, until_s: float) -> None:
        while self._plans and self._plans[0][0] <= until_s:
            second, action = self._plans.pop(0)
            self.now_s = max(self.now_s, second)
            action()
        self.now_s = max(self.now_s, until_s)

    def wait(self, _: threading.Condition, timeout_s: float) -> None:
        assert self.now_s < 1e5, "nobody ends the session"
        # With the condition held: what is planned may give commands all the same, on this thread.
        self.advance(self.now_s + timeout_s)

    def pose(self, timestamp_s: float) -> Pose | None:
        return at(self.script, timestamp_s)

    def picture(self, timestamp_s: float) -> np.ndarray[Any, np.dtype[np.uint8]]:
        ends = (part for part, (until_s, _) in enumerate(self.script) if timestamp_s < until_s)
        return scene(next(ends, len(self.script) - 1))

    def outside(self) -> Outside:
        return Outside(
            surroundings=lambda: self.surroundings,
            now=lambda: BEGAN + timedelta(seconds=self.now_s),
            clock=lambda: self.now_s,
            wall_clock=lambda: self.now_s,
            wait=self.wait,
        )

    def notify(self, alert: Alert) -> None:
        self.shown.append(alert)

    def session(
        self,
        settings: Settings | None = None,
        *,
        sinks: Sequence[LiveSink] = (),
        profile: Profile | None = None,
        kept: Mapping[str, Profile] | None = None,
        keep: Callable[[Profile], object] = lambda _: None,
    ) -> LiveSession:
        return LiveSession(
            lambda: ScriptedLive(self),
            ScriptedEstimator(self.pose),
            settings or Settings(),
            notifier=_Notifier(self),
            sinks=[*sinks, self.events.append],
            profile=profile,
            kept=kept,
            keep=keep,
            outside=self.outside(),
        )

    @property
    def ticks(self) -> list[Tick]:
        return [event for event in self.events if isinstance(event, Tick)]

    @property
    def states(self) -> list[tuple[int, str]]:
        turns = [event for event in self.events if isinstance(event, Transition)]
        return [(round(turn.timestamp_s), turn.after.value) for turn in turns]

    @property
    def alerts(self) -> list[tuple[int, str]]:
        told = [event for event in self.events if isinstance(event, ToldAlert)]
        return [(round(entry.alert.timestamp_s), entry.quiet) for entry in told]

    @property
    def notices(self) -> list[str]:
        return [event.text for event in self.events if isinstance(event, Notice)]


class _Notifier(NullNotifier):
    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def notify(self, alert: Alert) -> None:
        self._world.notify(alert)


def upright_profile() -> Profile:
    """The accepted posture of whoever the scripts show."""
    world = World([(10, UPRIGHT)], end_s=10)
    kept: list[Profile] = []
    world.session(keep=kept.append).run()
    return kept[0]


class ScriptedLive(Closing):
    """A camera that gives a picture as often as it is told to, while the world has it running."""

    def __init__(self, world: World) -> None:
        self.name = "script"
        self.rate_hz = 1.0
        self.frame_count: int | None = None
        self.warnings: tuple[str, ...] = ()
        self._world = world
        self._began_s = world.now_s
        self._count = 0
        self._closed = False
        world.opened.append(world.now_s)

    @property
    def state(self) -> CameraState:
        return self._world.camera

    def set_rate(self, rate_hz: float) -> None:
        self.rate_hz = rate_hz
        self._world.rates.append((self._world.now_s, rate_hz))

    def __iter__(self) -> ScriptedLive:
        return self

    def __next__(self) -> Frame:
        world = self._world
        while True:
            world.advance(world.now_s + 1 / self.rate_hz)
            if self._closed or world.now_s >= world.end_s:
                raise StopIteration
            if world.camera.kind is CameraStateKind.RUNNING:
                break
        self._count += 1
        image = world.picture(world.now_s)
        return Frame(image, world.now_s - self._began_s, self._count - 1)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._world.closed.append(self._world.now_s)
