"""Somebody does an exercise: movements with holds and pauses over time, and what is true of each.

A script sits still first, as a user is asked to, then does 2 to 6 repetitions, among them perhaps a
half one or another movement that must not count. Times are seconds since the recording began.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calibration.exercise_movements import ENOUGH, HALF, Going
from calibration.exercise_postures import FORMS, start_posture
from calibration.scripts import Script, Step
from calibration.sway import ease, sample_sway

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calibration.exercise_postures import ExerciseForm
    from calibration.posture import Posture
    from calibration.stage import Moment

REST, MOVING, HOLD = "rest", "moving", "hold"
STILL_S = (3.5, 5.0)
"""How long somebody sits still before the first movement."""
LONGEST_S = 28.0
_MOST_REPETITIONS = 6


@dataclass(frozen=True)
class Movement:
    """One movement there and back.

    Attributes:
        label: ``exercise_movements.ENOUGH`` for a repetition, or what it is in its place.
        side: 1 to the sitter's left, -1 to the right, 0 without sides.
        start_s, end_s: From leaving the start position to being back in it.
        held_s: Rest at the far end (the first one, where there are two).
    """

    label: str
    side: int
    start_s: float
    end_s: float
    held_s: float

    @property
    def counts(self) -> bool:
        """Whether it is a repetition."""
        return self.label == ENOUGH


@dataclass(frozen=True)
class Stroke:
    """One way from a posture to the next.

    Attributes:
        start_s, move_s: When it begins, how long it takes.
        drive: At its end: 1 at the far end, -1 at a second one, 0 in the start position.
        movement: Index of the movement it belongs to; -1 for none.
    """

    start_s: float
    move_s: float
    drive: float
    movement: int


@dataclass(frozen=True)
class Truth:
    """What is true of one moment: see `Stroke`; ``phase`` is rest, moving or hold."""

    phase: str
    drive: float
    movement: int


@dataclass(frozen=True)
class ExerciseScript:
    """What somebody does, and what of it counts."""

    script: Script
    strokes: tuple[Stroke, ...]
    movements: tuple[Movement, ...]

    @property
    def length_s(self) -> float:
        """Of the recording."""
        return self.script.length_s

    def at(self, timestamp_s: float) -> tuple[Moment, Truth]:
        """What is to be seen at ``timestamp_s``, and what is true of it."""
        drive, phase, movement = 0.0, REST, -1
        for stroke in self.strokes:
            if stroke.start_s > timestamp_s:
                break
            share = (timestamp_s - stroke.start_s) / max(stroke.move_s, 1e-6)
            drive += ease(share) * (stroke.drive - drive)
            arrived = REST if stroke.drive == 0.0 else HOLD
            phase = MOVING if share < 1.0 else arrived
            movement = -1 if phase == REST else stroke.movement
        return self.script.at(timestamp_s)[0], Truth(phase, drive, movement)

    def counts(self) -> tuple[int, int, int]:
        """True repetitions to the left, to the right, and without a side."""
        sides = [movement.side for movement in self.movements if movement.counts]
        return sides.count(1), sides.count(-1), sides.count(0)


class Writer:
    """Collects steps and strokes; ``now_s`` is where the next one starts."""

    def __init__(self, rng: np.random.Generator, name: str) -> None:
        self.rng, self.name, self.form, self.now_s = rng, name, FORMS[name], 0.0
        self.rest = start_posture(rng, name)
        # Arms that start in the air come from the lap first.
        low = self.rest.plus(
            free_left=-self.rest.free_left,
            free_right=-self.rest.free_right,
            shoulder_elevation_deg=-5.0 if self.rest.free_left else 0.0,
        )
        self.low: Posture = low
        self.steps = [Step(0.0, 0.1, REST, low)]
        self.strokes: list[Stroke] = []
        self.movements: list[Movement] = []
        self.size = float(rng.uniform(0.0, 1.0))
        self.tempo, self.patience = (float(value) for value in rng.uniform(0.0, 1.0, 2))
        self._wait(float(rng.uniform(*STILL_S)))
        if self.rest.free_left > 0.0:
            self._go(self.rest, float(rng.uniform(1.4, 2.2)), float(rng.uniform(1.2, 2.2)), 0.0, -1)

    def _wait(self, wait_s: float) -> None:
        self.now_s += wait_s

    def _go(
        self, posture: Posture, move_s: float, stay_s: float, drive: float, movement: int
    ) -> None:
        self.steps.append(Step(self.now_s, move_s, self.name, posture))
        self.strokes.append(Stroke(self.now_s, move_s, drive, movement))
        self.now_s += move_s + stay_s

    def _move_s(self) -> float:
        low, high = self.form.moves_s
        return (low + self.tempo * (high - low)) * float(self.rng.uniform(0.85, 1.15))

    def _hold_s(self) -> float:
        low, high = self.form.holds_s
        return (low + self.patience * (high - low)) * float(self.rng.uniform(0.8, 1.2))

    def move(self, label: str, side: int, hold_s: float | None = None) -> None:
        """Do one movement there and back, then pause."""
        size = float(np.clip(self.size + self.rng.normal(0.0, 0.12), 0.0, 1.0))
        going = Going(self.rng, self.rest, side, size)
        start_s, index = self.now_s, len(self.movements)
        held_s = 0.0
        for number, posture in enumerate(self.form.movements[label](going)):
            stay_s = self._hold_s() if hold_s is None else hold_s
            held_s = held_s or stay_s
            self._go(posture, self._move_s(), stay_s, 1.0 if number == 0 else -1.0, index)
        self.rest = self.rest.blend(start_posture(self.rng, self.name), 0.12)
        self._go(self.rest, self._move_s(), 0.0, 0.0, index)
        self.movements.append(Movement(label, side, start_s, self.now_s, held_s))
        self._wait(float(self.rng.uniform(0.6, 1.8)))

    def written(self) -> ExerciseScript:
        """End it, sometimes with the arms down again."""
        if self.rest.free_left > 0.0 and self.rng.random() < 0.5:
            self._go(self.low, 1.2, 0.8, 0.0, -1)
        script = Script(tuple(self.steps), self.now_s + 0.8, sample_sway(self.rng))
        return ExerciseScript(script, tuple(self.strokes), tuple(self.movements))


def write_script(
    rng: np.random.Generator,
    name: str,
    movements: Iterable[tuple[str, int]],
    hold_s: float | None = None,
) -> ExerciseScript:
    """Somebody does ``movements`` (label, side) of the exercise ``name``, one after the other."""
    writer = Writer(rng, name)
    for label, side in movements:
        writer.move(label, side, hold_s)
    return writer.written()


def sample_exercise(rng: np.random.Generator, name: str, *, none: bool = False) -> ExerciseScript:
    """Draw how somebody does the exercise ``name``; with ``none`` nothing of it counts."""
    form = FORMS[name]
    labels = _labels(rng, form, none)
    sides = _sides(rng, form, len(labels))
    seed = int(rng.integers(2**31))
    while True:
        movements = zip(labels, sides, strict=False)
        made = write_script(np.random.default_rng(seed), name, movements)
        if made.length_s <= LONGEST_S or len(labels) <= 2:
            return made
        # Rather fewer repetitions than nothing else, but two of them.
        spare = ENOUGH if labels.count(ENOUGH) > 2 else next(x for x in labels if x != ENOUGH)
        labels.remove(spare)


def _labels(rng: np.random.Generator, form: ExerciseForm, none: bool) -> list[str]:
    others = [label for label in form.movements if label not in (ENOUGH, HALF)]
    if none:
        return [HALF, *others, HALF]
    labels = [ENOUGH] * int(rng.integers(2, _MOST_REPETITIONS + 1))
    if rng.random() < 0.4:
        labels.insert(int(rng.integers(len(labels) + 1)), HALF)
    if rng.random() < 0.35:
        labels.insert(int(rng.integers(len(labels) + 1)), str(rng.choice(others)))
    return labels


def _sides(rng: np.random.Generator, form: ExerciseForm, count: int) -> list[int]:
    if not form.sided:
        return [0] * count
    first = 1 if rng.random() < 0.5 else -1
    if rng.random() < 0.2:
        return [first] * count
    return [first * (-1) ** number for number in range(count)]
