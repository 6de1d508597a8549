"""How the user is told: which of a message, a sound, the screen's edge and a dimmed screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from posture.records import AlertLevel


class Means(StrEnum):
    """A way to tell the user."""

    MESSAGE = "message"
    SOUND = "sound"
    EDGE = "edge"
    DIM = "dim"


ON_SCREEN = frozenset({Means.EDGE, Means.DIM})
"""What is shown over everything, and needs the windows of `posture.gui`."""


@dataclass(frozen=True, slots=True)
class StyleSettings:
    """Which means tell a cue, and which a notice; all may be off."""

    cue_message: bool = True
    """Tell a cue by a message of the desktop."""
    cue_sound: bool = True
    """Tell a cue by a sound, if `sounds` is on."""
    cue_edge: bool = True
    """Tell a cue by a border around the screen, until you sit up; needs the window."""
    cue_dim: bool = False
    """Tell a cue by a slightly darker screen, until you sit up; needs the window."""
    notice_message: bool = True
    """Tell a notice by a message of the desktop."""
    notice_sound: bool = True
    """Tell a notice by a sound, if `sounds` is on."""
    notice_edge: bool = True
    """Tell a notice by a border around the screen, until you sit up; needs the window."""
    notice_dim: bool = False
    """Tell a notice by a slightly darker screen, until you sit up; needs the window."""
    sounds: bool = False
    """Let alerts be heard at all."""
    reduced_motion: bool = False
    """Show a steady thin border: nothing grows, glows or fades."""

    def means(self, level: AlertLevel) -> frozenset[Means]:
        """What tells an alert of this level; empty for nothing."""
        chosen = {means for means in Means if getattr(self, f"{level}_{means}")}
        return frozenset(chosen if self.sounds else chosen - {Means.SOUND})

    def uses(self, means: Means) -> bool:
        """Whether an alert of any level is told by it."""
        return any(means in self.means(level) for level in AlertLevel)
