"""Exercises of the samples in a live session: the camera's pictures, the pose model, the judge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from posture.care.catalogue import find
from posture.care.judging import judge
from posture.coaching import Coach
from posture.estimators.mediapipe import MediaPipeEstimator
from posture.live_monitor import LiveMonitor
from posture.records import State
from posture.settings import Settings
from posture.sources import open_source

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "exercises"


@pytest.mark.parametrize("name", ["wall_angel", "side_bend", "shoulder_blade_squeeze"])
def test_what_is_done_is_counted_and_not_judged(name: str) -> None:
    about = json.loads((SAMPLES / f"{name}.json").read_text())["counts"]
    sides = find(name).dose.sides
    wanted = (about["left"], about["right"]) if sides > 1 else (about["all"],)
    coach = Coach()
    coach.follow(judge(find(name)))
    with MediaPipeEstimator() as estimator, open_source(SAMPLES / f"{name}.mp4") as source:
        live = LiveMonitor(estimator, Settings())
        live.follow(coach)
        ticks = [live.step(frame) for frame in source]
    assert coach.glance is not None
    assert coach.glance.progress is not None
    assert coach.glance.progress.repetitions == wanted
    assert {tick.state for tick in ticks} == {State.UNKNOWN}
    assert all(tick.alert is None for tick in ticks)
    assert live.profile is None
