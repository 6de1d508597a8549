"""What the windows say: the state in one plain sentence, numbers, and labels of commands.

Neutral on purpose: no score, no praise, no blame. Every text passes through Qt's translation.
"""

from __future__ import annotations

from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from posture.detector import explain
from posture.gui.translations import capital, translated
from posture.ports import CameraStateKind
from posture.records import REASON_TEXT, Part, Reason, State

if TYPE_CHECKING:
    from posture.ports import CameraState
    from posture.records import Tick

NOTICE = "Estimates from a camera, compared with your own baseline. Not a medical device."

_MINUS = "\N{MINUS SIGN}"


class UserCommand(StrEnum):
    """What the user can ask for; `text` is its label, with a mnemonic."""

    PAUSE = "pause"
    RESUME = "resume"
    PAUSE_UNTIL_TOMORROW = "pause_until_tomorrow"
    SNOOZE_15 = "snooze_15"
    SNOOZE_30 = "snooze_30"
    SNOOZE_60 = "snooze_60"
    IN_CALL = "in_call"
    CALL_OVER = "call_over"
    RECALIBRATE = "recalibrate"
    KEEP = "keep"
    BREAK = "break"
    EXERCISES = "exercises"
    PACKS = "packs"
    DIARY = "diary"
    LEARN = "learn"
    HISTORY = "history"
    PROPOSAL = "proposal"
    SETTINGS = "settings"
    QUIT = "quit"

    @property
    def text(self) -> str:
        """For a button or a menu."""
        return translated(_LABELS[self])


SNOOZES = (UserCommand.SNOOZE_15, UserCommand.SNOOZE_30, UserCommand.SNOOZE_60)
CARE = (
    UserCommand.BREAK,
    UserCommand.EXERCISES,
    UserCommand.PACKS,
    UserCommand.DIARY,
    UserCommand.LEARN,
)
"""What helps besides sitting upright."""

_LABELS = {
    UserCommand.PAUSE: "&Pause",
    UserCommand.RESUME: "&Resume",
    UserCommand.PAUSE_UNTIL_TOMORROW: "Pause until &tomorrow",
    UserCommand.SNOOZE_15: "&15 minutes",
    UserCommand.SNOOZE_30: "&30 minutes",
    UserCommand.SNOOZE_60: "&60 minutes",
    UserCommand.IN_CALL: "In a &call",
    UserCommand.CALL_OVER: "In a &call",
    UserCommand.RECALIBRATE: "Take a new &baseline",
    UserCommand.KEEP: "&Keep the last 5 minutes",
    UserCommand.BREAK: "Take a &break…",
    UserCommand.EXERCISES: "&Exercises…",
    UserCommand.PACKS: "&Heat and cold…",
    UserCommand.DIARY: "&Diary…",
    UserCommand.LEARN: "&Learn…",
    UserCommand.HISTORY: "H&istory…",
    UserCommand.PROPOSAL: "A change is p&roposed…",
    UserCommand.SETTINGS: "S&ettings",
    UserCommand.QUIT: "&Quit",
}


def sentence(tick: Tick | None, camera: CameraState | None = None, paused: bool = False) -> str:
    """The state in one sentence without a full stop, for window, tooltip, menu and screen reader.

    Args:
        tick: The newest, or None before the first.
        camera: What the camera is doing; None for a recording.
        paused: Whether the user has paused.
    """
    if paused or (tick is not None and tick.state is State.PAUSED):
        return translated("Paused: the camera is off")
    if camera is not None and camera.kind is not CameraStateKind.RUNNING:
        return capital(translated(camera.text))
    if tick is None:
        return translated("Waiting for the first picture")
    if tick.reason is Reason.NO_BASELINE:
        return translated("No baseline yet: sit upright and take one")
    if tick.state is State.AWAY:
        return translated("Nobody is in front of the camera")
    if tick.state is State.UNKNOWN:
        return _not_measured(tick)
    return _posture(tick)


def _not_measured(tick: Tick) -> str:
    if tick.reason is None:
        return translated("Not sure yet")
    return translated("Cannot measure: {0}").format(translated(REASON_TEXT[tick.reason]))


def _posture(tick: Tick) -> str:
    """Near the baseline, or how far beyond it and for how long."""
    change = tick.deviation
    beyond = tick.state is State.SLOUCHED or isfinite(tick.remaining_s)
    if beyond and isfinite(change.worst_deg):
        if change.part is Part.NECK or change.part is Part.THORACIC:
            text = translated("Leaning {0:.0f}° beyond your baseline for {1}")
            return text.format(change.worst_deg, duration(tick.held_s))
        return capital(translated(explain(change, tick.held_s)))
    if tick.state is State.SLOUCHED:
        return translated("Away from your baseline for {0}").format(duration(tick.held_s))
    if isfinite(change.neck_deg):
        text = translated("Upright: neck {0} from your baseline")
        return text.format(degrees(change.neck_deg, signed=False))
    return translated("Upright: near your baseline")


def duration(seconds: float) -> str:
    """A time as `12 s` or `2 min 5 s`, never rounded up."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return translated("{0} s").format(rest)
    return translated("{0} min {1} s").format(minutes, rest)


def degrees(value: float, *, signed: bool) -> str:
    """Whole degrees with a real minus, and a plus if `signed`; a dash for what is not known."""
    if not isfinite(value):
        return "\N{EN DASH}"
    whole = round(value)
    sign = "+" if signed and whole else ""
    return f"{whole:{sign}d}°".replace("-", _MINUS)


def change_text(change_deg: float, sd_deg: float) -> str:
    """A change from the baseline with its standard deviation: `+3° ±4°`."""
    spread = f" ±{sd_deg:.0f}°" if isfinite(change_deg) and isfinite(sd_deg) else ""
    return degrees(change_deg, signed=True) + spread


def counting_text(tick: Tick | None, persist_s: float) -> str:
    """How far slouching has counted: `12 of 30 s`; of a slouch how long it has lasted."""
    if tick is not None and tick.state is State.SLOUCHED:
        return translated("for {0}").format(duration(tick.held_s))
    held_s = 0.0 if tick is None or not isfinite(tick.remaining_s) else tick.held_s
    whole_s = persist_s if tick is None or not held_s else held_s + tick.remaining_s
    return translated("{0:.0f} of {1:.0f} s").format(int(held_s), whole_s)
