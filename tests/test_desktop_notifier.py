"""What the desktop is given to show, what the user answers, and a real notification service."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from queue import Queue, SimpleQueue
from subprocess import DEVNULL, Popen
from typing import TYPE_CHECKING, Any

import pytest

from posture.desktop.session_bus import Address, Bus, Call, get_property
from posture.desktop.watch import LinuxWatch
from posture.notifiers.desktop import ANNOUNCED_FOR_MS, SNOOZE_S, TITLE, DesktopNotifier
from posture.ports import Announcement, Chosen, FalseAlarm, Helped, NotifierCommand, Snooze
from posture.records import Alert, AlertLevel
from tests.desktop.fake import (
    NOTES,
    NOTES_PATH,
    WITHIN_S,
    FakeDesktop,
    make_alert,
    refuses,
    says_nothing,
    shows,
    talks_nonsense,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytest_plugins = ["tests.desktop.fixtures"]


class Shown:
    """A desktop notifier, what it showed, and what the user answered."""

    def __init__(self, desktop: FakeDesktop, bus: Bus) -> None:
        self.desktop = desktop
        self.bus = bus
        self.commands: SimpleQueue[NotifierCommand] = SimpleQueue()
        self.notifier = DesktopNotifier(bus, self.commands)

    def notify(self, alert: Alert) -> tuple[Any, ...]:
        """Show an alert; what the desktop was given to show."""
        self.notifier.notify(alert)
        assert self.desktop.next_call()[:2] == (NOTES, "GetCapabilities")
        _, method, arguments = self.desktop.next_call()
        assert method == "Notify"
        return arguments

    def announce(self, announcement: Announcement) -> tuple[Any, ...]:
        """Show an announcement; what the desktop was given to show."""
        self.notifier.announce(announcement)
        assert self.desktop.next_call()[:2] == (NOTES, "GetCapabilities")
        return self.desktop.next_call()[2]

    def press(self, key: str, number: int = 7) -> None:
        self.desktop.emit(NOTES_PATH, NOTES, "ActionInvoked", "us", number, key)

    def next_command(self) -> NotifierCommand:
        return self.commands.get(timeout=WITHIN_S)


@pytest.fixture
def shown(desktop: FakeDesktop, bus: Bus) -> Shown:
    return Shown(shows(desktop, "actions", "body"), bus)


@pytest.mark.parametrize(
    ("level", "urgency", "transient"),
    [
        pytest.param(AlertLevel.CUE, 0, True, id="a cue is of low urgency and is not kept"),
        pytest.param(AlertLevel.NOTICE, 1, False, id="a notice is normal"),
    ],
)
def test_what_is_shown(shown: Shown, level: AlertLevel, urgency: int, transient: bool) -> None:
    program, replaces, _, title, text, buttons, hints, expires_ms = shown.notify(make_alert(level))
    assert (program, replaces, title) == ("posture", 0, TITLE)
    assert text == "An estimate: neck 14° beyond."
    keys, labels = buttons[::2], buttons[1::2]
    assert keys == ["snooze", "helped", "wrong"]
    assert labels == ["Snooze 15 min", "That helped", "That was wrong"]
    assert hints["urgency"] == ("y", urgency)
    assert hints["transient"] == ("b", transient)
    assert 0 < expires_ms <= 60_000


def test_no_buttons_where_the_desktop_has_none(desktop: FakeDesktop, bus: Bus) -> None:
    assert Shown(shows(desktop, "body"), bus).notify(make_alert())[5] == []


@pytest.mark.parametrize(
    ("abilities", "expected"),
    [
        pytest.param(["body-markup"], "An estimate: a &lt; b &amp; c.", id="markup"),
        pytest.param(["body"], "An estimate: a < b & c.", id="plain"),
    ],
)
def test_text_is_never_taken_for_markup(
    desktop: FakeDesktop, bus: Bus, abilities: list[str], expected: str
) -> None:
    assert (
        Shown(shows(desktop, *abilities), bus).notify(make_alert(text="a < b & c"))[4] == expected
    )


def test_a_new_notification_takes_the_place_of_the_one_before(shown: Shown) -> None:
    assert [shown.notify(make_alert())[1] for _ in range(3)] == [0, 7, 7]


def test_a_notification_that_is_gone_is_not_replaced(shown: Shown) -> None:
    shown.notify(make_alert())
    shown.desktop.emit(NOTES_PATH, NOTES, "NotificationClosed", "uu", 8, 1)  # another program's
    assert shown.notify(make_alert())[1] == 7
    shown.desktop.emit(NOTES_PATH, NOTES, "NotificationClosed", "uu", 7, 1)
    assert shown.notify(make_alert())[1] == 0


def test_the_buttons_become_commands(shown: Shown) -> None:
    alert = make_alert(AlertLevel.NOTICE)
    shown.press("snooze")  # before anything was shown
    shown.notify(alert)
    for key, number in [("snooze", 8), ("default", 7), ("snooze", 7), ("helped", 7), ("wrong", 7)]:
        shown.press(key, number)
    said = [shown.next_command() for _ in range(3)]
    assert said == [Snooze(SNOOZE_S, alert), Helped(alert), FalseAlarm(alert)]
    assert shown.commands.empty()


BREAK = Announcement(
    "break", "Time for a break?", "Drink < something.", (("later", "Later"), ("skip", "Skip"))
)


class TestAnnouncements:
    def test_what_is_shown(self, desktop: FakeDesktop, bus: Bus) -> None:
        shown = Shown(shows(desktop, "actions", "body-markup"), bus)
        _, replaces, _, title, text, buttons, hints, expires_ms = shown.announce(BREAK)
        assert (replaces, title, text) == (0, "Time for a break?", "Drink &lt; something.")
        assert buttons == ["later", "Later", "skip", "Skip"]
        assert hints["transient"] == ("b", True)
        assert expires_ms == ANNOUNCED_FOR_MS

    def test_it_stands_beside_an_alert(self, shown: Shown) -> None:
        alert = make_alert()
        shown.notify(alert)
        shown.desktop.says[NOTES, "Notify"] = ("u", (8,))
        assert shown.announce(BREAK)[1] == 0
        for key, number in [("helped", 8), ("later", 7), ("later", 8), ("helped", 7)]:
            shown.press(key, number)
        assert [shown.next_command() for _ in range(2)] == [Chosen(BREAK, "later"), Helped(alert)]
        assert shown.commands.empty()
        assert shown.announce(BREAK)[1] == 8

    def test_it_is_taken_back(self, shown: Shown) -> None:
        shown.notifier.announce(None)  # before anything was shown
        shown.announce(BREAK)
        shown.notifier.announce(None)
        assert shown.desktop.next_call() == (NOTES, "CloseNotification", (7,))


def test_closing_takes_back_what_is_shown(shown: Shown) -> None:
    shown.notify(make_alert())
    shown.notifier.close()
    assert shown.desktop.next_call() == (NOTES, "CloseNotification", (7,))


@pytest.mark.parametrize(
    ("prepare", "patience_s", "why"),
    [
        pytest.param(lambda desktop: desktop, WITHIN_S, NOTES, id="nobody there"),
        pytest.param(refuses, WITHIN_S, "too many notifications", id="refused"),
        pytest.param(talks_nonsense, WITHIN_S, "int", id="nonsense"),
        pytest.param(says_nothing, 0.05, "did not answer in 0.05 s", id="no answer"),
    ],
)
def test_a_failing_notification_is_logged(
    desktop: FakeDesktop,
    bus: Bus,
    prepare: Callable[[FakeDesktop], FakeDesktop],
    patience_s: float,
    why: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("posture.desktop.session_bus.ANSWER_WITHIN_S", patience_s)
    prepare(desktop)
    DesktopNotifier(bus, SimpleQueue()).notify(make_alert())
    (record,) = caplog.records
    assert record.getMessage().startswith("the notification was not shown: ")
    assert why in record.getMessage()


@pytest.mark.parametrize("duration_s", [0.0, -1.0, float("nan"), float("inf")])
def test_a_snooze_ends(duration_s: float) -> None:
    with pytest.raises(ValueError, match="must be positive"):
        Snooze(duration_s)


DUNST = Address(NOTES, NOTES_PATH, "org.dunstproject.cmd0")


@contextmanager
def running(command: list[str], **more: Any) -> Iterator[None]:  # noqa: ANN401 - as Popen has it
    with Popen(command, stdout=DEVNULL, stderr=DEVNULL, **more) as program:
        try:
            yield
        finally:
            program.terminate()


@contextmanager
def unseen_screen() -> Iterator[str]:
    """An X server that shows nothing; its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with running(command, pass_fds=[writing]):
        os.close(writing)
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        yield f":{number}"


@pytest.fixture
def dunst(bus_address: str, bus: Bus) -> Iterator[None]:
    """A real notification service."""
    if not (shutil.which("dunst") and shutil.which("Xvfb")):
        pytest.skip("dunst and Xvfb are not installed (Debian: apt install dunst xvfb)")
    started: Queue[object] = Queue()
    bus.listen_for_owner(NOTES, started.put)
    with unseen_screen() as display:
        variables = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus_address}
        with running(["dunst"], env={**os.environ, **variables}):
            started.get(timeout=WITHIN_S)
            yield


@pytest.mark.usefixtures("dunst")
def test_a_real_service_shows_one_notification_and_takes_it_back(bus: Bus) -> None:
    def count() -> int:
        lengths = ("displayedLength", "waitingLength")
        return sum(bus.call(get_property(DUNST, name))[0][1] for name in lengths)

    closed: Queue[Any] = Queue()
    bus.listen(Address(NOTES, NOTES_PATH, NOTES), "NotificationClosed", closed.put)
    with DesktopNotifier(bus, SimpleQueue()) as notifier:
        for level in AlertLevel:
            notifier.notify(make_alert(level))
            assert count() == 1
    shown, reason = closed.get(timeout=WITHIN_S)
    assert shown > 0
    assert reason == 3  # closed by a call
    assert count() == 0


@pytest.mark.usefixtures("dunst")
def test_a_real_service_says_that_it_is_not_to_disturb(bus_address: str, bus: Bus) -> None:
    properties = Address(NOTES, NOTES_PATH, "org.freedesktop.DBus.Properties")
    for paused in (True, False):
        bus.call(Call(properties, "Set", "ssv", (DUNST.interface, "paused", ("b", paused))))
        with LinuxWatch(bus_address, bus_address) as watch:
            watch.start(lambda _: None)
            assert watch.surroundings().do_not_disturb is paused
