"""Where posture keeps what is the user's, and how: settings, data, state and log.

Nothing is made by asking. `POSTURE_CONFIG_DIR` and `POSTURE_DATA_DIR` name other folders, for
portable use and for tests; state and log then lie in the latter.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import platformdirs

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

APP = "posture"
PRIVATE = 0o700
"""Mode of the folders: nobody else on this computer needs to know how you sit."""
PRIVATE_FILE = 0o600
SHARED_FILE = 0o666
"""Mode of results that the user asked for in a place of their own; the umask has the last word."""
_BINARY = getattr(os, "O_BINARY", 0)  # Windows


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


def write(path: Path, content: str | bytes, *, mode: int = PRIVATE_FILE) -> None:
    """Write a file in place of one that is there; complete or not at all.

    Args:
        path: In a folder that is there.
        content: Text is written in UTF-8, its line ends as they are.
        mode: Of the file, as far as the umask lets it be.

    Raises:
        OSError: It cannot be written; what was there is as before.
    """
    with replacing(path) as part:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            if part != path:  # a pipe cannot be synchronised
                os.fsync(file.fileno())


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write a file under before it takes its place; if something fails it is removed.

    A device or a pipe, such as /dev/stdout, is no file to take the place of: it is its own name.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    part = part_name(path)
    try:
        yield part
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def part_name(path: Path) -> Path:
    """A name beside a file that nobody else uses, with the same ending."""
    return path.with_name(f".{path.stem[:40]}.{token_hex(4)}.part{path.suffix}")


def _absolute(path: str) -> Path:
    return Path(os.path.expanduser(path)).absolute()  # noqa: PTH111  # an unknown ~user stays


def _default(kind: str) -> Path:
    return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))
