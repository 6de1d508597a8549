"""Figures of the history's window: what is told without colours, and colours that can be read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.gui.history_figures import AnglesByHour, Table, fill_days, fill_heat, heat_colour
from posture.gui.history_reading import Period, span_of
from posture.gui.history_timeline import STACK, Timeline, shown_hours, spent
from posture.gui.theme import contrast
from posture.history.rows import STATES, Span, no_stretches
from posture.hours_of_day import hours_of_day
from posture.palette import DARK, LIGHT, Palette
from posture.reports.gather import gather
from posture.reports.wording import percent
from tests.years import years

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.summaries import Summary

FIRST = date(2026, 1, 5)
"""A Monday."""


@pytest.fixture(scope="module")
def week() -> Summary:
    return gather(years(FIRST, 7), Span(FIRST, FIRST + timedelta(days=7)))


@given(st.sampled_from(Period), st.dates(date(1971, 1, 1), date(8999, 12, 31)))
def test_a_period_holds_its_day_and_follows_the_one_before(period: Period, day: date) -> None:
    span = span_of(period, day)
    assert span.begin <= day < span.end
    assert span_of(period, span.end).begin == span.end
    assert span_of(period, span.end - timedelta(days=1)) == span
    assert span.days in {Period.DAY: {1}, Period.WEEK: {7}, Period.MONTH: {28, 29, 30, 31}}[period]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_numbers_stand_out_from_every_heat(colours: Palette, share: float) -> None:
    heat = heat_colour(share, colours)
    assert contrast((heat.red(), heat.green(), heat.blue()), colours.text) >= 4.5


def test_hotter_is_nearer_to_the_accent() -> None:
    cool, hot = (heat_colour(share, LIGHT) for share in (0.1, 0.4))
    assert contrast((cool.red(), cool.green(), cool.blue()), LIGHT.text) > contrast(
        (hot.red(), hot.green(), hot.blue()), LIGHT.text
    )


def test_what_ten_minutes_were() -> None:
    seconds = [0.0] * len(STATES)
    seconds[STATES.index(STACK[0])], seconds[STATES.index(STACK[1])] = 180.0, 420.0
    assert spent(seconds) == "slouched 3 min, upright 7 min"
    assert spent([0.0] * len(STATES)) == ""


def test_hours_with_something_in_them() -> None:
    cells = np.zeros((2, 144, len(STATES)))
    assert shown_hours(cells) == (0, 24)
    cells[0, 9 * 6 + 5, 0] = cells[1, 17 * 6, 1] = 1.0
    assert shown_hours(cells) == (9, 18)


def test_tells_what_is_under_the_mouse(application: QApplication, week: Summary) -> None:
    del application
    timeline = Timeline(LIGHT)
    timeline.show_summary(week)
    timeline.resize(800, timeline.sizeHint().height())
    told = {timeline.told_at(x, y) for x in range(0, 800, 5) for y in (5.0, 35.0)}
    assert any(text.startswith("Mon 5 Jan 10:") and "upright" in text for text in told)
    assert any(text.startswith("Tue 6 Jan 9:") for text in told)
    assert timeline.told_at(5.0, 5.0) == timeline.told_at(799.0, 5000.0) == ""
    assert not timeline.grab().isNull()


def test_every_day_has_a_row(application: QApplication, week: Summary) -> None:
    del application
    table = Table("Days")
    fill_days(table, week.days)
    assert table.rowCount() == len(week.days)
    first = table.item(0, 2)
    assert first is not None
    assert first.text() == percent(week.days[0].slouched_share)


def test_the_heat_map_has_numbers(application: QApplication, week: Summary) -> None:
    del application
    table = Table("Share")
    fill_heat(table, week.hours, LIGHT)
    header = table.verticalHeaderItem(2)
    assert header is not None
    hour = int(header.text().split(":")[0])
    cell = table.item(2, 0)
    assert cell is not None
    assert cell.text() == percent(float(week.hours.week_slouched_share[0, hour]))
    fill_heat(table, hours_of_day(no_stretches(60)), LIGHT)
    assert table.rowCount() == 0


def test_angles_that_are_not_known(application: QApplication, week: Summary) -> None:
    del application
    plot = AnglesByHour(DARK)
    plot.show_hours(week.hours)
    assert "10:00: neck" in plot.accessibleDescription()
    assert not plot.isHidden()
    plot.show_hours(hours_of_day(no_stretches(60)))
    assert plot.isHidden()
    assert plot.accessibleDescription() == ""
    assert not plot.getPlotItem().listDataItems()
