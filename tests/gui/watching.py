"""A recording in its window: the real pipeline and real widgets, a scripted person."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from posture.app import Stretch
from posture.detector import DetectorSettings
from posture.gui.clip_show import ClipOptions, make_window
from posture.settings import Settings
from tests.clips import put_in_front
from tests.gui.hosting import until
from tests.gui.test_clip_play import Clock
from tests.live_script import FORWARD, UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from posture.gui.clip_window import ClipWindow
    from posture.records import Pose

    Script = Callable[[float], Pose | None]
    Show = Callable[..., "Shown"]

WITHIN_S = 10.0
SETTINGS = Settings(detector=DetectorSettings(persist_s=6.0))
BASELINE = (Stretch(1.0, 5.0),)
LENGTH_S = 29.9
COUNT = 300
"""Half a minute at 10 frames a second."""


def slouches(timestamp_s: float) -> Pose | None:
    """Upright, then forward, then gone."""
    if timestamp_s >= 26.0:
        return None
    return UPRIGHT if timestamp_s < 8.0 else FORWARD


class Shown:
    """A window whose time passes when a test says so."""

    def __init__(self, options: ClipOptions, **arguments: bool) -> None:
        self.clock = Clock()
        self.window = make_window(options, **arguments)
        self.window.playback._clock = self.clock
        self.window.playback._then_s = self.clock.now_s
        self.window.show()

    def until_complete(self) -> ClipWindow:
        until(lambda: self.window.playback.complete)
        self.until_settled()
        return self.window

    def until_settled(self) -> None:
        """Until the picture is that of the place."""
        self.window.refresh()
        until(lambda: self.window.settled)

    def index(self) -> int | None:
        """Which frame is seen."""
        shown = self.window._shown
        return None if shown is None else shown[0].index

    def close(self) -> None:
        """Close the window; what works behind it ends."""
        self.window.close()
        assert self.window.ended(WITHIN_S)

    def let_pass(self, seconds: float) -> None:
        self.clock.now_s += seconds
        self.window.refresh()


@contextmanager
def showing(clip: Path) -> Iterator[Show]:
    """Gives windows of a clip; all are closed at the end, and nothing of them is left."""
    made: list[Shown] = []

    def one(
        script: Script | None = slouches,
        baseline: tuple[Stretch, ...] | None = BASELINE,
        path: Path = clip,
        **arguments: bool,
    ) -> Shown:
        if script is not None:
            put_in_front(patch, script)
        options = ClipOptions(path, settings=SETTINGS, baseline=baseline)
        made.append(Shown(options, **arguments))
        return made[-1]

    with pytest.MonkeyPatch.context() as patch:
        try:
            yield one
        finally:
            for shown in made:
                shown.close()
