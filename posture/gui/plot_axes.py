"""Axes, fonts, pens and margins of the charts; see `posture.gui.plot_panels` for what they show."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.palette import RGB, Palette

_TIME_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
_TIME_LABEL_PX = 90.0
_DEGREE_STEPS = (5, 10, 20, 45)
_DEGREE_LABEL_PX = 24.0


@dataclass(frozen=True, slots=True)
class PanelStyle:
    """How panels look.

    Attributes:
        palette: Colours.
        width_px: Width of the data area: no curve gets more points than that.
        left_px: Room for the labels on the left.
        right_px: Room for the labels on the right.
        scale: Pixels per logical pixel where the plot will be painted.
    """

    palette: Palette
    width_px: int
    left_px: int
    right_px: int
    scale: float = 1.0

    def pen(
        self, colour: RGB, width_px: float, *, alpha: int = 255, dash: Sequence[float] = ()
    ) -> QPen:
        """A pen; pyqtgraph's curves ignore the painter's scale, so it is part of the width."""
        pen = QPen(QColor(*colour, alpha), width_px * self.scale)
        pen.setCosmetic(True)
        if dash:
            pen.setDashPattern(list(dash))
        return pen


def font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's sans-serif font at a size in pixels."""
    face = QFont()
    face.setStyleHint(QFont.StyleHint.SansSerif)
    face.setPixelSize(size_px)
    face.setWeight(weight)
    return face


def time_text(seconds: float, *, hours: bool) -> str:
    """A time as m:ss, or as h:mm:ss."""
    whole = int(seconds + 1e-6)
    if hours:
        return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """A horizontal axis in minutes and seconds, hours when it is long."""

    def tickValues(  # noqa: N802
        self, low_s: float, high_s: float, size_px: float
    ) -> list[tuple[float, list[float]]]:
        """Round times, far enough apart for their labels."""
        wanted = (high_s - low_s) * _TIME_LABEL_PX / max(size_px, 1.0)
        step = next((step for step in _TIME_STEPS_S if step >= wanted), _TIME_STEPS_S[-1])
        while step < wanted:
            step *= 2
        first, last = ceil(low_s / step), floor(high_s / step)
        return [(step, [float(count * step) for count in range(first, last + 1)])]

    def tickStrings(  # noqa: N802
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        """Labels for `tickValues`."""
        hours = self.range[1] >= 3600.0
        return [time_text(value, hours=hours) for value in values]


class DegreeAxis(pg.AxisItem):  # type: ignore[misc]
    """A vertical axis in degrees; `signed` writes a plus where a change is positive."""

    signed = True

    def tickValues(  # noqa: N802
        self, low_deg: float, high_deg: float, size_px: float
    ) -> list[tuple[float, list[float]]]:
        """Multiples of 5, 10, 20 or 45 degrees, far enough apart for their labels."""
        wanted = (high_deg - low_deg) * _DEGREE_LABEL_PX / max(size_px, 1.0)
        step = next((step for step in _DEGREE_STEPS if step >= wanted), _DEGREE_STEPS[-1])
        first, last = ceil(low_deg / step), floor(high_deg / step)
        return [(step, [float(count * step) for count in range(first, last + 1)])]

    def tickStrings(  # noqa: N802
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        """Labels with a degree sign and a real minus."""
        sign = "+" if self.signed else ""
        texts = [f"{value:{sign}.0f}°" if value else "0°" for value in values]
        return [text.replace("-", "\N{MINUS SIGN}") for text in texts]


def style_panel(
    plot: pg.PlotItem,
    style: PanelStyle,
    *,
    height_px: int,
    times: tuple[float, float],
    time_labels: bool,
) -> None:
    """Give a panel its frame, fonts, fixed size and time range, and switch its menus off."""
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setFixedHeight(height_px)
    plot.layout.setContentsMargins(0, 0, 0, 0)
    plot.setXRange(*times, padding=0.0)
    plot.showGrid(x=True, y=True, alpha=1.0)
    for name in ("left", "right", "bottom"):
        plot.showAxis(name)
        axis = plot.getAxis(name)
        axis.setPen(style.pen(style.palette.line, 1.0))
        axis.setZValue(-200)  # the grid belongs behind the curves
        axis.setTextPen(style.pen(style.palette.muted, 1.0))
        axis.setStyle(tickFont=font(12), tickLength=0, autoExpandTextSpace=False)
    plot.getAxis("left").setWidth(style.left_px)
    plot.getAxis("right").setWidth(style.right_px)
    plot.getAxis("right").setGrid(False)
    plot.getAxis("right").setTicks([])
    plot.getAxis("bottom").setStyle(showValues=time_labels, hideOverlappingLabels=False)
    plot.getAxis("bottom").setHeight(24 if time_labels else 1)
