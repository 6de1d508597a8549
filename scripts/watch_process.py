"""Runs a command and prints what it takes: python scripts/watch_process.py SECONDS COMMAND...

CPU, memory, threads and open files from /proc, so on Linux only. At the end the command is told to
end by SIGTERM, and its exit code is printed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

SETTLE_S = 15.0
"""Until the first row: the models are loaded by then."""
ROWS = 5
END_WITHIN_S = 10.0
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def row(pid: int, began_s: float) -> tuple[float, float, float, int, int]:
    """Seconds since the start, CPU seconds, resident MB, threads and open files."""
    folder = Path(f"/proc/{pid}")
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    pages = int((folder / "statm").read_text().split()[1])
    return (
        time.monotonic() - began_s,
        (int(fields[11]) + int(fields[12])) / TICKS_PER_S,
        pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
        int(fields[17]),
        len(list((folder / "fd").iterdir())),
    )


def watch(length_s: float, command: list[str]) -> int:
    """Print the rows; returns the command's exit code."""
    began_s = time.monotonic()
    process = subprocess.Popen(command)  # noqa: S603 - what the user typed
    before = row(process.pid, began_s)
    print("    s   CPU % of a core   resident MB   threads   open files")
    for part in range(ROWS):
        until_s = SETTLE_S + (length_s - SETTLE_S) * part / (ROWS - 1)
        time.sleep(max(0.0, began_s + until_s - time.monotonic()))
        now = row(process.pid, began_s)
        share = (now[1] - before[1]) / (now[0] - before[0])
        print(f"{now[0]:5.0f}{100 * share:18.1f}{now[2]:14.1f}{now[3]:10}{now[4]:13}", flush=True)
        before = now
    asked_s = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code = process.wait(END_WITHIN_S)
    print(f"ended within {time.monotonic() - asked_s:.2f} s, exit code {code}")
    return code


if __name__ == "__main__":
    raise SystemExit(watch(float(sys.argv[1]), sys.argv[2:]))
