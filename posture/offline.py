"""Runs a program where there is no network, and writes down every packet that it tries to send.

    outside:  watch(command) -> unshare -> inside(command) -> report -> Watched
    inside:   a network of its own with nothing but a loopback that everything is routed to, a name
              server that answers every question, and a packet socket that sees all of it

Linux only, without any right of an administrator where the system lets users make namespaces. A
name that is asked for is a packet, a connection that is tried is a packet: whatever the address and
the port. Sockets in the file system (the desktop's bus, the screen) are no network and stay.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNSHARE = ("--user", "--map-root-user", "--net", "--mount", "--kill-child")
SETTLE_S = 0.5
"""After the program has ended: what is on its way is still seen."""
PACKET_OUTGOING = 4
ANSWER = "203.0.113.7"
"""What the name server says to everything: an address for documentation, RFC 5737."""
DAEMONS = ("/run/systemd/resolve", "/run/nscd", "/run/avahi-daemon")
"""Whom the C library may ask for names by a socket in the file system: they are hidden."""
_SIOCSIFFLAGS, _SIOCADDRT, _IFF_UP, _RTF_UP = 0x8914, 0x890B, 0x1, 0x1
_TCP, _UDP, _ICMP6, _UNREACHABLE, _SYN, _ACK = 6, 17, 58, 1, 0x02, 0x10


class OfflineError(PostureError):
    """It cannot be watched on this computer; the message says why."""


@dataclass(frozen=True, slots=True)
class Try:
    """Something that a program tried to send.

    Attributes:
        how: `tcp` for a connection, `udp` for a packet.
        address, port: To where.
        name: That a name server was asked for; empty for anything else.
        count: How often.
    """

    how: str
    address: str
    port: int
    name: str
    count: int

    def __str__(self) -> str:
        what = f"asked for the name {self.name}" if self.name else f"{self.how} to {self.address}"
        return f"{what} (port {self.port}, {self.count} times)"


@dataclass(frozen=True, slots=True)
class Watched:
    """What became of a program: its exit code, how long it ran, and what it tried to send."""

    code: int
    length_s: float
    tries: tuple[Try, ...]


def watch(
    command: Sequence[str], *, environment: Mapping[str, str] | None = None, quiet: bool = True
) -> Watched:
    """Run a program to its end and tell what it tried to send.

    Args:
        command: The program and its arguments.
        environment: For the program; None for this process's own.
        quiet: Whether what the program prints is kept away.

    Raises:
        OfflineError: It cannot be done here.
    """
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None:
        raise OfflineError("only Linux with the program unshare can give a program no network")
    with tempfile.TemporaryDirectory(prefix="posture-offline-") as folder:
        report = Path(folder) / "report.json"
        inside = (sys.executable, "-m", "posture.offline", str(report), *command)
        out = subprocess.DEVNULL if quiet else None
        done = subprocess.run(  # noqa: S603 - the caller's own command
            (unshare, *UNSHARE, *inside),
            env=environment,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
        try:
            values = json.loads(report.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            why = said[-1] if said else f"exit code {done.returncode}"
            raise OfflineError(f"a program cannot be given no network here: {why}") from error
    tries = tuple(Try(**each) for each in values["tries"])
    return Watched(values["code"], values["length_s"], tries)


def inside(report: Path, command: Sequence[str]) -> None:
    """Do it, in namespaces of our own; ends with a file that `watch` reads."""
    with tempfile.TemporaryDirectory() as folder:
        _own_names(Path(folder))
        _route_everything_to_loopback()
        sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
        sniffer.settimeout(0.1)
        over = threading.Event()
        seen: Counter[tuple[str, str, int, str]] = Counter()
        workers = [threading.Thread(target=_sniff, args=(sniffer, seen, over))]
        workers.append(threading.Thread(target=_answer_names, args=(over,)))
        for worker in workers:
            worker.start()
        began_s = time.monotonic()
        try:
            code = subprocess.run(command, check=False).returncode  # noqa: S603 - as above
            length_s = time.monotonic() - began_s
            time.sleep(SETTLE_S)
        finally:
            over.set()
            for worker in workers:
                worker.join()
            sniffer.close()
    tries = [asdict(Try(*what, count)) for what, count in seen.items()]
    text = json.dumps({"code": code, "length_s": length_s, "tries": tries})
    report.write_text(text, encoding="utf-8")


def _own_names(folder: Path) -> None:
    """Let names be asked for from our own name server, and from nobody else."""
    texts = {
        "/etc/resolv.conf": "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n",
        "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
    }
    for path, text in texts.items():
        own = folder / Path(path).name
        own.write_text(text, encoding="utf-8")
        if os.path.exists(path):  # noqa: PTH110 - a broken link counts as none
            _mount("--bind", str(own), os.path.realpath(path))
    for place in DAEMONS:
        if Path(place).is_dir():
            _mount("-t", "tmpfs", "none", place)


def _mount(*arguments: str) -> None:
    subprocess.run(("mount", *arguments), check=True)  # noqa: S603, S607 - found as the user has it


def _route_everything_to_loopback() -> None:
    import ctypes
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))
        nowhere = struct.pack("HH4s8x", socket.AF_INET, 0, bytes(4))
        name = ctypes.create_string_buffer(b"lo")
        # struct rtentry of <linux/route.h>: a pad, three addresses, flags, and the device
        route = struct.pack("L", 0) + 3 * nowhere + struct.pack("HhLPh6x", _RTF_UP, 0, 0, 0, 0)
        route += struct.pack("PLLH6x", ctypes.addressof(name), 0, 0, 0)
        fcntl.ioctl(control, _SIOCADDRT, route)
    with suppress(OSError), socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as control:
        index = socket.if_nametoindex("lo")
        # struct in6_rtmsg of <linux/ipv6_route.h>
        route = bytes(48) + struct.pack("IHHILIi", 0, 0, 0, 1, 0, _RTF_UP, index)
        fcntl.ioctl(control, _SIOCADDRT, route)


def _sniff(
    sniffer: socket.socket, seen: Counter[tuple[str, str, int, str]], over: threading.Event
) -> None:
    while not over.is_set():
        with suppress(TimeoutError):
            packet, address = sniffer.recvfrom(65_535)
            if address[2] == PACKET_OUTGOING and (found := understood(packet)) is not None:
                seen[found] += 1


def understood(packet: bytes) -> tuple[str, str, int, str] | None:
    """How, to which address, port and asking for which name; None for what is no beginning.

    Args:
        packet: From the first byte of its IP head. Answers of our name server and all of a
            connection but its first packet are no beginning.
    """
    version = packet[0] >> 4 if len(packet) >= 28 else 0  # less holds no head and no ports
    if version == 4:
        protocol, target, rest = packet[9], packet[16:20], packet[(packet[0] & 15) * 4 :]
    elif version == 6:
        protocol, target, rest = packet[6], packet[24:40], packet[40:]
    else:
        return None
    if len(rest) < 8:
        return None
    if protocol == _ICMP6 and rest[0] == _UNREACHABLE:  # the kernel's own word on a packet that
        return understood(rest[8:])  # IPv6 does not route to the loopback: it is in there
    source_port, port = struct.unpack("!HH", rest[:4])
    address = str(ip_address(target))
    if protocol == _UDP and source_port != 53:
        return "udp", address, port, _question(rest[8:]) if port == 53 else ""
    if protocol == _TCP and len(rest) > 13 and rest[13] & (_SYN | _ACK) == _SYN:
        return "tcp", address, port, ""
    return None


def _question(message: bytes) -> str:
    """The name that a message to a name server asks for."""
    labels, at = [], 12
    while at < len(message) and 0 < (length := message[at]) < 64:
        labels.append(message[at + 1 : at + 1 + length].decode("ascii", "replace"))
        at += 1 + length
    return ".".join(labels)


def _answer_names(over: threading.Event) -> None:
    """A name server that has an address for everything, so that connections are tried too."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 53))
        server.settimeout(0.1)
        while not over.is_set():
            with suppress(TimeoutError, OSError):
                message, asker = server.recvfrom(4096)
                server.sendto(_answer(message), asker)


def _answer(message: bytes) -> bytes:
    end = message.index(0, 12) + 5
    wants_address = message[end - 4 : end - 2] == b"\0\1"
    head = message[:2] + struct.pack("!HHHHH", 0x8180, 1, int(wants_address), 0, 0)
    found = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 1, 4) + socket.inet_aton(ANSWER)
    return head + message[12:end] + (found if wants_address else b"")


if __name__ == "__main__":
    inside(Path(sys.argv[1]), sys.argv[2:])
