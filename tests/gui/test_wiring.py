"""What goes between the live window and the session: settings, pictures, alerts."""

from __future__ import annotations

from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from posture import settings_file
from posture.columns import Thresholds
from posture.gui.host import Host
from posture.gui.mailbox import Mailbox
from posture.live_events import ToldAlert
from tests.gui.hosting import HeldCamera, Opening, until
from tests.gui.test_application import ALERT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

    from posture.records import Alert
    from tests.gui.conftest import Start


def test_dragged_thresholds_are_kept_and_followed(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[detector]\npersist_s = 77.0\n")
    monkeypatch.setattr("posture.settings_file.own_path", lambda: path)
    camera = HeldCamera()
    running = start(camera)
    until(lambda: camera.opened == 1)
    running.dashboard.plot.chosen.emit(Thresholds(14.5, 5.0))
    kept = settings_file.read(path)[0].detector
    assert (kept.enter_deg, kept.leave_deg, kept.persist_s) == (14.5, 5.0, 77.0)
    assert running.edge.thresholds == running.dashboard.plot.thresholds == (14.5, 5.0)
    until(lambda: camera.opened == 2)


def test_a_wrong_settings_file_is_told_and_left_alone(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[detector]\nenter_deg = many\n")
    monkeypatch.setattr("posture.settings_file.own_path", lambda: path)
    running = start(HeldCamera())
    before = running.dashboard.plot.thresholds
    running.dashboard.plot.chosen.emit(Thresholds(14.5, 5.0))
    assert path.read_text() == "[detector]\nenter_deg = many\n"
    assert running.dashboard.plot.thresholds == before
    (box,) = running.dashboard.findChildren(QMessageBox)
    assert "was left as it is" in box.text()
    box.close()


def test_the_picture_reaches_the_window_while_it_shows_it(start: Start) -> None:
    camera = HeldCamera(frames=3)
    running = start(camera)
    until(lambda: running.mailbox.count == 3)
    assert running.mailbox.viewfinder.picture is None
    running.tray.show_dashboard()
    running.host.restart()
    until(lambda: running.mailbox.viewfinder.picture is not None)
    running.dashboard.show_picture.click()
    assert running.mailbox.viewfinder.picture is None


def test_the_last_alert_is_kept_even_if_it_was_not_shown(application: QApplication) -> None:
    del application
    host = Host(Opening(HeldCamera()), Mailbox(), SimpleQueue())
    shown: list[Alert] = []
    host.alerted.connect(shown.append)
    for quiet in ("", "snoozed"):
        host._take(ToldAlert(ALERT, quiet))
        given = host._mailbox.given
        assert given is not None
        assert (given.alert, given.quiet) == (ALERT, quiet)
        assert given.at.tzinfo is not None
    assert shown == [ALERT]
    host.stop()
