"""The last ten minutes of both angles, filled by `posture.gui.plot_panels` like the saved chart.

Unmeasured stretches are hatched and slouches shaded; what was the matter is told
where the mouse is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from posture.columns import spans
from posture.gui.mailbox import HISTORY_S, History
from posture.gui.plot_axes import DegreeAxis, PanelStyle, TimeAxis, style_panel
from posture.gui.plot_panels import degree_range, fill_angle_panel, mark_alerts
from posture.gui.translations import translated
from posture.gui.words import change_text, duration
from posture.records import REASON_TEXT, Part, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.columns import Thresholds, TickColumns
    from posture.palette import Palette
    from posture.records import FloatArray

PARTS = (Part.NECK, Part.THORACIC)

_RIGHT_PX = 24
_SHADED = (State.SLOUCHED, State.UNKNOWN, State.AWAY)
_HOVER_PX = 12.0
_DEGREE_STEP = 5.0


class AgoAxis(TimeAxis):
    """A horizontal axis of times before now."""

    def boundingRect(self) -> QRectF:  # noqa: N802
        """With the margins, for the labels at both ends: with a grid pyqtgraph leaves them out."""
        rect = QRectF(super().boundingRect())
        return rect.adjusted(-_RIGHT_PX, 0.0, _RIGHT_PX, 0.0)

    def tickStrings(  # noqa: N802
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        """Labels for `tickValues`: whole minutes ago."""
        ago, now = translated("{0:g} min ago"), translated("now")
        return [ago.format(-value / 60) if value else now for value in values]


class Stretches(pg.GraphicsObject):  # type: ignore[misc]
    """Bars over the whole height of a panel, hatched in pixels whatever the axes' units are."""

    def __init__(self, begins: FloatArray, ends: FloatArray, brush: QBrush) -> None:
        super().__init__()
        self._spans = list(zip(begins.tolist(), ends.tolist(), strict=True))
        self._brush = brush

    def boundingRect(self) -> QRectF:  # noqa: N802
        """All that is seen: bars are cut off at the panel's edge."""
        return QRectF(self.viewRect())

    def paint(self, painter: QPainter, *_: object) -> None:
        """Fill each bar."""
        seen, place = self.viewRect(), painter.worldTransform()
        painter.save()
        painter.setWorldTransform(place.__class__())
        for begin, end in self._spans:
            bar = QRectF(begin, seen.top(), end - begin, seen.height())
            painter.fillRect(place.mapRect(bar), self._brush)
        painter.restore()


class LivePlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Two panels, neck above upper back, over the ten minutes until now.

    Args:
        thresholds: Where slouching begins and ends.
        colours: Of the window.
        parent: As of any widget.
    """

    def __init__(
        self, thresholds: Thresholds, colours: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.repaints = 0
        self._thresholds = thresholds
        self._colours = colours
        self._history: History | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAntialiasing(True)
        self.setMinimumSize(260, 150)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(translated("Changes over the last ten minutes"))
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setVerticalSpacing(0)
        self._captions, self._plots = [], []
        for row, part in enumerate(PARTS):
            self._captions.append(self.addLabel("", row=2 * row, col=0))
            axes = {"left": DegreeAxis("left"), "bottom": AgoAxis("bottom")}
            self._plots.append((part, self.addPlot(2 * row + 1, 0, axisItems=axes)))
        self.set_colours(colours)

    def set_colours(self, colours: Palette) -> None:
        """Paint on another background."""
        self._colours = colours
        self.setBackground(colours.background)
        self._refill()

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Show others from now on."""
        self._thresholds = thresholds
        self._refill()

    def show_history(self, history: History) -> None:
        """Show these ticks; the caller decides how often."""
        self._history = history
        self._refill()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the height among the panels anew."""
        super().resizeEvent(event)
        if hasattr(self, "_plots"):  # pyqtgraph resizes while it is being made
            self._refill()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell what was the matter where the mouse is."""
        super().mouseMoveEvent(event)
        QToolTip.showText(event.globalPosition().toPoint(), self.told_at(event.position()), self)

    def told_at(self, place: QPointF) -> str:
        """What is said about the moment below a place in this widget; empty where nothing is."""
        if self._history is None or not len(self._history.columns):
            return ""
        view = self._plots[0][1].getViewBox()
        at = view.mapSceneToView(self.mapToScene(place.toPoint())).x()
        return told(self._history, float(at), _HOVER_PX * HISTORY_S / self._style().width_px)

    def _style(self) -> PanelStyle:
        return PanelStyle(
            palette=self._colours,
            width_px=max(self.width() - self._left_px() - _RIGHT_PX, 50),
            left_px=self._left_px(),
            right_px=_RIGHT_PX,
        )

    def _left_px(self) -> int:
        return int(self.fontMetrics().horizontalAdvance("+90° ")) + 6

    def _refill(self) -> None:
        self.repaints += 1
        style = self._style()
        line_px = self.fontMetrics().height() + 4
        room_px = self.height() - (len(PARTS) + 1) * line_px
        columns = None if self._history is None else self._history.columns
        for number, (part, plot) in enumerate(self._plots):
            last = number == len(PARTS) - 1
            height_px = max(room_px // len(PARTS), 30) + (line_px if last else 0)
            plot.clear()
            style_panel(plot, style, height_px=height_px, times=(-HISTORY_S, 0.0), time_labels=last)
            for axis in (plot.getAxis("left"), plot.getAxis("bottom")):
                axis.setStyle(tickFont=self.font())
            plot.getAxis("bottom").setHeight(line_px if last else 1)
            self._write_caption(number, part, line_px)
            if columns is not None:
                _fill(plot, columns, part, style, self._thresholds)
        # A caption that was too long for a moment has widened everything.
        self.ci.layout.activate()
        self.ci.setGeometry(QRectF(self.viewport().rect()))

    def _write_caption(self, number: int, part: Part, height_px: int) -> None:
        """What the panel shows, and as much of the key as there is room for."""
        text = translated("{0}: change from your baseline").format(
            translated(str(part).capitalize())
        )
        enter, leave = self._thresholds
        key = (
            translated("slouching from {0:g}°, until below {1:g}°").format(enter, leave),
            translated("hatched: not measured, dotted: nobody there"),
        )[number]
        long = f"{text} ({key})"
        room_px = self.width() - _RIGHT_PX
        fits = self.fontMetrics().horizontalAdvance(long) < room_px
        label = self._captions[number]
        label.setText(
            long if fits else text, color=QColor(*self._colours.parts[part]), justify="left"
        )
        label.item.setFont(self.font())
        label.setMinimumWidth(0)
        label.setFixedHeight(height_px)


def _fill(
    plot: pg.PlotItem, columns: TickColumns, part: Part, style: PanelStyle, thresholds: Thresholds
) -> None:
    """Curves and band, shading, and a numbered line at each alert."""
    low, high = (_DEGREE_STEP * round(v / _DEGREE_STEP) for v in degree_range(columns, thresholds))
    plot.getAxis("left").signed = columns.has_baseline
    fill_angle_panel(
        plot, columns, part, style, thresholds=thresholds, degrees=(low - 1.0, high + 1.0)
    )
    plot.getAxis("right").setTicks([])
    for state in _SHADED:
        begins, ends = spans(columns, state, 1.5 * HISTORY_S / style.width_px)
        if begins.size:
            shade = Stretches(begins, ends, _brush(style.palette, state))
            shade.setZValue(-18)
            plot.addItem(shade, ignoreBounds=True)
    mark_alerts(plot, columns, style, top_deg=high + 1.0 if part is PARTS[0] else None)


def _brush(colours: Palette, state: State) -> QBrush:
    if state is State.SLOUCHED:
        return QBrush(QColor(*colours.accent, 52))
    pattern = Qt.BrushStyle.BDiagPattern if state is State.UNKNOWN else Qt.BrushStyle.Dense6Pattern
    return QBrush(QColor(*colours.states[State.UNKNOWN], 150), pattern)


def told(history: History, time_s: float, within_s: float) -> str:
    """One moment in words: when, the changes, or why there are none; empty without a tick near.

    Args:
        history: Ticks.
        time_s: Seconds before now, 0 or below.
        within_s: How far a tick may be from it.
    """
    index = history.nearest(time_s, within_s)
    if index is None:
        return ""
    columns, reason = history.columns, history.reason_at(index)
    when = translated("{0} ago").format(duration(-float(columns.timestamp_s[index])))
    changes = [
        (translated("neck"), columns.neck_change_deg, columns.neck_change_sd_deg),
        (translated("upper back"), columns.thoracic_change_deg, columns.thoracic_change_sd_deg),
    ]
    known = [
        f"{name} {change_text(float(change[index]), float(spread[index]))}"
        for name, change, spread in changes
        if np.isfinite(change[index])
    ]
    if reason is not None:
        known.append(translated(REASON_TEXT[reason]))
    return f"{when}: {', '.join(known)}" if known else when
