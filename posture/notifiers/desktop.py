"""Notifications of the Linux desktop, by D-Bus, with buttons to answer by."""

from __future__ import annotations

import html
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from posture.desktop.session_bus import Address, Call
from posture.ports import (
    Announcement,
    Chosen,
    DesktopError,
    FalseAlarm,
    Helped,
    Notifier,
    Snooze,
)
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
_BUTTONS = (
    (_SNOOZE, f"Snooze {SNOOZE_S / 60:.0f} min"),
    (_HELPED, "That helped"),
    (_WRONG, "That was wrong"),
)
"""Keys and labels."""

_LOW, _NORMAL = 0, 1
_URGENCY = {AlertLevel.CUE: _LOW, AlertLevel.NOTICE: _NORMAL}
ANNOUNCED_FOR_MS = 60_000
"""An announcement: time enough to come to the end of a sentence."""
_SHOWN_FOR_MS = {AlertLevel.CUE: 8_000, AlertLevel.NOTICE: 20_000}

_SERVICE = Address(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
_NONE = 0


@dataclass(slots=True)
class _Shown:
    """What is shown, and as which number; written by the bus's thread only."""

    number: int = _NONE
    about: Alert | Announcement | None = None


class DesktopNotifier(Notifier):
    """Shows one alert and one announcement at a time: each takes the place of the one before.

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
        self._alert, self._announcement = _Shown(), _Shown()
        bus.listen(_SERVICE, "ActionInvoked", self._answered)
        bus.listen(_SERVICE, "NotificationClosed", self._gone)

    def notify(self, alert: Alert) -> None:
        """Show one alert; waits a little for the desktop to take it."""
        self._show(alert, self._alert)

    def announce(self, announcement: Announcement | None) -> None:
        """Show an announcement until it is answered or taken back; waits as `notify`."""
        if announcement is None:
            self._take_back(self._announcement)
        else:
            self._show(announcement, self._announcement)

    def close(self) -> None:
        """Take back what is shown: its buttons would do nothing any more."""
        for shown in (self._alert, self._announcement):
            self._take_back(shown)

    def _show(self, about: Alert | Announcement, shown: _Shown) -> None:
        try:
            # Asked each time: the user may have changed to another notification service.
            (abilities,) = self._bus.call(Call(_SERVICE, "GetCapabilities"), start_service=True)
            call = _notification(about, shown.number, abilities, self._say)
            self._bus.call(call, then=partial(_remember, shown, about))
        except (DesktopError, TypeError, ValueError) as error:  # or it answers nonsense
            logger.warning("the notification was not shown: %s", error)

    def _take_back(self, shown: _Shown) -> None:
        if shown.number != _NONE:
            self._bus.ask(Call(_SERVICE, "CloseNotification", "u", (shown.number,)))

    def _answered(self, body: Body) -> None:
        """A button of a notification was pressed, of ours or of another program's."""
        number, key = body
        about = {s.number: s.about for s in (self._alert, self._announcement)}.get(number)
        match about:
            case None:
                return
            case Announcement(answers=answers):
                if key in dict(answers):
                    self._commands.put(Chosen(about, key))
            case _ if key == _SNOOZE:
                self._commands.put(Snooze(SNOOZE_S, about))
            case _ if key == _HELPED:
                self._commands.put(Helped(about))
            case _ if key == _WRONG:
                self._commands.put(FalseAlarm(about))

    def _gone(self, body: Body) -> None:
        for shown in (self._alert, self._announcement):
            if body[0] == shown.number:
                shown.number, shown.about = _NONE, None


def _remember(shown: _Shown, about: Alert | Announcement, answer: Body | None) -> None:
    if answer is not None:
        (shown.number,) = answer
        shown.about = about


def _notification(
    about: Alert | Announcement, replaces: int, abilities: list[str], say: Callable[[str], str]
) -> Call:
    if isinstance(about, Announcement):
        title, text, buttons = say(about.title), say(about.text), about.answers
        # It is about now: a service that keeps it would show later what is long over.
        urgency, is_transient, shown_for_ms = _NORMAL, True, ANNOUNCED_FOR_MS
    else:
        title, text, buttons = say(TITLE), say(f"An estimate: {about.text}."), _BUTTONS
        urgency, shown_for_ms = _URGENCY[about.level], _SHOWN_FOR_MS[about.level]
        # A cue is worth nothing later; and what is heard is the sound notifier's to say.
        is_transient = about.level is AlertLevel.CUE
    if "body-markup" in abilities:
        text = html.escape(text, quote=False)
    hints = {
        "urgency": ("y", urgency),
        "transient": ("b", is_transient),
        "suppress-sound": ("b", True),
    }
    # Services without buttons show such a notification as a window that wants an answer.
    labels = buttons if "actions" in abilities else ()
    words = [word for key, label in labels for word in (key, say(label))]
    arguments = ("posture", replaces, "", title, text, words, hints, shown_for_ms)
    return Call(_SERVICE, "Notify", "susssasa{sv}i", arguments)
