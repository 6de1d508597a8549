"""Recordings of bodies that exercise: which there are, and their rendering.

A recording is three files as of any data set (see README.md), of kind ``exercise``, with further
truth of each frame and all movements in the json. Bodies with even numbers are for finding
thresholds (``train``), the others for testing them; none is a body of the angle models.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from calibration.exercise_paced import FPS as PACED_FPS
from calibration.exercise_paced import VIEWS, sample_paced, sample_varied
from calibration.exercise_postures import FORMS
from calibration.exercise_scripts import ExerciseScript, sample_exercise
from calibration.exercise_truth import measure
from calibration.recorder import Truth, describe_set_up
from calibration.scenes import CameraRange
from calibration.stage import SetUpKey, make_set_up, oracle_points
from calibration.webcam import compress, expose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from calibration.body_model import BodyModel
    from calibration.render import Pixels
    from calibration.stage import SetUp, Stage

FPS = 6.0
SEED = 606
_SIZES_PX = ((480, 360), (480, 270))
_SCRIPT_STREAM, _NOISE_STREAM = 7, 8
_PACED_INDEX = 20
_VARIED_FROM = 60
"""From this body on, those that are led and train do all sorts of things."""
_NONE_EVERY = 8
"""Of so many bodies, one does nothing that counts."""

# Somebody who is led through an exercise sits where the camera sees head and shoulders, and from
# the side the face and the hips too; who raises the arms or bends aside sits further back.
_FRONT = CameraRange(
    azimuth_deg=((0.0, 14.0),),
    distance_m=((0.65, 1.00),),
    height_m=((-0.24, 0.12),),
    aim_drop_m=((0.04, 0.20),),
    roll_deg=((0.0, 3.0),),
    horizontal_fov_deg=((58.0, 76.0),),
)
_SIDE = CameraRange(
    azimuth_deg=((68.0, 90.0),),
    distance_m=((1.10, 1.95),),
    height_m=((-0.30, 0.15),),
    aim_drop_m=((0.14, 0.36),),
    roll_deg=((0.0, 3.0),),
    horizontal_fov_deg=((54.0, 72.0),),
)
_ROOMY = CameraRange(
    azimuth_deg=((0.0, 12.0),),
    distance_m=((0.80, 1.25),),
    height_m=((-0.22, 0.12),),
    aim_drop_m=((0.04, 0.22),),
    roll_deg=((0.0, 3.0),),
    horizontal_fov_deg=((58.0, 76.0),),
)
_ARMS_UP = CameraRange(
    azimuth_deg=((0.0, 12.0),),
    distance_m=((1.25, 1.80),),
    height_m=((-0.22, 0.15),),
    aim_drop_m=((-0.12, -0.02),),
    roll_deg=((0.0, 3.0),),
    horizontal_fov_deg=((60.0, 76.0),),
)
CAMERAS: dict[tuple[str, str], CameraRange] = {
    ("chin_tuck", "side"): _SIDE,
    ("thoracic_extension", "side"): _SIDE,
    ("cat_cow", "side"): _SIDE,
    ("chin_tuck", "front"): _FRONT,
    ("neck_rotation", "front"): _FRONT,
    ("shoulder_blade_squeeze", "front"): _ROOMY,
    ("cat_cow", "front"): _ROOMY,
    ("side_bend", "front"): _ROOMY,
    ("wall_angel", "front"): _ARMS_UP,
    ("overhead_reach", "front"): _ARMS_UP,
}
"""Where the camera stands, by exercise and view."""


@dataclass(frozen=True)
class ExerciseJob:
    """One recording to be rendered: a body, an exercise, a camera, perhaps cues that lead."""

    key: SetUpKey
    exercise: str
    paced: bool = False

    @property
    def fps(self) -> float:
        """Pictures a second."""
        return PACED_FPS if self.paced else FPS

    @property
    def split(self) -> str:
        """Train or test."""
        return "train" if self.key.body % 2 == 0 else "test"

    @property
    def none(self) -> bool:
        """Whether nothing in it is to be counted."""
        return (self.key.body + self.key.index) % _NONE_EVERY == _NONE_EVERY - 1

    @property
    def name(self) -> str:
        """File name without suffix."""
        key = self.key
        return f"exercise_{self.exercise}_{key.view}_body{key.body:04d}_{key.index:02d}"


def plan_exercises(bodies: int, seed: int = SEED) -> list[ExerciseJob]:
    """List what to render, body by body; more bodies leave the others as they are."""
    kinds = [(name, view) for name, form in FORMS.items() for view in form.views]
    return [
        ExerciseJob(_key(seed, body, index, name, view), name)
        for body in range(bodies)
        for index, (name, view) in enumerate(kinds)
    ]


def plan_paced(bodies: int, seed: int = SEED) -> list[ExerciseJob]:
    """List what to render of exercises that are led by cues, as `plan_exercises`."""
    return [
        ExerciseJob(_key(seed, body, _PACED_INDEX + index, name, view), name, paced=True)
        for body in range(bodies)
        for index, (name, view) in enumerate(VIEWS.items())
    ]


def _key(seed: int, body: int, index: int, name: str, view: str) -> SetUpKey:
    wide = CAMERAS[name, view] is not _ARMS_UP and (body + index) % 3 == 0
    return SetUpKey(seed, body, index, view, size_px=_SIZES_PX[int(wide)])


def generator(key: SetUpKey, stream: int) -> np.random.Generator:
    """Random numbers of one recording."""
    return np.random.default_rng(
        np.random.SeedSequence(key.seed, spawn_key=(stream, key.body, key.index))
    )


def script_of(job: ExerciseJob) -> ExerciseScript:
    """What is done in the recording."""
    rng = generator(job.key, _SCRIPT_STREAM)
    if job.paced and job.split == "train" and job.key.body >= _VARIED_FROM:
        return sample_varied(rng, job.exercise)
    if job.paced:
        return sample_paced(rng, job.exercise, job.key.body // 2 + job.key.index)
    return sample_exercise(rng, job.exercise, none=job.none)


def set_up_of(model: BodyModel, job: ExerciseJob) -> SetUp:
    """Body, room and camera of the recording."""
    return make_set_up(model, job.key, CAMERAS[job.exercise, job.key.view])


class ExerciseTruth:
    """Collects what is true of each frame."""

    def __init__(self) -> None:
        self._basis = Truth()
        self._rows: dict[str, list[Any]] = {}

    def arrays(self) -> dict[str, Any]:
        """One array for each quantity."""
        return self._basis.arrays() | {k: np.array(rows) for k, rows in self._rows.items()}

    def frames(
        self,
        model: BodyModel,
        stage: Stage,
        set_up: SetUp,
        script: ExerciseScript,
        fps: float,
    ) -> Iterator[Pixels]:
        """Take the webcam's pictures of a script, and note what is true of each."""
        noise = generator(set_up.key, _NOISE_STREAM)
        stage.enter(set_up)
        for frame in range(round(script.length_s * fps)):
            moment, truth = script.at(frame / fps)
            image, placed = stage.take(moment)
            oracle_px = oracle_points(model, placed, set_up.view.camera)
            self._basis.add(frame / fps, moment, truth.phase, placed, oracle_px)
            row = {"drive": truth.drive, "movement": truth.movement} | measure(model, placed)
            for name, value in row.items():
                self._rows.setdefault(name, []).append(value)
            yield expose(image, set_up.webcam, noise)


def describe(job: ExerciseJob, script: ExerciseScript, set_up: SetUp) -> dict[str, Any]:
    """Everything that is known about a recording, for its json file."""
    left, right, both = script.counts()
    return {
        "name": job.name,
        "kind": "exercise",
        "exercise": job.exercise,
        "split": job.split,
        "view": job.key.view,
        "fps": job.fps,
        "counts": {"left": left, "right": right, "all": left + right + both},
        "movements": [
            asdict(movement) | {"counts": movement.counts} for movement in script.movements
        ],
        **describe_set_up(set_up),
    }


def render_exercise(model: BodyModel, stage: Stage, job: ExerciseJob, directory: Path) -> None:
    """Write the three files of ``job``; the json file, last, makes it count."""
    set_up, script, truth = set_up_of(model, job), script_of(job), ExerciseTruth()
    pictures = [
        compress(image, set_up.webcam)
        for image in truth.frames(model, stage, set_up, script, job.fps)
    ]
    starts = np.cumsum([0] + [len(data) for data in pictures[:-1]])
    target = directory / job.split / job.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.with_suffix(".mjpeg").write_bytes(b"".join(pictures))
    arrays = truth.arrays()
    if job.paced:
        arrays["cycle_done"] = np.array([movement.counts for movement in script.movements])
    np.savez_compressed(target.with_suffix(".npz"), jpeg_start=starts, **arrays)
    about = json.dumps(describe(job, script, set_up), indent=1)
    part = target.with_suffix(".part")
    part.write_text(about, encoding="utf-8")
    part.replace(target.with_suffix(".json"))


def render_exercises(
    directory: Path, bodies: int, only: str | None = None, *, paced: bool = False
) -> int:
    """Render what is not there yet, with a progress bar; return how many there were."""
    from rich.progress import track

    from calibration.body_model import load_body_model
    from calibration.render import Renderer
    from calibration.stage import Stage

    plan = plan_paced if paced else plan_exercises
    jobs = [job for job in plan(bodies) if only in (None, job.exercise)]
    left = [job for job in jobs if not (directory / job.split / f"{job.name}.json").exists()]
    model = load_body_model()
    with Renderer() as renderer:
        stage = Stage(model, renderer)
        for job in track(left, "rendering exercises"):
            render_exercise(model, stage, job, directory)
    return len(left)
