"""What the window of a guided calibration says."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from posture.calibrating import Phase
from posture.conditions import Level
from posture.gui.translations import translated
from posture.profile import UPRIGHT
from posture.quality import quality_word

if TYPE_CHECKING:
    from posture.calibrating import Step

PRIVATE = "The picture is seen only here, and never stored."
# calibration/ACCURACY.md: in sequences the change of the neck angle is off by 1.6 degrees on
# average from the side and by 3.7 from the front; with a chair that moves by 1.8 and 10.6.
FURTHER_ASIDE = (
    "A camera further to the side is better: neck and back bend forwards, which is seen best from "
    "the side. From the front it looks much like moving nearer."
)


def instruction(step: Step) -> str:
    """What to do now, in one sentence."""
    upright = step.name == UPRIGHT
    match step.phase:
        case Phase.CONDITIONS if not step.lights:
            text = "Waiting for the first picture"
        case Phase.READY | Phase.CONDITIONS if not step.can_start:
            text = next((light.advice for light in step.lights if light.level is Level.BAD), "")
            text = text or "Sit so that the camera sees head and shoulders."
        case Phase.CONDITIONS if upright:
            text = "Sit upright, the way you like to sit, and press Start."
        case Phase.CONDITIONS:
            text = "Get ready for the posture that you want to accept, and press Start."
        case Phase.READY if upright:
            text = "Sit upright, the way you like to sit, and look at your screen."
        case Phase.READY:
            text = "Take the posture that you want to accept, and look at your screen."
        case Phase.TAKING:
            text = "Stay like this."
        case Phase.SLUMP_READY:
            text = "Thank you. Now slump, the way you do when you are tired."
        case Phase.SLUMPING:
            text = "Stay slumped."
        case _:
            good = "Taken. Accept it, or take it again."
            text = good if step.profile is not None else "This could not be used."
    return translated(text)


def result(step: Step) -> str:
    """How good what was taken is, in a word."""
    if step.profile is None:
        return translated("Nothing was taken")
    known = step.quality if isfinite(step.quality) else None
    return translated("Quality: {0}").format(translated(quality_word(known)))
