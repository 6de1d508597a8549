"""The guided calibration: scripts in seconds, their steps, and what a session makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.calibrating import GAP_S, Phase, Wish
from posture.live_monitor import GUIDED_HZ
from posture.profile import Profile
from posture.records import State
from tests.guiding import a_run
from tests.live_script import FORWARD, UPRIGHT, World, upright_profile
from tests.poses import make_pose
from tests.switches import DESK, LAPTOP, TURNED, a_day, profile_of

if TYPE_CHECKING:
    from posture.calibrating import Guide
    from posture.records import Pose


class TestSteps:
    def test_upright_and_slump(self) -> None:
        run = a_run().play(
            (2, Wish.START), (10.2, FORWARD), (20, None), (21, UPRIGHT), (22, Wish.ACCEPT)
        )
        run.until(23)
        assert run.phases == [
            (0.0, "conditions"),
            (2.0, "ready"),
            (5.0, "taking"),
            (10.0, "slump_ready"),
            (15.0, "slumping"),
            (20.0, "result"),
            (22.0, "accepted"),
        ]
        assert run.taken is not None
        assert run.taken.is_new
        (posture,) = run.taken.profile.accepted
        assert posture.name == "upright"
        assert posture.slump is not None
        assert (posture.baseline.start_s, posture.baseline.end_s) == pytest.approx((5, 10))
        assert posture.baseline.brightness == 0.5
        assert run.guide.over

    @pytest.mark.parametrize("second", [11.0, 16.0])
    def test_the_slump_can_be_skipped(self, second: float) -> None:
        run = a_run().play((2, Wish.START), (second, Wish.SKIP_SLUMP), (second + 1, Wish.ACCEPT))
        run.until(second + 2)
        assert run.phases[-2:] == [(second, "result"), (second + 1, "accepted")]
        assert run.taken is not None
        assert run.taken.profile.accepted[0].slump is None

    def test_a_slump_that_is_none_is_not_kept_and_the_posture_is(self) -> None:
        run = a_run().play((2, Wish.START)).until(21)
        step = run.guide.step
        assert step.phase is Phase.RESULT
        assert step.profile is not None
        assert step.profile.accepted[0].slump is None
        assert "Your slump was not kept: it differs" in step.notes[-1]
        assert step.quality > 0.8

    def test_nothing_starts_before_the_conditions_are_met(self) -> None:
        run = a_run().play((1, None), (2, Wish.START), (3, UPRIGHT)).until(9)
        assert run.phases == [(0.0, "conditions")]

    def test_getting_ready_waits_for_whom_leaves(self) -> None:
        run = a_run().play((2, Wish.START), (4, None), (6, UPRIGHT)).until(9.2)
        assert run.phases[-2:] == [(2.0, "ready"), (8.8, "taking")]

    def test_what_will_not_do_is_refused_and_taken_again(self) -> None:
        run = a_run().play((2, Wish.START), (5.4, None), (10, UPRIGHT), (11, Wish.ACCEPT)).until(12)
        step = run.guide.step
        assert (step.phase, step.profile) == (Phase.RESULT, None)
        assert step.notes[0].startswith("Only 3 of 26 frames could be measured")
        run.play((12, Wish.AGAIN), (13, Wish.START)).until(22)
        assert run.guide.step.phase is Phase.SLUMP_READY
        assert run.taken is None

    def test_countdown(self) -> None:
        run = a_run().play((2, Wish.START)).until(3.1)
        assert run.guide.step.left_s == pytest.approx(2.0)
        run.until(7.1)
        assert run.guide.step.left_s == pytest.approx(3.0)

    @pytest.mark.parametrize(
        ("second", "phase"),
        [(6.0, Phase.READY), (16.0, Phase.SLUMP_READY), (1.0, Phase.CONDITIONS)],
    )
    def test_a_closed_camera_begins_a_stretch_anew(self, second: float, phase: Phase) -> None:
        run = a_run()
        run.play((min(2.0, second), Wish.START if second > 2 else UPRIGHT)).until(second)
        run.until(second + GAP_S + 1, skip=True)
        run.until(run.now_s + 0.5)
        assert run.guide.step.phase is phase

    @pytest.mark.parametrize("second", [1.0, 3.0, 6.0, 11.0, 16.0, 21.0])
    def test_it_can_be_cancelled_in_every_step(self, second: float) -> None:
        run = a_run()
        run.play((0.4, Wish.START)).until(second)
        run.guide.wish(Wish.CANCEL)
        run.until(second + 1)
        assert run.guide.step.phase is Phase.CANCELLED
        assert run.taken is None

    @given(
        st.lists(
            st.tuples(
                st.floats(0.2, 6.0),
                st.sampled_from([*Wish, "standing", " ", UPRIGHT, FORWARD, None]),
            ),
            max_size=12,
        )
    )
    def test_whatever_happens_only_acceptance_gives_a_profile(
        self, script: list[tuple[float, Pose | Wish | str | None]]
    ) -> None:
        run = a_run()
        for pause_s, what in script:
            run.play((round(run.now_s + pause_s, 1), what))
        run.until(run.now_s + 0.4)
        step = run.guide.step
        assert (run.taken is not None) == (step.phase is Phase.ACCEPTED)
        assert step.phase is not Phase.ACCEPTED or step.profile is not None
        if step.phase.length_s > 0:
            assert 0 <= step.left_s <= step.phase.length_s


class TestPlace:
    def test_the_first_is_the_desk(self) -> None:
        run = a_run()
        assert run.guide.places == ("desk", "standing", "laptop")
        assert run.guide.step.place == ""
        assert run.until(1).guide.step.place == "desk"

    def test_the_one_that_is_used_is_taken_anew(self) -> None:
        now = replace(upright_profile(), name="sofa")
        run = a_run({"sofa": now}, now).until(1)
        assert run.guide.places == ("sofa", "desk", "standing", "laptop")
        assert run.guide.step.place == "sofa"

    def test_from_another_side_it_is_put_beside(self) -> None:
        """As while the profile of the desk is stale: whoever goes back has it still."""
        now = upright_profile()
        run = a_run({"desk": now}, now).play((0, make_pose())).until(1)
        assert run.guide.step.place == "standing"
        run.play((2, Wish.START), (11, Wish.SKIP_SLUMP), (12, Wish.ACCEPT)).until(13)
        assert run.taken is not None
        assert run.taken.profile.name == "standing"

    def test_the_user_chooses_until_it_is_taken(self) -> None:
        run = a_run().until(1)
        run.guide.choose_place("  at\tmy  sofa ")
        run.play((2, Wish.START)).until(3)
        run.guide.choose_place("elsewhere")
        run.play((11, Wish.SKIP_SLUMP), (12, Wish.ACCEPT)).until(13)
        assert run.taken is not None
        assert run.taken.profile.name == "at my sofa"

    def test_another_posture_belongs_to_the_one_that_is_used(self) -> None:
        now = upright_profile()
        beside = replace(now, name="sofa")
        run = a_run({"sofa": beside, "desk": now}, now).play((0.5, "reading")).until(1)
        assert run.guide.step.place == "desk"
        run.guide.choose_place("nowhere")
        run.play((2, Wish.START)).until(11)
        assert run.guide.step.notes == (
            "Take 'upright' first: other postures are held against it.",
        )

    def test_taken_again_at_once_it_is_the_same(self) -> None:
        run = a_run().play((2, Wish.START), (11, Wish.SKIP_SLUMP)).until(12)
        run.guide.wish(Wish.AGAIN)
        run.guide.wish(Wish.START)
        run.play((21, Wish.SKIP_SLUMP), (22, Wish.ACCEPT)).until(23)
        assert run.taken is not None
        assert run.taken.profile.name == "desk"


class TestInALiveSession:
    def test_while_the_desk_is_stale_a_new_place_is_taken_and_judged_by(self) -> None:
        now = profile_of("desk", DESK)
        day = a_day([(30, DESK), (110, LAPTOP), (200, DESK)], [now], now).until(60)
        assert day.ticks[-1].state is State.UNKNOWN
        guide = day.monitor.new_guide()
        day.monitor.follow(guide)
        for second, wish in ((62, Wish.START), (73, Wish.SKIP_SLUMP), (74, Wish.ACCEPT)):
            day.until(second)
            guide.wish(wish)
        day.until(100)
        assert day.used == [(0.0, "desk"), (74.0, "standing")]
        assert max(tick.timestamp_s for tick in day.ticks if tick.staleness) < 63
        assert day.until(160).used[-1][1] == "desk"

    def test_taken_for_the_stale_desk_nothing_is_stale(self) -> None:
        now = profile_of("desk", DESK)
        reading = replace(now.accepted[0], name="reading")
        day = a_day([(30, DESK), (200, TURNED)], [now], now.with_posture(reading)).until(60)
        day.monitor.calibrate(60.0)
        day.until(100)
        assert day.monitor.profile is not None
        assert [posture.name for posture in day.monitor.profile.accepted] == ["upright"]
        assert day.used == [(0.0, "desk")]
        assert max(tick.timestamp_s for tick in day.ticks if tick.staleness) < 61

    def test_a_guide_is_followed_and_its_posture_judged_by_and_kept(self) -> None:
        before = upright_profile()
        reading = replace(before.accepted[0], name="reading")
        profile = Profile((*before.accepted, reading))
        world = World([(20, UPRIGHT), (500, make_pose(yaw_deg=90, neck_deg=27))], end_s=60)
        kept: list[Profile] = []
        session = world.session(profile=profile, keep=kept.append)
        guides: list[Guide] = []
        world.plan(22, lambda: guides.append(session.guide()))
        world.plan(25, lambda: guides[0].wish(Wish.START))
        world.plan(36, lambda: guides[0].wish(Wish.SKIP_SLUMP))
        world.plan(37, lambda: guides[0].wish(Wish.ACCEPT))
        session.run()
        (new,) = kept
        assert [posture.name for posture in new.accepted] == ["upright", "reading"]
        assert new.upright.start_s == pytest.approx(28.2, abs=0.5)
        assert "your posture 'upright' is taken" in world.notices
        assert world.ticks[-1].state is State.UPRIGHT
        assert world.alerts == []
        faster = [round(second) for second, rate_hz in world.rates if rate_hz == GUIDED_HZ]
        assert faster == [22]
        assert world.rates[-1][1] < GUIDED_HZ

    def test_a_cancelled_one_leaves_all_as_it_was(self) -> None:
        profile = upright_profile()
        world = World([(500, UPRIGHT)], end_s=60)
        kept: list[Profile] = []
        session = world.session(profile=profile, keep=kept.append)
        guides: list[Guide] = []
        world.plan(10, lambda: guides.append(session.guide()))
        world.plan(15, lambda: guides[0].wish(Wish.CANCEL))
        session.run()
        assert kept == []
        assert world.ticks[-1].accepted == "upright"
        assert world.ticks[-1].state is State.UPRIGHT
