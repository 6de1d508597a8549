"""How an exercise that is being done is laid out; what does not fit can be scrolled."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posture.gui.body_view import BodyView
from posture.gui.exercise_figure import Figure
from posture.gui.exercise_ring import Ring
from posture.gui.labels import embolden, wrapped
from posture.gui.translations import translated
from posture.landmarks import FOREARMS, OUTLINE

if TYPE_CHECKING:
    from posture.palette import Palette


class Views:
    """All that is seen, and where it is.

    Args:
        window: Gets them.
        colours: Of the window.
        less_motion: Whether the figure stands still.
    """

    def __init__(self, window: QWidget, colours: Palette, *, less_motion: bool) -> None:
        self.title, self.place = wrapped(1.5), QLabel()
        self.phase, self.hint = wrapped(1.8), wrapped(1.35)
        self.steps, self.cautions, self.results = wrapped(), wrapped(), wrapped(1.1)
        self.figure = Figure(colours, less_motion=less_motion)
        self.ring = Ring(colours)
        self.body = BodyView(colours)
        self.body.lines = (*OUTLINE, *FOREARMS)
        self.pause, self.next, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.sounds = QCheckBox(translated("S&ounds"))
        self.sounds.setToolTip(
            translated("A short sound for each repetition, a hold that is reached, and the end")
        )
        self._name()
        self._lay_out(window)

    def set_colours(self, colours: Palette) -> None:
        """Light or dark."""
        for view in (self.figure, self.ring, self.body):
            view.colours = colours
            view.update()

    def _name(self) -> None:
        """What a screen reader says, and how the labels look."""
        self.phase.setAccessibleName(translated("What to do now"))
        self.hint.setAccessibleName(translated("Hint"))
        self.results.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.place.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label, lines in ((self.phase, 1), (self.hint, 2)):
            # Room for its lines, so that nothing below it moves when a sentence comes.
            label.setMinimumHeight(lines * label.fontMetrics().lineSpacing())
        embolden(self.phase)

    def _lay_out(self, window: QWidget) -> None:
        top, buttons, page = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(window)
        top.addWidget(self.title, 1)
        top.addWidget(self.place)
        for widget in (self.pause, self.next, self.stop):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self.sounds)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._doing())
        self.pages.addWidget(self.results)
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(top)
        page.addWidget(self.pages, 1)
        page.addLayout(buttons)
        for before, after in pairwise((self.pause, self.next, self.stop, self.sounds)):
            QWidget.setTabOrder(before, after)

    def _doing(self) -> QScrollArea:
        pictures, inside = QHBoxLayout(), QWidget()
        for view in (self.figure, self.ring, self.body):
            pictures.addWidget(view, 1)
        pictures.setSpacing(12)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pictures, 1)
        for label in (self.phase, self.hint, self.cautions, self.steps):
            column.addWidget(label)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area
