"""Renders the jobs of a data set to files, in several processes, and goes on where it stopped."""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import multiprocessing
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.body_model import BodyModel, load_body_model
from calibration.dataset import ANGLES, BASELINE_STILLS, Job
from calibration.postures import natural, sample_kind, sample_posture
from calibration.render import Pixels, Renderer
from calibration.scripts import sample_script
from calibration.stage import Moment, Placed, SetUp, Stage, make_set_up, oracle_points
from calibration.webcam import compress, expose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from calibration.parts import Vector

_SEAT_SD_M = np.array([0.05, 0.07, 0.02])
_STILL_CHAIR_YAW_SD_DEG = 6.0
_MOMENT_STREAM, _NOISE_STREAM = 4, 5


def moments(job: Job) -> Iterator[tuple[float, Moment, str]]:
    """Yield (timestamp_s, what is to be seen, kind of posture) for every frame of ``job``."""
    key = job.key
    rng = np.random.default_rng(
        np.random.SeedSequence(key.seed, spawn_key=(_MOMENT_STREAM, key.body, key.index))
    )
    if job.kind == "sequence":
        script = sample_script(rng, job.frames / job.fps, job.seat_moves)
        for frame in range(job.frames):
            moment, kind = script.at(frame / job.fps)
            yield frame / job.fps, moment, kind
        return
    for frame in range(job.frames):
        first = frame < BASELINE_STILLS
        kind = "upright" if first else sample_kind(rng)
        posture = natural(rng, 0.7) if first else sample_posture(rng, kind)
        if job.seat_moves:
            posture = posture.plus(chair_yaw_deg=float(rng.normal(0.0, _STILL_CHAIR_YAW_SD_DEG)))
        yield frame / job.fps, Moment(posture, _seat(rng, job.seat_moves)), kind


def _seat(rng: np.random.Generator, moves: bool) -> Vector:
    deviation = _SEAT_SD_M if moves else np.full(3, 0.002)
    shift = rng.normal(0.0, 1.0, 3) * deviation
    return float(shift[0]), float(shift[1]), float(shift[2])


class Truth:
    """Collects what is true of each frame."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Any]] = {}

    def add(
        self,
        timestamp_s: float,
        moment: Moment,
        kind: str,
        placed: Placed,
        oracle_px: NDArray[np.float64],
    ) -> None:
        """Add one frame; angles and points of an empty room are NaN."""
        here = moment.present
        row: dict[str, Any] = {
            "timestamp_s": timestamp_s,
            "kind": kind,
            "person_present": here,
            "seat_x_m": moment.seat_m[0],
            "seat_y_m": moment.seat_m[1],
            "seat_z_m": moment.seat_m[2],
            "oracle_px": oracle_px if here else np.full_like(oracle_px, np.nan),
        }
        for name in ANGLES:
            row[name] = getattr(placed.angles, name) if here else np.nan
        for name, value in row.items():
            self._rows.setdefault(name, []).append(value)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return one array per quantity; oracle_px is (n, 33, 2)."""
        return {name: np.array(values) for name, values in self._rows.items()}


class Recorder:
    """Renders jobs one after the other; owns a GL context."""

    def __init__(self, model: BodyModel, renderer: Renderer) -> None:
        self._model, self._stage = model, Stage(model, renderer)

    def frames(self, job: Job, set_up: SetUp, truth: Truth) -> Iterator[Pixels]:
        """Yield the webcam's pictures of ``job`` and fill ``truth``."""
        noise = np.random.default_rng(
            np.random.SeedSequence(
                job.key.seed, spawn_key=(_NOISE_STREAM, job.key.body, job.key.index)
            )
        )
        self._stage.enter(set_up)
        for timestamp_s, moment, kind in moments(job):
            image, placed = self._stage.take(moment)
            truth.add(
                timestamp_s,
                moment,
                kind,
                placed,
                oracle_points(self._model, placed, set_up.view.camera),
            )
            yield expose(image, set_up.webcam, noise)

    def render(self, job: Job, directory: Path) -> None:
        """Write the three files of ``job``; the json file, last, makes it count."""
        set_up, truth = make_set_up(self._model, job.key), Truth()
        pictures = [compress(image, set_up.webcam) for image in self.frames(job, set_up, truth)]
        starts = np.cumsum([0] + [len(data) for data in pictures[:-1]])
        target = directory / job.split / job.name
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{job.name}.{os.getpid()}.partial.npz")
        arrays: dict[str, Any] = {"jpeg_start": starts, **truth.arrays()}
        np.savez_compressed(partial, **arrays)
        partial.replace(target.with_suffix(".npz"))
        _write(target.with_suffix(".mjpeg"), b"".join(pictures))
        about = json.dumps(describe(job, set_up), indent=1)
        _write(target.with_suffix(".json"), about.encode())


def _write(path: Path, data: bytes) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    partial.write_bytes(data)
    partial.replace(path)


def describe(job: Job, set_up: SetUp) -> dict[str, Any]:
    """Return everything that is known about a rendered set-up, for its json file."""
    return {
        "name": job.name,
        "kind": job.kind,
        "split": job.split,
        "view": job.key.view,
        "out_of_range": job.key.out_of_range,
        "seat_moves": job.seat_moves,
        "frames": job.frames,
        "fps": job.fps,
        "baseline_frames": BASELINE_STILLS if job.kind == "stills" else None,
        **describe_set_up(set_up),
    }


def describe_set_up(set_up: SetUp) -> dict[str, Any]:
    """Return seeds, camera, light, webcam, clothes, body and versions of a set-up."""
    packages = ("anny", "numpy", "moderngl", "opencv-python-headless", "opencv-python")
    versions = {}
    for name in packages:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            versions[name] = importlib.metadata.version(name)
    return {
        "seed": set_up.key.seed,
        "body": set_up.key.body,
        "index": set_up.key.index,
        "camera": asdict(set_up.view.camera),
        "light": asdict(set_up.view.light),
        "webcam": asdict(set_up.webcam),
        "outfit": asdict(set_up.figure.outfit),
        "traits": asdict(set_up.figure.body.traits),
        "stature_m": set_up.figure.body.stature_m,
        "versions": versions,
    }


def render_all(jobs: list[Job], directory: Path, processes: int) -> int:
    """Render the jobs that are not there yet, with a progress bar; return how many there were."""
    from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn

    left = [job for job in jobs if not (directory / job.split / f"{job.name}.json").exists()]
    load_body_model()
    columns = (
        *Progress.get_default_columns()[:3],
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns) as progress:
        task = progress.add_task(
            "frames",
            total=sum(job.frames for job in jobs),
            completed=sum(job.frames for job in jobs) - sum(job.frames for job in left),
        )
        for frames in _rendered(left, directory, processes):
            progress.advance(task, frames)
    return len(left)


def _rendered(jobs: list[Job], directory: Path, processes: int) -> Iterator[int]:
    if processes <= 1:
        yield from _work((jobs, directory))
        return
    # GL contexts do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, initializer=_start_worker) as pool:
        yield from pool.imap_unordered(_work_one, ((job, directory) for job in jobs))


_WORKER: list[Recorder] = []


def _start_worker() -> None:
    _WORKER.append(Recorder(load_body_model(), Renderer()))


def _work_one(task: tuple[Job, Path]) -> int:
    job, directory = task
    _WORKER[0].render(job, directory)
    return job.frames


def _work(task: tuple[Iterable[Job], Path]) -> Iterator[int]:
    jobs, directory = task
    with Renderer() as renderer:
        recorder = Recorder(load_body_model(), renderer)
        for job in jobs:
            recorder.render(job, directory)
            yield job.frames
