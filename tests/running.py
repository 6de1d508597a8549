"""A running posture without a camera: what answers is a script."""

from __future__ import annotations

import itertools
import socket
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from queue import Empty
from typing import TYPE_CHECKING

import pytest

from posture.commands import Command, Quit, Reply, Request, RunningStatus, Status
from posture.control import Server, claim
from posture.control_socket import Address, address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

WITHIN_S = 20.0
"""No test waits so long unless it fails."""

STATUS = RunningStatus(
    state="paused",
    text="paused",
    since_s=65.0,
    camera="closed",
    paused_until="2026-01-01T10:00:00+00:00",
    snoozed_until=None,
    version="1.2.3",
    pid=4711,
)


BY_SOCKET = [
    pytest.mark.skipif(sys.platform == "win32", reason="its pipes have no path"),
    pytest.mark.usefixtures("own_address"),
]
"""Marks of tests that talk to a running posture."""


@contextmanager
def elsewhere(data: Path) -> Iterator[Address]:
    """An address that no other test has; the folder's name is short, as a socket's must be."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        patch.setenv("POSTURE_DATA_DIR", str(data))
        yield address()


def hurried() -> float:
    """A clock on which a second passes whenever somebody looks."""
    return float(next(_SECONDS))


_SECONDS = itertools.count()


def agree(command: Command) -> Reply:
    """Everything is done."""
    name = type(command).__name__
    return Reply(ok=True, text=f"{name} done", status=STATUS if name == Status.__name__ else None)


def answer(server: Server, reply_to: Callable[[Command], Reply], heard: list[Command]) -> None:
    """What a session does with its queue, until it is told to quit."""
    while not isinstance(heard[-1] if heard else None, Quit):
        request = server.requests.get(timeout=WITHIN_S)
        heard.append(request.command)
        request.reply(reply_to(request.command))


@contextmanager
def running(reply_to: Callable[[Command], Reply] = agree) -> Iterator[list[Command]]:
    """A posture that runs; gives the commands that it hears."""
    heard: list[Command] = []
    server = claim()
    assert server is not None
    host = threading.Thread(target=answer, args=(server, reply_to, heard))
    host.start()
    with server:
        try:
            yield heard
        finally:
            server.requests.put(Request(Quit()))
            host.join(WITHIN_S)
            heard.pop()


def looped(asked: Future[Reply], server: Server) -> Reply:
    """Let the event loop run, as a window does, until there is a reply."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end_s = time.monotonic() + WITHIN_S
    while not asked.done() and time.monotonic() < end_s:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        try:
            request = server.requests.get_nowait()
        except Empty:
            continue
        request.reply(agree(request.command))
    return asked.result(0)


def connected() -> socket.socket:
    """A peer that may say anything."""
    peer = socket.socket(socket.AF_UNIX)
    peer.settimeout(WITHIN_S)
    peer.connect(address().server)
    return peer


def read_all(peer: socket.socket) -> bytes:
    """What the server says until it hangs up."""
    read = b""
    while more := peer.recv(4096):
        read += more
    return read
