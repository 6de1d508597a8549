"""Several accepted postures: chosen without flicker, never hiding a slouch, stored for one user."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from functools import cache
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture import profile as profiles
from posture.baseline import Sample, fit
from posture.comparison import CHANGE_S, Comparer
from posture.detector import Detector, DetectorSettings
from posture.estimators.scripted import ScriptedEstimator
from posture.features import extract
from posture.monitor import Monitor
from posture.person import PersonCheck
from posture.ports import BaselineError, OutputError
from posture.profile import AcceptedPosture, Profile, read, refuse_slouches, to_json, write
from posture.records import Baseline, Reason, State
from posture.session import Session
from posture.sources.scripted import ScriptedSource
from tests.poses import make_pose

if TYPE_CHECKING:
    from pathlib import Path

    from posture.records import Pose, Tick


def figure(neck_deg: float = 20.0, trunk_deg: float = 0.0, **other: float) -> Pose:
    """The paper figure from the side, with room to stand up."""
    seen: dict[str, float] = {"yaw_deg": 90.0, "metre_px": 300.0, "up_m": 0.0} | other
    hip_px = (320.0, 440.0 - 300.0 * seen.pop("up_m"))
    return make_pose(neck_deg=neck_deg, trunk_deg=trunk_deg, hip_px=hip_px, **seen)  # type: ignore[arg-type]


SITTING = figure()
STANDING = figure(18, up_m=0.4)
LEANING = figure(14, -16)
SLUMPED = figure(48, 6)
SLUMPED_STANDING = figure(48, 6, up_m=0.4)
SETTINGS = DetectorSettings(persist_s=10.0)

Script = list[tuple[float, "Pose | None"]]
"""Poses, each until a second."""


@cache
def taken(pose: Pose, *, model_sha256: str = "m") -> Baseline:
    """A baseline of three still seconds."""
    features = extract(pose)
    samples = [Sample(i / 10, features, (640, 480)) for i in range(31)]
    return fit(samples, model_sha256=model_sha256)


def profile(*, slump: Pose | None = None, **others: Pose) -> Profile:
    """Sitting, and further postures by name."""
    found = Profile(
        tuple(AcceptedPosture(n, taken(p)) for n, p in {"sitting": SITTING, **others}.items())
    )
    return found if slump is None else found.with_slump(extract(slump).shape)


def at(script: Script, timestamp_s: float) -> Pose | None:
    return next((pose for until_s, pose in script if timestamp_s < until_s), script[-1][1])


def ticks_of(script: Script, accepted: Profile | Baseline) -> list[Tick]:
    times = [float(t) for t in np.arange(0, script[-1][0], 0.1)]
    estimator = ScriptedEstimator(lambda t: at(script, t))
    monitor = Monitor(accepted, detector=Detector(SETTINGS))
    return list(Session(ScriptedSource(times), estimator, monitor).ticks())


def names(ticks: list[Tick]) -> list[str]:
    """The accepted postures in the order in which they were used, measured frames alone."""
    found: list[str] = []
    for tick in ticks:
        if tick.accepted and found[-1:] != [tick.accepted]:
            found.append(tick.accepted)
    return found


class TestChoice:
    def test_near_any_accepted_posture_is_not_slouching(self) -> None:
        script: Script = [(15, SITTING), (60, LEANING), (100, STANDING), (120, SITTING)]
        ticks = ticks_of(script, profile(leaning=LEANING, standing=STANDING))
        assert names(ticks) == ["sitting", "leaning", "standing", "sitting"]
        assert {t.state for t in ticks[20:]} == {State.UPRIGHT}
        for until_s, _ in script:
            assert abs(ticks[round(until_s * 10) - 1].deviation.worst_deg) < 2

    @pytest.mark.parametrize("before", [SITTING, LEANING, STANDING])
    @pytest.mark.parametrize("slump", [SLUMPED, SLUMPED_STANDING])
    def test_a_slump_is_swallowed_by_none(self, before: Pose, slump: Pose) -> None:
        script: Script = [(15, before), (45, slump)]
        ticks = ticks_of(script, profile(leaning=LEANING, standing=STANDING))
        assert ticks[-1].state is State.SLOUCHED
        assert [t.alert is not None for t in ticks].count(True) == 1

    def test_a_slump_while_standing_is_held_against_standing(self) -> None:
        script: Script = [(15, STANDING), (45, SLUMPED_STANDING)]
        assert names(ticks_of(script, profile(standing=STANDING))) == ["standing"]

    def test_between_two_postures_the_choice_does_not_flicker(self) -> None:
        rng = np.random.default_rng(0)
        between: Script = [
            (i / 10, figure(17 + n, -8 + t))
            for i, (n, t) in enumerate(rng.normal(0, 2, (600, 2)), start=1)
        ]
        assert len(names(ticks_of(between, profile(leaning=LEANING)))) <= 4

    def test_a_glance_does_not_change_it(self) -> None:
        glance: Script = [(15, SITTING), (16, LEANING), (30, SITTING)]
        assert names(ticks_of(glance, profile(leaning=LEANING))) == ["sitting"]

    def test_a_little_nearer_for_long_changes_it(self) -> None:
        nearer = figure(24)
        accepted = profile(nearer=figure(25))
        comparer = Comparer(accepted, SETTINGS)
        found = [
            (t, comparer.update(t, extract(SITTING if t < 5 else nearer)).accepted)
            for t in np.arange(0, 12, 0.1).tolist()
        ]
        changed_s = next(t for t, name in found if name == "nearer")
        assert 5 + CHANGE_S <= changed_s <= 5 + SETTINGS.window_s + CHANGE_S

    def test_another_view_is_compared_with_what_was_taken_from_there(self) -> None:
        turned = figure(yaw_deg=30)
        ticks = ticks_of([(15, SITTING), (30, turned)], profile(turned=turned))
        assert names(ticks) == ["sitting", "turned"]
        assert all(t.measured for t in ticks[180:])
        alone = ticks_of([(15, SITTING), (30, turned)], profile())
        assert alone[-1].reason is Reason.VIEW_CHANGED
        assert alone[-1].accepted == ""

    @given(st.floats(0, 50), st.floats(-20, 20))
    def test_another_posture_is_chosen_only_when_it_is_nearer(
        self, neck_deg: float, trunk_deg: float
    ) -> None:
        pose = figure(neck_deg, trunk_deg)
        features = extract(pose)
        both = Comparer(profile(leaning=LEANING), SETTINGS).update(0.0, features)
        each = {
            name: Comparer(Profile((AcceptedPosture(name, taken(p)),)), SETTINGS)
            for name, p in (("sitting", SITTING), ("leaning", LEANING))
        }
        alone = {name: comparer.update(0.0, features) for name, comparer in each.items()}
        if features.reason is None and both.accepted:
            assert both == alone[both.accepted]


class TestOnePosture:
    SCRIPT: Script = [(15, SITTING), (40, SLUMPED), (50, None), (60, SITTING)]  # noqa: RUF012

    def test_is_the_same_as_its_baseline_alone(self) -> None:
        one = ticks_of(self.SCRIPT, taken(SITTING))
        same = ticks_of(self.SCRIPT, Profile.of(taken(SITTING)))
        assert repr(one) == repr(same)
        assert {t.accepted for t in one} == {"", "upright"}

    def test_a_second_that_is_never_near_changes_nothing_but_its_name(self) -> None:
        one = ticks_of(self.SCRIPT, profile())
        two = ticks_of(self.SCRIPT, profile(standing=STANDING))
        assert repr(one) == repr(two)


class TestSlump:
    def test_the_share_goes_from_none_to_all_of_the_way(self) -> None:
        halfway = figure(34, 3)
        script: Script = [(10, SITTING), (20, halfway), (30, SLUMPED), (40, LEANING)]
        ticks = ticks_of(script, profile(slump=SLUMPED))
        shares = [ticks[i].slump_share for i in (95, 195, 295)]
        assert shares == [pytest.approx(0, abs=0.05), pytest.approx(0.5, abs=0.25), 1.0]
        known = [t.slump_share for t in ticks if not isnan(t.slump_share)]
        assert all(0 <= share <= 1 for share in known)

    def test_it_belongs_to_its_own_posture(self) -> None:
        ticks = ticks_of([(15, SITTING), (40, LEANING)], profile(slump=SLUMPED, leaning=LEANING))
        assert not isnan(ticks[100].slump_share)
        assert ticks[-1].accepted == "leaning"
        assert isnan(ticks[-1].slump_share)

    def test_without_it_there_is_none(self) -> None:
        assert all(isnan(t.slump_share) for t in ticks_of([(15, SITTING)], profile()))


def test_the_person_may_be_in_the_place_of_any_accepted_posture() -> None:
    near = replace(taken(SITTING), centre=(0.1, 0.5), size=3.0)
    here = taken(SITTING)
    for places, reason in (((near,), Reason.NOT_THE_USER), ((near, here), None)):
        check = PersonCheck(places)
        estimator = ScriptedEstimator(lambda _: SITTING)
        for frame in ScriptedSource([i / 10 for i in range(30)]):
            seen = estimator.estimate(frame, look_afresh=check.wants_fresh_look)
            sighting = check.update(seen)
        assert sighting.reason is reason


class TestRefused:
    def test_a_slouch_is_no_accepted_posture(self) -> None:
        with pytest.raises(
            BaselineError, match=r"'slack' was refused: it is itself a slouch, neck"
        ):
            refuse_slouches(profile(leaning=LEANING, slack=SLUMPED), SETTINGS)

    def test_leaning_back_and_standing_are(self) -> None:
        refuse_slouches(profile(leaning=LEANING, standing=STANDING), SETTINGS)

    def test_what_cannot_be_compared_is_believed(self) -> None:
        refuse_slouches(profile(turned=figure(yaw_deg=0, neck_deg=45)), SETTINGS)

    @pytest.mark.parametrize(
        ("accepted", "message"),
        [
            pytest.param(lambda: (), "needs an accepted posture", id="none"),
            pytest.param(
                lambda: (AcceptedPosture("a", taken(SITTING)),) * 2, "same name", id="twice"
            ),
            pytest.param(
                lambda: (
                    AcceptedPosture("a", taken(SITTING)),
                    AcceptedPosture("b", taken(LEANING, model_sha256="other")),
                ),
                "different pose models",
                id="two models",
            ),
            pytest.param(
                lambda: (AcceptedPosture(" ", taken(SITTING)),), "needs a name", id="nameless"
            ),
            pytest.param(
                lambda: (AcceptedPosture("a", taken(SITTING), np.zeros(3)),),
                "slump must be",
                id="no shape",
            ),
        ],
    )
    def test_a_profile_is_checked(self, accepted: object, message: str) -> None:
        with pytest.raises(ValueError, match=message):
            Profile(accepted())  # type: ignore[operator]


class TestStored:
    def test_and_read_again(self, tmp_path: Path) -> None:
        file = tmp_path / "new" / "me.json"
        stored = profile(slump=SLUMPED, leaning=LEANING)
        write(file, stored)
        again = read(file)
        assert to_json(again) == to_json(stored)
        slump = again.accepted[0].slump
        assert slump is not None
        np.testing.assert_array_equal(slump, extract(SLUMPED).shape)

    def test_for_the_user_alone_and_without_remains(self, tmp_path: Path) -> None:
        file = tmp_path / "me.json"
        file.touch(0o644)
        write(file, profile())
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert list(tmp_path.iterdir()) == [file]

    def test_what_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "me.json").mkdir()
        with pytest.raises(OutputError, match=r"me\.json: cannot be written"):
            write(tmp_path / "me.json", profile())
        assert [p.name for p in tmp_path.iterdir()] == ["me.json"]

    def test_a_baseline_of_format_2_is_a_profile_of_one(self, tmp_path: Path) -> None:
        file = tmp_path / "old.json"
        old = profiles.baseline_to_json(taken(SITTING))
        del old["quality"], old["advice"]
        file.write_text(json.dumps({"format": 2, **old}))
        (only,) = read(file).accepted
        assert only.name == "upright"
        assert read(file).name == "side right"
        assert only.slump is None
        assert isnan(only.baseline.quality)
        np.testing.assert_array_equal(only.baseline.shape, taken(SITTING).shape)
        write(file, read(file))
        assert isnan(read(file).upright.quality)
