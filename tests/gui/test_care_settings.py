"""The window of care while settings change: what knew others is made anew, and all else goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from posture.alert_styles import StyleSettings
from posture.care.breaks import BreakSettings
from posture.care.reminder import DiarySettings
from posture.care.week import WeekSettings
from posture.gui import packs_page
from posture.gui.care_window import CareTab, CareWindow
from posture.gui.packs_page import PacksPage
from posture.live_app import LiveOptions
from posture.settings import HistorySettings, Settings
from tests.gui.test_care_window import clock, make, told  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.gui.test_care_window import Make

SOUNDS = LiveOptions().style.sounds


@pytest.mark.parametrize(
    ("settings", "renewed"),
    [
        (Settings(diary=DiarySettings(remind=True)), set()),
        (Settings(breaks=BreakSettings(micro_lasts_s=40.0)), {CareTab.BREAKS}),
        (Settings(week=WeekSettings(desk="-------")), {CareTab.EXERCISES}),
        (Settings(style=StyleSettings(cue_edge=False)), set()),
        (Settings(style=StyleSettings(sounds=not SOUNDS)), {CareTab.EXERCISES}),
        (Settings(style=StyleSettings(reduced_motion=True)), {CareTab.BREAKS, CareTab.EXERCISES}),
        (Settings(history=HistorySettings(keep=False)), {CareTab.BREAKS, CareTab.EXERCISES}),
    ],
    ids=["reminder", "breaks", "week", "edge", "sounds", "motion", "history"],
)
def test_pages_that_knew_other_settings_are_made_anew(
    make: Make,  # noqa: F811
    settings: Settings,
    renewed: set[CareTab],
) -> None:
    care = make()
    for tab in CareTab:
        care.show(tab)
    window = care.window
    assert window is not None
    window.show_tab(CareTab.EXERCISES)
    before = dict(window.made)
    care.follow(replace(LiveOptions(), settings=settings))
    assert care.window is window
    assert window.tab is CareTab.EXERCISES
    assert window.made[CareTab.EXERCISES].isVisible()
    window.show_tab(CareTab.BREAKS)
    assert {tab for tab in CareTab if window.made[tab] is not before[tab]} == renewed


def test_what_runs_on_a_page_that_is_made_anew_is_ended(application: QApplication) -> None:
    ended: list[str] = []

    class Page(QWidget):
        def leave(self) -> None:
            ended.append(self.objectName())

    def made() -> Page:
        page = Page()
        page.setObjectName(f"page {len(gone)}")
        page.destroyed.connect(lambda: gone.append(None))
        return page

    gone: list[None] = []
    window = CareWindow(dict.fromkeys(CareTab, made), dark=False)
    window.show_tab(CareTab.BREAKS)
    window.renew([CareTab.BREAKS, CareTab.EXERCISES])
    assert ended == ["page 0"]
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(gone) == 1
    assert set(window.made) == {CareTab.BREAKS}
    window.leave()


def test_heat_goes_on_where_settings_change(make: Make) -> None:  # noqa: F811
    care = make()
    care.show(CareTab.PACKS)
    assert care.window is not None
    page = care.window.made[CareTab.PACKS]
    assert isinstance(page, PacksPage)
    page.choice.confirmed.click()
    page.choice.start.click()
    care.follow(replace(LiveOptions(), settings=Settings(history=HistorySettings(keep=False))))
    assert page.is_running
    assert page.isVisible()


@pytest.mark.parametrize("sounds", [False, True])
def test_the_end_of_heat_is_heard_where_sounds_are_on(
    make: Make,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    sounds: bool,
) -> None:
    heard: list[None] = []
    monkeypatch.setattr(packs_page, "play_sound", lambda: heard.append(None))
    care = make(settings=Settings(style=StyleSettings(sounds=not sounds)))
    care.show(CareTab.PACKS)
    care.follow(replace(LiveOptions(), settings=Settings(style=StyleSettings(sounds=sounds))))
    assert care.window is not None
    page = care.window.made[CareTab.PACKS]
    assert isinstance(page, PacksPage)
    page._sound()
    assert bool(heard) is sounds
