"""What tests of notes share: a clock, entries, and a file that others write to."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from posture.care.entries import PainNote
from posture.history.notebook import Notebook
from posture.history.rows import Span
from tests.running import WITHIN_S

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from posture.care.entries import Note
    from posture.gui.diary_page import DiaryPage
    from posture.gui.exercise_page import ExercisePage
    from posture.gui.packs_page import PacksPage

NOW = datetime(2026, 3, 2, 11, 42, tzinfo=timezone(timedelta(hours=1)))
ALL = Span(date(2025, 1, 1), date(2027, 1, 1))


class Clock:
    """The user's time."""

    now = NOW


class BusyNotebook(Notebook):
    """One whose file somebody else writes to until `free` is set."""

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        super().__init__(path, lambda: (clock or Clock).now)
        self.free = threading.Event()

    def add(self, *notes: Note) -> None:
        """Wait, then write."""
        assert self.free.wait(WITHIN_S)
        super().add(*notes)


def enter(notebook: Notebook, *levels: int, ago: timedelta = timedelta(days=1)) -> list[PainNote]:
    """Entries, one each so long, the last of them now."""
    notes = [
        PainNote((NOW - n * ago).timestamp(), 3600, level)
        for n, level in zip(range(len(levels) - 1, -1, -1), levels, strict=True)
    ]
    for note in notes:
        notebook.add(note)
    return notes


def settle(page: DiaryPage | ExercisePage | PacksPage) -> None:
    """Until what a page writes is written, and shown."""
    page._errands.wait()
    QCoreApplication.processEvents()


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
