"""`posture exercise`, from the command to the note, with scripted cameras and people."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from posture import cli_exercise, exercising
from posture.care.catalogue import BONES, EXERCISES, find
from posture.care.exercise import STOP, Dose
from posture.care.flags import LEVELS
from posture.care.routines import DESK, find_routine
from posture.cli import main
from posture.exercising import Player
from posture.history.notebook import Notebook
from posture.history.rows import Span

TODAY = Span(date(2026, 3, 2), date(2026, 3, 3))
SAMPLES = Path(__file__).parents[1] / "samples" / "exercises"


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["exercise", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("arguments", [[], ["--list"]])
def test_all_are_listed(arguments: list[str]) -> None:
    lines = command(*arguments).stdout.splitlines()
    names = [exercise.name for exercise in EXERCISES]
    assert [each.split()[0] for each in lines] == [*names, "--routine", "--routine"]
    assert "side_bend" in lines[5]
    assert lines[5].endswith("(counted from the front)")
    assert lines[0].endswith("(counted from the side)")
    assert lines[8].endswith("(timed)")


def test_the_list_for_programs() -> None:
    listed = json.loads(command("--list", "--json").stdout)
    assert len(listed["exercises"]) == 9
    assert [routine["name"] for routine in listed["routines"]] == ["desk", "upper_back"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chin_tick"], "did you mean chin_tuck"),
        (["--routine", "dask"], "did you mean desk"),
        (["--routine", ""], "there is no routine ''"),
        (["cat_cow", "--routine", "desk"], "not both"),
        (["cat_cow", "--timer", "--source", "0"], "--timer needs no --source"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str) -> None:
    result = command(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_recording_that_cannot_be_read() -> None:
    result = command("cat_cow", "--source", "nowhere.mp4")
    assert result.exit_code == 3
    assert "nowhere.mp4" in result.stderr
    assert "--timer" not in result.stderr


def test_no_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posture.sources.cameras.list_cameras", lambda: ())
    result = command("side_bend")
    assert result.exit_code == 4
    assert "--timer only times it" in result.stderr
    assert result.stdout == ""


def test_a_recording_is_of_one_exercise() -> None:
    clip = str(SAMPLES / "side_bend.mp4")
    result = command("--routine", "desk", "--source", clip)
    assert result.exit_code == 2
    assert "one exercise" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["side_bend", "--timer"], ["--routine", "desk", "--timer"]])
def test_what_is_to_be_read_comes_first(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Player, "time", lambda *_: click.echo("it begins"))
    read, _, _ = command(*arguments).stdout.partition("it begins")
    for level in LEVELS:
        assert level.title in read
        for text in level.texts:
            assert text in " ".join(read.split())
    assert "posture learn when-to-ask" in read
    assert BONES in " ".join(read.split())
    assert STOP in read


def test_of_a_recording_only_what_concerns_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Player, "replay", lambda *_: None)
    told = command("side_bend", "--source", str(SAMPLES / "side_bend.mp4")).stdout
    assert "Suggested: 2 times on each side, held for 15 s.\nCounted: Your head tilts" in told
    assert "Source: dose: painsolution.ie" in told
    assert LEVELS[0].title not in told


@pytest.mark.parametrize("name", ["wall_angel", "doorway_stretch"])
def test_the_timer_counts_nothing_and_says_so(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Player, "time", lambda *_: None)
    told = command(name, "--timer").stdout
    assert "It is timed, not counted." in told
    assert "Counted:" not in told
    assert f"the timer runs {find(name).dose.timer_s:.0f} s." in told


def test_a_rendered_clip_is_counted(own_notebook: Notebook) -> None:
    clip = SAMPLES / "side_bend.mp4"
    truth = json.loads(clip.with_suffix(".json").read_text())["counts"]
    result = command("side-bend", "--source", str(clip), "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["repetitions"] == {"left": truth["left"], "right": truth["right"]}
    assert told["measured"]
    assert not own_notebook.path.exists()  # a recording is nothing that was done now


@pytest.mark.parametrize("name", ["chin_tuck", "shoulder_blade_squeeze"])
def test_who_is_led_in_a_clip_is_counted(name: str) -> None:
    clip = SAMPLES / f"{name}.mp4"
    truth = json.loads(clip.with_suffix(".json").read_text())["counts"]["all"]
    told = json.loads(command(name, "--source", str(clip), "--json").stdout)
    assert (told["count"], told["measured"]) == (truth, True)
    assert told["longest_hold_s"] > 1.0


@pytest.fixture
def own_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    notebook = Notebook(tmp_path / "history.sqlite3", lambda: datetime(2026, 3, 2, tzinfo=UTC))
    monkeypatch.setattr("posture.history.notebook.own", lambda *_: notebook)
    return notebook


def test_a_plain_timer_is_noted(own_notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    short = replace(find("doorway_stretch"), dose=Dose(1, 0.0, timer_s=0.01))
    monkeypatch.setattr(cli_exercise, "_wanted", lambda *_: ((short,), None))
    monkeypatch.setattr(exercising, "TIMER_STEP_S", 0.01)
    result = command("doorway_stretch")
    assert result.exit_code == 0
    assert "Stand in a doorway" in result.stdout
    assert "timed, not counted" in result.stdout
    (note,) = own_notebook.notes(TODAY).exercises
    assert (note.name, note.measured) == ("doorway_stretch", False)


@pytest.mark.parametrize("spelt", ["desk", "upper-back", "Upper Back"])
def test_a_routine_is_noted_by_its_own_name(
    own_notebook: Notebook, monkeypatch: pytest.MonkeyPatch, spelt: str
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    monkeypatch.setattr("time.monotonic", lambda: 10.0 * len(waits))
    assert command("--routine", spelt, "--timer").exit_code == 0
    notes, routine = own_notebook.notes(TODAY).exercises, find_routine(spelt)
    assert {note.name for note in notes} == {name for name, _ in routine.steps}
    assert {note.routine for note in notes} == {routine.name}


def test_a_routine_is_announced_with_its_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    monkeypatch.setattr("time.monotonic", lambda: 10.0 * len(waits))
    result = command("--routine", "desk", "--timer", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert [one["exercise"] for one in told] == [name for name, _ in DESK.steps]
    assert all(one["done"] and one["routine"] == "desk" for one in told)
    assert waits.count(DESK.pause_s) == len(DESK.steps) - 1
