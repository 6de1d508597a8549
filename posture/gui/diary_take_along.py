"""The page to take along to a doctor or physiotherapist: where it goes, and what writes it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from posture.gui.history_words import SPEECH
from posture.gui.translations import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from posture.gui.history_reading import OpenHistory
    from posture.history.rows import Span

DAYS = 84
"""As of `posture pain summary`."""
FILE = "posture-notes.html"
"""Its name, which says nothing of what is in it."""


def ask_where(parent: QWidget, then: Callable[[str], object]) -> None:
    """Ask for the file beside the window; `then` gets its path, unless the user goes back."""
    dialog = QFileDialog(parent, translated("One page to take along"), str(Path.home() / FILE))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translated("Pages (*.html)"))
    dialog.setDefaultSuffix("html")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(then)
    dialog.open()


def write(open_history: OpenHistory, span: Span, path: Path) -> None:
    """Write the page of these days, in the language of the windows.

    Raises:
        HistoryError: The history cannot be read.
        OutputError: The file cannot be written.
    """
    from posture.reports import take_along
    from posture.reports.gather import gather
    from posture.reports.speech import ENGLISH
    from posture.reports.tables import save

    with open_history() as history:
        found = gather(history, span)
    # In English it has the shorter words of `posture pain summary`.
    speech = ENGLISH if SPEECH.say("en") == "en" else SPEECH
    save(path, take_along.page(found, span.end - timedelta(days=1), speech))
