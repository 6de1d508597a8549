"""What a host asks for reaches the breaks of its session."""

from __future__ import annotations

from dataclasses import replace
from queue import SimpleQueue

import pytest

from posture.break_watch import BreakWatch, announcement_of
from posture.care.breaks import BreakDue, BreakSettings
from posture.care.entries import BreakKind
from posture.commands import Break, Resume, Status
from posture.live_app import App
from posture.origin import Origin
from posture.ports import Chosen
from tests.live_script import UPRIGHT, ScriptedLive, World


@pytest.fixture
def app() -> App:
    world = World([(1, UPRIGHT)], end_s=1)
    watch = BreakWatch(BreakSettings(), world.outside())
    session = world.session(sinks=[watch])
    watch.start(session.tell, session.quiet)
    origin = Origin("script", lambda: ScriptedLive(world))
    return App(session, SimpleQueue(), origin, breaks=watch)


def test_by_commands(app: App) -> None:
    assert app.obey(Break("long")).text.startswith("a long break of 5 min begins")
    reply = app.obey(Status())
    assert reply.status is not None
    assert reply.status.breaks.startswith("a long break, 0 s of 5 min")
    assert app.obey(Resume()).text == "watching again"


def test_by_the_buttons_of_the_desktop(app: App) -> None:
    app.obey(Break("micro"))
    due = BreakDue(0.0, BreakKind.MICRO, "", 0.0, 5.0)
    app.answered(Chosen(announcement_of(due), "later"))
    assert not app.obey(Break("skip")).ok


def test_where_nobody_counts(app: App) -> None:
    without = replace(app, breaks=None)
    assert without.obey(Break("micro")).text == "this posture cannot do that"
    assert without.status().breaks == ""
