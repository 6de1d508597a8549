"""Where frames come from. Opened here; the session sees only a `FrameSource`."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from posture.ports import SourceError

if TYPE_CHECKING:
    from posture.ports import LiveSource
    from posture.sources.realtime import Skimmed

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"})
"""Files that are taken for pictures; every other file is opened as a video."""

IMAGES_PER_SECOND = 1.0
"""Rate of a folder of pictures when the user names none."""


def open_source(spec: str | Path, *, fps: float | None = None) -> Skimmed:
    """Open a recording: a video file, a folder of pictures, or one picture.

    The first frame is decoded here, so what cannot be read fails now and not later.

    Args:
        spec: Path of the file or folder.
        fps: Pictures per second of a folder, which has no times of its own
            (default `IMAGES_PER_SECOND`). A video keeps its own times.

    Raises:
        SourceError: Nothing can be read there; the message says why in one line.
    """
    if not str(spec):
        raise SourceError("no recording was named; give a video file or a folder of pictures")
    rate_hz = IMAGES_PER_SECOND if fps is None else fps
    if not (math.isfinite(rate_hz) and rate_hz > 0):
        raise SourceError(f"{rate_hz} pictures per second is no rate; give a number above 0")
    path = Path(spec)
    # cv2 takes a tenth of a second to import: only those who read frames pay for it.
    if path.suffix.lower() in IMAGE_SUFFIXES or _is_folder(path):
        from posture.sources.images import ImagesSource

        return ImagesSource(path, rate_hz=rate_hz)
    from posture.sources.video import VideoSource

    return VideoSource(path)


def open_realtime(spec: str | Path, *, loop: bool = False) -> LiveSource:
    """Open a recording that plays at its own rate, as if it were a camera.

    Args:
        spec: As for `open_source`.
        loop: Begin again at the end, with times that go on.

    Raises:
        SourceError: Nothing can be read there.
    """
    from posture.sources.realtime import Realtime

    return Realtime(open_source(spec), reopen=(lambda: open_source(spec)) if loop else None)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # the source itself will say what is wrong
