"""Rows of the history as rows of SQL, and back. Pure; what cannot be understood is left out."""

from __future__ import annotations

from math import isfinite, nan
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from posture.history.rows import (
    EXPOSURES,
    QUANTILES,
    STATES,
    Answer,
    Episode,
    KeptAlert,
    Session,
    Stretches,
    UsedBaseline,
    no_stretches,
)
from posture.records import AlertLevel, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from posture.history.batch import Minute

Row = TypeVar("Row")
Values = tuple[Any, ...]
"""One row of SQL, in the order of its table."""

MOST_MINUTE = 2**31
"""Minutes since 1970, and more than there will be."""
_CS = 100.0
_DDEG = 10.0


def whole(value: float, scale: float) -> int | None:
    """A number as SQL keeps it; None for what is not known."""
    return round(value * scale) if isfinite(value) else None


def known(value: int | None, scale: float) -> float:
    """A number back from SQL; NaN for NULL."""
    return nan if value is None else value / scale


def stretch_values(
    offset_s: int,
    length_s: int,
    seconds: Sequence[float],
    change_deg: Sequence[float],
    exposure_deg_min: Sequence[float],
) -> Values:
    """All columns of a stretch but its keys; rounding makes it no longer than it is."""
    parts = [round(value * _CS) for value in seconds]
    parts[parts.index(max(parts))] -= max(0, sum(parts) - round(length_s * _CS))
    return (
        round(offset_s / 60),
        *parts,
        *(whole(value, _DDEG) for value in change_deg),
        *(round(value * 100) for value in exposure_deg_min),
    )


def minute_values(minute: Minute) -> Values:
    """A row of `minutes`, but for the session's number."""
    rest = stretch_values(
        minute.offset_s, 60, minute.seconds, minute.change_deg, minute.exposure_deg_min
    )
    return (minute.utc_s // 60, *rest)


def hour_values(hours: Stretches) -> list[Values]:
    """Rows of `hours`."""
    columns = zip(
        hours.utc_s.tolist(),
        hours.offset_s.tolist(),
        hours.seconds.tolist(),
        hours.change_deg.reshape(len(hours), 2 * len(QUANTILES)).tolist(),
        hours.exposure_deg_min.tolist(),
        strict=True,
    )
    return [
        (utc_s // 3600, *stretch_values(offset_s, 3600, *rest))
        for utc_s, offset_s, *rest in columns
    ]


def stretches(rows: Sequence[Values], length_s: int) -> Stretches:
    """Rows of SQL, each a number of the stretch and then its columns, as arrays."""
    try:
        table = np.array(rows, dtype=np.float64)
    except (TypeError, ValueError):  # words, in a damaged file
        rows = [row for row in rows if all(isinstance(value, int | None) for value in row)]
        table = np.array(rows, dtype=np.float64)
    if rows:
        table = table[np.isfinite(table[:, :2]).all(axis=1) & (np.abs(table[:, 0]) < MOST_MINUTE)]
    if not len(table):
        return no_stretches(length_s)
    ends = np.cumsum([2, len(STATES), 2 * len(QUANTILES), len(EXPOSURES)])
    keys, seconds, change, exposure = np.split(table[:, : ends[-1]], ends[:-1], axis=1)
    return Stretches(
        keys[:, 0].astype(np.int64) * length_s,
        keys[:, 1].astype(np.int64) * 60,
        seconds / _CS,
        change.reshape(-1, 2, len(QUANTILES)) / _DDEG,
        exposure / 100,
        length_s,
    )


def session_values(session: Session) -> Values:
    """A row of `sessions`, but for its number."""
    return (
        whole(session.utc_s, _CS),
        whole(session.end_utc_s, _CS),
        round(session.offset_s / 60),
        session.camera,
        session.version,
    )


def session_of(row: Values) -> Session:
    """A session from its row, number first."""
    number, utc_cs, end_utc_cs, offset_min, camera, version = row
    return Session(number, utc_cs / _CS, end_utc_cs / _CS, offset_min * 60, camera, version)


def episode_values(episode: Episode) -> Values:
    """A row of `episodes`, after its keys."""
    return (
        whole(episode.end_utc_s, _CS),
        round(episode.offset_s / 60),
        str(episode.part),
        whole(episode.peak_deg, _DDEG),
        whole(episode.mean_deg, _DDEG),
        int(episode.over),
    )


def episode_of(row: Values) -> Episode:
    """An episode from its row, without the session."""
    utc_cs, end_utc_cs, offset_min, part, peak, mean, over = row
    peak_deg, mean_deg = peak / _DDEG, mean / _DDEG
    begin_s, end_s = utc_cs / _CS, end_utc_cs / _CS
    return Episode(begin_s, end_s, offset_min * 60, Part(part), peak_deg, mean_deg, bool(over))


def alert_values(alert: KeptAlert) -> Values:
    """A row of `alerts`, but for its number."""
    return (
        whole(alert.utc_s, _CS),
        round(alert.offset_s / 60),
        str(alert.level),
        str(alert.part),
        whole(alert.change_deg, _DDEG),
        whole(alert.held_s, _CS),
        alert.quiet,
        alert.means,
        str(alert.answer),
        whole(alert.answer_utc_s, _CS),
    )


def alert_of(row: Values) -> KeptAlert:
    """An alert from its row, number first."""
    number, utc_cs, offset_min, level, part, change, held, quiet, means, answer, answered = row
    return KeptAlert(
        number,
        utc_cs / _CS,
        offset_min * 60,
        AlertLevel(level),
        Part(part),
        change / _DDEG,
        held / _CS,
        quiet,
        means,
        Answer(answer),
        known(answered, _CS),
    )


def baseline_values(baseline: UsedBaseline) -> Values:
    """A row of `baselines`."""
    return (
        whole(baseline.utc_s, _CS),
        baseline.name,
        round(baseline.offset_s / 60),
        baseline.view,
        whole(baseline.quality, 100),
        baseline.digest,
        whole(baseline.enter_deg, _DDEG),
        whole(baseline.leave_deg, _DDEG),
        whole(baseline.persist_s, _CS),
    )


def baseline_of(row: Values) -> UsedBaseline:
    """A used baseline from its row."""
    utc_cs, name, offset_min, view, quality, digest, enter, leave, persist = row
    return UsedBaseline(
        utc_cs / _CS,
        offset_min * 60,
        name,
        view,
        known(quality, 100),
        digest,
        enter / _DDEG,
        leave / _DDEG,
        persist / _CS,
    )


def understood(rows: Iterable[Values], of: Callable[[Values], Row]) -> list[Row]:
    """Rows made from rows of SQL, without those of words that this posture does not know."""
    found = []
    for row in rows:
        try:
            found.append(of(row))
        except (LookupError, ValueError, TypeError, OverflowError):
            continue
    return found
