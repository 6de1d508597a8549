"""Disks as they are in real life, each in a namespace of its own: nobody else sees them.

python -m tests.proofs.faults.mounts read-only FOLDER COMMAND...
python -m tests.proofs.faults.mounts small FOLDER KB FULL_S FREE_S COPY COMMAND...

The small one has so many KB, is filled after so many seconds, and has space again after so many
more; what it holds at the end is copied. Run by `unshare --user --mount`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.proofs.faults.fault import UntriedError

UNSHARE = ("unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child")
"""Whoever ends it ends all that it has started."""
BLOCK_BYTES = 4096
JUNK = "junk"


def alone() -> tuple[str, ...]:
    """What starts this module.

    Raises:
        UntriedError: The system gives its users no namespaces.
    """
    if shutil.which(UNSHARE[0]) is None or subprocess.call((*UNSHARE, "true")) != 0:
        raise UntriedError("this system gives its users no namespaces")
    return (*UNSHARE, sys.executable, "-m", "tests.proofs.faults.mounts")


def read_only(folder: Path, command: list[str]) -> int:
    """Run a command for which a folder cannot be written."""
    subprocess.run(("mount", "--bind", folder, folder), check=True)
    subprocess.run(("mount", "-o", "remount,bind,ro", folder), check=True)
    return subprocess.call(command)


def fill(folder: Path) -> None:
    """Leave no byte."""
    try:
        with (folder / JUNK).open("ab", buffering=0) as file:
            while file.write(bytes(BLOCK_BYTES)):
                pass
    except OSError:
        pass


def small(folder: Path, size_kb: int, times_s: tuple[float, float], command: list[str]) -> int:
    """Run a command whose disk is full for a while."""
    kept = folder.with_name(f"{folder.name}.kept")
    folder.rename(kept)
    folder.mkdir(mode=0o700)
    size = f"size={size_kb}k,mode=700"
    subprocess.run(("mount", "-t", "tmpfs", "-o", size, "none", folder), check=True)
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    program = subprocess.Popen(command)
    time.sleep(times_s[0])
    fill(folder)
    try:
        program.wait(times_s[1])
    except subprocess.TimeoutExpired:
        (folder / JUNK).unlink()
    return program.wait()


def main(kind: str, place: str, *rest: str) -> int:
    """The exit code of the command."""
    folder = Path(place)
    if kind == "read-only":
        return read_only(folder, list(rest))
    size_kb, full_s, free_s, copy, *command = rest
    code = small(folder, int(size_kb), (float(full_s), float(free_s)), command)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(JUNK), dirs_exist_ok=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
