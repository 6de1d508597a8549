"""What the history keeps: plain records and columns, and nothing that touches a file.

Moments are seconds of UTC since 1970 (`utc_s`). A local moment (`local_s`) is the same plus the
offset that held where it was written, so that nine in the morning stays nine in the morning. No
picture, no landmark and no name is among them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date  # noqa: TC003 - of public fields
from enum import StrEnum
from math import nan
from typing import TYPE_CHECKING, Self

import numpy as np

from posture.records import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.records import AlertLevel, FloatArray, Part

    Moments = NDArray[np.int64]

STATES: tuple[State, ...] = (
    State.UPRIGHT,
    State.SLOUCHED,
    State.UNKNOWN,
    State.AWAY,
    State.PAUSED,
)
"""What the columns of `seconds` stand for. Time that nobody watched is in none of them."""

QUANTILES = (0.1, 0.5, 0.9)
"""Of the change from the baseline within one minute."""

EXPOSURES = ("neck", "upper back", "worst")
"""What the columns of `exposure_deg_min` stand for."""


@dataclass(frozen=True, slots=True)
class Span:
    """Local days, the first included and the last not."""

    begin: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.begin:
            raise ValueError(f"{self.end} is not after {self.begin}")

    @property
    def days(self) -> int:
        """How many."""
        return (self.end - self.begin).days


class Answer(StrEnum):
    """What the user said to an alert."""

    NONE = ""
    HELPED = "helped"
    SNOOZED = "snoozed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches of equal length in order of time, one array per quantity.

    Attributes:
        utc_s: (n,) int64, the beginning; a whole number of `length_s`.
        offset_s: (n,) int64, local time minus UTC.
        seconds: (n, 5) float64, by `STATES`; together at most `length_s`, less where nobody
            watched.
        change_deg: (n, 2, 3) float64, neck and upper back, by `QUANTILES`; NaN where unmeasured.
        exposure_deg_min: (n, 3) float64, by `EXPOSURES`: degrees forward of the baseline times
            minutes, over the measured time.
        length_s: 60 for minutes, 3600 for hours.
    """

    utc_s: Moments
    offset_s: Moments
    seconds: FloatArray
    change_deg: FloatArray
    exposure_deg_min: FloatArray
    length_s: int = 60

    def __post_init__(self) -> None:
        n = len(self.utc_s)
        shapes = {
            "offset_s": (n,),
            "seconds": (n, len(STATES)),
            "change_deg": (n, 2, len(QUANTILES)),
            "exposure_deg_min": (n, len(EXPOSURES)),
        }
        for name, shape in shapes.items():
            if getattr(self, name).shape != shape:
                raise ValueError(f"{name} is {getattr(self, name).shape}, not {shape}")

    def __len__(self) -> int:
        return len(self.utc_s)

    @property
    def local_s(self) -> Moments:
        """(n,) int64, the beginning on the user's clock."""
        return self.utc_s + self.offset_s

    @property
    def watched_s(self) -> FloatArray:
        """(n,) seconds in which the posture was known: upright or slouched."""
        return self.seconds[:, 0] + self.seconds[:, 1]

    def __getitem__(self, which: slice | NDArray[np.bool_] | NDArray[np.intp]) -> Self:
        """Some of them."""
        arrays = (f.name for f in fields(self) if f.name != "length_s")
        chosen = {name: getattr(self, name)[which] for name in arrays}
        return type(self)(**chosen, length_s=self.length_s)


@dataclass(frozen=True, slots=True)
class Session:
    """One opening of the camera, until it was closed.

    Attributes:
        utc_s, end_utc_s: When; the end is that of the last that is known of it.
        offset_s: Local time minus UTC at the beginning.
        camera: Stable id of the camera.
        version: Of posture.
    """

    number: int
    utc_s: float
    end_utc_s: float
    offset_s: int
    camera: str
    version: str


@dataclass(frozen=True, slots=True)
class Episode:
    """One slouch that persisted.

    Attributes:
        utc_s, end_utc_s: Since when the change lasted, and its end, or the last known of it.
        peak_deg, mean_deg: Of the change that was judged.
        over: False where the end was not seen: the camera was closed, or posture was ended.
    """

    utc_s: float
    end_utc_s: float
    offset_s: int
    part: Part
    peak_deg: float
    mean_deg: float
    over: bool


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """An alert and what became of it.

    Attributes:
        number: Of the row; by it answers find their alert.
        quiet: In one word why it was not shown; empty when it was.
        means: How it was shown: names of `posture.alert_styles.Means`, joined by "+".
        answer_utc_s: When it was answered; NaN for never.
    """

    number: int
    utc_s: float
    offset_s: int
    level: AlertLevel
    part: Part
    change_deg: float
    held_s: float
    quiet: str
    means: str
    answer: Answer = Answer.NONE
    answer_utc_s: float = nan


@dataclass(frozen=True, slots=True)
class UsedBaseline:
    """From when an accepted posture was judged by.

    Attributes:
        name, view: As in the profile.
        quality: 0 to 1, or NaN when not known.
        digest: The first 16 hexadecimal digits of the SHA-256 of its shape: the same baseline has
            the same one.
        enter_deg, leave_deg, persist_s: What counted as a slouch then.
    """

    utc_s: float
    offset_s: int
    name: str
    view: str
    quality: float
    digest: str
    enter_deg: float
    leave_deg: float
    persist_s: float


def no_stretches(length_s: int = 60) -> Stretches:
    """None at all."""
    moments = np.zeros(0, dtype=np.int64)
    return Stretches(
        moments,
        moments,
        np.zeros((0, len(STATES))),
        np.zeros((0, 2, len(QUANTILES))),
        np.zeros((0, len(EXPOSURES))),
        length_s,
    )
