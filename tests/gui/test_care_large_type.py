"""Windows of care in letters three times as large: what has no room can be scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from posture.gui.break_window import BreakWindow
from posture.gui.care_window import CareTab, CareWindow
from posture.gui.exercise_page import ExercisePage
from tests.gui.test_breaks import AWAY, BEGUN, DUE
from tests.gui.test_dashboard_texts import cut_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def large_type(application: QApplication) -> Iterator[None]:
    usual, larger = application.font(), application.font()
    larger.setPointSizeF(3 * usual.pointSizeF())
    application.setFont(larger)
    yield
    application.setFont(usual)


def test_every_answer_to_a_break_has_room(application: QApplication) -> None:
    window, widths = BreakWindow(), set()
    panel = window.panel
    for status in (DUE, AWAY, BEGUN):
        window.show_status(status)
        application.processEvents()
        widths.add(window.width())
        for button in (panel.begin, panel.done, panel.later, panel.skip):
            assert button.isHidden() or not cut_off(button)
    assert len(widths) == 1
    window.close()


def test_every_tab_is_seen(application: QApplication) -> None:
    window = CareWindow(dict.fromkeys(CareTab, QWidget), dark=False)
    window.resize(860, 700)
    window.show_tab(CareTab.FLAGS)
    application.processEvents()
    bar = window.tabs.tabBar()
    assert window.width() == 860
    for place, tab in enumerate(CareTab):
        assert bar.rect().contains(bar.tabRect(place))
        assert bar.tabToolTip(place) == tab.text.replace("&", "")
    window.leave()


def test_all_that_is_said_of_an_exercise_is_reached(application: QApplication) -> None:
    page = ExercisePage(None, None, less_motion=True, dark=False)
    page.resize(640, 480)
    page.show()
    application.processEvents()
    area, inside = page.details, page.details.widget()
    assert inside is not None
    assert inside.width() > area.viewport().width()
    assert area.horizontalScrollBar().isVisible()
    page.leave()
    page.close()
