"""The live session: one thread that watches, and commands that come from others at any time.

    worker:   source -> LiveMonitor -> sinks, again and again while the camera may be open
    others:   obey(command), look_around() about once a second, status(), quit()

What closes the camera is decided by `look_around`, which wakes the worker by closing its source: a
camera that is gone keeps neither a pause nor the end waiting. Every opening begins anew: absence is
a gap, never exposure.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from posture.coaching import Coach
from posture.commands import Calibrate, Quit, Reply, ShowWindow, Status
from posture.live_events import Notice, ProfileUsed, Resting, Teller, ToldAlert
from posture.live_monitor import LiveMonitor, Tape, untaped
from posture.live_status import for_programs, in_words
from posture.outside import Outside
from posture.ports import CameraState, CameraStateKind
from posture.rate import DutyCycle
from posture.records import State, Transition
from posture.sources.pace import SessionClock
from posture.taking import ASK, COUNTDOWN_S
from posture.wishes import SAVING, Off, Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from posture.calibrating import Guide
    from posture.commands import Command, RunningStatus
    from posture.live_events import LiveEvent, LiveSink
    from posture.live_monitor import Led
    from posture.ports import LiveSource, Notifier, PoseEstimator
    from posture.profile import Profile
    from posture.records import Alert, Tick
    from posture.settings import Settings

LOOK_AROUND_S = 1.0
"""How often the desktop is asked and what has ended is noticed."""


class LiveSession:
    """Watches one person through one camera until it is told to end.

    Args:
        open_source: Opens the camera, each time anew.
        estimator: Finds people; used by the worker only, closed by the caller.
        settings: Everything that can be set.
        notifier: Tells the user; used by the worker only, closed by the caller.
        sinks: Get every event. A failing one is told of once, and stops nothing.
        profile, kept, keep, tape: As in `LiveMonitor`.
        outside: The world outside.
    """

    def __init__(
        self,
        open_source: Callable[[], LiveSource],
        estimator: PoseEstimator,
        settings: Settings,
        *,
        notifier: Notifier,
        sinks: Sequence[LiveSink] = (),
        profile: Profile | None = None,
        kept: Mapping[str, Profile] | None = None,
        keep: Callable[[Profile], object] = lambda _: None,
        outside: Outside | None = None,
        tape: Tape = untaped,
    ) -> None:
        self.latest: Tick | None = None
        """The newest tick of the open camera."""
        self._open_source = open_source
        self._settings, self._notifier = settings, notifier
        self._outside = outside or Outside()
        self._clock = SessionClock(self._outside.clock, self._outside.wall_clock)
        self._changed = threading.Condition()
        self._wishes, self._duty = Wishes(), DutyCycle(settings.rate)
        self._off: Off | None = None
        self._ended = self._interrupted = False
        self._wish: Callable[[float], None] | None = None
        self._source: LiveSource | None = None
        self._now_s = 0.0
        self._said, self._said_since_s = ("", ""), 0.0
        # Told without the condition held: sinks may ask for the status.
        self._teller = Teller(sinks)
        self._camera_told, self._state_told = CameraStateKind.CLOSED, State.UNKNOWN
        self._monitor = LiveMonitor(
            *(estimator, settings),
            profile=profile,
            kept=kept,
            keep=keep,
            tell=self._say,
            used=lambda chosen: self.tell(ProfileUsed(self._now_s, chosen)),
            tape=tape,
        )

    # From any thread.

    @property
    def looks(self) -> int:
        """Pictures that the pose model was asked about."""
        return self._monitor.gate.looks

    def obey(self, command: Command) -> Reply:
        """Do what a command says, at once or before the next picture is judged."""
        match command:
            case Status():
                return Reply(ok=True, text="posture is running", status=self.status())
            case ShowWindow():
                return Reply(ok=False, text="this posture has no window; it runs in a terminal")
            case Quit():
                self.quit()
                return Reply(ok=True, text="posture ends")
            case Calibrate(name):
                return self._wish_calibration(name)
        with self._changed:
            text = self._wishes.take(command, self._outside.now())
        if text is None:
            return Reply(ok=False, text="this posture cannot do that")
        self.look_around()
        return Reply(ok=True, text=text)

    def guide(self) -> Guide:
        """Begin a guided calibration, which a window leads from now on to its end."""
        self._lead(guide := self._monitor.new_guide())
        return guide

    def coach(self) -> Coach:
        """Begin exercises, which a window leads from now on to their end."""
        self._lead(coach := Coach())
        return coach

    def quit(self) -> None:
        """End; `run` returns soon."""
        with self._changed:
            self._ended, source = True, self._source
            self._changed.notify_all()
        if source is not None:
            source.close()

    def look_around(self) -> None:
        """Close or free the camera as things are now; to be called about once a second."""
        surroundings = self._outside.surroundings()
        with self._changed:
            now_s = self._read()
            self._wishes.forget_past(self._outside.now())
            off = self._wishes.off(surroundings, self._settings.quiet)
            saves = self._duty.rests(
                now_s, on_battery=bool(surroundings.on_battery), busy=self._monitor.is_busy
            )
            before, self._off = self._off, off or (SAVING if saves else None)
            off = self._off
            source = self._source if off else None
            self._interrupted |= off is not None
            self._changed.notify_all()
        if source is not None:
            source.close()
        if off is not None:
            if before is None:
                self._turn(Transition(now_s, self._state_told, State.PAUSED, now_s, off.text))
            self.tell(Resting(now_s))
        self._tell_camera()
        self.status()

    def status(self) -> RunningStatus:
        """What is going on."""
        with self._changed:
            now_s = self._read()
            camera = self._camera_state()
            said = in_words(self._off, camera, self._monitor.taking, self.latest, now_s)
            if said[0] != self._said[0]:
                self._said_since_s = now_s
            self._said = said
            return for_programs(said, now_s - self._said_since_s, camera, self._wishes)

    def quiet(self) -> str:
        """Why the user is told nothing now, in one word; empty when nothing speaks against it."""
        surroundings = self._outside.surroundings()
        with self._changed:
            self._wishes.forget_past(self._outside.now())
            return self._wishes.quiet(surroundings, self._settings.quiet) or self._monitor.led

    def tell(self, event: LiveEvent) -> None:
        """Let every sink take note of an event."""
        self._teller.tell(self._now_s, event)

    # On the worker's thread.

    def run(self) -> None:
        """Watch until told to end, or until a recording is over.

        Raises:
            SourceError: The source cannot be opened or read.
            EstimatorError: The pose model failed.
        """
        self.look_around()
        while (source := self._next_source()) is not None:
            with source:
                self._watch(source)
            with self._changed:
                self._source = None
                over = not self._interrupted
            self._tell_camera()
            if over:
                return

    def _next_source(self) -> LiveSource | None:
        """The camera, opened as soon as it may be; None at the end."""
        while True:
            with self._changed:
                if self._ended:
                    return None
                if self._off is None:
                    self._interrupted, self.latest = False, None
                    self._source = self._open_source()
                    self._offset_s = self._read()
                    return self._source
                self._outside.wait(self._changed, LOOK_AROUND_S)
            self.look_around()

    def _watch(self, source: LiveSource) -> None:
        self._monitor.begin()
        source.set_rate(self._monitor.rate.hz)
        looked_s, rate_hz = -inf, self._monitor.rate.hz
        for frame in source:
            now_s = self._offset_s + frame.timestamp_s
            with self._changed:
                if self._off is not None or self._ended:
                    return
                self._now_s = max(self._now_s, now_s)
                wish, self._wish = self._wish, None
            if wish is not None:
                wish(now_s)
            self._judged(self._monitor.step(replace(frame, timestamp_s=now_s)))
            if self._monitor.rate.hz != rate_hz:
                rate_hz = self._monitor.rate.hz
                source.set_rate(rate_hz)
            if now_s - looked_s >= LOOK_AROUND_S:
                looked_s = now_s
                self.look_around()

    def _judged(self, tick: Tick) -> None:
        self.latest = tick
        if (turn := tick.transition or self._monitor.first_state(tick)) is not None:
            self._turn(turn)
        if tick.alert is not None:
            self._alert(tick.alert)
        self.tell(tick)

    def _alert(self, alert: Alert) -> None:
        if quiet := self.quiet():
            self._monitor.withdraw()
        else:
            self._notifier.notify(alert)
        self.tell(ToldAlert(alert, quiet))

    # Without the condition held.

    def _say(self, text: str) -> None:
        self.tell(Notice(self._now_s, text))

    def _turn(self, transition: Transition) -> None:
        """Tell a change from the state that was told last."""
        before, self._state_told = self._state_told, transition.after
        if before is not transition.after:
            self.tell(replace(transition, before=before))

    def _tell_camera(self) -> None:
        with self._changed:
            state = self._camera_state()
            before, self._camera_told = self._camera_told, state.kind
        if state.kind is not before:
            self.tell(state)

    def _wish_calibration(self, name: str | None) -> Reply:
        with self._changed:
            if self._off is not None:
                return Reply(ok=False, text=f"{self._off.text}; a baseline needs the camera")
            self._wish = lambda now_s: self._monitor.calibrate(now_s, name)
        return Reply(ok=True, text=f"{ASK}: a new baseline is taken in {COUNTDOWN_S:g} s")

    def _lead(self, led: Led) -> None:
        with self._changed:
            self._wish = lambda _: self._monitor.follow(led)

    # With the condition held.

    def _read(self) -> float:
        self._now_s = max(self._now_s, self._clock.read())
        return self._now_s

    def _camera_state(self) -> CameraState:
        if self._source is None or self._off is not None:
            text = "the camera is closed" if self._off is None else self._off.text
            return CameraState(CameraStateKind.CLOSED, text, self._now_s)
        return replace(self._source.state, since_s=self._now_s)
