"""Did it help? On weeks of which the answer is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posture.helped import DAY_S, LEAST_ALERTS, Helped, helped, weekly
from posture.history.rows import KeptAlert, Stretches, no_stretches
from posture.intervals import UNKNOWN
from posture.records import AlertLevel, Part

MONDAY_S = 1_767_571_200
"""2026-01-05 00:00 UTC, a Monday."""
NINE_S = 9 * 3600


def minutes_of(days: int, exposure_deg_min: np.ndarray) -> Stretches:
    """Eight watched hours from nine, on each of so many days; exposure by minute of the day."""
    n = 480
    utc_s = np.concatenate(
        [MONDAY_S + day * DAY_S + NINE_S + 60 * np.arange(n) for day in range(days)]
    ).astype(np.int64)
    seconds = np.zeros((days * n, 5))
    seconds[:, 0] = 60.0
    exposure = np.zeros((days * n, 3))
    exposure[:, 2] = np.tile(exposure_deg_min, days)
    change = np.full((days * n, 2, 3), np.nan)
    return Stretches(utc_s, np.zeros_like(utc_s), seconds, change, exposure)


def alert_at(day: int, minute: int, *, quiet: str = "", means: str = "message") -> KeptAlert:
    utc_s = MONDAY_S + day * DAY_S + NINE_S + 60 * minute + 7.0
    return KeptAlert(
        number=0,
        utc_s=utc_s,
        offset_s=0,
        level=AlertLevel.NOTICE,
        part=Part.NECK,
        change_deg=14.0,
        held_s=120.0,
        quiet=quiet,
        means="" if quiet else means,
    )


def a_week(*, shown_falls: float, quiet_falls: float) -> Helped:
    """Ten minutes at 12 degrees before each alert, and less by so much after it."""
    exposure = np.full(480, 2.0)
    for minute in (60, 180, 300):
        exposure[minute - 10 : minute] = 12.0
        exposure[minute + 1 : minute + 11] = 12.0 - shown_falls
    for minute in (120, 240, 360):
        exposure[minute - 10 : minute] = 12.0
        exposure[minute + 1 : minute + 11] = 12.0 - quiet_falls
    alerts = []
    for day in range(8):
        alerts += [alert_at(day, minute) for minute in (60, 180, 300)]
        alerts += [alert_at(day, minute, quiet="snoozed") for minute in (120, 240, 360)]
    return helped(minutes_of(8, exposure), alerts)


def test_exposure_before_and_after_is_a_rate_per_watched_hour() -> None:
    found = a_week(shown_falls=9.0, quiet_falls=4.0)
    assert found.shown.alerts == 24
    assert found.shown.days == 8
    assert found.shown.before.estimate == pytest.approx(12.0 * 60)
    assert found.shown.after.estimate == pytest.approx(3.0 * 60)
    assert found.shown.change.estimate == pytest.approx(-9.0 * 60)
    assert found.quiet.change.estimate == pytest.approx(-4.0 * 60)
    assert found.by_means == {"message": found.shown}


def test_what_falls_by_itself_is_no_effect() -> None:
    assert a_week(shown_falls=9.0, quiet_falls=9.0).effect.estimate == pytest.approx(0.0)
    assert a_week(shown_falls=9.0, quiet_falls=4.0).effect.estimate == pytest.approx(-5.0 * 60)


def test_few_alerts_say_nothing() -> None:
    minutes = minutes_of(8, np.full(480, 2.0))
    few = [alert_at(day % 8, 60 + day) for day in range(LEAST_ALERTS - 1)]
    found = helped(minutes, few)
    assert found.shown.alerts == LEAST_ALERTS - 1
    assert found.shown.change == UNKNOWN
    assert found.effect == UNKNOWN


def test_few_days_say_nothing_however_many_alerts() -> None:
    minutes = minutes_of(2, np.full(480, 2.0))
    found = helped(minutes, [alert_at(day, 12 * n) for day in (0, 1) for n in range(2, 30)])
    assert found.shown.alerts > LEAST_ALERTS
    assert not found.shown.change.known


def test_alerts_before_somebody_left_are_not_counted() -> None:
    minutes = minutes_of(8, np.full(480, 2.0))
    left = minutes[minutes.utc_s % DAY_S < NINE_S + 65 * 60]
    found = helped(left, [alert_at(day, 60) for day in range(8)] * 4)
    assert found.shown.alerts == 0


def test_nothing_gives_nothing() -> None:
    found = helped(no_stretches(), ())
    assert found.shown.alerts == 0
    assert found.weeks == ()
    assert found.effect == UNKNOWN


def test_weeks_begin_on_the_users_monday() -> None:
    minutes = minutes_of(9, np.full(480, 2.0))
    ahead = replace(minutes, offset_s=np.full(len(minutes), 15 * 3600, dtype=np.int64))
    first, second = weekly(minutes)
    assert (first.local_s, first.days, second.days) == (MONDAY_S, 7, 2)
    assert first.exposure.estimate == pytest.approx(120.0)
    assert not second.exposure.known
    assert first.watched_s == pytest.approx(7 * 8 * 3600)
    assert [week.days for week in weekly(ahead)] == [6, 3]  # all is after midnight
