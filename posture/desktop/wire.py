"""What `posture.desktop.session_bus` is made of: connections, messages, and who waits for them."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from posture.ports import DesktopError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from jeepney import MatchRule, Message

    from posture.desktop.session_bus import Address, Body, Call

logger = logging.getLogger(__name__)


def connect(which: str, name: str, *, within_s: float) -> Any:  # noqa: ANN401 - jeepney has no types
    """Open a connection that also carries file descriptors.

    Args:
        which: `SESSION`, `SYSTEM` or an address.
        name: For the user.
        within_s: How long to wait for the bus.

    Raises:
        DesktopError: There is no such bus here, or it does not let us in.
    """
    try:
        from jeepney.io.blocking import open_dbus_connection

        if which == "SESSION":
            which = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _usual_session_bus(name)
        return open_dbus_connection(which, enable_fds=True, auth_timeout=within_s)
    except ImportError as error:  # Windows and macOS have no D-Bus
        raise DesktopError(f"{name} is not to be had on this system") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise DesktopError(f"{name} cannot be reached: {error}") from error


def _usual_session_bus(name: str) -> str:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if not folder:
        raise DesktopError(f"{name} was not found; start posture from within your desktop")
    return f"unix:path={folder}/bus"


def match_rule(
    address: Address, signal: str | None, about: str | None, *, sender: str | None = None
) -> MatchRule:
    """What a signal must be like; see `Bus.listen`."""
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


def message_of(call: Call, *, start_service: bool) -> Message:
    """A question as it is sent."""
    from jeepney import DBusAddress, MessageFlag, new_method_call

    address = DBusAddress(call.address.path, call.address.service, call.address.interface)
    message = new_method_call(address, call.method, call.signature or None, call.arguments)
    if not start_service:
        message.header.flags |= MessageFlag.no_auto_start
    return message


@dataclass(frozen=True, slots=True, eq=False)
class Listened:
    """Signals that are wanted: how to tell them, how to ask the bus for them, and who gets them."""

    rule: MatchRule
    asked: str
    handler: Callable[[Body], None]


@dataclass(frozen=True, slots=True, eq=False)
class Pending:
    """A question whose answer has not come yet."""

    future: Future[Body]
    then: Callable[[Body | None], None]

    def answer(self, body: Body) -> None:
        """Hand the answer to whom it may concern."""
        guarded(self.then, body)
        self.future.set_result(body)

    def fail(self, text: str) -> None:
        """Say why there is no answer."""
        guarded(self.then, None)
        self.future.set_exception(DesktopError(text))


def guarded(handle: Callable[..., None], value: Body | bool | None) -> None:
    """A handler's error must not end the thread that all others need too."""
    try:
        handle(value)
    except Exception:
        logger.exception("what the desktop said could not be handled")
