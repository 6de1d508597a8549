"""Rows, events and sums: every second belongs to one state, or to nobody."""

from __future__ import annotations

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.records import (
    Alert,
    AlertLevel,
    Angles,
    Deviation,
    Part,
    Reason,
    Staleness,
    State,
    Tick,
    Transition,
    View,
)
from posture.tick_tables import COLUMNS, MAX_GAP_S, Tally, tick_row


def make_tick(timestamp_s: float, state: State = State.UPRIGHT, **change: object) -> Tick:
    values: dict[str, object] = {
        "timestamp_s": timestamp_s,
        "index": 0,
        "angles": Angles(neck_deg=35.125, neck_sd_deg=5, thoracic_deg=3, view=View.FRONT),
        "deviation": Deviation(),
        "state": state,
        "reason": None,
        "held_s": 0.0,
        "remaining_s": nan,
    }
    return Tick(**(values | change))  # type: ignore[arg-type]


def test_a_measured_row() -> None:
    row = dict(zip(COLUMNS, tick_row(make_tick(1.23456)), strict=True))
    assert row["timestamp_s"] == "1.235"
    assert (row["status"], row["reason"]) == ("ok", "")
    assert (row["view"], row["state"]) == ("front", "upright")
    assert (row["neck_deg"], row["neck_change_deg"]) == ("35.12", "")


def test_an_unmeasured_row_has_a_reason_and_no_number() -> None:
    tick = make_tick(0, State.UNKNOWN, angles=Angles(), reason=Reason.TOO_DARK)
    row = dict(zip(COLUMNS, tick_row(tick), strict=True))
    assert (row["status"], row["reason"]) == ("unmeasurable", "too_dark")
    assert {row[name] for name in COLUMNS if name.endswith("_deg")} == {""}


def test_a_row_says_what_it_is_held_against() -> None:
    stale = Staleness(Reason.LIGHT_CHANGED, since_s=0.0, judged=True)
    tick = make_tick(5.0, accepted="standing", slump_share=0.456, staleness=stale)
    row = dict(zip(COLUMNS, tick_row(tick), strict=True))
    assert (row["accepted"], row["slump_share"]) == ("standing", "0.46")
    assert row["stale"] == "light_changed"


@given(st.lists(st.tuples(st.floats(0, 10), st.sampled_from(list(State))), min_size=1))
def test_every_second_is_counted_once(steps: list[tuple[float, State]]) -> None:
    tally, now_s = Tally(), 0.0
    start_s = steps[0][0]
    for step_s, state in steps:
        now_s += step_s
        tally(make_tick(now_s, state))
    total = sum(tally.seconds.values()) + tally.unobserved_s
    assert total == pytest.approx(now_s - start_s)


def test_a_gap_is_nobodys_time() -> None:
    tally = Tally()
    for timestamp_s in (0.0, 1.0, 2.0 + MAX_GAP_S, 3.0 + MAX_GAP_S):
        tally(make_tick(timestamp_s))
    assert tally.seconds[State.UPRIGHT] == 2.0
    assert tally.unobserved_s == pytest.approx(1 + MAX_GAP_S)


def test_events_and_counts() -> None:
    tally = Tally()
    tally(make_tick(0, State.UNKNOWN, angles=Angles(), reason=Reason.NO_PERSON))
    change = Deviation(14.04, 3.3, 0, 14.04, Part.NECK)
    tally(
        make_tick(
            30,
            State.SLOUCHED,
            held_s=30.0,
            deviation=change,
            transition=Transition(30, State.UPRIGHT, State.SLOUCHED, 0.0, "why"),
            alert=Alert(30, AlertLevel.CUE, Part.NECK, 14.04, 30.0, "why"),
        )
    )
    summary = tally.summary()
    assert (summary["frames"], summary["measured_frames"]) == (2, 1)
    assert (summary["slouches"], summary["alerts"]) == (1, 1)
    assert summary["unmeasurable"] == {"no_person": 1}
    transition, alert = tally.events
    assert transition["kind"] == "transition"
    assert (transition["before"], transition["after"]) == ("upright", "slouched")
    assert alert["kind"] == "alert"
    assert (alert["level"], alert["reason"], alert["change_deg"]) == ("cue", "why", 14.04)
