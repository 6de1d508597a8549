"""What an exercise is, and what is known while somebody does it: plain records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posture.care.pace import Cue

STOP = "Stop if pain grows, or you feel dizzy, numb or pins and needles."
"""The rule of every exercise. After totalback.com."""


LEAST_S = 10.0
"""What was shorter, and of which nothing was counted, was not done."""


class Seen(StrEnum):
    """From where the camera must see the user for repetitions to be counted."""

    FRONT = "front"
    SIDE = "side"
    ANY = "any"
    NOT = "not"
    """It happens off camera: a plain timer."""


class Phase(StrEnum):
    """Where somebody is in an exercise."""

    LOOKING = "looking"
    """The start position is being learned, or how far a user goes who is led."""
    REST = "rest"
    MOVING = "moving"
    HOLD = "hold"
    TIMER = "timer"
    """Nothing can be measured: time runs, and nothing is counted."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of it; a suggestion.

    Attributes:
        repetitions: Of each side, where it has sides.
        hold_s: Of each repetition; 0 for a movement without a hold.
        sides: 1, or 2 where left and right are counted for themselves.
        timer_s: How long the plain timer runs in place of the repetitions.
    """

    repetitions: int
    hold_s: float
    sides: int = 1
    timer_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as data.

    Attributes:
        name: For commands and the history, `chin_tuck`.
        title, purpose: In the user's words; a purpose promises nothing.
        how_to: A sentence for each step.
        cautions: Who should leave it out or ask first. `STOP` holds besides.
        seen: From where.
        criterion: What is counted, in a sentence for the user; empty for a plain timer.
        source: Where dose and criterion come from.
    """

    name: str
    title: str
    purpose: str
    dose: Dose
    how_to: tuple[str, ...]
    cautions: tuple[str, ...]
    seen: Seen
    criterion: str
    source: str


@dataclass(frozen=True, slots=True)
class Progress:
    """All that is known after one picture.

    Attributes:
        timestamp_s: Of the picture; the first is the exercise's beginning.
        phase: Where the user is.
        repetitions: Counted so far, by side (left, right) where it has two; else (all,).
        held_s: Of the hold that goes on, or of the last one; 0 before the first.
        longest_s: Longest hold so far.
        share: How far the movement is on its way to what is counted: 0 at the start position, 1
            where a repetition begins to count; may be larger; NaN where it is not measured.
        range_deg: Largest range so far, degrees; NaN where it is not measured in degrees.
        hint: About the form, or what the camera misses; empty for none.
        done: Whether the dose was reached.
        cue: What to do now, of an exercise that is led; else None.
    """

    timestamp_s: float
    phase: Phase
    repetitions: tuple[int, ...] = (0,)
    held_s: float = 0.0
    longest_s: float = 0.0
    share: float = nan
    range_deg: float = nan
    hint: str = ""
    done: bool = False
    cue: Cue | None = None

    @property
    def count(self) -> int:
        """Repetitions of both sides."""
        return sum(self.repetitions)
