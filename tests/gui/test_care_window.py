"""The window of care and who makes it: tabs by menu and keys, pages when needed, the reminder."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QVBoxLayout, QWidget

from posture.gui.care_host import TABS, CareHost
from posture.gui.care_window import CareTab, CareWindow
from posture.gui.diary_page import DiaryPage
from posture.gui.flags_panel import FlagsPanel
from posture.gui.words import CARE, NOTICE, UserCommand
from posture.live_app import LiveOptions
from posture.settings import HistorySettings, Settings
from tests.gui.hosting import HeldCamera
from tests.gui.test_dashboard_texts import cut_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posture.gui.application import Application
    from posture.gui.host import Host
    from posture.live_app import App

    Start = Callable[..., Application]
    Make = Callable[..., CareHost]

FIVE = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


class Quiet:
    """What the care asks a host."""

    snoozed = False
    app = None


class Messages(list[tuple[str, str, UserCommand | None]]):
    """What was shown on the desktop."""

    def __call__(self, title: str, text: str, behind: UserCommand | None = None) -> None:
        self.append((title, text, behind))


class Clock:
    """The user's time."""

    now = FIVE


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> Messages:
    return Messages()


@pytest.fixture
def make(application: QApplication, tmp_path: Path, clock: Clock, told: Messages) -> Iterator[Make]:
    del application
    made: list[CareHost] = []

    def one(host: Quiet | None = None, **options: object) -> CareHost:
        named = {"history": tmp_path / "history.sqlite3", **options}
        live = replace(LiveOptions(), **named)  # type: ignore[arg-type]
        made.append(
            CareHost(
                live,
                cast("Host", host or Quiet()),
                why=lambda: "The camera is off",
                announce=told,
                now=lambda: clock.now,
            )
        )
        return made[-1]

    yield one
    for care in made:
        care.close()


class TestWindow:
    def test_a_page_is_made_when_it_is_first_looked_at(self, application: QApplication) -> None:
        del application
        made: list[CareTab] = []

        def page(tab: CareTab) -> Callable[[], QWidget]:
            def build() -> QWidget:
                made.append(tab)
                return QWidget()

            return build

        window = CareWindow({tab: page(tab) for tab in CareTab}, dark=True)
        assert made == []
        for tab in (CareTab.DIARY, CareTab.LEARN, CareTab.DIARY):
            window.show_tab(tab)
            assert window.tab is tab
        assert made == [CareTab.DIARY, CareTab.LEARN]
        window.leave()

    def test_numbers_go_to_tabs(self, application: QApplication) -> None:
        del application
        window = CareWindow(dict.fromkeys(CareTab, QWidget), dark=False)
        keys = {key.key().toString(): key for key in window.findChildren(QShortcut)}
        for number, tab in enumerate(CareTab, 1):
            keys[f"Ctrl+{number}"].activated.emit()
            assert window.tab is tab
        assert window.isVisible()
        keys["Ctrl+W"].activated.emit()
        assert not window.isVisible()

    def test_a_tab_is_reached_by_the_keyboard_at_once(self, application: QApplication) -> None:
        del application

        def page() -> QWidget:
            made = QWidget()
            QVBoxLayout(made).addWidget(QPushButton("first"))
            return made

        window = CareWindow(dict.fromkeys(CareTab, page), dark=False)
        for tab in CareTab:  # the first opens the window, the others find it open
            window.show_tab(tab)
            assert isinstance(window.focusWidget(), QPushButton)
        window.leave()

    def test_it_says_what_it_is_not(self, application: QApplication) -> None:
        del application
        window = CareWindow({CareTab.FLAGS: QWidget}, dark=False)
        assert NOTICE in [label.text() for label in window.findChildren(QLabel)]


class TestHost:
    def test_every_entry_of_the_menu_has_its_tab(self, make: Make) -> None:
        care = make()
        assert set(TABS) == set(CARE)
        for tab in (*TABS.values(), CareTab.FLAGS):
            care.show(tab)
            assert care.window is not None
            assert care.window.tab is tab
        window = care.window
        care.close()
        assert window is not None
        assert not window.isVisible()

    @pytest.mark.parametrize("tab", CareTab)
    def test_the_keyboard_is_on_the_page(self, make: Make, tab: CareTab) -> None:
        care = make()
        care.show(tab)
        assert care.window is not None
        reached, page = care.window.focusWidget(), care.window.made[tab]
        assert reached is not None
        assert page.isAncestorOf(reached)
        if tab is CareTab.DIARY:
            assert reached.accessibleName() == "0 of 10"

    def test_the_flags_are_whole(self, make: Make) -> None:
        care = make()
        care.show(CareTab.FLAGS)
        assert care.window is not None
        (panel,) = care.window.made[CareTab.FLAGS].findChildren(FlagsPanel)
        assert all(view.body.isVisible() for view in panel.levels.values())

    def test_the_diary_is_kept_where_no_history_is(self, make: Make, tmp_path: Path) -> None:
        settings = Settings(history=HistorySettings(keep=False))
        care = make(settings=settings)
        assert care.own_notes is None
        assert care.notebook.path == tmp_path / "history.sqlite3"
        care.show(CareTab.DIARY)
        assert care.window is not None
        assert isinstance(care.window.made[CareTab.DIARY], DiaryPage)

    @pytest.mark.parametrize(
        ("source", "named", "kept"),
        [(None, True, True), ("me.mp4", True, True), ("me.mp4", False, False)],
    )
    def test_a_recording_has_no_history_of_its_own(
        self, make: Make, tmp_path: Path, source: str | None, named: bool, kept: bool
    ) -> None:
        care = make(source=source, history=tmp_path / "h.sqlite3" if named else None)
        assert (care.own_notes is not None) is kept


def test_a_break_without_a_session_is_noted_unless_nothing_is_to_be(
    make: Make, tmp_path: Path
) -> None:
    for keep in (False, True):
        care = make(settings=replace(Settings(), history=HistorySettings(keep=keep)))
        care.breaks.wish("micro")
        care.breaks.wish("skip")
        care.close()
        assert (tmp_path / "history.sqlite3").exists() is keep


class TestApplication:
    @pytest.mark.parametrize("wish", CARE)
    def test_menus_open_the_window(self, start: Start, wish: UserCommand) -> None:
        running = start(HeldCamera())
        running.tray.command.emit(wish)
        window = running.care.window
        assert window is not None
        assert window.isVisible()
        assert window.tab is TABS[wish]
        assert running.close()
        assert not window.isVisible()

    def test_breaks_hear_of_every_session(self, start: Start) -> None:
        running = start(HeldCamera())
        given: list[object] = []
        running._open = lambda _, sinks, **__: cast(
            "AbstractContextManager[App]", given.extend(sinks)
        )
        running._opened([], inbox=SimpleQueue())
        assert given == [running.care.breaks]

    def test_the_dashboard_asks_too(self, start: Start) -> None:
        running = start(HeldCamera())
        menu = running.dashboard.controls.care.menu()
        assert [action.text() for action in menu.actions()] == [wish.text for wish in CARE]
        menu.actions()[3].trigger()
        assert running.care.window is not None
        assert running.care.window.tab is CareTab.DIARY


@pytest.mark.parametrize("tab", CareTab)
def test_it_fits_into_a_small_screen(make: Make, tab: CareTab) -> None:
    care = make()
    care.show(tab)
    window = care.window
    assert window is not None
    window.resize(640, 480)
    for _ in range(3):  # labels that are wrapped find their height one after the other
        QCoreApplication.processEvents()
    assert (window.width(), window.height()) == (640, 480)
    shown = [w for w in window.findChildren(QAbstractButton) if w.isVisible() and w.text()]
    assert [text for w in shown if (text := cut_off(w))] == []


@pytest.mark.parametrize("tab", CareTab)
def test_mnemonics_are_different(make: Make, tab: CareTab) -> None:
    care = make()
    care.show(tab)
    window = care.window
    assert window is not None
    buttons = window.made[tab].findChildren(QAbstractButton)
    texts = [b.text() for b in buttons if b.isVisible()]
    texts += [window.tabs.tabText(place) for place in range(window.tabs.count())]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert [letter for letter, count in letters.items() if count > 1] == []
