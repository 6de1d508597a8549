"""The harness that runs other programs on the same clips: its rule, its page and its errors."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import venv
from dataclasses import asdict, replace
from datetime import date
from math import isnan, nan
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.statistics import NOTHING
from tests.benchmarks.peers import __main__ as harness
from tests.benchmarks.peers import environments, feeding, page, programs
from tests.benchmarks.peers.environments import PeerError, Way, cause
from tests.benchmarks.peers.feeding import Judged, heard
from tests.benchmarks.peers.page import Outcome, Peer
from tests.benchmarks.peers.rule import Score, Truth, score, total

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LENGTH_S = 60.0
TIMES_S = np.arange(0.0, LENGTH_S, 0.1).round(1)
PEER = Peer("somebody", "- Judges something.\n", lambda _: 10.0)


def truth(*spans: tuple[float, float, float], recline_s: tuple[float, float] = (nan, nan)) -> Truth:
    """Upright but for `spans`: from, to, and the change of the neck, degrees."""
    change = np.zeros((len(TIMES_S), 2))
    for begin_s, end_s, neck_deg in spans:
        change[(begin_s <= TIMES_S) & (end_s >= TIMES_S), 0] = neck_deg
    return Truth(TIMES_S, change, recline_s)


def judged(*spans: tuple[float, float], every: int = 1, variant: str = "plain") -> Judged:
    """Alarms during `spans`, by a program that looks at each so many pictures."""
    times = tuple(float(at_s) for at_s in TIMES_S[::every])
    alarms = tuple(any(begin <= at_s < end for begin, end in spans) for at_s in times)
    return Judged("clip", variant, times, alarms, frames=len(times), processor_s=0.02 * len(times))


SLOUCH = (20.0, 30.0, 16.0)


@pytest.mark.parametrize(
    ("spans", "slouches"),
    [
        pytest.param([SLOUCH], 1, id="a slouch"),
        pytest.param([(20.0, 30.0, 14.0)], 0, id="not far enough"),
        pytest.param([(20.0, 24.0, 16.0)], 0, id="too short"),
        pytest.param([(20.0, 23.0, 16.0), (23.8, 27.0, 16.0)], 1, id="a dip ends none"),
        pytest.param([(20.0, 23.0, 16.0), (25.0, 28.0, 16.0)], 0, id="a pause does"),
        pytest.param([(20.0, 30.0, -16.0)], 0, id="backwards is none"),
        pytest.param([SLOUCH, (40.0, 50.0, 20.0)], 2, id="two"),
        pytest.param([(20.0, 30.0, nan)], 0, id="nobody there"),
    ],
)
def test_true_slouches(spans: list[tuple[float, float, float]], slouches: int) -> None:
    assert len(truth(*spans).slouches) == slouches


@pytest.mark.parametrize(
    ("alarm", "delays_s", "false_alarms"),
    [
        pytest.param([], [], 0, id="silent"),
        pytest.param([(22.0, 31.0)], [2.0], 0, id="in time"),
        pytest.param([(10.0, 40.0)], [0.0], 1, id="from before: found, and false"),
        pytest.param([(31.0, 33.0)], [], 0, id="soon after it ended: neither"),
        pytest.param([(37.0, 39.0)], [], 1, id="long after"),
        pytest.param([(11.0, 12.0), (13.0, 14.0)], [], 2, id="each counts"),
        pytest.param([(2.0, 6.0)], [], 0, id="while it is calibrated"),
        pytest.param([(2.0, 15.0)], [], 1, id="and still afterwards"),
    ],
)
def test_alarms_are_held_against_the_truth(
    alarm: list[tuple[float, float]], delays_s: list[float], false_alarms: int
) -> None:
    found = score(truth(SLOUCH), judged(*alarm))
    assert found.delays_s == pytest.approx(delays_s)
    assert (found.slouches, found.false_alarms) == (1, false_alarms)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(truth((20.0, 30.0, 10.0)), id="a slight change"),
        pytest.param(truth((20.0, 30.0, -10.0)), id="a change backwards"),
        pytest.param(truth((20.0, 30.0, nan)), id="nobody there"),
        pytest.param(truth(recline_s=(20.0, 30.0)), id="a slump against the backrest"),
    ],
)
def test_what_is_neither_upright_nor_a_slouch_counts_for_nothing(other: Truth) -> None:
    found = score(other, judged((21.0, 29.0)))
    assert (found.slouches, found.false_alarms, found.calm_alarm_s) == (0, 0, 0.0)
    plain = score(truth(), judged((21.0, 29.0)))
    assert plain.false_alarms == 1
    assert plain.calm_alarm_s == pytest.approx(8.0)
    assert found.calm_s < plain.calm_s == pytest.approx(LENGTH_S - feeding.BASELINE_S[1])


def test_a_program_that_looks_seldom_keeps_its_last_word() -> None:
    alarm = [(21.0, 29.0), (40.0, 44.0)]
    often, seldom = (score(truth(SLOUCH), judged(*alarm, every=every)) for every in (1, 10))
    assert often == seldom
    nothing = score(truth(SLOUCH), replace(judged(), times_s=(), alarms=()))
    assert nothing.delays_s == ()


@given(begin_s=st.floats(8.5, 50.0), length_s=st.floats(0.5, 9.0), neck_deg=st.floats(0.0, 30.0))
def test_no_alarm_is_false_without_calm(begin_s: float, length_s: float, neck_deg: float) -> None:
    """Whatever the person does: alarms in calm are at most all of it, and none begins outside."""
    other = truth((begin_s, begin_s + length_s, neck_deg))
    always, never = score(other, judged((0.0, LENGTH_S))), score(other, judged())
    assert len(always.delays_s) == always.slouches
    assert always.calm_alarm_s == pytest.approx(always.calm_s)
    assert always.false_alarms <= 1
    assert never == replace(always, delays_s=(), false_alarms=0, calm_alarm_s=0.0)


def test_total() -> None:
    one, other = Score(1, (2.0,), 3, 60.0, 6.0), Score(2, (), 1, 30.0, 0.0)
    assert total([one, other]) == Score(3, (2.0,), 4, 90.0, 6.0)
    assert total([]) == Score(0, (), 0, 0.0, 0.0)


def test_the_truth_is_read_with_gaps_and_as_a_change(tmp_path: Path) -> None:
    path = tmp_path / "reclining_slump.truth.csv"
    rows = ["frame,timestamp_s,neck_deg,thoracic_deg"]
    for index, at_s in enumerate(TIMES_S):
        rows.append(f"{index},{at_s}," + ("," if at_s > 50 else f"{53 if at_s >= 20 else 33},2"))
    path.write_text("\n".join(rows), encoding="utf-8")
    read = Truth.read(path)
    assert read.change_deg[0] == pytest.approx([0.0, 0.0])
    assert read.slouches == [(20.0, 50.0)]
    assert np.isnan(read.change_deg[-1]).all()
    assert read.recline_s == (8.0, 32.0)


def test_only_clips_with_a_truth_are_taken(tmp_path: Path) -> None:
    for name in ("one.mp4", "one.truth.csv", "two.mp4", "two.csv", "three.mp4"):
        (tmp_path / name).write_text(
            "frame,timestamp_s,neck_deg,thoracic_deg\n0,1,30,2\n1,2,30,2\n"
        )
    assert [clip.stem for clip in harness.clips_in([tmp_path])] == ["one", "two"]


def test_lines_are_told_and_heard(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = judged((1.0, 2.0))
    monkeypatch.setattr(sys, "argv", ["adapter", "clip.mp4"])
    feeding.run(("numpy",), lambda clip: [replace(told, clip=clip.stem)])
    lines = ["a library says hello", *capsys.readouterr().out.splitlines()]
    versions, found = heard(lines)
    assert (list(versions), found) == (["numpy"], [told])


def test_the_warm_up_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = iter((5.0, 7.5))
    monkeypatch.setattr(time, "process_time", lambda: next(now_s))
    meter = feeding.Meter(warm_up_frames=2)
    for _ in range(5):
        meter.count()
    assert (meter.frames, meter.spent_s()) == (3, 2.5)
    assert isnan(feeding.Meter()._began_s)


PYTHON = "Traceback ...\n  line\nModuleNotFoundError: No module named 'a.b'\n"
BUILD = 'error: subprocess-exited\n meson.build:31: ERROR: Dependency "cairo" not found\n x\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(PYTHON, "ModuleNotFoundError: No module named 'a.b'", id="Python"),
        pytest.param(BUILD, 'ERROR: Dependency "cairo" not found', id="a build inside pip"),
        pytest.param("one\nkilled\n", "killed", id="the last line"),
        pytest.param("", "it said nothing", id="nothing"),
    ],
)
def test_why_a_program_failed(text: str, why: str) -> None:
    assert cause(text) == why


def done(code: int, out: str = "", err: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess((), code, out, err)


def test_an_environment_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[str]] = []

    def pip(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command[4:])
        return done(0)

    monkeypatch.setattr(venv, "create", lambda at, **_: at.mkdir(parents=True))
    monkeypatch.setattr(subprocess, "run", pip)
    folder, way = tmp_path / "peer", Way("plainly", (("one==1",), ("two",)))
    assert environments.made(folder, way) == folder / "bin" / "python"
    environments.made(folder, way)
    assert asked == [("--quiet", "one==1"), ("--quiet", "two")]
    environments.made(folder, Way("otherwise", (("three",),)))
    assert asked[2:] == [("--quiet", "three")]
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done(1, err="ERROR: no"))
    with pytest.raises(PeerError, match="pip: ERROR: no"):
        environments.made(folder, way)
    assert not (folder / "made").exists()


def test_an_adapter_runs_without_network_home_and_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: dict[str, Any] = {}

    def program(command: Sequence[str], **options: object) -> subprocess.CompletedProcess[str]:
        seen.update(command=command, **options)
        return done(0, json.dumps({"versions": {"a": "1"}}) + "\n" + json.dumps(asdict(judged())))

    monkeypatch.setenv("POSTURE_CONFIG_DIR", "ours")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "ours")
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/unshare")
    monkeypatch.setattr(subprocess, "run", program)
    versions, found = environments.run(tmp_path / "python", "run_x", [tmp_path / "clip.mp4"])
    assert (versions, found) == ({"a": "1"}, [judged()])
    assert "--net" in seen["command"]
    assert "ours" not in seen["env"].values()
    assert seen["env"]["HOME"] != str(tmp_path)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done(1, err="it is ill"))
    with pytest.raises(PeerError, match="it is ill"):
        environments.run(tmp_path / "python", "run_x", [])
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PeerError, match="unshare is missing"):
        environments.run(tmp_path / "python", "run_x", [])


def compared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *ways: str, works: Callable[[str], bool]
) -> Outcome:
    """A program with these ways to install it, of which some work."""

    def run(python: Path, *_: object) -> tuple[dict[str, str], list[Judged]]:
        if not works(python.name):
            raise PeerError(f"{python.name} is broken")
        return {"somebody": "1.0", "numpy": "2"}, [judged((22.0, 31.0)), judged(variant="deaf")]

    monkeypatch.setattr(environments, "run", run)
    pythons = {way: (lambda way=way: tmp_path / way) for way in ways}
    return harness.compare(PEER, "run_x", pythons, {tmp_path / "clip.mp4": truth(SLOUCH)})


def test_the_first_way_that_works_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = compared(monkeypatch, tmp_path, "plain", "held", works=lambda name: name == "held")
    assert (found.told, found.problems) == ("held", ("plain: plain is broken",))
    assert [len(found.scores[variant].delays_s) for variant in ("plain", "deaf")] == [1, 0]


def test_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = compared(monkeypatch, tmp_path, "plain", works=lambda _: True)
    broken = compared(monkeypatch, tmp_path, "plain", works=lambda _: False)
    lines = page.page([found, broken], ["clip"], date(2026, 3, 2)).splitlines()
    table = [line for line in lines if line.startswith("| somebody")]
    cells = [cell.strip() for cell in table[0].strip("|").split("|")]
    assert cells[:4] == ["somebody, plain", "1 of 1: 100 % [2, 100]", "2.0", "0"]
    assert cells[5] == "0 % of 0.6 min"
    assert cells[6:] == ["20.0", "10.0", "720"]  # 20 ms, ten times a second, 3600 s
    assert "0 of 1" in table[1]
    assert NOTHING in table[1]
    assert len(table) == 2
    assert "## Figures of 2026-03-02" in lines
    assert "- Ran plain. Versions: numpy 2." in lines
    assert "- Did not run plain: plain is broken." in lines
    assert "- It could not be run here, so there are no figures." in lines


def test_rates_and_costs() -> None:
    assert isnan(page.cost_s([]))
    assert isnan(page.own_rate_hz([]))
    assert page.own_rate_hz([judged(every=5), judged(every=5)]) == pytest.approx(2.0)
    assert programs.waiting_hz(0.025) == pytest.approx(8.0)
    assert programs.hurried_hz(0.01) == 30.0
    assert programs.hurried_hz(0.1) == pytest.approx(10.0)


def test_each_program_is_held_at_a_version_and_has_an_adapter() -> None:
    for peer, adapter, ways in programs.PEERS:
        assert (environments.ROOT / f"tests/benchmarks/peers/{adapter}.py").is_file()
        assert all(any(f"{peer.name}==" in each for each in way.pips[0]) for way in ways)
        assert all(line.startswith(("- ", "  ")) for line in peer.facts.splitlines())
