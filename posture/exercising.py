"""Exercises before a camera or a recording, without a window: pictures in, progress out."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import TYPE_CHECKING

from posture.care.judging import Judge, judge
from posture.care.outcome import Outcome
from posture.commands import Pause, Resume, Status
from posture.control import send
from posture.control_socket import NotRunningError
from posture.person import PersonCheck
from posture.ports import PostureError
from posture.session import observe
from posture.sources import open_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from posture.care.exercise import Exercise, Progress
    from posture.commands import Command, Reply
    from posture.history.notebook import Notebook
    from posture.origin import Origin
    from posture.ports import PoseEstimator
    from posture.records import Frame
    from posture.settings import Settings

LOOKS_HZ = 10.0
"""Pictures per second of a camera while somebody exercises."""
TIMER_STEP_S = 0.25
LENT_MIN = 30.0
"""A posture that was paused for an exercise goes on by itself after so long, whatever happens."""
FIRST_PICTURE_S = 5.0
"""A camera that gives no picture for so long is told of."""


def followed(
    frames: Iterable[Frame], estimator: PoseEstimator, person: PersonCheck, judge: Judge
) -> Iterator[Progress]:
    """What a judge says of each picture.

    Raises:
        SourceError: The pictures cannot be read.
        EstimatorError: The pose model fails.
    """
    for frame in frames:
        pose = person.update(observe(frame, estimator, person)).pose
        yield judge.update(frame.timestamp_s, pose)


def timed(
    judge: Judge, clock: Callable[[], float], wait: Callable[[float], object]
) -> Iterator[Progress]:
    """A plain timer, until it is done.

    Args:
        judge: Of an exercise that nothing measures.
        clock: Seconds that never decrease.
        wait: Waits for so many seconds.
    """
    while True:
        progress = judge.update(clock(), None)
        yield progress
        if progress.done:
            return
        wait(TIMER_STEP_S)


@contextmanager
def camera_lent(tell: Callable[[Command], Reply] = send) -> Iterator[bool]:
    """Have the camera of a running posture: it pauses meanwhile, and goes on at the end.

    One that was paused already, and none at all, is left alone; it yields whether it was asked.

    Raises:
        ControlError: One runs, but does not answer.
    """
    asked = False
    with suppress(NotRunningError):
        status = tell(Status()).status
        asked = (status is None or status.state != "paused") and tell(Pause(LENT_MIN)).ok
    try:
        yield asked
    finally:
        if asked:
            with suppress(PostureError):  # it has ended meanwhile
                tell(Resume())


def _mediapipe() -> PoseEstimator:
    from posture.estimators.mediapipe import MediaPipeEstimator

    return MediaPipeEstimator()


@dataclass(frozen=True, slots=True, eq=False)
class Player:
    """Does exercises one after the other, and notes what was done.

    Attributes:
        settings: How the user is told from others.
        announce: Told before each exercise; returns when it is to begin.
        show: Told each progress, and the exercise's outcome so far.
        say: Tells the user a sentence.
        routine: Of which they are a part; empty for none.
        notebook: For what was done; None to note nothing.
        outcomes: One for each exercise that was begun.
        estimator: Makes what finds people.
        clock, wait: Seconds that never decrease, and what waits for some.
    """

    settings: Settings
    announce: Callable[[Exercise], None]
    show: Callable[[Outcome, Progress], None]
    say: Callable[[str], None]
    routine: str = ""
    notebook: Notebook | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    estimator: Callable[[], PoseEstimator] = _mediapipe
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] = time.sleep

    def replay(self, exercise: Exercise, path: str) -> None:
        """Follow a recording to its end; nothing is noted.

        Raises:
            SourceError: It cannot be read.
            EstimatorError: The pose model fails.
        """
        outcome = self._begun(exercise)
        with open_source(path) as source, self.estimator() as estimator:
            person = PersonCheck(settings=self.settings.person)
            for progress in followed(source, estimator, person, judge(exercise)):
                outcome.update(progress)
                self.show(outcome, progress)

    def watch(self, exercises: Sequence[Exercise], where: Origin) -> None:
        """Do exercises before a camera.

        Raises:
            SourceError: The camera fails.
            EstimatorError: The pose model fails.
            ControlError: A posture runs, but does not lend its camera.
        """
        with camera_lent(), where.open() as camera, self.estimator() as estimator:
            camera.set_rate(LOOKS_HZ)
            late = Timer(FIRST_PICTURE_S, lambda: self.say(camera.state.text))
            late.daemon = True
            late.start()
            frames = _heralded(camera, late.cancel)
            person = PersonCheck(settings=self.settings.person)
            try:
                for exercise in exercises:
                    follow = followed(frames, estimator, person, judge(exercise))
                    self._do(exercise, follow)
            finally:
                late.cancel()

    def time(self, exercises: Sequence[Exercise]) -> None:
        """Time exercises, with the camera closed."""
        for exercise in exercises:
            self._do(exercise, timed(Judge(exercise, None), self.clock, self.wait))

    def _begun(self, exercise: Exercise) -> Outcome:
        self.announce(exercise)
        self.outcomes.append(outcome := Outcome(exercise, self.routine))
        return outcome

    def _do(self, exercise: Exercise, follow: Iterator[Progress]) -> None:
        """One exercise until it is done; noted also where it is interrupted."""
        outcome = self._begun(exercise)
        began = None if self.notebook is None else self.notebook.moment()
        try:
            for progress in follow:
                outcome.update(progress)
                self.show(outcome, progress)
                if progress.done:
                    break
        finally:
            note = None if began is None else outcome.note(*began)
            if self.notebook is not None and note is not None:
                try:
                    self.notebook.add(note)
                except PostureError as error:
                    self.say(f"this was not noted: {error}")


def _heralded(frames: Iterable[Frame], come: Callable[[], None]) -> Iterator[Frame]:
    """The same frames; calls `come` with each."""
    for frame in frames:
        come()
        yield frame
