"""Whether looking seldom finds the same slouches as looking at every frame, and how much later.

Samples are played at several speeds, and from several beginnings, so that the onset falls anywhere
between two looks. Time is made up: nobody waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from posture.detector import Detector, DetectorSettings
from posture.features import DEFAULT_LIMITS
from posture.live_monitor import LiveMonitor
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.profile import Profile
from posture.records import State
from posture.session import BaselineSearch, Session
from posture.settings import Settings
from posture.sources.realtime import Realtime
from posture.sources.video import VideoSource
from tests.live import ImpatientClock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from posture.ports import PoseEstimator
    from posture.records import Frame, Tick

SAMPLES = Path(__file__).parents[2] / "samples"
PLAYED = ("slow_slump", "side_slump", "forward_head", "glance")
"""In the last one somebody only looks down; at half speed for long enough to count."""
SPEEDS = (0.5, 1.0, 2.0)
LEFT_OUT = (0, 2, 5, 7)
"""Frames at the beginning, a tenth of a second each at speed 1; calm looks are 0.8 s apart."""
UPRIGHT_S = 1.0, 8.0
SETTINGS = replace(Settings(), detector=DetectorSettings(persist_s=6.0))


@dataclass(frozen=True, slots=True)
class Delays:
    """When slouches of a sample are found at one speed, seconds.

    Attributes:
        every: By looking at every frame.
        live: By looking as often as a session does, for each beginning.
    """

    sample: str
    speed: float
    every: list[float]
    live: list[list[float]]

    @property
    def same(self) -> bool:
        """Whether each finds as many."""
        return all(len(found) == len(self.every) for found in self.live)

    @property
    def late_s(self) -> list[float]:
        """How much later each is found live; negative when it is earlier."""
        pairs = [zip(self.every, found, strict=False) for found in self.live]
        return [live - every for pair in pairs for every, live in pair]


class Played(VideoSource):
    """A sample at another speed, without its first frames."""

    def __init__(self, sample: str, speed: float = 1.0, left_out: int = 0) -> None:
        self._speed = speed  # the first frame is read on opening
        super().__init__(SAMPLES / f"{sample}.mp4")
        for _ in range(left_out):
            self.grab()

    def grab(self) -> float | None:
        """Go on to the next frame; its time at that speed."""
        time_s = super().grab()
        return None if time_s is None else time_s / self._speed

    def frame(self) -> Frame | None:
        """The frame, with its time at that speed."""
        frame = super().frame()
        if frame is None:
            return None
        return replace(frame, timestamp_s=frame.timestamp_s / self._speed)


def found_s(ticks: Iterable[Tick]) -> list[float]:
    """When slouches are found, seconds."""
    turns = [tick.transition for tick in ticks if tick.transition is not None]
    return [turn.timestamp_s for turn in turns if turn.after is State.SLOUCHED]


def upright(sample: str, estimator: PoseEstimator) -> Profile:
    """The accepted posture of a sample."""
    with Played(sample) as frames:
        search = BaselineSearch(
            iter(frames),
            estimator,
            PersonCheck(),
            limits=DEFAULT_LIMITS,
            settings=SETTINGS.baseline,
        )
        return Profile.of(search.stretch(*UPRIGHT_S))


def every_frame(played: Played, profile: Profile, estimator: PoseEstimator) -> Iterator[Tick]:
    """A tick for each frame."""
    monitor = Monitor(profile, detector=Detector(SETTINGS.detector))
    with played:
        yield from Session(played, estimator, monitor).ticks()


def as_often_as_live(played: Played, profile: Profile, estimator: PoseEstimator) -> Iterator[Tick]:
    """A tick for each picture that a live session takes."""
    clock = ImpatientClock()
    monitor = LiveMonitor(estimator, SETTINGS, profile=profile)
    with Realtime(played, clock=clock, wait=clock.wait) as source:
        source.set_rate(monitor.rate.hz)
        for frame in source:
            yield monitor.step(frame)
            source.set_rate(monitor.rate.hz)


def delays(estimator: PoseEstimator) -> Iterator[Delays]:
    """Of each sample at each speed."""
    for sample in PLAYED:
        estimator.restart()
        profile = upright(sample, estimator)
        for speed in SPEEDS:
            estimator.restart()
            every = found_s(every_frame(Played(sample, speed), profile, estimator))
            live = []
            for left_out in LEFT_OUT:
                estimator.restart()
                played = Played(sample, speed, left_out)
                live.append(found_s(as_often_as_live(played, profile, estimator)))
            yield Delays(sample, speed, every, live)


def main() -> None:
    """Print the figures."""
    from posture.estimators.mediapipe import MediaPipeEstimator

    persist_s = SETTINGS.detector.persist_s
    print(f"slouches that must last {persist_s:g} s: when every frame finds them, and live")
    late_s, same = [], True
    with MediaPipeEstimator() as estimator:
        for each in delays(estimator):
            at_s = ", ".join(f"{second:.1f} s" for second in each.every) or "none"
            later = ", ".join(f"{second:+.1f}" for second in each.late_s)
            told = later if each.same else f"{later}, NOT THE SAME: {each.live}"
            print(f"  {each.sample:14} at speed {each.speed:g}: {at_s:14} {told}", flush=True)
            late_s += each.late_s
            same = same and each.same
    mean_s = sum(late_s) / len(late_s)
    verdict = "the same slouches" if same else "NOT the same slouches"
    print(
        f"  {verdict}; {len(late_s)} times, {mean_s:+.2f} s on average, "
        f"{min(late_s):+.1f} to {max(late_s):+.1f} s (goal: within 1 s)"
    )


if __name__ == "__main__":
    main()
