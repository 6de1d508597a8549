"""Breaks while nothing watches: counted by the clock, noted, and listed once they are written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posture.care.breaks import BreakOver, BreakSettings
from posture.care.entries import BreakEnd, BreakKind, BreakNote
from posture.gui.break_host import BreakHost
from posture.gui.break_page import BreakPage
from posture.history.notebook import Notebook
from posture.outside import Outside
from tests.gui.diaries import ALL
from tests.gui.hosting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class World:
    """A host and its page; time passes when a test says so."""

    def __init__(self, file: Path) -> None:
        self.now_s = 0.0
        self.app: Any = None
        self.settings = BreakSettings(micro_lasts_s=20.0)
        now = lambda: NOW + timedelta(seconds=self.now_s)  # noqa: E731
        clock = lambda: self.now_s  # noqa: E731
        self.notebook = Notebook(file, now)
        self.host = BreakHost(
            lambda: self.app,
            settings=lambda: self.settings,
            history=lambda: file,
            outside=Outside(now=now, clock=clock, wall_clock=clock),
        )
        self.page = BreakPage(self.host, self.notebook, settings=self.settings, now=now)
        self.page.show()

    def at(self, now_s: float) -> None:
        self.now_s = now_s
        self.host.refresh()
        self.page.refresh()

    @property
    def noted(self) -> list[tuple[float, BreakKind, BreakEnd, float]]:
        until(lambda: not self.host.noting)
        breaks = self.notebook.notes(ALL).breaks
        return [(n.utc_s - NOW.timestamp(), n.kind, n.end, n.length_s) for n in breaks]


@pytest.fixture
def world(application: QApplication, tmp_path: Path) -> Iterator[World]:
    del application
    made = World(tmp_path / "history.sqlite3")
    yield made
    made.host.close()
    made.page.hide()


def test_a_break_is_counted_to_its_end_and_noted(world: World) -> None:
    world.now_s = 100.0
    world.page.micro.click()
    assert world.page.panel.isVisible()
    assert not world.page.micro.isEnabled()
    assert world.page.sat.text() == "Nobody counts: posture does not watch now."
    assert world.host.window is not None
    assert world.host.window.isVisible()
    world.at(112.0)
    assert world.page.panel.ring.text == "0:08"
    world.at(120.5)
    assert not world.host.window.isVisible()
    assert not world.host.alone
    assert world.noted == [(100.0, BreakKind.MICRO, BreakEnd.TAKEN, 20.0)]
    world.at(121.0)
    assert world.page.table.rowCount() == 1
    assert world.page.micro.isEnabled()


def test_the_keyboard_goes_along_with_the_break(world: World) -> None:
    page = world.page
    page.micro.setFocus()
    QTest.keyClick(page.micro, Qt.Key.Key_Space)
    assert page.focusWidget() is page.panel.done
    QTest.keyClick(page.panel.done, Qt.Key.Key_Space)
    assert not world.host.alone
    assert page.focusWidget() is page.micro


def test_it_may_be_ended_before(world: World) -> None:
    world.page.long.click()
    world.now_s = 60.0
    world.page.panel.done.click()
    world.page.long.click()
    world.now_s = 70.0
    world.page.panel.skip.click()
    assert world.noted == [
        (0.0, BreakKind.LONG, BreakEnd.TAKEN, 60.0),
        (60.0, BreakKind.LONG, BreakEnd.SKIPPED, 0.0),
    ]


def test_a_session_that_comes_meanwhile_leaves_it_alone(world: World) -> None:
    world.host.counts._sat_s = 1200.0
    world.page.micro.click()
    breaks = SimpleNamespace(noting=False, hushed=True, status=lambda: None)
    world.app = SimpleNamespace(breaks=breaks)
    world.at(5.0)
    assert world.page.panel.isVisible()
    assert world.host.window is not None
    assert world.host.window.isVisible()
    world.at(25.0)
    assert not world.host.alone
    assert len(world.noted) == 1
    assert world.host.counts.status().sat_s == 1200.0  # they are the session's now


def test_the_next_session_counts_from_it_on(world: World) -> None:
    world.host.counts._sat_s = 1200.0
    world.page.long.click()
    world.at(400.0)
    assert world.host.counts.status().sat_s == 0.0


def test_other_settings_count_from_then_on(world: World) -> None:
    world.page.micro.click()
    world.settings = BreakSettings(micro_lasts_s=10.0)
    world.host.follow(less_motion=False)
    assert not world.host.alone
    world.page.refresh()
    world.page.micro.click()
    world.at(10.0)
    assert world.noted == [(0.0, BreakKind.MICRO, BreakEnd.TAKEN, 10.0)]


def test_it_goes_on_where_anything_else_is_set(world: World) -> None:
    world.page.micro.click()
    world.at(12.0)
    world.host.follow(less_motion=True)
    world.at(13.0)
    assert world.page.panel.ring.text == "0:07"
    world.at(20.0)
    assert world.noted == [(0.0, BreakKind.MICRO, BreakEnd.TAKEN, 20.0)]


def test_what_cannot_be_noted_is_told(world: World) -> None:
    world.notebook.path.mkdir()
    world.page.micro.click()
    world.at(20.0)
    until(world.page.failure.isVisible)
    assert world.page.failure.text().startswith("A break could not be noted: ")


def test_what_is_still_being_written_is_listed_later(world: World) -> None:
    breaks = SimpleNamespace(noting=True, hushed=False, status=lambda: None)
    world.app = SimpleNamespace(breaks=breaks)
    world.host(BreakOver(9.0, BreakKind.MICRO, BreakEnd.TAKEN, 0.0, 9.0, asked=True))
    note = BreakNote(NOW.timestamp(), 0, BreakKind.MICRO, BreakEnd.TAKEN, 9.0, asked=True)
    world.notebook.add(note)
    world.page.refresh()
    assert world.page.table.rowCount() == 0
    breaks.noting = False
    world.page.refresh()
    assert world.page.table.rowCount() == 1
