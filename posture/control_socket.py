"""The local socket between a running posture and its user's commands: where, whose, and its lines.

Qt gives the same on Linux, macOS and Windows. Its calls that wait are used with 0 ms only: PySide
keeps Python's lock in them, and every other thread, the session among them, would stand still.
"""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
import socket
import struct
import sys
import time
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from posture import folders
from posture.commands import MOST_BYTES
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

logger = logging.getLogger(__name__)

POLL_S = 0.01
"""Between two looks at a connection."""
CONNECT_MS = 1000
"""A kernel connects at once, unless very many wait in line."""
LOCK_WITHIN_S = 10.0
"""Longer than a start that asks the running instance for a reply."""


class ControlError(PostureError):
    """The running posture could not be told something, or another one could not start."""


class NotRunningError(ControlError):
    """There is none."""

    def __init__(self) -> None:
        super().__init__("posture is not running; start it with `posture run`")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the running posture is found.

    Attributes:
        server: Qt's name of the socket: a path, or on Windows the name of a pipe.
        lock: Held by who makes or removes the socket.
    """

    server: str
    lock: Path


def address() -> Address:
    """The address that goes with this user and this data folder; no folder of posture's is made.

    Raises:
        ControlError: There is no folder that only this user may change.
    """
    import platformdirs

    user = getpass.getuser() if sys.platform == "win32" else str(os.getuid())
    data = os.path.realpath(folders.find().data)
    name = hashlib.sha256(f"{user}\n{data}".encode(errors="replace")).hexdigest()[:16]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # no XDG_RUNTIME_DIR: another will do
        try:
            folder = Path(platformdirs.user_runtime_dir(folders.APP, appauthor=False))
        except OSError as error:
            raise ControlError(
                f"there is no safe folder for the socket ({error}); name one of yours with mode "
                "0700 in XDG_RUNTIME_DIR"
            ) from error
    server = f"posture-{name}" if sys.platform == "win32" else str(folder / f"{name}.sock")
    return Address(server, folder / f"{name}.lock")


@contextmanager
def alone(own: Address, within_s: float = LOCK_WITHIN_S) -> Iterator[None]:
    """While nobody else makes or removes the socket.

    Raises:
        ControlError: Somebody else goes on doing so for so long, the folder is not the user's, or
            nothing can be made in it.
        FolderError: The folder cannot be made.
    """
    from PySide6.QtCore import QLockFile

    folder = folders.ensure(own.lock.parent)
    if sys.platform != "win32" and folder.stat().st_uid != os.getuid():
        raise ControlError(f"{folder} belongs to another user; have it removed")
    lock = QLockFile(str(own.lock))
    held = QLockFile.LockError.LockFailedError
    if not wait_until(lambda: lock.tryLock(0) or lock.error() != held, within_s):
        raise ControlError(f"{own.lock}: posture is being started or ended elsewhere; try again")
    if not lock.isLocked():
        raise ControlError(
            f"{own.lock}: no lock can be made; free some space, or see whose the folder is"
        )
    try:
        yield
    finally:
        lock.unlock()


def listen(own: Address) -> QLocalServer:
    """Listen to this user alone, in place of what a crash may have left there.

    Raises:
        ControlError: There can be no socket.
    """
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtNetwork import QLocalServer

    QLocalServer.removeServer(own.server)
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    before = qInstallMessageHandler(_log)
    try:
        listening = server.listen(own.server)
    finally:
        qInstallMessageHandler(before)
    if not listening:
        raise ControlError(
            f"{own.server}: no socket can be made ({server.errorString()}); XDG_RUNTIME_DIR can "
            "name another folder"
        )
    return server


def _log(kind: object, context: object, text: str | None) -> None:  # noqa: ARG001 - Qt's own
    # A thread without an event loop is meant. One of Qt's, which has one, would end the program by
    # an abort wherever it was not closed.
    if text and "event dispatcher" not in text:
        logger.warning("%s", text)


@contextmanager
def connection(own: Address) -> Iterator[QLocalSocket]:
    """A connection to the running posture.

    Raises:
        NotRunningError: Nobody listens.
        ControlError: It cannot be reached, or what listens is another user's.
    """
    from PySide6.QtNetwork import QLocalSocket

    peer = QLocalSocket()
    peer.setReadBufferSize(MOST_BYTES + 1)
    errors = QLocalSocket.LocalSocketError
    try:
        peer.connectToServer(own.server)
        if not peer.waitForConnected(CONNECT_MS):
            # Refused: a crash has left the socket behind.
            if peer.error() in (errors.ServerNotFoundError, errors.ConnectionRefusedError):
                raise NotRunningError
            raise ControlError(
                f"{own.server}: posture cannot be reached ({peer.errorString()}); try again, or "
                "end it and start it again"
            )
        if not is_same_user(peer.socketDescriptor()):
            raise ControlError(f"{own.server} belongs to another user; have it removed")
        yield peer
    finally:
        peer.abort()


def is_same_user(descriptor: int) -> bool:
    """Whether the other end of a socket is this user's; known on Linux only, otherwise believed."""
    if sys.platform != "linux":
        return True
    try:
        with socket.fromfd(descriptor, socket.AF_UNIX, socket.SOCK_STREAM) as twin:
            form = "iII"  # process, user, group
            size = struct.calcsize(form)
            credentials = twin.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
    except OSError:
        return False
    user: int = struct.unpack(form, credentials)[1]
    return user == os.getuid()


def is_connected(peer: QLocalSocket) -> bool:
    """Whether the other end has not hung up, as far as was looked."""
    return peer.state() == peer.LocalSocketState.ConnectedState


def has_line(peer: QLocalSocket) -> bool:
    """Whether a line has come, or more than one may have."""
    if is_connected(peer):
        peer.waitForReadyRead(0)
    return peer.canReadLine() or peer.bytesAvailable() > MOST_BYTES


def read_line(peer: QLocalSocket) -> bytes:
    """What has come of a line; more than `MOST_BYTES` where it has no end within them."""
    said = bytes(peer.read(MOST_BYTES + 1).data())
    return said[: said.find(b"\n") + 1] or said


def wait_until(condition: Callable[[], bool], within_s: float) -> bool:
    """Look again and again until it is so; whether it was in time."""
    end_s = time.monotonic() + within_s
    while not condition():
        if time.monotonic() >= end_s:
            return False
        time.sleep(POLL_S)
    return True
