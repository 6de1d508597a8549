"""What the live window takes of one core while it is seen, and when it is not.

Ten ticks a second come in, as fast as the session ever looks; without a screen Qt paints into
memory, by the processor alone. Time is processor time: another program that is busy does not count.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject

from tests.gui.ticks import PERSIST_S, THRESHOLDS, scripted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox

TICKS_HZ = 10
REPAINTS_HZ = 30
SECONDS = 7
ROUNDS = 3
GOAL = 0.15
PICTURE = np.random.default_rng(1).integers(0, 255, (480, 640, 3), np.uint8)


def opened(size_px: tuple[int, int] = (860, 700)) -> tuple[Dashboard, Mailbox]:
    """A window after ten minutes; without the picture, as it is after the first minute."""
    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox

    mailbox = Mailbox()
    for tick in scripted(rate_hz=TICKS_HZ):
        mailbox(tick)
    window = Dashboard(mailbox, thresholds=THRESHOLDS, persist_s=PERSIST_S, dark=False)
    window.resize(*size_px)
    window.show()
    window.show_picture.setChecked(False)
    return window, mailbox


def feed(mailbox: Mailbox) -> Callable[[], None]:
    """Gives the next tick, and its picture to who looks."""
    ticks = scripted(60.0, TICKS_HZ)
    numbers = count()

    def give() -> None:
        number = next(numbers)
        now_s = 600.0 + (number + 1) / TICKS_HZ
        mailbox.viewfinder.show(PICTURE)
        mailbox(replace(ticks[number % len(ticks)], timestamp_s=now_s, transition=None, alert=None))

    return give


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.number = 0
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
        self.number += event.type() is QEvent.Type.Paint
        return False


def forced(application: QApplication, window: Dashboard, mailbox: Mailbox) -> float:
    """Share of a core when the plot is filled for every tick and painted 30 times a second."""
    give = feed(mailbox)
    application.processEvents()
    paints = Paints(window.plot.viewport())
    begin_s = time.process_time()
    for number in range(SECONDS * REPAINTS_HZ):
        if number % (REPAINTS_HZ // TICKS_HZ) == 0:
            give()
            fills = window.plot.repaints
            window.refresh()
            if window.plot.repaints == fills:
                window.plot.show_history(mailbox.history())
        window.plot.viewport().update()
        if number % REPAINTS_HZ == 0:
            window.refresh_slowly()
        application.processEvents()
    assert paints.number == SECONDS * REPAINTS_HZ, paints.number
    return (time.process_time() - begin_s) / SECONDS


def by_itself(application: QApplication, mailbox: Mailbox) -> float:
    """Share of a core when it paints when it thinks fit, in real time."""
    give = feed(mailbox)
    application.processEvents()
    begin_s, cpu_s, given = time.monotonic(), time.process_time(), 0
    while (now_s := time.monotonic() - begin_s) < SECONDS:
        if now_s * TICKS_HZ >= given:
            given += 1
            give()
        application.processEvents()
        time.sleep(0.005)
    return (time.process_time() - cpu_s) / SECONDS


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["posture"])
    assert isinstance(application, QApplication)
    print(f"the live window, {TICKS_HZ} ticks a second, share of one core")
    window, mailbox = opened()
    shares = [forced(application, window, mailbox) for _ in range(ROUNDS)]
    print(
        f"  the plot painted {REPAINTS_HZ} times a second   {min(shares):6.1%} "
        f"(to {max(shares):.1%} in {ROUNDS} rounds; goal {GOAL:.0%})"
    )
    print(f"  as it paints by itself              {by_itself(application, mailbox):6.1%}")
    window.plot.show_times(-20.0, 0.0)
    print(f"  zoomed in to 20 s                   {by_itself(application, mailbox):6.1%}")
    window.plot.show_now()
    window.show_picture.setChecked(True)
    print(f"  with the picture                    {by_itself(application, mailbox):6.1%}")
    window.hide()
    print(f"  closed                              {by_itself(application, mailbox):6.1%}")
    print("  (the last four with the feeding itself, which is what `closed` is)")
    window.leave()


if __name__ == "__main__":
    main()
