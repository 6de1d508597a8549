"""The window asks where a posture belongs, offers what suits, and leaves what the user chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posture.calibrating import Wish
from posture.gui.calibrate import CalibrateWindow
from posture.profile import Profile
from tests.guiding import a_run, baseline_of
from tests.live_script import UPRIGHT
from tests.poses import make_pose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.guiding import Run

Shown = tuple["CalibrateWindow", "Run"]


@pytest.fixture
def shown(application: QApplication) -> Iterator[Shown]:
    del application
    now = Profile((baseline_of(UPRIGHT),), "sofa")
    run = a_run({"sofa": now}, now)
    window = CalibrateWindow(run.guide)
    window.show()
    yield window, run
    window.close()


def test_what_suits_is_offered(shown: Shown) -> None:
    window, run = shown
    offered = [window.place.itemText(index) for index in range(window.place.count())]
    assert offered == ["sofa", "desk", "standing", "laptop"]
    run.until(1)
    window.refresh()
    assert window.place.currentText() == "sofa"
    run.play((1, make_pose())).until(2)
    window.refresh()
    assert window.place.currentText() == "desk"


@pytest.mark.parametrize("name", ["laptop", "in the kitchen"])
def test_what_the_user_chose_stays(shown: Shown, name: str) -> None:
    window, run = shown
    run.until(1)
    window.refresh()
    window.place.setEditText(name)
    run.play((2, Wish.START)).until(3)
    window.refresh()
    assert window.place.currentText() == run.guide.step.place == name
    assert not window.place.isEnabled()
    run.play((11, Wish.SKIP_SLUMP), (12, Wish.ACCEPT)).until(13)
    assert run.taken is not None
    assert run.taken.profile.name == name
