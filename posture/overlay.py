"""Draws what a tick says onto a picture: skeleton in the picture, words in a strip below it.

The strip lies under the picture, not on it, so that it never covers a face and reads well whatever
the picture shows. All lengths follow the size of the output, so that small and large videos look
alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING

import cv2
import numpy as np

from posture.landmarks import FOREARMS, OUTLINE, VISIBLE
from posture.lettering import Lettering
from posture.palette import DARK
from posture.records import REASON_TEXT, Part, State

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from posture.palette import RGB
    from posture.records import Angles, Pose, Tick

    Image = NDArray[np.uint8]

SHORTEST_PX, LONGEST_PX = 360, 1920
"""Smallest side and largest side of the picture in the output."""

_NOTHING = "\N{EN DASH}"
_UNIT_SHARE = 1.0 / 26.0
_STRIP_UNITS = 5.6
_BONES = (*OUTLINE, *FOREARMS)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where picture and strip go in the output; lengths in output pixels.

    Attributes:
        width_px, height_px: Size of the output, both even: video needs that.
        picture_px: Left edge, width and height of the picture, which starts at the top.
        unit_px: The length that all others follow: a line of small text.
    """

    width_px: int
    height_px: int
    picture_px: tuple[int, int, int]
    unit_px: float

    @classmethod
    def of(cls, width_px: int, height_px: int) -> Layout:
        """Lay out frames of one size: enlarged if they are tiny, reduced if they are huge."""
        shortest, longest = min(width_px, height_px), max(width_px, height_px)
        scale = max(1.0, SHORTEST_PX / shortest)
        scale = min(scale, LONGEST_PX / longest)
        picture_width = max(1, round(width_px * scale))
        picture_height = max(1, round(height_px * scale))
        width = _even(max(picture_width, SHORTEST_PX))
        unit = max(min(width, max(picture_height, SHORTEST_PX)) * _UNIT_SHARE, 15.0)
        height = _even(picture_height + round(_STRIP_UNITS * unit))
        left = (width - picture_width) // 2
        return cls(width, height, (left, picture_width, picture_height), unit)


def _even(length: int) -> int:
    return length + length % 2


@dataclass(frozen=True, slots=True)
class Overlay:
    """Draws ticks onto frames of one size."""

    layout: Layout
    lettering: Lettering = field(default_factory=Lettering)

    def draw(self, image: Image, tick: Tick, banner: str | None = None) -> Image:
        """A new picture with skeleton and strip; the frame itself is left alone.

        Args:
            image: (height, width, 3) uint8, blue-green-red.
            tick: What is known after this frame.
            banner: An alert's text to show instead of the state's details.

        Returns:
            (layout.height_px, layout.width_px, 3) uint8.
        """
        left, width, height = self.layout.picture_px
        canvas = np.empty((self.layout.height_px, self.layout.width_px, 3), dtype=np.uint8)
        canvas[:] = DARK.background[::-1]
        larger = width > image.shape[1]
        way = cv2.INTER_CUBIC if larger else cv2.INTER_AREA
        picture = canvas[:height, left : left + width]
        if picture.shape == image.shape:
            picture[:] = image
        else:
            picture[:] = cv2.resize(image, (width, height), interpolation=way)
        if tick.pose is not None:
            self._draw_skeleton(picture, tick.pose, DARK.states[tick.state])
        self._draw_status(canvas, tick, banner)
        self._draw_angles(canvas, tick)
        return canvas

    def _draw_skeleton(self, picture: Image, pose: Pose, colour: RGB) -> None:
        """Lines over dark casings, so that they stand out from light and dark pictures."""
        size = np.array([pose.width_px, pose.height_px], dtype=np.float64)
        scale = np.array(self.layout.picture_px[1:]) / np.maximum(size, 1.0)
        points = (pose.points_px + 0.5) * scale - 0.5
        shown = (pose.visibility >= VISIBLE) & np.isfinite(points).all(axis=1)
        # Far outside the picture is as good as farther, and does not overflow.
        whole = np.clip(np.where(shown[:, None], points, 0.0), -9999, 9999).round().astype(int)
        width = max(1.0, 0.16 * self.layout.unit_px)
        for thickness, tone in ((2.2 * width, DARK.background), (width, colour)):
            for start, end in _BONES:
                if shown[start] and shown[end]:
                    ends = tuple(whole[start].tolist()), tuple(whole[end].tolist())
                    cv2.line(picture, *ends, tone[::-1], max(1, round(thickness)), cv2.LINE_AA)
        for landmark in sorted({landmark for bone in _BONES for landmark in bone}):
            if shown[landmark]:
                centre = tuple(whole[landmark].tolist())
                for radius, tone in ((2.0 * width, DARK.background), (1.4 * width, DARK.text)):
                    cv2.circle(picture, centre, max(1, round(radius)), tone[::-1], -1, cv2.LINE_AA)

    def _draw_status(self, canvas: Image, tick: Tick, banner: str | None) -> None:
        """First row of the strip: symbol and name of the state, and what there is to say."""
        unit, top = self.layout.unit_px, self.layout.picture_px[2]
        colour = DARK.states[tick.state]
        middle = top + 1.45 * unit
        draw_symbol(canvas, tick.state, (1.45 * unit, middle), 0.72 * unit, self.lettering)
        place = (2.6 * unit, middle + 0.38 * unit)
        self.lettering.write(canvas, tick.state.value, place, 1.1 * unit, colour, bold=True)
        left, right = 8.4 * unit, self.layout.width_px - 0.7 * unit
        if banner is not None:
            corners = (round(left), round(middle - unit)), (round(right), round(middle + unit))
            cv2.rectangle(canvas, *corners, DARK.accent[::-1], -1)
            self._draw_lines(canvas, banner, (left + 0.4 * unit, right), middle, DARK.on_accent)
        elif tick.measured and isfinite(tick.remaining_s):
            self._draw_countdown(canvas, tick, (left, right), middle)
        else:
            text = _details(tick)
            self._draw_lines(canvas, text, (left, right), middle, DARK.text)

    def _draw_countdown(
        self, canvas: Image, tick: Tick, sides: tuple[float, float], middle: float
    ) -> None:
        """How long until this counts as slouching: in words, and as a bar that fills."""
        unit = self.layout.unit_px
        left, right = sides
        text = f"counts as slouching in {tick.remaining_s:.0f} s"
        size = self.lettering.fit(text, right - left, 0.84 * unit)
        self.lettering.write(canvas, text, (left, middle - 0.02 * unit), size, DARK.text)
        whole = tick.held_s + tick.remaining_s
        share = min(max(tick.held_s / whole, 0.0), 1.0) if whole > 0.0 else 1.0
        top, bottom = round(middle + 0.4 * unit), round(middle + 0.8 * unit)
        for end, tone in ((right, DARK.line), (left + share * (right - left), DARK.accent)):
            cv2.rectangle(canvas, (round(left), top), (round(end), bottom), tone[::-1], -1)

    def _draw_lines(
        self, canvas: Image, text: str, sides: tuple[float, float], middle: float, colour: RGB
    ) -> None:
        """One or two lines of words, centred on a height."""
        size = 0.84 * self.layout.unit_px
        room = sides[1] - sides[0] - 0.3 * self.layout.unit_px
        lines = self.lettering.wrap(text, room, size, 2)
        below = middle + 0.36 * size - 0.55 * size * (len(lines) - 1)
        for line in lines:
            self.lettering.write(canvas, line, (sides[0], below), size, colour)
            below += 1.1 * size

    def _draw_angles(self, canvas: Image, tick: Tick) -> None:
        """Second row of the strip: both angles, each with its change from the baseline."""
        top = self.layout.picture_px[2] + 2.75 * self.layout.unit_px
        column = self.layout.width_px / 2.0
        for number, part in enumerate((Part.NECK, Part.THORACIC)):
            self._draw_angle(canvas, tick.angles, part, (number * column, top), column)

    def _draw_angle(
        self, canvas: Image, angles: Angles, part: Part, corner: tuple[float, float], room: float
    ) -> None:
        unit, write = self.layout.unit_px, self.lettering.write
        left, top = corner[0] + 0.7 * unit, corner[1]
        label = f"{part} (estimate)"
        write(canvas, label, (left, top + 0.75 * unit), 0.78 * unit, DARK.parts[part])
        angle, change = angle_texts(angles, part)
        known = DARK.text if isfinite(_angle(angles, part)) else DARK.muted
        size = self.lettering.fit(angle, 0.5 * room, 1.3 * unit, bold=True)
        write(canvas, angle, (left, top + 2.2 * unit), size, known, bold=True)
        left += self.lettering.width_px(angle, size, bold=True) + 0.6 * unit
        room += corner[0] - left - 0.5 * unit
        size = self.lettering.fit(change, room, 0.84 * unit)
        change = self.lettering.wrap(change, room, size, 1)[0]
        write(canvas, change, (left, top + 2.2 * unit), size, DARK.muted)


def _details(tick: Tick) -> str:
    """What to say about the state when nothing counts down."""
    if tick.state is State.SLOUCHED and tick.measured:
        return f"for {tick.held_s:.0f} s"
    return "" if tick.reason is None else REASON_TEXT[tick.reason]


def _angle(angles: Angles, part: Part) -> float:
    return angles.neck_deg if part is Part.NECK else angles.thoracic_deg


def angle_texts(angles: Angles, part: Part) -> tuple[str, str]:
    """An angle with its standard deviation, and its change from the baseline, in words."""
    angle = _angle(angles, part)
    neck = part is Part.NECK
    spread = angles.neck_sd_deg if neck else angles.thoracic_sd_deg
    change = angles.neck_change_deg if neck else angles.thoracic_change_deg
    if not isfinite(angle) and not isfinite(change):
        return _NOTHING, "not measured"
    first = f"{angle:.0f}°" if isfinite(angle) else _NOTHING
    if isfinite(angle) and isfinite(spread):
        first += f" ±{spread:.0f}"
    second = f"{change:+.0f}° from baseline" if isfinite(change) else "no baseline"
    return _real_minus(first), _real_minus(second)


def _real_minus(text: str) -> str:
    return text.replace("-0°", "0°").replace("+0°", "0°").replace("-", "\N{MINUS SIGN}")


def draw_symbol(
    canvas: Image, state: State, centre: tuple[float, float], radius: float, lettering: Lettering
) -> None:
    """A state's symbol: tick, exclamation mark in a triangle, empty ring, question mark, bars."""
    colour, dark = DARK.states[state][::-1], DARK.background[::-1]
    thick = max(1, round(0.26 * radius))

    def at(x: float, y: float) -> tuple[int, int]:
        return round(centre[0] + x * radius), round(centre[1] + y * radius)

    def stroke(*points: tuple[float, float]) -> None:
        ends = np.array([at(*point) for point in points], dtype=np.int32)
        cv2.polylines(canvas, [ends], False, dark, thick, cv2.LINE_AA)

    if state is State.AWAY:
        cv2.circle(canvas, at(0, 0), round(0.85 * radius), colour, thick, cv2.LINE_AA)
        return
    if state is State.SLOUCHED:
        corners = np.array([at(0, -1.0), at(1.1, 0.95), at(-1.1, 0.95)], dtype=np.int32)
        cv2.fillPoly(canvas, [corners], colour, cv2.LINE_AA)
        stroke((0, -0.35), (0, 0.25))
        cv2.circle(canvas, at(0, 0.62), max(1, round(0.15 * radius)), dark, -1, cv2.LINE_AA)
        return
    cv2.circle(canvas, at(0, 0), round(radius), colour, -1, cv2.LINE_AA)
    if state is State.UPRIGHT:
        stroke((-0.45, 0.05), (-0.12, 0.4), (0.5, -0.35))
    elif state is State.PAUSED:
        stroke((-0.28, -0.4), (-0.28, 0.4))
        stroke((0.28, -0.4), (0.28, 0.4))
    else:
        size = 1.6 * radius
        half = lettering.width_px("?", size, bold=True) / (2.0 * radius)
        lettering.write(canvas, "?", at(-half, 0.56), size, DARK.background, bold=True)
