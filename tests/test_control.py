"""The local socket: commands reach the queue, replies come back, and nobody spoils it."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from posture import control
from posture.commands import (
    Command,
    Pause,
    PauseUntilTomorrow,
    Quit,
    Reply,
    Request,
    Resume,
    ShowWindow,
    Snooze,
    Status,
    decode_reply,
    encode_command,
)
from posture.control import Server, claim, send
from posture.control_socket import (
    Address,
    ControlError,
    NotRunningError,
    address,
    alone,
    listen,
)
from tests.running import (
    BY_SOCKET,
    STATUS,
    WITHIN_S,
    agree,
    answer,
    connected,
    hurried,
    looped,
    read_all,
    running,
)

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

pytestmark = BY_SOCKET


def claimed() -> Server:
    server = claim()
    assert server is not None
    return server


class TestCommands:
    @pytest.mark.parametrize(
        "command",
        [Pause(5), Pause(None), PauseUntilTomorrow(), Resume(), Snooze(1.5), Quit(), Status()],
        ids=repr,
    )
    def test_each_reaches_the_session_and_is_answered(self, command: Command) -> None:
        with claimed() as server, ThreadPoolExecutor() as pool:
            reply = pool.submit(send, command)
            request = server.requests.get(timeout=WITHIN_S)
            assert request.command == command
            request.reply(agree(command))
            request.reply(Reply(ok=False, text="only the first counts"))
            assert reply.result(WITHIN_S) == agree(command)

    def test_nobody_runs(self, own_address: Address) -> None:
        with pytest.raises(NotRunningError, match=r"not running; start it with `posture run`"):
            send(Status())
        assert not own_address.lock.parent.exists()

    def test_a_session_that_does_not_reply_is_told_by_the_server(self) -> None:
        server = claim(clock=hurried)
        assert server is not None
        with server:
            reply = send(Status(), WITHIN_S)
            assert (reply.ok, reply.text) == (False, control.LATE)
            server.requests.get_nowait().reply(agree(Status()))  # too late, and no error

    def test_a_client_does_not_wait_for_ever(self) -> None:
        with claimed(), pytest.raises(ControlError, match="has not replied yet"):
            send(Status(), 0.0)

    def test_a_reply_that_is_too_long_is_told(self) -> None:
        with running(lambda _: Reply(ok=True, text="x" * 5000)):
            reply = send(Status())
        assert not reply.ok
        assert "the reply cannot be sent" in reply.text


class TestOnlyOne:
    def test_the_second_asks_the_first_to_show(self) -> None:
        with running() as heard:
            assert claim() is None
            assert heard == [ShowWindow()]

    def test_after_the_end_there_is_room_for_another(self, own_address: Address) -> None:
        for _ in range(2):
            claimed().close()
            assert list(own_address.lock.parent.iterdir()) == []

    def test_another_data_folder_is_another_posture(
        self, own_address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with claimed():
            monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path / "other"))
            assert address() != own_address
            claimed().close()

    def test_of_several_at_once_one_wins(self) -> None:
        heard: list[Command] = []

        def start() -> Server | None:
            server = claim()
            if server is not None:
                threading.Thread(target=answer, args=(server, agree, heard)).start()
            return server

        with ThreadPoolExecutor(4) as pool:
            servers = list(pool.map(lambda _: start(), range(4)))
        (winner,) = (server for server in servers if server is not None)
        assert heard == [ShowWindow()] * 3
        winner.requests.put(Request(Quit()))
        winner.close()

    def test_nobody_else_begins_meanwhile(
        self, own_address: Address, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def listen_alone(own: Address) -> QLocalServer:
            with pytest.raises(ControlError, match="started or ended elsewhere"), alone(own, 0.0):
                pytest.fail("the lock was free")
            return listen(own)

        monkeypatch.setattr(control, "listen", listen_alone)
        claimed().close()
        with alone(own_address, 0.0):
            pass

    def test_what_a_crash_leaves_is_removed(self, own_address: Address) -> None:
        crash = (
            "import os; from posture.control import claim; server = claim(); "
            "os.kill(os.getpid(), 9)"
        )
        assert subprocess.run([sys.executable, "-c", crash], check=False).returncode == -9
        assert Path(own_address.server).is_socket()
        with pytest.raises(NotRunningError):
            send(Status())
        with running():
            assert send(Status()).status == STATUS

    def test_one_that_hangs_up_is_left_alone(self, own_address: Address) -> None:
        own_address.lock.parent.mkdir()
        with socket.socket(socket.AF_UNIX) as other, ThreadPoolExecutor() as pool:
            other.bind(own_address.server)
            other.listen()
            asked = pool.submit(claim)
            other.accept()[0].close()
            with pytest.raises(ControlError, match="end it and start it again"):
                asked.result(WITHIN_S)
            assert Path(own_address.server).is_socket()


class TestPeers:
    def test_the_socket_is_the_user_s_alone(self, own_address: Address) -> None:
        with claimed():
            mode = Path(own_address.server).stat().st_mode
            assert stat.S_ISSOCK(mode)
            assert mode & 0o077 == 0
            assert stat.S_IMODE(own_address.lock.parent.stat().st_mode) == 0o700

    @pytest.mark.parametrize(
        ("said", "message"),
        [
            pytest.param(b"\n", "no JSON", id="nothing"),
            pytest.param(b"\xff\x00\n", "no JSON", id="no text"),
            pytest.param(b"x" * 100_000, "more than 4096", id="giant, without an end"),
            pytest.param(b"x" * 100_000 + b"\n", "more than 4096", id="giant"),
            pytest.param(b'{"version": 9, "command": "quit"}\n', "version", id="other version"),
            pytest.param(b'{"version": 1, "command": "fly"}\n', "no such", id="unknown"),
        ],
    )
    def test_what_is_no_command_is_refused(self, said: bytes, message: str) -> None:
        with running() as heard:
            with connected() as peer:
                peer.sendall(said)
                reply = decode_reply(peer.recv(4096))
            assert not reply.ok
            assert message in reply.text
            assert send(Status()).ok
            assert heard == [Status()]

    def test_who_says_nothing_is_dropped(self) -> None:
        server = claim(clock=hurried)
        assert server is not None
        with server, connected() as silent, connected() as halting:
            halting.sendall(b'{"version"')
            assert (read_all(silent), read_all(halting)) == (b"", b"")

    def test_who_hangs_up_is_forgotten_but_heard(self) -> None:
        with claimed() as server:
            for _ in range(2 * control.MOST_PEERS):
                connected().close()
            with connected() as peer:
                peer.sendall(encode_command(Resume()))
            request = server.requests.get(timeout=WITHIN_S)
            assert request.command == Resume()
            request.reply(agree(Resume()))

    def test_another_user_is_not_heard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(control, "is_same_user", lambda _: False)
        with claimed() as server, connected() as peer:
            with suppress(ConnectionError):  # hung up before it was read
                peer.sendall(encode_command(Quit()))
                assert peer.recv(1) == b""
            assert server.requests.empty()

    def test_many_short_connections_beside_silent_ones(self) -> None:
        with running() as heard, connected(), connected(), ThreadPoolExecutor(8) as pool:
            assert all(reply.ok for reply in pool.map(lambda _: send(Resume()), range(100)))
            assert len(heard) == 100

    @pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="nobody counts")
    def test_nothing_is_left_open(self) -> None:
        claimed().close()
        before = set(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a Path opens one itself
        with running():
            for _ in range(20):
                send(Resume())
        assert len(os.listdir("/proc/self/fd")) <= len(before)  # noqa: PTH208


class TestEnd:
    @pytest.mark.parametrize("replied", [True, False])
    def test_the_last_reply_still_arrives(self, *, replied: bool) -> None:
        with claimed() as server, ThreadPoolExecutor() as pool:
            reply = pool.submit(send, Quit())
            request = server.requests.get(timeout=WITHIN_S)
            if replied:
                request.reply(Reply(ok=True, text="bye"))
            server.close()
            server.close()
            text = "bye" if replied else "posture is ending"
            assert reply.result(WITHIN_S) == Reply(ok=replied, text=text)

    def test_no_qt_application_and_no_complaints(self) -> None:
        program = (
            "import threading; from posture.control import claim, send\n"
            "from posture.commands import *\n"
            "server = claim()\n"
            "asking = threading.Thread(target=lambda: print(send(Status()).text)); asking.start()\n"
            "server.requests.get().reply(Reply(True, 'fine')); asking.join()\n"
            "from PySide6.QtCore import QCoreApplication; print(QCoreApplication.instance())\n"
        )
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            capture_output=True,
            text=True,
            check=True,
        )
        assert (done.stdout, done.stderr) == ("fine\nNone\n", "")


def test_on_an_event_loop() -> None:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["posture", "-platform", "offscreen"])
    server = claim(on_event_loop=True)
    assert server is not None
    with server, ThreadPoolExecutor() as pool:
        for _ in range(3):
            assert looped(pool.submit(send, Status()), server) == agree(Status())
        assert looped(pool.submit(send, Pause(3)), server) == agree(Pause(3))
    del application
    with pytest.raises(NotRunningError):
        send(Status())
