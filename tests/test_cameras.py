"""Which cameras there are: a faked sysfs, and what the user may type."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import cv2
import pytest

from posture.ports import SourceError
from posture.sources import cameras as module
from posture.sources.cameras import Camera, device_capabilities, find, linux_cameras, other_cameras

if TYPE_CHECKING:
    from pathlib import Path

VIDEO, METADATA, CODEC = 0x1, 0x00A00000, 0x00008000

C920 = Camera("usb-046d_C920-video-index0", "HD Pro Webcam C920", 2)
TWINS = tuple(Camera(f"pci-usb-0:{n}", "Twin", n) for n in range(2))


def plug(
    root: Path,
    number: int,
    name: str,
    *,
    index: int = 0,
    usb: str = "1-2:1.0",
    links: tuple[str, ...] = (),
) -> None:
    """A node of a camera as Linux shows it; `links` are below /dev/v4l."""
    node = root / f"sys/class/video4linux/video{number}"
    interface = root / f"sys/devices/pci/usb1/{usb}"
    device = root / f"dev/video{number}"
    for folder in (node, interface, device.parent):
        folder.mkdir(parents=True, exist_ok=True)
    (node / "name").write_text(f"{name}\n")
    (node / "index").write_text(f"{index}\n")
    (node / "device").symlink_to(interface)
    device.touch()
    for link in links:
        path = root / "dev/v4l" / link
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(device)


def listed(root: Path, **capabilities: int) -> list[tuple[int, str, str]]:
    found = linux_cameras(root, capabilities=lambda device: capabilities.get(device.name))
    assert all(camera.device == root / f"dev/video{camera.index}" for camera in found)
    return [(camera.index, camera.name, camera.stable_id) for camera in found]


class TestLinux:
    def test_no_camera(self, tmp_path: Path) -> None:
        assert listed(tmp_path) == []

    def test_by_number_with_the_best_id(self, tmp_path: Path) -> None:
        plug(tmp_path, 10, "Plain", usb="3-1:1.0")
        plug(tmp_path, 2, "Placed", links=("by-path/pci-usb-0:2-video-index0",))
        plug(tmp_path, 4, "Known", links=("by-path/pci-usb-0:4", "by-id/usb-Known-index0"))
        assert listed(tmp_path) == [
            (2, "Placed", "pci-usb-0:2-video-index0"),
            (4, "Known", "usb-Known-index0"),
            (10, "Plain", "3-1:1.0:Plain"),
        ]

    @pytest.mark.parametrize("links", [(), ("by-path/pci-usb-0:2",), ("by-id/usb-Cam",)])
    def test_id_survives_another_number(self, links: tuple[str, ...], tmp_path: Path) -> None:
        before, after = tmp_path / "before", tmp_path / "after"
        plug(before, 0, "Cam", links=links)
        plug(after, 7, "Cam", links=links)
        assert listed(before)[0][2] == listed(after)[0][2]

    def test_only_nodes_that_capture(self, tmp_path: Path) -> None:
        for number in range(4):
            plug(tmp_path, number, f"Node {number}", usb=f"1-{number}:1.0")
        found = listed(tmp_path, video0=VIDEO, video1=METADATA, video2=CODEC)
        assert [number for number, *_ in found] == [0, 3]  # 3 does not tell

    def test_other_streams_of_a_camera_are_left_out(self, tmp_path: Path) -> None:
        plug(tmp_path, 0, "Cam")
        plug(tmp_path, 1, "Cam", index=1)
        assert [number for number, *_ in listed(tmp_path, video1=VIDEO)] == [0]

    @pytest.mark.parametrize(
        ("name", "infrared"),
        [
            ("HP IR Camera", True),
            ("Integrated_IR", True),
            ("USB2.0 FHD UVC WebCam: USB2.0 IR", True),
            ("Infrared Camera", True),
            ("Infra-Red cam", True),
            ("Integrated Camera: Integrated I", True),
            ("Integrated Camera: Integrated C", False),
            ("AIRCAM", False),
            ("Mirror", False),
        ],
    )
    def test_infrared(self, name: str, infrared: bool, tmp_path: Path) -> None:
        plug(tmp_path, 0, name)
        assert (listed(tmp_path) == []) == infrared

    def test_a_node_that_vanishes_meanwhile(self, tmp_path: Path) -> None:
        (tmp_path / "sys/class/video4linux/video0").mkdir(parents=True)
        (tmp_path / "sys/class/video4linux/videoX").mkdir(parents=True)
        assert listed(tmp_path) == [(0, "camera 0", "video0:camera 0")]

    def test_capabilities_of_what_is_no_camera(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert device_capabilities(tmp_path / "file") is None
        assert device_capabilities(tmp_path / "nothing") is None

    @pytest.mark.parametrize(
        ("every", "this", "expected"), [(0x80000000 | VIDEO, METADATA, METADATA), (VIDEO, 0, VIDEO)]
    )
    def test_capabilities(
        self,
        every: int,
        this: int,
        expected: int,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        answer = bytes(84) + every.to_bytes(4, "little") + this.to_bytes(4, "little") + bytes(12)
        monkeypatch.setattr("fcntl.ioctl", lambda *_: answer)
        (tmp_path / "video0").touch()
        assert device_capabilities(tmp_path / "video0") == expected


class TestOtherSystems:
    def test_names_from_the_optional_package(self, monkeypatch: pytest.MonkeyPatch) -> None:
        package = ModuleType("cv2_enumerate_cameras")
        found = [("Cam", "usb#1", 700), ("Windows Hello IR", "usb#2", 701), ("Old", None, 702)]
        package.enumerate_cameras = lambda: [  # type: ignore[attr-defined]
            SimpleNamespace(name=name, path=path, index=index) for name, path, index in found
        ]
        monkeypatch.setitem(sys.modules, "cv2_enumerate_cameras", package)
        assert other_cameras() == (Camera("usb#1", "Cam", 700), Camera("Old", "Old", 702))

    def test_numbers_without_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "cv2_enumerate_cameras", None)
        released: list[int] = []

        def capture(index: int) -> SimpleNamespace:
            return SimpleNamespace(
                isOpened=lambda: index in (0, 2), release=lambda: released.append(index)
            )

        monkeypatch.setattr(cv2, "VideoCapture", capture)
        monkeypatch.setattr(sys, "platform", "win32")
        assert [camera.name for camera in module.list_cameras()] == ["camera 0", "camera 2"]
        assert released == list(range(module.TRIED_INDICES))


class TestFind:
    @pytest.mark.parametrize(
        ("wanted", "expected"),
        [
            (None, TWINS[0]),
            ("usb-046d_C920-video-index0", C920),
            ("HD Pro Webcam C920", C920),
            ("hd pro webcam c920", C920),
            (" 2 ", C920),
            ("1", TWINS[1]),
            ("pci-usb-0:1", TWINS[1]),
        ],
    )
    def test_table(self, wanted: str | None, expected: Camera) -> None:
        assert find([*TWINS, C920], wanted) == expected

    def test_id_wins_over_name_and_name_over_number(self) -> None:
        by_id, by_name = Camera("2", "One", 1), Camera("b", "2", 3)
        assert find([C920, by_name, by_id], "2") == by_id
        assert find([C920, by_name], "2") == by_name

    def test_device_file(self, tmp_path: Path) -> None:
        plug(tmp_path, 0, "Cam")
        cameras = linux_cameras(tmp_path)
        assert find(cameras, str(tmp_path / "dev/video0")) == cameras[0]

    @pytest.mark.parametrize(
        ("wanted", "message"),
        [
            ("9", "no camera 9; give one of: 0 = Twin .*, 2 = HD Pro Webcam C920 .id usb-046d"),
            ("", "no camera"),
            ("Twin", "several cameras are called Twin; give a number: 0 = Twin .*, 1 = Twin"),
        ],
    )
    def test_error_lists_what_there_is(self, wanted: str, message: str) -> None:
        with pytest.raises(SourceError, match=message):
            find([*TWINS, C920], wanted)

    def test_there_is_none(self) -> None:
        with pytest.raises(SourceError, match="plug one in"):
            find([], None)


@pytest.mark.parametrize("wrong", [("", "n", 0), ("i", "", 0), ("i", "n", -1)])
def test_impossible_camera(wrong: tuple[str, str, int]) -> None:
    with pytest.raises(ValueError, match=r"needs|negative"):
        Camera(*wrong)
