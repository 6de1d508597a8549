"""Times before now: an axis for them, and one moment in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF

from posture.gui.plot_axes import TimeAxis
from posture.gui.translations import translated
from posture.gui.words import change_text, duration
from posture.records import REASON_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.gui.mailbox import History

RIGHT_PX = 24
"""Room for half of the last label."""


class AgoAxis(TimeAxis):
    """A horizontal axis of times before now."""

    def boundingRect(self) -> QRectF:  # noqa: N802
        """With the margins, for the labels at both ends: with a grid pyqtgraph leaves them out."""
        rect = QRectF(super().boundingRect())
        return rect.adjusted(-RIGHT_PX, 0.0, RIGHT_PX, 0.0)

    def tickStrings(  # noqa: N802
        self, values: Sequence[float], _scale: float, spacing: float
    ) -> list[str]:
        """Labels for `tickValues`: minutes ago, or seconds between close ones."""
        ago, now = translated("{0:g} min ago"), translated("now")
        unit_s = 60
        if spacing < 30:
            ago, unit_s = translated("{0:g} s ago"), 1
        return [ago.format(-value / unit_s) if value else now for value in values]


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
