"""Fills pyqtgraph plots from columns of ticks; shared by the saved chart and live windows.

The functions add items to a `PlotItem` and set its ranges; they neither own it nor read a clock.
Sizes are in logical pixels, times in seconds, angles in degrees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsPathItem

from posture.columns import spans, split_at_gaps, thin
from posture.gui.plot_axes import font
from posture.gui.translations import translated
from posture.records import AlertLevel, Part, State

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainterPath, QPen

    from posture.columns import Thresholds, TickColumns
    from posture.gui.plot_axes import PanelStyle
    from posture.palette import RGB
    from posture.records import FloatArray

LANES = (State.UPRIGHT, State.SLOUCHED, State.AWAY, State.UNKNOWN)
"""States with a lane of their own, from the top; a pause ends the session and needs none."""

_LOWEST_DEG, _HIGHEST_DEG = -10.0, 20.0
_BASELINE_LABEL_PX = 96.0


def degree_range(columns: TickColumns, thresholds: Thresholds) -> tuple[float, float]:
    """Vertical range for both change panels: all curves, the baseline and the thresholds."""
    if columns.has_baseline:
        shown = [columns.neck_change_deg, columns.thoracic_change_deg]
        shown += [columns.neck_judged_deg, columns.thoracic_judged_deg]
    else:
        shown = [columns.neck_deg, columns.thoracic_deg]
    values = np.concatenate([*shown, [_LOWEST_DEG, _HIGHEST_DEG, thresholds.enter_deg + 5.0]])
    values = values[np.isfinite(values)]
    low, high = float(values.min()), float(values.max())
    room = 0.08 * (high - low)
    return max(low - room, -90.0), min(high + 2.0 * room, 120.0)


def fill_angle_panel(
    plot: pg.PlotItem,
    columns: TickColumns,
    part: Part,
    style: PanelStyle,
    *,
    thresholds: Thresholds,
    degrees: tuple[float, float],
) -> None:
    """Draw one angle over time, or its change if there is a baseline: band, frames, judged.

    Args:
        plot: A pyqtgraph `PlotItem`.
        columns: Ticks.
        part: Neck or upper back.
        style: Colours and sizes.
        thresholds: Drawn if there is a baseline, and labelled at the right.
        degrees: Vertical range.
    """
    plot.setYRange(*degrees, padding=0.0)
    colour = style.palette.parts[part]
    name = "neck" if part is Part.NECK else "thoracic"
    kind = f"{name}_change" if columns.has_baseline else name
    angle = getattr(columns, f"{kind}_deg").astype(np.float64)
    spread = getattr(columns, f"{kind}_sd_deg").astype(np.float64)
    judged = getattr(columns, f"{name}_judged_deg").astype(np.float64)
    judged[np.isnan(angle)] = np.nan
    has_judged = columns.has_baseline and bool(np.isfinite(judged).any())
    _add_rule(plot, 0.0, style.pen(style.palette.muted, 1.0))
    if columns.has_baseline:
        _add_thresholds(plot, thresholds, style, degrees)
    _add_band(plot, columns.timestamp_s, angle - spread, angle + spread, colour, style)
    if has_judged:
        # Hours of frames become a solid block: keep it in the background.
        alpha = 120 if len(columns) <= 4 * style.width_px else 64
        _add_curve(plot, columns.timestamp_s, angle, style.pen(colour, 1.0, alpha=alpha), style)
        _add_curve(plot, columns.timestamp_s, judged, style.pen(colour, 2.4), style)
    else:
        _add_curve(plot, columns.timestamp_s, angle, style.pen(colour, 1.6), style)


def _add_rule(plot: pg.PlotItem, position: float, pen: QPen, angle: int = 0) -> None:
    plot.addItem(pg.InfiniteLine(position, angle=angle, movable=False, pen=pen))


def _add_thresholds(
    plot: pg.PlotItem, thresholds: Thresholds, style: PanelStyle, degrees: tuple[float, float]
) -> None:
    enter, leave = thresholds
    colour = style.palette.accent
    beyond = pg.LinearRegionItem(
        (enter, degrees[1] + 1.0),
        "horizontal",
        movable=False,
        brush=(*colour, 16),
        pen=pg.mkPen(None),
    )
    beyond.setZValue(-20)
    plot.addItem(beyond)
    _add_rule(plot, enter, style.pen(colour, 1.4, dash=(6, 4)))
    _add_rule(plot, leave, style.pen(colour, 1.2, dash=(1.5, 4)))
    # Two close thresholds push their labels apart instead of printing them over each other.
    apart = 15.0 * (degrees[1] - degrees[0]) / max(plot.minimumHeight(), 1.0)
    push = max(0.0, (apart - abs(enter - leave)) / 2.0)
    axis = plot.getAxis("right")
    axis.setTextPen(style.pen(colour, 1.0))
    labels = [
        (enter + push, f"slouching from {enter:g}°"),
        (leave - push, f"until below {leave:g}°"),
    ]
    axis.setTicks([labels])


def curve_points(
    time_s: FloatArray, angle: FloatArray, most: int
) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """A curve of at most `most` stretches: times, values, and which measurements stand alone.

    Args:
        time_s: (n,) seconds.
        angle: (n,) degrees, NaN when unmeasured.
        most: As in `posture.columns.thin`.

    Returns:
        (m,) each. Where a stretch has more than one value, its lowest and its highest follow
        each other; a NaN parts what is not joined.
    """
    times, low, high = split_at_gaps(*thin(time_s, angle, angle, most))
    valid = np.isfinite(low)
    alone = valid & ~np.r_[False, valid[:-1]] & ~np.r_[valid[1:], False]
    if not np.array_equal(low, high, equal_nan=True):
        times, low = np.repeat(times, 2), np.stack((low, high), axis=-1).ravel()
        alone = np.stack((np.zeros_like(alone), alone), axis=-1).ravel()
    return times, low, alone


def _add_curve(
    plot: pg.PlotItem, time_s: FloatArray, angle: FloatArray, pen: QPen, style: PanelStyle
) -> None:
    times, values, alone = curve_points(time_s, angle, style.width_px)
    if not np.isfinite(values).any():
        return
    if alone.any():
        size = pen.widthF() + 4.0 * style.scale
        dots = pg.ScatterPlotItem(
            times[alone], values[alone], size=size, pen=None, brush=pen.color()
        )
        dots.opts["antialias"] = True
        plot.addItem(dots)
    plot.addItem(pg.PlotCurveItem(times, values, pen=pen, antialias=True, connect="finite"))


def band_path(
    time_s: FloatArray, lower: FloatArray, upper: FloatArray, most: int
) -> QPainterPath | None:
    """The outline of a range over time, `most` stretches at most; None where nothing was measured.

    Args:
        time_s: (n,) seconds.
        lower: (n,) degrees, NaN when unmeasured.
        upper: (n,) degrees.
        most: As in `posture.columns.thin`; a measurement between two gaps becomes as wide as that.
    """
    times, low, high = split_at_gaps(*thin(time_s, lower, upper, most))
    valid = np.isfinite(low) & np.isfinite(high)
    if not valid.any():
        return None
    edges = np.flatnonzero(np.diff(valid, prepend=False, append=False)).reshape(-1, 2)
    runs = [np.arange(start, stop) for start, stop in edges]
    # A measurement between two gaps has no width of its own: half a pixel each side shows it.
    half_s = 0.75 * (time_s[-1] - time_s[0]) / most
    x = np.concatenate([_outline(times[run], half_s) for run in runs])
    y = np.concatenate([np.r_[low[run], high[run[::-1]]] for run in runs])
    connect = np.ones(x.size, dtype=np.int32)
    connect[np.cumsum([2 * run.size for run in runs]) - 1] = 0
    return pg.arrayToQPath(x, y, connect=connect)  # type: ignore[no-any-return]


def _add_band(
    plot: pg.PlotItem,
    time_s: FloatArray,
    lower: FloatArray,
    upper: FloatArray,
    colour: RGB,
    style: PanelStyle,
) -> None:
    path = band_path(time_s, lower, upper, style.width_px)
    if path is None:
        return
    band = QGraphicsPathItem(path)
    band.setBrush(pg.mkBrush(*colour, 38))
    band.setPen(pg.mkPen(None))
    band.setZValue(-10)
    plot.addItem(band)


def _outline(times: FloatArray, half_s: float) -> FloatArray:
    """There and back along the times of a band, widened if it is a single point."""
    if times.size == 1:
        return np.concatenate((times - half_s, times + half_s))
    return np.concatenate((times, times[::-1]))


def mark_baseline(
    plot: pg.PlotItem,
    stretch: tuple[float, float],
    style: PanelStyle,
    *,
    bottom_deg: float | None = None,
) -> None:
    """Shade the upright baseline; `bottom_deg` is where its label stands, if one is wanted."""
    low_s, high_s = plot.getViewBox().viewRange()[0]
    start_s, end_s = stretch
    if end_s < low_s or start_s > high_s:
        return
    colour = style.palette.baseline
    region = pg.LinearRegionItem(
        stretch,
        movable=False,
        brush=(*colour, 40),
        pen=style.pen(colour, 1.0, alpha=130),
    )
    region.setZValue(-15)
    plot.addItem(region)
    if bottom_deg is not None:
        label_s = _BASELINE_LABEL_PX * (high_s - low_s) / style.width_px
        beside = end_s - start_s < label_s < high_s - end_s
        place_s = end_s if beside else start_s
        anchor = 1.0 if high_s - place_s < label_s else 0.0
        label = pg.TextItem(translated("your baseline"), color=colour, anchor=(anchor, 1.0))
        label.setFont(font(12))
        label.setPos(place_s, bottom_deg)
        plot.addItem(label)


def mark_alerts(
    plot: pg.PlotItem, columns: TickColumns, style: PanelStyle, *, top_deg: float | None = None
) -> None:
    """Draw a line at each alert; `top_deg` is where its number hangs, if wanted.

    A notification's number is filled, a quiet cue's is outlined.
    """
    colour = style.palette.accent
    for number, alert in enumerate(columns.alerts, start=1):
        _add_rule(plot, alert.timestamp_s, style.pen(colour, 1.2, alpha=190), angle=90)
        if top_deg is None:
            continue
        loud = alert.level is AlertLevel.NOTICE
        badge = pg.TextItem(
            str(number),
            color=style.palette.on_accent if loud else colour,
            anchor=(0.5, 0.0),
            fill=colour if loud else style.palette.surface,
            border=style.pen(colour, 1.0),
        )
        badge.setFont(font(12, QFont.Weight.DemiBold))
        badge.setPos(alert.timestamp_s, top_deg)
        badge.setZValue(20)
        plot.addItem(badge)


def fill_state_lanes(plot: pg.PlotItem, columns: TickColumns, style: PanelStyle) -> None:
    """Draw a lane per state, named at the left, with a bar wherever the state held.

    Args:
        plot: A pyqtgraph `PlotItem` whose horizontal range is set.
        columns: Ticks.
        style: Colours and sizes.
    """
    low_s, high_s = plot.getViewBox().viewRange()[0]
    shortest_s = 1.5 * (high_s - low_s) / style.width_px
    plot.setYRange(-0.5, len(LANES) - 0.5, padding=0.0)
    plot.getAxis("left").setGrid(False)
    plot.getAxis("left").setTicks(
        [[(len(LANES) - 1 - lane, state.value) for lane, state in enumerate(LANES)]]
    )
    for lane, state in enumerate(LANES):
        begins, ends = spans(columns, state, shortest_s)
        row = len(LANES) - 1 - lane
        if lane:
            _add_rule(plot, row + 0.5, style.pen(style.palette.line, 1.0))
        if begins.size:
            brush = pg.mkBrush(style.palette.states[state])
            bars = pg.BarGraphItem(
                x0=begins, x1=ends, y0=row - 0.3, height=0.6, brush=brush, pen=pg.mkPen(None)
            )
            plot.addItem(bars)
