"""Exercises without a window: pictures in, progress and notes out, and the line of a terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from click import unstyle
from rich.console import Console

from posture import exercising
from posture.care.catalogue import find
from posture.care.exercise import Dose, Exercise, Phase, Progress
from posture.care.judging import Judge, judge
from posture.care.pace import PACES
from posture.commands import Command, Pause, Reply, Resume, Status
from posture.control_socket import ControlError, NotRunningError
from posture.estimators.scripted import ScriptedEstimator
from posture.exercising import LENT_MIN, Player, camera_lent, followed, timed
from posture.history.notebook import Notebook
from posture.history.rows import Span
from posture.origin import Origin
from posture.person import PersonCheck
from posture.progress_line import ProgressLine, line
from posture.settings import Settings
from posture.sources.scripted import ScriptedSource
from tests.exercising import doing, many, poses, repeated
from tests.running import STATUS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posture.records import Pose

TODAY = Span(date(2026, 3, 2), date(2026, 3, 3))


@pytest.fixture
def own_notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "history.sqlite3", lambda: datetime(2026, 3, 2, tzinfo=UTC))


def script(name: str, *sizes: float) -> tuple[list[float], Callable[[float], Pose]]:
    seen = poses(doing(name), repeated(*sizes))
    by_time = dict(seen)
    return [t for t, _ in seen], by_time.__getitem__


def player(estimator: ScriptedEstimator, **more: object) -> tuple[Player, list[Progress]]:
    shown: list[Progress] = []
    made = Player(
        settings=Settings(),
        announce=lambda _: None,
        show=lambda _, progress: shown.append(progress),
        say=lambda _: None,
        estimator=lambda: estimator,
        **more,  # type: ignore[arg-type]
    )
    return made, shown


def test_pictures_become_progress() -> None:
    times_s, who = script("overhead_reach", 1.0, 1.0)
    said = [
        *followed(
            ScriptedSource(times_s),
            ScriptedEstimator(who),
            PersonCheck(),
            judge(many("overhead_reach")),
        )
    ]
    assert len(said) == len(times_s)
    assert said[-1].repetitions == (2,)


class Live(ScriptedSource):
    """A scripted camera."""

    state = None

    def set_rate(self, rate_hz: float) -> None:
        self.rate_hz = rate_hz


def test_before_a_camera_until_it_is_done(
    own_notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exercising, "camera_lent", lambda: camera_lent(not_running))
    times_s, who = script("overhead_reach", 1.0, 1.0, 1.0)
    camera = Live(times_s)
    play, shown = player(ScriptedEstimator(who), notebook=own_notebook, routine="desk")
    exercise = replace(find("overhead_reach"), dose=Dose(2, 0.0))
    play.watch([exercise], Origin("camera", lambda: camera))  # type: ignore[arg-type, return-value]
    assert shown[-1].done
    assert shown[-1].timestamp_s < times_s[-1] - 2.0
    (note,) = own_notebook.notes(TODAY).exercises
    assert (note.repetitions, note.routine, note.measured) == (2, "desk", True)
    assert camera.rate_hz == exercising.LOOKS_HZ


@pytest.mark.parametrize("pictures", [True, False])
def test_a_camera_that_gives_no_picture_is_told_of(
    monkeypatch: pytest.MonkeyPatch, pictures: bool
) -> None:
    late: list[str] = []

    class Timer:
        daemon = False

        def __init__(self, *_: object) -> None: ...

        def start(self) -> None:
            late.append("waits")

        def cancel(self) -> None:
            late.append("cancelled")

    monkeypatch.setattr(exercising, "Timer", Timer)
    monkeypatch.setattr(exercising, "camera_lent", lambda: camera_lent(not_running))
    camera = Live([0.0] if pictures else [])
    play, _ = player(ScriptedEstimator(lambda _: None))
    play.watch([find("overhead_reach")], Origin("camera", lambda: camera))  # type: ignore[arg-type, return-value]
    assert late == ["waits", *["cancelled"] * (1 + pictures)]


def test_interrupted_it_is_noted_all_the_same(own_notebook: Notebook) -> None:
    play, _ = player(ScriptedEstimator(lambda _: None), notebook=own_notebook)
    clock = iter([0.0, 20.0, 40.0])

    def wait(_: float) -> None:
        if play.outcomes[0].length_s > 30.0:
            raise KeyboardInterrupt

    play = replace(play, clock=lambda: next(clock), wait=wait)
    with pytest.raises(KeyboardInterrupt):
        play.time([find("doorway_stretch")])
    assert [outcome.length_s for outcome in play.outcomes] == [40.0]
    (note,) = own_notebook.notes(TODAY).exercises
    assert (note.name, note.length_s, note.measured) == ("doorway_stretch", 40.0, False)


def test_a_timer_steps_until_it_is_done() -> None:
    waits: list[float] = []
    exercise = find("doorway_stretch")
    said = [*timed(Judge(exercise, None), lambda: 2.0 * len(waits), waits.append)]
    assert said[-1].done
    assert said[-1].timestamp_s == pytest.approx(exercise.dose.timer_s)
    assert [p.done for p in said].count(True) == 1


# The camera of a running posture.


def not_running(_: Command) -> Reply:
    raise NotRunningError


def test_a_running_posture_pauses_and_goes_on() -> None:
    heard: list[Command] = []

    def tell(sent: Command) -> Reply:
        heard.append(sent)
        status = replace(STATUS, state="upright") if isinstance(sent, Status) else None
        return Reply(ok=True, text="done", status=status)

    def interrupted() -> None:
        with camera_lent(tell) as asked:
            assert asked
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert heard == [Status(), Pause(LENT_MIN), Resume()]


def test_one_that_paused_before_is_left_alone() -> None:
    heard: list[Command] = []

    def tell(sent: Command) -> Reply:
        heard.append(sent)
        return Reply(ok=True, text="done", status=STATUS)

    with camera_lent(tell) as asked:
        assert not asked
    assert heard == [Status()]


def test_without_one_nothing_is_asked() -> None:
    with camera_lent(not_running) as asked:
        assert not asked


def test_one_that_ended_meanwhile_is_no_error() -> None:
    def tell(sent: Command) -> Reply:
        if isinstance(sent, Resume):
            raise ControlError("it has ended")
        return Reply(ok=True, text="done", status=replace(STATUS, state="upright"))

    with camera_lent(tell) as asked:
        assert asked


# The line in the terminal.

BEND = find("side_bend")


@pytest.mark.parametrize(
    ("exercise", "progress", "text"),
    [
        (BEND, Progress(5.0, Phase.LOOKING, (0, 0)), "1:05 keep still · left 0, right 0 of 2"),
        (
            BEND,
            Progress(5.0, Phase.HOLD, (1, 0), 7.4, hint="Let your chin stay level."),
            "1:05 hold · left 1, right 0 of 2 · held 7 of 15 s · Let your chin stay level.",
        ),
        (find("cat_cow"), Progress(5.0, Phase.HOLD, (3,), 1.0), "1:05 hold · 3 of 8 · held 1 s"),
        (find("doorway_stretch"), Progress(5.0, Phase.TIMER), "1:05 timer · 0 s left"),
        (
            find("chin_tuck"),
            Progress(5.0, Phase.HOLD, (3,), 5.2, cue=PACES["chin_tuck"].at(48.0)),
            "1:05 hold · 3 of 10",
        ),
        (
            find("chin_tuck"),
            Progress(5.0, Phase.TIMER, cue=PACES["chin_tuck"].at(45.5)),
            "1:05 slide your head back · 40 s left",
        ),
        (find("chin_tuck"), Progress(5.0, Phase.DONE, done=True), "1:05 done"),
        (BEND, Progress(5.0, Phase.DONE, (2, 2), done=True), "1:05 done · left 2, right 2 of 2"),
    ],
)
def test_what_the_line_says(exercise: Exercise, progress: Progress, text: str) -> None:
    assert line(exercise, progress, 65.0) == text


def test_without_a_terminal_what_changes_is_a_line() -> None:
    console = Console(file=io.StringIO(), width=200)
    with ProgressLine(console).begin() as shown:
        for number in range(30):
            shown.show(BEND, Progress(number, Phase.REST, (number // 10, 0)), number)
    assert isinstance(console.file, io.StringIO)
    assert len(console.file.getvalue().splitlines()) == 3


def test_a_narrow_terminal_shows_the_whole_hint_below() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=40, soft_wrap=True)
    hint = "Your first two repetitions show how far you go."
    cue = PACES["chin_tuck"].at(5.5)
    with ProgressLine(console).begin() as shown:
        shown.show(find("chin_tuck"), Progress(5.5, Phase.LOOKING, hint=hint, cue=cue), 5.5)
    assert isinstance(console.file, io.StringIO)
    told = unstyle(console.file.getvalue()).splitlines()
    assert [each.strip() for each in told[:3]] == [
        "0:05 slide your head back · 0 of 10",
        "Your first two repetitions show how far",
        "you go.",
    ]


def test_in_a_terminal_one_line_stays_and_goes() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=60)
    clock = iter(range(100))
    with ProgressLine(console, lambda: float(next(clock))).begin() as shown:
        for number in range(5):
            shown.show(BEND, Progress(number, Phase.HOLD, (1, 1), held_s=number), number)
    assert isinstance(console.file, io.StringIO)
    assert "held 4 of 15 s" in console.file.getvalue()
