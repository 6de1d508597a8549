"""What a landmark recording holds: what was seen, picture by picture, and what else happened.

No pixels: of a picture only landmarks, its brightness, and sometimes where the edges of the
background run (`posture.scene`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from math import nan
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from posture.records import Observation, State, Tick


class What(StrEnum):
    """What can happen between two pictures, and is needed for the same ticks."""

    BEGIN = "begin"
    """The camera was opened; all is begun anew."""
    PAUSED = "paused"
    """It was closed: `at_s` says when. Changes no tick."""
    CALIBRATE = "calibrate"
    """A baseline was asked for at `at_s`, for the profile `name`."""
    GUIDE = "guide"
    """A guided calibration began."""
    PLACE = "place"
    """In it the user chose the profile `name`, ..."""
    POSTURE = "posture"
    """... the posture `name`, ..."""
    WISH = "wish"
    """... or wished what the member `name` of `posture.calibrating.Wish` says."""
    EXERCISE = "exercise"
    """Exercises began: no posture is judged ..."""
    EXERCISED = "exercised"
    """... until here."""
    WITHDRAW = "withdraw"
    """The last alert was not shown."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that came from outside.

    Attributes:
        at_s: When, seconds since the session began; NaN where that changes nothing.
        name: A word of the user's or of the program's, or None.
    """

    what: What
    at_s: float = nan
    name: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was seen in one picture, and what was made of it.

    Attributes:
        state: Of the tick.
        digest: Of the whole tick, by `digest_of`: equal for equal ticks.
    """

    observation: Observation
    state: State
    digest: int

    @classmethod
    def of(cls, observation: Observation, tick: Tick) -> Self:
        """What was seen, with its outcome."""
        return cls(observation, tick.state, digest_of(tick))


Entry = Seen | Happened


def digest_of(tick: Tick) -> int:
    """64 bits that tell ticks apart in any field but the pose; every NaN is the same."""
    return int.from_bytes(blake2b(repr(tick).encode(), digest_size=8).digest(), "little")
