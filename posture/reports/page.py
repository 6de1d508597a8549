"""The report as one page of HTML that needs nothing else: no network, no script, no font."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from posture.clock_time import local
from posture.history.rows import Answer
from posture.hours_of_day import LEAST_CELL_S
from posture.reports import care_figures, figures
from posture.reports.back import drawn
from posture.reports.care_wording import NO_CAUSE, SCALE, in_words
from posture.reports.look import css
from posture.reports.markup import Content, Markup, joined, table, tag
from posture.reports.speech import ENGLISH
from posture.reports.wording import (
    ANSWERS,
    NOTHING,
    NOTICE,
    TOO_LITTLE,
    count,
    duration,
    facts,
    number,
    percent,
    row_name,
    title,
)
from posture.totals import by_month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from posture.helped import Helped
    from posture.history.rows import Episode, KeptAlert
    from posture.reports.speech import Speech
    from posture.summaries import Summary
    from posture.totals import Totals

MOST_ROWS = 60
"""Of a list on the page; what is left out is said, and `posture export` has it."""
MOST_DAY_ROWS = 62
"""Of a longer span the table has months."""

_WATCHED = (
    "The watched time is that in which your posture was known. Time away, paused, or in which "
    "nothing could be measured counts neither as upright nor as slouched."
)
_SLOUCH = (
    "A slouch is a change from your own upright posture that lasts; when it begins and ends is in "
    "your settings. An angle can be several degrees off."
)
_NOTES = {
    "facts": f"{_WATCHED} Degree-minutes: degrees forward of your baseline, times minutes. An "
    "interval shows how much the days differ: where it holds 0, chance alone may have done it. "
    "Nothing here is a score.",
    "timeline": f"Each cell is ten minutes. {_WATCHED}",
    "angles": "0\u00b0 is your own upright posture, the baseline; above it is forward. In each "
    "hour the line is the median and the band holds four fifths of the time. Hours with less than "
    f"{LEAST_CELL_S / 60:.0f} watched minutes are left out. Angles are estimates from a camera.",
    "heat": "Percent of the watched time in which you slouched; a dot stands for less than "
    f"{LEAST_CELL_S / 60:.0f} watched minutes, which is too little to say.",
    "weeks": "An alert comes when the exposure is high, and what is high falls by itself: a fall "
    "after shown alerts says something only beside that after alerts which were due but kept "
    "quiet, and even that is no experiment. With few days nothing is said.",
    "days": f"{_WATCHED} \u00b0min/h: degree-minutes per watched hour.",
    "episodes": f"{_SLOUCH} \u201cNot seen to end\u201d: the camera was closed before.",
    "alerts": "Kept quiet: due, but not shown, for the reason given. What follows an alert is not "
    "always because of it: many sit up unasked.",
    "beside": f"{NO_CAUSE} A day without an entry is not a day without pain: it has no dot. "
    "Of weeks and months the dot is the median of the days with an entry, the line their range. "
    "Degree-minutes are estimates from a camera.",
    "diary": f"What you entered; {SCALE}. The numbers on the back are the days on which you "
    "entered a place.",
}


def page(summary: Summary) -> str:
    """The whole document."""
    name = title(summary.span)
    sections = _sections(summary) if not summary.empty else []
    main = tag("main", *sections) if sections else tag("p", NOTHING.format(span=name))
    return document(f"Posture, {name}", main)


def document(name: str, main: Markup, css_class: str = "", speech: Speech = ENGLISH) -> str:
    """A page that needs nothing else, with the notice at its end."""
    # A translation of `en` is the code of its language.
    head = (
        f'<!DOCTYPE html>\n<html lang="{speech.say("en")}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(name)}</title><style>{css()}</style></head>"
    )
    given = {"class_": css_class} if css_class else {}
    body = tag("body", tag("h1", name), main, tag("footer", tag("p", speech.say(NOTICE))), **given)
    return f"{head}{body.text}</html>\n"


def _sections(summary: Summary) -> list[Markup]:
    entries: list[Markup] = []
    for label, text in facts(summary):
        entries += [tag("dt", label)] if label else []
        entries.append(tag("dd", text))
    parts = [
        _section("facts", "In short", tag("dl", *entries), "wide"),
        _section("timeline", "Timeline", figures.timeline(summary)),
        _section("angles", "Angles by hour of the day", figures.angles_by_hour(summary.hours)),
        _section("heat", "Slouching by weekday and hour, %", figures.heat_map(summary.hours)),
        _section("days", "Days", _totals(_rows(summary))),
        _section("weeks", "Did it help? The last weeks", _weeks(summary.helped)),
        _section("beside", care_figures.TITLE, care_figures.pain_beside(summary)),
        _section("diary", "Your diary", _diary(summary)),
        _section("alerts", "Alerts and answers", _alerts(summary.alerts), "wide list"),
        _section("episodes", "Slouches", _episodes(summary.episodes), "wide list"),
    ]
    return [part for part in parts if part is not None]


def _section(name: str, heading: str, content: Markup, css_class: str = "") -> Markup | None:
    """A part of the page with its definitions and limits; None without content."""
    if not content.text:
        return None
    note = tag("p", _NOTES[name], class_="note")
    given = {"class_": css_class} if css_class else {}
    return tag("section", tag("h2", heading), content, note, id=name, **given)


def _rows(summary: Summary) -> Sequence[Totals]:
    return summary.days if summary.span.days <= MOST_DAY_ROWS else by_month(summary.days)


def _totals(rows: Sequence[Totals]) -> Markup:
    heads = ("", "watched", "slouched", "", "\u00b0min/h", "slouches", "alerts")
    return _scrolled(table(heads, [_totals_row(row) for row in rows]))


def _totals_row(row: Totals) -> tuple[Content, ...]:
    share = row.slouched_share
    inner = tag("span", style=f"width:{100 * share:.0f}%") if row.watched_s else ""
    return (
        row_name(row),
        duration(row.watched_s),
        percent(share),
        tag("td", tag("span", inner, class_="bar")),
        number(row.exposure_per_hour),
        str(row.episodes),
        str(row.alerts),
    )


def _episodes(episodes: Sequence[Episode]) -> Markup:
    if not episodes:
        return Markup("")
    longest = sorted(episodes, key=lambda entry: entry.utc_s - entry.end_utc_s)[:MOST_ROWS]
    rows = [
        (
            _when(local(entry.utc_s, entry.offset_s)),
            str(entry.part),
            duration(entry.end_utc_s - entry.utc_s) + ("" if entry.over else ", not seen to end"),
            number(entry.mean_deg),
            number(entry.peak_deg),
        )
        for entry in sorted(longest, key=lambda entry: entry.utc_s)
    ]
    caption = _which(len(rows), len(episodes), "longest", "slouch", "slouches")
    heads = ("from", "what", "for", "mean \u00b0", "peak \u00b0")
    return _scrolled(table(heads, rows, caption=caption, words=3))


def _alerts(alerts: Sequence[KeptAlert]) -> Markup:
    if not alerts:
        return Markup("")
    latest = alerts[-MOST_ROWS:]
    rows = [
        (
            _when(local(alert.utc_s, alert.offset_s)),
            str(alert.level),
            str(alert.part),
            f"{number(alert.change_deg)}\u00b0 for\u00a0{duration(alert.held_s)}",
            f"kept quiet: {alert.quiet.replace('_', ' ')}" if alert.quiet else "shown",
            ANSWERS[alert.answer] if alert.answer is not Answer.NONE else "",
        )
        for alert in latest
    ]
    caption = _which(len(rows), len(alerts), "last", "alert", "alerts")
    heads = ("at", "kind", "what", "change", "", "your answer")
    return _scrolled(table(heads, rows, caption=caption, words=6))


def _weeks(helped: Helped | None) -> Markup:
    """Exposure by week, with its interval."""
    if helped is None or len(helped.weeks) < 2:
        return Markup("")
    rows = [
        (
            f"{local(week.local_s):%d %b %Y}",
            str(week.days),
            duration(week.watched_s),
            number(week.exposure.estimate),
            f"{number(week.exposure.low)} to {number(week.exposure.high)}"
            if week.exposure.known
            else TOO_LITTLE,
        )
        for week in helped.weeks
    ]
    heads = ("week from", "days", "watched", "\u00b0min/h", "95\u00a0% interval")
    return _scrolled(table(heads, rows))


def _diary(summary: Summary) -> Markup:
    pains = summary.noted.notes.pains
    latest = pains[-MOST_ROWS:]
    if not latest:
        return Markup("")
    rows = [
        (_when(local(note.utc_s, note.offset_s)), str(note.level), *in_words(note))
        for note in latest
    ]
    caption = _which(len(rows), len(pains), "last", "entry", "entries")
    heads = ("", "level", "where", "how it felt", "what was done")
    return joined([drawn(pains), _scrolled(table(heads, rows, words=5, caption=caption))])


def _when(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b} {at:%H:%M}"


def _which(shown: int, of: int, kind: str, one: str, many: str) -> str:
    return count(of, one, many) if shown == of else f"the {shown} {kind} of {of} {many}"


def _scrolled(body: Markup) -> Markup:
    return tag("div", body, class_="scroll")
