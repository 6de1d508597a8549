"""All that posture writes into files while it watches is looked at: no picture is among it.

python -m tests.proofs.writes [SECONDS]    needs the program strace

The system tells of every write: into which file, how many bytes, and the first of them. A picture
would be found by how its file begins, or, raw or unknown, by its size: what is not the history gets
fewer bytes in all than one small picture has. Programs that do write a picture are run first.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.places import environment_in

LENGTH_S = 30.0
ROOT = Path(__file__).parents[2]
CLIP = ROOT / "samples" / "slow_slump.mp4"
CALLS = "trace=write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range"
SMALL_PICTURE_BYTES = 160 * 120 * 3
"""A quarter of what the camera is asked for each way; raw."""
BEGINNINGS = {
    "JPEG": rb"\xff\xd8\xff",
    "PNG": rb"\x89PNG",
    "BMP": rb"BM.{4}\0{4}",
    "GIF": rb"GIF8",
    "TIFF": rb"II\*\0|MM\0\*",
    "WebP or AVI": rb"RIFF.{4}(WEBP|AVI )",
    "MP4": rb".{4}ftyp",
    "Matroska": rb"\x1aE\xdf\xa3",
}
WRITE = re.compile(r'^\d+ +\w+\(\d+<(?P<path>[^>]*)>, (?:"|\[\{iov_base=")(?P<bytes>(?:\\x..)*)')
COUNT = re.compile(r"= (\d+)$")
CONTROLS = {
    "a JPEG": "import cv2, numpy; cv2.imwrite('a.jpg', numpy.zeros((48, 64, 3), numpy.uint8))",
    "a raw picture": "import numpy; numpy.zeros((480, 640, 3), numpy.uint8).tofile('a.raw')",
}


@dataclass
class Written:
    """What a program wrote into files: bytes by path, and pictures by their beginning."""

    bytes: Counter[str] = field(default_factory=Counter)
    pictures: set[str] = field(default_factory=set)

    def suspects(self, history: str) -> set[str]:
        """Files that may hold a picture, and the pictures themselves."""
        large = {
            f"{path} ({count} bytes)"
            for path, count in self.bytes.items()
            if count >= SMALL_PICTURE_BYTES and not path.startswith(history)
        }
        return self.pictures | large


def traced(command: tuple[str, ...], folder: Path) -> Written:
    """Run a program and read what it wrote into files; pipes, sockets and devices are none."""
    trace = folder / "trace"
    how = ("strace", "-f", "-qq", "-y", "-xx", "-s", "16", "-e", CALLS, "-e", "status=successful")
    subprocess.run(
        (*how, "-o", str(trace), *command),
        env={**environment_in(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return read(trace.read_text(encoding="utf-8", errors="replace").splitlines())


def read(lines: list[str]) -> Written:
    """What the lines of strace tell."""
    written = Written()
    for line in lines:
        match, count = WRITE.match(line), COUNT.search(line)
        if match is None or count is None:
            continue
        path = bytes.fromhex(match["path"].replace("\\x", "")).decode(errors="replace")
        if not path.startswith("/") or path.startswith("/dev/"):
            continue
        written.bytes[path] += int(count[1])
        begin = bytes.fromhex(match["bytes"].replace("\\x", ""))
        written.pictures.update(
            f"{path} (a {name} of {count[1]} bytes)"
            for name, beginning in BEGINNINGS.items()
            if re.match(beginning, begin, re.DOTALL)
        )
    return written


def main(length_s: float = LENGTH_S) -> int:
    """Print what was written; 0 where no picture was, and one would have been noticed."""
    if shutil.which("strace") is None:
        print("the program strace is missing (on Debian: apt install strace)")
        return 1
    watching = ("--source", str(CLIP), "--loop")
    stop = ("timeout", "--preserve-status", "--signal=TERM", f"{length_s}s")
    posture = (sys.executable, "-m", "posture")
    quiet = ("--no-notify", "--no-sound", "--quiet")
    asked = {
        "run": (*posture, "run", *watching, *quiet, "--for", str(length_s), "--history", "h.db"),
        "the window": (*stop, *posture, *watching, "--window"),
    }
    proved = True
    for name, code in CONTROLS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            done = traced((sys.executable, "-c", code), folder)
            found = done.suspects("/nowhere")
            print(f"must be noticed: {name:16} {'; '.join(found) or 'NOT NOTICED'}")
            proved &= bool(found)
    for name, command in asked.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            done = traced(command, folder)
            found = done.suspects(str(folder / "h.db"))
            print(f"{name}, {length_s:.0f} s: {'; '.join(found) or 'no picture was written'}")
            for path, count in done.bytes.most_common():
                print(f"  {count:9} bytes   {path.removeprefix(place + '/')}")
            proved &= not found
    print("no picture was written" if proved else "NOT PROVED")
    return 0 if proved else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(float, sys.argv[1:2])))
