"""A moment that was called wrong: how far the posture had changed, and what counts now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from posture.gui.clip_plot import RIGHT_PX, ClipAxis
from posture.gui.plot_axes import DegreeAxis, PanelStyle, style_panel
from posture.gui.plot_panels import curve_points
from posture.gui.translations import translated
from posture.proposals import Kind
from posture.records import Part

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posture.detector import DetectorSettings
    from posture.palette import RGB, Palette
    from posture.proposals import Trace
    from posture.proposals_search import Proposal
    from posture.records import FloatArray

_LEAST_DEG, _MOST_DEG = -10.0, 60.0
_ROOM_DEG = 8.0


class ProposalPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """The change that was judged over one recording, both thresholds, and where alerts come.

    Args:
        proposal: Its example is shown.
        now: As things are.
        colours: Of the window.
        parent: As of any widget.
    """

    def __init__(
        self,
        proposal: Proposal,
        now: DetectorSettings,
        colours: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._proposal, self._now, self._colours = proposal, now, colours
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(260, 180)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translated("One of the moments that were called wrong"))
        self.caption = translated("The judged change from your baseline in one of these moments")
        """To stand above it."""
        if proposal.change.kind is Kind.POSTURE:
            self.caption = translated(
                "The judged change in one of these moments (dashed: as proposed)"
            )
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setVerticalSpacing(0)
        axes = {"left": DegreeAxis("left"), "bottom": ClipAxis("bottom")}
        self.plot = self.addPlot(0, 0, axisItems=axes)
        self.set_colours(colours)

    def set_colours(self, colours: Palette) -> None:
        """Paint on another background."""
        self._colours = colours
        self.setBackground(colours.background)
        self._fill()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Not the size of what is drawn, which follows that of this."""
        return QSize(560, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Use the whole height."""
        super().resizeEvent(event)
        if hasattr(self, "plot"):  # pyqtgraph resizes while it is being made
            self._fill()

    def _fill(self) -> None:
        colours, before, after = self._colours, self._proposal.before, self._proposal.after
        left_px = int(self.fontMetrics().horizontalAdvance("+90° ")) + 6
        line_px = self.fontMetrics().height() + 4
        style = PanelStyle(colours, max(self.width() - left_px - RIGHT_PX, 50), left_px, RIGHT_PX)
        times_s, changes_deg = _curve(before)
        self.plot.clear()
        length_s = float(times_s[-1]) if times_s.size else 1.0
        height_px = max(self.height(), 60)
        times = (0.0, length_s)
        style_panel(self.plot, style, height_px=height_px, times=times, time_labels=True)
        for name in ("left", "bottom"):
            self.plot.getAxis(name).setStyle(tickFont=self.font())
        self.plot.getAxis("bottom").setHeight(line_px)
        high_deg = self._high_deg(changes_deg)
        self.plot.setYRange(_LEAST_DEG, high_deg, padding=0.0)
        self._add_curves(style, (times_s, changes_deg), _curve(after))
        self._add_thresholds(style, length_s)
        self._add_alerts(style, before, colours.accent, translated("warns now"), high_deg)
        self._add_alerts(style, after, colours.baseline, translated("would warn"), high_deg - 5.0)

    def _high_deg(self, changes_deg: FloatArray) -> float:
        known = changes_deg[np.isfinite(changes_deg)]
        most_deg = float(known.max()) if known.size else 0.0
        most_deg = max(most_deg, self._proposal.change.detector.enter_deg)
        return min(most_deg, _MOST_DEG) + 2 * _ROOM_DEG

    def _add_curves(
        self,
        style: PanelStyle,
        now: tuple[FloatArray, FloatArray],
        then: tuple[FloatArray, FloatArray],
    ) -> None:
        colours = style.palette
        pens = [(now, style.pen(colours.parts[Part.NECK], 2.0))]
        if self._proposal.change.kind is Kind.POSTURE:
            pens.append((then, style.pen(colours.baseline, 2.0, dash=(5, 3))))
        for (times_s, changes_deg), pen in pens:
            times, values, _ = curve_points(times_s, changes_deg, style.width_px)
            curve = pg.PlotCurveItem(times, values, pen=pen, antialias=True, connect="finite")
            self.plot.addItem(curve)

    def _add_thresholds(self, style: PanelStyle, length_s: float) -> None:
        """That of now, and the proposed one where it is another."""
        colours = style.palette
        now_deg, then_deg = self._now.enter_deg, self._proposal.change.detector.enter_deg
        lines = [(now_deg, colours.accent, translated("now {0:g}°").format(now_deg), 1.0)]
        if then_deg != now_deg:
            text = translated("proposed {0:g}°").format(then_deg)
            lines.append((then_deg, colours.baseline, text, 0.0))
        for degrees, colour, text, above in lines:
            pen = style.pen(colour, 1.6, dash=(6, 4))
            line = pg.InfiniteLine(degrees, angle=0, movable=False, pen=pen)
            self.plot.addItem(line, ignoreBounds=True)
            # The lower line's words stand below it, the upper one's above.
            anchor = 0.0 if above and len(lines) > 1 else 1.0
            self._add_text(text, colour, (0.01 * length_s, degrees), (0.0, anchor))

    def _add_alerts(
        self, style: PanelStyle, trace: Trace, colour: RGB, text: str, top_deg: float
    ) -> None:
        for at_s in trace.alerts_s:
            place_s = at_s - trace.frames[0].timestamp_s
            pen = style.pen(colour, 1.6)
            line = pg.InfiniteLine(place_s, angle=90, movable=False, pen=pen)
            self.plot.addItem(line, ignoreBounds=True)
            self._add_text(text, colour, (place_s, top_deg), (-0.05, 0.0))

    def _add_text(
        self, text: str, colour: RGB, place: tuple[float, float], anchor: tuple[float, float]
    ) -> None:
        label = pg.TextItem(text, color=colour, anchor=anchor)
        label.setFont(self.font())
        label.setPos(*place)
        self.plot.addItem(label, ignoreBounds=True)


def _curve(trace: Trace) -> tuple[FloatArray, FloatArray]:
    """(n,) seconds from its first picture, (n,) degrees of the judged change, NaN for none."""
    times_s = np.array([frame.timestamp_s for frame in trace.frames])
    changes_deg = np.array([frame.change.worst_deg for frame in trace.frames])
    return times_s - (times_s[0] if times_s.size else 0.0), changes_deg
