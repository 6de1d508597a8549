"""How a live session's errors become exit codes."""

from __future__ import annotations

from enum import IntEnum

from posture.origin import NoCameraError
from posture.ports import BaselineError, OutputError, PostureError, SourceError


class ExitCode(IntEnum):
    """What the command returns to the shell; the numbers mean what they mean for `replay`."""

    OK = 0
    FAILED = 1
    USAGE = 2
    UNREADABLE = 3
    NO_CAMERA = 4
    NOT_WRITABLE = 5
    BAD_BASELINE = 6


def exit_code(error: PostureError) -> ExitCode:
    """The code of an error that ends a run."""
    codes = (
        (NoCameraError, ExitCode.NO_CAMERA),
        (SourceError, ExitCode.UNREADABLE),
        (OutputError, ExitCode.NOT_WRITABLE),
        (BaselineError, ExitCode.BAD_BASELINE),
    )
    return next((code for kind, code in codes if isinstance(error, kind)), ExitCode.FAILED)
