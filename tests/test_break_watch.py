"""Breaks in a live session: who is seen, what is told and noted, and what the user may want."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from posture.break_watch import BreakWatch, announcement_of, presence_of
from posture.care.breaks import (
    SUGGESTIONS,
    BreakBegun,
    BreakDue,
    BreakOver,
    BreakPhase,
    BreakSettings,
    Presence,
)
from posture.care.entries import BreakEnd, BreakKind, BreakNote
from posture.commands import BREAK_WISHES, Break, Snooze
from posture.history.notebook import Notebook
from posture.history.rows import Span
from posture.live_events import Notice, Resting
from posture.outside import Outside
from posture.profile import Profile
from posture.quiet import Surroundings
from posture.records import Angles, Deviation, Reason, State, Tick
from posture.settings import Settings
from tests.live_script import BEGAN, UPRIGHT, World, upright_profile
from tests.surroundings import BASELINE

if TYPE_CHECKING:
    from pathlib import Path

    from posture.care.break_clock import Breaks
    from posture.live_events import LiveEvent
    from posture.ports import Announcement

QUICK = BreakSettings(
    micro_every_min=0.5, micro_lasts_s=5, long_every_min=1, long_lasts_min=0.5, later_after_min=0.1
)
PLACE = Profile.of(BASELINE)


def tick(
    second: float, state: State = State.UPRIGHT, reason: Reason | None = None, accepted: str = ""
) -> Tick:
    return Tick(second, 0, Angles(), Deviation(), state, reason, 0.0, 0.0, accepted=accepted)


class Watched:
    """A watch, and what it was told and tells."""

    def __init__(self, history: Path | None = None, counts: Breaks | None = None) -> None:
        self.here = Surroundings()
        self.quiet = ""
        self.now_s = 0.0
        self.events: list[LiveEvent] = []
        self.announced: list[Announcement | None] = []
        outside = Outside(lambda: self.here, now=lambda: BEGAN + timedelta(seconds=self.now_s))
        self.watch = BreakWatch(
            QUICK, outside, announce=self.announced.append, history=history, counts=counts
        )
        self.watch.start(self._tell, lambda: self.quiet)

    def _tell(self, event: LiveEvent) -> None:
        self.events.append(event)
        self.watch(event)  # as the session does: it is a sink among others

    def sits(self, seconds: float) -> None:
        self._lasts(seconds, State.UPRIGHT)

    def is_away(self, seconds: float) -> None:
        self._lasts(seconds, State.AWAY)

    def rests(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.now_s += 1
            self.watch(Resting(self.now_s))

    def _lasts(self, seconds: float, state: State) -> None:
        for _ in range(round(seconds)):
            self.now_s += 1
            self.watch(tick(self.now_s, state))

    @property
    def kinds(self) -> list[type]:
        return [type(event) for event in self.events]


@pytest.mark.parametrize(
    ("seen", "stands", "expected"),
    [
        (tick(0), False, Presence.SITTING),
        (tick(0, State.SLOUCHED), False, Presence.SITTING),
        (tick(0, State.SLOUCHED), True, Presence.STANDING),
        (tick(0, accepted="standing"), False, Presence.STANDING),
        (tick(0, accepted="reading"), False, Presence.SITTING),
        (tick(0, State.AWAY, Reason.NO_PERSON), True, Presence.ABSENT),
        (tick(0, State.UPRIGHT, Reason.NO_PERSON), False, Presence.ABSENT),
        (tick(0, State.UPRIGHT, Reason.TOO_SMALL), False, Presence.SITTING),
        (tick(0, State.UNKNOWN, Reason.TOO_SMALL), False, Presence.UNKNOWN),
        (tick(0, State.UNKNOWN, Reason.HEAD_TURNED), False, Presence.SITTING),
        (tick(0, State.UNKNOWN, Reason.HEAD_TURNED), True, Presence.STANDING),
        (tick(0, State.PAUSED), False, Presence.UNKNOWN),
    ],
)
def test_where_the_user_is(seen: Tick, stands: bool, expected: Presence) -> None:
    assert presence_of(seen, stands=stands) is expected


def test_a_reminder_is_told_announced_and_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    watched = Watched(file)
    watched.sits(32)
    due = watched.events[0]
    assert isinstance(due, BreakDue)
    (announced,) = watched.announced
    assert announced == announcement_of(due)
    assert announced.text.startswith("You have sat for 0 min. ")
    watched.is_away(7)
    watched.sits(2)
    assert watched.kinds == [BreakDue, BreakOver]
    assert watched.announced == [announced, None]
    watched.watch.close()
    (note,) = Notebook(file, lambda: BEGAN).notes(_today()).breaks
    began_s = BEGAN.timestamp() + 33
    assert note == BreakNote(began_s, 0, BreakKind.MICRO, BreakEnd.TAKEN, 7.0, asked=True)


def _today() -> Span:
    return Span(BEGAN.date(), BEGAN.date() + timedelta(days=1))


def test_each_answer_of_an_announcement_is_a_wish() -> None:
    for kind in BreakKind:
        due = BreakDue(0.0, kind, SUGGESTIONS[kind][0], 1800.0, 30.0)
        assert {word for word, _ in announcement_of(due).answers} <= set(BREAK_WISHES)


def test_without_a_place_to_write_nothing_is_noted() -> None:
    watched = Watched()
    watched.sits(32)
    assert watched.watch.obey(Break("skip")).ok
    watched.watch.close()
    assert watched.kinds == [BreakDue, BreakOver]


def test_what_cannot_be_noted_is_told_once(tmp_path: Path) -> None:
    watched = Watched(tmp_path)  # a folder
    for _ in range(2):
        watched.watch.obey(Break("micro"))
        watched.watch.obey(Break("skip"))
        watched.watch.close()
    (notice,) = (event for event in watched.events if isinstance(event, Notice))
    assert notice.text.startswith("a break could not be noted: ")


def test_what_could_not_be_noted_is_noted_with_the_next(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    file.mkdir()
    watched = Watched(file)
    for kind in ("micro", "long"):
        watched.watch.obey(Break(kind))
        watched.watch.obey(Break("skip"))
        watched.watch.close()
        watched.now_s += 60
        if kind == "micro":
            file.rmdir()
    found = Notebook(file, lambda: BEGAN).notes(_today()).breaks
    assert [note.kind for note in found] == [BreakKind.MICRO, BreakKind.LONG]
    assert not watched.watch.noting


def test_what_could_not_be_noted_is_noted_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    file.mkdir()
    watched = Watched(file)
    watched.watch.obey(Break("micro"))
    watched.watch.obey(Break("skip"))
    until_noted(watched)
    file.rmdir()
    watched.watch.close()
    assert len(Notebook(file, lambda: BEGAN).notes(_today()).breaks) == 1


def until_noted(watched: Watched) -> None:
    writer = watched.watch._writer
    assert writer is not None
    writer.join()


class TestWishes:
    def test_beginning_and_how_it_stands(self) -> None:
        watched = Watched()
        watched.sits(10)
        assert watched.watch.obey(Break("status")).text == "sat for 9 s, next short break in 21 s"
        reply = watched.watch.obey(Break("long"))
        assert reply.text.startswith("a long break of 30 s begins. ")
        assert watched.kinds == [BreakBegun]
        assert watched.announced == [None]
        assert watched.watch.status().phase is BreakPhase.BEGUN
        assert watched.watch.obey(Break("done")).text == "that was a long break, 0 s"
        assert not watched.watch.obey(Break("done")).ok

    @pytest.mark.parametrize("wish", ["skip", "later", "done"])
    def test_nothing_to_answer(self, wish: str) -> None:
        reply = Watched().watch.obey(Break(wish))
        assert (reply.ok, reply.text) == (False, "no break is due, and none goes on")

    def test_the_status_says_it(self) -> None:
        watched = Watched()
        watched.sits(10)
        world = World([(1, UPRIGHT)], end_s=1)
        status = watched.watch.added_to(world.session().status())
        assert status.breaks == "sat for 9 s, next short break in 21 s"
        assert status.sat_s == 9


def test_in_a_session() -> None:
    """Sits, is reminded, leaves, comes back; in a snooze nothing is told."""
    profile = upright_profile()
    world = World([(95, UPRIGHT), (130, None), (200, UPRIGHT)], end_s=200)
    watch = BreakWatch(QUICK, world.outside())
    session = world.session(Settings(), sinks=[watch], profile=profile)
    watch.start(session.tell, session.quiet)
    session.obey(Snooze(1))
    session.run()
    told = [e for e in world.events if isinstance(e, BreakDue | BreakOver)]
    assert isinstance(told[0], BreakDue)
    assert 60 <= told[0].timestamp_s <= 65  # the snooze is over
    over = next(e for e in told if isinstance(e, BreakOver) and e.end is BreakEnd.TAKEN)
    assert 25 <= over.length_s <= 40


def test_another_session_goes_on_with_what_was_sat() -> None:
    watched = Watched()
    watched.sits(20)
    again = Watched(counts=watched.watch.counts)
    again.sits(15)
    (due,) = again.events
    assert isinstance(due, BreakDue)
    assert due.timestamp_s == 12
    assert again.announced == []  # a window shows it
    once_more = Watched(counts=watched.watch.counts)
    once_more.sits(2)
    assert once_more.kinds == [BreakDue]  # it was not answered
