"""The settings dialog has room for its words in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from tests.gui.languages import speaking
from tests.gui.test_settings_dialog import (  # noqa: F401 - once more
    applied,
    make,
    path,
    test_no_text_is_cut_off,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def german(application: QApplication) -> Iterator[None]:
    with speaking(application, QLocale("de")):
        yield
