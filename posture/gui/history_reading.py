"""Reads a period of the history beside the windows: ten years take a tenth of a second."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from posture.history.rows import Span
from posture.ports import PostureError
from posture.reports.gather import gather
from posture.totals import month_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from posture.reports.gather import History
    from posture.summaries import Summary

    OpenHistory = Callable[[], AbstractContextManager[History]]


class Period(Enum):
    """How many days are shown at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def span_of(period: Period, day: date) -> Span:
    """The period that a day is in; weeks begin on Monday."""
    if period is Period.MONTH:
        return month_of(day)
    if period is Period.WEEK:
        begin = day - timedelta(days=day.weekday())
        return Span(begin, begin + timedelta(days=7))
    return Span(day, day + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Found:
    """What was read.

    Attributes:
        span: Which days were asked for.
        summary: Of them; None where the history could not be read.
        kept: From the first day with anything to the last; None of an empty history.
        error: Why it could not be read, for the user.
    """

    span: Span
    summary: Summary | None = None
    kept: Span | None = None
    error: str = ""


def read(open_history: OpenHistory, span: Span) -> Found:
    """Open the history and sum up some days."""
    try:
        with open_history() as history:
            return Found(span, gather(history, span), history.days())
    except PostureError as error:
        return Found(span, error=str(error))


class Reading(QObject):
    """Reads on a thread of its own, one period at a time; of those that wait only the newest.

    Args:
        open_history: Gives the history; called and left on that thread.
    """

    found = Signal(object)
    """A `Found`, in the windows' thread."""
    _read = Signal(object)

    def __init__(self, open_history: OpenHistory) -> None:
        super().__init__()
        self._open = open_history
        self._thread: threading.Thread | None = None
        self._next: Span | None = None
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None

    def ask(self, span: Span) -> None:
        """Read these days as soon as possible."""
        self._next = span
        if self._thread is None:
            self._begin()

    def wait(self) -> None:
        """Until the thread has ended; its answer comes with the next events."""
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        span, self._next = self._next, None
        if span is not None:
            self._thread = threading.Thread(target=self._run, args=(span,), name="history")
            self._thread.start()

    def _run(self, span: Span) -> None:
        self._read.emit(read(self._open, span))

    def _take(self, found: Found) -> None:
        self.wait()
        self._thread = None
        self._begin()
        self.found.emit(found)
