"""Recordings: what every source promises, and what videos and folders of pictures come to."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import cv2
import numpy as np
import pytest

from posture.ports import SourceError
from posture.sources import open_source
from posture.sources.recording import LONGEST_SIDE_PX
from tests.bad_input import (
    encoded,
    make_folder,
    make_odd_pictures,
    make_partly_unreadable,
    make_pictures,
)
from tests.clips import (
    make_1x1,
    make_8k,
    make_bare_stream,
    make_clip,
    make_damaged,
    make_grey,
    make_grey_16_bit,
    make_oblong_pixels,
    make_restarted_times,
    make_rotated,
    make_variable_rate,
    picture,
    read,
)

if TYPE_CHECKING:
    from collections.abc import Callable


REAL = Path(__file__).parents[2] / "shared" / "real"


def real(name: str) -> Callable[[Path], Path]:
    def make(_: Path) -> Path:
        if not (REAL / name).is_file():
            pytest.skip("the real recordings are not here")
        return REAL / name

    return make


SOURCES: dict[str, Callable[[Path], Path]] = {
    "mp4": make_clip,
    "mov": lambda folder: make_clip(folder, "plain.mov"),
    "avi": lambda folder: make_clip(folder, "plain.avi", "MJPG"),
    "mkv": lambda folder: make_clip(folder, "plain.mkv", "FFV1"),
    "webm": lambda folder: make_clip(folder, "plain.webm", "VP80"),
    "transport stream": lambda folder: make_clip(folder, "plain.ts"),
    "gif": make_1x1,
    "bare stream": make_bare_stream,
    "folder": make_pictures,
    "one picture": lambda folder: make_pictures(folder) / "1.png",
    "real mkv": real("intel-sample-videos/brother.mkv"),
    "real gif": real("intel-sample-videos/classroom.gif"),
}


@pytest.fixture(params=SOURCES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return SOURCES[request.param](tmp_path)


def times(path: Path) -> list[float]:
    return [round(frame.timestamp_s, 6) for frame in read(path)[0]]


class TestEverySource:
    """The contract of `FrameSource`."""

    def test_frames_are_numbered_images_in_order_of_time(self, path: Path) -> None:
        frames, _ = read(path)
        assert [frame.index for frame in frames] == list(range(len(frames)))
        stamps = [frame.timestamp_s for frame in frames]
        assert stamps[0] == 0
        assert all(before < after for before, after in pairwise(stamps))
        assert all(map(math.isfinite, stamps))
        for frame in frames:
            assert frame.image.dtype == np.uint8
            assert frame.image.ndim == 3
            assert frame.image.shape[2] == 3
            assert frame.image.flags.c_contiguous

    def test_size_is_constant(self, path: Path) -> None:
        assert len({frame.image.shape for frame in read(path)[0]}) == 1

    def test_frames_do_not_share_memory(self, path: Path) -> None:
        frames, _ = read(path)
        for before, after in pairwise(frames):
            assert not np.shares_memory(before.image, after.image)

    def test_describes_itself(self, path: Path) -> None:
        frames, source = read(path)
        assert source.name == str(path)
        assert math.isnan(source.rate_hz) or source.rate_hz > 0
        assert source.frame_count is None or abs(source.frame_count - len(frames)) <= 2
        assert source.warnings == ()

    def test_close_ends_iteration_and_may_be_repeated(self, path: Path) -> None:
        source = open_source(path)
        frames = iter(source)
        next(frames)
        source.close()
        source.close()
        assert list(frames) == []
        assert list(source) == []

    def test_closed_before_reading(self, path: Path) -> None:
        source = open_source(path)
        source.close()
        assert list(source) == []

    def test_leaving_the_with_block_closes(self, path: Path) -> None:
        with pytest.raises(ZeroDivisionError), open_source(path) as source:
            raise ZeroDivisionError
        assert list(source) == []

    def test_second_loop_goes_on_where_the_first_stopped(self, path: Path) -> None:
        everything, _ = read(path)
        with open_source(path) as source:
            first = next(iter(source))
            rest = list(source)
            assert list(source) == []
        assert [first.index, *(frame.index for frame in rest)] == list(range(len(everything)))

    def test_frames_that_are_not_wanted_may_be_left_out(self, path: Path) -> None:
        every, _ = read(path)
        times_s: list[float] = []
        wanted = []
        with open_source(path) as source:
            while (time_s := source.grab()) is not None:
                if len(times_s) % 3 == 0:
                    wanted.append(source.frame())
                times_s.append(time_s)
            assert source.grab() is None
        assert times_s == [frame.timestamp_s for frame in every]
        for index, (frame, same) in enumerate(zip(wanted, every[::3], strict=True)):
            assert frame is not None
            assert (frame.index, frame.timestamp_s) == (index, same.timestamp_s)
            assert np.array_equal(frame.image, same.image)

    def test_same_bytes_give_the_same_frames(self, path: Path) -> None:
        for one, other in zip(read(path)[0], read(path)[0], strict=True):
            assert one.timestamp_s == other.timestamp_s
            assert np.array_equal(one.image, other.image)

    def test_a_string_will_do(self, path: Path) -> None:
        with open_source(str(path)) as source:
            assert next(iter(source)).index == 0


class TestVideo:
    def test_variable_rate_and_gap_are_kept(self, tmp_path: Path) -> None:
        expected = [n / 10 for n in range(10)] + [5.9 + n / 4 for n in range(10)]
        assert times(make_variable_rate(tmp_path)) == pytest.approx(expected)

    def test_times_that_begin_again_go_on(self, tmp_path: Path) -> None:
        assert times(make_restarted_times(tmp_path)) == pytest.approx([n / 10 for n in range(40)])

    def test_damaged_frames_leave_a_gap(self, tmp_path: Path) -> None:
        assert times(make_damaged(tmp_path))[4:8] == pytest.approx([0.4, 0.5, 0.8, 0.9])

    def test_phone_video_is_turned_upright(self, tmp_path: Path) -> None:
        image = read(make_rotated(tmp_path))[0][0].image
        assert image.shape == (64, 48, 3)
        # What is stored at the top shows at the right.
        assert image[:, 30:, 2].mean() > 200
        assert image[:, :18, 2].mean() < 50

    def test_pixels_become_square(self, tmp_path: Path) -> None:
        assert read(make_oblong_pixels(tmp_path))[0][0].image.shape == (48, 128, 3)

    @pytest.mark.parametrize("make", [make_grey, make_grey_16_bit])
    def test_grey_keeps_its_brightness(self, make: Callable[[Path], Path], tmp_path: Path) -> None:
        for frame in read(make(tmp_path))[0]:
            assert np.abs(frame.image.astype(int) - 3 * frame.index).max() <= 1

    def test_8k_is_reduced(self, tmp_path: Path) -> None:
        image = read(make_8k(tmp_path))[0][0].image
        assert image.shape == (1080, 1920, 3)
        assert image[:500, :, 2].min() > 200

    def test_a_count_that_cannot_be_true_is_no_count(self, tmp_path: Path) -> None:
        assert read(make_bare_stream(tmp_path))[1].frame_count is None

    def test_fps_leaves_a_video_alone(self, tmp_path: Path) -> None:
        with open_source(make_clip(tmp_path), fps=1) as source:
            assert [round(frame.timestamp_s, 6) for frame in source][:3] == [0, 0.1, 0.2]

    def test_warns_of_damage_when_closed_early(self, tmp_path: Path) -> None:
        with open_source(make_damaged(tmp_path)) as source:
            while next(iter(source)).index < 10:
                pass
        assert "damaged" in source.warnings[0]

    def test_nothing_can_be_decoded(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = make_clip(tmp_path)
        monkeypatch.setattr(cv2, "VideoCapture", Undecodable)
        with pytest.raises(SourceError, match="no frame can be decoded"):
            open_source(path)


class Undecodable:
    """A capture that opens, and fails at each frame."""

    def __init__(self, *_: object) -> None: ...
    def isOpened(self) -> bool:  # noqa: N802
        return True

    def get(self, _: int) -> float:
        return 0.0

    def set(self, *_: object) -> None: ...
    def release(self) -> None: ...
    def grab(self) -> bool:
        return True

    def retrieve(self) -> NoReturn:
        raise cv2.error("out of memory")


class TestImages:
    def test_natural_order_and_rate(self, tmp_path: Path) -> None:
        names = ("a10", "a9", "B1", "a1", "a02")
        files = {f"{name}.png": encoded(picture(n)) for n, name in enumerate(names)}
        with open_source(make_folder(tmp_path, files), fps=4) as source:
            assert source.rate_hz == 4
            assert source.frame_count == 5
            found = [(int(frame.image[-1, 0, 0]) // 3, frame.timestamp_s) for frame in source]
        assert found == [(3, 0), (4, 0.25), (1, 0.5), (0, 0.75), (2, 1)]

    def test_skipped_picture_leaves_a_gap_and_is_named(self, tmp_path: Path) -> None:
        frames, source = read(make_partly_unreadable(tmp_path))
        assert [(frame.index, frame.timestamp_s) for frame in frames] == [(0, 0.0), (1, 3.0)]
        assert "2.png" in source.warnings[0]
        assert "3.jpg" in source.warnings[0]

    def test_many_skipped_pictures_are_counted(self, tmp_path: Path) -> None:
        files = {f"{n}.png": b"no picture" for n in range(1, 9)} | {"0.png": encoded(picture(0))}
        assert "and 3 more" in read(make_folder(tmp_path, files))[1].warnings[0]

    def test_odd_pictures(self, tmp_path: Path) -> None:
        frames, _ = read(make_odd_pictures(tmp_path))
        images = [frame.image for frame in frames]
        grey, grey_deep, deep, transparent, transparent_deep, turned, tiny, large = images
        expected = picture(1)
        for image in (grey, grey_deep):
            assert np.array_equal(image[..., 0], expected[..., 2])
        for image in (deep, transparent, transparent_deep):
            assert np.array_equal(image, expected)
        assert turned.shape == (64, 48, 3)
        assert turned[:, 30:, 2].mean() > 200
        assert tiny.shape == (1, 1, 3)
        assert large.shape == (96, LONGEST_SIDE_PX, 3)

    def test_a_subfolder_with_the_name_of_a_picture(self, tmp_path: Path) -> None:
        path = make_folder(tmp_path, {"1.png": encoded(picture(0))}, "album.png")
        make_folder(path, {}, "2.png")
        assert len(read(path)[0]) == 1

    @pytest.mark.parametrize("fps", [0, -1, math.nan, math.inf])
    def test_impossible_rate(self, fps: float, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="above 0"):
            open_source(make_pictures(tmp_path), fps=fps)
