"""The pages before the camera is first opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWizard

from posture.gui.first_start import BEGIN, PRIVACY, WHAT, FirstStart, is_seen, remember

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def pages(application: QApplication) -> Iterator[FirstStart]:
    del application
    made = FirstStart("USB Camera", dark=False)
    made.show()
    yield made
    made.hide()


def test_there_are_three_pages_to_the_start(pages: FirstStart) -> None:
    titles = []
    for _ in range(3):
        titles.append(pages.currentPage().title())
        pages.next()
    assert titles == ["What it does, and what not", "Your privacy", "Camera and baseline"]
    texts = [label.text() for label in pages.currentPage().findChildren(QLabel)]
    assert "Watching through: USB Camera" in texts
    assert not pages.with_desktop.isChecked()


def test_the_keyboard_is_enough(pages: FirstStart) -> None:
    ended: list[str] = []
    pages.accepted.connect(lambda: ended.append("accepted"))
    pages.rejected.connect(lambda: ended.append("rejected"))
    for _ in range(3):
        assert not ended
        QTest.keyClick(pages, Qt.Key.Key_Return)
    assert ended == ["accepted"]
    pages.restart()
    pages.show()
    QTest.keyClick(pages, Qt.Key.Key_Escape)
    assert ended == ["accepted", "rejected"]


def test_every_button_has_a_key_of_its_own(pages: FirstStart) -> None:
    kinds = ("BackButton", "NextButton", "FinishButton", "CancelButton")
    texts = [pages.buttonText(QWizard.WizardButton[kind]) for kind in kinds]
    keys = [text[text.index("&") + 1].lower() for text in (*texts, pages.with_desktop.text())]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("text", [WHAT, PRIVACY, BEGIN], ids=["what", "privacy", "begin"])
def test_the_words_promise_nothing(text: str) -> None:
    plain = re.sub(r"<[^>]*>", "", text).lower()
    for word in ("correct", "bad posture", "pain", "healthy", "normal", "accurate", "cure"):
        assert word not in plain
    for word in ("diagnose", "treat", "prevent"):
        assert word not in plain or "it does not diagnose, treat or prevent any" in plain


def test_seen_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "state"
    assert not is_seen(folder)
    remember(folder)
    assert is_seen(folder)
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file")
    assert "shown again" in caplog.text
