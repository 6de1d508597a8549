"""Whether keyboard or mouse were just used, for what can wait until somebody pauses.

Asked of GNOME by D-Bus, of others on X11 by the counter IDLETIME of its SYNC extension: libxcb-sync
is what Qt needs anyway, unlike the screen saver's library. What is typed is not known here, and
nobody is asked for it. Other desktops on Wayland tell nobody; there it stays unknown.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_int32, c_uint8, c_uint16, c_uint32
from ctypes import c_void_p as pointer
from functools import cache
from typing import TYPE_CHECKING, Any

from posture.desktop.session_bus import Address, Call
from posture.ports import DesktopError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from posture.desktop.session_bus import Bus

EVERY_S = 2.0
"""How often to ask."""
PAUSE_S = 4.0
"""Without a key or a movement of the mouse for so long, somebody pauses."""

_IDLE = Address(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
)
_COUNTER = b"IDLETIME"


def is_typing(bus: Bus, environment: Mapping[str, str] = os.environ) -> bool | None:
    """Whether keyboard or mouse were used within `PAUSE_S`; None when nobody knows.

    Args:
        bus: The user's session bus; not from its thread.
        environment: Of the process: where the screen is.
    """
    idle_s = _of_gnome(bus)
    if idle_s is None:
        idle_s = _of_x11(environment)
    return None if idle_s is None else idle_s < PAUSE_S


def _of_gnome(bus: Bus) -> float | None:
    try:
        (idle_ms,) = bus.call(Call(_IDLE, "GetIdletime"))
    except (DesktopError, ValueError):  # not there, or nonsense
        return None
    return idle_ms / 1000 if isinstance(idle_ms, int) else None


def _of_x11(environment: Mapping[str, str]) -> float | None:
    """Seconds since the last input; None where X11 does not see all of it."""
    name = environment.get("DISPLAY")
    if not sys.platform.startswith("linux") or environment.get("WAYLAND_DISPLAY") or not name:
        return None
    try:
        with _connection(name) as connection:
            idle_ms = _counter(connection)
    except OSError:  # no library, or no screen
        return None
    return None if idle_ms is None else idle_ms / 1000


class _Value(Structure):
    """A number of 64 bits in two parts."""

    _fields_ = (("high", c_int32), ("low", c_uint32))


class _System(Structure):
    """A counter of the X server; its name follows."""

    _fields_ = (("counter", c_uint32), ("resolution", _Value), ("name_len", c_uint16))


_NAME_AT = _System.name_len.offset + _System.name_len.size


class _Systems(Structure):
    """An iterator over them."""

    _fields_ = (("data", POINTER(_System)), ("left", c_int), ("index", c_int))


class _Count(Structure):
    """The answer about a counter."""

    _fields_ = (
        ("response_type", c_uint8),
        ("pad", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("value", _Value),
    )


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


@cache
def _libraries() -> tuple[Any, Any, Any]:
    """libxcb, libxcb-sync and C's `free`; raises OSError when one is missing."""
    xcb, sync = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-sync.so.1")
    free = ctypes.CDLL(None).free
    for function, result, arguments in (
        (xcb.xcb_connect, pointer, (c_char_p, pointer)),
        (xcb.xcb_connection_has_error, c_int, (pointer,)),
        (xcb.xcb_disconnect, None, (pointer,)),
        (sync.xcb_sync_initialize, _Cookie, (pointer, c_uint8, c_uint8)),
        (sync.xcb_sync_initialize_reply, pointer, (pointer, _Cookie, pointer)),
        (sync.xcb_sync_list_system_counters, _Cookie, (pointer,)),
        (sync.xcb_sync_list_system_counters_reply, pointer, (pointer, _Cookie, pointer)),
        (sync.xcb_sync_list_system_counters_counters_iterator, _Systems, (pointer,)),
        (sync.xcb_sync_systemcounter_next, None, (POINTER(_Systems),)),
        (sync.xcb_sync_query_counter, _Cookie, (pointer, c_uint32)),
        (sync.xcb_sync_query_counter_reply, POINTER(_Count), (pointer, _Cookie, pointer)),
        (free, None, (pointer,)),
    ):
        function.restype, function.argtypes = result, arguments
    return xcb, sync, free


@contextmanager
def _connection(name: str) -> Iterator[int]:
    xcb, _, _ = _libraries()
    connection = xcb.xcb_connect(os.fsencode(name), None)
    try:
        if xcb.xcb_connection_has_error(connection):
            raise OSError(f"{name}: no such screen")
        yield connection
    finally:
        xcb.xcb_disconnect(connection)


def _counter(connection: int) -> int | None:
    """What IDLETIME says, ms; None where the X server has no such counter."""
    _, sync, free = _libraries()
    # The server wants to be asked for its version first; what it says is of no interest.
    free(
        sync.xcb_sync_initialize_reply(connection, sync.xcb_sync_initialize(connection, 3, 1), None)
    )
    listed = sync.xcb_sync_list_system_counters_reply(
        connection, sync.xcb_sync_list_system_counters(connection), None
    )
    if not listed:
        return None
    number = _numbered(listed)
    free(listed)
    if number is None:
        return None
    cookie = sync.xcb_sync_query_counter(connection, number)
    counted = sync.xcb_sync_query_counter_reply(connection, cookie, None)
    if not counted:
        return None
    value = counted.contents.value
    idle_ms = (int(value.high) << 32) | int(value.low)
    free(counted)
    return idle_ms


def _numbered(listed: int) -> int | None:
    """The number of IDLETIME among the counters."""
    _, sync, _ = _libraries()
    systems = sync.xcb_sync_list_system_counters_counters_iterator(listed)
    while systems.left > 0:
        system = systems.data.contents
        # libxcb's own function for the name forgets that nothing is padded on the wire.
        name = ctypes.string_at(ctypes.addressof(system) + _NAME_AT, system.name_len)
        if name == _COUNTER:
            return int(system.counter)
        sync.xcb_sync_systemcounter_next(ctypes.byref(systems))
    return None
