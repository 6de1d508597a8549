"""A private D-Bus, a desktop on it, and a watch: a test module names this in `pytest_plugins`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from posture.desktop.session_bus import Bus
from posture.desktop.watch import LinuxWatch
from tests.desktop.fake import FakeDesktop, private_bus
from tests.desktop.watched import NOW, Watched

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


@pytest.fixture
def watched(bus_address: str, desktop: FakeDesktop) -> Iterator[Watched]:
    with LinuxWatch(bus_address, bus_address, clock=lambda: NOW) as watch:
        yield Watched(watch, desktop)
