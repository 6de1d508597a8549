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
import os
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

if TYPE_CHECKING:
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
    if not os.path.isdir(folder):  # noqa: PTH112  # false for a name that is too long
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
    try:
        file = (folder / row["file"]).resolve()
        is_there = file.exists()
    except (OSError, RuntimeError) as error:  # too long a name, or links in a ring
        raise ValueError(f"{row['file']} cannot be looked for") from error
    if not file.is_relative_to(folder.resolve()):
        raise ValueError(f"{row['file']} is outside of {folder}")
    if not is_there:
        raise ValueError(f"{row['file']} is not there")
    name = file.relative_to(folder.resolve()).as_posix()
    subject, camera = (row.get(key) or "" for key in ("subject", "camera"))
    return Recorded(file, name, subject, camera, _baseline(folder, row.get("baseline") or ""))


def _baseline(folder: Path, text: str) -> Stretch | str | None:
    if not text:
        return None
    try:
        if (folder / text).is_file():
            return str((folder / text).resolve())
    except OSError as error:  # too long a name
        raise ValueError("baseline cannot be looked for") from error
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
    for path in _files(recorded):
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def _files(recorded: Recorded) -> list[Path]:
    """All that is read."""
    given, baseline = recorded.file, recorded.baseline
    files = sorted(p for p in given.iterdir() if p.is_file()) if given.is_dir() else [given]
    return [*files, Path(baseline)] if isinstance(baseline, str) else files


def _stamp(recorded: Recorded) -> list[tuple[Path, int, int]]:
    """Changes when a file does."""
    found = [(path, path.stat()) for path in _files(recorded)]
    return [(path, stat.st_size, stat.st_mtime_ns) for path, stat in found]


def work(recorded: Recorded, out: Path, settings: Settings) -> Outcome:
    """Replay one recording, unless that was done; in any process on any machine that sees both."""
    folder = place(out, recorded)
    try:
        stamp, wanted = _stamp(recorded), digest(recorded, settings)
    except OSError as error:
        return _unreadable(recorded, error.strerror)
    try:
        if (before := _done(folder, wanted)) is not None:
            return Outcome(recorded.name, *before, again=True)
        for path in (folder / DONE, *folder.glob(".*.part*")):  # of one that was killed
            path.unlink(missing_ok=True)
    except OSError as error:
        return _not_written(recorded, folder, error)
    outcome = _replayed(recorded, folder, settings)
    if not outcome.finished:
        return outcome
    try:
        if _stamp(recorded) != stamp:
            return _unreadable(recorded, "it has changed while it was read; do it once more")
    except OSError as error:
        return _unreadable(recorded, error.strerror)
    note = {"digest": wanted, "code": int(outcome.code), "message": outcome.message}
    try:
        folders.write(folder / DONE, json.dumps(note), mode=folders.SHARED_FILE)
    except OSError as error:
        return _not_written(recorded, folder, error)
    return outcome


def _replayed(recorded: Recorded, folder: Path, settings: Settings) -> Outcome:
    baseline = (recorded.baseline,) if isinstance(recorded.baseline, Stretch) else recorded.baseline
    taped = recorded.file.suffix.lower() == SUFFIX
    options = ReplayOptions(folder, settings, None if taped else baseline)
    with held_back():
        result = replay_clip(recorded.file, STEM, options)
    return Outcome(recorded.name, result.code, result.message)


def _unreadable(recorded: Recorded, why: str | None) -> Outcome:
    return Outcome(recorded.name, ExitCode.UNREADABLE, f"{recorded.file}: {why}")


def _not_written(recorded: Recorded, folder: Path, error: OSError) -> Outcome:
    text = f"{folder}: cannot be written ({error.strerror})"
    return Outcome(recorded.name, ExitCode.NOT_WRITABLE, text)


def _done(folder: Path, wanted: str) -> tuple[ExitCode, str] | None:
    try:
        note = json.loads((folder / DONE).read_text(encoding="utf-8"))
        return (ExitCode(note["code"]), note["message"]) if note["digest"] == wanted else None
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
