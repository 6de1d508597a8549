"""Lets Python collect garbage in the windows' thread only.

A window that is closed and forgotten may be part of a circle, and is left to Python's collector,
which runs on whichever thread allocates. On another one it would take the window apart beside Qt:
its timers go on for what is no more, and the process ends by a segmentation fault.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1_000


class Collector(QObject):
    """Collects as Python would by itself, but here, until its parent is gone.

    Args:
        parent: The application.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        gc.disable()
        self.destroyed.connect(lambda: gc.enable())  # noqa: PLW0108 - Qt takes no built-in function

    def look(self) -> None:
        """Collect what has grown."""
        collect_grown()


def collect_grown() -> None:
    """Collect the oldest generation that has grown past its threshold, and those before it."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    grown = [generation for generation, (count, most) in enumerate(counts) if 0 < most < count]
    if grown:
        gc.collect(max(grown))
