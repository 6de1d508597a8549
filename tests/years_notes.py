"""Plausible notes of care beside made-up years: breaks, exercises, packs, spells of pain."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from posture.care.entries import (
    BreakEnd,
    BreakKind,
    BreakNote,
    Deed,
    ExerciseNote,
    HintKind,
    HintNote,
    Notes,
    PackKind,
    PackNote,
    PainKind,
    PainNote,
    Place,
)
from tests.kept import DAY_S

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posture.history.rows import Stretches

Word = TypeVar("Word", bound=StrEnum)

NAMES = ("chin_tuck", "shoulder_blade_squeeze", "side_bend", "neck_rotation", "overhead_reach")
_EPOCH = date(1970, 1, 1)


class _Day(NamedTuple):
    """One day at the desk."""

    begin_s: float
    end_s: float
    offset_s: int

    @property
    def hours(self) -> int:
        return round((self.end_s - self.begin_s) / 3600)


def notes_beside(minutes: Stretches, seed: int) -> Notes:
    """Make up what somebody noted who sat there; the same seed gives the same notes."""
    rng = np.random.default_rng(seed + 1)
    days = list(_days(minutes))
    pains = tuple(_pains(days, rng))
    return Notes(
        tuple(note for day in days for note in _breaks(day, rng)),
        tuple(note for day in days for note in _exercises(day, rng)),
        tuple(note for day in days for note in _packs(day, rng)),
        pains,
        tuple(HintNote(note.utc_s + 5, note.offset_s, HintKind.SPECIALIST) for note in pains[::20]),
    )


def _days(minutes: Stretches) -> Iterator[_Day]:
    starts = np.flatnonzero(np.diff(minutes.local_s // DAY_S, prepend=-1))
    ends = np.append(starts[1:], len(minutes)) - 1
    for first, last in zip(starts, ends, strict=True):
        begin_s, end_s = float(minutes.utc_s[first]), float(minutes.utc_s[last])
        yield _Day(begin_s, end_s, int(minutes.offset_s[first]))


def _breaks(day: _Day, rng: np.random.Generator) -> Iterator[BreakNote]:
    """Two an hour: every other one long."""
    for half in range(1, 2 * day.hours):
        utc_s = round(day.begin_s + 1800 * half + rng.uniform(0, 300), 1)
        kind = BreakKind.LONG if half % 2 == 0 else BreakKind.MICRO
        end = BreakEnd(str(rng.choice(list(BreakEnd), p=[0.6, 0.25, 0.15])))
        usual_s = 320 if kind is BreakKind.LONG else 40
        length_s = round(rng.exponential(usual_s), 1) if end is BreakEnd.TAKEN else 0.0
        yield BreakNote(utc_s, day.offset_s, kind, end, length_s, asked=bool(rng.random() < 0.7))


def _exercises(day: _Day, rng: np.random.Generator) -> Iterator[ExerciseNote]:
    if rng.random() < 0.6:
        return
    utc_s = day.begin_s + rng.integers(1, 7) * 3600
    for name in rng.choice(NAMES, rng.integers(1, 4), replace=False):
        yield ExerciseNote(
            utc_s, day.offset_s, str(name), "desk", 60.0, 8, 5.2, 20.0, measured=True
        )
        utc_s += 70


def _packs(day: _Day, rng: np.random.Generator) -> Iterator[PackNote]:
    if rng.random() < 0.05:
        kind = PackKind.HEAT if rng.random() < 0.7 else PackKind.COLD
        yield PackNote(day.end_s, day.offset_s, kind, 1200.0 if kind is PackKind.HEAT else 720.0)


def _pains(days: list[_Day], rng: np.random.Generator) -> Iterator[PainNote]:
    """Spells of some weeks with months between them; on most of their days an entry or two."""
    at = int(rng.integers(3, 40))
    while at < len(days):
        spell = days[at : at + int(rng.integers(4, 35))]
        places = _some(Place, rng, most=3)
        level = float(rng.uniform(2, 5))
        since = _EPOCH + timedelta(seconds=spell[0].begin_s + spell[0].offset_s)
        for day in spell:
            level = float(np.clip(level + rng.normal(0, 0.7), 0, 9))
            if rng.random() < 0.7:
                yield PainNote(
                    day.end_s,
                    day.offset_s,
                    round(level),
                    places,
                    _some(PainKind, rng, most=2),
                    _some(Deed, rng, most=2),
                    since,
                    woke=bool(rng.random() < 0.05),
                )
        at += len(spell) + int(rng.integers(10, 120))


def _some(kind: type[Word], rng: np.random.Generator, most: int) -> frozenset[Word]:
    chosen = rng.choice(list(kind), int(rng.integers(1, most + 1)), replace=False)
    return frozenset(kind(str(word)) for word in chosen)
