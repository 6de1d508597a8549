"""Notes of care as rows of SQL, and back. Pure; what cannot be understood is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from posture.care.entries import (
    BreakEnd,
    BreakKind,
    BreakNote,
    Deed,
    ExerciseNote,
    HintKind,
    HintNote,
    Note,
    PackKind,
    PackNote,
    PainKind,
    PainNote,
    Place,
)
from posture.history.coding import MOST_MINUTE, Values, known, whole
from posture.history.schema import EPOCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import StrEnum

_CS = 100.0
_DDEG = 10.0
_MOST_CS = MOST_MINUTE * 6000
_MOST_OFFSET_MIN = 24 * 60
_WORD = re.compile(r"[a-z0-9_]{0,40}")
"""Names of exercises and routines; anything else is damage."""

# Of these there are many: a table is four times as fast as asking the enumeration.
_BREAKS = {str(kind): kind for kind in BreakKind}
_BREAK_ENDS = {str(end): end for end in BreakEnd}

Kept = TypeVar("Kept", bound=Note)
Word = TypeVar("Word", bound="StrEnum")


@dataclass(frozen=True, slots=True)
class NoteKind(Generic[Kept]):
    """How notes of one kind are kept.

    Attributes:
        table, key: Its name, and the columns that make two rows the same one: its first ones.
        values: A note as a row.
        of: A row as a note; LookupError, ValueError or TypeError where it is none.
        beside: Whether one with the key of another is kept beside it, a hundredth of a second
            later, and does not take its place: the user names minutes.
    """

    table: str
    key: str
    values: Callable[[Kept], Values]
    of: Callable[[Values], Kept]
    beside: bool = False


def _at(note: Note) -> tuple[int, int]:
    """When it was, as it is kept."""
    return round(note.utc_s * _CS), round(note.offset_s / 60)


def _moment(utc_cs: object, offset_min: object) -> tuple[float, int]:
    """When it was: seconds of UTC, and local time minus that."""
    if not isinstance(utc_cs, int) or not isinstance(offset_min, int):
        raise TypeError(utc_cs)
    if not (0 <= utc_cs < _MOST_CS and -_MOST_OFFSET_MIN <= offset_min <= _MOST_OFFSET_MIN):
        raise ValueError(utc_cs)
    return utc_cs / _CS, offset_min * 60


def _integer(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _length_s(value: object) -> float:
    length_cs = _integer(value)
    if length_cs < 0:
        raise ValueError(value)
    return length_cs / _CS


def _name(value: object) -> str:
    if not isinstance(value, str) or not _WORD.fullmatch(value):
        raise ValueError(value)
    return value


def _joined(words: Iterable[StrEnum]) -> str:
    return "+".join(sorted(words))


def _split(text: str, kind: type[Word]) -> frozenset[Word]:
    """The words that this posture knows; a newer one may have more."""
    known_words = {str(word) for word in kind}
    return frozenset(kind(word) for word in text.split("+") if word in known_words)


def _break_values(note: BreakNote) -> Values:
    length_cs = whole(note.length_s, _CS)
    utc_cs, offset_min = _at(note)
    return (utc_cs, str(note.kind), str(note.end), offset_min, length_cs, int(note.asked))


def _break_of(row: Values) -> BreakNote:
    utc_cs, kind, became, offset_min, length_cs, asked = row
    utc_s, offset_s = _moment(utc_cs, offset_min)
    length_s = _length_s(length_cs)
    return BreakNote(utc_s, offset_s, _BREAKS[kind], _BREAK_ENDS[became], length_s, bool(asked))


def _exercise_values(note: ExerciseNote) -> Values:
    utc_cs, offset_min = _at(note)
    return (
        utc_cs,
        note.name,
        offset_min,
        note.routine,
        whole(note.length_s, _CS),
        note.repetitions,
        whole(note.held_s, _CS),
        whole(note.range_deg, _DDEG),
        int(note.measured),
    )


def _exercise_of(row: Values) -> ExerciseNote:
    utc_cs, name, offset_min, routine, length_cs, repetitions, held_cs, range_ddeg, measured = row
    utc_s, offset_s = _moment(utc_cs, offset_min)
    return ExerciseNote(
        utc_s,
        offset_s,
        _name(name),
        _name(routine),
        _length_s(length_cs),
        _integer(repetitions),
        _length_s(held_cs),
        known(None if range_ddeg is None else _integer(range_ddeg), _DDEG),
        bool(measured),
    )


def _pack_values(note: PackNote) -> Values:
    utc_cs, offset_min = _at(note)
    return (utc_cs, str(note.kind), offset_min, whole(note.length_s, _CS))


def _pack_of(row: Values) -> PackNote:
    utc_cs, kind, offset_min, length_cs = row
    return PackNote(*_moment(utc_cs, offset_min), PackKind(kind), _length_s(length_cs))


def _pain_values(note: PainNote) -> Values:
    return (
        *_at(note),
        note.level,
        _joined(note.places),
        _joined(note.kinds),
        _joined(note.deeds),
        None if note.since is None else (note.since - EPOCH).days,
        None if note.woke is None else int(note.woke),
    )


def _pain_of(row: Values) -> PainNote:
    utc_cs, offset_min, level, places, kinds, deeds, since_day, woke = row
    since = None if since_day is None else EPOCH + timedelta(days=_integer(since_day))
    utc_s, offset_s = _moment(utc_cs, offset_min)
    return PainNote(
        utc_s,
        offset_s,
        _integer(level),
        _split(str(places), Place),
        _split(str(kinds), PainKind),
        _split(str(deeds), Deed),
        since,
        None if woke is None else bool(woke),
    )


def _hint_values(note: HintNote) -> Values:
    utc_cs, offset_min = _at(note)
    return (utc_cs, str(note.kind), offset_min)


def _hint_of(row: Values) -> HintNote:
    utc_cs, kind, offset_min = row
    return HintNote(*_moment(utc_cs, offset_min), HintKind(kind))


BREAKS = NoteKind("breaks", "utc_cs, kind, became", _break_values, _break_of)
EXERCISES = NoteKind("exercises", "utc_cs, name", _exercise_values, _exercise_of)
PACKS = NoteKind("packs", "utc_cs, kind", _pack_values, _pack_of)
PAINS = NoteKind("pains", "utc_cs", _pain_values, _pain_of, beside=True)
HINTS = NoteKind("hints", "utc_cs, kind", _hint_values, _hint_of)
KINDS: tuple[NoteKind[Any], ...] = (BREAKS, EXERCISES, PACKS, PAINS, HINTS)


def kind_of(note: Note) -> NoteKind[Any]:
    """Where a note belongs."""
    match note:
        case BreakNote():
            return BREAKS
        case ExerciseNote():
            return EXERCISES
        case PackNote():
            return PACKS
        case PainNote():
            return PAINS
        case HintNote():
            return HINTS
