"""Reading ahead: the same frames, errors and warnings as without it, and nothing left behind."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture.ports import SourceError
from posture.sources import open_source
from posture.sources.ahead import MOST_FRAMES, Ahead
from posture.sources.scripted import ScriptedSource
from tests.clips import make_clip, make_damaged, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.records import Frame


class Breaking(ScriptedSource):
    """Fails instead of giving its fifth frame, and counts what was taken."""

    def __init__(self, error: BaseException | None = None, frames: int = 100) -> None:
        super().__init__(range(frames))
        self.error = error
        self.given = 0
        self.closed = False
        self.filled = threading.Event()

    def __iter__(self) -> Iterator[Frame]:
        for frame in super().__iter__():
            if self.error is not None and self.given == 4:
                raise self.error
            self.given += 1
            if self.given == MOST_FRAMES + 1:  # one more than fits is in the reader's hand
                self.filled.set()
            yield frame

    def close(self) -> None:
        self.closed = True
        super().close()


def readers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "frames"]


def test_the_same_frames(tmp_path: Path) -> None:
    path = make_clip(tmp_path)
    expected, plain = read(path)
    with Ahead(open_source(path)) as source:
        assert (source.name, source.rate_hz) == (plain.name, plain.rate_hz)
        assert source.frame_count == plain.frame_count
        found = list(source)
        assert list(source) == []
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert (one.index, one.timestamp_s) == (other.index, other.timestamp_s)
        assert np.array_equal(one.image, other.image)
    assert not readers()


def test_the_same_warnings(tmp_path: Path) -> None:
    path = make_damaged(tmp_path)
    _, plain = read(path)
    with Ahead(open_source(path)) as source:
        for _ in source:
            pass
    assert source.warnings == plain.warnings != ()


@pytest.mark.parametrize("error", [SourceError("cut off"), KeyboardInterrupt()])
def test_an_error_comes_after_the_frames_before_it(error: BaseException) -> None:
    with Ahead(Breaking(error)) as source:
        frames = iter(source)
        assert [next(frames).index for _ in range(4)] == [0, 1, 2, 3]
        with pytest.raises(type(error)):
            next(frames)
        assert list(source) == []


def test_only_so_far_ahead_and_closed_on_the_way() -> None:
    inner = Breaking()
    source = Ahead(inner)
    assert inner.given == 0
    next(iter(source))
    assert inner.filled.wait(10)
    assert inner.given <= MOST_FRAMES + 2  # one was taken
    source.close()
    source.close()
    assert inner.closed
    assert list(source) == []
    assert not readers()


def test_closed_before_reading() -> None:
    inner = Breaking()
    Ahead(inner).close()
    assert inner.closed
    assert inner.given == 0
