"""What every process of a pool does at its beginning."""

from __future__ import annotations

import multiprocessing
import os
import threading


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
