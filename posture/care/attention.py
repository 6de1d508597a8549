"""When entries of the diary are worth asking somebody about: in neutral words, and seldom.

What it goes by: not better after a few weeks, or worse over time, after the NHS on back pain; and
nights. Single signs are weak evidence: this advises, and says nothing of causes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from posture.care.diary import days_of, growth, local_day, spells
from posture.care.entries import HintKind
from posture.clock_time import local

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from posture.care.entries import Notes, PainNote

LOOK_BACK_DAYS = 120
"""Entries of so many days are looked at."""
FEW_WEEKS_DAYS = 21
"""What has lasted longer is worth asking about ..."""
LEAST_LASTING_DAYS = 3
"""... where it was entered on so many days."""
RECENT_DAYS = 7
"""A night counts for so long, and pain that was not entered for so long counts as over."""
AGAIN_S = 7 * 86_400.0
"""It is not said again before."""


class Why(StrEnum):
    """What in the entries is worth asking about."""

    LASTS = "lasts"
    GROWS = "grows"
    WOKE = "woke"


TEXTS = {
    Why.LASTS: "By your entries the pain has lasted {0} weeks; you entered it on {1} days.",
    Why.GROWS: "In your entries of the last {0} days the level has grown, from about {1} to about "
    "{2} of 10.",
    Why.WOKE: "By your entries of the last {0} days it woke you at night.",
}
"""Sentences; the numbers of a `Reason` have their places in them."""
ADVICE = "A doctor, physiotherapist or spine specialist can assess it."
LIMIT = "Posture cannot say what it is, or what it comes from. It says this once a week at most."


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing in the entries, with the numbers of its sentence."""

    why: Why
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return TEXTS[self.why].format(*self.numbers)


def sentence(reasons: Sequence[Reason]) -> str:
    """All that is said: why, and who can assess it."""
    return " ".join([*(reason.text for reason in reasons), ADVICE, LIMIT])


def worth_asking(notes: Notes, utc_s: float, offset_s: int) -> tuple[Reason, ...]:
    """What is to be said now; nothing where it was said within `AGAIN_S`.

    Args:
        notes: Of the last `LOOK_BACK_DAYS` at least.
        utc_s: Now, as notes have it.
        offset_s: Local time minus UTC.
    """
    said = (hint for hint in notes.hints if hint.kind is HintKind.SPECIALIST)
    if any(abs(utc_s - hint.utc_s) < AGAIN_S for hint in said):
        return ()
    today = local(utc_s, offset_s).date()
    pains = [note for note in notes.pains if local_day(note) <= today]
    return reasons(pains, today)


def reasons(pains: Sequence[PainNote], today: date) -> tuple[Reason, ...]:
    """What the entries to this day tell; nothing where the last of them tells of no pain."""
    days = days_of(pains)
    if not days or not days[-1].highest or (today - days[-1].day).days >= RECENT_DAYS:
        return ()
    found = []
    spell = spells(pains)[-1]
    if spell.lasted_days >= FEW_WEEKS_DAYS and len(spell.days) >= LEAST_LASTING_DAYS:
        found.append(Reason(Why.LASTS, (spell.lasted_days // 7, len(spell.days))))
    grown = growth(days)
    if grown is not None:
        numbers = (grown.over_days, round(grown.before), round(grown.after))
        found.append(Reason(Why.GROWS, numbers))
    if any(day.woke and (today - day.day).days < RECENT_DAYS for day in days):
        found.append(Reason(Why.WOKE, (RECENT_DAYS,)))
    return tuple(found)
