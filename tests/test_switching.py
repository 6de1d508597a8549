"""The profile follows the user from place to place, and no slouch chooses one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.features import extract
from posture.records import Reason, State
from posture.settings import Settings
from posture.switching import fitting
from tests.poses import make_pose
from tests.switches import (
    AWAY,
    DESK,
    LAPTOP,
    ROOMS,
    SECOND_SEAT,
    SITS,
    SLUMPS,
    STANDING,
    TURNED,
    Script,
    There,
    a_day,
    profile_of,
)

if TYPE_CHECKING:
    from posture.profile import Profile

KEPT = {
    "desk": profile_of("desk", DESK),
    "standing": profile_of("standing", STANDING),
    "laptop": profile_of("laptop", LAPTOP),
    "second seat": profile_of("second seat", SECOND_SEAT),
}
LAPTOP_UNKNOWN = profile_of("laptop", There(LAPTOP.pose, None))
HUNCHED = profile_of(
    "hunched", There(make_pose(neck_deg=45, metre_px=360, hip_px=(500, 440)), ROOMS[0])
)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param([(200, DESK)], [(0, "desk")], id="nothing changes"),
        # The camera counts as moved after 10 s of looks each 3 s; then 5 s of the other.
        pytest.param(
            [(60, DESK), (200, LAPTOP)], [(0, "desk"), (78, "laptop")], id="the laptop is turned"
        ),
        pytest.param(
            [(60, DESK), (200, LAPTOP), (300, DESK)],
            [(0, "desk"), (78, "laptop"), (218, "desk")],
            id="and back",
        ),
        pytest.param(
            [(60, DESK), (79, LAPTOP), (200, DESK)],
            [(0, "desk"), (78, "laptop"), (108, "desk")],
            id="and back at once: not before half a minute",
        ),
        # 20 s beyond the seat, or a quarter of a metre higher; then 5 s.
        pytest.param(
            [(60, DESK), (200, STANDING)], [(0, "desk"), (85, "standing")], id="stands up"
        ),
        pytest.param(
            [(60, DESK), (200, STANDING), (300, DESK)],
            [(0, "desk"), (85, "standing"), (225, "desk")],
            id="and sits down",
        ),
        pytest.param(
            [(60, DESK), (200, SECOND_SEAT)], [(0, "desk"), (85, "second seat")], id="another seat"
        ),
        pytest.param([(60, DESK), (78, STANDING), (200, DESK)], [(0, "desk")], id="fetches a cup"),
        pytest.param([(60, DESK), (75, LAPTOP), (200, DESK)], [(0, "desk")], id="turns it shortly"),
        pytest.param([(60, DESK), (200, TURNED)], [(0, "desk")], id="none fits"),
        pytest.param([(60, DESK), (200, AWAY)], [(0, "desk")], id="leaves"),
        pytest.param(
            [(60, DESK), (100, AWAY), (200, LAPTOP)],
            [(0, "desk"), (115, "laptop")],
            id="comes back elsewhere",
        ),
        pytest.param([(200, There(SLUMPS, ROOMS[0]))], [(0, "desk")], id="slumps"),
    ],
)
def test_which_is_used_and_since_when(script: Script, expected: list[tuple[float, str]]) -> None:
    day = a_day(script, list(KEPT.values()), KEPT["desk"]).until(script[-1][0])
    assert [name for _, name in day.used] == [name for _, name in expected]
    assert [s for s, _ in day.used] == pytest.approx([s for s, _ in expected], abs=1.0)


def test_it_is_told_in_one_sentence_and_judged_by_at_once() -> None:
    said: list[str] = []
    day = a_day([(60, DESK), (200, LAPTOP)], list(KEPT.values()), KEPT["desk"], said).until(150)
    assert said == ["your baseline 'laptop' is used"]
    (after_s, _) = day.used[-1]
    assert {t.state for t in day.ticks if 73 < t.timestamp_s < after_s - 1} == {State.UNKNOWN}
    assert {t.state for t in day.ticks if t.timestamp_s >= after_s} == {State.UPRIGHT}
    (turn,) = [t.transition for t in day.ticks if t.timestamp_s >= after_s and t.transition]
    assert turn.after is State.UPRIGHT


def test_a_slouch_in_the_new_place_is_found() -> None:
    script: Script = [
        (60, DESK),
        (300, There(make_pose(metre_px=360, yaw_deg=90, neck_deg=50), ROOMS[1])),
    ]
    day = a_day(script, list(KEPT.values()), KEPT["desk"]).until(200)
    assert day.used[-1][1] == "laptop"
    assert day.ticks[-1].state is State.SLOUCHED
    assert any(tick.alert for tick in day.ticks)


def test_without_a_background_only_the_seat_chooses() -> None:
    """After the camera has moved nothing says that such a profile is the right one."""
    kept = [KEPT["desk"], LAPTOP_UNKNOWN]
    assert a_day([(200, LAPTOP)], kept, KEPT["desk"]).until(150).used == [(0, "desk")]
    seat = profile_of("seat", There(SECOND_SEAT.pose, None))
    day = a_day([(200, SECOND_SEAT)], [KEPT["desk"], seat], KEPT["desk"]).until(60)
    assert day.used[-1][1] == "seat"


def test_one_that_is_itself_a_slouch_is_not_gone_over_to() -> None:
    kept = [KEPT["desk"], HUNCHED]
    hunched = There(make_pose(neck_deg=45, metre_px=360, hip_px=(500, 440)), ROOMS[0])
    assert a_day([(200, hunched)], kept, KEPT["desk"]).until(150).used == [(0, "desk")]
    assert a_day([(200, DESK)], kept, HUNCHED).until(60).used[-1][1] == "desk"


def test_another_person_in_the_background_of_a_place_is_followed_by_nobody() -> None:
    """Standing is a place of the user: to be found there is not to be somebody else."""
    day = a_day([(60, DESK), (120, STANDING)], list(KEPT.values()), KEPT["desk"]).until(120)
    reasons = {tick.reason for tick in day.ticks if tick.timestamp_s > 90}
    assert reasons == {None}


def test_an_explicit_one_alone_is_never_left() -> None:
    assert a_day([(200, LAPTOP)], [], KEPT["desk"]).until(100).used == [(0, "desk")]


def test_of_several_of_one_view_the_start_takes_the_one_that_fits() -> None:
    moved = There(DESK.pose, ROOMS[3])
    kept = [KEPT["desk"], profile_of("guest room", moved)]
    for there, name in ((moved, "guest room"), (DESK, "desk")):
        said: list[str] = []
        day = a_day([(60, there)], kept, said=said).until(10)
        assert day.used[-1][1] == name
        assert said == [f"your stored baseline {name!r} is used"]


def test_a_slump_does_not_choose_a_lower_chair() -> None:
    low = profile_of("low", There(make_pose(metre_px=360, hip_px=(320, 486)), ROOMS[0]))
    slumped = There(make_pose(neck_deg=50, trunk_deg=20, metre_px=360, hip_px=(320, 470)), ROOMS[0])
    day = a_day([(60, DESK), (200, slumped)], [KEPT["desk"], low], KEPT["desk"]).until(200)
    assert day.used == [(0, "desk")]
    assert day.ticks[-1].state is State.SLOUCHED


def test_who_goes_far_aside_to_a_known_seat_is_still_the_user() -> None:
    left, right = (There(make_pose(metre_px=360, hip_px=(x, 440)), ROOMS[0]) for x in (95, 545))
    kept = [profile_of("left", left), profile_of("right", right)]
    assert a_day([(30, left), (90, right)], kept, kept[0]).until(90).used[-1][1] == "right"
    assert a_day([(30, left), (90, right)], [], kept[0]).until(90).ticks[-1].reason is (
        Reason.NOT_THE_USER
    )


SITTING = extract(SITS)
TURNED_CHAIR = profile_of("turned", There(make_pose(metre_px=360, yaw_deg=40), ROOMS[0]))
CROOKED = profile_of("crooked", There(make_pose(metre_px=360, neck_deg=45), ROOMS[0]))


@pytest.mark.parametrize(
    ("alike", "expected"),
    [
        pytest.param({KEPT["desk"]: 0.9}, ["desk"], id="same place"),
        pytest.param({KEPT["desk"]: 0.6}, [], id="another camera's place"),
        pytest.param({KEPT["desk"]: nan}, ["desk"], id="nobody knows"),
        pytest.param({KEPT["standing"]: 0.9}, [], id="another height"),
        pytest.param({KEPT["second seat"]: 0.9}, [], id="another seat"),
        pytest.param({KEPT["laptop"]: 0.9}, [], id="another view"),
        pytest.param({TURNED_CHAIR: 0.9}, [], id="a turned chair"),
        pytest.param({CROOKED: 0.9}, ["crooked"], id="a crooked one alone"),
        pytest.param({CROOKED: 0.9, KEPT["desk"]: 0.8}, ["desk"], id="a crooked one beside"),
        pytest.param(
            {replace(KEPT["desk"], name=n): v for n, v in (("c", nan), ("b", 0.8), ("a", 0.9))},
            ["a", "b", "c"],
            id="the most alike first",
        ),
    ],
)
def test_which_fit(alike: dict[Profile, float], expected: list[str]) -> None:
    assert [profile.name for profile in fitting(alike, SITTING, Settings())] == expected


poses = st.builds(
    make_pose,
    neck_deg=st.floats(0, 60),
    trunk_deg=st.floats(-5, 30),
    metre_px=st.floats(320, 480),
    hip_px=st.tuples(st.floats(290, 350), st.floats(430, 450)),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(5, 60), poses), min_size=1, max_size=4))
def test_however_somebody_sits_on_the_spot_no_other_is_chosen(
    parts: list[tuple[float, object]],
) -> None:
    now_s, script = 0.0, []
    for length_s, pose in parts:
        now_s += length_s
        script.append((now_s, There(pose, ROOMS[0])))  # type: ignore[arg-type]
    day = a_day(script, list(KEPT.values()), KEPT["desk"]).until(now_s)
    assert day.used == [(0.0, "desk")]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(1, 60),
            st.sampled_from([DESK, STANDING, LAPTOP, SECOND_SEAT, TURNED, AWAY]),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_it_never_flickers(parts: list[tuple[float, There]]) -> None:
    now_s, script = 0.0, []
    for length_s, there in parts:
        now_s += length_s
        script.append((now_s, there))
    day = a_day(script, list(KEPT.values()), KEPT["desk"]).until(now_s)
    first, *changes = day.used
    assert first == (0.0, "desk")
    assert all(b[0] - a[0] >= 30 for a, b in pairwise(changes))
