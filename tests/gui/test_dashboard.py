"""The live window: real widgets, no display, scripted ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from posture.columns import Thresholds
from posture.gui.dashboard import FASTEST_MS, REFRESH_MS, Closing
from posture.gui.theme import qt_palette, system_is_dark
from posture.gui.words import UserCommand
from posture.palette import palette
from posture.records import Alert, AlertLevel, Part, Reason, State
from posture.taking import ASK
from tests.gui.ticks import THRESHOLDS, a_tick, scripted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox
    from posture.records import Tick
    from tests.gui.conftest import Make


ALERT = Alert(12.0, AlertLevel.CUE, Part.NECK, 14.0, 30.0, "neck 14° beyond your baseline for 30 s")


@pytest.fixture
def dashboard(make: Make) -> Dashboard:
    return make()


def commands(dashboard: Dashboard) -> list[UserCommand]:
    got: list[UserCommand] = []
    dashboard.command.connect(got.append)
    return got


def fill(mailbox: Mailbox, ticks: list[Tick]) -> None:
    for tick in ticks:
        mailbox(tick)


def test_shows_the_newest_tick(dashboard: Dashboard, mailbox: Mailbox) -> None:
    assert dashboard.sentence.text() == "Waiting for the first picture"
    assert dashboard.numbers.neck.text() == "\N{EN DASH}"
    mailbox(a_tick(change_deg=14.0, held_s=12.0, remaining_s=18.0))
    dashboard.refresh()
    assert dashboard.sentence.text() == "Leaning 14° beyond your baseline for 12 s"
    assert dashboard.numbers.neck.text() == "+14° ±3°"
    assert dashboard.numbers.upper_back.text() == "+8° ±3°"
    assert dashboard.numbers.rounding.text() == "+6° ±4°"
    assert dashboard.numbers.counted.text() == "12 of 30 s"
    assert dashboard.numbers.bar.value() == 40
    mailbox(a_tick(State.UNKNOWN, reason=Reason.TOO_DARK))
    dashboard.refresh()
    assert dashboard.sentence.text() == "Cannot measure: the picture is too dark"
    assert dashboard.numbers.neck.text() == "\N{EN DASH}"
    assert dashboard.numbers.bar.value() == 0


def test_looks_only_while_it_is_seen(dashboard: Dashboard, mailbox: Mailbox) -> None:
    running = [dashboard.running]
    for change in (dashboard.show, dashboard.showMinimized, dashboard.showNormal, dashboard.hide):
        change()
        running.append(dashboard.running)
    assert running == [False, True, False, True, False]
    before = dashboard.plot.repaints
    mailbox(a_tick())
    assert dashboard.plot.repaints == before


def test_the_plot_is_painted_seldom_and_only_for_news(
    dashboard: Dashboard, mailbox: Mailbox
) -> None:
    dashboard.show()
    before = dashboard.plot.repaints
    for _ in range(12):
        dashboard.refresh()
        dashboard.refresh_slowly()
    assert dashboard.plot.repaints == before
    for index in range(21):
        mailbox(a_tick(timestamp_s=index / 10))
        dashboard.refresh()
    assert dashboard.plot.repaints == before + 5  # at 0, 0.5, 1, 1.5 and 2 s
    dashboard.less_motion = True
    for index in range(21, 42):
        mailbox(a_tick(timestamp_s=index / 10))
        dashboard.refresh()
    assert dashboard.plot.repaints == before + 7
    mailbox(a_tick(timestamp_s=4.2))
    dashboard.refresh_slowly()  # nothing stays unseen
    assert dashboard.plot.repaints == before + 8


def test_zoomed_in_it_looks_more_often(dashboard: Dashboard) -> None:
    dashboard.show()
    assert dashboard._timer.interval() == REFRESH_MS
    assert not dashboard.page.now.isEnabled()
    dashboard.plot.show_times(-10.0, 0.0)
    assert dashboard._timer.interval() == FASTEST_MS
    dashboard.page.now.click()
    assert dashboard.plot.is_now
    assert dashboard._timer.interval() == REFRESH_MS
    assert not dashboard.page.now.isEnabled()


def test_a_held_display_stands_still_and_says_so(dashboard: Dashboard, mailbox: Mailbox) -> None:
    dashboard.show()
    mailbox(a_tick(change_deg=2.0))
    dashboard.refresh()
    dashboard.page.hold.click()
    before = dashboard.plot.repaints
    mailbox(a_tick(change_deg=14.0, held_s=12.0, remaining_s=18.0, timestamp_s=9.0))
    dashboard.refresh()
    dashboard.refresh_slowly()
    assert dashboard.plot.repaints == before
    assert dashboard.numbers.neck.text() == "+2° ±3°"
    assert dashboard.sentence.text() == "Leaning 14° beyond your baseline for 12 s"
    assert dashboard.page.held.isVisible()
    assert "Posture goes on watching" in dashboard.page.held.text()
    assert dashboard.pause.text() == "&Pause"
    dashboard.page.hold.click()
    assert dashboard.numbers.neck.text() == "+14° ±3°"
    assert dashboard.plot.repaints > before
    assert not dashboard.page.held.isVisible()


def test_a_countdown_is_told_once(dashboard: Dashboard, mailbox: Mailbox) -> None:
    mailbox.told, mailbox.news = f"{ASK}: in 3 s", ASK
    dashboard.refresh()
    assert dashboard.sentence.text() == f"{ASK}: in 3 s"
    assert ASK not in dashboard.page.notice.text()
    mailbox.told, mailbox.news = "", "Your new baseline is taken"
    dashboard.refresh()
    assert dashboard.page.notice.text().startswith("Your new baseline is taken\n")


def test_dragged_thresholds_are_asked_for_and_followed(dashboard: Dashboard) -> None:
    got: list[Thresholds] = []
    dashboard.chosen.connect(got.append)
    dashboard.plot.chosen.emit(THRESHOLDS)
    dashboard.plot.chosen.emit(Thresholds(12.0, 6.0))
    assert got == [Thresholds(12.0, 6.0)]
    dashboard.follow(got[0], 45.0, less_motion=True)
    dashboard.numbers.show_tick(None)
    assert dashboard.plot.thresholds == got[0]
    assert "45 s" in dashboard.numbers.counted.text()


def test_the_last_alert_is_explained_by_what_held_then(
    dashboard: Dashboard, mailbox: Mailbox
) -> None:
    assert dashboard.page.alert.text() == "No alert yet"
    mailbox.note_alert(ALERT, "")
    dashboard.follow(Thresholds(15.0, 5.0), 60.0, less_motion=False)
    dashboard.refresh_slowly()
    assert "neck 14° beyond your baseline for 30 s" in dashboard.page.alert.text()
    assert "from 10°, held for 30 s" in dashboard.page.alert.text()


def test_buttons_ask(dashboard: Dashboard, mailbox: Mailbox) -> None:
    got = commands(dashboard)
    dashboard.show()
    for button in (dashboard.pause, dashboard.call, dashboard.call, dashboard.recalibrate):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for action in dashboard.snooze.menu().actions():
        action.trigger()
    mailbox.paused = True
    dashboard.refresh()
    assert dashboard.pause.text() == "&Resume"
    QTest.keyClick(dashboard.pause, Qt.Key.Key_Space)
    assert got == [
        UserCommand.PAUSE,
        UserCommand.IN_CALL,
        UserCommand.CALL_OVER,
        UserCommand.RECALIBRATE,
        UserCommand.SNOOZE_15,
        UserCommand.SNOOZE_30,
        UserCommand.SNOOZE_60,
        UserCommand.RESUME,
    ]


def test_what_others_say_is_shown_and_not_asked_for(dashboard: Dashboard) -> None:
    got = commands(dashboard)
    dashboard.show_in_call(True)
    assert dashboard.call.isChecked()
    assert got == []


def test_all_can_be_reached_by_keyboard(dashboard: Dashboard) -> None:
    dashboard.show_body.setChecked(True)
    dashboard.show()
    dashboard.pause.setFocus()
    reached: list[QWidget | None] = []
    dashboard.page.now.setEnabled(True)
    wanted = [
        *dashboard.controls.buttons,
        *(dashboard.plot, dashboard.page.hold, dashboard.page.now, dashboard.controls.care),
        *(dashboard.show_body, dashboard.show_picture, dashboard.pause),
    ]
    for _ in wanted:
        reached.append(dashboard.focusWidget())
        dashboard.focusNextChild()
    assert reached == wanted


def test_mnemonics_are_different(dashboard: Dashboard) -> None:
    texts = [button.text() for button in dashboard.findChildren(QAbstractButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == 9
    assert len(set(letters)) == 9


def test_screen_readers_get_names(dashboard: Dashboard, mailbox: Mailbox) -> None:
    numbers = dashboard.numbers
    for widget in (
        numbers.neck,
        numbers.upper_back,
        numbers.rounding,
        numbers.bar,
        dashboard.page.icon,
        dashboard.strip,
        dashboard.plot,
        dashboard.body,
    ):
        assert widget.accessibleName()
    dashboard.show()
    mailbox(a_tick())
    dashboard.refresh()
    assert dashboard.plot.accessibleDescription() == dashboard.sentence.text()


def test_the_outline_needs_no_picture(make: Make, mailbox: Mailbox) -> None:
    dashboard = make()
    fill(mailbox, scripted(2.0))
    dashboard.show()
    dashboard.show_picture.setChecked(False)
    assert not dashboard.body.isVisible()
    dashboard.show_body.setChecked(True)
    assert dashboard.body.isVisible()
    image = dashboard.body.grab().toImage()
    tones = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    assert len(tones) > 3


def test_closing_hides_or_asks(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.close()
    assert dashboard.isHidden()
    assert not dashboard.findChildren(QMessageBox)
    dashboard.closing = Closing.ASK
    got = commands(dashboard)
    dashboard.show()
    dashboard.close()
    (box,) = dashboard.findChildren(QMessageBox)
    assert not dashboard.isHidden()
    leave = next(button for button in box.buttons() if button.text() == UserCommand.QUIT.text)
    leave.click()
    assert got == [UserCommand.QUIT]


@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_the_window(make: Make, dark: bool) -> None:
    dashboard = make(dark)
    dashboard.show()
    colours = palette(dark=dark)
    corner = dashboard.grab().toImage().pixelColor(3, 3)
    assert (corner.red(), corner.green(), corner.blue()) == colours.background
    assert dashboard.palette().windowText().color().red() == colours.text[0]
    assert qt_palette(colours).window().color().red() == colours.background[0]


def test_follows_the_system(
    application: QApplication, dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    dark = system_is_dark()
    monkeypatch.setattr("posture.gui.seen.system_is_dark", lambda: not dark)
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    dashboard.show()
    corner = dashboard.grab().toImage().pixelColor(3, 3)
    assert (corner.red(), corner.green()) == palette(dark=not dark).background[:2]
