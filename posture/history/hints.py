"""What is to be said of the diary's entries now, and that it was said."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from posture.care.attention import LOOK_BACK_DAYS, Reason, worth_asking
from posture.care.diary import local_day
from posture.care.entries import HintKind, HintNote
from posture.history.rows import Span

if TYPE_CHECKING:
    from posture.history.notebook import Notebook


def due(notebook: Notebook) -> tuple[Reason, ...]:
    """Why somebody is worth asking, to be said at once: it is noted as said; mostly nothing.

    Raises:
        HistoryError: The history cannot be read or written now.
    """
    utc_s, offset_s = notebook.moment()
    hint = HintNote(utc_s, offset_s, HintKind.SPECIALIST)
    today = local_day(hint)
    span = Span(today - timedelta(days=LOOK_BACK_DAYS), today + timedelta(days=1))
    found = worth_asking(notebook.notes(span), utc_s, offset_s)
    if found:
        notebook.add(hint)
    return found
