"""Commands of the laboratory about exercises; each imports what it needs only when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_BODIES = 13
# Desk work for the tests, in seconds by view.
_DESK_WORK_S = {"front": 600.0, "side": 300.0, "threequarter": 120.0}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    parser = commands.add_parser("exercises", help="render bodies that exercise")
    parser.add_argument("--out", type=Path, required=True, help="directory of the recordings")
    parser.add_argument("--bodies", type=int, default=_BODIES, help="each does every exercise")
    parser.add_argument("--only", help="only this exercise")
    parser.add_argument("--paced", action="store_true", help="those led by cues, in time")
    parser.set_defaults(run=_render)
    parser = commands.add_parser("exercise-landmarks", help="find the landmarks of exercises")
    parser.add_argument("--recordings", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="directory for the landmarks")
    parser.set_defaults(run=_landmarks)
    parser = commands.add_parser("exercise-tests", help="pack landmarks for the tests")
    parser.add_argument("--exercises", type=Path, help="of exercise-landmarks")
    parser.add_argument("--paced", type=Path, help="of exercise-landmarks, led by cues")
    parser.add_argument("--dataset", type=Path, help="of desk work, as for fit")
    parser.add_argument("--landmarks", type=Path, help="of desk work, as for fit")
    parser.add_argument("--out", type=Path, default=Path("tests/data"))
    parser.add_argument("--bodies", type=int, default=_BODIES)
    parser.set_defaults(run=_pack)
    parser = commands.add_parser("exercise-fit", help="fit what counts exercises led by cues")
    parser.add_argument("--paced", type=Path, required=True, help="of exercise-landmarks")
    parser.add_argument("--dataset", type=Path, required=True, help="of desk work, as for fit")
    parser.add_argument("--landmarks", type=Path, required=True, help="of desk work, as for fit")
    parser.add_argument("--out", type=Path, default=Path("posture/data/exercise_weights.npz"))
    parser.set_defaults(run=_fit)
    parser = commands.add_parser("exercise-paths", help="write the paths of the drawn figure")
    parser.add_argument("--out", type=Path, default=Path("posture/data/exercise_paths.json"))
    parser.set_defaults(run=_paths)
    parser = commands.add_parser("exercise-sample", help="render a sample clip of an exercise")
    parser.add_argument("--kind", required=True, help="of calibration.exercise_clips.SAMPLES")
    parser.add_argument("--out", type=Path, required=True, help="file, .mp4")
    parser.add_argument("--body", type=int, default=None, help="another body than the sample's")
    parser.set_defaults(run=_sample)


def _render(options: argparse.Namespace) -> None:
    from calibration.exercise_jobs import render_exercises

    render_exercises(options.out, options.bodies, options.only, paced=options.paced)


def _landmarks(options: argparse.Namespace) -> None:
    from calibration.exercise_data import find_landmarks
    from posture.estimators.mediapipe import MediaPipeEstimator

    with MediaPipeEstimator() as estimator:
        find_landmarks(options.recordings, options.out, estimator)


def _pack(options: argparse.Namespace) -> None:
    from calibration.exercise_pack import pack_desk_work, pack_exercises

    options.out.mkdir(parents=True, exist_ok=True)
    if options.exercises:
        pack_exercises(options.exercises, options.out / "exercises.npz", options.bodies)
    if options.paced:
        pack_exercises(options.paced, options.out / "exercises_paced.npz", options.bodies)
    if options.dataset and options.landmarks:
        path = options.out / "desk_work.npz"
        pack_desk_work(options.dataset, options.landmarks, path, _DESK_WORK_S)


def _fit(options: argparse.Namespace) -> None:
    from calibration.exercise_fit import fit_exercises

    fit_exercises(options.paced, options.dataset, options.landmarks, options.out)


def _paths(options: argparse.Namespace) -> None:
    from calibration.exercise_paths import write_paths

    write_paths(options.out)


def _sample(options: argparse.Namespace) -> None:
    from calibration.exercise_clips import SAMPLES, make_exercise_clip

    if options.kind not in SAMPLES:
        raise SystemExit(f"unknown kind {options.kind!r}; there are {', '.join(SAMPLES)}")
    make_exercise_clip(options.kind, options.out, options.body)
