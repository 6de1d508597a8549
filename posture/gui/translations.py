"""The user's language, by the catalogues that `scripts/translations.sh` makes.

English is written in the code and has no catalogue.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT = "posture"
"""One for all texts: the same words mean the same in every window."""

VARIABLE = "POSTURE_LANGUAGE"
"""Names another language than the system's: `de`, `en`."""

FROM_BELOW = (
    "{0}; trying again every {1} s",
    "neck {0}° beyond your baseline for {1} s",
    "upper back {0}° beyond your baseline for {1} s",
    "upper back rounded {0}° beyond your baseline for {1} s",
    "leaning back with the neck forward, bent {0}° beyond your baseline for {1} s",
    "no permission to use {0} ({1}); run `sudo usermod -aG video $USER` and log in again",
    "{0} is being opened",
    "{0} is being opened again after the computer slept",
    "{0} is closed",
    "{0} is not there; plug it in, or check that its switch is on",
    "{0} is used by another program, or refuses to start; close that program",
    "{0} has stopped giving pictures; check its plug",
    "{0} gives no pictures; close other programs that use the camera",
    "{0} does not answer; unplug it and plug it in again",
    "{0} shows nothing but black; open its shutter or uncover it",
    "Sit upright, the way you like to sit, and look at your screen for a few seconds",
    "Sit upright, the way you like to sit, and look at your screen for a few seconds: in {0} s",
    "Stay like this for {0} s",
    "the camera is closed",
    "Your slump was not kept: {0}.",
    "Your own slump is kept as the other end of the scale.",
)
"""What comes from modules that know no Qt, already filled in; the first that fits counts."""

_PLACE = re.compile(r"\\\{\d\\\}")


def translated(text: str) -> str:
    """The text in the user's language, if there is a translation; also with numbers filled in."""
    found = QCoreApplication.translate(CONTEXT, text)
    if found != text:
        return found
    for template, pattern in _patterns():
        fits = pattern.fullmatch(text)
        if fits is not None:
            return QCoreApplication.translate(CONTEXT, template).format(
                *map(translated, fits.groups())
            )
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (template, re.compile(_PLACE.sub("(.+)", re.escape(template))))
        for template in FROM_BELOW
        if "{" in template
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
