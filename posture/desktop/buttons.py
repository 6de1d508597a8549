"""Alerts by notifications with buttons where the desktop has them, otherwise by other means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.desktop.session_bus import Address, Call
from posture.ports import DesktopError, Notifier

if TYPE_CHECKING:
    from posture.desktop.session_bus import Bus
    from posture.ports import Announcement
    from posture.records import Alert

_SERVICE = Address(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)


class ButtonsFirst(Notifier):
    """Tells each alert by one of two notifiers, whichever serves the user better at that moment.

    Args:
        bus: The user's session bus; closed by the caller, after this.
        with_buttons: Shows notifications of the desktop.
        otherwise: Is used while nobody shows buttons.
    """

    def __init__(self, bus: Bus, with_buttons: Notifier, otherwise: Notifier) -> None:
        self._bus = bus
        self._with_buttons = with_buttons
        self._otherwise = otherwise

    def notify(self, alert: Alert) -> None:
        """Show one alert; waits a little for the desktop to say what it can do."""
        chosen = self._with_buttons if has_buttons(self._bus) else self._otherwise
        chosen.notify(alert)

    def announce(self, announcement: Announcement | None) -> None:
        """Show an announcement as an alert; where one is taken back, it is so by both."""
        if announcement is None:
            self._with_buttons.announce(None)
            self._otherwise.announce(None)
            return
        chosen = self._with_buttons if has_buttons(self._bus) else self._otherwise
        chosen.announce(announcement)

    def close(self) -> None:
        """Close both."""
        self._with_buttons.close()
        self._otherwise.close()


def has_buttons(bus: Bus) -> bool:
    """Whether the desktop shows notifications with buttons at this moment; not from a handler."""
    try:
        (abilities,) = bus.call(Call(_SERVICE, "GetCapabilities"), start_service=True)
    except (DesktopError, ValueError):  # nobody there, or nonsense
        return False
    return isinstance(abilities, list) and "actions" in abilities
