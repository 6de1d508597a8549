"""What every adapter shares: clips in, a JSON line out for each way in which one was judged.

Runs in a peer's environment, too: nothing is imported but Python itself and, lazily, OpenCV.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass
from importlib.metadata import version
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BASELINE_S = (1.0, 8.0)
"""In every clip the person sits upright then; alarms count from its end on."""
WARM_UP_FRAMES = 20
"""At the beginning of each clip, whose processor time does not count."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a program made of a clip.

    Attributes:
        clip: Name without its ending.
        variant: How the program was calibrated or set, in words.
        times_s: Seconds since the beginning of the clip, of every picture that it looked at.
        alarms: After each of them, whether it takes the person to slouch.
        frames: Pictures behind `processor_s`.
        processor_s: User and system seconds that they took, all threads, without decoding.
    """

    clip: str
    variant: str
    times_s: tuple[float, ...]
    alarms: tuple[bool, ...]
    frames: int
    processor_s: float

    def __post_init__(self) -> None:
        if len(self.times_s) != len(self.alarms):
            raise ValueError(f"{len(self.times_s)} times but {len(self.alarms)} alarms")


class Meter:
    """Processor seconds of this process after the warm-up.

    Attributes:
        frames: Pictures counted so far, without those of the warm-up.
    """

    def __init__(self, warm_up_frames: int = WARM_UP_FRAMES) -> None:
        self.frames = -warm_up_frames
        self._began_s = nan

    def count(self) -> None:
        """Another picture is done."""
        self.frames += 1
        if self.frames == 0:
            self._began_s = time.process_time()

    def spent_s(self) -> float:
        """Since the warm-up; NaN before its end."""
        return time.process_time() - self._began_s


def is_upright(at_s: float) -> bool:
    """Whether a time is in the stretch for calibrating."""
    return BASELINE_S[0] <= at_s < BASELINE_S[1]


def pictures(clip: Path) -> list[tuple[float, Any]]:
    """Seconds since the beginning, and the picture, blue-green-red, of every frame.

    All are decoded before the first is looked at: no program is charged for it.
    """
    import cv2

    capture = cv2.VideoCapture(str(clip))
    rate_hz = capture.get(cv2.CAP_PROP_FPS)
    found: list[tuple[float, Any]] = []
    while (read := capture.read())[0]:
        found.append((len(found) / rate_hz, read[1]))
    capture.release()
    return found


def run(packages: Sequence[str], watch: Callable[[Path], Iterable[Judged]]) -> None:
    """Print what is installed, then what comes out of each clip that the command line names."""
    print(json.dumps({"versions": {name: version(name) for name in packages}}), flush=True)
    for clip in sys.argv[1:]:
        for judged in watch(Path(clip)):
            print(json.dumps(asdict(judged)), flush=True)


def heard(lines: Iterable[str]) -> tuple[dict[str, str], list[Judged]]:
    """Versions, and what came out of the clips; whatever else a program prints is passed over."""
    versions: dict[str, str] = {}
    found: list[Judged] = []
    for line in lines:
        if line.startswith('{"versions"'):
            versions = json.loads(line)["versions"]
        elif line.startswith('{"clip"'):
            fields = json.loads(line)
            fields["times_s"], fields["alarms"] = tuple(fields["times_s"]), tuple(fields["alarms"])
            found.append(Judged(**fields))
    return versions, found
