"""The application as a whole, with a camera that does what a test says."""

from __future__ import annotations

import threading
from dataclasses import replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QSystemTrayIcon

from posture.commands import Quit, Request, ShowWindow
from posture.gui.application import Application, make_application
from posture.gui.first_start import is_seen
from posture.gui.words import UserCommand
from posture.live_events import ToldAlert
from posture.origin import NoCameraError
from posture.records import Alert, AlertLevel, Part
from posture.settings import Settings
from tests.gui.hosting import HeldCamera, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posture.live_app import App, Windows
    from posture.ports import Notifier

    Start = Callable[..., Application]

ALERT = Alert(12.0, AlertLevel.CUE, Part.NECK, 14.0, 30.0, "neck 14° beyond your baseline")


def test_the_camera_stays_closed_until_the_pages_are_read(start: Start, tmp_path: Path) -> None:
    camera = HeldCamera()
    running = start(camera, seen=False)
    assert running.first is not None
    assert running.first.isVisible()
    assert not running.host.watches
    running.tray.command.emit(UserCommand.RESUME)
    assert not running.host.watches
    running.first.accept()
    until(lambda: camera.opened == 1)
    assert is_seen(tmp_path)


def test_not_now_ends_it_and_asks_again(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(Application, "quit", lambda _: ended.append(True))
    running = start(HeldCamera(), seen=False)
    assert running.first is not None
    running.first.reject()
    assert ended == [True]
    assert not running.host.watches
    assert not is_seen(tmp_path)


def test_starting_with_the_desktop_is_asked_for_there(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    running = start(HeldCamera(), seen=False)
    assert running.first is not None
    running.first.with_desktop.setChecked(True)
    running.first.accept()
    assert (tmp_path / "autostart" / "posture.desktop").is_file()


def test_who_has_read_them_sees_no_window(start: Start) -> None:
    camera = HeldCamera()
    running = start(camera)
    until(lambda: camera.opened == 1)
    assert running.first is None
    assert not running.dashboard.isVisible()
    running.tray.menu.aboutToShow.emit()
    assert running.tray.figures_line.text() == "Since the start: 0 s upright, 0 s slouched"
    running.host._requests.put(Request(ShowWindow()))
    until(running.dashboard.isVisible)


def test_an_error_is_seen_in_window_and_panel(start: Start) -> None:
    running = start(ValueError("surprise"))
    until(lambda: not running.host.watches)
    running.tray.refresh()
    running.tray.show_dashboard()
    assert "a mistake of its own" in running.tray.icon.toolTip()
    assert "a mistake of its own" in running.dashboard.sentence.text()
    assert running.dashboard.pause.text() == "&Resume"


def test_a_call_that_began_before_the_camera_came_keeps_it_closed(start: Start) -> None:
    camera = HeldCamera()
    running = start(NoCameraError("no camera was found"), camera)
    until(lambda: not running.host.watches)
    running.dashboard.call.click()
    assert running.tray.call.isChecked()
    running.host.start()
    until(lambda: running.host.app is not None)
    assert running.host.status().state == "in_call"
    assert camera.opened == 0
    running.dashboard.call.click()
    until(lambda: camera.opened == 1)


def in_panel(running: Application) -> Notifier | None:
    """What the next session is given to show messages while the desktop has no buttons."""
    given: dict[str, Windows] = {}
    running._open = lambda *_, **named: cast("AbstractContextManager[App]", given.update(named))
    running._opened([], inbox=SimpleQueue())
    return given["windows"].in_panel


def test_the_icon_tells_of_an_alert_from_any_thread(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    show = lambda _, title, text, *rest: shown.append(text)  # noqa: ARG005, E731 - Qt's
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    running = start(HeldCamera())
    running.host.alerted.emit(ALERT)
    assert shown == []  # it may have been shown with buttons
    notifier = in_panel(running)
    assert notifier is not None
    session = threading.Thread(target=notifier.notify, args=(ALERT,))
    session.start()
    session.join()
    notifier.close()
    until(lambda: shown)
    assert shown == ["An estimate: neck 14° beyond your baseline."]


def test_without_a_panel_or_unwanted_the_icon_does_not_tell(start: Start) -> None:
    assert in_panel(start(HeldCamera(), panel=False)) is None
    running = start(HeldCamera())
    live = replace(running._options.live, notify=False)
    running._options = replace(running._options, live=live)
    assert in_panel(running) is None


def test_ten_thousand_signals_from_a_worker(start: Start, application: QApplication) -> None:
    """One release of PySide6 lost a reference to True with every signal, and aborted."""
    host = start(HeldCamera(), seen=False).host
    host.alerted.disconnect()
    got: list[Alert] = []
    host.alerted.connect(got.append)

    def work() -> None:
        for _ in range(10_000):
            host._take(ToldAlert(ALERT, ""))

    writer = threading.Thread(target=work)
    writer.start()
    writer.join()
    application.processEvents()
    QCoreApplication.sendPostedEvents()
    assert got == [ALERT] * 10_000


@pytest.mark.parametrize(("answer", "kind"), [("wrong", "FalseAlarm"), ("helped", "Helped")])
def test_an_alert_can_be_answered(start: Start, answer: str, kind: str) -> None:
    running = start(HeldCamera())
    got: list[object] = []
    running.tray.command.connect(got.append)
    actions = (running.tray.helped, running.tray.wrong)
    assert not any(action.isVisible() for action in actions)
    running.host.alerted.emit(ALERT)
    assert all(action.isVisible() for action in actions)
    getattr(running.tray, answer).trigger()
    assert [type(wish).__name__ for wish in got] == [kind]
    assert not any(action.isVisible() for action in actions)


def test_a_request_ends_it(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr("PySide6.QtCore.QCoreApplication.quit", lambda: ended.append(True))
    running = start(HeldCamera())
    running.host._requests.put(Request(Quit()))
    until(lambda: ended)
    assert not running.tray.icon.isVisible()


def test_the_pages_come_to_the_front_again(start: Start) -> None:
    running = start(HeldCamera(), seen=False)
    running.host._requests.put(Request(ShowWindow()))
    until(running.dashboard.isVisible)
    assert running.first is not None
    assert running.first.isVisible()


def test_settings_take_effect_at_once(start: Start) -> None:
    camera = HeldCamera()
    running = start(camera)
    until(lambda: camera.opened == 1)
    running.tray.command.emit(UserCommand.SETTINGS)
    assert running.settings is not None
    assert running.settings.isVisible()
    detector = replace(Settings().detector, persist_s=77.0)
    running.follow(replace(Settings(), detector=detector))
    until(lambda: camera.opened == 2)
    running.dashboard.refresh()
    assert "77 s" in running.dashboard.numbers.counted.text()


def test_a_baseline_is_taken_in_a_window_of_its_own(start: Start) -> None:
    camera = HeldCamera(frames=10_000)
    running = start(camera)
    until(lambda: running.host.app is not None)
    running.tray.command.emit(UserCommand.RECALIBRATE)
    assert running.calibration is not None
    assert running.calibration.isVisible()
    before = running.calibration
    running.tray.command.emit(UserCommand.RECALIBRATE)
    assert not before.isVisible()
    assert running.calibration.isVisible()
    running.calibration.reject()


def test_other_settings_end_a_calibration_with_its_session(start: Start) -> None:
    running = start(HeldCamera())
    until(lambda: running.host.app is not None)
    running.tray.command.emit(UserCommand.RECALIBRATE)
    assert running.calibration is not None
    running.follow(Settings())
    assert not running.calibration.isVisible()


def test_without_a_session_a_new_baseline_tries_again(start: Start) -> None:
    running = start(ValueError("surprise"))
    until(lambda: not running.host.watches)
    running.tray.command.emit(UserCommand.RECALIBRATE)
    assert running.calibration is None
    assert running.host.watches
    until(lambda: not running.host.watches)


def test_the_names_of_the_application(application: QApplication) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("posture.gui.application.QApplication", lambda _: application)
        assert make_application() is application
    assert application.applicationName() == application.desktopFileName() == "posture"
    assert not application.windowIcon().isNull()


def test_a_proposal_opens_from_the_menu(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    running = start(HeldCamera())
    opened: list[QDialog] = []

    def one(apply: Callable[[Settings], object]) -> QDialog:
        assert apply == running.follow
        opened.append(QDialog())
        opened[-1].show()
        return opened[-1]

    monkeypatch.setattr("posture.gui.proposal_window.open_proposals", one)
    running.tray.menu.aboutToShow.emit()
    assert not running.tray.proposal.isVisible()  # nothing was called wrong yet
    for _ in range(2):
        running.tray.command.emit(UserCommand.PROPOSAL)
    assert len(opened) == 1
    assert running.close()
    assert not opened[0].isVisible()
