"""How the live session comes by a baseline."""

from __future__ import annotations

import pytest

from posture.commands import Pause, Status
from posture.live_events import Notice
from posture.ports import SourceError
from posture.profile import Profile
from posture.records import State, Transition
from tests.guiding import baseline_of
from tests.live_script import UPRIGHT, World, upright_profile
from tests.poses import make_pose


@pytest.fixture(scope="module")
def profile() -> Profile:
    return upright_profile()


def test_it_asks_finds_and_keeps() -> None:
    world = World([(500, UPRIGHT)], end_s=20)
    kept: list[Profile] = []
    session = world.session(keep=kept.append)
    found: list[str] = []
    world.plan(2, lambda: found.append(str(session.obey(Status()).status)))
    session.run()
    assert "seeking_baseline" in found[0]
    assert world.notices[0].startswith("Sit upright")
    assert kept[0].upright.brightness == 0.5
    assert world.states == [(4, "upright")]
    turns = [event for event in world.events if isinstance(event, Transition)]
    assert [round(turn.since_s) for turn in turns] == [1]
    told = [e.timestamp_s for e in world.events if isinstance(e, Notice | Transition)]
    assert told == sorted(told), "what is told now is not told of the past"
    assert world.ticks[-1].state is State.UPRIGHT


def test_the_kept_posture_of_this_view_is_used(profile: Profile) -> None:
    world = World([(500, UPRIGHT)], end_s=20)
    new: list[Profile] = []
    world.session(kept={"desk": profile}, keep=new.append).run()
    assert new == []
    assert world.notices == ["your stored baseline 'desk' is used"]
    assert world.ticks[-1].accepted == "upright"


def test_that_of_another_view_is_not_and_stays() -> None:
    other = Profile((baseline_of(make_pose()),))
    world = World([(500, UPRIGHT)], end_s=20)
    new: list[Profile] = []
    world.session(kept={"desk": other}, keep=new.append).run()
    assert [profile.name for profile in new] == ["standing"]
    assert world.notices[0].startswith("Sit upright")


class TestAfterAPause:
    def test_without_a_baseline_it_is_told_that_it_watches(self) -> None:
        world = World([(500, None)], end_s=100)
        session = world.session()
        world.plan(20, lambda: session.obey(Pause(0.5)))
        session.run()
        assert world.states == [(2, "away"), (20, "paused"), (52, "away")]

    def test_and_whoever_cannot_be_measured_is_told_so(self) -> None:
        hidden = make_pose(yaw_deg=90, head_yaw_deg=80)
        world = World([(10, None), (500, hidden)], end_s=100)
        session = world.session()
        world.plan(20, lambda: session.obey(Pause(0.5)))
        session.run()
        assert world.states[-2:] == [(20, "paused"), (54, "unknown")]
        (turn,) = [e for e in world.events if isinstance(e, Transition) and e.timestamp_s > 50]
        assert turn.before is State.PAUSED
        assert turn.text == "cannot measure: the head is turned away"

    def test_with_one_nothing_else_is_told(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=100)
        session = world.session(profile=profile)
        world.plan(20, lambda: session.obey(Pause(0.5)))
        session.run()
        assert world.states == [(1, "upright"), (20, "paused"), (51, "upright")]


def test_one_that_cannot_be_stored_is_used_all_the_same() -> None:
    def refuse(_: Profile) -> None:
        raise SourceError("the disk is full")

    world = World([(500, UPRIGHT)], end_s=20)
    world.session(keep=refuse).run()
    assert "the baseline is used but was not stored: the disk is full" in world.notices
    assert world.ticks[-1].state is State.UPRIGHT
