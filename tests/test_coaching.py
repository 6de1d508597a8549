"""Exercises in a live session: pictures for their judge, and no judgement of the posture."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from posture.calibrating import Phase, Wish
from posture.coaching import Coach
from posture.commands import Calibrate, Pause, Status
from posture.landmark_entries import Happened, What
from posture.landmark_replay import open_landmarks
from posture.landmark_state import start_of
from posture.live_monitor import GUIDED_HZ
from posture.records import Reason, State, Transition
from tests.coached import CountingJudge
from tests.guiding import tick_of
from tests.live_script import FORWARD, UPRIGHT, World, upright_profile
from tests.taped import TapedWorld, replayed, same

if TYPE_CHECKING:
    from pathlib import Path

    from posture.live import LiveSession
    from posture.profile import Profile
    from posture.records import Tick


@pytest.fixture(scope="module")
def profile() -> Profile:
    return upright_profile()


class Exercises:
    """Begins at a second and ends at another."""

    def __init__(
        self, world: World, session: LiveSession, begin_s: float, end_s: float, enough: int = 5
    ) -> None:
        self.judge = CountingJudge(enough)
        self.coach = Coach()
        self._session = session
        world.plan(begin_s, self._begin)
        world.plan(end_s, self._end)

    def _begin(self) -> None:
        self.coach = self._session.coach()
        self.coach.follow(self.judge)

    def _end(self) -> None:
        self.coach.stop()


def within(world: World, begin_s: float, end_s: float) -> list[Tick]:
    return [tick for tick in world.ticks if begin_s < tick.timestamp_s <= end_s]


class TestCoach:
    def test_the_judge_gets_each_picture_and_is_shown(self) -> None:
        coach, judge = Coach(), CountingJudge()
        coach.update(tick_of(1.0, UPRIGHT), ())
        assert coach.glance is not None
        assert (coach.glance.pose, coach.glance.progress) == (UPRIGHT, None)
        coach.follow(judge)
        coach.update(tick_of(2.0, UPRIGHT), ())
        coach.update(tick_of(3.0, None), ())
        assert judge.seen == [(2.0, UPRIGHT), (3.0, None)]
        assert coach.glance.judge is judge
        assert coach.glance.progress is not None
        assert coach.glance.progress.count == 1

    def test_another_takes_its_place(self) -> None:
        coach, one, other = Coach(), CountingJudge(), CountingJudge()
        for judge in (one, None, other):
            coach.follow(judge)
            coach.update(tick_of(1.0, UPRIGHT), ())
        assert len(one.seen) == len(other.seen) == 1

    def test_after_a_pause_it_is_told_to_go_on(self) -> None:
        coach, judge = Coach(), CountingJudge()
        begun = []
        for now_s, followed in enumerate((judge, judge, None, judge, judge)):
            coach.follow(followed)
            coach.update(tick_of(float(now_s), UPRIGHT), ())
            begun.append(judge.begun)
        assert begun == [1, 1, 1, 2, 2]

    def test_the_end_comes_with_the_next_picture_and_is_heard(self) -> None:
        coach, judge = Coach(), CountingJudge()
        coach.follow(judge)
        coach.stop()
        before = coach.over
        coach.update(tick_of(1.0, UPRIGHT), ())
        assert (before, coach.over) == (False, True)
        assert coach.heard == (Happened(What.EXERCISED),)
        assert judge.seen == []


class TestSession:
    def test_nothing_is_judged_meanwhile(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (500, FORWARD)], end_s=150)
        session = world.session(profile=profile)
        exercises = Exercises(world, session, 20, 120)
        session.run()
        ticks = within(world, 20.5, 119.5)
        assert {tick.state for tick in ticks} == {State.UNKNOWN}
        assert {tick.reason for tick in ticks} == {Reason.NO_BASELINE, Reason.NOT_CONFIRMED}
        unconfirmed = [tick for tick in ticks if tick.reason is Reason.NOT_CONFIRMED]
        assert len(unconfirmed) < 2 * GUIDED_HZ, "only until it is known who is there"
        assert world.alerts == []
        assert exercises.judge.seen[0][0] == pytest.approx(20, abs=1.0)
        assert exercises.judge.seen[-1][0] == pytest.approx(120, abs=0.2)
        assert {pose for second, pose in exercises.judge.seen if second > 22} == {FORWARD}

    def test_and_afterwards_by_the_same_profile_as_before(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (500, FORWARD)], end_s=200)
        new: list[Profile] = []
        session = world.session(profile=profile, keep=new.append)
        Exercises(world, session, 20, 120)
        session.run()
        assert new == []
        assert session._monitor.profile is profile
        assert world.alerts[0][0] == pytest.approx(151, abs=3)
        (turn,) = [e for e in world.events if isinstance(e, Transition) and e.timestamp_s > 20]
        assert (turn.before, turn.after) == (State.UPRIGHT, State.SLOUCHED)
        assert turn.since_s >= 120, "what was done in an exercise is no slouch"

    def test_it_says_so_and_looks_often(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=60)
        session = world.session(profile=profile)
        Exercises(world, session, 20, 40)
        found: list[str] = []
        for second in (15, 30, 45):
            world.plan(second, lambda: found.append(str(session.obey(Status()).status)))
        session.run()
        assert ["'exercising'" in said for said in found] == [False, True, False]
        assert "you are exercising; your posture is not judged meanwhile" in found[1]
        rates = [hz for second, hz in world.rates if 20 <= second < 40]
        assert rates == [GUIDED_HZ]
        assert len(within(world, 21, 39)) == pytest.approx(18 * GUIDED_HZ, abs=3)
        assert world.rates[-1][1] < GUIDED_HZ

    def test_no_break_is_suggested_in_the_middle(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=60)
        session = world.session(profile=profile)
        Exercises(world, session, 20, 40)
        found: list[str] = []
        for second in (15, 30, 45):
            world.plan(second, lambda: found.append(session.quiet()))
        session.run()
        assert found == ["", "exercising", ""]

    def test_without_a_baseline_it_is_sought_again_afterwards(self) -> None:
        world = World([(500, UPRIGHT)], end_s=60)
        kept: list[Profile] = []
        session = world.session(keep=kept.append)
        Exercises(world, session, 1, 30)
        session.run()
        assert kept[0].upright.start_s > 30
        assert world.ticks[-1].state is State.UPRIGHT

    def test_it_goes_on_after_a_pause(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=120)
        session = world.session(profile=profile)
        exercises = Exercises(world, session, 10, 100)
        world.plan(20, lambda: session.obey(Pause(0.5)))
        session.run()
        seen = [second for second, _ in exercises.judge.seen]
        assert max(after - before for before, after in pairwise(seen)) > 25
        assert seen[-1] == pytest.approx(100, abs=0.3)

    def test_whoever_leaves_the_picture_is_looked_for_as_often(self, profile: Profile) -> None:
        world = World([(15, UPRIGHT), (500, None)], end_s=100)
        session = world.session(profile=profile)
        exercises = Exercises(world, session, 10, 90)
        session.run()
        assert len(exercises.judge.seen) == pytest.approx(80 * GUIDED_HZ, abs=5)

    def test_a_calibration_comes_first(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=60)
        session = world.session(profile=profile)
        exercises = Exercises(world, session, 10, 50)
        world.plan(20, lambda: session.obey(Calibrate()))
        session.run()
        seen = [round(second) for second, _ in exercises.judge.seen]
        assert {11, 19, 31, 49} <= set(seen)
        assert not {22, 26} & set(seen)
        assert exercises.coach.over

    def test_a_window_that_takes_a_posture_takes_its_place(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=60)
        session = world.session(profile=profile)
        exercises = Exercises(world, session, 10, 50)

        def calibrate() -> None:
            guide = session.guide()
            world.plan(25, lambda: guide.wish(Wish.CANCEL))
            world.plan(30, lambda: phases.append(guide.step.phase))

        phases: list[Phase] = []
        world.plan(20, calibrate)
        session.run()
        assert phases == [Phase.CANCELLED]
        assert exercises.judge.seen[-1][0] < 21
        assert world.ticks[-1].state is State.UPRIGHT


class TestRecording:
    def test_it_is_replayed_bit_for_bit(self, profile: Profile, tmp_path: Path) -> None:
        file = tmp_path / "all.posture"
        world = TapedWorld(
            [(20, UPRIGHT), (60, FORWARD), (70, None), (500, FORWARD)],
            end_s=150,
            profile=profile,
            file=file,
        )
        Exercises(world, world.session_, 30, 80)
        world.plan(40, lambda: world.session_.obey(Pause(0.1)))
        world.run()
        ticks, said = replayed(file)
        same(ticks, world.ticks)
        assert said == (f"all {len(ticks)} ticks are as when it was recorded",)
        with open_landmarks(file) as recording:
            entries = [e for e in recording.file.entries() if isinstance(e, Happened)]
        told = [entry.what for entry in entries]
        assert told[1:] == [What.BEGIN, What.EXERCISE, What.PAUSED, What.BEGIN, What.EXERCISED]

    @pytest.mark.parametrize("at_s", [45, 85, 400], ids=["during", "soon after", "much later"])
    def test_the_last_minutes_too(self, at_s: float, profile: Profile, tmp_path: Path) -> None:
        file = tmp_path / "last.posture"
        world = TapedWorld([(40, UPRIGHT), (1000, FORWARD)], end_s=at_s + 3, profile=profile)
        Exercises(world, world.session_, 20, 80)
        world.plan(at_s, lambda: world.tape.keep(file))
        world.run()
        ticks, said = replayed(file)
        before = [tick for tick in world.ticks if tick.timestamp_s <= ticks[-1].timestamp_s]
        same(ticks, before[-len(ticks) :])
        assert said == (f"all {len(ticks)} ticks are as when it was recorded",)

    def test_none_begins_in_the_middle(self, profile: Profile) -> None:
        world = TapedWorld([(500, UPRIGHT)], end_s=30, profile=profile)
        Exercises(world, world.session_, 20, 500)
        world.run()
        assert start_of(world.session_._monitor, begun=False) is None
