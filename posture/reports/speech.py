"""In which language facts are told: reports are English, windows speak the user's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def _word(name: str) -> str:
    return name.replace("_", " ")


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Speech:
    """What facts are put into words by.

    Attributes:
        say: A sentence in the language, its values still places such as `{0}`.
        word: A name such as `between_shoulder_blades` in words.
        day: A day in words.
    """

    say: Callable[[str], str] = str
    word: Callable[[str], str] = _word
    day: Callable[[date], str] = _day

    def count(self, n: int, one: str, many: str) -> str:
        """`1 day`, or for another number `{0} days` with it."""
        return self.say(one) if n == 1 else self.say(many).format(n)


ENGLISH = Speech()
