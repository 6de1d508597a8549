"""Both angles over a whole recording, filled by `posture.gui.plot_panels` like the saved chart.

A line stands where the recording is; a click or a drag goes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from posture.columns import spans
from posture.gui.clip_play import nearest
from posture.gui.clip_words import alert_text
from posture.gui.live_plot import PARTS, Stretches
from posture.gui.plot_axes import DegreeAxis, PanelStyle, TimeAxis, style_panel
from posture.gui.plot_panels import degree_range, fill_angle_panel, mark_alerts, mark_baseline
from posture.gui.translations import translated
from posture.records import Part, State

if TYPE_CHECKING:
    from posture.columns import Thresholds, TickColumns
    from posture.palette import Palette

RIGHT_PX = 24
_HOVER_PX = 6.0
_SHORTEST_S = 1.0
_SHADES = {
    State.SLOUCHED: Qt.BrushStyle.SolidPattern,
    State.UNKNOWN: Qt.BrushStyle.BDiagPattern,
    State.AWAY: Qt.BrushStyle.Dense6Pattern,
}


class ClipAxis(TimeAxis):
    """A horizontal axis with room for the labels at both ends."""

    def boundingRect(self) -> QRectF:  # noqa: N802
        """With the margins: with a grid pyqtgraph leaves labels at the ends out."""
        return QRectF(super().boundingRect()).adjusted(-RIGHT_PX, 0.0, RIGHT_PX, 0.0)


class ClipPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Two panels, neck above upper back, over the whole recording.

    Args:
        thresholds: Where slouching begins and ends.
        colours: Of the window.
        parent: As of any widget.
    """

    sought = Signal(float)
    """Seconds to which the user wants to go."""

    def __init__(
        self, thresholds: Thresholds, colours: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thresholds = thresholds
        self._colours = colours
        self._columns: TickColumns | None = None
        self._length_s = _SHORTEST_S
        self._baseline_s: tuple[float, float] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAntialiasing(True)
        self.setMinimumSize(260, 170)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translated("Changes over the whole recording"))
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setVerticalSpacing(0)
        self._captions, self._plots, self._cursors = [], [], []
        for row, part in enumerate(PARTS):
            self._captions.append(self.addLabel("", row=2 * row, col=0))
            axes = {"left": DegreeAxis("left"), "bottom": ClipAxis("bottom")}
            self._plots.append((part, self.addPlot(2 * row + 1, 0, axisItems=axes)))
            self._cursors.append(pg.InfiniteLine(0.0, angle=90, movable=False))
        self.set_colours(colours)

    @property
    def left_px(self) -> int:
        """Where the first moment lies."""
        return int(self.fontMetrics().horizontalAdvance("+90° ")) + 6

    def set_colours(self, colours: Palette) -> None:
        """Paint on another background."""
        self._colours = colours
        self.setBackground(colours.background)
        self._refill()

    def show_columns(
        self, columns: TickColumns, length_s: float, baseline_s: tuple[float, float] | None
    ) -> None:
        """Show these ticks; the caller decides how often.

        Args:
            columns: Ticks.
            length_s: How long the recording is.
            baseline_s: Where the upright posture was taken, or None.
        """
        self._columns, self._baseline_s = columns, baseline_s
        self._length_s = max(length_s, _SHORTEST_S)
        self._refill()

    def show_place(self, place_s: float) -> None:
        """Put the line there."""
        for cursor in self._cursors:
            cursor.setValue(place_s)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the height among the panels anew."""
        super().resizeEvent(event)
        if hasattr(self, "_cursors"):  # pyqtgraph resizes while it is being made
            self._refill()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go where the user clicks."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.sought.emit(self.time_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow a drag; else tell what a warning would have said."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self.time_at(event.position()))
        else:
            place = event.globalPosition().toPoint()
            QToolTip.showText(place, self.told_at(event.position()), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Do nothing: pyqtgraph has not seen the press."""

    def time_at(self, place: QPointF) -> float:
        """The moment below a place in this widget, seconds of the recording."""
        view = self._plots[0][1].getViewBox()
        at = view.mapSceneToView(self.mapToScene(place.toPoint())).x()
        return min(max(float(at), 0.0), self._length_s)

    def told_at(self, place: QPointF) -> str:
        """What the warning marked there would have said; empty where there is none."""
        alerts = () if self._columns is None else self._columns.alerts
        within_s = _HOVER_PX * self._length_s / self._style().width_px
        times = [alert.timestamp_s for alert in alerts]
        found = nearest(times, self.time_at(place), within_s)
        return "" if found is None else alert_text(alerts[found])

    def place_of(self, time_s: float) -> QPoint:
        """Where a moment lies in this widget, in the middle of the upper panel."""
        view = self._plots[0][1].getViewBox()
        middle = sum(view.viewRange()[1]) / 2
        return QPoint(self.mapFromScene(view.mapViewToScene(QPointF(time_s, middle))))

    def _style(self) -> PanelStyle:
        return PanelStyle(
            palette=self._colours,
            width_px=max(self.width() - self.left_px - RIGHT_PX, 50),
            left_px=self.left_px,
            right_px=RIGHT_PX,
            scale=self.devicePixelRatioF(),
        )

    def _refill(self) -> None:
        style, times = self._style(), (0.0, self._length_s)
        line_px = self.fontMetrics().height() + 4
        room_px = self.height() - (len(PARTS) + 1) * line_px
        for number, (part, plot) in enumerate(self._plots):
            last = number == len(PARTS) - 1
            height_px = max(room_px // len(PARTS), 30) + (line_px if last else 0)
            plot.clear()
            style_panel(plot, style, height_px=height_px, times=times, time_labels=last)
            for axis in (plot.getAxis("left"), plot.getAxis("bottom")):
                axis.setStyle(tickFont=self.font())
            plot.getAxis("bottom").setHeight(line_px if last else 1)
            self._write_caption(number, part, line_px)
            self._fill(plot, part, style)
            self._cursors[number].setPen(style.pen(style.palette.text, 1.6))
            self._cursors[number].setZValue(15)  # the numbers of warnings lie above
            plot.addItem(self._cursors[number], ignoreBounds=True)
        # A caption that was too long for a moment has widened everything.
        self.ci.layout.activate()
        self.ci.setGeometry(QRectF(self.viewport().rect()))

    def _fill(self, plot: pg.PlotItem, part: Part, style: PanelStyle) -> None:
        """Curves and band, baseline, shading, and a numbered line at each alert."""
        columns, first = self._columns, part is PARTS[0]
        if columns is None:
            return
        degrees = degree_range(columns, self._thresholds)
        plot.getAxis("left").signed = columns.has_baseline
        fill_angle_panel(plot, columns, part, style, thresholds=self._thresholds, degrees=degrees)
        plot.getAxis("right").setTicks([])
        for state, pattern in _SHADES.items():
            if state is State.UNKNOWN and not _hatched(columns):
                continue
            begins, ends = spans(columns, state, 1.5 * self._length_s / style.width_px)
            if begins.size:
                shade = Stretches(begins, ends, _brush(style.palette, state, pattern))
                shade.setZValue(-18)
                plot.addItem(shade, ignoreBounds=True)
        if self._baseline_s is not None:
            bottom_deg = degrees[0] if first else None
            mark_baseline(plot, self._baseline_s, style, bottom_deg=bottom_deg)
        mark_alerts(plot, columns, style, top_deg=degrees[1] if first else None)

    def _write_caption(self, number: int, part: Part, height_px: int) -> None:
        """What the panel shows, and as much of the key as there is room for."""
        compared = self._columns is None or self._columns.has_baseline or not len(self._columns)
        text = translated(
            "{0}: change from your baseline" if compared else "{0}: angle from the vertical"
        ).format(translated(str(part).capitalize()))
        enter, leave = self._thresholds
        key = (
            translated("slouching from {0:g}°, until below {1:g}°").format(enter, leave),
            translated("hatched: not measured, dotted: nobody there"),
        )[number]
        keyed = compared if number == 0 else self._columns is None or _hatched(self._columns)
        long = f"{text} ({key})" if keyed else text
        fits = self.fontMetrics().horizontalAdvance(long) < self.width() - RIGHT_PX
        label = self._captions[number]
        label.setText(
            long if fits else text, color=QColor(*self._colours.parts[part]), justify="left"
        )
        label.item.setFont(self.font())
        label.setMinimumWidth(0)
        label.setFixedHeight(height_px)


def _hatched(columns: TickColumns) -> bool:
    """Whether what is not judged was not measured either: without a baseline nothing is judged."""
    return columns.has_baseline or not columns.measured


def _brush(colours: Palette, state: State, pattern: Qt.BrushStyle) -> QBrush:
    if state is State.SLOUCHED:
        return QBrush(QColor(*colours.accent, 52), pattern)
    return QBrush(QColor(*colours.states[State.UNKNOWN], 150), pattern)
