"""An exercise with cues: they come whatever is seen, and are heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posture.care.exercise import Dose, Phase, Progress, Seen
from posture.care.pace import PACES
from posture.gui.exercise_course import Cue, Stage, cue_of
from tests.coached import an_exercise
from tests.gui.test_exercise_course import Lead

SQUEEZE = an_exercise("shoulder_blade_squeeze", seen=Seen.NOT, timer_s=38.0)


def test_without_a_camera_the_cues_lead_and_are_heard() -> None:
    lead = Lead(SQUEEZE)
    lead.camera = False
    lead.begin()
    words: list[str] = []
    for _ in range(370):
        lead.let_pass(0.1)
        cue = lead.course.progress.cue
        assert cue is not None
        words += [] if words and words[-1] == cue.word else [cue.word]
    once = ["Draw both elbows back", "Hold", "Let go slowly", "Rest"]
    assert words == ["Keep still", *once, *once, *once]
    assert [cue for _, cue in lead.cues] == [Cue.HOLD] * 6
    begun_s = [time_s for time_s, _ in lead.cues]
    assert begun_s == pytest.approx([6.5, 11.5, 17.5, 22.5, 28.5, 33.5], abs=0.3)
    lead.let_pass(2)
    assert lead.stage() is Stage.OVER


def test_what_the_judge_says_leads() -> None:
    before, after = (Progress(0.0, Phase.HOLD, cue=PACES["cat_cow"].at(t)) for t in (7, 9))
    assert cue_of(before, after, Dose(8, 0.0)) is None  # from round to arched: no rest
    assert cue_of(Progress(0.0, Phase.LOOKING), before, Dose(8, 0.0)) is Cue.HOLD
    more = replace(before, repetitions=(1,))
    assert cue_of(before, more, Dose(8, 0.0)) is Cue.REPETITION
