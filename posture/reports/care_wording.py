"""Notes of care in words: what every report says in the same way."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from posture.care.diary import day_counts
from posture.care.entries import BreakEnd, BreakKind
from posture.reports.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from posture.care.entries import BreakNote, Notes, PainNote
    from posture.noted import Noted
    from posture.reports.speech import Speech

Word = TypeVar("Word", bound="StrEnum")

NO_CAUSE = "Together in time is not cause."
SCALE = "0 is none, 10 the worst that you can imagine"


def listed(values: Iterable[StrEnum], speech: Speech = ENGLISH) -> str:
    """Some of a kind, in the order of the kind; empty for none."""
    chosen = set(values)
    order = type(next(iter(chosen))) if chosen else ()
    return ", ".join(speech.word(value) for value in order if value in chosen)


def on_days(counts: Mapping[Word, int], speech: Speech = ENGLISH) -> str:
    """`neck left 4, shoulder left 1`: on how many days each."""
    return ", ".join(f"{speech.word(name)} {days}" for name, days in counts.items())


def care_facts(noted: Noted, speech: Speech = ENGLISH) -> tuple[tuple[str, str], ...]:
    """Labels and sentences of what was noted; nothing of what was not."""
    notes = noted.notes
    entries = [
        ("breaks", breaks(notes.breaks, speech)),
        ("exercises", exercises(notes, speech)),
        ("heat, cold", packs(notes, speech)),
        ("pain", pain(noted, speech)),
        ("", where(notes.pains, speech)),
    ]
    return tuple((speech.say(label) if label else "", text) for label, text in entries if text)


def breaks(notes: Iterable[BreakNote], speech: Speech = ENGLISH) -> str:
    """How many were taken, and what became of the others."""
    notes = tuple(notes)
    if not notes:
        return ""
    ends = Counter(note.end for note in notes)
    taken = [note for note in notes if note.end is BreakEnd.TAKEN]
    long = sum(note.kind is BreakKind.LONG for note in taken)
    asked = sum(note.asked for note in taken)
    text = "{0} taken ({1} long; {2} after a reminder)" if taken else "{0} taken"
    told = [speech.say(text).format(len(taken), long, asked)]
    others = ((BreakEnd.SKIPPED, "{0} skipped"), (BreakEnd.POSTPONED, "{0} put off"))
    told += [speech.say(word).format(ends[end]) for end, word in others if ends[end]]
    return ", ".join(told)


def exercises(notes: Notes, speech: Speech = ENGLISH) -> str:
    """How often each was done."""
    done = Counter(speech.word(note.name) for note in notes.exercises)
    if not done:
        return ""
    each = ", ".join(f"{name} {times}" for name, times in done.most_common())
    return speech.say("{0} done: {1}").format(done.total(), each)


def packs(notes: Notes, speech: Speech = ENGLISH) -> str:
    """How often heat and cold were put on."""
    done = Counter(note.kind for note in notes.packs)
    times = {kind: speech.count(n, "1 time", "{0} times") for kind, n in done.items()}
    return ", ".join(f"{speech.word(kind)} {times[kind]}" for kind in sorted(done, reverse=True))


def pain(noted: Noted, speech: Speech = ENGLISH) -> str:
    """On how many days there was an entry, and how high; days without one are not known."""
    days = noted.diary
    if not days:
        return ""
    with_pain = sum(day.highest > 0 for day in days)
    text = "entries on {0}, on {1} with pain"
    if with_pain:
        text = "entries on {0}, on {1} with pain, highest level {2} of 10"
    on = speech.count(len(days), "1 day", "{0} days")
    told = [speech.say(text).format(on, with_pain, max(day.highest for day in days))]
    woke = sum(day.woke for day in days)
    told += [speech.say("woke at night on {0}").format(woke)] if woke else []
    return "; ".join(told)


def where(pains: Iterable[PainNote], speech: Speech = ENGLISH) -> str:
    """On how many days each place was entered."""
    found = on_days(day_counts(pains, lambda note: note.places), speech)
    return speech.say("where, and on how many days: {0}").format(found) if found else ""


def in_words(note: PainNote, speech: Speech = ENGLISH) -> tuple[str, str, str]:
    """Where, how it felt, and what was done; empty where that was not said."""
    felt = [listed(note.kinds, speech)]
    if note.since is not None:
        begin = speech.written(note.since, speech.say("d MMM yyyy"))
        felt.append(speech.say("since {0}").format(begin))
    felt += [speech.say("woke at night")] if note.woke else []
    told = "; ".join(part for part in felt if part)
    return listed(note.places, speech), told, listed(note.deeds, speech)
