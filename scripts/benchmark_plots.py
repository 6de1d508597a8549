"""Draws docs/benchmarks.json into docs/images: python scripts/benchmark_plots.py.

Each entry is a chart: `bars` of one number a row, or `lines` over numbers. The figures are those
that `make bench` and `make soak` printed, typed in with the day on which they did.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pyqtgraph as pg

from posture.palette import LIGHT

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "benchmarks.json"
WIDTH_PX, BAR_PX, LINES_PX = 760, 34, 300
NAMES_PX = 110
COLOURS = [*LIGHT.parts.values(), LIGHT.accent]


def main() -> None:
    """Draw all charts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "2"
    application = pg.mkQApp()
    pg.setConfigOptions(background=LIGHT.background, foreground=LIGHT.text, antialias=True)
    for chart in json.loads(FIGURES.read_text(encoding="utf-8")):
        rows = len(chart.get("rows", ()))
        height_px = LINES_PX if chart["kind"] == "lines" else 90 + BAR_PX * rows
        widget = pg.PlotWidget(title=chart["title"])
        widget.resize(WIDTH_PX, height_px)
        (_lines if chart["kind"] == "lines" else _bars)(widget.getPlotItem(), chart)
        widget.setLabel("bottom", chart["unit"])
        widget.show()
        application.processEvents()
        widget.grab().save(str(ROOT / "docs" / "images" / f"bench-{chart['name']}.png"))


def _bars(plot: Any, chart: dict[str, Any]) -> None:  # noqa: ANN401 - pyqtgraph has no types
    names, values = zip(*chart["rows"], strict=True)
    places = list(range(len(values), 0, -1))
    own = [LIGHT.accent if name.startswith("posture") else LIGHT.muted for name in names]
    plot.addItem(pg.BarGraphItem(x0=0, y=places, width=values, height=0.6, brushes=own, pen=None))
    for place, value in zip(places, values, strict=True):
        label = pg.TextItem(f"{value:g}", color=LIGHT.text, anchor=(0, 0.5))
        label.setPos(value, place)
        plot.addItem(label)
    plot.getAxis("left").setTicks([list(zip(places, names, strict=True))])
    plot.getAxis("left").setWidth(NAMES_PX)
    plot.setXRange(0, 1.08 * max(values), padding=0)


def _lines(plot: Any, chart: dict[str, Any]) -> None:  # noqa: ANN401
    plot.addLegend(offset=(-10, 10))
    for number, (name, values) in enumerate(chart["series"].items()):
        pen = pg.mkPen(COLOURS[number % len(COLOURS)], width=2)
        symbol = "ost"[number % 3]
        plot.plot(chart["x"], values, pen=pen, symbol=symbol, symbolSize=6, name=name)
    plot.setYRange(0, 1.15 * max(max(each) for each in chart["series"].values()), padding=0)


if __name__ == "__main__":
    main()
