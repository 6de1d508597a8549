"""The live plot under the hand: thresholds that are dragged, and time that is zoomed and moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from posture.columns import Thresholds
from posture.gui.live_panel import APART_DEG, HIGHEST_DEG, STEP_DEG, dragged
from posture.gui.live_plot import SHORTEST_S, LivePlot
from posture.gui.mailbox import HISTORY_S, Mailbox
from posture.palette import LIGHT
from tests.gui.ticks import THRESHOLDS, a_tick, scripted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def mailbox() -> Mailbox:
    made = Mailbox()
    for tick in scripted(rate_hz=2.0):
        made(tick)
    return made


@pytest.fixture
def plot(application: QApplication, mailbox: Mailbox) -> LivePlot:
    made = LivePlot(THRESHOLDS, LIGHT)
    made.resize(640, 400)
    made.show_history(mailbox.history())
    made.show()
    application.processEvents()
    return made


@given(
    enter_deg=st.integers(3, 90).map(lambda half: half / 2),
    gap=st.integers(2, 40).map(lambda half: half / 2),
    to_deg=st.floats(-200.0, 200.0),
    enter=st.booleans(),
)
def test_dragged_thresholds_keep_apart_and_to_their_steps(
    enter_deg: float, gap: float, to_deg: float, enter: bool
) -> None:
    before = Thresholds(enter_deg, max(enter_deg - gap, 0.0))
    after = dragged(before, to_deg, enter=enter)
    assert 0.0 <= after.leave_deg <= after.enter_deg - APART_DEG
    moved = after.enter_deg if enter else after.leave_deg
    assert moved <= HIGHEST_DEG
    assert moved / STEP_DEG == round(moved / STEP_DEG)
    assert (after.leave_deg if enter else after.enter_deg) == (
        before.leave_deg if enter else before.enter_deg
    )
    if enter and before.leave_deg + APART_DEG <= to_deg <= HIGHEST_DEG:
        assert abs(moved - to_deg) <= STEP_DEG


def place_of(plot: LivePlot, panel: int, degrees: float) -> QPoint:
    view = plot._plots[panel][1].getViewBox()
    return QPoint(plot.mapFromScene(view.mapViewToScene(QPointF(-500.0, degrees))))


def mouse(plot: LivePlot, kind: QEvent.Type, place: QPoint, *, pressed: bool = True) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    view, at = plot.viewport(), QPointF(place)
    everywhere = QPointF(view.mapToGlobal(place))
    keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, everywhere, button, left if pressed else none, keys)
    QCoreApplication.sendEvent(view, event)


@pytest.mark.parametrize("panel", [0, 1], ids=["neck", "upper back"])
def test_a_threshold_follows_the_mouse_and_is_chosen_when_let_go(
    plot: LivePlot, monkeypatch: pytest.MonkeyPatch, panel: int
) -> None:
    monkeypatch.setitem(pg.CONFIG_OPTIONS, "mouseRateLimit", 0)  # no mouse is too fast
    chosen: list[Thresholds] = []
    plot.chosen.connect(chosen.append)
    mouse(plot, QEvent.Type.MouseMove, place_of(plot, panel, 10.0), pressed=False)
    mouse(plot, QEvent.Type.MouseButtonPress, place_of(plot, panel, 10.0))
    for degrees in (11.0, 12.0, 13.5, 14.6):
        mouse(plot, QEvent.Type.MouseMove, place_of(plot, panel, degrees))
        assert chosen == []
    mouse(plot, QEvent.Type.MouseButtonRelease, place_of(plot, panel, 14.6), pressed=False)
    assert [abs(each.enter_deg - 14.5) <= STEP_DEG for each in chosen] == [True]
    assert chosen[0].leave_deg == THRESHOLDS.leave_deg
    assert plot.thresholds == chosen[0]
    for each in plot._panels:
        assert (each.enter.value(), each.leave.value()) == chosen[0]
    assert f"from {chosen[0].enter_deg:g}°" in plot._captions[0].text


def test_ticks_that_come_while_dragging_move_nothing(plot: LivePlot, mailbox: Mailbox) -> None:
    line, degrees = plot._panels[0].enter, plot._panels[0].degrees
    line.moving = True
    line.setValue(17.3)
    line.sigDragged.emit(line)
    assert line.value() == 17.5
    mailbox(a_tick(timestamp_s=601.0, change_deg=60.0))
    plot.show_history(mailbox.history())
    assert line.value() == plot.thresholds.enter_deg == 17.5
    assert plot._panels[0].degrees == degrees
    line.moving = False
    plot.set_thresholds(THRESHOLDS)
    assert line.value() == THRESHOLDS.enter_deg
    assert plot._panels[0].degrees != degrees


def test_without_a_baseline_there_is_nothing_to_drag(application: QApplication) -> None:
    del application
    plot = LivePlot(THRESHOLDS, LIGHT)
    assert not any(panel.enter.isVisible() or panel.leave.isVisible() for panel in plot._panels)


def times(plot: LivePlot) -> tuple[float, float]:
    low, high = plot._plots[1][1].getViewBox().viewRange()[0]
    return round(low, 3), round(high, 3)


def test_keys_zoom_and_move_in_time(plot: LivePlot) -> None:
    assert plot.is_now
    seen = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Minus):
        QTest.keyClick(plot, key)
        seen.append(times(plot))
    assert seen == [(-400.0, 0.0), (-500.0, -100.0), (-400.0, 0.0), (-600.0, 0.0)]
    for _ in range(20):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert times(plot) == (-SHORTEST_S, 0.0)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.is_now


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ((-60.0, 0.0), (-60.0, 0.0)),
        ((-61.0, -60.0), (-61.0, -51.0)),
        ((-900.0, -500.0), (-600.0, -200.0)),
        ((-50.0, 50.0), (-100.0, 0.0)),
        ((-9e9, 9e9), (-HISTORY_S, 0.0)),
    ],
)
def test_only_the_ten_minutes_can_be_seen(
    plot: LivePlot, wanted: tuple[float, float], shown: tuple[float, float]
) -> None:
    plot.show_times(*wanted)
    assert times(plot) == shown


def test_a_double_click_goes_back_to_now(plot: LivePlot) -> None:
    moved: list[bool] = []
    plot.moved.connect(lambda: moved.append(plot.is_now))
    plot.show_times(-300.0, -200.0)
    QTest.mouseDClick(
        plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.viewport().rect().center()
    )
    assert plot.is_now
    assert moved[0] is False
    assert moved[-1] is True


def test_a_moment_that_is_looked_at_stays_in_place(plot: LivePlot, mailbox: Mailbox) -> None:
    plot.show_times(-300.0, -200.0)
    mailbox(a_tick(timestamp_s=630.0))
    plot.show_history(mailbox.history())
    assert times(plot) == (-330.0, -230.0)
    plot.show_times(-100.0, 0.0)
    mailbox(a_tick(timestamp_s=660.0))
    plot.show_history(mailbox.history())
    assert times(plot) == (-100.0, 0.0)


def test_zoomed_in_curves_have_every_tick(plot: LivePlot, mailbox: Mailbox) -> None:
    plot.show_times(-20.0, 0.0)
    shown = plot._panels[0]._frames.getData()[0]
    every = mailbox.history().columns.timestamp_s
    assert set(every[every >= -20.0]) <= set(shown)
    assert len(shown) < 100
