"""What moves the camera, the chair or the light is noticed in time; what a sitter does is not."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture import profile
from posture.baseline import Sample, fit
from posture.detector import Detector, DetectorSettings
from posture.estimators.scripted import ScriptedEstimator
from posture.features import extract
from posture.monitor import Monitor
from posture.ports import BaselineError
from posture.profile import Profile
from posture.records import Baseline, Observation, Pose, Reason, State
from posture.scene import LENGTH, to_text
from posture.session import Session
from posture.sources.scripted import ScriptedSource
from posture.staleness import Lasting, StalenessSettings, StalenessWatch, with_surroundings
from tests.poses import make_pose

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

RATE_HZ = 10
HERE = np.random.default_rng(1).integers(0, 253, LENGTH).astype(np.uint8)
ELSEWHERE = np.roll(HERE, 7)
SITTING = make_pose()


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen for a while; `measured` None when nobody is there."""

    pose: Pose | None = SITTING
    scene: Bytes | None = None
    brightness: float = 0.5
    measured: bool | None = True


USUAL = Seen(scene=HERE)
TURNED = Seen(scene=ELSEWHERE)
NOBODY = Seen(pose=None, measured=None)
FAR = replace(USUAL, pose=make_pose(metre_px=285))
FARTHER = replace(USUAL, pose=make_pose(metre_px=318))
NEAR = replace(USUAL, pose=make_pose(metre_px=790, hip_px=(320, 640)))
ASIDE = replace(USUAL, pose=make_pose(hip_px=(500, 440)))
SLUMPED = replace(USUAL, pose=make_pose(neck_deg=50, trunk_deg=20, metre_px=560))
HUNCHED = replace(USUAL, pose=make_pose(neck_deg=50, trunk_deg=25, metre_px=700, hip_px=(320, 620)))
FACING_AWAY = replace(USUAL, pose=make_pose(yaw_deg=50))
DIM = replace(USUAL, brightness=0.2, measured=False)

Script = list[tuple[float, Seen]]
"""What is seen, each until a second."""


def taken(pose: Pose = SITTING, *, scene: Bytes | None = HERE, brightness: float = 0.5) -> Baseline:
    features = extract(pose)
    samples = [Sample(t / 10, features, (640, 480)) for t in range(30)]
    baseline = fit(samples, model_sha256="0" * 64)
    return replace(baseline, scene=scene, brightness=brightness)


BASELINE = taken()


def story(script: Script, *baselines: Baseline) -> list[tuple[float, Reason | None]]:
    """When what was reported changed. A look is taken every 5 s, and when it is wanted."""
    watch = StalenessWatch(baselines or (BASELINE,))
    looked, told = -50, []
    for index in range(round(script[-1][0] * RATE_HZ)):
        now_s = index / RATE_HZ
        seen = next(what for until_s, what in script if now_s < until_s)
        looking = index - looked >= 50 or watch.wants_look
        looked = index if looking else looked
        people = () if seen.pose is None else (seen.pose,)
        observation = Observation(
            timestamp_s=now_s,
            index=index,
            tracked=seen.pose,
            detected=people if looking else None,
            brightness=seen.brightness,
            scene=seen.scene if looking else None,
        )
        features = None if seen.pose is None else extract(seen.pose)
        found = watch.update(observation, features, certain=seen.measured)
        told.append((now_s, found.reason if found else None))
    first = [(0.0, None)] if told[0][1] is None else []
    return first + [after for before, after in pairwise(told) if after[1] != before[1]]


NOTHING = [(0.0, None)]
CAMERA, SEAT = Reason.CAMERA_MOVED, Reason.SEAT_MOVED


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param([(300, USUAL)], NOTHING, id="nothing changes"),
        # Looks at 20.0, 23.1, 26.2, 29.3 and 32.4 s; back again, at 62.4, 65.5 and 68.6 s.
        pytest.param(
            [(20, USUAL), (60, TURNED), (99, USUAL)],
            [(0.0, None), (32.4, CAMERA), (68.6, None)],
            id="the camera is turned and turned back",
        ),
        pytest.param([(20, USUAL), (29, TURNED), (99, USUAL)], NOTHING, id="a passer-by"),
        pytest.param(
            [(s, TURNED if s % 20 == 0 else USUAL) for s in range(10, 300, 10)],
            NOTHING,
            id="passers-by all day",
        ),
        pytest.param(
            [(20, USUAL), (40, TURNED), (80, NOBODY), (99, TURNED)],
            [(0.0, None), (32.4, CAMERA)],
            id="the camera stays turned while nobody is there",
        ),
        pytest.param([(300, replace(USUAL, scene=None))], NOTHING, id="no background is seen"),
        pytest.param(
            [(20, USUAL), (90, FAR), (150, USUAL)],
            [(0.0, None), (40.0, SEAT), (95.0, None)],
            id="sits further away",
        ),
        pytest.param([(20, USUAL), (60, NEAR)], [(0.0, None), (40.0, SEAT)], id="nearer"),
        pytest.param([(20, USUAL), (60, ASIDE)], [(0.0, None), (40.0, SEAT)], id="aside"),
        pytest.param([(20, USUAL), (39, ASIDE), (60, USUAL)], NOTHING, id="reaches aside"),
        pytest.param([(20, USUAL), (300, SLUMPED)], NOTHING, id="slumps"),
        pytest.param([(20, USUAL), (300, HUNCHED)], NOTHING, id="hunches towards the screen"),
        pytest.param([(20, USUAL), (300, FARTHER)], NOTHING, id="a little further away"),
        pytest.param(
            [(20, USUAL), (60, FAR), (90, FARTHER)],
            [(0.0, None), (40.0, SEAT)],
            id="not all the way back",
        ),
        pytest.param(
            [(20, USUAL), (35, FAR), (100, NOBODY), (130, FAR)],
            [(0.0, None), (105.1, SEAT)],
            id="seconds of absence do not count",
        ),
        pytest.param(
            [(20, USUAL), (99, FACING_AWAY), (120, USUAL)],
            [(0.0, None), (80.0, Reason.VIEW_CHANGED), (104.0, None)],
            id="turned away",
        ),
        pytest.param(
            [(20, USUAL), (99, DIM), (120, USUAL)],
            [(0.0, None), (80.0, Reason.LIGHT_CHANGED), (104.0, None)],
            id="too dim to measure",
        ),
        pytest.param([(300, replace(DIM, measured=True))], NOTHING, id="dim but measured"),
        pytest.param(
            [(300, replace(DIM, brightness=0.5))], NOTHING, id="hidden in the usual light"
        ),
        pytest.param([(300, replace(DIM, measured=None))], NOTHING, id="dim with nobody there"),
        pytest.param(
            [(20, USUAL), (99, replace(FAR, scene=ELSEWHERE))],
            [(0.0, None), (32.4, CAMERA)],
            id="the camera comes first",
        ),
    ],
)
def test_what_is_told_and_when(script: Script, expected: list[tuple[float, Reason | None]]) -> None:
    told = story(script)
    assert [reason for _, reason in told] == [reason for _, reason in expected]
    assert [s for s, _ in told] == pytest.approx([s for s, _ in expected], abs=0.15)


def test_without_a_baseline_nothing_is_stale() -> None:
    watch = StalenessWatch(())
    seen = Observation(0.0, 0, SITTING, (SITTING,), 0.5, ELSEWHERE)
    assert watch.update(seen, extract(SITTING), certain=True) is None
    assert not watch.wants_look


def test_an_old_baseline_knows_the_seat_only() -> None:
    old = taken(scene=None, brightness=nan)
    assert story([(300, TURNED)], old) == NOTHING
    assert story([(300, DIM)], old) == NOTHING
    assert [reason for _, reason in story([(60, FAR)], old)] == [None, SEAT]


def test_to_be_as_at_one_accepted_posture_is_enough() -> None:
    assert FAR.pose is not None
    standing = taken(FAR.pose, scene=ELSEWHERE, brightness=0.2)
    script: Script = [(100, USUAL), (200, FAR), (300, TURNED), (400, DIM)]
    assert story(script, BASELINE, standing) == NOTHING


def test_looks_are_wanted_while_in_doubt_only() -> None:
    watch = StalenessWatch((BASELINE,))

    def see(now_s: float, scene: Bytes | None, pose: Pose | None = SITTING) -> bool:
        people = None if scene is None else (SITTING,)
        watch.update(Observation(now_s, 0, pose, people, 0.5, scene), None, certain=True)
        return watch.wants_look

    assert not see(0.0, HERE)
    assert not see(9.0, None)
    assert not see(10.0, ELSEWHERE)
    assert not see(12.9, None)
    assert see(13.0, None)
    assert not see(13.1, None, pose=None)
    assert not see(13.2, HERE)
    assert not see(17.0, None)


def test_lasting_counts_seconds_and_not_gaps() -> None:
    lasting = Lasting(fill_s=10.0, empty_s=5.0, gap_s=2.0)
    answers: list[tuple[float, bool | None]]
    answers = [(0, True), (1, True), (60, True), (61, None), (61.5, False), (62, True)]
    answers += [(now_s, now_s < 72) for now_s in range(63, 78)]
    found = []
    for now_s, holds in answers:
        lasting.update(now_s, holds)
        found.append((lasting.on, lasting.disputed, lasting.since_s))
    assert (found[5], found[14], found[-2]) == ((False, True, 0), (True, False, 0), (True, True, 0))
    assert found[-1] == pytest.approx((False, False, nan), nan_ok=True)


def test_surroundings_are_those_of_the_stretch() -> None:
    dark = np.zeros(LENGTH, np.uint8)
    seen = [
        Observation(s, 0, SITTING, None, brightness, scene)
        for s, brightness, scene in (
            (-1.0, 0.9, dark),
            (0.0, 0.2, HERE),
            (1.0, 0.3, None),
            (2.0, 0.4, HERE),
            (9.0, 0.9, dark),
        )
    ]
    found = with_surroundings(BASELINE, seen)
    assert found.brightness == 0.3
    assert found.scene is not None
    np.testing.assert_array_equal(found.scene, HERE)
    nothing = with_surroundings(BASELINE, [])
    assert nothing.scene is None
    assert np.isnan(nothing.brightness)


def test_surroundings_are_stored(tmp_path: Path) -> None:
    file, values = tmp_path / "me.json", profile.to_json(Profile.of(BASELINE))
    file.write_text(json.dumps(values))
    found = profile.read(file).upright
    assert found.brightness == BASELINE.brightness
    np.testing.assert_array_equal(found.scene, HERE)
    file.write_text(json.dumps(values).replace(to_text(HERE), "AAAA"))
    with pytest.raises(BaselineError, match="not a baseline"):
        profile.read(file)


@pytest.mark.parametrize(
    "wrong",
    [
        {"camera_s": 0.0},
        {"clear_s": nan},
        {"camera": (0.7, 0.5)},
        {"scale": (0.8, 0.7)},
        {"scale": (1.2, 1.4)},
    ],
)
def test_settings_are_checked(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must"):
        StalenessSettings(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("known", [True, False])
def test_nobody_is_accused_while_the_camera_is_turned(*, known: bool) -> None:
    """The sitter looks slouched meanwhile; with an old baseline that is believed."""

    def moved(timestamp_s: float) -> bool:
        return 20 <= timestamp_s <= 120

    estimator = ScriptedEstimator(
        lambda s: make_pose(neck_deg=45) if moved(s) else SITTING,
        lambda s: ELSEWHERE if moved(s) else HERE,
    )
    monitor = Monitor(
        taken(scene=HERE if known else None),
        detector=Detector(DetectorSettings(enter_deg=8.0, leave_deg=5.0)),
    )
    source = ScriptedSource([i / RATE_HZ for i in range(1600)])
    ticks = list(Session(source, estimator, monitor).ticks())
    assert any(t.alert for t in ticks) is not known
    assert any(t.state is State.SLOUCHED for t in ticks) is not known
    assert (ticks[-1].state, ticks[-1].staleness) == (State.UPRIGHT, None)
    if known:
        during = {(t.state, t.reason, t.measured) for t in ticks if 60 < t.timestamp_s < 120}
        assert during == {(State.UNKNOWN, CAMERA, False)}
        changes = [t.transition for t in ticks if t.transition]
        (told,) = [change.text for change in changes if change.after is State.UNKNOWN]
        assert told.startswith("cannot measure: the camera has moved since the baseline")
