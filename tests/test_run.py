"""`posture run`, with a recording whose time flies and a model that sees what a script says."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from posture import cli_run, profile
from posture.cli import main
from posture.commands import Quit, Reply, Request, Status
from posture.live_app import LiveOptions, open_live
from posture.live_exit import ExitCode, exit_code
from posture.live_serve import serve
from posture.origin import origin
from posture.ports import (
    BaselineError,
    DesktopEvent,
    EstimatorError,
    FalseAlarm,
    OutputError,
    PostureError,
    Snooze,
    SourceError,
)
from posture.quiet import Surroundings
from posture.settings import CameraSettings, Settings
from posture.sources.cameras import Camera
from tests.live_script import upright_profile
from tests.test_event_log import ALERT

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from posture.live_app import Inbox
    from posture.live_events import LiveEvent


pytest_plugins = ["tests.flying"]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["run", *map(str, arguments)])


@pytest.mark.usefixtures("inbox")
class TestCommand:
    def test_a_recording_is_played_to_its_end(self, clip: Path) -> None:
        result = run("--source", clip, "--realtime", "--jsonl", "-", "--no-notify")
        assert result.exit_code == 0, result.output
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        kinds = [line["kind"] for line in lines]
        assert kinds[0] == "start"
        turns = [(line["before"], line["after"]) for line in lines if line["kind"] == "transition"]
        assert turns == [("unknown", "upright")]
        assert "Not a medical device" in result.stderr

    def test_quiet(self, clip: Path) -> None:
        result = run("--source", clip, "--no-notify", "--quiet")
        assert (result.exit_code, result.output) == (0, "")

    def test_a_log_beside_the_lines(self, clip: Path, tmp_path: Path) -> None:
        log = tmp_path / "log.jsonl"
        result = run("--source", clip, "--no-notify", "--jsonl", log)
        assert result.exit_code == 0
        assert "upright: near your baseline" in result.stdout
        assert '"transition"' in log.read_text()

    def test_a_given_baseline(self, clip: Path, tmp_path: Path) -> None:
        path = tmp_path / "baseline.json"
        profile.write(path, upright_profile())
        result = run("--source", clip, "--no-notify", "--baseline", path)
        assert result.exit_code == 0
        assert "Sit upright" not in result.output

    def test_without_a_desktop_it_says_so_and_watches(self, clip: Path) -> None:
        result = run("--source", clip)
        assert result.exit_code == 0
        assert "alerts are not shown on the desktop" in result.stdout

    @pytest.mark.parametrize(
        ("arguments", "code", "message"),
        [
            (["--source", "missing.mp4"], 3, "missing.mp4"),
            (["--source", "."], 3, "."),
            (["--source", "no such camera"], 4, "camera"),
            (["--source", "CLIP", "--jsonl", "/"], 5, "cannot be written"),
            (["--source", "CLIP", "--baseline", "missing.json"], 6, "missing.json"),
            (["--for", "0"], 2, "--for"),
            (["--source", "CLIP", "--for", "nan"], 2, "--for"),
        ],
        ids=lambda value: str(value) if isinstance(value, int) else None,
    )
    def test_exit_codes(
        self,
        clip: Path,
        arguments: list[str],
        code: int,
        message: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        empty = tmp_path / "empty"
        empty.mkdir()
        monkeypatch.chdir(empty)
        result = run(*(str(clip) if a == "CLIP" else a for a in arguments))
        assert result.exit_code == code, result.output
        assert message in result.stderr
        assert "Traceback" not in result.output

    def test_a_baseline_of_another_model(self, clip: Path, tmp_path: Path) -> None:
        path = tmp_path / "baseline.json"
        profile.write(path, upright_profile())
        path.write_text(path.read_text().replace("0" * 64, "1" * 64))
        result = run("--source", clip, "--no-notify", "--baseline", path)
        assert result.exit_code == 6
        assert "another pose model" in result.stderr


def test_one_that_runs_already(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posture.control.claim", lambda **_: None)
    result = run()
    assert result.exit_code == 0
    assert "running already" in result.output


class TestServing:
    def serve(self, clip: Path, inbox: Inbox, *wishes: Any) -> list[LiveEvent]:  # noqa: ANN401
        """What happens when these wishes wait before the beginning; a recording without end."""
        for wish in wishes:
            inbox.put(wish)
        events: list[LiveEvent] = []
        options = LiveOptions(source=str(clip), loop=True, notify=False)
        with open_live(options, [events.append], inbox=inbox) as app:
            serve(app, for_s=None, clock=lambda: 0.0)
        return events

    def test_requests_are_answered_and_quit_ends(self, clip: Path, inbox: Inbox) -> None:
        replies: list[Reply] = []
        wishes = [Request(Status(), replies.append), Request(Quit(), replies.append)]
        self.serve(clip, inbox, *wishes)
        status, end = replies
        assert status.status is not None
        assert status.status.pid == os.getpid()
        assert end.ok

    def test_what_notifiers_and_the_desktop_say(self, clip: Path, inbox: Inbox) -> None:
        replies: list[Reply] = []
        events = self.serve(
            clip,
            inbox,
            DesktopEvent.LOCKED,
            Snooze(60.0),
            FalseAlarm(ALERT),
            Request(Status(), replies.append),
            Request(Quit()),
        )
        assert FalseAlarm(ALERT) in events
        assert replies[0].status is not None
        assert replies[0].status.snoozed_until is not None

    def test_the_computer_may_sleep_when_the_camera_is_closed(
        self, clip: Path, inbox: Inbox
    ) -> None:
        asleep: list[str] = []
        options = LiveOptions(source=str(clip), loop=True, notify=False)
        with open_live(options, [], inbox=inbox) as app:
            app.session._outside = replace(
                app.session._outside, surroundings=lambda: Surroundings(suspended=True)
            )

            def let_sleep() -> None:
                asleep.append(app.session.status().state)
                inbox.put(Request(Quit()))

            for event in (DesktopEvent.LOCKED, DesktopEvent.SUSPENDING):
                inbox.put(event)
            serve(replace(app, let_sleep=let_sleep), for_s=None, clock=lambda: 0.0)
        assert asleep == ["suspended"]

    def test_it_ends_when_its_time_is_over(self, clip: Path, inbox: Inbox) -> None:
        clock = iter((0.0, 5.0))
        with open_live(
            LiveOptions(source=str(clip), loop=True, notify=False), [], inbox=inbox
        ) as app:
            serve(app, for_s=4.0, clock=lambda: next(clock))

    def test_what_goes_wrong_on_the_way_is_raised(self, clip: Path, inbox: Inbox) -> None:
        with open_live(LiveOptions(source=str(clip), notify=False), [], inbox=inbox) as app:
            clip.unlink()
            with pytest.raises(SourceError, match="plain"):
                serve(app, for_s=None, clock=lambda: 0.0)

    @pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
    def test_signals_end_like_quit(self, name: str) -> None:
        box: Inbox = SimpleQueue()
        before = signal.getsignal(getattr(signal, name))
        with cli_run.ending_by_signal(box):
            os.kill(os.getpid(), getattr(signal, name))
            wish = box.get(timeout=20)
        assert isinstance(wish, Request)
        assert wish.command == Quit()
        assert signal.getsignal(getattr(signal, name)) == before

    def test_what_nohup_ignores_stays_ignored(self) -> None:
        box: Inbox = SimpleQueue()
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            with cli_run.ending_by_signal(box):
                os.kill(os.getpid(), signal.SIGHUP)
            assert box.empty()
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        finally:
            signal.signal(signal.SIGHUP, before)


CAMERAS = (Camera("usb-a", "First", 0), Camera("usb-b", "Second", 2))


class TestOrigin:
    @pytest.mark.parametrize(
        ("source", "device", "expected"),
        [(None, "", "First"), (None, "Second", "Second"), ("0", "Second", "First")],
    )
    def test_camera(
        self, source: str | None, device: str, expected: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("posture.sources.cameras.list_cameras", lambda: CAMERAS)
        settings = Settings(camera=CameraSettings(device))
        found = origin(source, settings)
        assert found.name == expected
        assert found.camera in CAMERAS

    def test_no_camera(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("posture.sources.cameras.list_cameras", lambda: ())
        with pytest.raises(SourceError, match="no camera was found") as caught:
            origin(None, Settings())
        assert exit_code(caught.value) is ExitCode.NO_CAMERA


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SourceError("x"), ExitCode.UNREADABLE),
        (OutputError("x"), ExitCode.NOT_WRITABLE),
        (BaselineError("x"), ExitCode.BAD_BASELINE),
        (EstimatorError("x"), ExitCode.FAILED),
        (PostureError("x"), ExitCode.FAILED),
    ],
)
def test_code_of_an_error(error: PostureError, code: ExitCode) -> None:
    assert exit_code(error) is code
