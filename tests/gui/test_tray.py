"""The icon in the panel and its menu; no panel is needed."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from posture.gui.dashboard import Closing, Dashboard
from posture.gui.icon import IconKind, IconLook
from posture.gui.mailbox import Mailbox
from posture.gui.tray import SIZES_PX, Tray, icon_of
from posture.gui.words import CARE, UserCommand
from posture.records import Reason, State
from tests.gui.ticks import PERSIST_S, THRESHOLDS, a_tick, scripted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class Panel:
    """A desktop with a place for icons, or without one."""

    there = True


@pytest.fixture
def panel() -> Panel:
    return Panel()


@pytest.fixture
def tray(application: QApplication, panel: Panel) -> Iterator[Tray]:
    before = application.quitOnLastWindowClosed()
    mailbox = Mailbox()
    dashboard = Dashboard(mailbox, thresholds=THRESHOLDS, persist_s=PERSIST_S)
    made = Tray(
        mailbox,
        dashboard,
        figures=lambda: "Today: 3 h upright",
        available=lambda: panel.there,
    )
    yield made
    made.close()
    application.setQuitOnLastWindowClosed(before)


def said(tray: Tray) -> list[UserCommand]:
    got: list[UserCommand] = []
    tray.command.connect(got.append)
    return got


def test_with_a_panel_there_is_an_icon_and_no_window(tray: Tray) -> None:
    tray.start()
    assert tray.icon.isVisible()
    assert not tray.dashboard.isVisible()
    assert tray.dashboard.closing is Closing.HIDE
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert tray.dashboard.isVisible()


def test_without_a_panel_there_is_a_window_that_asks(tray: Tray, panel: Panel) -> None:
    panel.there = False
    tray.start()
    assert tray.dashboard.isVisible()
    assert not tray.icon.isVisible()
    assert tray.dashboard.closing is Closing.ASK


def test_a_panel_that_comes_and_goes(tray: Tray, panel: Panel) -> None:
    panel.there = False
    tray.start()
    panel.there = True
    tray.refresh()
    assert tray.icon.isVisible()
    assert tray.dashboard.closing is Closing.HIDE
    tray.dashboard.hide()
    panel.there = False
    tray.refresh()
    assert tray.dashboard.isVisible()


def test_the_icon_changes_only_with_the_look(tray: Tray) -> None:
    tray.start()
    mailbox = tray._mailbox
    before = tray.repaints
    looks = 0
    for tick in scripted(300.0):
        mailbox(tick)
        tray.refresh()
        looks += tick.transition is not None
    # A glance changes nothing; the one slouch bends in four steps and goes back.
    assert 5 <= tray.repaints - before <= 12
    assert looks >= 3


def test_words_follow(tray: Tray) -> None:
    tray.start()
    tray._mailbox(a_tick(State.UNKNOWN, reason=Reason.TOO_DARK))
    tray.refresh()
    wanted = "Cannot measure: the picture is too dark"
    assert tray.icon.toolTip() == tray.state_line.text() == wanted
    tray.menu.aboutToShow.emit()
    assert tray.figures_line.text() == "Today: 3 h upright"


def test_the_menu_asks_for_everything(tray: Tray) -> None:
    got = said(tray)
    tray.proposal.setVisible(True)
    quit_text = UserCommand.QUIT.text
    for entry in tray.menu.actions():
        submenu = entry.menu()
        for action in submenu.actions() if isinstance(submenu, QMenu) else [entry]:
            if action.isEnabled() and action.text() != quit_text:
                action.trigger()
    assert got == [
        UserCommand.SNOOZE_15,
        UserCommand.SNOOZE_30,
        UserCommand.SNOOZE_60,
        UserCommand.IN_CALL,
        UserCommand.PAUSE,
        UserCommand.PAUSE_UNTIL_TOMORROW,
        UserCommand.RECALIBRATE,
        UserCommand.KEEP,
        *CARE,
        UserCommand.HISTORY,
        UserCommand.PROPOSAL,
        UserCommand.SETTINGS,
    ]
    assert tray.dashboard.isVisible()
    assert tray.dashboard.call.isChecked()


def test_a_proposal_is_offered_while_there_may_be_one(tray: Tray) -> None:
    assert not tray.proposal.isVisible()
    for there in (True, False):
        tray.proposed = lambda there=there: there  # type: ignore[misc]
        tray.menu.aboutToShow.emit()
        assert tray.proposal.isVisible() is there


def test_a_message_opens_what_it_is_about(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    show = lambda _, title, text, *rest: shown.append(f"{title}: {text}")  # noqa: ARG005, E731
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    got = said(tray)
    tray.announce("Posture", "before there is an icon")
    tray.start()
    tray.announce("Posture", "time for your diary", UserCommand.DIARY)
    tray.icon.messageClicked.emit()
    assert got == [UserCommand.DIARY]
    assert not tray.dashboard.isVisible()
    tray.announce("Posture", "something else")
    tray.icon.messageClicked.emit()
    assert got == [UserCommand.DIARY]
    assert tray.dashboard.isVisible()
    assert shown == ["Posture: time for your diary", "Posture: something else"]


def test_what_the_window_asks_for_comes_out_here(tray: Tray) -> None:
    got = said(tray)
    tray.dashboard.call.click()
    assert got == [UserCommand.IN_CALL]
    assert tray.call.isChecked()


def test_a_pause_can_be_ended(tray: Tray) -> None:
    got = said(tray)
    tray._mailbox.paused = True
    tray.refresh()
    assert tray.pause.text() == "&Resume"
    tray.pause.trigger()
    assert got == [UserCommand.RESUME]


def test_icons_are_sharp_at_every_size(application: QApplication) -> None:
    del application
    icon = icon_of(IconLook(IconKind.AWAY), dark=True)
    assert sorted(size.width() for size in icon.availableSizes()) == sorted(SIZES_PX)


def test_after_close_nothing_runs(tray: Tray) -> None:
    tray.start()
    tray.show_dashboard()
    tray.close()
    tray.close()
    assert not tray._timer.isActive()
    assert not tray.dashboard.running
    assert not tray.dashboard.isVisible()
    assert not tray.icon.isVisible()


@pytest.mark.parametrize("there", [True, False], ids=["panel", "no panel"])
def test_quit_ends_the_process(there: bool) -> None:
    program = f"""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from posture.gui.dashboard import Dashboard
        from posture.gui.mailbox import Mailbox
        from posture.gui.tray import Tray
        from tests.gui.ticks import THRESHOLDS, scripted

        application = QApplication(["posture", "-platform", "offscreen"])
        mailbox = Mailbox()
        for tick in scripted(30.0):
            mailbox(tick)
        dashboard = Dashboard(mailbox, thresholds=THRESHOLDS, persist_s=30.0)
        tray = Tray(mailbox, dashboard, figures=str, available=lambda: {there})
        tray.start()
        tray.show_dashboard()
        leave = tray.menu.actions()[-1]
        QTimer.singleShot(0, leave.trigger)
        raise SystemExit(application.exec())
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
