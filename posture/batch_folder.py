"""The folder of a batch's results: one batch at a time, and whether it can be written to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from posture import folders
from posture.batch import BatchError
from posture.ports import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".batch.lock"
ROOM_BYTES = 1 << 20
"""With less than that left no more recording is begun: its work would be lost."""


@contextmanager
def only_one(out: Path) -> Iterator[None]:
    """Make the folder, and let no other batch of this computer into it meanwhile.

    One that was killed is none.

    Raises:
        BatchError: Another one is at work there.
        OutputError: Nothing can be written there.
    """
    from PySide6.QtCore import QLockFile

    need_room(out)
    lock = QLockFile(str(out / LOCK))
    lock.setStaleLockTime(0)  # a batch may take days
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise BatchError(
                f"{out}: another batch is at work there; wait for it, or name another folder (one "
                f"that was killed on another computer leaves {LOCK}: remove that)"
            )
        raise OutputError(f"{out}: no lock can be made there; see whose the folder is")
    try:
        yield
    finally:
        lock.unlock()


def need_room(out: Path) -> None:
    """Write a little, and take it away again.

    Raises:
        OutputError: It cannot be written.
    """
    probe = folders.part_name(out / "room")
    try:
        out.mkdir(parents=True, exist_ok=True)
        try:
            folders.write(probe, bytes(ROOM_BYTES))
        finally:
            probe.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise OutputError(
            f"{out}: cannot be written ({why}); free some space or name another folder with --out"
        ) from error
