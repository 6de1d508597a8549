"""What a running posture can be told, what it answers, and both as one line of JSON.

Pure: no socket, no clock. What comes in by a socket is checked here to the last key; a text that is
not exactly a command becomes a `CommandError`, whatever it is.
"""

from __future__ import annotations

import json
import os.path
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from types import NoneType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, get_args, get_type_hints

from posture.naming import MOST_LETTERS, tidy
from posture.ports import PostureError
from posture.running_status import RunningStatus as RunningStatus  # noqa: PLC0414 - part of these

if TYPE_CHECKING:
    from collections.abc import Callable

PROTOCOL = 1
"""Version of the lines; another one is refused."""
MOST_BYTES = 4096
"""Longest line, with its end."""
MOST_MINUTES = 1440.0
"""Longest pause or snooze that ends by itself: a day."""


class CommandError(PostureError):
    """A line is no command or no reply, or does not fit into one."""


def _check_minutes(minutes: float) -> None:
    if not 0 < minutes <= MOST_MINUTES:
        raise ValueError(f"minutes must be above 0 and at most {MOST_MINUTES:g}")


@dataclass(frozen=True, slots=True)
class Pause:
    """Close the camera for so many minutes, or until `Resume` where there are none.

    Raises:
        ValueError: The minutes are not above 0, or more than `MOST_MINUTES`.
    """

    minutes: float | None

    def __post_init__(self) -> None:
        if self.minutes is not None:
            _check_minutes(self.minutes)


@dataclass(frozen=True, slots=True)
class PauseUntilTomorrow:
    """Close the camera for the rest of the user's day."""


@dataclass(frozen=True, slots=True)
class Resume:
    """End a pause or a snooze."""


@dataclass(frozen=True, slots=True)
class Snooze:
    """Go on watching, but say nothing for so many minutes.

    Raises:
        ValueError: The minutes are not above 0, or more than `MOST_MINUTES`.
    """

    minutes: float

    def __post_init__(self) -> None:
        _check_minutes(self.minutes)


@dataclass(frozen=True, slots=True)
class InCall:
    """The user is in a call, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Take the upright posture anew, for the baseline of this name, or the one that suits.

    Raises:
        ValueError: The name is empty, longer than `MOST_LETTERS`, or not on one line.
    """

    name: str | None = None

    def __post_init__(self) -> None:
        if self.name is not None and (not self.name or self.name != tidy(self.name)):
            raise ValueError(f"a name has 1 to {MOST_LETTERS} letters, on one line")


@dataclass(frozen=True, slots=True)
class Keep:
    """Write the landmarks of the last minutes to a new file, or to one in the data folder.

    Raises:
        ValueError: The path is none, or not absolute.
    """

    path: str | None = None

    def __post_init__(self) -> None:
        path = self.path
        if path is not None and ("\0" in path or not os.path.isabs(path)):  # noqa: PTH117 - text
            raise ValueError("the path must be an absolute one")


BREAK_WISHES = ("micro", "long", "done", "skip", "later", "status")
"""Begin a short or a long one; answer the one that is due or goes on; or only say how it stands."""


@dataclass(frozen=True, slots=True)
class Break:
    """What the user wants of movement breaks: one of `BREAK_WISHES`; ValueError for another."""

    wish: str

    def __post_init__(self) -> None:
        if self.wish not in BREAK_WISHES:
            raise ValueError(f"wish must be one of {', '.join(BREAK_WISHES)}")


@dataclass(frozen=True, slots=True)
class ShowWindow:
    """Bring the window to the front."""


@dataclass(frozen=True, slots=True)
class Quit:
    """End."""


@dataclass(frozen=True, slots=True)
class Status:
    """Say what is going on."""


Command = (
    Pause
    | PauseUntilTomorrow
    | Resume
    | Snooze
    | InCall
    | Calibrate
    | Keep
    | Break
    | ShowWindow
    | Quit
    | Status
)

_COMMANDS: dict[str, type[Command]] = {
    re.sub("(?<=.)(?=[A-Z])", "_", kind.__name__).lower(): kind for kind in get_args(Command)
}
"""Each by the name of its class, as `pause_until_tomorrow`."""
_NAMES = {kind: name for name, kind in _COMMANDS.items()}


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a command.

    Attributes:
        ok: Whether it is done.
        text: For the user, one sentence: what is done, or why not.
        status: The answer to `Status`; None for all others.
    """

    ok: bool
    text: str
    status: RunningStatus | None = None


def _unheard(_: Reply) -> None:
    """Nobody waits for the reply."""


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A command on its way to the session, which reads such from a queue between frames.

    Attributes:
        command: What to do.
        reply: To be called once, from any thread; it returns at once. Further calls do nothing.
    """

    command: Command
    reply: Callable[[Reply], None] = _unheard


def encode_command(command: Command) -> bytes:
    """The line of a command."""
    return _line({"command": _NAMES[type(command)], **asdict(command)})


def decode_command(line: bytes) -> Command:
    """The command of a line.

    Raises:
        CommandError: It is none that this version knows; the message says why.
    """
    values = _values(line)
    name = values.pop("command", None)
    if not isinstance(name, str) or name not in _COMMANDS:
        raise CommandError("there is no such command")
    return _record(values, _COMMANDS[name])


def encode_reply(reply: Reply) -> bytes:
    """The line of a reply.

    Raises:
        CommandError: It is longer than `MOST_BYTES`.
    """
    return _line(asdict(reply))


def decode_reply(line: bytes) -> Reply:
    """The reply of a line.

    Raises:
        CommandError: It is none that this version knows.
    """
    values = _values(line)
    if isinstance(values.get("status"), dict):
        values["status"] = _record(values["status"], RunningStatus)
    return _record(values, Reply)


def _line(values: dict[str, Any]) -> bytes:
    text = json.dumps({"version": PROTOCOL, **values}, ensure_ascii=False, allow_nan=False)
    line = text.encode(errors="replace") + b"\n"  # what is no character becomes a question mark
    if len(line) > MOST_BYTES:
        raise CommandError(f"the line has {len(line)} bytes; {MOST_BYTES} are the most")
    return line


def _values(line: bytes) -> dict[str, Any]:
    """The keys and values of a line without its version."""
    if len(line) > MOST_BYTES:
        raise CommandError(f"the line has more than {MOST_BYTES} bytes")
    try:
        values = json.loads(line.decode(), object_pairs_hook=_unique, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise CommandError("the line is no JSON") from error
    if not isinstance(values, dict):
        raise CommandError("the line is no JSON object")
    version = values.pop("version", None)
    if type(version) is not int or version != PROTOCOL:
        raise CommandError(f"the line is not in version {PROTOCOL}; restart posture")
    return values


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key is given twice")
    return values


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


_Record = TypeVar("_Record")


def _record(values: dict[str, Any], kind: type[_Record]) -> _Record:
    """A record from exactly its fields, each of exactly its type."""
    kinds = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    if values.keys() != set(names):
        raise CommandError(f"expected the keys {', '.join(names) or 'of no argument'}")
    try:
        return kind(**{name: _fitted(name, values[name], kinds[name]) for name in names})
    except ValueError as error:
        raise CommandError(str(error)) from error


def _fitted(name: str, value: object, kind: Any) -> object:  # noqa: ANN401
    options = get_args(kind) or (kind,)
    if type(value) in options:
        return value
    if isinstance(value, int) and type(value) is not bool and float in options:
        with suppress(OverflowError):
            return float(value)
    words = ("null" if option is NoneType else option.__name__ for option in options)
    raise ValueError(f"{name} must be {' or '.join(words)}")
