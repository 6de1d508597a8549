"""The words around the saved chart's panels: title, legend, captions, alerts and the note below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from posture.gui.plot_axes import font, time_text
from posture.records import Alert, AlertLevel, Part

if TYPE_CHECKING:
    from posture.columns import TickColumns
    from posture.palette import RGB, Palette

NOTE = (
    "Angles are estimates from a camera, compared with your own baseline, for general wellness. "
    "This is not a medical measurement."
)

WIDTH_PX = 1200
MARGIN_PX = 28
LEFT_PX, RIGHT_PX = 76, 132
HEADER_PX = 84
CAPTION_PX = 30
PANEL_PX = {Part.NECK: 190, Part.THORACIC: 190}
LANES_PX = 124
_ROW_PX = 21
_MOST_ROWS = 8
_FOOT_PX = 46


@dataclass(frozen=True, slots=True)
class Page:
    """One chart's page; lengths are logical pixels from its upper left corner.

    Attributes:
        title: First line.
        columns: Ticks of the session.
        colours: Palette.
    """

    title: str
    columns: TickColumns
    colours: Palette

    @property
    def panels_px(self) -> int:
        """Height of the panels with the captions between them."""
        return sum(PANEL_PX.values()) + LANES_PX + 2 * CAPTION_PX

    @property
    def listed(self) -> tuple[Alert, ...]:
        """Alerts that are listed below the panels."""
        return self.columns.alerts[:_MOST_ROWS]

    @property
    def unlisted_count(self) -> int:
        """Alerts that the list has no room for."""
        return len(self.columns.alerts) - len(self.listed)

    @property
    def top_px(self) -> int:
        """Where the first panel begins, below its caption."""
        return HEADER_PX + CAPTION_PX

    @property
    def alerts_px(self) -> int:
        """Where the list of alerts begins."""
        return self.top_px + self.panels_px + 12

    @property
    def height_px(self) -> int:
        """Height of the page."""
        rows = len(self.listed) + (self.unlisted_count > 0)
        return self.alerts_px + _ROW_PX * rows + _FOOT_PX

    def draw(self, painter: QPainter) -> None:
        """Write everything but the panels."""
        self._draw_header(painter)
        self._draw_captions(painter)
        self._draw_alerts(painter)
        self._write(painter, self.height_px - 20, NOTE, 12, self.colours.muted)

    def _draw_alerts(self, painter: QPainter) -> None:
        text_px, colour = MARGIN_PX + 30, self.colours.text
        hours = any(alert.timestamp_s >= 3600.0 for alert in self.listed)
        indent_px = 68 if hours else 48
        below_px = self.alerts_px + _ROW_PX / 2 + 4.5
        for number, alert in enumerate(self.listed, start=1):
            self._draw_badge(painter, number, alert, below_px - 4.5)
            when = time_text(alert.timestamp_s, hours=hours)
            self._write(painter, below_px, when, 13, self.colours.muted, left_px=text_px)
            self._write(painter, below_px, alert.text, 13, colour, left_px=text_px + indent_px)
            below_px += _ROW_PX
        if self.unlisted_count:
            more = f"and {self.unlisted_count} more"
            self._write(painter, below_px, more, 13, self.colours.muted, left_px=text_px)

    def _draw_header(self, painter: QPainter) -> None:
        self._write(painter, 42, self.title, 22, self.colours.text, weight=QFont.Weight.DemiBold)
        if self.columns.has_baseline:
            subtitle = "Change from your own upright baseline in degrees, forward is positive"
        elif self.columns.measured:
            subtitle = "No baseline: the angles themselves in degrees from the vertical"
        else:
            subtitle = "Nothing was measured"
        self._write(painter, 68, subtitle, 14, self.colours.muted)
        if self.columns.measured:
            self._draw_legend(painter, 64.0)

    def _draw_legend(self, painter: QPainter, middle_px: float) -> None:
        """Right-aligned samples of the lines and the band, in a colour of neither curve."""
        colour = self.colours.text
        entries = [("±1 standard deviation", 0.0)]
        if self.columns.has_baseline:
            entries += [("every frame", 1.2), ("smoothed, as judged", 2.4)]
        else:
            entries += [("every frame", 1.6)]
        right_px = float(WIDTH_PX - MARGIN_PX)
        metrics = QFontMetricsF(font(12))
        for text, width_px in entries:
            left_px = right_px - metrics.horizontalAdvance(text)
            self._write(painter, middle_px + 4, text, 12, self.colours.muted, left_px=left_px)
            sample = QRectF(left_px - 32, middle_px - 6, 24, 12)
            if width_px:
                pen = QPen(QColor(*colour, 255 if width_px > 1.5 else 110), width_px)
                painter.setPen(pen)
                painter.drawLine(
                    QPointF(sample.left(), middle_px), QPointF(sample.right(), middle_px)
                )
            else:
                painter.fillRect(sample, QColor(*colour, 45))
            right_px = sample.left() - 22

    def _draw_captions(self, painter: QPainter) -> None:
        bold = QFont.Weight.DemiBold
        below_px = self.top_px - 9.0
        for part, height_px in PANEL_PX.items():
            colour = self.colours.parts[part]
            self._write(
                painter, below_px, f"{part} (estimate)".capitalize(), 14, colour, weight=bold
            )
            below_px += height_px + CAPTION_PX
        self._write(painter, below_px, "State", 14, self.colours.text, weight=bold)

    def _draw_badge(self, painter: QPainter, number: int, alert: Alert, middle_px: float) -> None:
        """The number of an alert, as on the panels: filled for a notification, else outlined."""
        loud = alert.level is AlertLevel.NOTICE
        box = QRectF(MARGIN_PX, middle_px - 8, 20, 16)
        painter.setPen(QPen(QColor(*self.colours.accent), 1.0))
        painter.setBrush(QColor(*(self.colours.accent if loud else self.colours.background)))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font(12, QFont.Weight.DemiBold))
        painter.setPen(QColor(*(self.colours.on_accent if loud else self.colours.accent)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    @staticmethod
    def _write(
        painter: QPainter,
        below_px: float,
        text: str,
        size_px: int,
        colour: RGB,
        *,
        left_px: float = MARGIN_PX,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Write one line with its baseline at `below_px`, shortened to the page's width."""
        face = font(size_px, weight)
        room_px = WIDTH_PX - MARGIN_PX - left_px + 1.0
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room_px)
        painter.setFont(face)
        painter.setPen(QColor(*colour))
        painter.drawText(QPointF(left_px, below_px), shown)
