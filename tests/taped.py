"""Live sessions that are taken down, and what a recording of them is judged to be."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from posture.calibrating import Wish
from posture.commands import Calibrate, Pause, Snooze
from posture.estimators.scripted import ScriptedEstimator
from posture.landmark_replay import open_landmarks
from posture.landmark_tape import LandmarkTape
from posture.live import LiveSession
from posture.notifiers.null import NullNotifier
from posture.quiet import Surroundings
from posture.records import Pose, Tick
from posture.settings import Settings
from tests.live_script import FORWARD, UPRIGHT, ScriptedLive, World

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from posture.profile import Profile

DAY = [(40.0, UPRIGHT), (110.0, FORWARD), (260.0, UPRIGHT), (270.0, None), (1e9, UPRIGHT)]
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def jittered(pose: Pose, seed: int) -> Pose:
    """The pose as MediaPipe would give it: with noise, in numbers of 32 bits."""
    random = np.random.default_rng(seed)
    scale = (pose.width_px, pose.height_px)

    def single(values: NDArray[np.float64], sd: float) -> NDArray[np.float64]:
        return (values + random.normal(0, sd, values.shape)).astype(np.float32).astype(np.float64)

    return Pose(
        single(pose.points_px / scale, 1e-3) * scale,
        np.minimum(single(pose.visibility, 1e-4), 1.0),
        np.minimum(single(pose.presence, 1e-4), 1.0),
        single(pose.world_m, 1e-3),
        *scale,
    )


class TapedWorld(World):
    """A world whose session is taken down.

    Args:
        script, end_s: As for `World`.
        profile, kept: As for a session.
        file: Where all of it is written, too.
        noisy: Whether every picture differs and everybody moves a little.
        scenes: The background at a second.
    """

    def __init__(
        self,
        script: Sequence[tuple[float, Pose | None]],
        *,
        end_s: float,
        profile: Profile | None = None,
        kept: Mapping[str, Profile] | None = None,
        file: Path | None = None,
        noisy: bool = True,
        scenes: Callable[[float], NDArray[np.uint8] | None] = lambda _: None,
    ) -> None:
        super().__init__(list(script), end_s=end_s)
        self._noisy = noisy
        self._pictures = count()
        self.tape = LandmarkTape(
            Settings(), ("script", "0" * 64), camera="camera", file=file, wall_clock=lambda: AT
        )
        self.session_ = LiveSession(
            lambda: ScriptedLive(self),
            ScriptedEstimator(self._seen, scenes),
            Settings(),
            notifier=NullNotifier(),
            sinks=[self.events.append, self.tape.note],
            profile=profile,
            kept=kept,
            outside=self.outside(),
            tape=self.tape,
        )

    def _seen(self, timestamp_s: float) -> Pose | None:
        pose = self.pose(timestamp_s)
        return jittered(pose, round(timestamp_s * 1000)) if pose and self._noisy else pose

    def picture(self, timestamp_s: float) -> NDArray[np.uint8]:
        if not self._noisy:
            return super().picture(timestamp_s)
        random = np.random.default_rng(next(self._pictures))
        return np.kron(random.integers(60, 190, (6, 8, 3), np.uint8), np.ones((8, 8, 1), np.uint8))

    def run(self) -> TapedWorld:
        self.session_.run()
        self.tape.close()
        return self


def eventful(file: Path | None = None, *, end_s: float = 330.0, noisy: bool = True) -> TapedWorld:
    """Adoption, a silent alert, a pause, a lock, a calibration, and a guided one."""
    world = TapedWorld(DAY, end_s=end_s, file=file, noisy=noisy)
    session = world.session_
    world.plan(20, lambda: session.obey(Snooze(2)))
    world.plan(120, lambda: session.obey(Pause(0.5)))
    world.plan(170, lambda: setattr(world, "surroundings", Surroundings(screen_locked=True)))
    world.plan(180, lambda: setattr(world, "surroundings", Surroundings()))
    world.plan(200, lambda: session.obey(Calibrate("standing")))
    world.plan(280, lambda: guided(world))
    return world


def guided(world: TapedWorld) -> None:
    """Take the upright posture step by step, by wishes at their seconds."""
    guide, now_s = world.session_.guide(), world.now_s
    world.plan(now_s + 1, lambda: guide.choose_place("laptop"))
    world.plan(now_s + 5, lambda: guide.wish(Wish.START))
    world.plan(now_s + 15, lambda: guide.wish(Wish.SKIP_SLUMP))
    world.plan(now_s + 17, lambda: guide.wish(Wish.ACCEPT))


def replayed(path: Path) -> tuple[list[Tick], tuple[str, ...]]:
    """The ticks of a recording, and what is said of it."""
    with open_landmarks(path) as recording:
        ticks = list(recording.ticks())
        return ticks, recording.warnings


def same(ticks: Sequence[Tick], others: Sequence[Tick]) -> None:
    """Every field is exactly the same; a NaN is one, and poses are so number by number."""
    assert len(ticks) == len(others)
    for tick, other in zip(ticks, others, strict=True):
        assert repr(tick) == repr(other)
        assert (tick.pose is None) is (other.pose is None)
        if tick.pose is not None and other.pose is not None:
            for each in fields(Pose):
                one, two = getattr(tick.pose, each.name), getattr(other.pose, each.name)
                assert np.asarray(one).tobytes() == np.asarray(two).tobytes()
