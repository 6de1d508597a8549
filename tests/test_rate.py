"""How often to look, as tables of seconds; and that warnings come in time all the same."""

from __future__ import annotations

from dataclasses import replace
from math import nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.estimators.scripted import ScriptedEstimator
from posture.live_monitor import LiveMonitor
from posture.rate import (
    LEAST_HZ,
    Activity,
    AdaptiveRate,
    DutyCycle,
    Rate,
    RateSettings,
    activity_of,
)
from posture.records import Angles, Deviation, Reason, State, Tick, Transition
from posture.settings import Settings
from tests.live_script import FORWARD, UPRIGHT, Script, ScriptedLive, World

BUSY, MOVING, CALM, NOBODY = Activity
FIVE, OFTEN, SELDOM = Rate(5.0, looks=True), Rate(2.5, looks=True), Rate(1.25, looks=True)
WATCH = Rate(1.0, looks=False)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([(0, CALM)], [SELDOM], id="calm"),
        pytest.param([(0, BUSY), (2, CALM), (3, CALM)], [FIVE, FIVE, SELDOM], id="settles"),
        pytest.param([(0, BUSY), (9, BUSY)], [FIVE, FIVE], id="stays busy"),
        pytest.param([(0, MOVING), (2, CALM), (3, CALM)], [OFTEN, OFTEN, SELDOM], id="moves"),
        pytest.param(
            [(0, BUSY), (2, MOVING), (3, CALM), (5, CALM)],
            [FIVE, FIVE, OFTEN, SELDOM],
            id="is found and moves",
        ),
        pytest.param([(0, NOBODY), (4, NOBODY), (5, NOBODY)], [SELDOM, SELDOM, WATCH], id="leaves"),
        pytest.param(
            [(0, NOBODY), (6, NOBODY), (7, MOVING), (8, NOBODY), (11, NOBODY), (13, NOBODY)],
            [SELDOM, WATCH, OFTEN, OFTEN, SELDOM, WATCH],
            id="something moves",
        ),
        pytest.param(
            [(0, NOBODY), (4, CALM), (6, NOBODY)], [SELDOM, SELDOM, SELDOM], id="is back at once"
        ),
    ],
)
def test_rate(steps: list[tuple[float, Activity]], expected: list[Rate]) -> None:
    rate = AdaptiveRate()
    assert [rate.update(second, activity) for second, activity in steps] == expected


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param(RateSettings(calm_hz=3.0), 3.0, id="calm is more often"),
        pytest.param(RateSettings(busy_hz=2.0), 2.0, id="busy is less often"),
    ],
)
def test_moving_is_between_calm_and_busy(rate: RateSettings, expected: float) -> None:
    assert AdaptiveRate(rate).update(0.0, MOVING).hz == expected


@given(st.lists(st.tuples(st.floats(0, 20), st.sampled_from([BUSY, MOVING, CALM])), min_size=1))
def test_somebody_is_never_looked_at_less_than_once_a_second(
    steps: list[tuple[float, Activity]],
) -> None:
    rate, now_s = AdaptiveRate(RateSettings(calm_hz=LEAST_HZ)), 0.0
    for step_s, activity in steps:
        now_s += step_s
        found = rate.update(now_s, activity)
        assert found.looks
        assert found.hz >= 1.0


def tick(state: State = State.UPRIGHT, **values: Any) -> Tick:  # noqa: ANN401
    plain = Tick(1.0, 0, Angles(), Deviation(), state, None, 0.0, nan)
    return replace(plain, **values)


@pytest.mark.parametrize(
    ("seen", "moved", "seeking", "expected"),
    [
        pytest.param(tick(), False, False, CALM, id="upright"),
        pytest.param(tick(State.SLOUCHED), False, False, CALM, id="slouched"),
        pytest.param(tick(), True, False, MOVING, id="moved"),
        pytest.param(tick(), False, True, BUSY, id="baseline sought"),
        pytest.param(tick(), True, True, BUSY, id="baseline sought in motion"),
        pytest.param(tick(remaining_s=12.0), False, False, MOVING, id="slouch pending"),
        pytest.param(tick(reason=Reason.HEAD_TURNED), False, False, MOVING, id="another reason"),
        pytest.param(
            tick(transition=Transition(1.0, State.AWAY, State.UPRIGHT, 1.0, "back")),
            False,
            False,
            MOVING,
            id="another state",
        ),
        pytest.param(tick(State.AWAY), False, True, NOBODY, id="away"),
        pytest.param(tick(State.AWAY), True, False, MOVING, id="moves while away"),
        pytest.param(tick(State.UNKNOWN), False, False, CALM, id="unknown for long"),
    ],
)
def test_activity(seen: Tick, moved: bool, seeking: bool, expected: Activity) -> None:
    assert activity_of(seen, None, moved=moved, seeking=seeking) is expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"calm_hz": 0.9},
        {"calm_hz": 6.0},
        {"moving_hz": 0.0},
        {"away_hz": 0.0},
        {"settle_s": 0.0},
        {"still": 2.0},
        {"battery_every_s": 5.0},
    ],
    ids=str,
)
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        RateSettings(**wrong)


def rests(settings: RateSettings, steps: list[tuple[float, bool, bool]]) -> list[bool]:
    duty = DutyCycle(settings)
    return [duty.rests(now_s, on_battery=battery, busy=busy) for now_s, battery, busy in steps]


class TestDutyCycle:
    SETTINGS = RateSettings(battery_every_s=60.0)

    def test_looks_for_a_while_and_rests_for_the_remainder(self) -> None:
        steps = [(float(second), True, False) for second in range(0, 130, 5)]
        resting = [s for (s, _, _), r in zip(steps, rests(self.SETTINGS, steps), strict=True) if r]
        assert resting == [*range(10, 60, 5), *range(70, 120, 5)]

    def test_a_pending_slouch_is_watched_to_its_end(self) -> None:
        steps = [(0.0, True, False), (12.0, True, True), (40.0, True, True), (45.0, True, False)]
        assert rests(self.SETTINGS, steps) == [False, False, False, True]

    def test_not_on_mains_and_not_by_default(self) -> None:
        steps = [(0.0, False, False), (30.0, False, False), (31.0, True, False)]
        assert not any(rests(self.SETTINGS, steps))
        assert not any(rests(RateSettings(), [(0.0, True, False), (30.0, True, False)]))


def play(world: World, monitor: LiveMonitor) -> list[Tick]:
    """Ticks of what the world shows, at the rates that the monitor asks for."""
    source = ScriptedLive(world)
    source.set_rate(monitor.rate.hz)
    ticks = []
    for frame in source:
        ticks.append(monitor.step(frame))
        source.set_rate(monitor.rate.hz)
    return ticks


def run(script: Script, settings: Settings | None = None) -> tuple[list[Tick], LiveMonitor]:
    """Ticks of a script for somebody whose upright posture is known."""
    settings = settings or Settings()
    first = LiveMonitor(ScriptedEstimator(lambda _: UPRIGHT), settings)
    play(World([(10, UPRIGHT)], end_s=10), first)
    world = World(script, end_s=script[-1][0])
    monitor = LiveMonitor(ScriptedEstimator(world.pose), settings, profile=first.profile)
    return play(world, monitor), monitor


@pytest.mark.parametrize("onset_s", [20.0, 20.3, 47.1, 61.9])
@pytest.mark.parametrize(
    "rate", [RateSettings(), RateSettings(calm_hz=LEAST_HZ)], ids=["usual", "least"]
)
def test_a_warning_comes_within_two_seconds_of_its_time(onset_s: float, rate: RateSettings) -> None:
    settings = replace(Settings(), rate=rate)
    ticks, _ = run([(onset_s, UPRIGHT), (onset_s + 50, FORWARD)], settings)
    (alert,) = [found.alert for found in ticks if found.alert]
    due_s = onset_s + settings.detector.persist_s
    assert due_s <= alert.timestamp_s <= due_s + 2.0


def test_still_pictures_are_hardly_looked_at_and_give_the_same_states() -> None:
    script: Script = [(100, UPRIGHT), (160, FORWARD), (200, UPRIGHT)]
    ticks, monitor = run(script)
    every = replace(Settings(), rate=RateSettings(still=0.0))
    all_looked_at, looking = run(script, every)
    assert monitor.gate.looks < 0.5 * looking.gate.looks
    turns = [(t.timestamp_s, t.state) for t in ticks if t.transition]
    assert turns == [(t.timestamp_s, t.state) for t in all_looked_at if t.transition]
    assert [state for _, state in turns] == [State.UPRIGHT, State.SLOUCHED, State.UPRIGHT]


def test_nobody_costs_hardly_a_look_and_who_comes_is_seen_at_once() -> None:
    ticks, monitor = run([(20, UPRIGHT), (320, None), (340, UPRIGHT)])
    away = [t.timestamp_s for t in ticks if t.state is State.AWAY]
    assert away[0] < 24
    assert 320 < away[-1] < 323
    assert len([second for second in away if 40 < second < 300]) == pytest.approx(260, abs=3)
    until_then = run([(20, UPRIGHT), (40, None), (60, UPRIGHT)])[1].gate.looks
    assert monitor.gate.looks - until_then == pytest.approx(280 / 30, abs=1)


def test_somebody_who_came_unnoticed_is_seen_in_time() -> None:
    script: Script = [(20, UPRIGHT), (100, None)]
    world = World(script, end_s=160)
    ticks, monitor = run(script)
    assert monitor.profile is not None
    hidden = LiveMonitor(
        ScriptedEstimator(lambda t: UPRIGHT if t > 100 else world.pose(t)),
        Settings(),
        profile=monitor.profile,
    )
    ticks = play(world, hidden)  # the picture does not change
    back = next(t.timestamp_s for t in ticks if t.transition and t.timestamp_s > 100)
    assert 100 < back < 100 + RateSettings().away_look_s + 2
