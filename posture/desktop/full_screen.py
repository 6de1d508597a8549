"""Whether a window of another program fills the screen, as X11's window managers tell it.

By libxcb, which Qt and OpenCV load anyway: three questions are no reason for a dependency
(python-xlib has had no release since 2022, and xcffib needs a compiler). Not by Xlib: its errors
end the process. Wayland tells no program about the windows of others.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EVERY_S = 5.0
"""How often to ask."""

_ANY_TYPE = 0
_MOST = 64
"""So many values of a property are read; windows have a handful of states."""


def fills_screen(
    environment: Mapping[str, str] = os.environ, *, own_pid: int | None = None
) -> bool | None:
    """Whether the active window is another program's and fills the screen; None when unknown.

    Args:
        environment: Of the process: where the screen is.
        own_pid: Of the process whose windows do not count; None for this one.
    """
    name = environment.get("DISPLAY")
    if not sys.platform.startswith("linux") or environment.get("WAYLAND_DISPLAY") or not name:
        return None
    try:
        with _screen(name) as screen:
            return screen.is_filled(os.getpid() if own_pid is None else own_pid)
    except OSError:  # no library, or no screen
        return None


def answers(name: str) -> bool:
    """Whether there is an X server of this name, as in DISPLAY, that lets us in."""
    try:
        with _screen(name):
            return True
    except OSError:
        return False


class _Reply(Structure):
    """The head of an answer about an atom or a property."""

    _fields_ = (
        ("response_type", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("type_or_atom", c_uint32),
        ("bytes_after", c_uint32),
        ("value_len", c_uint32),
    )


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Roots(Structure):
    """An iterator over screens, whose first field is their root window."""

    _fields_ = (("screen", POINTER(c_uint32)), ("left", c_int), ("index", c_int))


@cache
def _library() -> Any:  # noqa: ANN401 - its functions have no types
    """libxcb, its functions declared; raises OSError when it is missing."""
    xcb = ctypes.CDLL("libxcb.so.1")
    reply = POINTER(_Reply)
    for name, result, arguments in (
        ("xcb_connect", c_void_p, (c_char_p, c_void_p)),
        ("xcb_connection_has_error", c_int, (c_void_p,)),
        ("xcb_disconnect", None, (c_void_p,)),
        ("xcb_get_setup", c_void_p, (c_void_p,)),
        ("xcb_setup_roots_iterator", _Roots, (c_void_p,)),
        ("xcb_intern_atom", _Cookie, (c_void_p, c_uint8, c_uint16, c_char_p)),
        ("xcb_intern_atom_reply", reply, (c_void_p, _Cookie, c_void_p)),
        ("xcb_get_property", _Cookie, (c_void_p, c_uint8, *(c_uint32,) * 5)),
        ("xcb_get_property_reply", reply, (c_void_p, _Cookie, c_void_p)),
        ("xcb_get_property_value", POINTER(c_uint32), (reply,)),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb


@cache
def _free() -> Any:  # noqa: ANN401 - a function of C
    free = ctypes.CDLL(None).free
    free.restype, free.argtypes = None, (c_void_p,)
    return free


@contextmanager
def _screen(name: str) -> Iterator[_Screen]:
    xcb = _library()
    connection = xcb.xcb_connect(os.fsencode(name), None)
    try:
        if xcb.xcb_connection_has_error(connection):
            raise OSError(f"{name}: no such screen")
        yield _Screen(xcb, connection)
    finally:
        xcb.xcb_disconnect(connection)


class _Screen:
    """A connection to an X server; its questions are answered within a millisecond.

    Args:
        xcb: The library.
        connection: Closed by the caller.
    """

    def __init__(self, xcb: Any, connection: int) -> None:  # noqa: ANN401 - see `_library`
        self._xcb = xcb
        self._connection = connection

    def is_filled(self, own_pid: int) -> bool | None:
        """See `fills_screen`; None without a window manager that tells."""
        roots = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        active = self._property(roots.screen[0], "_NET_ACTIVE_WINDOW")
        if not active:
            return None
        states = self._property(active[0], "_NET_WM_STATE")
        filled = self._atom("_NET_WM_STATE_FULLSCREEN") in states
        return filled and own_pid not in self._property(active[0], "_NET_WM_PID")

    def _atom(self, name: str) -> int:
        text = name.encode()
        cookie = self._xcb.xcb_intern_atom(self._connection, 1, len(text), text)
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        if not reply:
            return 0  # as it is for one that nobody has ever used
        # The answer is shorter than the structure: only its atom may be read.
        atom = int(reply.contents.type_or_atom)
        _free()(reply)
        return atom

    def _property(self, window: int, name: str) -> list[int]:
        """The values of a window's property; empty when it, or the window, is gone."""
        cookie = self._xcb.xcb_get_property(
            self._connection, 0, window, self._atom(name), _ANY_TYPE, 0, _MOST
        )
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return []
        try:
            count = reply.contents.value_len if reply.contents.format == 32 else 0
            return self._xcb.xcb_get_property_value(reply)[:count]  # type: ignore[no-any-return]
        finally:
            _free()(reply)
