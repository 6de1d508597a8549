"""No text of a recording's window is cut off, at its smallest size and with large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from posture.app import Stretch
from posture.gui.clip_words import clock_text
from tests.clips import make_clip
from tests.gui.test_dashboard_texts import cut_off
from tests.gui.watching import BASELINE, COUNT, showing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("baseline", [BASELINE, (Stretch(7.0, 9.0),)], ids=["judged", "not judged"])
def test_no_text_is_cut_off(
    application: QApplication,
    tmp_path: Path,
    percent: int,
    baseline: tuple[Stretch, ...],
) -> None:
    usual = application.font()
    larger = application.font()
    larger.setPointSizeF(usual.pointSizeF() * percent / 100)
    application.setFont(larger)
    try:
        with showing(make_clip(tmp_path, count=COUNT)) as show:
            window = show(baseline=baseline).until_complete()
            window.resize(1, 1)
            for time_s in (0.0, 12.0, 24.0):
                window.playback.seek(time_s)
                window.refresh()
                application.processEvents()
                shown: list[QWidget] = [
                    *window.findChildren(QLabel),
                    *window.findChildren(QAbstractButton),
                ]
                shown = [each for each in shown if each.isVisible() and each is not window.icon]
                assert [text for each in shown if (text := cut_off(each))] == []
            assert window.width() <= 7 * percent + 200
    finally:
        application.setFont(usual)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "0:00.0"),
        (0.3, "0:00.3"),
        (59.99, "0:59.9"),
        (61.05, "1:01.0"),
        (3599.94, "59:59.9"),
        (3600.0, "1:00:00.0"),
    ],
)
def test_times(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
