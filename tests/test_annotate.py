"""Annotated video: its name, its time, and how writing can fail."""

from __future__ import annotations

import subprocess
import sys
from math import nan
from typing import TYPE_CHECKING

import cv2
import pytest

import posture.annotate
from posture.annotate import MAX_HOLD_S, AnnotatedVideo
from posture.overlay import Layout, Overlay
from posture.ports import OutputError
from posture.records import Alert, AlertLevel, Part
from tests.drawing import HEIGHT, WIDTH, a_pose, a_tick, grey

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> tuple[int, float, tuple[int, int]]:
    """Frames, duration in seconds and size of a video."""
    capture = cv2.VideoCapture(str(path))
    frames, rate = capture.get(cv2.CAP_PROP_FRAME_COUNT), capture.get(cv2.CAP_PROP_FPS)
    size = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
    capture.release()
    return int(frames), frames / rate, size


def test_video_is_written_under_its_name_only_when_complete(tmp_path: Path) -> None:
    path = tmp_path / "clip.annotated.mp4"
    with AnnotatedVideo(path, 10.0, WIDTH, HEIGHT) as video:
        for index in range(20):
            video.write(grey(), a_tick(index / 10.0, pose=a_pose()))
        assert not path.exists()
    layout = Layout.of(WIDTH, HEIGHT)
    assert read(path) == (20, 2.0, (layout.width_px, layout.height_px))
    assert list(tmp_path.iterdir()) == [path]
    video.close()


def test_same_ticks_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.mp4", "two.mp4"):
        with AnnotatedVideo(tmp_path / name, 10.0, 64, 48) as video:
            for index in range(10):
                video.write(grey(64, 48, 20 * index), a_tick(index / 10.0))
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


@pytest.mark.parametrize("rate_hz", [nan, 0.0, 0.2, 10.0, 23.976, 29.97002997, 1000.0])
def test_video_keeps_the_recording_time(tmp_path: Path, rate_hz: float) -> None:
    path = tmp_path / "clip.mp4"
    with AnnotatedVideo(path, rate_hz, 64, 48) as video:
        for timestamp_s in (5.0, 5.1, 5.15, 5.16, 6.9, 7.0, 7.0, 7.9, 8.0):
            video.write(grey(64, 48), a_tick(timestamp_s))
    assert read(path)[1] == pytest.approx(3.1, abs=0.3)


def test_a_very_long_gap_is_shortened(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with AnnotatedVideo(path, 5.0, 64, 48) as video:
        for timestamp_s in (0.0, 1.0, 9000.0, 9001.0):
            video.write(grey(64, 48), a_tick(timestamp_s))
    assert read(path)[1] == pytest.approx(MAX_HOLD_S + 3.0, abs=0.5)


def test_alert_stays_four_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    banners: list[str | None] = []

    def watch(_overlay: Overlay, image: object, _tick: object, banner: str | None) -> object:
        banners.append(banner)
        return image

    monkeypatch.setattr(Overlay, "draw", watch)
    alert = Alert(1.0, AlertLevel.CUE, Part.NECK, 14.0, 35.0, "neck 14°")
    layout = Layout.of(64, 48)
    image = grey(layout.width_px, layout.height_px)
    with AnnotatedVideo(tmp_path / "clip.mp4", 5.0, 64, 48) as video:
        for second in range(8):
            video.write(image, a_tick(float(second), alert=alert if second == 1 else None))
    assert banners == [None, *["neck 14°"] * 4, None, None, None]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
@pytest.mark.parametrize("keep_partial", [True, False])
def test_interrupted_video(tmp_path: Path, error: type[BaseException], keep_partial: bool) -> None:
    path = tmp_path / "clip.mp4"

    def interrupted() -> None:
        with AnnotatedVideo(path, 10.0, 64, 48, keep_partial=keep_partial) as video:
            for index in range(5):
                video.write(grey(64, 48), a_tick(index / 10.0))
            raise error

    with pytest.raises(error):
        interrupted()
    assert list(tmp_path.iterdir()) == ([path] if keep_partial else [])
    if keep_partial:
        assert read(path)[0] == 5


def test_no_frame_no_file(tmp_path: Path) -> None:
    with AnnotatedVideo(tmp_path / "clip.mp4", 10.0, 64, 48):
        pass
    assert list(tmp_path.iterdir()) == []


def test_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "clip.mp4"
    with pytest.raises(OutputError, match=r"clip\.mp4.*No such file") as caught:
        AnnotatedVideo(path, 10.0, 64, 48)
    assert "\n" not in str(caught.value)


def test_a_folder_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.mkdir()
    video = AnnotatedVideo(path, 10.0, 64, 48)
    video.write(grey(64, 48), a_tick())
    with pytest.raises(OutputError, match=r"clip\.mp4"):
        video.close()
    assert list(tmp_path.iterdir()) == [path]


def test_closed_video_takes_no_frames(tmp_path: Path) -> None:
    video = AnnotatedVideo(tmp_path / "clip.mp4", 10.0, 64, 48)
    video.close()
    with pytest.raises(OutputError, match="closed"):
        video.write(grey(64, 48), a_tick())


def test_nearly_full_disk_stops_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill() -> None:
        with AnnotatedVideo(tmp_path / "clip.mp4", 10.0, 64, 48) as video:
            for index in range(5):
                video.write(grey(64, 48), a_tick(index / 10.0))

    monkeypatch.setattr(posture.annotate, "_LEAST_FREE_BYTES", 2**62)
    with pytest.raises(OutputError, match="disk is full"):
        fill()
    assert list(tmp_path.iterdir()) == []


FILE_SIZE_LIMIT = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from posture.annotate import AnnotatedVideo
from posture.ports import OutputError
from posture.records import Angles, Deviation, State, Tick
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
noise = np.random.default_rng(0).integers(0, 255, (360, 360, 3), dtype=np.uint8)
try:
    with AnnotatedVideo(Path(sys.argv[1]), 10.0, 360, 360) as video:
        for i in range(30):
            tick = Tick(i / 10, i, Angles(), Deviation(), State.UPRIGHT, None, 0.0, 0.0)
            video.write(np.roll(noise, 31 * i, axis=1), tick)
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit")
def test_writes_that_fail_silently_are_noticed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FILE_SIZE_LIMIT, str(tmp_path / "clip.mp4")]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "clip.mp4: the annotated video could not be written" in result.stdout
    assert list(tmp_path.iterdir()) == []
