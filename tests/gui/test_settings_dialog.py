"""The settings dialog: every setting, live checks, and a file that is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from posture import settings_file
from posture.gui.setting_drafts import values_of
from posture.gui.settings_dialog import SettingsDialog
from posture.palette import palette
from posture.ports import PostureError
from posture.settings import Settings, catalogue, changed
from tests.gui.test_dashboard_texts import cut_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from posture.gui.setting_fields import Field

    Make = Callable[..., SettingsDialog]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def applied() -> list[Settings]:
    return []


@pytest.fixture
def make(application: QApplication, path: Path, applied: list[Settings]) -> Iterator[Make]:
    del application
    made: list[SettingsDialog] = []

    def one(text: str | None = None, dark: bool = False) -> SettingsDialog:
        if text is not None:
            path.write_text(text)
        made.append(SettingsDialog(path, applied.append, dark=dark))
        made[-1].show()
        return made[-1]

    yield one
    for dialog in made:
        dialog.close()


def fields_of(dialog: SettingsDialog, key: str) -> list[Field]:
    return [f for page in dialog.pages for f in page.fields if f.setting.key == key]


def type_number(dialog: SettingsDialog, key: str, value: float) -> None:
    widget = fields_of(dialog, key)[0].editor.widget
    assert isinstance(widget, QSpinBox | QDoubleSpinBox)
    widget.selectAll()
    QTest.keyClicks(widget, f"{value:g}")


class TestEditing:
    def test_every_setting_is_there_with_what_it_does(self, make: Make) -> None:
        dialog = make()
        for setting in catalogue(Settings()):
            field = fields_of(dialog, setting.key)[-1]
            assert field.about.text() == setting.explanation.replace("`", '"')
            assert field.editor.get() == setting.value
        assert not dialog.save.isEnabled()

    def test_a_change_is_marked_written_and_applied(
        self, make: Make, path: Path, applied: list[Settings]
    ) -> None:
        dialog = make()
        type_number(dialog, "detector.persist_s", 40)
        for field in fields_of(dialog, "detector.persist_s"):
            assert field.editor.get() == 40.0
            assert field.title.font().bold()
            assert field.mark.text() == "Changed; the default is 30 s"
        assert not path.exists()
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        wanted = changed(Settings(), "detector.persist_s", 40.0)
        assert settings_file.read(path) == (wanted, ())
        assert applied == [wanted]
        assert not dialog.isVisible()

    def test_apply_leaves_it_open(self, make: Make, applied: list[Settings]) -> None:
        dialog = make()
        type_number(dialog, "alerts.per_hour", 2)
        QTest.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
        assert len(applied) == 1
        assert not dialog.apply.isEnabled()

    def test_cancel_changes_nothing(self, make: Make, path: Path, applied: list[Settings]) -> None:
        dialog = make()
        type_number(dialog, "alerts.per_hour", 2)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert (path.exists(), applied) == (False, [])

    def test_what_does_not_fit_cannot_be_saved(self, make: Make) -> None:
        dialog = make()
        type_number(dialog, "detector.enter_deg", 5)
        field = fields_of(dialog, "detector.enter_deg")[0]
        assert "less than enter_deg" in field.problem.text()
        assert not dialog.save.isEnabled()
        assert dialog.list.item(0).text() == "Everyday (!)"
        type_number(dialog, "detector.leave_deg", 3)
        assert field.problem.text() == ""
        assert dialog.save.isEnabled()

    def test_what_cannot_be_read_is_told_until_it_can(self, make: Make) -> None:
        dialog = make()
        field = fields_of(dialog, "staleness.camera")[0]
        assert isinstance(field.editor.widget, QLineEdit)
        field.editor.widget.setText("[0.5")
        assert field.problem.text().startswith("must be a list")
        assert not dialog.save.isEnabled()
        field.editor.widget.setText("[0.4, 0.7]")
        assert dialog.save.isEnabled()
        assert dialog.values["staleness.camera"] == (0.4, 0.7)

    def test_reset_one_page_and_all(self, make: Make) -> None:
        dialog = make("[detector]\npersist_s = 40\n[alerts]\nper_hour = 2\n[rate]\nstill = 0.1\n")
        fields_of(dialog, "detector.persist_s")[1].reset.click()
        mine = {"detector.persist_s": 30.0, "alerts.per_hour": 2, "rate.still": 0.1}
        assert {key: dialog.values[key] for key in mine} == mine
        dialog.reset_page.click()
        mine["alerts.per_hour"] = 4
        assert {key: dialog.values[key] for key in mine} == mine
        assert not dialog.reset_page.isEnabled()
        dialog.reset_all.click()
        assert dialog.values == values_of(Settings())
        assert not dialog.reset_all.isEnabled()
        assert dialog.save.isEnabled()

    def test_search(self, make: Make) -> None:
        dialog = make()
        dialog.search.setText("camera moved nowhere")
        assert all(dialog.list.item(row).isHidden() for row in range(dialog.list.count()))
        dialog.search.setText("CORRELATION background")
        shown = [p.title for r, p in enumerate(dialog.pages) if not dialog.list.item(r).isHidden()]
        assert shown == ["All: staleness"]
        assert dialog.stack.currentWidget() is dialog.pages[dialog.list.currentRow()]
        seen = [
            f.setting.key for f in dialog.pages[dialog.list.currentRow()].fields if f.isVisible()
        ]
        assert seen == ["staleness.camera"]
        dialog.search.clear()
        assert not any(dialog.list.item(row).isHidden() for row in range(dialog.list.count()))

    def test_the_wheel_changes_only_what_was_chosen(self, make: Make) -> None:
        dialog = make()
        widget = fields_of(dialog, "detector.persist_s")[0].editor.widget
        assert isinstance(widget, QDoubleSpinBox)
        dialog.search.setFocus()
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(widget.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, turn)
        assert widget.value() == 30.0

    def test_by_keyboard(self, make: Make, path: Path) -> None:
        dialog = make()
        widget = fields_of(dialog, "detector.persist_s")[0].editor.widget
        dialog.search.setFocus()
        for _ in range(4):
            if dialog.focusWidget() is widget:
                break
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Up)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert settings_file.read(path)[0].detector.persist_s > 30.0

    def test_screen_readers_get_names(self, make: Make) -> None:
        dialog = make()
        for page in dialog.pages:
            for field in page.fields:
                assert field.editor.widget.accessibleName()


class TestFile:
    def test_problems_are_told_and_nothing_is_overwritten_unasked(
        self, make: Make, path: Path, applied: list[Settings]
    ) -> None:
        text = '[detector]\npersist_s = "long"\nenter = 3\n'
        dialog = make(text)
        assert "line 2: detector.persist_s: must be a number" in dialog.problems.text()
        assert "line 3: detector.enter" in dialog.problems.text()
        type_number(dialog, "alerts.per_hour", 2)
        assert not dialog.save.isEnabled()
        dialog.keep_copy.click()
        dialog.save.click()
        assert path.with_name("settings.toml.bak").read_text() == text
        assert settings_file.read(path) == (applied[0], ())
        assert applied[0].alerts.per_hour == 2

    def test_a_file_that_was_damaged_meanwhile(
        self, make: Make, path: Path, applied: list[Settings]
    ) -> None:
        dialog = make()
        type_number(dialog, "alerts.per_hour", 2)
        path.write_text("[")
        dialog.save.click()
        assert (path.read_text(), applied) == ("[", [])
        assert dialog.problems.isVisible()
        assert not dialog.save.isEnabled()

    def test_what_others_changed_meanwhile_is_kept(self, make: Make, path: Path) -> None:
        dialog = make()
        type_number(dialog, "alerts.per_hour", 2)
        path.write_text("[detector]\npersist_s = 45\n")
        dialog.apply.click()
        found = settings_file.read(path)[0]
        assert (found.alerts.per_hour, found.detector.persist_s) == (2, 45.0)
        assert fields_of(dialog, "detector.persist_s")[0].editor.get() == 45.0

    def test_what_cannot_be_written_is_told(
        self, make: Make, path: Path, applied: list[Settings]
    ) -> None:
        dialog = make()
        type_number(dialog, "alerts.per_hour", 2)
        path.mkdir()
        dialog.keep_copy.setChecked(True)
        dialog.save.click()
        dialog.save.click()
        assert dialog.isVisible()
        assert str(path) in dialog.failure.text() + dialog.problems.text()
        assert applied == []

    def test_what_cannot_be_applied_is_told(self, application: QApplication, path: Path) -> None:
        del application

        def refuse(_: Settings) -> None:
            raise PostureError("the camera is gone")

        dialog = SettingsDialog(path, refuse)
        type_number(dialog, "alerts.per_hour", 2)
        assert not dialog.write()
        assert dialog.failure.text() == "the camera is gone"
        assert settings_file.read(path)[0].alerts.per_hour == 2


@pytest.mark.parametrize("percent", [100, 150])
def test_no_text_is_cut_off(application: QApplication, make: Make, percent: int) -> None:
    usual = application.font()
    larger = application.font()
    larger.setPointSizeF(usual.pointSizeF() * percent / 100)
    application.setFont(larger)
    try:
        dialog = make('[detector]\npersist_s = "long"\n')
        dialog.resize(640, 480)
        type_number(dialog, "detector.enter_deg", 5)
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            application.processEvents()
            application.processEvents()
            assert (dialog.width(), dialog.height()) == (640, 480)
            page = dialog.pages[row]
            assert (inside := page.widget()) is not None
            assert inside.width() <= page.viewport().width()
            shown: list[QWidget] = [*dialog.findChildren(QLabel)]
            shown += dialog.findChildren(QAbstractButton)
            seen = [w for w in shown if w.isVisible()]
            assert [text for widget in seen if (text := cut_off(widget))] == []
    finally:
        application.setFont(usual)


@pytest.mark.parametrize("dark", [False, True])
def test_colours(make: Make, dark: bool) -> None:
    dialog = make(dark=dark)
    corner = dialog.grab().toImage().pixelColor(3, 3)
    assert (corner.red(), corner.green(), corner.blue()) == palette(dark=dark).background
