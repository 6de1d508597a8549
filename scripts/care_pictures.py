"""Pictures of the window of care, for `scripts/screenshots.py`; all that they show is made up."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from posture.care.entries import PainKind, PainNote, Place
from posture.gui.care_window import CareTab, CareWindow
from posture.gui.diary_page import DiaryPage
from posture.gui.exercise_page import ExercisePage
from posture.history.notebook import Notebook
from tests.years import years

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

SIZE_PX = (860, 700)
NOW = datetime(2026, 3, 2, 11, 42, tzinfo=UTC)
PLACES = frozenset({Place.BETWEEN_SHOULDER_BLADES, Place.UPPER_BACK_RIGHT})
SHOWN = "Wall angel"
LEVELS = (3, 4, 4, 2, 5, 4, 3, 3, 2, 2)
"""Of entries every two and a half days."""


def diary() -> QPixmap:
    """Made-up entries beside made-up days, and one that is about to be saved."""
    made_up = years(date(2026, 1, 1), 90)
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook(Path(folder) / "history.sqlite3", lambda: NOW)
        for number, level in enumerate(reversed(LEVELS), 1):
            at = NOW - timedelta(days=2.5 * number)
            kinds = frozenset({PainKind.STIFF})
            notebook.add(PainNote(at.timestamp(), 0, level, PLACES, kinds))
        page = DiaryPage(notebook, open_history=lambda: nullcontext(made_up), dark=False)
        page.form.levels.buttons[2].click()
        for place in PLACES:
            page.form.back.areas[place].click()
        return _of(CareTab.DIARY, page)


def exercises() -> QPixmap:
    """What is said of an exercise before it begins."""
    page = ExercisePage(None, None, less_motion=True, dark=False)
    page.list.setCurrentItem(*page.list.findItems(SHOWN, Qt.MatchFlag.MatchExactly)[:1])
    return _of(CareTab.EXERCISES, page)


def _of(tab: CareTab, page: QWidget) -> QPixmap:
    """The window with one page; the others stay unmade."""
    pages = {each: (lambda: page) for each in CareTab}
    window = CareWindow(pages, dark=False)
    window.resize(*SIZE_PX)
    window.show_tab(tab)
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    for _ in range(3):  # labels that are wrapped find their height one after the other
        QApplication.processEvents()
    window.grab()  # pyqtgraph places its frames only when it is painted a second time
    QApplication.processEvents()
    picture = window.grab()
    window.leave()
    return picture
