"""What the live window says in its small lines: the camera, the load, the last alert."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from posture.gui.translations import capital, translated
from posture.ports import CameraStateKind
from posture.quiet import QuietReason
from posture.wishes import SNOOZED

if TYPE_CHECKING:
    from datetime import datetime

    from posture.columns import Thresholds
    from posture.gui.mailbox import GivenAlert, Situation

HOLD_HINT = "The display stands still for you to look at. Posture goes on watching."
NOW_HINT = (
    "In the plot the wheel zooms in time, dragging moves, and a double click goes back to now. "
    "A dashed or dotted line can be dragged to change when slouching begins or ends."
)

_ON = (CameraStateKind.OPENING, CameraStateKind.BLACK, CameraStateKind.HUNG)
_OFF = "camera off"
_PLAYING = "playing "


def camera_text(situation: Situation, told: str) -> str:
    """Whether the camera is on, and why not.

    Args:
        situation: What is known.
        told: Why nothing is watched, where there is no camera to say it.
    """
    camera = situation.camera
    if camera is None:
        return translated("Camera off: {0}").format(told) if told else translated("Camera off")
    text = translated(camera.text)
    if camera.text.startswith(_OFF):
        return capital(text)
    if camera.text.startswith(_PLAYING):
        return translated("No camera: {0}").format(text)
    if camera.kind is CameraStateKind.RUNNING and not situation.paused:
        return translated("Camera on: {0}").format(text)
    if camera.kind in _ON:
        return capital(text)
    return translated("Camera off: {0}").format(text)


def load_text(share: float) -> str:
    """What this process takes of the computer."""
    if isnan(share):
        return translated("CPU: measuring")
    return translated("CPU: {0:.0f} % of one core").format(100.0 * share)


def alert_text(given: GivenAlert | None, thresholds: Thresholds, persist_s: float) -> str:
    """The last alert explained: when, which part, how far, how long, and against what.

    Args:
        given: The last one; None before the first.
        thresholds: Of the time at which it was given.
        persist_s: The same: how long a slouch had to last.
    """
    if given is None:
        return translated("No alert yet")
    text = translated("Last alert at {0}: {1}. Slouching counts from {2:g}°, held for {3:g} s.")
    at = f"{given.at:%H:%M}"
    said = text.format(at, translated(given.alert.text), thresholds.enter_deg, persist_s)
    if not given.quiet:
        return said
    return f"{said} {translated('It was not shown: {0}.').format(_why_quiet(given.quiet))}"


def _why_quiet(quiet: str) -> str:
    if quiet == SNOOZED:
        return translated("alerts are snoozed")
    reason = QuietReason(quiet).camera_text.partition(": ")[2]
    return translated(reason)


def held_text(since: datetime | None) -> str:
    """That the display stands still, and that nothing else does; empty while it does not."""
    if since is None:
        return ""
    text = translated("Display held since {0}. Posture goes on watching.")
    return text.format(f"{since:%H:%M:%S}")
