"""Where posture keeps what is the user's, and how: settings, data, state and log.

Nothing is made by asking. `POSTURE_CONFIG_DIR` and `POSTURE_DATA_DIR` name other folders, for
portable use and for tests; state and log then lie in the latter.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "posture"
PRIVATE = 0o700
"""Mode of the folders: nobody else on this computer needs to know how you sit."""


class FolderError(PostureError):
    """A folder could not be made."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders, absolute; they need not exist."""

    config: Path
    data: Path
    state: Path
    log: Path


def find(environment: Mapping[str, str] = os.environ) -> Folders:
    """Where the user's folders are.

    Args:
        environment: Of the process; an empty variable counts as none.
    """
    config, data = (environment.get(f"POSTURE_{name}_DIR") for name in ("CONFIG", "DATA"))
    own = None if not data else _absolute(data)
    return Folders(
        config=_absolute(config) if config else _default("config"),
        data=own or _default("data"),
        state=own / "state" if own else _default("state"),
        log=own / "log" if own else _default("log"),
    )


def ensure(folder: Path) -> Path:
    """Make a folder and its missing parents, for the user alone; one that is there stays as it is.

    Raises:
        FolderError: It cannot be made, or is no folder.
    """
    try:
        for parent in reversed([folder, *folder.parents]):
            parent.mkdir(PRIVATE, exist_ok=True)
    except OSError as error:
        raise FolderError(
            f"{folder}: cannot be made a folder ({error.strerror}); make it yourself, or name "
            "another place in POSTURE_CONFIG_DIR or POSTURE_DATA_DIR"
        ) from error
    return folder


def write(path: Path, text: str) -> None:
    """Write a file for the user alone, in place of one that is there; complete or not at all.

    Args:
        path: In a folder that is there.
        text: Written in UTF-8, its line ends as they are.

    Raises:
        OSError: It cannot be written; what was there is as before.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _absolute(path: str) -> Path:
    return Path(os.path.expanduser(path)).absolute()  # noqa: PTH111  # an unknown ~user stays


def _default(kind: str) -> Path:
    return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))
