"""A watch in a test, and what it told."""

from __future__ import annotations

from datetime import UTC, datetime
from queue import Queue
from typing import TYPE_CHECKING, Any

from posture.ports import DesktopEvent
from tests.desktop.fake import WITHIN_S
from tests.desktop.services import GNOME_SAVER, path

if TYPE_CHECKING:
    from posture.desktop.watch import LinuxWatch
    from posture.quiet import Surroundings
    from tests.desktop.fake import FakeDesktop

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)  # a Wednesday


def drained(desktop: FakeDesktop) -> list[tuple[str, str, tuple[Any, ...]]]:
    """The calls that were answered so far."""
    asked = []
    while not desktop.asked.empty():
        asked.append(desktop.asked.get_nowait())
    return asked


class Watched:
    """A started watch, and what it told."""

    def __init__(self, watch: LinuxWatch, desktop: FakeDesktop) -> None:
        self.watch = watch
        self.desktop = desktop
        self.events: Queue[DesktopEvent] = Queue()
        self.known_at_event: Queue[Surroundings] = Queue()

    def start(self) -> Surroundings:
        self.watch.start(self._note)
        return self.watch.surroundings()

    def next_event(self) -> DesktopEvent:
        return self.events.get(timeout=WITHIN_S)

    def wait_for_question(self, interface: str, name: str) -> Surroundings:
        """What is known after a question of the watch was answered."""
        while self.desktop.next_call()[:2] != (interface, name):
            pass
        # Said after the answer on the same connection, so heard after it.
        self.desktop.own(GNOME_SAVER)
        self.desktop.emit(path(GNOME_SAVER), GNOME_SAVER, "ActiveChanged", "b", True)
        assert self.next_event() is DesktopEvent.LOCKED
        self.desktop.emit(path(GNOME_SAVER), GNOME_SAVER, "ActiveChanged", "b", False)
        assert self.next_event() is DesktopEvent.UNLOCKED
        return self.watch.surroundings()

    def _note(self, event: DesktopEvent) -> None:
        self.known_at_event.put(self.watch.surroundings())
        self.events.put(event)
