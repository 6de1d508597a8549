"""What `posture anonymise` and `posture bug-report` take out, and that it is gone."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from click.testing import CliRunner, Result

from posture import settings_file
from posture.checks import Check, Verdict
from posture.cli import main
from posture.landmark_anonymous import STAND_IN, anonymise
from posture.landmark_entries import Seen
from posture.landmark_file import LandmarkFile
from posture.landmark_report import Names, write
from posture.ports import OutputError
from posture.records import Pose
from posture.settings import CameraSettings, Settings
from tests.switches import DESK, LAPTOP, profile_of
from tests.taped import TapedWorld, eventful, replayed

if TYPE_CHECKING:
    from pathlib import Path

NAMES = Names(home="/home/anna", user="anna", host="annas-laptop.example.org")


@pytest.fixture(scope="module")
def taped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, TapedWorld]:
    file = tmp_path_factory.mktemp("taped") / "day.posture"
    return file, eventful(file).run()


def cli(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


def seen(path: Path) -> list[Seen]:
    with LandmarkFile(path) as file:
        return [entry for entry in file.entries() if isinstance(entry, Seen)]


def moved(tmp_path: Path) -> Path:
    """Of a session in which the camera was turned: the background decides."""
    known = {"Anna's desk": DESK, "laptop": LAPTOP}
    places = {name: profile_of(name, there) for name, there in known.items()}
    file = tmp_path / "moved.posture"
    TapedWorld(
        [(30.0, DESK.pose), (1e9, DESK.pose)],
        end_s=80,
        profile=places["Anna's desk"],
        kept=places,
        file=file,
        scenes=lambda second: DESK.room if second < 30 else LAPTOP.room,
    ).run()
    return file


class TestAnonymise:
    def test_the_ticks_are_the_same(self, taped: tuple[Path, TapedWorld], tmp_path: Path) -> None:
        target = tmp_path / "out.posture"
        result = anonymise(taped[0], target)
        assert (result.ticks, result.other) == (len(taped[1].ticks), 0)
        ticks, said = replayed(target)
        assert said == (f"all {len(ticks)} ticks are as when it was recorded",)
        for tick, before in zip(ticks, taped[1].ticks, strict=True):
            assert (tick.state, tick.reason) == (before.state, before.reason)
            assert repr(tick.angles) == repr(before.angles)
            assert repr(tick.deviation) == repr(before.deviation)

    def test_the_last_minutes_too(self, tmp_path: Path) -> None:
        file, target = tmp_path / "last.posture", tmp_path / "out.posture"
        world = eventful(end_s=700)
        world.plan(690, lambda: world.tape.keep(file))
        world.run()
        result = anonymise(file, target)
        assert result.ticks > 500
        assert result.other == 0
        times = [one.observation.timestamp_s for one in seen(target)]
        assert 0 <= times[0] < 1
        assert replayed(target)[1] == (f"all {result.ticks} ticks are as when it was recorded",)

    def test_what_is_not_needed_is_gone(self, tmp_path: Path) -> None:
        file, target = moved(tmp_path), tmp_path / "out.posture"
        anonymise(file, target)
        with LandmarkFile(target) as out:
            header = out.header
        assert (header.started_at, header.camera) == ("", "")
        assert "background" in header.left_out
        assert [profile.name for profile in header.kept] == ["name 5", "laptop"]
        assert all(p.upright.scene is None for p in header.kept)
        assert all(one.observation.scene is None for one in seen(target))
        poses = [one.observation.tracked for one in seen(target)]
        for pose in (pose for pose in poses if pose is not None):
            for landmark, other in STAND_IN.items():
                assert np.array_equal(pose.points_px[landmark], pose.points_px[other])

    def test_where_the_background_decides_that_is_told(self, tmp_path: Path) -> None:
        file = moved(tmp_path)
        result = cli("anonymise", file, tmp_path / "out.posture")
        assert result.exit_code == 0
        assert "ticks are others, from second 6" in result.output
        assert "body proportions and movements" in result.output
        result = cli("anonymise", file, tmp_path / "with.posture", "--with-scene")
        assert "ticks are the same" in result.output

    def test_an_existing_file_stays(self, taped: tuple[Path, TapedWorld], tmp_path: Path) -> None:
        (tmp_path / "mine.posture").write_text("mine")
        result = cli("anonymise", taped[0], tmp_path / "mine.posture")
        assert result.exit_code == 5
        assert "is there already" in result.output

    def test_a_name_that_is_too_long(self, taped: tuple[Path, TapedWorld], tmp_path: Path) -> None:
        with pytest.raises(OutputError, match="cannot be written"):
            anonymise(taped[0], tmp_path / f"{'a' * 300}.posture")

    def test_nothing_is_left_of_one_that_failed(self, tmp_path: Path) -> None:
        (tmp_path / "bad.posture").write_text("bad")
        result = cli("anonymise", tmp_path / "bad.posture", tmp_path / "out.posture")
        assert result.exit_code == 1
        assert "is no recording of landmarks" in result.output
        assert [path.name for path in tmp_path.iterdir()] == ["bad.posture"]


def checks() -> list[Check]:
    return [
        Check("settings folder", Verdict.OK, "/home/anna/.config/posture"),
        Check("cameras", Verdict.OK, "0 = Anna's Phone, 1 = Integrated"),
        Check("display", Verdict.WARNING, "annas-laptop has none", "ask Anna"),
    ]


class TestBugReport:
    def test_nobody_is_named(
        self, taped: tuple[Path, TapedWorld], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path / "data"))
        monkeypatch.setenv("POSTURE_CONFIG_DIR", str(tmp_path / "config"))
        settings = replace(Settings(), camera=CameraSettings("Anna's Phone"))
        settings_file.write(settings_file.own_path(), settings)
        (tmp_path / "data" / "log").mkdir(parents=True)
        log = "no camera\n" * 500 + "/home/anna/me.mp4: gone; ANNA@annas-laptop.example.org\n"
        (tmp_path / "data" / "log" / "posture.log").write_text(log)
        path = tmp_path / "bug.zip"
        lines = write(path, taped[0], examine=checks, names=NAMES)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        names = {"versions.txt", "doctor.txt", "settings.toml", "log-posture.log"}
        assert parts.keys() == names | {"recording.posture"}
        assert len(lines) == len(parts)
        for data in (*parts.values(), path.read_bytes()):
            assert b"anna" not in data.lower()
        assert "~/.config/posture" in parts["doctor.txt"].decode()
        assert "2 found" in parts["doctor.txt"].decode()
        assert parts["log-posture.log"].decode().endswith("~/me.mp4: gone; USER@HOST\n")
        assert parts["log-posture.log"].count(b"\n") == 200

    def test_changed_settings_are_in_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("POSTURE_CONFIG_DIR", str(tmp_path))
        settings = replace(Settings(), detector=replace(Settings().detector, persist_s=41.0))
        settings_file.write(settings_file.own_path(), settings)
        write(tmp_path / "bug.zip", None, examine=checks, names=NAMES)
        with zipfile.ZipFile(tmp_path / "bug.zip") as archive:
            lines = archive.read("settings.toml").decode().splitlines()
        assert lines[1:] == ["detector.persist_s = 41.0"]

    def test_own_names_are_found(self) -> None:
        own = Names.own()
        assert own.without(f"{own.home}/a on {own.host}") == "~/a on HOST"

    def test_as_a_user_calls_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("posture.doctor.examine", checks)
        result = cli("bug-report", tmp_path / "bug.zip")
        assert result.exit_code == 0, result.output
        assert "doctor.txt: " in result.output
        assert "Nothing was sent." in result.output

    def test_it_ends_in_zip(self, tmp_path: Path) -> None:
        result = cli("bug-report", tmp_path / "bug")
        assert result.exit_code == 2
        assert "must end in .zip" in result.output

    def test_an_existing_file_stays(self, tmp_path: Path) -> None:
        (tmp_path / "bug.zip").write_text("mine")
        with pytest.raises(OutputError, match="is there already"):
            write(tmp_path / "bug.zip", None, examine=checks, names=NAMES)


def test_every_stand_in_is_measured_by() -> None:
    assert not STAND_IN.keys() & set(STAND_IN.values())
    assert len(Pose.__dataclass_fields__) == 6  # whoever adds one thinks of `_plainer`
