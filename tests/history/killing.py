"""`python -m tests.history.killing FILE ROUNDS SEED`: kills a writer again and again, and looks.

The writer is forked: it writes minutes as fast as it can, a note before every fifth, and says which
are committed. It is killed at a random moment, in the midst of a transaction or of opening the
file; then every minute that was said must be there, and its note.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from posture.care.entries import PainNote
from posture.history.notebook import Notebook
from posture.history.reader import Reader
from posture.history.rows import Span
from posture.history.store import Store
from tests.history.script import BEGAN, BEGAN_S, batch_of, minute

NOTE_EVERY = 5
LONGEST_S = 0.015
"""Until a writer is killed, after its first commit."""


def write(path: Path, said: int, begin: int) -> None:
    """Write a minute after the other, and say so."""
    with Store(path) as store:
        for number in range(begin, begin + 10_000):
            if number % NOTE_EVERY == 0:
                Notebook(path, lambda: BEGAN).add(PainNote(BEGAN_S + 60 * number, 3600, 3))
            store.write(batch_of(minute(number)))
            os.write(said, number.to_bytes(4, "big"))


def killed(path: Path, begin: int, delay_s: float) -> int:
    """Let a writer begin and kill it; the number after the last that it said."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            write(path, said, begin)
        os._exit(1)
    os.close(said)
    first = os.read(heard, 4) if delay_s > 0 else b""
    end_s = time.perf_counter() + abs(delay_s)
    while time.perf_counter() < end_s:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard, "rb") as pipe:
        words = first + pipe.read()
    return begin + len(words) // 4


def main(path: Path, rounds: int, seed: int) -> None:
    """Print how many minutes there are; fail where one is lost."""
    random_ = random.Random(seed)  # noqa: S311 - a test's
    end = notes = 0
    for _ in range(rounds):
        end = killed(path, end, random_.uniform(-0.2, 1) * LONGEST_S)
        if not path.exists():
            continue
        with Reader(path) as reader:
            span = reader.days()
            found = reader.minutes(span) if span is not None else ()
            assert len(found) >= end, f"{end - len(found)} are lost"
            assert len(found) <= end + 1, "more than was written"
            if isinstance(span, Span):
                notes = len(reader.notes(span).pains)
                assert notes >= len(range(0, len(found), NOTE_EVERY)), "notes are lost"
                assert reader.hours(span).seconds.sum() == reader.minutes(span).seconds.sum()
        end = len(found)
    print(f"{rounds} kills, {end} minutes and {notes} notes, none lost")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
