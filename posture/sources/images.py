"""Folders of pictures, or one picture, through OpenCV."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from posture.ports import SourceError
from posture.sources import IMAGE_SUFFIXES
from posture.sources.recording import (
    Recording,
    bounded,
    require_file,
    shown,
    silence_opencv,
    unreadable,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from posture.sources.recording import Image

NAMED_AT_MOST = 5
"""Skipped pictures whose names are told."""


class ImagesSource(Recording):
    """The pictures of a folder in the natural order of their names ("2.png" before "10.png").

    Picture k is at k / `rate_hz` seconds. One that cannot be read is skipped, with a warning, and
    leaves a gap. Turned upright as its EXIF data ask, no larger than `LONGEST_SIDE_PX`; grey,
    16-bit and transparent ones come as (h, w, 3) uint8 like any other. Each keeps its own size.

    Args:
        path: The folder (its own pictures, not those of folders in it), or one picture.
        rate_hz: Pictures per second, above 0.

    Raises:
        SourceError: There is no picture that can be read.
    """

    def __init__(self, path: Path, *, rate_hz: float) -> None:
        self._paths = _pictures(path)
        self._path = self._paths[0]
        self._skipped: list[str] = []
        super().__init__(path, rate_hz=rate_hz, frame_count=len(self._paths))
        if self._first is None:
            what = "none of its pictures can be read" if path.is_dir() else "cannot be read"
            raise SourceError(f"{self.name}: {what}: damaged, or not a picture; export it again")

    def _grabbed(self) -> Generator[float, None, None]:
        silence_opencv()
        for place, path in enumerate(self._paths):
            self._path = path
            yield place / self.rate_hz

    def _picture(self) -> Image | None:
        image = _decode(self._path)
        if image is None:
            self._skipped.append(shown(self._path))
            self.warnings = (_told(self._skipped),)
            return None
        return bounded(image)


def _pictures(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            require_file(path)
            return [path]
        paths = [
            entry
            for entry in path.iterdir()
            if entry.suffix.lower() in IMAGE_SUFFIXES
            and not entry.name.startswith(".")
            and entry.is_file()
        ]
    except OSError as error:
        raise unreadable(path, error) from error
    if not paths:
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        raise SourceError(f"{shown(path)}: no pictures in this folder; it needs {kinds} files")
    return sorted(paths, key=_natural_order)


def _natural_order(path: Path) -> tuple[list[str | int], str]:
    # The split alternates between text and digits, so texts only ever meet texts.
    parts = re.split(r"(\d+)", path.name.casefold())
    return [int(part) if part.isdecimal() else part for part in parts], path.name


def _decode(path: Path) -> Image | None:
    """The picture as (h, w, 3) uint8, or None if it cannot be read."""
    try:
        # Not cv2.imread: it does not tell why it failed, nor open every name.
        data = np.frombuffer(path.read_bytes(), np.uint8)
        with _muted_stderr():
            return cv2.imdecode(data, cv2.IMREAD_COLOR)  # type: ignore[return-value]
    except (OSError, cv2.error):
        return None


def _told(skipped: list[str]) -> str:
    names = ", ".join(skipped[:NAMED_AT_MOST])
    if len(skipped) > NAMED_AT_MOST:
        names += f" and {len(skipped) - NAMED_AT_MOST} more"
    return f"{names}: cannot be read, skipped; export again"


@contextmanager
def _muted_stderr() -> Iterator[None]:
    """Discard what is written to the terminal: libpng and libjpeg cannot be told to be quiet."""
    try:
        saved = os.dup(2)
    except OSError:  # no terminal at all
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
