"""Days and moments in the language of the windows, by the user's own clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from posture.clock_time import local
from posture.gui.translations import translated
from posture.totals import month_of

if TYPE_CHECKING:
    from posture.history.rows import Span


def locale() -> QLocale:
    """Names of days and months as in the texts around them."""
    # A catalogue's translation of it is the language's own code.
    return QLocale(translated("en"))


def written(day: date, pattern: str) -> str:
    """A day by a pattern of Qt's, such as `ddd d MMM`, with the language's own names."""
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def day_name(day: date) -> str:
    """`Monday 2 March 2026`."""
    return written(day, translated("dddd d MMMM yyyy"))


def short_day(day: date) -> str:
    """`Mon 2 Mar`, for rows and axes."""
    return written(day, translated("ddd d MMM"))


def month_name(day: date) -> str:
    """`March 2026`."""
    return written(day, translated("MMMM yyyy"))


def title(span: Span) -> str:
    """The days in words: `Monday 2 to Sunday 8 March 2026`."""
    first, last = span.begin, span.end - timedelta(days=1)
    if first == last:
        return day_name(first)
    if span == month_of(first):
        return month_name(first)
    # What is said of the first of two days; in quotes what is no part of a date.
    if (first.year, first.month) == (last.year, last.month):
        before = translated("dddd d 'to'")
    elif first.year == last.year:
        before = translated("dddd d MMMM 'to'")
    else:
        before = translated("dddd d MMMM yyyy 'to'")
    return f"{written(first, before)} {day_name(last)}"


def moment_name(utc_s: float, offset_s: int) -> str:
    """`Mon 2 Mar, 14:05`."""
    at = local(utc_s, offset_s)
    return translated("{0}, {1}").format(short_day(at.date()), f"{at:%H:%M}")
