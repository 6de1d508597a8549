"""From the pictures of a camera to ticks, all day: looks as often as it must, knows the baseline.

The live counterpart of `posture.session.Session`. One thread, no clock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from math import inf, isnan, nan
from typing import TYPE_CHECKING

from posture.alerts import Alerts
from posture.coaching import Coach
from posture.detector import Detector, describe
from posture.gate import Gate
from posture.landmark_entries import Entry, Happened, Seen, What
from posture.landmark_guide import TapedGuide
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.ports import BaselineError, PostureError
from posture.rate import AdaptiveRate, Rate, activity_of, is_pending
from posture.records import State, Transition
from posture.switching import STAY_S, Switch
from posture.taking import ASK, Calibration, Seeking, Taken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posture.ports import PoseEstimator
    from posture.profile import Profile
    from posture.records import Baseline, Frame, Observation, Reason, Tick
    from posture.settings import Settings
    from posture.taking import Taking

KEEP_S = 30.0
"""Observations that are kept while a baseline is sought: more than any stretch is long."""
GUIDED_HZ = 10.0
"""Pictures per second while a window leads through a calibration, fifty of a posture, or through
exercises."""
TAKING_LOOK_S = 1.0
"""Seconds between independent looks while a baseline is sought or taken: each gives a scene, and
without one in its stretch nobody would notice that the camera was moved later."""
SETTLE_S = 4.0
"""So long after the camera was opened a state should be known; if none is, that is told."""

Led = TapedGuide | Coach
"""Who has the pictures while a window leads through something."""
Tape = Callable[["LiveMonitor", Entry], None]
"""Takes down an entry, just after it; a `PostureError` is told to the user."""


def untaped(_: LiveMonitor, entry: Entry) -> None:
    """Take down nothing."""


class LiveMonitor:
    """Turns pictures into ticks, and takes baselines on the way.

    Args:
        estimator: Finds people.
        settings: Everything that can be set.
        profile: The accepted postures; None to look for them.
        kept: Those that were stored, by name: gone over to where another one does not fit.
        keep: Stores new ones; a `PostureError` is told to the user.
        tell: Gets sentences for the user.
        used: Gets the profile that is judged by, whenever it is another.
        tape: Takes down all that decides what the ticks are.
    """

    def __init__(
        self,
        estimator: PoseEstimator,
        settings: Settings,
        *,
        profile: Profile | None = None,
        kept: Mapping[str, Profile] | None = None,
        keep: Callable[[Profile], object] = lambda _: None,
        tell: Callable[[str], None] = lambda _: None,
        used: Callable[[Profile], None] = lambda _: None,
        tape: Tape = untaped,
    ) -> None:
        self.alerts = Alerts(settings.alerts)
        self.profile = profile
        self.gate = Gate(estimator, settings.rate)
        self.rate = Rate(settings.rate.busy_hz, looks=True)
        """For the next picture."""
        self.is_busy = False
        """Whether a slouch is pending or goes on, or a baseline is wanted."""
        self._estimator = estimator
        self._settings = settings
        self._kept = dict(kept or {})
        if profile is not None:
            self._kept[profile.name] = profile
        self._led: Led | None = None
        self._keep = keep
        self._tell = tell
        self._tape = tape
        self._used = used
        self._judged_by: Profile | None = None
        self._asked = ""
        self._stay_until_s = -inf
        self.begin()

    @property
    def taking(self) -> Taking | None:
        """How the baseline is being had, or who coaches; None while the posture is judged."""
        return self._taking

    @property
    def led(self) -> str:
        """What a window leads through, in one word; empty for nothing."""
        return "" if self._led is None else self._led.name

    def begin(self) -> None:
        """Start anew after the camera was closed: what was before is forgotten, save alerts."""
        self._adaptive = AdaptiveRate(self._settings.rate)
        self.rate = Rate(self._settings.rate.busy_hz, looks=True)
        self.gate.forget()
        self._before: Reason | None = None
        self._began_s = nan
        self._judge()
        self._note(Happened(What.BEGIN))

    def first_state(self, tick: Tick) -> Transition | None:
        """What is told, once, where no state is known for a while after it began."""
        if isnan(self._began_s):
            self._began_s = tick.timestamp_s
        if tick.timestamp_s - self._began_s < SETTLE_S:
            return None
        since_s, self._began_s = self._began_s, inf
        text = describe(tick.state, tick.state, tick.deviation, tick.held_s, tick.reason)
        return Transition(tick.timestamp_s, State.UNKNOWN, tick.state, since_s, text)

    def calibrate(self, now_s: float, name: str | None = None) -> None:
        """Take a new baseline, after a countdown; without a name as `posture.taking.place_of`."""
        model, settings = self._estimator.model_sha256, self._settings
        calibration = Calibration(
            now_s, self._kept, self.profile, name=name, model_sha256=model, settings=settings
        )
        self._take(calibration)
        self._note(Happened(What.CALIBRATE, now_s, name))

    def new_guide(self) -> TapedGuide:
        """A guided calibration that knows the accepted postures; from any thread."""
        model = self._estimator.model_sha256
        kept = dict(self._kept)
        return TapedGuide(kept, self.profile, model_sha256=model, settings=self._settings)

    def follow(self, led: Led) -> None:
        """Let this have the pictures until it is over, however often the camera is opened."""
        self._led = led
        self._judge()
        self._note(Happened(led.begins))

    def withdraw(self) -> None:
        """The last alert was not shown."""
        self.alerts.withdraw()
        self._note(Happened(What.WITHDRAW))

    def step(self, frame: Frame) -> Tick:
        """Judge one picture; pictures come in order of time."""
        observation = self.gate.observe(
            frame, self._monitor, away=not self.rate.looks, repeat=self._taking is None
        )
        tick = self.take_in(observation)
        seeking = self._taking is not None
        moved = self.gate.moved or (not self.rate.looks and observation.tracked is not None)
        activity = activity_of(tick, self._before, moved=moved, seeking=seeking)
        self.rate = self._adaptive.update(tick.timestamp_s, activity)
        if self._led is not None:
            self.rate = Rate(max(self.rate.hz, GUIDED_HZ), looks=True)
        self._before = tick.reason
        wanted = self._led is not None or (seeking and tick.state is not State.AWAY)
        self.is_busy = wanted or is_pending(tick) or tick.state is State.SLOUCHED
        return tick

    def take_in(self, observation: Observation) -> Tick:
        """Judge what was seen in one picture; that of a recording as that of a camera."""
        tick = self._monitor.update(observation)
        if self._switch is not None:
            tick = self._followed(self._switch, tick, observation)
        if self._taking is not None:
            tick = self._with_baseline(self._taking, tick, observation)
        self._note(Seen.of(observation, tick))
        return tick

    def _note(self, entry: Entry) -> None:
        try:
            self._tape(self, entry)
        except PostureError as error:
            self._tell(f"no more is recorded: {error}")

    def _judge(self) -> None:
        """Judge by the accepted postures, or take or look for them."""
        self._taking: Taking | None = None
        self._monitor = self._made(self.profile)
        self._switch = self._made_switch()
        if self.profile is not None and self.profile is not self._judged_by:
            self._judged_by = self.profile
            self._used(self.profile)
        if self._led is not None:
            self._take(self._led)
        elif self.profile is None:
            model = self._estimator.model_sha256
            self._take(Seeking(self._kept, model_sha256=model, settings=self._settings))

    def _take(self, taking: Taking) -> None:
        self._taking = taking
        self._observed: deque[Observation] = deque()
        self._asked = ""
        self._switch = None
        self._monitor = self._made(None)

    def _made_switch(self) -> Switch | None:
        others = self._others(self.profile)
        if self.profile is None or not others:
            return None
        return Switch(self.profile, others, self._settings, self._stay_until_s)

    def _others(self, profile: Profile | None) -> list[Profile]:
        return [other for other in self._kept.values() if other is not profile]

    def _followed(self, switch: Switch, tick: Tick, observation: Observation) -> Tick:
        """The tick, by another profile where the one that is used no longer fits and that does."""
        other = switch.update(tick, self._monitor.features, observation)
        self._monitor.curious = switch.wants_look
        if other is None:
            return tick
        self._stay_until_s = tick.timestamp_s + STAY_S
        self._observed = switch.observed
        return self._adopt(Taken(other, f"your baseline {other.name!r} is used", is_new=False))

    def _made(self, profile: Profile | None) -> Monitor:
        settings, person = self._settings, self._settings.person
        places: tuple[Baseline, ...] = ()
        if profile is None:
            person = replace(person, watch_s=min(person.watch_s, TAKING_LOOK_S), watch_frames=1)
        else:  # whoever went over to another of the places is still the user
            known = (profile, *self._others(profile))
            places = tuple(baseline for each in known for baseline in each.baselines)
        return Monitor(
            profile,
            person=PersonCheck(places, person),
            limits=settings.features,
            detector=Detector(settings.detector),
            alerts=self.alerts,
            staleness=settings.staleness,
        )

    def _with_baseline(self, taking: Taking, tick: Tick, observation: Observation) -> Tick:
        """Give the tick to what waits for a baseline; the tick anew when that has come."""
        self._observed.append(observation)
        while self._observed[0].timestamp_s < tick.timestamp_s - KEEP_S:
            self._observed.popleft()
        try:
            taken = taking.update(tick, self._observed)
            for event in taking.heard if isinstance(taking, Led) else ():
                self._note(event)
        except BaselineError as error:
            self._tell(f"the baseline was refused: {error}; sit upright and calibrate again")
            self._judge()
            return tick
        if self._led is not None and taking is self._led and self._led.over:
            self._led = None
            self._judge()
            self._observed = deque([observation])  # a slump seen on purpose does not count
        if taken is not None:
            return self._adopt(taken)
        text = taking.text(tick.timestamp_s)
        if text and not self._asked:
            self._tell(ASK if text.startswith(ASK) else text)  # the status counts down
        self._asked = text or self._asked
        return tick

    def _adopt(self, taken: Taken) -> Tick:
        """Judge by new postures, beginning with what was observed on the way to them."""
        self.profile = self._remembered(taken)
        observed = tuple(self._observed)
        self._judge()
        self._tell(taken.text)
        transition = None
        for observation in observed:
            tick = self._monitor.update(observation)
            transition = tick.transition or transition
        if transition is not None:  # told now; `since_s` says since when
            transition = replace(transition, timestamp_s=tick.timestamp_s)
        return replace(tick, transition=transition)

    def _remembered(self, taken: Taken) -> Profile:
        if not taken.is_new:
            return taken.profile
        self._kept[taken.profile.name] = taken.profile
        try:
            self._keep(taken.profile)
        except PostureError as error:
            self._tell(f"the baseline is used but was not stored: {error}")
        return taken.profile
