"""The loop that every front end shares: frames in, ticks out.

for tick in session.ticks():
    for sink in sinks:
        sink(tick)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.baseline import BaselineSettings, Sample, SteadySearch, fit, fit_slump
from posture.features import extract
from posture.ports import BaselineError
from posture.staleness import with_surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from posture.features import FeatureLimits
    from posture.monitor import Monitor
    from posture.person import PersonCheck
    from posture.ports import PoseEstimator
    from posture.records import Baseline, FloatArray, Frame, Observation, Tick


class Session:
    """One person, one camera or recording, from the first frame to the last."""

    def __init__(
        self,
        frames: Iterable[Frame],
        estimator: PoseEstimator,
        monitor: Monitor,
        *,
        observed: Iterable[Observation] = (),
    ) -> None:
        """Join the parts.

        Args:
            frames: Of the source; the session reads, the caller closes.
            estimator: Finds people in frames; closed by the caller.
            monitor: Judges what was found.
            observed: Observations made before these frames, for instance while the baseline was
                sought: they are judged first, without a second look.
        """
        self._frames = frames
        self._estimator = estimator
        self._monitor = monitor
        self._observed = observed
        self.frame: Frame | None = None
        """The picture of the last tick, for sinks that draw; None for one observed before."""
        self.observation: Observation | None = None
        """What was seen in it."""

    def ticks(self) -> Iterator[Tick]:
        """One tick for each frame, in order."""
        for observation in self._observed:
            self.observation = observation
            yield self._monitor.update(observation)
        for frame in self._frames:
            self.frame = frame
            self.observation = observe(frame, self._estimator, self._monitor)
            yield self._monitor.update(self.observation)


def observe(frame: Frame, estimator: PoseEstimator, asking: Monitor | PersonCheck) -> Observation:
    """Look at one frame the way the person check asks for."""
    if asking.wants_restart:
        estimator.restart()
    return estimator.estimate(frame, look_afresh=asking.wants_fresh_look)


class BaselineSearch:
    """Reads the beginning of a recording until the user's upright posture is known.

    What was observed on the way is kept, so that no frame is looked at twice.
    """

    def __init__(
        self,
        frames: Iterator[Frame],
        estimator: PoseEstimator,
        person: PersonCheck,
        *,
        limits: FeatureLimits,
        settings: BaselineSettings,
    ) -> None:
        self.observed: list[Observation] = []
        self._frames = frames
        self._estimator = estimator
        self._person = person
        self._limits = limits
        self._settings = settings
        self._seen: list[Sample] = []

    def steady(self) -> Baseline | None:
        """The first steady stretch; None when there is none within `auto_within_s`."""
        search = SteadySearch(model_sha256=self._estimator.model_sha256, settings=self._settings)
        for sample in self._samples(until_s=self._settings.auto_within_s):
            baseline = search.update(sample)
            if baseline is not None:
                return with_surroundings(baseline, self.observed)
        return None

    def stretch(self, start_s: float, end_s: float) -> Baseline:
        """The stretch that the user named; stretches may be asked for in any order.

        Raises:
            BaselineError: When it is not in the recording or not good enough.
        """
        samples = self._between(start_s, end_s)
        model = self._estimator.model_sha256
        baseline = fit(samples, model_sha256=model, settings=self._settings)
        return with_surroundings(baseline, self.observed)

    def slump(self, upright: Baseline, start_s: float, end_s: float) -> FloatArray:
        """The stretch in which the user slumped: (shape.LENGTH,).

        Raises:
            BaselineError: When it is not in the recording, not good enough, or no slump.
        """
        return fit_slump(upright, self._between(start_s, end_s), settings=self._settings)

    def _between(self, start_s: float, end_s: float) -> list[Sample]:
        if not self._seen or self._seen[-1].timestamp_s < end_s:
            for _ in self._samples(until_s=end_s):
                pass
        samples = [s for s in self._seen if start_s <= s.timestamp_s <= end_s]
        if not samples:
            last_s = self._seen[-1].timestamp_s if self._seen else 0.0
            raise BaselineError(f"the recording ends at {last_s:.1f} s, before {start_s:g} s")
        return samples

    def _samples(self, *, until_s: float) -> Iterator[Sample]:
        """Observe frames up to a time; the frame that passes it is observed too."""
        for frame in self._frames:
            observation = observe(frame, self._estimator, self._person)
            self.observed.append(observation)
            pose = self._person.update(observation).pose
            height_px, width_px = frame.image.shape[:2]
            sample = Sample(
                timestamp_s=frame.timestamp_s,
                features=None if pose is None else extract(pose, limits=self._limits),
                frame_px=(width_px, height_px),
            )
            self._seen.append(sample)
            yield sample
            if frame.timestamp_s >= until_s:
                return
