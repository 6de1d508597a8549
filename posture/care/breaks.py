"""Movement breaks: what can be set, what is suggested, and what happens; no clock, no camera.

The times are conventions, and none of them is a medical threshold: changing position each 30 min
(CommonSpirit), 5 to 10 min away from the screen after 50 to 60 min (HSE), 30 s every 20 or 40 min
in a trial (McLean 2001). Whether they change discomfort is not certain (Cochrane CD012886), and
reminders can annoy: all can be turned off.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from posture.care.entries import BreakKind

if TYPE_CHECKING:
    from posture.care.entries import BreakEnd

MOST_MIN = 480.0
"""Longest interval, a working day."""


class Presence(StrEnum):
    """What the camera knows of where the user is."""

    SITTING = "sitting"
    STANDING = "standing"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    """The camera is closed, or what it sees says nothing: neither sitting nor a break."""


class Busy(StrEnum):
    """What a reminder waits for."""

    NO = "no"
    TYPING = "typing"
    """Waited for some minutes at most."""
    QUIET = "quiet"
    """In a call, or alerts are kept quiet for another reason: waited for as long as it lasts."""


@dataclass(frozen=True, slots=True)
class BreakSettings:
    """Movement breaks, counted by the time that you were seen sitting."""

    remind: bool = True
    """Suggest a break when you have sat for long. Standing and being away count as breaks."""
    micro_every_min: float = 30.0
    """A short break after so much sitting; 0 for none."""
    micro_lasts_s: float = 30.0
    """How long a short break is; who was away or stood for so long has had one."""
    long_every_min: float = 60.0
    """A long break after so much sitting; 0 for none."""
    long_lasts_min: float = 5.0
    """How long a long break is."""
    later_after_min: float = 5.0
    """A break that you postpone is suggested again after so much more sitting."""

    def __post_init__(self) -> None:
        for name in ("micro_every_min", "long_every_min"):
            if not 0 <= getattr(self, name) <= MOST_MIN:
                raise ValueError(f"{name} must be 0 for none, and at most {MOST_MIN:g}")
        for name in ("micro_lasts_s", "long_lasts_min", "later_after_min"):
            if not (isfinite(getattr(self, name)) and getattr(self, name) > 0):
                raise ValueError(f"{name} must be positive, not {getattr(self, name)}")
        if self.micro_every_min and not self.micro_lasts_s < 60 * self.micro_every_min:
            raise ValueError("micro_lasts_s must be shorter than micro_every_min")
        if not self.micro_lasts_s < 60 * self.long_lasts_min:
            raise ValueError("long_lasts_min must be longer than micro_lasts_s")
        if self.long_every_min and not self.long_lasts_min < self.long_every_min:
            raise ValueError("long_lasts_min must be shorter than long_every_min")

    def every_s(self, kind: BreakKind) -> float:
        """Sitting before a break of this kind; 0 where there is none."""
        return 60 * (self.micro_every_min if kind is BreakKind.MICRO else self.long_every_min)

    def length_s(self, kind: BreakKind) -> float:
        """How long a break of this kind is."""
        return self.micro_lasts_s if kind is BreakKind.MICRO else 60 * self.long_lasts_min

    def kind_of(self, length_s: float) -> BreakKind | None:
        """As what so long an absence counts; None when it is too short for any."""
        fits = (kind for kind in reversed(BreakKind) if length_s >= self.length_s(kind))
        return next(fits, None)


SUGGESTIONS: dict[BreakKind, tuple[str, ...]] = {
    BreakKind.MICRO: (
        "Stand up and stretch the way you like.",
        "Look at something far away, 6 m or more, for 20 s.",
        "Walk a few steps, to the window perhaps.",
        "Drink something.",
        "Roll your shoulders, slowly, a few times each way.",
        "Stand up and let your arms hang.",
    ),
    BreakKind.LONG: (
        "Walk around for a few minutes.",
        "Get something to drink, from not too near.",
        "Stand at a window and look into the distance.",
        "Take the stairs, or a few steps outside.",
        "Do something that you can do standing.",
    ),
}
"""Taken in turn, so that none comes twice before all others did. Looking far is a convention whose
effect is not certain (doi 10.1097/opx.0000000000001971, 10.1016/j.clae.2022.101744)."""


@dataclass(frozen=True, slots=True)
class BreakDue:
    """A reminder: to be shown once.

    Attributes:
        sat_s: Seen sitting since the last break of any kind, as in `BreakStatus`.
        length_s: How long the break is meant to be.
    """

    timestamp_s: float
    kind: BreakKind
    suggestion: str
    sat_s: float
    length_s: float


@dataclass(frozen=True, slots=True)
class BreakBegun:
    """The user has begun a break, reminded or not."""

    timestamp_s: float
    kind: BreakKind
    suggestion: str
    length_s: float


@dataclass(frozen=True, slots=True)
class BreakOver:
    """A break was taken, or one that was due was not; `BreakNote` says what the fields mean."""

    timestamp_s: float
    kind: BreakKind
    end: BreakEnd
    began_s: float
    length_s: float
    asked: bool


BreakEvent = BreakDue | BreakBegun | BreakOver


class BreakPhase(StrEnum):
    """Where somebody is between two breaks."""

    SITTING = "sitting"
    DUE = "due"
    """A reminder was given, and not answered yet."""
    BEGUN = "begun"
    """The user has said so."""


@dataclass(frozen=True, slots=True)
class BreakStatus:
    """How it stands, in seconds.

    Attributes:
        sat_s: Sat since the last break of any kind.
        micro_in_s, long_in_s: Sitting until the next is due; infinite where none comes.
        kind, suggestion, length_s: Of the break that is due or goes on; None, empty and 0 without.
        done_s: Of that break, how much has passed: away, standing, or since it was begun.
        rested_s: For how long the user has been away or stood; 0 while sitting.
    """

    phase: BreakPhase
    sat_s: float
    micro_in_s: float
    long_in_s: float
    kind: BreakKind | None = None
    suggestion: str = ""
    length_s: float = 0.0
    done_s: float = 0.0
    rested_s: float = 0.0
