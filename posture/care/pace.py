"""The rhythm that some exercises are led in: when to move, to hold and to rest. Pure.

Who is led moves when it is known to do so, and that can be compared with the rests. Time 0 is the
first picture; after a lead-in, in which the user keeps still, one cycle follows the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, inf, pi


@dataclass(frozen=True, slots=True)
class Stroke:
    """One way, and the time at its end.

    Attributes:
        drive: Where it leads: 1 the far end, -1 a second one on the other side, 0 the start
            position.
        move_s, hold_s: How long it takes, and how long one stays there.
        moving, staying: What is said meanwhile.
    """

    drive: int
    move_s: float
    hold_s: float
    moving: str
    staying: str

    def __post_init__(self) -> None:
        if self.drive not in (-1, 0, 1):
            raise ValueError(f"drive must be -1, 0 or 1, not {self.drive}")
        if not (0 < self.move_s < inf and 0 < self.hold_s < inf):
            raise ValueError(f"times must be above 0, not {self.move_s} and {self.hold_s}")

    @property
    def length_s(self) -> float:
        """Of way and stay."""
        return self.move_s + self.hold_s


@dataclass(frozen=True, slots=True)
class Cue:
    """What to do at one moment.

    Attributes:
        word: Said to the user.
        drive: Where to go, or to stay, as of `Stroke`.
        cycle: Repetition it belongs to, from 0; -1 in the lead-in.
        moving: Whether on the way; else one stays there.
        share: Of the time of this cue that is over, 0 to 1.
        place: Where a figure is that does it, -1 to 1: it starts and ends its ways slowly.
    """

    word: str
    drive: int
    cycle: int
    moving: bool
    share: float
    place: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether one stays away from the start position."""
        return self.drive != 0 and not self.moving


KEEP_STILL = "Keep still"


@dataclass(frozen=True, slots=True)
class Pace:
    """One exercise as a rhythm: a lead-in, then its strokes over and over.

    Attributes:
        lead_in_s: Seconds of stillness before the first stroke.
        strokes: Of one repetition, in order.
    """

    lead_in_s: float
    strokes: tuple[Stroke, ...]

    def __post_init__(self) -> None:
        if not 0 < self.lead_in_s < inf:
            raise ValueError(f"lead_in_s must be above 0, not {self.lead_in_s}")
        drives = [stroke.drive for stroke in self.strokes]
        if len(drives) < 2 or drives[0] != 1 or drives[-1] == 1:
            raise ValueError(f"a repetition leads to 1 first, and away from it, not to {drives}")

    @property
    def cycle_s(self) -> float:
        """Length of one repetition."""
        return sum(stroke.length_s for stroke in self.strokes)

    def length_s(self, cycles: int) -> float:
        """Of the lead-in and so many repetitions."""
        return self.lead_in_s + cycles * self.cycle_s

    def at(self, timestamp_s: float) -> Cue:
        """What to do at a moment.

        Args:
            timestamp_s: Since the first picture; before it counts as 0.
        """
        past_s = max(timestamp_s, 0.0) - self.lead_in_s
        if past_s < 0:
            return Cue(KEEP_STILL, 0, -1, moving=False, share=1 + past_s / self.lead_in_s)
        cycle, left_s = divmod(past_s, self.cycle_s)
        before = self.strokes[-1].drive if cycle else 0
        for stroke in self.strokes:
            drive = stroke.drive
            if left_s < stroke.move_s:
                share = left_s / stroke.move_s
                place = before + (drive - before) * (1 - cos(pi * share)) / 2
                return Cue(stroke.moving, drive, int(cycle), True, share, place)
            left_s -= stroke.move_s
            if left_s < stroke.hold_s or stroke is self.strokes[-1]:
                share = min(left_s / stroke.hold_s, 1.0)
                return Cue(stroke.staying, drive, int(cycle), False, share, drive)
            left_s -= stroke.hold_s
            before = drive
        raise AssertionError  # the last stroke has returned


HOLD, REST, LET_GO = "Hold", "Rest", "Let go slowly"
CHIN_TUCK = Pace(
    5.0, (Stroke(1, 1.5, 4.0, "Slide your head back", HOLD), Stroke(0, 1.5, 3.0, LET_GO, REST))
)
SQUEEZE = Pace(
    5.0, (Stroke(1, 1.5, 5.0, "Draw both elbows back", HOLD), Stroke(0, 1.5, 3.0, LET_GO, REST))
)
CAT_COW = Pace(
    5.0,
    (Stroke(1, 2.0, 2.0, "Round your back", HOLD), Stroke(-1, 2.0, 2.0, "Arch your back", HOLD)),
)
"""From arched to rounded without a rest between."""

PACES = {"chin_tuck": CHIN_TUCK, "shoulder_blade_squeeze": SQUEEZE, "cat_cow": CAT_COW}
"""By name of the exercise."""
