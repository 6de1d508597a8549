"""The window of a proposal: what it shows, and that only the user's decision changes anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from posture import settings_file
from posture.gui.plot_axes import time_text
from posture.gui.proposal_window import ProposalWindow, open_proposals
from posture.ports import OutputError
from posture.proposals import Kind
from posture.proposals_search import NOTHING_FITS, Found, search
from posture.proposals_store import ready
from posture.settings import Settings
from tests.called_wrong import BENT, DEEP, LEANING, Moments
from tests.gui.hosting import until
from tests.gui.test_dashboard_texts import cut_off
from tests.live_script import FORWARD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    Show = Callable[..., ProposalWindow]


@cache
def found_for(kind: Kind | None) -> Found:
    """What a search finds in made up recordings."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        moments = Moments(Path(folder))
        if kind is Kind.POSTURE:
            patch.setattr("posture.proposals.MOST_ENTER_DEG", 11.0)
            patch.setattr("posture.proposals.MOST_PERSIST_S", 30.0)
        pose, slouch_s = (LEANING, 40) if kind is Kind.POSTURE else (BENT, 65)
        pose, slouch_s = (FORWARD, 38) if kind is Kind.PERSIST else (pose, slouch_s)
        moments.add(pose, slouch_s, times=3, wrong=True)
        moments.add(DEEP, 60)
        found = search(Path(folder), Settings(), date(2026, 3, 3))
    assert found.proposal is not None
    assert kind in (None, found.proposal.change.kind)
    return found if kind else replace(found, proposal=None, why=NOTHING_FITS)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTURE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("POSTURE_CONFIG_DIR", str(tmp_path / "config"))
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    for number in range(3):
        (recordings / f"{number} wrong.posture").touch()
    return tmp_path


@pytest.fixture
def applied() -> list[Settings]:
    return []


@pytest.fixture
def show(application: QApplication, data: Path, applied: list[Settings]) -> Iterator[Show]:
    del application
    made: list[ProposalWindow] = []

    def one(look: Callable[[], Found], *, dark: bool = False) -> ProposalWindow:
        window = ProposalWindow(data, look, applied.append, dark=dark)
        made.append(window)
        window.show()
        window.reading.wait()
        QCoreApplication.processEvents()
        return window

    yield one
    for window in made:
        window.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(Kind))
def test_it_says_what_and_what_else(show: Show, kind: Kind, dark: bool) -> None:
    window = show(partial(found_for, kind), dark=dark)
    words = {Kind.ENTER: "instead of 10°", Kind.PERSIST: "for 45 s", Kind.POSTURE: "'desk'"}
    assert words[kind] in window.sentence.text()
    assert "Would no longer warn in 3 of 3 moments that you called wrong." in window.effects.text()
    assert window.plot is not None
    rows = range(window.table.rowCount())
    cells = [
        [item.text() for column in range(4) if (item := window.table.item(row, column))]
        for row in rows
    ]
    assert [row[2:] for row in cells][:3] == [["wrong", "no alert"]] * 3
    proposal = found_for(kind).proposal
    assert proposal is not None
    at_s = proposal.effects.moments[0].at_s
    assert cells[0][:2] == ["2026-03-02 09.00.00", time_text(at_s, hours=False)]
    assert cells[3][3].startswith("an alert")
    assert window.yes.isVisible()
    assert not window.yes.isDefault()
    window.resize(window.minimumSize())
    QCoreApplication.processEvents()
    assert not cut(window)


def cut(window: ProposalWindow) -> list[str]:
    """The texts that have no room."""
    words = (window.sentence, window.effects, window.caption, window.notes, window.notice)
    parts = [*words, window.failure, window.yes, window.no]
    return [text for part in parts if part.isVisible() and (text := cut_off(part))]


@pytest.mark.parametrize("kind", list(Kind))
def test_at_large_type_it_scrolls(application: QApplication, show: Show, kind: Kind) -> None:
    usual, larger = application.font(), application.font()
    larger.setPointSizeF(1.5 * usual.pointSizeF())
    application.setFont(larger)
    try:
        window = show(partial(found_for, kind))
        window.resize(window.minimumSize())
        for _ in range(3):  # labels that are wrapped find their height one after the other
            QCoreApplication.processEvents()
        assert (window.width(), window.height()) == (520, 420)
        assert not cut(window)
        plot = window.plot
        assert plot is not None
        assert plot.height() >= plot.minimumHeight()
        assert window.table.height() >= 3 * window.table.rowHeight(0)
    finally:
        application.setFont(usual)


def test_what_is_accepted_is_written_and_applied(
    show: Show, data: Path, applied: list[Settings]
) -> None:
    window = show(partial(found_for, Kind.ENTER))
    window.yes.click()
    settings, _ = settings_file.read(settings_file.own_path())
    assert settings.detector.enter_deg > 10
    assert applied == [settings]
    assert not window.isVisible()
    assert not ready(data)


def test_not_now_changes_nothing_and_asks_no_more(
    show: Show, data: Path, applied: list[Settings]
) -> None:
    window = show(partial(found_for, Kind.ENTER))
    window.no.click()
    assert applied == []
    assert not settings_file.own_path().exists()
    assert not ready(data)
    assert not window.isVisible()


def test_closing_it_decides_nothing(show: Show, data: Path) -> None:
    show(partial(found_for, Kind.ENTER)).close()
    assert ready(data)


def test_what_cannot_be_written_is_told(
    show: Show, applied: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OutputError("settings.toml: cannot be written (disk full)")

    window = show(partial(found_for, Kind.ENTER))
    monkeypatch.setattr("posture.gui.proposal_window.accept", refuse)
    window.yes.click()
    assert "disk full" in window.failure.text()
    assert window.isVisible()
    assert applied == []
    monkeypatch.setattr("posture.gui.proposal_window.remember_decided", refuse)
    window.no.click()
    assert window.isVisible()


def test_nothing_is_proposed_and_why(show: Show, data: Path) -> None:
    window = show(partial(found_for, None))
    assert window.sentence.text() == "Nothing is proposed"
    assert "no small change" in window.effects.text().casefold()
    assert not window.yes.isVisible()
    window.no.click()
    assert not ready(data)


def test_with_too_few_moments_these_go_on_to_count(show: Show, data: Path) -> None:
    (data / "recordings" / "0 wrong.posture").unlink()
    show(partial(found_for, None)).no.click()
    (data / "recordings" / "4 wrong.posture").touch()
    assert ready(data)


@pytest.mark.parametrize(
    ("error", "told"),
    [(OutputError("history: is damaged"), "is damaged"), (ValueError("x"), "mistake of its own")],
)
def test_a_search_that_fails_is_told(show: Show, error: Exception, told: str) -> None:
    def fail() -> Found:
        raise error

    window = show(fail)
    assert told in window.failure.text()
    assert not window.yes.isVisible()


def test_the_users_own_recordings_are_looked_through(application: QApplication, data: Path) -> None:
    del application
    for path in (data / "recordings").iterdir():
        path.unlink()
    window = open_proposals(lambda _: None)
    assert isinstance(window, ProposalWindow)
    until(window.effects.text)
    assert "0 moments were called wrong" in window.effects.text()
    window.close()
