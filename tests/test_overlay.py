"""Annotated frames: what is drawn where, in every size and state."""

from __future__ import annotations

from math import inf, nan
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from posture.landmarks import Landmark
from posture.lettering import Lettering
from posture.overlay import LONGEST_PX, SHORTEST_PX, Layout, Overlay, angle_texts
from posture.palette import DARK, LIGHT, RGB, Palette
from posture.records import Angles, Part, Reason, State, Tick
from tests.drawing import ANGLES, FACE, HEIGHT, WIDTH, a_pose, a_tick, grey

if TYPE_CHECKING:
    from numpy.typing import NDArray


def drawn(tick: Tick, banner: str | None = None) -> NDArray[np.uint8]:
    return Overlay(Layout.of(WIDTH, HEIGHT)).draw(grey(), tick, banner)


def test_the_frame_and_the_face_are_left_alone() -> None:
    image = grey()
    result = Overlay(Layout.of(WIDTH, HEIGHT)).draw(image, a_tick(pose=a_pose()), "a long alert")
    assert (image == 128).all()
    assert (result[FACE] == 128).all()
    assert (result[:100, :WIDTH] == 128).all()
    assert (result[280, 300] != 128).any(), "the shoulder line"


def test_hidden_and_missing_landmarks_are_not_drawn() -> None:
    hidden = drawn(a_tick(pose=a_pose(visibility=0.49)))
    assert (hidden[:HEIGHT] == 128).all()
    assert (drawn(a_tick())[:HEIGHT] == 128).all()


@pytest.mark.parametrize("place", [(nan, 0.0), (inf, 3.0), (-1e300, 1e300), (1e12, -1e12)])
def test_landmarks_anywhere_are_harmless(place: tuple[float, float]) -> None:
    pose = a_pose()
    pose.points_px[Landmark.LEFT_SHOULDER] = place
    drawn(a_tick(pose=pose))


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_symbol_of_its_own_shape(state: State) -> None:
    def shape(which: State) -> NDArray[np.bool_]:
        strip = drawn(a_tick(state=which))[HEIGHT : HEIGHT + 52, :44]
        return np.asarray((strip.astype(int) - strip[0, 0]).any(axis=2))

    others = [shape(other) for other in State if other is not state]
    assert not any((shape(state) == other).all() for other in others)


def test_strip_follows_what_is_known() -> None:
    plain = drawn(a_tick())
    unmeasured = a_tick(state=State.UNKNOWN, angles=Angles(), reason=Reason.HEAD_TURNED)
    for other in (
        drawn(unmeasured),
        drawn(a_tick(remaining_s=10.0)),
        drawn(a_tick(), "neck 14° beyond your baseline for 35 s"),
        drawn(a_tick(reason=Reason.NO_BASELINE)),
        drawn(a_tick(angles=Angles(neck_deg=38.0, neck_sd_deg=5.0))),
    ):
        assert (other[HEIGHT:] != plain[HEIGHT:]).any()


def test_countdown_bar_fills_towards_the_warning() -> None:
    def filled(remaining_s: float) -> int:
        strip = drawn(a_tick(remaining_s=remaining_s))[HEIGHT:]
        return int((strip == np.array(DARK.accent[::-1])).all(axis=2).sum())

    assert 0 < filled(60.0) < filled(5.0) < filled(0.0)


def test_words_for_angles() -> None:
    assert angle_texts(ANGLES, Part.NECK) == ("38° ±5", "+14° from baseline")
    minus = "\N{MINUS SIGN}3° from baseline"
    assert angle_texts(ANGLES, Part.THORACIC) == ("12° ±4", minus)
    assert angle_texts(Angles(neck_deg=-0.2), Part.NECK) == ("0°", "no baseline")
    assert angle_texts(Angles(), Part.NECK)[1] == "not measured"


@pytest.mark.parametrize(
    ("width", "height"),
    [(1, 1), (224, 224), (640, 480), (481, 361), (720, 1280), (1920, 1080), (7680, 4320)],
)
def test_any_size_gives_an_even_readable_output(width: int, height: int) -> None:
    layout = Layout.of(width, height)
    result = Overlay(layout).draw(grey(width, height), a_tick(pose=a_pose(width, height)))
    assert result.shape == (layout.height_px, layout.width_px, 3)
    assert layout.width_px % 2 == layout.height_px % 2 == 0
    assert min(layout.picture_px[1:]) >= SHORTEST_PX
    assert max(layout.picture_px[1:]) <= LONGEST_PX
    assert layout.unit_px >= SHORTEST_PX / 26


@pytest.mark.parametrize(("width", "height"), [(9000, 10), (10, 9000)])
def test_absurd_shapes_stay_within_bounds(width: int, height: int) -> None:
    result = Overlay(Layout.of(width, height)).draw(grey(width, height), a_tick())
    assert max(result.shape) < 2200


def test_text_is_wrapped_and_shortened_to_its_room() -> None:
    lettering = Lettering()
    text = "one two three four five six seven eight nine ten eleven twelve"
    lines = lettering.wrap(text, 200, 20, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(lettering.width_px(line, 20) <= 200 for line in lines)
    assert lettering.wrap("", 200, 20, 2) == [""]
    assert lettering.wrap("short", 200, 20, 2) == ["short"]
    assert 9 <= lettering.fit(text, 100, 20) < 20


def test_text_without_the_proportional_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(cv2, "FontFace", raising=False)
    result = drawn(a_tick(remaining_s=3.0), "neck 14° beyond …")
    assert (result[HEIGHT:] == np.array(DARK.text[::-1])).all(axis=2).any()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_text_stands_out_from_its_background(colours: Palette) -> None:
    def luminance(colour: RGB) -> float:
        linear = [
            (c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: RGB, other: RGB) -> float:
        high, low = sorted((luminance(one), luminance(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    texts = [colours.text, colours.muted, colours.accent, *colours.parts.values()]
    assert all(contrast(text, colours.background) >= 4.5 for text in texts)
    assert contrast(colours.on_accent, colours.accent) >= 4.5
