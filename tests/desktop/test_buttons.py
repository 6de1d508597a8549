"""Which of two notifiers tells, as the desktop's services come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posture.desktop.buttons import ButtonsFirst, has_buttons
from posture.ports import Announcement, Notifier
from tests.desktop.fake import NOTES, FakeDesktop, make_alert, refuses, shows, talks_nonsense

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.desktop.session_bus import Bus
    from posture.records import Alert

pytest_plugins = ["tests.desktop.fixtures"]


class Told(Notifier):
    def __init__(self) -> None:
        self.alerts: list[Alert] = []
        self.announced: list[Announcement | None] = []
        self.closed = False

    def notify(self, alert: Alert) -> None:
        self.alerts.append(alert)

    def announce(self, announcement: Announcement | None) -> None:
        self.announced.append(announcement)

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("prepare", "expected"),
    [
        pytest.param(lambda desktop: shows(desktop, "body", "actions"), True, id="buttons"),
        pytest.param(lambda desktop: shows(desktop, "body"), False, id="no buttons"),
        pytest.param(lambda desktop: desktop, False, id="nobody"),
        pytest.param(talks_nonsense, False, id="nonsense"),
    ],
)
def test_what_the_desktop_can_do(
    desktop: FakeDesktop, bus: Bus, prepare: Callable[[FakeDesktop], FakeDesktop], expected: bool
) -> None:
    prepare(desktop)
    assert has_buttons(bus) is expected


def test_an_answer_with_too_much_in_it(desktop: FakeDesktop, bus: Bus) -> None:
    shows(desktop).says[NOTES, "GetCapabilities"] = ("asas", (["actions"], ["actions"]))
    assert not has_buttons(bus)


def test_a_refusal(desktop: FakeDesktop, bus: Bus) -> None:
    refuses(desktop).says[NOTES, "GetCapabilities"] = ValueError("not now")
    assert not has_buttons(bus)


def test_each_alert_goes_where_it_is_seen_best(desktop: FakeDesktop, bus: Bus) -> None:
    with_buttons, otherwise = Told(), Told()
    first, second, third = (make_alert(text=text) for text in ("a", "b", "c"))
    with ButtonsFirst(bus, with_buttons, otherwise) as notifier:
        notifier.notify(first)
        shows(desktop, "actions")
        notifier.notify(second)
        desktop.disown(NOTES)
        notifier.notify(third)
    assert (with_buttons.alerts, otherwise.alerts) == ([second], [first, third])
    assert with_buttons.closed
    assert otherwise.closed


def test_each_announcement_too_and_both_take_it_back(desktop: FakeDesktop, bus: Bus) -> None:
    with_buttons, otherwise = Told(), Told()
    first, second = (Announcement("break", title, "text") for title in "ab")
    with ButtonsFirst(bus, with_buttons, otherwise) as notifier:
        notifier.announce(first)
        shows(desktop, "actions")
        notifier.announce(second)
        notifier.announce(None)
    assert (with_buttons.announced, otherwise.announced) == ([second, None], [first, None])
