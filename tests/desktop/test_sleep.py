"""The computer falls asleep when the camera is closed: inhibitors, given as login1 gives them."""

from __future__ import annotations

import os
import select
from typing import TYPE_CHECKING

from jeepney import FileDescriptor

from posture.desktop.session_bus import Bus
from posture.desktop.sleep import SleepDelay
from posture.ports import DesktopEvent
from tests.desktop.fake import WITHIN_S
from tests.desktop.services import LOGIN, LOGIN_MANAGER, LOGIN_PATH
from tests.desktop.watched import drained

if TYPE_CHECKING:
    from tests.desktop.fake import FakeDesktop
    from tests.desktop.watched import Watched

pytest_plugins = ["tests.desktop.fixtures"]

SUSPENDING, RESUMED = DesktopEvent.SUSPENDING, DesktopEvent.RESUMED


class Delays:
    """Gives inhibitors as login1 does; the other end of each pipe sees it released."""

    def __init__(self, desktop: FakeDesktop) -> None:
        self.desktop = desktop
        self.reading, self._given = os.pipe()
        desktop.says[LOGIN_MANAGER, "Inhibit"] = ("h", (self._given,))
        desktop.own(LOGIN)

    def wait_until_asked(self) -> None:
        while self.desktop.next_call()[1] != "Inhibit":
            pass
        with self.desktop._lock:  # then the answer is sent
            os.close(self._given)  # only the one who asked has it now

    def wait_until_released(self) -> None:
        ready, _, _ = select.select([self.reading], [], [], WITHIN_S)
        assert ready
        assert os.read(self.reading, 1) == b""
        os.close(self.reading)

    @property
    def held(self) -> bool:
        return not select.select([self.reading], [], [], 0)[0]


def test_the_computer_waits_until_the_camera_is_closed(watched: Watched) -> None:
    first = Delays(watched.desktop)
    watched.start()
    first.wait_until_asked()
    watched.watch.let_sleep()  # it does not fall asleep yet
    assert first.held
    watched.desktop.emit(LOGIN_PATH, LOGIN_MANAGER, "PrepareForSleep", "b", True)
    assert watched.next_event() is SUSPENDING
    assert first.held
    watched.watch.let_sleep()
    first.wait_until_released()
    second = Delays(watched.desktop)
    watched.desktop.emit(LOGIN_PATH, LOGIN_MANAGER, "PrepareForSleep", "b", False)
    assert watched.next_event() is RESUMED
    second.wait_until_asked()
    watched.watch.let_sleep()  # said too late, of the sleep that is over
    assert second.held
    watched.watch.close()
    second.wait_until_released()


def test_the_delay_is_one_of_sleep(watched: Watched) -> None:
    delays = Delays(watched.desktop)
    watched.start()
    asked = [arguments for _, name, arguments in drained(watched.desktop) if name == "Inhibit"]
    assert asked == [("sleep", "posture", "to free the camera", "delay")]
    os.close(delays._given)
    watched.watch.close()
    delays.wait_until_released()


def test_an_inhibitor_that_comes_after_the_end_is_given_back(bus_address: str) -> None:
    reading, given = os.pipe()
    with Bus(bus_address) as bus:
        delay = SleepDelay(bus)
        delay.close()
        delay._taken((FileDescriptor(given),))
        assert not delay.held
    assert os.read(reading, 1) == b""
    os.close(reading)
