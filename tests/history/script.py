"""Live events as a test says, and a user's clock that may be set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from posture.alert_styles import StyleSettings
from posture.detector import DetectorSettings
from posture.history.batch import Batch, Minute
from posture.history.recorder import Recorder
from posture.history.rows import Session
from posture.live_events import LiveEvent, Resting, ToldAlert
from posture.records import (
    Alert,
    AlertLevel,
    Angles,
    Deviation,
    Part,
    State,
    Tick,
    Transition,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Monday in Berlin."""
BEGAN_S = BEGAN.timestamp()


class UserClock:
    """What the user's clock shows at a moment of the session."""

    def __init__(self, began: datetime = BEGAN) -> None:
        self.began = began
        self.session_s = 0.0
        self.ahead_s = 0.0

    def __call__(self) -> datetime:
        """Now."""
        return self.began + timedelta(seconds=self.session_s + self.ahead_s)


class Recording:
    """A recorder with its clock, and all that it gave."""

    def __init__(self, clock: UserClock | None = None) -> None:
        self.clock = clock or UserClock()
        self.recorder = Recorder(
            "a camera",
            "1.2.3",
            style=StyleSettings(),
            detector=DetectorSettings(),
            now=self.clock,
        )
        self.kept = Batch()
        self.batches = 0

    def take(self, events: Iterable[LiveEvent]) -> Recording:
        """Let it happen, and write whenever that is due."""
        for event in events:
            if isinstance(event, Tick | Resting | Transition):
                self.clock.session_s = event.timestamp_s
            self.recorder.take(event)
            if self.recorder.due:
                self.flush()
        return self

    def flush(self) -> Batch:
        """Write what there is."""
        batch = self.recorder.batch()
        self.kept.update(batch)
        self.batches += 1
        return batch

    def done(self) -> Batch:
        """All that is kept."""
        self.flush()
        return self.kept

    def seconds(self) -> dict[State, float]:
        """How long each state lasted, of all minutes."""
        from posture.history.rows import STATES

        rows = [minute.seconds for minute in self.done().minutes.values()]
        return dict(zip(STATES, np.sum(rows, axis=0).tolist() if rows else [0.0] * 5, strict=True))


def change(neck_deg: float = nan, back_deg: float = nan) -> Deviation:
    if isnan(neck_deg):
        return Deviation()
    worst, part = max((neck_deg, Part.NECK), (back_deg, Part.THORACIC), key=lambda p: p[0])
    return Deviation(neck_deg, back_deg, nan, worst, part)


def tick(timestamp_s: float, state: State, deviation: Deviation | None = None) -> Tick:
    return Tick(timestamp_s, 0, Angles(), deviation or Deviation(), state, None, 0.0, nan)


def ticks(
    begin_s: float,
    end_s: float,
    state: State,
    *,
    neck_deg: float = nan,
    back_deg: float = 0.0,
    step_s: float = 0.5,
) -> Iterator[LiveEvent]:
    """Ticks of one state, the end included."""
    for place in range(round((end_s - begin_s) / step_s) + 1):
        yield tick(begin_s + place * step_s, state, change(neck_deg, back_deg))


def resting(begin_s: float, end_s: float) -> Iterator[LiveEvent]:
    """A pause, as it is told; the end included."""
    yield Transition(begin_s, State.UPRIGHT, State.PAUSED, begin_s, "paused")
    for second in range(int(end_s - begin_s) + 1):
        yield Resting(begin_s + second)


def turn(timestamp_s: float, after: State, since_s: float | None = None) -> Transition:
    since_s = timestamp_s if since_s is None else since_s
    return Transition(timestamp_s, State.UNKNOWN, after, since_s, "so it is")


def alert(timestamp_s: float = 60.0, level: AlertLevel = AlertLevel.CUE) -> Alert:
    return Alert(timestamp_s, level, Part.NECK, 14.2, 30.1, "neck 14°")


def told(timestamp_s: float = 60.0, quiet: str = "") -> ToldAlert:
    return ToldAlert(alert(timestamp_s), quiet)


def minute(
    number: int,
    *,
    session: int = 1,
    upright_s: float = 30.0,
    slouched_s: float = 20.0,
    offset_s: int = 3600,
    neck_deg: float = 5.0,
) -> Minute:
    """The minute of this number since the beginning of 2026-03-02, 9 o'clock in Berlin."""
    return Minute(
        session,
        int(BEGAN_S) + 60 * number,
        offset_s,
        (upright_s, slouched_s, 0.0, 0.0, 0.0),
        (neck_deg - 1, neck_deg, neck_deg + 1, nan, nan, nan),
        (neck_deg * (upright_s + slouched_s) / 60, 0.0, 1.0),
    )


def batch_of(*minutes: Minute) -> Batch:
    """These minutes, and their sessions."""
    batch = Batch()
    for each in minutes:
        begin_s = float(each.utc_s)
        session = Session(each.session, begin_s, begin_s, each.offset_s, "camera", "1")
        batch.sessions.setdefault(each.session, session)
        batch.minutes[each.session, each.utc_s] = each
    return batch


def utc(text: str) -> float:
    """Seconds since 1970 of `2026-03-02 09:00`, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()
