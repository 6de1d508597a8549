"""Windows of care, history and proposals in German: nothing is English, and nothing is cut off."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QListWidget,
    QMenu,
    QTableWidget,
    QWidget,
)

from posture.care.entries import Deed, PainKind, PainNote, Place
from posture.gui.break_page import BreakPage
from posture.gui.break_window import BreakWindow
from posture.gui.diary_page import DiaryPage
from posture.gui.exercise_page import ExercisePage
from posture.gui.history_window import HistoryWindow
from posture.gui.proposal_window import ProposalWindow
from posture.history.notebook import Notebook
from posture.proposals import Kind
from tests.gui.diaries import settle
from tests.gui.languages import speaking
from tests.gui.test_breaks import AWAY, BEGUN, DUE, SITTING, host, session  # noqa: F401 - fixtures
from tests.gui.test_care_window import (  # noqa: F401 - once more, and fixtures
    clock,
    make,
    test_it_fits_into_a_small_screen,
    test_mnemonics_are_different,
    told,
)
from tests.gui.test_dashboard_texts import cut_off
from tests.gui.test_proposal_window import found_for
from tests.gui.test_translated_sentences import ENGLISH
from tests.gui.test_tray import panel, tray  # noqa: F401 - fixtures
from tests.years import years

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posture.care.breaks import BreakStatus
    from posture.gui.break_host import BreakHost
    from posture.gui.tray import Tray
    from tests.gui.test_breaks import Session

NOW = datetime(2026, 3, 2, 11, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def german(application: QApplication) -> Iterator[None]:
    with speaking(application, QLocale("de")):
        yield


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """With entries that say all that can be said, and are worth asking about."""
    notebook = Notebook(tmp_path / "history.sqlite3", lambda: NOW)
    for days in range(0, 28, 3):
        at_s = (NOW - timedelta(days=days, hours=1)).timestamp()
        notebook.add(
            PainNote(
                at_s,
                0,
                4,
                places=frozenset(Place),
                kinds=frozenset(PainKind),
                deeds=frozenset(Deed),
                since=date(2026, 1, 5),
                woke=True,
            )
        )
    return notebook


def said(window: QWidget) -> list[str]:
    """All that is read in a window, or read out."""
    found = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        match widget:
            case QLabel() | QAbstractButton():
                found.append(widget.text())
            case QComboBox():
                found += [widget.itemText(row) for row in range(widget.count())]
            case QListWidget():
                found += [widget.item(row).text() for row in range(widget.count())]
            case QTableWidget():
                found += _cells(widget)
    return [text for text in found if text]


def _cells(table: QTableWidget) -> list[str]:
    columns = range(table.columnCount())
    items = [table.horizontalHeaderItem(column) for column in columns]
    items += [table.item(row, column) for row in range(table.rowCount()) for column in columns]
    return [item.text() for item in items if item is not None]


def check(window: QWidget, width_px: int, height_px: int) -> None:
    """Nothing in it is English, and nothing is cut off."""
    window.show()
    window.resize(width_px, height_px)
    for _ in range(3):  # labels that are wrapped find their height one after the other
        QCoreApplication.processEvents()
    assert [text for text in said(window) if ENGLISH.search(text)] == []
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    parts = [w for w in shown if isinstance(w, QLabel | QAbstractButton) and w.text()]
    assert [text for part in parts if (text := cut_off(part))] == []


@pytest.mark.parametrize("status", [SITTING, DUE, AWAY, BEGUN], ids=lambda each: each.phase.value)
def test_breaks(
    session: Session,  # noqa: F811
    host: BreakHost,  # noqa: F811
    notebook: Notebook,
    status: BreakStatus,
) -> None:
    session.told = status
    page = BreakPage(host, notebook, dark=False, now=lambda: NOW)
    check(page, 600, 420)
    assert page.sat.text().startswith(("Sie haben", "Abwesend"))
    window = BreakWindow(dark=False)
    window.show_status(replace(status, suggestion=status.suggestion or DUE.suggestion))
    check(window, window.minimumWidth(), window.minimumHeight())
    assert window.windowTitle() == "Pausen"


def test_the_diary(application: QApplication, notebook: Notebook) -> None:
    del application
    page = DiaryPage(notebook, dark=False)
    check(page, 600, 1500)
    texts = said(page)
    assert any(text.startswith("Mo. 2. März, 10:42") for text in texts)
    assert any("seit Montag, 5. Januar 2026; hat Sie nachts geweckt" in text for text in texts)
    page.form.levels.buttons[6].click()
    page.save.click()
    settle(page)
    check(page, 600, 900)
    assert any("Nach Ihren Einträgen dauern die Schmerzen" in text for text in said(page))


def test_every_exercise_before_it_begins(application: QApplication) -> None:
    del application
    page = ExercisePage(None, None, less_motion=True, dark=False)
    titles = []
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        check(page, 600, 1200)
        titles.append(page.details.title.text())
    assert {"Am Schreibtisch, 3 Minuten", "Wandengel", "Dehnung im Türrahmen"} <= set(titles)


def test_an_exercise(application: QApplication) -> None:
    del application
    page = ExercisePage(None, None, less_motion=True, dark=False)
    page.list.setCurrentRow(1)
    page.start.click()
    run = page.run
    assert run is not None
    for button in (None, run.views.next, run.views.pause, run.views.pause, run.views.next):
        if button is not None:
            button.click()
        check(page, 600, 900)
    run.end()
    check(page, 600, 900)
    page.close()


def test_the_history(application: QApplication) -> None:
    del application
    kept = years(date(2026, 1, 1), 90)
    window = HistoryWindow(lambda: nullcontext(kept), today=lambda: date(2026, 3, 6), dark=False)
    window.show()
    window.reading.wait()
    check(window, 640, 1700)
    texts = " ".join(said(window))
    assert "Montag, 2. bis Sonntag, 8. März 2026" in texts
    assert "an 5 Tagen, in denen Ihre Haltung bekannt war" in texts
    window.close()


@pytest.mark.parametrize("kind", [*Kind, None])
def test_proposals(application: QApplication, tmp_path: Path, kind: Kind | None) -> None:
    del application
    look = partial(found_for, kind)
    window = ProposalWindow(tmp_path, look, lambda _: None, dark=False)
    window.show()
    window.reading.wait()
    check(window, 520, 420)
    assert window.sentence.text()[-1] == ("." if kind else "n")
    window.close()


def test_letters_of_menus_and_of_the_live_window_are_different(tray: Tray) -> None:  # noqa: F811
    menus = [tray.menu, *tray.menu.findChildren(QMenu)]
    texts = [[action.text() for action in menu.actions()] for menu in menus]
    texts.append([button.text() for button in tray.dashboard.findChildren(QAbstractButton)])
    for group in texts:
        letters = [text[text.index("&") + 1].lower() for text in group if "&" in text]
        assert sorted(letters) == sorted(set(letters))
