"""A day of the live session: what closes the camera, what is told, and what stops nothing."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import time
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from posture.commands import (
    Calibrate,
    InCall,
    Pause,
    Quit,
    Reply,
    Resume,
    ShowWindow,
    Snooze,
    Status,
)
from posture.ports import CameraState, CameraStateKind, OutputError, SourceError
from posture.quiet import QuietSettings, Surroundings, WorkingHours
from posture.rate import RateSettings
from posture.records import State, Tick
from posture.settings import Settings
from tests.live_script import FORWARD, UPRIGHT, ScriptedLive, World, upright_profile

if TYPE_CHECKING:
    from posture.commands import Command, RunningStatus
    from posture.live import LiveSession
    from posture.live_events import LiveEvent
    from posture.profile import Profile

UNKNOWN_S = 4
"""Until then a session that begins may not know the state yet."""


@pytest.fixture(scope="module")
def profile() -> Profile:
    return upright_profile()


def status(session: LiveSession) -> RunningStatus:
    found = session.obey(Status()).status
    assert found is not None
    return found


class TestCommands:
    def test_pause_closes_the_camera_and_resume_opens_it_anew(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=200)
        session = world.session(profile=profile)
        replies: list[Reply] = []
        world.plan(50, lambda: replies.append(session.obey(Pause(None))))
        world.plan(120, lambda: replies.append(session.obey(Resume())))
        session.run()
        assert [reply.text for reply in replies] == ["paused until you resume", "watching again"]
        assert world.closed[0] == 50
        assert world.opened == pytest.approx([0, 120], abs=1)
        assert not [t for t in world.ticks if 50 < t.timestamp_s < 120]
        assert [state for _, state in world.states] == ["upright", "paused", "upright"]

    def test_a_timed_pause_ends_by_itself(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=200)
        session = world.session(profile=profile)
        world.plan(50, lambda: session.obey(Pause(1)))
        found: list[RunningStatus] = []
        world.plan(80, lambda: found.append(status(session)))
        session.run()
        assert world.opened[1] == pytest.approx(110, abs=1)
        assert (found[0].state, found[0].since_s) == ("paused", 30)
        assert found[0].paused_until == "2026-03-02T09:01:50+00:00"

    @pytest.mark.parametrize("command", [Pause(None), InCall(True), Quit()], ids=str)
    def test_a_camera_that_is_gone_keeps_nobody_waiting(
        self, profile: Profile, command: Command
    ) -> None:
        world = World([(500, UPRIGHT)], end_s=300)
        session = world.session(profile=profile)
        world.plan(20, partial(setattr, world, "camera", gone()))
        found: list[RunningStatus] = []
        world.plan(30, session.look_around)  # as the host does
        world.plan(40, lambda: found.append(status(session)))
        world.plan(50, lambda: session.obey(command))
        world.plan(60, session.quit)
        session.run()
        assert (found[0].state, found[0].text) == ("camera_gone", "it was unplugged")
        assert found[0].since_s == pytest.approx(10, abs=0.5)
        assert world.closed[0] == 50
        assert world.now_s <= 61
        kinds = [event.kind for event in world.events if isinstance(event, CameraState)]
        assert kinds[:2] == [CameraStateKind.RUNNING, CameraStateKind.GONE]
        assert kinds[-1] is CameraStateKind.CLOSED

    def test_snoozed_alerts_are_recorded_and_not_shown(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (300, FORWARD)], end_s=300)
        session = world.session(profile=profile)
        world.plan(10, lambda: session.obey(Snooze(1)))
        session.run()
        assert [quiet for _, quiet in world.alerts] == ["snoozed", ""]
        assert [round(alert.timestamp_s) for alert in world.shown] == [world.alerts[1][0]]

    def test_calibration_takes_another_posture_and_keeps_it(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (500, FORWARD)], end_s=200)
        kept: list[Profile] = []
        session = world.session(profile=profile, keep=kept.append)
        found: list[str] = []
        world.plan(25, lambda: found.append(session.obey(Calibrate()).text))
        world.plan(27, lambda: found.append(status(session).state))
        world.plan(31, lambda: found.append(status(session).text))
        session.run()
        assert "upright" in found[0]
        assert found[1] == "calibrating"
        assert found[2].startswith("Stay like this for ")
        (new,) = kept
        assert new.upright.start_s == pytest.approx(28.2, abs=0.5)
        assert new.upright.end_s - new.upright.start_s == pytest.approx(5, abs=0.4)
        assert world.alerts == []
        assert world.states == [(1, "upright")]

    def test_a_refused_calibration_leaves_the_posture_before(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (31, None), (200, FORWARD)], end_s=200)
        session = world.session(profile=profile)
        world.plan(20, lambda: session.obey(Calibrate()))
        session.run()
        assert any("the baseline was refused: only 0 of" in text for text in world.notices)
        assert State.SLOUCHED in {tick.state for tick in world.ticks}

    def test_no_calibration_without_a_camera(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=100)
        session = world.session(profile=profile)
        world.plan(20, lambda: session.obey(Pause(1)))
        replies: list[Reply] = []
        world.plan(30, lambda: replies.append(session.obey(Calibrate())))
        session.run()
        assert replies == [
            Reply(ok=False, text="paused until 09:01; a baseline needs the camera"),
        ]

    def test_there_is_no_window(self) -> None:
        assert not World([(1, None)]).session().obey(ShowWindow()).ok


def gone() -> CameraState:
    return CameraState(CameraStateKind.GONE, "it was unplugged", 0.0)


class TestSurroundings:
    @pytest.mark.parametrize(
        ("surroundings", "state"),
        [
            (Surroundings(screen_locked=True), "screen_locked"),
            (Surroundings(suspended=True), "suspended"),
            (Surroundings(now=time(19), weekday=0), "outside_working_hours"),
        ],
        ids=["locked", "suspended", "outside hours"],
    )
    def test_the_camera_is_closed(
        self, profile: Profile, surroundings: Surroundings, state: str
    ) -> None:
        hours = (WorkingHours(time(9), time(18)),) * 7
        quiet = QuietSettings(working_hours=hours, camera_off_outside_working_hours=True)
        world = World([(500, UPRIGHT)], end_s=200)
        session = world.session(replace(Settings(), quiet=quiet), profile=profile)
        world.plan(50, partial(setattr, world, "surroundings", surroundings))
        found: list[RunningStatus] = []
        world.plan(80, lambda: found.append(status(session)))
        world.plan(120, partial(setattr, world, "surroundings", Surroundings()))
        session.run()
        assert found[0].state == state
        assert found[0].camera == found[0].text
        assert 50 <= world.closed[0] <= 52
        assert world.opened[1] == pytest.approx(120, abs=1.1)

    def test_absence_is_a_gap_and_no_slouching(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (500, FORWARD)], end_s=200)
        session = world.session(profile=profile)
        world.plan(40, lambda: session.obey(Pause(1)))
        session.run()
        slouched = [second for second, state in world.states if state == "slouched"]
        assert slouched == [pytest.approx(132, abs=2)]  # and not soon after 100

    def test_the_cap_on_alerts_outlasts_a_pause(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (900, FORWARD)], end_s=200)
        session = world.session(profile=profile)
        world.plan(60, lambda: session.obey(Pause(1)))
        session.run()
        assert len(world.alerts) == 1  # a second cue would come before the cool-down is over

    def test_presentations_silence(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (70, FORWARD)], end_s=70)
        world.surroundings = Surroundings(presentation=True)
        world.session(profile=profile).run()
        assert [quiet for _, quiet in world.alerts] == ["presentation"]
        assert world.shown == []

    def test_saving_the_battery(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=250)
        world.surroundings = Surroundings(on_battery=True)
        settings = replace(Settings(), rate=RateSettings(battery_every_s=60))
        world.session(settings, profile=profile).run()
        assert [round(second) for second in world.opened] == pytest.approx(
            [0, 60, 121, 182, 243], abs=3
        )
        assert world.closed[0] == pytest.approx(10, abs=1.5)


class TestSinks:
    @pytest.mark.parametrize(
        ("error", "logged"), [(OutputError("no space left"), 0), (ValueError("no space left"), 1)]
    )
    def test_a_failing_one_is_told_once_and_stops_nothing(
        self,
        profile: Profile,
        error: Exception,
        logged: int,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        def fail(_: LiveEvent) -> None:
            raise error

        world = World([(500, UPRIGHT)], end_s=30)
        world.session(profile=profile, sinks=[fail]).run()
        (notice,) = world.notices
        assert notice.endswith("not told: no space left")
        assert len(world.ticks) > 30
        # A traceback is for what the user could not cause.
        assert len(caplog.records) == logged

    def test_times_grow_and_indices_too(self, profile: Profile) -> None:
        world = World([(20, UPRIGHT), (60, None), (500, FORWARD)], end_s=150)
        session = world.session(profile=profile)
        world.plan(80, lambda: session.obey(Pause(0.5)))
        session.run()
        assert all(a.timestamp_s < b.timestamp_s for a, b in pairwise(world.ticks))
        assert {rate for _, rate in world.rates} == {1.0, 1.25, 2.5, 5.0}

    def test_a_sink_may_give_commands(self, profile: Profile) -> None:
        world = World([(500, UPRIGHT)], end_s=300)

        def pause(event: LiveEvent) -> None:
            if isinstance(event, Tick) and event.timestamp_s > 30 and len(world.opened) == 1:
                session.obey(Pause(1))

        session = world.session(profile=profile, sinks=[pause])
        session.run()
        assert len(world.opened) == 2


def test_an_unreadable_source_ends_the_run() -> None:
    class Broken(ScriptedLive):
        def __next__(self) -> object:  # type: ignore[override]
            raise SourceError("damaged")

    world = World([(9, UPRIGHT)])
    session = world.session()
    session._open_source = lambda: Broken(world)
    with pytest.raises(SourceError, match="damaged"):
        session.run()
    assert world.closed


def test_commands_from_other_threads(profile: Profile) -> None:
    """Pause and resume many times while it runs: it ends, and every source is closed."""
    world = World([(1e9, UPRIGHT)])
    session = world.session(profile=profile)
    worker = threading.Thread(target=session.run, daemon=True)
    worker.start()
    for _ in range(50):
        assert session.obey(Pause(None)).ok
        assert session.obey(Status()).status is not None
        assert session.obey(Resume()).ok
    session.quit()
    worker.join(20)
    assert not worker.is_alive()
    assert len(world.closed) == len(world.opened)
