"""Where the worker thread leaves what the windows show; they come and look with a timer.

Qt never drops a queued signal: a signal a tick would pile up while a window is busy. So ticks lie
here, the newest in place of the one before; rare things are told by the host's signals.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from posture.columns import STATES, TickColumns
from posture.reasons import Reason
from posture.viewfinder import Viewfinder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.ports import CameraState
    from posture.records import Alert, FloatArray, Tick, Transition

HISTORY_S = 600.0
"""What the windows can show: the last ten minutes."""

ROWS = 18_000
"""Room for ten minutes of 30 ticks a second, 1.1 MB; of faster ticks less time is kept."""

MOST_EVENTS = 200

_REASONS: tuple[Reason | None, ...] = (None, *Reason)
_OF_TICK = {"timestamp_s", "state", "alerts", "transitions"}
_JUDGED = {"neck_judged_deg": "neck_deg", "thoracic_judged_deg": "thoracic_deg"}
_ANGLES = tuple(f.name for f in fields(TickColumns) if f.name not in _OF_TICK | _JUDGED.keys())
_NUMBERS = (*_ANGLES, *_JUDGED)
_CODES = ("state", "reason")
_ROW = np.dtype(
    [
        ("timestamp_s", "f8"),
        *((name, "f4") for name in _NUMBERS),
        *((name, "u1") for name in _CODES),
    ]
)


class Situation(NamedTuple):
    """What is known at one moment; None where nothing is known yet."""

    tick: Tick | None
    camera: CameraState | None
    paused: bool


class GivenAlert(NamedTuple):
    """An alert, when it was given, and in one word why it was not shown; empty when it was."""

    alert: Alert
    at: datetime
    quiet: str


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """The last ten minutes.

    Attributes:
        columns: Ticks; times are seconds before the newest, hence 0 or below.
        reason: (n,) uint8; what `reason_at` reads.
        now_s: When the newest was, on a clock that goes on from one history to the next.
    """

    columns: TickColumns
    reason: NDArray[np.uint8]
    now_s: float = 0.0

    def __post_init__(self) -> None:
        if self.reason.shape != (len(self.columns),):
            raise ValueError(f"{self.reason.shape} reasons for {len(self.columns)} ticks")

    def nearest(self, time_s: float, within_s: float) -> int | None:
        """The tick nearest to a time; None when none is within `within_s`."""
        times: FloatArray = self.columns.timestamp_s
        if not times.size:
            return None
        after = int(np.searchsorted(times, time_s))
        best = min(
            (max(after - 1, 0), min(after, times.size - 1)), key=lambda i: _far(times, i, time_s)
        )
        return best if _far(times, best, time_s) <= within_s else None

    def reason_at(self, index: int) -> Reason | None:
        """Why a tick could not be measured or judged; None when it could."""
        return _REASONS[int(self.reason[index])]


def _far(times: FloatArray, index: int, time_s: float) -> float:
    return abs(float(times[index]) - time_s)


class Mailbox:
    """A sink for one worker thread, read by the thread of the windows.

    There is no lock, so neither thread ever waits: the worker writes a row and then counts it; a
    reader copies all rows and then leaves out those that were overwritten meanwhile.
    """

    def __init__(self, rows: int = ROWS) -> None:
        if rows < 2:
            raise ValueError(f"rows is {rows}; it must be at least 2")
        self._rows = np.zeros(rows, dtype=_ROW)
        self._count = 0
        self._first = 0
        self._start_s = 0.0
        self._alerts: tuple[Alert, ...] = ()
        self._transitions: tuple[Transition, ...] = ()
        self._latest: Tick | None = None
        self.viewfinder = Viewfinder()
        """Has the camera's newest picture while a window shows it."""
        self.given: GivenAlert | None = None
        """The last alert; it outlasts the ten minutes."""
        self.camera: CameraState | None = None
        """What the camera is doing; the worker sets it."""
        self.paused = False
        """Whether the user has paused; whoever ends the session sets it."""
        self.told = ""
        """What comes before the state: what is asked of the user, or why nothing is watched."""
        self.news = ""
        """What has just happened, for the user; empty when nothing has."""

    @property
    def count(self) -> int:
        """Ticks taken so far: while it stays the same there is nothing new."""
        return self._count

    @property
    def situation(self) -> Situation:
        """The newest tick and what is known about the camera."""
        return Situation(self._latest, self.camera, self.paused)

    def begin(self, start_s: float) -> None:
        """Start another session; its worker calls this before the first tick.

        Args:
            start_s: When it starts, on a clock that all sessions share. Earlier ticks stay in the
                history when the clock has not gone back, so that a short pause is a short gap.
        """
        if start_s + 1e-9 < self._newest_s():
            self._first = self._count
            self._alerts = self._transitions = ()
        self._start_s = start_s
        self._latest = None

    def __call__(self, tick: Tick) -> None:
        """Take one tick, on the worker's thread. It never waits and never raises."""
        time_s = self._start_s + tick.timestamp_s
        angles = tuple(getattr(tick.angles, name) for name in _ANGLES)
        judged = tuple(getattr(tick.deviation, name) for name in _JUDGED.values())
        codes = (STATES.index(tick.state), _REASONS.index(tick.reason))
        self._rows[self._count % self._rows.size] = (time_s, *angles, *judged, *codes)
        self._latest = tick
        self._count += 1
        if tick.alert is not None:
            self._alerts = _added(self._alerts, replace(tick.alert, timestamp_s=time_s))
        if tick.transition is not None:
            moved = replace(tick.transition, timestamp_s=time_s)
            self._transitions = _added(self._transitions, moved)

    def note_alert(self, alert: Alert, quiet: str) -> None:
        """Keep the last alert; `quiet` says in one word why it was not shown."""
        self.given = GivenAlert(alert, datetime.now().astimezone(), quiet)

    def history(self) -> History:
        """A copy of the last ten minutes, or of as many ticks as there is room for."""
        first, before = self._first, self._count
        rows = self._copied(max(first, before - self._rows.size), before)
        # The row after the newest may be half written, and it is the oldest one's.
        rows = rows[max(0, rows.size - before + max(first, self._count + 1 - self._rows.size)) :]
        now_s = float(rows["timestamp_s"][-1]) if rows.size else 0.0
        rows = rows[np.searchsorted(rows["timestamp_s"], now_s - HISTORY_S) :]
        alerts = _since(self._alerts, now_s - HISTORY_S, now_s)
        changes = _since(self._transitions, now_s - HISTORY_S, now_s)
        columns = TickColumns(
            timestamp_s=rows["timestamp_s"] - now_s,
            **{name: rows[name] for name in _NUMBERS},
            state=rows["state"],
            alerts=tuple(replace(e, timestamp_s=e.timestamp_s - now_s) for e in alerts),
            transitions=tuple(replace(e, timestamp_s=e.timestamp_s - now_s) for e in changes),
        )
        return History(columns, rows["reason"], now_s)

    def _copied(self, start: int, stop: int) -> NDArray[np.void]:
        """The rows of these ticks, oldest first; at most as many as there is room for."""
        size = self._rows.size
        begin, end = start % size, start % size + (stop - start)
        if end <= size:
            return self._rows[begin:end].copy()
        return np.concatenate((self._rows[begin:], self._rows[: end - size]))

    def _newest_s(self) -> float:
        if self._count == self._first:
            return float("-inf")
        return float(self._rows["timestamp_s"][(self._count - 1) % self._rows.size])


Event = TypeVar("Event", "Alert", "Transition")


def _added(events: tuple[Event, ...], event: Event) -> tuple[Event, ...]:
    grown: list[Event] = list(events)
    grown.append(event)
    return tuple(grown[-MOST_EVENTS:])


def _since(events: tuple[Event, ...], start_s: float, end_s: float) -> list[Event]:
    return [event for event in events if start_s <= event.timestamp_s <= end_s]
