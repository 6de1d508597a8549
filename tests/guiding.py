"""A guided calibration that plays a script: poses, and wishes of the user, each at a second."""

from __future__ import annotations

from collections import deque
from math import nan
from typing import TYPE_CHECKING

from posture.baseline import Sample, fit
from posture.calibrating import Guide, Wish
from posture.features import extract
from posture.profile import AcceptedPosture
from posture.records import Angles, Deviation, Observation, Reason, State, Tick
from posture.settings import Settings
from tests.live_script import UPRIGHT

if TYPE_CHECKING:
    from posture.profile import Profile
    from posture.records import Pose
    from posture.taking import Taken

SETTINGS = Settings()
MODEL = "0" * 64
RATE_HZ = 5.0


def tick_of(now_s: float, pose: Pose | None, reason: Reason | None = None) -> Tick:
    why = reason or (Reason.NO_PERSON if pose is None else Reason.NO_BASELINE)
    return Tick(now_s, 0, Angles(), Deviation(), State.UNKNOWN, why, 0.0, nan, pose=pose)


def baseline_of(pose: Pose, model: str = MODEL) -> AcceptedPosture:
    size = pose.width_px, pose.height_px
    samples = [Sample(i / 5, extract(pose), size) for i in range(20)]
    return AcceptedPosture("upright", fit(samples, model_sha256=model))


class Run:
    """Plays a script: poses, or wishes of the user, each at a second."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.now_s = 0.0
        self.pose: Pose | None = UPRIGHT
        self.phases: list[tuple[float, str]] = []
        self.taken: Taken | None = None
        self.observed: deque[Observation] = deque(maxlen=150)

    def until(self, end_s: float, *, skip: bool = False) -> Run:
        if skip:
            self.now_s = end_s
        while self.now_s < end_s - 1e-9:
            self.see()
            self.now_s = round(self.now_s + 1 / RATE_HZ, 6)
        return self

    def see(self) -> None:
        self.observed.append(Observation(self.now_s, 0, self.pose, None, 0.5))
        taken = self.guide.update(tick_of(self.now_s, self.pose), self.observed)
        assert self.taken is None or taken is None or self.guide.over
        self.taken = taken or self.taken
        phase = self.guide.step.phase.value
        if not self.phases or self.phases[-1][1] != phase:
            self.phases.append((self.now_s, phase))

    def play(self, *script: tuple[float, Pose | Wish | str | None]) -> Run:
        for second, what in script:
            self.until(second)
            if isinstance(what, Wish):
                self.guide.wish(what)
            elif isinstance(what, str):
                self.guide.choose(what)
            else:
                self.pose = what
        return self


def a_run(
    kept: dict[str, Profile] | None = None,
    now: Profile | None = None,
    *,
    settings: Settings = SETTINGS,
) -> Run:
    return Run(Guide(kept or {}, now, model_sha256=MODEL, settings=settings))
