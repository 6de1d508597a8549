"""Keeps the chatter of native libraries out of the terminal, and shows it when something fails.

MediaPipe's C++ logs half a dozen warnings to file descriptor 2 at every start, before any setting
of its own is read. They are held back, not thrown away.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def held_back() -> Iterator[None]:
    """Hold back what is written to file descriptor 2, except by Python's own `sys.stderr`.

    When the block ends with an error that is not the user's (no `PostureError`, no
    `KeyboardInterrupt`, no `SystemExit`), what was held back is written out before the error goes
    on. Without a stderr there is nothing to keep clean.
    """
    ours = sys.stderr
    if ours is None:
        yield
        return
    ours.flush()
    with tempfile.TemporaryFile() as held, os.fdopen(os.dup(2), "wb") as terminal:
        os.dup2(held.fileno(), 2)
        if ours is sys.__stderr__:
            sys.stderr = os.fdopen(os.dup(terminal.fileno()), "w", buffering=1)
        try:
            yield
        except PostureError:
            raise
        except Exception:
            held.seek(0)
            shutil.copyfileobj(held, terminal)
            raise
        finally:
            os.dup2(terminal.fileno(), 2)
            if sys.stderr is not ours:
                sys.stderr.close()
                sys.stderr = ours
