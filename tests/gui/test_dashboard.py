"""The live window: real widgets, no display, scripted ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from posture.gui.body_view import BodyView
from posture.gui.dashboard import PLOT_EVERY, Closing
from posture.gui.theme import qt_palette, system_is_dark
from posture.gui.words import UserCommand
from posture.palette import LIGHT, palette
from posture.records import Reason, State
from tests.gui.ticks import a_tick, scripted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox
    from posture.records import Tick
    from tests.gui.conftest import Make


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
    for _ in range(3 * PLOT_EVERY):
        dashboard.refresh()
    assert dashboard.plot.repaints == before
    for index in range(3 * PLOT_EVERY):
        mailbox(a_tick(timestamp_s=float(index)))
        dashboard.refresh()
    assert dashboard.plot.repaints == before + 3


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
    for _ in range(6):
        reached.append(dashboard.focusWidget())
        dashboard.focusNextChild()
    wanted = [dashboard.pause, dashboard.snooze, dashboard.call, dashboard.recalibrate]
    assert reached == [*wanted, dashboard.show_body, dashboard.pause]


def test_mnemonics_are_different(dashboard: Dashboard) -> None:
    texts = [button.text() for button in dashboard.findChildren(QAbstractButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == 5
    assert len(set(letters)) == 5


def test_screen_readers_get_names(dashboard: Dashboard) -> None:
    numbers = dashboard.numbers
    for widget in (
        numbers.neck,
        numbers.upper_back,
        numbers.rounding,
        numbers.bar,
        dashboard.icon,
        dashboard.plot,
        dashboard.body,
    ):
        assert widget.accessibleName()
    assert dashboard.plot.accessibleDescription() == dashboard.sentence.text()


def test_the_outline_needs_no_picture(make: Make, mailbox: Mailbox) -> None:
    dashboard = make()
    fill(mailbox, scripted(2.0))
    dashboard.show()
    assert not dashboard.body.isVisible()
    dashboard.show_body.setChecked(True)
    assert dashboard.body.isVisible()
    image = dashboard.body.grab().toImage()
    tones = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    assert len(tones) > 3


def test_the_picture_is_a_mirror(application: QApplication) -> None:
    del application
    pixels = np.zeros((48, 64, 3), np.uint8)
    pixels[:, :32] = 255
    view = BodyView(LIGHT, lambda: pixels)
    view.with_picture = True
    view.resize(320, 240)
    image = view.grab().toImage()
    assert image.pixelColor(80, 120).lightness() < 5
    assert image.pixelColor(240, 120).lightness() > 250


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
    monkeypatch.setattr("posture.gui.dashboard.system_is_dark", lambda: not dark)
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    dashboard.show()
    corner = dashboard.grab().toImage().pixelColor(3, 3)
    assert (corner.red(), corner.green()) == palette(dark=not dark).background[:2]
