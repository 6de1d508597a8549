"""`python -m tests.benchmarks [NAME...]`: every measurement one after the other, or those named."""

from __future__ import annotations

import importlib
import os
import sys

NAMES = (
    "speed",
    "start",
    "instructions",
    "report",
    "history",
    "window",
    "batch",
    "day",
    "person_check",
)
SHORTER = {"person_check": ["--quick"]}
"""The full run takes half an hour."""


def main(names: list[str]) -> None:
    """Run them all, or those that are named."""
    if wrong := set(names) - set(NAMES):
        raise SystemExit(f"there is no {', '.join(sorted(wrong))}; there are {', '.join(NAMES)}")
    # MediaPipe's C++ warns a dozen times at every start: the figures must not drown.
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # a device, not a path
        os.dup2(nowhere.fileno(), 2)
    for name in names or NAMES:
        sys.argv[1:] = SHORTER.get(name, [])
        importlib.import_module(f"tests.benchmarks.{name}").main()
        print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
