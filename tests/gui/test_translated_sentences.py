"""Sentences of modules that know no windows: all are found, known with their values, and German."""

from __future__ import annotations

import ast
import json
import re
from importlib import resources
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel

from posture.detector import deviation, explain
from posture.gui.calibrate import CalibrateWindow
from posture.gui.host import Host
from posture.gui.settings_dialog import SettingsDialog
from posture.gui.translations import CONTEXT, templates, translated
from posture.live_events import Notice
from posture.notifiers.desktop import DesktopNotifier
from posture.ports import BaselineError
from posture.profile import Profile
from posture.records import REASON_TEXT, Reason
from posture.taking import ASK
from scripts import translatable
from scripts.said_below import complaints, texts
from tests.desktop.fake import make_alert, shows
from tests.gui.languages import speaking
from tests.guiding import a_run, baseline_of
from tests.live_script import UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from posture.desktop.session_bus import Bus
    from posture.gui.mailbox import Mailbox
    from tests.desktop.fake import FakeDesktop

pytest_plugins = ["tests.desktop.fixtures"]

ENGLISH = re.compile(r"\b(the|your|for|is|are|of|and|with|must|not|cannot|from|while)\b")
REFUSED = (
    "the baseline was refused: you moved: the neck angle varied by 3.1 degrees (at most 2.5 are "
    "allowed); sit upright and calibrate again"
)


@pytest.fixture(autouse=True)
def german(application: QApplication) -> Iterator[list[QTranslator]]:
    with speaking(application, QLocale("de")) as installed:
        yield installed


def test_the_stored_templates_are_those_of_the_source() -> None:
    file = resources.files("posture.data") / "translations" / "templates.json"
    assert json.loads(file.read_text(encoding="utf-8")) == translatable.templates()


@pytest.mark.parametrize("template", templates())
def test_each_sentence_is_known_with_its_values(template: str) -> None:
    values = ["/a b/c.d", "14", "x-y", "2.5", "q r"]
    theirs = QCoreApplication.translate(CONTEXT, template)
    assert translated(template.format(*values)) == theirs.format(*values)


class TestDressed:
    def test_as_a_sentence_of_its_own(self) -> None:
        assert translated("The picture is too dark.") == "Das Bild ist zu dunkel."

    def test_in_quotes(self) -> None:
        assert translated("your posture 'standing' is taken") == (
            "Ihre Haltung 'Stehen' ist aufgenommen"
        )

    @pytest.mark.parametrize("mark", ["; ", ": "])
    def test_several(self, mark: str) -> None:
        error = BaselineError(REASON_TEXT[Reason.TOO_DARK])
        assert translated(f"your posture 'x' is taken{mark}{error}") == (
            f"Ihre Haltung 'x' ist aufgenommen{mark}das Bild ist zu dunkel"
        )

    def test_one_that_has_a_semicolon_after_another(self) -> None:
        said = "posture sets a damaged history aside when it watches; then note it once more"
        found = translated(f"/a b: is damaged (x); {said}")
        assert found == f"/a b: ist beschädigt (x); {translated(said)}"
        assert translated(said) != said

    @pytest.mark.parametrize("text", ["", "Xy; zq: 'v'.", "a {0} b", "%s", "14", "über; alles."])
    def test_what_is_not_known_stays(self, text: str) -> None:
        assert translated(text) == text


def test_in_english_nothing_changes(application: QApplication, german: list[QTranslator]) -> None:
    for translator in german:
        application.removeTranslator(translator)
    for template in templates():
        text = template.format("/a b", "14", "'x'", "2.5", "q: r; s")
        for said in (text, f"{text[:1].upper()}{text[1:]}.", f"{text}; {text}"):
            assert translated(said) == said


class TestSource:
    def test_texts_of_several_words_and_values_as_places(self) -> None:
        source = '''
"""A docstring says nothing."""
WORD = "word"
TEXT = "two words"
def say(a, b):
    """Nor this one."""
    logger.warning("not told: %s", a)
    if not a:
        raise ValueError("for programmers only")
    return f"{a} is {b:.1f} degrees " f"from {a.c}"
'''
        assert texts(source) == {"two words", "{0} is {1} degrees from {2}"}

    def test_what_fits_anything_is_none(self) -> None:
        assert texts("x = f'{a}: {b}'") == set()

    def test_what_a_record_complains_of(self) -> None:
        assert complaints(ast.parse("raise ValueError(f'{name} must be positive')")) == {
            "{0} must be positive"
        }


def test_what_happens_is_told_in_the_windows(mailbox: Mailbox) -> None:
    host = Host(lambda *_, **__: pytest.fail("nothing is opened"), mailbox, SimpleQueue())
    host._take(Notice(0.0, REFUSED))
    assert mailbox.news.startswith("Die Ausgangshaltung wurde abgelehnt: Sie haben sich bewegt")
    assert "3.1" in mailbox.news
    assert not ENGLISH.search(mailbox.news)
    host._take(Notice(0.0, ASK))
    assert mailbox.news.startswith("Sitzen Sie aufrecht")
    host.stop()


def test_the_settings_dialog_has_no_english(application: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[detector]\npersist_s = "long"\nenter = 3\n')
    dialog = SettingsDialog(file, lambda _: None, dark=False)
    for page in dialog.pages:
        assert not ENGLISH.search(page.title)
    shown = [label.text().replace(str(file), "") for label in dialog.findChildren(QLabel)]
    assert len(shown) > 100
    assert [text for text in shown if ENGLISH.search(text)] == []
    assert "Zeile 2: detector.persist_s: muss eine Zahl sein" in dialog.problems.text()
    assert "es gibt keine solche Einstellung; war" in dialog.problems.text()
    dialog.close()
    del application


def test_what_the_desktop_shows(desktop: FakeDesktop, bus: Bus) -> None:
    shows(desktop, "actions", "body")
    notifier = DesktopNotifier(bus, SimpleQueue(), translated)
    notifier.notify(make_alert(text=explain(deviation(14.0, 2.0, 1.0), 35.0)))
    desktop.next_call()
    _, _, (_, _, _, title, text, buttons, *_) = desktop.next_call()
    assert title == "Zeit für Bewegung?"
    assert text == (
        "Eine Schätzung: Nacken seit 35 s um 14° über Ihre Ausgangshaltung hinaus geneigt."
    )
    assert buttons == [
        *("snooze", "15 min Ruhe"),
        *("helped", "Das hat geholfen"),
        *("wrong", "Das war falsch"),
    ]


def test_names_of_postures_are_shown_in_german_and_kept_as_they_are(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    del application
    now = Profile((baseline_of(UPRIGHT),))
    run = a_run({now.name: now}, now)
    chosen: list[str] = []
    monkeypatch.setattr(run.guide, "choose", chosen.append)
    window = CalibrateWindow(run.guide)
    shown = [window.posture.itemText(index) for index in range(window.posture.count())]
    assert shown == ["aufrecht", "Stehen", "Lesen"]
    window.posture.setCurrentIndex(1)
    window.posture.setEditText("am Fenster")
    assert (chosen[0], chosen[-1]) == ("standing", "am Fenster")
    window.close()
