"""What every process of a pool does at its beginning."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_ctrl_c() -> Iterator[None]:
    """Processes that are begun meanwhile never hear of Ctrl-C: whoever began them ends them.

    A terminal sends it to all of them, and each would show a traceback.
    """
    if sys.platform == "win32":  # there is no such mask
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """End at once when the process that began this one has gone, also by `kill -9`.

    A worker that waits for work would never notice: it holds both ends of the pipe itself.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()
