"""Does what may take long beside the windows: a search, a write to a disk that others use."""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

END_WITHIN_S = 1.0
"""At the end a disk that hangs is waited for so long."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Answer(Generic[Found]):
    """What came of it; `found` is None where it went wrong: `error` says why, for the user."""

    found: Found | None = None
    error: str = ""


class Errands(QObject):
    """Does one thing after the other, in order, on a thread of its own.

    Args:
        parent: Whoever asks; once it is gone no answer comes.
    """

    _answered = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Callable[[], Any], Callable[[Any], object]]] = deque()
        self._thread: threading.Thread | None = None
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(
        self, work: Callable[[], Found], then: Callable[[Answer[Found]], object] = lambda _: None
    ) -> None:
        """Do this as soon as possible.

        Args:
            work: Called on that thread; of what it raises a `PostureError` is for the user.
            then: Gets the answer, in the windows' thread.
        """
        with self._lock:
            self._waiting.append((work, then))
            if self._thread is None:
                # Whoever quits meanwhile need not wait for it, unless by `wait`.
                self._thread = threading.Thread(target=self._run, name="errands", daemon=True)
                self._thread.start()

    def wait(self, within_s: float | None = None) -> None:
        """Until all is done, or so long at most; answers come with the next events."""
        if (thread := self._thread) is not None:
            thread.join(within_s)

    def _run(self) -> None:
        while (errand := self._next()) is not None:
            work, then = errand
            answer = _answer(work)
            try:
                self._answered.emit(answer, then)
            except RuntimeError:  # of Qt: it is gone
                logger.debug("nobody waits for an answer any more")

    def _next(self) -> tuple[Callable[[], Any], Callable[[Any], object]] | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._thread = None
            return None

    def _take(self, answer: Answer[Any], then: Callable[[Any], object]) -> None:
        then(answer)


def _answer(work: Callable[[], Found]) -> Answer[Found]:
    try:
        return Answer(work())
    except PostureError as error:
        return Answer(error=str(error))
    except Exception as error:
        logger.exception("an errand of the windows has ended")
        return Answer(error=f"posture made a mistake of its own: {error!r}")
