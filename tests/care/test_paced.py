"""Who is led is measured against rest when told to hold, and the cues come whatever is seen."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.care.catalogue import find
from posture.care.exercise import Dose, Phase, Progress, Seen
from posture.care.judging import Judge
from posture.care.judging import judge as judge_of
from posture.care.movement import LENGTH, angle_deg, features, weights
from posture.care.outcome import MEASURED
from posture.care.pace import PACES, Pace, Stroke
from posture.care.paced import NOT_COUNTED, NOT_SEEN, TEACHING, PacedFollower
from posture.care.paced_count import PACED, PacedSettings
from posture.care.paced_cut import AFTER_S, Cutter
from posture.care.signals import read
from posture.care.start import FORGET_S, LOST_S, NOBODY, TURN_ASIDE
from tests.exercise_data import desk_work
from tests.exercise_data import paced as recorded_paced
from tests.exercising import figure, many, resized
from tests.poses import mirrored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posture.care.signals import Signals
    from posture.records import Pose

NAME = "cat_cow"
PACE = PACES[NAME]
SETTINGS = PacedSettings(apart=3.0, alike=0.8, common=0.0, enough=0.6)
REST = Pace(4.0, (Stroke(1, 1.0, 3.0, "go", "stay"), Stroke(0, 1.0, 3.0, "back", "rest")))
FPS = 5.0

Film = list[tuple[float, "Pose | None"]]


def rounded(far: float) -> Pose:
    return figure(yaw_deg=90.0, trunk_deg=12.0 * far, pitch_deg=10.0 * far)


def film(*sizes: float, pace: Pace = PACE, late_s: float = 0.5, fps: float = FPS) -> Film:
    """Somebody who follows the cues late, each repetition so far."""
    sway = np.random.default_rng(1)
    made: Film = []
    for number in range(round((pace.length_s(len(sizes)) + 0.8) * fps)):
        cue = pace.at(number / fps - late_s)
        size = sizes[min(max(cue.cycle, 0), len(sizes) - 1)]
        made.append((number / fps, rounded(size * cue.place + 0.01 * sway.normal())))
    return made


def follower(pace: Pace = PACE) -> PacedFollower:
    """With every number of a picture as it is, the height of the nose first."""
    basis = np.roll(np.eye(LENGTH), -1, axis=0) / 0.01
    return PacedFollower(pace, basis, Seen.SIDE, SETTINGS)


def followed(seen: Film, pace: Pace = PACE) -> list[Progress]:
    judge = Judge(many(NAME), follower(pace))
    return [judge.update(t, pose) for t, pose in seen]


@pytest.mark.parametrize("pace", [PACE, REST], ids=["arched", "rest"])
def test_repetitions_in_time_are_counted(pace: Pace) -> None:
    last = followed(film(1, 1, 1, 1, pace=pace), pace)[-1]
    assert last.count == 4
    assert last.longest_s == pytest.approx(pace.strokes[0].hold_s, abs=0.5)
    assert not last.hint


def test_what_is_half_or_not_done_is_told_and_not_counted() -> None:
    said = followed(film(1, 1, 0.4, 0, 1))
    assert said[-1].count == 3
    assert NOT_COUNTED in {p.hint for p in said}


def test_a_cue_that_is_missed_costs_nothing() -> None:
    assert followed(film(0, 1, 1, 1))[-1].count == 3


@pytest.mark.parametrize("pace", [PACE, REST], ids=["arched", "rest"])
@pytest.mark.parametrize("period_s", [0.7, 1.3, 2.1, 3.3, 4.0])
def test_another_rhythm_is_not_counted(period_s: float, pace: Pace) -> None:
    moving = film(1, 1, 1, 1, pace=pace)
    seen: Film = [(t, rounded(np.sin(2 * np.pi * t / period_s))) for t, _ in moving]
    assert followed(seen, pace)[-1].count == 0


def test_between_two_far_ends_a_repetition_is_measured_by_itself() -> None:
    cutter, last_s, sizes = Cutter(PACE), 0.0, []
    for t, pose in film(1, 0.5, 1):
        now = None if pose is None else read(pose)
        cut = cutter.update(now, t - last_s)
        last_s = t
        if cut is not None:
            sizes.append(abs(angle_deg(cut.change, "thoracic_deg")))
            assert cut.sway is None
    whole, half, again = sizes
    assert half < 0.7 * whole
    assert again == pytest.approx(whole, rel=0.15)


def test_the_change_of_an_angle_is_told_where_the_exercise_has_one() -> None:
    assert all(isnan(p.range_deg) for p in followed(film(1, 1, 1)))
    told = replace(SETTINGS, told="thoracic_deg")
    basis = np.roll(np.eye(LENGTH), -1, axis=0) / 0.01
    judge = Judge(many(NAME), PacedFollower(PACE, basis, Seen.SIDE, told))
    small, *_, large = (judge.update(t, p).range_deg for t, p in film(1, 1, 1.4, 1))
    assert isnan(small)
    assert 3.0 < large < 40.0


def test_phases_are_those_of_the_cues() -> None:
    said = followed(film(1, 1, 1, 1))
    taught_s = PACE.length_s(2) + AFTER_S
    assert {p.phase for p in said if p.timestamp_s < taught_s} == {Phase.LOOKING}
    assert {p.phase for p in said if p.timestamp_s > taught_s} == {Phase.MOVING, Phase.HOLD}
    assert TEACHING in {p.hint for p in said}
    for progress in said:
        assert progress.cue == PACES[NAME].at(progress.timestamp_s)
    shares = [p.share for p in said if not isnan(p.share)]
    assert min(shares) == 0.0
    assert max(shares) > 1.0


def test_what_does_not_stand_out_is_said_and_timed_with_the_cues() -> None:
    exercise = find(NAME)
    judge = Judge(exercise, follower())
    said = [judge.update(t, pose) for t, pose in film(*[0.0] * 9)]
    assert NOT_SEEN in {p.hint for p in said}
    first = next(p for p in said if p.done)
    assert first.timestamp_s == pytest.approx(exercise.dose.timer_s, abs=0.3)
    assert (first.count, first.phase) == (0, Phase.DONE)
    assert first.cue is not None


def test_without_anybody_the_cues_go_on() -> None:
    said = followed([(t, None) for t, _ in film(1, 1)])
    assert said[-1].phase is Phase.TIMER
    assert said[-1].hint == NOBODY
    assert {p.cue.word for p in said if p.cue} == {PACE.at(t / 2).word for t in range(40)}


def test_from_the_front_it_says_what_to_do() -> None:
    said = followed([(t, figure(yaw_deg=20.0)) for t, _ in film(1, 1)])
    assert TURN_ASIDE in {p.hint for p in said}
    assert said[-1].count == 0


def test_a_short_absence_voids_one_and_a_long_one_begins_anew() -> None:
    seen = film(1, 1, 1, 1, 1)
    begin_s = PACE.length_s(2)
    short: Film = [(t, None if begin_s < t < begin_s + LOST_S + 2 else p) for t, p in seen]
    assert followed(short)[-1].count == 4
    long: Film = [(t, None if begin_s < t < begin_s + FORGET_S + 4 else p) for t, p in seen]
    said = followed(long)
    assert said[-1].count == 2
    assert said[-1].phase is Phase.LOOKING


def test_a_computer_that_slept_goes_on_with_what_it_knew() -> None:
    seen = film(1, 1, 1, 1)
    at = round(PACE.length_s(2) * FPS) + 1
    slept = [*seen[:at], *((t + 4.0, p) for t, p in seen[at + 24 :])]
    assert followed(slept)[-1].count == 3


@settings(max_examples=5, deadline=None)
@given(st.floats(0.5, 2.0), st.floats(0.0, 100.0), st.booleans())
def test_size_place_and_side_change_nothing(scale: float, across_px: float, turn: bool) -> None:
    seen = film(1, 1, 0.4, 1)
    other = [(t, p if p is None else resized(p, scale, across_px, 30.0)) for t, p in seen]
    other = [(t, mirrored(p) if turn and p else p) for t, p in other]
    assert followed(other)[-1].count == followed(seen)[-1].count == 3


@pytest.mark.parametrize("fps", [4.0, 15.0])
@pytest.mark.parametrize("late_s", [0.1, 0.8])
def test_at_other_rates_and_by_slower_people(fps: float, late_s: float) -> None:
    assert followed(film(1, 1, 1, fps=fps, late_s=late_s))[-1].count == 3


def test_single_pictures_may_be_missing() -> None:
    seen = [(t, None if n % 4 == 1 else p) for n, (t, p) in enumerate(film(1, 1, 1))]
    assert followed(seen)[-1].count == 3


def _signals(seen: Sequence[tuple[float, Pose | None]]) -> list[Signals]:
    return [s for _, pose in seen if pose is not None and (s := read(pose)) is not None]


def test_features_are_the_same_from_both_sides() -> None:
    seen = film(1)
    left, right = _signals(seen), _signals([(t, mirrored(p) if p else p) for t, p in seen])
    change = features(left, left[0])[-1] - features(left, left[0])[0]
    other = features(right, right[0])[-1] - features(right, right[0])[0]
    assert change.shape == (LENGTH,)
    assert other == pytest.approx(change, abs=1e-6)


def test_a_cut_is_of_the_far_end_against_rest() -> None:
    cutter, last_s = Cutter(REST), 0.0
    cuts = []
    for (t, _), signals in zip(film(1, 0, pace=REST), _signals(film(1, 0, pace=REST)), strict=True):
        cuts.append(cutter.update(signals, t - last_s))
        last_s = t
    done, none = [cut for cut in cuts if cut is not None]
    assert cutter.cycle == 2
    assert np.abs(done.change).max() > 20 * np.abs(none.change).max()
    assert done.sway is not None
    assert np.abs(done.change).max() > 20 * np.abs(done.sway).max()
    assert done.length_s == REST.cycle_s


@pytest.mark.parametrize("name", sorted(PACED))
def test_shipped_weights_fit(name: str) -> None:
    basis = weights(name)
    assert basis.shape in ((1, LENGTH), (LENGTH, LENGTH))
    assert np.isfinite(basis).all()
    assert np.linalg.matrix_rank(basis) == len(basis)
    assert name in PACES
    assert find(name).seen is not Seen.NOT


def test_the_dose_ends_it() -> None:
    exercise = replace(find(NAME), dose=Dose(3, 0.0, timer_s=999.0))
    judge = Judge(exercise, follower())
    said = [judge.update(t, pose) for t, pose in film(1, 1, 1, 1)]
    first = next(p for p in said if p.done)
    assert (first.phase, first.count) == (Phase.DONE, 3)


# Rendered bodies, found by MediaPipe: the laboratory's.


def test_rendered_bodies_that_are_led_are_counted_right() -> None:
    right: dict[str, list[bool]] = {name: [] for name in PACED}
    bodies = dict.fromkeys(PACED, 0)
    for recorded in recorded_paced():
        if recorded.exercise not in PACED:
            continue
        judge = judge_of(many(recorded.exercise))
        said = [judge.update(t, pose) for t, pose in recorded.frames()]
        bodies[recorded.exercise] += 1
        if any(p.phase in MEASURED for p in said):
            right[recorded.exercise].append(said[-1].repetitions == recorded.counts)
    every = [one for some in right.values() for one in some]
    assert sum(every) >= 0.9 * len(every), right
    for name, some in right.items():
        assert len(some) >= 0.5 * bodies[name] > 0, name


@pytest.mark.parametrize("name", sorted(PACED))
def test_desk_work_is_nothing_that_was_led(name: str) -> None:
    for recorded in desk_work():
        judge = judge_of(many(name))
        said = [judge.update(t, pose) for t, pose in recorded.frames()]
        assert said[-1].count == 0, recorded.name
