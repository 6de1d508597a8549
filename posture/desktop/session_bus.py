"""One connection to a D-Bus message bus: questions, answers and signals, on one thread of its own.

The library is jeepney: pure Python without dependencies, and it needs no event loop, so that none
runs beside Qt's; desktop-notifier would bring asyncio and a compiled D-Bus library.
"""

from __future__ import annotations

import logging
import socket
import threading
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from posture.desktop.wire import Listened, Pending, connect, guarded, match_rule, message_of
from posture.ports import Closing, DesktopError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message

Body = tuple[Any, ...]
"""The values of a D-Bus message; a variant is a (signature, value) pair."""

SESSION = "SESSION"
"""The user's own bus."""
SYSTEM = "SYSTEM"
"""The computer's bus."""

ANSWER_WITHIN_S = 2.0
"""How long to wait for a service: a healthy one answers within milliseconds."""

AGAIN_S = 10.0
"""How long to wait before a bus that is gone is looked for again."""

PROPERTIES = "org.freedesktop.DBus.Properties"
"""The interface of all properties; its signal `PropertiesChanged` tells of changes."""

_BUS_NAMES = {SESSION: "your session's D-Bus", SYSTEM: "the system's D-Bus"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Address:
    """An interface of an object of a service."""

    service: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Call:
    """A question to a service: a method and its arguments."""

    address: Address
    method: str
    signature: str = ""
    arguments: Body = ()


_BUS = Address("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def get_property(address: Address, name: str) -> Call:
    """The question for a property; its answer is one variant."""
    properties = Address(address.service, address.path, PROPERTIES)
    return Call(properties, "Get", "ss", (address.interface, name))


class Bus(Closing):
    """A connection that answers and signals come in by.

    Handlers of answers and signals run on the connection's thread, in the order in which the
    messages came. They must not wait for an answer: it would come in by the same thread.

    A bus that goes away is looked for again every `AGAIN_S`; once it is back, what was listened to
    is listened to again.

    Args:
        which: `SESSION`, `SYSTEM`, or an address such as `unix:path=/run/user/1000/bus`.
        patient: Whether a bus that is not there yet is waited for, too.

    Raises:
        DesktopError: There is no such bus here, or it does not let us in; never if `patient`.
    """

    def __init__(self, which: str = SESSION, *, patient: bool = False) -> None:
        self.name = _BUS_NAMES.get(which, which)
        self._which = which
        self._lock = threading.Lock()
        self._waiting: dict[int, Pending] = {}
        self._listened: list[Listened] = []
        self._on_turn: list[Callable[[bool], None]] = []
        self._closed = threading.Event()
        self._connection: Any = None
        try:
            self._connection = connect(which, self.name, within_s=ANSWER_WITHIN_S)
        except DesktopError as error:
            if not patient:
                raise
            logger.info("%s; what it would tell is unknown until it is there", error)
        self._thread = threading.Thread(target=self._run, name="d-bus", daemon=True)
        self._thread.start()

    @property
    def lost(self) -> bool:
        """Whether there is no connection at this moment."""
        return self._connection is None

    def ask(
        self,
        call: Call,
        *,
        start_service: bool = False,
        then: Callable[[Body | None], None] = lambda _: None,
    ) -> Future[Body]:
        """Ask without waiting.

        Args:
            call: The question.
            start_service: Whether a service that is not running is started to answer.
            then: Gets the answer, or None for an error, before anyone who waits for it and before
                any later message is handled.

        Returns:
            The answer to come, or its `DesktopError`.
        """
        pending = Pending(Future(), then)
        try:
            self._send(message_of(call, start_service=start_service), pending)
        except OSError as error:
            pending.fail(f"{self.name} is gone: {error}")
        return pending.future

    def call(
        self,
        call: Call,
        *,
        start_service: bool = False,
        then: Callable[[Body | None], None] = lambda _: None,
    ) -> Body:
        """Ask and wait for the answer; not from a handler.

        Raises:
            DesktopError: The service is not there, refuses, or does not answer in time.
        """
        answer = self.ask(call, start_service=start_service, then=then)
        try:
            return answer.result(ANSWER_WITHIN_S)
        except TimeoutError:
            service = call.address.service
            raise DesktopError(f"{service} did not answer in {ANSWER_WITHIN_S:g} s") from None

    def listen(
        self,
        address: Address,
        signal: str | None,
        handler: Callable[[Body], None],
        *,
        about: str | None = None,
    ) -> Future[Body]:
        """Hand each signal of an object to a handler.

        Args:
            address: The object and its interface.
            signal: The signal's name, or None for all of the interface.
            handler: Gets the signal's values.
            about: Only signals whose first value is this.

        Returns:
            When it is done, signals are coming.
        """
        # Signals carry their sender's number instead of its name: only the bus can compare it.
        asked = match_rule(address, signal, about, sender=address.service).serialise()
        listened = Listened(match_rule(address, signal, about), asked, handler)
        with self._lock:
            self._listened.append(listened)
        return self.ask(Call(_BUS, "AddMatch", "s", (asked,)))

    def listen_for_owner(self, service: str, handler: Callable[[Body], None]) -> Future[Body]:
        """Tell a handler whenever a service starts or ends."""
        return self.listen(_BUS, "NameOwnerChanged", handler, about=service)

    def listen_for_turns(self, handler: Callable[[bool], None]) -> None:
        """Tell a handler whenever the bus is back (True) or gone (False)."""
        with self._lock:
            self._on_turn.append(handler)

    def close(self) -> None:
        """Hang up; answers that have not come yet are errors."""
        self._closed.set()
        # The thread sees the end of the connection and finishes.
        with self._lock, suppress(OSError):
            if self._connection is not None:
                self._connection.sock.shutdown(socket.SHUT_RDWR)
        if threading.current_thread() is not self._thread:
            self._thread.join(ANSWER_WITHIN_S)

    def _send(self, message: Message, pending: Pending) -> None:
        with self._lock:
            if self._connection is None:
                raise ConnectionError("the connection is closed")
            serial = next(self._connection.outgoing_serial)
            self._waiting[serial] = pending
            try:
                self._connection.send(message, serial=serial)
            except OSError:
                del self._waiting[serial]
                raise

    # On the connection's thread.

    def _run(self) -> None:
        """Hand out messages while there is a connection; look for one while there is none."""
        while not self._closed.is_set():
            if self._connection is not None:
                self._receive(self._connection)
            elif not self._closed.wait(AGAIN_S):
                self._connect_again()

    def _receive(self, connection: Any) -> None:  # noqa: ANN401 - jeepney has no types
        """Hand out messages until the connection ends."""
        try:
            while True:
                self._dispatch(connection.receive())
        except OSError as error:
            logger.debug("%s ended: %s", self.name, error)
        except Exception:
            logger.exception("%s sent what cannot be read", self.name)
        finally:
            with self._lock:
                self._connection = None
                waiting, self._waiting = self._waiting, {}
            connection.close()
            for pending in waiting.values():
                pending.fail(f"{self.name} was closed")
            self._turn(there=False)

    def _connect_again(self) -> None:
        try:
            connection = connect(self._which, self.name, within_s=ANSWER_WITHIN_S)
        except DesktopError as error:
            logger.debug("%s", error)
            return
        with self._lock:
            if self._closed.is_set():
                connection.close()
                return
            self._connection = connection
            asked = [listened.asked for listened in self._listened]
        for rule in asked:
            self.ask(Call(_BUS, "AddMatch", "s", (rule,)))
        self._turn(there=True)

    def _turn(self, *, there: bool) -> None:
        with self._lock:
            handlers = tuple(self._on_turn)
        for handle in handlers:
            guarded(handle, there)

    def _dispatch(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        with self._lock:
            pending = self._waiting.pop(fields.get(HeaderFields.reply_serial), None)
            handlers = [one.handler for one in self._listened if one.rule.matches(message)]
        if pending is None:
            for handle in handlers:
                guarded(handle, message.body)
        elif message.header.message_type is MessageType.error:
            name, texts = fields.get(HeaderFields.error_name), message.body
            pending.fail(f"{name}: {texts[0]}" if texts else f"{name}")
        else:
            pending.answer(message.body)
