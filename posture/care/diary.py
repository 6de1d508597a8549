"""The pain diary summed up: days, spells, and whether the levels grow. Pure; dates are local days.

A level is what somebody chose between 0 and 10; nothing here says what it means or comes from.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from posture.clock_time import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from posture.care.entries import Note, PainNote

SPELL_GAP_DAYS = 10
"""Days with pain that are no further apart belong together."""
GROWTH_DAYS = 28
"""Whether the level grows is looked for in so many days to the last entry ..."""
LEAST_GROWTH_DAYS = 7
"""... which must reach over this many, ..."""
LEAST_ENTRY_DAYS = 6
"""... with entries on so many: of fewer chance makes rows that grow too often."""
CLEAR_RISE = 2.0
"""Points from the earlier half of the days to the later: a smaller change on this scale says
little."""
_Z = 1.645
"""Of Kendall's test, one-sided: in 5 of 100 cases chance alone would look so."""

Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """What was entered on one day.

    Attributes:
        highest: Of the levels.
        entries: How many.
        woke: Whether one of them says that it woke the user.
    """

    day: date
    highest: int
    entries: int
    woke: bool


@dataclass(frozen=True, slots=True)
class Spell:
    """Pain that was entered again and again.

    Attributes:
        begin: Its first day, or an earlier one where an entry says since when.
        days: Those with a level above 0, in order, each at most `SPELL_GAP_DAYS` after the other.
    """

    begin: date
    days: tuple[DiaryDay, ...]

    @property
    def last(self) -> date:
        """The last day with pain."""
        return self.days[-1].day

    @property
    def lasted_days(self) -> int:
        """From its begin to its last day."""
        return (self.last - self.begin).days


@dataclass(frozen=True, slots=True)
class Growth:
    """Levels that have grown.

    Attributes:
        over_days: From the first day looked at to the last.
        before, after: Median level of the earlier and of the later half of the days.
    """

    over_days: int
    before: float
    after: float


def local_day(note: Note) -> date:
    """The day on the user's clock, as it was then."""
    return local(note.utc_s, note.offset_s).date()


def days_of(pains: Iterable[PainNote]) -> tuple[DiaryDay, ...]:
    """Every day with an entry, in order."""
    return tuple(
        DiaryDay(
            day,
            max(note.level for note in notes),
            len(notes),
            any(note.woke is True for note in notes),
        )
        for day, notes in _by_day(pains)
    )


def _by_day(pains: Iterable[PainNote]) -> list[tuple[date, list[PainNote]]]:
    ordered = sorted(pains, key=local_day)
    return [(day, list(notes)) for day, notes in groupby(ordered, local_day)]


def spells(pains: Sequence[PainNote]) -> tuple[Spell, ...]:
    """Pain by spell, in order of time; entries of level 0 belong to none."""
    found: list[list[PainNote]] = []
    last = date.min
    for day, notes in _by_day(note for note in pains if note.level > 0):
        if not found or (day - last).days > SPELL_GAP_DAYS:
            found.append([])
        found[-1] += notes
        last = day
    return tuple(Spell(_begin(notes), days_of(notes)) for notes in found)


def _begin(notes: Sequence[PainNote]) -> date:
    said = [note.since for note in notes if note.since is not None]
    return min([local_day(notes[0]), *said])


def growth(days: Sequence[DiaryDay]) -> Growth | None:
    """Whether the highest level of the days has grown; None where it has not, or nobody can say.

    It has where Kendall's test finds an order in time that chance seldom makes, and the later half
    of the days lies `CLEAR_RISE` above the earlier one.

    Args:
        days: In order of time; those of the last `GROWTH_DAYS` count.
    """
    days = [day for day in days if (days[-1].day - day.day).days < GROWTH_DAYS]
    if len(days) < LEAST_ENTRY_DAYS:
        return None
    over_days = (days[-1].day - days[0].day).days
    levels = [day.highest for day in days]
    half = len(levels) // 2
    before, after = median(levels[:half]), median(levels[-half:])
    if over_days < LEAST_GROWTH_DAYS or after - before < CLEAR_RISE or _order_z(levels) < _Z:
        return None
    return Growth(over_days, before, after)


def _order_z(levels: Sequence[int]) -> float:
    """Kendall's statistic of a row against its order, in standard deviations, ties considered."""
    n = len(levels)
    score = sum((later > earlier) - (later < earlier) for earlier, later in combinations(levels, 2))
    ties = sum(k * (k - 1) * (2 * k + 5) for k in Counter(levels).values())
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    return (score - 1) / sqrt(variance) if variance > 0 else 0.0


def day_counts(
    pains: Iterable[PainNote], words: Callable[[PainNote], Iterable[Word]]
) -> dict[Word, int]:
    """On how many days each word was entered, most first.

    Args:
        pains: Entries of a level above 0 count.
        words: Which: an entry's places, kinds or deeds.
    """
    counts = Counter(
        word
        for _, notes in _by_day(note for note in pains if note.level > 0)
        for word in {word for note in notes for word in words(note)}
    )
    return dict(sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))))
