"""A recording that plays as if it were a camera: early, late and slow readers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.ports import CameraStateKind
from posture.sources import open_realtime, open_source
from posture.sources.realtime import Realtime
from posture.sources.scripted import ScriptedSource
from tests.clips import make_clip
from tests.live import GUARD_S, FakeClock, ImpatientClock, kind, started

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posture.records import Frame

TENTHS = [n / 10 for n in range(20)]


def played(times: Sequence[float], clock: ImpatientClock, *, loop: bool = False) -> Realtime:
    source = ScriptedSource(times, size_px=(8, 6))
    reopen = (lambda: ScriptedSource(times, size_px=(8, 6))) if loop else None
    return Realtime(source, reopen=reopen, clock=clock, wait=clock.wait)


class TestPlaying:
    def test_quick_reader_gets_every_frame_at_its_time(self) -> None:
        clock = ImpatientClock()
        found = []
        for frame in played(TENTHS, clock):
            assert clock.now_s == pytest.approx(frame.timestamp_s)
            found.append((frame.index, frame.timestamp_s))
        assert found == list(enumerate(TENTHS))

    def test_late_reader_gets_the_newest_that_is_due(self) -> None:
        clock = ImpatientClock()
        stamps = []
        for frame in played(TENTHS, clock):
            stamps.append(frame.timestamp_s)
            clock.now_s += 0.45
        assert stamps == [0, 0.4, 0.9, 1.3, 1.8, 1.9]

    def test_time_begins_when_the_first_frame_is_asked_for(self) -> None:
        clock = ImpatientClock()
        source = played(TENTHS, clock)
        clock.now_s += 100
        assert [next(source).timestamp_s, next(source).timestamp_s] == [0, 0.1]

    def test_reader_who_is_later_than_the_end_gets_the_last(self) -> None:
        clock = ImpatientClock()
        source = played(TENTHS, clock)
        next(source)
        clock.now_s += 100
        assert [frame.timestamp_s for frame in source] == [1.9]
        assert kind(source) == CameraStateKind.CLOSED
        assert source.state.since_s == 100

    def test_empty(self) -> None:
        assert list(played([], ImpatientClock())) == []
        assert list(played([], ImpatientClock(), loop=True)) == []

    @given(
        steps=st.lists(st.floats(0, 3), max_size=40),
        lags=st.lists(st.floats(0, 5), min_size=1, max_size=10),
    )
    def test_never_early_never_twice_never_older_than_it_must_be(
        self, steps: list[float], lags: list[float]
    ) -> None:
        times = [sum(steps[:n]) for n in range(len(steps) + 1)]
        clock = ImpatientClock()
        asked_s, last_s = 0.0, -1.0
        for count, frame in enumerate(played(times, clock)):
            position_s = clock.now_s
            assert frame.index == count
            assert last_s <= frame.timestamp_s <= position_s + 1e-9
            assert not [t for t in times if frame.timestamp_s < t <= asked_s - 1e-9]
            last_s = frame.timestamp_s
            clock.now_s += lags[count % len(lags)]
            asked_s = clock.now_s
        assert last_s == times[-1]


class TestRate:
    def test_fewer_frames(self) -> None:
        source = played(TENTHS, ImpatientClock())
        source.set_rate(5)
        assert source.rate_hz == 5
        assert [frame.timestamp_s for frame in source] == TENTHS[::2]

    def test_changes_on_the_way(self) -> None:
        source = played(TENTHS, ImpatientClock())
        source.set_rate(2)
        stamps = [next(source).timestamp_s for _ in range(2)]
        source.set_rate(10)
        stamps += [next(source).timestamp_s for _ in range(3)]
        assert stamps == [0, 0.4, 0.6, 0.7, 0.8]  # 0.4 is a little early for 0.5

    @pytest.mark.parametrize("rate_hz", [0, -1, math.nan])
    def test_impossible(self, rate_hz: float) -> None:
        with pytest.raises(ValueError, match="above 0"):
            played(TENTHS, ImpatientClock()).set_rate(rate_hz)


class Counting(ScriptedSource):
    """Counts the frames that are read; those of some times are damaged."""

    def __init__(self, damaged: Sequence[float] = ()) -> None:
        super().__init__(TENTHS, size_px=(8, 6))
        self.read: list[float] = []
        self._damaged = damaged

    def frame(self) -> Frame | None:
        frame = super().frame()
        assert frame is not None
        self.read.append(frame.timestamp_s)
        return None if frame.timestamp_s in self._damaged else frame


class TestSkipping:
    def test_only_what_is_wanted_is_read(self) -> None:
        clock, recording = ImpatientClock(), Counting()
        source = Realtime(recording, clock=clock, wait=clock.wait)
        source.set_rate(5)
        assert [frame.timestamp_s for frame in source] == recording.read == TENTHS[::2]

    def test_damaged_ones_are_left_out(self) -> None:
        clock = ImpatientClock()
        source = Realtime(Counting([0.3, 1.9]), clock=clock, wait=clock.wait)
        found = [(frame.index, frame.timestamp_s) for frame in source]
        assert found == list(enumerate(t for t in TENTHS if t not in (0.3, 1.9)))


class TestLoop:
    def test_times_go_on(self, tmp_path: Path) -> None:
        path, clock = make_clip(tmp_path), ImpatientClock()
        source = Realtime(
            open_source(path), reopen=lambda: open_source(path), clock=clock, wait=clock.wait
        )
        with source:
            stamps = [next(source).timestamp_s for _ in range(50)]
        assert stamps == pytest.approx([n / 10 for n in range(50)])
        assert list(source) == []

    def test_opened_by_path(self, tmp_path: Path) -> None:
        path = make_clip(tmp_path)
        with open_realtime(path, loop=True) as source:
            assert next(iter(source)).index == 0
            assert source.name == str(path)
            assert source.rate_hz == 10


class TestClose:
    def test_ends_a_wait_in_another_thread(self) -> None:
        clock = FakeClock()
        source = Realtime(ScriptedSource([0, 3600]), clock=clock, wait=clock.wait)
        found: list[float] = []
        reading = started(lambda: found.extend(f.timestamp_s for f in source), "reading")
        assert clock.until_waiting("reading") == 3600
        assert kind(source) == CameraStateKind.RUNNING
        source.close()
        reading.join(GUARD_S)
        assert not reading.is_alive()
        assert found == [0]
        assert kind(source) == CameraStateKind.CLOSED

    def test_releases_the_recording(self) -> None:
        recording = ScriptedSource(TENTHS)
        source = Realtime(recording)
        next(source)
        source.close()
        source.close()
        assert list(recording) == []
        assert list(source) == []
