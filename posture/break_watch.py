"""Movement breaks in a live session: who is seen when, what is told, and what is noted.

    events of the session -> Presence -> Breaks -> events of breaks, announcements, notes

A locked screen and a computer that falls asleep count as absence: nobody works at this one. While
the camera is closed otherwise (paused, in a call, saving the battery) nobody knows.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from posture.break_words import in_words, sentence
from posture.calibrating import SUGGESTED
from posture.care.break_clock import Breaks
from posture.care.breaks import BreakDue, BreakOver, Busy, Presence
from posture.care.entries import BreakKind, BreakNote
from posture.commands import Reply
from posture.history.notebook import Notebook
from posture.live_events import Notice, ProfileUsed, Resting
from posture.ports import Announcement, CameraState, CameraStateKind, Closing, PostureError
from posture.records import ABSENT, Reason, State, Tick

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posture.care.breaks import BreakEvent, BreakSettings, BreakStatus
    from posture.commands import Break, RunningStatus
    from posture.live_events import LiveEvent, LiveSink
    from posture.outside import Outside

TOPIC = "break"
"""Of the announcements."""
STANDING = SUGGESTED[0]
"""The place, or the accepted posture, in which the user stands."""
LOOK_S = 1.0
"""How often it is asked whether now is a good moment."""
END_WITHIN_S = 1.0
"""At the end a disk that hangs is waited for so long."""

_BY_CLOCK = frozenset({CameraStateKind.RUNNING, CameraStateKind.CLOSED})
"""Of these others tell: ticks, and what rests."""
_STILL_THERE = frozenset({Reason.HEAD_TURNED})
"""Who looks aside for long cannot be judged, but has not got up."""
_TITLES = {
    BreakKind.MICRO: "Time for a short break?",
    BreakKind.LONG: "Time for a longer break?",
}


class BreakWatch(Closing):
    """A sink of live events that counts sitting and suggests breaks. It begins with `start`.

    Args:
        settings: How often, and how long.
        outside: Says whether somebody types, whether the screen is locked, and what time it is.
        announce: Shows what is due, and for None takes it back.
        history: The file in which is noted what became of breaks; None for nowhere.
        counts: Goes on with what was counted in an earlier session, for a window that shows it:
            nothing is announced then. None begins anew.
    """

    def __init__(
        self,
        settings: BreakSettings,
        outside: Outside,
        announce: Callable[[Announcement | None], object] = lambda _: None,
        history: Path | None = None,
        counts: Breaks | None = None,
    ) -> None:
        self.hushed = False
        """Whether the user is to be told nothing now."""
        self._outside = outside
        self._announce = announce if counts is None else None
        self._notebook = None if history is None else Notebook(history, outside.now)
        self._tell: LiveSink = lambda _: None
        self._quiet: Callable[[], str] = str
        # Never held while something is told: who is told may ask.
        self._lock = threading.Lock()
        self.counts = counts or Breaks(settings, first=outside.now().toordinal())
        self.counts.go_on(settings)
        self._now_s, self._looked_s = 0.0, -inf
        self._busy = Busy.NO
        self._stands = self._failed = False
        self._unwritten: list[BreakNote] = []
        self._writing = threading.Lock()
        self._writer: threading.Thread | None = None

    def start(self, tell: LiveSink, quiet: Callable[[], str]) -> None:
        """Begin.

        Args:
            tell: Takes events, from within this sink too.
            quiet: Why nothing is to be told now; empty when nothing speaks against it.
        """
        self._tell, self._quiet = tell, quiet

    def __call__(self, event: LiveEvent) -> None:
        """Take note of an event."""
        match event:
            case Tick():
                self._news(event.timestamp_s, presence_of(event, stands=self._stands))
            case Resting(timestamp_s):
                here = self._outside.surroundings()
                gone = here.screen_locked or here.suspended
                self._news(timestamp_s, Presence.ABSENT if gone else Presence.UNKNOWN)
            case CameraState(kind, since_s=since_s) if kind not in _BY_CLOCK:
                self._news(since_s, Presence.UNKNOWN)
            case ProfileUsed(_, profile):
                self._stands = profile.name == STANDING

    def obey(self, command: Break) -> Reply:
        """Do what the user wants of breaks; from any thread."""
        with self._lock:
            match command.wish:
                case "done":
                    event: BreakEvent | None = self.counts.done()
                case "skip":
                    event = self.counts.skip()
                case "later":
                    event = self.counts.later()
                case "status":
                    return Reply(ok=True, text=in_words(self.counts.status()))
                case kind:
                    event = self.counts.begin(BreakKind(kind))
        if event is None:
            return Reply(ok=False, text="no break is due, and none goes on")
        self._told(event)
        return Reply(ok=True, text=sentence(event))

    def status(self) -> BreakStatus:
        """How it stands; from any thread."""
        with self._lock:
            return self.counts.status()

    def added_to(self, status: RunningStatus) -> RunningStatus:
        """What the session says of itself, with how it stands with breaks."""
        own = self.status()
        return replace(status, breaks=in_words(own), sat_s=round(own.sat_s, 1))

    @property
    def noting(self) -> bool:
        """Whether something is being written; from any thread."""
        return self._writer is not None and self._writer.is_alive()

    def close(self) -> None:
        """Let what is being noted come to its end."""
        if self._unwritten and not self.noting:
            self._write_beside()
        if self._writer is not None:
            self._writer.join(END_WITHIN_S)

    def _news(self, timestamp_s: float, presence: Presence) -> None:
        if timestamp_s - self._looked_s >= LOOK_S:
            self._looked_s = timestamp_s
            self.hushed = bool(self._quiet())
            typing = Busy.TYPING if self._outside.surroundings().typing else Busy.NO
            self._busy = Busy.QUIET if self.hushed else typing
        with self._lock:
            self._now_s = max(self._now_s, timestamp_s)
            events = self.counts.update(timestamp_s, presence, self._busy)
        for event in events:
            self._told(event)

    def _told(self, event: BreakEvent) -> None:
        if self._announce is not None:
            self._announce(announcement_of(event) if isinstance(event, BreakDue) else None)
        if isinstance(event, BreakOver) and self._notebook is not None:
            self._unwritten.append(note_of(event, *self._notebook.moment()))
            self._write_beside()
        self._tell(event)

    def _write_beside(self) -> None:
        # A disk that hangs must not keep the session waiting; breaks are rare.
        self._writer = threading.Thread(target=self._write, name="break", daemon=True)
        self._writer.start()

    def _write(self) -> None:
        """Note what is not noted yet; what cannot be is told once, and tried with the next."""
        with self._writing:
            notes = tuple(self._unwritten)
            if self._notebook is None or not notes:
                return
            try:
                self._notebook.add(*notes)
            except PostureError as error:
                before, self._failed = self._failed, True
                if not before:
                    self._tell(Notice(self._now_s, f"a break could not be noted: {error}"))
            else:
                self._failed = False
                del self._unwritten[: len(notes)]


def presence_of(tick: Tick, *, stands: bool) -> Presence:
    """Where the user is, as far as a tick says; unknown for somebody who cannot be judged.

    Args:
        tick: What was seen.
        stands: Whether the place in use is one where the user stands.
    """
    if tick.state is State.AWAY or tick.reason in ABSENT:
        return Presence.ABSENT
    if tick.state not in (State.UPRIGHT, State.SLOUCHED) and tick.reason not in _STILL_THERE:
        return Presence.UNKNOWN
    return Presence.STANDING if stands or tick.accepted == STANDING else Presence.SITTING


def note_of(over: BreakOver, utc_s: float, offset_s: int) -> BreakNote:
    """What the history keeps of a break that is over at this moment."""
    began_utc_s = utc_s - max(over.timestamp_s - over.began_s, 0.0)
    return BreakNote(began_utc_s, offset_s, over.kind, over.end, over.length_s, over.asked)


def announcement_of(due: BreakDue) -> Announcement:
    """What the desktop shows."""
    text = f"You have sat for {due.sat_s // 60:.0f} min. {due.suggestion}"
    answers = (("later", "Ask me later"), ("skip", "Skip this one"))
    return Announcement(TOPIC, _TITLES[due.kind], text, answers)
