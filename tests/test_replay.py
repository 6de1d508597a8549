"""`posture replay` as a user calls it. The model is a script, except where a clip is bad."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from posture.cli import main
from posture.estimators.scripted import ScriptedEstimator
from posture.replay import ExitCode
from posture.terminal import overall, unique_stems
from tests.bad_input import BAD_INPUTS, BadInput
from tests.clips import make_clip, put_in_front
from tests.poses import make_pose

if TYPE_CHECKING:
    from posture.records import Frame, Observation, Pose

UPRIGHT, FORWARD = make_pose(yaw_deg=90), make_pose(yaw_deg=90, neck_deg=45)


def replay(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["replay", *map(str, arguments)], catch_exceptions=False)


def sit_up_then_slouch(timestamp_s: float) -> Pose:
    return UPRIGHT if timestamp_s < 10 else FORWARD


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the paper figure in front of every camera."""
    put_in_front(monkeypatch, sit_up_then_slouch)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """A minute at 10 frames a second."""
    return make_clip(tmp_path, "minute.mp4", count=600)


def load(path: Path) -> Any:  # noqa: ANN401
    return json.loads(path.read_text())


@pytest.mark.usefixtures("scripted")
class TestResults:
    def test_files_and_what_they_say(self, clip: Path, tmp_path: Path) -> None:
        out = tmp_path / "new" / "out"
        result = replay(clip, "--out", out, "--baseline", "1-8", "--persist", 20)
        assert result.exit_code == 0, result.output
        names = {path.name for path in out.iterdir()}
        assert names == {
            f"minute.{kind}"
            for kind in ("ticks.csv", "events.json", "summary.json", "baseline.json")
        }
        rows = list(csv.DictReader((out / "minute.ticks.csv").read_text().splitlines()))
        assert len(rows) == 600
        assert rows[300]["state"] == "upright"
        assert rows[-1]["state"] == "slouched"
        summary = load(out / "minute.summary.json")
        assert summary["seconds"]["slouched"] == pytest.approx(28.5, abs=0.5)
        assert sum(summary["seconds"].values()) == pytest.approx(59.9)
        assert summary["baseline"]["view"] == "side_right"
        assert len(summary["model"]["sha256"]) == 64
        assert summary["settings"]["detector"]["persist_s"] == 20
        events = load(out / "minute.events.json")["events"]
        assert [e["kind"] for e in events] == ["transition", "transition", "alert"]
        assert "° beyond your baseline for 20 s" in result.output

    def test_the_same_clip_gives_the_same_bytes(self, clip: Path, tmp_path: Path) -> None:
        for name in ("one", "two"):
            replay(clip, "--out", tmp_path / name, "--plot", "--annotate", "--baseline", "1-8")
        for path in (tmp_path / "one").iterdir():
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name

    def test_plot_and_annotated_clip(self, clip: Path, tmp_path: Path) -> None:
        import cv2

        result = replay(clip, "--out", tmp_path / "out", "--plot", "--annotate")
        assert result.exit_code == 0, result.output
        assert cv2.imread(str(tmp_path / "out" / "minute.png")) is not None
        video = cv2.VideoCapture(str(tmp_path / "out" / "minute.annotated.mp4"))
        assert video.get(cv2.CAP_PROP_FRAME_COUNT) == 600

    def test_json_is_the_summary_alone(self, clip: Path, tmp_path: Path) -> None:
        result = replay(clip, "--out", tmp_path / "out", "--json")
        assert json.loads(result.stdout) == load(tmp_path / "out" / "minute.summary.json")

    def test_quiet(self, clip: Path, tmp_path: Path) -> None:
        assert replay(clip, "--out", tmp_path / "out", "--quiet").output == ""

    def test_a_stored_baseline_serves_again(self, clip: Path, tmp_path: Path) -> None:
        first, second = tmp_path / "one", tmp_path / "two"
        replay(clip, "--out", first, "--baseline", "1-8")
        replay(clip, "--out", second, "--baseline", first / "minute.baseline.json")
        ticks = [(out / "minute.ticks.csv").read_text() for out in (first, second)]
        assert ticks[0] == ticks[1]

    def test_auto_takes_the_first_steady_stretch(self, clip: Path, tmp_path: Path) -> None:
        replay(clip, "--out", tmp_path)
        (baseline,) = load(tmp_path / "minute.baseline.json")["accepted"]
        assert baseline["end_s"] - baseline["start_s"] == pytest.approx(3, abs=0.11)
        assert baseline["start_s"] < 2

    def test_a_refused_baseline_is_said_and_nothing_is_lost(
        self, clip: Path, tmp_path: Path
    ) -> None:
        result = replay(clip, "--out", tmp_path, "--baseline", "5-15")
        assert result.exit_code == ExitCode.BAD_BASELINE
        assert "you moved: the neck angle varied" in result.stderr
        assert len((tmp_path / "minute.ticks.csv").read_text().splitlines()) == 601


class Interrupted(ScriptedEstimator):
    """Ctrl-C is pressed at a frame."""

    def __init__(self, at: int) -> None:
        super().__init__(sit_up_then_slouch)
        self._at = at

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        if frame.index == self._at:
            raise KeyboardInterrupt
        return super().estimate(frame, look_afresh=look_afresh)


@pytest.mark.parametrize(("at", "kept"), [(400, 400), (5, None)])
def test_ctrl_c_keeps_what_was_done(
    at: int, kept: int | None, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posture.estimators.mediapipe.MediaPipeEstimator", lambda: Interrupted(at))
    other = make_clip(tmp_path, "later.mp4")
    result = replay(clip, other, "--out", tmp_path / "out", "--annotate")
    assert result.exit_code == ExitCode.INTERRUPTED
    if kept is None:
        assert "interrupted before" in result.stderr
        return
    assert f"the first {kept} frames are kept" in result.stderr
    rows = (tmp_path / "out" / "minute.ticks.csv").read_text().splitlines()
    assert len(rows) == kept + 1
    assert load(tmp_path / "out" / "minute.summary.json")["interrupted"] is True
    assert not list((tmp_path / "out").glob(".*"))
    assert not list((tmp_path / "out").glob("later.*"))


@pytest.mark.parametrize("case", BAD_INPUTS, ids=lambda case: case.name)
def test_bad_input(case: BadInput, tmp_path: Path) -> None:
    path, out = case.make(tmp_path), tmp_path / "out"
    result = replay(path, "--out", out)
    assert "Traceback" not in result.output
    if case.expected == "error":
        assert result.exit_code == ExitCode.UNREADABLE
        (line,) = [line for line in result.stderr.splitlines() if "error:" in line]
        assert path.name in line
        assert case.says in line
    else:
        assert result.exit_code == ExitCode.NO_PERSON
        assert case.says in result.stdout
        (ticks,) = out.glob("*.ticks.csv")
        assert len(ticks.read_text().splitlines()) == case.frames + 1


def test_side_by_side_is_the_same_as_one_by_one(tmp_path: Path) -> None:
    clips = [make_clip(tmp_path, f"{name}.mp4") for name in "ab"]
    for jobs in (1, 2):
        result = replay(*clips, "--out", tmp_path / str(jobs), "--jobs", jobs)
        assert result.exit_code == ExitCode.NO_PERSON
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes()


def test_somebody_who_cannot_be_measured_is_somebody(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off = make_pose(hip_px=(320.0, 740.0))  # shoulders under the picture
    put_in_front(monkeypatch, lambda _: cut_off)
    result = replay(clip, "--out", tmp_path)
    assert result.exit_code == ExitCode.OK
    assert "nothing could be measured: head or shoulders are outside" in result.stdout


def test_other_clips_still_run(tmp_path: Path) -> None:
    good = make_clip(tmp_path, "good.mp4")
    result = replay(tmp_path / "none.mp4", good, "--out", tmp_path / "out")
    assert result.exit_code == ExitCode.UNREADABLE
    assert (tmp_path / "out" / "good.ticks.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["x.mp4", "--baseline", "8-1"], "must end after it begins"),
        (["x.mp4", "--baseline", "later"], "neither 'auto'"),
        (["x.mp4", "--persist", "0"], "not in the range"),
        (["x.mp4", "--enter-deg", "5"], "leave_deg must be"),
        (["x.mp4", "--jobs", "0"], "not in the range"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["replay", *arguments])
    assert result.exit_code == ExitCode.USAGE
    assert message in result.stderr


def test_a_file_that_is_no_baseline(tmp_path: Path) -> None:
    clip, wrong = make_clip(tmp_path), tmp_path / "wrong.json"
    wrong.write_text("{}")
    result = replay(clip, "--out", tmp_path / "out", "--baseline", wrong)
    assert result.exit_code == ExitCode.BAD_BASELINE
    assert "wrong.json" in result.stderr


def test_names_of_results() -> None:
    clips = [Path("a/x.mp4"), Path("b/x.mkv"), Path("y.mp4"), Path("pictures")]
    assert unique_stems(clips) == ["x", "x-2", "y", "pictures"]


def test_exit_code_of_several() -> None:
    ok, unreadable, nobody = ExitCode.OK, ExitCode.UNREADABLE, ExitCode.NO_PERSON
    assert overall([ok, ok]) is ok
    assert overall([ok, nobody, unreadable]) is nobody
    assert overall([nobody, ExitCode.INTERRUPTED]) is ExitCode.INTERRUPTED


def test_help_and_version_import_nothing_heavy() -> None:
    heavy = "{'numpy', 'cv2', 'mediapipe', 'PySide6', 'pyqtgraph', 'rich'}"
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from posture.cli import main\n"
        "for arguments in (['--help'], ['--version'], ['replay', '--help']):\n"
        "    assert CliRunner().invoke(main, arguments).exit_code == 0\n"
        f"print(sorted({heavy} & set(sys.modules)))\n"
    )
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": str(root)}
    done = run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stderr
