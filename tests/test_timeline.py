"""Times of recordings: sound ones pass, the others are made believable."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.sources.timeline import LEAST_STEP_S, LONGEST_GAP_S, advanced, started


def repaired(raw: list[float], rate_hz: float = 10) -> tuple[list[float], int]:
    line = started(rate_hz)
    stamps = []
    for raw_s in raw:
        line = advanced(line, raw_s)
        stamps.append(line.time_s)
    return stamps, line.repaired


class TestTimeline:
    @pytest.mark.parametrize(
        ("raw", "expected", "count"),
        [
            ([0, 0.1, 0.2], [0, 0.1, 0.2], 0),
            ([7, 7.1, 7.15, 9], [0, 0.1, 0.15, 2], 0),  # first at 0, variable rate, gap
            ([0, 0, 0], [0, 0.1, 0.2], 2),  # no times at all
            ([math.nan] * 3, [0, 0.1, 0.2], 3),
            ([-0.2, 0.1, 0.2], [0, 0.1, 0.2], 1),  # a decoding time in place of the first
            ([0, 0.1, math.nan, 0.3], [0, 0.1, 0.2, 0.3], 1),
            ([1, 1.1, 0, 1.3], [0, 0.1, 0.2, 0.3], 1),  # OpenCV's way to say missing
            ([0, 0.1, 0.3, 0.2, 0.4], [0, 0.1, 0.3, 0.301, 0.4], 1),  # swapped
            ([5, 6, 7, 1, 2, 3], [0, 1, 2, 2.1, 3.1, 4.1], 1),  # the clock was set back
            ([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0, 0.1, 0.2], [n / 10 for n in range(9)], 2),
            ([0, 0.1, 1e9, 1e9 + 0.5], [0, 0.1, 0.2, 0.7], 1),  # and forward
        ],
    )
    def test_table(self, raw: list[float], expected: list[float], count: int) -> None:
        stamps, repairs = repaired(raw)
        assert stamps == pytest.approx(expected)
        assert repairs == count

    @pytest.mark.parametrize("rate_hz", [math.nan, 0, -5, math.inf])
    def test_unknown_rate(self, rate_hz: float) -> None:
        assert repaired([math.nan, math.nan], rate_hz)[0] == pytest.approx([0, 1 / 30])

    @given(
        raw=st.lists(st.floats(), max_size=30),
        rate_hz=st.floats(0.001, 1000) | st.just(math.nan),
    )
    def test_always_finite_and_increasing_from_0(self, raw: list[float], rate_hz: float) -> None:
        stamps, count = repaired(raw, rate_hz)
        assert stamps[:1] in ([], [0.0])
        assert all(map(math.isfinite, stamps))
        assert all(before < after for before, after in pairwise(stamps))
        assert 0 <= count <= len(raw)

    @given(
        first=st.floats(0, 1e6),
        steps=st.lists(st.floats(LEAST_STEP_S, LONGEST_GAP_S / 2), max_size=30),
    )
    def test_sound_times_only_move_to_0(self, first: float, steps: list[float]) -> None:
        raw = [first + sum(steps[:n]) for n in range(len(steps) + 1)]
        stamps, count = repaired(raw)
        assert stamps == pytest.approx([raw_s - first for raw_s in raw], abs=1e-6)
        assert count == 0

    @given(jumbled=st.lists(st.floats(10.001, 10.35), max_size=30, unique=True))
    def test_disorder_within_four_steps_moves_nothing_after_it(self, jumbled: list[float]) -> None:
        stamps, _ = repaired([10, *jumbled, 12])
        assert stamps[-1] == 2
