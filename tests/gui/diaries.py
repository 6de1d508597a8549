"""What tests of the diary share: a clock, and entries."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posture.care.entries import PainNote
from posture.history.rows import Span

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from posture.history.notebook import Notebook

NOW = datetime(2026, 3, 2, 11, 42, tzinfo=timezone(timedelta(hours=1)))
ALL = Span(date(2025, 1, 1), date(2027, 1, 1))


class Clock:
    """The user's time."""

    now = NOW


def enter(notebook: Notebook, *levels: int, ago: timedelta = timedelta(days=1)) -> list[PainNote]:
    """Entries, one each so long, the last of them now."""
    notes = [
        PainNote((NOW - n * ago).timestamp(), 3600, level)
        for n, level in zip(range(len(levels) - 1, -1, -1), levels, strict=True)
    ]
    for note in notes:
        notebook.add(note)
    return notes


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
