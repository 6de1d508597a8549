"""Pain beside exposure, breaks and exercises, as SVG and a table made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil, isfinite, log10
from typing import TYPE_CHECKING

from posture.care.entries import MOST_PAIN
from posture.noted import beside
from posture.reports.figures import LEFT, RIGHT, WIDTH, as_table, svg
from posture.reports.markup import Markup, joined, table, tag
from posture.reports.speech import ENGLISH
from posture.reports.wording import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posture.noted import Beside
    from posture.reports.speech import Speech
    from posture.summaries import Summary

PAIN_PANEL, BAR_PANEL, HEADING = 70, 42, 24
"""Heights, and the room above each for its name."""
MOST_LABELS = 6
"""Dates below the figure ..."""
DAY_WIDE, MONTH_WIDE = 60.0, 72.0
"""... of which each takes so much in any language: 25. März, Sept. 2026."""

TITLE = "Pain beside exposure, breaks and exercises"


@dataclass(frozen=True, slots=True)
class _Bars:
    """One panel of bars."""

    name: str
    css: str
    value: Callable[[Beside], float]


def _panels(say: Callable[[str], str]) -> tuple[_Bars, ...]:
    """From the top down."""
    exposure = say("degree-minutes per watched hour")
    return (
        _Bars(exposure, "slouched", lambda row: row.exposure_per_hour),
        _Bars(say("breaks taken"), "neck-fill", lambda row: row.taken),
        _Bars(say("exercises done"), "back-fill", lambda row: row.exercises),
    )


def pain_beside(summary: Summary, speech: Speech = ENGLISH) -> Markup:
    """Panels one below the other, by day, week or month; empty where nothing was noted."""
    rows = beside(summary.span, summary.days, summary.noted.days)
    if not summary.noted.days or len(rows) < 2:
        return Markup("")
    say = speech.say
    parts = _pain(rows, say("pain, highest level of a day"))
    top = HEADING + PAIN_PANEL
    for bars in _panels(say):
        parts += _bars(rows, bars, top + HEADING)
        top += HEADING + BAR_PANEL
    parts += _dates(rows, top, speech)
    about = say(
        "Panels with the same days from left to right. The table below has the same numbers."
    )
    return joined([svg(top + 20, say(TITLE), about, parts), _table(rows, speech)])


def _x(place: float, n: int) -> float:
    return LEFT + place / n * (WIDTH - LEFT - RIGHT)


def _heading(name: str, top: float) -> Markup:
    return tag("text", name, x=LEFT, y=top - 4)


def _line(y: float, label: str) -> list[Markup]:
    return [
        tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid"),
        tag("text", label, x=LEFT - 5, y=y + 4, text_anchor="end"),
    ]


def _pain(rows: Sequence[Beside], name: str) -> list[Markup]:
    """A dot for the level, and a line from the lowest to the highest of several days."""
    top, n = HEADING, len(rows)

    def y(level: float) -> float:
        return top + (1 - level / MOST_PAIN) * PAIN_PANEL

    parts = [_heading(name, top)]
    for level in (0, MOST_PAIN // 2, MOST_PAIN):
        parts += _line(y(level), str(level))
    for place, row in enumerate(rows):
        if isfinite(row.pain):
            x = _x(place + 0.5, n)
            if row.highest > row.lowest:
                ends = {"y1": y(row.lowest), "y2": y(row.highest)}
                parts.append(tag("line", x1=x, x2=x, **ends, class_="range"))
            parts.append(tag("circle", cx=x, cy=y(row.pain), r=2.5, class_="noted"))
    return parts


def _bars(rows: Sequence[Beside], bars: _Bars, top: float) -> list[Markup]:
    n, bottom = len(rows), top + BAR_PANEL
    values = [bars.value(row) for row in rows]
    most = _round_up(max((value for value in values if isfinite(value)), default=0))
    parts = [_heading(bars.name, top), *_line(bottom, "0"), *_line(top, number(most))]
    left, width = 0.15, 0.7 * (_x(1, n) - _x(0, n))
    paths = [
        f"M{_x(place + left, n):.1f} {bottom:.1f}v-{value / most * BAR_PANEL:.1f}h{width:.2f}"
        f"v{value / most * BAR_PANEL:.1f}z"
        for place, value in enumerate(values)
        if value > 0
    ]
    return [*parts, tag("path", d="".join(paths), class_=bars.css)] if paths else parts


def _round_up(value: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 and so on."""
    if value <= 1:
        return 1.0
    power: float = 10.0 ** int(log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value)


def _dates(rows: Sequence[Beside], bottom: float, speech: Speech) -> list[Markup]:
    n = len(rows)
    places = range(0, n, ceil(n / MOST_LABELS))
    at_end = _x(places[-1] + 0.5, n) >= WIDTH - 4 * RIGHT  # else it would stand over the edge
    wide = MONTH_WIDE if rows[0].span.days > 7 else DAY_WIDE
    if _x(places.step, n) - LEFT < (1.5 if at_end else 1.0) * wide:
        places = places[::2]
    parts = []
    for place in places:
        x = _x(place + 0.5, n)
        anchor = "middle" if x < WIDTH - 4 * RIGHT else "end"
        date = _date(rows[place], speech)
        parts.append(tag("text", date, x=x, y=bottom + 14, text_anchor=anchor))
    return parts


def _date(row: Beside, speech: Speech) -> str:
    say = speech.say
    return speech.written(row.span.begin, say("MMM yyyy") if row.span.days > 7 else say("d MMM"))


def _days(row: Beside, speech: Speech) -> str:
    say = speech.say
    if row.span.days == 1:
        return speech.written(row.span.begin, say("ddd d MMM"))
    if row.span.days > 7:
        return _date(row, speech)
    last = speech.written(row.span.end - timedelta(days=1), say("d MMM"))
    return say("{0} to {1}").format(_date(row, speech), last)


def _table(rows: Sequence[Beside], speech: Speech) -> Markup:
    say = speech.say
    shown = [
        (
            _days(row, speech),
            _levels(row, speech),
            number(row.exposure_per_hour),
            str(row.taken),
            str(row.exercises),
            str(row.packs),
        )
        for row in rows
        if isfinite(row.pain) or isfinite(row.exposure_per_hour) or row.taken or row.exercises
    ]
    heads = ("", say("level"), "\u00b0min/h", say("breaks"), say("exercises"), say("heat, cold"))
    return as_table(table(heads, shown), say("As a table"))


def _levels(row: Beside, speech: Speech) -> str:
    if row.lowest == row.highest or not isfinite(row.pain):
        return number(row.pain)
    return speech.say("{0} to {1}").format(number(row.lowest), number(row.highest))
