"""Today, of the history where one is kept: the figures in one line, and the minutes of before."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from posture.gui.icon import IconKind
from posture.gui.minutes import Minute
from posture.gui.translations import translated
from posture.gui.words import duration
from posture.history.reader import Reader
from posture.history.rows import STATES, Span
from posture.ports import PostureError
from posture.records import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from posture.history.rows import Stretches


def figures(history: Path | None, seconds: Mapping[State, float]) -> str:
    """How long each state has lasted today, or else since the start.

    Args:
        history: What is written down; at most ten seconds are missing in it.
        seconds: Of each state since the start.
    """
    text, shown = translated("Since the start: {0} upright, {1} slouched"), dict(seconds)
    if history is not None:
        with suppress(PostureError):  # who writes it has told
            sums = _minutes(history).seconds.sum(axis=0).tolist()
            text = translated("Today: {0} upright, {1} slouched")
            shown = dict(zip(STATES, sums, strict=True))
    return text.format(duration(shown[State.UPRIGHT]), duration(shown[State.SLOUCHED]))


def earlier(history: Path) -> Callable[[], list[Minute]]:
    """Gives the minutes of today from before this start; they are read at once, and only once."""
    kinds = [_KINDS[state] for state in STATES]
    found: list[Minute] = []
    with suppress(PostureError):
        minutes = _minutes(history)
        for utc_s, seconds in zip(minutes.utc_s.tolist(), minutes.seconds.tolist(), strict=True):
            start = datetime.fromtimestamp(utc_s, UTC).astimezone()
            lasted = {k: s for k, s in zip(kinds, seconds, strict=True) if s > 0}
            found.append(Minute(start, lasted))

    def of_today() -> list[Minute]:
        today = datetime.now().astimezone().date()
        return [minute for minute in found if minute.start.date() == today]

    return of_today


def _minutes(history: Path) -> Stretches:
    today = datetime.now().astimezone().date()
    with Reader(history) as reader:
        return reader.minutes(Span(today, today + timedelta(days=1)))


_KINDS = {
    State.UPRIGHT: IconKind.UPRIGHT,
    State.SLOUCHED: IconKind.SLOUCHED,
    State.UNKNOWN: IconKind.CANNOT_MEASURE,
    State.AWAY: IconKind.AWAY,
    State.PAUSED: IconKind.PAUSED,
}
