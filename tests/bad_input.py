"""Recordings as they come in real life: odd, damaged, or no recordings at all.

`BAD_INPUTS` is the table of them with what is to be expected, for every test that takes input
from a user. What is no good video is made here, odd videos in `clips`.
"""

from __future__ import annotations

import os
import stat
import struct
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import cv2
import numpy as np

from tests.clips import (
    make_1x1,
    make_8k,
    make_bare_stream,
    make_cut_off,
    make_damaged,
    make_grey,
    make_grey_16_bit,
    make_oblong_pixels,
    make_restarted_times,
    make_rotated,
    make_stuck_times,
    make_swapped_times,
    make_variable_rate,
    make_without_index,
    picture,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[Path], Path]


def make_missing(folder: Path) -> Path:
    return folder / "missing.mp4"


def make_empty(folder: Path) -> Path:
    path = folder / "empty.mp4"
    path.touch()
    return path


def make_text(folder: Path) -> Path:
    path = folder / "text.mp4"
    path.write_text("This is not the video you are looking for.\n" * 200)
    return path


def make_text_picture(folder: Path) -> Path:
    path = folder / "text.png"
    path.write_text("no picture")
    return path


def make_audio(folder: Path) -> Path:
    path = folder / "audio.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16000))
    return path


def make_device(_: Path) -> Path:
    return Path(os.devnull)


def make_pipe(folder: Path) -> Path:
    path = folder / "pipe.mp4"
    os.mkfifo(path)
    return path


def make_socket(folder: Path) -> Path:
    path = folder / "socket.mp4"
    os.mknod(path, stat.S_IFSOCK | 0o600)
    return path


def encoded(image: np.ndarray[Any, Any], suffix: str = ".png") -> bytes:
    return cv2.imencode(suffix, image)[1].tobytes()


def sideways(jpeg: bytes) -> bytes:
    """The JPEG with an EXIF note: to be turned a quarter clockwise when shown."""
    tag = struct.pack("<HHHII", 1, 0x0112, 3, 1, 6)
    note = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + tag + bytes(4)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


def make_folder(folder: Path, files: dict[str, bytes], name: str = "pictures") -> Path:
    path = folder / name
    path.mkdir()
    for file_name, data in files.items():
        (path / file_name).write_bytes(data)
    return path


def make_pictures(folder: Path) -> Path:
    suffixes = (".png", ".jpg", ".bmp", ".tif", ".webp", ".JPEG", ".tiff")
    files = {f"{n + 1}{end}": encoded(picture(n), end.lower()) for n, end in enumerate(suffixes)}
    return make_folder(folder, files)


def make_odd_pictures(folder: Path) -> Path:
    """Grey, 16-bit, transparent, turned, tiny and large pictures in one folder."""
    colour = picture(1)
    deep = colour.astype(np.uint16) * 257
    files = {
        "1 grey.png": encoded(colour[..., 2]),
        "2 grey 16 bit.tif": encoded(deep[..., 2], ".tif"),
        "3 16 bit.png": encoded(deep),
        "4 transparent.png": encoded(np.dstack([colour, colour[..., 2]])),
        "5 transparent 16 bit.tif": encoded(np.dstack([deep, deep[..., 2]]), ".tif"),
        "6 turned.jpg": sideways(encoded(colour, ".jpg")),
        "7 tiny.png": encoded(colour[:1, :1]),
        "8 large.png": encoded(np.zeros((200, 4000), np.uint8)),
    }
    return make_folder(folder, files, "odd")


def make_partly_unreadable(folder: Path) -> Path:
    good = encoded(picture(1))
    cut_off = {"2.png": good[:60], "3.jpg": encoded(picture(1), ".jpg")[:100]}
    files = {"1.png": good, **cut_off, "10.png": good}
    return make_folder(folder, files, "partly")


def make_all_unreadable(folder: Path) -> Path:
    files = {"1.png": b"", "2.jpg": b"no picture", "3.png": encoded(picture(1))[:60]}
    return make_folder(folder, files, "unreadable")


def make_empty_folder(folder: Path) -> Path:
    return make_folder(folder, {}, "nothing")


def make_folder_without_pictures(folder: Path) -> Path:
    files = {"notes.txt": b"notes", "._1.png": b"left behind by a Mac"}
    return make_folder(folder, files, "notes")


@dataclass(frozen=True)
class BadInput:
    """One recording and what opening and reading it must come to.

    Attributes:
        name: For the test's name.
        make: Writes it.
        expected: "error" (`SourceError`), "warning" (frames and a warning), or "fine".
        says: Part of the message.
        frames: Frames to be had.
    """

    name: str
    make: Maker
    expected: Literal["error", "warning", "fine"]
    says: str = ""
    frames: int = 0


BAD_INPUTS = (
    BadInput("missing", make_missing, "error", "no such file"),
    BadInput("empty", make_empty, "error", "empty"),
    BadInput("text", make_text, "error", "no video"),
    BadInput("audio", make_audio, "error", "no video"),
    BadInput("device", make_device, "error", "not a file"),
    BadInput("pipe", make_pipe, "error", "not a file"),
    BadInput("socket", make_socket, "error", "not a file"),
    BadInput("without index", make_without_index, "error", "no video"),
    BadInput("empty folder", make_empty_folder, "error", "no pictures"),
    BadInput("no pictures", make_folder_without_pictures, "error", "no pictures"),
    BadInput("all unreadable", make_all_unreadable, "error", "none of its pictures"),
    BadInput("not a picture", make_text_picture, "error", "cannot be read"),
    BadInput("cut off", make_cut_off, "warning", "ends early", 10),
    BadInput("damaged", make_damaged, "warning", "damaged", 18),
    BadInput("stuck times", make_stuck_times, "warning", "times of", 20),
    BadInput("swapped times", make_swapped_times, "warning", "times of", 20),
    BadInput("restarted times", make_restarted_times, "warning", "times of", 40),
    BadInput("partly unreadable", make_partly_unreadable, "warning", "skipped", 2),
    BadInput("variable rate", make_variable_rate, "fine", frames=20),
    BadInput("bare stream", make_bare_stream, "fine", frames=20),
    BadInput("rotated", make_rotated, "fine", frames=20),
    BadInput("oblong pixels", make_oblong_pixels, "fine", frames=20),
    BadInput("grey", make_grey, "fine", frames=20),
    BadInput("grey 16 bit", make_grey_16_bit, "fine", frames=20),
    BadInput("1x1", make_1x1, "fine", frames=2),
    BadInput("8K", make_8k, "fine", frames=1),
    BadInput("odd pictures", make_odd_pictures, "fine", frames=8),
)
