"""Scripts of continuous recordings: what a person at a desk does over a minute or three.

A script is a list of steps; at any time the sitter moves smoothly from where the last step left
off to the posture of the present one. Times are seconds since the start of the recording.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from calibration.postures import natural, sample_posture
from calibration.stage import Moment
from calibration.sway import Sway, ease, sample_sway

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from calibration.parts import Vector
    from calibration.posture import Posture

UPRIGHT_START_S = 12.0
_SEAT_SD_M = np.array([0.05, 0.07, 0.02])
_WALK_S = 1.6
# Standing up: forward in the trunk, then up and away to the side.
_WALK_M = np.array([1.1, 0.25, 0.28])


@dataclass(frozen=True)
class Step:
    """One thing the sitter does.

    Attributes:
        start_s: when the movement begins.
        move_s: how long the movement takes.
        kind: word for it, stored with every frame.
        posture: where the movement ends.
        seat_m: where the seat is at its end.
        away: share of the way out of the room, 0 to 1; at 1 the sitter is gone.
    """

    start_s: float
    move_s: float
    kind: str
    posture: Posture
    seat_m: Vector = (0.0, 0.0, 0.0)
    away: float = 0.0


@dataclass(frozen=True)
class Script:
    """Steps in the order of time, and the small movements of a living person."""

    steps: tuple[Step, ...]
    length_s: float
    sway: Sway

    def at(self, timestamp_s: float) -> tuple[Moment, str]:
        """Return what is to be seen at ``timestamp_s`` and the kind of the present step."""
        posture, seat, away = self.steps[0].posture, np.array(self.steps[0].seat_m), 0.0
        kind = self.steps[0].kind
        for step in self.steps:
            if step.start_s > timestamp_s:
                break
            share = ease((timestamp_s - step.start_s) / max(step.move_s, 1e-6))
            posture = posture.blend(step.posture, share)
            seat = seat + share * (np.array(step.seat_m) - seat)
            away = away + share * (step.away - away)
            kind = step.kind
        seat = seat + self.sway.seat_m(timestamp_s)
        walk = away * _WALK_M
        moment = Moment(
            posture=self.sway.added(posture, timestamp_s),
            seat_m=_triple(seat),
            present=away < 0.97,
            away_m=_triple(walk),
        )
        return moment, kind


def _triple(values: NDArray[np.float64]) -> Vector:
    return float(values[0]), float(values[1]), float(values[2])


class ScriptWriter:
    """Collects steps; ``now_s`` is where the next one starts."""

    def __init__(self, rng: np.random.Generator, seat_moves: bool) -> None:
        self.rng, self.now_s, self._seat_moves = rng, 0.0, seat_moves
        self.upright, self.seat_m = natural(rng), (0.0, 0.0, 0.0)
        self.steps: list[Step] = [Step(0.0, 0.1, "upright", self.upright)]
        self._settle(UPRIGHT_START_S)

    def step(
        self, kind: str, posture: Posture, move_s: float, hold_s: float, away: float = 0.0
    ) -> None:
        """Move to ``posture`` in ``move_s`` and stay there for ``hold_s``."""
        self.steps.append(Step(self.now_s, move_s, kind, posture, self.seat_m, away))
        self.now_s += move_s + hold_s

    def back(self, hold_s: float | None = None) -> None:
        """Return to upright, a little differently each time."""
        self.upright = self.upright.blend(natural(self.rng), 0.35)
        self.step("upright", self.upright, self.rng.uniform(0.7, 2.5), 0.0)
        self._settle(self.rng.uniform(5.0, 14.0) if hold_s is None else hold_s)

    def _settle(self, hold_s: float) -> None:
        """Work upright: small changes every few seconds."""
        end_s = self.now_s + hold_s
        while self.now_s < end_s:
            other = self.upright.blend(natural(self.rng), 0.3)
            self.step("upright", other, 1.2, float(self.rng.uniform(1.5, 5.0)))

    def move_seat(self) -> None:
        """Roll the chair somewhere else, if this recording has a chair that rolls."""
        if self._seat_moves:
            self.seat_m = _triple(self.rng.normal(0.0, 1.0, 3) * _SEAT_SD_M)

    def script(self, length_s: float) -> Script:
        """Return the collected steps as a script of ``length_s``."""
        return Script(tuple(self.steps), length_s, sample_sway(self.rng))


def _merge(target: Posture, upright: Posture) -> Posture:
    """The gaze and habits of the upright posture with the angles of ``target``."""
    return replace(target, gaze_hold=upright.gaze_hold)


def glance(writer: ScriptWriter) -> None:
    """Look at the keyboard for 2 to 6 seconds: no slouch."""
    down = writer.upright.plus(head_pitch_deg=float(writer.rng.uniform(14.0, 32.0)))
    writer.step("glance", down, 0.5, float(writer.rng.uniform(1.5, 5.5)))
    writer.back()


def phone(writer: ScriptWriter) -> None:
    """Look down at a phone for longer."""
    held = _merge(sample_posture(writer.rng, "phone"), writer.upright)
    writer.step("phone", held, 1.2, float(writer.rng.uniform(8.0, 25.0)))
    writer.back()


def turn(writer: ScriptWriter) -> None:
    """Turn the head, and the trunk or chair with it."""
    side = float(writer.rng.choice((-1.0, 1.0)))
    turned = writer.upright.plus(
        head_yaw_deg=side * float(writer.rng.uniform(15.0, 45.0)),
        trunk_yaw_deg=side * float(writer.rng.uniform(0.0, 20.0)),
        chair_yaw_deg=side * float(writer.rng.choice((0.0, writer.rng.uniform(5.0, 25.0)))),
    )
    writer.step("turned", turned, 0.8, float(writer.rng.uniform(2.0, 9.0)))
    writer.back()


def roll_chair(writer: ScriptWriter) -> None:
    """Roll the chair forth or back by up to 20 cm, upright all the time."""
    writer.move_seat()
    if writer.seat_m != (0.0, 0.0, 0.0):
        x, y, z = writer.seat_m
        writer.seat_m = (x, y + float(writer.rng.uniform(-0.10, 0.14)), z)
    writer.step(
        "chair_roll",
        writer.upright,
        float(writer.rng.uniform(1.0, 3.0)),
        float(writer.rng.uniform(4.0, 12.0)),
    )


def reach(writer: ScriptWriter) -> None:
    """Reach for something on the desk."""
    writer.step(
        "reach",
        _merge(sample_posture(writer.rng, "reach"), writer.upright),
        0.9,
        float(writer.rng.uniform(0.8, 3.0)),
    )
    writer.back()


def _slouch(
    writer: ScriptWriter, kind: str, posture_kind: str, low_s: float, high_s: float
) -> None:
    target = _merge(sample_posture(writer.rng, posture_kind), writer.upright)
    writer.move_seat()
    writer.step(kind, target, float(writer.rng.uniform(low_s, high_s)), 0.0)
    end_s = writer.now_s + float(writer.rng.uniform(15.0, 40.0))
    while writer.now_s < end_s:
        other = target.plus(
            head_yaw_deg=float(writer.rng.normal(0.0, 5.0)),
            head_pitch_deg=float(writer.rng.normal(0.0, 3.0)),
            slump_deg=float(writer.rng.normal(0.0, 1.0)),
        )
        writer.step(kind, other, 1.5, float(writer.rng.uniform(2.0, 6.0)))
    writer.back()


def slow_slump(writer: ScriptWriter) -> None:
    """Sink over 10 to 60 seconds and stay."""
    _slouch(writer, "slow_slump", str(writer.rng.choice(("slump", "mixed"))), 10.0, 60.0)


def quick_slump(writer: ScriptWriter) -> None:
    """Drop into a slump and stay."""
    _slouch(writer, "quick_slump", str(writer.rng.choice(("slump", "mixed"))), 0.8, 3.0)


def forward_head(writer: ScriptWriter) -> None:
    """Poke the head forward and stay."""
    _slouch(writer, "forward_head", "forward_head", 1.0, 12.0)


def reclining_slump(writer: ScriptWriter) -> None:
    """Slide down against the backrest and stay."""
    _slouch(writer, "reclining_slump", "reclining_slump", 1.5, 15.0)


def leave(writer: ScriptWriter) -> None:
    """Leave the chair and come back."""
    rising = writer.upright.plus(hinge_deg=18.0)
    writer.step("leaving", rising, 0.9, 0.0)
    writer.step("leaving", rising, _WALK_S, 0.0, away=1.0)
    writer.step("away", rising, 0.1, float(writer.rng.uniform(6.0, 20.0)), away=1.0)
    writer.move_seat()
    writer.step("returning", rising, _WALK_S, 0.0)
    writer.back()


EVENTS: dict[str, Callable[[ScriptWriter], None]] = {
    "glance": glance,
    "phone": phone,
    "turn": turn,
    "chair_roll": roll_chair,
    "reach": reach,
    "slow_slump": slow_slump,
    "quick_slump": quick_slump,
    "forward_head": forward_head,
    "reclining_slump": reclining_slump,
    "leave": leave,
}
_EVENT_SHARES = (0.18, 0.08, 0.11, 0.11, 0.06, 0.14, 0.11, 0.11, 0.06, 0.04)


def sample_script(rng: np.random.Generator, length_s: float, seat_moves: bool) -> Script:
    """Draw a recording: upright for the first 12 seconds, then events until ``length_s``."""
    writer = ScriptWriter(rng, seat_moves)
    names = list(EVENTS)
    while writer.now_s < length_s:
        EVENTS[names[int(rng.choice(len(names), p=_EVENT_SHARES))]](writer)
    return writer.script(length_s)
