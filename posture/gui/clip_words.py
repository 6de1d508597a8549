"""What the window of a recording says; the rest is said as in the live window (`words`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.gui.plot_axes import time_text
from posture.gui.translations import translated
from posture.gui.words import sentence
from posture.overlay import angle_texts
from posture.records import Part, Reason

if TYPE_CHECKING:
    from posture.gui.clip_analysis import ClipAnalysis
    from posture.records import Alert, Tick


def clock_text(seconds: float) -> str:
    """A time as `m:ss.t`, or as `h:mm:ss.t`; never rounded up."""
    tenths = int(seconds * 10 + 1e-6)
    return f"{time_text(tenths / 10, hours=tenths >= 36_000)}.{tenths % 10}"


def state_text(tick: Tick | None, analysis: ClipAnalysis) -> str:
    """The state in one sentence; before the first tick, what is waited for."""
    if tick is None:
        if analysis.error:
            return translated("The recording was not analysed")
        return translated("Analysing: looking for the upright baseline")
    if tick.reason is Reason.NO_BASELINE:
        return translated("Not judged: there is no baseline")
    return sentence(tick)


def angles_text(tick: Tick | None) -> str:
    """Both angles with their uncertainty, in one line."""
    text = translated("Angles from the vertical (estimates): neck {0}, upper back {1}")
    if tick is None:
        return text.format("\N{EN DASH}", "\N{EN DASH}")
    neck, upper_back = (angle_texts(tick.angles, part)[0] for part in (Part.NECK, Part.THORACIC))
    return text.format(neck, upper_back)


def alert_text(alert: Alert) -> str:
    """What a warning would have said."""
    return translated("Would have warned here: {0}").format(translated(alert.text))


def listed_alert(alert: Alert) -> str:
    """The same in a list: when, and the text."""
    return f"{clock_text(alert.timestamp_s)}   {translated(alert.text)}"


def alerts_heading(count: int, *, judged: bool, complete: bool) -> str:
    """What stands above the list of so many warnings.

    Args:
        count: How many there are.
        judged: Whether there is a baseline.
        complete: Whether no more can come.
    """
    if not judged:
        return translated("No warnings, for nothing is judged")
    if complete and not count:
        return translated("There would have been no warning")
    return translated("Would have warned:")


def notes(analysis: ClipAnalysis) -> list[str]:
    """What the user should know about the recording, a line each."""
    lines = [translated(analysis.error)] if analysis.error else []
    if analysis.problem:
        text = translated("Nothing is judged: {0}")
        lines.append(text.format(translated(analysis.problem)))
    return [*lines, *(translated(warning) for warning in analysis.warnings)]
