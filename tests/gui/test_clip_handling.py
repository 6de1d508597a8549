"""The window of a recording: play, pause, steps, keys, and going somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.gui.hosting import until
from tests.gui.watching import LENGTH_S

if TYPE_CHECKING:
    from tests.gui.watching import Show


pytest_plugins = ["tests.gui.watching_fixtures"]


def test_it_plays_by_the_clock_and_stops_at_the_end(show: Show) -> None:
    shown = show()
    window = shown.until_complete()
    window.controls.play.click()
    assert window.controls.play.text() == "Pause"
    shown.let_pass(2.0)
    shown.until_settled()
    assert window.playback.index == 20
    assert window.controls.time.text() == "0:02.0 / 0:29.9"
    assert window.slider.value() == 2_000
    window.controls.speed.setCurrentIndex(window.controls.speed.count() - 1)
    shown.let_pass(1.0)
    assert window.playback.place_s == pytest.approx(10.0)
    shown.let_pass(99.0)
    assert not window.playback.playing
    assert window.controls.play.text() == "Play"
    assert window.playback.index == 299


def test_keys(show: Show) -> None:
    window = show().until_complete()
    window.activateWindow()
    until(window.isActiveWindow)
    (alert,) = window._alerts
    for key, place_s in (
        (Qt.Key.Key_Right, 0.1),
        (Qt.Key.Key_Right, 0.2),
        (Qt.Key.Key_Left, 0.1),
        (Qt.Key.Key_N, alert.timestamp_s),
        (Qt.Key.Key_Right, alert.timestamp_s + 0.1),
        (Qt.Key.Key_P, alert.timestamp_s),
        (Qt.Key.Key_P, alert.timestamp_s),
    ):
        QTest.keyClick(window, key)
        assert window.playback.place_s == pytest.approx(place_s)
    for widget in (window.controls.play, window.slider, window):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)
        assert window.playback.playing
        QTest.keyClick(widget, Qt.Key.Key_Space)
        assert not window.playback.playing


def test_the_space_bar_plays_after_a_click_on_another_button(show: Show) -> None:
    window = show().until_complete()
    window.activateWindow()
    until(window.isActiveWindow)
    QTest.mouseClick(window.controls.on, Qt.MouseButton.LeftButton)
    assert window.controls.play.hasFocus()


@pytest.mark.parametrize("ahead", [True, False])
def test_a_click_on_plot_and_slider_goes_there(show: Show, ahead: bool) -> None:
    window = show().until_complete()
    wanted_s = 20.0 if ahead else 10.0
    window.playback.seek(15.0)
    place = window.plot.place_of(wanted_s)
    QTest.mouseClick(window.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.playback.place_s == pytest.approx(wanted_s, abs=0.1)
    QTest.mouseMove(window.plot.viewport(), place + QPoint(30, 0))
    assert window.playback.place_s == pytest.approx(wanted_s, abs=0.1)
    window.playback.seek(15.0)
    window.refresh()
    slider = window.slider
    at = QPoint(round(slider._x_of(wanted_s)), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at)
    assert window.playback.place_s == pytest.approx(wanted_s, abs=0.1)
    QTest.mouseMove(slider, QPoint(round(slider._x_of(25.0)), at.y()))
    assert window.playback.place_s == pytest.approx(25.0, abs=0.2)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at)


def test_curves_and_slider_have_the_same_time_below_each_other(
    show: Show,
) -> None:
    window = show().until_complete()
    for time_s in (0.0, 12.0, LENGTH_S):
        on_plot = window.plot.viewport().mapTo(window, window.plot.place_of(time_s)).x()
        on_slider = window.slider.mapTo(window, QPoint(round(window.slider._x_of(time_s)), 0)).x()
        assert on_plot == pytest.approx(on_slider, abs=2.0)


def test_marks_say_what_the_warning_would_have_said(show: Show) -> None:
    window = show().until_complete()
    (alert,) = window._alerts
    said = f"Would have warned here: {alert.text}"
    x_px = window.slider._x_of(alert.timestamp_s)
    assert window.slider.told_at(x_px + 5) == said
    assert window.slider.told_at(x_px - 50) == ""
    place = QPointF(window.plot.place_of(alert.timestamp_s))
    assert window.plot.told_at(place) == said
    assert window.plot.told_at(place + QPointF(50.0, 0.0)) == ""


def test_a_warning_in_the_list_goes_there(show: Show) -> None:
    window = show().until_complete()
    item = window.warnings.visualItemRect(window.warnings.item(0)).center()
    for _ in range(2):  # also when it is the current one
        window.playback.seek(20.0)
        window.refresh()
        QTest.mouseClick(window.warnings.viewport(), Qt.MouseButton.LeftButton, pos=item)
        assert window.playback.place_s == window._alerts[0].timestamp_s


def test_it_rests_while_it_is_not_seen(show: Show) -> None:
    window = show().until_complete()
    window.controls.play.click()
    for hide, see in ((window.showMinimized, window.showNormal), (window.hide, window.show)):
        window.playback.play()
        hide()
        assert not window.playback.playing
        assert not window._timer.isActive()
        see()
        assert window._timer.isActive()
