"""The person check on scripts of who is really there, who is tracked and who is seen afresh."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posture.person import PersonCheck
from posture.records import ABSENT, Reason
from tests.person_play import SITTER, Play, Usual, ghost, gone, here, moved, observe, scaled
from tests.poses import make_pose


@pytest.mark.parametrize("rate_hz", [2.0, 5.0, 10.0, 30.0])
def test_a_sitter_is_believed_within_a_second(rate_hz: float) -> None:
    play = Play(here(10), rate_hz=rate_hz)
    assert play.story == [Reason.NOT_CONFIRMED, None]
    assert play.first(None) <= 1.0


def test_a_slow_series_of_pictures_is_measured() -> None:
    assert Play(here(300), rate_hz=1 / 10).reasons[3:] == [None] * 27


def test_after_a_gap_the_sitter_is_made_sure_of() -> None:
    check = PersonCheck()
    for timestamp_s in (*range(10), 600.0):
        people = (SITTER,) if check.wants_fresh_look else None
        sighting = check.update(observe(timestamp_s, SITTER, people))
    assert sighting.reason is Reason.SUDDEN_JUMP
    assert check.wants_fresh_look
    assert check.update(observe(600.5, SITTER, (SITTER,))).pose is SITTER


@pytest.mark.parametrize("yaw_deg", [0, 45, -45, 70, -70, 90, -90])
def test_every_view_but_the_back_is_measured(yaw_deg: float) -> None:
    assert Play(here(3, make_pose(yaw_deg=yaw_deg))).story == [Reason.NOT_CONFIRMED, None]


@pytest.mark.parametrize("yaw_deg", [150, -150, 180])
def test_the_back_is_told(yaw_deg: float) -> None:
    play = Play(here(3, make_pose(yaw_deg=yaw_deg)))
    assert play.story == [Reason.NOT_CONFIRMED, Reason.FROM_BEHIND]


def test_a_back_that_flickers_to_the_front_stays_a_back() -> None:
    back, front = make_pose(yaw_deg=180), SITTER
    play = Play(here(3, back), here(0.3, front), here(3, back), here(3, front))
    assert play.story[:2] == [Reason.NOT_CONFIRMED, Reason.FROM_BEHIND]
    assert None not in play.reasons[:63]
    assert play.reasons[-1] is None


def test_a_tracker_that_sees_a_back_where_a_face_is_is_restarted() -> None:
    play = Play((10, make_pose(yaw_deg=180), (SITTER,)))
    assert play.restarts == 1
    assert play.reasons[-1] is None


def test_who_leaves_by_a_hard_cut_is_absent_within_two_seconds() -> None:
    play = Play(here(10), gone(5), here(5))
    assert play.story == [Reason.NOT_CONFIRMED, None, Reason.LOW_VISIBILITY, Reason.NO_PERSON,
                          Reason.NOT_CONFIRMED, None]  # fmt: skip
    assert play.first(Reason.NO_PERSON, after_s=10) <= 1.2
    assert play.first(None, after_s=15) <= 1.0


def test_a_ghost_that_jumps_is_given_up_and_the_tracker_restarted() -> None:
    play = Play(here(10), ghost(5, moved(SITTER, 250)))
    assert play.first(Reason.NO_PERSON, after_s=10) <= 1.6
    assert None not in play.reasons[100:]
    assert play.restarts == 1


def test_a_ghost_with_an_uncertain_face_is_given_up_quickly() -> None:
    faint = replace(SITTER, presence=np.full(33, 0.7))
    play = Play(here(10), ghost(5, faint))
    assert play.first(Reason.NO_PERSON, after_s=10) <= 1.6


def test_even_a_perfect_ghost_is_given_up_in_the_end() -> None:
    play = Play(here(10), ghost(10))
    assert play.first(Reason.NO_PERSON, after_s=10) <= 8.0
    assert play.reasons[-1] is Reason.NO_PERSON


def test_furniture_that_is_tracked_from_the_start_is_never_measured() -> None:
    play = Play(ghost(20))
    assert set(play.reasons) <= ABSENT
    assert play.restarts >= 1


def test_a_brief_failure_is_not_an_absence() -> None:
    play = Play(here(5), gone(0.8), here(5), ghost(0.4), here(5))
    assert not ABSENT & set(play.reasons[6:])


def test_one_failed_look_is_not_an_absence() -> None:
    play = Play(here(10), (0.2, moved(SITTER, 0.3 * 480), ()), here(5))
    assert not ABSENT & set(play.reasons[6:])
    assert play.reasons[-1] is None


@pytest.mark.parametrize("rate_hz", [10.0, 30.0])
def test_a_steady_sitter_costs_at_most_three_per_cent(rate_hz: float) -> None:
    play = Play(here(300), rate_hz=rate_hz)
    assert 1.9 * play.looks / len(play.reasons) <= 0.033


def test_what_stays_odd_is_looked_at_less_and_less() -> None:
    faint = replace(SITTER, presence=np.full(33, 0.7))
    play = Play(here(5), here(60, faint))
    assert play.reasons[-1] is None
    assert play.looks <= 25


def test_an_absence_costs_no_looks() -> None:
    assert Play(gone(60)).looks == 0


def test_head_outside_the_picture() -> None:
    play = Play(here(3), here(3, moved(SITTER, 0, -200)))
    assert play.reasons[-1] is Reason.OUTSIDE_FRAME


def test_too_small() -> None:
    assert Play(here(3, make_pose(metre_px=150))).reasons[-1] is Reason.TOO_SMALL


def test_implausible_body() -> None:
    low = SITTER.points_px.copy()
    low[:11, 1] += 170  # the head hangs under the shoulders
    play = Play(here(3, replace(SITTER, points_px=low)))
    assert play.reasons[-1] is Reason.IMPLAUSIBLE_BODY


def test_darkness_is_no_absence_and_no_obstacle() -> None:
    check = PersonCheck()
    assert check.update(observe(0.0, None, brightness=0.02)).reason is Reason.TOO_DARK
    for index in range(1, 20):
        people = (SITTER,) if check.wants_fresh_look else None
        sighting = check.update(observe(index / 10, SITTER, people, brightness=0.02))
    assert sighting.pose is SITTER


def test_two_alike_without_a_baseline_are_several_people() -> None:
    left, right = moved(SITTER, -160), moved(SITTER, 160)
    play = Play((5, left, (left, right)))
    assert play.story == [Reason.NOT_CONFIRMED, Reason.SEVERAL_PEOPLE]


def test_a_small_bystander_does_not_matter() -> None:
    far = moved(scaled(SITTER, 0.5), 250)
    assert Play((5, SITTER, (far, SITTER))).reasons[-1] is None


def test_who_was_there_first_stays_the_user() -> None:
    other = moved(SITTER, 200)
    play = Play(here(10), (10, SITTER, (other, SITTER)))
    assert play.story == [Reason.NOT_CONFIRMED, None]


def test_with_a_baseline_the_user_is_found_among_several() -> None:
    other = moved(scaled(SITTER, 0.45), 280)
    play = Play((10, other, (SITTER, other)), reference=Usual())
    assert play.restarts >= 1
    assert play.poses[-1] is SITTER


def test_a_stranger_elsewhere_is_not_the_user() -> None:
    tiny = moved(scaled(SITTER, 0.45), 200)
    assert Play(here(5, tiny), reference=Usual()).reasons[-1] is Reason.NOT_THE_USER


def test_time_may_repeat_or_go_back_or_be_missing() -> None:
    check = PersonCheck()
    for timestamp_s in (0.0, 1.0, 1.0, 0.2, float("nan"), float("inf"), -5.0, 2.0):
        people = (SITTER,) if check.wants_fresh_look else None
        check.update(observe(timestamp_s, SITTER, people))
    assert check.update(observe(3.0, SITTER, (SITTER,))).pose is SITTER
