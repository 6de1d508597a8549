"""A private D-Bus, and a desktop on it: a test module names this in its `pytest_plugins`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from posture.desktop.session_bus import Bus
from tests.desktop.fake import FakeDesktop, private_bus

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def bus_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed (Debian: apt install dbus-daemon)")
    with private_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


@pytest.fixture
def desktop(bus_address: str) -> Iterator[FakeDesktop]:
    fake = FakeDesktop(bus_address)
    yield fake
    fake.close()


@pytest.fixture
def bus(bus_address: str) -> Iterator[Bus]:
    with Bus(bus_address) as opened:
        yield opened
