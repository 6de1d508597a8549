"""Small charts for the accuracy report, drawn by Qt without a display."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame

from calibration.accuracy_tables import NAMES, agree, standardised
from calibration.statistics import (
    coverage_curve,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from calibration.evaluate import Method

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

LEVELS = np.linspace(0.05, 0.95, 19)
COLOURS = ((0, 101, 163), (190, 82, 0), (0, 130, 96), (142, 68, 128))
_TEXT, _MUTED = (33, 37, 41), (130, 137, 146)
_MOST_POINTS = 1500
"""More points in a panel hide each other and swell the file."""
_BINS = 9
_KEPT: list[QApplication] = []
"""An application without a reference is deleted."""


def save_charts(method: Method, folder: Path) -> None:
    """Write the charts of one method with standard deviations into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    e, still = method.examples, ~method.examples.sequence
    against, bland = [], []
    for target, name in enumerate(NAMES):
        true, estimate = e.change[still, target], method.change[still, target]
        error, a = estimate - true, agree(method, still, target)
        against.append(Cloud(name, true, error, trend=True))
        levels = (a.bias.value, a.lower, a.upper)
        bland.append(Cloud(name, (true + estimate) / 2, error, levels))
    save_clouds(folder / "error_by_change.png", against, "true change (°)", "error (°)")
    x_label = "mean of estimate and truth (°)"
    save_clouds(folder / "bland_altman.png", bland, x_label, "error (°)")
    z = standardised(method)[0][still]
    curves = {name: coverage_curve(z[:, target], LEVELS) for target, name in enumerate(NAMES)}
    save_calibration(folder / "uncertainty.png", LEVELS, curves)


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """One panel of points.

    Attributes:
        title: Above the panel.
        x, y: (n,) degrees.
        levels: Heights of horizontal lines; the first is drawn whole, the others dashed.
        trend: Whether to draw the mean of y over equally filled bins of x.
    """

    title: str
    x: Floats
    y: Floats
    levels: tuple[float, ...] = (0.0,)
    trend: bool = False


def save_clouds(path: Path, clouds: list[Cloud], x_label: str, y_label: str) -> None:
    """Write panels of points, two in a row."""
    page = _page()
    for place, cloud in enumerate(clouds):
        plot = page.addPlot(row=place // 2, col=place % 2)
        _style(plot, cloud.title, x_label, y_label)
        _fill(plot, cloud, COLOURS[place % len(COLOURS)])
    _save(page, path, 900, 340 * ((len(clouds) + 1) // 2))


def save_calibration(path: Path, levels: Floats, curves: Mapping[str, Floats]) -> None:
    """Write expected against observed share of errors inside the model's own intervals.

    Args:
        path: PNG to write.
        levels: (k,) expected shares.
        curves: (k,) observed shares by name.
    """
    page = _page()
    plot = page.addPlot()
    _style(plot, "Share of errors inside the interval (%)", "expected", "observed")
    legend = plot.addLegend(offset=(60, 10), labelTextColor=QColor(*_TEXT))
    legend.setBrush(QColor(255, 255, 255, 220))
    plot.plot([0, 100], [0, 100], pen=_pen(_MUTED, 1, dashed=True), name="perfectly calibrated")
    for place, (name, observed) in enumerate(curves.items()):
        plot.plot(100 * levels, 100 * observed, pen=_pen(COLOURS[place % 4], 2), name=name)
    plot.setRange(xRange=(0, 100), yRange=(0, 100), padding=0.01)
    _save(page, path, 560, 480)


def _fill(plot: pg.PlotItem, cloud: Cloud, colour: tuple[int, int, int]) -> None:
    known = np.flatnonzero(np.isfinite(cloud.x) & np.isfinite(cloud.y))
    shown = np.random.default_rng(0).permutation(known)[:_MOST_POINTS]
    plot.addItem(
        pg.ScatterPlotItem(
            cloud.x[shown], cloud.y[shown], size=4, pen=None, brush=QColor(*colour, 70)
        )
    )
    for place, level in enumerate(cloud.levels):
        plot.addItem(pg.InfiniteLine(level, 0, pen=_pen(_TEXT, 1, dashed=place > 0)))
    if cloud.trend and len(known) >= 5 * _BINS:
        parts = np.array_split(known[np.argsort(cloud.x[known], kind="stable")], _BINS)
        middles = [float(cloud.x[part].mean()) for part in parts]
        plot.plot(middles, [float(cloud.y[part].mean()) for part in parts], pen=_pen(_TEXT, 3))


def _pen(colour: tuple[int, int, int], width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(*colour), width)
    pen.setCosmetic(True)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _page() -> pg.GraphicsLayoutWidget:
    if QApplication.instance() is None:
        _KEPT.append(QApplication(["lab", "-platform", "offscreen"]))
    page = pg.GraphicsLayoutWidget()
    page.setBackground(QColor("white"))
    page.setFrameShape(QFrame.Shape.NoFrame)
    page.setAntialiasing(True)
    return page


def _style(plot: pg.PlotItem, title: str, x_label: str, y_label: str) -> None:
    plot.setTitle(title, color=QColor(*_TEXT), size="10pt")
    plot.showGrid(x=True, y=True, alpha=0.15)
    plot.hideButtons()
    for side, label in (("bottom", x_label), ("left", y_label)):
        axis = plot.getAxis(side)
        axis.setPen(QColor(*_MUTED))
        axis.setTextPen(QColor(*_TEXT))
        axis.enableAutoSIPrefix(False)
        axis.setLabel(label)


def _save(page: pg.GraphicsLayoutWidget, path: Path, width_px: int, height_px: int) -> None:
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.resize(width_px, height_px)
    page.show()  # only a shown page is laid out
    QApplication.processEvents()
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page.render(painter, QRectF(0, 0, width_px, height_px))
    finally:
        painter.end()
        page.close()
    small = image.convertToFormat(
        QImage.Format.Format_Indexed8,
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )
    if not small.save(str(path)):
        raise OSError(f"{path}: the chart could not be written")
