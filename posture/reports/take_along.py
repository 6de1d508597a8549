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
from posture.reports.text import as_grid
from posture.reports.wording import NOTICE, count, day_name, duration, percent, title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rich.console import Console

    from posture.care.entries import PainNote
    from posture.noted import Noted
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


def facts(summary: Summary) -> tuple[tuple[str, str], ...]:
    """Labels and sentences; nothing of what was not noted."""
    noted = summary.noted
    notes = noted.notes
    entries = [
        ("entries", _entries(noted)),
        ("since", _since(noted)),
        ("where", on_days(day_counts(notes.pains, lambda note: note.places))),
        ("how it felt", on_days(day_counts(notes.pains, lambda note: note.kinds))),
        ("what was done", on_days(day_counts(notes.pains, lambda note: note.deeds))),
        ("exercises", exercises(notes)),
        ("breaks", breaks(notes.breaks)),
        ("heat, cold", packs(notes)),
        ("sitting", _sitting(summary)),
    ]
    return tuple((label, text) for label, text in entries if text)


def _entries(noted: Noted) -> str:
    days = noted.diary
    if not days:
        return NOTHING
    levels = [day.highest for day in days]
    lowest, highest = min(levels), max(levels)
    level = f"level {highest}"
    if lowest < highest:
        half = f"on half of the days up to {median(levels):g}"
        level = f"the highest level of a day was {lowest} to {highest}, {half}"
    text = f"{len(noted.notes.pains)} on {count(len(days), 'day')}; {level}"
    woke = sum(day.woke for day in days)
    return f"{text}; woke at night on {count(woke, 'day')}" if woke else text


def _since(noted: Noted) -> str:
    """Of the last spell, as it was entered."""
    found = spells(noted.notes.pains)
    if not found:
        return ""
    last = found[-1]
    days = f"entered on {count(len(last.days), 'day')}, last on {day_name(last.last)}"
    return f"{day_name(last.begin)}; {days}"


def _sitting(summary: Summary) -> str:
    total = summary.total
    if not total.watched_s:
        return ""
    return (
        f"{duration(total.watched_s)} in which the posture was known on "
        f"{count(len(summary.days), 'day')}; slouched {percent(total.slouched_share)} of it, "
        f"{total.exposure_per_hour:.0f} degree-minutes an hour"
    )


def page(summary: Summary, today: date) -> str:
    """The document.

    Args:
        summary: What to show.
        today: When it was made.
    """
    entries: list[Markup] = []
    for label, text in facts(summary):
        entries += [tag("dt", label), tag("dd", text)]
    about = f"{title(summary.span)}; written on {day_name(today)}. {ABOUT}"
    sections = [
        tag("p", about),
        tag("section", tag("dl", *entries), drawn(summary.noted.notes.pains), class_="along"),
        _section(TITLE, pain_beside(summary), f"{NO_CAUSE} {SAT}"),
        _section("The last entries", _rows(summary.noted.notes.pains), f"Levels: {SCALE}."),
    ]
    return document(HEADING, tag("main", *sections), "take-along")


def _section(heading: str, content: Markup, note: str) -> Markup:
    if not content.text:
        return content
    return tag("section", tag("h2", heading), content, tag("p", note, class_="note"))


def _rows(pains: Sequence[PainNote]) -> Markup:
    """The newest entries that have room, the oldest of them first."""
    rows: list[tuple[str, ...]] = []
    lines = 0
    for note in reversed(pains):
        told = in_words(note)
        lines += max(1, *(ceil(len(text) / LINE_LETTERS) for text in told))
        if lines > MOST_LINES:
            break
        at = local(note.utc_s, note.offset_s)
        rows.append((f"{at:%d %b %H:%M}", str(note.level), *told))
    if not rows:
        return Markup("")
    caption = f"{len(rows)} of {len(pains)}" if len(rows) < len(pains) else ""
    heads = ("", "level", "where", "how it felt", "what was done")
    body = table(heads, rows[::-1], words=5, caption=caption)
    return tag("div", body, class_="scroll")


def show(summary: Summary, console: Console) -> None:
    """Print it in the terminal."""
    console.print(Text(f"{HEADING}, {title(summary.span)}", style="bold"))
    console.print(Text(ABOUT, style="dim"))
    console.print(as_grid(facts(summary)))
    console.print(Text(f"{NO_CAUSE} {SAT} {NOTICE}", style="dim"))
