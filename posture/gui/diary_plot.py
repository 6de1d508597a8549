"""The diary's entries above the exposure of each day: two panels, one time."""

from __future__ import annotations

from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from posture.care.entries import MOST_PAIN
from posture.gui.dates import moment_name, written
from posture.gui.diary_words import entry_text
from posture.gui.plot_axes import font
from posture.gui.translations import translated
from posture.palette import palette
from posture.totals import DAY_S, days_since_epoch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.entries import PainNote
    from posture.history.rows import Span
    from posture.palette import Palette
    from posture.totals import Totals

HIGH_PX = 230
LEFT_PX = 44
LEVEL_SHARE = 3
"""The entries have so many parts of the height, the exposure two."""


class DiaryPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Shows entries as dots at their moment, and the degree-minutes per hour of days as bars.

    Args:
        colours: Of the window.
    """

    def __init__(self, colours: Palette | None = None) -> None:
        super().__init__()
        self.colours = colours or palette(dark=False)
        self._shown: tuple[Span, Sequence[PainNote], Sequence[Totals]] | None = None
        # It has nothing to drag: the page scrolls where the mouse is over it, too.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(HIGH_PX)
        self.setAccessibleName(translated("Entries beside the exposure of each day"))
        self.levels, self.exposure = self.addPlot(0, 0), self.addPlot(1, 0)
        self.exposure.setXLink(self.levels)
        self.ci.layout.setRowStretchFactor(0, LEVEL_SHARE)
        self.ci.layout.setRowStretchFactor(1, 2)
        for plot in (self.levels, self.exposure):
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.setMouseEnabled(x=False, y=False)
            plot.getAxis("left").setWidth(LEFT_PX)
        self.levels.getAxis("bottom").setStyle(showValues=False)

    def show_days(self, span: Span, pains: Sequence[PainNote], days: Sequence[Totals]) -> None:
        """Show these entries, and these days of which something was kept."""
        self._shown = (span, pains, days)
        told = (f"{moment_name(n.utc_s, n.offset_s)}: {entry_text(n)}" for n in pains)
        self.setAccessibleDescription(". ".join(told))
        self.paint()

    def paint(self) -> None:
        """Draw again, as when the colours are others."""
        if self._shown is None:
            return
        span, pains, days = self._shown
        colours = self.colours
        self.setBackground(colours.background)
        first = days_since_epoch(span.begin)
        for plot in (self.levels, self.exposure):
            plot.clear()
            _dress(plot, colours)
            plot.setXRange(0, span.days, padding=0.0)
        ticks = [
            (n + 0.5, written(span.begin + timedelta(days=n), translated("d MMM")))
            for n in range(span.days % 7, span.days, 7)
        ]
        self.exposure.getAxis("bottom").setTicks([ticks])
        self.levels.getAxis("bottom").setTicks([[(x, "") for x, _ in ticks]])
        self.levels.setYRange(-0.6, MOST_PAIN + 0.6, padding=0.0)
        self.levels.getAxis("left").setTicks([[(level, str(level)) for level in (0, 5, 10)]])
        at = [(note.utc_s + note.offset_s) / DAY_S - first for note in pains]
        self.levels.plot(
            at,
            [note.level for note in pains],
            pen=None,
            symbol="o",
            symbolSize=9,
            symbolBrush=pg.mkBrush(colours.accent),
            symbolPen=pg.mkPen(colours.background),
        )
        self._add_bars(first, days)

    def _add_bars(self, first: int, days: Sequence[Totals]) -> None:
        known = [day for day in days if isfinite(day.exposure_per_hour)]
        high = np.array([day.exposure_per_hour for day in known])
        at = np.array([days_since_epoch(day.span.begin) - first + 0.5 for day in known])
        self.exposure.setYRange(0.0, 1.1 * float(high.max(initial=60.0)), padding=0.0)
        self.exposure.addItem(
            pg.BarGraphItem(
                x=at,
                height=high,
                width=0.7,
                brush=pg.mkBrush(*self.colours.muted, 150),
                pen=pg.mkPen(self.colours.muted),
            )
        )


def _dress(plot: pg.PlotItem, colours: Palette) -> None:
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.setPen(pg.mkPen(colours.line))
        axis.setTextPen(pg.mkPen(colours.muted))
        axis.setStyle(tickFont=font(12), tickLength=0)
    plot.showGrid(x=True, y=True, alpha=0.3)
