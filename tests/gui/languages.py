"""Windows in another language."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from posture.gui.translations import install

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


@contextmanager
def speaking(application: QCoreApplication, locale: QLocale) -> Iterator[list[QTranslator]]:
    """What was installed for a language, until the end."""
    installed = install(application, locale)
    try:
        yield installed
    finally:
        for translator in installed:
            application.removeTranslator(translator)
