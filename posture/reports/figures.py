"""The figures of a report's page, as SVG and tables made by hand: no script and no library."""

from __future__ import annotations

from datetime import timedelta
from math import ceil, floor, isfinite
from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import STATES
from posture.hours_of_day import HOURS
from posture.records import State
from posture.reports.look import HEAT_LEVELS
from posture.reports.markup import Content, Markup, joined, polyline, table, tag
from posture.reports.wording import duration, number
from posture.summaries import CELL_S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.hours_of_day import HoursOfDay
    from posture.records import FloatArray
    from posture.summaries import Summary

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 420, 50, 8, 8, 22
"""Of a figure, in its own pixels: on a phone these are smaller than the screen's by a fifth."""
PANEL = 190
GAP = 3
"""Between two days of the timeline."""
HEAT_FULL = 0.5
"""Share of the watched time that has the heat map's strongest colour."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PARTS = (("neck", "neck, line and dots"), ("back", "upper back, dashes and squares"))
"""Classes and names."""
STACK = (State.SLOUCHED, State.UPRIGHT, State.UNKNOWN, State.AWAY, State.PAUSED)
"""The timeline's states from the bottom up: what is compared stands on one line."""
NAMES = {State.UNKNOWN: "not measurable"}


def angles_by_hour(hours: HoursOfDay) -> Markup:
    """Median and 10 to 90 % band of both changes by hour of the day; empty without any."""
    known = np.flatnonzero(np.isfinite(hours.change_deg[:, 0, 1]))
    if not len(known):
        return Markup("")
    first, last = int(known[0]), int(known[-1]) + 1
    shown = hours.change_deg[first:last]
    low = 5.0 * floor(min(float(np.nanmin(shown)), -1) / 5)
    high = 5.0 * ceil(max(float(np.nanmax(shown)), 1) / 5)
    x = _across([hour + 0.5 for hour in range(first, last)], first, last)

    def y(values: FloatArray) -> FloatArray:
        down: FloatArray = TOP + (high - values) / (high - low) * PANEL
        return down

    parts: list[Markup] = [*_degrees(low, high), *_hours_axis(first, last, TOP + PANEL)]
    for place, (css, _) in enumerate(PARTS):
        for stretch in _runs(shown[:, place, 1]):
            edge = np.concatenate([shown[stretch, place, 0], shown[stretch, place, 2][::-1]])
            across = np.concatenate([x[stretch], x[stretch][::-1]])
            outline = polyline(np.stack([across, y(edge)], axis=1)) + "Z"
            parts.append(tag("path", d=outline, class_=f"band {css}-fill"))
    for place, (css, _) in enumerate(PARTS):
        middle = y(shown[:, place, 1])
        path = polyline(np.stack([x, middle], axis=1))
        parts.append(tag("path", d=path, class_=f"line {css}"))
        parts += _marks(np.stack([x, middle], axis=1), css)
    return joined(
        [
            legend([(f"{css}-fill", name) for css, name in PARTS]),
            svg(
                TOP + PANEL + BOTTOM,
                "Change from your baseline by hour of the day",
                "The median of neck and upper back for each hour, with a band from 10 to 90 %. "
                "The table below has the same numbers.",
                parts,
            ),
            _angle_table(hours, known.tolist()),
        ]
    )


def _marks(points: FloatArray, css: str) -> list[Markup]:
    """Dots of the neck and squares of the upper back at (n, 2) points."""
    return [
        tag("circle", cx=x, cy=y, r=3, class_=f"{css}-fill")
        if css == "neck"
        else tag("rect", x=x - 2.5, y=y - 2.5, width=5, height=5, class_=f"{css}-fill")
        for x, y in points.tolist()
        if isfinite(y)
    ]


def _angle_table(hours: HoursOfDay, known: Sequence[int]) -> Markup:
    def told(values: FloatArray) -> str:
        low, middle, high = (number(value, 1) for value in values.tolist())
        return f"{middle} ({low} to {high})"

    rows = [
        (
            f"{hour}:00",
            duration(float(hours.watched_s[hour])),
            *(told(hours.change_deg[hour, part]) for part in range(2)),
        )
        for hour in known
    ]
    heads = ("hour", "watched", "neck, degrees", "upper back, degrees")
    return as_table(table(heads, rows))


def heat_map(hours: HoursOfDay) -> Markup:
    """Share slouched by hour and weekday, as a table with a number in each cell."""
    watched = hours.week_watched_s > 0
    if not watched.any():
        return Markup("")
    of_day = np.flatnonzero(watched.any(axis=0))
    shown_hours = range(int(of_day[0]), int(of_day[-1]) + 1)
    many = watched.any(axis=1).sum() > 1
    days = [day for day in range(7) if watched[day].any() or (many and day < 5)]
    rows: list[Sequence[Content]] = [
        (
            f"{hour}:00",
            *(
                _heat_cell(float(hours.week_slouched_share[day, hour]), watched[day, hour])
                for day in days
            ),
        )
        for hour in shown_hours
    ]
    heads = ("", *(WEEKDAYS[day] for day in days))
    minutes: list[Sequence[Content]] = [
        (f"{hour}:00", *(f"{hours.week_watched_s[day, hour] / 60:.0f}" for day in days))
        for hour in shown_hours
    ]
    return joined(
        [
            tag("div", table(heads, rows), class_="heat"),
            as_table(table(heads, minutes), "Watched minutes behind each cell"),
        ]
    )


def _heat_cell(share: float, watched: bool) -> Markup:
    if not isfinite(share):
        return tag("td", "\u00b7" if watched else "", class_="none")
    level = min(int(share / HEAT_FULL * HEAT_LEVELS), HEAT_LEVELS - 1)
    return tag("td", f"{100 * share:.0f}", class_=f"h{level}")


def timeline(summary: Summary) -> Markup:
    """Each day as a row of stacked cells; empty of a long span, or without anything in it."""
    cells = summary.timeline
    if cells is None or not cells.any():
        return Markup("")
    used = np.flatnonzero(cells.any(axis=(0, 2))) * CELL_S / 3600
    first, last = int(used[0]), int(used[-1]) + 1
    days = [row.span.begin for row in summary.days]
    tall = 22 if len(days) <= 7 else 13
    height = TOP + len(days) * (tall + GAP)
    scale = _across([first, first + CELL_S / 3600], first, last)
    step, parts = float(scale[1] - scale[0]), list(_hours_axis(first, last, height))
    paths: dict[State, list[str]] = {state: [] for state in STACK}
    for row, day in enumerate(days):
        bottom = TOP + row * (tall + GAP) + tall
        label = f"{day:%a} {day.day}"
        parts.append(tag("text", label, x=LEFT - 4, y=bottom - tall / 2 + 4, text_anchor="end"))
        of_day = cells[(day - summary.span.begin) // timedelta(days=1)]
        # Where the clock was set back, an hour is there twice and shares its place.
        full_s = np.maximum(of_day.sum(axis=1, keepdims=True), CELL_S)
        _stack(of_day / full_s * tall, (first * 3600 // CELL_S, step, bottom), paths)
    parts += [tag("path", d="".join(d), class_=str(s)) for s, d in paths.items() if d]
    keys = [(str(state), NAMES.get(state, str(state))) for state in STACK]
    about = "Each day from left to right, each cell ten minutes, stacked by state. See the days."
    return joined([legend(keys), svg(height + BOTTOM, "Timeline of the days", about, parts)])


def _stack(tall: FloatArray, origin: tuple[int, float, int], paths: dict[State, list[str]]) -> None:
    """Add the boxes of one day to the paths of their states.

    Args:
        tall: (cells, states) pixels.
        origin: The first cell that is drawn, the width of one, and the bottom, pixels.
        paths: Added to.
    """
    begin, step, bottom = origin
    base = np.full(len(tall), float(bottom))
    for state in STACK:
        heights = tall[:, STATES.index(state)]
        for cell in np.flatnonzero(heights > 0.05).tolist():
            corner = f"M{LEFT + (cell - begin) * step:.1f} {base[cell]:.1f}"
            paths[state].append(f"{corner}v-{heights[cell]:.1f}h{step:.2f}v{heights[cell]:.1f}z")
        base -= heights


def _across(hours: Sequence[float], first: int, last: int) -> FloatArray:
    """Hours of the day to pixels from the left."""
    return LEFT + (np.array(hours) - first) / (last - first) * (WIDTH - LEFT - RIGHT)


def _runs(values: FloatArray) -> list[FloatArray]:
    """Places of each run of finite values."""
    places = np.flatnonzero(np.isfinite(values))
    return np.split(places, np.flatnonzero(np.diff(places) > 1) + 1) if len(places) else []


def _degrees(low: float, high: float) -> list[Markup]:
    """Horizontal lines each five or ten degrees, and the baseline."""
    parts = []
    step = 5 if high - low <= 40 else 10
    for value in np.arange(low, high + 1, step).tolist():
        y = TOP + (high - value) / (high - low) * PANEL
        css = "zero" if value == 0 else "grid"
        parts.append(tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_=css))
        label = f"{value:+.0f}\u00b0" if value else "0\u00b0"
        label = label.replace("-", "\u2212")
        parts.append(tag("text", label, x=LEFT - 5, y=y + 4, text_anchor="end"))
    return parts


def _hours_axis(first: int, last: int, y: float) -> list[Markup]:
    parts = []
    step = 1 if last - first <= 9 else 2 if last - first <= 16 else 4
    for hour in range(first, last + 1, step):
        x = float(_across([hour], first, last)[0])
        parts.append(tag("line", x1=x, x2=x, y1=TOP, y2=float(y), class_="grid"))
        anchor = "end" if hour == HOURS else "middle"
        parts.append(tag("text", str(hour), x=x, y=float(y) + 15, text_anchor=anchor))
    return parts


def svg(height: float, title: str, about: str, parts: Sequence[Content]) -> Markup:
    """A figure of so many pixels, with its name and what it is for those who cannot see it."""
    return tag(
        "svg",
        tag("title", title),
        tag("desc", about),
        *parts,
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        role="img",
    )


def legend(entries: Sequence[tuple[str, str]]) -> Markup:
    """Keys of colours: class, name."""
    keys = [tag("span", tag("i", class_=f"key {css}"), name, class_="of") for css, name in entries]
    return tag("div", *keys, class_="note")


def as_table(body: Markup, title: str = "As a table") -> Markup:
    """The same numbers, folded up."""
    return tag("details", tag("summary", title), tag("div", body, class_="scroll"))
