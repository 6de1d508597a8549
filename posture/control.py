"""One running posture: it takes in commands by a local socket, and whoever starts second asks it.

The server only hands on: a request goes into a queue, which the session reads between frames, and
the reply comes back whenever it is given. So a peer never makes the session wait.
"""

from __future__ import annotations

import logging
import select
import socket
import sys
import threading
import time
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from posture.commands import (
    MOST_BYTES,
    CommandError,
    Reply,
    Request,
    ShowWindow,
    decode_command,
    decode_reply,
    encode_command,
    encode_reply,
)
from posture.control_socket import (
    POLL_S,
    Address,
    ControlError,
    NotRunningError,
    address,
    alone,
    connection,
    has_line,
    is_connected,
    is_same_user,
    listen,
    read_line,
    wait_until,
)
from posture.ports import Closing, PostureError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtNetwork import QLocalSocket

    from posture.commands import Command

    Clock = Callable[[], float]

SAY_WITHIN_S = 2.0
"""A peer that has not said a whole line by then is dropped."""
ANSWER_WITHIN_S = 5.0
"""A peer whose command has no reply by then is told so."""
REPLY_WITHIN_S = 8.0
"""How long a client waits: longer than the server does."""
MOST_PEERS = 16
"""Served at the same time; others wait their turn."""
CLOSE_WITHIN_S = 2.0
LATE = "posture is busy and has not replied yet; what you asked may still be done"

logger = logging.getLogger(__name__)


def send(command: Command, timeout_s: float = REPLY_WITHIN_S) -> Reply:
    """Tell the running posture something, and wait for its reply.

    Raises:
        NotRunningError: There is none.
        ControlError: It does not reply in time, or not in a way that this version knows.
    """
    with connection(address()) as peer:
        peer.write(encode_command(command))
        peer.flush()
        if not wait_until(lambda: has_line(peer) or not is_connected(peer), timeout_s):
            raise ControlError(LATE)
        try:
            return decode_reply(read_line(peer))
        except CommandError as error:
            raise ControlError(
                "posture is running but gave no reply that this version understands; end it and "
                f"start it again ({error})"
            ) from error


def claim(*, on_event_loop: bool = False, clock: Clock = time.monotonic) -> Server | None:
    """Become the one running posture of this user and data folder.

    Args:
        on_event_loop: Serve on the Qt event loop of this thread; otherwise on a thread of its own,
            which needs no Qt application.
        clock: Monotonic seconds.

    Returns:
        What takes in commands from now on; None where another one runs: it was asked to show its
        window.

    Raises:
        ControlError: Another one runs but does not reply, or there can be no socket.
        FolderError: The socket's folder cannot be made.
    """
    own = address()
    with alone(own):
        try:
            send(ShowWindow())
        except NotRunningError:
            return Server(own, on_event_loop=on_event_loop, clock=clock)
    return None


class Server(Closing):
    """Takes in commands until it is closed; made by `claim`, in whose lock nobody else listens.

    `requests` is for whoever runs the session. Each is to be given a reply.

    Raises:
        ControlError: There can be no socket.
    """

    def __init__(self, own: Address, *, on_event_loop: bool, clock: Clock) -> None:
        self.requests: SimpleQueue[Request] = SimpleQueue()
        self._looped: _Looped | None = None
        self._thread: threading.Thread | None = None
        if on_event_loop:
            self._looped = _Looped(_Listener(own, self.requests, clock))
            return
        self._wake, woken = socket.socketpair()
        begun: Future[None] = Future()
        work = (lambda: _Listener(own, self.requests, clock), woken, begun)
        self._thread = threading.Thread(target=_run, args=work, name="control", daemon=True)
        self._thread.start()
        try:
            begun.result()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Take in no more; replies given before this still reach their peers.

        With an event loop, from its thread.
        """
        if self._looped is not None:
            self._looped.close()
            self._looped = None
        if self._thread is not None:
            self._wake.close()
            self._thread.join(CLOSE_WITHIN_S)
            self._thread = None


def _run(begin: Callable[[], _Listener], woken: socket.socket, begun: Future[None]) -> None:
    """What the thread does; everything of Qt is made, used and ended on it."""
    with woken:
        try:
            listener = begin()
        except Exception as error:  # noqa: BLE001 - raised by who waits for it
            begun.set_exception(error)
            return
        begun.set_result(None)
        try:
            while listener.wait(woken):
                listener.step()
        except Exception:
            logger.exception("posture can no longer be told anything")
        finally:
            listener.close()


class _Looped:
    """Lets a listener work whenever the event loop of this thread has something for it."""

    def __init__(self, listener: _Listener) -> None:
        from PySide6.QtCore import QTimer

        self._listener = listener
        self._timer = QTimer()
        self._timer.setInterval(round(POLL_S * 1000))
        self._timer.timeout.connect(self._step)
        listener.server.newConnection.connect(self._step)

    def _step(self) -> None:
        if self._listener.step():
            self._timer.start()
        else:
            self._timer.stop()

    def close(self) -> None:
        self._timer.stop()
        self._listener.close()


@dataclass(slots=True, eq=False)
class _Peer:
    """A connection: first it has to say something, then it waits for the reply."""

    socket: QLocalSocket
    since_s: float
    replies: SimpleQueue[Reply] | None = None


class _Listener:
    """The socket and its peers; never waits, except in `wait`."""

    def __init__(self, own: Address, requests: SimpleQueue[Request], clock: Clock) -> None:
        self._own = own
        self._requests = requests
        self._clock = clock
        self._peers: list[_Peer] = []
        self.server = listen(own)

    def wait(self, woken: socket.socket) -> bool:
        """Wait until there may be something to do; False as soon as the other end is closed."""
        watched: list[socket.socket | int] = [woken]
        timeout_s: float | None = POLL_S
        if not self._peers and sys.platform == "win32":
            timeout_s = 10 * POLL_S  # a pipe cannot be waited for
        elif not self._peers:
            watched.append(int(self.server.socketDescriptor()))
            timeout_s = None
        return woken not in select.select(watched, [], [], timeout_s)[0]

    def step(self) -> bool:
        """Do what can be done now; whether there are still peers."""
        self._accept()
        self._peers = [peer for peer in self._peers if not self._is_done_with(peer)]
        return bool(self._peers)

    def close(self) -> None:
        """Hand out the replies that are there, refuse the rest and end."""
        self.step()
        for peer in self._peers:
            _tell(peer.socket, Reply(ok=False, text="posture is ending"))
        self._peers = []
        with ExitStack() as stack:
            with suppress(PostureError):  # then it has to do without
                stack.enter_context(alone(self._own, CLOSE_WITHIN_S / 2))
            self.server.close()

    def _accept(self) -> None:
        while len(self._peers) < MOST_PEERS:
            self.server.waitForNewConnection(0)
            if not self.server.hasPendingConnections():
                return
            peer = self.server.nextPendingConnection()
            peer.setParent(None)  # else it would live as long as the server
            if is_same_user(peer.socketDescriptor()):
                peer.setReadBufferSize(MOST_BYTES + 1)
                self._peers.append(_Peer(peer, self._clock()))

    def _is_done_with(self, peer: _Peer) -> bool:
        waited_s = self._clock() - peer.since_s
        if peer.replies is None:
            if has_line(peer.socket):
                return self._take(peer)
            return not is_connected(peer.socket) or waited_s > SAY_WITHIN_S
        try:
            reply = peer.replies.get_nowait()
        except Empty:
            if waited_s <= ANSWER_WITHIN_S:
                return False
            reply = Reply(ok=False, text=LATE)
        _tell(peer.socket, reply)
        return True

    def _take(self, peer: _Peer) -> bool:
        """Hand on what a peer has said; True when that was no command and it is done with."""
        try:
            command = decode_command(read_line(peer.socket))
        except CommandError as error:
            _tell(peer.socket, Reply(ok=False, text=f"that is no command: {error}"))
            return True
        peer.replies, peer.since_s = SimpleQueue(), self._clock()
        self._requests.put(Request(command, peer.replies.put))
        return False


def _tell(peer: QLocalSocket, reply: Reply) -> None:
    try:
        line = encode_reply(reply)
    except CommandError as error:
        line = encode_reply(Reply(ok=False, text=f"the reply cannot be sent: {error}"))
    peer.write(line)
    peer.flush()
    peer.disconnectFromServer()
