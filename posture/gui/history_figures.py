"""Angles by hour of the day, a heat map of the week, and a table of days."""

from __future__ import annotations

from math import ceil, floor, isfinite
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGraphicsPathItem,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from posture.gui.dates import short_day
from posture.gui.plot_axes import DegreeAxis, font
from posture.gui.plot_panels import band_path
from posture.gui.translations import translated
from posture.gui.words import degrees
from posture.records import Part
from posture.reports.wording import duration, number, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.hours_of_day import HoursOfDay
    from posture.noted import Beside
    from posture.palette import RGB, Palette
    from posture.records import FloatArray
    from posture.totals import Totals

PLOT_PX = 220
HEAT_FULL = 0.5
"""Share of the watched time that has the heat map's strongest colour."""
_PARTS = ((Part.NECK, "o", ()), (Part.THORACIC, "s", (4.0, 3.0)))
"""Symbol and dashes of each curve: neither needs its colour."""


class AnglesByHour(pg.PlotWidget):  # type: ignore[misc]
    """Median and 10 to 90 % band of both changes by hour of the day, against 0.

    Args:
        colours: Of the window.
    """

    def __init__(self, colours: Palette) -> None:
        super().__init__(axisItems={"left": DegreeAxis("left")}, background=None)
        self.colours = colours
        self._hours: HoursOfDay | None = None
        # It has nothing to drag: the page scrolls where the mouse is over it, too.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(PLOT_PX)
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        self.setAccessibleName(translated("Change from the baseline by hour of the day"))

    def show_hours(self, hours: HoursOfDay) -> None:
        """Show these; hidden where nothing is known."""
        self._hours = hours
        known = np.flatnonzero(np.isfinite(hours.change_deg[:, :, 1]).any(axis=1))
        self.setVisible(bool(known.size))
        self.setAccessibleDescription("; ".join(_told(hours, hour) for hour in known.tolist()))
        self.paint()

    def paint(self) -> None:
        """Draw again, as when the colours are others."""
        plot, colours = self.getPlotItem(), self.colours
        plot.clear()
        if self._hours is None or not np.isfinite(self._hours.change_deg).any():
            return
        known = np.flatnonzero(np.isfinite(self._hours.change_deg).any(axis=(1, 2)))
        first, last = int(known[0]), int(known[-1]) + 1
        shown = self._hours.change_deg[first:last]
        low = 5.0 * floor(min(float(np.nanmin(shown)), -1.0) / 5)
        high = 5.0 * ceil(max(float(np.nanmax(shown)), 1.0) / 5)
        plot.setXRange(first, last, padding=0.0)
        plot.setYRange(low, high, padding=0.0)
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.setPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.muted))
            axis.setStyle(tickFont=font(12), tickLength=0)
        step = 1 if last - first <= 12 else 3
        ticks = [(float(hour), f"{hour}:00") for hour in range(first, last + 1, step)]
        plot.getAxis("bottom").setTicks([ticks])
        plot.showGrid(x=True, y=True, alpha=0.3)
        plot.addItem(pg.InfiniteLine(0.0, angle=0, pen=pg.mkPen(colours.baseline, width=1.5)))
        middle: FloatArray = np.arange(first, last, dtype=np.float64) + 0.5
        for place, (part, symbol, dashes) in enumerate(_PARTS):
            self._add_part(middle, shown[:, place], colours.parts[part], symbol, dashes)

    def _add_part(
        self,
        hours: FloatArray,
        change_deg: FloatArray,
        colour: RGB,
        symbol: str,
        dashes: Sequence[float],
    ) -> None:
        plot = self.getPlotItem()
        path = band_path(hours, change_deg[:, 0], change_deg[:, 2], PLOT_PX)
        if path is not None:
            band = QGraphicsPathItem(path)
            band.setBrush(pg.mkBrush(*colour, 40))
            band.setPen(pg.mkPen(None))
            plot.addItem(band)
        pen = pg.mkPen(colour, width=2.0)
        if dashes:
            pen.setDashPattern(list(dashes))
        plot.plot(
            hours,
            change_deg[:, 1],
            pen=pen,
            connect="finite",
            symbol=symbol,
            symbolSize=7,
            symbolBrush=pg.mkBrush(colour),
            symbolPen=None,
        )


def _told(hours: HoursOfDay, hour: int) -> str:
    """One hour for a screen reader."""
    neck, back = (degrees(float(hours.change_deg[hour, part, 1]), signed=True) for part in (0, 1))
    return translated("{0}: neck {1}, upper back {2}").format(f"{hour}:00", neck, back)


class Table(QTableWidget):
    """A table to look at, as high as its rows: the page scrolls, not the table.

    Args:
        name: For a screen reader.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab goes on to what follows
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # No row is lower than its text, in large letters too.
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    def event(self, event: QEvent) -> bool:
        """Keep the arrows for the cells, though elsewhere they show another period."""
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in keys
        ):
            event.accept()
            return True
        return super().event(event)

    def fill(
        self, columns: Sequence[str], rows: Sequence[str], texts: Sequence[Sequence[str]]
    ) -> None:
        """Show texts by row and column, and take as much room as they need."""
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(columns))
        self.setVerticalHeaderLabels(list(rows))
        for row, cells in enumerate(texts):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(row, column, item)
        heights = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(heights + 2 * self.frameWidth())
        self.setVisible(bool(rows))


def fill_days(table: Table, days: Sequence[Totals]) -> None:
    """A row for each day with anything in it."""
    columns = (
        translated("Watched"),
        translated("Slouched"),
        translated("Share"),
        translated("Slouches"),
        translated("Alerts"),
        translated("Degree-minutes/h"),
    )
    texts = [
        (
            duration(day.watched_s),
            duration(day.seconds[1]),
            percent(day.slouched_share),
            str(day.episodes),
            str(day.alerts),
            number(day.exposure_per_hour),
        )
        for day in days
    ]
    table.fill(columns, [short_day(day.span.begin) for day in days], texts)


def fill_noted(table: Table, rows: Sequence[Beside]) -> None:
    """A row for each day with anything noted, beside the exposure of that day."""
    columns = (
        translated("Pain, 0 to 10"),
        translated("Breaks"),
        translated("Exercises"),
        translated("Heat, cold"),
        translated("Degree-minutes/h"),
    )
    noted = [row for row in rows if isfinite(row.highest) or _done(row)]
    texts = [
        (
            number(row.highest),
            *(str(count) if count else "" for count in (row.taken, row.exercises, row.packs)),
            number(row.exposure_per_hour),
        )
        for row in noted
    ]
    table.fill(columns, [short_day(row.span.begin) for row in noted], texts)


def _done(row: Beside) -> int:
    return row.taken + row.exercises + row.packs


def fill_heat(table: Table, hours: HoursOfDay, colours: Palette) -> None:
    """The share slouched by hour (rows) and weekday (columns), as a number on a colour."""
    watched = hours.week_watched_s > 0
    of_day = np.flatnonzero(watched.any(axis=0))
    shown = range(int(of_day[0]), int(of_day[-1]) + 1) if of_day.size else range(0)
    shares = hours.week_slouched_share
    texts = [
        [percent(float(shares[day, hour])) if watched[day, hour] else "" for day in range(7)]
        for hour in shown
    ]
    table.fill(weekdays(), [f"{hour}:00" for hour in shown], texts)
    for row, hour in enumerate(shown):
        for day in range(7):
            share, item = float(shares[day, hour]), table.item(row, day)
            if item is not None:
                item.setBackground(heat_colour(share if isfinite(share) else 0.0, colours))


def weekdays() -> tuple[str, ...]:
    """Monday first."""
    return (
        translated("Mon"),
        translated("Tue"),
        translated("Wed"),
        translated("Thu"),
        translated("Fri"),
        translated("Sat"),
        translated("Sun"),
    )


def heat_colour(share: float, colours: Palette) -> QColor:
    """From the surface towards the accent, never so far that its number could not be read."""
    part = 0.45 * min(share / HEAT_FULL, 1.0)
    mixed = (
        round((1 - part) * one + part * other)
        for one, other in zip(colours.surface, colours.accent, strict=True)
    )
    return QColor(*mixed)
