"""The picture that is asked for is the one that comes, from every odd recording."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture.gui import clip_frames
from posture.gui.clip_frames import LONGEST_SIDE_PX, ClipFrames, Picture, shrunk
from posture.ports import SourceError
from posture.sources import open_source
from posture.sources.scripted import ScriptedSource
from tests import clips
from tests.gui.hosting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from posture.ports import FrameSource
    from posture.records import Frame

WITHIN_S = 10.0


class Numbered(ScriptedSource):
    """A hundred frames as bright as their number; it may hold at one of them."""

    def __init__(self, hold: threading.Event | None = None, at: int = 0) -> None:
        super().__init__([index / 10 for index in range(100)], size_px=(8, 6))
        self._hold, self._hold_at = hold, at

    def __iter__(self) -> Iterator[Frame]:
        for frame in super().__iter__():
            if self._hold is not None and frame.index == self._hold_at:
                self._hold.wait(WITHIN_S)
            yield type(frame)(
                np.full((6, 8, 3), frame.index, np.uint8), frame.timestamp_s, frame.index
            )


class Reader:
    """Frames of which is counted how often they were opened."""

    def __init__(self, open_frames: Callable[[], FrameSource] = Numbered) -> None:
        self.opened = 0
        self._open = open_frames
        self.frames = ClipFrames(self._again)

    def _again(self) -> FrameSource:
        self.opened += 1
        return self._open()

    def get(self, index: int) -> Picture:
        self.frames.want(index)
        until(lambda: self.frames.newest is not None and self.frames.newest.index == index)
        assert self.frames.newest is not None
        return self.frames.newest


@pytest.fixture
def read() -> Iterator[Callable[..., Reader]]:
    made: list[Reader] = []

    def one(*arguments: Callable[[], FrameSource]) -> Reader:
        made.append(Reader(*arguments))
        return made[-1]

    yield one
    for reader in made:
        reader.frames.stop()
        assert reader.frames.ended(WITHIN_S)


@pytest.mark.parametrize(
    "make",
    [
        clips.make_clip,
        clips.make_variable_rate,
        clips.make_stuck_times,
        clips.make_swapped_times,
        clips.make_restarted_times,
        clips.make_bare_stream,
        clips.make_damaged,
        clips.make_cut_off,
        clips.make_rotated,
        clips.make_oblong_pixels,
        clips.make_1x1,
    ],
)
def test_every_order_gives_the_frames_of_the_ticks(
    make: Callable[[Path], Path], tmp_path: Path, read: Callable[..., Reader]
) -> None:
    path = make(tmp_path)
    frames, _ = clips.read(path)
    reader = read(partial(open_source, path))
    last = len(frames) - 1
    for index in (last, 0, last // 2, last // 2 + 1, last // 3, last, 0):
        picture = reader.get(min(index, last))
        assert np.array_equal(picture.image, frames[min(index, last)].image)


def test_going_on_reads_on_and_steps_back_are_kept(read: Callable[..., Reader]) -> None:
    reader = read()
    for index in (50, 51, 60, 49, 48, 40, 61):
        assert int(reader.get(index).image[0, 0, 0]) == index
    assert reader.opened == 1
    reader.get(10)
    reader.get(9)
    assert reader.opened == 2


def test_what_is_kept_is_bounded(
    read: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip_frames, "MOST_BYTES", 3 * 6 * 8 * 3)
    reader = read()
    reader.get(50)
    assert sorted(reader.frames._kept) == [48, 49, 50]
    monkeypatch.setattr(clip_frames, "MOST_BYTES", 1)
    reader.get(60)
    assert sorted(reader.frames._kept) == [60]


def test_who_turns_back_is_not_waited_for(read: Callable[..., Reader]) -> None:
    hold = threading.Event()
    sources = iter([Numbered(hold, 20)])
    reader = read(lambda: next(sources, None) or Numbered())
    reader.frames.want(90)
    until(lambda: reader.frames._at == 19)
    reader.frames.want(5)
    hold.set()
    until(lambda: reader.frames.newest is not None)
    assert reader.frames.newest is not None
    assert reader.frames.newest.index == 5
    assert reader.opened == 2


def test_who_is_faster_than_the_decoder_sees_something(read: Callable[..., Reader]) -> None:
    hold = threading.Event()
    reader = read(lambda: Numbered(hold, 20))
    reader.frames.want(30)
    until(lambda: reader.frames._at == 19)
    seen: list[int] = []
    keep = reader.frames._keep

    def kept(frame: Frame) -> None:
        keep(frame)
        seen.append(-1 if reader.frames.newest is None else reader.frames.newest.index)

    reader.frames._keep = kept  # type: ignore[method-assign]
    reader.frames.want(80)
    hold.set()
    until(lambda: reader.frames.newest is not None and reader.frames.newest.index == 80)
    assert 30 in seen
    assert reader.opened == 1


def test_a_recording_that_is_gone_is_told_and_looked_for_again(
    tmp_path: Path, read: Callable[..., Reader]
) -> None:
    path = clips.make_clip(tmp_path)
    reader = read(partial(open_source, path))
    reader.get(19)
    away = path.rename(tmp_path / "away.mp4")
    reader.frames.want(0)
    until(lambda: reader.frames.error)
    assert "no such file" in reader.frames.error
    away.rename(path)
    reader.get(1)
    assert not reader.frames.error


def test_a_recording_that_became_shorter_is_told(read: Callable[..., Reader]) -> None:
    reader = read(lambda: ScriptedSource([0.0, 0.1]))
    reader.frames.want(7)
    until(lambda: reader.frames.error)
    assert "has changed" in reader.frames.error
    assert reader.frames.newest is None


def test_it_ends_while_it_reads() -> None:
    hold = threading.Event()
    frames = ClipFrames(lambda: Numbered(hold, 20))
    frames.want(90)
    until(lambda: frames._at == 19)
    assert not frames.ended(0.0)
    frames.stop()
    hold.set()
    assert frames.ended(WITHIN_S)
    assert frames.newest is None


def test_it_ends_when_it_cannot_open() -> None:
    def missing() -> FrameSource:
        raise SourceError("a.mp4: no such file")

    frames = ClipFrames(missing)
    frames.want(0)
    until(lambda: frames.error)
    frames.stop()
    assert frames.ended(WITHIN_S)


@pytest.mark.parametrize(
    ("size", "shown"),
    [((720, 1280), (720, 1280)), ((1080, 1920), (720, 1280)), ((1, 1), (1, 1)), ((1920, 4), None)],
)
def test_large_pictures_are_reduced(size: tuple[int, int], shown: tuple[int, int] | None) -> None:
    found = shrunk(np.zeros((*size, 3), np.uint8)).shape
    assert max(found) <= LONGEST_SIDE_PX
    assert shown is None or found == (*shown, 3)
