"""The person check on scripts of who is really there, who is tracked and who is seen afresh."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.person import PersonCheck, PersonCheckSettings
from posture.records import ABSENT, Observation, Pose, Reason
from tests.poses import make_pose, mirrored

if TYPE_CHECKING:
    from collections.abc import Sequence

SITTER = make_pose()
Scene = tuple[float, Pose | None, tuple[Pose, ...]]
"""Seconds, who is tracked, who is seen by a fresh look."""


def here(seconds: float, pose: Pose = SITTER) -> Scene:
    return seconds, pose, (pose,)


def gone(seconds: float) -> Scene:
    return seconds, None, ()


def ghost(seconds: float, pose: Pose = SITTER) -> Scene:
    """The tracker goes on, nobody is there."""
    return seconds, pose, ()


class Play:
    """Plays scenes to a check that is asked and obeyed as by a session."""

    def __init__(
        self, *scenes: Scene, rate_hz: float = 10.0, reference: Usual | None = None
    ) -> None:
        self.check = PersonCheck(() if reference is None else (reference,))
        self.reasons: list[Reason | None] = []
        self.poses: list[Pose | None] = []
        self.looks = self.restarts = 0
        self.rate_hz = rate_hz
        for seconds, tracked, people in scenes:
            self._play(round(seconds * rate_hz), tracked, people)

    def _play(self, frames: int, tracked: Pose | None, people: tuple[Pose, ...]) -> None:
        for _ in range(frames):
            if self.check.wants_restart:
                self.restarts += 1
                tracked = people[0] if people else None
            afresh = self.check.wants_fresh_look
            self.looks += afresh
            sighting = self.check.update(
                observe(len(self.reasons) / self.rate_hz, tracked, people if afresh else None)
            )
            assert (sighting.pose is None) != (sighting.reason is None)
            self.reasons.append(sighting.reason)
            self.poses.append(sighting.pose)

    @property
    def story(self) -> list[Reason | None]:
        """What was said, without repetitions."""
        return [reason for reason, _ in groupby(self.reasons)]

    def first(self, reason: Reason | None, after_s: float = 0.0) -> float:
        """Seconds from `after_s` until something is said."""
        start = round(after_s * self.rate_hz)
        return self.reasons.index(reason, start) / self.rate_hz - after_s


def observe(
    timestamp_s: float,
    tracked: Pose | None,
    people: tuple[Pose, ...] | None = None,
    brightness: float = 0.5,
) -> Observation:
    return Observation(timestamp_s, 0, tracked, people, brightness)


def moved(pose: Pose, x_px: float, y_px: float = 0.0) -> Pose:
    return replace(pose, points_px=pose.points_px + np.array([x_px, y_px]))


def scaled(pose: Pose, factor: float) -> Pose:
    """Larger in the picture, about the middle of the frame."""
    middle = np.array([pose.width_px, pose.height_px]) / 2
    return replace(pose, points_px=middle + (pose.points_px - middle) * factor)


@dataclass(frozen=True)
class Usual:
    """Where the user usually is; in the application this is the baseline."""

    centre: tuple[float, float] = (0.5, (440 - 0.5 * 480) / 480)
    size: float = 1.0


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


@given(
    index=st.sampled_from([0, 2, 5, 7, 8, 9, 10, 11, 12]),
    value=st.sampled_from([np.nan, np.inf, -np.inf]),
    array=st.sampled_from(["points_px", "world_m"]),
)
def test_a_missing_landmark_never_passes(index: int, value: float, array: str) -> None:
    broken = getattr(SITTER, array).copy()
    broken[index, 0] = value
    bad = Pose(**{**_fields(SITTER), array: broken})
    assert None not in Play(here(3, bad)).reasons


def _fields(pose: Pose) -> dict[str, object]:
    return {name: getattr(pose, name) for name in Pose.__slots__}


numbers = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=50)
@given(st.lists(numbers, min_size=33, max_size=33), st.lists(numbers, min_size=8, max_size=8))
def test_no_numbers_make_it_fail(values: Sequence[float], times: Sequence[float]) -> None:
    column = np.array(values)
    wild = replace(
        SITTER,
        points_px=np.stack([column, column[::-1]], axis=-1),
        presence=column,
        visibility=column,
        world_m=np.stack([column, column[::-1], column], axis=-1),
    )
    check = PersonCheck((Usual(),))
    for timestamp_s, pose in zip(times, [wild, SITTER] * 4, strict=True):
        check.update(observe(timestamp_s, pose, (wild, SITTER)))


@settings(max_examples=40, deadline=None)
@given(
    yaw_deg=st.floats(-180, 180),
    factor=st.floats(0.8, 1.3),
    x_px=st.floats(-60, 60),
)
def test_place_and_size_in_the_picture_do_not_matter(
    yaw_deg: float, factor: float, x_px: float
) -> None:
    pose = make_pose(yaw_deg=yaw_deg, hip_px=(320, 380), metre_px=380)
    assert Play(here(2, pose)).reasons == Play(here(2, moved(scaled(pose, factor), x_px))).reasons


@settings(max_examples=40, deadline=None)
@given(yaw_deg=st.floats(-180, 180), x_px=st.floats(-300, 300))
def test_left_and_right_are_judged_alike(yaw_deg: float, x_px: float) -> None:
    pose = make_pose(yaw_deg=yaw_deg)
    one = Play(here(2, pose), here(2, moved(pose, x_px)), ghost(3))
    other = Play(
        here(2, mirrored(pose)), here(2, mirrored(moved(pose, x_px))), ghost(3, mirrored(SITTER))
    )
    assert one.reasons == other.reasons


@pytest.mark.parametrize(
    "wrong",
    [
        {"confirm_s": 0.0},
        {"give_up_looks": 0},
        {"face_presence": 1.5},
        {"scale": 1.0},
        {"odd_move_m": float("nan")},
        {"nose_up_m": (0.4, 0.1)},
    ],
)
def test_settings_are_checked(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong)).split("_")[0]):
        PersonCheckSettings(**wrong)  # type: ignore[arg-type]
