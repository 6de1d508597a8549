"""Today by minute: what each was spent with. Pure; `DayStrip` shows it.

What came before this start is put in front by `joined`, from wherever it is kept.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from posture.columns import MAX_GAP_S
from posture.gui.icon import IconKind, look_of
from posture.records import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from posture.gui.mailbox import Situation

MINUTE = timedelta(minutes=1)


class Minute(NamedTuple):
    """A minute of the day.

    Attributes:
        start: Aware, on the full minute.
        seconds: How long each kind lasted in it; those that did not may be missing.
    """

    start: datetime
    seconds: Mapping[IconKind, float]

    @property
    def mostly(self) -> IconKind:
        """What it was for longest."""
        return max(IconKind, key=lambda kind: self.seconds.get(kind, 0.0))


class Stretch(NamedTuple):
    """Neighbouring minutes of one kind."""

    start: datetime
    end: datetime
    kind: IconKind


def kind_of(situation: Situation) -> IconKind:
    """What is going on; a slouch counts when it has lasted, as everywhere else."""
    tick, camera, _ = situation
    if tick is None and camera is None and not situation.paused:
        return IconKind.CAMERA_OFF
    kind = look_of(*situation).kind
    pending = tick is not None and tick.state is not State.SLOUCHED
    return IconKind.UPRIGHT if kind is IconKind.SLOUCHED and pending else kind


def joined(*parts: Iterable[Minute]) -> list[Minute]:
    """Minutes of several sources in order of time; what is known of one minute is added up."""
    found: dict[datetime, dict[IconKind, float]] = {}
    for minute in (minute for part in parts for minute in part):
        seconds = found.setdefault(minute.start, {})
        for kind, length_s in minute.seconds.items():
            seconds[kind] = seconds.get(kind, 0.0) + length_s
    return [Minute(start, found[start]) for start in sorted(found)]


def totals(minutes: Iterable[Minute]) -> dict[IconKind, float]:
    """Seconds of each kind that there was, in the order of the kinds."""
    spent = dict.fromkeys(IconKind, 0.0)
    for minute in minutes:
        for kind, length_s in minute.seconds.items():
            spent[kind] += length_s
    return {kind: length_s for kind, length_s in spent.items() if length_s}


def stretches(minutes: Sequence[Minute]) -> list[Stretch]:
    """What is drawn: neighbouring minutes of one kind as one; minutes that are missing are not."""
    found: list[Stretch] = []
    for minute in minutes:
        kind, end = minute.mostly, minute.start + MINUTE
        if found and found[-1].kind is kind and found[-1].end == minute.start:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Stretch(minute.start, end, kind))
    return found


class MinuteTally:
    """Adds up today's minutes from looks at what is going on, about one a second."""

    def __init__(self) -> None:
        self._seconds: dict[datetime, dict[IconKind, float]] = {}
        self._last_s: float | None = None

    def add(self, kind: IconKind, now_s: float, at: datetime) -> None:
        """Take in one look: it was like this since the look before.

        Args:
            kind: What is going on.
            now_s: Monotonic seconds. After a gap of more than `MAX_GAP_S` nobody knows what was.
            at: The same in wall time, aware.
        """
        before_s, self._last_s = self._last_s, now_s
        if before_s is None or not 0.0 <= now_s - before_s <= MAX_GAP_S:
            return
        start = at.replace(second=0, microsecond=0)
        if start not in self._seconds:
            today = {s: spent for s, spent in self._seconds.items() if s.date() == at.date()}
            self._seconds = {**today, start: {}}
        spent = self._seconds[start]
        spent[kind] = spent.get(kind, 0.0) + now_s - before_s

    def minutes(self) -> list[Minute]:
        """Today's so far, in order of time."""
        return [Minute(start, dict(spent)) for start, spent in sorted(self._seconds.items())]
