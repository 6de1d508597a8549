"""What moves the camera, the chair or the light is noticed in time; what a sitter does is not."""

from __future__ import annotations

from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING

import pytest

from posture.features import extract
from posture.records import Observation, Pose, Reason
from posture.staleness import Lasting, StalenessSettings, StalenessWatch
from tests.surroundings import (
    ASIDE,
    BASELINE,
    DIM,
    ELSEWHERE,
    FACING_AWAY,
    FAR,
    FARTHER,
    HERE,
    HUNCHED,
    NEAR,
    NOBODY,
    SITTING,
    SLUMPED,
    TURNED,
    USUAL,
    Script,
    story,
    taken,
)

if TYPE_CHECKING:
    from tests.surroundings import Bytes

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
