"""A baseline knows its surroundings, and nobody is judged in others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture import profile
from posture.detector import Detector, DetectorSettings
from posture.estimators.scripted import ScriptedEstimator
from posture.monitor import Monitor
from posture.ports import BaselineError
from posture.profile import Profile
from posture.records import Observation, Reason, State
from posture.scene import LENGTH, to_text
from posture.session import Session
from posture.sources.scripted import ScriptedSource
from posture.staleness import with_surroundings
from tests.poses import make_pose
from tests.surroundings import BASELINE, ELSEWHERE, HERE, RATE_HZ, SITTING, taken

if TYPE_CHECKING:
    from pathlib import Path


def test_surroundings_are_those_of_the_stretch() -> None:
    dark = np.zeros(LENGTH, np.uint8)
    seen = [
        Observation(s, 0, SITTING, None, brightness, scene)
        for s, brightness, scene in (
            (-1.0, 0.9, dark),
            (0.0, 0.2, HERE),
            (1.0, 0.3, None),
            (2.0, 0.4, HERE),
            (9.0, 0.9, dark),
        )
    ]
    found = with_surroundings(BASELINE, seen)
    assert found.brightness == 0.3
    assert found.scene is not None
    np.testing.assert_array_equal(found.scene, HERE)
    nothing = with_surroundings(BASELINE, [])
    assert nothing.scene is None
    assert np.isnan(nothing.brightness)


def test_surroundings_are_stored(tmp_path: Path) -> None:
    file, values = tmp_path / "me.json", profile.to_json(Profile.of(BASELINE))
    file.write_text(json.dumps(values))
    found = profile.read(file).upright
    assert found.brightness == BASELINE.brightness
    np.testing.assert_array_equal(found.scene, HERE)
    file.write_text(json.dumps(values).replace(to_text(HERE), "AAAA"))
    with pytest.raises(BaselineError, match="not a baseline"):
        profile.read(file)


@pytest.mark.parametrize("known", [True, False])
def test_nobody_is_accused_while_the_camera_is_turned(*, known: bool) -> None:
    """The sitter looks slouched meanwhile; with an old baseline that is believed."""

    def moved(timestamp_s: float) -> bool:
        return 20 <= timestamp_s <= 120

    estimator = ScriptedEstimator(
        lambda s: make_pose(neck_deg=45) if moved(s) else SITTING,
        lambda s: ELSEWHERE if moved(s) else HERE,
    )
    monitor = Monitor(
        taken(scene=HERE if known else None),
        detector=Detector(DetectorSettings(enter_deg=8.0, leave_deg=5.0)),
    )
    source = ScriptedSource([i / RATE_HZ for i in range(1600)])
    ticks = list(Session(source, estimator, monitor).ticks())
    assert any(t.alert for t in ticks) is not known
    assert any(t.state is State.SLOUCHED for t in ticks) is not known
    assert (ticks[-1].state, ticks[-1].staleness) == (State.UPRIGHT, None)
    if known:
        during = {(t.state, t.reason, t.measured) for t in ticks if 60 < t.timestamp_s < 120}
        assert during == {(State.UNKNOWN, Reason.CAMERA_MOVED, False)}
        changes = [t.transition for t in ticks if t.transition]
        (told,) = [change.text for change in changes if change.after is State.UNKNOWN]
        assert told.startswith("cannot measure: the camera has moved since the baseline")
