"""Recordings of exercises: rendered, read, packed for the tests, and read there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration import exercise_jobs
from calibration.dataset import find_recordings, read_recording
from calibration.exercise_data import find_exercised, find_landmarks, read_exercised
from calibration.exercise_jobs import FPS, plan_exercises, plan_paced, render_exercise, script_of
from calibration.exercise_pack import pack_exercises
from calibration.stage import Stage
from posture.ports import Closing
from posture.records import Observation, Pose
from tests.exercise_data import read
from tests.poses import make_pose

if TYPE_CHECKING:
    from pathlib import Path

    from calibration.body_model import BodyModel
    from calibration.exercise_jobs import ExerciseJob
    from calibration.exercise_scripts import ExerciseScript
    from calibration.render import Renderer
    from posture.records import Frame

JOB = next(job for job in plan_exercises(1) if job.exercise == "neck_rotation")
PACED = plan_paced(1)[1]


class Drawn(Closing):
    """An estimator that finds a paper figure in every frame but the third."""

    model_name = model_sha256 = "drawn"

    def restart(self) -> None:
        """Forget nothing."""

    def estimate(self, frame: Frame, *, look_afresh: bool) -> Observation:
        pose = None if frame.index == 2 else pose_of(frame.index)
        detected = () if look_afresh else None
        return Observation(frame.timestamp_s, frame.index, pose, detected, 0.5)

    def close(self) -> None:
        """Nothing to close."""


def pose_of(index: int) -> Pose:
    return make_pose(head_yaw_deg=float(index % 40), width_px=48, height_px=36, metre_px=30.0)


@pytest.fixture
def rendered(
    model: BodyModel, renderer: Renderer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The first seconds of two recordings, the second one paced, in tiny pictures."""

    def short(job: ExerciseJob) -> ExerciseScript:
        made = script_of(job)
        return replace(made, script=replace(made.script, length_s=1.0))

    monkeypatch.setattr(exercise_jobs, "script_of", short)
    for job, folder in ((JOB, "recordings"), (PACED, "paced")):
        small = replace(job, key=replace(job.key, size_px=(48, 36)))
        render_exercise(model, Stage(model, renderer), small, tmp_path / folder)
    return tmp_path


def test_rendered_found_packed_and_read(rendered: Path) -> None:
    (path,) = find_recordings(rendered / "recordings")
    recording = read_recording(path)
    assert len(list(recording.pictures())) == len(recording.truth["drive"]) == FPS
    assert set(recording.truth["kind"]) == {"rest"}
    assert np.isfinite(recording.truth["oracle_px"][:, 11:17]).all()

    assert find_landmarks(rendered / "recordings", rendered / "found", Drawn()) == 1
    assert find_landmarks(rendered / "recordings", rendered / "found", Drawn()) == 0
    (found,) = find_exercised(rendered / "found")
    exercised = read_exercised(found)
    assert exercised.counts == (1, 1)
    assert [pose is None for _, pose in exercised.frames()] == [n == 2 for n in range(6)]

    assert pack_exercises(rendered / "found", rendered / "packed.npz", bodies=1) == 1
    (packed,) = read(rendered / "packed.npz")
    assert (packed.exercise, packed.view, packed.test) == ("neck_rotation", "front", False)
    assert packed.counts == exercised.counts
    labels = [movement["label"] for movement in exercised.about["movements"]]
    assert [movement.label for movement in packed.movements] == labels
    for (time_s, one), (packed_s, other) in zip(exercised.frames(), packed.frames(), strict=True):
        assert time_s == pytest.approx(packed_s)
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            np.testing.assert_allclose(one.points_px[:25], other.points_px[:25], atol=0.07)
            np.testing.assert_allclose(one.world_m[:25], other.world_m[:25], atol=0.0011)
            np.testing.assert_allclose(one.visibility[:25], other.visibility[:25], atol=0.012)
            assert other.visibility[25:].max() == 0.0


def test_a_paced_one_says_which_cycles_were_done(rendered: Path) -> None:
    find_landmarks(rendered / "paced", rendered / "found", Drawn())
    (found,) = find_exercised(rendered / "found")
    exercised = read_exercised(found)
    assert exercised.about["fps"] == len(exercised.poses) == 5
    assert exercised.truth["cycle_done"].tolist() == [True] * 4 + [False] * 2
    assert exercised.counts == (4,)

    assert pack_exercises(rendered / "found", rendered / "packed.npz", bodies=1) == 1
    (packed,) = read(rendered / "packed.npz")
    assert packed.fps == 5.0
    assert [done.counts for done in packed.movements] == exercised.truth["cycle_done"].tolist()


def test_the_json_says_all_movements(rendered: Path) -> None:
    (path,) = find_recordings(rendered / "recordings")
    about = json.loads(path.read_text())
    assert about["counts"]["all"] == sum(movement["counts"] for movement in about["movements"])
    assert about["movements"][0].keys() == {
        "label",
        "side",
        "start_s",
        "end_s",
        "held_s",
        "counts",
    }
