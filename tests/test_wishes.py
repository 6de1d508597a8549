"""Pause, snooze and calls, as tables of times."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

import pytest

from posture.commands import Calibrate, Command, InCall, Pause, PauseUntilTomorrow, Resume, Snooze
from posture.quiet import QuietSettings, Surroundings, WorkingHours
from posture.wishes import Wishes, in_utc

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
DAY = WorkingHours(time(10), time(18))


def off(wishes: Wishes, surroundings: Surroundings | None = None, **settings: object) -> str | None:
    found = wishes.off(surroundings or Surroundings(), QuietSettings(**settings))  # type: ignore[arg-type]
    return None if found is None else found.state


@pytest.mark.parametrize(
    ("command", "minutes", "expected"),
    [
        pytest.param(Pause(10), 9, True, id="paused"),
        pytest.param(Pause(10), 10, False, id="pause is over"),
        pytest.param(Pause(None), 9999, True, id="until resumed"),
        pytest.param(PauseUntilTomorrow(), 15 * 60 - 1, True, id="still today"),
        pytest.param(PauseUntilTomorrow(), 15 * 60, False, id="tomorrow"),
        pytest.param(Snooze(10), 5, False, id="snoozed is not paused"),
    ],
)
def test_pause(command: Command, minutes: float, expected: bool) -> None:
    wishes = Wishes()
    assert wishes.take(command, NOW)
    wishes.forget_past(NOW + timedelta(minutes=minutes))
    assert (off(wishes) == "paused") is expected


def test_resume_ends_pause_and_snooze() -> None:
    wishes = Wishes()
    wishes.take(Pause(10), NOW)
    wishes.take(Snooze(10), NOW)
    assert wishes.quiet(Surroundings(), QuietSettings()) == "snoozed"
    wishes.take(Resume(), NOW)
    assert off(wishes) is None
    assert wishes.quiet(Surroundings(), QuietSettings()) is None


def test_snooze_ends_by_itself() -> None:
    wishes = Wishes()
    assert wishes.take(Snooze(10), NOW) == "no alerts until 09:10"
    assert in_utc(wishes.snoozed_until) == "2026-03-02T07:10:00+00:00"
    wishes.forget_past(NOW + timedelta(minutes=10))
    assert wishes.quiet(Surroundings(), QuietSettings()) is None


@pytest.mark.parametrize(
    ("said", "desktop", "expected"),
    [(True, None, "in_call"), (False, True, None), (None, True, "in_call"), (None, None, None)],
)
def test_what_the_user_says_of_a_call_counts(
    said: bool | None, desktop: bool | None, expected: str | None
) -> None:
    wishes = Wishes()
    if said is not None:
        wishes.take(InCall(said), NOW)
    around = Surroundings(in_call=desktop)
    assert off(wishes, around) == expected
    assert wishes.quiet(around, QuietSettings()) == expected
    assert off(wishes, around, camera_off_in_call=False) is None


def test_a_denied_call_is_denied_until_the_microphone_is_free() -> None:
    wishes = Wishes()
    recorded, free = (Surroundings(microphone_used=used) for used in (True, False))
    assert off(wishes, recorded) == "microphone"
    wishes.take(InCall(on=False), NOW)
    assert off(wishes, recorded) is None
    assert off(wishes, free) is None
    assert off(wishes, recorded) == "microphone"


def test_working_hours_and_lock() -> None:
    early = Surroundings(now=time(9), weekday=0)
    hours = {"working_hours": (DAY,) * 7, "camera_off_outside_working_hours": True}
    assert off(Wishes(), early, **hours) == "outside_working_hours"
    assert off(Wishes(), Surroundings(now=time(10), weekday=0), **hours) is None
    assert off(Wishes(), Surroundings(screen_locked=True)) == "screen_locked"


def test_other_commands_are_not_its_business() -> None:
    assert Wishes().take(Calibrate(), NOW) is None
