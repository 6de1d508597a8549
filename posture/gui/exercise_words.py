"""What the exercise page says: neutral, and no range is good or bad."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from posture.care.exercise import STOP, Phase, Seen
from posture.gui.translations import capital, translated
from posture.gui.words import duration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posture.care.exercise import Dose, Exercise, Progress
    from posture.gui.exercise_course import Result

SEEN = {
    Seen.FRONT: "Counted when the camera sees you from the front",
    Seen.SIDE: "Counted when the camera sees you from the side",
    Seen.ANY: "Counted when the camera sees you from the front or the side",
    Seen.NOT: "A plain timer: the camera does not count this one",
}
PHASES = {
    Phase.LOOKING: "Keep still for a moment: your start position is looked at",
    Phase.REST: "Start position",
    Phase.MOVING: "Moving",
    Phase.TIMER: "Plain timer: nothing is counted",
    Phase.DONE: "Done",
}
NOTHING = "Nothing was done this time."
ESTIMATE = "Counts and ranges are estimates from a camera, for general wellness."


def own(text: str) -> str:
    """A text of the catalogue of exercises, or of who judges them, in the user's language."""
    return translated(text)


def phase_text(progress: Progress, dose: Dose) -> str:
    """Where the user is in an exercise, or what comes next."""
    phase = progress.phase
    if progress.cue is not None and phase is not Phase.DONE:
        return own(progress.cue.word)
    if phase is not Phase.HOLD:
        return translated(PHASES[phase])
    if progress.held_s >= dose.hold_s:
        return translated("Now come back slowly")
    return translated("Hold: {0:.0f} of {1:.0f} s").format(progress.held_s, dose.hold_s)


def hint_text(progress: Progress) -> str:
    """About the form, or what the camera misses; who is led all the same is told of the timer."""
    phase = progress.phase
    if not progress.hint and progress.cue is not None and phase is Phase.TIMER:
        return translated(PHASES[phase])
    return capital(own(progress.hint))


def seen_text(seen: Seen) -> str:
    """From where the camera must see the user."""
    return translated(SEEN[seen])


def dose_text(dose: Dose, seen: Seen) -> str:
    """How much: `10 times, held for 5 s`, and how long the timer runs where nothing is counted."""
    count, lasting = dose.repetitions, duration(dose.timer_s)
    if seen is Seen.NOT and count == 1:
        return lasting
    text = translated("once") if count == 1 else translated("{0} times").format(count)
    if dose.sides > 1:
        text = translated("{0} on each side").format(text)
    if dose.hold_s:
        text = translated("{0}, held for {1:.0f} s").format(text, dose.hold_s)
    return translated("{0}, in {1}").format(text, lasting) if seen is Seen.NOT else text


def about_length(seconds: float) -> str:
    """How long a routine takes."""
    return translated("About {0} minutes").format(max(1, round(seconds / 60)))


def count_text(progress: Progress, dose: Dose) -> str:
    """What was counted, by side where there are two: `3 + 2`."""
    if dose.sides > 1 and len(progress.repetitions) > 1:
        left, right = progress.repetitions[:2]
        return translated("{0} left, {1} right").format(left, right)
    return str(progress.count)


def aim_text(dose: Dose) -> str:
    """What is counted up to."""
    if dose.sides > 1:
        return translated("of {0} on each side").format(dose.repetitions)
    return translated("of {0}").format(dose.repetitions)


def numbered(steps: Sequence[str]) -> str:
    """Sentences as numbered lines."""
    return "\n".join(f"{number}. {own(step)}" for number, step in enumerate(steps, 1))


def cautions_of(exercises: Iterable[Exercise]) -> str:
    """Each caution once, and the rule of every exercise last, a line each."""
    cautions = dict.fromkeys(caution for each in exercises for caution in each.cautions)
    return "\n".join(f"• {own(caution)}" for caution in (*cautions, STOP))


def result_text(result: Result) -> str:
    """What was done of one exercise, in a line."""
    title, length = own(result.exercise.title), duration(result.length_s)
    if not result.measured:
        return translated("{0}: {1}, by the timer").format(title, length)
    progress = result.progress
    count = count_text(progress, result.exercise.dose)
    said = [translated("{0}: counted {1}, in {2}").format(title, count, length)]
    if progress.longest_s and result.exercise.dose.hold_s:
        said.append(translated("longest hold {0:.0f} s").format(progress.longest_s))
    if isfinite(progress.range_deg):
        said.append(translated("range up to about {0:.0f}°").format(progress.range_deg))
    return ", ".join(said)
