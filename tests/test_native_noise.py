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


USERS = "from posture.ports import SourceError; raise SourceError('no such file')"


@pytest.mark.parametrize("end", ["raise SystemExit(3)", "raise KeyboardInterrupt", USERS])
def test_what_the_user_caused_does_not(end: str) -> None:
    assert "chatter" not in said(end)


def test_without_a_stderr_all_goes_on() -> None:
    program = (
        "import sys; sys.stderr = None\n"
        "from posture.native_noise import held_back\n"
        "with held_back():\n    print('done')"
    )
    done = run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "done\n")
