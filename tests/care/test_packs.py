"""Heat and cold: limits, and a timer that is told the time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.entries import PackKind
from posture.care.packs import (
    ALWAYS,
    CAUTIONS,
    LEAST_NOTED_S,
    PACKS,
    Course,
    PackError,
    Stage,
    Step,
    course,
    over_text,
)

HEAT_S, COLD_S = 1200.0, 600.0


def both(began_s: float = 0.0) -> Course:
    return course(heat_min=20, cold_min=10).resumed(began_s)


class TestCourse:
    @pytest.mark.parametrize(
        ("heat_min", "cold_min", "steps"),
        [
            (10, None, (Step(PackKind.HEAT, 600.0),)),
            (20, None, (Step(PackKind.HEAT, 1200.0),)),
            (None, 10, (Step(PackKind.COLD, 600.0),)),
            (None, 15, (Step(PackKind.COLD, 900.0),)),
            (20, 10, (Step(PackKind.HEAT, 1200.0), Step(PackKind.COLD, 600.0))),
        ],
    )
    def test_of(
        self, heat_min: float | None, cold_min: float | None, steps: tuple[Step, ...]
    ) -> None:
        assert course(heat_min=heat_min, cold_min=cold_min).steps == steps

    @pytest.mark.parametrize(
        ("heat_min", "cold_min", "message"),
        [
            (9.99, None, "heat is for 10 to 20 minutes, not 9.99"),
            (21, None, "heat is for 10 to 20 minutes, not 21"),
            (20, 16, "cold is for 10 to 15 minutes, not 16"),
            (None, 9, "cold is for 10 to 15 minutes, not 9"),
            (float("nan"), None, "heat is for 10 to 20 minutes, not nan"),
            (None, None, "choose heat, cold or both"),
        ],
    )
    def test_limits(self, heat_min: float | None, cold_min: float | None, message: str) -> None:
        with pytest.raises(PackError, match=message):
            course(heat_min=heat_min, cold_min=cold_min)

    def test_what_is_usual_is_within_the_limits(self) -> None:
        for kind, pack in PACKS.items():
            assert pack.kind is kind
            assert pack.least_min <= pack.usual_min <= pack.most_min


class TestTime:
    @pytest.mark.parametrize(
        ("now_s", "stage", "left_s", "over_by_s"),
        [
            (0.0, Stage.RUNNING, 1200.0, 0.0),
            (1199.5, Stage.RUNNING, 0.5, 0.0),
            (1200.0, Stage.CHANGING, 0.0, 0.0),
            (5000.0, Stage.CHANGING, 0.0, 3800.0),
        ],
    )
    def test_of_the_first_of_two(
        self, now_s: float, stage: Stage, left_s: float, over_by_s: float
    ) -> None:
        now = both()
        assert now.stage(now_s) is stage
        assert now.left(now_s) == left_s
        assert now.over_by(now_s) == over_by_s

    def test_the_next_begins_when_it_is_on(self) -> None:
        cold = both().changed(1500.0)
        assert (cold.step.kind, cold.left(1500.0)) == (PackKind.COLD, COLD_S)
        assert cold.stage(1500.0 + COLD_S) is Stage.OVER
        with pytest.raises(ValueError, match="nothing follows"):
            cold.changed(9000.0)

    def test_a_pause_does_not_count(self) -> None:
        paused = both().paused(300.0)
        assert paused.stage(9000.0) is Stage.PAUSED
        assert paused.left(9000.0) == 900.0
        again = paused.resumed(9000.0)
        assert again.resumed(9500.0) == again
        assert again.stage(9000.0) is Stage.RUNNING
        assert again.left(9100.0) == 800.0

    def test_nothing_runs_before_it_begins(self) -> None:
        waiting = course(cold_min=10)
        assert waiting.stage(500.0) is Stage.PAUSED
        assert waiting.left(500.0) == COLD_S

    @pytest.mark.parametrize(
        ("now_s", "noted_s"), [(59.0, 0.0), (60.0, LEAST_NOTED_S), (1200.0, 1200.0), (9e4, 1200.0)]
    )
    def test_what_is_noted(self, now_s: float, noted_s: float) -> None:
        assert both().noted_s(now_s) == noted_s

    @given(
        began_s=st.floats(-1e6, 1e6),
        steps_s=st.lists(st.tuples(st.booleans(), st.floats(0.0, 3000.0)), max_size=12),
    )
    def test_time_on_is_never_lost_or_invented(
        self, began_s: float, steps_s: list[tuple[bool, float]]
    ) -> None:
        now, now_s, on_s = both(began_s), began_s, 0.0
        for runs, lasting_s in steps_s:
            now = now.resumed(now_s) if runs else now.paused(now_s)
            now_s += lasting_s
            on_s += lasting_s if runs else 0.0
        assert now.spent(now_s) == pytest.approx(on_s, abs=1e-3)
        assert now.left(now_s) == pytest.approx(max(HEAT_S - on_s, 0.0), abs=1e-3)
        assert now.left(now_s) == 0.0 or now.over_by(now_s) == 0.0


class TestTexts:
    @pytest.mark.parametrize(
        ("over_by_s", "text"),
        [
            (0.0, "Take the heat off now"),
            (59.0, "Take the heat off now"),
            (
                1500.0,
                "Take the heat off now: its time was over 25 min ago. Look at your skin.",
            ),
        ],
    )
    def test_when_it_is_over(self, over_by_s: float, text: str) -> None:
        assert over_text(Step(PackKind.HEAT, HEAT_S), over_by_s) == text

    def test_no_caution_is_missing(self) -> None:
        said = " ".join((*CAUTIONS, *ALWAYS)).lower()
        words = (
            *("feel less", "circulation", "diabetes", "raynaud", "broken or irritated"),
            *("swollen", "cannot feel", "cannot take it off", "cloth", "asleep"),
        )
        assert [word for word in words if word not in said] == []
