"""What became of an exercise, in words, for programs and for the history."""

from __future__ import annotations

import json
from dataclasses import replace
from math import isnan, nan

from posture.care.catalogue import find
from posture.care.entries import ExerciseNote
from posture.care.exercise import LEAST_S, Phase, Progress
from posture.care.outcome import Outcome
from posture.care.pace import CHIN_TUCK


def summed(name: str, *progresses: Progress, routine: str = "") -> Outcome:
    outcome = Outcome(find(name), routine)
    for progress in progresses:
        outcome.update(progress)
    return outcome


BENT = summed(
    "side_bend",
    Progress(100.0, Phase.LOOKING, (0, 0)),
    Progress(103.0, Phase.HOLD, (0, 0), 0.5, 0.5, 1.1, 20.0, "Let your chin stay level."),
    Progress(190.0, Phase.DONE, (2, 3), 2.0, 14.6, 0.1, 23.6, done=True),
    routine="desk",
)
TIMED = summed("chin_tuck", Progress(0.0, Phase.TIMER), Progress(60.0, Phase.DONE, done=True))


def test_in_words() -> None:
    assert BENT.text() == (
        "Side bend: 2 to the left, 3 to the right, longest hold 15 s, "
        "about 24° at most (an estimate), 1:30 in all"
    )
    assert TIMED.text() == "Chin tuck: timed, not counted, 1:00 in all"
    one = summed("cat_cow", Progress(0.0, Phase.REST), Progress(9.0, Phase.REST, (4,)))
    assert one.text() == "Seated cat and cow: 4 counted, 0:09 in all"


def test_for_the_history() -> None:
    assert BENT.note(5.0, 3600) == ExerciseNote(
        5.0, 3600, "side_bend", "desk", 90.0, 5, 14.6, 23.6, measured=True
    )
    note = TIMED.note(5.0, 0)
    assert note is not None
    assert (note.repetitions, note.measured, note.length_s) == (0, False, 60.0)
    assert isnan(note.range_deg)


def test_nothing_done_is_not_noted() -> None:
    assert summed("cat_cow").note(0.0, 0) is None
    begun = summed("cat_cow", Progress(0.0, Phase.LOOKING), Progress(3.0, Phase.REST))
    assert begun.note(0.0, 0) is None
    alone = summed("cat_cow", Progress(0.0, Phase.LOOKING), Progress(60.0, Phase.LOOKING))
    assert alone.note(0.0, 0) is None


def test_who_only_kept_still_did_nothing_but_who_was_led_did() -> None:
    def left_at(end_s: float) -> Outcome:
        led = (Progress(t, Phase.LOOKING, cue=CHIN_TUCK.at(t)) for t in (0.0, end_s))
        return summed("chin_tuck", *led)

    still = replace(CHIN_TUCK, lead_in_s=LEAST_S + 5.0)
    cues = (Progress(t, Phase.LOOKING, cue=still.at(t)) for t in (0.0, LEAST_S))
    assert summed("chin_tuck", *cues).note(0.0, 0) is None
    assert left_at(CHIN_TUCK.lead_in_s + 1.0).note(0.0, 0) is None  # and that was too short
    assert left_at(LEAST_S).note(0.0, 0) is not None


def test_what_was_left_after_a_while_was_done_all_the_same() -> None:
    left = summed("cat_cow", Progress(0.0, Phase.TIMER), Progress(LEAST_S, Phase.TIMER))
    note = left.note(0.0, 0)
    assert note is not None
    assert (note.length_s, note.measured) == (LEAST_S, False)


def test_for_programs() -> None:
    values = json.loads(json.dumps(BENT.values(), allow_nan=False))
    assert values["repetitions"] == {"left": 2, "right": 3}
    assert (values["count"], values["range_deg"], values["done"]) == (5, 23.6, True)
    assert values["hints"] == ["Let your chin stay level."]
    values = summed("cat_cow").values()
    assert (values["repetitions"], values["length_s"]) == ({"all": 0}, 0.0)
    last = Progress(0.0, Phase.REST, range_deg=nan)
    assert summed("cat_cow", last).values()["range_deg"] is None
