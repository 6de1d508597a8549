"""Values of settings as TOML and on the command line, by the type of their field.

TOML has no word for nothing: it is "none".
"""

from __future__ import annotations

import re
import sys
import tomllib
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

import tomli_w

from posture.settings import kinds

NOTHING = "none"


def converted(value: object, kind: Any) -> object:  # noqa: ANN401
    """A value of TOML as the type of a field.

    Args:
        value: As tomllib gives it.
        kind: float, int, bool, str, another type of TOML, an enum, a record or a tuple of these,
            or any of them `| None`.

    Raises:
        ValueError: It is something else; the message says what is expected.
    """
    options = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    for option in options:
        found = _fitted(value, option)
        if found is not _UNFIT:
            return found
    raise ValueError(f"must be {expected(kind)}, not {literal(value)}")


_UNFIT = object()


def _fitted(value: Any, kind: Any) -> object:  # noqa: ANN401
    """A value as one type, or `_UNFIT`; what is wrong inside a tuple or a record is an error."""
    if get_origin(kind) is tuple:
        return _tuple(value, get_args(kind)) if isinstance(value, list) else _UNFIT
    if is_dataclass(kind):
        known = kinds(cast("type", kind))
        if not isinstance(value, dict) or value.keys() != known.keys():
            return _UNFIT
        return cast("type", kind)(**{n: converted(value[n], known[n]) for n in known})
    if isinstance(kind, type) and issubclass(kind, Enum):
        same = (m for m in kind if m.value == value and type(m.value) is type(value))
        return next(same, _UNFIT)
    if kind is NoneType:
        return None if value == NOTHING else _UNFIT
    if kind is float and type(value) in (int, float):
        return float(value) if abs(value) <= sys.float_info.max else _UNFIT  # no nan, no inf
    writable = kind is not str or not re.search("[\ud800-\udfff]", str(value))
    return value if type(value) is kind and writable else _UNFIT


def _tuple(values: list[object], inner: tuple[Any, ...]) -> object:
    options = (inner[0],) * len(values) if inner[-1] is Ellipsis else inner
    if len(options) != len(values):
        return _UNFIT
    return tuple(map(converted, values, options))


def expected(kind: Any) -> str:  # noqa: ANN401
    """What a value must be, in words: `a number`."""
    inner = [option for option in get_args(kind) if option is not Ellipsis]
    if get_origin(kind) is tuple:
        count = "" if Ellipsis in get_args(kind) else f"{len(inner)} of them, "
        return f"a list ({count}each {' or '.join(dict.fromkeys(map(expected, inner)))})"
    if inner:
        return " or ".join(map(expected, inner))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "one of " + ", ".join(literal(member.value) for member in kind)
    if is_dataclass(kind):
        return f"a table of {', '.join(kinds(kind))}"  # type: ignore[arg-type]
    words = {float: "a number", int: "a whole number", bool: "true or false", str: "text"}
    return words.get(kind, f'"{NOTHING}"' if kind is NoneType else kind.__name__)


def from_words(text: str, kind: Any) -> object:  # noqa: ANN401
    """A value as it is typed on the command line: TOML, or text without its quotes.

    Raises:
        ValueError: As `converted`.
    """
    with suppress(ValueError):
        return converted(text, kind)
    value: object = text
    with suppress(ValueError, RecursionError):
        value = tomllib.loads(f"value = {text}")["value"]
    return converted(value, kind)


def plain(value: object) -> Any:  # noqa: ANN401
    """A setting's value in the types of TOML."""
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return NOTHING if value is None else value.value if isinstance(value, Enum) else value


def literal(value: object) -> str:
    """A setting's value as TOML writes it, on one line."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(literal, value))}]"
    if is_dataclass(value):
        return literal(plain(value))
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name} = {literal(entry)}' for name, entry in value.items())}}}"
    return tomli_w.dumps({"v": plain(value)}).removeprefix("v = ").rstrip("\n")
