"""`posture batch`: hundreds of recordings, on several processors or machines, as often as it takes.

    folder (and manifest) -> recordings -> an executor -> a folder of results each -> merged tables

A recording is done when its `done.json` is there, with the digest of everything that decides its
results: the same file, settings and versions are never replayed twice, and what was killed half-way
is replayed again. What is merged is read from these folders in the order of the recordings, so that
it is the same bytes whoever did the work, and in whatever order.
"""

from __future__ import annotations

import csv
import hashlib
import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import posture
from posture import folders
from posture.app import Stretch
from posture.landmark_file import SUFFIX
from posture.native_noise import held_back
from posture.ports import PostureError
from posture.replay import ExitCode, ReplayOptions, replay_clip
from posture.worker_process import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor, Future

    from posture.settings import Settings

VIDEOS = frozenset(
    {".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".mpg", ".mpeg", ".ts", ".wmv", ".gif"}
)
"""Endings of what is taken from a folder without a manifest, beside landmark recordings."""
MANIFEST_COLUMNS = ("file", "subject", "camera", "baseline")
STEM = "recording"
"""Of the files in the folder of each recording."""
DONE = "done.json"
LASTS = frozenset({ExitCode.OK, ExitCode.NO_PERSON, ExitCode.BAD_BASELINE})
"""How a replay ends that would end in the same way again."""


class BatchError(PostureError):
    """The folder, the manifest or the cluster cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recording of a study.

    Attributes:
        file: Where it is.
        name: Its path within the folder, with `/`; also of the folder of its results.
        subject, camera: As the manifest has them; empty where nothing is said.
        baseline: A stretch, the path of a stored baseline, or None to look for one.
    """

    file: Path
    name: str
    subject: str = ""
    camera: str = ""
    baseline: Stretch | str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a recording ended: its exit code and what went wrong, if anything."""

    name: str
    code: ExitCode
    message: str = ""
    again: bool = field(default=False, compare=False)
    """Whether it was done before, and not touched now; a task that was lost with its worker may
    have been done."""

    @property
    def finished(self) -> bool:
        """Whether doing it once more would end in the same way."""
        return self.code in LASTS


def recordings(folder: Path, manifest: Path | None = None) -> list[Recorded]:
    """What is to be replayed, in order.

    Args:
        folder: Is searched, with the folders in it; or what a manifest's paths begin at.
        manifest: A CSV file with the columns `file`, and if wanted `subject`, `camera` and
            `baseline` (`1-8` for seconds, a path, or nothing to look for one).

    Raises:
        BatchError: There is nothing to do, or the manifest is wrong; with its line.
    """
    if not folder.is_dir():
        raise BatchError(f"{folder}: is no folder")
    if manifest is not None:
        return _listed(folder, manifest)
    wanted = VIDEOS | {SUFFIX}
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in wanted and p.is_file())
    if not found:
        raise BatchError(
            f"{folder}: no recording is in it; videos end in .mp4, .mov, .mkv and such"
        )
    return [Recorded(path, path.relative_to(folder).as_posix()) for path in found]


def _listed(folder: Path, manifest: Path) -> list[Recorded]:
    try:
        with manifest.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, restkey="more"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BatchError(f"{manifest}: cannot be read ({error})") from error
    found: dict[str, Recorded] = {}
    for line, row in enumerate(rows, 2):
        try:
            each = _of_row(folder, row)
        except ValueError as error:
            raise BatchError(f"{manifest}, line {line}: {error}") from error
        if each.name in found:
            raise BatchError(f"{manifest}, line {line}: {each.name} is named twice")
        found[each.name] = each
    if not found:
        raise BatchError(f"{manifest}: names no recording; the first line is {_HEAD}")
    return list(found.values())


_HEAD = ",".join(MANIFEST_COLUMNS)


def _of_row(folder: Path, row: dict[str, Any]) -> Recorded:
    unknown = set(row) - set(MANIFEST_COLUMNS)
    if unknown or not row.get("file"):
        raise ValueError(f"columns are {_HEAD}, and a file in each line")
    file = (folder / row["file"]).resolve()
    if not file.is_relative_to(folder.resolve()):
        raise ValueError(f"{row['file']} is outside of {folder}")
    if not file.exists():
        raise ValueError(f"{row['file']} is not there")
    name = file.relative_to(folder.resolve()).as_posix()
    subject, camera = (row.get(key) or "" for key in ("subject", "camera"))
    return Recorded(file, name, subject, camera, _baseline(folder, row.get("baseline") or ""))


def _baseline(folder: Path, text: str) -> Stretch | str | None:
    if not text:
        return None
    if (folder / text).is_file():
        return str((folder / text).resolve())
    begin, _, end = text.partition("-")
    try:
        stretch = Stretch(float(begin), float(end))
    except ValueError as error:
        raise ValueError(f"baseline is {text}, neither 1-8 for seconds nor a file") from error
    if not 0 <= stretch.start_s < stretch.end_s < 1e9:
        raise ValueError(f"baseline {text} ends before it begins")
    return stretch


def place(out: Path, recorded: Recorded) -> Path:
    """The folder of a recording's results."""
    return out / "recordings" / recorded.name


def digest(recorded: Recorded, settings: Settings) -> str:
    """Of everything that decides the results: the file's bytes, the settings, the versions.

    Raises:
        OSError: The file cannot be read.
    """
    versions = {name: metadata.version(name) for name in ("mediapipe", "numpy", "opencv-python")}
    said = (posture.__version__, versions, asdict(settings), str(recorded.baseline))
    whole = hashlib.sha256(json.dumps(said, default=str, sort_keys=True).encode())
    files = [recorded.file] if recorded.file.is_file() else sorted(recorded.file.iterdir())
    if isinstance(recorded.baseline, str):
        files.append(Path(recorded.baseline))
    for path in files:
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def work(recorded: Recorded, out: Path, settings: Settings) -> Outcome:
    """Replay one recording, unless that was done; in any process on any machine that sees both."""
    folder = place(out, recorded)
    try:
        wanted = digest(recorded, settings)
        if (before := _done(folder, wanted)) is not None:
            return Outcome(recorded.name, *before, again=True)
        (folder / DONE).unlink(missing_ok=True)
    except OSError as error:
        return Outcome(recorded.name, ExitCode.UNREADABLE, f"{recorded.file}: {error.strerror}")
    baseline = (recorded.baseline,) if isinstance(recorded.baseline, Stretch) else recorded.baseline
    taped = recorded.file.suffix.lower() == SUFFIX
    options = ReplayOptions(folder, settings, None if taped else baseline)
    with held_back():
        result = replay_clip(recorded.file, STEM, options)
    outcome = Outcome(recorded.name, result.code, result.message)
    if outcome.finished:
        note = {"digest": wanted, "code": int(result.code), "message": result.message}
        try:
            folders.write(folder / DONE, json.dumps(note), mode=folders.SHARED_FILE)
        except OSError as error:
            return Outcome(recorded.name, ExitCode.NOT_WRITABLE, f"{folder}: {error.strerror}")
    return outcome


def _done(folder: Path, wanted: str) -> tuple[ExitCode, str] | None:
    try:
        note = json.loads((folder / DONE).read_text(encoding="utf-8"))
        return (ExitCode(note["code"]), note["message"]) if note["digest"] == wanted else None
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def work_all(
    asked: Sequence[Recorded], out: Path, settings: Settings, executor: Executor
) -> Iterator[tuple[Recorded, Outcome]]:
    """Each recording with how it ended, in the order in which they are finished."""
    futures: dict[Future[Outcome], Recorded] = {
        executor.submit(work, each, out, settings): each for each in asked
    }
    try:
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        for future in futures:
            future.cancel()


@contextmanager
def local(jobs: int) -> Iterator[Executor]:
    """So many processes of this machine."""
    # MediaPipe starts threads, and a forked process has none of them: start afresh.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=end_with_parent) as pool:
        yield pool


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler, which see the same folders and have the same posture.

    Raises:
        BatchError: The package is missing, or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        text = 'a cluster needs the package distributed: pip install "posture-monitor[cluster]"'
        raise BatchError(text) from error
    try:
        client = Client(address, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise BatchError(f"{address}: no Dask scheduler answers there ({error})") from error
    with client:
        # Not pure: a task that was lost with its worker is done again.
        yield client.get_executor(pure=False)
