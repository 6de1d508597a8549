"""The drawn figure: every exercise, moving or standing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from posture.care.exercise import Seen
from posture.care.figure_path import JOINTS, FigurePath, figure_path
from posture.care.pace import PACES
from posture.gui import exercise_figure
from posture.gui.exercise_figure import Figure
from posture.gui.exercise_ring import Ring
from posture.palette import palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from posture.palette import RGB
    from posture.records import FloatArray

LIGHT = palette(dark=False)
NAMES = ("wall_angel", "thoracic_extension", "doorway_stretch")
"""From the front, from the side, and standing."""


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def painted(widget: QWidget, width: int = 240, height: int = 240) -> FloatArray:
    """(height, width, 4) of what is seen, 0 to 255."""
    widget.resize(width, height)
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    data = np.frombuffer(image.constBits(), np.uint8)
    return data.reshape(image.height(), image.width(), 4).astype(float)


def ink(picture: FloatArray, colour: RGB) -> FloatArray:
    """(height, width) whether a pixel has the colour."""
    found: FloatArray = np.abs(picture[..., :3] - colour).max(axis=2) < 8
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def figure(application: QApplication, clock: Clock) -> Figure:
    del application
    return Figure(LIGHT, clock=clock)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_and_moves(figure: Figure, clock: Clock, name: str) -> None:
    figure.show_exercise(name)
    first = painted(figure)
    assert ink(first, LIGHT.text).mean() > 0.02
    assert figure.path is not None
    clock.now_s = figure.path.length_s / 2
    assert np.abs(painted(figure) - first).max() > 100
    clock.now_s = figure.path.length_s
    assert np.abs(painted(figure) - first).mean() < 1


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_it_is_cut_off(figure: Figure, clock: Clock, name: str) -> None:
    figure.show_exercise(name)
    assert figure.path is not None
    for share in np.linspace(0, 1, 7):
        clock.now_s = share * figure.path.length_s
        drawn = ink(painted(figure, 200, 150), LIGHT.text)
        edge = np.concatenate([drawn[0], drawn[-1], drawn[:, 0], drawn[:, -1]])
        assert drawn.any()
        assert not edge.any()


def test_from_the_front_it_is_a_mirror(figure: Figure, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's left arm, right in a picture, is at the left of a mirror."""
    points = read_one("wall_angel").points.copy()
    points[:, JOINTS.index("left_wrist")] = (1.2, -2.5)
    points[:, JOINTS.index("right_wrist")] = (-0.6, -0.1)
    path = FigurePath("wave", Seen.FRONT, np.arange(len(points), dtype=float), points)
    monkeypatch.setattr(exercise_figure, "figure_path", lambda _: path)
    figure.show_exercise("wave")
    drawn = ink(painted(figure), LIGHT.text)
    upper = drawn[: drawn.shape[0] // 4]
    assert upper[:, :80].sum() > 20 + upper[:, -80:].sum()


def read_one(name: str) -> FigurePath:
    found = figure_path(name)
    assert found is not None
    return found


def test_with_less_motion_it_stands_still_in_two_drawings(
    application: QApplication, clock: Clock
) -> None:
    del application
    still = Figure(LIGHT, less_motion=True, clock=clock)
    still.show_exercise("wall_angel")
    still.show()
    assert not still._timer.isActive()
    before = painted(still, 400, 240)
    clock.now_s = 1.7
    assert np.array_equal(painted(still, 400, 240), before)
    drawn = ink(before, LIGHT.text)
    halves = drawn[:, :200], drawn[:, 200:]
    assert all(half.mean() > 0.01 for half in halves)
    assert (halves[0] != halves[1]).mean() > 0.01
    still.hide()


def test_it_moves_only_while_it_is_seen(figure: Figure) -> None:
    figure.show_exercise("wall_angel")
    seen = [figure._timer.isActive()]
    for act in (figure.show, figure.hide):
        act()
        seen.append(figure._timer.isActive())
    assert seen == [False, True, False]


def test_what_nobody_drew_is_empty(figure: Figure) -> None:
    figure.show_exercise("wall_angel")
    figure.show_exercise("no such exercise")
    assert not ink(painted(figure), LIGHT.text).any()


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0, 3.0, float("nan")])
def test_a_ring_closes(application: QApplication, share: float) -> None:
    del application
    ring = Ring(LIGHT)
    ring.show_values(share, "", "", broad=True)
    closed = np.count_nonzero(ink(painted(ring), LIGHT.baseline))
    ring.show_values(1.0, "", "", broad=True)
    whole = np.count_nonzero(ink(painted(ring), LIGHT.baseline))
    wanted = 0.0 if share != share else min(share, 1.0)
    assert closed / whole == pytest.approx(wanted, abs=0.05)


def test_a_hold_is_broader_than_a_movement(application: QApplication) -> None:
    del application
    ring, found = Ring(LIGHT), []
    for broad in (True, False):
        ring.show_values(0.5, "3", "of 5", broad=broad)
        found.append(np.count_nonzero(ink(painted(ring), LIGHT.baseline)))
    assert found[0] > 2 * found[1]
    assert ring.accessibleDescription() == "3 of 5"


def test_it_does_what_the_user_is_led_to_do(figure: Figure, clock: Clock) -> None:
    pace, path = PACES["cat_cow"], figure_path("cat_cow")
    assert path is not None
    figure.show_exercise("cat_cow")
    for time_s, place in ((2.0, 0.0), (8.0, 1.0), (12.0, -1.0)):
        figure.follow(pace.at(time_s))
        clock.now_s += 1.0
        (points,) = figure.frames()
        assert points == pytest.approx(path.towards(place))
    figure.follow(None)
    assert figure.frames()[0] == pytest.approx(path.at(clock.now_s))


def test_between_two_cues_it_goes_on(figure: Figure, clock: Clock) -> None:
    pace = PACES["chin_tuck"]
    figure.show_exercise("chin_tuck")
    figure.follow(pace.at(5.5))
    before = figure.frames()[0]
    figure.follow(pace.at(6.0))
    clock.now_s += exercise_figure.CUE_S / 2
    between = figure.frames()[0]
    clock.now_s += exercise_figure.CUE_S
    after = figure.frames()[0]
    ways = [np.abs(one - before).sum() for one in (between, after)]
    assert 0 < ways[0] < ways[1]


def test_with_less_motion_it_only_changes_its_position(application: QApplication) -> None:
    del application
    still = Figure(LIGHT, less_motion=True, clock=Clock())
    still.show_exercise("chin_tuck")
    path = figure_path("chin_tuck")
    assert path is not None
    for time_s, place in ((5.2, 1.0), (8.0, 1.0), (10.6, 0.0)):
        still.follow(PACES["chin_tuck"].at(time_s))
        assert still.frames()[0] == pytest.approx(path.towards(place))
