"""A widget for each type of setting, and values that are edited one after the other."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from posture.gui.setting_drafts import EVERYDAY, assembled, values_of
from posture.gui.setting_editors import editor_of
from posture.settings import Setting, Settings, catalogue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class TestEditors:
    @pytest.mark.parametrize(
        ("kind", "value", "other", "widget"),
        [
            pytest.param(float, 30.0, 0.125, QDoubleSpinBox, id="float"),
            pytest.param(int, 4, 7, QSpinBox, id="int"),
            pytest.param(bool, True, False, QCheckBox, id="bool"),
            pytest.param(Side, Side.LEFT, Side.RIGHT, QComboBox, id="enum"),
            pytest.param(str, "", "a camera", QLineEdit, id="text"),
            pytest.param(str, "none", "1", QLineEdit, id="text like others"),
            pytest.param(float | None, None, 60.0, QWidget, id="optional"),
            pytest.param(tuple[float, float], (0.5, 0.7), (1.0, 2.0), QLineEdit, id="tuple"),
            pytest.param(
                tuple[Side, ...] | None, None, (Side.LEFT,), QLineEdit, id="tuple or none"
            ),
        ],
    )
    def test_what_is_put_is_got(
        self, application: QApplication, kind: object, value: object, other: object, widget: type
    ) -> None:
        del application
        heard: list[object] = []
        setting = Setting("group.name_s", kind, value, value, "")
        editor = editor_of(setting, lambda: heard.append(editor.get()))
        assert isinstance(editor.widget, widget)
        for shown in (value, other, value):
            editor.put(shown)
            assert editor.get() == shown
            assert type(editor.get()) is type(shown)
        assert heard == []

    def test_every_setting_has_one(self, application: QApplication) -> None:
        del application
        for setting in catalogue(Settings()):
            editor = editor_of(setting, lambda: None)
            editor.put(setting.value)
            assert editor.get() == setting.value

    def test_what_is_no_value_says_so(self, application: QApplication) -> None:
        del application
        editor = editor_of(
            Setting("g.n", tuple[float, float], (1.0, 2.0), (1.0, 2.0), ""), lambda: None
        )
        assert isinstance(editor.widget, QLineEdit)
        editor.widget.setText("[1, x]")
        with pytest.raises(ValueError, match="must be a list"):
            editor.get()


class TestDrafts:
    def test_defaults(self) -> None:
        assert assembled(values_of(Settings())) == (Settings(), {})

    def test_values_that_fit_only_together(self) -> None:
        values = values_of(Settings()) | {"detector.enter_deg": 5.0, "detector.leave_deg": 3.0}
        settings, unfit = assembled(values)
        assert (settings.detector.enter_deg, unfit) == (5.0, {})

    def test_what_does_not_fit_is_named(self) -> None:
        values = values_of(Settings()) | {"detector.enter_deg": 5.0, "rate.calm_hz": 3.0}
        settings, unfit = assembled(values)
        assert set(unfit) == {"detector.enter_deg", "detector.leave_deg"}
        assert (settings.detector, settings.rate.calm_hz) == (Settings().detector, 3.0)

    def test_the_everyday_page_names_what_there_is(self) -> None:
        keys = {entry.key for entry in catalogue(Settings())}
        named = [entry.key for _, entries in EVERYDAY for entry in entries]
        assert len(named) == len(set(named))
        assert set(named) <= keys
        assert {key for key in keys if key.startswith("style.")} <= set(named)
