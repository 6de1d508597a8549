"""The user's language, by the catalogues that `scripts/translations.sh` makes.

English is written in the code and has no catalogue. Modules below know no windows and make English
sentences, for logs and terminals too; here they are taken apart again by their templates, which
`scripts/said_below.py` reads from the source.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT = "posture"
"""One for all texts: the same words mean the same in every window."""

VARIABLE = "POSTURE_LANGUAGE"
"""Names another language than the system's: `de`, `en`."""

_PLACE_HOLDER = re.compile(r"\{\d\}")
_PLACE = re.compile(r"\\\{\d\\\}")
_DRESSED = re.compile(r"('?)(.+?)('|\.|)", re.DOTALL)


def translated(text: str) -> str:
    """The text in the user's language, if there is a translation.

    Also one of a module that knows no windows, with its values filled in: as it is there, as a
    sentence with a capital and a full stop, in quotes, or several joined by semicolons or colons.
    """
    found = _found(text)
    if found is None and (dressed := _DRESSED.fullmatch(text)):
        before, inside, after = dressed.groups()
        found = _found(inside) or _found(inside[:1].lower() + inside[1:])
        found = found and before + (found if inside[:1].islower() else capital(found)) + after
    if found is None and (mark := next((mark for mark in ("; ", ": ") if mark in text), "")):
        found = mark.join(map(translated, text.split(mark, 1)))
    return found or text


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def _found(text: str) -> str | None:
    """The translation of a text or of the template that it was made from; None without one."""
    found = QCoreApplication.translate(CONTEXT, text)
    if found != text:
        return found
    made = _taken_apart(text)
    if made is None:
        return None
    template, values = made
    return QCoreApplication.translate(CONTEXT, template).format(*map(translated, values))


@lru_cache(maxsize=1000)
def _taken_apart(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The template that a text was made from, and the values that were filled in."""
    for template, pattern in _patterns():
        if fits := pattern.fullmatch(text):
            return template, fits.groups()
    return None


@cache
def templates() -> tuple[str, ...]:
    """What modules below the windows say with values in it, as `scripts/translations.sh` found."""
    file = resources.files("posture.data") / "translations" / "templates.json"
    return tuple(json.loads(file.read_text(encoding="utf-8")))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Those that say most first: others may fit what was not made from them."""
    ordered = sorted(templates(), key=lambda template: -len(_PLACE_HOLDER.sub("", template)))
    return tuple(
        (template, re.compile(_PLACE.sub("(.+)", re.escape(template)), re.DOTALL))
        for template in ordered
    )


def wanted(environment: Mapping[str, str] = os.environ) -> QLocale:
    """The language that the user has asked for, or the system's."""
    name = environment.get(VARIABLE)
    return QLocale(name) if name else QLocale.system()


def install(application: QCoreApplication, locale: QLocale | None = None) -> list[QTranslator]:
    """Let the application speak the first of the user's languages that is known here.

    Args:
        application: Keeps the translations.
        locale: Of the user; None for `wanted`.

    Returns:
        What was installed: our own words and Qt's; nothing for English and what is not known.
    """
    for name in (locale or wanted()).uiLanguages():
        language = re.split("[-_]", name)[0]
        if language in ("en", "C"):
            break
        own = QTranslator(application)
        folder = resources.files("posture.data") / "translations"
        if own.load(f"posture_{language}", str(folder)):
            qt = QTranslator(application)
            there = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            loaded = [own, qt] if qt.load(f"qtbase_{language}", there) else [own]
            for translator in loaded:
                application.installTranslator(translator)
            return loaded
    return []
