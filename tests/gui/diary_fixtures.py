"""A diary for tests: its page, its file, and a clock that a test may set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posture.gui.diary_page import DiaryPage
from posture.history.notebook import Notebook
from tests.gui.diaries import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def notebook(tmp_path: Path, clock: Clock) -> Notebook:
    return Notebook(tmp_path / "history.sqlite3", lambda: clock.now)


@pytest.fixture
def page(application: QApplication, notebook: Notebook) -> Iterator[DiaryPage]:
    del application
    made = DiaryPage(notebook, dark=False)
    made.resize(640, 480)
    made.show()
    yield made
    made.hide()
