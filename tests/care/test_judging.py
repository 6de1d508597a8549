"""A judge counts what is an exercise, says what the camera misses, and times the rest."""

from __future__ import annotations

from math import isnan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.care.catalogue import EXERCISES, find
from posture.care.criteria import (
    CRITERIA,
    HANDS_HIDDEN,
    HEAD_ALONG,
    LEVEL_CHIN,
    SHOULDERS_STAY,
    STRAIGHTER,
    UNEVEN_ARMS,
)
from posture.care.exercise import Phase, Progress, Seen
from posture.care.hints import Hints
from posture.care.judging import judge
from posture.care.start import FACE_CAMERA, FORGET_S, KEEP_STILL, LOST_S, NOBODY, TURN_ASIDE
from posture.records import Pose
from tests.exercising import doing, figure, judged, poses, repeated, resized
from tests.poses import mirrored

NAMES = sorted(CRITERIA)
SIDED = ["side_bend", "neck_rotation"]
Film = list[tuple[float, Pose | None]]


def done(name: str, *sizes: float, **times: float) -> Film:
    return [*poses(doing(name), repeated(*sizes, **times))]


def phases(said: list[Progress]) -> list[Phase]:
    """Each phase once, in order, as long as it lasts."""
    return [p.phase for p, before in zip(said[1:], said, strict=False) if p.phase != before.phase]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [2, 5])
def test_repetitions_are_counted(name: str, count: int) -> None:
    last = judged(name, done(name, *[1.0] * count))[-1]
    assert last.repetitions == ((count, 0) if name in SIDED else (count,))
    assert last.longest_s == pytest.approx(1.6, abs=0.8)
    assert not last.hint


@pytest.mark.parametrize("name", NAMES)
def test_half_movements_are_not(name: str) -> None:
    assert judged(name, done(name, *[0.35] * 4))[-1].count == 0


@pytest.mark.parametrize("name", NAMES)
def test_slow_drift_is_not(name: str) -> None:
    path = [(0.0, 0.0), (3.0, 0.0), (43.0, 1.0), (46.0, 0.0), (86.0, 1.0), (90.0, 0.0)]
    assert judged(name, [*poses(doing(name), path, fps=5.0)])[-1].count == 0


@pytest.mark.parametrize("name", NAMES)
def test_phases_in_order(name: str) -> None:
    said = judged(name, done(name, 1.0, 1.0))
    once = [Phase.MOVING, Phase.HOLD, Phase.MOVING, Phase.REST]
    assert said[0].phase is Phase.LOOKING
    assert phases(said) == [Phase.REST, *once, *once]


@pytest.mark.parametrize("name", SIDED)
def test_sides_are_the_persons_own(name: str) -> None:
    seen = done(name, 1.0, -1.0, 1.0)
    assert judged(name, seen)[-1].repetitions == (2, 1)
    mirror = [(t, None if pose is None else mirrored(pose)) for t, pose in seen]
    assert judged(name, mirror)[-1].repetitions == (1, 2)


@settings(max_examples=6)
@given(st.sampled_from(NAMES), st.floats(0.5, 2.0), st.floats(0.0, 100.0))
def test_size_and_place_change_nothing(name: str, scale: float, across_px: float) -> None:
    seen = done(name, 1.0, 1.0)
    other = [(t, None if p is None else resized(p, scale, across_px, 40.0)) for t, p in seen]
    assert judged(name, other)[-1].count == judged(name, seen)[-1].count == 2


@pytest.mark.parametrize("name", NAMES)
def test_single_pictures_may_be_missing(name: str) -> None:
    seen = [(t, None if n % 4 == 1 else p) for n, (t, p) in enumerate(done(name, 1.0, 1.0))]
    assert judged(name, seen)[-1].count == 2
    dropped = [(t, p) for n, (t, p) in enumerate(seen) if n % 4 != 1]
    assert judged(name, dropped)[-1].count == 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fps", [5.0, 15.0])
def test_at_other_rates(name: str, fps: float) -> None:
    assert judged(name, [*poses(doing(name), repeated(1.0, 1.0), fps=fps)])[-1].count == 2


@settings(max_examples=6)
@given(
    st.sampled_from(NAMES),
    st.lists(st.floats(-1.2, 1.2), min_size=1, max_size=5),
    st.sets(st.integers(0, 200)),
)
def test_counts_never_fall(name: str, sizes: list[float], missing: set[int]) -> None:
    seen = done(name, *sizes, move_s=0.6, hold_s=0.6, rest_s=0.6)
    said = judged(name, [(t, None if n in missing else p) for n, (t, p) in enumerate(seen)])
    counts = [progress.count for progress in said]
    assert counts == sorted(counts)
    assert all(isnan(p.share) or p.share >= 0 for p in said)


def test_the_range_is_the_largest_in_degrees() -> None:
    assert judged("side_bend", done("side_bend", 0.8, 1.0, 0.7))[-1].range_deg == pytest.approx(
        24.0, abs=0.5
    )
    assert isnan(judged("wall_angel", done("wall_angel", 1.0))[-1].range_deg)


def test_the_users_own_start_position_counts() -> None:
    tilted = [(t, figure(tilt_deg=8.0 + 22.0 * far)) for t, far in _path(1.0, 1.0)]
    assert judged("side_bend", tilted)[-1].repetitions == (2, 0)
    back = [(t, figure(tilt_deg=8.0 - 16.0 * far)) for t, far in _path(1.0, 1.0)]
    assert judged("side_bend", back)[-1].repetitions == (0, 2)


def _path(*sizes: float) -> list[tuple[float, float]]:
    times = poses(lambda far: figure(tilt_deg=far), repeated(*sizes))
    return [(t, _tilt(pose)) for t, pose in times]


def _tilt(pose: Pose) -> float:
    from posture.care.signals import read

    signals = read(pose)
    assert signals is not None
    return signals.head_roll_deg


def test_who_does_not_keep_still_is_asked_to() -> None:
    seen = [(n / 10, figure(tilt_deg=20.0 if n % 6 < 3 else -20.0)) for n in range(80)]
    said = judged("side_bend", seen)
    assert {p.phase for p in said} == {Phase.LOOKING}
    assert said[30].hint == ""
    assert said[-1].hint == KEEP_STILL


def test_without_anybody_the_timer_runs_and_the_count_goes_on_later() -> None:
    seen = done("overhead_reach", 1.0, 1.0)
    end_s = seen[-1][0]
    gap: Film = [(end_s + n / 10, None) for n in range(1, 60)]
    later = [(end_s + 6.0 + t, p) for t, p in done("overhead_reach", 1.0, still_s=0.5)]
    said = judged("overhead_reach", [*seen, *gap, *later])
    lost = [p for p in said if p.phase is Phase.TIMER]
    assert lost[0].timestamp_s == pytest.approx(end_s + LOST_S, abs=0.2)
    assert lost[-1].hint == NOBODY
    assert said[-1].repetitions == (3,)


def test_after_long_absence_the_start_position_is_learned_anew() -> None:
    seen = done("side_bend", 1.0, 1.0)
    back_s = seen[-1][0] + FORGET_S + 1.0
    later = [(back_s + t, figure(tilt_deg=10.0)) for t in (0.0, 0.1, 0.2)]
    said = judged("side_bend", [*seen, *later])
    assert said[-1].phase is Phase.LOOKING
    assert said[-1].repetitions == (2, 0)


@pytest.mark.parametrize(
    ("name", "yaw_deg", "hint"),
    [
        ("thoracic_extension", 0.0, TURN_ASIDE),
        ("thoracic_extension", -30.0, TURN_ASIDE),
        ("side_bend", 60.0, FACE_CAMERA),
        ("overhead_reach", -90.0, FACE_CAMERA),
    ],
)
def test_from_elsewhere_it_says_what_to_do_and_times(name: str, yaw_deg: float, hint: str) -> None:
    said = judged(name, [(n / 10, figure(yaw_deg=yaw_deg)) for n in range(50)])
    assert (said[-1].phase, said[-1].hint) == (Phase.TIMER, hint)
    assert isnan(said[-1].share)


def test_hands_that_the_picture_cuts_off_are_asked_for() -> None:
    close = [(n / 10, figure(metre_px=900.0, hip_px=(320.0, 750.0))) for n in range(50)]
    for name in ("overhead_reach", "wall_angel"):
        assert judged(name, [*close])[-1].hint == HANDS_HIDDEN


def test_hands_in_the_lap_need_not_be_seen() -> None:
    def make(far: float) -> Pose:
        pose = doing("overhead_reach")(far)
        return pose if far > 0.3 else figure(hidden=[13, 14, 15, 16])

    said = judged("overhead_reach", [*poses(make, repeated(1.0, 1.0))])
    assert said[-1].count == 2
    assert Phase.TIMER not in {p.phase for p in said}


LEVEL, HIGH, STILL_UP = (90.0, 90.0), (150.0, 30.0), (100.0, 80.0)


@pytest.mark.parametrize(
    ("name", "rest", "wrong", "hint"),
    [
        ("wall_angel", {"arms": (LEVEL, LEVEL)}, {"arms": (HIGH, STILL_UP)}, UNEVEN_ARMS),
        ("overhead_reach", {}, {"arms": ((150.0, 60.0),) * 2}, STRAIGHTER),
        ("neck_rotation", {}, {"head_yaw_deg": 40.0, "yaw_deg": 38.0}, SHOULDERS_STAY),
        ("neck_rotation", {}, {"head_yaw_deg": 40.0, "pitch_deg": 35.0}, LEVEL_CHIN),
        (
            "thoracic_extension",
            {"yaw_deg": 90.0},
            {"yaw_deg": 90.0, "trunk_deg": -20.0, "pitch_deg": -50.0},
            HEAD_ALONG,
        ),
    ],
)
def test_the_form_is_hinted_at(
    name: str, rest: dict[str, Any], wrong: dict[str, Any], hint: str
) -> None:
    seen: Film = [(n / 10, figure(**(rest if n < 30 else wrong))) for n in range(60)]
    said = judged(name, seen)
    assert said[29].hint == ""
    assert said[-1].hint == hint


def test_hints_neither_flicker_nor_hurry() -> None:
    hints = Hints()
    shown = [hints.update(n / 10, "a" if n % 2 else "") for n in range(30)]
    assert set(shown) == {""}
    hints = Hints()
    shown = [hints.update(n / 10, "a" if n < 10 else "b" if n < 18 else "") for n in range(60)]
    assert shown == [""] * 7 + ["a"] * 20 + [""] * 33


@pytest.mark.parametrize("name", [e.name for e in EXERCISES if e.seen is Seen.NOT])
def test_what_is_not_counted_is_timed(name: str) -> None:
    exercise = find(name)
    judging = judge(exercise)
    said = [judging.update(float(n), None) for n in range(round(exercise.dose.timer_s) + 3)]
    assert said[1].phase is Phase.TIMER
    assert (said[-1].phase, said[-1].done, said[-1].count) == (Phase.DONE, True, 0)
    assert [p.done for p in said].index(True) == pytest.approx(exercise.dose.timer_s, abs=1)
    assert said[-1].hint == ""


def test_a_computer_that_slept_is_no_exercise() -> None:
    judging = judge(find("doorway_stretch"))
    judging.update(0.0, None)
    assert not judging.update(8 * 3600.0, None).done


@pytest.mark.parametrize("later_s", [3.0, 60.0, -10.0], ids=["short", "long", "other session"])
@pytest.mark.parametrize("name", ["chin_tuck", "doorway_stretch"])
def test_a_pause_is_no_part_of_the_exercise(name: str, later_s: float) -> None:
    times_s = [float(n) for n in range(30)]
    whole, parted = judge(find(name)), judge(find(name))
    for now_s in times_s[:12]:
        whole.update(now_s, None)
        parted.update(now_s, None)
    parted.go_on()
    for now_s in times_s[11:]:
        said, other = whole.update(now_s, None), parted.update(now_s + later_s, None)
        assert (said.cue, said.done) == (other.cue, other.done)


def test_the_dose_is_reached_and_counting_goes_on() -> None:
    judging = judge(find("overhead_reach"))
    said = [judging.update(t, p) for t, p in done("overhead_reach", 1.0, 1.0, 1.0, 1.0)]
    first = next(p for p in said if p.done)
    assert (first.phase, first.repetitions) == (Phase.DONE, (3,))
    assert said[-1].repetitions == (4,)


def test_both_sides_belong_to_the_dose() -> None:
    judging = judge(find("neck_rotation"))
    said = [judging.update(t, p) for t, p in done("neck_rotation", 1.0, 1.0, -1.0, -1.0)]
    assert next(p.repetitions for p in said if p.done) == (2, 2)


def test_shares_are_told_from_0_to_where_it_counts() -> None:
    said = judged("side_bend", done("side_bend", -0.52, hold_s=2.0))
    assert max(p.share for p in said if not isnan(p.share)) == pytest.approx(1.0, abs=0.02)
    assert isnan(said[0].share)
