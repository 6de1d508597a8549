"""Native chatter is held back, and shown when something fails."""

from __future__ import annotations

import sys
from subprocess import run

import pytest

PROGRAM = """
import os, sys
from posture.native_noise import held_back
with held_back():
    os.write(2, b"chatter\\n")
    print("ours", file=sys.stderr)
    {end}
print("after", file=sys.stderr)
os.write(2, b"native again\\n")
"""


def said(end: str) -> str:
    done = run(
        [sys.executable, "-c", PROGRAM.format(end=end)], capture_output=True, text=True, check=False
    )
    return done.stderr


def test_chatter_is_held_back_and_python_is_not() -> None:
    assert said("pass").split("\n") == ["ours", "after", "native again", ""]


def test_an_unexpected_error_brings_it_out() -> None:
    assert "chatter" in said("raise RuntimeError('broken')")


@pytest.mark.parametrize("end", ["raise SystemExit(3)", "raise KeyboardInterrupt"])
def test_what_the_user_caused_does_not(end: str) -> None:
    assert "chatter" not in said(end)
