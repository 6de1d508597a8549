"""`posture run --record`, and the menu's "keep the last 5 minutes"."""

from __future__ import annotations

from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from posture.cli import main
from posture.commands import Keep, Request
from posture.landmark_file import LandmarkFile
from tests.taped import replayed

if TYPE_CHECKING:
    from pathlib import Path

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


def test_the_menu_asks_for_it() -> None:
    from posture.gui.application import Application
    from posture.gui.words import UserCommand

    class Bare:
        _requests: SimpleQueue[Request] = SimpleQueue()

    bare = Bare()
    Application._wished(bare, UserCommand.KEEP)  # type: ignore[arg-type]
    assert bare._requests.get_nowait().command == Keep()
