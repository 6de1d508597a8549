"""Kept postures: by camera and view, private, and never in the way when damaged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture import shape
from posture.ports import OutputError
from posture.profile import Profile
from posture.profile_store import ProfileStore
from posture.records import Baseline, View

if TYPE_CHECKING:
    from pathlib import Path

MODEL = "0" * 64
ID = "usb-046d_C920-index0"


def profile(view: View = View.FRONT, model: str = MODEL, size: float = 1.0) -> Profile:
    values = np.linspace(0, 1, shape.LENGTH)
    baseline = Baseline(
        shape=values,
        spread=values,
        trunk_yaw_deg=0.0,
        view=view,
        count=20,
        start_s=0.0,
        end_s=3.0,
        width_px=640,
        height_px=480,
        centre=(0.5, 0.5),
        size=size,
        model_sha256=model,
    )
    return Profile.of(baseline)


def test_each_view_has_its_own_and_a_new_one_takes_the_place_of_the_old(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path / "kept", ID)
    assert store.load(MODEL) == ({}, ())
    for kept in (profile(), profile(View.SIDE_LEFT), profile(size=2.0)):
        path = store.save(kept)
    assert path.stat().st_mode & 0o777 == 0o600
    found, problems = store.load(MODEL)
    assert problems == ()
    assert {view: kept.upright.size for view, kept in found.items()} == {
        View.FRONT: 2.0,
        View.SIDE_LEFT: 1.0,
    }


@pytest.mark.parametrize("other", ["usb-046d-C920-index0", "usb-046d_C920-index1", "/", "ß" * 300])
def test_another_camera_has_others(tmp_path: Path, other: str) -> None:
    ProfileStore(tmp_path, ID).save(profile())
    store = ProfileStore(tmp_path, other)
    assert store.load(MODEL) == ({}, ())
    assert store.save(profile()).is_relative_to(tmp_path)


def test_what_cannot_be_used_is_told_and_left_out(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path, ID)
    folder = store.save(profile()).parent
    store.save(profile(View.SIDE_LEFT, model="1" * 64))
    (folder / "damaged.json").write_text("{")
    found, problems = store.load(MODEL)
    assert list(found) == [View.FRONT]
    assert len(problems) == 2
    assert any("damaged.json" in problem for problem in problems)
    assert any("another pose model" in problem for problem in problems)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path, ID)
    path = store.save(profile())
    path.unlink()
    path.mkdir()
    (path / "inside").touch()
    with pytest.raises(OutputError, match=r"front\.json"):
        store.save(replace(profile()))
