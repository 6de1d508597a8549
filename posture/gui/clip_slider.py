"""A slider over the time of a recording, with a mark wherever there would have been a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSlider, QStyle, QToolTip, QWidget

from posture.gui.clip_play import nearest
from posture.gui.clip_words import alert_text
from posture.gui.translations import translated
from posture.records import AlertLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.palette import Palette
    from posture.records import Alert

_MARK_PX = 9.0
_HOVER_PX = 8
_LONGEST_S = 2e6
"""A slider counts milliseconds in 32 bits; recordings of more than three weeks end there."""


class ClipSlider(QSlider):
    """Shows a place in the recording, and says where the user wants to go.

    Args:
        colours: Of the window.
        parent: As of any widget.
    """

    sought = Signal(float)
    """Seconds to which the user wants to go."""

    def __init__(self, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.colours = colours
        self._alerts: tuple[Alert, ...] = ()
        self._ready_s: float | None = 0.0
        self.setMinimumHeight(34)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPageStep(5_000)
        self.setAccessibleName(translated("Place in the recording"))
        self.valueChanged.connect(lambda value: self.sought.emit(value / 1000))

    @property
    def inset_px(self) -> int:
        """How far from its ends the first and the last moment lie."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self) // 2

    def show_length(self, length_s: float, ready_s: float | None) -> None:
        """How long the recording is, and up to where it can be played; None when all of it can."""
        self.blockSignals(True)
        self.setMaximum(round(min(length_s, _LONGEST_S) * 1000))
        self.blockSignals(False)
        if ready_s != self._ready_s:
            self._ready_s = ready_s
            self.update()

    def show_place(self, place_s: float) -> None:
        """Move there, without a signal; not while the user drags."""
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(round(place_s * 1000))
            self.blockSignals(False)
            self.update()

    def show_alerts(self, alerts: Sequence[Alert]) -> None:
        """Mark these."""
        self._alerts = tuple(alerts)
        self.update()

    def told_at(self, x_px: float) -> str:
        """What the warning marked there would have said; empty where there is none."""
        times = [alert.timestamp_s for alert in self._alerts]
        within_s = self._time_at(self.inset_px + _HOVER_PX)
        found = nearest(times, self._time_at(x_px), within_s)
        return "" if found is None else alert_text(self._alerts[found])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go where the user clicks, instead of a page in that direction, and drag from there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setValue(round(self._time_at(event.position().x()) * 1000))
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what a warning would have said."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the slider, what can be played so far, and the marks."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ready_s is not None:
            left_px, right_px = round(self._x_of(0.0)), round(self._x_of(self._ready_s))
            bar = QRect(left_px, self.height() - 4, right_px - left_px, 2)
            painter.fillRect(bar, QColor(*self.colours.muted))
        for alert in self._alerts:
            self._paint_mark(painter, alert)
        painter.end()

    def _paint_mark(self, painter: QPainter, alert: Alert) -> None:
        """A triangle that points at the slider: filled for a notification, else outlined."""
        x_px, half = self._x_of(alert.timestamp_s), _MARK_PX / 2
        corners = [(x_px - half, 1.0), (x_px + half, 1.0), (x_px, 1.0 + _MARK_PX)]
        loud = alert.level is AlertLevel.NOTICE
        painter.setPen(QColor(*self.colours.accent))
        painter.setBrush(QColor(*(self.colours.accent if loud else self.colours.background)))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _x_of(self, time_s: float) -> float:
        share = time_s * 1000 / max(self.maximum(), 1)
        return self.inset_px + min(share, 1.0) * self._span_px()

    def _time_at(self, x_px: float) -> float:
        share = (x_px - self.inset_px) / self._span_px()
        return min(max(share, 0.0), 1.0) * self.maximum() / 1000

    def _span_px(self) -> int:
        return max(self.width() - 2 * self.inset_px, 1)
