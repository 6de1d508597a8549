"""No text of the live window is cut off, at its smallest size and with large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from posture.ports import CameraState, CameraStateKind
from posture.records import REASON_TEXT, State
from tests.gui.ticks import a_tick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox
    from tests.gui.conftest import Make

LONGEST = max(REASON_TEXT, key=lambda reason: len(REASON_TEXT[reason]))
CAMERA = "camera 0 (A Webcam of Some Maker HD) is used by another program; close that program"


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("shows_body", [False, True])
@pytest.mark.parametrize("what", ["pending", "slouched", "unmeasured", "camera"])
def test_no_text_is_cut_off(
    application: QApplication,
    make: Make,
    mailbox: Mailbox,
    percent: int,
    shows_body: bool,
    what: str,
) -> None:
    ticks = {
        "pending": a_tick(change_deg=-14.0, held_s=12.0, remaining_s=18.0),
        "slouched": a_tick(State.SLOUCHED, change_deg=44.0, held_s=3725.0),
        "unmeasured": a_tick(State.UNKNOWN, reason=LONGEST),
    }
    mailbox(ticks.get(what, ticks["pending"]))
    if what == "camera":
        mailbox.camera = CameraState(CameraStateKind.BUSY, CAMERA, 0.0)
    usual = application.font()
    larger = application.font()
    larger.setPointSizeF(usual.pointSizeF() * percent / 100)
    application.setFont(larger)
    try:
        dashboard = make()
        dashboard.show_body.setChecked(shows_body)
        dashboard.resize(640, 480)
        dashboard.show()
        application.processEvents()
        assert (dashboard.width(), dashboard.height()) == (640, 480)
        cut = [text for widget in texts(dashboard) if (text := cut_off(widget))]
        assert cut == []
        content = dashboard.page.area.widget()
        assert content is not None
        inside = [w for w in texts(dashboard) if content.isAncestorOf(w)]
        assert not overlapping(content, [*inside, dashboard.plot])
        around = [w for w in texts(dashboard) if w not in inside]
        assert not overlapping(dashboard, [*around, dashboard.page.area, dashboard.page.icon])
        room = dashboard.page.area.viewport()
        assert content.width() == room.width()  # one scrolls down and up only
        assert room.height() > 100
    finally:
        application.setFont(usual)


def texts(dashboard: Dashboard) -> list[QWidget]:
    found: list[QWidget] = [
        *dashboard.findChildren(QLabel),
        *dashboard.findChildren(QAbstractButton),
    ]
    return [widget for widget in found if widget.isVisible() and widget is not dashboard.page.icon]


def cut_off(widget: QWidget) -> str:
    """The widget's text if there is no room for it, or an empty text."""
    if isinstance(widget, QLabel):
        text = widget.text()
        flags = Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.TextFlag.TextSingleLine
        room = widget.contentsRect()
        needed = QFontMetrics(widget.font()).boundingRect(
            QRect(0, 0, room.width(), 9999), flags, text
        )
        fits = needed.width() <= room.width() and needed.height() <= room.height()
    else:
        assert isinstance(widget, QAbstractButton)
        text = widget.text()
        fits = widget.sizeHint().width() <= widget.width()
        fits = fits and widget.sizeHint().height() <= widget.height()
    return "" if fits else text


def overlapping(holder: QWidget, shown: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    places = [QRect(w.mapTo(holder, w.rect().topLeft()), w.size()) for w in shown]
    assert all(holder.rect().contains(place) for place in places)
    return [
        (shown[i], shown[j])
        for i in range(len(shown))
        for j in range(i)
        if places[i].intersects(places[j])
    ]
