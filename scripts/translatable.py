"""Lists what the windows say, for Qt's tools: python scripts/translatable.py > FILE.py."""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
import textwrap
from enum import Enum, EnumType
from pathlib import Path
from types import FunctionType

from posture.gui.setting_drafts import EVERYDAY, Entry
from posture.settings import Settings, catalogue

HERE = Path(__file__).resolve().parents[1]

TABLES: dict[str, str] = {
    "words._LABELS[self]": "posture.gui.words:_LABELS",
    "words.REASON_TEXT[tick.reason]": "posture.reasons:REASON_TEXT",
    "live_plot.REASON_TEXT[reason]": "posture.reasons:REASON_TEXT",
    "dashboard.look.kind.value": "posture.gui.icon:IconKind",
    "calibrate_words.text": "posture.gui.calibrate_words:instruction",
    "calibrate_words.quality_word(known)": "posture.quality:quality_word",
    "calibrate.wanted[0]": "posture.gui.calibrate:_BUTTONS",
    "calibrate._AGAIN[0]": "posture.gui.calibrate:_AGAIN",
    "lamp.condition.aspect.value": "posture.conditions:Aspect",
    "lamp.condition.level.value": "posture.conditions:Level",
    "lamp.condition.word": "posture.conditions:_BLOCKED _VIEWS conditions _measured _still",
    "lamp.condition.advice": "posture.conditions:_light _distance _facing",
    "setting_editors.setting.unit": "posture.settings:UNITS",
    "setting_editors.str(member.value)": "",
    "setting_pages.heading": "posture.gui.setting_drafts:EVERYDAY",
    "setting_pages.about(group)": "",
    "setting_fields.title": "",
    "setting_fields.about": "",
    "live_plot.str(part).capitalize()": "",
    "tray.alert.text": "",
    "words.camera.text": "",
    "words.explain(change, tick.held_s)": "",
}
"""What is handed to `translated`, by file, when it is no text itself, and the tables and functions
that have its texts; nowhere for what others say too, or `FROM_BELOW` has, and for
the pages with all settings, which stay in English."""

MORE = ("posture.gui.translations:FROM_BELOW", "posture.records:Part")

PASSED_ON = {
    "first_start.title": "_add",
    "first_start.text": "_add",
    "settings_dialog.text": "_button",
}
"""Parameters, by file, that are handed to `translated`, and the method whose arguments they are."""


def strings() -> list[str]:
    """Each text of the windows once, in alphabetical order.

    Raises:
        ValueError: `translated` gets something that `TABLES` does not know.
    """
    found = set().union(*map(_table, MORE), _explanations())
    for path in sorted((HERE / "posture" / "gui").glob("*.py")):
        if path.stem != "translations":
            module = ast.parse(path.read_text(encoding="utf-8"))
            for argument in _arguments(module, "translated"):
                found |= _texts(argument, module, path)
    return sorted(found)


def _arguments(module: ast.Module, function: str) -> list[ast.expr]:
    """What a function or method is called with."""
    found = []
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id=name), args=arguments) if name == function:
                found += arguments
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="self"), attr=name), args=arguments
            ) if name == function:
                found += arguments
    return found


def _texts(argument: ast.expr, module: ast.Module, path: Path) -> set[str]:
    """The texts that an argument may be."""
    match argument:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, module, path) | _texts(other, module, path)
        case ast.Name(id=name) if name.isupper():
            return _table(f"posture.gui.{path.stem}:{name}")
    name = f"{path.stem}.{ast.unparse(argument)}"
    if name in PASSED_ON:
        passed = [p for p in _arguments(module, PASSED_ON[name]) if _is_constant(p)]
        return set().union(*(_texts(p, module, path) for p in passed))
    if name not in TABLES:
        raise ValueError(f"say in scripts/translatable.py where the texts of {name} are")
    return _table(TABLES[name]) if TABLES[name] else set()


def _is_constant(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) or (
        isinstance(argument, ast.Name) and argument.id.isupper()
    )


def _table(place: str) -> set[str]:
    """All texts of `module:NAME OTHER_NAME`."""
    module, _, names = place.partition(":")
    tables = (getattr(importlib.import_module(module), name) for name in names.split())
    return set().union(*map(_flat, tables))


def _explanations() -> set[str]:
    """What is said about everyday settings that have no words of their own."""
    everyday = {entry.key for _, entries in EVERYDAY for entry in entries if not entry.explanation}
    return {entry.explanation for entry in catalogue(Settings()) if entry.key in everyday} - {""}


def _flat(value: object) -> set[str]:
    """All texts of a function, or values of dictionaries and enumerations, or entries of tuples."""
    if isinstance(value, FunctionType):
        return _inside(ast.parse(textwrap.dedent(inspect.getsource(value))).body[0])
    if isinstance(value, EnumType):
        return _flat([member.value for member in value])
    if isinstance(value, Enum):
        return set()
    if isinstance(value, Entry):
        return _flat([value.title, value.explanation])
    if isinstance(value, dict):
        return _flat(list(value.values()))
    if isinstance(value, tuple | list):
        return set().union(*map(_flat, value))
    return {value} if isinstance(value, str) and value else set()


def _inside(function: ast.stmt) -> set[str]:
    """The texts in a function, save its docstring."""
    body = function.body[1:] if isinstance(function, ast.FunctionDef) else []
    return {
        node.value
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    }


if __name__ == "__main__":
    for text in strings():
        sys.stdout.write(f"QCoreApplication.translate('posture', {text!r})\n")
