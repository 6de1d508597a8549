"""Kept profiles: by camera and name, private, and never in the way when damaged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture import folders, shape
from posture.naming import MOST_LETTERS, tidy
from posture.ports import OutputError
from posture.profile import UPRIGHT, AcceptedPosture, Profile, to_json
from posture.profile_store import ProfileStore, remove, stored_in
from posture.records import Baseline, View

if TYPE_CHECKING:
    from pathlib import Path

MODEL = "0" * 64
ID = "usb-046d_C920-index0"


def profile(
    name: str = "desk", *, view: View = View.FRONT, model: str = MODEL, size: float = 1.0
) -> Profile:
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
    return Profile((AcceptedPosture(UPRIGHT, baseline),), name)


def test_each_name_has_its_own_and_a_new_one_takes_the_place_of_the_old(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path / "kept", ID)
    assert store.load(MODEL) == ({}, ())
    for kept in (profile(), profile("Stehtisch, Küche"), profile(size=2.0), profile("Desk")):
        path = store.save(kept)
    assert path.stat().st_mode & 0o777 == 0o600
    found, problems = store.load(MODEL)
    assert problems == ()
    assert {name: kept.upright.size for name, kept in found.items()} == {
        "desk": 2.0,
        "Desk": 1.0,
        "Stehtisch, Küche": 1.0,
    }
    names = sorted(path.name for path in path.parent.iterdir())
    assert names == ["desk-2.json", "desk.json", "stehtisch-k-che.json"]


@pytest.mark.parametrize("name", ["机", "../..", "a/b", "-", "con\u202e"])
def test_any_name_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    store = ProfileStore(tmp_path / "kept", ID)
    folder = store.save(profile()).parent
    kept = profile(tidy(name))
    assert store.save(kept).parent == folder
    assert set(store.load(MODEL)[0]) == {"desk", kept.name}


def test_those_of_an_earlier_version_are_named_by_their_view(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path, ID)
    folder = store.save(profile()).parent
    (folder / "desk.json").unlink()
    for view in (View.FRONT, View.SIDE_LEFT):
        values = to_json(profile(view=view))
        del values["name"]
        (folder / f"{view}.json").write_text(json.dumps(values))
    found, problems = store.load(MODEL)
    assert (list(found), problems) == (["front", "side left"], ())
    store.save(found["side left"])
    assert sorted(path.name for path in folder.iterdir()) == ["front.json", "side_left.json"]
    assert json.loads((folder / "side_left.json").read_text())["name"] == "side left"


@pytest.mark.parametrize("other", ["usb-046d-C920-index0", "usb-046d_C920-index1", "/", "ß" * 300])
def test_another_camera_has_others(tmp_path: Path, other: str) -> None:
    ProfileStore(tmp_path, ID).save(profile())
    store = ProfileStore(tmp_path, other)
    assert store.load(MODEL) == ({}, ())
    assert store.save(profile()).is_relative_to(tmp_path)


def test_what_cannot_be_used_is_told_left_out_and_left_alone(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path, ID)
    folder = store.save(profile("sofa")).parent
    foreign = {"desk.json": "{", "list.json": "[1]", "name.json": "", "twice.json": ""}
    foreign["name.json"] = json.dumps({**to_json(profile()), "name": " a\nb "})
    foreign["twice.json"] = json.dumps(to_json(profile("sofa")))
    for name, text in foreign.items():
        (folder / name).write_text(text)
    store.save(profile("other", model="1" * 64))
    path = store.save(profile())
    assert path.name == "desk-2.json"
    found, problems = store.load(MODEL)
    assert set(found) == {"sofa", "desk"}
    assert len(problems) == 5
    for said in ("desk.json", "another pose model", "there is another baseline 'sofa'"):
        assert any(said in problem for problem in problems)
    assert {name: (folder / name).read_text() for name in foreign} == foreign


def test_one_of_another_model_is_replaced(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path, ID)
    store.save(profile(model="1" * 64))
    store.save(profile())
    assert store.load(MODEL)[1] == ()


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "write", fail)
    with pytest.raises(OutputError, match=r"desk\.json: cannot be written \(No space"):
        ProfileStore(tmp_path, ID).save(profile())


def test_what_is_stored_is_found_and_removed(tmp_path: Path) -> None:
    for camera in ("one", "two"):
        ProfileStore(tmp_path, camera).save(profile())
    first, second = stored_in(tmp_path)[0]
    assert [entry.camera[:3] for entry in (first, second)] == ["one", "two"]
    remove(first)
    remove(first)
    assert [entry.path for entry in stored_in(tmp_path)[0]] == [second.path]
    second.path.unlink()
    second.path.mkdir()
    with pytest.raises(OutputError, match="cannot be removed"):
        remove(second)


@given(st.text(max_size=60))
def test_a_tidy_name_stays_as_it_is(text: str) -> None:
    name = tidy(text)
    assert tidy(name) == name
    assert len(name) <= MOST_LETTERS
    assert not name or from_json_name(name) == name


def from_json_name(name: str) -> str:
    return str(json.loads(json.dumps(to_json(profile(name))))["name"])
