"""`python -m tests.benchmarks`: every measurement, one after the other."""

from __future__ import annotations

import os
import sys

from tests.benchmarks import history, person_check, report, speed, window


def main() -> None:
    """Run them all."""
    # MediaPipe's C++ warns a dozen times at every start: the figures must not drown.
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # a device, not a path
        os.dup2(nowhere.fileno(), 2)
    sys.argv[1:] = []
    speed.main()
    print(flush=True)
    report.main()
    print(flush=True)
    history.main()
    print(flush=True)
    window.main()
    print(flush=True)
    sys.argv[1:] = ["--quick"]  # the full run takes half an hour
    person_check.main()


if __name__ == "__main__":
    main()
