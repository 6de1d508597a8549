"""One angle of the live plot: items that are made once and then only get other numbers.

Making them anew for every picture would cost several times what painting them does.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from posture.columns import MAX_GAP_S, Thresholds
from posture.gui.plot_panels import band_path, curve_points, mark_alerts
from posture.gui.translations import translated
from posture.records import Part, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.columns import TickColumns
    from posture.gui.plot_axes import PanelStyle
    from posture.palette import Palette
    from posture.records import FloatArray

    Spans = Mapping[State, tuple[FloatArray, FloatArray]]

SHADED = (State.SLOUCHED, State.UNKNOWN, State.AWAY)
STEP_DEG = 0.5
"""Dragged thresholds are multiples of this."""
APART_DEG = 1.0
"""So far the lower one stays below the upper one: closer, the state would flicker."""
HIGHEST_DEG = 45.0
_DOT_PX = 5.6
_JUDGED_PX, _FRAMES_PX = 2, 3
"""The lowest and highest value of so many pixels are drawn: those of each take twice as long."""


def dragged(thresholds: Thresholds, to_deg: float, *, enter: bool) -> Thresholds:
    """Both thresholds after one of them was dragged.

    Args:
        thresholds: Before.
        to_deg: Where to, degrees; the result keeps to the steps and to its distance.
        enter: Whether it is the one where slouching begins.
    """
    if enter:
        least = STEP_DEG * ceil((thresholds.leave_deg + APART_DEG) / STEP_DEG)
        wanted = min(STEP_DEG * round(to_deg / STEP_DEG), HIGHEST_DEG)
        return thresholds._replace(enter_deg=max(wanted, least))
    most = STEP_DEG * floor((thresholds.enter_deg - APART_DEG) / STEP_DEG)
    wanted = min(STEP_DEG * round(to_deg / STEP_DEG), most)
    return thresholds._replace(leave_deg=max(wanted, 0.0))


class Stretches(pg.GraphicsObject):  # type: ignore[misc]
    """Bars over the whole height of a panel, hatched in pixels whatever the axes' units are."""

    def __init__(self, begins: FloatArray, ends: FloatArray, brush: QBrush) -> None:
        super().__init__()
        self.brush = brush
        self.show_spans(begins, ends)

    def show_spans(self, begins: FloatArray, ends: FloatArray) -> None:
        """Show these bars instead; (k,) seconds each."""
        self._spans = list(zip(begins.tolist(), ends.tolist(), strict=True))
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """All that is seen: bars are cut off at the panel's edge."""
        return QRectF(self.viewRect())

    def paint(self, painter: QPainter, *_: object) -> None:
        """Fill each bar."""
        seen, place = self.viewRect(), painter.worldTransform()
        painter.save()
        painter.setWorldTransform(place.__class__())
        for begin, end in self._spans:
            bar = QRectF(begin, seen.top(), end - begin, seen.height()).intersected(seen)
            painter.fillRect(place.mapRect(bar), self.brush)
        painter.restore()


class ThresholdLine(pg.InfiniteLine):  # type: ignore[misc]
    """A threshold that can be dragged; it tells its value while it is touched.

    Args:
        text: With a place for the degrees.
    """

    def __init__(self, text: str) -> None:
        options = {"position": 0.5, "movable": False, "anchors": [(0.5, 1.1), (0.5, -0.1)]}
        super().__init__(angle=0, movable=True, label=text, labelOpts=options)
        self.setZValue(10)
        self.setMouseHover(hover=False)

    def setMouseHover(self, hover: bool) -> None:  # noqa: N802
        """Tell the value only while it matters, and what the hand can do here."""
        super().setMouseHover(hover)
        self.label.setVisible(bool(hover))
        self.setCursor(Qt.CursorShape.SizeVerCursor)


class LivePanel:
    """Shows one angle over time, or its change where there is a baseline.

    Args:
        plot: Is filled.
        part: Neck or upper back.
    """

    def __init__(self, plot: pg.PlotItem, part: Part) -> None:
        self.plot, self.part = plot, part
        self.enter = ThresholdLine(translated("slouching from {0}°").format("{value:g}"))
        self.leave = ThresholdLine(translated("until below {0}°").format("{value:g}"))
        self._zero = pg.InfiniteLine(0.0, angle=0, movable=False)
        self._beyond = pg.LinearRegionItem((0, 1), "horizontal", movable=False, pen=pg.mkPen(None))
        self._beyond.setZValue(-20)
        self._band = QGraphicsPathItem()
        self._band.setPen(pg.mkPen(None))
        self._band.setZValue(-10)
        self._frames, self._judged = (
            pg.PlotCurveItem(antialias=True, connect="finite") for _ in range(2)
        )
        self._dots = pg.ScatterPlotItem(size=_DOT_PX, pen=None, antialias=True)
        none = np.empty(0)
        self._shades = {state: Stretches(none, none, QBrush()) for state in SHADED}
        for shade in self._shades.values():
            shade.setZValue(-18)
        self._marks: list[pg.GraphicsObject] = []
        self._marked: object = None
        self.degrees: tuple[float, float] | None = None
        """The vertical range that is shown; None before the first tick."""
        curves = (self._zero, self._beyond, self._band, self._frames, self._judged, self._dots)
        for item in (*curves, *self._shades.values(), self.enter, self.leave):
            plot.addItem(item, ignoreBounds=True)
        self._show_thresholds(visible=False)

    @property
    def dragging(self) -> bool:
        """Whether a threshold is being dragged here."""
        return bool(self.enter.moving or self.leave.moving)

    def set_style(self, style: PanelStyle) -> None:
        """Paint with these colours and sizes from now on."""
        self._style = style
        colours, colour = style.palette, style.palette.parts[self.part]
        self._zero.setPen(style.pen(colours.muted, 1.0))
        self._beyond.setBrush((*colours.accent, 16))
        for line, width_px, dash in ((self.enter, 2.0, (4, 3)), (self.leave, 2.0, (1, 3))):
            line.setPen(style.pen(colours.accent, width_px, dash=dash))
            line.setHoverPen(style.pen(colours.accent, 3.0))
            line.label.setColor(QColor(*colours.text))
            line.label.fill = pg.mkBrush(*colours.surface, 230)
        self._band.setBrush(pg.mkBrush(*colour, 38))
        self._dots.setBrush(pg.mkBrush(*colour))
        self._judged.setPen(style.pen(colour, 2.4))
        for state, shade in self._shades.items():
            shade.brush = brush_of(colours, state)
        self._marked = None

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Show these."""
        for line, value in zip((self.enter, self.leave), thresholds, strict=True):
            if line.value() != value:
                line.setValue(value)
        high = 90.0 if self.degrees is None else self.degrees[1]
        self._beyond.setRegion((thresholds.enter_deg, high + 1.0))

    def show(
        self,
        columns: TickColumns,
        times: tuple[float, float],
        degrees: tuple[float, float],
        spans: Spans,
    ) -> None:
        """Show ticks.

        Args:
            columns: All of them.
            times: The stretch that is seen, seconds.
            degrees: Vertical range.
            spans: When each shaded state lasted.
        """
        if degrees != self.degrees:
            self.degrees = degrees
            self.plot.setYRange(*degrees, padding=0.0)
            self._marked = None
        axis = self.plot.getAxis("left")
        if axis.signed is not columns.has_baseline:
            axis.signed, axis.picture = columns.has_baseline, None
        self._show_thresholds(visible=columns.has_baseline)
        self._show_curves(columns, times)
        for state, shade in self._shades.items():
            shade.show_spans(*spans[state])
        self._show_alerts(columns, degrees[1])

    def _show_thresholds(self, *, visible: bool) -> None:
        for item in (self.enter, self.leave, self._beyond):
            item.setVisible(visible)

    def _show_curves(self, columns: TickColumns, times: tuple[float, float]) -> None:
        every, name = columns.timestamp_s, "neck" if self.part is Part.NECK else "thoracic"
        seen = slice(*np.searchsorted(every, (times[0] - MAX_GAP_S, times[1] + MAX_GAP_S)))
        time_s, style = every[seen], self._style
        kind = f"{name}_change" if columns.has_baseline else name
        angle = getattr(columns, f"{kind}_deg")[seen].astype(np.float64)
        spread = getattr(columns, f"{kind}_sd_deg")[seen].astype(np.float64)
        judged = getattr(columns, f"{name}_judged_deg")[seen].astype(np.float64)
        judged[np.isnan(angle)] = np.nan
        is_judged = columns.has_baseline and bool(np.isfinite(judged).any())
        self._judged.setVisible(is_judged)
        if is_judged:
            x, y, _ = curve_points(time_s, judged, style.width_px // _JUDGED_PX)
            self._judged.setData(x, y)
        most = style.width_px // _FRAMES_PX
        x, y, alone = curve_points(time_s, angle, most)
        colour = style.palette.parts[self.part]
        faint = style.pen(colour, 1.0, alpha=120) if is_judged else style.pen(colour, 1.6)
        self._frames.setData(x, y, pen=faint)
        self._dots.setVisible(bool(alone.any()))  # painting none takes a third of a millisecond
        if alone.any():
            self._dots.setData(x[alone], y[alone])
        band = band_path(time_s, angle - spread, angle + spread, most)
        self._band.setPath(band or QPainterPath())

    def _show_alerts(self, columns: TickColumns, top_deg: float) -> None:
        """Made anew only when there are others; else they only move on with the time."""
        key = [(alert.level, alert.change_deg, alert.held_s) for alert in columns.alerts]
        if key != self._marked:
            self._marked = key
            for item in self._marks:
                self.plot.removeItem(item)
            before = len(self.plot.items)
            numbered = self.part is Part.NECK
            mark_alerts(self.plot, columns, self._style, top_deg=top_deg if numbered else None)
            self._marks = self.plot.items[before:]
            return
        each = len(self._marks) // max(len(columns.alerts), 1)
        for place, item in enumerate(self._marks):
            item.setPos(QPointF(columns.alerts[place // each].timestamp_s, item.pos().y()))


def brush_of(colours: Palette, state: State) -> QBrush:
    """A slouch is shaded, what was not measured hatched, and dotted where nobody was there."""
    if state is State.SLOUCHED:
        return QBrush(QColor(*colours.accent, 52))
    pattern = Qt.BrushStyle.BDiagPattern if state is State.UNKNOWN else Qt.BrushStyle.Dense6Pattern
    return QBrush(QColor(*colours.states[State.UNKNOWN], 150), pattern)
