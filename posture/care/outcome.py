"""What became of an exercise: for the user in a line, for programs, and for the history."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from posture.care.entries import ExerciseNote
from posture.care.exercise import LEAST_S, Phase
from posture.clock_time import minutes_text

if TYPE_CHECKING:
    from posture.care.exercise import Exercise, Progress

MEASURED = (Phase.REST, Phase.MOVING, Phase.HOLD)
SIDES = ("left", "right")


def tries(progress: Progress) -> bool:
    """Whether more goes on than keeping still before the first movement."""
    led = progress.cue is not None and progress.cue.cycle >= 0
    return progress.phase is not Phase.LOOKING or led


def was_done(last: Progress, length_s: float, *, tried: bool) -> bool:
    """Whether an exercise is worth noting.

    Args:
        last: What was known at its end.
        length_s: How long it was.
        tried: Whether any progress of it `tries`.
    """
    return bool(last.count or last.done or (tried and length_s >= LEAST_S))


class Outcome:
    """Sums up one exercise, picture by picture.

    Args:
        exercise: Which.
        routine: Of which it is a part; empty for none.
    """

    def __init__(self, exercise: Exercise, routine: str = "") -> None:
        self.exercise = exercise
        self.routine = routine
        self.last: Progress | None = None
        """What was known at the end."""
        self.measured = False
        """Whether the camera saw it; False for a plain timer."""
        self.hints: list[str] = []
        """What was said of the form or the view, each once."""
        self._tried = False
        self._began_s = 0.0

    @property
    def length_s(self) -> float:
        """From the first picture to the last."""
        return 0.0 if self.last is None else self.last.timestamp_s - self._began_s

    def update(self, progress: Progress) -> None:
        """Take in what is known after one picture."""
        if self.last is None:
            self._began_s = progress.timestamp_s
        self.last = progress
        self.measured |= progress.phase in MEASURED
        self._tried |= tries(progress)
        if progress.hint and progress.hint not in self.hints:
            self.hints.append(progress.hint)

    def note(self, utc_s: float, offset_s: int) -> ExerciseNote | None:
        """For the history; None where nothing was done.

        Args:
            utc_s: When it began, UTC since 1970.
            offset_s: Local time minus UTC.
        """
        last = self.last
        if last is None or not self.length_s:
            return None
        if not was_done(last, self.length_s, tried=self._tried):
            return None
        return ExerciseNote(
            utc_s=utc_s,
            offset_s=offset_s,
            name=self.exercise.name,
            routine=self.routine,
            length_s=self.length_s,
            repetitions=last.count,
            held_s=last.longest_s,
            range_deg=last.range_deg,
            measured=self.measured,
        )

    def text(self) -> str:
        """One line for the user."""
        parts = [f"{self.exercise.title}: {self._counted()}"]
        last = self.last
        if last is not None and last.longest_s >= 1.0:
            parts.append(f"longest hold {last.longest_s:.0f} s")
        if last is not None and isfinite(last.range_deg):
            parts.append(f"about {last.range_deg:.0f}° at most (an estimate)")
        return ", ".join((*parts, f"{minutes_text(self.length_s)} in all"))

    def values(self) -> dict[str, Any]:
        """For programs: plain values, None for what was not measured."""
        last = self.last
        sides = last.repetitions if last is not None else (0,) * self.exercise.dose.sides
        counts = dict(zip(SIDES, sides, strict=True)) if len(sides) > 1 else {"all": sides[0]}
        range_deg = None if last is None or not isfinite(last.range_deg) else last.range_deg
        return {
            "exercise": self.exercise.name,
            "routine": self.routine,
            "measured": self.measured,
            "count": sum(sides),
            "repetitions": counts,
            "longest_hold_s": 0.0 if last is None else round(last.longest_s, 2),
            "range_deg": None if range_deg is None else round(range_deg, 1),
            "length_s": round(self.length_s, 2),
            "done": last is not None and last.done,
            "hints": self.hints,
        }

    def _counted(self) -> str:
        if not self.measured or self.last is None:
            return "timed, not counted"
        counts = self.last.repetitions
        if len(counts) > 1:
            return ", ".join(f"{n} to the {side}" for n, side in zip(counts, SIDES, strict=True))
        return f"{counts[0]} counted"
