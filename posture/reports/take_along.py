"""A summary to take along to somebody who can assess it: entries and numbers, and no more.

One page of A4: what was entered, beside breaks, exercises, heat and cold, and how the user sat.
"""

from __future__ import annotations

from math import ceil
from statistics import median
from typing import TYPE_CHECKING

from rich.text import Text

from posture.care.diary import day_counts, spells
from posture.clock_time import local
from posture.reports.back import drawn
from posture.reports.care_figures import TITLE, pain_beside
from posture.reports.care_wording import (
    NO_CAUSE,
    SCALE,
    breaks,
    exercises,
    in_words,
    on_days,
    packs,
)
from posture.reports.markup import Markup, table, tag
from posture.reports.page import document
from posture.reports.speech import ENGLISH
from posture.reports.text import as_grid
from posture.reports.wording import NOTICE, duration, in_days, percent, title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rich.console import Console

    from posture.care.entries import PainNote
    from posture.noted import Noted
    from posture.reports.speech import Speech
    from posture.summaries import Summary

MOST_LINES = 12
"""So many lines of entries have room on the page ..."""
LINE_LETTERS = 34
"""... each with about so many letters in a column."""
HEADING = "My notes on pain"
ABOUT = (
    "Entered by the user, for somebody who can assess it. Nothing here is interpreted, and posture "
    "says nothing about what it comes from."
)
SAT = (
    "How the user sat are estimates from a webcam, compared with the user's own upright posture; "
    "degree-minutes are degrees forward of it times minutes."
)
NOTHING = "No pain was entered in these days: posture pain LEVEL notes it."


def facts(summary: Summary, speech: Speech = ENGLISH) -> tuple[tuple[str, str], ...]:
    """Labels and sentences; nothing of what was not noted."""
    noted, say = summary.noted, speech.say
    notes = noted.notes
    where = day_counts(notes.pains, lambda note: note.places)
    felt = day_counts(notes.pains, lambda note: note.kinds)
    done = day_counts(notes.pains, lambda note: note.deeds)
    entries = [
        (say("entries"), _entries(noted, speech)),
        (say("since"), _since(noted, speech)),
        (say("where"), on_days(where, speech)),
        (say("how it felt"), on_days(felt, speech)),
        (say("what was done"), on_days(done, speech)),
        (say("exercises"), exercises(notes, speech)),
        (say("breaks"), breaks(notes.breaks, speech)),
        (say("heat, cold"), packs(notes, speech)),
        (say("sitting"), _sitting(summary, speech)),
    ]
    return tuple((label, text) for label, text in entries if text)


def _entries(noted: Noted, speech: Speech) -> str:
    days, say = noted.diary, speech.say
    if not days:
        return say(NOTHING)
    levels = [day.highest for day in days]
    lowest, highest = min(levels), max(levels)
    told = [say("{0} on {1}").format(len(noted.notes.pains), in_days(len(days), speech))]
    if lowest < highest:
        text = say("the highest level of a day was {0} to {1}, on half of the days up to {2}")
        told.append(text.format(lowest, highest, speech.number(f"{median(levels):g}")))
    else:
        told.append(say("level {0}").format(highest))
    woke = sum(day.woke for day in days)
    told += [say("woke at night on {0}").format(in_days(woke, speech))] if woke else []
    return "; ".join(told)


def _since(noted: Noted, speech: Speech) -> str:
    """Of the last spell, as it was entered."""
    found = spells(noted.notes.pains)
    if not found:
        return ""
    last, say = found[-1], speech.say
    text = say("{0}; entered on {1}, last on {2}")
    days = in_days(len(last.days), speech)
    return text.format(speech.day(last.begin), days, speech.day(last.last))


def _sitting(summary: Summary, speech: Speech) -> str:
    total, say = summary.total, speech.say
    if not total.watched_s:
        return ""
    text = say(
        "{0} in which the posture was known on {1}; slouched {2} of it, {3} degree-minutes an hour"
    )
    days, share = in_days(len(summary.days), speech), percent(total.slouched_share)
    return text.format(duration(total.watched_s), days, share, f"{total.exposure_per_hour:.0f}")


def page(summary: Summary, today: date, speech: Speech = ENGLISH) -> str:
    """The document.

    Args:
        summary: What to show.
        today: When it was made.
        speech: Its language.
    """
    say, pains = speech.say, summary.noted.notes.pains
    entries: list[Markup] = []
    for label, text in facts(summary, speech):
        entries += [tag("dt", label), tag("dd", text)]
    about = say("{0}; written on {1}.").format(title(summary.span, speech), speech.day(today))
    levels = say("Levels: {0}.").format(say(SCALE))
    beside = pain_beside(summary, speech)
    sections = [
        tag("p", f"{about} {say(ABOUT)}"),
        tag("section", tag("dl", *entries), drawn(pains, speech), class_="along"),
        _section(say(TITLE), beside, f"{say(NO_CAUSE)} {say(SAT)}"),
        _section(say("The last entries"), _rows(pains, speech), levels),
    ]
    return document(say(HEADING), tag("main", *sections), "take-along", speech)


def _section(heading: str, content: Markup, note: str) -> Markup:
    if not content.text:
        return content
    return tag("section", tag("h2", heading), content, tag("p", note, class_="note"))


def _rows(pains: Sequence[PainNote], speech: Speech) -> Markup:
    """The newest entries that have room, the oldest of them first."""
    say = speech.say
    rows: list[tuple[str, ...]] = []
    lines = 0
    for note in reversed(pains):
        told = in_words(note, speech)
        lines += max(1, *(ceil(len(text) / LINE_LETTERS) for text in told))
        if lines > MOST_LINES:
            break
        at = local(note.utc_s, note.offset_s)
        day = speech.written(at.date(), say("dd MMM"))
        rows.append((f"{day} {at:%H:%M}", str(note.level), *told))
    if not rows:
        return Markup("")
    caption = say("{0} of {1}").format(len(rows), len(pains)) if len(rows) < len(pains) else ""
    heads = ("", say("level"), say("where"), say("how it felt"), say("what was done"))
    body = table(heads, rows[::-1], words=5, caption=caption)
    return tag("div", body, class_="scroll")


def show(summary: Summary, console: Console) -> None:
    """Print it in the terminal."""
    console.print(Text(f"{HEADING}, {title(summary.span)}", style="bold"))
    console.print(Text(ABOUT, style="dim"))
    console.print(as_grid(facts(summary)))
    console.print(Text(f"{NO_CAUSE} {SAT} {NOTICE}", style="dim"))
