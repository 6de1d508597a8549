"""A landmark recording in the window of recordings: no picture, the same ticks, from zero."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from posture.gui.clip_landmarks import PlainFrames, earlier, open_shown
from posture.gui.clip_show import ClipOptions, make_window
from posture.landmark_file import LandmarkError
from posture.records import Alert, AlertLevel, Part, Reason, Staleness, State, Transition
from tests.gui.hosting import until
from tests.gui.ticks import a_tick
from tests.gui.watching import WITHIN_S
from tests.live_script import FORWARD, UPRIGHT
from tests.taped import TapedWorld, replayed

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The end of a session."""
    path = tmp_path_factory.mktemp("kept") / "kept.posture"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("posture.landmark_tape.KEEP_S", 30.0)
        world = TapedWorld([(80.0, UPRIGHT), (1e9, FORWARD)], end_s=125).run()
        world.tape.keep(path)
    return path


def test_it_is_seen_from_its_first_picture_on(application: QApplication, kept: Path) -> None:
    del application
    ticks, (said,) = replayed(kept)
    assert ticks[0].timestamp_s > 60
    window = make_window(ClipOptions(kept), dark=False)
    window.show()
    try:
        until(lambda: window.playback.complete and window.settled)
        assert window.length_s == pytest.approx(ticks[-1].timestamp_s - ticks[0].timestamp_s)
        assert [tick.index for tick in window._ticks] == list(range(len(ticks)))
        (alert,) = window._alerts
        (before,) = (tick.alert for tick in ticks if tick.alert is not None)
        assert alert.timestamp_s == pytest.approx(before.timestamp_s - ticks[0].timestamp_s)
        assert said in window.notice.text()
        image = window.view.image
        assert image is not None
        assert (image.width(), image.height()) == (640, 480)
        ground = image.pixelColor(1, 1)
        assert any(
            image.pixelColor(x, y) != ground for x in range(0, 640, 4) for y in range(0, 480, 4)
        )
    finally:
        window.close()
    assert window.ended(WITHIN_S)


def test_every_moment_in_a_tick_is_moved() -> None:
    alert = Alert(100.0, AlertLevel.CUE, Part.NECK, 14.0, 30.0, "neck")
    turn = Transition(100.0, State.UPRIGHT, State.SLOUCHED, 70.0, "text")
    stale = Staleness(Reason.CAMERA_MOVED, 80.0, judged=False)
    plain = a_tick(timestamp_s=100.0)
    moved = earlier(replace(plain, transition=turn, alert=alert, staleness=stale), 60.0)
    assert moved.timestamp_s == 40.0
    assert moved.transition == replace(turn, timestamp_s=40.0, since_s=10.0)
    assert moved.alert == replace(alert, timestamp_s=40.0)
    assert moved.staleness == replace(stale, since_s=20.0)
    assert earlier(plain, 60.0).transition is None


@pytest.mark.parametrize("data", [b"", b"\x89posture", b"no recording at all"])
def test_what_is_none_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "foreign.posture"
    path.write_bytes(data)
    with pytest.raises(LandmarkError, match="is no recording"):
        make_window(ClipOptions(path))
    with pytest.raises(LandmarkError, match="is no recording"):
        PlainFrames(path)
    with pytest.raises(LandmarkError), open_shown(path, on_frame=lambda _: None):
        pass


def test_pictures_end_when_it_is_closed(kept: Path) -> None:
    with PlainFrames(kept) as frames:
        numbers = []
        for frame in frames:
            numbers.append(frame.index)
            if frame.index == 3:
                frames.close()
    assert numbers == [0, 1, 2, 3]
