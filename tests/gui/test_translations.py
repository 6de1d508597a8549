"""The user's language: complete catalogues, and windows that have room for their words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QAbstractButton, QLabel

from posture.detector import deviation, explain
from posture.gui.first_start import FirstStart
from posture.gui.translations import CONTEXT, translated, wanted
from posture.gui.words import UserCommand, change_text, counting_text, sentence
from posture.ports import CameraState, CameraStateKind
from posture.records import ABSENT, REASON_TEXT, Deviation, Part, Reason, State
from posture.sources.cameras import Camera
from posture.sources.capture import _busy, _gone, stopped
from posture.taking import ASK
from scripts.translatable import strings
from tests.gui.languages import speaking
from tests.gui.test_calibrate import (
    test_no_text_is_cut_off as test_no_text_of_the_calibration_is_cut_off,  # noqa: F401 - once more
)
from tests.gui.test_dashboard_texts import cut_off
from tests.gui.test_dashboard_texts import (
    test_no_text_is_cut_off as test_no_text_of_the_window_is_cut_off,  # noqa: F401 - once more
)
from tests.gui.ticks import a_tick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from posture.gui.mailbox import Mailbox
    from tests.gui.conftest import Make

LANGUAGES = ("de",)
PLACE = re.compile(r"\{[^}]*\}")
TAG = re.compile(r"</?\w+>")


@pytest.fixture(autouse=True)
def german(application: QApplication) -> Iterator[None]:
    with speaking(application, QLocale("de")):
        yield


def catalogue(language: str) -> dict[str, str]:
    """Texts and their translations; empty for those that are not finished."""
    file = resources.files("posture.data") / "translations" / f"posture_{language}.ts"
    contexts = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - a file of ours
    found = {}
    for context in contexts:
        assert context.findtext("name") == CONTEXT
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = not translation.get("type")
            found[message.findtext("source") or ""] = translation.text or "" if finished else ""
    return found


@pytest.mark.parametrize("language", LANGUAGES)
class TestCatalogue:
    def test_has_what_the_windows_say_and_nothing_else(self, language: str) -> None:
        assert sorted(catalogue(language)) == strings()

    def test_is_complete(self, language: str) -> None:
        assert [text for text, theirs in catalogue(language).items() if not theirs] == []

    def test_keeps_places_tags_and_mnemonics(self, language: str) -> None:
        for text, theirs in catalogue(language).items():
            for part in (PLACE, TAG, re.compile("&(?=[^ ;]+( |$))")):
                assert Counter(m.group() for m in part.finditer(text)) == Counter(
                    m.group() for m in part.finditer(theirs)
                ), text

    def test_keeps_how_sentences_end(self, language: str) -> None:
        for text, theirs in catalogue(language).items():
            ends = [t[-1] if t[-1] in ".?:!" else "" for t in (text, theirs)]
            assert ends[0] == ends[1], text

    def test_is_compiled(self, language: str, application: QApplication) -> None:
        with speaking(application, QLocale(language)):
            for text, theirs in catalogue(language).items():
                assert QCoreApplication.translate(CONTEXT, text) == theirs


CAMERA = Camera(index=0, name="camera 0 (A Webcam)", stable_id="a", device=None)
BELOW = {
    "neck": explain(deviation(14.0, 2.0, 1.0), 35.0),
    "upper back": explain(deviation(2.0, 14.0, 1.0), 35.0),
    "slump": explain(deviation(14.0, -2.0, 1.0), 35.0),
    "rounding": explain(Deviation(1.0, 1.0, 20.0, 15.0, Part.ROUNDING), 35.0),
    "gone": str(_gone(CAMERA)),
    "busy": f"{_busy(CAMERA)}; trying again every 2 s",
    "stopped": str(stopped(CAMERA, has_shown=True)),
    "no pictures": str(stopped(CAMERA, has_shown=False)),
    "ask": ASK,
    "countdown": f"{ASK}: in 3 s",
}


class TestTranslated:
    @pytest.mark.parametrize("text", BELOW.values(), ids=BELOW)
    def test_texts_of_other_modules_are_known_with_their_numbers(self, text: str) -> None:
        theirs = translated(text)
        assert theirs != text
        assert sorted(re.findall(r"\d+", theirs)) == sorted(re.findall(r"\d+", text))
        assert not re.search(r"\b(the|your|for|is|and)\b", theirs.replace(CAMERA.name, ""))

    def test_what_is_not_known_stays(self) -> None:
        assert (
            translated("an error that nobody has seen {0}") == "an error that nobody has seen {0}"
        )

    def test_the_sentence_and_the_numbers(self) -> None:
        tick = a_tick(State.SLOUCHED, change_deg=14.0, held_s=125.0)
        assert sentence(tick) == ("Seit 2 min 5 s um 14° über Ihre Ausgangshaltung hinaus geneigt")
        assert counting_text(tick, 30.0) == "seit 2 min 5 s"
        assert change_text(-3.0, 4.0) == "\N{MINUS SIGN}3° ±4°"
        camera = CameraState(CameraStateKind.BUSY, str(_busy(CAMERA)), 0.0)
        assert "wird von einem anderen Programm verwendet" in sentence(None, camera)

    @pytest.mark.parametrize("reason", Reason)
    def test_every_reason(self, reason: Reason) -> None:
        assert translated(REASON_TEXT[reason]) != REASON_TEXT[reason]


class TestInstall:
    @pytest.mark.parametrize(
        ("name", "known"), [("de", True), ("de_AT", True), ("en_GB", False), ("ja", False)]
    )
    def test_by_language(self, application: QApplication, name: str, known: bool) -> None:
        with speaking(application, QLocale(name)) as installed:
            assert bool(installed) is known

    @pytest.mark.parametrize(
        ("names", "known"),
        [
            (["ja-JP", "de-DE"], True),
            (["en-US", "de-DE"], False),
            (["de-DE", "en-US"], True),
            ([], False),
        ],
    )
    def test_the_first_language_that_is_known(
        self,
        application: QApplication,
        monkeypatch: pytest.MonkeyPatch,
        names: list[str],
        known: bool,
    ) -> None:
        locale = QLocale("de")
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _: names)
        with speaking(application, locale) as installed:
            assert bool(installed) is known

    def test_the_words_of_qt_itself_too(self) -> None:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"

    def test_the_variable_overrides_the_system(self) -> None:
        assert wanted({"POSTURE_LANGUAGE": "de"}) == QLocale("de")
        assert wanted({"POSTURE_LANGUAGE": ""}) == wanted({}) == QLocale.system()


def test_mnemonics_are_different(make: Make) -> None:
    dashboard = make()
    buttons = (dashboard.pause, dashboard.snooze, dashboard.call, dashboard.recalibrate)
    labels = [b.text() for b in (*buttons, dashboard.show_body)]
    labels.append(UserCommand.RESUME.text)
    letters = [text[text.index("&") + 1].lower() for text in labels]
    assert len(set(letters)) == len(letters)


def test_there_is_room_for_every_reason(make: Make, mailbox: Mailbox) -> None:
    dashboard = make()
    dashboard.resize(640, 480)
    dashboard.show()
    for reason in Reason:
        state = State.AWAY if reason in ABSENT else State.UNKNOWN
        mailbox(a_tick(state, reason=reason))
        dashboard.refresh()
        QCoreApplication.processEvents()
        assert cut_off(dashboard.sentence) == ""


@pytest.mark.parametrize("shows_body", [False, True])
def test_there_is_room_for_the_captions(make: Make, shows_body: bool) -> None:
    dashboard = make()
    dashboard.show_body.setChecked(shows_body)
    dashboard.resize(640, 480)
    dashboard.show()
    QCoreApplication.processEvents()
    for caption in dashboard.plot._captions:
        assert caption.item.boundingRect().width() <= dashboard.plot.width()


def test_no_text_of_the_first_pages_is_cut_off() -> None:
    pages = FirstStart("camera 0 (A Webcam of Some Maker HD)")
    pages.resize(640, 480)
    pages.show()
    for page in pages.pageIds():
        pages.setCurrentId(page)
        QCoreApplication.processEvents()
        assert (pages.width(), pages.height()) == (640, 480)
        for button in pages.findChildren(QAbstractButton):
            assert not (button.isVisible() and cut_off(button))
        for label in pages.page(page).findChildren(QLabel):
            assert label.heightForWidth(label.width()) <= label.height()
            assert pages.rect().contains(label.mapTo(pages, label.rect().bottomRight()))
    pages.close()
