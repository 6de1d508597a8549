"""Text on pictures, measured before it is written so that it fits.

OpenCV 5 has a proportional font with every sign used here. Older versions have stroked capital
and small letters only: there ° becomes " deg" and ± becomes "+/-".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from posture.palette import RGB

_PLAIN = {"°": " deg", "±": "+/-", "\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "…": "..."}
_STROKED_EM = 34.0
_BOLD, _REGULAR = 650, 420
_SMALLEST_PX = 9


class Lettering:
    """Writes and measures text in whatever font this OpenCV has."""

    def __init__(self) -> None:
        self._face: Any = cv2.FontFace("sans") if hasattr(cv2, "FontFace") else None

    def width_px(self, text: str, size_px: float, *, bold: bool = False) -> int:
        """How wide a line of text is."""
        if self._face is None:
            scale, thickness = _stroke(size_px, bold=bold)
            font = cv2.FONT_HERSHEY_SIMPLEX
            return cv2.getTextSize(_plain(text), font, scale, thickness)[0][0]
        measure: Any = cv2.getTextSize
        weight = _BOLD if bold else _REGULAR
        # The size given here only limits where lines wrap, hence very wide.
        box = measure((1 << 20, 64), text, (0, 0), self._face, _whole(size_px), weight)
        return int(box[2])

    def write(
        self,
        image: NDArray[np.uint8],
        text: str,
        place: tuple[float, float],
        size_px: float,
        colour: RGB,
        *,
        bold: bool = False,
    ) -> None:
        """Write one line onto a picture; `place` is its left end on the baseline, pixels."""
        corner = (round(place[0]), round(place[1]))
        blue_green_red = colour[::-1]
        if self._face is None:
            scale, thickness = _stroke(size_px, bold=bold)
            font = cv2.FONT_HERSHEY_SIMPLEX
            plain = _plain(text)
            cv2.putText(image, plain, corner, font, scale, blue_green_red, thickness, cv2.LINE_AA)
        else:
            put: Any = cv2.putText
            weight = _BOLD if bold else _REGULAR
            put(image, text, corner, blue_green_red, self._face, _whole(size_px), weight)

    def fit(self, text: str, room_px: float, size_px: float, *, bold: bool = False) -> float:
        """The size at which a line fits into `room_px`: smaller if need be, down to 60 %."""
        width = self.width_px(text, size_px, bold=bold)
        if width <= room_px:
            return size_px
        return max(size_px * max(room_px, 1.0) / width, 0.6 * size_px, _SMALLEST_PX)

    def wrap(self, text: str, room_px: float, size_px: float, most: int) -> list[str]:
        """Break text into at most `most` lines; what does not fit ends in an ellipsis."""
        lines, words = [""], text.split()
        for number, word in enumerate(words):
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or self.width_px(longer, size_px) <= room_px:
                lines[-1] = longer
            elif len(lines) < most:
                lines.append(word)
            else:
                lines[-1] = " ".join([lines[-1], *words[number:]])
                break
        return [self._shorten(line, room_px, size_px) for line in lines]

    def _shorten(self, line: str, room_px: float, size_px: float) -> str:
        if self.width_px(line, size_px) <= room_px:
            return line
        while line and self.width_px(f"{line}…", size_px) > room_px:
            line = line[:-1].rstrip()
        return f"{line}…"


def _whole(size_px: float) -> int:
    return max(round(size_px), _SMALLEST_PX)


def _stroke(size_px: float, *, bold: bool) -> tuple[float, int]:
    """Scale and thickness of OpenCV's stroked font."""
    return size_px / _STROKED_EM, max(1, round(size_px * (0.09 if bold else 0.055)))


def _plain(text: str) -> str:
    for sign, letters in _PLAIN.items():
        text = text.replace(sign, letters)
    return text.encode("ascii", "replace").decode()
