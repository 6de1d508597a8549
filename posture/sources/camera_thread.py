"""The thread that talks to a camera, and how many of them may hang."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from posture.sources.pace import Clock

STUCK_PER_CAMERA, STUCK_AT_MOST = 1, 3
"""Threads that may be left behind in hung calls so that another may try: of one camera, of all."""


class CameraThread(threading.Thread):
    """Opens, reads and releases one camera; no other thread touches what it has opened.

    A call that hangs cannot be ended, only left behind: with `given_up` set, the thread releases
    the camera and ends as soon as the call returns.

    Args:
        camera_id: Whose threads are counted together.
        work: What to do; given this thread.
        clock: Monotonic seconds.
    """

    def __init__(
        self, camera_id: str, work: Callable[[CameraThread], object], clock: Clock
    ) -> None:
        # A hung camera must not keep the program from ending.
        super().__init__(name=f"camera {camera_id}", daemon=True)
        self.due_back_s = inf
        """When the call into the camera must be over; infinity while there is none."""
        self.given_up = False
        self.done = False
        self.has_shown = False
        """Whether there was a picture since the camera was last opened."""
        self._camera_id = camera_id
        self._work = work
        self._clock = clock

    def run(self) -> None:
        """Do the work."""
        self._work(self)

    @contextmanager
    def calling(self, within_s: float) -> Iterator[None]:
        """Around a call into the camera that should return within so many seconds."""
        self.due_back_s = self._clock() + within_s
        try:
            yield
        finally:
            self.due_back_s = inf

    @classmethod
    def may_start(cls, camera_id: str) -> bool:
        """Whether one more thread for this camera is allowed."""
        same, every = cls.left_behind(camera_id)
        return same <= STUCK_PER_CAMERA and every <= STUCK_AT_MOST

    @classmethod
    def may_give_up(cls, camera_id: str) -> bool:
        """Whether a hung thread of this camera may be left behind for another to try."""
        same, every = cls.left_behind(camera_id)
        return same < STUCK_PER_CAMERA and every < STUCK_AT_MOST

    @classmethod
    def left_behind(cls, camera_id: str) -> tuple[int, int]:
        """Threads in hung calls, whoever started them: of this camera, and of all."""
        threads = [t for t in threading.enumerate() if isinstance(t, cls)]
        stuck = [t for t in threads if t.given_up and not t.done]
        return sum(t._camera_id == camera_id for t in stuck), len(stuck)  # noqa: SLF001 - its own
