"""When a break is due, and what counts as one: driven by time and by what the camera knows.

Sitting is what was seen. Whoever is away or stands for as long as a break is has had it. What the
camera does not know (closed, or nothing to be seen) is neither: clocks stand still meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from posture.care.breaks import (
    SUGGESTIONS,
    BreakBegun,
    BreakDue,
    BreakOver,
    BreakPhase,
    BreakStatus,
    Busy,
    Presence,
)
from posture.care.entries import BreakEnd, BreakKind

if TYPE_CHECKING:
    from posture.care.breaks import BreakEvent, BreakSettings

GAP_S = 2.0
"""Without news for longer nobody knows; as long as everywhere else."""
ASLEEP_S = 300.0
"""A gap of at least this counts as absence: the computer slept, and nobody worked at this one. What
is shorter may be a machine that was busy. A camera that fails says so before: that is no gap."""
TYPING_S = 180.0
"""A burst of typing is waited for so long at most: people interrupt themselves between tasks, and a
break that waits for ever is none. Source: doi 10.1145/3290605.3300558."""
SHARE = 1 / 6
"""Of an interval. A short break that is due so soon before a long one waits for it; a reminder that
is not heeded during so much sitting counts as skipped. Of 30 min it is 5."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A break that is due or goes on: since when, and how much was sat until then."""

    kind: BreakKind
    suggestion: str
    since_s: float
    sat_s: float
    reminded: bool
    begun: bool


class Breaks:
    """Counts sitting, and says when a break is due; nothing is said twice.

    Args:
        settings: How often, and how long.
        first: Which suggestion comes first; any number.
    """

    def __init__(self, settings: BreakSettings, first: int = 0) -> None:
        self.settings = settings
        self._told = dict.fromkeys(BreakKind, first)
        self._now_s = -inf
        self._presence = Presence.UNKNOWN
        self._sat_s = 0.0
        # Of all that was sat: when the clock began anew, and before when it is not told.
        self._from_s = dict.fromkeys(BreakKind, 0.0)
        self._hold_s = dict.fromkeys(BreakKind, 0.0)
        self._rest_began_s = self._rested_s = 0.0
        self._asked: _Asked | None = None
        self._wait_since_s: float | None = None

    def go_on(self, settings: BreakSettings) -> None:
        """Go on in another session, whose time begins anew; what was between is not known."""
        self.settings = settings
        self._now_s, self._presence, self._rested_s = -inf, Presence.UNKNOWN, 0.0
        self._asked = self._wait_since_s = None

    def update(
        self, timestamp_s: float, presence: Presence, busy: Busy = Busy.NO
    ) -> tuple[BreakEvent, ...]:
        """Take news: from now on it is so.

        Args:
            timestamp_s: What is earlier than the news before is left out.
            presence: Where the user is.
            busy: What a reminder would disturb.
        """
        if timestamp_s < self._now_s:
            return ()
        self._pass(timestamp_s)
        self._presence = presence
        events: list[BreakOver | None] = []
        if presence is Presence.SITTING:
            events.append(self._return())
        events.append(self._run_out())
        return (*filter(None, events), *self._remind(busy))

    def begin(self, kind: BreakKind) -> BreakBegun:
        """The user begins a break, or does what a reminder said; counted from the last news."""
        asked = self._asked
        if asked is not None and asked.kind is kind:
            suggestion, reminded = asked.suggestion, asked.reminded
        else:
            suggestion, reminded = self._next(kind), False
        now_s = max(self._now_s, 0.0)
        self._asked = _Asked(kind, suggestion, now_s, self._sat_s, reminded, begun=True)
        return BreakBegun(now_s, kind, suggestion, self.settings.length_s(kind))

    def done(self) -> BreakOver | None:
        """The user has had the break, and is believed; None where there is none."""
        if (asked := self._asked) is None:
            return None
        if self._rested_s:
            is_long = self.settings.kind_of(self._rested_s) is BreakKind.LONG
            kind = BreakKind.LONG if is_long else asked.kind
            return self._end(kind, BreakEnd.TAKEN, self._rest_began_s, self._rested_s)
        length_s = min(self._now_s - asked.since_s, self.settings.length_s(asked.kind))
        return self._end(asked.kind, BreakEnd.TAKEN, asked.since_s, max(length_s, 0.0))

    def skip(self) -> BreakOver | None:
        """Leave this one out: its count starts anew. None where there is none."""
        if (asked := self._asked) is None:
            return None
        return self._end(asked.kind, BreakEnd.SKIPPED, asked.since_s, 0.0)

    def later(self) -> BreakOver | None:
        """Suggest it again after some more sitting; None where there is none."""
        if (asked := self._asked) is None:
            return None
        for kind in BreakKind:
            self._hold_s[kind] = self._sat_s + 60 * self.settings.later_after_min
        self._asked = None
        return BreakOver(
            self._now_s, asked.kind, BreakEnd.POSTPONED, asked.since_s, 0.0, asked.reminded
        )

    def status(self) -> BreakStatus:
        """How it stands at the last news."""
        asked, settings = self._asked, self.settings
        long_in_s = self._left_s(BreakKind.LONG)
        micro_in_s = self._left_s(BreakKind.MICRO)
        if not settings.remind:
            micro_in_s = long_in_s = inf
        sat_s = self._sat_s - max(self._from_s.values())
        if asked is None:
            phase = BreakPhase.SITTING
            return BreakStatus(phase, sat_s, micro_in_s, long_in_s, rested_s=self._rested_s)
        length_s = settings.length_s(asked.kind)
        done_s = max(self._rested_s, self._now_s - asked.since_s if asked.begun else 0.0)
        return BreakStatus(
            BreakPhase.BEGUN if asked.begun else BreakPhase.DUE,
            *(sat_s, micro_in_s, long_in_s, asked.kind, asked.suggestion, length_s),
            done_s=min(done_s, length_s),
            rested_s=self._rested_s,
        )

    def _pass(self, now_s: float) -> None:
        """Give the time since the last news to what was so then."""
        before_s, self._now_s = self._now_s, now_s
        step_s, presence = now_s - before_s, self._presence
        if presence is Presence.UNKNOWN or GAP_S < step_s < ASLEEP_S:
            return
        if presence is Presence.SITTING and step_s <= GAP_S:
            self._sat_s += step_s
            return
        if not self._rested_s:
            self._rest_began_s = before_s
        self._rested_s += step_s

    def _return(self) -> BreakOver | None:
        """The user sits again; what that ends, if it was long enough and after sitting."""
        length_s, self._rested_s = self._rested_s, 0.0
        kind, asked = self.settings.kind_of(length_s), self._asked
        if kind is None or (asked is None and self._sat_s == self._from_s[kind]):
            return None
        return self._end(kind, BreakEnd.TAKEN, self._rest_began_s, length_s)

    def _run_out(self) -> BreakOver | None:
        """End what is over by itself: a break begun by the user, or a reminder not heeded."""
        asked = self._asked
        if asked is None or self._presence in (Presence.STANDING, Presence.ABSENT):
            return None
        if asked.begun and self._now_s - asked.since_s >= self.settings.length_s(asked.kind):
            return self.done()
        patience_s = SHARE * self.settings.every_s(asked.kind)
        if not asked.begun and self._sat_s - asked.sat_s >= patience_s:
            return self.skip()
        return None

    def _end(self, kind: BreakKind, end: BreakEnd, began_s: float, length_s: float) -> BreakOver:
        """Start counts anew: of short breaks, and of long ones after one, or if one was asked for.

        A short break in answer to a long one that was due will do: it is not asked for again.
        """
        asked, self._asked = self._asked, None
        self._wait_since_s, self._rested_s = None, 0.0
        is_long = BreakKind.LONG in (kind, None if asked is None else asked.kind)
        for each in BreakKind if is_long else (BreakKind.MICRO,):
            self._from_s[each], self._hold_s[each] = self._sat_s, 0.0
        reminded = asked is not None and asked.reminded
        return BreakOver(self._now_s, kind, end, began_s, length_s, reminded)

    def _remind(self, busy: Busy) -> tuple[BreakDue, ...]:
        """What is due now and may be told."""
        kind = self._due()
        if kind is None or self._asked is not None or self._presence is not Presence.SITTING:
            self._wait_since_s = None
            return ()
        if self._wait_since_s is None or busy is Busy.QUIET:
            self._wait_since_s = self._now_s
        waited_s = self._now_s - self._wait_since_s
        if busy is Busy.QUIET or (busy is Busy.TYPING and waited_s < TYPING_S):
            return ()
        suggestion = self._next(kind)
        self._asked = _Asked(kind, suggestion, self._now_s, self._sat_s, reminded=True, begun=False)
        length_s = self.settings.length_s(kind)
        return (BreakDue(self._now_s, kind, suggestion, self.status().sat_s, length_s),)

    def _due(self) -> BreakKind | None:
        if not self.settings.remind:
            return None
        return next((kind for kind in reversed(BreakKind) if self._left_s(kind) <= 0), None)

    def _left_s(self, kind: BreakKind) -> float:
        """Sitting until it is due; infinite where there is none, or a long one comes first."""
        every_s = self.settings.every_s(kind)
        if not every_s:
            return inf
        due_s = max(self._from_s[kind] + every_s, self._hold_s[kind])
        left_s = max(due_s - self._sat_s, 0.0)
        if kind is BreakKind.MICRO and self._left_s(BreakKind.LONG) <= left_s + SHARE * every_s:
            return inf
        return left_s

    def _next(self, kind: BreakKind) -> str:
        texts = SUGGESTIONS[kind]
        self._told[kind] += 1
        return texts[self._told[kind] % len(texts)]
