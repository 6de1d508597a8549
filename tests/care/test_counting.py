"""Repetitions are counted when rest is reached again, and nothing else is."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.counting import Counter, CountSettings
from posture.care.exercise import Phase

STEP_S = 0.1
UP = [0.0, 0.4, 0.8, *[1.2] * 6, 0.8, 0.4, 0.0]
"""One repetition: a hold of half a second."""


def fed(counter: Counter, shares: list[float], start_s: float = 0.0) -> Counter:
    for number, share in enumerate(shares):
        counter.update(start_s + number * STEP_S, share)
    return counter


def counted(
    shares: list[float], sides: int = 1, settings: CountSettings | None = None
) -> list[int]:
    return fed(Counter(sides, settings), shares).repetitions


@pytest.mark.parametrize(
    ("shares", "count"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param([0.0] * 50, 0, id="rest"),
        pytest.param(UP, 1, id="one"),
        pytest.param(UP * 7, 7, id="seven"),
        pytest.param([x * 0.8 for x in UP] * 3, 0, id="half ones"),
        pytest.param(UP[:-2], 0, id="not back yet"),
        pytest.param([0.0, 1.2, 0.0] * 5, 0, id="shorter than a hold"),
        pytest.param([0.0, *[1.1, 0.9] * 10, 0.0], 1, id="trembling around 1 is one hold"),
        pytest.param([0.0, *[0.55, 0.45] * 10, 0.0], 0, id="trembling around rest"),
        pytest.param([*UP[:6], 0.7, *UP[4:]], 1, id="dipping without rest is one"),
        pytest.param([-x for x in UP] * 3, 0, id="the other way"),
        pytest.param([i / 100 for i in range(130)] + [0.0], 0, id="slow drift"),
        pytest.param([0.0, *[1.2] * 500, 0.0], 0, id="too long"),
        pytest.param([*UP[:5], nan, nan, *UP[5:]], 1, id="a short gap"),
        pytest.param([*UP[:7], *[nan] * 20, *UP[7:]], 0, id="a long gap"),
        pytest.param([*UP[:7], *[nan] * 20, *UP[7:], *UP], 1, id="and on after it"),
        pytest.param([nan] * 30 + UP, 1, id="late beginning"),
    ],
)
def test_what_is_a_repetition(shares: list[float], count: int) -> None:
    assert counted(shares) == [count]


def test_left_and_right_count_each_for_itself() -> None:
    other = [-x for x in UP]
    assert counted(UP + other + UP, sides=2) == [2, 1]


def test_from_one_side_to_the_other_between_two_pictures() -> None:
    assert counted([0.0, *[1.2] * 5, *[-1.2] * 5, 0.0], sides=2) == [1, 1]


def test_one_alone_is_no_exercise_where_company_is_needed() -> None:
    settings = CountSettings(company_s=2.0)
    counter = fed(Counter(settings=settings), UP)
    assert counter.repetitions == [0]
    assert fed(counter, UP, start_s=1.5).repetitions == [2]
    assert fed(counter, UP, start_s=3.0).repetitions == [3]
    assert fed(counter, UP, start_s=9.0).repetitions == [3]


def test_company_may_be_of_the_other_side() -> None:
    shares = UP + [-x for x in UP]
    assert counted(shares, sides=2, settings=CountSettings(company_s=2.0)) == [1, 1]


def test_a_hold_is_measured_while_it_goes_on_and_without_gaps() -> None:
    counter = fed(Counter(), [0.0, *[1.2] * 11])
    assert counter.phase is Phase.HOLD
    assert counter.held_s == pytest.approx(1.0)
    counter.update(1.2, nan)
    counter.update(1.3, nan)
    counter.update(1.4, 1.2)  # 0.3 s after the last measurement
    assert counter.held_s == pytest.approx(1.0)
    counter.update(1.5, 0.0)
    assert counter.longest_s == pytest.approx(1.0)
    assert counter.repetitions == [1]


def test_a_missing_stretch_of_pictures_voids_the_movement() -> None:
    counter = fed(Counter(), [0.0, *[1.2] * 5])
    counter.update(10.0, 1.2)
    counter.update(10.1, 0.0)
    assert counter.repetitions == [0]


def test_who_stays_away_from_rest_is_stuck() -> None:
    counter = fed(Counter(settings=CountSettings(longest_s=5.0)), [0.0, *[0.7] * 60])
    assert counter.stuck
    counter.update(6.2, 0.0)
    assert not counter.stuck


@pytest.mark.parametrize(
    "wrong",
    [
        {"leave": 0.0},
        {"leave": 0.9},
        {"keep": 1.1},
        {"hold_s": -1.0},
        {"rise_s": nan},
        {"gap_s": inf},
        {"company_s": 0.0},
        {"company_s": nan},
    ],
)
def test_settings_that_make_no_sense(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must|leave"):
        CountSettings(**wrong)


SHARES = st.lists(st.one_of(st.floats(-3.0, 3.0), st.just(nan)), max_size=80)


@given(SHARES, st.sampled_from([1, 2]))
def test_counts_never_fall_and_holds_are_never_negative(shares: list[float], sides: int) -> None:
    counter, before = Counter(sides), [0] * sides
    for number, share in enumerate(shares):
        counter.update(number * STEP_S, share)
        assert all(now >= was for now, was in zip(counter.repetitions, before, strict=True))
        assert counter.held_s >= 0.0
        assert 0.0 <= counter.longest_s <= number * STEP_S
        before = list(counter.repetitions)


@given(SHARES)
def test_a_mirror_swaps_the_sides(shares: list[float]) -> None:
    assert counted([-x for x in shares], sides=2) == counted(shares, sides=2)[::-1]


@given(st.lists(st.floats(0.0, 0.99), max_size=80))
def test_what_never_reaches_1_never_counts(shares: list[float]) -> None:
    assert counted(shares) == [0]
