"""Colours of charts and annotated videos, as plain red-green-blue numbers: no toolkit needed.

The hues are those of the Okabe-Ito set, which people with any colour vision can tell apart; light
and dark variants are lightened or darkened until they stand out from their background. Colour is
never alone: each state also has a symbol or a lane of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posture.records import Part, State

if TYPE_CHECKING:
    from collections.abc import Mapping

RGB = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours for one kind of background.

    Attributes:
        background: Behind everything.
        surface: Behind the data: a chart's panel, a video's strip of text.
        line: Grid lines and frames.
        text: Titles and numbers.
        muted: Labels and footnotes.
        accent: Alerts and the countdown.
        on_accent: Text on `accent`.
        baseline: The stretch of the upright baseline.
        parts: Curves.
        states: Lanes, chips and the skeleton.
    """

    background: RGB
    surface: RGB
    line: RGB
    text: RGB
    muted: RGB
    accent: RGB
    on_accent: RGB
    baseline: RGB
    parts: Mapping[Part, RGB]
    states: Mapping[State, RGB]


LIGHT = Palette(
    background=(255, 255, 255),
    surface=(248, 249, 250),
    line=(222, 226, 230),
    text=(33, 37, 41),
    muted=(96, 103, 112),
    accent=(190, 82, 0),
    on_accent=(255, 255, 255),
    baseline=(0, 130, 96),
    parts={Part.NECK: (0, 101, 163), Part.THORACIC: (142, 68, 128), Part.SLUMP: (142, 68, 128)},
    states={
        State.UPRIGHT: (0, 143, 105),
        State.SLOUCHED: (213, 94, 0),
        State.AWAY: (173, 181, 189),
        State.UNKNOWN: (121, 130, 140),
        State.PAUSED: (204, 210, 216),
    },
)

DARK = Palette(
    background=(20, 23, 27),
    surface=(27, 31, 36),
    line=(52, 58, 65),
    text=(238, 241, 244),
    muted=(160, 168, 177),
    accent=(240, 152, 40),
    on_accent=(20, 23, 27),
    baseline=(52, 190, 150),
    parts={Part.NECK: (92, 184, 240), Part.THORACIC: (222, 150, 196), Part.SLUMP: (222, 150, 196)},
    states={
        State.UPRIGHT: (40, 186, 142),
        State.SLOUCHED: (242, 142, 44),
        State.AWAY: (132, 141, 151),
        State.UNKNOWN: (180, 188, 196),
        State.PAUSED: (80, 88, 97),
    },
)


def palette(*, dark: bool) -> Palette:
    """The palette for a dark or a light background."""
    return DARK if dark else LIGHT
