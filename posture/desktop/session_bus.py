"""One connection to a D-Bus message bus: questions, answers and signals, on one thread of its own.

The library is jeepney: pure Python without dependencies, and it needs no event loop, so that none
runs beside Qt's; desktop-notifier would bring asyncio and a compiled D-Bus library.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from posture.ports import Closing, DesktopError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import MatchRule, Message

Body = tuple[Any, ...]
"""The values of a D-Bus message; a variant is a (signature, value) pair."""

SESSION = "SESSION"
"""The user's own bus."""
SYSTEM = "SYSTEM"
"""The computer's bus."""

ANSWER_WITHIN_S = 2.0
"""How long to wait for a service: a healthy one answers within milliseconds."""

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

    Args:
        which: `SESSION`, `SYSTEM`, or an address such as `unix:path=/run/user/1000/bus`.

    Raises:
        DesktopError: There is no such bus here, or it does not let us in.
    """

    def __init__(self, which: str = SESSION) -> None:
        self.name = _BUS_NAMES.get(which, which)
        self._connection = _connect(which, self.name)
        self._lock = threading.Lock()
        self._waiting: dict[int, _Pending] = {}
        self._handlers: list[tuple[MatchRule, Callable[[Body], None]]] = []
        self._lost = False
        self._thread = threading.Thread(target=self._receive, name="d-bus", daemon=True)
        self._thread.start()

    @property
    def lost(self) -> bool:
        """Whether the connection has ended."""
        return self._lost

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
        pending = _Pending(Future(), then)
        try:
            self._send(_message(call, start_service=start_service), pending)
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
        with self._lock:
            # Signals carry their sender's number instead of its name: only the bus can compare it.
            self._handlers.append((_rule(address, signal, about), handler))
        rule = _rule(address, signal, about, sender=address.service).serialise()
        return self.ask(Call(_BUS, "AddMatch", "s", (rule,)))

    def listen_for_owner(self, service: str, handler: Callable[[Body], None]) -> Future[Body]:
        """Tell a handler whenever a service starts or ends."""
        return self.listen(_BUS, "NameOwnerChanged", handler, about=service)

    def close(self) -> None:
        """Hang up; answers that have not come yet are errors."""
        # The thread sees the end of the connection and finishes.
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        if threading.current_thread() is not self._thread:
            self._thread.join(ANSWER_WITHIN_S)
        self._connection.close()

    def _send(self, message: Message, pending: _Pending) -> None:
        with self._lock:
            if self._lost:
                raise ConnectionError("the connection is closed")
            serial = next(self._connection.outgoing_serial)
            self._waiting[serial] = pending
            try:
                self._connection.send(message, serial=serial)
            except OSError:
                del self._waiting[serial]
                raise

    def _receive(self) -> None:
        """What the thread does: hand out messages until the connection ends."""
        try:
            while True:
                self._dispatch(self._connection.receive())
        except OSError as error:
            logger.debug("%s ended: %s", self.name, error)
        except Exception:
            logger.exception("%s sent what cannot be read", self.name)
        finally:
            with self._lock:
                self._lost = True
                waiting, self._waiting = self._waiting, {}
            for pending in waiting.values():
                pending.fail(f"{self.name} was closed")

    def _dispatch(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        with self._lock:
            pending = self._waiting.pop(fields.get(HeaderFields.reply_serial), None)
            handlers = [handle for rule, handle in self._handlers if rule.matches(message)]
        if pending is None:
            for handle in handlers:
                _guarded(handle, message.body)
        elif message.header.message_type is MessageType.error:
            name, texts = fields.get(HeaderFields.error_name), message.body
            pending.fail(f"{name}: {texts[0]}" if texts else f"{name}")
        else:
            pending.answer(message.body)


@dataclass(frozen=True, slots=True, eq=False)
class _Pending:
    """A question whose answer has not come yet."""

    future: Future[Body]
    then: Callable[[Body | None], None]

    def answer(self, body: Body) -> None:
        _guarded(self.then, body)
        self.future.set_result(body)

    def fail(self, text: str) -> None:
        _guarded(self.then, None)
        self.future.set_exception(DesktopError(text))


def _guarded(handle: Callable[..., None], value: Body | None) -> None:
    """A handler's error must not end the thread that all others need too."""
    try:
        handle(value)
    except Exception:
        logger.exception("what the desktop said could not be handled")


def _rule(
    address: Address, signal: str | None, about: str | None, *, sender: str | None = None
) -> MatchRule:
    from jeepney import MatchRule

    rule = MatchRule(
        type="signal",
        sender=sender,
        path=address.path,
        interface=address.interface,
        member=signal,
    )
    if about is not None:
        rule.add_arg_condition(0, about)
    return rule


def _message(call: Call, *, start_service: bool) -> Message:
    from jeepney import DBusAddress, MessageFlag, new_method_call

    address = DBusAddress(call.address.path, call.address.service, call.address.interface)
    message = new_method_call(address, call.method, call.signature or None, call.arguments)
    if not start_service:
        message.header.flags |= MessageFlag.no_auto_start
    return message


def _connect(which: str, name: str) -> Any:  # noqa: ANN401 - jeepney has no types
    from jeepney.io.blocking import open_dbus_connection

    if which == SESSION:
        which = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _usual_session_bus(name)
    try:
        return open_dbus_connection(which, auth_timeout=ANSWER_WITHIN_S)
    except (OSError, RuntimeError, ValueError) as error:
        raise DesktopError(f"{name} cannot be reached: {error}") from error


def _usual_session_bus(name: str) -> str:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if not folder:
        raise DesktopError(f"{name} was not found; start posture from within your desktop")
    return f"unix:path={folder}/bus"
