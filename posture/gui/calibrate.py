"""The window of a guided calibration: the live picture, lights, a countdown, and the result.

It shows `Guide.step`, which another thread makes, and says by `Guide.wish` what the user wants.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posture.calibrating import Phase, Step, Wish
from posture.conditions import Aspect
from posture.gui.body_view import BodyView
from posture.gui.calibrate_words import FURTHER_ASIDE, PRIVATE, instruction, result
from posture.gui.labels import wrapped
from posture.gui.lamp import Light
from posture.gui.theme import colours_of, qt_palette
from posture.gui.translations import translated
from posture.naming import MOST_LETTERS
from posture.viewfinder import Viewfinder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posture.calibrating import Guide
    from posture.gui.body_view import Picture

REFRESH_MS = 100
"""Pictures are looked at ten times a second while a posture is taken."""
QUIET_REFRESHES = 20
"""After so many refreshes without a new step the camera's state is told instead."""

_BUTTONS = {
    Phase.CONDITIONS: ("&Start", Wish.START),
    Phase.SLUMP_READY: ("&Skip the slump", Wish.SKIP_SLUMP),
    Phase.SLUMPING: ("&Skip the slump", Wish.SKIP_SLUMP),
    Phase.RESULT: ("&Accept", Wish.ACCEPT),
}
_AGAIN = ("&Take again", Wish.AGAIN)


class CalibrateWindow(QDialog):
    """Leads through one calibration; for another one another window is made.

    Args:
        guide: Makes the steps; see `LiveSession.guide`.
        viewfinder: Has the camera's newest picture; None to show none.
        status: Why no picture comes, in words.
        dark: Colours; None follows the system.
    """

    def __init__(
        self,
        guide: Guide,
        *,
        viewfinder: Viewfinder | None = None,
        status: Callable[[], str] = str,
        dark: bool | None = None,
    ) -> None:
        super().__init__()
        self._guide, self._status, self._dark = guide, status, dark
        self._shown: Step | None = None
        self._turned: tuple[Phase, tuple[str, ...]] | None = None
        self._quiet = 0
        self._over = self._placed = False
        self._viewfinder = Viewfinder() if viewfinder is None else viewfinder
        self._make_views(lambda: self._viewfinder.picture)
        self._make_controls()
        self._lay_out()
        self._apply_colours()
        self.setWindowTitle(translated("Take a posture"))
        self.setMinimumSize(640, 480)
        self.resize(820, 560)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_colours)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest step."""
        step = self._guide.step
        self._quiet = self._quiet + 1 if step is self._shown else 0
        self._shown = step
        said = self._status() if self._quiet > QUIET_REFRESHES else ""
        self.instruction.setText(said or instruction(step))
        self.body.with_picture = not said  # an old one would look as if it went on
        self.body.show_pose(None if said else step.pose)
        for light, lamp in zip(step.lights, self.lights, strict=False):
            lamp.show_condition(light)
        if not self._placed:
            with QSignalBlocker(self.place):
                self.place.setEditText(translated(step.place))
        self._show_time(step)
        front = any(light.word == "from the front" for light in step.lights)
        self.aside.setVisible(front and step.phase is Phase.CONDITIONS)
        self.main.setEnabled(step.can_start or step.phase is not Phase.CONDITIONS)
        if (step.phase, step.notes) != self._turned:
            self._turn_to(step)
        if self._guide.over:
            self._end()

    def _turn_to(self, step: Step) -> None:
        """What changes with the phase and its result only."""
        self._turned = step.phase, step.notes
        page = {Phase.CONDITIONS: 0, Phase.RESULT: 2}.get(step.phase, 1)
        self.pages.setCurrentIndex(page)
        wanted = _main_of(step)
        self.main.setText(translated(wanted[0]) if wanted else "")
        self.main.setVisible(wanted is not None)
        self.again.setVisible(step.phase is Phase.RESULT and step.profile is not None)
        self.posture.setEnabled(step.phase is Phase.CONDITIONS and self.posture.count() > 1)
        self.place.setEnabled(step.phase is Phase.CONDITIONS)
        if step.phase is Phase.RESULT:
            self.quality.setText(result(step))
            self.notes.setText("\n\n".join(translated(note) for note in step.notes))
        # Not to `cancel`, where Qt would put it while there is nothing else to press.
        (self.main if wanted else self.progress).setFocus()

    def _show_time(self, step: Step) -> None:
        timed = isfinite(step.left_s)
        self.countdown.setText(str(ceil(step.left_s - 1e-6)) if timed else "")
        done = 1.0 - step.left_s / step.phase.length_s if timed else 0.0
        self.progress.setValue(round(100 * done))

    def _make_views(self, picture: Picture) -> None:
        colours = colours_of(self._dark)
        self.instruction = wrapped(1.35)
        # Room for two lines, so that nothing below it moves when a sentence is longer.
        self.instruction.setMinimumHeight(2 * self.instruction.fontMetrics().lineSpacing())
        self.body = BodyView(colours, picture)
        self.private = wrapped()
        self.private.setText(translated(PRIVATE))
        self.private.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.lights = [Light(aspect, colours) for aspect in Aspect]
        self.countdown = wrapped(6.0)
        self.countdown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.countdown.setAccessibleName(translated("Seconds left"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress.setAccessibleName(translated("How much has been taken"))
        self.quality = wrapped(1.35)
        self.notes = wrapped()
        self.aside = wrapped()
        self.aside.setText(translated(FURTHER_ASIDE))
        self.pages = QStackedWidget()
        for views in (self.lights, (self.countdown, self.progress), (self.quality, self.notes)):
            self.pages.addWidget(_column(*views))

    def _make_controls(self) -> None:
        self.posture = _choice(self._guide.names, self._guide.choose)
        self.posture.setAccessibleName(translated("Posture that is taken"))
        self.place = _choice(self._guide.places, self._choose_place)
        self.place.setAccessibleName(translated("Place where you sit or stand like this"))
        self.main, self.again = QPushButton(), QPushButton(translated(_AGAIN[0]))
        self.main.setDefault(True)
        self.main.clicked.connect(self._go_on)
        self.again.clicked.connect(lambda: self._guide.wish(Wish.AGAIN))
        self.cancel = QPushButton(translated("&Cancel"))
        self.cancel.clicked.connect(self.reject)
        for button in (self.again, self.cancel):
            button.setAutoDefault(False)

    def _choose_place(self, name: str) -> None:
        self._placed = True
        self._guide.choose_place(name)

    def _go_on(self) -> None:
        if wanted := _main_of(self._guide.step):
            self._guide.wish(wanted[1])

    def _lay_out(self) -> None:
        names, buttons, middle, right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        posture, place = QLabel(translated("&Posture")), QLabel(translated("&Where"))
        for label, box in ((posture, self.posture), (place, self.place)):
            label.setBuddy(box)
            names.addWidget(label)
            names.addWidget(box, 1)
        right.addWidget(self.pages, 1)
        middle.addWidget(_column(self.body, self.private, stretch=False), 3)
        middle.addSpacing(12)
        middle.addLayout(right, 2)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        buttons.addWidget(self.main)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(8)
        page.addWidget(self.instruction)
        page.addLayout(names)
        page.addLayout(middle, 1)
        page.addWidget(self.aside)
        page.addLayout(buttons)
        order = (self.posture, self.place, self.again, self.main, self.cancel)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _apply_colours(self) -> None:
        colours = colours_of(self._dark)
        self.setPalette(qt_palette(colours))
        self.body.colours = colours
        for light in self.lights:
            light.lamp.colours = colours
        self.update()

    def _end(self) -> None:
        if self._over:
            return
        self._over = True
        self._timer.stop()
        self._guide.wish(Wish.CANCEL)  # does nothing after it was accepted
        self._viewfinder.look_away(self)
        accepted = self._guide.step.phase is Phase.ACCEPTED
        code = QDialog.DialogCode
        super().done(code.Accepted if accepted else code.Rejected)

    def done(self, _: int) -> None:
        """Cancel what is not accepted, and close: by a button, Escape, or the window's frame."""
        self._end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to look at the steps."""
        super().showEvent(event)
        if not self._over:
            self._viewfinder.look(self)
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look no longer."""
        super().hideEvent(event)
        self._viewfinder.look_away(self)
        self._timer.stop()


def _main_of(step: Step) -> tuple[str, Wish] | None:
    """The button that goes on: its label and what it asks for."""
    if step.phase is Phase.RESULT and step.profile is None:
        return _AGAIN
    return _BUTTONS.get(step.phase)


def _choice(names: Sequence[str], choose: Callable[[str], None]) -> QComboBox:
    """A box with these names in the user's language, and room for another if there are several."""
    box = QComboBox()
    own = {translated(name): name for name in names}
    box.addItems(list(own))
    box.setEditable(box.count() > 1)
    if edit := box.lineEdit():
        edit.setMaxLength(MOST_LETTERS)
    box.currentTextChanged.connect(lambda text: choose(str(own.get(text, text))))
    return box


def _column(*widgets: QWidget, stretch: bool = True) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    if stretch:
        column.addStretch(1)
    return holder
