"""The drawn back: all places can be clicked, reached by keys, read out, told without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from posture.care.entries import Place
from posture.gui.back_shape import START, area, head, middle, neighbour, outline
from posture.gui.back_view import BackView, place_name, places_text

if TYPE_CHECKING:
    from collections.abc import Iterator

WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
PAIRS = [
    (place, Place(place.replace("_left", "_right"))) for place in Place if place.endswith("left")
]


@pytest.fixture
def view(application: QApplication) -> Iterator[BackView]:
    del application
    made = BackView(dark=False)
    made.resize(210, 260)
    made.show()
    yield made
    made.hide()


def press(view: BackView, key: Qt.Key) -> None:
    """To whichever place has the keyboard: without a window system none is active."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(reached(view), event)


def reached(view: BackView) -> QWidget:
    found = view.focusProxy()
    assert found is not None
    return found


class TestShape:
    def test_places_lie_on_the_body_below_the_head_and_apart(self) -> None:
        for place in Place:
            assert outline().contains(middle(place))
            assert not area(place).intersects(head().translated(0, -0.5))
            for other in Place:
                if other is not place:
                    assert not area(other).contains(middle(place))

    @pytest.mark.parametrize(("left", "right"), PAIRS)
    def test_left_is_the_persons_left_and_both_sides_are_alike(
        self, left: Place, right: Place
    ) -> None:
        assert middle(left).x() < 50 < middle(right).x()
        assert middle(left).x() + middle(right).x() == pytest.approx(100)
        assert middle(left).y() == pytest.approx(middle(right).y())

    def test_there_is_one_place_without_a_side(self) -> None:
        (between,) = set(Place) - {place for pair in PAIRS for place in pair}
        assert middle(between).x() == pytest.approx(50)

    def test_the_arrows_reach_every_place(self) -> None:
        known, waiting = {START}, [START]
        while waiting:
            place = waiting.pop()
            for way in WAYS.values():
                found = neighbour(place, way)
                waiting += [] if found in known else [found]
                known.add(found)
        assert known == set(Place)

    @given(st.sampled_from(Place), st.sampled_from(list(WAYS.values())))
    def test_an_arrow_goes_its_way_or_stays(self, place: Place, way: tuple[int, int]) -> None:
        found = neighbour(place, way)
        step = middle(found) - middle(place)
        assert found is place or way[0] * step.x() + way[1] * step.y() > 0


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("size", [(150, 190), (210, 260), (400, 300)])
def test_a_click_chooses_a_place_and_another_takes_it_back(
    view: BackView, place: Place, size: tuple[int, int]
) -> None:
    view.resize(*size)
    said: list[frozenset[Place]] = []
    view.changed.connect(lambda: said.append(view.places))
    for _ in range(2):
        box, at = view.areas[place], view.centre(place)
        assert view.childAt(at) is box
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.mapFrom(view, at))
    assert said == [frozenset({place}), frozenset()]


@pytest.mark.parametrize("point", [(3, 3), (207, 257), (105, 20)], ids=["above", "below", "head"])
def test_a_click_beside_the_back_does_nothing(view: BackView, point: tuple[int, int]) -> None:
    assert view.childAt(*point) is None


def test_keys_go_from_place_to_place_and_the_space_bar_chooses(view: BackView) -> None:
    assert reached(view) is view.areas[Place.BETWEEN_SHOULDER_BLADES]
    press(view, Qt.Key.Key_Left)
    assert reached(view) is view.areas[Place.UPPER_BACK_LEFT]
    QTest.keyClick(reached(view), Qt.Key.Key_Space)
    press(view, Qt.Key.Key_Down)
    QTest.keyClick(reached(view), Qt.Key.Key_Space)
    assert view.places == {Place.UPPER_BACK_LEFT, Place.MIDDLE_BACK_LEFT}
    QTest.keyClick(reached(view), Qt.Key.Key_Space)
    assert view.places == {Place.UPPER_BACK_LEFT}


def test_tab_comes_in_once_and_leaves(application: QApplication) -> None:
    del application
    holder, before, view, after = QWidget(), QLineEdit(), BackView(dark=True), QLineEdit()
    column = QVBoxLayout(holder)
    for widget in (before, view, after):
        column.addWidget(widget)
    holder.show()
    holder.activateWindow()
    before.setFocus()
    stops = []
    for _ in range(3):
        stops.append(holder.focusWidget())
        holder.focusNextChild()
    assert stops == [before, view.areas[START], after]
    holder.hide()


def test_what_is_read_out(view: BackView) -> None:
    view.show_places({Place.NECK_LEFT})
    for place, box in view.areas.items():
        read = QAccessible.queryAccessibleInterface(box)
        assert read.text(QAccessible.Text.Name) == place_name(place)
        assert read.role() is QAccessible.Role.CheckBox
        assert bool(read.state().checked) is (place is Place.NECK_LEFT)
    assert "left is your left" in view.accessibleDescription()
    assert len({place_name(place) for place in Place}) == len(Place)


def test_places_in_words_from_the_top_down() -> None:
    assert places_text([Place.LOWER_BACK_LEFT, Place.NECK_RIGHT]) == (
        "right side of the neck; left lower back"
    )
    assert places_text([]) == ""


def test_showing_places_says_nothing(view: BackView) -> None:
    said: list[bool] = []
    view.changed.connect(lambda: said.append(True))
    view.show_places(Place)
    assert view.places == set(Place)
    view.show_places(())
    assert view.places == frozenset()
    assert said == []


@pytest.mark.parametrize("dark", [False, True])
def test_a_chosen_place_is_hatched(application: QApplication, dark: bool) -> None:
    """Along its middle line light and dark alternate: it is told without knowing the colour."""
    del application
    view = BackView(dark=dark)
    view.resize(420, 520)
    view.show_places({Place.MIDDLE_BACK_LEFT})
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()

    def shades(place: Place) -> list[int]:
        at = QPointF(view.centre(place)) * ratio
        x, y = int(at.x()), int(at.y())
        return [picture.pixelColor(x + n, y).lightness() for n in range(-12, 13)]

    hatched, plain = shades(Place.MIDDLE_BACK_LEFT), shades(Place.MIDDLE_BACK_RIGHT)
    assert max(plain) - min(plain) < 5
    assert max(hatched) - min(hatched) > 30
    view.hide()


def test_the_place_with_the_keyboard_is_seen(view: BackView) -> None:
    focus = view.areas[START]
    focus.clearFocus()
    before = view.grab().toImage()
    view.activateWindow()
    assert QTest.qWaitForWindowActive(view)
    focus.setFocus()
    assert focus.hasFocus()
    assert view.grab().toImage() != before
