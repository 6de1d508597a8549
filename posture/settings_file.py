"""Settings as a TOML file: what is wrong in it is told with its line, and is never overwritten.

Groups are tables, `[detector]`. The written file holds what differs from the defaults; all else is
there as a comment, with its explanation.
"""

from __future__ import annotations

import inspect
import os
import re
import shutil
import textwrap
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from posture import folders
from posture.setting_values import converted, literal
from posture.settings import Settings, SettingsError, alike, catalogue, kinds

Record = TypeVar("Record")

NAME = "settings.toml"
HEADER = """\
# Settings of posture. A line such as "#enter_deg = 10.0" shows a default: take its "#" away and
# change it. `posture settings` lists them all. `posture settings set` and `reset` write this file
# anew, without comments of your own.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the file.

    Attributes:
        line: From 1; None where it is not known.
        key: Group or setting; empty when the file as a whole cannot be read.
    """

    line: int | None
    key: str
    message: str

    def __str__(self) -> str:
        where = f"line {self.line}" if self.line else ""
        return ": ".join(part for part in (where, self.key, self.message) if part)


def own_path() -> Path:
    """The user's file; it need not exist."""
    return folders.find().config / NAME


def read(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read settings; a missing file gives the defaults, and so does what is wrong in it."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (Problem(None, "", f"cannot be read ({error.strerror})"),)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Settings(), (Problem(line, "", "is not text in UTF-8"),)
    return parse(text, Settings)


def write(path: Path, settings: Settings, *, keep_copy: bool = False) -> None:
    """Write settings, for the user alone; the file is complete or as before.

    Args:
        path: File to write; its folder is made when missing.
        settings: What to write.
        keep_copy: Copy a file that is there to NAME.bak first, and write even if it was wrong.

    Raises:
        SettingsError: There is something wrong in the file, or it cannot be written.
        FolderError: Its folder cannot be made.
    """
    path = Path(os.path.realpath(path))  # a link goes on pointing to the file
    problems = read(path)[1]
    if problems and not keep_copy:
        raise SettingsError(
            f"{path} was left as it is: mend it, or repeat with --keep-copy, which keeps it as "
            f"{path.name}.bak. What is wrong in it: {'; '.join(map(str, problems))}"
        )
    folders.ensure(path.parent)
    try:
        if keep_copy and path.exists():
            shutil.copy2(path, path.with_name(path.name + ".bak"))
        folders.write(path, to_toml(settings))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written ({error.strerror})") from error


def parse(text: str, record: type[Record]) -> tuple[Record, tuple[Problem, ...]]:
    """Settings in TOML.

    A wrong value is left at its default, and so are values that do not fit each other; all
    others count. A text that is not TOML gives the defaults.

    Args:
        text: The file's.
        record: `Settings`, or another record made of records.
    """
    default = record()
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return default, (_syntax(error, text),)
    lines, groups = _lines(text), kinds(record)
    problems = [
        Problem(lines.get(name), name, f"there is no such group{alike(name, groups)}")
        for name in table
        if name not in groups
    ]
    parts = {}
    for name, kind in groups.items():
        values = table.get(name, {})
        if not isinstance(values, dict):
            problems.append(Problem(lines.get(name), name, f"is a group: write it as [{name}]"))
            continue
        good, wrong = _checked(values, kind)
        parts[name], unfit = _assembled(getattr(default, name), good)
        problems += [
            Problem(lines.get(f"{name}.{key}", lines.get(name)), f"{name}.{key}", message)
            for key, message in wrong + unfit
        ]
    problems.sort(key=lambda problem: problem.line or 0)
    return replace(default, **parts), tuple(problems)  # type: ignore[type-var]


Told = list[tuple[str, str]]
"""Names of settings, each with what is wrong."""


def _checked(values: dict[str, object], kind: type) -> tuple[dict[str, object], Told]:
    """The values that have the right type, and what is wrong with the others."""
    good: dict[str, object] = {}
    wrong: Told = []
    known = kinds(kind)
    for name, value in values.items():
        if name not in known:
            wrong.append((name, f"there is no such setting{alike(name, known)}"))
            continue
        try:
            good[name] = converted(value, known[name])
        except ValueError as error:
            wrong.append((name, str(error)))
    return good, wrong


def _assembled(default: Any, values: dict[str, object]) -> tuple[Any, Told]:  # noqa: ANN401
    """A record with as many of the values as fit together, and what is wrong with the others."""
    unfit: Told = []
    while True:
        try:
            return replace(default, **values), unfit
        except ValueError as error:
            # The message names what does not fit; when it does not, any of them may be at fault.
            names = [name for name in values if re.search(rf"\b{name}\b", str(error))]
            names = names or list(values)
            if not names:
                raise
            message = f"{error}; left at the default"
            unfit += [(name, message) for name in names]
            values = {name: value for name, value in values.items() if name not in names}


def to_toml(settings: object) -> str:
    """The text of the file: what differs from the defaults, and the rest as comments."""
    lines = [HEADER]
    groups = kinds(type(settings))
    entries = catalogue(settings)
    for group, record in groups.items():
        about = (inspect.getdoc(record) or "").split("\n\n")[0]
        lines += [f"\n[{group}]", *_comment(about), ""]
        for entry in entries:
            if entry.key.startswith(f"{group}."):
                mark = "#" if entry.value == entry.default else ""
                name = entry.key.partition(".")[2]
                lines += [*_comment(entry.explanation), f"{mark}{name} = {literal(entry.value)}"]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, 98, initial_indent="# ", subsequent_indent="# ")


def _syntax(error: Exception, text: str) -> Problem:
    message = str(error) if isinstance(error, ValueError) else "lists are nested too deep"
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", message)
    if place is None:
        return Problem(None, "", message)
    line = int(place[1]) if place[1] else text.rstrip("\n").count("\n") + 1
    return Problem(line, "", message.replace(place[0], "") + ", so nothing of it is used")


_HEADER = re.compile(r"\s*\[\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"\s*([\w.\-\"' ]+?)\s*=")


def _lines(text: str) -> dict[str, int]:
    """The line of each group and setting, from 1: tomllib does not tell."""
    found: dict[str, int] = {}
    prefix = ""
    for number, line in enumerate(text.split("\n"), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        name = re.sub(r"[\"' ]", "", header[1] if header else key[1] if key else "")
        if header:
            prefix = f"{name}."
            found.setdefault(name, number)
        elif key:
            found.setdefault(prefix + name, number)
    return found
