"""The live window: the state in a sentence, numbers, the last ten minutes, today, and buttons.

It only shows what lies in the mailbox, while it is seen, and says what the user asks for.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox

from posture.gui import dashboard_words as words
from posture.gui.controls import Controls
from posture.gui.dashboard_page import Page
from posture.gui.day import wall_clock
from posture.gui.day_strip import DayStrip
from posture.gui.icon import look_of
from posture.gui.labels import wrapped
from posture.gui.live_plot import LivePlot
from posture.gui.load import Load
from posture.gui.numbers import Numbers
from posture.gui.seen import SeenWindow
from posture.gui.sight import Sight
from posture.gui.translations import translated
from posture.gui.words import NOTICE, UserCommand, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent

    from posture.columns import Thresholds
    from posture.gui.body_view import BodyView
    from posture.gui.icon import IconLook
    from posture.gui.mailbox import GivenAlert, Mailbox
    from posture.gui.minutes import Minute
    from posture.palette import Palette

REFRESH_MS = 100
"""So often news is looked for while the window is seen, and never otherwise ..."""
FASTEST_MS = 33
"""... and more often where the plot is zoomed in so far that a pixel is less than that."""
SLOW_MS = 1_000
"""What changes by the second or the minute."""
PLOT_WITHIN_S = 0.5
"""The plot follows pixel by pixel: over ten minutes one is about a second, which would be late."""
CALM_S = 1.0
"""With reduced motion it moves once in so long."""


class Closing(Enum):
    """What the window's close button does."""

    HIDE = "hide"
    ASK = "ask"


class Dashboard(SeenWindow):
    """Shows what a session finds out.

    Args:
        mailbox: Where the session's ticks are.
        thresholds: Where slouching begins and ends.
        persist_s: How long it must last to count.
        minutes: Gives today's minutes.
        load: Knows what this process takes.
        dark: Colours; None follows the system.
    """

    command = Signal(object)
    """A `UserCommand`."""
    chosen = Signal(object)
    """`Thresholds` that the user has dragged."""

    def __init__(
        self,
        mailbox: Mailbox,
        *,
        thresholds: Thresholds,
        persist_s: float,
        minutes: Callable[[], Sequence[Minute]] = tuple,
        load: Load | None = None,
        dark: bool | None = None,
    ) -> None:
        super().__init__(dark=dark)
        self.closing = Closing.HIDE
        self.less_motion = False
        """Whether the plot moves seldom."""
        self._mailbox, self._minutes, self._load = mailbox, minutes, load or Load()
        self._look: IconLook | None = None
        self._seen: object = None
        self._plotted, self._plotted_s = -1, -inf
        self._held_since: datetime | None = None
        self._explained: GivenAlert | None = None
        self._leaving = False
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._slowly = QTimer(self, interval=SLOW_MS)
        self._slowly.timeout.connect(self.refresh_slowly)
        self._make_views(thresholds, persist_s)
        self._lay_out()
        self._apply_colours()
        self.setWindowTitle(translated("Posture"))
        self.setMinimumSize(640, 480)
        self.resize(860, 700)
        self.refresh()
        self.refresh_slowly()

    @property
    def running(self) -> bool:
        """Whether it looks at the mailbox now: only while it is seen."""
        return self._timer.isActive()

    @property
    def body(self) -> BodyView:
        """The outline."""
        return self.sight.body

    def leave(self) -> None:
        """Close for good, without a question."""
        self._leaving = True
        self._see(False)
        self.close()

    def follow(self, thresholds: Thresholds, persist_s: float, *, less_motion: bool) -> None:
        """Show by these settings from now on; the last alert keeps those of its time."""
        self._explain_alert()
        self.less_motion = less_motion
        self._thresholds, self.numbers.persist_s = thresholds, persist_s
        self.plot.set_thresholds(thresholds)

    def refresh(self) -> None:
        """Show what is new in the mailbox."""
        box, situation = self._mailbox, self._mailbox.situation
        seen = (box.count, situation.camera, situation.paused, box.told, box.news)
        if seen == self._seen:
            return
        self._seen = seen
        text = box.told or sentence(*situation)
        if text != self.sentence.text():
            self.sentence.setText(text)
        news = "" if box.told.startswith(box.news) else box.news  # a countdown is told once
        self.page.show_notice("\n".join(filter(None, (news, translated(NOTICE)))))
        self._show_look(look_of(*situation))
        self.controls.show_paused(situation.paused)
        if self._held_since is None:
            self.numbers.show_tick(situation.tick)
            self.sight.show(situation)
            if situation.tick is not None and self._is_due(situation.tick.timestamp_s):
                self._plotted_s = situation.tick.timestamp_s
                self._show_plot()

    def refresh_slowly(self) -> None:
        """Show what changes by the second: the camera, the load, today, and the last tick."""
        self.page.show_camera(words.camera_text(self._mailbox.situation, self._mailbox.told))
        self.page.show_load(words.load_text(self._load.share()))
        self._explain_alert()
        self.strip.show_minutes(self._minutes())
        if self._held_since is None:
            self._show_plot()

    def _is_due(self, time_s: float) -> bool:
        """Whether the plot would look different by a pixel, or is late."""
        due_s = CALM_S if self.less_motion else min(self.plot.pixel_s, PLOT_WITHIN_S)
        return abs(time_s - self._plotted_s) >= due_s - 1e-6

    def _show_plot(self) -> None:
        if self._plotted != self._mailbox.count:
            self._plotted = self._mailbox.count
            self.plot.show_history(self._mailbox.history())
            self.plot.setAccessibleDescription(self.sentence.text())

    def _explain_alert(self) -> None:
        given = self._mailbox.given
        if given is not self._explained or not self.page.alert.text():
            self._explained = given
            self.page.alert.setText(
                words.alert_text(given, self._thresholds, self.numbers.persist_s)
            )

    def _make_views(self, thresholds: Thresholds, persist_s: float) -> None:
        colours = self._colours
        self._thresholds = thresholds
        self.sentence = wrapped(1.6)
        # Room for two lines, so that nothing below it moves when a sentence is longer.
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.numbers = Numbers(persist_s)
        self.plot = LivePlot(thresholds, colours)
        self.plot.chosen.connect(self._choose)
        self.plot.moved.connect(self._follow_zoom)
        self.sight = Sight(colours, self._mailbox.viewfinder, self)
        self.show_body, self.show_picture = self.sight.show_body, self.sight.show_picture
        self.strip = DayStrip(colours)
        self.controls = Controls()
        self.controls.command.connect(self.command)
        self.pause, self.snooze, self.call, self.recalibrate = self.controls.buttons

    def _lay_out(self) -> None:
        self.page = Page(self)
        self.page.hold.toggled.connect(self._hold)
        self.page.now.clicked.connect(self.plot.show_now)

    def _hold(self, held: bool) -> None:
        """Let the display stand still, or follow again; the sentence always tells what is."""
        self._held_since = wall_clock() if held else None
        self.sight.held = held
        self.sight.follow()
        self.page.show_held(words.held_text(self._held_since))
        self._seen = None
        self.refresh()
        self.refresh_slowly()

    def _choose(self, thresholds: Thresholds) -> None:
        if thresholds != self._thresholds:
            self.chosen.emit(thresholds)

    def _follow_zoom(self) -> None:
        self.page.now.setEnabled(not self.plot.is_now)
        self._timer.setInterval(min(max(round(1e3 * self.plot.pixel_s), FASTEST_MS), REFRESH_MS))

    def _show_look(self, look: IconLook) -> None:
        if look == self._look:
            return
        self._look = look
        self.page.show_look(look, self.devicePixelRatioF(), dark=self._is_dark)

    def show_in_call(self, in_call: bool) -> None:
        """Show whether the user is in a call, as others say; it asks for nothing."""
        self.call.setChecked(in_call)

    def _paint(self, colours: Palette) -> None:
        self.plot.set_colours(colours)
        self.body.colours = self.strip.colours = colours
        self.strip.update()
        if self._look is not None:
            look, self._look = self._look, None
            self._show_look(look)

    def _see(self, seen: bool) -> None:
        """Look at the mailbox while the window is seen, and not at all otherwise."""
        if seen:
            self._seen = None
            self.refresh()
            self.refresh_slowly()
        for timer in (self._timer, self._slowly):
            timer.start() if seen else timer.stop()
        self.sight.set_seen(seen)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Hide, or ask where there is no icon to come back by."""
        if self._leaving:
            event.accept()
            return
        event.ignore()
        if self.closing is Closing.HIDE:
            self.hide()
        else:
            self._ask()

    def _ask(self) -> None:
        text = translated("Posture goes on watching while its window is minimised.")
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), text, parent=self)
        minimise = box.addButton(translated("&Minimise"), QMessageBox.ButtonRole.AcceptRole)
        minimise.clicked.connect(self.showMinimized)
        leave = box.addButton(UserCommand.QUIT.text, QMessageBox.ButtonRole.DestructiveRole)
        leave.clicked.connect(partial(self.command.emit, UserCommand.QUIT))
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setPalette(self.palette())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
