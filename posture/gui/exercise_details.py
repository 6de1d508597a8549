"""What is to be read before an exercise or a routine: what it is, and who should leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from posture.gui.exercise_figure import Figure
from posture.gui.exercise_words import (
    about_length,
    cautions_of,
    dose_text,
    numbered,
    own,
    seen_text,
)
from posture.gui.flags_panel import FlagsPanel
from posture.gui.labels import bold, wrapped
from posture.gui.translations import translated

if TYPE_CHECKING:
    from posture.care.exercise import Exercise
    from posture.gui.exercise_choices import Choice
    from posture.palette import Palette


class Details(QScrollArea):
    """Shows one choice.

    Args:
        colours: Of the window.
        dark: As for `FlagsPanel`.
        less_motion: Whether the figure stands still.
    """

    def __init__(self, colours: Palette, *, dark: bool | None, less_motion: bool) -> None:
        super().__init__()
        self.title, self.purpose, self.dose = wrapped(1.35), wrapped(), wrapped()
        self.cautions, self.steps, self.source = wrapped(), wrapped(), wrapped(0.9)
        self.heading = bold(translated("Before you begin"))
        self.flags = FlagsPanel(compact=True, dark=dark)
        self.figure = Figure(colours, less_motion=less_motion)
        self.figure.setMinimumHeight(190)
        self.source.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for label in (self.purpose, self.cautions, self.steps, self.source):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._lay_out()
        self.set_colours(colours)

    def show_choice(self, choice: Choice) -> None:
        """Show this, from its top."""
        first, *others = choice.exercises
        self.title.setText(own(choice.title))
        self.cautions.setText(cautions_of(choice.exercises))
        self.figure.setVisible(not choice.routine)
        if choice.routine:
            self.purpose.setText(_joined(own(choice.said), about_length(choice.length_s)))
            self.dose.setText("\n".join(map(_in_a_line, (first, *others))))
            self.steps.setText("")
            self.source.setText("")
        else:
            self.figure.show_exercise(first.name)
            self.purpose.setText(own(first.purpose))
            counted = translated("A repetition: {0}").format(own(first.criterion))
            seen = seen_text(first.seen)
            amount = translated("Suggested: {0}").format(dose_text(first.dose, first.seen))
            self.dose.setText("\n".join((amount, seen, *([counted] if first.criterion else []))))
            self.steps.setText(numbered(first.how_to))
            self.source.setText(translated("Source: {0}").format(own(first.source)))
        self.verticalScrollBar().setValue(0)

    def set_colours(self, colours: Palette) -> None:
        """Light or dark."""
        self.figure.colours = colours
        self.figure.update()
        edge, surface = (f"rgb{colour}" for colour in (colours.accent, colours.surface))
        self._box.setStyleSheet(
            f"#before {{ background: {surface}; border: 2px solid {edge}; border-radius: 8px; }}"
            f"#before QLabel {{ color: rgb{colours.text}; background: transparent; }}"
        )

    def _lay_out(self) -> None:
        self._box = QFrame()
        self._box.setObjectName("before")
        box = QVBoxLayout(self._box)
        box.setContentsMargins(14, 10, 14, 12)
        box.addWidget(self.heading)
        box.addWidget(self.cautions)
        self.steps.setAlignment(Qt.AlignmentFlag.AlignTop)
        how = QHBoxLayout()
        how.addWidget(self.figure, 2)
        how.addWidget(self.steps, 3)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        for widget in (self.title, self.purpose, self.flags, self._box, self.dose):
            column.addWidget(widget)
        column.addLayout(how)
        column.addWidget(self.source)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translated("About what is chosen"))


def _in_a_line(exercise: Exercise) -> str:
    return f"{own(exercise.title)}: {dose_text(exercise.dose, exercise.seen)}"


def _joined(*texts: str) -> str:
    return "\n".join(filter(None, texts))
