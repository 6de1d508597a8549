"""Ticks of a scripted ten minutes, judged by the real detector and the real alerts; no camera."""

from __future__ import annotations

from math import nan, sin

from posture.alerts import Alerts, AlertSettings
from posture.columns import Thresholds
from posture.detector import Detector, deviation
from posture.records import Angles, Deviation, Reason, State, Tick
from tests.poses import make_pose

THRESHOLDS = Thresholds(enter_deg=10.0, leave_deg=6.0)
PERSIST_S = 30.0

SCRIPT: tuple[tuple[float, float, Reason | None], ...] = (
    (0.0, 1.0, None),
    (70.0, 16.0, None),
    (78.0, 2.0, None),
    (150.0, 14.0, None),
    (255.0, 2.0, None),
    (330.0, 2.0, Reason.HEAD_TURNED),
    (360.0, 3.0, None),
    (410.0, 0.0, Reason.NO_PERSON),
    (470.0, 1.0, None),
    (585.0, 13.0, None),
)
"""From when on, how far the neck leans (degrees), and why it cannot be measured."""


def scripted(length_s: float = 600.0, rate_hz: float = 5.0) -> list[Tick]:
    """Ticks from 0 s to `length_s`."""
    detector, alerts = Detector(), Alerts(AlertSettings(cool_down_s=60.0))
    neck_deg, ticks = 1.0, []
    for index in range(round(length_s * rate_hz) + 1):
        now_s = index / rate_hz
        _, wanted_deg, reason = next(row for row in reversed(SCRIPT) if row[0] <= now_s)
        neck_deg += (wanted_deg - neck_deg) * min(1.0, 0.7 / rate_hz)
        wave_deg = 1.2 * sin(now_s / 3.1) + 0.8 * sin(now_s / 0.7)
        angles = angles_of(neck_deg + wave_deg, reason)
        if reason is None:
            change = deviation(neck_deg, 0.6 * neck_deg, 0.4 * neck_deg)
        else:
            change = Deviation()
        seen = detector.update(now_s, change, reason)
        ticks.append(
            Tick(
                timestamp_s=now_s,
                index=index,
                angles=angles,
                deviation=change,
                state=seen.state,
                reason=reason,
                held_s=seen.held_s,
                remaining_s=seen.remaining_s,
                transition=seen.transition,
                alert=alerts.update(now_s, seen.state, change, seen.held_s),
                pose=None if reason else make_pose(neck_deg=20.0 + neck_deg, yaw_deg=35.0),
            )
        )
    return ticks


def angles_of(change_deg: float, reason: Reason | None = None) -> Angles:
    """What is measured at a change of the neck; nothing with a reason."""
    if reason is not None:
        return Angles(reason=reason)
    return Angles(
        neck_deg=38.0 + change_deg,
        neck_sd_deg=5.0,
        thoracic_deg=12.0 + 0.6 * change_deg,
        thoracic_sd_deg=5.0,
        neck_change_deg=change_deg,
        neck_change_sd_deg=3.2,
        thoracic_change_deg=0.6 * change_deg,
        thoracic_change_sd_deg=2.6,
        rounding_change_deg=0.4 * change_deg,
        rounding_change_sd_deg=3.5,
    )


def a_tick(
    state: State = State.UPRIGHT,
    *,
    change_deg: float = 3.0,
    held_s: float = 0.0,
    remaining_s: float = nan,
    reason: Reason | None = None,
    timestamp_s: float = 1.0,
) -> Tick:
    """One tick."""
    change = Deviation() if reason else deviation(change_deg, 0.6 * change_deg, 0.4 * change_deg)
    return Tick(
        timestamp_s=timestamp_s,
        index=0,
        angles=angles_of(change_deg, reason),
        deviation=change,
        state=state,
        reason=reason,
        held_s=held_s,
        remaining_s=remaining_s,
    )
