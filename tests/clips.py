"""Clips made in the test: plain ones, and videos as odd or damaged as in real life.

Each `make_...` writes one into a folder and returns its path. `read` reads one to its end.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from posture.estimators.scripted import ScriptedEstimator
from posture.sources import open_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from posture.ports import FrameSource
    from posture.records import Frame, Pose

WIDTH, HEIGHT, RATE_HZ, COUNT = 64, 48, 10.0, 20
"""Of the plain clips: red above and dark below, brighter from frame to frame."""


def picture(index: int, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray[Any, Any]:
    image = np.full((height, width, 3), 3 * index % 128, np.uint8)
    image[: height // 2, :, 2] = 255
    return image


def make_clip(
    folder: Path, name: str = "plain.mp4", fourcc: str = "mp4v", count: int = COUNT
) -> Path:
    path = folder / name
    code = cv2.VideoWriter.fourcc(*fourcc)
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, RATE_HZ, (WIDTH, HEIGHT))
    for index in range(count):
        writer.write(picture(index))
    writer.release()
    return path


def put_in_front(patch: pytest.MonkeyPatch, script: Callable[[float], Pose | None]) -> None:
    """Let whoever looks at a recording see what a script says for each second."""
    name = "posture.estimators.mediapipe.MediaPipeEstimator"
    patch.setattr(name, lambda: ScriptedEstimator(script))


_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})


def box(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I4s", len(payload) + 8, kind) + payload


def edited(data: bytes, edits: dict[bytes, Callable[[bytes], bytes]]) -> bytes:
    """The mp4 with each box named in `edits` replaced by what the function makes of its payload.

    The index must come after the pictures: their places in the file must not move.
    """
    result, start = b"", 0
    while start < len(data):
        size, kind = struct.unpack(">I4s", data[start : start + 8])
        payload = data[start + 8 : start + size]
        if kind in edits:
            result += edits[kind](payload)
        else:
            result += box(kind, edited(payload, edits) if kind in _CONTAINERS else payload)
        start += size
    return result


def _nothing(_: bytes) -> bytes:
    return b""


def make_edited(folder: Path, name: str, edits: dict[bytes, Callable[[bytes], bytes]]) -> Path:
    path = make_clip(folder, name)
    path.write_bytes(edited(path.read_bytes(), edits))
    return path


def _durations(*runs: tuple[int, int]) -> Callable[[bytes], bytes]:
    """A table of frame durations: (frames, duration in 1/10240 s) runs."""
    table = b"".join(struct.pack(">II", *run) for run in runs)
    return lambda _: box(b"stts", struct.pack(">II", 0, len(runs)) + table)


def make_variable_rate(folder: Path) -> Path:
    """Ten frames at 10 Hz, a pause of 5 s, ten frames at 4 Hz."""
    runs = _durations((9, 1024), (1, 51200), (10, 2560))
    return make_edited(folder, "variable_rate.mp4", {b"stts": runs, b"edts": _nothing})


def make_stuck_times(folder: Path) -> Path:
    """Frames that last no time: FFmpeg makes up most times, and has none for the last frame."""
    return make_edited(folder, "stuck.mp4", {b"stts": _durations((20, 0)), b"edts": _nothing})


def make_swapped_times(folder: Path) -> Path:
    """One frame's time is 0.3 s late, so that the next ones seem to come before it."""
    offsets = [3072 if index == 5 else 0 for index in range(COUNT)]
    table = b"".join(struct.pack(">II", 1, offset) for offset in offsets)
    late = box(b"ctts", struct.pack(">II", 0, COUNT) + table)
    edits = {b"stts": lambda payload: box(b"stts", payload) + late, b"edts": _nothing}
    return make_edited(folder, "swapped.mp4", edits)


def make_restarted_times(folder: Path) -> Path:
    """Two recordings in one file: the times of the second begin again."""
    path = make_clip(folder, "restarted.ts")
    path.write_bytes(path.read_bytes() * 2)
    return path


def make_bare_stream(folder: Path) -> Path:
    """MPEG-4 pictures without a container: nobody says how many."""
    data = make_clip(folder, "bare.mp4").read_bytes()
    header = data[data.index(b"\0\0\1\xb0") : data.index(b"\0\0\1\xb2")]
    path = folder / "bare.m4v"
    path.write_bytes(header + data[data.index(b"mdat") + 4 : data.index(b"moov") - 4])
    return path


def make_rotated(folder: Path) -> Path:
    """A phone held upright: stored lying, to be turned a quarter clockwise when shown."""
    quarter = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, HEIGHT << 16, 0, 1 << 30)
    edits = {b"tkhd": lambda header: box(b"tkhd", header[:40] + quarter + header[76:])}
    return make_edited(folder, "rotated.mp4", edits)


def make_oblong_pixels(folder: Path) -> Path:
    """Pixels twice as wide as high."""
    path = make_clip(folder, "oblong.mp4")
    data = path.read_bytes()
    start = data.index(b"btrt")  # a box with the bit rate, which nobody misses
    path.write_bytes(data[:start] + b"pasp" + struct.pack(">II", 2, 1) + data[start + 12 :])
    return path


def make_cut_off(folder: Path) -> Path:
    """Half of an mp4 that has its index in front."""
    path = make_clip(folder, "cut_off.mp4")
    data = path.read_bytes()
    pictures, index = data.index(b"mdat") - 4, data.index(b"moov") - 4
    moov = data[index:]

    def shift(payload: bytes) -> bytes:
        version, count, *places = struct.unpack(f">{len(payload) // 4}I", payload)
        moved = (place + len(moov) for place in places)
        return box(b"stco", struct.pack(f">{len(payload) // 4}I", version, count, *moved))

    in_front = data[:pictures] + edited(moov, {b"stco": shift}) + data[pictures:index]
    path.write_bytes(in_front[: len(in_front) - (index - pictures) // 2])
    return path


def make_without_index(folder: Path) -> Path:
    """An mp4 whose recording was interrupted: the index was never written."""
    path = make_clip(folder, "without_index.mp4")
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"moov") - 4])
    return path


def make_damaged(folder: Path) -> Path:
    """The bytes of some frames in the middle are lost."""
    path = make_clip(folder, "damaged.avi", "MJPG")
    data = bytearray(path.read_bytes())
    for number in (8, 9):
        start = -1
        for _ in range(number):
            start = data.index(b"00dc", start + 1)
        (size,) = struct.unpack("<I", data[start + 4 : start + 8])
        data[start + 8 : start + 8 + size] = bytes(size)
    path.write_bytes(data)
    return path


def _make_grey(folder: Path, name: str, depth: int) -> Path:
    path = folder / name
    properties = [cv2.VIDEOWRITER_PROP_IS_COLOR, 0, cv2.VIDEOWRITER_PROP_DEPTH, depth]
    code = cv2.VideoWriter.fourcc(*"FFV1")
    size = (WIDTH, HEIGHT)
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, RATE_HZ, size, properties)
    for index in range(COUNT):
        grey = picture(index)[..., 1]
        writer.write(grey if depth == cv2.CV_8U else grey.astype(np.uint16) * 257)
    writer.release()
    return path


def make_grey(folder: Path) -> Path:
    return _make_grey(folder, "grey.mkv", cv2.CV_8U)


def make_grey_16_bit(folder: Path) -> Path:
    return _make_grey(folder, "grey16.mkv", cv2.CV_16U)


def make_8k(folder: Path) -> Path:
    path = folder / "8k.avi"
    code = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, RATE_HZ, (7680, 4320))
    writer.write(picture(1, 7680, 4320))
    writer.release()
    return path


def make_1x1(folder: Path) -> Path:
    """The smallest video there is: a GIF of two frames of one pixel, half a second each."""
    screen = struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    control = b"\x21\xf9\x04\0" + struct.pack("<H", 50) + b"\0\0"
    pixel = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    path = folder / "1x1.gif"
    path.write_bytes(b"GIF89a" + screen + (control + pixel) * 2 + b"\x3b")
    return path


def read(path: Path) -> tuple[list[Frame], FrameSource]:
    """All frames of a recording, and the source they came from (closed)."""
    with open_source(path) as source:
        return list(source), source
