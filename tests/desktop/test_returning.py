"""A bus or a service that goes away and comes back: the watch hears it again."""

from __future__ import annotations

from queue import Queue
from typing import TYPE_CHECKING

import pytest

from posture.desktop.watch import LinuxWatch
from posture.ports import DesktopEvent
from tests.desktop.fake import WITHIN_S, FakeDesktop, private_bus
from tests.desktop.services import LOGIN, LOGIN_MANAGER, LOGIN_SESSION, SAVER, SESSION_PATH
from tests.desktop.watched import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.watched import Watched

pytest_plugins = ["tests.desktop.fixtures"]

LOCKED, UNLOCKED = DesktopEvent.LOCKED, DesktopEvent.UNLOCKED


@pytest.mark.usefixtures("bus_address")  # skips where there is no bus to be had
def test_a_bus_that_ends_and_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posture.desktop.session_bus.AGAIN_S", 0.01)
    at = f"unix:path={tmp_path}/bus"
    events: Queue[DesktopEvent] = Queue()
    with LinuxWatch(at, at, clock=lambda: NOW) as watch:
        watch.start(events.put)
        for _ in range(2):
            assert watch.surroundings().screen_locked is None
            with private_bus(tmp_path, at=at):
                desktop = FakeDesktop(at)
                desktop.says[SAVER, "GetActive"] = ("b", (True,))
                desktop.own(SAVER)
                assert events.get(timeout=WITHIN_S) is LOCKED
                assert watch.surroundings().screen_locked is True
            assert events.get(timeout=WITHIN_S) is UNLOCKED
            desktop.close()
        assert events.empty()


def test_the_login_session_is_found_when_its_service_comes_back(watched: Watched) -> None:
    watched.start()
    watched.desktop.says[LOGIN_MANAGER, "GetSession"] = ("o", (SESSION_PATH,))
    watched.desktop.says[LOGIN_SESSION, "LockedHint"] = ("b", True)
    watched.desktop.own(LOGIN)
    assert watched.next_event() is LOCKED
