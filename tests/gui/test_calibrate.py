"""The window of a guided calibration: real widgets, no display, scripted pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from posture.calibrating import Phase, Wish
from posture.conditions import Level
from posture.gui.calibrate import QUIET_REFRESHES, CalibrateWindow
from posture.gui.lamp import Lamp
from posture.palette import palette
from posture.profile import Profile
from posture.viewfinder import Viewfinder
from tests.gui.test_dashboard_texts import cut_off
from tests.guiding import a_run, baseline_of, tick_of
from tests.live_script import FORWARD, UPRIGHT
from tests.poses import make_pose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.guiding import Run


class Window:
    """A window and the guide that it shows."""

    def __init__(self, run: Run, dark: bool = False) -> None:
        self.run = run
        self.viewfinder = Viewfinder()
        self.shown = CalibrateWindow(
            run.guide,
            viewfinder=self.viewfinder,
            status=lambda: "Paused: the camera is off",
            dark=dark,
        )
        self.said: list[str] = []
        self.shown.accepted.connect(lambda: self.said.append("accepted"))
        self.shown.rejected.connect(lambda: self.said.append("rejected"))

    def until(self, second: float) -> Window:
        self.run.until(second)
        self.shown.refresh()
        return self

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def window(application: QApplication) -> Iterator[Window]:
    del application
    now = Profile((baseline_of(UPRIGHT),))
    made = Window(a_run({"desk": now}, now))
    made.shown.show()
    yield made
    made.shown.close()


def test_from_the_first_picture_to_an_accepted_posture(window: Window) -> None:
    shown = window.shown
    assert shown.instruction.text() == "Waiting for the first picture"
    assert not shown.main.isEnabled()
    window.until(2)
    assert shown.instruction.text() == "Sit upright, the way you like to sit, and press Start."
    window.press(shown.main)
    window.until(3.1)
    assert shown.countdown.text() == "2"
    assert not shown.main.isVisible()
    window.until(7.1)
    assert (shown.instruction.text(), shown.countdown.text()) == ("Stay like this.", "3")
    assert shown.progress.value() == 40
    window.until(10.3)
    assert "Now slump" in shown.instruction.text()
    window.run.pose = FORWARD
    window.until(21)
    assert shown.quality.text() == "Quality: good"
    assert "Your own slump is kept" in shown.notes.text()
    window.press(shown.main)
    window.until(22)
    assert window.said == ["accepted"]
    assert not shown.isVisible()
    assert window.run.taken is not None


def test_by_keyboard_alone(window: Window) -> None:
    shown = window.shown
    window.until(2)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    window.until(3)
    # What held the focus is gone: neither key may cancel by accident now.
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(shown.focusWidget(), key)
    window.until(11)
    assert shown.focusWidget() is shown.main
    QTest.keyClick(shown.main, Qt.Key.Key_Space)
    window.until(12)
    assert window.run.guide.step.phase is Phase.RESULT
    QTest.keyClick(shown, Qt.Key.Key_Return)
    window.until(13)
    assert window.said == ["accepted"]


@pytest.mark.parametrize("how", ["escape", "button", "frame"])
def test_closing_cancels(window: Window, how: str) -> None:
    window.until(6)
    if how == "escape":
        QTest.keyClick(window.shown, Qt.Key.Key_Escape)
    elif how == "button":
        window.press(window.shown.cancel)
    else:
        window.shown.close()
    window.run.until(7)
    assert window.run.guide.step.phase is Phase.CANCELLED
    assert window.said == ["rejected"]
    window.shown.close()
    assert window.said == ["rejected"]


def test_lights(window: Window) -> None:
    window.run.pose = None
    window.until(1)
    shown = window.shown
    assert shown.instruction.text() == "Sit down in front of the camera."
    assert not shown.main.isEnabled()
    assert [light.lamp.level for light in shown.lights][:3] == [
        Level.GOOD,
        Level.BAD,
        Level.UNKNOWN,
    ]
    assert shown.lights[1].word.text() == "You alone: nobody found"
    assert shown.lights[1].lamp.accessibleName() == "you alone: bad"


def test_lamps_differ_without_colour(window: Window) -> None:
    pictures = []
    for level in Level:
        lamp = Lamp(palette(dark=False))
        lamp.level = level
        lamp.resize(24, 24)
        image = lamp.grab().toImage()
        ground = image.pixel(0, 0)
        pictures.append(
            np.array([[image.pixel(x, y) != ground for x in range(24)] for y in range(24)])
        )
    del window
    for one in range(4):
        for other in range(one):
            assert np.count_nonzero(pictures[one] ^ pictures[other]) > 20


def test_a_refused_one_can_be_taken_again(window: Window) -> None:
    window.until(2).press(window.shown.main)
    window.run.until(5.4)
    window.run.pose = None
    window.until(11)
    shown = window.shown
    assert shown.quality.text() == "Nothing was taken"
    assert "frames could be measured" in shown.notes.text()
    assert shown.main.text() == "&Take again"
    assert not shown.again.isVisible()
    window.press(shown.main)
    window.run.pose = UPRIGHT
    window.until(12)
    assert window.run.guide.step.phase is Phase.CONDITIONS
    assert shown.main.text() == "&Start"


def test_another_posture_is_chosen(window: Window) -> None:
    shown = window.shown
    names = [shown.posture.itemText(index) for index in range(shown.posture.count())]
    assert names == ["upright", "standing", "reading"]
    shown.posture.setEditText("at the desk")
    window.until(1)
    assert window.run.guide.step.name == "at the desk"
    window.press(shown.main)
    window.until(4)
    assert not shown.posture.isEnabled()
    window.until(10)
    assert window.run.guide.step.phase is Phase.RESULT


def test_without_an_upright_one_there_is_no_choice(application: QApplication) -> None:
    del application
    shown = Window(a_run()).shown
    assert shown.posture.count() == 1
    assert not shown.posture.isEnabled()


def test_says_why_no_picture_comes(window: Window) -> None:
    window.until(2)
    for _ in range(QUIET_REFRESHES + 1):
        window.shown.refresh()
    assert window.shown.instruction.text() == "Paused: the camera is off"
    window.until(3)
    assert window.shown.instruction.text().startswith("Sit upright")


def test_a_camera_in_front_is_told_what_would_be_better(window: Window) -> None:
    window.until(1)
    assert not window.shown.aside.isVisible()
    window.run.pose = make_pose()
    window.until(2)
    assert window.shown.aside.isVisible()
    assert "to the side" in window.shown.aside.text()


def test_the_picture_is_asked_for_only_while_it_is_seen(application: QApplication) -> None:
    window = Window(a_run())
    picture = np.full((48, 64, 3), (200, 30, 10), np.uint8)
    window.until(1)
    window.viewfinder.show(picture)
    assert window.viewfinder.picture is None
    window.shown.show()
    application.processEvents()
    window.viewfinder.show(picture)
    tones = window.shown.body.grab().toImage()
    assert tones.pixelColor(tones.width() // 2, tones.height() // 3).blue() > 100
    assert window.shown.private.text() == "The picture is seen only here, and never stored."
    window.shown.close()
    assert not window.shown._timer.isActive()
    assert window.viewfinder.picture is None


REASONS = [
    pytest.param(None, id="nobody"),
    pytest.param(make_pose(metre_px=300), id="far"),
    pytest.param(make_pose(hip_px=(320, 100)), id="outside"),
    pytest.param(make_pose(visibility=0.2), id="hidden"),
    pytest.param(make_pose(yaw_deg=170), id="behind"),
    pytest.param(make_pose(head_yaw_deg=35, metre_px=300), id="turned"),
]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("pose", REASONS)
def test_no_text_is_cut_off(application: QApplication, percent: int, pose: object) -> None:
    usual = application.font()
    larger = application.font()
    larger.setPointSizeF(usual.pointSizeF() * percent / 100)
    application.setFont(larger)
    try:
        window = Window(a_run())
        window.run.pose = pose  # type: ignore[assignment]
        window.until(2)
        window.shown.resize(640, 480)
        window.shown.show()
        window.viewfinder.show(np.zeros((48, 64, 3), np.uint8))
        for second in (3.0, 4.0):
            window.until(second)
            application.processEvents()
            assert (window.shown.width(), window.shown.height()) == (640, 480)
            assert [text for widget in texts(window.shown) if (text := cut_off(widget))] == []
        window.shown.close()
    finally:
        application.setFont(usual)


def texts(window: QWidget) -> list[QWidget]:
    found: list[QWidget] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    # The mnemonic's sign in the label of the posture would be taken for a letter.
    return [
        w for w in found if w.isVisible() and not (isinstance(w, QLabel) and w.text()[:1] == "&")
    ]


@pytest.mark.parametrize("dark", [False, True])
def test_colours(application: QApplication, dark: bool) -> None:
    del application
    shown = Window(a_run(), dark=dark).shown
    shown.show()
    corner = shown.grab().toImage().pixelColor(3, 3)
    assert (corner.red(), corner.green(), corner.blue()) == palette(dark=dark).background
    shown.close()


def test_ticks_after_the_end_change_nothing(window: Window) -> None:
    window.until(1)
    window.shown.close()
    window.run.until(2)
    window.run.guide.wish(Wish.START)
    window.run.until(8)
    assert window.run.guide.step.phase is Phase.CANCELLED
    assert window.run.guide.update(tick_of(9.0, UPRIGHT), window.run.observed) is None
