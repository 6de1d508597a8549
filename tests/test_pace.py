"""Which moments are taken at a rate, and time that goes on through sleep."""

from __future__ import annotations

from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.sources.pace import SLEEP_AT_LEAST_S, Pace, SessionClock, wall_clock_s


def taken(moments: list[float], rate_hz: float) -> list[float]:
    pace = Pace(rate_hz)
    return [moment for moment in moments if pace.takes(moment)]


class TestPace:
    @pytest.mark.parametrize(
        ("camera_hz", "rate_hz", "expected"),
        [(30, 10, 100), (10, 10, 100), (7, 5, 50), (30, 20, 200), (5, 10, 50), (30, inf, 300)],
    )
    def test_average_rate(self, camera_hz: int, rate_hz: float, expected: int) -> None:
        moments = [n / camera_hz for n in range(10 * camera_hz)]
        assert abs(len(taken(moments, rate_hz)) - expected) <= 2

    def test_unpunctual_camera_loses_nothing(self) -> None:
        moments = [n / 10 + (0.01 if n % 2 else -0.01) for n in range(1, 50)]
        assert taken(moments, 10) == moments

    def test_after_a_gap_it_does_not_catch_up(self) -> None:
        assert taken([0, 1, 50, 50.1, 50.5, 51], 1) == [0, 1, 50, 51]

    def test_another_rate_counts_from_the_last(self) -> None:
        pace = Pace(0.1)
        assert pace.takes(0)
        assert not pace.takes(1)
        pace.set_rate(1)
        assert pace.takes(1)

    @given(
        steps=st.lists(st.floats(0, 5), min_size=1, max_size=100),
        rate_hz=st.floats(0.1, 20),
    )
    def test_never_close_together_nor_too_many(self, steps: list[float], rate_hz: float) -> None:
        moments = [sum(steps[: n + 1]) for n in range(len(steps))]
        found = taken(moments, rate_hz)
        assert found[0] == moments[0]
        assert all(later - before >= 0.249 / rate_hz for before, later in pairwise(found))
        assert len(found) <= (moments[-1] - moments[0]) * rate_hz + 2

    @pytest.mark.parametrize("rate_hz", [0, -1, nan])
    def test_impossible_rate(self, rate_hz: float) -> None:
        with pytest.raises(ValueError, match="above 0"):
            Pace(rate_hz)


class TestSessionClock:
    @given(
        st.lists(st.tuples(st.floats(0, 100), st.floats(-1e5, 1e5)), max_size=20),
    )
    def test_adds_forward_jumps_and_never_decreases(self, steps: list[tuple[float, float]]) -> None:
        now = {"clock": 500.0, "wall": 1e6}
        clock = SessionClock(lambda: now["clock"], lambda: now["wall"])
        expected_s, sleeps = 0.0, 0
        before_s = clock.read()
        for step_s, jump_s in steps:
            now["clock"] += step_s
            now["wall"] += step_s + jump_s
            slept = jump_s > SLEEP_AT_LEAST_S
            expected_s += step_s + jump_s * slept
            sleeps += slept
            read_s = clock.read()
            assert read_s >= before_s
            assert read_s == pytest.approx(expected_s, abs=1e-6)
            before_s = read_s
        assert clock.sleeps == sleeps

    def test_a_clock_that_is_slowly_corrected_is_no_sleep(self) -> None:
        now = [0.0]
        clock = SessionClock(lambda: now[0], lambda: now[0] * 1.1)
        for _ in range(100):
            now[0] += 10
            clock.read()
        assert clock.sleeps == 0

    def test_wall_clock_goes_on(self) -> None:
        assert 0 < wall_clock_s() <= wall_clock_s()
