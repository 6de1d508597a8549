"""Looks for a proposal beside the windows: some seconds, while nothing else waits."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.proposals_search import Found

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, or why nothing could be looked for: `error`, for the user."""

    found: Found | None
    error: str = ""


class ProposalReading(QObject):
    """Searches once, on a thread of its own.

    Args:
        look: Searches; called on that thread.
    """

    done = Signal(object)
    """An `Answer`, in the windows' thread."""
    _read = Signal(object)

    def __init__(self, look: Callable[[], Found]) -> None:
        super().__init__()
        self._look = look
        self._read.connect(self.done, Qt.ConnectionType.QueuedConnection)
        # Whoever quits meanwhile need not wait: nothing is written.
        self._thread = threading.Thread(target=self._run, name="proposals", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Until the thread has ended; its answer comes with the next events."""
        self._thread.join()

    def _run(self) -> None:
        try:
            answer = Answer(self._look())
        except PostureError as error:
            answer = Answer(None, str(error))
        except Exception as error:
            logger.exception("the search for proposals has ended")
            answer = Answer(None, f"posture made a mistake of its own: {error!r}")
        self._read.emit(answer)
