"""Pages to read in a window, and a checklist that is remembered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from posture.care.learn import NAMES, page
from posture.gui.learn_page import FILE, LearnPage, language_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("application")


def reading(learn: LearnPage) -> str:
    return "\n".join(label.text() for label in inside(learn).findChildren(QLabel))


def inside(learn: LearnPage) -> QWidget:
    found = learn.reading.widget()
    assert found is not None
    return found


def go_to(learn: LearnPage, name: str) -> None:
    learn.list.setCurrentRow(NAMES.index(name))


def test_every_page_is_listed_and_read(tmp_path: Path) -> None:
    learn = LearnPage(tmp_path, language="en")
    assert [learn.list.item(i).text() for i in range(learn.list.count())] == [
        page(name).title for name in NAMES
    ]
    for name in NAMES:
        go_to(learn, name)
        before, after = page(name).around
        assert before in reading(learn)
        assert after in reading(learn)
        assert learn.reading.accessibleName() == page(name).title
        assert len(learn.boxes) == len(page(name).items)


def test_by_the_keyboard(tmp_path: Path) -> None:
    learn = LearnPage(tmp_path, language="en")
    for _ in range(2):
        QTest.keyClick(learn.list, Qt.Key.Key_Down)
    assert "Setting up your workstation" in reading(learn)
    QTest.keyClick(learn.boxes[1], Qt.Key.Key_Space)
    assert learn.boxes[1].isChecked()
    assert learn.reading.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_ticks_are_remembered_in_every_language(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    learn = LearnPage(folder, language="en")
    go_to(learn, "workstation")
    for index in (0, 3, 4):
        learn.boxes[index].click()
    learn.boxes[3].click()
    assert json.loads((folder / FILE).read_text()) == {"workstation": [0, 4]}
    again = LearnPage(folder, language="de")
    go_to(again, "workstation")
    assert [box.isChecked() for box in again.boxes][:6] == [True, False, False, False, True, False]
    assert again.boxes[0].text() == "Bildschirmhöhe"


@pytest.mark.parametrize("content", ["", "[1]", '{"workstation": 3}', '{"workstation": ["x"]}'])
def test_a_file_that_makes_no_sense_is_no_tick(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_text(content)
    learn = LearnPage(tmp_path, language="en")
    go_to(learn, "workstation")
    assert not any(box.isChecked() for box in learn.boxes)
    assert "are not known" in caplog.text
    learn.boxes[0].click()
    assert json.loads((tmp_path / FILE).read_text()) == {"workstation": [0]}


def test_where_nothing_can_be_kept_it_is_still_ticked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    learn = LearnPage(tmp_path / "file", language="en")
    go_to(learn, "workstation")
    learn.boxes[0].click()
    go_to(learn, "loads")
    go_to(learn, "workstation")
    assert learn.boxes[0].isChecked()
    assert "will be forgotten" in caplog.text


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["de-AT", "en"], "de"),
        (["fr-FR", "de_DE"], "de"),
        (["en-GB", "de"], "en"),
        (["ja"], "en"),
        ([], "en"),
    ],
)
def test_the_language_of_the_user(names: list[str], language: str) -> None:
    assert language_of(names) == language


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_text_is_cut_off(application: QApplication, tmp_path: Path, language: str) -> None:
    learn = LearnPage(tmp_path, language=language)
    learn.resize(560, 400)
    learn.show()
    for name in NAMES:
        go_to(learn, name)
        application.processEvents()
        assert inside(learn).width() <= learn.reading.viewport().width()
        for label in inside(learn).findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
    learn.close()
