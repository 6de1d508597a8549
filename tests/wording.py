"""All that a user may read, and the words that are not for wellness software (EVIDENCE 6.4).

Words about conditions are kept out wherever they stand: also "we do not detect X" names X. What is
said all the same is in `SAID_ALL_THE_SAME`, each with its reason.
"""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from posture.settings import Settings, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parents[1]
PACKAGE = HERE / "posture"


class Told(NamedTuple):
    """A text, and where it stands."""

    place: str
    text: str
    language: str = "en"


ENGLISH = {
    "claims of medicine": r"prevent(s|ed|ing|ion|ive)?|treat(s|ed|ing|ments?)?|cur(e|es|ed|ing)"
    r"|heal(s|ed|ing)?|diagnos\w+|therap(y|ies|eutic)|rehabilitat\w+|symptoms?|patients?",
    "conditions and their measures": r"kypho\w+|(hyper)?lordo\w+|scolio\w+|forward[- ]head\w*"
    r"|text[- ]neck|hunch\w*|cobb|cva|cranio-?vertebral",
    "accuracy of medicine": r"medically|clinical(ly)?|medical[- ](grade|precision)",
    "degrees that judge": r"(ab)?normal(ly)?|(un)?healthy|pathologic\w*",
    "postures that judge": r"(good|bad|poor|wrong|(in)?correct|proper|perfect|ideal|faulty) posture"
    r"s?|best posture|posture (is|was) (good|bad|poor|wrong|(in)?correct)",
    "blame and praise": r"failed|your fault|shame\w*|blame\w*|lazy|sloppy"
    r"|guilt\w*|punish\w*|cheat\w*|well done|(good|great) job|sit (up )?straight",
    "promises": r"pain[- ]free|relie(f|ves?|ving)|guarante\w+|fix(es)? your|improves? your"
    r"|(reduces?|lowers?) (your )?(pain|risk)|proven",
    "fear": r"damag(e|es|ed|ing) your|(ruin|harm)(s|ing)? your|dangerous",
}
"""By what is wrong with it: words and phrases, in small letters."""

GERMAN = {
    "claims of medicine": r"verhinder\w*|vorbeug(?!en\b)\w*|vorzubeugen|präventi\w+|behand(el|l)\w*"
    r"|heil(t|en|ung|sam)\w*|diagnos\w+|therap(ie|ien|eutisch\w*)|symptome?n?|patient\w*",
    "conditions and their measures": r"kypho\w+|(hyper)?lordo\w+|skolio\w+|rundrücken|geierhals"
    r"|handynacken|buckel\w*|cobb|cva",
    "accuracy of medicine": r"medizinisch (genau|exakt|präzise)\w*|klinisch\w*",
    "degrees that judge": r"(ab|a|un)?normal(e[mnrs]?|erweise)?|(un)?gesund(e[mnrs]?)?"
    r"|krankhaft\w*",
    "postures that judge": r"(gute|schlechte|falsche|richtige|korrekte|perfekte|ideale)[mnrs]?"
    r" (körper)?haltung(en)?|(fehl|körperfehl)haltung\w*",
    "blame and praise": r"versagt|ihre schuld|schäm\w*|faul|nachlässig\w*|gut gemacht"
    r"|sitzen sie gerade",
    "promises": r"schmerzfrei\w*|linder\w*|garantier\w*|bewiesen",
    "fear": r"schädig\w*|ruinier\w*|gefährlich\w*",
}

_RULES = {
    language: {name: re.compile(rf"\b(?:{words})\b") for name, words in rules.items()}
    for language, rules in (("en", ENGLISH), ("de", GERMAN))
}

_NOTICE = "the notice that this is no medical device, as EVIDENCE 6.4 words it"
_NO_SINGLE = "says that there is none (OSHA)"
SAID_ALL_THE_SAME = {
    "does not diagnose, treat or prevent any condition": _NOTICE,
    "nothing diagnoses, treats or prevents any condition": _NOTICE,
    "dient nicht der diagnose, behandlung oder vorbeugung irgendeiner": _NOTICE,
    "no single correct posture": _NO_SINGLE,
    "die eine richtige haltung": _NO_SINGLE,
    "keine einzig richtige haltung": _NO_SINGLE,
    "sitting for longer is not dangerous": "takes fear away (NHS South Tees)",
    "länger zu sitzen ist nicht gefährlich": "takes fear away (NHS South Tees)",
    "whoever hunches towards the screen": "explains a number of the settings; of nobody",
    "were called wrong posture would": "posture is the program here",
    "failed with %d": "of another program",
    "an output failed": "of a file",
    "1 failed": "an exit code",
    "synchronous = normal": "for the database",
    "font-weight:normal": "for the browser",
}
"""Phrases in small letters that are said in spite of the words in them, and why."""

FOR_PROGRAMS = {"failed": "how a session of the windows ended; they say it otherwise"}
"""Whole texts that nobody reads."""

_CLICK = ("command", "group")


def complaints(told: Told) -> list[str]:
    """What is wrong with a text; nothing where all of it may be said."""
    text = flat(told.text)
    if text in FOR_PROGRAMS:
        return []
    for phrase in SAID_ALL_THE_SAME:
        text = text.replace(phrase, " ")
    return [
        f"{told.place}: {found.group()!r} ({name})"
        for name, rule in _RULES[told.language].items()
        for found in rule.finditer(text)
    ]


def flat(text: str) -> str:
    """In small letters, on one line and without tags."""
    return " ".join(re.sub(r"</?\w+>", "", text).lower().split())


def in_source(source: str, place: str) -> Iterator[Told]:
    """The texts of a module: its constants, and docstrings of commands, which are their help."""
    module = ast.parse(source)
    silent = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        match node:
            case ast.JoinedStr(values=values):
                pieces = [piece for piece in values if isinstance(piece, ast.Constant)]
                silent |= {id(piece) for piece in pieces}
                text = "{}".join(str(piece.value) for piece in pieces)
                yield Told(f"{place}:{node.lineno}", text)
            case ast.FunctionDef(decorator_list=decorators) if any(map(_is_click, decorators)):
                yield Told(f"{place}:{node.lineno}", ast.get_docstring(node) or "")
            case ast.Constant(value=str(text)) if id(node) not in silent:
                yield Told(f"{place}:{node.lineno}", text)


def in_modules() -> Iterator[Told]:
    """Of the whole product."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from in_source(path.read_text(encoding="utf-8"), str(path.relative_to(HERE)))


def in_settings() -> Iterator[Told]:
    """What is explained by `posture settings`; it stands in docstrings."""
    for setting in catalogue(Settings()):
        yield Told(setting.key, setting.explanation)


def in_catalogues() -> Iterator[Told]:
    """What the windows say, in each language."""
    for path in sorted((PACKAGE / "data" / "translations").glob("*.ts")):
        language = path.stem.removeprefix("posture_")
        for message in ET.parse(path).iter("message"):  # noqa: S314 - a file of ours
            source = message.findtext("source") or ""
            yield Told(path.name, source)
            yield Told(path.name, message.findtext("translation") or "", language)


def in_pages() -> Iterator[Told]:
    """What is to be read: pages of the windows, of the package and of its documentation."""
    learn = PACKAGE / "data" / "learn"
    for path in sorted(learn.rglob("*.md")):
        language = "en" if path.parent == learn else path.parent.name
        yield Told(str(path.relative_to(HERE)), path.read_text(encoding="utf-8"), language)
    for path in (HERE / "README.md", HERE / "CHANGELOG.md", *sorted((HERE / "docs").glob("*.md"))):
        yield Told(str(path.relative_to(HERE)), path.read_text(encoding="utf-8"))


def everything() -> list[Told]:
    """All of it."""
    return [*in_modules(), *in_settings(), *in_catalogues(), *in_pages()]


def _is_click(decorator: ast.expr) -> bool:
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(call, ast.Attribute) and call.attr in _CLICK
