"""Windows in another language."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from posture.gui.translations import install
from scripts.translatable import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


@cache
def known() -> frozenset[str]:
    """All that may be said in another language."""
    return frozenset(strings())


@contextmanager
def speaking(application: QCoreApplication, locale: QLocale) -> Iterator[list[QTranslator]]:
    """What was installed for a language, until the end."""
    installed = install(application, locale)
    try:
        yield installed
    finally:
        for translator in installed:
            application.removeTranslator(translator)
