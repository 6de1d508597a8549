"""A clip for tests, and windows that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clips import make_clip
from tests.gui.watching import COUNT, showing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.gui.watching import Show


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(tmp_path_factory.mktemp("clip"), "half.mp4", count=COUNT)


@pytest.fixture
def show(application: QApplication, clip: Path) -> Iterator[Show]:
    del application
    with showing(clip) as shown:
        yield shown
