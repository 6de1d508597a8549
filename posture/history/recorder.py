"""What happens in a live session, as rows of the history. Pure but for asking what time it is.

The time between two ticks belongs to the state of the earlier one if it is at most `MAX_GAP_S`;
what is longer is nobody's. While the camera is closed on purpose, `Resting` stands for a tick: a
pause counts while posture runs, and a night asleep does not.

The user's clock is asked once for each session row, which gives it the moment of its beginning;
what comes after is that plus the own seconds of the session: a change to summer time bends nothing.
Where the clock was set, or time was lost (asleep), another row begins with the new time.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from math import floor, inf, isfinite
from typing import TYPE_CHECKING

from posture.alert_styles import Means
from posture.history.batch import Batch
from posture.history.judged_by import used_baselines
from posture.history.rows import Answer, KeptAlert, Session
from posture.history.sums import WATCHED, MinuteSum, Recent, Slouch, Step
from posture.live_events import ProfileUsed, Resting, ToldAlert
from posture.ports import CameraState, CameraStateKind, FalseAlarm, Helped, Snooze
from posture.records import Alert, Deviation, State, Tick, Transition
from posture.tick_tables import MAX_GAP_S

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from posture.alert_styles import StyleSettings
    from posture.detector import DetectorSettings
    from posture.live_events import LiveEvent
    from posture.profile import Profile

EVERY_S = 10.0
"""Seconds of the session that a killed process may lose."""
LOST_S = 60.0
"""Longer without a sign, the clock is asked anew: the computer was asleep, or nobody knows."""
JUMP_S = 5.0
"""The clock was set if it is so far from what it should be; a slow computer is less late."""
SNOOZE_FOLLOWS_S = 120.0
"""A snooze so soon after an alert is the answer to it."""
MOST_ALERTS = 100
"""So many of the newest can be answered."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where the session's seconds are on the user's clock."""

    number: int
    at_s: float
    utc_s: float
    offset_s: int

    def utc(self, timestamp_s: float) -> float:
        return self.utc_s + timestamp_s - self.at_s


class Recorder:
    """Turns events into rows; they come in order of time, from one thread at a time.

    Args:
        camera: Stable id of the camera.
        version: Of posture.
        style: How alerts are told.
        detector: What counts as a slouch.
        now: The user's local time, aware.
    """

    def __init__(
        self,
        camera: str,
        version: str,
        *,
        style: StyleSettings,
        detector: DetectorSettings,
        now: Callable[[], datetime],
    ) -> None:
        self.now_s = 0.0
        """The newest moment that is known, in session time."""
        self._camera, self._version = camera, version
        self._style, self._detector, self._now = style, detector, now
        self._last_s = -inf
        self._held: tuple[State, Deviation] | None = None
        self._anchor: _Anchor | None = None
        self._number = 0
        self._session: Session | None = None
        self._handed_s = -inf
        self._urgent = False
        self._batch = Batch()
        self._sums: dict[tuple[int, int], MinuteSum] = {}
        self._recent = Recent()
        self._slouch: Slouch | None = None
        self._alerts: OrderedDict[Alert, int] = OrderedDict()
        self._alert_count = 0
        self._shown: Alert | None = None
        self._answers: dict[int, Answer] = {}
        self._profile: Profile | None = None
        self._clock_was_set = False

    @property
    def due(self) -> bool:
        """Whether what there is should be written now."""
        return self._urgent or self._last_s - self._handed_s >= EVERY_S

    def take(self, event: LiveEvent) -> None:
        """Take note of an event."""
        match event:
            case Tick():
                self._beat(event.timestamp_s, event.state, event.deviation)
            case Resting(timestamp_s):
                self._beat(timestamp_s, State.PAUSED, Deviation())
            case Transition():
                self._turn(event)
            case ToldAlert(alert, quiet):
                self._keep_alert(alert, quiet)
            case Helped(alert):
                self._answer(alert, Answer.HELPED)
            case FalseAlarm(alert):
                self._answer(alert, Answer.WRONG)
            case Snooze(_, alert):
                self._snoozed(alert)
            case ProfileUsed(_, profile):
                self._profile = profile
            case CameraState(kind=CameraStateKind.CLOSED):
                self._session = None

    def batch(self) -> Batch:
        """Rows that are new or have grown since the last time; what goes on as far as it has."""
        self._handed_s, self._urgent = self._last_s, False
        for sums in self._sums.values():
            self._batch.minutes[sums.session, sums.utc_s] = sums.minute()
        newest = next(reversed(self._sums), None)
        self._sums = {newest: self._sums[newest]} if newest is not None else {}
        self._put_slouch()
        should_be_s = self._utc(self._last_s)
        self._clock_was_set = abs(self._now().timestamp() - should_be_s) > JUMP_S
        batch, self._batch = self._batch, Batch()
        return batch

    # Time.

    def _beat(self, timestamp_s: float, state: State, change: Deviation) -> None:
        """From now on it is so."""
        if not self._advance(timestamp_s, camera=state is not State.PAUSED):
            return  # it was on its way while the camera was closed
        self._held = (state, change)
        if self._profile is not None:
            self._keep_profile(self._profile)
            self._profile = None

    def _advance(self, timestamp_s: float, *, camera: bool) -> bool:
        """Let time pass; False where it has been passed already."""
        step_s = timestamp_s - self._last_s
        if step_s < 0:
            return False
        if step_s <= MAX_GAP_S:
            self._add(self._last_s, step_s)
        if step_s > LOST_S:
            self._put_slouch()
            self._held = self._slouch = None
        if step_s > LOST_S or self._clock_was_set:
            self._clock_was_set = False
            self._anchor = self._session = None
        self._last_s = self.now_s = timestamp_s
        if not isfinite(self._handed_s):
            self._handed_s = timestamp_s
        if not camera:
            self._session = None
        if self._anchor is None or (camera and self._session is None):
            self._begin(timestamp_s, camera=camera)
        elif camera and self._session is not None:
            self._session = replace(self._session, end_utc_s=self._utc(timestamp_s))
        if self._session is not None:
            self._batch.sessions[self._number] = self._session
        return True

    def _begin(self, timestamp_s: float, *, camera: bool) -> None:
        now = self._now()
        offset = now.utcoffset()
        offset_s = 0 if offset is None else round(offset.total_seconds())
        self._number += 1
        utc_s = now.timestamp()
        self._anchor = _Anchor(self._number, timestamp_s, utc_s, offset_s)
        if camera:
            self._session = Session(
                self._number, utc_s, utc_s, offset_s, self._camera, self._version
            )

    def _utc(self, timestamp_s: float) -> float:
        return timestamp_s if self._anchor is None else self._anchor.utc(timestamp_s)

    def _add(self, begin_s: float, step_s: float) -> None:
        """Give some seconds to the state that is held, minute by minute."""
        if self._held is None or self._anchor is None:
            return
        state, change = self._held
        utc_s, left_s = self._anchor.utc(begin_s), step_s
        while left_s > 0:
            minute_s = floor(utc_s / 60) * 60
            part_s = min(left_s, minute_s + 60 - utc_s)
            key = (self._anchor.number, minute_s)
            if key not in self._sums:
                self._sums[key] = MinuteSum(*key, self._anchor.offset_s)
            self._sums[key].add(state, change, part_s)
            left_s -= part_s
            utc_s = minute_s + 60.0
        if state in WATCHED and change.part is not None and isfinite(change.worst_deg):
            step = Step(begin_s, step_s, change.worst_deg, change.part)
            self._recent.add(step)
            if self._slouch is not None and self._slouch.going_on:
                self._slouch.add(step)

    # What happens at a moment.

    def _turn(self, turn: Transition) -> None:
        paused = turn.after is State.PAUSED
        if not self._advance(turn.timestamp_s, camera=not paused):
            return
        self._urgent = True
        slouch = self._slouch
        if turn.after is State.SLOUCHED:
            if slouch is not None and abs(slouch.since_s - turn.since_s) < 1e-6:
                slouch.goes_on()
                return
            self._put_slouch()
            self._slouch = self._begun(turn.since_s)
        elif slouch is not None and slouch.going_on:
            end_s = self._last_s if paused else turn.since_s
            seen = turn.after in (State.UPRIGHT, State.AWAY)
            slouch.end(end_s, self._recent.since(end_s), seen=seen)

    def _begun(self, since_s: float) -> Slouch | None:
        if self._anchor is None:
            return None
        number, offset_s = self._anchor.number, self._anchor.offset_s
        steps = self._recent.since(since_s)
        return Slouch(number, since_s, self._utc(since_s), offset_s, steps)

    def _put_slouch(self) -> None:
        if self._slouch is not None and (row := self._slouch.row) is not None:
            self._batch.episodes[self._slouch.session, row.utc_s] = row

    def _keep_alert(self, alert: Alert, quiet: str) -> None:
        if not self._advance(alert.timestamp_s, camera=True) or self._anchor is None:
            return
        self._urgent = True
        self._alert_count += 1
        number = self._alerts[alert] = self._alert_count
        while len(self._alerts) > MOST_ALERTS:
            self._answers.pop(self._alerts.popitem(last=False)[1], None)
        chosen = () if quiet else self._style.means(alert.level)
        if not quiet:
            self._shown = alert
        self._batch.alerts[number] = KeptAlert(
            number=number,
            utc_s=self._utc(alert.timestamp_s),
            offset_s=self._anchor.offset_s,
            level=alert.level,
            part=alert.part,
            change_deg=alert.change_deg,
            held_s=alert.held_s,
            quiet=quiet,
            means="+".join(means for means in Means if means in chosen),
        )

    def _snoozed(self, alert: Alert | None) -> None:
        """Note a snooze of a notification, or one that follows an alert closely."""
        shown = self._shown
        if alert is None and shown is not None:
            soon = self._last_s - shown.timestamp_s <= SNOOZE_FOLLOWS_S
            alert = shown if soon else None
        if alert is not None and self._alerts.get(alert, 0) not in self._answers:
            self._answer(alert, Answer.SNOOZED)

    def _answer(self, alert: Alert, answer: Answer) -> None:
        """Note an answer; the last one counts, save that a snooze takes back no other."""
        number = self._alerts.get(alert)
        if number is None:
            return  # of an earlier run
        self._urgent = True
        self._answers[number] = answer
        self._batch.answers[number] = (answer, self._utc(self._last_s))

    def _keep_profile(self, profile: Profile) -> None:
        if self._anchor is None:
            return
        self._urgent = True
        utc_s, offset_s = self._utc(self._last_s), self._anchor.offset_s
        for row in used_baselines(profile, self._detector, utc_s, offset_s):
            self._batch.baselines[row.utc_s, row.name] = row
