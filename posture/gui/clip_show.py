"""Puts the window of a recording together, and shows it until it is closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from posture.app import BaselineChoice, Stretch, open_recording
from posture.columns import Thresholds
from posture.gui.clip_analysis import ClipAnalysis
from posture.gui.clip_frames import ClipFrames
from posture.gui.clip_window import ClipWindow
from posture.settings import Settings
from posture.sources import open_source

if TYPE_CHECKING:
    from pathlib import Path
    from queue import SimpleQueue

POLL_MS = 200
"""How often it is looked whether the program is to end; Python notices a signal as late."""

END_WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class ClipOptions:
    """What to show, and how it is judged; as for `open_recording`."""

    clip: Path
    settings: Settings = field(default_factory=Settings)
    baseline: BaselineChoice = None
    slump: Stretch | None = None
    fps: float | None = None


def make_window(options: ClipOptions, *, dark: bool | None = None) -> ClipWindow:
    """The window, and the two threads behind it that end when it is closed."""
    detector = options.settings.detector
    opening = partial(
        open_recording,
        options.clip,
        options.settings,
        baseline=options.baseline,
        slump=options.slump,
        fps=options.fps,
    )
    return ClipWindow(
        ClipAnalysis(opening, baseline_is_here=not isinstance(options.baseline, str)),
        ClipFrames(partial(open_source, options.clip, fps=options.fps)),
        title=options.clip.name,
        thresholds=Thresholds(detector.enter_deg, detector.leave_deg),
        persist_s=detector.persist_s,
        dark=dark,
    )


def run(options: ClipOptions, asked: SimpleQueue[object]) -> bool:
    """Show a recording until its window is closed; whether all has ended in time.

    Args:
        options: What to show.
        asked: Whatever comes in here closes the window.
    """
    window = make_window(options)
    poll = QTimer(window, interval=POLL_MS)
    poll.timeout.connect(lambda: None if asked.empty() else window.close())
    poll.start()
    window.show()
    QCoreApplication.exec()
    window.close()
    return window.ended(END_WITHIN_S)
