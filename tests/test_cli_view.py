"""`posture view` as far as it needs no window; tests/gui/test_clip_window.py has one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture import cli_view
from posture.app import Stretch
from posture.cli import main
from posture.cli_gui import NO_SCREEN
from posture.replay import ExitCode
from tests.bad_input import BAD_INPUTS, BadInput
from tests.clips import make_clip
from tests.live_script import UPRIGHT
from tests.taped import TapedWorld

if TYPE_CHECKING:
    from pathlib import Path

    from posture.gui.clip_show import ClipOptions

UNREADABLE = [case for case in BAD_INPUTS if case.expected == "error"]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[ClipOptions]:
    """What would have been shown."""
    options: list[ClipOptions] = []

    def show(wanted: ClipOptions) -> bool:
        options.append(wanted)
        return True

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(cli_view, "show", show)
    return options


def ask(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


def test_options_are_those_of_replay(tmp_path: Path, shown: list[ClipOptions]) -> None:
    clip = make_clip(tmp_path)
    asked = "--baseline 1-8 --baseline reading=9-12.5 --slump 13-14 --persist 6 --enter-deg 12"
    result = ask("view", clip, *asked.split(), "--leave-deg", 3, "--fps", 2)
    assert result.exit_code == 0, result.output
    (options,) = shown
    assert options.clip == clip
    assert options.baseline == (Stretch(1, 8), Stretch(9, 12.5, "reading"))
    assert options.slump == Stretch(13, 14, "slump")
    assert options.fps == 2
    detector = options.settings.detector
    assert (detector.persist_s, detector.enter_deg, detector.leave_deg) == (6, 12, 3)


def test_what_is_not_given_is_as_set(tmp_path: Path, shown: list[ClipOptions]) -> None:
    assert ask("view", make_clip(tmp_path)).exit_code == 0
    (options,) = shown
    assert (options.baseline, options.slump, options.fps) == (None, None, None)
    assert options.settings.detector.persist_s == 30


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.name)
def test_what_cannot_be_read_is_told_as_by_replay(
    case: BadInput, tmp_path: Path, shown: list[ClipOptions]
) -> None:
    path = case.make(tmp_path)
    by_view = ask("view", path)
    by_replay = ask("replay", path, "--out", tmp_path / "out")
    assert by_view.exit_code == by_replay.exit_code == ExitCode.UNREADABLE
    assert by_view.stderr == by_replay.stderr
    assert shown == []


@pytest.mark.parametrize(
    "arguments",
    [["--baseline", "8-1"], ["--slump", "7"], ["--persist", "0"], ["--enter-deg", "2"], ["b.mp4"]],
    ids=lambda arguments: arguments[0],
)
def test_wrong_usage(arguments: list[str], tmp_path: Path, shown: list[ClipOptions]) -> None:
    assert ask("view", make_clip(tmp_path), *arguments).exit_code == ExitCode.USAGE
    assert shown == []


def test_a_stored_baseline_that_cannot_be_read(tmp_path: Path, shown: list[ClipOptions]) -> None:
    clip, stored = make_clip(tmp_path), tmp_path / "me.json"
    stored.write_text("{}")
    by_view = ask("view", clip, "--baseline", stored)
    by_replay = ask("replay", clip, "--baseline", stored, "--out", tmp_path / "out")
    assert by_view.exit_code == by_replay.exit_code == ExitCode.BAD_BASELINE
    assert by_view.stderr == by_replay.stderr
    assert shown == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")
def test_without_a_screen_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    result = ask("view", make_clip(tmp_path))
    assert result.exit_code == 1
    assert NO_SCREEN in result.output


def test_it_ends_whatever_hangs(
    tmp_path: Path, shown: list[ClipOptions], monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(cli_view, "show", shown.append)
    monkeypatch.setattr("os._exit", codes.append)
    ask("view", make_clip(tmp_path))
    assert (len(shown), codes) == (1, [0])


class TestLandmarks:
    """Recordings without pictures."""

    @pytest.fixture
    def recording(self, tmp_path: Path) -> Path:
        path = tmp_path / "day.posture"
        TapedWorld([(1e9, UPRIGHT)], end_s=5, file=path).run()
        return path

    def test_they_are_shown(self, recording: Path, shown: list[ClipOptions]) -> None:
        result = ask("view", recording)
        assert result.exit_code == 0, result.output
        assert [options.clip for options in shown] == [recording]

    @pytest.mark.parametrize("option", [["--persist", 9], ["--baseline", "1-2"], ["--fps", 2]])
    def test_their_own_settings_count(
        self, option: list[object], recording: Path, shown: list[ClipOptions]
    ) -> None:
        result = ask("view", recording, *option)
        assert result.exit_code == ExitCode.USAGE
        assert "brings its own baselines and settings" in result.output
        assert shown == []

    @pytest.mark.parametrize("data", [None, b"no recording"], ids=["missing", "foreign"])
    def test_what_cannot_be_read_is_told_as_by_replay(
        self, data: bytes | None, tmp_path: Path, shown: list[ClipOptions]
    ) -> None:
        path = tmp_path / "a.posture"
        if data is not None:
            path.write_bytes(data)
        by_view, by_replay = ask("view", path), ask("replay", path, "--out", tmp_path / "out")
        assert by_view.exit_code == by_replay.exit_code == ExitCode.UNREADABLE
        assert by_view.stderr == by_replay.stderr
        assert shown == []
