"""When to be quiet and when to free the camera: tables, and laws on all surroundings."""

from dataclasses import fields, replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.quiet import (
    QuietReason,
    QuietSettings,
    Surroundings,
    WorkingHours,
    camera_off_reason,
    quiet_reason,
)

DAY = WorkingHours(time(9), time(17, 30))
NIGHT = WorkingHours(time(22), time(6))
WEEK = (DAY, DAY, DAY, DAY, NIGHT, None, None)
"""Days from Monday to Thursday, the night from Friday to Saturday."""

FACTS = [f.name for f in fields(Surroundings) if f.name not in ("now", "weekday")]
ALL_ON = QuietSettings(
    when_battery_saver=True,
    when_on_battery=True,
    working_hours=WEEK,
    camera_off_outside_working_hours=True,
)
ALL_OFF = QuietSettings(
    when_in_call=False,
    when_presentation=False,
    when_full_screen=False,
    when_do_not_disturb=False,
    camera_off_in_call=False,
)
NOTHING = Surroundings()


def with_facts(facts: dict[str, Any], here: Surroundings = NOTHING) -> Surroundings:
    return replace(here, **facts)


known = st.sampled_from([None, False, True])
moments = st.one_of(
    st.just({"now": None, "weekday": None}),
    st.fixed_dictionaries({"now": st.times(), "weekday": st.integers(0, 6)}),
)
surroundings = st.builds(
    lambda facts, moment: Surroundings(**facts, **moment),
    st.fixed_dictionaries(dict.fromkeys(FACTS, known)),
    moments,
)


@pytest.mark.parametrize(
    ("fact", "by_default", "camera_off", "always"),
    [
        pytest.param("suspended", True, True, True, id="suspended"),
        pytest.param("screen_locked", True, True, True, id="locked"),
        pytest.param("in_call", True, True, False, id="in a call"),
        pytest.param("microphone_used", True, True, False, id="the microphone is used"),
        pytest.param("presentation", True, False, False, id="presenting"),
        pytest.param("full_screen", True, False, False, id="full screen"),
        pytest.param("do_not_disturb", True, False, False, id="do not disturb"),
        pytest.param("battery_saver", False, False, False, id="battery saver"),
        pytest.param("on_battery", False, False, False, id="on battery"),
    ],
)
def test_one_fact(fact: str, by_default: bool, camera_off: bool, always: bool) -> None:
    here = with_facts({fact: True})
    reason = QuietReason("microphone" if fact == "microphone_used" else fact)
    assert quiet_reason(here, QuietSettings()) == (reason if by_default else None)
    assert quiet_reason(here, ALL_ON) is reason
    assert quiet_reason(here, ALL_OFF) == (reason if always else None)
    assert camera_off_reason(here, QuietSettings()) == (reason if camera_off else None)
    assert camera_off_reason(here, ALL_OFF) == (reason if always else None)


def test_every_fact_has_its_reason() -> None:
    reasons = {reason.value for reason in QuietReason} - {"microphone"}
    assert {*FACTS, "outside_working_hours"} - {"microphone_used", "typing"} == reasons


def test_typing_silences_nothing() -> None:
    assert quiet_reason(Surroundings(typing=True), ALL_ON) is None
    assert camera_off_reason(Surroundings(typing=True), ALL_ON) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(None, QuietReason.MICROPHONE, id="nothing said"),
        pytest.param(True, QuietReason.IN_CALL, id="in a call"),
        pytest.param(False, None, id="in no call"),
    ],
)
def test_what_the_user_says_of_a_call_counts_for_more_than_the_microphone(
    said: bool | None, expected: QuietReason | None
) -> None:
    here = Surroundings(in_call=said, microphone_used=True)
    assert quiet_reason(here, QuietSettings()) is expected
    assert camera_off_reason(here, QuietSettings()) is expected


@pytest.mark.parametrize(
    ("weekday", "now", "outside"),
    [
        pytest.param(0, time(8, 59, 59), True, id="before"),
        pytest.param(0, time(9), False, id="the start is inside"),
        pytest.param(3, time(17, 29, 59), False, id="just inside"),
        pytest.param(0, time(17, 30), True, id="the end is outside"),
        pytest.param(4, time(5), True, id="the night has not begun"),
        pytest.param(4, time(22), False, id="the night begins"),
        pytest.param(4, time(23, 59, 59), False, id="in the night"),
        pytest.param(5, time(0), False, id="past midnight"),
        pytest.param(5, time(5, 59), False, id="early morning of a day off"),
        pytest.param(5, time(6), True, id="the night is over"),
        pytest.param(6, time(12), True, id="a day off"),
    ],
)
def test_working_hours(weekday: int, now: time, outside: bool) -> None:
    here = Surroundings(now=now, weekday=weekday)
    expected = QuietReason.OUTSIDE_WORKING_HOURS if outside else None
    quiet_only = QuietSettings(working_hours=WEEK)
    assert quiet_reason(here, quiet_only) == expected
    assert camera_off_reason(here, quiet_only) is None
    assert camera_off_reason(here, ALL_ON) == expected


def test_a_night_from_sunday_reaches_into_monday() -> None:
    week = QuietSettings(working_hours=(None, None, None, None, None, None, NIGHT))
    assert quiet_reason(Surroundings(now=time(3), weekday=0), week) is None
    assert quiet_reason(Surroundings(now=time(7), weekday=0), week) is not None


def test_without_working_hours_every_hour_will_do() -> None:
    assert quiet_reason(Surroundings(now=time(3), weekday=6), QuietSettings()) is None


def test_the_text_is_for_the_user() -> None:
    assert QuietReason.IN_CALL.camera_text == "camera off: you are in a call"
    assert len({reason.camera_text for reason in QuietReason}) == len(QuietReason)


def test_the_first_reason_says_most() -> None:
    everything = with_facts(dict.fromkeys(FACTS, True))
    assert quiet_reason(everything, ALL_ON) is QuietReason.SUSPENDED
    assert quiet_reason(replace(everything, suspended=False), ALL_ON) is QuietReason.SCREEN_LOCKED


@given(surroundings)
def test_unknown_is_like_no(here: Surroundings) -> None:
    found = [fact for fact in FACTS if fact != "in_call"]  # that is said: no is more than nothing
    no = with_facts({fact: bool(getattr(here, fact)) for fact in found}, here)
    assert quiet_reason(here, ALL_ON) == quiet_reason(no, ALL_ON)
    assert camera_off_reason(here, ALL_ON) == camera_off_reason(no, ALL_ON)


@given(surroundings, st.sampled_from([QuietSettings(), ALL_ON]))
def test_with_the_camera_off_nobody_is_told(here: Surroundings, settings: QuietSettings) -> None:
    if camera_off_reason(here, settings) is not None:
        assert quiet_reason(here, settings) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda: Surroundings(now=time(9)), id="no day"),
        pytest.param(lambda: Surroundings(now=time(9), weekday=7), id="no such day"),
        pytest.param(lambda: WorkingHours(time(9), time(9)), id="no hours"),
        pytest.param(lambda: QuietSettings(working_hours=(DAY,)), id="a week of one day"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError, match="must"):
        wrong()
