"""Heat and cold for a while: cautions, how long, and a timer without a clock.

Durations and hints: MCW spine care (heat, then cold for 10 to 15 minutes), Penn State Spine and
CommonSpirit (heat for 15 to 20), WebMD (what helps most differs). Cautions: as on standard
leaflets. The sources disagree: this is what some find comforting, and no promise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from posture.care.entries import PackKind
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE, TOPIC = "Heat and cold", "pack"
"""Of a word that the time is over: for the user, and for programs."""

HEADING = "Before you put anything on"
INTRODUCTION = (
    "Some people find about 20 minutes of gentle heat, then a cold pack for 10 to 15 minutes, "
    "comforting; others like only one of them, or neither."
)
SKIP = "Leave heat and cold out, and ask a doctor or pharmacist, if any of these is so:"
CAUTIONS = (
    "You feel less on your skin than usual",
    "Your blood circulation is poor, or diabetes has affected your nerves",
    "Cold turns your fingers or toes white (Raynaud): no cold",
    "The skin there is broken or irritated",
    "The place is freshly swollen: no heat",
    "You cannot feel how warm or cold it is, or cannot take it off by yourself",
)
"""Each a line without a full stop."""
ALWAYS = (
    "Put a cloth between the pack and your skin.",
    "Warm, not hot: choose the low or medium setting.",
    "Never fall asleep on it.",
    "Take it off at once if it is unpleasant, or your skin stings, burns or goes numb.",
)
CONFIRM = "I have read this, and none of it applies to me"

LEAST_NOTED_S = 60.0
"""What was on for less is not noted."""


class PackError(PostureError):
    """Heat or cold is not meant to be on for so long."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What can be put on, and for how long; minutes.

    Attributes:
        title: For the user.
        take_off: What is said when its time is over.
    """

    kind: PackKind
    title: str
    least_min: float
    most_min: float
    usual_min: float
    take_off: str


PACKS: Mapping[PackKind, Pack] = {
    PackKind.HEAT: Pack(PackKind.HEAT, "Gentle heat", 10, 20, 20, "Take the heat off now"),
    PackKind.COLD: Pack(PackKind.COLD, "A cold pack", 10, 15, 10, "Take the cold pack off now"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One pack for a while; seconds."""

    kind: PackKind
    length_s: float

    def __post_init__(self) -> None:
        pack = PACKS[self.kind]
        if not pack.least_min <= self.length_s / 60.0 <= pack.most_min:
            raise PackError(
                f"{self.kind} is for {pack.least_min} to {pack.most_min} minutes, "
                f"not {self.length_s / 60.0:g}"
            )


class Stage(StrEnum):
    """What is going on."""

    RUNNING = "running"
    PAUSED = "paused"
    CHANGING = "changing"
    """Time of one is over; the next begins when the user says that it is on."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Course:
    """Packs one after another, and how far it is; a new one for each change.

    Moments are seconds from any beginning that go on while the computer sleeps: what is on the skin
    does not wait for it.

    Attributes:
        steps: What is put on, in order; not empty.
        index: Of the step that is on.
        spent_s: Time of it until `since_s`.
        since_s: Since when it runs; None while it is paused or not yet begun.
    """

    steps: tuple[Step, ...]
    index: int = 0
    spent_s: float = 0.0
    since_s: float | None = None

    @property
    def step(self) -> Step:
        """What is on."""
        return self.steps[self.index]

    @property
    def following(self) -> Step | None:
        """What comes after it; None after the last."""
        return self.steps[self.index + 1] if self.index + 1 < len(self.steps) else None

    def spent(self, now_s: float) -> float:
        """Seconds that the step has been on; more than its length where nobody came back."""
        return self.spent_s + (0.0 if self.since_s is None else max(now_s - self.since_s, 0.0))

    def left(self, now_s: float) -> float:
        """Seconds that are left of the step; 0 when its time is over."""
        return max(self.step.length_s - self.spent(now_s), 0.0)

    def over_by(self, now_s: float) -> float:
        """Seconds since its time was over; 0 before."""
        return max(self.spent(now_s) - self.step.length_s, 0.0)

    def stage(self, now_s: float) -> Stage:
        """What is going on."""
        if self.left(now_s) <= 0.0:
            return Stage.OVER if self.following is None else Stage.CHANGING
        return Stage.PAUSED if self.since_s is None else Stage.RUNNING

    def noted_s(self, now_s: float) -> float:
        """For how long it is noted: its length at most, as nobody knows what came after; or 0."""
        spent_s = min(self.spent(now_s), self.step.length_s)
        return spent_s if spent_s >= LEAST_NOTED_S else 0.0

    def resumed(self, now_s: float) -> Course:
        """The step runs from now, if it did not."""
        return self if self.since_s is not None else replace(self, since_s=now_s)

    def paused(self, now_s: float) -> Course:
        """The step waits: the pack is off the skin."""
        return replace(self, spent_s=self.spent(now_s), since_s=None)

    def changed(self, now_s: float) -> Course:
        """The next step runs from now.

        Raises:
            ValueError: There is none.
        """
        if self.following is None:
            raise ValueError("nothing follows the last step")
        return Course(self.steps, self.index + 1, since_s=now_s)


def course(*, heat_min: float | None = None, cold_min: float | None = None) -> Course:
    """Heat, cold, or heat and then cold, not yet begun; minutes, None for none of it.

    Raises:
        PackError: It is too short or too long, or there is nothing to put on.
    """
    wanted = ((PackKind.HEAT, heat_min), (PackKind.COLD, cold_min))
    steps = tuple(Step(kind, minutes * 60.0) for kind, minutes in wanted if minutes is not None)
    if not steps:
        raise PackError("choose heat, cold or both")
    return Course(steps)


def over_text(step: Step, over_by_s: float) -> str:
    """That its time is over; also for how long, where nobody was told in time.

    Args:
        step: What was on.
        over_by_s: Seconds since then.
    """
    text = PACKS[step.kind].take_off
    minutes = int(over_by_s / 60.0)
    if not minutes:
        return text
    return f"{text}: its time was over {minutes} min ago. Look at your skin."
