"""What the user may call a posture, or the place where it is accepted."""

from __future__ import annotations

MOST_LETTERS = 30


def tidy(name: str) -> str:
    """A name as it is kept: on one line, at most `MOST_LETTERS`; empty where nothing is left."""
    printable = "".join(letter if letter.isprintable() else " " for letter in name)
    return " ".join(printable.split())[:MOST_LETTERS].strip()
