"""The host: sessions on threads of their own, answered for on the event loop."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import pytest

from posture.commands import (
    Calibrate,
    Command,
    InCall,
    Pause,
    Quit,
    Reply,
    Request,
    Resume,
    ShowWindow,
    Snooze,
    Status,
)
from posture.gui.host import COMMANDS, Host
from posture.gui.mailbox import Mailbox
from posture.gui.words import CARE, UserCommand
from posture.live_events import Notice, ToldAlert
from posture.origin import NoCameraError
from posture.ports import EstimatorError, FalseAlarm, SourceError
from posture.records import Alert, AlertLevel, Part
from tests.gui.hosting import HeldCamera, Opening, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    Make = Callable[..., Host]

ALERT = Alert(12.0, AlertLevel.CUE, Part.NECK, 14.0, 30.0, "neck 14° beyond your baseline")


def mailbox(host: Host) -> Mailbox:
    return host._mailbox


def opening(host: Host) -> Any:  # noqa: ANN401
    return host._open_app


def told(host: Host, command: Command) -> Reply:
    """The reply to what comes in from outside."""
    replies: list[Reply] = []
    host._requests.put(Request(command, replies.append))
    until(lambda: replies)
    host.refresh()
    return replies[0]


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()} & {"host", "session"}


def test_the_mailbox_gets_the_ticks(make_host: Make) -> None:
    host = make_host(HeldCamera(frames=3))
    assert not host.watches
    host.start()
    host.start()
    until(lambda: mailbox(host).count == 3)
    assert opening(host).opened == 1
    assert host.status().state == "camera_hung"
    host.refresh()
    assert not mailbox(host).told


def test_a_hung_camera_keeps_no_thread(make_host: Make) -> None:
    host = make_host(HeldCamera(frames=0))
    host.start()
    until(lambda: host.status().state == "camera_hung")
    assert host.stop()
    assert not threads()
    assert host.stop()
    host.start()
    assert not host.watches


def test_who_does_not_end_is_left_behind(make_host: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = threading.Event()
    camera = HeldCamera(frames=0)
    monkeypatch.setattr(camera, "close", lambda: stuck.wait(20.0))
    host = make_host(camera)
    host.start()
    until(lambda: host.status().state == "camera_hung")
    try:
        assert not host.stop(within_s=0.05)
    finally:
        monkeypatch.undo()
        camera.close()
        stuck.set()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        pytest.param(NoCameraError("no camera was found; plug one in"), "gone", id="camera"),
        pytest.param(SourceError("me.mp4: cannot be read; check it"), "gone", id="recording"),
        pytest.param(EstimatorError("the pose model is missing; install it"), None, id="model"),
    ],
)
def test_an_error_is_told_in_words(make_host: Make, error: Exception, kind: str | None) -> None:
    host = make_host(error)
    host.start()
    until(lambda: not host.watches)
    box = mailbox(host)
    assert box.told.startswith(str(error))
    assert (None if box.camera is None else box.camera.kind) == kind
    passes = isinstance(error, NoCameraError)
    assert host._again.isActive() is passes
    assert ("Resume tries again" in box.told) is box.paused is not passes
    assert host.status().state == "failed"
    assert host.status().text == box.told


@pytest.mark.parametrize("again", [Resume(), Calibrate()], ids=["resume", "calibrate"])
def test_after_an_error_it_can_be_tried_again(make_host: Make, again: Command) -> None:
    camera = HeldCamera()
    host = make_host(EstimatorError("the pose model is missing"), camera)
    host.start()
    until(lambda: not host.watches)
    assert not told(host, Snooze(5)).ok
    assert told(host, again).ok
    until(lambda: mailbox(host).count == 3)
    host.refresh()
    assert not mailbox(host).paused


def test_a_camera_that_comes_later_is_found(make_host: Make) -> None:
    host = make_host(NoCameraError("no camera was found"), HeldCamera())
    host.start()
    until(lambda: not host.watches)
    host._again.timeout.emit()
    until(lambda: mailbox(host).count == 3)


def test_a_pause_ends_the_search_for_a_camera(make_host: Make) -> None:
    host = make_host(NoCameraError("no camera was found"))
    host.start()
    until(lambda: not host.watches)
    assert told(host, Pause(None)).ok
    assert not host._again.isActive()
    assert mailbox(host).paused
    assert mailbox(host).told == "Paused until you resume"


def test_a_mistake_of_its_own_shows_no_traceback(
    make_host: Make, caplog: pytest.LogCaptureFixture
) -> None:
    host = make_host(ZeroDivisionError("surprise"))
    host.start()
    until(lambda: not host.watches)
    assert "a mistake of its own" in mailbox(host).told
    assert "\n" not in mailbox(host).told
    assert "surprise" in caplog.text


def test_the_end_of_a_recording(make_host: Make) -> None:
    camera = HeldCamera(frames=3, hangs=False)
    host = make_host(camera)
    host.start()
    until(lambda: not host.watches)
    assert mailbox(host).told == "The recording is over. Resume tries again"
    assert mailbox(host).paused
    assert host.status().state == "over"
    host.ask(UserCommand.RESUME)
    until(lambda: camera.opened == 2)


@pytest.mark.parametrize(
    ("begin", "state", "end"),
    [
        pytest.param(Pause(None), "paused", Resume(), id="pause"),
        pytest.param(InCall(on=True), "in_call", InCall(on=False), id="call"),
    ],
)
def test_what_closes_the_camera_lasts_over_a_restart(
    make_host: Make, begin: Command, state: str, end: Command
) -> None:
    camera = HeldCamera()
    host = make_host(camera)
    host.start()
    until(lambda: camera.opened == 1)
    assert told(host, begin).ok
    assert (camera.closed, mailbox(host).paused) == (1, state == "paused")
    host.restart()
    until(lambda: opening(host).opened == 2 and host.app is not None)
    assert host.status().state == state
    assert camera.opened == 1
    assert told(host, end).ok
    until(lambda: camera.opened == 2)


def test_a_pause_while_it_starts_keeps_the_camera_closed(make_host: Make) -> None:
    camera = HeldCamera()
    host = make_host(camera)
    loaded = threading.Event()
    opening(host).before = lambda: loaded.wait(20.0)
    host.start()
    host.ask(UserCommand.PAUSE)
    assert host.status().state == "starting"
    loaded.set()
    until(lambda: host.app is not None)
    assert host.status().state == "paused"
    assert camera.opened == 0


def test_what_comes_in_from_outside(make_host: Make) -> None:
    host = make_host(HeldCamera())
    asked: list[object] = []
    host.asked.connect(asked.append)
    status = told(host, Status()).status
    assert status is not None
    assert (status.state, status.text) == ("waiting", "Not watching yet")
    assert told(host, ShowWindow()) == Reply(ok=True, text="the window is shown")
    assert told(host, Quit()) == Reply(ok=True, text="posture ends")
    assert asked == [ShowWindow(), Quit()]


@pytest.mark.parametrize("command", [Resume(), Pause(None), Calibrate(), Snooze(5)])
def test_nothing_opens_the_camera_before_the_start(make_host: Make, command: Command) -> None:
    host = make_host(HeldCamera())
    assert told(host, command) == Reply(ok=False, text="Not watching yet")
    assert not host.watches


def test_only_alerts_that_are_not_kept_quiet_are_passed_on(make_host: Make) -> None:
    host = make_host(HeldCamera())
    got: list[Alert] = []
    host.alerted.connect(got.append)
    host._take(ToldAlert(ALERT, "in_call"))
    assert not got
    host._take(ToldAlert(ALERT, ""))
    assert got == [ALERT]


def test_news_are_shown_for_a_while(application: QApplication) -> None:
    del application
    now_s = [100.0]
    host = Host(Opening(HeldCamera()), Mailbox(), SimpleQueue(), clock=lambda: now_s[0])
    host._take(Notice(0.0, "your baseline is taken"))
    now_s[0] += 20
    host.refresh()
    assert mailbox(host).news == "Your baseline is taken"
    now_s[0] += 20
    host.refresh()
    assert not mailbox(host).news
    host.stop()


def test_a_false_alarm_reaches_the_session(make_host: Make) -> None:
    host = make_host(HeldCamera())
    host.start()
    until(lambda: host.app is not None)
    seen: list[object] = []
    app = host.app
    assert app is not None
    app.session._teller._sinks += (seen.append,)
    host.ask(FalseAlarm(ALERT))
    until(lambda: FalseAlarm(ALERT) in seen)


def test_who_is_asked_to_sit_upright_reads_so(make_host: Make) -> None:
    host = make_host(HeldCamera(frames=10_000))
    host.start()
    until(lambda: mailbox(host).count > 0)
    told(host, Calibrate())

    def is_asked() -> bool:
        host.refresh()
        return mailbox(host).told.startswith(("Sit upright", "Stay"))

    until(is_asked)


def test_every_wish_of_a_window_is_for_the_session_or_the_windows() -> None:
    names = ("history", "proposal", "settings", "keep", "quit", *CARE)
    assert set(UserCommand) - COMMANDS.keys() == set(map(UserCommand, names))
