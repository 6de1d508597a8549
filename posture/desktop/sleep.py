"""Keeps the computer from falling asleep for the moment that closing the camera takes."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from posture.desktop.session_bus import Address, Call
from posture.ports import Closing

if TYPE_CHECKING:
    from posture.desktop.session_bus import Body, Bus

LOGIN = Address(
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
)

_DELAY = ("sleep", "posture", "to free the camera", "delay")


class SleepDelay(Closing):
    """A delay inhibitor of login1: the computer waits some seconds at most for its release.

    Without login1 it does nothing.

    Args:
        bus: The system's; closed by the caller, after this.
    """

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._lock = threading.Lock()
        self._wanted = False
        self._held: int | None = None

    @property
    def held(self) -> bool:
        """Whether the computer would wait."""
        return self._held is not None

    def take(self) -> None:
        """Ask for a delay, in place of one that is held; does not wait for it."""
        with self._lock:
            self._wanted = True
        self._bus.ask(Call(LOGIN, "Inhibit", "ssss", _DELAY), then=self._taken)

    def release(self) -> None:
        """Let the computer sleep; nothing if it may already."""
        with self._lock:
            self._wanted = False
            held, self._held = self._held, None
        if held is not None:
            os.close(held)

    def close(self) -> None:
        """Release it for good."""
        self.release()

    def _taken(self, answer: Body | None) -> None:
        if not answer or not hasattr(answer[0], "to_raw_fd"):
            return
        given = answer[0].to_raw_fd()
        with self._lock:
            unneeded = self._held if self._wanted else given
            self._held = given if self._wanted else None
        if unneeded is not None:
            os.close(unneeded)
