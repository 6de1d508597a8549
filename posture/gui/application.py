"""The tray application: one icon, its windows, and the host that watches beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

import posture
from posture import autostart, folders, settings_file
from posture.columns import Thresholds
from posture.commands import Keep, Quit, Request
from posture.gui import first_start, today, translations
from posture.gui.care_host import TABS, CareHost
from posture.gui.dashboard import Dashboard
from posture.gui.day import Day
from posture.gui.front import to_front
from posture.gui.garbage import Collector
from posture.gui.host import Host
from posture.gui.icon import IconKind, IconLook
from posture.gui.mailbox import Mailbox
from posture.gui.screen_edge import ScreenEdge
from posture.gui.theme import system_is_dark
from posture.gui.translations import translated
from posture.gui.tray import Tray, icon_of
from posture.gui.words import UserCommand
from posture.history.keeper import FILE
from posture.live_app import LiveOptions, Windows, open_live
from posture.ports import PostureError
from posture.proposals_store import ready

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from queue import SimpleQueue

    from PySide6.QtWidgets import QDialog

    from posture.calibrating import Guide
    from posture.commands import Command
    from posture.gui.calibrate import CalibrateWindow
    from posture.gui.history_window import HistoryWindow
    from posture.gui.minutes import Minute
    from posture.gui.settings_dialog import SettingsDialog
    from posture.live_app import App, Inbox
    from posture.live_events import LiveSink
    from posture.ports import FalseAlarm, Helped
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
    Collector(application)
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
        self._options, self._open, self._requests = options, open_app, requests
        settings = options.live.settings
        self.mailbox = Mailbox()
        self.host = Host(self._opened, self.mailbox, requests)
        thresholds, persist_s = _thresholds(settings), settings.detector.persist_s
        self.day = Day(self.mailbox, earlier=_earlier(options.live))
        self.dashboard = Dashboard(
            self.mailbox, thresholds=thresholds, persist_s=persist_s, minutes=self.day.minutes
        )
        self.dashboard.less_motion = settings.style.reduced_motion
        self.dashboard.chosen.connect(self._take_thresholds)
        self.tray = Tray(
            self.mailbox, self.dashboard, figures=self.host.figures, available=available
        )
        self.edge = ScreenEdge(
            self.mailbox, settings.style, thresholds, quiet=lambda: self.host.snoozed
        )
        self.care = CareHost(
            options.live, self.host, why=self.tray.sentence, announce=self.tray.announce
        )
        self.first: first_start.FirstStart | None = None
        self.calibration: CalibrateWindow | None = None
        self.settings: SettingsDialog | None = None
        self.history: HistoryWindow | None = None
        self.proposal: QDialog | None = None
        self.tray.command.connect(self._wished)
        self.host.asked.connect(self._asked)
        self.host.called.connect(self.tray.show_in_call)
        self.host.alerted.connect(self.tray.keep_alert)

    def start(self) -> None:
        """Show what is to be shown, and begin to watch; the first time only after the pages."""
        self.tray.proposed = partial(ready, folders.find().data)
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
        for window in (self.first, self.calibration, self.settings, self.history, self.proposal):
            if window is not None:
                window.hide()
        self.care.close()
        self.tray.close()
        return self.host.stop()

    def _opened(self, sinks: Sequence[LiveSink], *, inbox: Inbox) -> AbstractContextManager[App]:
        """A session for the desktop as it is now: where it has no buttons, the icon tells."""
        options = replace(self._options.live, say=translated)
        by_icon = self.tray.notifier() if options.notify and self.tray.in_panel else None
        windows = Windows(
            on_screen=self.edge.notifier(),
            in_panel=by_icon,
            viewfinder=self.mailbox.viewfinder,
            counts=self.care.breaks.counts,
        )
        return self._open(options, (*sinks, self.care.breaks), inbox=inbox, windows=windows)

    def _begin(self) -> None:
        if self.first is not None and self.first.with_desktop.isChecked():
            try:
                autostart.find().turn_on()
            except PostureError as error:
                self._explain(translated(str(error)))
        first_start.remember(self._options.state)
        self.host.start()

    def _explain(self, text: str) -> None:
        warning = QMessageBox.Icon.Warning
        QMessageBox(warning, translated("Posture"), text, parent=self.dashboard).open()

    def _asked(self, command: Command) -> None:
        if isinstance(command, Quit):
            self.quit()
            return
        self.tray.show_dashboard()
        if self.first is not None and self.first.isVisible():
            to_front(self.first)

    def _wished(self, wish: UserCommand | FalseAlarm | Helped) -> None:
        if wish is UserCommand.KEEP:
            self._requests.put(Request(Keep()))
        elif wish is UserCommand.RECALIBRATE and (app := self.host.app) is not None:
            self._calibrate(app.session.guide())
        elif not self._shows(wish):
            self.host.ask(wish)

    def _shows(self, wish: object) -> bool:
        """Show the window that is wished for; whether it is one."""
        if wish is UserCommand.SETTINGS:
            self._show_settings()
        elif wish is UserCommand.HISTORY:
            self._show_history()
        elif wish is UserCommand.PROPOSAL:
            self._show_proposal()
        elif isinstance(wish, UserCommand) and wish in TABS:
            self.care.show(TABS[wish])
        else:
            return False
        return True

    def _calibrate(self, guide: Guide) -> None:
        """Lead through a calibration; another window takes the place of the one before."""
        from posture.gui.calibrate import CalibrateWindow

        if self.calibration is not None:
            self.calibration.reject()
        self.calibration = CalibrateWindow(
            guide, viewfinder=self.mailbox.viewfinder, status=self.tray.sentence
        )
        self.calibration.show()

    def _show_settings(self) -> None:
        from posture.gui.settings_dialog import SettingsDialog

        if self.settings is None or not self.settings.isVisible():
            self.settings = SettingsDialog(settings_file.own_path(), self.follow)
        to_front(self.settings)

    def _show_history(self) -> None:
        from posture.gui.history_window import HistoryWindow, reader_of

        if self.history is None:
            self.history = HistoryWindow(partial(reader_of, self._options.live.history))
        to_front(self.history)

    def _show_proposal(self) -> None:
        from posture.gui.proposal_window import open_proposals

        if self.proposal is None or not self.proposal.isVisible():
            self.proposal = open_proposals(self.follow)
        to_front(self.proposal)

    def _take_thresholds(self, thresholds: Thresholds) -> None:
        """Keep thresholds that were dragged; where that is not possible, show those before."""
        path = settings_file.own_path()
        settings = settings_file.read(path)[0]
        detector = replace(settings.detector, **thresholds._asdict())
        settings = replace(settings, detector=detector)
        try:
            settings_file.write(path, settings)
        except PostureError as error:
            self._explain(translated(str(error)))
            self.dashboard.plot.set_thresholds(_thresholds(self._options.live.settings))
        else:
            self.follow(settings)

    def follow(self, settings: Settings) -> None:
        """Watch and show by these settings from now on; a pause and a call last."""
        live = replace(self._options.live, settings=settings)
        self._options = replace(self._options, live=live)
        self.care.follow(live)
        self.edge.style, self.edge.thresholds = settings.style, _thresholds(settings)
        self.dashboard.follow(
            _thresholds(settings),
            settings.detector.persist_s,
            less_motion=settings.style.reduced_motion,
        )
        if self.calibration is not None:
            self.calibration.reject()  # its guide ends with the session
        self.host.restart()


def _earlier(live: LiveOptions) -> Callable[[], list[Minute]]:
    """Today's minutes of before this start; where another day is played there are none."""
    if live.source is not None or not live.settings.history.keep:
        return list
    return today.earlier(live.history or folders.find().data / FILE)


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
