"""Believable times for the frames of a recording, whatever its container says. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite, nan

FALLBACK_STEP_S = 1 / 30
"""Time between frames when the container names no rate."""

LEAST_STEP_S = 0.001
"""Advance of a frame whose own time is a little behind the frame before it."""

DISORDER_STEPS = 4
"""Frames come in the wrong order by a few steps; a time further back than that means that the
recording's clock was set anew."""

LONGEST_GAP_S = 86_400.0
"""A pause as long as a day is kept as a gap; a longer one is a broken time."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Where the time of a recording stands after one frame.

    Attributes:
        step_s: Nominal time between frames.
        time_s: The frame's time, seconds since the first frame. `started` puts it one step
            before the first frame.
        repaired: Frames so far whose time had to be made up.
        raw_s: The container's last usable time; NaN before the first.
        shift_s: What turns the container's times into ours; NaN before the first.
    """

    step_s: float
    time_s: float
    repaired: int = 0
    raw_s: float = nan
    shift_s: float = nan


def started(rate_hz: float) -> Timeline:
    """Timeline before the first frame; `rate_hz` is the nominal rate, NaN when unknown."""
    step_s = 1 / rate_hz if isfinite(rate_hz) and rate_hz > 0 else FALLBACK_STEP_S
    return Timeline(step_s=step_s, time_s=-step_s)


def advanced(line: Timeline, raw_s: float) -> Timeline:
    """Timeline after one more frame.

    Times of a sound container pass unchanged, apart from the first being moved to 0: a variable
    rate stays variable and a gap stays a gap. `time_s` strictly increases.

    Args:
        line: The timeline after the frame before.
        raw_s: The container's time of this frame in seconds; NaN, infinite or negative when it
            has none. OpenCV reports a missing time as 0, so 0 after a later time, and a time
            that does not move at all, count as missing too.
    """
    nominal_s = line.time_s + line.step_s
    missing = not isfinite(raw_s) or raw_s < 0 or raw_s == line.raw_s or raw_s == 0 < line.raw_s
    if missing:
        return replace(line, time_s=nominal_s, repaired=line.repaired + 1)
    moved_s = raw_s + line.shift_s  # NaN for the first usable time: no comparison holds
    if line.time_s < moved_s <= line.time_s + LONGEST_GAP_S:
        return replace(line, time_s=moved_s, raw_s=raw_s)
    repaired = line.repaired + isfinite(line.shift_s)
    if line.time_s - DISORDER_STEPS * line.step_s <= moved_s <= line.time_s:
        return replace(line, time_s=line.time_s + LEAST_STEP_S, raw_s=raw_s, repaired=repaired)
    shift_s = nominal_s - raw_s
    return replace(line, time_s=nominal_s, raw_s=raw_s, shift_s=shift_s, repaired=repaired)
