"""Who does the work of a batch: processes of this machine, or a cluster."""

from __future__ import annotations

import logging
import multiprocessing
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    ProcessPoolExecutor,
    as_completed,
)
from contextlib import contextmanager
from typing import TYPE_CHECKING

from posture.batch import BatchError, work
from posture.worker_process import end_with_parent, without_ctrl_c

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor, Future
    from pathlib import Path

    from posture.batch import Outcome, Recorded
    from posture.settings import Settings


def work_all(
    asked: Sequence[Recorded], out: Path, settings: Settings, executor: Executor
) -> Iterator[tuple[Recorded, Outcome]]:
    """Each recording with how it ended, in the order in which they are finished.

    Raises:
        BatchError: A process was killed.
    """
    futures: dict[Future[Outcome], Recorded] = {}
    try:
        with without_ctrl_c():
            futures.update((executor.submit(work, each, out, settings), each) for each in asked)
        for future in as_completed(futures):
            yield futures[future], future.result()
    except BrokenExecutor as error:
        raise BatchError(
            "a process was killed, perhaps because memory ran out; the same command goes on where "
            "it was, and --jobs 1 needs the least memory"
        ) from error


@contextmanager
def local(jobs: int) -> Iterator[Executor]:
    """So many processes of this machine; where the block fails they are ended at once."""
    # MediaPipe starts threads, and a forked process has none of them: start afresh.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=end_with_parent) as pool:
        try:
            yield pool
        except BaseException:
            # Nothing is cancelled before: the pool's thread does not expect that of what it loses.
            for process in multiprocessing.active_children():  # a recording may take an hour
                process.terminate()
            raise


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler, which see the same folders and have the same posture.

    Raises:
        BatchError: The package is missing, nobody answers, or the cluster has gone.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        text = 'a cluster needs the package distributed: pip install "posture-monitor[cluster]"'
        raise BatchError(text) from error
    try:
        client = Client(address, timeout="5s")
    except (OSError, TimeoutError, ValueError) as error:
        raise BatchError(f"{address}: no Dask scheduler answers there ({error})") from error
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # it is told below
    with client:
        try:
            # Not pure: a task that was lost with its worker is done again.
            yield client.get_executor(pure=False)
        except (CancelledError, KilledWorker) as error:
            why = "it has gone" if isinstance(error, CancelledError) else "its workers were killed"
            text = f"{address}: {why}; see to it, and the same command goes on where it was"
            raise BatchError(text) from error
