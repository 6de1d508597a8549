"""The live window: the state in a sentence, numbers, the last ten minutes, and buttons.

It only shows what lies in the mailbox and says by `command` what the user asks for.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from posture.gui.body_view import BodyView
from posture.gui.icon import IconLook, draw, look_of
from posture.gui.live_plot import LivePlot
from posture.gui.numbers import Numbers
from posture.gui.theme import qt_palette, system_is_dark
from posture.gui.translations import translated
from posture.gui.words import NOTICE, SNOOZES, UserCommand, sentence
from posture.palette import palette

if TYPE_CHECKING:
    from posture.columns import Thresholds
    from posture.gui.mailbox import Mailbox

REFRESH_MS = 250
"""Numbers and outline are looked up so often while the window is seen, and never otherwise."""

PLOT_EVERY = 4
"""Refreshes to a repaint of the plot: a pixel of ten minutes is about a second."""

_ICON_PX = 48


class Closing(Enum):
    """What the window's close button does."""

    HIDE = "hide"
    ASK = "ask"


class Dashboard(QWidget):
    """Shows what a session finds out.

    Args:
        mailbox: Where the session's ticks are.
        thresholds: Where slouching begins and ends.
        persist_s: How long it must last to count.
        dark: Colours; None follows the system.
    """

    command = Signal(object)
    """A `UserCommand`."""

    def __init__(
        self,
        mailbox: Mailbox,
        *,
        thresholds: Thresholds,
        persist_s: float,
        dark: bool | None = None,
    ) -> None:
        super().__init__()
        self.closing = Closing.HIDE
        self._mailbox = mailbox
        self._dark = dark
        self._is_dark = system_is_dark() if dark is None else dark
        self._look: IconLook | None = None
        self._refreshes = 0
        self._plotted = -1
        self._leaving = False
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._make_views(thresholds, persist_s)
        self._make_buttons()
        self._lay_out()
        self._apply_colours()
        self.setWindowTitle(translated("Posture"))
        self.setMinimumSize(640, 480)
        self.resize(860, 640)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.refresh()

    @property
    def running(self) -> bool:
        """Whether it looks at the mailbox now: only while it is seen."""
        return self._timer.isActive()

    def leave(self) -> None:
        """Close for good, without a question."""
        self._leaving = True
        self._timer.stop()
        self.close()

    def refresh(self) -> None:
        """Show what is in the mailbox now."""
        situation = self._mailbox.situation
        text = self._mailbox.told or sentence(*situation)
        if text != self.sentence.text():
            self.sentence.setText(text)
        self.notice.setText("\n".join(filter(None, (self._mailbox.news, translated(NOTICE)))))
        self._show_look(look_of(*situation))
        self.numbers.show_tick(situation.tick)
        self._show_paused(situation.paused)
        if self.body.isVisible():
            self.body.show_tick(None if situation.paused else situation.tick)
        if self._refreshes % PLOT_EVERY == 0 and self._plotted != self._mailbox.count:
            self._plotted = self._mailbox.count
            self.plot.show_history(self._mailbox.history())
            self.plot.setAccessibleDescription(text)
        self._refreshes += 1

    def _make_views(self, thresholds: Thresholds, persist_s: float) -> None:
        colours = palette(dark=self._is_dark)
        self.icon = QLabel()
        self.icon.setFixedSize(_ICON_PX, _ICON_PX)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        font = self.sentence.font()
        font.setPointSizeF(1.6 * font.pointSizeF())
        self.sentence.setFont(font)
        # Room for two lines, so that nothing below it moves when a sentence is longer.
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.numbers = Numbers(persist_s)
        self.plot = LivePlot(thresholds, colours)
        self.body = BodyView(colours)
        self.body.hide()
        self.notice = QLabel(translated(NOTICE))
        self.notice.setWordWrap(True)

    def _make_buttons(self) -> None:
        self.pause = QPushButton(UserCommand.PAUSE.text)
        self.pause.clicked.connect(self._ask_for_pause)
        self.snooze = QPushButton(translated("&Snooze"))
        menu = QMenu(self.snooze)
        for wanted in SNOOZES:
            menu.addAction(wanted.text).triggered.connect(partial(self._ask_for, wanted))
        self.snooze.setMenu(menu)
        self.call = QPushButton(UserCommand.IN_CALL.text)
        self.call.setCheckable(True)
        self.call.clicked.connect(
            lambda on: self.command.emit(UserCommand.IN_CALL if on else UserCommand.CALL_OVER)
        )
        self.recalibrate = QPushButton(UserCommand.RECALIBRATE.text)
        self.recalibrate.clicked.connect(partial(self._ask_for, UserCommand.RECALIBRATE))
        self.show_body = QCheckBox(translated("Show my &outline"))
        self.show_body.toggled.connect(self._toggle_body)

    def _lay_out(self) -> None:
        top, middle, buttons = (QHBoxLayout() for _ in range(3))
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addSpacing(8)
        top.addWidget(self.sentence, 1)
        middle.addWidget(self.plot, 3)
        middle.addWidget(self.body, 2)
        for button in (self.pause, self.snooze, self.call, self.recalibrate):
            buttons.addWidget(button)
        buttons.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 10)
        page.setSpacing(8)
        page.addLayout(top)
        page.addWidget(self.numbers)
        page.addLayout(middle, 1)
        page.addWidget(self.show_body)
        page.addLayout(buttons)
        page.addWidget(self.notice)
        order = (self.pause, self.snooze, self.call, self.recalibrate)
        for before, after in zip(order, (*order[1:], self.show_body), strict=True):
            self.setTabOrder(before, after)
        self.pause.setFocus()

    def _show_look(self, look: IconLook) -> None:
        if look == self._look:
            return
        self._look = look
        ratio = self.devicePixelRatioF()
        image = draw(look, round(_ICON_PX * ratio), self._is_dark)
        image.setDevicePixelRatio(ratio)
        self.icon.setPixmap(QPixmap.fromImage(image))
        self.icon.setAccessibleName(translated(look.kind.value))

    def _show_paused(self, paused: bool) -> None:
        text = (UserCommand.RESUME if paused else UserCommand.PAUSE).text
        if self.pause.text() != text:
            self.pause.setText(text)

    def show_in_call(self, in_call: bool) -> None:
        """Show whether the user is in a call, as others say; it asks for nothing."""
        self.call.setChecked(in_call)

    def _ask_for(self, command: UserCommand) -> None:
        self.command.emit(command)

    def _ask_for_pause(self) -> None:
        paused = self._mailbox.situation.paused
        self.command.emit(UserCommand.RESUME if paused else UserCommand.PAUSE)

    def _toggle_body(self, shown: bool) -> None:
        self.body.setVisible(shown)
        if not shown:
            self.body.show_tick(None)
        self.refresh()

    def _follow_system(self) -> None:
        if self._dark is None and self._is_dark is not system_is_dark():
            self._is_dark = system_is_dark()
            self._apply_colours()

    def _apply_colours(self) -> None:
        colours = palette(dark=self._is_dark)
        self.setPalette(qt_palette(colours))
        self.setAutoFillBackground(True)
        self.plot.set_colours(colours)
        self.body.colours = colours
        if self._look is not None:
            look, self._look = self._look, None
            self._show_look(look)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to look at the mailbox."""
        super().showEvent(event)
        self._refreshes = 0
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stop looking."""
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Stop while minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            if self.isMinimized():
                self._timer.stop()
            elif self.isVisible():
                self._timer.start()

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
        leave.clicked.connect(partial(self._ask_for, UserCommand.QUIT))
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setPalette(self.palette())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
