"""Days, spells and growth of the diary, by tables and laws."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.diary import (
    GROWTH_DAYS,
    LEAST_ENTRY_DAYS,
    SPELL_GAP_DAYS,
    DiaryDay,
    Growth,
    day_counts,
    days_of,
    growth,
    local_day,
    spells,
)
from posture.care.entries import PainNote, Place
from tests.history.notes import pain

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGIN = date(2026, 3, 2)


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


def rows(levels: Sequence[int], every: int = 1) -> list[DiaryDay]:
    """A day with each level, so many days apart."""
    return [
        DiaryDay(day(place * every), level, 1, woke=False) for place, level in enumerate(levels)
    ]


def test_days_that_are_alike_make_an_order_clearer() -> None:
    found = growth(rows([1, 1, 1, 1, 3, 4], 2))  # without regard to ties chance might do as well
    assert found is not None
    assert (found.before, found.after) == (1, 3)


def test_a_day_is_that_of_the_users_clock() -> None:
    late = pain(BEGIN, hour=23)
    assert local_day(late) == BEGIN
    assert local_day(replace(late, offset_s=2 * 3600)) == day(1)
    assert local_day(replace(late, offset_s=-10 * 3600)) == BEGIN


def test_days_have_their_highest_level() -> None:
    notes = [pain(BEGIN, 2), pain(BEGIN, 5, hour=20), pain(day(3), 1, woke=True)]
    assert days_of(notes) == (
        DiaryDay(BEGIN, 5, 2, woke=False),
        DiaryDay(day(3), 1, 1, woke=True),
    )
    assert days_of([]) == ()


class TestSpells:
    def test_a_long_gap_ends_one(self) -> None:
        days = [0, 4, 4 + SPELL_GAP_DAYS, 5 + 2 * SPELL_GAP_DAYS]
        found = spells([pain(day(number)) for number in days])
        assert [len(spell.days) for spell in found] == [3, 1]
        assert (found[0].begin, found[0].last, found[0].lasted_days) == (
            BEGIN,
            day(days[2]),
            days[2],
        )

    def test_no_pain_belongs_to_none(self) -> None:
        found = spells([pain(day(number), level=3 * (number in (0, 15))) for number in range(16)])
        assert [spell.begin for spell in found] == [BEGIN, day(15)]
        assert spells([pain(BEGIN, 0)]) == ()

    def test_since_when_counts(self) -> None:
        notes = [pain(BEGIN), replace(pain(day(1)), since=day(-30)), pain(day(2))]
        (spell,) = spells(notes)
        assert (spell.begin, spell.lasted_days) == (day(-30), 32)
        (late,) = spells([replace(pain(BEGIN), since=day(9))])
        assert late.begin == BEGIN


class TestGrowth:
    @pytest.mark.parametrize(
        ("levels", "every", "found"),
        [
            pytest.param([2, 2, 3, 4, 5, 5, 6], 2, Growth(12, 2, 5), id="it does"),
            pytest.param([1, 2, 3, 4, 5, 6], 2, Growth(10, 2, 5), id="just enough days"),
            pytest.param([2, 4, 4, 5, 6], 3, None, id="too few days"),
            pytest.param([1, 2, 3, 4, 5, 6], 1, None, id="less than a week"),
            pytest.param([3, 3, 3, 4, 4, 4, 4], 2, None, id="a little"),
            pytest.param([6, 5, 5, 4, 3, 2, 2], 2, None, id="it falls"),
            pytest.param([1, 9, 1, 9, 2, 9, 1, 9, 9], 2, None, id="up and down"),
            pytest.param([5] * 9, 2, None, id="always the same"),
            pytest.param([0, 0, 0, 3, 3, 3, 4], 2, Growth(12, 0, 3), id="from nothing"),
        ],
    )
    def test_table(self, levels: list[int], every: int, found: Growth | None) -> None:
        assert growth(rows(levels, every)) == found

    def test_what_was_long_ago_does_not_count(self) -> None:
        old = rows([0] * 9)
        new = [replace(entry, day=entry.day + timedelta(days=40)) for entry in rows([6] * 9, 2)]
        assert growth([*old, *new]) is None
        assert (new[0].day - old[-1].day).days > GROWTH_DAYS - 9

    @given(st.lists(st.integers(0, 10), min_size=LEAST_ENTRY_DAYS, max_size=14))
    def test_never_both_ways(self, levels: list[int]) -> None:
        assert growth(rows(levels, 2)) is None or growth(rows(levels[::-1], 2)) is None

    @given(st.lists(st.integers(0, 7), min_size=LEAST_ENTRY_DAYS, max_size=14), st.integers(0, 3))
    def test_is_of_the_change_only(self, levels: list[int], more: int) -> None:
        one = growth(rows(levels, 2))
        other = growth(rows([level + more for level in levels], 2))
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert other.before - one.before == other.after - one.after == more

    @pytest.mark.parametrize("entries", [6, 10, 14])
    def test_chance_seldom_looks_so(self, entries: int) -> None:
        random = Random(entries)  # noqa: S311 - a test's
        grown = 0
        for _ in range(1000):
            levels = [random.randint(0, 10) for _ in range(entries)]
            grown += growth(rows(levels, 2)) is not None
        assert grown < 60


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 10)), max_size=40))
def test_every_day_with_pain_is_in_one_spell(entries: list[tuple[int, int]]) -> None:
    notes = [pain(day(number), level) for number, level in entries]
    found = spells(notes)
    with_pain = days_of([note for note in notes if note.level])
    assert tuple(entry for spell in found for entry in spell.days) == with_pain
    assert all(
        (later.days[0].day - earlier.last).days > SPELL_GAP_DAYS
        for earlier, later in pairwise(found)
    )
    assert spells(notes[::-1]) == found


def test_days_of_each_word() -> None:
    def at(number: int, level: int, *places: Place) -> PainNote:
        return replace(pain(day(number), level), places=frozenset(places))

    notes = [
        at(0, 3, Place.NECK_LEFT, Place.NECK_RIGHT),
        replace(at(0, 2, Place.NECK_LEFT), utc_s=pain(BEGIN, hour=9).utc_s),
        at(1, 4, Place.NECK_LEFT),
        at(2, 0, Place.SHOULDER_LEFT),
    ]
    counts = day_counts(notes, lambda note: note.places)
    assert list(counts.items()) == [(Place.NECK_LEFT, 2), (Place.NECK_RIGHT, 1)]
