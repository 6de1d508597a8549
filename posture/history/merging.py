"""Stretches put together: what several sessions add to one minute, and minutes to hours. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from posture.history.rows import Stretches, no_stretches

if TYPE_CHECKING:
    from numpy.typing import NDArray


def merged(parts: Stretches) -> Stretches:
    """One stretch for each moment, of parts in order of time.

    Where the clock was set back, or posture was started again, two sessions have the same minute:
    they are added up. Together they never exceed the minute: what would is scaled down alike.
    """
    if len(parts) < 2 or bool(np.all(np.diff(parts.utc_s) > 0)):
        return parts
    return _gathered(parts, parts.length_s)


def hours_of(minutes: Stretches) -> Stretches:
    """Hours of UTC of merged minutes; each has the offset of its first minute.

    Seconds and exposures are sums, and quantiles the mean of the minutes' own by watched time.
    """
    return _gathered(minutes, 3600)


def _gathered(parts: Stretches, length_s: int) -> Stretches:
    if len(parts) == 0:
        return no_stretches(length_s)
    at_s = parts.utc_s // length_s * length_s
    starts: NDArray[np.intp] = np.flatnonzero(np.diff(at_s, prepend=at_s[0] - 1))
    seconds = np.add.reduceat(parts.seconds, starts)
    whole_s = np.maximum(seconds.sum(axis=1, keepdims=True), length_s)
    share = length_s / whole_s
    known = np.isfinite(parts.change_deg)
    weights = np.where(known, parts.watched_s[:, np.newaxis, np.newaxis], 0.0)
    change = np.add.reduceat(np.where(known, parts.change_deg, 0.0) * weights, starts)
    weight = np.add.reduceat(weights, starts)
    return Stretches(
        at_s[starts],
        parts.offset_s[starts],
        seconds * share,
        np.divide(change, weight, out=np.full_like(change, np.nan), where=weight > 0),
        np.add.reduceat(parts.exposure_deg_min, starts) * share,
        length_s,
    )
