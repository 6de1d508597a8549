"""What is said while somebody exercises, and of it afterwards."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest

from posture.care.exercise import Dose, Phase, Progress, Seen
from posture.care.pace import PACES
from posture.gui.exercise_course import Result
from posture.gui.exercise_words import (
    aim_text,
    count_text,
    dose_text,
    hint_text,
    phase_text,
    result_text,
)
from tests.coached import an_exercise


@pytest.mark.parametrize(
    ("phase", "held_s", "hold_s", "text"),
    [
        pytest.param(Phase.HOLD, 2.0, 5.0, "Hold: 2 of 5 s", id="a hold"),
        pytest.param(Phase.HOLD, 5.0, 5.0, "Now come back slowly", id="long enough"),
        pytest.param(Phase.HOLD, 0.3, 0.0, "Now come back slowly", id="nothing to hold"),
        pytest.param(Phase.REST, 5.0, 5.0, "Start position", id="after it"),
    ],
)
def test_what_to_do(phase: Phase, held_s: float, hold_s: float, text: str) -> None:
    assert phase_text(Progress(1.0, phase, held_s=held_s), Dose(5, hold_s)) == text


def test_who_is_led_reads_the_cue() -> None:
    cue = PACES["cat_cow"].at(5.5)
    assert phase_text(Progress(1.0, Phase.LOOKING, cue=cue), Dose(5, 0.0)) == "Round your back"
    assert phase_text(Progress(1.0, Phase.DONE, cue=cue), Dose(5, 0.0)) == "Done"


def test_who_is_led_and_not_counted_is_told_so() -> None:
    led = Progress(1.0, Phase.TIMER, cue=PACES["cat_cow"].at(5.5))
    assert hint_text(led) == "Plain timer: nothing is counted"
    assert hint_text(replace(led, hint="the camera is closed")) == "The camera is closed"
    assert hint_text(replace(led, cue=None)) == ""


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_words(phase: Phase) -> None:
    assert phase_text(Progress(1.0, phase), Dose(5, 5.0))


@pytest.mark.parametrize(
    ("dose", "seen", "text"),
    [
        pytest.param(Dose(10, 0.0), Seen.FRONT, "10 times", id="several"),
        pytest.param(Dose(1, 15.0, 2), Seen.FRONT, "once on each side, held for 15 s", id="sides"),
        pytest.param(
            Dose(10, 5.0, timer_s=90.0),
            Seen.NOT,
            "10 times, held for 5 s, in 1 min 30 s",
            id="a timer",
        ),
        pytest.param(Dose(1, 30.0, timer_s=30.0), Seen.NOT, "30 s", id="once"),
    ],
)
def test_how_much(dose: Dose, seen: Seen, text: str) -> None:
    assert dose_text(dose, seen) == text


def test_sides_are_counted_for_themselves() -> None:
    both = Progress(1.0, Phase.REST, (3, 2))
    assert count_text(both, Dose(5, 0.0, 2)) == "3 left, 2 right"
    assert aim_text(Dose(5, 0.0, 2)) == "of 5 on each side"
    assert count_text(both, Dose(5, 0.0)) == "5"


@pytest.mark.parametrize(
    ("progress", "hold_s", "measured", "text"),
    [
        pytest.param({}, 0.0, True, "The bend: counted 4, in 1 min 5 s", id="counted"),
        pytest.param(
            {"longest_s": 7.2, "range_deg": 33.6},
            5.0,
            True,
            "The bend: counted 4, in 1 min 5 s, longest hold 7 s, range up to about 34°",
            id="with hold and range",
        ),
        pytest.param(
            {"longest_s": 0.4, "range_deg": nan},
            0.0,
            True,
            "The bend: counted 4, in 1 min 5 s",
            id="nothing to hold",
        ),
        pytest.param({}, 0.0, False, "The bend: 1 min 5 s, by the timer", id="a timer"),
    ],
)
def test_what_was_done(
    progress: dict[str, float], hold_s: float, measured: bool, text: str
) -> None:
    done = Progress(65.0, Phase.DONE, (4,), done=True, **progress)  # type: ignore[arg-type]
    result = Result(an_exercise(hold_s=hold_s), 65.4, done, measured)
    assert result_text(result) == text
