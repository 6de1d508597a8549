"""The history of a live session, and what the session tells for it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from posture.cli import main
from posture.commands import Pause, Quit, Request, Snooze
from posture.history.reader import Reader
from posture.live_app import LiveOptions, open_live
from posture.live_events import ProfileUsed, Resting
from posture.live_serve import serve
from posture.origin import Origin
from posture.ports import FalseAlarm, Helped
from posture.ports import Snooze as Answer
from posture.records import State
from posture.sources.cameras import Camera
from tests.history.script import BEGAN_S, Recording, UserClock, alert
from tests.live_script import FORWARD, UPRIGHT, World, upright_profile

if TYPE_CHECKING:
    from pathlib import Path

    from posture.live_app import Inbox
    from posture.live_events import LiveEvent

pytest_plugins = ["tests.flying"]

CAMERA = Camera("usb-of-the-tests", "C920", 0)


def test_a_recording_is_kept_in_a_file_of_its_own(inbox: Inbox, clip: Path, tmp_path: Path) -> None:
    del inbox
    path = tmp_path / "other.sqlite3"
    for arguments in ([], ["--history", str(path)]):
        run = ["run", "--source", str(clip), "--no-notify", "--quiet", *arguments]
        result = CliRunner().invoke(main, run)
        assert result.exit_code == 0, result.output
        assert path.exists() is bool(arguments)
    with Reader(path) as reader:
        days = reader.days()
        assert days is not None
        (session,) = reader.sessions(days)[:1]
        assert session.camera == str(clip)
        assert reader.minutes(days).seconds.sum() > 1
        assert reader.baselines(days)


def test_a_camera_has_the_users_own(
    inbox: Inbox, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from posture.sources import open_realtime

    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path / "data"))
    camera = Origin("C920", lambda: open_realtime(clip), CAMERA)
    monkeypatch.setattr("posture.live_app.origin", lambda *_, **__: camera)
    events: list[LiveEvent] = []
    for wish in (Helped(alert()), Request(Snooze(5)), Answer(60.0, alert()), FalseAlarm(alert())):
        inbox.put(wish)
    inbox.put(Request(Quit()))
    with open_live(LiveOptions(notify=False), [events.append], inbox=inbox) as app:
        serve(app, for_s=None, clock=lambda: 0.0)
    assert app.history == tmp_path / "data" / "history.sqlite3"
    assert app.history.exists()
    assert [event for event in events if isinstance(event, Helped | Answer | FalseAlarm)] == [
        Helped(alert()),
        Answer(300.0),
        Answer(60.0, alert()),
        FalseAlarm(alert()),
    ]


def test_a_session_tells_when_it_rests_and_what_it_judges_by() -> None:
    world = World([(500, UPRIGHT)], end_s=60)
    session = world.session(profile=upright_profile())
    world.plan(20, lambda: session.obey(Pause(0.5)))
    session.run()
    rests = [event.timestamp_s for event in world.events if isinstance(event, Resting)]
    assert rests[0] == pytest.approx(20, abs=1.5)
    assert rests[-1] == pytest.approx(50, abs=1.5)
    apart = [late - early for early, late in pairwise(rests)]
    assert max(apart) < 2
    assert len([event for event in world.events if isinstance(event, ProfileUsed)]) == 1


def test_a_baseline_that_was_taken_is_judged_by() -> None:
    world = World([(500, UPRIGHT)], end_s=20)
    world.session().run()
    (used,) = [event for event in world.events if isinstance(event, ProfileUsed)]
    assert 0 < used.timestamp_s < 10


def test_a_live_session() -> None:
    """As it is told: 100 s of a session, with a pause and a slouch."""
    world = World([(20, UPRIGHT), (500, FORWARD)], end_s=150)
    clock = UserClock()
    recording = Recording(clock)

    def sink(event: LiveEvent) -> None:
        clock.session_s = world.now_s
        recording.take([event])

    session = world.session(profile=upright_profile(), sinks=[sink])
    world.plan(100, lambda: session.obey(Pause(0.5)))
    session.run()
    seconds = recording.seconds()
    assert sum(seconds.values()) == pytest.approx(150, abs=3)
    assert seconds[State.PAUSED] == pytest.approx(30, abs=2)
    kept = recording.kept
    assert len(kept.sessions) == 2
    assert len(kept.baselines) == 1
    first = next(iter(kept.episodes.values()))
    assert first.utc_s == pytest.approx(BEGAN_S + 21, abs=2)
    assert not first.over
    assert kept.alerts
