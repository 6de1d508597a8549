"""Counts repetitions that are led by cues, by how they stand out of somebody's own noise.

Each repetition comes as a contrast: what changed from rest to the far end, in the numbers of
`posture.care.movement`, whose noise is about 1. The first two alike teach how far this user goes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import combinations
from math import inf, log, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from posture.records import FloatArray

USUAL, USUAL_WEIGHT = 1.0, 20.0
"""Noise of somebody at a desk, and how many numbers of this user's own weigh as much."""
LAST = 12
"""Of so many repetitions the way is learned: it follows a user who tires, or warms up."""


@dataclass(frozen=True, slots=True)
class PacedSettings:
    """When a contrast is a repetition.

    Attributes:
        apart: How far the first two stand out: the root of their product, in standard deviations
            of the user's noise. Of noise alone it is 0, so it is a d'.
        most: Largest size of their mean, in the usual noise: more is no exercise.
        alike: Cosine of the first two, at least.
        sizes: Largest ratio of their sizes.
        common: Cosine of their mean with what all bodies have in common, at least.
        enough: Share of the learned way that counts.
        beyond: Share from which on something else was done.
        along: Cosine with it that counts: else something else was done, too.
        level_deg: The head tips by less: else something else was done.
        told: Angle of `posture.angle_model.TARGETS` whose change the user is told; empty for none.
        side_deg: From the side: turn of the trunk from which on enough is to be seen.
        tries: Repetitions seen without two that are alike, after which it cannot be measured.
    """

    apart: float = 3.0
    most: float = inf
    alike: float = 0.6
    sizes: float = 2.0
    common: float = 0.4
    enough: float = 0.6
    beyond: float = inf
    along: float = 0.4
    level_deg: float = inf
    told: str = ""
    side_deg: float = 60.0
    tries: int = 4

    def __post_init__(self) -> None:
        if not (self.apart > 0 and self.most > 0 and self.sizes >= 1 and self.tries >= 2):
            raise ValueError("apart and most must be above 0, sizes 1 or more, tries 2 or more")
        for name in ("alike", "common", "enough", "along"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must be 0 to 1, not {getattr(self, name)}")


# Found on bodies that train: docs/EXERCISES.md.
PACED = {
    "chin_tuck": PacedSettings(
        apart=7.0,
        most=10.0,
        alike=0.8,
        sizes=1.5,
        common=0.6,
        enough=0.45,
        beyond=1.6,
        level_deg=8.0,
    ),
    "shoulder_blade_squeeze": PacedSettings(
        apart=8.0, most=12.0, alike=0.8, sizes=1.5, common=0.15, enough=0.42, along=0.3, beyond=2.0
    ),
    "cat_cow": PacedSettings(apart=4.5, sizes=1.8, enough=0.68, told="thoracic_deg", side_deg=45.0),
}
"""By name of the exercise."""


class PacedCounter:
    """Learns how far a user goes, and counts what goes as far.

    Args:
        settings: When it counts.
    """

    def __init__(self, settings: PacedSettings) -> None:
        self.settings = settings
        self.repetitions = 0
        self.unseen = False
        """Whether it was tried, and does not stand out."""
        self._tried: list[FloatArray] = []
        self._done: deque[FloatArray] = deque(maxlen=LAST)
        self._sways: list[FloatArray] = []

    @property
    def known(self) -> bool:
        """Whether it is known how far the user goes."""
        return bool(self._done)

    def update(self, contrast: FloatArray, sway: FloatArray | None = None) -> bool:
        """Take in one repetition that was led; whether it counts.

        Args:
            contrast: (k,) far end minus rest.
            sway: (k,) the noise in it: the rest after minus the rest before; None if unknown.
        """
        if sway is not None:
            self._sways.append(sway)
        if self.known:
            return self._take(contrast)
        if self.unseen:
            return False
        for before in reversed(self._tried):
            if self._teaches(before, contrast):
                self._done.extend((before, contrast))
                self.repetitions += 2
                for one in self._tried:
                    if one is not before:
                        self._take(one)
                return True
        self._tried.append(contrast)
        self.unseen = len(self._tried) >= self.settings.tries
        return False

    def forget(self) -> None:
        """Learn it anew, from elsewhere."""
        self.unseen = False
        self._tried.clear()
        self._done.clear()
        self._sways.clear()

    def shares(self, contrasts: FloatArray) -> FloatArray:
        """(n,) how far each of (n, k) goes on the learned way; 1 is as far as those that counted.

        The square of the way is of different repetitions, so that their noise is not in it.
        """
        way = np.mean(self._done, axis=0)
        squares = [float(one @ other) for one, other in combinations(self._done, 2)]
        return np.asarray(contrasts @ way * (len(squares) / sum(squares)))

    def _take(self, contrast: FloatArray) -> bool:
        """Count a contrast that goes far enough on the learned way."""
        settings, way = self.settings, np.mean(self._done, axis=0)
        goes = settings.enough <= self.shares(contrast[None])[0] <= settings.beyond
        counts = bool(goes) and _cosine(contrast, way) >= settings.along
        if counts:
            self._done.append(contrast)
            self.repetitions += 1
        return counts

    @property
    def noise(self) -> float:
        """Standard deviation of this user's noise, drawn towards the usual one."""
        own = np.ravel(self._sways)
        return sqrt((float(own @ own) + USUAL_WEIGHT * USUAL**2) / (len(own) + USUAL_WEIGHT))

    def _teaches(self, one: FloatArray, other: FloatArray) -> bool:
        settings = self.settings
        apart = sqrt(max(float(one @ other), 0.0)) / self.noise
        mean = (one + other) / 2
        common = float(mean[0]) / max(_size(mean), 1e-9)
        ratio = max(_size(one), 1e-9) / max(_size(other), 1e-9)
        return (
            apart >= settings.apart
            and _size(mean) <= settings.most
            and _cosine(one, other) >= settings.alike
            and abs(log(ratio)) <= log(settings.sizes)
            and common >= settings.common
        )


def _cosine(one: FloatArray, other: FloatArray) -> float:
    return float(one @ other) / max(_size(one) * _size(other), 1e-9)


def _size(values: FloatArray) -> float:
    return sqrt(float(values @ values))
