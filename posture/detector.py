"""From change in degrees to a state: hysteresis in degrees, persistence in seconds, gaps.

A slouch is a change that lasts. Seconds beyond the entry threshold fill a store, seconds below
the exit threshold empty it twice as fast: so one good frame does not reset the clock, and
glances at the keyboard with upright work between them never add up to a warning.
Time comes in with the data; nothing here reads a clock or counts frames.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isnan, nan

from posture.records import (
    ABSENT,
    REASON_TEXT,
    Angles,
    Deviation,
    Part,
    Reason,
    State,
    Transition,
)

ROUNDING_SHARE = 0.75
"""A degree of rounding counts as this much of a degree of neck or upper back."""
_PARTS = Part.NECK, Part.THORACIC, Part.ROUNDING, Part.SLUMP


@dataclass(frozen=True, slots=True)
class DetectorSettings:
    """When a change is a slouch. Degrees of change from the baseline, and seconds."""

    enter_deg: float = 10.0
    """RULA grades neck and trunk flexion in steps of 10 degrees."""
    leave_deg: float = 6.0
    """Lower than `enter_deg`, because the angles' own error is about 5 degrees."""
    persist_s: float = 30.0
    """Slouching must last this long: people shift, and 4 s is already a static posture."""
    recover_s: float = 5.0
    """Sitting upright must last this long to end a slouch."""
    recovery_rate: float = 2.0
    """Seconds of slouching that a second of upright sitting takes back."""
    window_s: float = 3.0
    """Window of the running median in front of the thresholds."""
    max_sd_deg: float = 12.0
    """An angle less certain than this is shown but never judged."""
    max_gap_s: float = 2.0
    """Longer between two measurements counts as nothing."""
    unmeasured_s: float = 2.0
    """Unmeasured for longer, the state is unknown, or away when nobody is there."""
    break_s: float = 10.0
    """Away or unmeasured for longer, slouching is counted anew."""

    def __post_init__(self) -> None:
        if not 0 <= self.leave_deg < self.enter_deg:
            raise ValueError("leave_deg must be at least 0 and less than enter_deg")
        for name in ("persist_s", "window_s", "max_sd_deg", "max_gap_s", "unmeasured_s"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be positive")
        if self.recover_s < 0 or self.recovery_rate <= 0 or self.break_s < self.unmeasured_s:
            raise ValueError("recover_s, recovery_rate or break_s is out of range")


def deviation(neck_deg: float, thoracic_deg: float, rounding_deg: float = nan) -> Deviation:
    """Name the worst part of a change from the baseline.

    Forward is worse for the neck and for the upper back. A trunk that leans back is not, unless
    the neck comes forward at the same time: then the back has rounded against the backrest, and
    what counts is how much the neck has bent against the trunk. Rounding itself counts less, by
    `ROUNDING_SHARE`, because it is known less well and comes with every slump.

    Args:
        neck_deg: Change of the neck angle, or NaN.
        thoracic_deg: Change of the thoracic angle, or NaN.
        rounding_deg: Change of the rounding, or NaN.

    Returns:
        A `Deviation` whose `worst_deg` is NaN when all three are.
    """
    slump_deg = neck_deg - thoracic_deg if thoracic_deg < 0 < neck_deg else nan
    worst_deg, worst = -inf, None
    changes_deg = neck_deg, thoracic_deg, ROUNDING_SHARE * rounding_deg, slump_deg
    for change_deg, part in zip(changes_deg, _PARTS, strict=True):
        if change_deg > worst_deg:  # never where it is NaN
            worst_deg, worst = change_deg, part
    if worst is None:
        return Deviation(neck_deg, thoracic_deg, rounding_deg)
    return Deviation(neck_deg, thoracic_deg, rounding_deg, worst_deg, worst)


def judged_changes(angles: Angles, settings: DetectorSettings) -> tuple[float, float, float]:
    """Change of neck, upper back and rounding where certain enough to be judged; else NaN."""
    limit = settings.max_sd_deg
    return (
        angles.neck_change_deg if angles.neck_change_sd_deg <= limit else nan,
        angles.thoracic_change_deg if angles.thoracic_change_sd_deg <= limit else nan,
        angles.rounding_change_deg if angles.rounding_change_sd_deg <= limit else nan,
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """The detector's answer to one frame; fields as in `records.Tick`."""

    state: State
    held_s: float
    remaining_s: float
    transition: Transition | None


class Detector:
    """Follows one person's deviation through time."""

    def __init__(self, settings: DetectorSettings | None = None) -> None:
        self.settings = settings or DetectorSettings()
        self._state = State.UNKNOWN
        self._bent = False
        self._held_s = 0.0
        self._upright_s = 0.0
        self._onset_s = nan
        self._measured_s = nan
        self._unmeasured_since_s = nan

    def update(
        self, timestamp_s: float, change: Deviation, reason: Reason | None = None
    ) -> Judgement:
        """Take in one frame.

        Args:
            timestamp_s: Of the frame; frames come in order of time.
            change: Smoothed; `worst_deg` is NaN when the frame could not be judged.
            reason: Why it could not.
        """
        before = self._state
        if isnan(change.worst_deg):
            since_s = self._unmeasured(timestamp_s, reason)
        else:
            since_s = self._measured(timestamp_s, change.worst_deg)
        transition = None
        if self._state is not before:
            text = describe(before, self._state, change, self._held_s, reason)
            transition = Transition(timestamp_s, before, self._state, since_s, text)
        pending = self._bent and self._state is not State.SLOUCHED
        remaining_s = max(0.0, self.settings.persist_s - self._held_s) if pending else nan
        return Judgement(self._state, self._held_s, remaining_s, transition)

    def _measured(self, now_s: float, worst_deg: float) -> float:
        """Judge one measurement; return when what is now the case began."""
        step_s = now_s - self._measured_s
        if isnan(step_s) or step_s > self.settings.max_gap_s:
            if isnan(step_s) or step_s > self.settings.break_s:
                self._forget()
            step_s = 0.0
        self._measured_s = now_s
        self._unmeasured_since_s = nan
        was_bent = self._bent
        self._bent = worst_deg > (self.settings.leave_deg if was_bent else self.settings.enter_deg)
        if self._bent:
            return self._count_bent(now_s, step_s, was_bent=was_bent)
        return self._count_upright(now_s, step_s)

    def _count_bent(self, now_s: float, step_s: float, *, was_bent: bool) -> float:
        if was_bent:
            self._held_s += step_s
        elif self._held_s == 0.0:
            self._onset_s = now_s
        self._upright_s = 0.0
        if self._held_s < self.settings.persist_s:
            self._state = State.UPRIGHT
            return now_s
        self._state = State.SLOUCHED
        return self._onset_s

    def _count_upright(self, now_s: float, step_s: float) -> float:
        self._upright_s += step_s
        if self._held_s >= self.settings.persist_s:
            if self._upright_s < self.settings.recover_s:
                self._state = State.SLOUCHED
                return self._onset_s
            self._held_s = 0.0
        self._held_s = max(0.0, self._held_s - self.settings.recovery_rate * step_s)
        self._state = State.UPRIGHT
        return now_s - self._upright_s

    def _unmeasured(self, now_s: float, reason: Reason | None) -> float:
        """Note a frame without a measurement; return since when there has been none."""
        if isnan(self._unmeasured_since_s):
            self._unmeasured_since_s = now_s if isnan(self._measured_s) else self._measured_s
        lasted_s = now_s - self._unmeasured_since_s
        if lasted_s >= self.settings.unmeasured_s:
            self._state = State.AWAY if reason in ABSENT else State.UNKNOWN
        if lasted_s >= self.settings.break_s:
            self._forget()
        return self._unmeasured_since_s

    def _forget(self) -> None:
        self._bent = False
        self._held_s = 0.0
        self._upright_s = 0.0


def describe(
    before: State, after: State, change: Deviation, held_s: float, reason: Reason | None
) -> str:
    """Say in one plain sentence why the state has changed."""
    if after is State.SLOUCHED:
        return explain(change, held_s)
    if after is State.UPRIGHT:
        return f"{'back ' if before is State.SLOUCHED else ''}near your baseline"
    if after is State.AWAY:
        return "nobody is in front of the camera"
    return f"cannot measure: {REASON_TEXT[reason]}" if reason else "cannot measure"


def explain(change: Deviation, held_s: float) -> str:
    """Which part, how far and for how long: `neck 14° beyond your baseline for 35 s`."""
    where = {
        Part.SLUMP: "leaning back with the neck forward, bent",
        Part.ROUNDING: "upper back rounded",
    }.get(change.part or Part.NECK, f"{change.part}")
    degrees = change.rounding_deg if change.part is Part.ROUNDING else change.worst_deg
    return f"{where} {degrees:.0f}° beyond your baseline for {held_s:.0f} s"
