"""Programs without a network: what they try to send is seen, and nothing is made up."""

from __future__ import annotations

import shutil
import struct
import sys
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.checks import OK, PROBLEM, UNKNOWN
from posture.offline import ANSWER, OfflineError, Try, Watched, understood, watch
from posture.offline_look import check_silence


def can_watch() -> bool:
    try:
        return sys.platform == "linux" and watch(("true",)).code == 0
    except OfflineError:
        return False


needs_namespaces = pytest.mark.skipif(
    not can_watch(), reason="this system gives its users no namespaces"
)


def tries_of(code: str) -> list[Try]:
    return list(watch((sys.executable, "-c", code)).tries)


@needs_namespaces
def test_a_name_and_then_a_connection() -> None:
    code = "import urllib.request as u; u.urlopen('http://example.org:8080', timeout=1)"
    asked, connected = tries_of(code)
    assert (asked.how, asked.port, asked.name) == ("udp", 53, "example.org")
    assert (connected.how, connected.address, connected.port) == ("tcp", ANSWER, 8080)
    assert "asked for the name example.org" in str(asked)


@needs_namespaces
@pytest.mark.parametrize(
    ("family", "how", "address"),
    [
        ("AF_INET", "tcp", "192.0.2.1"),
        ("AF_INET", "udp", "8.8.8.8"),
        ("AF_INET", "tcp", "127.0.0.1"),
        ("AF_INET6", "tcp", "2001:db8::1"),
        ("AF_INET6", "udp", "2001:db8::1"),
    ],
)
@pytest.mark.parametrize("port", [7, 443, 65_535])
def test_any_address_and_port(family: str, how: str, address: str, port: int) -> None:
    kind = {"tcp": "SOCK_STREAM", "udp": "SOCK_DGRAM"}[how]
    code = (
        "import contextlib, socket\n"
        f"with contextlib.suppress(OSError), socket.socket(socket.{family}, socket.{kind}) as s:\n"
        f"    s.settimeout(0.01); s.connect(({address!r}, {port})); s.send(b'x')"
    )
    (seen,) = tries_of(code)
    assert (seen.how, seen.address, seen.port, seen.name) == (how, address, port, "")


@needs_namespaces
def test_a_silent_program() -> None:
    assert watch(("sh", "-c", "exit 3")).code == 3
    assert watch((sys.executable, "-c", "import socket; socket.socketpair()")).tries == ()


@needs_namespaces
def test_the_pose_model_is_silent() -> None:
    check = check_silence(length_s=2.0)
    assert (check.verdict, check.advice) == (OK, "")


def test_without_the_means(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(OfflineError, match="unshare"):
        watch(("true",))


def test_a_system_that_forbids_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")
    with pytest.raises(OfflineError, match="exit code 1"):
        watch(("true",))


@pytest.mark.parametrize(
    ("done", "verdict", "says"),
    [
        (Watched(0, 20.0, ()), OK, "nothing was sent"),
        (Watched(1, 0.1, ()), UNKNOWN, "ended with code 1"),
        (Watched(0, 20.0, (Try("tcp", "192.0.2.1", 443, "", 2),)), PROBLEM, "tcp to 192.0.2.1"),
    ],
)
def test_the_doctor_says(done: Watched, verdict: object, says: str) -> None:
    check = check_silence(lambda _: done)
    assert check.verdict is verdict
    assert says in check.found


def test_the_doctor_cannot_know() -> None:
    def impossible(_: object) -> Watched:
        raise OfflineError("not here")

    assert check_silence(impossible).verdict is UNKNOWN


def tcp(flags: int, port: int = 443) -> bytes:
    return struct.pack("!HHIIBBHHH", 40_000, port, 0, 0, 0x50, flags, 0, 0, 0)


def ipv4(protocol: int, rest: bytes) -> bytes:
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(rest), 0, 0, 64, protocol, 0)
    return head + ip_address("127.0.0.1").packed + ip_address("192.0.2.1").packed + rest


@pytest.mark.parametrize(
    ("flags", "expected"), [(0x02, ("tcp", "192.0.2.1", 443, "")), (0x12, None), (0x10, None)]
)
def test_only_the_beginning_of_a_connection(flags: int, expected: object) -> None:
    assert understood(ipv4(6, tcp(flags))) == expected


def test_an_answer_of_a_name_server() -> None:
    assert understood(ipv4(17, struct.pack("!HHHH", 53, 40_000, 8, 0))) is None


@given(st.binary(max_size=80))
def test_whatever_comes(packet: bytes) -> None:
    found = understood(packet)
    assert found is None or 0 <= found[2] <= 65_535
