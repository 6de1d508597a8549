"""A judge of an exercise that counts pictures, for sessions and windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.care.exercise import Dose, Exercise, Phase, Progress, Seen

if TYPE_CHECKING:
    from posture.records import Pose


class CountingJudge:
    """Counts a repetition for each second with somebody in it; done after `enough`."""

    def __init__(self, enough: int = 5) -> None:
        self.enough = enough
        self.seen: list[tuple[float, Pose | None]] = []
        self.counts = True
        self.begun = 0
        self._seconds: set[int] = set()

    def go_on(self) -> None:
        self.begun += 1

    def update(self, timestamp_s: float, pose: Pose | None, /) -> Progress:
        self.seen.append((timestamp_s, pose))
        if pose is not None and self.counts:
            self._seconds.add(int(timestamp_s))
        count = len(self._seconds)
        done = count >= self.enough
        phase = Phase.DONE if done else Phase.REST if pose is not None else Phase.TIMER
        return Progress(timestamp_s, phase, (count,), done=done)


def an_exercise(
    name: str = "bend",
    *,
    seen: Seen = Seen.FRONT,
    hold_s: float = 0.0,
    sides: int = 1,
    timer_s: float = 60.0,
) -> Exercise:
    return Exercise(
        name,
        f"The {name}",
        f"What the {name} moves.",
        Dose(5, hold_s, sides, timer_s),
        ("Sit upright.", f"Do the {name} slowly, and come back."),
        (f"Leave out the {name} after an injury.",),
        seen,
        "" if seen is Seen.NOT else f"the {name} there and back",
        "a test",
    )
