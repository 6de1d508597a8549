"""How a batch ends: where nothing can be written, interrupted, or killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from posture import batch, batch_workers, cli_batch
from posture.batch import BatchError, Outcome, Recorded, place, recordings
from posture.batch_folder import LOCK, only_one
from posture.cli import main
from posture.ports import OutputError
from posture.replay import ExitCode
from posture.settings import Settings
from posture.worker_process import without_ctrl_c
from tests.studies import everything, make_study

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


class TestFolder:
    """Where the results go."""

    def ended(self, *arguments: object) -> Result:
        return CliRunner().invoke(main, ["batch", *map(str, arguments)], catch_exceptions=False)

    def test_nothing_can_be_written(self, study: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        for out in (tmp_path / "file", tmp_path / "file" / "out", tmp_path / ("a" * 300)):
            result = self.ended(study, "--out", out)
            assert result.exit_code == 5
            assert f"{out}: cannot be written" in result.stderr

    def test_it_has_the_recordings_in_it(self, study: Path) -> None:
        result = self.ended(study, "--out", study / "b" / "..")
        assert result.exit_code == 2
        assert "has the recordings in it" in result.stderr

    def test_a_table_of_it_is_the_manifest(self, study: Path, tmp_path: Path) -> None:
        manifest = tmp_path / "recordings.csv"
        manifest.write_text("file\na.mp4\n")
        result = self.ended(study, "--out", tmp_path, "--manifest", manifest)
        assert result.exit_code == 2
        assert manifest.read_text() == "file\na.mp4\n"

    def test_parquet_is_missed_before_the_work(
        self, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        result = self.ended(study, "--out", tmp_path / "out", "--format", "parquet")
        assert result.exit_code == 1
        assert "pip install" in result.stderr
        assert not (tmp_path / "out").exists()

    def test_another_batch_is_at_work_there(self, study: Path, tmp_path: Path) -> None:
        with only_one(tmp_path):
            result = self.ended(study, "--out", tmp_path)
        assert result.exit_code == 1
        assert "another batch is at work there" in result.stderr
        assert [path.name for path in tmp_path.iterdir()] == ["study"]

    @pytest.mark.parametrize("full", [True, False], ids=["a full disk", "one recording"])
    def test_what_cannot_be_written_ends_it_where_nothing_can(
        self, full: bool, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fill_up(path: Path, *_: object) -> NoReturn:
            raise OSError(28, "No space left on device", str(path))

        def fail(each: Recorded, *_: object) -> Outcome:
            return Outcome(each.name, ExitCode.NOT_WRITABLE, "why")

        monkeypatch.setattr("posture.batch_workers.work", fail)
        if full:
            monkeypatch.setattr("posture.folders.write", fill_up)
        given = (recordings(study), tmp_path, Settings(), ThreadPoolExecutor(1))
        with pytest.raises(OutputError, match="No space left") if full else nullcontext():
            assert len(cli_batch._followed(*given, quiet=True)) == 2


def test_a_process_that_is_killed_is_told(study: Path, tmp_path: Path) -> None:
    class Breaking(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> NoReturn:
            raise BrokenExecutor("gone")

    working = batch_workers.work_all(recordings(study), tmp_path, Settings(), Breaking(1))
    with pytest.raises(BatchError, match="a process was killed"):
        next(working)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such mask")
def test_processes_that_never_hear_of_ctrl_c() -> None:
    blocked = "import signal as s; print(s.SIGINT in s.pthread_sigmask(s.SIG_BLOCK, ()))"
    with without_ctrl_c():
        child = subprocess.run([sys.executable, "-c", blocked], capture_output=True, check=True)
    assert child.stdout.split() == [b"True"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


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


def begun(study: Path, out: Path) -> subprocess.Popen[str]:
    """A batch that has done its first recording."""
    command = [sys.executable, "-m", "posture", "batch", str(study), "--out", str(out), "--jobs=1"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a terminal signals all of them
    )
    first = place(out, recordings(study)[0]) / batch.DONE
    until_s = time.monotonic() + 60
    while not first.exists():
        assert time.monotonic() < until_s, "nothing is done"
        time.sleep(0.02)
    return process


def gone(workers: list[int]) -> bool:
    until_s = time.monotonic() + 60
    while any(map(lives, workers)) and time.monotonic() < until_s:
        time.sleep(0.02)
    return not any(map(lives, workers))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "kill"])
def test_one_that_is_interrupted_goes_on(
    number: signal.Signals, study: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (study / "long.mp4").symlink_to(SAMPLES / "glance.mp4")
    process = begun(study, out)
    workers = children(process.pid)
    if number is signal.SIGINT:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130, said
    assert said.strip() == "interrupted; the same command goes on where it was"
    assert workers
    assert gone(workers)
    assert not (out / LOCK).exists()
    (study / "long.mp4").unlink()
    again = CliRunner().invoke(main, ["batch", str(study), "--out", str(out)])
    assert again.exit_code == 4
    assert "2 recordings, 2 of them done now" not in again.output


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_a_killed_run_goes_on(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = begun(study, out)
    workers = children(process.pid)
    process.kill()
    process.communicate()
    assert workers
    assert gone(workers), "a worker outlives the run"
    again = CliRunner().invoke(main, ["batch", str(study), "--out", str(out)])
    assert again.exit_code == 4
    other = tmp_path / "other"
    CliRunner().invoke(main, ["batch", str(study), "--out", str(other)])
    same = everything(other)
    assert {name: everything(out)[name] for name in same} == same
