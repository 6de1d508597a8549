"""Breaks while the user may not be disturbed, or is not seen: what counts as absence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posture.break_watch import STANDING
from posture.care.breaks import BreakDue, BreakOver
from posture.care.entries import BreakKind
from posture.live_events import ProfileUsed
from posture.ports import CameraState, CameraStateKind
from posture.quiet import Surroundings
from tests.test_break_watch import PLACE, Watched


class TestBusy:
    def test_quiet_is_waited_for(self) -> None:
        watched = Watched()
        watched.quiet = "in_call"
        watched.sits(40)
        assert (watched.events, watched.watch.hushed) == ([], True)
        watched.quiet = ""
        watched.sits(2)
        assert (watched.kinds, watched.watch.hushed) == ([BreakDue], False)

    def test_typing_is_waited_for(self) -> None:
        watched = Watched()
        watched.here = Surroundings(typing=True)
        watched.sits(40)
        assert watched.events == []
        watched.here = Surroundings(typing=False)
        watched.sits(2)
        assert watched.kinds == [BreakDue]


class TestClosed:
    def test_a_locked_screen_is_absence(self) -> None:
        watched = Watched()
        watched.sits(20)
        watched.here = Surroundings(screen_locked=True)
        watched.watch(CameraState(CameraStateKind.CLOSED, "the screen is locked", watched.now_s))
        watched.rests(60)
        watched.sits(1)
        (over,) = watched.events
        assert isinstance(over, BreakOver)
        assert (over.kind, over.asked) == (BreakKind.LONG, False)

    def test_asleep_is_absence(self) -> None:
        watched = Watched()
        watched.sits(20)
        watched.here = Surroundings(suspended=True)
        watched.rests(1)
        watched.here = Surroundings()
        watched.now_s += 8 * 3600
        watched.sits(1)
        (over,) = watched.events
        assert isinstance(over, BreakOver)
        assert over.length_s == pytest.approx(8 * 3600, abs=3)

    def test_a_pause_is_neither(self) -> None:
        watched = Watched()
        watched.sits(20)
        watched.rests(600)
        watched.sits(5)
        assert watched.events == []
        assert watched.watch.status().sat_s == pytest.approx(23, abs=2)

    def test_a_camera_that_is_gone_is_neither(self) -> None:
        watched = Watched()
        watched.sits(20)
        watched.watch(CameraState(CameraStateKind.GONE, "gone", watched.now_s))
        watched.now_s += 3600
        watched.sits(5)
        assert watched.events == []

    def test_in_the_standing_place_nobody_sits(self) -> None:
        watched = Watched()
        watched.sits(20)
        watched.watch(ProfileUsed(watched.now_s, replace(PLACE, name=STANDING)))
        watched.sits(20)
        watched.watch(ProfileUsed(watched.now_s, PLACE))
        watched.sits(1)
        assert watched.kinds == [BreakOver]
