"""Whatever is in a landmark recording: a sentence or ticks, never a traceback."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from posture.landmark_file import MAGIC, Kind, LandmarkFile, pack
from tests.taped import eventful
from tests.test_landmark_file import judged


def chance_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


@cache
def real() -> bytes:
    """A short live recording, with most of what can happen."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "real.posture"
        world = eventful(end_s=48)
        world.plan(46, lambda: world.tape.keep(path))
        world.run()
        return path.read_bytes()


class TestFuzz:
    @hypothesis(max_examples=60)
    @given(st.integers(0, 1 << 32))
    def test_changed_bytes(self, seed: int) -> None:
        chance, data = chance_of(seed), bytearray(real())
        for _ in range(chance.choice((1, 1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with TemporaryDirectory() as folder:
            judged(bytes(data), Path(folder))

    @hypothesis(max_examples=40)
    @given(st.integers(0, 1 << 32))
    def test_cut_and_joined(self, seed: int) -> None:
        chance, data = chance_of(seed), real()
        one, two = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
        with TemporaryDirectory() as folder:
            judged(data[:two] if chance.random() < 0.5 else data[:one] + data[two:], Path(folder))

    @hypothesis(max_examples=60)
    @given(st.integers(0, 1 << 32))
    def test_changed_inside_of_chunks_whose_checks_fit(self, seed: int) -> None:
        """By somebody who knows the format: still no traceback and no more memory."""
        chance, start = chance_of(seed), len(MAGIC) + 4
        parts = chunks(real())
        number = chance.randrange(min(4, len(parts)))
        kind, content = parts[number]
        changed = bytearray(content or b" ")
        for _ in range(chance.choice((1, 2, 10))):
            changed[chance.randrange(len(changed))] = chance.choice((0, 1, 48, 57, 255))
        parts[number] = (kind, bytes(changed))
        data = real()[:start] + b"".join(pack(kind, content) for kind, content in parts)
        with TemporaryDirectory() as folder:
            judged(data, Path(folder))


def chunks(data: bytes) -> list[tuple[Kind, bytes]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.posture"
        path.write_bytes(data)
        with LandmarkFile(path) as file:
            file._file.seek(len(MAGIC) + 4)
            found: list[tuple[Kind, bytes]] = []
            while not found or found[-1][0] is not Kind.END:
                found.append(file._chunk())
            return found
