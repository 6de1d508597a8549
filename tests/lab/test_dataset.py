"""Data sets: splits by body, resumable rendering, and what is read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from calibration.dataset import Amounts, find_recordings, plan, read_recording, split_bodies
from calibration.recorder import moments, render_all

if TYPE_CHECKING:
    from pathlib import Path

    from calibration.dataset import Job


def small_jobs() -> list[Job]:
    jobs = plan(2, Amounts(bodies=8, set_ups=1))[:2]
    return [replace(job, key=replace(job.key, size_px=(160, 120)), frames=8) for job in jobs]


def test_splits_share_no_body() -> None:
    groups = split_bodies(seed=1, bodies=100)
    everybody = [body for members in groups.values() for body in members]
    assert sorted(everybody) == list(range(100))
    assert {split: len(members) for split, members in groups.items()} == {
        "train": 68,
        "validation": 14,
        "test": 18,
    }


def test_the_plan_keeps_the_splits_apart() -> None:
    jobs = plan(1, Amounts(bodies=40, sequences=20))
    bodies: dict[int, set[str]] = {}
    for job in jobs:
        bodies.setdefault(job.key.body, set()).add(job.split)
    assert all(len(splits) == 1 for splits in bodies.values())
    assert not any(job.key.out_of_range for job in jobs if job.split == "train")
    assert any(job.key.out_of_range for job in jobs if job.split == "test")
    assert len({job.name for job in jobs}) == len(jobs)
    assert sum(job.kind == "sequence" for job in jobs) == pytest.approx(20, abs=1)
    assert plan(1, Amounts(bodies=40, sequences=20)) == jobs


def test_more_bodies_and_watches_leave_the_rest_as_it_was() -> None:
    few = plan(1, Amounts(bodies=20, sequences=8))
    many = plan(1, Amounts(bodies=20, sequences=8, more_bodies=6, watches=9))
    assert set(few) < set(many)
    added = set(many) - set(few)
    known = {job.key.body for job in few}
    for job in added:
        if job.kind == "stills":
            assert job.split == "train"
            assert job.key.body not in known
        else:
            assert job.split != "train"
            assert job.frames / job.fps == 180.0
    assert len({job.name for job in many}) == len(few) + 3 * 6 + 9


def test_sequences_begin_upright_and_move_smoothly() -> None:
    job = next(
        job
        for job in plan(1, Amounts(bodies=40, set_ups=0, sequences=20))
        if job.kind == "sequence"
    )
    told = list(moments(job))
    kinds = [kind for timestamp_s, _, kind in told if timestamp_s < 12.0]
    assert set(kinds) == {"upright"}
    slump = np.array([moment.posture.slump_deg for _, moment, _ in told])
    assert np.abs(np.diff(slump)).max() < 25.0, "no jump between two frames"


def test_baseline_stills_come_first() -> None:
    job = next(job for job in plan(1, Amounts(bodies=8)) if job.kind == "stills")
    kinds = [kind for _, _, kind in moments(job)]
    assert kinds[:6] == ["upright"] * 6
    assert len(set(kinds)) > 3


@pytest.mark.usefixtures("model", "renderer")
def test_rendering_goes_on_where_it_stopped(tmp_path: Path) -> None:
    jobs = small_jobs()
    assert render_all(jobs[:1], tmp_path, processes=1) == 1
    done = find_recordings(tmp_path)
    before = done[0].with_suffix(".mjpeg").read_bytes()
    # A set-up that a killed process left without its json file is not there.
    orphan = tmp_path / jobs[1].split / f"{jobs[1].name}.npz"
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_bytes(b"half a file")
    assert find_recordings(tmp_path) == done
    assert render_all(jobs, tmp_path, processes=1) == 1
    assert len(find_recordings(tmp_path)) == 2
    assert done[0].with_suffix(".mjpeg").read_bytes() == before
    done[0].unlink()
    assert render_all(jobs, tmp_path, processes=1) == 1
    assert done[0].with_suffix(".mjpeg").read_bytes() == before, "the same seed, the same file"
    assert not list(tmp_path.rglob("*.partial*"))


@pytest.mark.usefixtures("model", "renderer")
def test_what_is_read_back(tmp_path: Path) -> None:
    jobs = small_jobs()[:1]
    render_all(jobs, tmp_path, processes=1)
    recording = read_recording(find_recordings(tmp_path)[0])
    pictures = list(recording.pictures())
    assert len(pictures) == 8
    assert pictures[0].shape == (120, 160, 3)
    assert recording.truth["oracle_px"].shape == (8, 33, 2)
    assert recording.truth["neck_deg"].shape == (8,)
    assert recording.truth["person_present"].all()
    assert recording.about["split"] == jobs[0].split
    assert recording.about["camera"]["width_px"] == 160
    nose = recording.truth["oracle_px"][0, 0]
    assert -40.0 < nose[0] < 200.0
