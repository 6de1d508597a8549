"""Days and moments in the language of the windows, by the user's own clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from posture.clock_time import local
from posture.gui.translations import translated
from posture.reports import wording
from posture.reports.speech import Speech

if TYPE_CHECKING:
    from datetime import date

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


def title(span: Span) -> str:
    """The days in words: `Monday 2 to Sunday 8 March 2026`."""
    return wording.title(span, Speech(say=translated, written=written))


def moment_name(utc_s: float, offset_s: int) -> str:
    """`Mon 2 Mar, 14:05`."""
    at = local(utc_s, offset_s)
    return translated("{0}, {1}").format(short_day(at.date()), f"{at:%H:%M}")
