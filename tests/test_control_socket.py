"""Where the socket lies and whose it is."""

from __future__ import annotations

import os
import socket
import sys
import warnings
from typing import TYPE_CHECKING

import platformdirs
import pytest

from posture.control import claim
from posture.control_socket import (
    Address,
    ControlError,
    address,
    alone,
    connection,
    is_same_user,
    listen,
)
from tests.running import BY_SOCKET

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = BY_SOCKET


@pytest.fixture
def another_user(monkeypatch: pytest.MonkeyPatch) -> None:
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)


def test_only_one_at_a_time(own_address: Address) -> None:
    for _ in range(2):
        with alone(own_address, 0), pytest.raises(ControlError, match="started or ended elsewhere"):
            alone(own_address, 0).__enter__()


def test_a_lock_that_cannot_be_made_is_not_waited_for(
    own_address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("it waited"))
    impossible = Address(own_address.server, own_address.lock.parent / ("x" * 300))
    with pytest.raises(ControlError, match="no lock can be made"), alone(impossible):
        pytest.fail("it was taken")


def test_a_folder_that_will_not_do(own_address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own_address.lock.parent / ("x" * 100)))
    with pytest.raises(ControlError, match="no socket can be made"):
        claim()


def test_another_folder_is_no_complaint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_back(*_: object, **__: object) -> str:
        warnings.warn("XDG_RUNTIME_DIR is not set", stacklevel=1)
        return str(tmp_path)

    monkeypatch.setattr(platformdirs, "user_runtime_dir", fall_back)
    assert address().lock.parent == tmp_path


def test_no_safe_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError("somebody else's")

    monkeypatch.setattr(platformdirs, "user_runtime_dir", refuse)
    with pytest.raises(ControlError, match="XDG_RUNTIME_DIR"):
        address()


def test_a_folder_of_another_user(own_address: Address, request: pytest.FixtureRequest) -> None:
    own_address.lock.parent.mkdir()
    request.getfixturevalue("another_user")
    with pytest.raises(ControlError, match="belongs to another user"), alone(own_address):
        pytest.fail("it was taken")


@pytest.mark.skipif(sys.platform != "linux", reason="known on Linux only")
class TestOtherUsers:
    def test_who_is_at_the_other_end(self, request: pytest.FixtureRequest) -> None:
        here, there = socket.socketpair()
        with here, there:
            assert is_same_user(here.fileno())
            request.getfixturevalue("another_user")
            assert not is_same_user(here.fileno())
        assert not is_same_user(-1)

    def test_they_are_told_nothing(
        self, own_address: Address, request: pytest.FixtureRequest
    ) -> None:
        with alone(own_address):
            server = listen(own_address)
        request.getfixturevalue("another_user")
        with pytest.raises(ControlError, match="another user"), connection(own_address):
            pytest.fail("it was believed")
        server.close()
