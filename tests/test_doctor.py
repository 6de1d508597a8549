"""The doctor's checks, each with a scripted probe, and the command."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NoReturn

import pytest
from click.testing import CliRunner

from posture import checks, doctor
from posture.checks import OK, PROBLEM, UNKNOWN, WARNING, Check, Verdict, fits
from posture.cli import main
from posture.ports import EstimatorError, SourceError

if TYPE_CHECKING:
    from pathlib import Path


def raising(error: Exception) -> NoReturn:
    raise error


@pytest.mark.parametrize(
    ("version", "system", "verdict"),
    [
        pytest.param((3, 10, 9), "Linux", PROBLEM, id="too old"),
        pytest.param((3, 11, 0), "Linux", OK, id="oldest"),
        pytest.param((3, 13, 9), "Linux", OK, id="newest"),
        pytest.param((3, 14, 0), "Linux", PROBLEM, id="too new"),
        pytest.param((3, 12, 1), "Darwin", WARNING, id="untried"),
    ],
)
def test_python(version: tuple[int, ...], system: str, verdict: Verdict) -> None:
    assert checks.check_python(version, system, "somewhere").verdict is verdict


@pytest.mark.parametrize(
    ("version", "wanted", "expected"),
    [
        ("0.10.31", ">=0.10.30,<0.10.32", True),
        ("0.10.35", "<0.10.32,>=0.10.30", False),
        ("0.9.30", ">=0.10.30", False),
        ("6.12.0", "!=6.12.0,>=6.7", False),
        ("6.12", "!=6.12.0,>=6.7", False),
        ("6.12.0.1", "!=6.12.0,>=6.7", True),
        ("2.0.0rc1", ">=2.0", True),
        ("2.0+local.7", "<=2.0", True),
        ("3", ">2,==3.0", True),
    ],
)
def test_fits(version: str, wanted: str, expected: bool) -> None:
    assert fits(version, wanted) is expected


@pytest.mark.parametrize(
    ("installed", "wanted", "verdict"),
    [
        pytest.param("2.1", ">=2.0", OK, id="fits"),
        pytest.param("1.9", ">=2.0", PROBLEM, id="too old"),
        pytest.param(None, ">=2.0", PROBLEM, id="missing"),
        pytest.param("2.1", "", UNKNOWN, id="limits not known"),
    ],
)
def test_package(installed: str | None, wanted: str, verdict: Verdict) -> None:
    assert checks.check_package("numpy", wanted, lambda _: installed).verdict is verdict


def test_missing_library_names_debian_s_package() -> None:
    def load(name: str) -> None:
        if "EGL" in name:
            raise OSError(name)

    check = checks.check_libraries(load)
    assert (check.verdict, check.advice) == (PROBLEM, "on Debian: apt install libegl1")
    assert checks.check_libraries(lambda _: None).verdict is OK


@pytest.mark.parametrize(
    "error", [EstimatorError("is damaged"), ImportError("no libGL"), OSError("no libEGL")]
)
def test_pose_model(error: Exception) -> None:
    check = checks.check_pose_model(lambda: raising(error))
    assert (check.verdict, str(error) in check.found) == (PROBLEM, True)
    assert checks.check_pose_model(lambda: "lite") == Check("pose model", OK, "lite")


@pytest.mark.parametrize("error", [OSError("gone"), ValueError("no npz"), KeyError("scale")])
def test_angle_models(error: Exception) -> None:
    assert checks.check_angle_models(lambda _: raising(error)).verdict is PROBLEM
    assert checks.check_angle_models(lambda _: None).verdict is OK


def test_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    assert "not there" in checks.check_settings(path).found
    path.write_text("[detector]\npersist_s = 40\n")
    assert checks.check_settings(path) == Check("settings", OK, f"{path}: 1 changed")
    path.write_text("[detector]\npersist = 40\n")
    check = checks.check_settings(path)
    assert (check.verdict, "line 2: detector.persist" in check.found) == (PROBLEM, True)


def test_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "own" / "data"
    assert "will be made" in checks.check_folder("data", folder).found
    folder.mkdir(0o700, parents=True)
    assert checks.check_folder("data", folder).verdict is OK
    folder.chmod(0o750)
    assert checks.check_folder("data", folder).verdict is WARNING
    (tmp_path / "file").touch()
    assert checks.check_folder("data", tmp_path / "file" / "data").verdict is PROBLEM
    # Whoever is root may write everywhere: the answer is scripted.
    monkeypatch.setattr("os.access", lambda _, mode: mode == os.F_OK)
    assert checks.check_folder("data", folder).verdict is PROBLEM


def test_cameras() -> None:
    assert checks.check_cameras(lambda: ["0 = Webcam"]) == Check("cameras", OK, "0 = Webcam")
    assert checks.check_cameras(list).verdict is WARNING
    assert checks.check_cameras(lambda: None).verdict is UNKNOWN
    assert checks.check_cameras(lambda: raising(SourceError("busy"))).found == "busy"


@pytest.mark.parametrize(
    ("platform", "environment", "verdict"),
    [
        ("linux", {"DISPLAY": ":0"}, OK),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ""}, OK),
        ("linux", {"DISPLAY": ""}, WARNING),
        ("darwin", {}, OK),
    ],
)
def test_display(platform: str, environment: dict[str, str], verdict: Verdict) -> None:
    assert checks.check_display(platform, environment).verdict is verdict


@pytest.mark.parametrize("service", [checks.TRAY, checks.NOTIFICATIONS])
def test_services(service: str) -> None:
    verdicts = [checks.check_service("it", service, s).verdict for s in ([service], [], None)]
    assert verdicts == [OK, WARNING, UNKNOWN]


def test_without_its_program_a_call_is_not_noticed() -> None:
    there = checks.check_calls(lambda name: f"/usr/bin/{name}")
    assert (there.verdict, there.advice) == (Verdict.OK, "")
    assert "/usr/bin/pactl" in there.found
    missing = checks.check_calls(lambda _: None)
    assert missing.verdict is Verdict.WARNING
    assert "posture call on" in missing.advice


def test_limits_are_those_that_the_package_states(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["numpy>=2.0", "PySide6-Essentials (>=6.7,!=6.12.0)", "ruff>=0.6; extra == 'dev'"]
    monkeypatch.setattr("importlib.metadata.requires", lambda _: lines)
    assert doctor._requirements() == {
        "numpy": ">=2.0",
        "pyside6-essentials": "(>=6.7,!=6.12.0)",
    }
    assert not fits("6.12.0", "(>=6.7,!=6.12.0)")


class TestCommand:
    @pytest.mark.parametrize(
        ("verdicts", "code"), [([OK, WARNING, UNKNOWN], 0), ([OK, PROBLEM], 1)]
    )
    def test_exit_code_and_what_is_shown(
        self, verdicts: list[Verdict], code: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        results = [Check(f"part {v}", v, f"found {v}", "[mend] it") for v in verdicts]
        monkeypatch.setattr("posture.doctor.examine", lambda **_: results)
        table = CliRunner().invoke(main, ["doctor"], catch_exceptions=False)
        assert table.exit_code == code
        assert all(f"part {v}" in table.output for v in verdicts)
        assert "[mend] it" in table.output
        shown = CliRunner().invoke(main, ["doctor", "--json"], catch_exceptions=False)
        assert shown.exit_code == code
        assert [entry["verdict"] for entry in json.loads(shown.output)] == verdicts

    def test_this_computer_is_examined(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for probe in ("session_services", "_cameras"):
            monkeypatch.setattr(f"posture.doctor.{probe}", lambda: None)
        results = {check.name: check for check in doctor.examine()}
        assert results["pose model"].verdict is OK
        assert results["angle models"].verdict is OK
        assert results["mediapipe"].verdict is OK
        assert results["settings"].verdict is OK
