"""When somebody is worth asking: said with its reason, seldom, and never more than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.care.attention import (
    ADVICE,
    AGAIN_S,
    Reason,
    Why,
    reasons,
    sentence,
    worth_asking,
)
from posture.care.entries import HintKind, HintNote, Notes, PainNote
from posture.history import hints
from posture.history.notebook import Notebook
from tests.history.notes import pain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TODAY = date(2026, 3, 30)
NOW = datetime(2026, 3, 30, 20, tzinfo=timezone(timedelta(hours=1)))
NOW_S = NOW.timestamp()


def ago(*days: int, level: int = 4) -> list[PainNote]:
    """An entry so many days before today, each."""
    return [pain(TODAY - timedelta(days=day), level) for day in days]


def why(pains: Iterable[PainNote]) -> list[Why]:
    return [reason.why for reason in reasons(list(pains), TODAY)]


@pytest.mark.parametrize(
    ("days", "lasts"),
    [
        pytest.param((21, 14, 7, 0), True, id="three weeks"),
        pytest.param((20, 14, 7, 0), False, id="a day less"),
        pytest.param((30, 21, 12, 6), True, id="last entry some days ago"),
        pytest.param((34, 25, 16, 7), False, id="not entered for a week"),
        pytest.param((40, 35, 30, 2, 1, 0), False, id="a new spell"),
        pytest.param((0,), False, id="one entry"),
        pytest.param((), False, id="none"),
    ],
)
def test_lasts(days: tuple[int, ...], lasts: bool) -> None:
    assert why(ago(*days)) == ([Why.LASTS] if lasts else [])


def test_since_when_counts_with_entries_on_several_days() -> None:
    long = TODAY - timedelta(days=60)
    assert why([replace(note, since=long) for note in ago(2, 0)]) == []
    found = reasons([replace(note, since=long) for note in ago(4, 2, 0)], TODAY)
    assert found == (Reason(Why.LASTS, (8, 3)),)
    assert "8 weeks" in found[0].text


def test_nothing_once_it_is_over() -> None:
    assert why([*ago(28, 21, 14, 7, 1), *ago(0, level=0)]) == []


def test_grows() -> None:
    notes = [ago(10 - 2 * place, level=level)[0] for place, level in enumerate((1, 2, 3, 5, 6, 6))]
    (found,) = reasons(notes, TODAY)
    assert found == Reason(Why.GROWS, (10, 2, 6))
    assert "from about 2 to about 6 of 10" in found.text


@pytest.mark.parametrize(("day", "woken"), [(0, True), (6, True), (7, False)])
def test_woke(day: int, woken: bool) -> None:
    notes = [replace(ago(day)[0], woke=True), replace(ago(0)[0], utc_s=NOW_S)]
    assert why(notes) == ([Why.WOKE] if woken else [])


def test_says_why_and_who() -> None:
    text = sentence(reasons([replace(note, woke=True) for note in ago(28, 21, 14, 7, 0)], TODAY))
    assert text.startswith("By your entries the pain has lasted 4 weeks; you entered it on 5 days.")
    assert "woke you at night" in text
    assert ADVICE in text
    assert "cannot say what it is" in text


class TestOnceAWeek:
    NOTES = Notes(pains=tuple(ago(28, 21, 14, 7, 0)))

    @pytest.mark.parametrize(
        ("before_s", "said"), [(0, False), (AGAIN_S - 1, False), (AGAIN_S, True), (-60, False)]
    )
    def test_table(self, before_s: float, said: bool) -> None:
        hint = HintNote(NOW_S - before_s, 3600, HintKind.SPECIALIST)
        assert bool(worth_asking(replace(self.NOTES, hints=(hint,)), NOW_S, 3600)) is said

    def test_a_reminder_of_the_diary_is_another_sentence(self) -> None:
        hint = HintNote(NOW_S, 3600, HintKind.DIARY)
        assert worth_asking(replace(self.NOTES, hints=(hint,)), NOW_S, 3600)

    def test_what_is_yet_to_come_is_left_out(self) -> None:
        pains = (*self.NOTES.pains, *ago(-1, level=0))  # the clock was set back
        assert worth_asking(Notes(pains=pains), NOW_S, 3600)

    def test_is_noted_when_said(self, tmp_path: Path) -> None:
        now = [NOW]
        book = Notebook(tmp_path / "history.sqlite3", lambda: now[0])
        assert not hints.due(book)
        for note in self.NOTES.pains:
            book.add(note)
        said = []
        for day in range(10):
            now[0] = NOW + timedelta(days=day)
            book.add(pain(TODAY + timedelta(days=day)))
            if hints.due(book):
                said.append(day)
        assert said == [0, 7]


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 10), st.none() | st.booleans()), max_size=30
    )
)
def test_laws(entries: list[tuple[int, int, bool | None]]) -> None:
    pains = tuple(
        pain(TODAY - timedelta(days=day), level, hour=8 + place % 12, woke=woke)
        for place, (day, level, woke) in enumerate(entries)
    )
    found = worth_asking(Notes(pains=pains), NOW_S, 3600)
    assert len({reason.why for reason in found}) == len(found)
    if found:
        assert sentence(found).count(ADVICE) == 1
        assert any(note.level > 0 for note in pains)
        assert "{" not in sentence(found)
    painless = Notes(pains=tuple(replace(note, level=0) for note in pains))
    assert worth_asking(painless, NOW_S, 3600) == ()
