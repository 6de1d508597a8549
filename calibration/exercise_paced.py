"""Somebody is led through an exercise: the cues of `posture.care.pace`, followed late, half or not.

Each stroke comes a reaction after its cue and takes its own time. In half of the recordings one or
two cycles are not done as told; in those of which it is learned what does not count, all sorts of
things are done in their place. There is one movement for each cycle: its ``start_s`` and ``end_s``
are those of the cues, and of a half one ``drive`` is the share that is done.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from calibration.exercise_movements import ENOUGH, HALF, Going
from calibration.exercise_postures import FORMS, start_posture
from calibration.exercise_scripts import ExerciseScript, Movement, Writer
from calibration.scripts import Script
from calibration.sway import sample_sway
from posture.care.pace import PACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from calibration.posture import Posture

FPS = 5.0
CYCLES = 6
VIEWS = {"chin_tuck": "side", "shoulder_blade_squeeze": "front", "cat_cow": "side"}
"""From where each is rendered."""
MISSED, LITTLE = "missed", "little"
"""Labels of a cycle in which nothing is done, or as little as in a half movement without cues."""
REACTION_S = (0.2, 0.9)
HALVES = (0.3, 0.5)
"""Share of the own amplitude in a half movement."""
_PACES_OF_MOVING = (0.55, 1.15)
"""Time of somebody's way, as a share of the cue's."""
_FIRST_MISSED_EVERY, _UNTAUGHT = 6, 2
_LITTLE_SHARE = 0.1
_AFTER_S = 1.0


def _glance(going: Going) -> Posture:
    """To somebody, or to another screen."""
    aside = -1.0 if going.rng.random() < 0.5 else 1.0
    trunk_deg = aside * going.some(0.0, 8.0)
    pitch_deg = going.some(-6.0, 12.0)
    return going.start.plus(
        head_yaw_deg=aside * going.some(20.0, 50.0),
        trunk_yaw_deg=trunk_deg,
        head_pitch_deg=pitch_deg,
    )


def _reach(going: Going) -> Posture:
    """For something far on the desk."""
    left, share = bool(going.rng.random() < 0.5), going.some(0.5, 1.0)
    reaching = replace(going.start, **{"reach_left" if left else "reach_right": share})
    turn_deg = 14.0 * share * (-1.0 if left else 1.0)
    return reaching.plus(hinge_deg=going.some(2.0, 16.0) * share, trunk_yaw_deg=turn_deg)


def _scratch(going: Going) -> Posture:
    """One hand goes to the face."""
    left = bool(going.rng.random() < 0.5)
    roll_deg = going.some(0.0, 8.0) * (1.0 if left else -1.0)
    at_face = replace(going.start, **{"face_left" if left else "face_right": 1.0})
    return at_face.plus(head_roll_deg=roll_deg)


INSTEAD: dict[str, Callable[[Going], Posture]] = {
    "glance": _glance,
    "reach": _reach,
    "scratch": _scratch,
}
"""What is done in place of any of the exercises, beside what its form has."""


class _Led(Writer):
    """Follows the cues, cycle by cycle."""

    def __init__(self, rng: np.random.Generator, name: str) -> None:
        super().__init__(rng, name)
        self._pace = PACES[name]
        self._slowness = float(rng.uniform(*_PACES_OF_MOVING))
        self._drive = 0.0

    def cycle(self, label: str) -> None:
        """Do one cycle, or what ``label`` says in its place."""
        index = len(self.movements)
        cue_s = start_s = self._pace.length_s(index)
        ways = self._ways(label)
        self.rest = self.rest.blend(start_posture(self.rng, self.name), 0.12)
        starts_s, arrived_s = [], []
        for stroke in self._pace.strokes:
            posture, drive = ways.get(stroke.drive, (self.rest, 0.0))
            if drive != 0.0 or self._drive != 0.0:
                starts_s.append(self._turn_to(posture, cue_s, stroke.move_s, drive, index))
                arrived_s.append(self.now_s)
            cue_s += stroke.length_s
        held_s = starts_s[1] - arrived_s[0] if len(starts_s) > 1 else 0.0
        self.movements.append(Movement(label, 0, start_s, cue_s, held_s))

    def _turn_to(
        self, posture: Posture, cue_s: float, told_s: float, drive: float, index: int
    ) -> float:
        """Go there a reaction after the cue; return when."""
        self.now_s = start_s = cue_s + float(self.rng.uniform(*REACTION_S))
        move_s = told_s * self._slowness * float(self.rng.uniform(0.9, 1.1))
        self._go(posture, move_s, 0.0, drive, index)
        self._drive = drive
        return start_s

    def _ways(self, label: str) -> dict[int, tuple[Posture, float]]:
        """Posture and drive at the end of the strokes, by their drive; none: back to the start."""
        if label == MISSED:
            return {}
        size = float(np.clip(self.size + self.rng.normal(0.0, 0.12), 0.0, 1.0))
        going = Going(self.rng, self.rest, 0, size)
        if label in INSTEAD:
            return {1: (INSTEAD[label](going), 1.0)}
        if label == LITTLE:
            little = self.form.movements[HALF](going)
            return _by_drive(little, _LITTLE_SHARE)
        if label not in (ENOUGH, HALF):
            return {1: (self.form.movements[label](going)[0], 1.0)}
        share = 1.0 if label == ENOUGH else going.some(*HALVES)
        far = self.form.movements[ENOUGH](going)
        return _by_drive([self.rest.blend(posture, share) for posture in far], share)

    def ended(self) -> ExerciseScript:
        """Back to the start position, and a moment more."""
        end_s = self._pace.length_s(len(self.movements))
        if self._drive != 0.0:
            last = self._pace.strokes[-1]
            self._turn_to(self.rest, end_s, last.move_s, 0.0, len(self.movements) - 1)
        length_s = max(end_s, self.now_s) + _AFTER_S
        script = Script(tuple(self.steps), length_s, sample_sway(self.rng))
        return ExerciseScript(script, tuple(self.strokes), tuple(self.movements))


def _by_drive(postures: Iterable[Posture], share: float) -> dict[int, tuple[Posture, float]]:
    return {
        drive: (posture, drive * share) for drive, posture in zip((1, -1), postures, strict=False)
    }


def write_paced(rng: np.random.Generator, name: str, labels: Iterable[str]) -> ExerciseScript:
    """Somebody is led through the exercise ``name``, and does ``labels``, one a cycle."""
    led = _Led(rng, name)
    for label in labels:
        led.cycle(label)
    return led.ended()


def _wrong(rng: np.random.Generator, name: str) -> str:
    """What is done in place of a cycle."""
    another = str(rng.choice([*INSTEAD, *_others(name)]))
    return str(rng.choice([MISSED, HALF, another]))


def _others(name: str) -> list[str]:
    return [label for label in FORMS[name].movements if label not in (ENOUGH, HALF)]


def sample_paced(rng: np.random.Generator, name: str, number: int) -> ExerciseScript:
    """Draw how the exercise ``name`` is followed; with an even ``number`` all of it is done.

    Of six numbers, one misses the first cycle. Else the first two are done.
    """
    labels = [ENOUGH] * CYCLES
    if number % 2:
        wrong = int(rng.integers(1, 3))
        if number % _FIRST_MISSED_EVERY == 1:
            labels[0] = MISSED
            wrong -= 1
        later = rng.choice(np.arange(_UNTAUGHT, CYCLES), wrong, replace=False)
        for cycle in later.tolist():
            labels[cycle] = _wrong(rng, name)
    return write_paced(rng, name, labels)


def sample_varied(rng: np.random.Generator, name: str) -> ExerciseScript:
    """Draw two repetitions, and after them, in any order, all that may be done in their place."""
    instead = [*(_others(name) * 2)[:2], "reach", "reach", "glance", "scratch"]
    later = [HALF] * 3 + [LITTLE] * 2 + instead + [ENOUGH] * 2
    rng.shuffle(later)
    return write_paced(rng, name, [ENOUGH, ENOUGH, *later])
