"""Notifications of the Linux desktop, by D-Bus, with three buttons to answer by."""

from __future__ import annotations

import html
import logging
from functools import partial
from typing import TYPE_CHECKING

from posture.desktop.session_bus import Address, Call
from posture.ports import DesktopError, FalseAlarm, Helped, Notifier, Snooze
from posture.records import AlertLevel

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import SimpleQueue

    from posture.desktop.session_bus import Body, Bus
    from posture.ports import NotifierCommand
    from posture.records import Alert

logger = logging.getLogger(__name__)

TITLE = "Time to move?"
"""A question, and no judgement: a change of posture is welcome, none is wrong."""

SNOOZE_S = 900.0

_SNOOZE, _HELPED, _WRONG = "snooze", "helped", "wrong"
_BUTTONS = {
    _SNOOZE: f"Snooze {SNOOZE_S / 60:.0f} min",
    _HELPED: "That helped",
    _WRONG: "That was wrong",
}
"""Keys and labels."""

_LOW, _NORMAL = 0, 1
_URGENCY = {AlertLevel.CUE: _LOW, AlertLevel.NOTICE: _NORMAL}
_SHOWN_FOR_MS = {AlertLevel.CUE: 8_000, AlertLevel.NOTICE: 20_000}

_SERVICE = Address(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
_NONE = 0


class DesktopNotifier(Notifier):
    """Shows one notification at a time: a new one takes the place of the one before.

    Args:
        bus: The user's session bus; closed by the caller, after this.
        commands: Gets what the user answers by the buttons.
        say: Puts each text into the user's language, on any thread; English by default.
    """

    def __init__(
        self, bus: Bus, commands: SimpleQueue[NotifierCommand], say: Callable[[str], str] = str
    ) -> None:
        self._bus = bus
        self._commands = commands
        self._say = say
        # Both are written by the bus's thread only.
        self._shown = _NONE
        self._alert: Alert | None = None
        bus.listen(_SERVICE, "ActionInvoked", self._answered)
        bus.listen(_SERVICE, "NotificationClosed", self._gone)

    def notify(self, alert: Alert) -> None:
        """Show one alert; waits a little for the desktop to take it."""
        try:
            # Asked each time: the user may have changed to another notification service.
            (abilities,) = self._bus.call(Call(_SERVICE, "GetCapabilities"), start_service=True)
            call = _notification(alert, self._shown, abilities, self._say)
            self._bus.call(call, then=partial(self._remember, alert))
        except (DesktopError, TypeError, ValueError) as error:  # or it answers nonsense
            logger.warning("the notification was not shown: %s", error)

    def close(self) -> None:
        """Take back what is shown: its buttons would do nothing any more."""
        if self._shown != _NONE:
            self._bus.ask(Call(_SERVICE, "CloseNotification", "u", (self._shown,)))

    def _remember(self, alert: Alert, answer: Body | None) -> None:
        if answer is not None:
            (self._shown,) = answer
            self._alert = alert

    def _answered(self, body: Body) -> None:
        """A button of a notification was pressed, of ours or of another program's."""
        shown, key = body
        if shown != self._shown or self._alert is None:
            return
        if key == _SNOOZE:
            self._commands.put(Snooze(SNOOZE_S, self._alert))
        elif key == _HELPED:
            self._commands.put(Helped(self._alert))
        elif key == _WRONG:
            self._commands.put(FalseAlarm(self._alert))

    def _gone(self, body: Body) -> None:
        if body[0] == self._shown:
            self._shown, self._alert = _NONE, None


def _notification(
    alert: Alert, replaces: int, abilities: list[str], say: Callable[[str], str]
) -> Call:
    title, text = say(TITLE), say(f"An estimate: {alert.text}.")
    if "body-markup" in abilities:
        text = html.escape(text, quote=False)
    hints = {
        "urgency": ("y", _URGENCY[alert.level]),
        # A cue is worth nothing later; and what is heard is the sound notifier's to say.
        "transient": ("b", alert.level is AlertLevel.CUE),
        "suppress-sound": ("b", True),
    }
    # Services without buttons show such a notification as a window that wants an answer.
    labels = _BUTTONS if "actions" in abilities else {}
    buttons = [word for key, label in labels.items() for word in (key, say(label))]
    arguments = ("posture", replaces, "", title, text, buttons, hints, _SHOWN_FOR_MS[alert.level])
    return Call(_SERVICE, "Notify", "susssasa{sv}i", arguments)
