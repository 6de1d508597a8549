"""The state icon: which look is shown when, and that looks differ without colour."""

from __future__ import annotations

from itertools import combinations
from math import nan
from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture.gui.icon import IconKind, IconLook, counted_share, draw, look_of
from posture.gui.theme import contrast
from posture.gui.words import counting_text, degrees, duration, sentence
from posture.palette import DARK, LIGHT, RGB, Palette, palette
from posture.ports import CameraState, CameraStateKind
from posture.records import Reason, State, Tick
from tests.gui.ticks import a_tick

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from posture.records import FloatArray

LOOKS = [IconLook(kind, 1.0 if kind is IconKind.SLOUCHED else 0.0) for kind in IconKind]
UPRIGHT = IconLook(IconKind.UPRIGHT)
TICK = a_tick()
PENDING = a_tick(change_deg=14.0, held_s=12.0, remaining_s=18.0)
SLOUCHED = a_tick(State.SLOUCHED, change_deg=14.0, held_s=95.0)
DARKNESS = a_tick(State.UNKNOWN, reason=Reason.TOO_DARK)


def camera(kind: CameraStateKind, text: str = "webcam 0 does not answer") -> CameraState:
    return CameraState(kind, text, 0.0)


@pytest.mark.parametrize(
    ("tick", "kind", "paused", "look", "text"),
    [
        pytest.param(
            TICK, None, False, UPRIGHT, "Upright: neck 3° from your baseline", id="upright"
        ),
        pytest.param(
            a_tick(change_deg=14.0, held_s=1.0, remaining_s=29.0),
            None,
            False,
            UPRIGHT,
            "Leaning 14° beyond your baseline for 1 s",
            id="a glance changes no icon",
        ),
        pytest.param(
            PENDING,
            None,
            False,
            IconLook(IconKind.SLOUCHED, 0.25),
            "Leaning 14° beyond your baseline for 12 s",
            id="pending",
        ),
        pytest.param(
            SLOUCHED,
            None,
            False,
            IconLook(IconKind.SLOUCHED, 1.0),
            "Leaning 14° beyond your baseline for 1 min 35 s",
            id="slouched",
        ),
        pytest.param(
            a_tick(State.SLOUCHED, change_deg=nan, held_s=40.0),
            None,
            False,
            IconLook(IconKind.SLOUCHED, 1.0),
            "Away from your baseline for 40 s",
            id="slouched, just now unmeasured",
        ),
        pytest.param(
            a_tick(State.AWAY, reason=Reason.NO_PERSON),
            None,
            False,
            IconLook(IconKind.AWAY),
            "Nobody is in front of the camera",
            id="away",
        ),
        pytest.param(
            DARKNESS,
            CameraStateKind.RUNNING,
            False,
            IconLook(IconKind.CANNOT_MEASURE),
            "Cannot measure: the picture is too dark",
            id="dark",
        ),
        pytest.param(
            a_tick(State.UNKNOWN, reason=Reason.NO_BASELINE),
            None,
            False,
            IconLook(IconKind.CANNOT_MEASURE),
            "No baseline yet: sit upright and take one",
            id="no baseline",
        ),
        pytest.param(
            a_tick(State.UNKNOWN, change_deg=nan),
            None,
            False,
            IconLook(IconKind.CANNOT_MEASURE),
            "Not sure yet",
            id="unknown without a reason",
        ),
        pytest.param(
            None,
            None,
            False,
            IconLook(IconKind.CANNOT_MEASURE),
            "Waiting for the first picture",
            id="nothing yet",
        ),
        pytest.param(
            TICK,
            CameraStateKind.HUNG,
            False,
            IconLook(IconKind.CAMERA_OFF),
            "Webcam 0 does not answer",
            id="hung",
        ),
        pytest.param(
            TICK,
            CameraStateKind.BLACK,
            False,
            IconLook(IconKind.CANNOT_MEASURE),
            "Webcam 0 does not answer",
            id="covered",
        ),
        pytest.param(
            SLOUCHED,
            CameraStateKind.CLOSED,
            True,
            IconLook(IconKind.PAUSED),
            "Paused: the camera is off",
            id="a pause comes first",
        ),
        pytest.param(
            a_tick(State.PAUSED),
            None,
            False,
            IconLook(IconKind.PAUSED),
            "Paused: the camera is off",
            id="paused by the session",
        ),
    ],
)
def test_look_and_sentence(
    tick: Tick | None, kind: CameraStateKind | None, paused: bool, look: IconLook, text: str
) -> None:
    state = None if kind is None else camera(kind)
    assert look_of(tick, state, paused) == look
    assert sentence(tick, state, paused) == text


@pytest.mark.parametrize("state", list(State))
def test_everything_has_a_look_and_a_sentence(state: State) -> None:
    for reason in (None, *Reason):
        tick = a_tick(state, reason=reason, held_s=3.0)
        for kind in CameraStateKind:
            look_of(tick, camera(kind))
            assert sentence(tick, camera(kind)).strip()
        assert sentence(tick).strip()


@pytest.mark.parametrize("level", [-0.1, 1.1, nan])
def test_bad_levels_are_refused(level: float) -> None:
    with pytest.raises(ValueError, match="level"):
        IconLook(IconKind.SLOUCHED, level)


def test_only_a_slouch_has_a_level() -> None:
    with pytest.raises(ValueError, match="only a slouch"):
        IconLook(IconKind.AWAY, 0.5)


@pytest.mark.parametrize(
    ("tick", "share"),
    [(TICK, 0.0), (PENDING, 0.4), (SLOUCHED, 1.0), (DARKNESS, 0.0)],
    ids=["upright", "pending", "slouched", "dark"],
)
def test_counted_share(tick: Tick, share: float) -> None:
    assert counted_share(tick) == pytest.approx(share)


def grey(image: QImage, ground: float) -> FloatArray:
    """(height, width) brightness 0 to 255 on a plain panel."""
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    pixels = flat.reshape(image.height(), image.width(), 4).astype(float)
    shown: FloatArray = pixels[..., :3].mean(axis=2) + ground * (1.0 - pixels[..., 3] / 255.0)
    return shown


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size_px", [16, 22, 32, 64])
def test_kinds_differ_without_colour(size_px: int, dark: bool) -> None:
    ground = float(np.mean(palette(dark=dark).background))
    drawn = {look.kind: grey(draw(look, size_px, dark), ground) for look in LOOKS}
    for one, other in combinations(drawn, 2):
        share = (abs(drawn[one] - drawn[other]) > 48.0).mean()
        assert share > 0.08, (one, other, share)


@pytest.mark.parametrize("dark", [False, True])
def test_the_bend_grows_with_the_level(dark: bool) -> None:
    levels = [draw(IconLook(IconKind.SLOUCHED, level), 22, dark) for level in (0.25, 0.5, 0.75, 1)]
    assert all(one != other for one, other in combinations(levels, 2))


@pytest.mark.parametrize("size_px", [1, 16, 128])
def test_same_look_gives_the_same_picture(size_px: int) -> None:
    for look in LOOKS:
        image = draw(look, size_px, dark=True)
        assert (image.width(), image.height()) == (size_px, size_px)
        assert image == draw(look, size_px, dark=True)
        assert image.hasAlphaChannel()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out(colours: Palette) -> None:
    grounds: list[RGB] = [colours.background, colours.surface]
    texts: list[RGB] = [colours.text, colours.muted, colours.accent, *colours.parts.values()]
    assert all(contrast(text, ground) >= 4.5 for text in texts for ground in grounds)
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.states[State.UPRIGHT], colours.background) >= 3.0


def test_contrast_of_black_on_white() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1.0


@pytest.mark.parametrize(
    ("value", "signed", "text"),
    [
        (3.4, True, "+3°"),
        (-3.4, True, "\N{MINUS SIGN}3°"),
        (0.4, True, "0°"),
        (-0.4, True, "0°"),
        (3.4, False, "3°"),
        (nan, True, "\N{EN DASH}"),
    ],
)
def test_degrees(value: float, signed: bool, text: str) -> None:
    assert degrees(value, signed=signed) == text


def test_times() -> None:
    assert duration(59.9) == "59 s"
    assert duration(125.0) == "2 min 5 s"
    assert counting_text(None, 30.0) == "0 of 30 s"
    assert counting_text(PENDING, 30.0) == "12 of 30 s"
    assert counting_text(SLOUCHED, 30.0) == "for 1 min 35 s"
