"""Watches what the desktop says of itself, and tells at once of lock, unlock, sleep and waking.

On Linux by D-Bus (`posture.desktop.session_bus`), where several services may know the same fact and
each of them may be missing: what nobody knows is unknown. No service there says whether the user is
in a call or a window fills the screen.
"""

from __future__ import annotations

import logging
import sys
import threading
from concurrent.futures import Future, wait
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from posture.desktop.session_bus import (
    ANSWER_WITHIN_S,
    PROPERTIES,
    SESSION,
    SYSTEM,
    Address,
    Body,
    Bus,
    Call,
    get_property,
)
from posture.ports import Closing, DesktopError, DesktopEvent
from posture.quiet import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from posture.ports import DesktopWatch

logger = logging.getLogger(__name__)

_EVENTS = (
    ("screen_locked", DesktopEvent.LOCKED, DesktopEvent.UNLOCKED),
    ("suspended", DesktopEvent.SUSPENDING, DesktopEvent.RESUMED),
)

_IDLE_INHIBITED = 8
"""GNOME's flag for: the session must not be taken for idle."""

_LOGIN = Address(
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
)


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


def _session_sources() -> Iterator[Source]:
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


def _system_sources(bus: Bus) -> Iterator[Source]:
    sleeping = get_property(_LOGIN, "PreparingForSleep")
    yield Source("suspended", sleeping, Signal(_LOGIN, "PrepareForSleep", tells=True), _yes)

    power = Address("org.freedesktop.UPower", "/org/freedesktop/UPower", "org.freedesktop.UPower")
    yield _property("on_battery", power, "OnBattery")
    for name in ("org.freedesktop.UPower.PowerProfiles", "net.hadess.PowerProfiles"):
        profiles = Address(name, "/" + name.replace(".", "/"), name)
        yield _property("battery_saver", profiles, "ActiveProfile", _saves_power)

    try:
        (path,) = bus.call(Call(_LOGIN, "GetSession", "s", ("auto",)))
    except DesktopError as error:
        logger.debug("the login session is not known: %s", error)
        return
    session = Address(_LOGIN.service, path, "org.freedesktop.login1.Session")
    yield _property("screen_locked", session, "LockedHint")


class LinuxWatch(Closing):
    """A `DesktopWatch` by D-Bus. Watching starts no service that is not running.

    Of several services that know a fact, one that says yes is believed.

    Args:
        session, system: The buses, as `Bus` takes them.
        clock: The user's local time.
    """

    def __init__(
        self,
        session: str = SESSION,
        system: str = SYSTEM,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._addresses = (session, system)
        self._clock = clock
        self._on_event: Callable[[DesktopEvent], None] = lambda _: None
        self._buses: list[Bus] = []
        # An event's listener may ask for the surroundings.
        self._lock = threading.RLock()
        self._known: dict[Source, tuple[Bus, bool | None]] = {}

    def start(self, on_event: Callable[[DesktopEvent], None]) -> None:
        """Begin to watch; waits up to `ANSWER_WITHIN_S` for the first answers of each bus."""
        self._on_event = on_event
        session, system = map(self._connect, self._addresses)
        answers: list[Future[Body]] = []
        if session is not None:
            answers += [self._watch(session, source) for source in _session_sources()]
        if system is not None:
            answers += [self._watch(system, source) for source in _system_sources(system)]
        wait(answers, ANSWER_WITHIN_S)

    def surroundings(self) -> Surroundings:
        """What is known at this moment; from any thread."""
        now = self._clock()
        with self._lock:
            facts = {source.fact: self._fact(source.fact) for source in self._known}
        return Surroundings(**facts, now=now.time(), weekday=now.weekday())

    def close(self) -> None:
        """Stop watching: no event comes any more, and everything is unknown."""
        with self._lock:
            self._on_event = lambda _: None
            buses, self._buses = self._buses, []
        for bus in buses:
            bus.close()

    def _connect(self, address: str) -> Bus | None:
        try:
            bus = Bus(address)
        except DesktopError as error:
            logger.info("%s; what it would tell is unknown", error)
            return None
        self._buses.append(bus)
        return bus

    def _watch(self, bus: Bus, source: Source) -> Future[Body]:
        signal, question = source.signal, source.question

        learn = partial(self._learn, bus, source)

        def ask_again(_: Body) -> None:
            bus.ask(question, then=learn)

        heard = learn if signal.tells else ask_again
        bus.listen(signal.address, signal.name, heard, about=signal.about)
        bus.listen_for_owner(question.address.service, ask_again)
        return bus.ask(question, then=learn)

    def _learn(self, bus: Bus, source: Source, answer: Body | None) -> None:
        """Take note of a source's answer; None when it has none."""
        value = answer[0] if answer else None
        while isinstance(value, tuple):  # a variant, maybe in a variant
            value = value[1]
        with self._lock:
            before = [self._fact(fact) for fact, _, _ in _EVENTS]
            self._known[source] = bus, source.read(value)
            for was, (fact, begins, ends) in zip(before, _EVENTS, strict=True):
                now = bool(self._fact(fact))
                if now != bool(was):
                    self._on_event(begins if now else ends)

    def _fact(self, fact: str) -> bool | None:
        said = {
            value
            for source, (bus, value) in self._known.items()
            if source.fact == fact and value is not None and not bus.lost
        }
        return True in said if said else None


class UnknownWatch(Closing):
    """A `DesktopWatch` that knows the time only: Windows and macOS, which are untried."""

    def start(self, on_event: Callable[[DesktopEvent], None]) -> None:
        """Do nothing: no event ever comes."""

    def surroundings(self) -> Surroundings:
        """Say the time."""
        now = datetime.now().astimezone()
        return Surroundings(now=now.time(), weekday=now.weekday())

    def close(self) -> None:
        """Do nothing."""


def open_watch(platform: str = sys.platform) -> DesktopWatch:
    """The watch for this computer; it has not been started."""
    return LinuxWatch() if platform.startswith("linux") else UnknownWatch()
