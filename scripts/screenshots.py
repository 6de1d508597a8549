"""Makes pictures of windows: python scripts/screenshots.py [FOLDER], by default docs/images.

The ticks are scripted and judged by the real detector; nobody sat before a camera for this. That of
a whole desktop is taken of posture as it watches a sample; it is left out where programs for it are
missing.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parents[1]
DASHBOARD_PX = (860, 700)
NOW = datetime(2026, 3, 2, 11, 42, tzinfo=UTC)
DAY = (
    *((34, "UPRIGHT"), (6, "SLOUCHED"), (25, "UPRIGHT"), (4, "CANNOT_MEASURE"), (20, "AWAY")),
    *((31, "UPRIGHT"), (12, "SLOUCHED"), (18, "PAUSED"), (22, "UPRIGHT"), (25, "CAMERA_OFF")),
    *((20, "UPRIGHT"), (2, "SLOUCHED"), (3, "UPRIGHT")),
)
"""Minutes, and what they were spent with."""
CELL_PX, MARGIN_PX = 76, 8
ICONS_PX = (16, 22, 32, 64)
SLOUCHED_S = 5.0

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from posture.gui.icon import IconLook
    from posture.gui.load import Load
    from posture.gui.minutes import Minute


def dashboard(*, dark: bool) -> QPixmap:
    """The live window after ten scripted minutes and a scripted day, with the outline."""
    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import GivenAlert, Mailbox
    from posture.ports import CameraState, CameraStateKind
    from tests.gui.ticks import PERSIST_S, THRESHOLDS, scripted

    mailbox = Mailbox()
    mailbox.camera = CameraState(CameraStateKind.RUNNING, "camera 0 is running", 0.0)
    for tick in scripted():
        mailbox(tick)
        if tick.alert is not None:
            at = NOW - timedelta(seconds=600 - tick.timestamp_s)
            mailbox.given = GivenAlert(tick.alert, at, "")
    window = Dashboard(
        mailbox, thresholds=THRESHOLDS, persist_s=PERSIST_S, minutes=a_day, load=a_load(), dark=dark
    )
    window.resize(*DASHBOARD_PX)
    window.show_body.setChecked(True)
    window.show()
    window.show_picture.setChecked(False)  # nobody sat before a camera
    window.refresh_slowly()
    window.grab()  # pyqtgraph places a label's frame only when it is painted a second time
    QApplication.processEvents()
    picture = window.grab()
    window.leave()
    return picture


def a_day() -> list[Minute]:
    """Minutes of a scripted day until now."""
    from posture.gui.icon import IconKind
    from posture.gui.minutes import MINUTE, Minute

    kinds = {each.name: each for each in IconKind}
    lengths = [(length, kinds[name]) for length, name in DAY]
    spent = [kind for length, kind in lengths for _ in range(length)]
    first = NOW - len(spent) * MINUTE
    return [Minute(first + n * MINUTE, {kind: 60.0}) for n, kind in enumerate(spent)]


def a_load() -> Load:
    """A process that takes as much as one does that watches."""
    from itertools import count

    from posture.gui.load import Load

    seconds, spent = count(0, 3), count(0, 0.12)
    return Load(clock=lambda: float(next(seconds)), used=lambda: float(next(spent)))


def calibrate() -> QPixmap:
    """The window of the guided calibration, before it starts."""
    from posture.gui.calibrate import CalibrateWindow
    from posture.profile import Profile
    from tests.guiding import a_run, baseline_of
    from tests.poses import make_pose

    pose = make_pose(yaw_deg=35, metre_px=420, hip_px=(300, 430))
    known = Profile((baseline_of(pose),))
    run = a_run({known.upright.view: known}, known)
    run.pose = pose
    run.until(3.0)
    return shown(CalibrateWindow(run.guide, dark=False))


def first_start() -> QPixmap:
    """The second page that is shown the first time: privacy."""
    from posture.gui.first_start import FirstStart

    pages = FirstStart("camera 0", dark=False)
    pages.restart()
    pages.next()
    return shown(pages)


def screen_edge() -> QPixmap:
    """The border around a screen on the left, the darker screen on the right."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

    from posture.gui.screen_cover import ScreenCover

    behind = dashboard(dark=False)
    sheet = QPixmap(2 * behind.width() + MARGIN_PX, behind.height())
    sheet.fill()
    painter = QPainter(sheet)
    for place, (edge, dim) in enumerate(((1.0, 0.0), (0.0, 1.0))):
        cover = ScreenCover(QGuiApplication.primaryScreen())
        cover.show_strengths(edge, dim, glows=True)
        cover.setGeometry(behind.rect())
        left_px = place * (behind.width() + MARGIN_PX)
        painter.drawPixmap(left_px, 0, behind)
        painter.drawPixmap(left_px, 0, cover.grab())
        cover.remove()
    painter.end()
    return sheet.scaledToWidth(sheet.width() // 2, Qt.TransformationMode.SmoothTransformation)


def settings() -> QPixmap:
    """The settings dialog, with one of them changed."""
    import tempfile

    from posture.gui.settings_dialog import SettingsDialog

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_text("[detector]\npersist_s = 40\n")
        return shown(SettingsDialog(path, lambda _: None, dark=False))


def view() -> QPixmap:
    """The window of a sample at its first warning."""
    import time
    from dataclasses import replace

    from PySide6.QtWidgets import QApplication

    from posture.app import Stretch
    from posture.gui.clip_show import ClipOptions, make_window
    from posture.settings import Settings

    settings = Settings()
    settings = replace(settings, detector=replace(settings.detector, persist_s=6.0))
    clip = HERE / "samples" / "slow_slump.mp4"
    window = make_window(ClipOptions(clip, settings, baseline=(Stretch(1, 8),)), dark=False)
    window.resize(1060, 840)
    window.show()
    while not window.playback.complete:
        QApplication.processEvents()
        time.sleep(0.01)
    window.controls.next.click()
    while not window.settled:
        QApplication.processEvents()
        time.sleep(0.01)
    window.grab()  # as for the dashboard
    return shown(window)


def history() -> QPixmap:
    """The history's window with a week of made-up days."""
    from contextlib import nullcontext
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from posture.gui.history_window import HistoryWindow
    from tests.years import years

    made_up = years(date(2026, 1, 1), 90)
    window = HistoryWindow(lambda: nullcontext(made_up), today=lambda: date(2026, 3, 6), dark=False)
    window.resize(860, 1120)
    window.show()
    window.reading.wait()
    QApplication.processEvents()
    window.grab()  # as for the dashboard
    return shown(window)


def shown(window: QWidget) -> QPixmap:
    """A picture of a window."""
    from PySide6.QtWidgets import QApplication

    window.show()
    for _ in range(3):  # labels that are wrapped find their height one after the other
        QApplication.processEvents()
    picture = window.grab()
    window.close()
    return picture


def icons() -> QPixmap:
    """Every look, small and large, on a light and on a dark panel."""
    from PySide6.QtGui import QColor, QPainter, QPixmap

    from posture.gui.icon import draw
    from posture.palette import palette

    every = looks()
    high_px = sum(ICONS_PX) + MARGIN_PX * (len(ICONS_PX) + 1)
    sheet = QPixmap(CELL_PX * len(every), 2 * high_px)
    painter = QPainter(sheet)
    for dark in (False, True):
        top_px = high_px * dark
        ground = QColor(*palette(dark=dark).background)
        painter.fillRect(0, top_px, sheet.width(), high_px, ground)
        for column, look in enumerate(every):
            below_px = top_px + MARGIN_PX
            for size_px in ICONS_PX:
                left_px = CELL_PX * column + (CELL_PX - size_px) // 2
                painter.drawImage(left_px, below_px, draw(look, size_px, dark))
                below_px += size_px + MARGIN_PX
    painter.end()
    return sheet


def looks() -> list[IconLook]:
    """All kinds, the slouch at each of its steps."""
    from posture.gui.icon import LEVEL_STEPS, IconKind, IconLook

    steps = [IconLook(IconKind.SLOUCHED, step / LEVEL_STEPS) for step in range(1, LEVEL_STEPS + 1)]
    others = [IconLook(kind) for kind in IconKind if kind is not IconKind.SLOUCHED]
    return [others[0], *steps, *others[1:]]


def desktop(path: Path) -> None:
    """A real desktop with posture in its panel, after a slouch has been told."""
    import json
    import tempfile

    from tests.gui.real_screen import missing, real_screen, wait_for

    if missing():
        print(f"no picture of a desktop: {missing()}")
        return
    with tempfile.TemporaryDirectory() as folder, real_screen(Path(folder)) as screen:
        screen.ask("posture", "settings", "set", "detector.persist_s", "8")
        screen.posture("--source", "samples/slow_slump.mp4", "--window", "--loop")

        def slouched() -> bool:
            said = screen.ask("posture", "status", "--json")
            status = json.loads(said) if said.startswith("{") else {}
            return status.get("state") == "slouched" and status["since_s"] > SLOUCHED_S

        wait_for(slouched, "a slouch")
        screen.picture(path)
        screen.ask("posture", "quit")


def main(folder: Path) -> None:
    """Write every picture as a PNG."""
    from PySide6.QtWidgets import QApplication

    sys.path.insert(0, str(HERE))
    application = QApplication(["posture", "-platform", "offscreen"])
    from scripts import care_pictures

    folder.mkdir(parents=True, exist_ok=True)
    pictures = {
        "dashboard-light": dashboard(dark=False),
        "dashboard-dark": dashboard(dark=True),
        "icons": icons(),
        "calibrate-light": calibrate(),
        "settings-light": settings(),
        "first-start-light": first_start(),
        "screen-edge": screen_edge(),
        "view-light": view(),
        "history-light": history(),
        "care-diary-light": care_pictures.diary(),
        "care-exercises-light": care_pictures.exercises(),
    }
    for name, picture in pictures.items():
        if not picture.save(str(folder / f"{name}.png")):
            raise SystemExit(f"{folder / name}.png cannot be written; check the folder")
    application.quit()
    desktop(folder / "desktop.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "docs" / "images")
