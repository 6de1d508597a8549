"""How the live window is laid out; what does not fit below each other can be scrolled."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from posture.gui.dashboard_words import HOLD_HINT, NOW_HINT
from posture.gui.icon import draw
from posture.gui.labels import wrapped
from posture.gui.translations import translated
from posture.gui.words import NOTICE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from posture.gui.dashboard import Dashboard
    from posture.gui.icon import IconLook

ICON_PX = 48


class Page:
    """Places the views of a dashboard, and has the small ones.

    Args:
        window: Its views are made.
    """

    def __init__(self, window: Dashboard) -> None:
        self.icon = QLabel()
        self.icon.setFixedSize(ICON_PX, ICON_PX)
        self.hold = QCheckBox(translated("&Hold the display"))
        self.hold.setToolTip(translated(HOLD_HINT))
        self.now = QPushButton(translated("Back to no&w"))
        self.now.setToolTip(translated(NOW_HINT))
        self.now.setEnabled(False)
        self.held, self.alert, self.camera, self.load = wrapped(), wrapped(), wrapped(), QLabel()
        self.held.hide()
        self.notice = wrapped()
        self.notice.setText(translated(NOTICE))
        self._lay_out(window)
        order: list[QWidget] = [*window.controls.buttons, window.plot]
        order += [self.hold, self.now, window.controls.care, window.show_body, window.show_picture]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        window.pause.setFocus()

    def show_look(self, look: IconLook, ratio: float, *, dark: bool) -> None:
        """The state as an icon; `ratio` is pixels per logical pixel."""
        image = draw(look, round(ICON_PX * ratio), dark)
        image.setDevicePixelRatio(ratio)
        self.icon.setPixmap(QPixmap.fromImage(image))
        self.icon.setAccessibleName(translated(look.kind.value))

    def show_notice(self, text: str) -> None:
        """What has happened, and what this is not."""
        _set(self.notice, text)

    def show_held(self, text: str) -> None:
        """That the display stands still; empty when it does not."""
        self.held.setText(text)
        self.held.setVisible(bool(text))

    def show_camera(self, text: str) -> None:
        """Whether the camera is on."""
        _set(self.camera, text)

    def show_load(self, text: str) -> None:
        """What this process takes."""
        _set(self.load, text)

    def _lay_out(self, window: Dashboard) -> None:
        top, page = QHBoxLayout(), QVBoxLayout(window)
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addSpacing(8)
        top.addWidget(window.sentence, 1)
        page.setContentsMargins(16, 12, 16, 10)
        page.setSpacing(8)
        page.addLayout(top)
        page.addWidget(self._middle(window), 1)
        page.addWidget(window.controls)
        page.addWidget(self.notice)

    def _middle(self, window: Dashboard) -> QScrollArea:
        """What is between the sentence and the buttons."""
        views, lines, content = QHBoxLayout(), QHBoxLayout(), QWidget()
        views.addWidget(window.plot, 3)
        views.addWidget(window.body, 2)
        lines.addWidget(self.camera, 1)
        lines.addWidget(self.load, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(window.numbers)
        column.addLayout(views, 1)
        column.addWidget(self.held)
        column.addLayout(self._boxes(window))
        column.addWidget(window.strip)
        column.addWidget(self.alert)
        column.addLayout(lines)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        return self.area

    def _boxes(self, window: Dashboard) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.hold, 0, 0)
        grid.addWidget(self.now, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(window.show_body, 1, 0)
        grid.addWidget(window.controls.care, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(window.show_picture, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        return grid


def _set(label: QLabel, text: str) -> None:
    """Only what is new is painted, and read out."""
    if label.text() != text:
        label.setText(text)
