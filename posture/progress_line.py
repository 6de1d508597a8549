"""An exercise in a terminal: one line that stays and says what is counted.

Where that is too narrow for it there are more: a hint is of no use without its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from posture.care.exercise import Phase
from posture.clock_time import minutes_text
from posture.one_line import OneLine

if TYPE_CHECKING:
    from posture.care.exercise import Exercise, Progress

WORDS = {
    Phase.LOOKING: "keep still",
    Phase.REST: "ready",
    Phase.MOVING: "moving",
    Phase.HOLD: "hold",
    Phase.TIMER: "timer",
    Phase.DONE: "done",
}
_BETWEEN = " · "
_STYLES = {Phase.HOLD: "green", Phase.DONE: "bold", Phase.TIMER: "cyan", Phase.LOOKING: "dim"}


class ProgressLine(OneLine):
    """Shows what is known of an exercise. Without a terminal it writes a line for what changes."""

    EVERY_S = 0.1
    _said: tuple[object, ...] = ()

    def show(self, exercise: Exercise, progress: Progress, past_s: float) -> None:
        """Show one progress, so long after the exercise's beginning."""
        text = line(exercise, progress, past_s)
        said = (progress.repetitions, progress.hint, progress.done)
        if self.is_due or progress.done:
            if progress.hint and cell_len(text) > self.console.width:
                text = f"{text.removesuffix(_BETWEEN + progress.hint)}\n{progress.hint}"
            self.renew(text, _STYLES.get(progress.phase, ""), whole=True)
        if not self.stays and said != self._said:
            self._said = said
            self.console.print(Text(text), soft_wrap=True)


def line(exercise: Exercise, progress: Progress, past_s: float) -> str:
    """What a line says: time, phase, count, hold and hint."""
    dose = exercise.dose
    led = progress.cue is not None and progress.phase is not Phase.DONE
    word = progress.cue.word.lower() if progress.cue is not None and led else WORDS[progress.phase]
    parts = [f"{minutes_text(int(past_s))} {word}"]
    if progress.phase is Phase.TIMER:
        parts.append(f"{max(dose.timer_s - past_s, 0.0):.0f} s left")
    elif progress.phase is not Phase.DONE or progress.count:  # else a timer has run out
        parts.append(f"{_counts(progress.repetitions)} of {dose.repetitions}")
    if progress.phase is Phase.HOLD and not led:
        of = f" of {dose.hold_s:.0f}" if dose.hold_s else ""
        parts.append(f"held {progress.held_s:.0f}{of} s")
    if progress.hint:
        parts.append(progress.hint)
    return _BETWEEN.join(parts)


def _counts(repetitions: tuple[int, ...]) -> str:
    if len(repetitions) == 1:
        return str(repetitions[0])
    return f"left {repetitions[0]}, right {repetitions[1]}"
