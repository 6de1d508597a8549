"""Desktops that are not there, or no longer."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tests.proofs.faults.fault import Fault, UntriedError
from tests.proofs.faults.users import CLIP, User, lost_minutes, minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.proofs.faults.fault import Attempt

SHOWN = ("--source", str(CLIP), "--loop", "--window")
NO_SCREEN = {"QT_QPA_PLATFORM": None, "WAYLAND_DISPLAY": None, "DISPLAY": None}
ANSWERS = (None, b"", b"REJECTED\r\n", b"OK 0\r\n" + bytes(64), os.urandom)
"""What a bus that is none says: nothing at all, or this; `os.urandom` for anything."""


@contextmanager
def no_bus(path: Path, answer: bytes | None, *, stays: bool) -> Iterator[None]:
    """A socket that is no bus: it says this, and hangs up unless it stays."""
    held: list[socket.socket] = []
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()

        def serve() -> None:
            with suppress(OSError):
                while True:
                    peer, _ = server.accept()
                    with suppress(OSError):
                        peer.sendall(answer or b"")
                    if stays:
                        held.append(peer)
                    else:
                        peer.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()
            for peer in held:
                peer.close()


def buses(address: str) -> dict[str, str | None]:
    """Both buses of a desktop at one address."""
    return {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}


def wrong_bus(attempt: Attempt) -> Sequence[str]:
    user, chance = User(attempt.folder, attempt.stack), attempt.chance
    kind = ANSWERS[attempt.number % len(ANSWERS)]
    answer = chance.randbytes(200) if callable(kind) else kind
    path = attempt.folder / "bus"
    address = f"unix:path={path}"
    with no_bus(path, answer, stays=chance.random() < 0.5):
        run = user.start(*user.watching(), variables=buses(address))
        watched = run.until(lambda: "near your baseline" in run.said())
        ended = run.end(signal.SIGTERM)
    return [
        *ended.troubles(0),
        *([] if watched else ["it did not watch"]),
        *user.wrong_alerts(),
        *user.left_behind(),
    ]


def bus_gone(attempt: Attempt) -> Sequence[str]:
    """A real bus ends under a run."""
    if shutil.which("dbus-daemon") is None:
        raise UntriedError("the program dbus-daemon is missing")
    user = User(attempt.folder, attempt.stack)
    address = f"unix:path={attempt.folder / 'bus'}"
    command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as bus:
        run = user.start(*user.watching(), variables=buses(address))
        time.sleep(attempt.chance.uniform(0, 15))
        bus.kill()
    run.until(lambda: "near your baseline" in run.said())
    before = minutes(user.history)
    ended = run.end(signal.SIGTERM)
    return [*ended.troubles(0), *user.wrong_alerts(), *lost_minutes(before, user.history)]


def no_display(attempt: Attempt) -> Sequence[str]:
    user = User(attempt.folder, attempt.stack)
    gone = str(attempt.folder / "gone")
    places: tuple[dict[str, str | None], ...] = (
        {},
        {"DISPLAY": ":4711"},
        {"WAYLAND_DISPLAY": gone},
    )
    named = places[attempt.number % len(places)]
    ended = user.start(*SHOWN, variables={**NO_SCREEN, **named}).end()
    return [*ended.troubles(1), *user.left_behind()]


def display_gone(attempt: Attempt) -> Sequence[str]:
    """A real screen ends under the window."""
    if shutil.which("Xvfb") is None:
        raise UntriedError("the program Xvfb is missing")
    user = User(attempt.folder, attempt.stack)
    reading, writing = os.pipe()
    command = (
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1024x768x24",
        "-nolisten",
        "tcp",
    )
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as screen:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        window = user.start(
            *SHOWN, variables={**NO_SCREEN, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        )
        window.until(lambda: bool(list(user.places["run"].rglob("*.sock"))))
        time.sleep(attempt.chance.uniform(0, 8))
        screen.kill()
        ended = window.end()
    again = user.start("run", "--source", str(CLIP), "--for", "3", "--no-notify").end()
    return [*ended.troubles(0, 1), *again.troubles(0), *user.left_behind()]


FAULTS = (
    Fault(
        "a bus that is none",
        "in place of the D-Bus is a socket that says nothing, nonsense or no, and hangs up or "
        "stays silent; `posture run` watches, and ends with 0",
        wrong_bus,
        times=10,
        is_program=True,
    ),
    Fault(
        "D-Bus gone",
        "a real dbus-daemon is killed under `posture run` within 15 s; it goes on, and ends with 0",
        bus_gone,
        times=5,
        times_quick=0,
        is_program=True,
    ),
    Fault(
        "no display",
        "no screen is named, or one that is not there; a sentence and exit code 1",
        no_display,
        times=3,
        is_program=True,
    ),
    Fault(
        "display gone",
        "a real X server is killed under `posture --window`; exit code 0 or 1, and the next start "
        "is as any other",
        display_gone,
        times=5,
        times_quick=0,
        is_program=True,
    ),
)
