"""Is the baseline still true? Camera, chair, turn and light may change where the posture does not.

A camera tilted up by 2 degrees feigns 3 degrees of neck angle from the front, by 5 degrees 6 to 7
and 10 to 12 of rounding: a false slouch. One degree feigns less than 1.5. So while camera or seat
are elsewhere nothing is judged. Pure, and driven by the observations' time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, isnan, log, nan
from statistics import median
from typing import TYPE_CHECKING

from posture import scene, shape
from posture.angles import MAX_TURN_DEG
from posture.geometry import angle_difference_deg
from posture.records import Reason, Staleness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posture.records import Baseline, Features, Observation


@dataclass(frozen=True, slots=True)
class StalenessSettings:
    """What is another place, and for how long before it counts. A pair: when it begins, and ends.

    Times are shorter than a slouch has to last (30 s), so that nobody is warned before.
    """

    camera: tuple[float, float] = (0.5, 0.7)
    """Correlation of the background with the baseline's (`posture.scene`). In 32 recordings of
    an unmoved camera never less than 0.85, or 0.70 at 1.6 times the light; turned by 2
    degrees in one of four directions, 119 of 127 are found."""
    camera_s: float = 10.0
    """Passers-by are gone sooner."""
    doubt_s: float = 3.0
    """Seconds between looks while a look contradicts what is believed."""
    look_gap_s: float = 30.0
    """Looks further apart than this are not joined."""
    scale: tuple[float, float] = (1.6, 1.45)
    """Size in the picture against the baseline's, or the inverse. Over 14,170 rendered postures
    on one spot 99 % stay within 1.4; those of whole minutes within 1.25. More than that is
    allowed, because whoever hunches towards the screen is nearer too, and is to be told."""
    aside: tuple[float, float] = (0.25, 0.2)
    """Middle of the shoulders sideways, in frame widths: 99 % of those stay within 0.1, and with
    a chair that rolls a little within 0.2."""
    seat_s: float = 20.0
    """Reaching for something takes less."""
    turn_deg: tuple[float, float] = (MAX_TURN_DEG, MAX_TURN_DEG - 5.0)
    """Turn of the shoulders against the baseline's; beyond it no frame is judged anyway."""
    turn_s: float = 60.0
    """Talking to somebody takes less, mostly."""
    light: tuple[float, float] = (1.6, 1.3)
    """Brightness against the baseline's, or the inverse; counts while little can be measured."""
    light_s: float = 60.0
    """Clouds, and cameras that adapt, take less."""
    clear_s: float = 5.0
    """Seconds of being as at the baseline that end it."""
    gap_s: float = 2.0
    """Frames further apart than this are not joined."""

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if name.endswith("_s") and not 0 < value < inf:
                raise ValueError(f"{name} must be positive, not {value}")
        if not 0 < self.camera[0] <= self.camera[1] <= 1:
            raise ValueError(f"camera must be two growing correlations, not {self.camera}")
        for name, least in (("scale", 1.0), ("light", 1.0), ("aside", 0.0), ("turn_deg", 0.0)):
            begins, ends = getattr(self, name)
            if not least < ends <= begins:
                raise ValueError(f"{name} must fall and exceed {least:g}, not {(begins, ends)}")


DEFAULT_SETTINGS = StalenessSettings()


def with_surroundings(baseline: Baseline, observed: Iterable[Observation]) -> Baseline:
    """The baseline with background and brightness as they were in its stretch.

    Args:
        baseline: What was taken.
        observed: In any order; those outside the stretch are passed over. Without an independent
            look inside it there is no background, and the camera cannot be watched.
    """
    stretch = [o for o in observed if baseline.start_s <= o.timestamp_s <= baseline.end_s]
    return replace(
        baseline,
        scene=scene.typical([o.scene for o in stretch if o.scene is not None]),
        brightness=median(o.brightness for o in stretch) if stretch else nan,
    )


class Lasting:
    """Whether something has been the case for long enough, and not been for long enough since.

    Seconds of it fill a store, seconds without empty it: one frame decides nothing.

    Args:
        fill_s: Seconds of it until it counts.
        empty_s: Seconds without it until it no longer counts.
        gap_s: Longer between two answers counts as nothing.
    """

    def __init__(self, fill_s: float, empty_s: float, gap_s: float) -> None:
        self.on = False
        self.since_s = nan
        """When it began; NaN while nothing of it is in the store."""
        self.disputed = False
        """Whether the last answer contradicts `on`."""
        self._fill_s, self._empty_s, self._gap_s = fill_s, empty_s, gap_s
        self._full = 0.0
        self._last_s = -inf
        self._last: bool | None = None

    def update(self, now_s: float, holds: bool | None) -> None:
        """Take in one answer; None is no answer."""
        if holds is None:
            return
        step_s = max(0.0, now_s - self._last_s)
        if holds is not self._last or step_s > self._gap_s:
            step_s = 0.0
        self._last_s, self._last = now_s, holds
        if holds:
            self._full = min(1.0, self._full + step_s / self._fill_s)
            self.since_s = now_s if isnan(self.since_s) else self.since_s
            self.on |= self._full >= 1.0 - 1e-9
        else:
            self._full = max(0.0, self._full - step_s / self._empty_s)
            self.on &= self._full > 1e-9
        if not holds and self._full <= 1e-9:
            self.since_s = nan
        self.disputed = holds is not self.on


class StalenessWatch:
    """Compares what is seen with how it was at the baseline, one observation at a time.

    Args:
        baselines: Of all accepted postures; to be as at one of them is enough. Without any nothing
            is stale. Those without a scene or brightness say nothing about camera or light.
        settings: What counts, and for how long.
    """

    def __init__(
        self, baselines: Sequence[Baseline], settings: StalenessSettings = DEFAULT_SETTINGS
    ) -> None:
        self._baselines = baselines
        self._settings = settings
        self._somebody = False
        self._look_s = -inf
        self._now_s = -inf
        clear_s, gap_s = settings.clear_s, settings.gap_s
        self._camera = Lasting(settings.camera_s, clear_s, settings.look_gap_s)
        self._seat = Lasting(settings.seat_s, clear_s, gap_s)
        self._turn = Lasting(settings.turn_s, clear_s, gap_s)
        self._light = Lasting(settings.light_s, clear_s, gap_s)
        # In order of importance: only the first is told.
        self._kinds = {
            Reason.CAMERA_MOVED: self._camera,
            Reason.SEAT_MOVED: self._seat,
            Reason.VIEW_CHANGED: self._turn,
            Reason.LIGHT_CHANGED: self._light,
        }

    @property
    def wants_look(self) -> bool:
        """Whether another independent look would settle a doubt about the camera."""
        doubtful = self._somebody and self._camera.disputed
        return doubtful and self._now_s - self._look_s >= self._settings.doubt_s

    def update(
        self, observation: Observation, features: Features | None, *, certain: bool | None
    ) -> Staleness | None:
        """Take in one observation.

        Args:
            observation: What the estimator saw.
            features: The user's, or None where there is nobody to measure.
            certain: Whether the frame could be measured; None when nobody is there.

        Returns:
            What is no longer as it was, or None.
        """
        if not self._baselines:
            return None
        now_s = self._now_s = observation.timestamp_s
        self._somebody = observation.tracked is not None
        if observation.detected is not None:
            self._look_s = now_s
            self._camera.update(now_s, self._camera_moved(observation))
        if features is not None and features.reason is None:
            self._seat.update(now_s, self._seat_moved(features))
            self._turn.update(now_s, self._turned(features))
        if certain is not None:
            self._light.update(now_s, self._light_changed(observation, certain=certain))
        for reason, lasting in self._kinds.items():
            if lasting.on:
                judged = reason not in (Reason.CAMERA_MOVED, Reason.SEAT_MOVED)
                return Staleness(reason, lasting.since_s, judged)
        return None

    def _camera_moved(self, observation: Observation) -> bool | None:
        if observation.scene is None:
            return None
        alike = [
            scene.compare(baseline.scene, observation.scene).correlation
            for baseline in self._baselines
            if baseline.scene is not None
        ]
        known = [value for value in alike if not isnan(value)]
        return max(known) < self._settings.camera[self._camera.on] if known else None

    def _seat_moved(self, features: Features) -> bool:
        scale, x, _ = features.shape[shape.PLACE :].tolist()
        most_scale = log(self._settings.scale[self._seat.on])
        most_aside = self._settings.aside[self._seat.on]
        return not any(
            abs(scale - log(baseline.size)) <= most_scale
            and abs(x + 0.5 - baseline.centre[0]) <= most_aside
            for baseline in self._baselines
        )

    def _turned(self, features: Features) -> bool:
        most_deg = self._settings.turn_deg[self._turn.on]
        return not any(
            abs(angle_difference_deg(features.trunk_yaw_deg, baseline.trunk_yaw_deg)) <= most_deg
            for baseline in self._baselines
        )

    def _light_changed(self, observation: Observation, *, certain: bool) -> bool | None:
        if certain:
            return False
        # A hundredth of white: without it black would be infinitely darker than nearly black.
        ratios = [
            abs(log((observation.brightness + 0.01) / (baseline.brightness + 0.01)))
            for baseline in self._baselines
        ]
        known = [ratio for ratio in ratios if not isnan(ratio)]
        return min(known) > log(self._settings.light[self._light.on]) if known else None
