"""Damaged copies of real files, by chance: videos, and what posture itself has written."""

from __future__ import annotations

import struct
import warnings
from collections import deque
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from posture import profile, proposals_store, settings_file
from posture.commands import Calibrate, decode_command, encode_command
from posture.history.keeper import FILE
from posture.history.reader import Reader
from posture.history.rescue import open_store
from posture.landmark_replay import open_landmarks
from posture.ports import PostureError
from posture.settings import Settings
from tests.history.script import BEGAN
from tests.live_script import upright_profile
from tests.proofs.faults.fault import Fault
from tests.proofs.faults.users import SAMPLES, User, fill
from tests.taped import eventful

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from tests.proofs.faults.fault import Attempt

CODES = tuple(range(7))
BOXES = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsz", b"stts", b"stco", b"stsd", b"mdat")
SIZES = (0, 1, 7, 0x7FFFFFFF, 0xFFFFFFFF)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 10, 100, 1000))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing, or a piece."""
    one, two = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:two] if chance.random() < 0.5 else data[:one] + data[two:]


def zeroed(data: bytes, chance: random.Random) -> bytes:
    """A block is empty, as after a crash."""
    begin = chance.randrange(len(data))
    length = min(chance.choice((512, 4096, 65536)), len(data) - begin)
    return data[:begin] + bytes(length) + data[begin + length :]


def resized(data: bytes, chance: random.Random) -> bytes:
    """Boxes of the container say that they have another size, or hold other numbers."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3))):
        at = data.find(chance.choice(BOXES))
        if at >= 4:
            size = chance.choice((*SIZES, chance.randrange(1 << 32)))
            place = at - 4 if chance.random() < 0.6 else at + 4 * chance.randrange(1, 8)
            struct.pack_into(">I", changed, min(place, len(changed) - 4), size)
    return bytes(changed)


def index_flipped(data: bytes, chance: random.Random) -> bytes:
    """Bytes of the index are others: how long, how large, where."""
    at = max(data.find(b"moov"), 0)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 30))):
        place = at + chance.randrange(4, min(4000, len(data) - at))
        changed[place] = chance.choice((0, 1, 127, 255, chance.randrange(256)))
    return bytes(changed)


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped,
    cut,
    zeroed,
    resized,
    index_flipped,
)


def videos(attempt: Attempt) -> Sequence[str]:
    user, chance = User(attempt.folder, attempt.stack), attempt.chance
    real = chance.choice(sorted(SAMPLES.glob("*.mp4")))
    mutate = MUTATIONS[attempt.number % len(MUTATIONS)]
    clip = attempt.folder / "clip.mp4"
    clip.write_bytes(mutate(real.read_bytes(), chance))
    out = str(attempt.folder / "results")
    ended = user.start("replay", str(clip), "--out", out, "--quiet").end()
    silent = bool(ended.code) and not ended.said.strip()
    name = f"{mutate.__name__} {real.name}"
    return [
        *(f"{name}: {text}" for text in ended.troubles(*CODES)),
        *([f"{name}: code {ended.code} without a word"] if silent else []),
    ]


@cache
def own_files() -> dict[str, bytes]:
    """Each kind of file that posture writes and reads again, by its name."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        profile.write(folder / "baseline.json", upright_profile())
        settings_file.write(folder / "settings.toml", Settings(), keep_copy=False)
        world = eventful(end_s=48)
        world.plan(46, lambda: world.tape.keep(folder / "kept.posture"))
        world.run()
        fill(folder / FILE)
        (folder / proposals_store.FILE).write_text('{"format": 1, "decided": ["a wrong.posture"]}')
        (folder / "command").write_bytes(encode_command(Calibrate("desk")))
        return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _read_history(path: Path) -> None:
    with Reader(path) as reader:
        span = reader.days()
        if span is not None:
            reader.minutes(span)
            reader.hours(span)
            reader.notes(span)


def _rescue(path: Path) -> None:
    open_store(path, BEGAN.date(), mend=True)[0].close()


def _replay(path: Path) -> None:
    with open_landmarks(path) as recording:
        deque(recording.ticks(), maxlen=0)


READERS: dict[str, tuple[Callable[[Path], object], ...]] = {
    "baseline.json": (profile.read,),
    "settings.toml": (settings_file.read,),
    "kept.posture": (_replay,),
    FILE: (_read_history, _rescue),
    proposals_store.FILE: (lambda path: proposals_store.ready(path.parent),),
    "command": (lambda path: decode_command(path.read_bytes()),),
}


def own(attempt: Attempt) -> Sequence[str]:
    """Each kind once; what a user can cause is a `PostureError`, and no warning."""
    found = []
    for name, data in own_files().items():
        mutate = attempt.chance.choice((flipped, cut, zeroed))
        path = attempt.folder / name
        path.write_bytes(mutate(data, attempt.chance))
        for read in READERS[name]:
            try:
                with warnings.catch_warnings(), suppress(PostureError):
                    warnings.simplefilter("error")
                    read(path)
            except Exception as error:  # noqa: BLE001 - it is what is looked for
                found.append(f"{name}, {mutate.__name__}: {type(error).__name__}: {error}")
    return found


FAULTS = (
    Fault(
        "damaged videos",
        "copies of the samples with other bytes, a missing or an empty piece, boxes of another "
        "size or another index, through `posture replay`; no traceback, no hang, no signal, and a "
        "sentence with every code but 0",
        videos,
        times=50,
        times_quick=2,
        is_program=True,
    ),
    Fault(
        "damaged files of its own",
        "a baseline, settings, landmarks, a history, decisions and a command, each damaged and "
        "read; nothing but an error for the user is raised, and no warning",
        own,
        times=200,
        times_quick=10,
    ),
)
