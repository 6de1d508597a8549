"""Lists what the windows say, for Qt's tools: python scripts/translatable.py > FILE.py.

With `--templates`: those of modules below the windows, by which their sentences are recognised.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import sys
import textwrap
from enum import Enum, EnumType
from types import FunctionType
from typing import TYPE_CHECKING

from posture.gui.setting_drafts import Entry, about
from posture.gui.setting_fields import name_of
from posture.quiet import WorkingHours
from posture.setting_values import expected
from posture.settings import Settings, catalogue, kinds
from scripts.said_below import PACKAGE, SPOKEN, complaints, is_template, said, spoken

if TYPE_CHECKING:
    from pathlib import Path

TABLES: dict[str, str] = {
    "words._LABELS[self]": "posture.gui.words:_LABELS",
    "words.REASON_TEXT[tick.reason]": "posture.reasons:REASON_TEXT",
    "day_strip.kind.value": "posture.gui.icon:IconKind",
    "dashboard_page.look.kind.value": "posture.gui.icon:IconKind",
    "calibrate_words.text": "posture.gui.calibrate_words:instruction",
    "calibrate_words.quality_word(known)": "posture.quality:quality_word",
    "calibrate.wanted[0]": "posture.gui.calibrate:_BUTTONS",
    "calibrate._AGAIN[0]": "posture.gui.calibrate:_AGAIN",
    "lamp.condition.aspect.value": "posture.conditions:Aspect",
    "lamp.condition.level.value": "posture.conditions:Level",
    "lamp.condition.word": "posture.conditions:_BLOCKED _VIEWS conditions _measured _still",
    "lamp.condition.advice": "posture.conditions:_light _distance _facing",
    "setting_editors.setting.unit": "posture.settings:UNITS",
    "setting_pages.heading": "posture.gui.setting_drafts:EVERYDAY",
    "calibrate.name": "posture.calibrating:UPRIGHT SUGGESTED",
    "exercise_words.SEEN[seen]": "posture.gui.exercise_words:SEEN",
    "exercise_words.PHASES[phase]": "posture.gui.exercise_words:PHASES",
    "tray.TITLE": "posture.notifiers.desktop:TITLE",
    "break_panel.status.suggestion": "posture.care.breaks:SUGGESTIONS",
}
"""What is handed to `translated`, by file, when it is no text itself, and the tables and functions
that have its texts. Reports hand it to `say`."""

ELSEWHERE = {
    *("tray.alert.text", "words.camera.text", "words.explain(change, tick.held_s)"),
    *("application.str(error)", "host.status.text", "host.over.error", "host.text"),
    *("settings_dialog.text", "settings_dialog.str(error)", "settings_dialog.problem.message"),
    *("calibrate.note", "calibrate.step.place", "live_plot.str(part).capitalize()"),
    *("clip_words.alert.text", "clip_words.analysis.error", "clip_words.analysis.problem"),
    *("clip_words.warning", "clip_window.self._frames.error", "clip_plot.str(part).capitalize()"),
    *("break_page.str(error)", "diary_page.str(error)", "history_page.found.error"),
    *("break_page.text", "diary_page.answer.error", "packs_page.answer.error"),
    "exercise_page.answer.error",
    *("setting_editors.str(member.value)", "setting_editors.expected(kind)"),
    *("setting_pages.group", "setting_pages.about(group)"),
    *("setting_fields.title", "setting_fields.about", "setting_fields.name_of(setting)"),
    *("setting_fields.setting.unit", "ago.REASON_TEXT[reason]", "dashboard_words.camera.text"),
    *("flags_panel.level.title", "flags_panel.level.advice", "flags_panel.text"),
    *("packs_choice.caution", "packs_choice.rule", "packs_page.PACKS[now.step.kind].title"),
    "packs_page.over_text(now.step, now.over_by(now_s))",
    *("dashboard_words.given.alert.text", "dashboard_words.reason"),
    "exercise_words.text",
    *("proposal_window.note", "proposal_window.outcome", "proposal_window.said"),
    "proposal_window.text",
    *("speech.one", "speech.many"),
}
"""The same where `scripts.said_below`, `MORE` or the catalogue of settings has the texts."""

MORE = (
    "posture.gui.exercise_choices:TODAY LONGER SINGLE",
    "posture.records:Part",
    "posture.care.pace:HOLD REST",
    "posture.taking:PLACES",
)

WHOLE = (
    "near your baseline",
    "back near your baseline",
    "upper-back",
    "must be {0}, not {1}",
    "{0}, so nothing of it is used",
    "neck {0}° beyond your baseline for {1} s",
    "upper back {0}° beyond your baseline for {1} s",
    "upper back rounded {0}° beyond your baseline for {1} s",
    "leaning back with the neck forward, bent {0}° beyond your baseline for {1} s",
    *("read", "written", "removed"),
)
"""What modules below the windows put together from pieces, as a whole; single words of theirs."""

PASSED_ON = {
    "first_start.title": "_add",
    "first_start.text": "_add",
    "settings_dialog.text": "_button",
}
"""Parameters, by file, that are handed to `translated`, and the method whose arguments they are."""


def strings() -> list[str]:
    """Each text of the windows once, in alphabetical order.

    Raises:
        ValueError: `translated` or `say` gets something that `TABLES` does not know.
    """
    found = set().union(*map(_table, MORE), _settings(), said(), spoken(), WHOLE)
    for package, function in (("gui", "translated"), ("reports", "say")):
        for path in sorted((PACKAGE / package).glob("*.py")):
            if path.stem != "translations" and f"{package}/{path.name}" not in SPOKEN:
                module = ast.parse(path.read_text(encoding="utf-8"))
                for argument in _arguments(module, function):
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
                func=ast.Attribute(value=ast.Name(id="self" | "speech"), attr=name), args=arguments
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
            return _table(f"posture.{path.parent.name}.{path.stem}:{name}")
    name = f"{path.stem}.{ast.unparse(argument)}"
    if name in PASSED_ON:
        passed = [p for p in _arguments(module, PASSED_ON[name]) if _is_constant(p)]
        return set().union(*(_texts(p, module, path) for p in passed))
    if name in ELSEWHERE:
        return set()
    if name not in TABLES:
        raise ValueError(f"say in scripts/translatable.py where the texts of {name} are")
    return _table(TABLES[name])


def _is_constant(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) or (
        isinstance(argument, ast.Name) and argument.id.isupper()
    )


def _table(place: str) -> set[str]:
    """All texts of `module:NAME OTHER_NAME`."""
    module, _, names = place.partition(":")
    tables = (getattr(importlib.import_module(module), name) for name in names.split())
    return set().union(*map(_flat, tables))


def _settings() -> set[str]:
    """All that is said about settings that have no words of their own, and of values refused."""
    found = set()
    for entry in catalogue(Settings()):
        found |= {entry.explanation, name_of(entry), expected(entry.kind)}
    for group, record in {**kinds(Settings), "": WorkingHours}.items():
        found |= {group, about(group)} if group else set()
        found |= complaints(ast.parse(textwrap.dedent(inspect.getsource(record))))
    return found - {""}


def templates() -> list[str]:
    """What modules below the windows say with values in it, in alphabetical order."""
    return sorted(filter(is_template, said() | _settings() | set(WHOLE)))


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
    if "--templates" in sys.argv:
        json.dump(templates(), sys.stdout, indent=0, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        for text in strings():
            sys.stdout.write(f"QCoreApplication.translate('posture', {text!r})\n")
