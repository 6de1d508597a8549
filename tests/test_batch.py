"""Many recordings: what is asked for, nothing done twice, and the same tables whoever does it."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from posture import batch
from posture.app import Stretch
from posture.batch import BatchError, Outcome, Recorded, place, recordings, work
from posture.batch_tables import SECONDS, subjects
from posture.cli import main
from posture.replay import ClipResult, ExitCode
from posture.settings import Settings, changed
from tests.clips import make_clip

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two short videos without anybody, one of them in a folder, and something else."""
    folder = tmp_path / "study"
    (folder / "b").mkdir(parents=True)
    make_clip(folder, "a.mp4", count=6)
    make_clip(folder / "b", "a.mp4", count=8)
    (folder / "notes.txt").write_text("none")
    return folder


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class TestWhatIsAskedFor:
    def test_a_folder(self, study: Path) -> None:
        assert [each.name for each in recordings(study)] == ["a.mp4", "b/a.mp4"]

    def test_a_manifest(self, study: Path, tmp_path: Path) -> None:
        (study / "own.json").write_text("{}")
        manifest = tmp_path / "manifest.csv"
        manifest.write_text(
            "﻿subject,file,baseline,camera\nS2,b/a.mp4,1-8,side\nS1,a.mp4,own.json,\n",
            encoding="utf-8",
        )
        one, other = recordings(study, manifest)
        assert (one.name, one.subject, one.camera) == ("b/a.mp4", "S2", "side")
        assert one.baseline == Stretch(1, 8)
        assert other.baseline == str((study / "own.json").resolve())

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("", "names no recording"),
            ("file\n", "names no recording"),
            ("file\nc.mp4\n", "line 2: c.mp4 is not there"),
            ("file\na.mp4\na.mp4\n", "line 3: a.mp4 is named twice"),
            ("file\n../other.mp4\n", "outside"),
            ("file\n/etc/passwd\n", "outside"),
            ("path\na.mp4\n", "columns are file,subject,camera,baseline"),
            ("file,subject\na.mp4,S1,more\n", "columns are"),
            ("file,baseline\na.mp4,8-1\n", "ends before it begins"),
            ("file,baseline\na.mp4,nan-8\n", "ends before it begins"),
            ("file,baseline\na.mp4,soon\n", "neither 1-8"),
        ],
    )
    def test_a_wrong_manifest(self, text: str, says: str, study: Path, tmp_path: Path) -> None:
        manifest = tmp_path / "manifest.csv"
        manifest.write_text(text)
        with pytest.raises(BatchError, match=says):
            recordings(study, manifest)

    @given(st.binary(max_size=60))
    def test_whatever_a_manifest_holds(self, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as name:
            manifest = Path(name) / "any.csv"
            manifest.write_bytes(content)
            with pytest.raises(BatchError):
                recordings(Path(name), manifest)

    def test_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(BatchError, match="no recording is in it"):
            recordings(tmp_path)
        with pytest.raises(BatchError, match="is no folder"):
            recordings(tmp_path / "nowhere")


@pytest.fixture
def replayed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is replayed; by itself each ends well, and leaves a file."""
    calls: list[Path] = []

    def replay(clip: Path, stem: str, options: Any) -> ClipResult:  # noqa: ANN401
        calls.append(clip)
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / f"{stem}.summary.json").write_text("{}")
        return ClipResult(clip, ExitCode.OK)

    monkeypatch.setattr(batch, "replay_clip", replay)
    return calls


class TestNothingTwice:
    def test_what_is_done_is_done(self, study: Path, tmp_path: Path, replayed: list[Path]) -> None:
        (one, _) = recordings(study)
        first, second = (work(one, tmp_path / "out", Settings()) for _ in range(2))
        assert (first.again, second.again) == (False, True)
        assert second == Outcome("a.mp4", ExitCode.OK, again=True)
        assert len(replayed) == 1

    @pytest.mark.parametrize("what", ["settings", "file", "baseline", "damage", "torn"])
    def test_what_has_changed_is_done_anew(
        self, what: str, study: Path, tmp_path: Path, replayed: list[Path]
    ) -> None:
        one, settings, out = recordings(study)[0], Settings(), tmp_path / "out"
        work(one, out, settings)
        note = place(out, one) / batch.DONE
        match what:
            case "settings":
                settings = changed(settings, "detector.enter_deg", 12.0)
            case "file":
                make_clip(study, "a.mp4", count=7)
            case "baseline":
                one = Recorded(one.file, one.name, baseline=Stretch(1, 2))
            case "damage":
                note.write_bytes(b"\xff{")
            case "torn":
                note.write_text(note.read_text()[:20])
        assert not work(one, out, settings).again
        assert len(replayed) == 2

    @pytest.mark.parametrize("code", set(ExitCode) - batch.LASTS)
    def test_what_failed_is_tried_again(
        self,
        code: ExitCode,
        study: Path,
        tmp_path: Path,
        replayed: list[Path],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        one, out = recordings(study)[0], tmp_path / "out"
        failing: Callable[..., ClipResult] = lambda clip, *_: ClipResult(clip, code, "why")  # noqa: E731
        with monkeypatch.context() as context:
            context.setattr(batch, "replay_clip", failing)
            assert work(one, out, Settings()) == Outcome("a.mp4", code, "why")
        assert not work(one, out, Settings()).again
        assert len(replayed) == 1

    def test_a_recording_that_has_gone(self, study: Path, tmp_path: Path) -> None:
        (one, _) = recordings(study)
        one.file.unlink()
        outcome = work(one, tmp_path / "out", Settings())
        assert outcome.code is ExitCode.UNREADABLE
        assert "a.mp4" in outcome.message

    def test_what_waits_is_given_up_when_it_is_interrupted(
        self, study: Path, tmp_path: Path, replayed: list[Path]
    ) -> None:
        del replayed
        with ThreadPoolExecutor(1) as pool:
            working = batch.work_all(recordings(study), tmp_path / "out", Settings(), pool)
            assert isinstance(working, Generator)
            next(working)
            with pytest.raises(KeyboardInterrupt):
                working.throw(KeyboardInterrupt)


def row(subject: str, upright_s: float, slouched_s: float, alerts: int) -> dict[str, Any]:
    seconds = dict.fromkeys(SECONDS, 0.0) | {"upright_s": upright_s, "slouched_s": slouched_s}
    counts = {"frames": 10, "measured_frames": 9, "slouches": alerts, "alerts": alerts}
    return {"subject": subject, "duration_s": upright_s + slouched_s, **seconds, **counts}


def test_subjects_are_summed() -> None:
    none = {**dict.fromkeys(row("", 0, 0, 0), ""), "subject": "S1"}
    one, other = subjects(
        [row("S1", 1800, 600, 1), row("S2", 0, 0, 0), none, row("S1", 600, 600, 2)]
    )
    assert (one["subject"], one["recordings"], one["without_result"]) == ("S1", 3, 1)
    assert (one["slouched_share"], one["alerts"], one["alerts_per_hour"]) == (0.3333, 3, 3.0)
    assert (other["slouched_share"], other["alerts_per_hour"]) == ("", "")


def test_the_command(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (study / "broken.mp4").write_bytes(b"nothing")
    command = ["batch", str(study), "--out", str(out), "--jobs", "2"]
    first = CliRunner().invoke(main, command)
    assert first.exit_code == 4, first.output  # nobody is in the first one
    assert "broken.mp4" in first.output
    rows = read(out / "recordings.csv")
    assert [each["file"] for each in rows] == ["a.mp4", "b/a.mp4", "broken.mp4"]
    assert [each["exit_code"] for each in rows] == ["4", "4", "3"]
    assert [each["frames"] for each in rows] == ["6", "8", ""]
    ticks = read(out / "ticks.csv")
    assert [each["file"] for each in ticks] == ["a.mp4"] * 6 + ["b/a.mp4"] * 8
    before = everything(out)
    again = CliRunner().invoke(main, command)
    assert "3 recordings, 1 of them done now" in again.output
    assert everything(out) == before


def test_parquet_has_the_same(study: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    for kind in ("csv", "parquet"):
        CliRunner().invoke(main, ["batch", str(study), "--out", str(out), "--format", kind])
    table = parquet.read_table(out / "ticks.parquet").to_pylist()
    for one, other in zip(read(out / "ticks.csv"), table, strict=True):
        assert one.keys() == other.keys()
        for key, value in one.items():
            same = other[key] if isinstance(other[key], str | None) else float(value)
            assert (
                value == (other[key] or "") if isinstance(same, str | None) else same == other[key]
            )


def children(pid: int) -> list[int]:
    """Processes that run Python for this one."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(word) for word in text.split()]


def lives(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_a_killed_run_goes_on(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "posture", "batch", str(study), "--out", str(out), "--jobs=1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first = place(out, recordings(study)[0]) / batch.DONE
    until_s = time.monotonic() + 60
    while not first.exists():
        assert time.monotonic() < until_s, "nothing is done"
        time.sleep(0.02)
    workers = children(process.pid)
    process.kill()
    process.wait()
    assert workers
    while any(map(lives, workers)):
        assert time.monotonic() < until_s, "a worker outlives the run"
        time.sleep(0.02)
    again = CliRunner().invoke(main, ["batch", str(study), "--out", str(out)])
    assert again.exit_code == 4
    other = tmp_path / "other"
    CliRunner().invoke(main, ["batch", str(study), "--out", str(other)])
    same = everything(other)
    assert {name: everything(out)[name] for name in same} == same
