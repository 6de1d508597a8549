"""The chart of `posture replay --plot`: both angles, states and alerts over time, as a PNG.

Qt draws it without a window or a display. `plot_panels` fills the panels and `plot_page` writes
the words around them. The same columns give the same bytes on the same machine; fonts differ from
machine to machine.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QFrame

from posture import folders
from posture.gui import plot_page as layout
from posture.gui.plot_axes import DegreeAxis, PanelStyle, TimeAxis, style_panel
from posture.gui.plot_panels import (
    degree_range,
    fill_angle_panel,
    fill_state_lanes,
    mark_alerts,
    mark_baseline,
)
from posture.palette import palette
from posture.ports import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from posture.columns import Thresholds, TickColumns


def save_plot(
    path: Path,
    columns: TickColumns,
    *,
    title: str,
    thresholds: Thresholds,
    baseline_stretch: tuple[float, float] | None,
    dark: bool = False,
    scale: float = 1.0,
) -> None:
    """Write the chart of a session.

    Must be called from the main thread. Uses the running Qt application if there is one, and
    otherwise starts one that needs no display.

    Args:
        path: File to write; replaced only when the new one is complete.
        columns: Ticks of the session; may be empty.
        title: What was recorded, for example the clip's name.
        thresholds: Where slouching begins and ends.
        baseline_stretch: Start and end of the upright baseline in seconds, or None if it comes
            from elsewhere.
        dark: Light text on a dark background.
        scale: Pixels per logical pixel; 2 for high-resolution screens and print.

    Raises:
        OutputError: The file cannot be written, or Qt runs without a graphical application.
    """
    image = draw_plot(
        columns,
        title=title,
        thresholds=thresholds,
        baseline_stretch=baseline_stretch,
        dark=dark,
        scale=scale,
    )
    _replace(path, _png(image))


def draw_plot(
    columns: TickColumns,
    *,
    title: str,
    thresholds: Thresholds,
    baseline_stretch: tuple[float, float] | None,
    dark: bool = False,
    scale: float = 1.0,
) -> QImage:
    """The same chart as a picture in memory; see `save_plot`."""
    _application()
    page = layout.Page(title, columns, palette(dark=dark))
    size = (round(layout.WIDTH_PX * scale), round(page.height_px * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(*page.colours.background))
    panels = _panels(page, thresholds, baseline_stretch, scale)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(layout.MARGIN_PX, page.top_px, panels.width(), panels.height())
        panels.render(painter, place)
        page.draw(painter)
    finally:
        painter.end()
        panels.close()
    return image


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    try:
        folders.write(path, content, mode=folders.SHARED_FILE)
    except OSError as error:
        raise OutputError(
            f"{path}: the chart could not be written ({error.strerror or error}); "
            "check the folder, its permissions and the free space"
        ) from error


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


@cache
def _application() -> QApplication:
    """The running application, or one without a display that lives as long as the process."""
    running = QApplication.instance()
    if running is None:
        # The argument reaches this application only; an environment variable would reach others.
        return QApplication(["posture", "-platform", "offscreen"])
    if not isinstance(running, QApplication):
        raise OutputError("the chart cannot be drawn: this program runs Qt without windows")
    return running


def _panels(
    page: layout.Page,
    thresholds: Thresholds,
    baseline_stretch: tuple[float, float] | None,
    scale: float,
) -> pg.GraphicsLayoutWidget:
    """The three panels, one below the other, in a widget that is never shown."""
    columns = page.columns
    width_px = layout.WIDTH_PX - 2 * layout.MARGIN_PX
    style = PanelStyle(
        palette=page.colours,
        width_px=width_px - layout.LEFT_PX - layout.RIGHT_PX,
        left_px=layout.LEFT_PX,
        right_px=layout.RIGHT_PX,
        scale=scale,
    )
    widget = pg.GraphicsLayoutWidget(show=False, size=(width_px, page.panels_px))
    # Qt lays out only what is shown; this shows it nowhere.
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.setFrameShape(QFrame.Shape.NoFrame)
    widget.setBackground(page.colours.background)
    widget.ci.layout.setContentsMargins(0, 0, 0, 0)
    widget.ci.layout.setVerticalSpacing(layout.CAPTION_PX)
    degrees = degree_range(columns, thresholds)
    times = _time_range(columns)
    for row, (part, height_px) in enumerate(layout.PANEL_PX.items()):
        plot = widget.addPlot(row, 0, axisItems=_axes(signed=columns.has_baseline))
        style_panel(plot, style, height_px=height_px, times=times, time_labels=False)
        fill_angle_panel(plot, columns, part, style, thresholds=thresholds, degrees=degrees)
        bottom_deg, top_deg = degrees if row == 0 else (None, None)
        if baseline_stretch is not None:
            mark_baseline(plot, baseline_stretch, style, bottom_deg=bottom_deg)
        mark_alerts(plot, columns, style, top_deg=top_deg)
    lanes = widget.addPlot(len(layout.PANEL_PX), 0, axisItems={"bottom": TimeAxis("bottom")})
    style_panel(lanes, style, height_px=layout.LANES_PX, times=times, time_labels=True)
    fill_state_lanes(lanes, columns, style)
    mark_alerts(lanes, columns, style)
    widget.show()
    widget.grab()  # pyqtgraph places a label's frame only when it is painted a second time
    return widget


def _axes(*, signed: bool) -> dict[str, pg.AxisItem]:
    degrees = DegreeAxis("left")
    degrees.signed = signed
    return {"left": degrees, "bottom": TimeAxis("bottom")}


def _time_range(columns: TickColumns) -> tuple[float, float]:
    """First and last time, at least a second apart."""
    if not len(columns):
        return 0.0, 1.0
    first_s, last_s = float(columns.timestamp_s[0]), float(columns.timestamp_s[-1])
    return (first_s, last_s) if last_s - first_s >= 1.0 else (first_s - 0.5, first_s + 1.0)
