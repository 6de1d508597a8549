"""What modules that know no windows say to the user, read from their source.

All texts of several words count, and each f-string as one sentence with its values as `{0}`: what
nobody thought of is found too. Single words are in the tables of `scripts/translatable.py`.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parents[1] / "posture"

NOT_IN_WINDOWS = {
    *("__main__", "app", "replay", "tick_tables", "reports", "history", "annotate", "overlay"),
    *("terminal", "doctor", "checks", "event_log", "status_line", "session"),
    *("control", "control_socket", "commands", "gui", "break_words"),
    *("landmark_anonymous", "landmark_clip", "landmark_codec", "landmark_entries"),
    *("landmark_header", "landmark_replay", "landmark_report", "landmark_state"),
    *("batch", "batch_tables", "exercising", "offline", "offline_look", "one_line"),
    *("progress_line", "care/outcome"),
}
"""Modules and packages that speak in the terminal, in files, to other programs, or by themselves;
so do those whose names begin with `cli`."""

ALSO = (
    "gui/worker.py",
    *("history/schema.py", "history/notebook.py", "history/keeper.py", "history/rescue.py"),
)
"""A module of the windows that speaks English, for the host to translate; and what the windows tell
of the history's file."""

SPOKEN = ("reports/wording.py", "reports/care_wording.py")
"""Modules that are given the language to speak: they ask for it before values are filled in."""

LETTERS = 3
"""A template with fewer would fit anything."""

NOT_TOLD = {
    *("[Desktop Entry]", "Watches how you sit, through the webcam; nothing leaves this computer"),
    *("value = {0}", "{0} = {1} (id {2})", "number {0}", "camera {0}"),
    *("to free the camera", "Peak detect"),
    "{0}near your baseline",
    *("{0} of them, ", "a list ({0}each {1})", "one of ", "a table of {0}"),
    ", so nothing of it is used",
    "minute, session",
}
"""Texts for files and other programs, and pieces that the tables have whole."""

_SQL = re.compile(r"\b[A-Z]{5,}\b(?!\.md)|_cs\b")
"""Also in texts for the database."""

_FOR_PROGRAMMERS = {
    *("ValueError", "TypeError", "RuntimeError", "NotImplementedError", "import_module"),
    *("compile", "search", "sub", "debug", "info", "warning", "exception", "listen"),
    "TypeVar",
}
"""What is handed to these is told to nobody, or found by `complaints`."""


def said() -> set[str]:
    """Each text and template of the modules below the windows."""
    paths = [p for p in PACKAGE.rglob("*.py") if _may_be_in_windows(p)]
    paths += [PACKAGE / name for name in ALSO]
    return set().union(*(texts(path.read_text(encoding="utf-8")) for path in paths)) - NOT_TOLD


def spoken() -> set[str]:
    """Each text and label of the modules that speak a language they are given."""
    found = set()
    for name in SPOKEN:
        module = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
        found |= {text for text in _constants(module) if re.search("[a-z]{3}", text)}
    return found


def texts(source: str) -> set[str]:
    """What a module says: texts of several words, save docstrings and those for programmers."""
    return {text for text in _walk(ast.parse(source)) if _is_told(text)}


def complaints(record: ast.AST) -> set[str]:
    """What a record of settings says of values that it refuses."""
    raised = [
        node.args[0]
        for node in ast.walk(record)
        if isinstance(node, ast.Call) and _name(node) == "ValueError"
    ]
    return set().union(*(set(_walk(argument)) for argument in raised))


def is_template(text: str) -> bool:
    """Whether it has places for values."""
    return re.search(r"\{\d\}", text) is not None


def _is_told(text: str) -> bool:
    if _SQL.search(text):
        return False
    words = re.sub(r"\{\d\}", "", text)
    return " " in text.strip() and "\n" not in text and len(re.findall("[a-z]", words)) >= LETTERS


def _may_be_in_windows(path: Path) -> bool:
    place = path.relative_to(PACKAGE).with_suffix("")
    name = place.parts[0]
    return NOT_IN_WINDOWS.isdisjoint((name, place.as_posix())) and not name.startswith("cli")


def _walk(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return
        case ast.Call() if _name(node) in _FOR_PROGRAMMERS:
            return
        case ast.JoinedStr(values=values):
            places = iter(range(len(values)))
            yield "".join(_piece(value, places) for value in values)
        case ast.Constant(value=str(text)):
            yield text
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _walk(child)


def _constants(node: ast.AST) -> Iterator[str]:
    """Texts that no value is put into at once, save docstrings."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.JoinedStr():
            return
        case ast.Call() if _name(node) in _FOR_PROGRAMMERS:
            return
        case ast.Constant(value=str(text)):
            yield text
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _constants(child)


def _piece(value: ast.expr, places: Iterator[int]) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else f"{{{next(places)}}}"


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
