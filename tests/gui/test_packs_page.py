"""Heat and cold in a window: nothing starts before the cautions are confirmed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest

from posture.care.entries import PackKind
from posture.care.packs import ALWAYS, CAUTIONS, PACKS
from posture.gui.packs_choice import PacksChoice
from posture.gui.packs_page import MOST_TIMES, PacksPage
from posture.history.notebook import Notebook
from posture.history.rows import Span
from posture.palette import palette
from tests.gui.diaries import ALL, BusyNotebook, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

DAY = date(2026, 3, 2)
BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)


class World:
    """A page whose clock is set by hand, and all that it does."""

    def __init__(self, folder: Path) -> None:
        self.now_s = 0.0
        self.told: list[str] = []
        self.running: list[bool] = []
        now = lambda: BEGIN + timedelta(seconds=self.now_s)  # noqa: E731
        self.notebook = Notebook(folder / "history.db", now)
        self.page = PacksPage(
            self.notebook,
            self._announce,
            clock=lambda: self.now_s,
            sound=lambda: self.told.append("sound"),
            dark=False,
        )
        self.page.running.connect(self.running.append)
        self.page.show()

    def _announce(self, title: str, text: str) -> None:
        assert title == "Heat and cold"
        self.told.append(text)

    def begin(self) -> None:
        self.page.choice.confirmed.click()
        self.page.choice.start.click()

    def at(self, now_s: float) -> None:
        self.now_s = now_s
        self.page.refresh()

    @property
    def noted(self) -> list[tuple[PackKind, float, float]]:
        settle(self.page)
        packs = self.notebook.notes(Span(DAY, DAY + timedelta(days=1))).packs
        return [(n.kind, n.utc_s - BEGIN.timestamp(), n.length_s) for n in packs]


@pytest.fixture
def world(application: QApplication, tmp_path: Path) -> Iterator[World]:
    del application
    made = World(tmp_path)
    yield made
    made.page.leave()
    made.page.close()


def test_every_caution_is_shown_before_anything_starts(world: World) -> None:
    text = world.page.choice.cautions.text()
    assert all(caution in text for caution in (*CAUTIONS, *ALWAYS))
    assert world.page.choice.cautions.isVisible()
    assert not world.page.choice.start.isEnabled()
    world.page.choice.start.click()
    assert not world.page.is_running


@pytest.mark.parametrize(
    ("choose", "minutes", "enabled"),
    [
        ("both", (20.0, 10.0), (True, True)),
        ("heat", (20.0, None), (True, False)),
        ("cold", (None, 10.0), (False, True)),
    ],
)
def test_what_is_put_on(
    world: World,
    choose: str,
    minutes: tuple[float | None, float | None],
    enabled: tuple[bool, bool],
) -> None:
    choice = world.page.choice
    getattr(choice, choose).click()
    assert choice.minutes == minutes
    assert (choice.heat_min.isEnabled(), choice.cold_min.isEnabled()) == enabled


def test_the_limits(world: World) -> None:
    choice = world.page.choice
    for box, kind in ((choice.heat_min, PackKind.HEAT), (choice.cold_min, PackKind.COLD)):
        assert (box.minimum(), box.maximum()) == (PACKS[kind].least_min, PACKS[kind].most_min)


def test_heat_then_cold(world: World) -> None:
    page = world.page
    world.begin()
    assert (page.title.text(), page.ring.text) == ("Gentle heat", "20 min 0 s")
    world.at(800.5)
    assert page.ring.text == "6 min 39 s"
    assert not world.told
    world.at(1200.0)
    world.at(1201.0)
    assert world.told == ["sound", "Take the heat off now"]
    assert page.title.text() == "Take the heat off now"
    assert page.change.isVisible()
    assert not page.pause.isEnabled()
    world.at(1230.0)
    page.change.click()
    assert (page.title.text(), page.ring.text) == ("A cold pack", "10 min 0 s")
    world.at(1830.0)
    assert world.told[2:] == ["sound", "Take the cold pack off now"]
    assert not page.change.isVisible()
    assert world.noted == [(PackKind.HEAT, 0.0, 1200.0), (PackKind.COLD, 1230.0, 600.0)]
    page.stop.click()
    assert world.running == [True, False]
    assert len(world.noted) == 2


def test_the_cautions_are_to_be_confirmed_each_time(world: World) -> None:
    world.begin()
    world.page.stop.click()
    assert not world.page.choice.confirmed.isChecked()
    assert not world.page.choice.start.isEnabled()
    assert world.page.choice.isVisible()


def test_a_pause(world: World) -> None:
    page = world.page
    world.begin()
    world.at(300.0)
    page.pause.click()
    assert page.title.text() == "Gentle heat: paused, so take it off"
    world.at(5000.0)
    assert page.ring.text == "15 min 0 s"
    page.pause.click()
    world.at(5600.0)
    assert page.ring.text == "5 min 0 s"
    page.stop.click()
    assert world.noted == [(PackKind.HEAT, 0.0, 900.0)]


def test_time_goes_on_while_the_computer_sleeps(world: World) -> None:
    world.begin()
    world.at(600.0)
    world.at(600.0 + 3600.0)
    text = "Take the heat off now: its time was over 50 min ago. Look at your skin."
    assert world.told == ["sound", text]
    assert world.page.title.text() == text
    assert world.noted == [(PackKind.HEAT, 0.0, 1200.0)]


def test_it_is_said_each_minute_until_somebody_answers(world: World) -> None:
    world.begin()
    for second in range(1190, 1900):
        world.at(second)
    assert world.told[::2] == ["sound"] * MOST_TIMES
    texts = ["Take the heat off now"]
    texts += [
        f"Take the heat off now: its time was over {n} min ago. Look at your skin."
        for n in range(1, MOST_TIMES)
    ]
    assert world.told[1::2] == texts
    assert len(world.noted) == 1
    world.page.change.click()
    world.at(2500.0)
    world.page.stop.click()
    world.at(2600.0)
    assert world.told[2 * MOST_TIMES :] == ["sound", "Take the cold pack off now"]


def test_what_was_hardly_on_is_not_noted(world: World) -> None:
    world.begin()
    world.at(59.0)
    world.page.leave()
    assert world.noted == []
    world.page.leave()
    assert world.running == [True, False]


def test_a_note_that_cannot_be_kept_is_told(world: World) -> None:
    world.notebook.path.mkdir()
    world.begin()
    world.at(1200.0)
    settle(world.page)
    assert world.page.told.text().startswith("This was not noted: ")
    assert world.page.told.isVisible()
    assert world.told == ["sound", "Take the heat off now"]


def test_what_could_not_be_kept_is_noted_with_the_next(world: World) -> None:
    world.notebook.path.mkdir()
    world.begin()
    world.at(1200.0)
    settle(world.page)
    world.notebook.path.rmdir()
    world.page.change.click()
    world.at(1800.0)
    assert world.noted == [(PackKind.HEAT, 0.0, 1200.0), (PackKind.COLD, 1200.0, 600.0)]
    assert not world.page.told.isVisible()


def test_who_writes_for_long_does_not_keep_the_signal_waiting(
    application: QApplication, tmp_path: Path
) -> None:
    del application
    notebook, told, now_s = BusyNotebook(tmp_path / "history.sqlite3"), list[str](), [0.0]
    page = PacksPage(notebook, clock=lambda: now_s[0], sound=lambda: told.append("sound"))
    page.choice.confirmed.click()
    page.choice.start.click()
    now_s[0] = 1200.0
    page.refresh()
    assert told == ["sound"]
    notebook.free.set()
    page.leave()
    assert [note.length_s for note in notebook.notes(ALL).packs] == [1200.0]


def test_without_a_notebook_and_a_desktop(application: QApplication) -> None:
    del application
    now_s = [0.0]
    page = PacksPage(None, clock=lambda: now_s[0], sound=lambda: None)
    page.choice.confirmed.click()
    page.choice.start.click()
    now_s[0] = 1500.0
    page.refresh()
    assert page.title.text().startswith("Take the heat off now")
    page.leave()
    assert not page.is_running


def test_the_keyboard_is_enough(world: World) -> None:
    choice = world.page.choice
    assert choice.cautions.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(choice.confirmed, Qt.Key.Key_Space)
    QTest.keyClick(choice.heat, Qt.Key.Key_Space)
    assert choice.heat.isChecked()
    QTest.keyClick(choice.start, Qt.Key.Key_Space)
    assert world.page.is_running
    QTest.keyClick(world.page.stop, Qt.Key.Key_Space)
    assert not world.page.is_running


@pytest.mark.parametrize("dark", [False, True])
def test_the_cautions_can_be_read_in_light_and_dark(application: QApplication, dark: bool) -> None:
    del application
    choice, colours = PacksChoice(dark=dark), palette(dark=dark)
    choice.show()
    for widget in (choice.cautions, choice.confirmed):
        text = widget.palette().color(widget.foregroundRole())
        assert (text.red(), text.green(), text.blue()) == colours.text
    choice.close()


@pytest.mark.parametrize("dark", [False, True])
def test_the_ring_runs_empty(application: QApplication, dark: bool) -> None:
    del application
    now_s = [0.0]
    page = PacksPage(None, clock=lambda: now_s[0], sound=lambda: None, dark=dark)
    page.choice.confirmed.click()
    page.choice.start.click()
    for now_s[0], share in ((0.0, 1.0), (600.0, 0.5), (1200.0, 0.0)):
        page.refresh()
        assert page.ring.share == share
    assert page.ring.colours == palette(dark=dark)
    page.setPalette(QPalette(QColor("red")))
    assert page.ring.colours == palette(dark=dark)
    assert page.ring.accessibleName() == "Time left"
    page.leave()
