"""What a terminal says of movement breaks."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from posture.care.breaks import BreakBegun, BreakDue, BreakOver, BreakPhase
from posture.care.entries import BreakEnd, BreakKind

if TYPE_CHECKING:
    from posture.care.breaks import BreakEvent, BreakStatus

NAMES = {BreakKind.MICRO: "short break", BreakKind.LONG: "long break"}


def sentence(event: BreakEvent) -> str:
    """What happened, for a terminal."""
    name = NAMES[event.kind]
    match event:
        case BreakDue(suggestion=suggestion, sat_s=sat_s):
            return f"time for a {name}? You have sat for {_time(sat_s)}. {suggestion}"
        case BreakBegun(suggestion=suggestion, length_s=length_s):
            return f"a {name} of {_time(length_s)} begins. {suggestion}"
        case BreakOver(end=BreakEnd.TAKEN, length_s=length_s):
            return f"that was a {name}, {_time(length_s)}"
        case BreakOver(end=end):
            return f"the {name} is {end}"


def in_words(status: BreakStatus) -> str:
    """How it stands, for a terminal: `sat for 23 min, next short break in 7 min`."""
    if status.kind is not None and status.phase is BreakPhase.BEGUN:
        done, length = _time(status.done_s), _time(status.length_s)
        return f"a {NAMES[status.kind]}, {done} of {length}: {status.suggestion}"
    if status.rested_s:
        return f"away or standing for {_time(status.rested_s)}"
    sat = f"sat for {_time(status.sat_s)}"
    if status.kind is not None:
        return f"{sat}, a {NAMES[status.kind]} is due: {status.suggestion}"
    in_s, kind = min((status.micro_in_s, BreakKind.MICRO), (status.long_in_s, BreakKind.LONG))
    return f"{sat}, next {NAMES[kind]} in {_time(in_s)}" if isfinite(in_s) else sat


def _time(seconds: float) -> str:
    """As in the windows: what is not over does not count."""
    return f"{seconds // 1:.0f} s" if seconds < 60 else f"{seconds // 60:.0f} min"
