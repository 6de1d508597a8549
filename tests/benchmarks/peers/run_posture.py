"""Posture itself, by the same clips and the same line of JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from posture.app import monitor_of
from posture.estimators.mediapipe import MediaPipeEstimator
from posture.live_monitor import LiveMonitor
from posture.person import PersonCheck
from posture.profile import Profile
from posture.records import Frame, State
from posture.session import BaselineSearch, Session
from posture.settings import Settings
from tests.benchmarks.peers.feeding import BASELINE_S, Judged, Meter, pictures, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from posture.records import Observation

PERSIST_S = {
    "every picture, after 0.8 s": 0.8,
    "every picture, after 6 s": 6.0,
    "every picture, after 30 s": 30.0,
}
"""How long a slouch must last, by the words for it."""
LIVE = "at its own rate, after 6 s"
LIVE_PERSIST_S = 6.0
LIVE_WARM_UP_FRAMES = 5
ALMOST_S = 1e-6


def settings(persist_s: float) -> Settings:
    plain = Settings()
    return replace(plain, detector=replace(plain.detector, persist_s=persist_s))


def counted(frames: Sequence[Frame], meter: Meter) -> Iterator[Frame]:
    for frame in frames:
        yield frame
        meter.count()


def observed(frames: Sequence[Frame]) -> tuple[Profile, list[Observation], Meter, float]:
    """The upright posture, what was seen in every picture, and what that took."""
    chosen, meter = settings(LIVE_PERSIST_S), Meter()
    with MediaPipeEstimator() as estimator:
        coming = counted(frames, meter)
        person = PersonCheck(settings=chosen.person)
        search = BaselineSearch(
            coming, estimator, person, limits=chosen.features, settings=chosen.baseline
        )
        profile = Profile.of(search.stretch(*BASELINE_S))
        known = list(search.observed)
        session = Session(coming, estimator, monitor_of(profile, chosen), observed=search.observed)
        for index, _ in enumerate(session.ticks()):
            if index >= len(search.observed) and session.observation is not None:
                known.append(session.observation)
        return profile, known, meter, meter.spent_s()


def live(frames: Sequence[Frame], profile: Profile, name: str) -> Judged:
    """As with a camera: pictures are taken as seldom as they are needed."""
    times_s, alarms, meter = [], [], Meter(LIVE_WARM_UP_FRAMES)
    with MediaPipeEstimator() as estimator:
        monitor = LiveMonitor(estimator, settings(LIVE_PERSIST_S), profile=profile)
        due_s = 0.0
        for frame in frames:
            if frame.timestamp_s + ALMOST_S < due_s:
                continue
            tick = monitor.step(frame)
            due_s = frame.timestamp_s + 1 / monitor.rate.hz
            times_s.append(frame.timestamp_s)
            alarms.append(tick.state is State.SLOUCHED)
            meter.count()
    return Judged(name, LIVE, tuple(times_s), tuple(alarms), meter.frames, meter.spent_s())


def watch(clip: Path) -> Iterator[Judged]:
    frames = [Frame(image, at_s, index) for index, (at_s, image) in enumerate(pictures(clip))]
    profile, known, meter, spent_s = observed(frames)
    times_s = tuple(observation.timestamp_s for observation in known)
    for variant, persist_s in PERSIST_S.items():
        monitor = monitor_of(profile, settings(persist_s))
        alarms = tuple(monitor.update(one).state is State.SLOUCHED for one in known)
        yield Judged(clip.stem, variant, times_s, alarms, meter.frames, spent_s)
    yield live(frames, profile, clip.stem)


if __name__ == "__main__":
    run(("mediapipe", "opencv-python", "numpy"), watch)
