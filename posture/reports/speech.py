"""In which language facts are told: reports are English, windows speak the user's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

# Not those of `strftime`: it speaks the language of the desktop as soon as a window is open.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PART = re.compile(r"'([^']*)'|d{1,4}|M{3,4}|yyyy")


def _word(name: str) -> str:
    return name.replace("_", " ")


def _written(day: date, pattern: str) -> str:
    weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
    parts = {
        "d": f"{day.day}",
        "dd": f"{day.day:02d}",
        "ddd": weekday[:3],
        "dddd": weekday,
        "MMM": month[:3],
        "MMMM": month,
        "yyyy": f"{day.year}",
    }
    return _PART.sub(lambda part: part[1] or parts[part[0]], pattern)


@dataclass(frozen=True, slots=True)
class Speech:
    """What facts are put into words by.

    Attributes:
        say: A sentence in the language, its values still places such as `{0}`.
        word: A name such as `between_shoulder_blades` in words.
        written: A day by a pattern of Qt's, such as `ddd d MMM`, with what is in quotes as it is.
        number: What is written as `4.2`, with the language's own decimal point.
    """

    say: Callable[[str], str] = str
    word: Callable[[str], str] = _word
    written: Callable[[date, str], str] = _written
    number: Callable[[str], str] = str

    def day(self, day: date) -> str:
        """`Monday 2 March 2026`."""
        return self.written(day, self.say("dddd d MMMM yyyy"))

    def count(self, n: int, one: str, many: str) -> str:
        """`1 day`, or for another number `{0} days` with it."""
        return self.say(one) if n == 1 else self.say(many).format(n)


ENGLISH = Speech()
