"""One exercise after the other: by pictures where there are some, else by the clock."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.exercise import LEAST_S, Phase, Progress, Seen
from posture.coaching import Glance
from posture.gui.exercise_course import (
    GAP_S,
    IDLE_S,
    QUIET_S,
    READY_S,
    REST_S,
    Course,
    Cue,
    Stage,
    cue_of,
)
from tests.coached import CountingJudge, an_exercise
from tests.live_script import UPRIGHT

BEND, STRETCH = an_exercise(), an_exercise("stretch", seen=Seen.NOT, timer_s=30.0)


class Lead:
    """A course, a clock, and a camera that may see somebody, nobody, or nothing at all."""

    def __init__(self, *exercises: object, enough: int = 5) -> None:
        self.judges: list[CountingJudge] = []
        self.course = Course(
            exercises or (BEND,),  # type: ignore[arg-type]
            lambda _: self._made(enough),
            lambda: "the camera is closed",
        )
        self.now_s = 100.0
        self.camera = True
        self.somebody = True
        self.cues: list[tuple[float, Cue]] = []
        self._glance: Glance | None = None

    def _made(self, enough: int) -> CountingJudge:
        self.judges.append(CountingJudge(enough))
        return self.judges[-1]

    def let_pass(self, seconds: float, step_s: float = 0.1) -> Lead:
        for _ in range(round(seconds / step_s)):
            self.now_s += step_s
            if self.camera:
                pose, judge = UPRIGHT if self.somebody else None, self.course.judge
                progress = judge.update(self.now_s, pose) if judge else None
                self._glance = Glance(self.now_s, pose, judge, progress)
            cue = self.course.update(self.now_s, self._glance)
            if cue is not None:
                self.cues.append((round(self.now_s - 100.0, 1), cue))
        return self

    def stage(self) -> Stage:
        return self.course.stage

    def phase(self) -> Phase:
        return self.course.progress.phase

    def begin(self) -> Lead:
        self.course.go_on()
        return self


class TestInOrder:
    def test_time_to_get_ready_then_the_exercise_then_the_end(self) -> None:
        lead = Lead().let_pass(READY_S - 1)
        assert lead.stage() is Stage.READY
        assert lead.course.left_s == pytest.approx(1.0, abs=0.2)
        assert lead.judges == []
        lead.let_pass(2)
        assert lead.stage() is Stage.DOING
        assert lead.course.judge is lead.judges[0]
        lead.let_pass(5)
        assert lead.stage() is Stage.OVER
        assert [result.progress.count for result in lead.course.results] == [5]
        assert lead.course.judge is None

    def test_a_routine_has_pauses_and_a_judge_for_each(self) -> None:
        lead = Lead(BEND, BEND).begin().let_pass(6)
        assert (lead.course.number, lead.stage()) == (1, Stage.READY)
        assert lead.course.left_s == pytest.approx(REST_S - 1, abs=1.1)
        lead.let_pass(REST_S + 1)
        assert lead.stage() is Stage.DOING
        assert len(lead.judges) == 2

    def test_the_last_picture_of_one_says_nothing_of_the_next(self) -> None:
        lead = Lead(BEND, BEND).begin()
        while not lead.course.results:
            lead.let_pass(0.1)
        lead.camera = False
        lead.begin().let_pass(1)
        assert (lead.stage(), lead.course.progress.count) == (Stage.DOING, 0)
        assert len(lead.course.results) == 1

    def test_one_can_be_left_and_all_can_be_stopped(self) -> None:
        lead = Lead(BEND, BEND, BEND).begin().let_pass(2)
        lead.course.go_on()
        assert (lead.course.number, lead.stage()) == (1, Stage.READY)
        lead.course.stop()
        assert lead.stage() is Stage.OVER
        assert len(lead.course.results) == 1

    def test_what_was_only_looked_at_was_not_done(self) -> None:
        lead = Lead()
        lead.camera = False
        lead.begin().let_pass(LEAST_S - 1)
        lead.course.stop()
        assert lead.course.results == []

    def test_who_only_kept_still_did_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lead = Lead(BEND, BEND).begin()
        looks = lambda at_s, _: Progress(at_s, Phase.LOOKING)  # noqa: E731
        monkeypatch.setattr(lead.judges[0], "update", looks)
        lead.let_pass(LEAST_S + 5)
        assert lead.phase() is Phase.LOOKING
        lead.course.go_on()
        assert lead.course.results == []
        lead.begin().let_pass(LEAST_S + 5)
        assert [result.progress.count for result in lead.course.results] == [5]

    def test_pauses_do_not_count(self) -> None:
        lead = Lead(enough=100).begin().let_pass(3)
        lead.course.pause(True)
        lead.let_pass(50)
        assert lead.course.elapsed_s == pytest.approx(3, abs=0.2)
        lead.course.pause(False)
        lead.let_pass(2)
        assert lead.course.elapsed_s == pytest.approx(5, abs=0.2)

    def test_nor_does_a_computer_that_slept(self) -> None:
        lead = Lead(enough=100).begin().let_pass(3)
        lead.now_s += 3600
        lead.let_pass(0.1)
        assert lead.stage() is Stage.DOING
        assert lead.course.elapsed_s <= 3 + GAP_S + 0.1

    @pytest.mark.parametrize("paused", [False, True])
    def test_whoever_works_again_is_not_taken_for_somebody_who_exercises(
        self, paused: bool
    ) -> None:
        lead = Lead(enough=20).begin().let_pass(2)
        lead.judges[0].counts = False
        lead.course.pause(paused)
        lead.let_pass(IDLE_S - 5, 1.0)
        assert lead.stage() is Stage.DOING
        lead.let_pass(10, 1.0)
        assert lead.stage() is Stage.OVER
        assert [result.progress.count for result in lead.course.results] == [2]

    def test_a_long_one_is_not_ended_while_something_is_counted(self) -> None:
        lead = Lead(enough=1000).begin().let_pass(2 * IDLE_S, 1.0)
        assert lead.stage() is Stage.DOING


class TestTimer:
    def test_what_happens_off_camera_is_one(self) -> None:
        lead = Lead(STRETCH).begin().let_pass(10)
        assert lead.judges == []
        assert lead.phase() is Phase.TIMER
        assert lead.course.progress.hint == ""
        assert lead.course.left_s == pytest.approx(20, abs=0.2)
        lead.let_pass(21)
        (result,) = lead.course.results
        assert not result.measured
        ((at_s, cue),) = lead.cues
        assert at_s == pytest.approx(30, abs=0.3)
        assert cue is Cue.DONE

    def test_without_pictures_it_becomes_one_and_says_why(self) -> None:
        lead = Lead()
        lead.camera = False
        lead.begin().let_pass(QUIET_S - 0.5)
        assert lead.phase() is Phase.LOOKING
        lead.let_pass(1)
        assert lead.phase() is Phase.TIMER
        assert lead.course.progress.hint == "the camera is closed"
        lead.let_pass(BEND.dose.timer_s)
        assert lead.stage() is Stage.OVER
        assert lead.course.results[0].progress.done

    def test_when_pictures_stop_what_was_counted_stays_and_goes_on_when_they_come(self) -> None:
        lead = Lead(enough=10).begin().let_pass(2.5)
        before = lead.course.progress.count
        assert before >= 2
        lead.camera = False
        lead.let_pass(QUIET_S + 1)
        assert (lead.phase(), lead.course.progress.count) == (Phase.TIMER, before)
        lead.camera = True
        lead.let_pass(1)
        assert lead.phase() is Phase.REST
        assert lead.course.progress.count > before

    def test_what_cannot_be_measured_is_one_for_as_long(self) -> None:
        lead = Lead()
        lead.somebody = False
        lead.begin().let_pass(1)
        assert lead.phase() is Phase.TIMER
        lead.let_pass(BEND.dose.timer_s)
        assert not lead.course.results[0].measured

    def test_an_old_picture_of_another_exercise_counts_for_nothing(self) -> None:
        lead = Lead(BEND, BEND).begin().let_pass(6)
        lead.camera = False
        lead.course.go_on()
        lead.let_pass(1)
        assert lead.course.progress.count == 0


class TestCue:
    @pytest.mark.parametrize(
        ("before", "after", "cue"),
        [
            pytest.param({}, {}, None, id="nothing"),
            pytest.param({}, {"repetitions": (1,)}, Cue.REPETITION, id="a repetition"),
            pytest.param({"held_s": 4.9}, {"held_s": 5.0}, Cue.HOLD, id="a hold is reached"),
            pytest.param({"held_s": 5.0}, {"held_s": 6.0}, None, id="and goes on"),
            pytest.param(
                {"held_s": 4.9}, {"held_s": 5.1, "repetitions": (1,)}, Cue.HOLD, id="both"
            ),
            pytest.param({}, {"repetitions": (5,), "done": True}, Cue.DONE, id="the end"),
        ],
    )
    def test_the_weightiest_is_heard(
        self, before: dict[str, object], after: dict[str, object], cue: Cue | None
    ) -> None:
        one, other = (
            Progress(0.0, Phase.REST, **given)  # type: ignore[arg-type]
            for given in (before, after)
        )
        assert cue_of(one, other, an_exercise(hold_s=5.0).dose) is cue

    def test_each_repetition_and_the_end_are_heard_once(self) -> None:
        lead = Lead().begin().let_pass(10)
        assert [cue for _, cue in lead.cues] == [*[Cue.REPETITION] * 4, Cue.DONE]


class TestNote:
    def test_of_what_the_camera_saw(self) -> None:
        lead = Lead().begin().let_pass(8)
        (result,) = lead.course.results
        note = result.note("desk", (1000.0, 3600))
        assert (note.name, note.routine, note.offset_s) == ("bend", "desk", 3600)
        assert note.utc_s == 1000.0 - result.length_s
        assert (note.repetitions, note.measured) == (5, True)
        assert isnan(note.range_deg)

    def test_of_a_plain_timer(self) -> None:
        (result,) = Lead(STRETCH).begin().let_pass(40).course.results
        note = result.note("", (1000.0, 0))
        assert (note.repetitions, note.held_s, note.measured) == (0, 0.0, False)
        assert note.length_s == pytest.approx(30, abs=0.3)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["pass", "next", "pause", "go on", "camera", "leave", "stop"]),
            st.floats(0.0, 40.0, allow_nan=False),
        ),
        max_size=25,
    )
)
def test_whatever_is_done_it_stays_within_itself(script: list[tuple[str, float]]) -> None:
    lead = Lead(BEND, STRETCH, BEND)
    acts = {
        "next": lead.course.go_on,
        "pause": lambda: lead.course.pause(True),
        "go on": lambda: lead.course.pause(False),
        "camera": lambda: setattr(lead, "camera", not lead.camera),
        "leave": lambda: setattr(lead, "somebody", not lead.somebody),
        "stop": lead.course.stop,
    }
    for act, seconds in script:
        if act == "pass":
            lead.let_pass(seconds, 1.0)
        else:
            acts[act]()
        course = lead.course
        assert 0 <= course.number < 3
        assert len(course.results) <= 3
        assert 0 <= course.left_s <= max(READY_S, REST_S, BEND.dose.timer_s)
        assert (course.judge is not None) == (
            course.stage is Stage.DOING and course.exercise.seen is not Seen.NOT
        )
