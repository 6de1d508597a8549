"""The small movements of a living person, and smooth ways from one posture to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calibration.posture import Posture


@dataclass(frozen=True)
class Sway:
    """Slow random oscillations: breathing, balance, small glances.

    Attributes:
        amplitudes: (8, 3) of each quantity's three sine waves: degrees, the last row metres.
        periods_s: (8, 3) of the waves.
        phases: (8, 3) radians.
    """

    amplitudes: NDArray[np.float64]
    periods_s: NDArray[np.float64]
    phases: NDArray[np.float64]

    def _values(self, timestamp_s: float) -> NDArray[np.float64]:
        waves = np.sin(2.0 * np.pi * timestamp_s / self.periods_s + self.phases)
        return np.asarray((self.amplitudes * waves).sum(axis=1))

    def added(self, posture: Posture, timestamp_s: float) -> Posture:
        """Return ``posture`` with the sway of that time."""
        value = self._values(timestamp_s)
        return posture.plus(
            slump_deg=float(value[0]),
            neck_flexion_deg=float(value[1]),
            head_pitch_deg=float(value[2]),
            head_yaw_deg=float(value[3]),
            lateral_lean_deg=float(value[4]),
            trunk_yaw_deg=float(value[5]),
            hinge_deg=float(value[6]),
        )

    def seat_m(self, timestamp_s: float) -> NDArray[np.float64]:
        """Return the (3,) displacement of the seat."""
        return np.array([0.0, self._values(timestamp_s)[7], 0.0])


def sample_sway(rng: np.random.Generator) -> Sway:
    """Draw the sway of one recording."""
    sizes = np.array([0.5, 0.5, 1.2, 2.0, 0.6, 0.7, 0.5, 0.003])[:, None]
    periods = np.exp(rng.uniform(np.log(2.5), np.log(25.0), (8, 3)))
    return Sway(sizes * rng.uniform(0.3, 1.0, (8, 3)), periods, rng.uniform(0.0, 6.28, (8, 3)))


def ease(share: float) -> float:
    """Smooth course from 0 to 1 with zero speed at both ends."""
    clipped = min(max(share, 0.0), 1.0)
    return clipped**3 * (clipped * (6.0 * clipped - 15.0) + 10.0)
