"""What is noted about care: plain records, and nothing that touches a file.

Moments as in the history: `utc_s` is seconds of UTC since 1970, `offset_s` local time minus UTC.
Nothing here is a picture, a landmark or free text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - of public fields
from enum import StrEnum
from math import nan


class BreakKind(StrEnum):
    """How long a break was meant to be."""

    MICRO = "micro"
    LONG = "long"


class BreakEnd(StrEnum):
    """What became of a break that was due or begun."""

    TAKEN = "taken"
    SKIPPED = "skipped"
    POSTPONED = "postponed"


class PackKind(StrEnum):
    """What is put on."""

    HEAT = "heat"
    COLD = "cold"


class Place(StrEnum):
    """Where on the back, as it is drawn from behind; left and right are the person's own."""

    NECK_LEFT = "neck_left"
    NECK_RIGHT = "neck_right"
    SHOULDER_LEFT = "shoulder_left"
    SHOULDER_RIGHT = "shoulder_right"
    UPPER_BACK_LEFT = "upper_back_left"
    UPPER_BACK_RIGHT = "upper_back_right"
    BETWEEN_SHOULDER_BLADES = "between_shoulder_blades"
    MIDDLE_BACK_LEFT = "middle_back_left"
    MIDDLE_BACK_RIGHT = "middle_back_right"
    LOWER_BACK_LEFT = "lower_back_left"
    LOWER_BACK_RIGHT = "lower_back_right"


class PainKind(StrEnum):
    """How it feels, in the words people use."""

    ACHING = "aching"
    STIFF = "stiff"
    BURNING = "burning"
    SHARP = "sharp"
    TINGLING = "tingling"


class Deed(StrEnum):
    """What was done about it."""

    MOVED = "moved"
    EXERCISE = "exercise"
    HEAT = "heat"
    COLD = "cold"
    REST = "rest"
    MEDICINE = "medicine"
    ASKED_SOMEBODY = "asked_somebody"


MOST_PAIN = 10
"""The end of the numeric rating scale; 0 is none."""
LIFETIME_YEARS = 120
"""Nothing began longer before its entry."""


@dataclass(frozen=True, slots=True)
class BreakNote:
    """A break that was taken, or was due and was not.

    Attributes:
        utc_s: When it began or was due.
        length_s: How long the user stood or was away; 0 where it was not taken.
        asked: Whether a reminder came before it; False for one that the user took unasked.
    """

    utc_s: float
    offset_s: int
    kind: BreakKind
    end: BreakEnd
    length_s: float
    asked: bool


@dataclass(frozen=True, slots=True)
class ExerciseNote:
    """An exercise that was done.

    Attributes:
        name: Of the exercise, as in its catalogue.
        routine: Of which it was a part; empty for none.
        length_s: From its beginning to its end.
        repetitions: Counted by the camera; 0 where a plain timer ran.
        held_s: Longest hold.
        range_deg: Largest range of motion, degrees; NaN where it is not measured in degrees.
        measured: Whether the camera saw it; False for a plain timer.
    """

    utc_s: float
    offset_s: int
    name: str
    routine: str
    length_s: float
    repetitions: int = 0
    held_s: float = 0.0
    range_deg: float = nan
    measured: bool = False


@dataclass(frozen=True, slots=True)
class PackNote:
    """Heat or cold that was put on for a while."""

    utc_s: float
    offset_s: int
    kind: PackKind
    length_s: float


@dataclass(frozen=True, slots=True)
class PainNote:
    """One entry of the diary.

    Attributes:
        level: 0 (none) to `MOST_PAIN`.
        places, kinds, deeds: Any number, also none.
        since: Day on which it began; None where that was not said.
        woke: Whether it woke the user at night; None where that was not said.
    """

    utc_s: float
    offset_s: int
    level: int
    places: frozenset[Place] = frozenset()
    kinds: frozenset[PainKind] = frozenset()
    deeds: frozenset[Deed] = frozenset()
    since: date | None = None
    woke: bool | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.level <= MOST_PAIN:
            raise ValueError(f"level must be 0 to {MOST_PAIN}, not {self.level}")


class HintKind(StrEnum):
    """What is said at most so often."""

    SPECIALIST = "specialist"
    DIARY = "diary"


@dataclass(frozen=True, slots=True)
class HintNote:
    """A sentence that is not to be said again too soon."""

    utc_s: float
    offset_s: int
    kind: HintKind


Note = BreakNote | ExerciseNote | PackNote | PainNote | HintNote


@dataclass(frozen=True, slots=True)
class Notes:
    """All that was noted in a span of days, each in order of time."""

    breaks: tuple[BreakNote, ...] = ()
    exercises: tuple[ExerciseNote, ...] = ()
    packs: tuple[PackNote, ...] = ()
    pains: tuple[PainNote, ...] = ()
    hints: tuple[HintNote, ...] = ()
