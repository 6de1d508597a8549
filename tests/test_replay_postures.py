"""`posture replay` with several accepted postures and the own slump. The model is a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from posture.cli import main
from posture.replay import ExitCode
from tests.clips import make_clip, put_in_front
from tests.poses import make_pose
from tests.test_replay import UPRIGHT, load, replay

if TYPE_CHECKING:
    from pathlib import Path

    from posture.records import Pose

LEANING = make_pose(yaw_deg=90, neck_deg=14, trunk_deg=-16)
SLUMPED = make_pose(yaw_deg=90, neck_deg=48, trunk_deg=6)


def sit_lean_slump(timestamp_s: float) -> Pose:
    """Upright until 10 s, leaning back until 20 s, slumped until 30 s, then leaning back."""
    sitting = UPRIGHT if timestamp_s < 10 else LEANING
    return SLUMPED if 20 <= timestamp_s < 30 else sitting


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """40 s at 10 frames a second."""
    return make_clip(tmp_path, "minute.mp4", count=400)


class TestSeveralPostures:
    @pytest.fixture(autouse=True)
    def _scripted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put_in_front(monkeypatch, sit_lean_slump)

    GIVEN = ("--baseline", "1-8", "--baseline", "reading=12-18", "--slump", "22-28")

    def test_are_stored_said_and_serve_again(self, clip: Path, tmp_path: Path) -> None:
        first, second, file = tmp_path / "one", tmp_path / "two", tmp_path / "new" / "me.json"
        result = replay(clip, "--out", first, *self.GIVEN, "--save-baseline", file)
        assert result.exit_code == 0, result.output
        assert "upright: quality good, with your own slump" in result.stdout
        assert "reading: quality good\n" in result.stdout
        summary = load(first / "minute.summary.json")
        assert [a["name"] for a in summary["accepted"]] == ["upright", "reading"]
        assert 0.8 <= summary["baseline"]["quality"] <= 1
        assert file.read_bytes() == (first / "minute.baseline.json").read_bytes()
        replay(clip, "--out", second, "--baseline", file)
        ticks = [(out / "minute.ticks.csv").read_text() for out in (first, second)]
        assert ticks[0] == ticks[1]

    def test_a_refused_one_is_named(self, clip: Path, tmp_path: Path) -> None:
        given = ("--baseline", "1-8", "--baseline", "reading=22-28")
        result = replay(clip, "--out", tmp_path, *given)
        assert result.exit_code == ExitCode.BAD_BASELINE
        assert "'reading' was refused: it is itself a slouch" in result.stderr
        result = replay(clip, "--out", tmp_path, *given[:3], "reading=15-25")
        assert "'reading' 15-25 s was refused: you moved" in result.stderr

    @pytest.mark.parametrize("baseline", [(), ("--baseline", "1-8")])
    def test_a_slump_that_is_none(
        self, baseline: tuple[str, ...], clip: Path, tmp_path: Path
    ) -> None:
        result = replay(clip, "--out", tmp_path, *baseline, "--slump", "5-9")
        assert result.exit_code == ExitCode.BAD_BASELINE
        assert "the slump 5-9 s was refused: it differs" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x.mp4", "--baseline", "reading=later"], "neither 'auto'"),
        (["x.mp4", "--baseline", "=1-8"], "neither 'auto'"),
        (["x.mp4", "--baseline", "1-8", "--baseline", "auto"], "stand alone"),
        (["x.mp4", "--baseline", "1-8", "--baseline", "later"], "later is neither 'auto'"),
        (["x.mp4", "--baseline", "1-8", "--baseline", "upright=9-12"], "two postures are called"),
        (["x.mp4", "--slump", "late"], "is no START-END"),
        (["x.mp4", "--slump", "9-8"], "must end after it begins"),
        (["x.mp4", "y.mp4", "--save-baseline", "me.json"], "takes one recording"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["replay", *arguments])
    assert result.exit_code == ExitCode.USAGE
    assert message in result.stderr
