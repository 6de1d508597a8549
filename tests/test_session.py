"""The loop, with a scripted camera and a scripted model: from poses to states and alerts."""

from dataclasses import replace
from math import inf, nan
from typing import Any

import numpy as np
import pytest

from posture.baseline import BaselineSettings
from posture.detector import Detector, DetectorSettings
from posture.estimators.scripted import ScriptedEstimator
from posture.features import FeatureLimits
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.ports import BaselineError
from posture.records import Angles, Baseline, Observation, Part, Pose, Reason, State, Tick
from posture.scene import LENGTH
from posture.session import BaselineSearch, Session
from posture.sources.scripted import ScriptedSource
from tests.poses import make_pose

UPRIGHT = make_pose(yaw_deg=90)
FORWARD = make_pose(yaw_deg=90, neck_deg=45)

Script = list[tuple[float, Pose | None]]
"""Poses, each until a second."""


def at(script: Script, timestamp_s: float) -> Pose | None:
    return next((pose for until_s, pose in script if timestamp_s < until_s), script[-1][1])


def times(script: Script, rate_hz: float = 10.0) -> list[float]:
    return [float(t) for t in np.arange(0, script[-1][0], 1 / rate_hz)]


def search(script: Script) -> tuple[BaselineSearch, ScriptedEstimator, ScriptedSource]:
    estimator = ScriptedEstimator(lambda t: at(script, t))
    source = ScriptedSource(times(script))
    found = BaselineSearch(
        iter(source),
        estimator,
        PersonCheck(),
        limits=FeatureLimits(),
        settings=BaselineSettings(),
    )
    return found, estimator, source


def replay(script: Script, baseline: Baseline | None, persist_s: float = 30.0) -> list[Tick]:
    estimator = ScriptedEstimator(lambda t: at(script, t))
    monitor = Monitor(baseline, detector=Detector(DetectorSettings(persist_s=persist_s)))
    return list(Session(ScriptedSource(times(script)), estimator, monitor).ticks())


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    return search([(10, UPRIGHT)])[0].stretch(1, 8)


def states(ticks: list[Tick]) -> list[tuple[float, State]]:
    return [(round(t.timestamp_s), t.state) for t in ticks if t.transition]


def test_a_slouch_is_found_told_and_ended(baseline: Baseline) -> None:
    ticks = replay([(20, UPRIGHT), (70, FORWARD), (90, UPRIGHT)], baseline)
    assert states(ticks) == [(0, State.UPRIGHT), (51, State.SLOUCHED), (76, State.UPRIGHT)]
    (alert,) = [t.alert for t in ticks if t.alert]
    assert alert.part is Part.NECK
    assert alert.text.startswith("neck ")
    assert alert.text.endswith("° beyond your baseline for 30 s")


def test_a_glance_at_the_keyboard_is_no_slouch(baseline: Baseline) -> None:
    down = make_pose(yaw_deg=90, neck_deg=35, pitch_deg=30)
    script: Script = []
    for start_s in range(0, 120, 10):
        script += [(start_s + 7, UPRIGHT), (start_s + 10, down)]
    ticks = replay(script, baseline)
    assert {t.state for t in ticks[10:]} == {State.UPRIGHT}
    assert not any(t.alert for t in ticks)


def test_leaving_and_coming_back(baseline: Baseline) -> None:
    ticks = replay([(20, UPRIGHT), (40, None), (60, UPRIGHT)], baseline)
    found = [state for _, state in states(ticks)]
    assert found == [State.UPRIGHT, State.AWAY, State.UPRIGHT]
    gone = [t for t in ticks if 25 < t.timestamp_s < 40]
    assert {t.state for t in gone} == {State.AWAY}
    assert {t.measured for t in gone} == {False}


def test_without_a_baseline_nothing_is_judged() -> None:
    ticks = replay([(60, FORWARD)], None)
    assert {t.state for t in ticks} == {State.UNKNOWN}
    assert {t.reason for t in ticks[20:]} == {Reason.NO_BASELINE}
    assert all(t.measured for t in ticks[20:])


def test_the_same_frames_give_the_same_ticks(baseline: Baseline) -> None:
    script: Script = [(20, UPRIGHT), (70, FORWARD), (80, None)]
    once, again = replay(script, baseline), replay(script, baseline)
    assert [(t.state, t.held_s) for t in once] == [(t.state, t.held_s) for t in again]
    for first, second in zip(once, again, strict=True):
        np.testing.assert_equal(_numbers(first.angles), _numbers(second.angles))


def _numbers(angles: Angles) -> list[float]:
    return [angles.neck_deg, angles.thoracic_deg, angles.neck_change_deg, angles.neck_sd_deg]


def test_what_was_observed_before_is_judged_first_and_only_once() -> None:
    script: Script = [(20, UPRIGHT), (70, FORWARD)]
    looking, estimator, source = search(script)
    baseline = looking.steady()
    assert baseline is not None
    head = len(looking.observed)
    assert 30 < head < 50
    session = Session(source, estimator, Monitor(baseline), observed=looking.observed)
    ticks, drawn = [], 0
    for tick in session.ticks():
        ticks.append(tick)
        drawn += session.frame is not None
    assert [t.index for t in ticks] == list(range(700))
    assert drawn == 700 - head
    assert [(t.state, t.held_s) for t in ticks] == [
        (t.state, t.held_s) for t in replay(script, baseline)
    ]


def test_no_steady_stretch_in_a_restless_recording() -> None:
    restless: Script = [
        (i / 5, make_pose(yaw_deg=90, neck_deg=20 + 8 * (i % 7))) for i in range(99)
    ]
    assert search(restless)[0].steady() is None


def test_a_stretch_after_the_end_is_refused() -> None:
    with pytest.raises(BaselineError, match=r"ends at 9\.9 s"):
        search([(10, UPRIGHT)])[0].stretch(12, 20)


def test_gaps_are_not_exposure(baseline: Baseline) -> None:
    estimator = ScriptedEstimator(lambda t: UPRIGHT if t < 10 else FORWARD)
    sparse = [*times([(10, UPRIGHT)]), *(10.0 + 5.0 * i for i in range(60))]
    monitor = Monitor(baseline)
    ticks = list(Session(ScriptedSource(sparse), estimator, monitor).ticks())
    assert State.SLOUCHED not in {t.state for t in ticks}


@pytest.mark.parametrize("odd", [inf, -inf, nan, 1e308, 1e-320])
@pytest.mark.parametrize("where", ["points_px", "world_m", "visibility"])
def test_no_landmark_makes_it_fail_or_warn(odd: float, where: str, baseline: Baseline) -> None:
    monitor = Monitor(baseline)
    for number in range(40):
        values = getattr(UPRIGHT, where).copy()
        values.flat[number * 7 % values.size] = odd
        changed: dict[str, Any] = {where: values}
        pose = replace(UPRIGHT, **changed)
        tick = monitor.update(Observation(number / 2, number, pose, (pose,), 0.5))
        assert tick.state is not State.SLOUCHED


def test_a_sought_baseline_knows_its_surroundings() -> None:
    here, elsewhere = (np.full(LENGTH, level, np.uint8) for level in (10, 90))
    estimator = ScriptedEstimator(lambda _: UPRIGHT, lambda t: here if 1 < t < 8 else elsewhere)
    looking = BaselineSearch(
        iter(ScriptedSource(times([(10, UPRIGHT)]))),
        estimator,
        PersonCheck(),
        limits=FeatureLimits(),
        settings=BaselineSettings(),
    )
    baseline = looking.stretch(1.1, 7.9)
    assert baseline.brightness == 0.5
    np.testing.assert_array_equal(baseline.scene, here)
