"""The picture in the live window: for a minute, then on request, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from posture.gui.body_view import BodyView
from posture.palette import LIGHT
from tests.gui.ticks import a_tick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox
    from tests.gui.conftest import Make

PICTURE = np.full((48, 64, 3), (200, 30, 10), np.uint8)


@pytest.fixture
def dashboard(make: Make) -> Dashboard:
    return make()


def is_handed_over(mailbox: Mailbox) -> bool:
    mailbox.viewfinder.show(PICTURE)
    return mailbox.viewfinder.picture is not None


def test_it_is_shown_for_the_first_minute_only(dashboard: Dashboard, mailbox: Mailbox) -> None:
    assert not is_handed_over(mailbox)
    dashboard.show()
    assert dashboard.show_picture.isChecked()
    assert dashboard.body.isVisible()
    assert dashboard.sight.first.isActive()
    assert dashboard.sight.first.interval() == 60_000
    assert is_handed_over(mailbox)
    image = dashboard.body.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).blue() == 200
    dashboard.sight.first.timeout.emit()
    assert not dashboard.show_picture.isChecked()
    assert not dashboard.body.isVisible()
    assert mailbox.viewfinder.picture is None
    assert not is_handed_over(mailbox)
    dashboard.hide()
    dashboard.show()
    assert not dashboard.show_picture.isChecked()


def test_who_asks_for_it_keeps_it(dashboard: Dashboard, mailbox: Mailbox) -> None:
    dashboard.show()
    dashboard.show_picture.click()
    assert not is_handed_over(mailbox)
    dashboard.show_picture.click()
    assert is_handed_over(mailbox)
    assert not dashboard.sight.first.isActive()


@pytest.mark.parametrize("how", ["hide", "showMinimized"])
def test_a_window_that_is_not_seen_gets_none(
    dashboard: Dashboard, mailbox: Mailbox, how: str
) -> None:
    dashboard.show()
    assert is_handed_over(mailbox)
    getattr(dashboard, how)()
    assert mailbox.viewfinder.picture is None
    assert not is_handed_over(mailbox)
    dashboard.showNormal()
    assert is_handed_over(mailbox)


def test_a_held_display_shows_no_picture(dashboard: Dashboard, mailbox: Mailbox) -> None:
    dashboard.show()
    dashboard.page.hold.click()
    assert not is_handed_over(mailbox)
    dashboard.page.hold.click()
    assert is_handed_over(mailbox)


def test_the_outline_alone_needs_none(dashboard: Dashboard, mailbox: Mailbox) -> None:
    dashboard.show()
    dashboard.show_picture.click()
    dashboard.show_body.click()
    assert dashboard.body.isVisible()
    assert not is_handed_over(mailbox)
    mailbox(a_tick())
    dashboard.refresh()
    assert not dashboard.body.grab().isNull()


def test_the_picture_is_a_mirror(application: QApplication) -> None:
    del application
    pixels = np.zeros((48, 64, 3), np.uint8)
    pixels[:, :32] = 255
    view = BodyView(LIGHT, lambda: pixels)
    view.with_picture = True
    view.resize(320, 240)
    image = view.grab().toImage()
    assert image.pixelColor(80, 120).lightness() < 5
    assert image.pixelColor(240, 120).lightness() > 250
