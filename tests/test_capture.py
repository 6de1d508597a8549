"""What is asked of OpenCV and of the system when a camera is opened."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytest

from posture.ports import CameraStateKind
from posture.sources.cameras import linux_cameras
from posture.sources.capture import USUAL_BUFFERS, CameraError, is_black, open_capture
from tests.live import CAMERA, grey
from tests.test_cameras import plug

if TYPE_CHECKING:
    from pathlib import Path

    from posture.sources.cameras import Camera
    from posture.sources.capture import Capture


class FakeDevice:
    """Stands in for cv2.VideoCapture."""

    is_open = True
    buffers = 1.0
    answer: Any = (True, grey())

    def __init__(self, *where: int) -> None:
        self.where = where
        self.wishes: dict[int, float] = {}
        self.released = False

    def isOpened(self) -> bool:  # noqa: N802
        return self.is_open

    def set(self, what: int, value: float) -> None:
        self.wishes[what] = value

    def get(self, what: int) -> float:
        assert what == cv2.CAP_PROP_BUFFERSIZE
        return self.buffers

    def _answered(self) -> Any:  # noqa: ANN401
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def grab(self) -> bool:
        return bool(self._answered())

    def retrieve(self) -> Any:  # noqa: ANN401
        return self._answered()

    def release(self) -> None:
        self.released = True


@pytest.fixture
def devices(monkeypatch: pytest.MonkeyPatch) -> list[FakeDevice]:
    made: list[FakeDevice] = []

    def make(*where: int) -> FakeDevice:
        made.append(FakeDevice(*where))
        return made[-1]

    monkeypatch.setattr(cv2, "VideoCapture", make)
    return made


@pytest.fixture
def camera(tmp_path: Path) -> Camera:
    plug(tmp_path, 0, "Cam")
    return linux_cameras(tmp_path)[0]


def opened(camera: Camera) -> Capture:
    return open_capture(camera, size_px=(640, 480), rate_hz=5)


class TestOpening:
    def test_asks_for_small_few_and_new(self, devices: list[FakeDevice], camera: Camera) -> None:
        opened(camera)
        assert devices[0].where == (0, cv2.CAP_V4L2)
        assert devices[0].wishes == {
            cv2.CAP_PROP_FOURCC: cv2.VideoWriter.fourcc(*"MJPG"),
            cv2.CAP_PROP_FRAME_WIDTH: 640,
            cv2.CAP_PROP_FRAME_HEIGHT: 480,
            cv2.CAP_PROP_FPS: 5,
            cv2.CAP_PROP_BUFFERSIZE: 1,
        }

    def test_found_again_under_another_number(
        self, devices: list[FakeDevice], tmp_path: Path
    ) -> None:
        before, after = tmp_path / "before", tmp_path / "after"
        plug(before, 0, "Cam")
        plug(after, 3, "Cam")
        opened(replace(linux_cameras(before)[0], device=after / "dev/video0"))
        assert devices[0].where == (3, cv2.CAP_V4L2)

    def test_without_a_device_file_by_number(self, devices: list[FakeDevice]) -> None:
        opened(CAMERA)
        assert devices[0].where == (0,)

    def test_refused_by_opencv(
        self, devices: list[FakeDevice], camera: Camera, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(FakeDevice, "is_open", False)
        with pytest.raises(CameraError, match="another program") as caught:
            opened(camera)
        assert caught.value.kind == CameraStateKind.BUSY
        assert devices[0].released

    @pytest.mark.parametrize("file", ["sys/class/video4linux", "dev/video0"])
    def test_unplugged(
        self, file: str, devices: list[FakeDevice], camera: Camera, tmp_path: Path
    ) -> None:
        (tmp_path / file).rename(tmp_path / "elsewhere")
        with pytest.raises(CameraError, match="Cam is not there; plug it in") as caught:
            opened(camera)
        assert caught.value.kind == CameraStateKind.GONE
        assert devices == []

    @pytest.mark.parametrize(
        ("code", "kind", "message"),
        [
            (errno.EACCES, CameraStateKind.NO_PERMISSION, r"sudo usermod -aG video \$USER"),
            (errno.EPERM, CameraStateKind.NO_PERMISSION, "log in again"),
            (errno.EBUSY, CameraStateKind.BUSY, "another program"),
            (errno.ENODEV, CameraStateKind.GONE, "not there"),
        ],
    )
    def test_refused_by_the_system(
        self,
        code: int,
        kind: CameraStateKind,
        message: str,
        camera: Camera,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(CameraError, match=message) as caught:
            opened(camera)
        assert caught.value.kind == kind

    @pytest.mark.parametrize("call", ["set", "release"])
    def test_a_device_that_throws_is_none_that_breaks_us(
        self, call: str, devices: list[FakeDevice], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def throw(*_: object) -> None:
            raise cv2.error("the device is gone")

        monkeypatch.setattr(FakeDevice, call, throw)
        capture = opened(CAMERA)
        assert capture.picture() is not None
        capture.release()
        assert len(devices) == 1

    @pytest.mark.usefixtures("devices")
    def test_one_that_does_not_tell_its_buffers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def throw(*_: object) -> None:
            raise cv2.error("the device is gone")

        monkeypatch.setattr(FakeDevice, "get", throw)
        assert opened(CAMERA).stale == USUAL_BUFFERS

    def test_leaves_no_descriptor(self, devices: list[FakeDevice], camera: Camera) -> None:
        before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - iterdir holds one open
        for _ in range(3):
            opened(camera).release()
        assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
        assert all(device.released for device in devices)


class TestReading:
    @pytest.mark.parametrize(
        "answer",
        [
            (False, None),
            (True, np.zeros((0, 0, 3), np.uint8)),
            (True, np.zeros((48, 64), np.uint8)),
            (True, np.zeros((48, 64, 3), np.uint16)),
            cv2.error("damaged"),
        ],
        ids=["none", "empty", "grey", "deep", "error"],
    )
    def test_damaged(
        self, answer: object, devices: list[FakeDevice], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(FakeDevice, "answer", answer)
        capture = opened(CAMERA)
        assert capture.picture() is None
        assert capture.grab() == (not isinstance(answer, cv2.error))
        assert len(devices) == 1

    @pytest.mark.usefixtures("devices")
    def test_sound(self) -> None:
        image = opened(CAMERA).picture()
        assert image is not None
        assert image.shape == (48, 64, 3)

    @pytest.mark.parametrize(
        ("buffers", "stale"), [(1, 0), (4, 3), (0, USUAL_BUFFERS), (-1, USUAL_BUFFERS)]
    )
    @pytest.mark.usefixtures("devices")
    def test_stale(self, buffers: float, stale: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(FakeDevice, "buffers", buffers)
        assert opened(CAMERA).stale == stale


class TestBlack:
    def test_a_face_in_the_light_of_a_screen_is_not(self) -> None:
        image = grey(2, 640, 480)
        assert is_black(image)
        image[100:200, 200:300] = 40
        assert not is_black(image)

    def test_noise_behind_a_shutter_is(self) -> None:
        noise = np.random.default_rng(1).normal(6, 4, (480, 640, 3))
        assert is_black(np.clip(noise, 0, 255).astype(np.uint8))
