"""A fact that nobody tells of, so that it is asked for again and again."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from posture.ports import Closing

if TYPE_CHECKING:
    from collections.abc import Callable

CLOSE_WITHIN_S = 0.5

logger = logging.getLogger(__name__)


class Polled(Closing):
    """Asks on a thread of its own: whoever wants to know never waits for the answer.

    Args:
        ask: Gives the fact, or None when it is unknown.
        every_s: How long to wait between an answer and the next question.
        name: Of the thread.
    """

    def __init__(self, ask: Callable[[], bool | None], every_s: float, name: str) -> None:
        self.value: bool | None = None
        """The newest answer; None before the first, and after the end."""
        self._ask = ask
        self._every_s = every_s
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ask no more; one who does not answer is not waited for long."""
        self._closed.set()
        self._thread.join(CLOSE_WITHIN_S)
        self.value = None

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                value = self._ask()
            except Exception:
                logger.exception("%s could not be found out", self._thread.name)
                value = None
            if not self._closed.is_set():
                self.value = value
            self._closed.wait(self._every_s)
