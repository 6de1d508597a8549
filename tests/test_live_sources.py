"""What every live source promises: a camera, and a recording that plays as if it were one."""

from __future__ import annotations

import math
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture.ports import CameraState, CameraStateKind
from posture.sources import open_source
from posture.sources.realtime import Realtime
from tests.clips import make_clip
from tests.live import GivingWebcam, ImpatientClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.ports import LiveSource


@pytest.fixture(params=["webcam", "realtime"])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LiveSource]:
    clock = ImpatientClock()
    plays = request.param == "realtime"
    with (
        Realtime(open_source(make_clip(tmp_path)), clock=clock, wait=clock.wait)
        if plays
        else GivingWebcam()
    ) as source:
        yield source


class TestEveryLiveSource:
    """The contract of `LiveSource`, and of `FrameSource` for what may have no end."""

    def test_frames_are_numbered_images_in_order_of_time(self, live: LiveSource) -> None:
        frames = [*islice(live, 3), *islice(live, 2)]
        assert [frame.index for frame in frames] == list(range(5))
        for before, after in pairwise(frames):
            assert 0 <= before.timestamp_s <= after.timestamp_s < math.inf
            assert before.image.shape == after.image.shape == (48, 64, 3)
            assert before.image.dtype == np.uint8
            assert not np.shares_memory(before.image, after.image)

    def test_describes_itself(self, live: LiveSource) -> None:
        next(iter(live))
        assert live.name
        assert live.rate_hz > 0
        assert live.frame_count is None
        assert live.warnings == ()
        assert live.state.kind == CameraStateKind.RUNNING
        assert live.name in live.state.text

    def test_close_ends_iteration_and_may_be_repeated(self, live: LiveSource) -> None:
        frames = iter(live)
        next(frames)
        live.close()
        live.close()
        assert list(frames) == list(live) == []
        assert live.state.kind == CameraStateKind.CLOSED

    def test_rate(self, live: LiveSource) -> None:
        live.set_rate(4)
        assert live.rate_hz == 4
        with pytest.raises(ValueError, match="above 0"):
            live.set_rate(0)


@pytest.mark.parametrize(("text", "since_s"), [("", 0), ("t", -1), ("t", math.nan)])
def test_impossible_state(text: str, since_s: float) -> None:
    with pytest.raises(ValueError, match=r"text|since_s"):
        CameraState(CameraStateKind.GONE, text, since_s)
