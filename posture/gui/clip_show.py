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
from posture.gui.clip_landmarks import PlainFrames, open_shown
from posture.gui.clip_window import ClipWindow
from posture.landmark_file import LandmarkFile, is_landmarks
from posture.settings import Settings
from posture.sources import open_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from queue import SimpleQueue

    from posture.detector import DetectorSettings
    from posture.gui.clip_analysis import Opening
    from posture.ports import FrameSource

POLL_MS = 200
"""How often it is looked whether the program is to end; Python notices a signal as late."""

END_WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class ClipOptions:
    """What to show, and how it is judged; as for `open_recording`.

    A landmark recording is judged by what is in it, whatever is given here.
    """

    clip: Path
    settings: Settings = field(default_factory=Settings)
    baseline: BaselineChoice = None
    slump: Stretch | None = None
    fps: float | None = None


def make_window(options: ClipOptions, *, dark: bool | None = None) -> ClipWindow:
    """The window, and the two threads behind it that end when it is closed.

    Raises:
        LandmarkError: It is a landmark recording that cannot be read.
    """
    opening, open_frames, detector = _parts(options)
    is_here = not isinstance(options.baseline, str)
    return ClipWindow(
        ClipAnalysis(opening, baseline_is_here=is_here),
        ClipFrames(open_frames),
        title=options.clip.name,
        thresholds=Thresholds(detector.enter_deg, detector.leave_deg),
        persist_s=detector.persist_s,
        dark=dark,
    )


def _parts(options: ClipOptions) -> tuple[Opening, Callable[[], FrameSource], DetectorSettings]:
    """What judges it, what gives the pictures, and what counts as a slouch."""
    clip = options.clip
    if is_landmarks(clip):
        with LandmarkFile(clip) as file:
            detector = file.header.settings.detector
        return partial(open_shown, clip), partial(PlainFrames, clip), detector
    opening = partial(
        open_recording,
        clip,
        options.settings,
        baseline=options.baseline,
        slump=options.slump,
        fps=options.fps,
    )
    return opening, partial(open_source, clip, fps=options.fps), options.settings.detector


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
