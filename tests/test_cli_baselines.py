"""Stored baselines as a user lists and removes them."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from posture.cli import main
from posture.commands import Status
from posture.profile import Profile
from posture.profile_store import ProfileStore
from tests.guiding import baseline_of
from tests.live_script import UPRIGHT
from tests.poses import make_pose
from tests.running import elsewhere, running

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path))
    return tmp_path / "baselines"


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["baselines", *arguments], catch_exceptions=False)


def stored(kept: Path, camera: str, *names: str) -> Path:
    first = baseline_of(UPRIGHT)
    for name in names:
        profile = Profile((first, replace(baseline_of(make_pose()), name="reading")), name)
        path = ProfileStore(kept, camera).save(profile)
    return path.parent


def test_nothing_is_kept(kept: Path) -> None:
    result = command("list")
    assert (result.exit_code, result.stdout.startswith("there are none yet")) == (0, True)
    assert not kept.exists()
    assert command("remove", "desk").stderr == "Error: there is no baseline desk; there are none\n"


def test_what_is_kept_is_listed_and_removed(kept: Path) -> None:
    folder = stored(kept, "one", "desk", "at the window")
    (folder / "foreign.json").write_text("{")
    result = command("list")
    assert result.stdout.splitlines() == [
        f"{folder.name}:",
        "  at the window (side right): upright, reading",
        "  desk (side right): upright, reading",
    ]
    assert "foreign.json: is not a baseline" in result.stderr
    assert command("remove", "at the window").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["desk.json", "foreign.json"]
    gone = command("remove", "at the window")
    assert (gone.exit_code, "there are desk" in gone.stderr) == (1, True)


def test_which_camera_is_asked_where_several_have_it(kept: Path) -> None:
    one, two = stored(kept, "one", "desk"), stored(kept, "two", "desk")
    refused = command("remove", "desk")
    assert refused.exit_code == 1
    assert f"--camera {one.name} or {two.name}" in refused.stderr
    assert command("remove", "desk", "--camera", two.name).exit_code == 0
    assert [list(folder.iterdir()) for folder in (one, two)] == [[one / "desk.json"], []]


@pytest.mark.skipif(sys.platform == "win32", reason="its pipes have no path")
def test_a_posture_that_runs_goes_on_with_it_and_that_is_said(tmp_path: Path) -> None:
    with elsewhere(tmp_path), running() as heard:
        stored(tmp_path / "baselines", "one", "desk")
        result = command("remove", "desk")
        assert "goes on as before: `posture quit`, and start it again" in result.stdout
    assert heard == [Status()]
