"""The window over a screen: what is seen of it, on any ground, and what it leaves to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from posture.gui import screen_cover
from posture.gui.screen_cover import ScreenCover
from posture.gui.theme import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def cover(application: QApplication) -> Iterator[ScreenCover]:
    made = ScreenCover(application.primaryScreen())
    made.resize(320, 200)
    yield made
    made.remove()


def seen_over(cover: ScreenCover, ground: QColor, ratio: int = 1) -> QImage:
    """What is seen of a plain ground below a cover."""
    image = QImage(320 * ratio, 200 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    layer = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    cover.render(layer, QPoint(), cover.rect(), QWidget.RenderFlag(0))
    painter = QPainter(image)
    painter.drawImage(0, 0, layer)
    painter.end()
    return image


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


class TestScreenCover:
    @pytest.mark.parametrize("ratio", [1, 2])
    @pytest.mark.parametrize("strength", [0.25, 0.6, 1.0])
    @pytest.mark.parametrize("ground", [(255, 255, 255), (20, 23, 27), (128, 128, 128)])
    def test_the_border_stands_out_and_the_middle_is_as_before(
        self, cover: ScreenCover, ground: tuple[int, int, int], strength: float, ratio: int
    ) -> None:
        cover.show_strengths(strength, 0.0, glows=True)
        image = seen_over(cover, QColor(*ground), ratio)
        across = [rgb(image, x, 100 * ratio) for x in range(12 * ratio)]
        assert max(contrast(colour, ground) for colour in across) > 1.8
        assert rgb(image, 160 * ratio, 100 * ratio) == ground
        for x, y in ((1, 100), (318, 100), (160, 1), (160, 198)):
            assert rgb(image, x * ratio, y * ratio) != ground

    def test_dimmed_text_stays_readable(self, cover: ScreenCover) -> None:
        cover.show_strengths(0.0, 1.0, glows=True)
        paper = rgb(seen_over(cover, QColor(255, 255, 255)), 160, 100)
        text = rgb(seen_over(cover, QColor(60, 60, 60)), 160, 100)
        assert paper[0] < 200
        assert contrast(paper, text) > 4.5

    def test_takes_no_click_no_key_and_no_focus(self, cover: ScreenCover) -> None:
        flags = cover.windowFlags()
        for flag in (
            Qt.WindowType.WindowTransparentForInput,
            Qt.WindowType.WindowDoesNotAcceptFocus,
            Qt.WindowType.WindowStaysOnTopHint,
            Qt.WindowType.FramelessWindowHint,
        ):
            assert flags & flag
        cover.show_strengths(0.5, 0.0, glows=True)
        assert not cover.isActiveWindow()
        assert cover.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def test_where_nothing_shines_through_only_the_border_is_covered(
        self, monkeypatch: pytest.MonkeyPatch, application: QApplication
    ) -> None:
        monkeypatch.setattr(screen_cover, "blends_windows", lambda: False)
        cover = ScreenCover(application.primaryScreen())
        cover.show_strengths(1.0, 1.0, glows=True)
        middle = cover.rect().center()
        assert not cover.mask().contains(middle)
        assert cover.mask().contains(QPoint(1, middle.y()))
        cover.remove()
