"""A private bus, and a desktop on it that says what a test wants it to say."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from queue import Queue
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING, Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

from posture.records import Alert, AlertLevel, Part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jeepney import Message

WITHIN_S = 20.0
"""How long a test waits for what must happen: a loaded machine must not fail it."""

NOTES, NOTES_PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

Value = tuple[str, Any]
"""A signature and a value of it."""


_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <servicedir>{folder}</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""No service of this machine is started on it, only one that fails."""

FAILING = "org.example.Failing"
"""A service that is started when it is called, and ends at once."""


@contextmanager
def private_bus(folder: Path, *, at: str = "") -> Iterator[str]:
    """Run a bus of one's own; its address, which is `at` if that is given."""
    file = folder / "bus.conf"
    file.write_text(_CONFIGURATION.format(folder=folder, address=at or f"unix:dir={folder}"))
    service = folder / f"{FAILING}.service"
    service.write_text(f"[D-BUS Service]\nName={FAILING}\nExec=/bin/false\n")
    command = ["dbus-daemon", f"--config-file={file}", "--nofork", "--print-address"]
    with Popen(command, stdout=PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class FakeDesktop:
    """Services on one connection, so that what it says arrives in the order in which it said it.

    Attributes:
        says: Of methods by (interface, method): a signature and the values; of properties by
            (interface, name): a signature and the value. An exception is answered as an error,
            None not at all.
        asked: The calls that were answered: (interface, method or property, arguments).
    """

    def __init__(self, address: str) -> None:
        self.says: dict[tuple[str, str], Value | Exception | None] = {}
        self.asked: Queue[tuple[str, str, tuple[Any, ...]]] = Queue()
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._lock = threading.Lock()
        self._replies: Queue[Message] = Queue()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def own(self, *services: str) -> None:
        """Start services."""
        for service in services:
            self._bus(message_bus.RequestName(service, 4))

    def disown(self, *services: str) -> None:
        """End services."""
        for service in services:
            self._bus(message_bus.ReleaseName(service))

    def emit(self, path: str, interface: str, signal: str, signature: str, *values: object) -> None:
        """Send a signal."""
        self._send(new_signal(DBusAddress(path, None, interface), signal, signature, values))

    def change(self, path: str, interface: str, name: str, value: Value) -> None:
        """Change a property and tell of it."""
        self.says[interface, name] = value
        changed = ("org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as")
        self.emit(path, *changed, interface, {name: value}, [])

    def next_call(self) -> tuple[str, str, tuple[Any, ...]]:
        """The next call that was answered; waits for it."""
        return self.asked.get(timeout=WITHIN_S)

    def close(self) -> None:
        """Leave the bus; all services end."""
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(WITHIN_S)
        self._connection.close()

    def _bus(self, message: Message) -> None:
        self._send(message)
        assert self._replies.get(timeout=WITHIN_S).header.message_type is MessageType.method_return

    def _send(self, message: Message) -> None:
        with self._lock:
            self._connection.send(message)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
                elif HeaderFields.reply_serial in message.header.fields:
                    self._replies.put(message)

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        interface, name = fields[HeaderFields.interface], fields[HeaderFields.member]
        arguments = message.body
        is_property = interface == "org.freedesktop.DBus.Properties"
        if is_property:
            (interface, name), arguments = arguments, ()
        said = self.says.get((interface, name), KeyError("no such thing"))
        if said is None:
            return
        if isinstance(said, Exception):
            reply = new_error(message, "org.example.Refused", "s", (str(said),))
        else:
            signature, values = ("v", (said,)) if is_property else said
            reply = new_method_return(message, signature or None, values)
        # Who sees the call here must not overtake the answer, nor the answer the call.
        with self._lock:
            self.asked.put((interface, name, arguments))
            self._connection.send(reply)


def make_alert(level: AlertLevel = AlertLevel.CUE, text: str = "neck 14° beyond") -> Alert:
    return Alert(40.0, level, Part.NECK, 14.0, 35.0, text)


def shows(desktop: FakeDesktop, *abilities: str) -> FakeDesktop:
    """A desktop that shows notifications, all of them as number 7."""
    desktop.says[NOTES, "GetCapabilities"] = ("as", (list(abilities),))
    desktop.says[NOTES, "Notify"] = ("u", (7,))
    desktop.says[NOTES, "CloseNotification"] = ("", ())
    desktop.own(NOTES)
    return desktop


def says_nothing(desktop: FakeDesktop) -> FakeDesktop:
    shows(desktop).says[NOTES, "Notify"] = None
    return desktop


def refuses(desktop: FakeDesktop) -> FakeDesktop:
    shows(desktop).says[NOTES, "Notify"] = ValueError("too many notifications")
    return desktop


def talks_nonsense(desktop: FakeDesktop) -> FakeDesktop:
    shows(desktop).says[NOTES, "GetCapabilities"] = ("u", (3,))
    return desktop
