"""Watches what the desktop says of itself, and tells at once of lock, unlock, sleep and waking.

On Linux by D-Bus (`posture.desktop.session_bus`), where several services may know the same fact and
each of them may be missing: what nobody knows is unknown. No service there says whether the user is
in a call or a window fills the screen: that is asked for every few seconds.
"""

from __future__ import annotations

import sys
import threading
from concurrent.futures import Future, wait
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from posture.desktop import full_screen, microphone, typing
from posture.desktop.facts import login_source, session_sources, system_sources
from posture.desktop.polled import Polled
from posture.desktop.session_bus import ANSWER_WITHIN_S, SESSION, SYSTEM, Body, Bus, Call
from posture.desktop.sleep import LOGIN, SleepDelay
from posture.ports import Closing, DesktopEvent
from posture.quiet import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from posture.desktop.facts import Source

    Question = tuple[Callable[[Bus], bool | None], float]

_EVENTS = (
    ("screen_locked", DesktopEvent.LOCKED, DesktopEvent.UNLOCKED),
    ("suspended", DesktopEvent.SUSPENDING, DesktopEvent.RESUMED),
)

POLLED: Mapping[str, Question] = {
    "microphone_used": (lambda _: microphone.microphone_used(), microphone.EVERY_S),
    "full_screen": (lambda _: full_screen.fills_screen(), full_screen.EVERY_S),
    "typing": (typing.is_typing, typing.EVERY_S),
}
"""What is asked for again and again: of each fact how, given the session's bus, and seconds between
two questions."""


class LinuxWatch(Closing):
    """A `DesktopWatch` by D-Bus. Watching starts no service that is not running.

    Of several services that know a fact, one that says yes is believed. What goes away, bus or
    service, is heard again when it is back. The computer waits for `let_sleep` before it sleeps,
    for some seconds at most.

    Args:
        session, system: The buses, as `Bus` takes them.
        polled: What to ask for besides, as `POLLED`.
        clock: The user's local time.
    """

    def __init__(
        self,
        session: str = SESSION,
        system: str = SYSTEM,
        *,
        polled: Mapping[str, Question] = {},
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._addresses = (session, system)
        self._questions = polled
        self._clock = clock
        self._on_event: Callable[[DesktopEvent], None] = lambda _: None
        self._buses: list[Bus] = []
        self._polled: dict[str, Polled] = {}
        self._delay: SleepDelay | None = None
        # An event's listener may ask for the surroundings.
        self._lock = threading.RLock()
        self._known: dict[Source, bool | None] = {}

    def start(self, on_event: Callable[[DesktopEvent], None]) -> None:
        """Begin to watch; waits up to `ANSWER_WITHIN_S` for the first answers of each bus."""
        self._on_event = on_event
        session, system = (Bus(address, patient=True) for address in self._addresses)
        self._buses = [session, system]
        for fact, (ask, every_s) in self._questions.items():
            self._polled[fact] = Polled(partial(ask, session), every_s, fact)
        self._delay = SleepDelay(system)
        answers = [self._watch(session, source) for source in session_sources()]
        answers += [self._watch(system, source) for source in system_sources()]
        wait([self._watch_login(system, answers)], ANSWER_WITHIN_S)
        wait(tuple(answers), ANSWER_WITHIN_S)

    def surroundings(self) -> Surroundings:
        """What is known at this moment; from any thread."""
        now = self._clock()
        with self._lock:
            facts = {source.fact: self._fact(source.fact) for source in self._known}
            facts |= {fact: polled.value for fact, polled in self._polled.items()}
        return Surroundings(**facts, now=now.time(), weekday=now.weekday())

    def let_sleep(self) -> None:
        """The camera is closed: the computer may go on falling asleep, if it does."""
        with self._lock:
            if self._delay is not None and self._fact("suspended"):
                self._delay.release()

    def close(self) -> None:
        """Stop watching: no event comes any more, and everything is unknown."""
        with self._lock:
            self._on_event = lambda _: None
            buses, self._buses = self._buses, []
            polled, self._polled = self._polled, {}
            delay, self._delay = self._delay, None
            self._known.clear()
        if delay is not None:
            delay.close()
        for each in (*buses, *polled.values()):
            each.close()

    def _watch(self, bus: Bus, source: Source) -> Future[Body]:
        signal, question = source.signal, source.question

        learn = partial(self._learn, source)

        def ask_again(_: Body) -> None:
            bus.ask(question, then=learn)

        def turn(there: bool) -> None:
            if there:
                bus.ask(question, then=learn)
            else:
                learn(None)

        heard = learn if signal.tells else ask_again
        bus.listen_for_turns(turn)
        bus.listen(signal.address, signal.name, heard, about=signal.about)
        bus.listen_for_owner(question.address.service, ask_again)
        return bus.ask(question, then=learn)

    def _watch_login(self, bus: Bus, answers: list[Future[Body]]) -> Future[Body]:
        """Watch the login session, as soon as login1 says which it is, and delay its sleep."""
        watched: set[str] = set()

        def found(answer: Body | None) -> None:
            if answer and answer[0] not in watched:
                watched.add(answer[0])
                answers.append(self._watch(bus, login_source(answer[0])))

        def begin() -> Future[Body]:
            if self._delay is not None and not self._fact("suspended"):
                self._delay.take()
            return bus.ask(Call(LOGIN, "GetSession", "s", ("auto",)), then=found)

        def turn(there: bool) -> None:
            if there:
                begin()

        bus.listen_for_turns(turn)
        bus.listen_for_owner(LOGIN.service, lambda _: turn(there=True))
        return begin()

    def _learn(self, source: Source, answer: Body | None) -> None:
        """Take note of a source's answer; None when it has none."""
        value = answer[0] if answer else None
        while isinstance(value, tuple):  # a variant, maybe in a variant
            value = value[1]
        with self._lock:
            before = [self._fact(fact) for fact, _, _ in _EVENTS]
            self._known[source] = source.read(value)
            for was, (fact, begins, ends) in zip(before, _EVENTS, strict=True):
                now = bool(self._fact(fact))
                if now != bool(was):
                    self._tell(begins if now else ends)

    def _tell(self, event: DesktopEvent) -> None:
        if event is DesktopEvent.RESUMED and self._delay is not None:
            self._delay.take()
        self._on_event(event)

    def _fact(self, fact: str) -> bool | None:
        said = {
            value
            for source, value in self._known.items()
            if source.fact == fact and value is not None
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

    def let_sleep(self) -> None:
        """Do nothing: nobody waits for it."""

    def close(self) -> None:
        """Do nothing."""


def open_watch(platform: str = sys.platform) -> LinuxWatch | UnknownWatch:
    """The watch for this computer; it has not been started."""
    return LinuxWatch(polled=POLLED) if platform.startswith("linux") else UnknownWatch()
