"""One pool of memory for all threads, where the C library can be told so."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from posture import memory

MANY_ARENAS = """
import ctypes, sys, threading
from posture.memory import use_one_arena
if len(sys.argv) > 1:
    assert use_one_arena()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
both = threading.Barrier(8)
def take():
    both.wait()
    for _ in range(100):
        libc.malloc(1000)
    both.wait()
threads = [threading.Thread(target=take) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc.malloc_stats()
"""


def arenas(*arguments: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", MANY_ARENAS, *arguments], capture_output=True, text=True, check=True
    )
    return done.stderr.count("Arena ")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library than glibc")
def test_threads_share_one() -> None:
    assert arenas() > 1
    assert arenas("one") == 1


@pytest.mark.parametrize("error", [OSError, AttributeError])
def test_another_c_library(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr("ctypes.CDLL", fail)
    assert memory.use_one_arena() is False


def test_another_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert memory.use_one_arena() is False
