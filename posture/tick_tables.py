"""Ticks to rows, events and summaries: pure, and the same bytes for the same ticks."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING

from posture.records import State

if TYPE_CHECKING:
    from posture.records import Alert, Tick, Transition

COLUMNS = (
    "timestamp_s",
    "status",
    "reason",
    "view",
    "neck_deg",
    "neck_sd_deg",
    "thoracic_deg",
    "thoracic_sd_deg",
    "neck_change_deg",
    "thoracic_change_deg",
    "state",
    "neck_change_sd_deg",
    "thoracic_change_sd_deg",
    "head_pitch_deg",
    "held_s",
    "index",
    "rounding_change_deg",
    "rounding_change_sd_deg",
    "accepted",
    "slump_share",
    "stale",
)
"""Columns of a ticks.csv; numbers are empty when unmeasurable. `accepted` is the posture that the
changes are from, `slump_share` how far it is from there (0) to the own slump (1), and `stale` what
has moved since the baseline was taken."""

MAX_GAP_S = 2.0
"""Longer between two ticks is nobody's time: it belongs to no state."""


def tick_row(tick: Tick) -> list[str]:
    """One row of a ticks.csv, in the order of `COLUMNS`."""
    angles = tick.angles
    return [
        f"{tick.timestamp_s:.3f}",
        "ok" if tick.measured else "unmeasurable",
        tick.reason or "",
        angles.view,
        _number(angles.neck_deg),
        _number(angles.neck_sd_deg),
        _number(angles.thoracic_deg),
        _number(angles.thoracic_sd_deg),
        _number(angles.neck_change_deg),
        _number(angles.thoracic_change_deg),
        tick.state,
        _number(angles.neck_change_sd_deg),
        _number(angles.thoracic_change_sd_deg),
        _number(angles.head_pitch_deg),
        _number(tick.held_s),
        str(tick.index),
        _number(angles.rounding_change_deg),
        _number(angles.rounding_change_sd_deg),
        tick.accepted,
        _number(tick.slump_share),
        "" if tick.staleness is None else tick.staleness.reason,
    ]


def _number(value: float) -> str:
    return f"{value:.2f}" if isfinite(value) else ""


def transition_event(transition: Transition, tick: Tick) -> dict[str, object]:
    """Describe a change of state for an events.json."""
    return {
        "kind": "transition",
        "timestamp_s": round(transition.timestamp_s, 3),
        "before": transition.before.value,
        "after": transition.after.value,
        "since_s": round(transition.since_s, 3),
        "reason": transition.text,
        "neck_change_deg": _rounded(tick.deviation.neck_deg),
        "thoracic_change_deg": _rounded(tick.deviation.thoracic_deg),
        "held_s": round(tick.held_s, 2),
    }


def alert_event(alert: Alert, tick: Tick) -> dict[str, object]:
    """Describe an alert for an events.json."""
    return {
        "kind": "alert",
        "timestamp_s": round(alert.timestamp_s, 3),
        "level": alert.level.value,
        "part": alert.part.value,
        "change_deg": round(alert.change_deg, 2),
        "held_s": round(alert.held_s, 2),
        "reason": alert.text,
        "neck_change_deg": _rounded(tick.deviation.neck_deg),
        "thoracic_change_deg": _rounded(tick.deviation.thoracic_deg),
    }


def _rounded(value: float) -> float | None:
    return round(value, 2) if isfinite(value) else None


@dataclass(slots=True)
class Tally:
    """A sink that adds up the seconds of each state, and collects the events."""

    seconds: dict[State, float] = field(
        default_factory=lambda: dict.fromkeys(
            (State.UPRIGHT, State.SLOUCHED, State.UNKNOWN, State.AWAY), 0.0
        )
    )
    unobserved_s: float = 0.0
    frames: int = 0
    measured: int = 0
    alerts: int = 0
    slouches: int = 0
    events: list[dict[str, object]] = field(default_factory=list)
    reasons: dict[str, int] = field(default_factory=dict)
    _last: Tick | None = None

    def __call__(self, tick: Tick) -> None:
        """Add one tick: the time since the one before belongs to that one's state."""
        if self._last is not None:
            step_s = tick.timestamp_s - self._last.timestamp_s
            if step_s <= MAX_GAP_S:
                state = self._last.state
                self.seconds[state] = self.seconds.get(state, 0.0) + step_s
            else:
                self.unobserved_s += step_s
        self._last = tick
        self.frames += 1
        self.measured += tick.measured
        if not tick.measured and tick.reason is not None:
            self.reasons[tick.reason.value] = self.reasons.get(tick.reason.value, 0) + 1
        if tick.transition is not None:
            self.events.append(transition_event(tick.transition, tick))
            self.slouches += tick.transition.after is State.SLOUCHED
        if tick.alert is not None:
            self.events.append(alert_event(tick.alert, tick))
            self.alerts += 1

    def summary(self) -> dict[str, object]:
        """Plain numbers for a summary.json."""
        return {
            "frames": self.frames,
            "measured_frames": self.measured,
            "duration_s": round(sum(self.seconds.values()) + self.unobserved_s, 3),
            "seconds": {state.value: round(value, 3) for state, value in self.seconds.items()},
            "unobserved_s": round(self.unobserved_s, 3),
            "slouches": self.slouches,
            "alerts": self.alerts,
            "unmeasurable": dict(sorted(self.reasons.items())),
        }
