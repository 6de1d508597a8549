"""The icon in the desktop's panel, its menu, and the window behind it.

Where there is no panel for icons the window is shown instead, and closing it asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from posture.gui.dashboard import Closing
from posture.gui.front import to_front
from posture.gui.icon import IconLook, draw, look_of
from posture.gui.theme import system_is_dark
from posture.gui.translations import translated
from posture.gui.words import CARE, SNOOZES, UserCommand, sentence
from posture.notifiers.desktop import TITLE
from posture.ports import FalseAlarm, Helped, Notifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox
    from posture.ports import Announcement
    from posture.records import Alert

REFRESH_MS = 500
MESSAGE_MS = 10_000
SIZES_PX = (16, 22, 24, 32, 44, 48, 64)
"""Sizes that panels ask for, those of high-resolution screens too."""


_SELDOM = (UserCommand.PAUSE_UNTIL_TOMORROW, UserCommand.RECALIBRATE, UserCommand.KEEP)


def icon_of(look: IconLook, *, dark: bool) -> QIcon:
    """An icon sharp at each of `SIZES_PX`."""
    icon = QIcon()
    for size_px in SIZES_PX:
        icon.addPixmap(QPixmap.fromImage(draw(look, size_px, dark)))
    return icon


class Tray(QObject):
    """Puts icon and window where the desktop has room for them.

    Args:
        mailbox: Where the session's ticks are.
        dashboard: The window; closed by `close`.
        figures: Gives today's figures in one line; asked for when the menu opens.
        available: Whether the desktop shows icons; for tests.
    """

    command = Signal(object)
    """A `UserCommand`, of the menu or of the window; or what was said of an alert."""
    _told = Signal(object)

    def __init__(
        self,
        mailbox: Mailbox,
        dashboard: Dashboard,
        *,
        figures: Callable[[], str],
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__()
        self.repaints = 0
        self.dashboard = dashboard
        self._mailbox = mailbox
        self._figures = figures
        self.proposed: Callable[[], bool] = bool
        """Whether there may be a change to propose; asked when the menu opens."""
        self._available = available
        self._shown: tuple[IconLook, bool] | None = None
        self._in_panel: bool | None = None
        self._alert: Alert | None = None
        self.menu = QMenu()
        self._fill_menu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._behind: UserCommand | None = None
        self.icon.messageClicked.connect(self._open_message)
        self._told.connect(self.show_message)
        dashboard.command.connect(self._pass_on)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    def start(self) -> None:
        """Show the icon, or the window where there is no place for an icon."""
        QApplication.setQuitOnLastWindowClosed(False)
        self.refresh()
        self._timer.start()

    def close(self) -> None:
        """Take icon, menu and window away; calling it again does nothing."""
        self._timer.stop()
        self.icon.hide()
        self.menu.close()
        self.dashboard.leave()

    def refresh(self) -> None:
        """Follow the mailbox, and a panel that comes or goes."""
        situation = self._mailbox.situation
        text = self.sentence()
        if text != self.state_line.text():
            self.state_line.setText(text)
            self.icon.setToolTip(text)
        look = (look_of(*situation), system_is_dark())
        if look != self._shown:
            self._shown = look
            self.repaints += 1
            icon = icon_of(look[0], dark=look[1])
            self.icon.setIcon(icon)
            self.dashboard.setWindowIcon(icon)
        self.pause.setText((UserCommand.RESUME if situation.paused else UserCommand.PAUSE).text)
        self._place()

    def show_in_call(self, in_call: bool) -> None:
        """Show whether the user is in a call, as others say; it asks for nothing."""
        self.call.setChecked(in_call)
        self.dashboard.show_in_call(in_call)

    def sentence(self) -> str:
        """What goes on, as icon and window say it."""
        return self._mailbox.told or sentence(*self._mailbox.situation)

    @property
    def in_panel(self) -> bool:
        """Whether the desktop shows icons, and so their messages."""
        return self._available()

    def notifier(self) -> PanelNotifier:
        """What shows messages by the icon, for `open_live`; from any thread."""
        return PanelNotifier(self._told.emit)

    def keep_alert(self, alert: Alert) -> None:
        """Let the menu say that this alert helped or was wrong, however it was shown."""
        self._alert = alert
        self.helped.setVisible(True)
        self.wrong.setVisible(True)

    def show_message(self, alert: Alert) -> None:
        """Show a message by the icon.

        It has no buttons: a click opens the window, and the menu can snooze or say how it was.
        """
        text = translated("An estimate: {0}.").format(translated(alert.text))
        self.announce(translated(TITLE), text)

    def announce(self, title: str, text: str, behind: UserCommand | None = None) -> None:
        """Show a message by the icon, if there is one.

        Args:
            title: What it is about.
            text: In the user's language.
            behind: What a click on it asks for; None for the window.
        """
        if self.icon.isVisible():
            self._behind = behind
            self.icon.showMessage(title, text, self.icon.icon(), MESSAGE_MS)

    def _open_message(self) -> None:
        if self._behind is None:
            self.show_dashboard()
        else:
            self._pass_on(self._behind)

    def _say(self, kind: type[FalseAlarm | Helped]) -> None:
        self.helped.setVisible(False)
        self.wrong.setVisible(False)
        if self._alert is not None:
            self.command.emit(kind(self._alert))

    def _place(self) -> None:
        """An icon where there is a panel; otherwise nobody would find a hidden window again."""
        in_panel = self._available()
        if in_panel is self._in_panel:
            return
        self._in_panel = in_panel
        self.dashboard.closing = Closing.HIDE if in_panel else Closing.ASK
        self.icon.setVisible(in_panel)
        if not in_panel and not self.dashboard.isVisible():
            self.dashboard.show()

    def _fill_menu(self) -> None:
        # Lines that could not be chosen would be grey, and no keyboard would reach them.
        self.state_line = self.menu.addAction("", self.show_dashboard)
        self.figures_line = self.menu.addAction("", self.show_dashboard)
        self.menu.addSeparator()
        snooze = self.menu.addMenu(translated("&Snooze"))
        for wanted in SNOOZES:
            snooze.addAction(self._action(wanted))
        self.helped = self.menu.addAction(translated("The last alert &helped"))
        self.helped.triggered.connect(lambda: self._say(Helped))
        self.wrong = self.menu.addAction(translated("The last alert was &wrong"))
        self.wrong.triggered.connect(lambda: self._say(FalseAlarm))
        for answer in (self.helped, self.wrong):
            answer.setVisible(False)
        self.call = self.menu.addAction(UserCommand.IN_CALL.text)
        self.call.setCheckable(True)
        self.call.triggered.connect(
            lambda on: self._pass_on(UserCommand.IN_CALL if on else UserCommand.CALL_OVER)
        )
        self.pause = self.menu.addAction(UserCommand.PAUSE.text, self._ask_for_pause)
        for wanted in _SELDOM:
            self.menu.addAction(self._action(wanted))
        self.menu.addSeparator()
        care = self.menu.addMenu(translated("C&are"))
        for wanted in CARE:
            care.addAction(self._action(wanted))
        self.menu.addAction(translated("&Dashboard"), self.show_dashboard)
        self.menu.addAction(self._action(UserCommand.HISTORY))
        self.proposal = self._action(UserCommand.PROPOSAL)
        self.menu.addAction(self.proposal)
        self.menu.addAction(self._action(UserCommand.SETTINGS))
        self.menu.addAction(self._action(UserCommand.QUIT))
        self.proposal.setVisible(False)
        self.menu.aboutToShow.connect(self._about_to_show)

    def _about_to_show(self) -> None:
        self.figures_line.setText(self._figures())
        self.proposal.setVisible(self.proposed())

    def _action(self, command: UserCommand) -> QAction:
        action = QAction(command.text, self)
        action.triggered.connect(lambda: self._pass_on(command))
        return action

    def _ask_for_pause(self) -> None:
        paused = self._mailbox.situation.paused
        self._pass_on(UserCommand.RESUME if paused else UserCommand.PAUSE)

    def _pass_on(self, command: UserCommand) -> None:
        if command in (UserCommand.IN_CALL, UserCommand.CALL_OVER):
            self.show_in_call(command is UserCommand.IN_CALL)
        self.command.emit(command)
        if command is UserCommand.QUIT:
            self.close()
            QCoreApplication.quit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.show_dashboard()

    def show_dashboard(self) -> None:
        """Bring the window to the front."""
        to_front(self.dashboard)


class PanelNotifier(Notifier):
    """Tells of an alert by a message of the panel, from any thread.

    Args:
        show: Shows one.
    """

    def __init__(self, show: Callable[[Alert], None]) -> None:
        self._show = show

    def notify(self, alert: Alert) -> None:
        """Show one alert."""
        self._show(alert)

    def announce(self, announcement: Announcement | None) -> None:
        """Do nothing: a window of its own shows it."""

    def close(self) -> None:
        """Do nothing: messages go by themselves."""
