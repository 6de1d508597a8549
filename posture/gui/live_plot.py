"""The last ten minutes of both angles, with thresholds that can be dragged.

Unmeasured stretches are hatched and slouches shaded; what was the matter is told
where the mouse is. The wheel and the keys + and - zoom in time, dragging and the arrow keys move, a
double click and Home go back to now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from posture.columns import spans
from posture.gui.ago import RIGHT_PX, AgoAxis, told
from posture.gui.live_panel import SHADED, LivePanel, dragged
from posture.gui.live_panel import Stretches as Stretches  # noqa: PLC0414 - clips have them too
from posture.gui.mailbox import HISTORY_S, History
from posture.gui.plot_axes import DegreeAxis, PanelStyle, style_panel
from posture.gui.plot_panels import degree_range
from posture.gui.translations import translated
from posture.records import Part

if TYPE_CHECKING:
    from posture.columns import Thresholds
    from posture.palette import Palette

PARTS = (Part.NECK, Part.THORACIC)
SHORTEST_S = 10.0
"""As far as one can zoom in."""

_HOVER_PX = 12.0
_DEGREE_STEP = 5.0
_ZOOM = 1.5
"""How much a key zooms; the arrow keys move by a quarter of what is seen."""


class LivePlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Two panels, neck above upper back, over the ten minutes until now.

    Args:
        thresholds: Where slouching begins and ends.
        colours: Of the window.
        parent: As of any widget.

    Signals: `chosen` (`Thresholds`) when a threshold was dragged and let go; `moved` when another
    stretch of time is seen.
    """

    chosen = Signal(object)
    moved = Signal()

    def __init__(
        self, thresholds: Thresholds, colours: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.repaints = 0
        self.thresholds = thresholds
        """Those that are shown: while one is dragged not yet those that count."""
        self._colours = colours
        self._history: History | None = None
        self._times = (-HISTORY_S, 0.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAntialiasing(False)  # only the curves are worth it
        self.setMinimumSize(260, 150)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(translated("Changes over the last ten minutes"))
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setVerticalSpacing(0)
        self._captions, self._plots = [], []
        self._panels: list[LivePanel] = []
        for row, part in enumerate(PARTS):
            self._captions.append(self.addLabel("", row=2 * row, col=0))
            axes = {"left": DegreeAxis("left"), "bottom": AgoAxis("bottom")}
            self._plots.append((part, self.addPlot(2 * row + 1, 0, axisItems=axes)))
            self._panels.append(self._made_panel(self._plots[-1][1], part))
        self.set_colours(colours)
        self._plots[1][1].setXLink(self._plots[0][1])
        self._plots[0][1].sigXRangeChanged.connect(self._note_times)

    def _made_panel(self, plot: pg.PlotItem, part: Part) -> LivePanel:
        plot.getViewBox().setLimits(
            xMin=-HISTORY_S, xMax=0.0, minXRange=SHORTEST_S, maxXRange=HISTORY_S
        )
        panel = LivePanel(plot, part)
        for line in (panel.enter, panel.leave):
            line.sigDragged.connect(self._drag)
            line.sigPositionChangeFinished.connect(self._let_go)
        return panel

    @property
    def is_now(self) -> bool:
        """Whether all ten minutes until now are seen."""
        return self._times[1] > -1e-6 and self._times[0] < 1e-6 - HISTORY_S

    @property
    def pixel_s(self) -> float:
        """Seconds that one pixel stands for: sooner there is hardly anything new to be seen."""
        return (self._times[1] - self._times[0]) / self._style().width_px

    def show_now(self) -> None:
        """Go back to all ten minutes until now."""
        self.show_times(-HISTORY_S, 0.0)

    def show_times(self, start_s: float, end_s: float) -> None:
        """Show this stretch, seconds before now, 0 or below; what is out of range is left out."""
        length_s = min(max(end_s - start_s, SHORTEST_S), HISTORY_S)
        start_s = min(max(start_s, -HISTORY_S), -length_s)
        self._plots[0][1].setXRange(start_s, start_s + length_s, padding=0.0)

    def set_colours(self, colours: Palette) -> None:
        """Paint on another background."""
        self._colours = colours
        self.setBackground(colours.background)
        self._restyle()

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Show others from now on."""
        self._show_thresholds(thresholds)
        self._fill()

    def show_history(self, history: History) -> None:
        """Show these ticks; the caller decides how often."""
        before, self._history = self._history, history
        start_s, end_s = self._times
        if before is not None and end_s < -1e-6:  # the moment that is looked at stays in place
            passed_s = max(0.0, history.now_s - before.now_s)
            self.show_times(start_s - passed_s, end_s - passed_s)
        self._fill()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Not the size of what is drawn, which follows that of this."""
        return QSize(self.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the height among the panels anew."""
        super().resizeEvent(event)
        if hasattr(self, "_plots"):  # pyqtgraph resizes while it is being made
            self._restyle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell what was the matter where the mouse is."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            told = self.told_at(event.position())
            QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go back to now."""
        super().mouseDoubleClickEvent(event)
        self.show_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zoom and move in time; other keys are the window's."""
        (start_s, end_s), key = self._times, event.key()
        length_s = end_s - start_s
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.show_times(end_s - length_s / _ZOOM, end_s)
        elif key == Qt.Key.Key_Minus:
            self.show_times(end_s - length_s * _ZOOM, end_s)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by_s = length_s / 4 * (1 if key == Qt.Key.Key_Right else -1)
            self.show_times(start_s + by_s, end_s + by_s)
        elif key == Qt.Key.Key_Home:
            self.show_now()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802
        """Frame it while it has the keyboard."""
        super().drawForeground(painter, rect)
        if self.hasFocus():
            painter.setPen(QColor(*self._colours.muted))
            painter.drawRect(self.sceneRect().adjusted(0.5, 0.5, -1.5, -1.5))

    def told_at(self, place: QPointF) -> str:
        """What is said about the moment below a place in this widget; empty where nothing is."""
        if self._history is None or not len(self._history.columns):
            return ""
        view = self._plots[0][1].getViewBox()
        at = view.mapSceneToView(self.mapToScene(place.toPoint())).x()
        return told(self._history, float(at), _HOVER_PX * self.pixel_s)

    def _style(self) -> PanelStyle:
        return PanelStyle(
            palette=self._colours,
            width_px=max(self.width() - self._left_px() - RIGHT_PX, 50),
            left_px=self._left_px(),
            right_px=RIGHT_PX,
            scale=self.devicePixelRatioF(),
        )

    def _left_px(self) -> int:
        return int(self.fontMetrics().horizontalAdvance("+90° ")) + 6

    def _note_times(self, _: object, times: tuple[float, float]) -> None:
        self._times = (float(times[0]), float(times[1]))
        self._fill()
        self.moved.emit()

    def _drag(self, line: pg.InfiniteLine) -> None:
        enter = any(line is panel.enter for panel in self._panels)
        self._show_thresholds(dragged(self.thresholds, float(line.value()), enter=enter))

    def _let_go(self, _: object) -> None:
        self.chosen.emit(self.thresholds)

    def _show_thresholds(self, thresholds: Thresholds) -> None:
        self.thresholds = thresholds
        for number, panel in enumerate(self._panels):
            panel.set_thresholds(thresholds)
            self._write_caption(number, panel.part)

    def _restyle(self) -> None:
        """Colours, fonts and sizes; all that does not change with the ticks."""
        style = self._style()
        line_px = self.fontMetrics().height() + 4
        room_px = self.height() - (len(PARTS) + 1) * line_px
        for number, panel in enumerate(self._panels):
            last, plot = number == len(PARTS) - 1, panel.plot
            height_px = max(room_px // len(PARTS), 30) + (line_px if last else 0)
            style_panel(plot, style, height_px=height_px, times=self._times, time_labels=last)
            plot.setMouseEnabled(x=True, y=False)
            for axis in (plot.getAxis("left"), plot.getAxis("bottom")):
                axis.setStyle(tickFont=self.font())
            plot.getAxis("bottom").setHeight(line_px if last else 1)
            panel.set_style(style)
            self._captions[number].item.setFont(self.font())
            self._captions[number].setMinimumWidth(0)
            self._captions[number].setFixedHeight(line_px)
        self._show_thresholds(self.thresholds)
        self._fill()
        # A caption that was too long for a moment has widened everything.
        self.ci.layout.activate()
        self.ci.setGeometry(QRectF(self.viewport().rect()))

    def _fill(self) -> None:
        """The ticks; nothing is made anew."""
        self.repaints += 1
        if self._history is None:
            return
        columns = self._history.columns
        limits = degree_range(columns, self.thresholds)
        low, high = (_DEGREE_STEP * round(value / _DEGREE_STEP) for value in limits)
        shortest_s = 1.5 * self.pixel_s
        shown = {state: spans(columns, state, shortest_s) for state in SHADED}
        for panel in self._panels:
            degrees = panel.degrees if self._is_dragged else (low - 1.0, high + 1.0)
            panel.show(columns, self._times, degrees or (low - 1.0, high + 1.0), shown)

    @property
    def _is_dragged(self) -> bool:
        return any(panel.dragging for panel in self._panels)

    def _write_caption(self, number: int, part: Part) -> None:
        """What the panel shows, and as much of the key as there is room for."""
        text = translated("{0}: change from your baseline").format(
            translated(str(part).capitalize())
        )
        enter, leave = self.thresholds
        key = (
            translated("slouching from {0:g}°, until below {1:g}°").format(enter, leave),
            translated("hatched: not measured, dotted: nobody there"),
        )[number]
        long = f"{text} ({key})"
        room_px = self.width() - RIGHT_PX
        fits = self.fontMetrics().horizontalAdvance(long) < room_px
        colour = QColor(*self._colours.parts[part])
        self._captions[number].setText(long if fits else text, color=colour, justify="left")
