"""A posture that was just taken, and the others that are accepted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posture import scene
from posture.calibrating import Wish
from posture.commands import Calibrate
from posture.estimators.scripted import ScriptedEstimator
from posture.live_monitor import LiveMonitor
from posture.ports import BaselineError
from posture.profile import Profile
from posture.records import Frame
from posture.settings import Settings
from posture.taking import joined
from tests.guiding import SETTINGS, a_run, baseline_of
from tests.live_script import FORWARD, UPRIGHT, World, upright_profile
from tests.poses import make_pose


class TestOtherPostures:
    def test_another_is_put_beside(self) -> None:
        now = Profile((baseline_of(UPRIGHT),))
        back = make_pose(yaw_deg=90, trunk_deg=-12, neck_deg=14)
        run = a_run({now.upright.view: now}, now)
        run.pose = back
        run.play((1, "reading"), (2, Wish.START), (11, Wish.ACCEPT)).until(12)
        assert [phase for _, phase in run.phases] == [
            "conditions",
            "ready",
            "taking",
            "result",
            "accepted",
        ]
        assert run.taken is not None
        assert [posture.name for posture in run.taken.profile.accepted] == ["upright", "reading"]

    def test_a_slouch_is_none(self) -> None:
        now = Profile((baseline_of(UPRIGHT),))
        run = a_run({now.upright.view: now}, now)
        run.pose = FORWARD
        run.play((1, "reading"), (2, Wish.START)).until(11)
        assert run.guide.step.profile is None
        assert "it is itself a slouch" in run.guide.step.notes[0]

    def test_the_upright_one_comes_first(self) -> None:
        assert a_run().guide.names == ("upright",)
        run = a_run().play((1, "reading"), (2, Wish.START)).until(11)
        assert run.guide.step.notes == (
            "Take 'upright' first: other postures are held against it.",
        )

    def test_names(self) -> None:
        now = Profile((baseline_of(UPRIGHT), replace(baseline_of(UPRIGHT), name="desk")))
        assert a_run({}, now).guide.names == ("upright", "desk", "standing", "reading")

    def test_taking_one_anew_keeps_the_others(self) -> None:
        reading = replace(baseline_of(UPRIGHT), name="reading")
        kept = Profile((baseline_of(UPRIGHT), reading))
        new = baseline_of(make_pose(yaw_deg=90, neck_deg=24))
        profile, said = joined(kept, new, SETTINGS)
        assert profile.accepted == (new, reading)
        assert said == ""

    def test_those_that_no_longer_fit_are_left_out(self) -> None:
        reading = replace(baseline_of(make_pose(yaw_deg=90, neck_deg=26)), name="reading")
        kept = Profile((baseline_of(UPRIGHT), reading))
        new = baseline_of(make_pose(yaw_deg=90, neck_deg=0))
        profile, said = joined(kept, new, SETTINGS)
        assert profile.accepted == (new,)
        assert said == "take anew what no longer fits it: 'reading'"

    def test_a_camera_that_has_moved(self) -> None:
        scenes = np.random.default_rng(1).integers(0, 255, (2, scene.LENGTH), np.uint8)
        first, other = (
            replace(p, baseline=replace(p.baseline, scene=s))
            for p, s in zip((baseline_of(UPRIGHT), baseline_of(UPRIGHT)), scenes, strict=True)
        )
        with pytest.raises(BaselineError, match="the camera has moved since 'upright'"):
            joined(Profile((first,)), replace(other, name="reading"), SETTINGS)

    def test_calibrate_keeps_the_other_postures(self) -> None:
        before = upright_profile()
        profile = Profile((*before.accepted, replace(before.accepted[0], name="reading")))
        world = World([(500, UPRIGHT)], end_s=40)
        kept: list[Profile] = []
        session = world.session(profile=profile, keep=kept.append)
        world.plan(10, lambda: session.obey(Calibrate()))
        session.run()
        (new,) = kept
        assert [posture.name for posture in new.accepted] == ["upright", "reading"]


def test_a_posture_that_was_taken_knows_its_surroundings() -> None:
    background = np.random.default_rng(1).integers(0, 255, scene.LENGTH, np.uint8)
    estimator = ScriptedEstimator(lambda _: UPRIGHT, lambda _: background)
    monitor = LiveMonitor(estimator, Settings())
    image = np.zeros((48, 64, 3), np.uint8)
    for index in range(75):
        if index == 20:
            monitor.calibrate(index / 5)
        monitor.step(Frame(image, index / 5, index))
    assert monitor.profile is not None
    taken = monitor.profile.upright
    assert taken.start_s == pytest.approx(7.0, abs=0.3)
    assert taken.scene is not None
    assert taken.brightness == 0.5
