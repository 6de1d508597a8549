"""Exercises through a real host and a real session, whose camera does what a test says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.commands import Pause, Request, Resume
from posture.gui.exercise_choices import Offer
from posture.gui.exercise_host import HostCoaching
from posture.gui.exercise_page import ExercisePage
from tests.coached import CountingJudge
from tests.gui.exercising import OFFERED
from tests.gui.hosting import HeldCamera, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.gui.host import Host

    Make = Callable[..., Host]


def test_while_nothing_is_watched_there_is_no_coach(make_host: Make) -> None:
    coaching = HostCoaching(make_host(HeldCamera()), lambda: "Not watching yet")
    assert coaching.begin() is None
    assert coaching.why() == "Not watching yet"
    coaching.end()


def test_there_is_one_while_a_session_runs(make_host: Make) -> None:
    host = make_host(HeldCamera(frames=2000))
    coaching = HostCoaching(host, str)
    host.start()
    until(lambda: host.app is not None)
    coach = coaching.begin()
    assert coach is not None
    assert coaching.begin() is coach
    judge = CountingJudge()
    coach.follow(judge)
    until(lambda: coach.glance is not None and coach.glance.judge is judge)
    assert host.status().state == "exercising"
    host.refresh()
    assert host._mailbox.told == "You are exercising; your posture is not judged meanwhile"
    coaching.end()
    until(lambda: coach.over)
    assert host.status().state != "exercising"
    assert coaching.begin() is not coach


def test_a_session_that_takes_the_place_of_one_has_its_own(make_host: Make) -> None:
    host = make_host(HeldCamera(frames=5))
    coaching = HostCoaching(host, str)
    host.start()
    until(lambda: host.app is not None)
    before, app = coaching.begin(), host.app
    host.restart()
    until(lambda: host.app is not None and host.app is not app)
    after = coaching.begin()
    assert after is not None
    assert after is not before
    coaching.end()


def test_a_routine_by_the_pictures_of_a_session(make_host: Make) -> None:
    """The page, the host and its session; only the user, the camera and the judge are made up."""
    host = make_host(HeldCamera(frames=5000))
    host.start()
    until(lambda: host.app is not None)
    page = ExercisePage(
        None,
        HostCoaching(host, str),
        offered=lambda: Offer(OFFERED[1:2]),
        judges=lambda _: CountingJudge(3),
        player=lambda _: None,
    )
    page.show()
    page.start.click()
    assert page.run is not None
    page.run.course.go_on()
    until(lambda: page.run is not None and page.run.course.results)
    assert page.run.course.results[0].measured
    assert page.run.course.results[0].progress.count >= 3
    page.close()
    until(lambda: host.status().state != "exercising")


def test_during_a_pause_it_waits(make_host: Make) -> None:
    host = make_host(HeldCamera(frames=5))
    coaching = HostCoaching(host, str)
    host.start()
    until(lambda: host._mailbox.count >= 5)
    host._answer(Request(Pause(None)))
    until(lambda: host.status().state == "paused")
    coach = coaching.begin()
    assert coach is not None
    assert coach.glance is None
    host._answer(Request(Resume()))
    until(lambda: coach.glance is not None)
    coaching.end()
