"""When to ask somebody, as a panel: readable, reachable by keyboard, and not by colour alone."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from posture.care.flags import EMERGENCY, HEADING, INTRODUCTION, LEVELS
from posture.gui.flags_panel import FlagsPanel
from posture.gui.labels import scrolled
from posture.palette import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Make = Callable[..., FlagsPanel]


@pytest.fixture
def make(application: QApplication) -> Iterator[Make]:
    made: list[FlagsPanel] = []

    def one(*, compact: bool = False, dark: bool = False, width_px: int = 520) -> FlagsPanel:
        panel = FlagsPanel(compact=compact, dark=dark)
        panel.resize(width_px, panel.heightForWidth(width_px))
        panel.show()
        application.processEvents()
        made.append(panel)
        return panel

    yield one
    for panel in made:
        panel.close()


def seen(panel: FlagsPanel) -> str:
    return unescape(
        " ".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible())
    )


def test_all_of_it_is_seen_at_once(make: Make) -> None:
    text = seen(make())
    for level in LEVELS:
        for part in (level.title, level.advice, *level.texts, HEADING, INTRODUCTION):
            assert part in text


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("width_px", [300, 520, 900])
def test_no_line_is_cut_off(make: Make, compact: bool, width_px: int) -> None:
    panel = make(compact=compact, width_px=width_px)
    for label in panel.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
            assert panel.rect().contains(label.mapTo(panel, label.rect().bottomRight()))


@pytest.mark.parametrize("compact", [False, True])
def test_a_broad_window_does_not_scroll(application: QApplication, compact: bool) -> None:
    panel = FlagsPanel(compact=compact, dark=False)
    area = scrolled(panel)
    area.resize(1600, panel.heightForWidth(1600) + 2)
    area.show()
    application.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    area.close()


def test_of_an_emergency_all_is_read_without_a_click(make: Make) -> None:
    text = seen(make(compact=True))
    assert all(part in text for part in (EMERGENCY.advice, *EMERGENCY.texts))


def test_compact_opens_each_by_the_keyboard(make: Make, application: QApplication) -> None:
    panel = make(compact=True)
    before = panel.sizeHint().height()
    opener = panel.levels[EMERGENCY.key].button
    assert opener is not None
    QTest.keyClick(opener, Qt.Key.Key_Space)
    for level in LEVELS:
        view = panel.levels[level.key]
        assert level.advice not in seen(panel)
        assert view.button is not None
        assert view.button.text() == level.title
        assert view.button.focusPolicy() & Qt.FocusPolicy.TabFocus
        QTest.keyClick(view.button, Qt.Key.Key_Space)
        application.processEvents()
        assert all(text in seen(panel) for text in (level.advice, *level.texts))
    assert panel.sizeHint().height() > before
    again = panel.levels["urgent"]
    assert again.button is not None
    QTest.keyClick(again.button, Qt.Key.Key_Space)
    assert not again.body.isVisible()
    assert panel.levels["emergency"].body.isVisible()


@pytest.mark.parametrize("dark", [False, True])
def test_the_focus_is_seen_in_light_and_dark(make: Make, dark: bool) -> None:
    for view in make(compact=True, dark=dark).levels.values():
        assert view.button is not None
        ring = view.button.palette().highlight().color()
        assert (ring.red(), ring.green(), ring.blue()) == palette(dark=dark).accent


@pytest.mark.parametrize("dark", [False, True])
def test_signs_differ_in_shape_and_not_only_in_colour(make: Make, dark: bool) -> None:
    masks = []
    for view in make(dark=dark).levels.values():
        image = view.sign.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ground = image.pixelColor(0, 0).value()
        masks.append(
            [
                abs(image.pixelColor(x, y).value() - ground) > 40
                for x in range(image.width())
                for y in range(image.height())
            ]
        )
    for one, other in ((0, 1), (0, 2), (1, 2)):
        differing = sum(a is not b for a, b in zip(masks[one], masks[other], strict=True))
        assert differing > 0.08 * len(masks[0])


def test_the_screen_reader_has_names(make: Make) -> None:
    panel = make(compact=True)
    assert panel.accessibleName() == HEADING
    names = [view.body.accessibleName() for view in panel.levels.values()]
    assert names == [level.title for level in LEVELS]
