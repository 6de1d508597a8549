"""A posture that was just taken, and the others that are accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture import scene
from posture.calibrating import Wish
from posture.commands import Calibrate
from posture.estimators.scripted import ScriptedEstimator
from posture.features import extract
from posture.live_monitor import LiveMonitor
from posture.ports import BaselineError
from posture.profile import Profile
from posture.records import Frame, Observation, Reason
from posture.settings import Settings
from posture.taking import PLACES, explained, joined, place_of
from tests.guiding import SETTINGS, a_run, baseline_of
from tests.live_script import FORWARD, UPRIGHT, World, upright_profile
from tests.poses import make_pose

if TYPE_CHECKING:
    from numpy.typing import NDArray


class TestOtherPostures:
    def test_another_is_put_beside(self) -> None:
        now = Profile((baseline_of(UPRIGHT),))
        back = make_pose(yaw_deg=90, trunk_deg=-12, neck_deg=14)
        run = a_run({"desk": now}, now)
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
        run = a_run({"desk": now}, now)
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


class TestSlump:
    """The user's own slump outlasts a new upright posture that it is still a slump from."""

    HERE, ELSEWHERE = np.random.default_rng(1).integers(0, 255, (2, scene.LENGTH), np.uint8)

    def before(self) -> Profile:
        first = baseline_of(UPRIGHT)
        baseline = replace(first.baseline, scene=self.HERE)
        return Profile((replace(first, baseline=baseline, slump=extract(FORWARD).shape),))

    @pytest.mark.parametrize(
        ("neck_deg", "there", "kept"),
        [
            pytest.param(20, HERE, True, id="the same again"),
            pytest.param(26, HERE, True, id="a little further forward"),
            pytest.param(42, HERE, False, id="nearly the slump itself"),
            pytest.param(20, ELSEWHERE, False, id="the camera has moved"),
            pytest.param(20, None, True, id="nobody knows"),
        ],
    )
    def test_of_one_taken_anew(
        self, neck_deg: float, there: NDArray[np.uint8] | None, *, kept: bool
    ) -> None:
        new = baseline_of(make_pose(yaw_deg=90, neck_deg=neck_deg))
        new = replace(new, baseline=replace(new.baseline, scene=there))
        profile, _ = joined(self.before(), new, SETTINGS)
        assert (profile.accepted[0].slump is not None) is kept
        assert profile.upright is new.baseline

    def test_of_another_view_it_is_not_kept(self) -> None:
        new = baseline_of(make_pose())
        assert joined(self.before(), new, SETTINGS)[0].accepted[0].slump is None

    def test_another_posture_has_none(self) -> None:
        new = replace(baseline_of(UPRIGHT), name="reading")
        profile, _ = joined(self.before(), new, SETTINGS)
        assert [posture.slump is None for posture in profile.accepted] == [False, True]

    def test_in_a_guided_calibration_without_a_slump(self) -> None:
        run = a_run({"desk": self.before()}, self.before())
        run.play((2, Wish.START), (11, Wish.SKIP_SLUMP), (12, Wish.ACCEPT)).until(13)
        assert run.taken is not None
        assert run.taken.profile.accepted[0].slump is not None


SIDE = Profile((baseline_of(UPRIGHT),), "desk")
SIDE_TOO = Profile((baseline_of(UPRIGHT),), "standing")
FRONT = Profile((baseline_of(make_pose()),), "front")


@pytest.mark.parametrize(
    ("kept", "used", "expected"),
    [
        ((), None, "desk"),
        ((SIDE,), None, "desk"),
        ((SIDE,), SIDE, "desk"),
        ((SIDE, SIDE_TOO), SIDE_TOO, "standing"),
        ((FRONT,), FRONT, "desk"),
        ((FRONT, SIDE_TOO), FRONT, "standing"),
        ((replace(FRONT, name="desk"),), None, "standing"),
        (tuple(replace(FRONT, name=name) for name in PLACES), None, "place 4"),
        (tuple(replace(FRONT, name=n) for n in (*PLACES, "place 4")), None, "place 5"),
    ],
)
def test_which_profile_is_taken(
    kept: tuple[Profile, ...], used: Profile | None, expected: str
) -> None:
    view = SIDE.upright.view
    assert place_of({profile.name: profile for profile in kept}, used, view) == expected


class TestNamed:
    def taken(self, command: Calibrate, profile: Profile) -> Profile:
        world = World([(500, UPRIGHT)], end_s=40)
        kept: list[Profile] = []
        session = world.session(profile=profile, keep=kept.append)
        world.plan(10, lambda: session.obey(command))
        session.run()
        (new,) = kept
        assert f"your new baseline {new.name!r} is taken" in " ".join(world.notices)
        return new

    def test_without_a_name_the_one_that_is_used_is_taken_anew(self) -> None:
        assert self.taken(Calibrate(), replace(upright_profile(), name="sofa")).name == "sofa"

    def test_with_another_it_is_put_beside(self) -> None:
        reading = replace(baseline_of(UPRIGHT), name="reading")
        before = upright_profile().with_posture(reading)
        new = self.taken(Calibrate("standing"), before)
        assert new.name == "standing"
        assert len(new.accepted) == 1


def test_why_nothing_could_be_measured_is_said() -> None:
    """With two people alike nobody knows who is to be taken."""
    pair = [make_pose(hip_px=(x_px, 440), yaw_deg=90) for x_px in (180, 460)]

    class Two(ScriptedEstimator):
        def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
            seen = super().estimate(frame, look_afresh=look_afresh)
            return replace(seen, detected=tuple(pair) if look_afresh else None)

    said: list[str] = []
    monitor = LiveMonitor(Two(lambda _: pair[0]), Settings(), tell=said.append)
    for index in range(75):
        if index == 10:
            monitor.calibrate(index / 5)
        monitor.step(Frame(np.zeros((48, 64, 3), np.uint8), index / 5, index))
    assert monitor.profile is None
    (refused,) = [text for text in said if "refused" in text]
    assert ", because several people are in the picture; sit upright" in refused


def test_another_cause_is_not_blamed() -> None:
    reasons = [None] * 24 + [Reason.SUDDEN_JUMP]
    error = BaselineError("you moved")
    assert explained(error, reasons, SETTINGS.baseline) == "you moved"
    assert explained(error, [], SETTINGS.baseline) == "you moved"


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
