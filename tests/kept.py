"""Rows of a history in memory, asked for like those of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from posture.care.entries import Notes
from posture.history.rows import Stretches, no_stretches

if TYPE_CHECKING:
    from posture.history.rows import Episode, KeptAlert, Session, Span, UsedBaseline

DAY_S = 86_400
_EPOCH = date(1970, 1, 1)
Row = TypeVar("Row", bound="Kept")


@dataclass(frozen=True, slots=True, eq=False)
class Years:
    """All that a history keeps, in order of time, and asked for like one."""

    span: Span
    all_minutes: Stretches
    all_hours: Stretches
    all_episodes: tuple[Episode, ...]
    all_alerts: tuple[KeptAlert, ...]
    all_sessions: tuple[Session, ...]
    all_baselines: tuple[UsedBaseline, ...]
    all_notes: Notes = field(default_factory=Notes)

    def days(self) -> Span | None:
        """From the first local day to the last."""
        return self.span

    def minutes(self, span: Span) -> Stretches:
        """Those of some days, as are all others."""
        return _of(span, self.all_minutes)

    def hours(self, span: Span) -> Stretches:
        return _of(span, self.all_hours)

    def episodes(self, span: Span) -> tuple[Episode, ...]:
        return _rows_of(span, self.all_episodes)

    def alerts(self, span: Span) -> tuple[KeptAlert, ...]:
        return _rows_of(span, self.all_alerts)

    def sessions(self, span: Span) -> tuple[Session, ...]:
        return _rows_of(span, self.all_sessions)

    def baselines(self, span: Span) -> tuple[UsedBaseline, ...]:
        return _rows_of(span, self.all_baselines)

    def notes(self, span: Span) -> Notes:
        kept = self.all_notes
        return Notes(
            _rows_of(span, kept.breaks),
            _rows_of(span, kept.exercises),
            _rows_of(span, kept.packs),
            _rows_of(span, kept.pains),
            _rows_of(span, kept.hints),
        )


class Kept(Protocol):
    """What all rows have."""

    @property
    def utc_s(self) -> float: ...
    @property
    def offset_s(self) -> int: ...


def _of(span: Span, stretches: Stretches) -> Stretches:
    begin_s, end_s = ((day - _EPOCH).days * DAY_S for day in (span.begin, span.end))
    return stretches[(stretches.local_s >= begin_s) & (stretches.local_s < end_s)]


def _rows_of(span: Span, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    begin_s, end_s = ((day - _EPOCH).days * DAY_S for day in (span.begin, span.end))
    return tuple(row for row in rows if begin_s <= row.utc_s + row.offset_s < end_s)


def added_up(minutes: Stretches) -> Stretches:
    """Minutes as hours: sums, and the mean of the angles over the measured time."""
    if len(minutes) == 0:
        return no_stretches(3600)
    hour_s = minutes.utc_s // 3600 * 3600
    starts = np.flatnonzero(np.diff(hour_s, prepend=-1))
    weights = minutes.watched_s[:, np.newaxis, np.newaxis] * np.isfinite(minutes.change_deg)
    with np.errstate(invalid="ignore"):
        change = np.add.reduceat(np.nan_to_num(minutes.change_deg) * weights, starts)
        change = change / np.add.reduceat(weights, starts)
    return Stretches(
        hour_s[starts],
        minutes.offset_s[starts],
        np.add.reduceat(minutes.seconds, starts),
        change,
        np.add.reduceat(minutes.exposure_deg_min, starts),
        3600,
    )
