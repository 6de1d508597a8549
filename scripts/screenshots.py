"""Makes pictures of windows: python scripts/screenshots.py [FOLDER], by default docs/images.

The ticks are scripted and judged by the real detector; nobody sat before a camera for this.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parents[1]
SIZE_PX = (860, 640)
CELL_PX, MARGIN_PX = 76, 8
ICONS_PX = (16, 22, 32, 64)

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from posture.gui.icon import IconLook


def dashboard(*, dark: bool) -> QPixmap:
    """The live window after ten scripted minutes, with the outline."""
    from PySide6.QtWidgets import QApplication

    from posture.gui.dashboard import Dashboard
    from posture.gui.mailbox import Mailbox
    from tests.gui.ticks import PERSIST_S, THRESHOLDS, scripted

    mailbox = Mailbox()
    for tick in scripted():
        mailbox(tick)
    window = Dashboard(mailbox, thresholds=THRESHOLDS, persist_s=PERSIST_S, dark=dark)
    window.resize(*SIZE_PX)
    window.show_body.setChecked(True)
    window.show()
    window.grab()  # pyqtgraph places a label's frame only when it is painted a second time
    QApplication.processEvents()
    picture = window.grab()
    window.leave()
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


def main(folder: Path) -> None:
    """Write every picture as a PNG."""
    from PySide6.QtWidgets import QApplication

    sys.path.insert(0, str(HERE))
    application = QApplication(["posture", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {
        "dashboard-light": dashboard(dark=False),
        "dashboard-dark": dashboard(dark=True),
        "icons": icons(),
    }
    for name, picture in pictures.items():
        if not picture.save(str(folder / f"{name}.png")):
            raise SystemExit(f"{folder / name}.png cannot be written; check the folder")
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "docs" / "images")
