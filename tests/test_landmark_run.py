"""`posture run --record`, and the menu's "keep the last 5 minutes"."""

from __future__ import annotations

from queue import SimpleQueue
from typing import TYPE_CHECKING, ClassVar, NoReturn

import pytest
from click.testing import CliRunner

from posture import folders
from posture.cli import main
from posture.commands import Keep, Quit, Request
from posture.history.rows import Answer
from posture.landmark_file import LandmarkFile
from posture.live_app import LiveOptions, open_live
from posture.live_serve import serve
from posture.ports import FalseAlarm
from posture.records import Alert, AlertLevel, Part, Tick
from tests.taped import replayed

if TYPE_CHECKING:
    from pathlib import Path

    from posture.gui.words import UserCommand
    from posture.live_app import Inbox
    from posture.live_events import LiveEvent

pytest_plugins = ["tests.flying"]


@pytest.mark.usefixtures("inbox")
class TestCommand:
    def test_a_run_is_recorded(self, clip: Path, tmp_path: Path) -> None:
        file = tmp_path / "run.posture"
        arguments = ["run", "--source", str(clip), "--no-notify", "--record", str(file)]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        ticks, said = replayed(file)
        assert said == (f"all {len(ticks)} ticks are as when it was recorded",)
        assert len(ticks) > 10
        with LandmarkFile(file) as recording:
            assert recording.header.camera == "recording"

    def test_an_existing_file_stays(self, clip: Path, tmp_path: Path) -> None:
        file = tmp_path / "run.posture"
        file.write_text("mine")
        arguments = ["run", "--source", str(clip), "--no-notify", "--record", str(file)]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 5
        assert "is there already" in result.output
        assert file.read_text() == "mine"

    def test_a_full_disk_is_told_at_the_end(
        self, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fill_up(*_: object) -> NoReturn:
            raise OSError(28, "No space left on device")

        file = tmp_path / "run.posture"
        arguments = ["run", "--source", str(clip), "--no-notify", "--record", str(file)]
        with monkeypatch.context() as context:
            context.setattr("posture.landmark_file.os.write", fill_up)
            result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 5
        assert "your baseline is taken" in result.stdout  # it watched all the same
        assert "cannot be written (No space left on device)" in result.stderr

    def test_a_name_that_is_too_long(self, clip: Path, tmp_path: Path) -> None:
        file = tmp_path / f"{'a' * 300}.posture"
        arguments = ["run", "--source", str(clip), "--no-notify", "--record", str(file)]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 5
        assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    "name", [f"{'a' * 300}.zip", "none/report.zip"], ids=["too long a name", "no such folder"]
)
def test_a_bug_report_that_cannot_be_written(name: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["bug-report", str(tmp_path / name)], catch_exceptions=False)
    assert result.exit_code == 5
    assert "cannot be written" in result.stderr


def test_the_menu_asks_for_it() -> None:
    from posture.gui.application import Application
    from posture.gui.words import UserCommand

    class Bare:
        _requests: SimpleQueue[Request] = SimpleQueue()
        _windows: ClassVar[dict[UserCommand, object]] = {}

    bare = Bare()
    Application._wished(bare, UserCommand.KEEP)  # type: ignore[arg-type]
    assert bare._requests.get_nowait().command == Keep()


@pytest.mark.parametrize("kept", [True, False], ids=["with a history", "without one"])
def test_what_led_to_a_wrong_alert_is_kept_beside_the_history(
    clip: Path, inbox: Inbox, tmp_path: Path, kept: bool
) -> None:
    alert = Alert(1.0, AlertLevel.CUE, Part.NECK, 14.0, 30.0, "neck 14° beyond your baseline")

    def answer(event: LiveEvent) -> None:
        if isinstance(event, Tick) and event.index == 8:
            inbox.put(FalseAlarm(alert))
            inbox.put(Request(Quit()))

    history = tmp_path / "history.sqlite3" if kept else None
    folder = folders.find().data / "recordings"
    before = set(folder.glob("*.posture"))
    options = LiveOptions(source=str(clip), loop=True, notify=False, history=history)
    with open_live(options, [answer], inbox=inbox) as app:
        serve(app, for_s=None, clock=lambda: 0.0)
    files = set(folder.glob("*.posture")) - before
    assert len(files) == kept
    for file in files:
        assert len(replayed(file)[0]) > 5
        assert file.name.endswith(" wrong.posture")
        with LandmarkFile(file) as recording:
            assert recording.header.answer is Answer.WRONG
