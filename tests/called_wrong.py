"""Moments of a scripted user that were kept: some that were called wrong, and others."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from posture.history.rows import Answer
from posture.landmark_tape import FOLDER
from posture.profile import Profile
from posture.profile_store import ProfileStore
from tests.guiding import baseline_of
from tests.live_script import FORWARD, UPRIGHT
from tests.poses import make_pose
from tests.taped import AT, TapedWorld

if TYPE_CHECKING:
    from pathlib import Path

    from posture.records import Pose

BENT = make_pose(yaw_deg=90, neck_deg=35)
"""About 15 degrees beyond the baseline; FORWARD is about 24."""
LEANING = make_pose(yaw_deg=90, neck_deg=40, trunk_deg=-35)
"""As far, but leaning back: it may be accepted."""
DEEP = make_pose(yaw_deg=90, neck_deg=45, trunk_deg=25)
"""Far from both."""
DESK = Profile((baseline_of(UPRIGHT),))


@cache
def _world(pose: int, slouch_s: float) -> TapedWorld:
    """Of one of the poses of this package, by its identity."""
    bent = next(each for each in (UPRIGHT, FORWARD, BENT, LEANING, DEEP) if id(each) == pose)
    script = [(10.0, UPRIGHT), (10.0 + slouch_s, bent), (1e9, UPRIGHT)]
    kept = {DESK.name: DESK}
    return TapedWorld(script, end_s=18 + slouch_s, profile=DESK, kept=kept).run()


class Moments:
    """Puts recordings into a data folder, each an hour after the one before.

    Args:
        data: The folder; the baseline is kept there too.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self._hours = count()
        ProfileStore(data / "baselines", "camera").save(DESK)

    def add(self, pose: Pose, slouch_s: float, *, times: int = 1, wrong: bool = False) -> None:
        """Somebody sat like this from second 10 on, for so long, and then upright."""
        world = _world(id(pose), slouch_s)
        for hour in [next(self._hours) for _ in range(times)]:
            world.tape._wall_clock = lambda hour=hour: AT + timedelta(hours=hour)  # type: ignore[misc]
            mark = f" {Answer.WRONG}" if wrong else ""
            path = self.data / FOLDER / f"2026-03-02 {9 + hour:02d}.00.00{mark}.posture"
            world.tape.keep(path, Answer.WRONG if wrong else Answer.NONE)
