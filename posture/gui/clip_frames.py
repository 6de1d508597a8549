"""The pictures of a recording by their number, decoded on a thread of its own; none is stored.

Files are read from their beginning: asked to jump, decoders of some formats land on another frame
than they say. Going back means reading anew, and a few pictures before each one that was wanted
are kept, so that steps back are quick.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture.gui.translations import translated
from posture.ports import PostureError
from posture.sources.recording import resized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from posture.ports import FrameSource
    from posture.records import Frame

    Image = NDArray[np.uint8]

LONGEST_SIDE_PX = 1280
"""Larger pictures are reduced to this: a window is seldom larger."""

MOST_BYTES = 64 * 2**20
"""Of pictures that are kept: 24 of 1280 by 720."""

KEPT_BEFORE = 16
"""Pictures before a wanted one that are kept on the way to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A decoded picture.

    Attributes:
        index: Frames before this one.
        image: (height, width, 3) uint8, blue-green-red.
    """

    index: int
    image: Image


class ClipFrames:
    """Decodes the frame that was last asked for; begins at once.

    Args:
        open_frames: Opens the recording at its beginning; called on a thread of this.
    """

    def __init__(self, open_frames: Callable[[], FrameSource]) -> None:
        self.newest: Picture | None = None
        """What was found last."""
        self.error = ""
        """Why the picture that was last looked for was not found; empty when it was."""
        self._open = open_frames
        self._source: FrameSource | None = None
        self._frames: Iterator[Frame] = iter(())
        self._at = -1
        self._kept: OrderedDict[int, Image] = OrderedDict()
        self._changed = threading.Condition()
        self._wanted: int | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="clip frames", daemon=True)
        self._thread.start()

    def want(self, index: int) -> None:
        """Ask for a frame in place of the one before; does not wait."""
        with self._changed:
            self._wanted = index
            self._changed.notify_all()

    def stop(self) -> None:
        """End after the picture that is being decoded."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def ended(self, within_s: float) -> bool:
        """Wait for the end; whether it came in time."""
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            done: int | None = None
            while (target := self._next(done)) is not None:
                image = self._kept.get(target)
                if image is None:
                    image = self._read(target)
                else:
                    self._kept.move_to_end(target)
                if image is not None:
                    self.error = ""
                    self.newest = Picture(target, image)
                done = target
        finally:
            self._leave()

    def _next(self, done: int | None) -> int | None:
        """Wait for another wish; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wanted != done)
            return None if self._closed else self._wanted

    def _read(self, target: int) -> Image | None:
        """Read on until a frame; None when another is wanted that is not on the way, or at the end.

        One that is further on does not count as another: played too fast to follow, something is
        still seen.
        """
        try:
            if self._source is None or target <= self._at:
                self._reopen()
            for frame in self._frames:
                self._at = frame.index
                if frame.index >= target - KEPT_BEFORE:
                    self._keep(frame)
                if frame.index >= target:
                    break
                if self._turned(target):
                    return None
        except PostureError as error:
            self.error = str(error)
            self._leave()
            return None
        if target not in self._kept:
            self.error = translated("The recording has changed since it was opened; open it again")
        return self._kept.get(target)

    def _turned(self, target: int) -> bool:
        with self._changed:
            wanted = self._wanted
            back = wanted is not None and wanted != target and wanted <= self._at
            return self._closed or back

    def _reopen(self) -> None:
        self._leave()
        self._source = self._open()
        self._frames = iter(self._source)

    def _leave(self) -> None:
        if self._source is not None:
            self._source.close()
        self._source, self._frames, self._at = None, iter(()), -1

    def _keep(self, frame: Frame) -> None:
        self._kept[frame.index] = shrunk(frame.image)
        self._kept.move_to_end(frame.index)
        # At least the frame that is wanted stays, however large.
        while len(self._kept) > 1 and sum(i.nbytes for i in self._kept.values()) > MOST_BYTES:
            self._kept.popitem(last=False)


def shrunk(image: Image) -> Image:
    """The picture, no larger than `LONGEST_SIDE_PX`."""
    height, width = image.shape[:2]
    scale = LONGEST_SIDE_PX / max(height, width)
    return image if scale >= 1 else resized(image, width * scale, height * scale)
