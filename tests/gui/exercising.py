"""A page of exercises whose camera and clock move when a test says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posture.care.exercise import Seen
from posture.coaching import Coach
from posture.gui.exercise_choices import Choice, Offer
from posture.gui.exercise_page import ExercisePage
from posture.history.rows import Span
from tests.coached import CountingJudge, an_exercise
from tests.guiding import tick_of
from tests.live_script import UPRIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posture.care.entries import ExerciseNote
    from posture.care.exercise import Exercise
    from posture.gui.exercise_run import ExerciseRun
    from posture.history.notebook import Notebook
    from posture.records import Pose

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BEND, STRETCH = an_exercise(), an_exercise("stretch", seen=Seen.NOT, timer_s=30.0)
HOLD = an_exercise("hold", hold_s=5.0, sides=2, seen=Seen.SIDE)
OFFERED = (
    Choice("For today", "Both", (BEND, STRETCH), "both", 180.0),
    Choice("Exercises", BEND.title, (BEND,)),
    Choice("Exercises", STRETCH.title, (STRETCH,)),
    Choice("Exercises", HOLD.title, (HOLD,)),
)


def noted(notebook: Notebook) -> tuple[ExerciseNote, ...]:
    today = NOW.date()
    return notebook.notes(Span(today, today + timedelta(days=1))).exercises


class FakeCoaching:
    """A session whose pictures come when a test says so; None runs while `runs` is False."""

    def __init__(self) -> None:
        self.runs = True
        self.coaches: list[Coach] = []
        self.ended = 0

    def begin(self) -> Coach | None:
        if not self.runs:
            return None
        if not self.coaches or self.coaches[-1].over:
            self.coaches.append(Coach())
        return self.coaches[-1]

    def end(self) -> None:
        self.ended += 1
        for coach in self.coaches:
            coach.stop()

    def why(self) -> str:
        return "the camera is closed"


class Shown:
    """A page, its camera and its clock."""

    def __init__(self, notebook: Notebook | None, *, camera: bool, enough: int = 5) -> None:
        self.coaching = FakeCoaching()
        self.now_s = 0.0
        self.pose: Pose | None = UPRIGHT
        self.played: list[str] = []
        self.enough = enough
        self.page = ExercisePage(
            notebook,
            self.coaching if camera else None,
            dark=False,
            offered=lambda: Offer(OFFERED, "This week: 1"),
            judges=self._judge,
            player=self.played.append,
            clock=lambda: self.now_s,
        )
        self.page.resize(900, 680)
        self.page.show()

    def _judge(self, _: Exercise) -> CountingJudge:
        return CountingJudge(self.enough)

    @property
    def run(self) -> ExerciseRun:
        assert self.page.run is not None
        return self.page.run

    def begin(self, choice: Choice) -> Shown:
        (row,) = [row for row, each in self.page._choices.items() if each == choice]
        self.page.list.setCurrentRow(row)
        self.press(self.page.start)
        return self

    def let_pass(self, seconds: float, *, pictures: bool = True) -> Shown:
        for _ in range(round(seconds * 10)):
            self.now_s += 0.1
            for coach in self.coaching.coaches[-1:] if pictures else ():
                if not coach.over:
                    coach.update(tick_of(self.now_s, self.pose), ())
            self.run.refresh()
        return self

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
