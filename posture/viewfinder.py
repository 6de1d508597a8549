"""Hands the camera's newest picture to the windows that show it, and to nobody when none does.

Nothing is stored: the one picture is forgotten when the last window looks away, and when the
camera is closed.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

from posture.ports import Closing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from posture.ports import CameraState, LiveSource
    from posture.records import Frame

    Image = NDArray[np.uint8]


class Viewfinder:
    """Holds one picture, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lookers: set[int] = set()
        self._picture: Image | None = None

    def look(self, who: object) -> None:
        """From now on somebody looks."""
        with self._lock:
            self._lookers.add(id(who))

    def look_away(self, who: object) -> None:
        """Look no longer; when nobody does, the picture is forgotten."""
        with self._lock:
            self._lookers.discard(id(who))
            if not self._lookers:
                self._picture = None

    @property
    def picture(self) -> Image | None:
        """The newest, (height, width, 3) uint8 blue-green-red; None while nobody has asked."""
        return self._picture

    def show(self, picture: Image | None) -> None:
        """Hand over the newest, or None when there is no more."""
        with self._lock:
            self._picture = picture if self._lookers else None


class Viewed(Closing):
    """A `LiveSource` whose pictures are seen through a viewfinder.

    Args:
        source: Closed with this.
        viewfinder: Gets each picture, and None at the end.
    """

    def __init__(self, source: LiveSource, viewfinder: Viewfinder) -> None:
        self.name = source.name
        self.rate_hz = source.rate_hz
        self.frame_count = source.frame_count
        self.warnings = source.warnings
        self._source = source
        self._frames = iter(source)
        self._viewfinder = viewfinder

    @property
    def state(self) -> CameraState:
        """The source's."""
        return self._source.state

    def set_rate(self, rate_hz: float) -> None:
        """Give at most so many frames per second; raises ValueError when not above 0."""
        self._source.set_rate(rate_hz)
        self.rate_hz = self._source.rate_hz

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Frame:
        frame = next(self._frames, None)
        self._viewfinder.show(None if frame is None else frame.image)
        if frame is None:
            raise StopIteration
        return frame

    def close(self) -> None:
        """Release the source and the picture; calling it again does nothing.

        A picture that is on its way is forgotten too: who reads closes once more at the end.
        """
        self._source.close()
        self.warnings = self._source.warnings
        self._viewfinder.show(None)
