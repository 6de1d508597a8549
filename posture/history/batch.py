"""What is handed from the recorder to the file: rows that are new, or that have grown."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posture.history.rows import Answer, Episode, KeptAlert, Session, UsedBaseline


@dataclass(frozen=True, slots=True)
class Minute:
    """What one session adds to one minute; all but `session` as in `rows.Stretches`.

    Attributes:
        session: Number of the session.
        seconds: Five, by `STATES`.
        change_deg: Six: neck, then upper back, each by `QUANTILES`; NaN where unmeasured.
        exposure_deg_min: Three, by `EXPOSURES`.
    """

    session: int
    utc_s: int
    offset_s: int
    seconds: tuple[float, ...]
    change_deg: tuple[float, ...]
    exposure_deg_min: tuple[float, ...]


@dataclass(slots=True)
class Batch:
    """Rows by what makes them the same row: written twice they are there once.

    Numbers of sessions and alerts count from 1 in each run; the store adds those of earlier runs.
    """

    sessions: dict[int, Session] = field(default_factory=dict)
    minutes: dict[tuple[int, int], Minute] = field(default_factory=dict)
    episodes: dict[tuple[int, float], Episode] = field(default_factory=dict)
    alerts: dict[int, KeptAlert] = field(default_factory=dict)
    answers: dict[int, tuple[Answer, float]] = field(default_factory=dict)
    baselines: dict[tuple[float, str], UsedBaseline] = field(default_factory=dict)

    def update(self, newer: Batch) -> None:
        """Take over what is newer."""
        for each in fields(self):
            getattr(self, each.name).update(getattr(newer, each.name))

    def shorten(self, most: int) -> int:
        """Forget the oldest minutes beyond so many; how many those were."""
        oldest = list(self.minutes)[: max(0, len(self.minutes) - most)]
        for key in oldest:
            del self.minutes[key]
        return len(oldest)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))
