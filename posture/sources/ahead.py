"""Reads a recording a few frames ahead: decoding goes on while somebody looks at a frame."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from posture.ports import Closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posture.ports import FrameSource
    from posture.records import Frame

MOST_FRAMES = 4
"""Decoded and not asked for yet; at full HD they are 25 MB."""


class Ahead(Closing):
    """The same frames, in the same order, and the same errors at the same place.

    Args:
        source: Is read on a thread of its own from the first frame that is asked for, and closed
            with this.
    """

    def __init__(self, source: FrameSource) -> None:
        self._source = source
        self.name = source.name
        self.rate_hz = source.rate_hz
        self.frame_count = source.frame_count
        self.warnings = source.warnings
        """Those of the recording, when it was read to its end or closed."""
        self._changed = threading.Condition()
        self._ready: deque[Frame] = deque()
        self._over = self._closed = False
        self._error: BaseException | None = None
        self._reader: threading.Thread | None = None

    def __iter__(self) -> Iterator[Frame]:
        return self

    def __next__(self) -> Frame:
        with self._changed:
            if self._closed:
                raise StopIteration
            if self._reader is None:
                self._reader = threading.Thread(target=self._read, name="frames", daemon=True)
                self._reader.start()
            self._changed.wait_for(lambda: self._ready or self._over or self._closed)
            if self._ready and not self._closed:
                self._changed.notify_all()
                return self._ready.popleft()
            error, self._error = self._error, None
        if error is not None:
            raise error
        raise StopIteration

    def close(self) -> None:
        """Stop reading and close the recording; calling it again does nothing."""
        with self._changed:
            self._closed = True
            self._ready.clear()
            self._changed.notify_all()
        if self._reader is not None and self._reader is not threading.current_thread():
            self._reader.join()
        self._source.close()
        self.warnings = self._source.warnings

    def _read(self) -> None:
        try:
            for frame in self._source:
                with self._changed:
                    self._changed.wait_for(lambda: len(self._ready) < MOST_FRAMES or self._closed)
                    if self._closed:
                        return
                    self._ready.append(frame)
                    self._changed.notify_all()
        except BaseException as error:  # noqa: BLE001 - raised where the frames are asked for
            self._error = error
        finally:
            with self._changed:
                self.warnings = self._source.warnings
                self._over = True
                self._changed.notify_all()
