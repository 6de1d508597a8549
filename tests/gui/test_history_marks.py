"""What was noted, on the history's window: marks at their time, told in words, beside the days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from posture.care.entries import (
    BreakEnd,
    BreakKind,
    BreakNote,
    ExerciseNote,
    Notes,
    PackKind,
    PackNote,
    PainNote,
    Place,
)
from posture.gui.history_figures import Table, fill_noted
from posture.gui.history_marks import Mark, MarkKind, marks_of, paint_mark
from posture.gui.history_page import HistoryPage
from posture.gui.history_reading import Found
from posture.gui.history_timeline import Timeline, shown_hours
from posture.history.rows import Span, no_stretches
from posture.noted import beside, noted
from posture.palette import DARK, LIGHT, Palette
from posture.summaries import Summary, summarise
from posture.totals import days_since_epoch
from tests.kept import DAY_S

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

MONDAY = date(2026, 3, 2)
WEEK = Span(MONDAY, MONDAY + timedelta(days=7))
BERLIN_S = 3600


def at(day: int, hour: float) -> tuple[float, int]:
    """A moment of that week in Berlin, by the clock there."""
    local_s = (days_since_epoch(MONDAY) + day) * DAY_S + hour * 3600
    return local_s - BERLIN_S, BERLIN_S


NOTES = Notes(
    breaks=(
        BreakNote(*at(0, 10.0), BreakKind.MICRO, BreakEnd.TAKEN, 40.0, asked=True),
        BreakNote(*at(0, 11.0), BreakKind.MICRO, BreakEnd.SKIPPED, 0.0, asked=True),
    ),
    exercises=(ExerciseNote(*at(1, 15.5), "chin_tuck", "", 60.0, 10),),
    packs=(PackNote(*at(2, 20.0), PackKind.HEAT, 1200.0),),
    pains=(PainNote(*at(6, 23.5), 4, places=frozenset({Place.NECK_LEFT})),),
)


@pytest.fixture
def week() -> Summary:
    """A week in which nothing was watched, and something was noted."""
    return replace(summarise(WEEK, no_stretches(60), (), ()), noted=noted(NOTES))


def test_what_became_a_mark() -> None:
    found = marks_of(NOTES, WEEK)
    assert [(m.kind, m.row, m.hour, m.label) for m in found] == [
        (MarkKind.BREAK, 0, 10.0, ""),
        (MarkKind.EXERCISE, 1, 15.5, ""),
        (MarkKind.PACK, 2, 20.0, ""),
        (MarkKind.PAIN, 6, 23.5, "4"),
    ]
    assert marks_of(NOTES, Span(MONDAY - timedelta(days=7), MONDAY)) == ()


@given(st.floats(-3 * DAY_S, 10 * DAY_S), st.integers(-14, 14), st.integers(0, 10))
def test_a_mark_is_on_its_local_day_or_nowhere(since_s: float, zone: int, level: int) -> None:
    begin_s = days_since_epoch(MONDAY) * DAY_S
    note = PainNote(begin_s + since_s - zone * 3600, zone * 3600, level)
    found = marks_of(Notes(pains=(note,)), WEEK)
    inside = 0 <= since_s < 7 * DAY_S - 0.01 and since_s + begin_s >= begin_s
    if inside:
        (mark,) = found
        assert mark.row * 24 + mark.hour == pytest.approx(since_s / 3600, abs=1e-3)
        assert 0 <= mark.hour <= 24
    elif since_s < -0.01 or since_s > 7 * DAY_S:
        assert found == ()


def test_marks_beside_the_watched_hours_are_shown_too(week: Summary) -> None:
    assert week.timeline is not None
    assert shown_hours(week.timeline) == (0, 24)
    assert shown_hours(week.timeline, marks_of(NOTES, WEEK)) == (10, 24)


def test_what_is_under_the_mouse_is_told(application: QApplication, week: Summary) -> None:
    del application
    view = Timeline(LIGHT)
    view.resize(700, view.sizeHint().height())
    view.show_summary(week)
    told = {view.told_at(p.x(), p.y()) for p in map(view._place, view.marks)}
    assert told == {
        "Mon 2 Mar 10:00: break taken",
        "Tue 3 Mar 15:30: exercise",
        "Wed 4 Mar 20:00: heat or cold",
        "Sun 8 Mar 23:30: 4 of 10; left side of the neck",
    }
    assert view.accessibleDescription() == "Sun 8 Mar 23:30: 4 of 10; left side of the neck"
    assert not view.grab().isNull()


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_shapes_differ_without_their_colours(application: QApplication, look: Palette) -> None:
    del application
    masks = set()
    for kind in MarkKind:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_mark(painter, Mark(kind, 0, 0.0, "", ""), QPointF(12, 12), 20.0, look)
        painter.end()
        masks.add(tuple(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24)))
    assert len(masks) == len(MarkKind)


def test_a_table_of_the_days_with_notes(application: QApplication, week: Summary) -> None:
    del application
    table = Table("noted")
    fill_noted(table, beside(WEEK, week.days, week.noted.days))
    rows = []
    for row in range(table.rowCount()):
        header = table.verticalHeaderItem(row)
        cells = [table.item(row, column) for column in range(table.columnCount())]
        assert header is not None
        rows.append([header.text(), *(cell.text() for cell in cells if cell is not None)])
    assert rows == [
        ["Mon 2 Mar", "\N{EN DASH}", "1", "", "", "\N{EN DASH}"],
        ["Tue 3 Mar", "\N{EN DASH}", "", "1", "", "\N{EN DASH}"],
        ["Wed 4 Mar", "\N{EN DASH}", "", "", "1", "\N{EN DASH}"],
        ["Sun 8 Mar", "4", "", "", "", "\N{EN DASH}"],
    ]


def test_notes_alone_make_a_page(application: QApplication, week: Summary) -> None:
    del application
    page = HistoryPage(LIGHT)
    page.show_found(Found(WEEK, week, WEEK))
    assert not page.noted.isHidden()
    assert page.sentence.isHidden()
    assert page.days.isHidden()
    nothing = replace(week, noted=noted(Notes()))
    page.show_found(Found(WEEK, nothing, WEEK))
    assert page.noted.isHidden()
    assert "2 to Sunday 8 March 2026" in page.sentence.text()
