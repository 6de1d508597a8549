"""The tray application: one icon, its windows, and the host that watches beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

import posture
from posture import autostart, folders, settings_file
from posture.alert_styles import Means
from posture.columns import Thresholds
from posture.commands import Quit
from posture.gui import first_start, translations
from posture.gui.dashboard import Dashboard
from posture.gui.host import Host
from posture.gui.icon import IconKind, IconLook
from posture.gui.mailbox import Mailbox
from posture.gui.screen_edge import ScreenEdge
from posture.gui.theme import system_is_dark
from posture.gui.translations import translated
from posture.gui.tray import Tray, icon_of
from posture.gui.words import UserCommand
from posture.live_app import LiveOptions, open_live
from posture.ports import PostureError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from queue import SimpleQueue

    from posture.calibrating import Guide
    from posture.commands import Command, Request
    from posture.gui.calibrate import CalibrateWindow
    from posture.gui.settings_dialog import SettingsDialog
    from posture.live_app import App, Inbox
    from posture.live_events import LiveSink
    from posture.ports import FalseAlarm
    from posture.records import Alert
    from posture.settings import Settings

    Open = Callable[..., AbstractContextManager[App]]


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What to watch, and what to show at once.

    Attributes:
        window: Whether the dashboard is shown at the start.
        state: The folder that remembers whether the first pages were read.
    """

    live: LiveOptions = field(default_factory=LiveOptions)
    window: bool = False
    state: Path = field(default_factory=lambda: folders.find().state)


def make_application(arguments: Sequence[str] = ("posture",)) -> QApplication:
    """The one application object, with its names, icon and language."""
    application = QApplication(list(arguments))
    translations.install(application)
    application.setApplicationName("posture")
    application.setApplicationDisplayName(translated("Posture"))
    application.setApplicationVersion(posture.__version__)
    application.setDesktopFileName("posture")
    application.setWindowIcon(icon_of(IconLook(IconKind.UPRIGHT), dark=system_is_dark()))
    return application


class Application(QObject):
    """Connects what the user does, what the host finds out and what the windows show.

    Args:
        options: What to watch and to show.
        requests: What comes in from outside, such as those of `posture.control`.
        open_app: Puts a session together; for tests.
        available: Whether the desktop shows icons; for tests.
    """

    def __init__(
        self,
        options: WindowOptions,
        requests: SimpleQueue[Request],
        *,
        open_app: Open = open_live,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__()
        self._options = options
        self._open = open_app
        settings = options.live.settings
        self.mailbox = Mailbox()
        self.host = Host(self._opened, self.mailbox, requests)
        thresholds = _thresholds(settings)
        persist_s = settings.detector.persist_s
        self.dashboard = Dashboard(self.mailbox, thresholds=thresholds, persist_s=persist_s)
        self.tray = Tray(
            self.mailbox, self.dashboard, figures=self.host.figures, available=available
        )
        self.edge = ScreenEdge(
            self.mailbox, settings.style, thresholds, quiet=lambda: self.host.snoozed
        )
        self.first: first_start.FirstStart | None = None
        self.calibration: CalibrateWindow | None = None
        self.settings: SettingsDialog | None = None
        self._by_tray = False
        self.tray.command.connect(self._wished)
        self.host.asked.connect(self._asked)
        self.host.called.connect(self.tray.show_in_call)
        self.host.alerted.connect(self._alerted)

    def start(self) -> None:
        """Show what is to be shown, and begin to watch; the first time only after the pages."""
        self.tray.start()
        if self._options.window:
            self.tray.show_dashboard()
        if first_start.is_seen(self._options.state):
            self.host.start()
            return
        live = self._options.live
        watched = live.source or live.settings.camera.device or translated("the first camera")
        self.first = first_start.FirstStart(watched)
        self.first.accepted.connect(self._begin)
        self.first.rejected.connect(self.quit)
        self.first.show()

    def quit(self) -> None:
        """Let the event loop end."""
        self.tray.close()
        QCoreApplication.quit()

    def close(self) -> bool:
        """End all there is, after the event loop; whether the host has ended in time."""
        for window in (self.first, self.calibration, self.settings):
            if window is not None:
                window.hide()
        self.tray.close()
        return self.host.stop()

    def _opened(self, sinks: Sequence[LiveSink], *, inbox: Inbox) -> AbstractContextManager[App]:
        """A session for the desktop as it is now: the icon tells, or else the session itself."""
        live = self._options.live
        self._by_tray = live.notify and self.tray.in_panel
        options = replace(live, notify=live.notify and not self._by_tray)
        return self._open(options, sinks, inbox=inbox, on_screen=self.edge.notifier())

    def _begin(self) -> None:
        if self.first is not None and self.first.with_desktop.isChecked():
            try:
                autostart.find().turn_on()
            except PostureError as error:
                self._explain(str(error))
        first_start.remember(self._options.state)
        self.host.start()

    def _explain(self, text: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning, translated("Posture"), text, parent=self.dashboard
        )
        box.open()

    def _alerted(self, alert: Alert) -> None:
        style = self._options.live.settings.style
        if self._by_tray and Means.MESSAGE in style.means(alert.level):
            self.tray.show_alert(alert)

    def _asked(self, command: Command) -> None:
        if isinstance(command, Quit):
            self.quit()
            return
        self.tray.show_dashboard()
        if self.first is not None and self.first.isVisible():
            self.first.raise_()
            self.first.activateWindow()

    def _wished(self, wish: UserCommand | FalseAlarm) -> None:
        if wish is UserCommand.SETTINGS:
            self._show_settings()
            return
        if wish is UserCommand.RECALIBRATE and (app := self.host.app) is not None:
            self._calibrate(app.session.guide())
            return
        self.host.ask(wish)

    def _calibrate(self, guide: Guide) -> None:
        """Lead through a calibration; another window takes the place of the one before."""
        from posture.gui.calibrate import CalibrateWindow

        if self.calibration is not None:
            self.calibration.reject()
        self.calibration = CalibrateWindow(guide, status=self.tray.sentence)
        self.calibration.show()

    def _show_settings(self) -> None:
        from posture.gui.settings_dialog import SettingsDialog

        if self.settings is None or not self.settings.isVisible():
            self.settings = SettingsDialog(settings_file.own_path(), self.follow)
        self.settings.show()
        self.settings.raise_()
        self.settings.activateWindow()

    def follow(self, settings: Settings) -> None:
        """Watch and show by these settings from now on; a pause and a call last."""
        live = replace(self._options.live, settings=settings)
        self._options = replace(self._options, live=live)
        self.edge.style, self.edge.thresholds = settings.style, _thresholds(settings)
        self.dashboard.plot.set_thresholds(_thresholds(settings))
        self.dashboard.numbers.persist_s = settings.detector.persist_s
        if self.calibration is not None:
            self.calibration.reject()  # its guide ends with the session
        self.host.restart()


def _thresholds(settings: Settings) -> Thresholds:
    return Thresholds(settings.detector.enter_deg, settings.detector.leave_deg)


def run(options: WindowOptions, requests: SimpleQueue[Request]) -> bool:
    """Show the application until it is quit; whether all has ended in time."""
    application = Application(options, requests)
    try:
        application.start()
        QCoreApplication.exec()
    finally:
        ended = application.close()
    return ended
