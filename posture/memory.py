"""Less memory for a program that runs all day, where the C library lets itself be told."""

from __future__ import annotations

import ctypes
import sys

_M_ARENA_MAX = -8
"""Of `mallopt`, from <malloc.h>."""


def use_one_arena() -> bool:
    """Let all threads share one pool of memory, from now on; whether that was done.

    MediaPipe's threads would each keep one: 40 of 320 MB. For glibc on Linux, before the threads
    begin; it costs waiting only where many threads ask for memory all the time.
    """
    if sys.platform != "linux":
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1))
    except (OSError, AttributeError):
        return False  # another C library
