"""Which services of a Linux desktop know which fact, how to ask them, and what tells of changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from posture.desktop.session_bus import PROPERTIES, Address, Call, get_property
from posture.desktop.sleep import LOGIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_IDLE_INHIBITED = 8
"""GNOME's flag for: the session must not be taken for idle."""


@dataclass(frozen=True, slots=True)
class Signal:
    """What a service sends when a fact may have changed.

    Attributes:
        name: The signal, or None for all of the interface.
        about: The first value it must have, or None.
        tells: Whether its first value is the new fact, so that nobody needs to ask.
    """

    address: Address
    name: str | None = None
    about: str | None = None
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact can be asked for.

    Attributes:
        fact: The field of `Surroundings`.
        question: Its answer is one value.
        read: From that value to the fact; None when the value is not what was expected.
    """

    fact: str
    question: Call
    signal: Signal
    read: Callable[[Any], bool | None]


def _yes(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _no(value: object) -> bool | None:
    return not value if isinstance(value, bool) else None


def _saves_power(value: object) -> bool | None:
    return value == "power-saver" if isinstance(value, str) else None


def _property(
    fact: str, address: Address, name: str, read: Callable[[Any], bool | None] = _yes
) -> Source:
    changed = Address(address.service, address.path, PROPERTIES)
    signal = Signal(changed, "PropertiesChanged", about=address.interface)
    return Source(fact, get_property(address, name), signal, read)


def _screen_saver(name: str) -> Source:
    address = Address(name, "/" + name.replace(".", "/"), name)
    signal = Signal(address, "ActiveChanged", tells=True)
    return Source("screen_locked", Call(address, "GetActive"), signal, _yes)


def session_sources() -> Iterator[Source]:
    """What services of the user's own bus know."""
    yield _screen_saver("org.freedesktop.ScreenSaver")
    yield _screen_saver("org.gnome.ScreenSaver")

    shown = "org.freedesktop.Notifications"  # KDE, then dunst
    at = "/org/freedesktop/Notifications"
    yield _property("do_not_disturb", Address(shown, at, shown), "Inhibited")
    yield _property("do_not_disturb", Address(shown, at, "org.dunstproject.cmd0"), "paused")

    # Desktops may keep this setting from their portal; then it stays unknown.
    portal, banners = "org.freedesktop.portal", "org.gnome.desktop.notifications"
    settings = Address(f"{portal}.Desktop", "/org/freedesktop/portal/desktop", f"{portal}.Settings")
    show_banners = Call(settings, "Read", "ss", (banners, "show-banners"))
    yield Source("do_not_disturb", show_banners, Signal(settings, about=banners), _no)

    name = "org.gnome.SessionManager"
    manager = Address(name, "/" + name.replace(".", "/"), name)
    inhibited = Call(manager, "IsInhibited", "u", (_IDLE_INHIBITED,))
    yield Source("presentation", inhibited, Signal(manager), _yes)


def system_sources() -> Iterator[Source]:
    """What services of the computer's bus know."""
    sleeping = get_property(LOGIN, "PreparingForSleep")
    yield Source("suspended", sleeping, Signal(LOGIN, "PrepareForSleep", tells=True), _yes)

    power = Address("org.freedesktop.UPower", "/org/freedesktop/UPower", "org.freedesktop.UPower")
    yield _property("on_battery", power, "OnBattery")
    for name in ("org.freedesktop.UPower.PowerProfiles", "net.hadess.PowerProfiles"):
        profiles = Address(name, "/" + name.replace(".", "/"), name)
        yield _property("battery_saver", profiles, "ActiveProfile", _saves_power)


def login_source(path: str) -> Source:
    """What login1 knows of the user's session.

    Args:
        path: Of the session's object.
    """
    session = Address(LOGIN.service, path, "org.freedesktop.login1.Session")
    return _property("screen_locked", session, "LockedHint")
