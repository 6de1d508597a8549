"""How the live session comes by a baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posture.commands import Status
from posture.live_events import Notice
from posture.ports import SourceError
from posture.records import State, Transition
from tests.live_script import UPRIGHT, World, upright_profile

if TYPE_CHECKING:
    from posture.profile import Profile


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
    world.session(kept={profile.upright.view: profile}, keep=new.append).run()
    assert new == []
    assert world.notices == ["your stored baseline is used"]
    assert world.ticks[-1].accepted == "upright"


def test_that_of_another_view_is_not(profile: Profile) -> None:
    other = next(view for view in type(profile.upright.view) if view != profile.upright.view)
    world = World([(500, UPRIGHT)], end_s=20)
    new: list[Profile] = []
    world.session(kept={other: profile}, keep=new.append).run()
    assert len(new) == 1
    assert world.notices[0].startswith("Sit upright")


def test_one_that_cannot_be_stored_is_used_all_the_same() -> None:
    def refuse(_: Profile) -> None:
        raise SourceError("the disk is full")

    world = World([(500, UPRIGHT)], end_s=20)
    world.session(keep=refuse).run()
    assert "the baseline is used but was not stored: the disk is full" in world.notices
    assert world.ticks[-1].state is State.UPRIGHT
