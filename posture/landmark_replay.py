"""Judges a landmark recording again, by the code that judged the pictures when it was made."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from posture.app import monitor_of
from posture.coaching import Coach
from posture.landmark_entries import Seen, What, digest_of
from posture.landmark_file import LandmarkError, LandmarkFile
from posture.landmark_guide import repeat
from posture.landmark_header import MadeBy
from posture.landmark_state import UNKNOWN, restore
from posture.live_monitor import LiveMonitor
from posture.ports import EstimatorError, PoseEstimator
from posture.records import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posture.calibrating import Guide
    from posture.landmark_entries import Entry, Happened
    from posture.landmark_header import Header
    from posture.monitor import Monitor
    from posture.profile import Profile
    from posture.records import Baseline, Observation, Tick

_USUAL_PX = (640, 480)
_USUAL_HZ = 5.0


class Recorded(PoseEstimator):
    """The pose model of a recording: it has seen all it will see."""

    def __init__(self, header: Header) -> None:
        self.model_name = header.model_name
        self.model_sha256 = header.model_sha256

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:  # noqa: ARG002
        """Refuse: there are no pictures."""
        raise EstimatorError(f"a recording of landmarks has no picture {frame.index} to look at")

    def restart(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class Judge:
    """Turns entries into ticks, in order.

    Args:
        header: What the recording was made with.
        state: Of the judgement where it begins, or None where it begins with the session.

    Raises:
        ValueError: The state does not belong to the header.
    """

    def __init__(self, header: Header, state: bytes | None) -> None:
        self._header = header
        self._guide: Guide | None = None
        self._coach = Coach()
        self._plain: Monitor | None = None
        if header.made_by is MadeBy.REPLAY:
            self._plain = monitor_of(header.profile, header.settings)
            return
        kept = {profile.name: profile for profile in header.kept}
        self._live = LiveMonitor(
            Recorded(header), header.settings, profile=header.profile, kept=kept
        )
        if state is not None and state != UNKNOWN:
            restore(self._live, state)

    @property
    def profile(self) -> Profile | None:
        """What is judged by now."""
        return self._live.profile if self._plain is None else self._header.profile

    def judge(self, entry: Entry) -> Tick | None:
        """Take in one entry; the tick where it is a picture."""
        if not isinstance(entry, Seen):
            if self._plain is None:
                self._repeat(entry)
            return None
        if self._plain is not None:
            return self._plain.update(entry.observation)
        return self._live.take_in(entry.observation)

    def _repeat(self, event: Happened) -> None:
        live = self._live
        match event.what:
            case What.BEGIN:
                live.begin()
            case What.CALIBRATE:
                live.calibrate(event.at_s, event.name)
            case What.GUIDE:
                self._guide = guide = live.new_guide()
                live.follow(guide)
            case What.EXERCISE:
                self._coach = Coach()
                live.follow(self._coach)
            case What.EXERCISED:
                self._coach.stop()
            case What.WITHDRAW:
                live.withdraw()
            case What.PLACE | What.POSTURE | What.WISH:
                if self._guide is not None:
                    repeat(self._guide, event)
            case What.PAUSED:
                pass


@dataclass(slots=True)
class _Outcome:
    """How the ticks compare with those when it was recorded."""

    ticks: int = 0
    other: int = 0
    first_s: float = nan
    last_s: float = nan

    def compare(self, seen: Seen, tick: Tick) -> None:
        self.ticks += 1
        if digest_of(tick) != seen.digest:
            self.last_s = tick.timestamp_s
            self.first_s = self.first_s if self.other else self.last_s
            self.other += 1

    def __str__(self) -> str:
        if not self.other:
            return f"all {self.ticks} ticks are as when it was recorded"
        between = f"between {self.first_s:.1f} and {self.last_s:.1f} s"
        return f"{self.other} of {self.ticks} ticks are not as when it was recorded, {between}"


@dataclass(slots=True)
class LandmarkRecording:
    """An opened landmark recording: a `posture.app.Recording`, its own source and session.

    Attributes:
        file: Where it comes from.
        frame: A black picture of the size of the pictures, for sinks that draw; None before the
            first tick.
    """

    file: LandmarkFile
    frame: Frame | None = None
    name: str = ""
    rate_hz: float = _USUAL_HZ
    frame_count: int | None = None
    problem: str | None = None
    outcome: _Outcome = field(default_factory=_Outcome)
    _judge: Judge | None = None

    @property
    def session(self) -> LandmarkRecording:
        """Gives the ticks."""
        return self

    @property
    def source(self) -> LandmarkRecording:
        """Says what the user should know."""
        return self

    @property
    def estimator(self) -> PoseEstimator:
        """The pose model that saw the landmarks."""
        return Recorded(self.file.header)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the user should know, complete after the last tick."""
        begins = self.file.state == UNKNOWN
        middle = ("it begins while a baseline was taken: its first ticks may differ",)
        said = (*self.file.warnings, *(middle if begins else ()))
        return (*said, str(self.outcome)) if self.outcome.ticks else said

    @property
    def profile(self) -> Profile | None:
        """The accepted postures: those used last, once there are ticks."""
        return self.file.header.profile if self._judge is None else self._judge.profile

    @property
    def baseline(self) -> Baseline | None:
        """The user's upright posture."""
        return self.profile.upright if self.profile else None

    def ticks(self) -> Iterator[Tick]:
        """One tick for each picture, in order.

        Raises:
            LandmarkError: What is in the file does not fit together.
        """
        for _, tick in self.pairs():
            if tick is not None:
                yield tick

    def pairs(self) -> Iterator[tuple[Entry, Tick | None]]:
        """All entries, pictures with their ticks; LandmarkError as above."""
        for entry in self.file.entries():
            with fitting_together(self.file.path):
                tick = self._judged(entry)
            yield entry, tick

    def _judged(self, entry: Entry) -> Tick | None:
        if self._judge is None:
            self._judge = Judge(self.file.header, self.file.state)
        tick = self._judge.judge(entry)
        if tick is not None and isinstance(entry, Seen):
            self.outcome.compare(entry, tick)
            self._blank(entry.observation)
        return tick

    def _blank(self, seen: Observation) -> None:
        if self.frame is None:
            width_px, height_px = size_of(self.file.path)
            image = np.zeros((height_px, width_px, 3), np.uint8)
        else:
            image = self.frame.image
        self.frame = Frame(image, seen.timestamp_s, seen.index)


@contextmanager
def fitting_together(path: Path) -> Iterator[None]:
    """What cannot be judged was never recorded: LandmarkError instead of what that leads to."""
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise LandmarkError(
            f"{path}: what is in it does not fit together ({error}); it was changed after it was "
            "recorded"
        ) from error


def size_of(path: Path) -> tuple[int, int]:
    """Of the pictures in which the first person was seen."""
    with LandmarkFile(path) as file:
        for entry in file.entries():
            if isinstance(entry, Seen) and entry.observation.tracked is not None:
                pose = entry.observation.tracked
                return pose.width_px, pose.height_px
    return _USUAL_PX


@contextmanager
def open_landmarks(path: Path) -> Iterator[LandmarkRecording]:
    """Open a landmark recording.

    Raises:
        LandmarkError: It cannot be read, or is none.
    """
    with LandmarkFile(path) as file:
        yield LandmarkRecording(file, name=str(path))
