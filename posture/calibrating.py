"""A guided calibration: from the first picture to an accepted posture, a step at a time.

    conditions -> get ready -> upright -> get ready -> slump -> result -> accepted
                                             (can be skipped)

Pure, and driven by ticks that were made without a baseline. A window shows `Guide.step` and tells
the guide what the user wants, from another thread.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from math import inf, isfinite, nan
from typing import TYPE_CHECKING

from posture.baseline import Sample, fit, fit_slump
from posture.conditions import STEADY_S, Seen, are_met, conditions, seen_of
from posture.naming import tidy
from posture.ports import BaselineError
from posture.profile import UPRIGHT, AcceptedPosture
from posture.staleness import with_surroundings
from posture.taking import COUNTDOWN_S, PLACES, TAKE_S, Taken, explained, joined, place_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posture.conditions import Condition
    from posture.profile import Profile
    from posture.records import Observation, Pose, Tick
    from posture.settings import Settings

GAP_S = 2.0
"""A stretch with a longer gap is begun anew: the camera was closed, or the computer slept."""
SLUMP_READY_S = 5.0
"""Time to read what comes next, and to slump."""
SUGGESTED = ("standing", "reading")
"""Names of postures that many accept besides sitting upright."""


class Phase(StrEnum):
    """Where a guided calibration is."""

    CONDITIONS = "conditions"
    READY = "ready"
    TAKING = "taking"
    SLUMP_READY = "slump_ready"
    SLUMPING = "slumping"
    RESULT = "result"
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"

    @property
    def length_s(self) -> float:
        """How long it lasts; NaN where the user ends it."""
        return _LENGTH_S.get(self, nan)


_LENGTH_S = {
    Phase.READY: COUNTDOWN_S,
    Phase.TAKING: TAKE_S,
    Phase.SLUMP_READY: SLUMP_READY_S,
    Phase.SLUMPING: TAKE_S,
}


class Wish(Enum):
    """What the user wants."""

    START = auto()
    SKIP_SLUMP = auto()
    AGAIN = auto()
    ACCEPT = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """All that a window shows at one moment.

    Attributes:
        phase: Where the calibration is.
        name: Of the posture that is taken.
        lights: The conditions; empty before the first picture.
        left_s: Seconds until the phase ends by itself; NaN where it does not.
        pose: What is seen, or None.
        profile: With the new posture, in a result that can be accepted; else None.
        quality: Of what was taken, 0 to 1; NaN where nothing was.
        notes: Sentences about the result: why it was refused, or what would make it better.
        place: Name of the profile that it will belong to; empty until that is known.
    """

    phase: Phase
    name: str = UPRIGHT
    lights: tuple[Condition, ...] = ()
    left_s: float = nan
    pose: Pose | None = None
    profile: Profile | None = None
    quality: float = nan
    notes: tuple[str, ...] = ()
    place: str = ""

    @property
    def can_start(self) -> bool:
        """Whether the picture offers what is needed."""
        return bool(self.lights) and are_met(self.lights)


class Guide:
    """Takes one accepted posture, and on the way the user's own slump from the first one.

    Args:
        kept: The profiles so far, by name.
        now: What is judged by, or None.
        model_sha256: Of the pose model.
        settings: What a stretch must offer.
    """

    name = "calibrating"

    def __init__(
        self,
        kept: Mapping[str, Profile],
        now: Profile | None,
        *,
        model_sha256: str,
        settings: Settings,
    ) -> None:
        self.step = Step(Phase.CONDITIONS)
        """The newest; from any thread."""
        self._kept, self._now = kept, now
        self._model_sha256, self._settings = model_sha256, settings
        self._wishes, self._places = deque[Wish | str](), deque[str]()
        self._recent, self._taken = deque[Seen](), list[Seen]()
        self._place, self._since_s, self._last_s = "", -inf, -inf

    # From any thread.

    @property
    def names(self) -> tuple[str, ...]:
        """Postures that can be taken: the upright one first; others when that is known."""
        if self._now is None and not self._kept:
            return (UPRIGHT,)
        own = [posture.name for posture in self._now.accepted] if self._now else []
        return tuple(dict.fromkeys((UPRIGHT, *own, *SUGGESTED)))

    @property
    def places(self) -> tuple[str, ...]:
        """Names of the profiles that there are, and some more."""
        return tuple(dict.fromkeys((*self._kept, *PLACES)))

    @property
    def over(self) -> bool:
        """Whether nothing more is to be taken."""
        return self.step.phase in (Phase.ACCEPTED, Phase.CANCELLED)

    def wish(self, wish: Wish) -> None:
        """Do this with the next picture, if the phase allows it."""
        self._wishes.append(wish)

    def choose(self, name: str) -> None:
        """Take the posture of this name; while one is taken already, nothing is changed."""
        self._wishes += [tidy(name)] if tidy(name) else []

    def choose_place(self, name: str) -> None:
        """From the next picture on take it for the profile of this name; empty: what suits."""
        self._places.append(tidy(name))

    # On the thread of the ticks.

    def text(self, now_s: float) -> str:  # noqa: ARG002 - the same at all times
        """That it goes on elsewhere."""
        return "a posture is being taken, step by step in its window"

    def update(self, tick: Tick, observed: Sequence[Observation], /) -> Taken | None:
        """Take in one tick; raises nothing. The postures as soon as the user accepts them."""
        now_s = tick.timestamp_s
        while self._places:
            self._go_to(self._places.popleft())
        seen = seen_of(tick, observed[-1], self._settings.features)
        lights, place = self._looked_at(seen), self._place_of(seen)
        self.step = replace(self.step, lights=lights, pose=tick.pose, place=place)
        if now_s - self._last_s > GAP_S:
            self._interrupt(now_s)
        self._last_s = now_s
        while self._wishes:
            self._obey(self._wishes.popleft(), now_s)
        self._go_on(now_s, seen, observed)
        left_s = self._since_s + self.step.phase.length_s - now_s
        self.step = replace(self.step, left_s=max(0.0, left_s) if isfinite(left_s) else nan)
        profile = self.step.profile
        if self.step.phase is not Phase.ACCEPTED or profile is None:
            return None
        return Taken(profile, f"your posture {self.step.name!r} is taken", is_new=True)

    def _go_to(self, place: str) -> None:
        self._place = place

    def _looked_at(self, seen: Seen) -> tuple[Condition, ...]:
        self._recent.append(seen)
        while self._recent[0].timestamp_s < seen.timestamp_s - STEADY_S:
            self._recent.popleft()
        return conditions(self._recent, self._settings.person)

    def _interrupt(self, now_s: float) -> None:
        before = {Phase.TAKING: Phase.READY, Phase.SLUMPING: Phase.SLUMP_READY}
        self._enter(before.get(self.step.phase, self.step.phase), now_s)

    def _enter(self, phase: Phase, now_s: float) -> None:
        self._since_s = now_s
        self._taken = []
        self.step = replace(self.step, phase=phase)

    def _obey(self, wish: Wish | str, now_s: float) -> None:
        step = self.step
        match wish, step.phase:
            case str(name), Phase.CONDITIONS:
                self.step = replace(step, name=name)
            case Wish.START, Phase.CONDITIONS if step.can_start:
                self._enter(Phase.READY, now_s)
            case Wish.SKIP_SLUMP, Phase.SLUMP_READY | Phase.SLUMPING:
                self._enter(Phase.RESULT, now_s)
            case Wish.AGAIN, Phase.RESULT:
                fresh = Step(Phase.CONDITIONS, step.name, step.lights)
                self.step = replace(fresh, pose=step.pose, place=step.place)
            case Wish.ACCEPT, Phase.RESULT if step.profile is not None:
                self._enter(Phase.ACCEPTED, now_s)
            case Wish.CANCEL, _ if not self.over:
                self._enter(Phase.CANCELLED, now_s)

    def _go_on(self, now_s: float, seen: Seen, observed: Sequence[Observation]) -> None:
        """What happens by itself: countdowns end, and stretches are complete."""
        phase = self.step.phase
        if phase is Phase.READY and not self.step.can_start:
            self._since_s = now_s
        ends = now_s - self._since_s >= phase.length_s
        if phase in (Phase.TAKING, Phase.SLUMPING):
            self._taken.append(seen)
            if ends and phase is Phase.TAKING:
                self._finish(now_s, observed)
            elif ends:
                self._finish_slump(now_s)
        elif ends:
            self._enter(Phase.TAKING if phase is Phase.READY else Phase.SLUMPING, now_s)
            self._taken.append(seen)

    def _finish(self, now_s: float, observed: Sequence[Observation]) -> None:
        settings, place = self._settings, self.step.place
        samples = [_sample(seen) for seen in self._taken]
        own = self._now if self._now and self._now.name == place else self._kept.get(place)
        try:
            taken = fit(samples, model_sha256=self._model_sha256, settings=settings.baseline)
            posture = AcceptedPosture(self.step.name, with_surroundings(taken, observed))
            profile, left_out = joined(own, posture, settings, name=place)
        except BaselineError as error:
            note = explained(error, [seen.reason for seen in self._taken], settings.baseline)
            self._enter(Phase.RESULT, now_s)
            self.step = replace(self.step, notes=(_sentence(note),))
            return
        is_first = profile.accepted[0].name == posture.name
        self._enter(Phase.SLUMP_READY if is_first else Phase.RESULT, now_s)
        notes = (taken.advice, _sentence(left_out))
        self.step = replace(
            self.step, profile=profile, quality=taken.quality, notes=tuple(filter(None, notes))
        )

    def _place_of(self, seen: Seen) -> str:
        """Where the posture will belong; once it is being taken that stays."""
        if self.step.phase is not Phase.CONDITIONS:
            return self.step.place
        beside = self._now if self.step.name != UPRIGHT else None
        name = self._place or (beside.name if beside else "")
        if name or seen.features is None:
            return name or self.step.place
        return place_of(self._kept, self._now, seen.features.view)

    def _finish_slump(self, now_s: float) -> None:
        profile, settings = self.step.profile, self._settings.baseline
        samples = [_sample(seen) for seen in self._taken]
        self._enter(Phase.RESULT, now_s)
        if profile is None:
            return
        try:
            profile = profile.with_slump(fit_slump(profile.upright, samples, settings=settings))
        except BaselineError as error:
            note = f"Your slump was not kept: {error}."
        else:
            note = "Your own slump is kept as the other end of the scale."
        self.step = replace(self.step, profile=profile, notes=(*self.step.notes, note))


def _sample(seen: Seen) -> Sample:
    size_px = (0, 0) if seen.pose is None else (seen.pose.width_px, seen.pose.height_px)
    return Sample(seen.timestamp_s, seen.features, size_px)


def _sentence(words: object) -> str:
    text = str(words)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
