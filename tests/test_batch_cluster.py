"""A batch on a cluster: a Dask scheduler and two workers on this machine, one of them killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

import pytest

from posture import batch_workers
from posture.batch import BatchError, Outcome, Recorded, recordings
from posture.settings import Settings
from tests.clips import make_clip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_a_wrong_address() -> None:
    with (
        pytest.raises(BatchError, match="no Dask scheduler"),
        batch_workers.cluster("nonsense://here"),
    ):
        pass


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler on this machine, and its two workers."""
    pytest.importorskip("distributed")
    note = tmp_path / "scheduler.json"
    dask = (sys.executable, "-m", "distributed.cli.dask_scheduler")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    options = (
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        str(note),
    )
    leader = subprocess.Popen((*dask, *options), **quiet)  # type: ignore[call-overload]
    until_s = time.monotonic() + 30
    while not note.exists():
        assert time.monotonic() < until_s, "the scheduler does not start"
        time.sleep(0.05)
    address = json.loads(note.read_text())["address"]
    worker = (sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1")
    alone = ("--no-dashboard", "--no-nanny", "--local-directory", str(tmp_path))
    workers = [subprocess.Popen((*worker, *alone), **quiet) for _ in range(2)]  # type: ignore[call-overload]
    yield address, workers
    for process in (*workers, leader):
        process.kill()
        process.wait()


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = scheduler
    folder = tmp_path / "clips"
    folder.mkdir()
    for number in range(6):
        make_clip(folder, f"{number}.mp4", count=5 + number)
    asked = recordings(folder)
    outs = {name: tmp_path / name for name in ("here", "there")}
    with batch_workers.local(1) as pool:
        expected = dict(batch_workers.work_all(asked, outs["here"], Settings(), pool))
    with batch_workers.cluster(address) as pool:
        found: dict[Recorded, Outcome] = {}
        for each, outcome in batch_workers.work_all(asked, outs["there"], Settings(), pool):
            if not found:
                workers[0].send_signal(signal.SIGKILL)
            found[each] = outcome
    assert found == expected
    assert everything(outs["there"]) == everything(outs["here"])


def test_a_cluster_that_goes_away_is_told(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]],
) -> None:
    from distributed.scheduler import KilledWorker

    def ended_by(error: BaseException) -> None:
        with batch_workers.cluster(scheduler[0]):
            raise error

    with pytest.raises(BatchError, match="it has gone; see to it"):
        ended_by(CancelledError())
    with pytest.raises(BatchError, match="its workers were killed"):
        ended_by(KilledWorker("a task", None, 3))
