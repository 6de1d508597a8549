"""The mailbox between worker and windows, and the plot of its last ten minutes."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from posture.columns import STATES
from posture.gui.ago import AgoAxis, told
from posture.gui.live_plot import LivePlot
from posture.gui.mailbox import HISTORY_S, MOST_EVENTS, History, Mailbox
from posture.palette import DARK, LIGHT
from posture.records import Alert, AlertLevel, Part, Reason, State, Transition
from tests.gui.ticks import THRESHOLDS, a_tick, scripted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.records import Tick
    from tests.gui.conftest import Make


def filled(*ticks: Tick, rows: int = 4000) -> Mailbox:
    mailbox = Mailbox(rows)
    for tick in ticks:
        mailbox(tick)
    return mailbox


def test_an_empty_mailbox_has_an_empty_history() -> None:
    mailbox = Mailbox()
    assert mailbox.situation == (None, None, False)
    assert len(mailbox.history().columns) == 0
    assert mailbox.history().nearest(0.0, 1e9) is None


def test_history_holds_what_the_ticks_said() -> None:
    ticks = scripted(400.0, rate_hz=2.0)
    mailbox = filled(*ticks)
    history = mailbox.history()
    columns = history.columns
    assert mailbox.situation.tick is ticks[-1]
    assert mailbox.count == len(columns) == len(ticks)
    assert columns.timestamp_s[[0, -1]].tolist() == [-400.0, 0.0]
    for index in (0, 300, 700, 800):
        tick = ticks[index]
        assert STATES[columns.state[index]] is tick.state
        assert history.reason_at(index) is tick.reason
        for kept, said in (
            (columns.neck_change_deg, tick.angles.neck_change_deg),
            (columns.thoracic_sd_deg, tick.angles.thoracic_sd_deg),
            (columns.neck_judged_deg, tick.deviation.neck_deg),
            (columns.thoracic_judged_deg, tick.deviation.thoracic_deg),
        ):
            assert kept[index] == pytest.approx(said, abs=1e-4, nan_ok=True)
    given_s = [tick.timestamp_s - 400.0 for tick in ticks if tick.alert]
    assert [alert.timestamp_s for alert in columns.alerts] == pytest.approx(given_s)
    assert len(given_s) >= 1
    assert len(columns.transitions) == sum(tick.transition is not None for tick in ticks)


@given(count=st.integers(0, 90), rows=st.integers(2, 40))
def test_the_newest_are_kept_in_order(count: int, rows: int) -> None:
    mailbox = filled(*(a_tick(timestamp_s=float(i)) for i in range(count)), rows=rows)
    times = mailbox.history().columns.timestamp_s
    assert times.tolist() == [float(i) for i in range(1 - min(count, rows - 1), 1)]


def test_only_ten_minutes_are_shown() -> None:
    mailbox = filled(*(a_tick(timestamp_s=float(i)) for i in range(1000)))
    assert mailbox.history().columns.timestamp_s[0] == -HISTORY_S


def test_a_pause_is_a_gap_and_a_clock_set_back_a_new_beginning() -> None:
    mailbox = Mailbox()
    mailbox.begin(1000.0)
    mailbox(a_tick(timestamp_s=5.0))
    mailbox.begin(1100.0)
    assert mailbox.situation.tick is None
    mailbox(a_tick(timestamp_s=0.0))
    assert mailbox.history().columns.timestamp_s.tolist() == [-95.0, 0.0]
    mailbox.begin(7.0)
    mailbox(a_tick(timestamp_s=0.0))
    assert mailbox.history().columns.timestamp_s.tolist() == [0.0]


def test_memory_is_bounded() -> None:
    mailbox = Mailbox()
    before = mailbox._rows
    alert = Alert(0.0, AlertLevel.CUE, Part.NECK, 14.0, 35.0, "neck")
    change = Transition(0.0, State.UPRIGHT, State.SLOUCHED, 0.0, "neck")
    for index in range(3 * MOST_EVENTS):
        tick = a_tick(timestamp_s=index / 100.0)
        mailbox(replace(tick, alert=alert, transition=change))
    assert mailbox._rows is before
    assert before.nbytes < 1_500_000
    assert len(mailbox.history().columns.alerts) == MOST_EVENTS
    assert len(mailbox.history().columns.transitions) == MOST_EVENTS


def test_too_few_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="rows is 1"):
        Mailbox(1)
    with pytest.raises(ValueError, match="reasons for"):
        History(Mailbox().history().columns, np.zeros(3, np.uint8))


def test_a_reader_never_sees_half_a_row() -> None:
    """Time, change and judged change of a row are written as one number; so they are read."""
    mailbox = Mailbox(rows=16)
    ticks = [a_tick(timestamp_s=float(i), change_deg=float(i)) for i in range(2000)]

    def work() -> None:
        for tick in ticks:
            mailbox(tick)

    writer = threading.Thread(target=work)
    writer.start()
    while writer.is_alive():
        columns = mailbox.history().columns
        assert (np.diff(columns.timestamp_s) == 1.0).all()
        assert (np.diff(columns.neck_change_deg) == 1.0).all()
        assert (columns.neck_change_deg == columns.neck_judged_deg).all()
    writer.join()
    assert mailbox.count == 2000


def test_a_moment_is_told_with_its_reason() -> None:
    history = filled(*scripted(500.0)).history()
    assert "the head is turned away" in told(history, -160.0, 1.0)
    assert "nobody is in front of the camera" in told(history, -60.0, 1.0)
    measured = told(history, -480.0, 1.0)
    assert measured.startswith("8 min 0 s ago: neck ")
    assert "upper back" in measured
    assert "±3°" in measured
    assert told(history, -550.0, 1.0) == ""


def test_times_are_told_as_ago(application: QApplication) -> None:
    del application
    axis = AgoAxis("bottom")
    assert axis.tickStrings([-120.0, -90.0, 0.0], 1.0, 60.0) == ["2 min ago", "1.5 min ago", "now"]


@pytest.fixture
def plot(application: QApplication) -> LivePlot:
    del application
    made = LivePlot(THRESHOLDS, LIGHT)
    made.resize(640, 320)
    return made


@pytest.mark.parametrize(
    "ticks",
    [
        [],
        [a_tick()],
        [a_tick(State.UNKNOWN, reason=Reason.TOO_DARK)],
        scripted(600.0, rate_hz=2.0),
        [a_tick(timestamp_s=float(i), change_deg=80.0 * (-1) ** i) for i in range(50)],
    ],
    ids=["none", "one", "unmeasured", "ten minutes", "wild"],
)
def test_any_history_is_drawn(plot: LivePlot, ticks: list[Tick]) -> None:
    plot.show_history(filled(*ticks).history())
    assert not plot.grab().isNull()


def test_stretches_are_shaded(plot: LivePlot) -> None:
    upright = [a_tick(timestamp_s=float(i)) for i in range(600)]
    slouched = [a_tick(State.SLOUCHED, timestamp_s=float(i), held_s=60.0) for i in range(600)]
    unknown = [
        a_tick(State.UNKNOWN, timestamp_s=float(i), reason=Reason.TOO_DARK) for i in range(600)
    ]
    tones = []
    for ticks in (upright, slouched, unknown):
        plot.show_history(filled(*ticks).history())
        image = plot.grab().toImage()
        # A row of the upper panel below all curves, where only shading is.
        row = [image.pixel(x, 120) for x in range(150, 350)]
        tones.append(set(row))
    assert tones[0].isdisjoint(tones[1])
    assert tones[2] - tones[0]


def test_hovering_tells_the_reason(plot: LivePlot) -> None:
    plot.show_history(filled(*scripted(500.0)).history())
    plot.grab()
    view = plot._plots[0][1].getViewBox()
    place = plot.mapFromScene(view.mapViewToScene(QPointF(-160.0, 0.0)))
    assert "the head is turned away" in plot.told_at(QPointF(place))
    assert plot.told_at(QPointF(0.0, 60.0)) == ""


def test_many_fills_leave_nothing_behind(plot: LivePlot) -> None:
    history = filled(*scripted(300.0, rate_hz=2.0)).history()
    plot.show_history(history)
    before = len(plot.scene().items())
    for _ in range(5):
        plot.show_history(history)
    assert len(plot.scene().items()) == before


def test_panels_fit_into_a_narrower_window(plot: LivePlot, application: QApplication) -> None:
    plot.show_history(filled(*scripted(60.0)).history())
    plot.show()
    for width_px in (900, 500, 280):
        plot.resize(width_px, 300)
        application.processEvents()
        for _, panel in plot._plots:
            assert panel.sceneBoundingRect().right() <= width_px


def test_panels_fit_when_the_outline_takes_room(make: Make, mailbox: Mailbox) -> None:
    mailbox(a_tick())
    dashboard = make()
    dashboard.resize(860, 640)
    dashboard.show_body.setChecked(True)
    dashboard.show()
    plot = dashboard.plot
    assert [panel.sceneBoundingRect().right() for _, panel in plot._plots] == [plot.width()] * 2


def test_colours_follow(plot: LivePlot) -> None:
    plot.show_history(filled(*scripted(60.0)).history())
    light = plot.grab().toImage().pixelColor(2, 2).lightness()
    plot.set_colours(DARK)
    assert plot.grab().toImage().pixelColor(2, 2).lightness() < 60 < light
